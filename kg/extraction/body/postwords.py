"""Words that read like a body and are those of a post: *Head of Branch*, Minister of *Public Service*."""

from collections.abc import Sequence
from itertools import takewhile

from kg.extraction.body.bodynames import head_hit, headed_run, plural_heads
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at

_REACH = 8
_JOINTS = ("and", "&", "/")
_LONGEST_POST = 4  # words of: Additional Inspector General of


def names_none(page: Page, at: int, end: int) -> bool:
    """Whether words that read like a body name none: a field, a post or a part of one, those whom all are against."""
    return any(reads(page, at, end) for reads in (is_field, is_of_post, is_behind_post, _is_of_foes))


def is_field(page: Page, at: int, end: int) -> bool:
    """Whether words that read like a body are a field of government: Minister of the Interior and *Public Service*."""
    fields = tables.phrases("portfolios")
    for pos in range(at, end):
        hit = page.match(fields, pos, end)
        if hit and hit.last == end:
            apposed = pos > 0 and page.tokens[pos - 1].text == ","
            if apposed and end < len(page.tokens) and page.tokens[end].lower == "of":
                return False  # P, University *of* Lagoons
            before = page.tokens[pos - 1].lower if pos else ""
            return before in ("and", "&", "of", "for", ",") or (
                before == "the" and _is_second_field(page, pos - 1, end)
            )
    return False


def _is_second_field(page: Page, the: int, end: int) -> bool:
    """Whether a field with its article goes on with those of a post whose holder follows: of Justice and *the Police*.

    So the Minister of Tides and *the Civil Service*, P; not: the Minister of Tides and *the Police* agreed.
    """
    tokens = page.tokens
    if the < 2 or tokens[the - 1].lower not in ("and", "&"):
        return False
    end += end < len(tokens) and tokens[end].lower == "abroad"
    held = end < len(tokens) and (tokens[end].text == "," or tokens[end].lower == "of" or tokens[end].is_capitalised)
    pos = the - 2
    while held and pos > max(0, the - _REACH) and tokens[pos].is_capitalised:
        pos -= 1
    posts = tables.table("role-heads")
    return held and tokens[pos].lower in ("of", "for") and pos > 0 and page.match(posts, pos - 1, pos) is not None


def is_of_post(page: Page, at: int, end: int) -> bool:
    """Whether the words are those of a post: the *Director* of a unit right behind it; Head of *Branch* of the Agency.

    A unit without an article or a name of its own says what the post is, not where.
    """
    units, posts, tokens = tables.words("unit-heads"), tables.table("role-heads"), page.tokens
    before = at - 2 if at > 1 and tokens[at - 1].lower in ("a", "the", "its") else at - 1
    if tokens[at].lower in ("delegation", "mission") and at > 1 and tokens[at - 1].lower == "of":
        headed = page.match(posts, at - 2)
        words = takewhile(lambda token: token.is_word, tokens[at : at + _REACH])
        sent = any(token.lower == "to" for token in words)  # Head of Mission of Norway to the Union
        if headed and headed.last == at + 1 and (not sent or tokens[at].lower == "delegation"):
            return True  # Head of Delegation, of whom or what else follows
    if end == at + 1 and tokens[at].lower == "secretariat" and before >= 0 and tokens[before].lower == "as":
        return end < len(tokens) and tokens[end].lower in ("of", "for", "to")  # serves as the Secretariat of
    if any(hit and hit.last == at + 1 for hit in (page.match(posts, first) for first in _inside(page, at))):
        return True  # Chef de *Cabinet* of the President
    if _ends_command(page, at, end):
        return True  # Chief of *Defence Forces* of the Tide Force
    head = page.match(posts, at, end)
    whole = head_hit(page, at)  # the *Justice Department*
    if head and head.last < end and tokens[head.last].lower in units and not (whole and whole.last == end):
        return True
    if tokens[end - 1].lower in plural_heads() and _is_field_of_post(page, at):
        return True
    if end != at + 1 or tokens[at].lower not in units or at < 2 or tokens[at - 1].lower != "of":
        return False
    return end < len(tokens) and tokens[end].lower in ("of", "in", "at", ",") and _ends_post(page, at - 1)


def _ends_command(page: Page, at: int, end: int) -> bool:
    """Whether the first words only end a military post, and the force follows: Chief of *General Staff* of it."""
    posts = (page.match(tables.table("role-heads"), first) for first in range(max(0, at - _LONGEST_POST), at))
    post = next((hit for hit in posts if hit and at < hit.last <= end and hit.row["class"] == "military"), None)
    if post is None or post.last >= len(page.tokens) or page.tokens[post.last].lower != "of":
        return False
    return any(page.tokens[k].lower == "of" for k in range(post.first, at))


def is_behind_post(page: Page, at: int, end: int) -> bool:
    """Whether a post stands in front of the body in which it is held: *DG* Tide Bureau; not *DG* Trade."""
    post = page.match(tables.phrases("posts-before-bodies"), at)
    if post is None or post.last >= end:
        return False
    head = head_hit(page, post.last)
    whole = head is not None and head.last == end and head.last - head.first == 1  # the Director General *Office*
    return not whole or page.tokens[at].text.isupper()


def _inside(page: Page, at: int) -> range:
    """Where a post may begin whose last word ``at`` is, if no article or *of* parts it from the words before."""
    parted = at == 0 or tables.words("function-words") & {page.tokens[at - 1].lower} or not page.beside[at - 1]
    return range(0) if parted else range(max(0, at - 2), at)


def _is_field_of_post(page: Page, at: int) -> bool:
    """Whether the capitalised words around ``at`` are what a post is for: Commissioner *for Internal Services*.

    Or one more field of it: Director of Lagoons *and General Services*.
    """
    joined, joints = False, ("and", ",")
    while (
        at > 1 and page.beside[at - 1] and (page.tokens[at - 1].is_capitalised or page.tokens[at - 1].lower in joints)
    ):
        joined = joined or page.tokens[at - 1].lower == "and"
        at -= 1
    leads = ("for", "of") if joined else ("for",)
    return at > 1 and page.tokens[at - 1].lower in leads and _ends_post(page, at - 1)


def is_of_envoy(page: Page, at: int, end: int) -> bool:
    """Whether a head that is no name alone is whose envoy somebody is: High Representative *of the Union* for Tides."""
    head = head_hit(page, at)
    if head is None or head.last != end or not head.row.flag("never_alone") or at < 3:
        return False
    if page.tokens[at - 1].lower != "the" or page.tokens[at - 2].lower != "of":
        return False
    starts = (page.match(tables.table("role-heads"), first, at - 2) for first in range(max(0, at - 5), at - 2))
    return any(hit and hit.last == at - 2 and hit.row["class"] == "envoy" for hit in starts)


def is_in_post(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether a word is of a post behind a name, the body following without *of*: P, *Director General* Tide Agency."""
    posts, tokens = tables.table("role-heads"), page.tokens
    if not page.covered(posts)[at]:
        return False
    for first in page.places(posts, max(0, at - _LONGEST_POST), at + 1):
        post = page.match(posts, first)
        if post is None or not first <= at < post.last or post.last >= len(tokens):
            continue
        end = post.last
        if at > first + 1 and tokens[at - 1].lower == "of" and (headed_run(page, at, at, people) or 0) > end:
            continue  # P, Secretary of *Security Council*
        if tokens[end].lower in _JOINTS and (second := page.match(posts, end + 1)):
            end = second.last  # (*Member and Director* Tide Centre)
        beside = _stands_behind(page, first, people) or _stands_before(page, end, people)
        if beside and _goes_on(page, end, people):
            return True
    return False


def _goes_on(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether the name of a body follows a post side by side."""
    return (
        at < len(people)
        and page.beside[at - 1]
        and page.tokens[at].is_capitalised
        and not people[at]
        and not _is_whole(page, at, people)
    )


def _is_whole(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether a post and a head make the name of a body: P, *Prosecutor General Office*."""
    head = head_hit(page, at)
    if head is None or head.last - head.first > 1:
        return False
    led = head.last < len(page.tokens) and page.tokens[head.last].lower in ("of", "for", "on")
    return not led and headed_run(page, at, at, people) == head.last


def _stands_before(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether the body that follows a post ends in front of a name: Director General *Tide Agency* P."""
    end = headed_run(page, at, at, people) if at < len(people) else None
    end = None if end is None else end + (end < len(people) and page.tokens[end].text == ",")
    if end is None or end >= len(people):
        return False
    honorific = page.match(tables.table("honorifics"), end)
    return people[end] or (honorific is not None and honorific.last < len(people) and people[honorific.last])


def _stands_behind(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether a mark behind a name, or another post there and *and*, stands in front of ``at``."""
    tokens = page.tokens
    if at < 2:
        return False
    if tokens[at - 1].text in (",", "(", "-", "\u2013", "\u2014"):
        return people[at - 2]
    if tokens[at - 1].lower not in _JOINTS or at < 4:
        return False
    before = (page.match(tables.table("role-heads"), first) for first in range(max(2, at - 1 - _LONGEST_POST), at - 1))
    return any(
        post and post.last == at - 1 and tokens[post.first - 1].text in (",", "(", "-") and people[post.first - 2]
        for post in before
    )


def begins_post(page: Page, at: int) -> bool:
    """Whether a post begins right behind, in capitals or before one: Ministry *Undersecretary*, *spokesman* Varga."""
    if at >= len(page.tokens) or not page.beside[at - 1]:
        return False
    post = page.match(tables.table("role-heads"), at)
    if not page.tokens[at].is_capitalised:
        if post is None or post.last >= len(page.tokens):
            return False
        return post.row.flag("lower_ok") and page.tokens[post.last].is_capitalised
    if post:
        return True
    modifier = page.match(tables.table("role-modifiers"), at)  # Tide Council *Second Deputy* Chairman
    behind = modifier.last if modifier and modifier.row["position"] == "before" else len(page.tokens)
    return behind < len(page.tokens) and page.match(tables.table("role-heads"), behind) is not None


def _ends_post(page: Page, end: int) -> bool:
    starts = (page.match(tables.table("role-heads"), first, end) for first in range(max(0, end - 3), end))
    return any(hit and hit.last == end for hit in starts)


def follows_post(page: Page, at: int, end: int) -> bool:
    """Whether a post and a comma stand in front and no capital behind: Director, *Intelligence Bureau*."""
    goes_on = end < len(page.tokens) and page.beside[end - 1] and page.tokens[end].is_capitalised
    return is_behind_comma(page, at) and not goes_on


def is_behind_comma(page: Page, at: int) -> bool:
    """Whether a post and a comma stand in front: Director, *Norsurf*."""
    return at > 1 and page.tokens[at - 1].text == "," and _ends_post(page, at - 1)


def is_visiting(page: Page, at: int, end: int) -> bool:
    """Whether the words are those whom a body sent: the *CTED Delegation*; not the EU's, which stays in a state."""
    if end != at + 2 or page.tokens[at + 1].lower not in tables.words("parties-alone"):
        return False
    known = known_at(page, at)
    sent = known is not None and not known.is_state and known.known not in tables.words("bodies-with-delegations")
    return sent and not (end < len(page.tokens) and page.tokens[end].lower in ("to", "in"))


def _is_of_foes(page: Page, at: int, end: int) -> bool:
    """Whether the words name those whom the genre is against: the Reef *Terrorist Group*; no Counter Terrorist one."""
    if end - at < 2 or page.tokens[end - 1].lower not in tables.words("foes-heads"):
        return False
    against = end - at > 2 and page.tokens[end - 3].lower in ("counter", "anti", "-", "against")
    return page.tokens[end - 2].lower in tables.words("foes-words") and not against
