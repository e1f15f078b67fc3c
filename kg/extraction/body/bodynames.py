"""The grammar of a body's name: modifiers, an organisation head, runs and lists of capitals."""

from collections.abc import Sequence
from functools import cache

from kg.extraction.body.headplaces import LONGEST_NAME, Heads, field_goes_on, heads_on, is_cried_lead, is_cried_verb
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at
from kg.extraction.words.names import is_ordinary, is_particle
from kg.extraction.words.tables import Hit

_LONGEST_POST = 10
_ADJECTIVES = ("ic", "al", "ary")
"""Ends of adjectives that *and* may join in front of one noun."""
_FIELD = 4
"""Tokens before the last word of a field in which its article may stand: for *the* Care of Judges."""


def head_hit(page: Page, at: int) -> Hit | None:
    """The organisation head that begins at token ``at`` (Office, Task Force), or None."""
    return page.kept(heads_on).acting.get(at)


def head_at(page: Page, at: int) -> int | None:
    """Where an organisation head that begins at token ``at`` ends, or None."""
    hit = page.kept(heads_on).acting.get(at)
    return hit.last if hit else None


def thing_at(page: Page, at: int) -> int | None:
    """Where a word that begins at token ``at`` and names a text, plan or place ends (Strategy, Building), or None."""
    hit = page.kept(heads_on).things.get(at)
    return hit.last if hit else None


@cache
def plural_heads() -> frozenset[str]:
    """The heads that name several bodies at once, case-folded: agencies, institutions."""
    return frozenset(row["plural"].casefold() for row in tables.rows("organisation-heads") if row["plural"])


def heads_meeting(page: Page, at: int) -> bool:
    """Whether a head is rather one of a meeting than of a body: the Marine Tides (MT) *Forum*."""
    kind = page.match(tables.table("meeting-kinds"), at)
    return kind is not None and kind.row["kind"] not in tables.meetings("standing")


def headed_run(page: Page, at: int, complete: int, people: Sequence[bool]) -> int | None:
    """The end of the last organisation head in the run of capitals at ``at``; None if the run names no body.

    ``complete`` is where a known body at ``at`` ends, else ``at``.
    """
    heads = page.kept(heads_on)
    return _headed_run(page, at, complete, people, heads) if at < len(heads.ahead) and heads.ahead[at] else None


def _headed_run(page: Page, at: int, complete: int, people: Sequence[bool], heads: Heads) -> int | None:
    last_head, pos, stop, thing = None, at, len(page.tokens), False
    while pos < stop and not people[pos]:
        if pos > at and not page.beside[pos - 1]:
            break
        if pos - at > LONGEST_NAME:
            return None
        token = page.tokens[pos]
        if is_cried_lead(token, first=pos == at) or (pos > at and token.is_acronym and is_cried_verb(page, pos)):
            break
        head = foreign_run(page, pos, people) if pos > at and pos in heads.foreign else None
        head = head or (_own_head(page, pos, last_head) if pos in heads.acting else None)
        if head:  # or the Italian *Guardia di Finanza*
            last_head = pos = head
            thing = False
        elif pos > at and pos in heads.things:
            pos, thing = heads.things[pos].last, True
        elif token.is_capitalised and token.is_word and token.lower not in tables.words("function-words"):
            pos, thing = pos + 1, False
        elif token.text == "/" and pos == complete > at:
            break  # UNODC/Tides Branch: the known body, and what is part of it
        elif token.text in "/&" and _capital_follows(page, pos, people):
            pos += 1
        elif pos > at and (end := _possessive(page, pos, people)):
            pos = end
        elif last_head is None and pos > at and _is_within(page, at, pos, complete, people, heads):
            pos += 1
        else:
            break
    return None if thing else last_head


def _own_head(page: Page, at: int, last_head: int | None) -> int | None:
    """Where a head at ``at`` ends; right behind another one it may begin a post: the Tide Unit | *Team Leader*."""
    head = head_at(page, at)
    post = page.match(tables.table("role-heads"), at) if head and at == last_head else None
    return None if head and post and post.last > head else head


def foreign_run(page: Page, at: int, people: Sequence[bool]) -> int | None:
    """The end of a body's name in another language that begins at token ``at``: *Guardia Costera de Lagunas*."""
    head = page.match(tables.phrases("foreign-heads"), at)
    if head is None:
        return None
    joints = tables.words("foreign-joints")
    end, pos = head.last if page.tokens[head.last - 1].is_capitalised else at, head.last
    while pos < min(at + LONGEST_NAME, len(page.tokens)) and page.beside[pos - 1] and not people[pos]:
        token = page.tokens[pos]
        if token.lower not in joints:
            english = is_ordinary(token) and page.tokens[pos - 1].lower not in joints
            if english or not (token.is_capitalised and token.is_word):
                break
            end = pos + 1
        pos += 1
    return end if end > at + 1 else None


def _possessive(page: Page, pos: int, people: Sequence[bool]) -> int | None:
    """Where a genitive inside a name ends: the *Children's* Fund, the Prime *Minister's* Office; not Kenya's Office."""
    if page.tokens[pos].text not in ("'s", "'") or not _capital_follows(page, pos, people):
        return None
    owner = page.tokens[pos - 1].lower
    return pos + 1 if owner in tables.words("owners-in-names") else None


def _capital_follows(page: Page, at: int, people: Sequence[bool]) -> bool:
    return (
        at + 1 < len(page.tokens)
        and page.beside[at]
        and page.tokens[at + 1].is_capitalised
        and page.tokens[at + 1].is_word
        and not (people and people[at + 1])
    )


def _is_within(page: Page, first: int, at: int, complete: int, people: Sequence[bool], heads: Heads) -> bool:
    """Whether a small word stands inside a name: Crime *and* Justice Institute, Victims *of* Terrorism Unit."""
    joins = page.tokens[at].lower == "and" and at > complete and _joins_modifiers(page, first, at, people)
    return joins or field_goes_on(page, at, heads)


def _joins_modifiers(page: Page, first: int, at: int, people: Sequence[bool]) -> bool:
    """Whether ``and`` joins two modifiers of one head that follows: Crime and Justice Research Institute.

    Behind ordinary words the second may belong to the head: Tide Security and *Defence Council*.
    """
    if not _capital_follows(page, at, people) or known_at(page, at + 1):
        return False
    if head := head_at(page, at + 1):
        posts = any(page.match(tables.table("role-heads"), k) for k in range(first, at))
        return head > at + 2 and not posts and all(is_ordinary(token) for token in page.tokens[first:at])
    pos = at + 1
    while pos < len(page.tokens) and not people[pos] and page.beside[pos - 1] and page.tokens[pos].is_capitalised:
        if head_at(page, pos):
            return True
        pos += 1
    return False


def capital_list(page: Page, start: int, people: Sequence[bool]) -> int | None:
    """The end of ``NP (, NP)* and NP`` in capitals at ``start``; a part that is a body, person or post ends it."""
    end = capital_run(page, start, people)
    if end is None:
        return None
    joined, pos = end, end
    while True:
        comma = pos < len(page.tokens) and page.tokens[pos].text == ","
        after = pos + 1 if comma else pos
        conjunction = after < len(page.tokens) and page.tokens[after].lower in ("and", "&")
        if not comma and not conjunction:
            return joined
        part = after + 1 if conjunction else after
        if conjunction and not comma and _is_second_field(page, start, part, people):
            return capital_run(page, part + 1, people)
        if part >= len(page.tokens) or _stands_alone(page, part):
            return joined
        if not conjunction and _turns_to_state(page, start, part):
            return joined
        part_end = capital_run(page, part, people)
        if part_end is None or (conjunction and _ends_with_posts(page, part, part_end)):
            return joined
        if _is_post_of_state(page, part, people):
            return joined
        pos = part_end
        if conjunction:
            joined = part_end
            if not comma:
                return _third_part(page, part_end, people) or joined


def _third_part(page: Page, at: int, people: Sequence[bool]) -> int | None:
    """The end of one more field behind a second *and*: of Fraud and Economic *and Electronic Security*."""
    tokens = page.tokens
    if at + 1 >= len(tokens) or tokens[at].lower != "and" or head_at(page, at + 1) or _stands_alone(page, at + 1):
        return None
    paired = all(tokens[k].lower.endswith(_ADJECTIVES) for k in (at - 1, at + 1))
    end = capital_run(page, at + 1, people) if paired else None
    return end if end and end - at > 2 and not head_at(page, end - 1) else None


def _ends_with_posts(page: Page, at: int, end: int) -> bool:
    """Whether people follow, not one more field: the Ministry of Tides and *Lagoon Directors*."""
    post = page.match(tables.table("role-heads"), end - 1, end) if end - at > 1 else None
    return post is not None and page.tokens[end - 1].lower.endswith("s")


def _is_post_of_state(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether the post of another state follows: Minister of Energy, *Kenyan* Lagoon and Tide *Minister* P."""
    state = page.match(tables.demonyms(), at)
    pos = state.last if state else len(page.tokens)
    while pos < min(at + _LONGEST_POST, len(page.tokens)) and page.beside[pos - 1] and not people[pos]:
        token = page.tokens[pos]
        if not (token.is_capitalised or token.lower in ("and", "&", "of")):
            return False
        if page.match(tables.table("role-heads"), pos):
            return True
        pos += 1
    return False


def _is_second_field(page: Page, start: int, at: int, people: Sequence[bool]) -> bool:
    """Whether what a body is for goes on with an article: for *the* Reform of Courts and *the Care of Judges*.

    The region of a body (Central America *and the Caribbean*), or a field in ordinary words, no other body.
    """
    tokens = page.tokens
    if at + 1 >= len(tokens) or tokens[at].lower != "the" or not page.beside[at]:
        return False
    end = capital_run(page, at + 1, people)
    region = page.match(tables.phrases("regions"), at)
    if end is None or (region and region.last == end):
        return end is not None
    articles = (tokens[k].lower == "the" for k in range(max(0, start - _FIELD), start))
    if not any(articles) or _stands_alone(page, at + 1) or known_at(page, at + 1):
        return False
    words = [k for k in range(at + 1, end) if tokens[k].is_capitalised]
    plain = all(tokens[k].lower in tables.words("common-words") for k in words)
    return plain and not any(head_at(page, k) or thing_at(page, k) for k in words)


def _turns_to_state(page: Page, start: int, at: int) -> bool:
    """Whether a state follows what is none: Chief of Police, *Trinidad and Tobago*."""
    first, state = known_at(page, start), known_at(page, at)
    return state is not None and state.is_state and not (first and first.is_state)


def _stands_alone(page: Page, at: int) -> bool:
    """Whether a new body, post or person begins at ``at``, not one more part of a complement."""
    portfolio = page.match(tables.phrases("portfolios"), at)
    if portfolio and not _capital_follows(page, portfolio.last - 1, ()):
        return False
    if page.match(tables.table("honorifics"), at) or page.match(tables.table("role-heads"), at):
        return True
    known = known_at(page, at)
    if known and not known.is_state and not _capital_follows(page, known.last - 1, ()):
        return True
    pos, end = at, at
    while pos < len(page.tokens) and page.tokens[pos].is_capitalised and (pos == at or page.beside[pos - 1]):
        head = head_at(page, pos)
        end, pos = head or end, head or pos + 1
    several = end > at and page.tokens[end - 1].lower in plural_heads() and known is None
    plain = several and all(is_ordinary(token) for token in page.tokens[at:end])  # Health and *Social Services*
    return end > at and end == pos and not plain


def capital_run(page: Page, at: int, people: Sequence[bool]) -> int | None:
    """The end of the capitalised words that begin at ``at``, small words of names between them, or None."""
    pos, stop, envoys = at, len(page.tokens), tables.phrases("styles-of-envoys")
    while pos < stop and not people[pos] and (pos == at or page.beside[pos - 1]):
        if pos - at > LONGEST_NAME:
            return None
        token = page.tokens[pos]
        if pos > at and token.lower in envoys.firsts and page.match(envoys, pos):
            break
        if is_cried_lead(token, first=pos == at) or (pos > at and token.is_acronym and is_cried_verb(page, pos)):
            break
        if token.is_capitalised and token.is_word:
            pos += 1
        elif token.text in "/&" and pos > at and _capital_follows(page, pos, people):
            pos += 1
        elif pos > at and is_particle(token) and _capital_follows(page, pos, people):
            pos += 1
        elif pos > at and (end := _possessive(page, pos, people) or _of_region(page, at, pos, people)):
            pos = end
        elif pos > at and token.lower == "in" and _deed_follows(page, pos, people):
            pos += 1
        else:
            break
    return pos if pos > at else None


def _of_region(page: Page, first: int, pos: int, people: Sequence[bool]) -> int | None:
    """Where the genitive of a region inside a name ends: New Partnership for *Africa's* Development."""
    led = pos - 1 > first or (first > 0 and page.tokens[first - 1].lower in ("for", "of"))
    region = page.match(tables.phrases("regions"), pos - 1) if led else None
    if region is None or page.tokens[pos].text != "'s" or not _capital_follows(page, pos, people):
        return None
    return pos + 1


def _deed_follows(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether a field goes on with what is done in it: on Lagoons in *Preventing* Floods."""
    return _capital_follows(page, at, people) and page.tokens[at + 1].lower.endswith("ing")
