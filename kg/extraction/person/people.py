"""Mentions of people: taken on the word of an honorific, a post, a verb or a list, and on their shape.

Lists of given names only add weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.person.beside_posts import lists_posts, post_before, role_before
from kg.extraction.person.forenames import told_name_end
from kg.extraction.person.grounds import grounds, is_weighty_honorific, stands
from kg.extraction.person.name_reader import name_end
from kg.extraction.person.name_words import leads_to_father, may_begin_name
from kg.extraction.person.suffixes import honours_end, suffix_at
from kg.extraction.person.things import is_barred, is_thing
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_given, is_particle

_LONGEST_STYLE = 16  # tokens of honorifics: H.E. Lt. Gen. (ret.) Prof. Dr. …


@dataclass(slots=True)  # as tokens are: not frozen, made too often
class PersonMention:
    """A person named at tokens ``[first, last)``; the name itself begins at ``name``; honours reach to ``outer``."""

    first: Final[int]
    name: Final[int]
    last: Final[int]
    honorific: Final[str | None]
    rule: Final[str]
    honours: Final[int | None] = None

    def __hash__(self) -> int:
        return self.first  # asked for often; it tells mentions apart well enough

    @property
    def outer(self) -> int:
        """Where the honours behind the name end, or the name itself."""
        return self.honours or self.last


@dataclass(slots=True)
class Person:
    """All mentions of one person in a document; ``name`` is the fullest form."""

    name: str
    mentions: list[PersonMention]
    honorific: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return self.name.split()[-1].casefold()


def find_people(page: Page, taken: Sequence[bool]) -> list[PersonMention]:
    """Every mention of a person outside the tokens that are ``taken`` (states, known bodies), in order."""
    found: list[PersonMention] = []
    free = 0
    styles = set(page.places(tables.table("honorifics")))
    peoples = set(page.places(tables.demonyms()))
    small = page.places_of_any((tables.words("name-particles") | {"the"}) & page.said)
    for at in sorted({*page.capitals, *small}):
        if at < free or not (page.tokens[at].is_capitalised or _is_small_beginning(page, at)):
            continue
        if taken[at] and not told_name_end(page, at):
            continue
        if at in peoples and (people := page.match(tables.demonyms(), at)) and people.last > at + 1:
            free = people.last  # the *Sri Lankan* delegation
            continue
        mention = _with_honorific(page, at, taken) if at in styles else None
        mention = mention or _without_honorific(page, at, taken)
        if mention:
            found.append(mention)
            found += (more := _others_of_plural(page, mention, taken))
            free = more[-1].outer if more else mention.outer
    return found


def _is_small_beginning(page: Page, at: int) -> bool:
    """*the* Honourable, President *von* der Varga: a small word with which a mention may begin."""
    token = page.tokens[at]
    if token.lower == "the":
        return page.beside[at] and page.tokens[at + 1].is_capitalised
    return is_particle(token) and at > 0 and page.tokens[at - 1].is_capitalised and page.beside[at - 1]


def honorific_end(page: Page, at: int) -> int:
    """Where a run of honorifics that begins at ``at`` ends (``at`` itself if there is none)."""
    end = at
    if not page.match(tables.table("honorifics"), at):
        return at
    stop = min(at + _LONGEST_STYLE, len(page.tokens))
    while end < stop and (page.tokens[end].is_capitalised or page.tokens[end].lower == "the"):
        hit = page.match(tables.table("honorifics"), end)
        if not hit or (end > at and _is_name_here(page, end, at)) or leads_to_father(page.tokens, end, hit.last):
            break
        end = hit.last
        if end < len(page.tokens) and page.tokens[end].text == "." and page.beside[end - 1]:
            end += 1
        if not (end < len(page.tokens) and page.beside[end - 1]):
            break
        end = _past_force(page, _past_bracketed(page, _past_standing(page, end)), hit.row["class"])
    return end if end - at < _LONGEST_STYLE else at


def _past_standing(page: Page, at: int) -> int:
    """Behind the word for one who served or acts, and a comma: Brigadier *(Ret'd),* Peter Brandvik."""
    tokens = page.tokens
    if (
        at + 3 >= len(tokens)
        or tokens[at].text != "("
        or tokens[at + 1].lower not in tables.words("words-behind-ranks")
    ):
        return at
    close = next((k for k in range(at + 2, min(at + 5, len(tokens) - 1)) if tokens[k].text == ")"), None)
    if close is None:
        return at
    behind = close + 1 + (tokens[close + 1].text == ",")
    named = behind < len(tokens) and tokens[behind].is_capitalised and page.beside[behind - 1]
    return behind if named else at


def _past_bracketed(page: Page, at: int) -> int:
    """Behind an honorific in brackets: Tan Sri *(Dr.)* Haji Varga."""
    inner = page.match(tables.table("honorifics"), at + 1) if page.tokens[at].text == "(" else None
    if inner is None:
        return at
    closes = (end for end in (inner.last, inner.last + 1) if end < len(page.tokens))
    end = next((end for end in closes if page.tokens[end].text == ")"), None)
    return at if end is None else end + 1


def _past_force(page: Page, at: int, style: str) -> int:
    """Behind the short form and the force of a rank: Commissioner General *(Komjen) Police* Varga."""
    tokens = page.tokens
    short = (
        at + 3 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" and tokens[at + 1].is_capitalised
    )
    end = at + 3 if short else at
    forced = end + 1 < len(tokens) and tokens[end].lower in tables.words("rank-forces") and page.beside[end]
    if forced:
        end += 1 + (tokens[end + 1].text == ".")
    named = end < len(tokens) and tokens[end].is_capitalised and tokens[end].is_word
    return end if style == "rank" and forced and named else at


def _is_name_here(page: Page, at: int, start: int) -> bool:
    """Whether a word that may be honorific or name is a name here: Dr *Sultan* Al Jaber, Datuk Seri *Syed* Hamid."""
    hit = page.match(tables.table("honorifics"), at)
    before = page.match(tables.table("honorifics"), start)
    if hit is None or before is None or not hit.row.flag("may_be_given_name"):
        return False
    return before.row["class"] in ("academic", "courtesy", "diplomatic") or before.row.form.startswith(("Dat", "Tan"))


def _with_honorific(page: Page, at: int, taken: Sequence[bool]) -> PersonMention | None:
    start = honorific_end(page, at)
    if start == at or start >= len(page.tokens) or not page.beside[start - 1] or _ends_post(page, at):
        return None
    if _is_within_post(page, at, start) or _is_command(page, at):
        return None  # Chief of the *General* Staff: no general of that name
    if page.sentence_of(at) != page.sentence_of(start):
        return None
    last = None if is_barred(page, at) or suffix_at(page, start) else name_end(page, start, strong=True)
    if last is None:
        return None
    if page.match(tables.table("role-heads"), start) and not is_given(page.tokens[start]):
        return None  # "General Secretary": a post, not a general of that name
    post = page.match(tables.table("role-heads"), at)
    if (post and post.last > start) or (
        last == start + 1 and page.tokens[start].lower in tables.words("attendee-nouns")
    ):
        return None  # "Ambassador Extraordinary and Plenipotentiary"; "Honourable Guests"
    if page.match(tables.table("organisation-heads"), start) and not is_given(page.tokens[start]):
        return None
    last = next((k for k in range(start + 1, last) if taken[k] and _is_apart(page, k, taken)), last)
    if not is_weighty_honorific(page, at, start, last) or is_thing(page, at, start, last):
        return None
    lone = start + 1 == last == at + 2 and page.tokens[at].lower in tables.words("given-styles")
    if lone and (role_before(page, at) or post_before(page, at)):
        return None  # Prime Minister *Dean* Ilvesoo
    last = _seat_end(page, start, last)
    rule = f"person.honorific/{_class_of(page, at, start)}-{stands(page, at)}"
    return PersonMention(at, start, last, page.words(at, start).rstrip(","), rule, honours_end(page, last))


def _is_command(page: Page, at: int) -> bool:
    """Whether what may be a rank is a post: Tide Command *Commander*, with a rank behind or none; Chief of *Staff*."""
    words, tokens = tables.words("commanding-ranks"), page.tokens
    if tokens[at].lower == "staff" and at > 1 and tokens[at - 1].lower == "of" and page.beside[at - 1]:
        return True
    if tokens[at].lower not in words or at + 1 >= len(tokens):
        return False
    rank = page.match(tables.table("honorifics"), at + 1)
    if rank and rank.row["class"] == "rank" and tokens[at + 1].lower not in words:
        return True
    return at > 0 and page.beside[at - 1] and tokens[at - 1].lower in tables.words("commanded-forces")


def _class_of(page: Page, at: int, start: int) -> str:
    """What kind of honorific stands right before a name: courtesy, rank, academic …"""
    last = "other"
    while at < start:
        hit = page.match(tables.table("honorifics"), at)
        last, at = (hit.row["class"], hit.last) if hit else (last, at + 1)
    return last


def _seat_end(page: Page, start: int, last: int) -> int:
    """Where the seat of a peer ends: Lord Ahmad *of Wimbledon*."""
    peer = page.tokens[start - 1].lower in tables.words("peers")
    seat = last + 1 < len(page.tokens) and page.tokens[last].lower == "of" and page.tokens[last + 1].is_capitalised
    if not peer or not seat or not page.beside[last] or page.match(tables.states(), last + 1):
        return last
    return last + 2


def _is_within_post(page: Page, at: int, beyond: int | None = None) -> bool:
    """Whether a post that begins before the token goes on here (``beyond``: and there): Minister of *Justice*."""
    heads, last = tables.table("role-heads"), at if beyond is None else beyond
    if not page.covered(heads)[at]:
        return False
    for first in page.places(heads, max(0, at - 4), at):
        if page.tokens[first].is_capitalised:
            hit = page.match(heads, first)
            if hit and hit.last > last:
                return True
    return False


def _heads_post(page: Page, at: int) -> bool:
    """Whether a post with its field begins here: *Minister of* Tides, nobody of that name."""
    hit = page.match(tables.table("role-heads"), at)
    return hit is not None and hit.last < len(page.tokens) and page.tokens[hit.last].lower in ("of", "for")


def _ends_post(page: Page, at: int) -> bool:
    """Whether what looks like a rank ends a post that begins before or here: Secretary *General*, Attorney General."""
    style, heads = page.match(tables.table("honorifics"), at), tables.table("role-heads")
    for first in page.places(heads, max(0, at - 4), at + 1):
        hit = page.match(heads, first)
        if hit and style and first == at and style.last > hit.last:
            continue  # Commissioner General of Police Varga: a rank in full
        begins = first < at and hit is not None and hit.row["class"] == "military"  # Deputy *Inspector General*
        if hit and hit.last > max(at, first + 1) and (begins or hit.row["class"] not in ("military", "staff")):
            rank = page.match(tables.table("honorifics"), hit.last - 1)
            printed = page.tokens[first].is_capitalised or hit.row.flag("lower_ok")
            return printed and rank is not None and rank.row["class"] in ("rank", "judicial")
    return False


def _is_apart(page: Page, at: int, taken: Sequence[bool]) -> bool:
    """Whether a known body or state is no surname (Anna Jordan): on the next line, or of several words."""
    begins_line = "\n" in page.text[page.tokens[at - 1].end : page.tokens[at].start]
    return begins_line or (at + 1 < len(taken) and taken[at + 1])


def _without_honorific(page: Page, at: int, taken: Sequence[bool]) -> PersonMention | None:
    token = page.tokens[at]
    if not token.is_word or not ((token.is_capitalised and may_begin_name(token)) or role_before(page, at)):
        return None
    found = None if _is_within_post(page, at) or _heads_post(page, at) else grounds(page, at, taken)
    return PersonMention(at, at, found[0], None, found[1], honours_end(page, found[0])) if found else None


def _begins_post(page: Page, at: int) -> bool:
    """Whether a post of more than one word stands here: Ministers P, and *Deputy Director* Q."""
    heads = tables.table("role-heads")
    modifier, hit = page.match(tables.table("role-modifiers"), at), page.match(heads, at)
    return bool((hit and hit.last > at + 1) or (modifier and page.match(heads, modifier.last)))


def _others_of_plural(page: Page, mention: PersonMention, taken: Sequence[bool]) -> list[PersonMention]:
    """The others of *Messrs. A and B*, *Presidents A, B and C*."""
    hit = page.match(tables.table("honorifics"), mention.first) if mention.honorific else None
    singular = (hit.row["plural_of"] if hit else "") or None
    others: list[PersonMention] = []
    at = mention.outer
    while singular or lists_posts(page, mention.first):
        start = at
        while start < len(page.tokens) and page.tokens[start].lower in (",", "and", "&") and page.beside[start - 1]:
            start += 1
        if start == at or start >= len(page.tokens) or taken[start] or not page.tokens[start].is_capitalised:
            break
        if page.match(tables.table("honorifics"), start) or _begins_post(page, start):
            break
        if page.match(tables.table("role-heads"), start) and not is_given(page.tokens[start]):
            break  # Their Excellencies P, *Minister* of Ports, and Q
        last = name_end(page, start, strong=True)
        if last is None:
            break
        others.append(PersonMention(start, start, last, singular, mention.rule, honours_end(page, last)))
        at = others[-1].outer
    return others
