"""People known by their neighbours in a list: *Anna Ilvesoo (Norway), Wame Tembrook (Kenya) and Ms. Q*."""

from collections.abc import Iterator, Sequence

from kg.extraction.person.grounds import weight
from kg.extraction.person.name_reader import name_end
from kg.extraction.person.people import PersonMention
from kg.extraction.person.suffixes import honours_end
from kg.extraction.person.things import is_barred, is_thing
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables

_LONGEST_BRACKET = 20
_LABEL = 5
"""Tokens of a label and its colon."""
_LONGEST_STATE = 4
_SEAT_MARKS = frozenset((",", "-", "\u2013", "\u2014"))
_SEPARATORS = frozenset((",", ";", "and", "&"))


def with_listed(page: Page, mentions: Sequence[PersonMention], taken: Sequence[bool]) -> list[PersonMention]:
    """The mentions, and the names that stand beside one of them in a list and look alike."""
    found = list(mentions)
    covered = [False] * len(page.tokens)
    for mention in mentions:
        covered[mention.first : mention.outer] = [True] * (mention.outer - mention.first)
    for mention in mentions:
        following = _next(page, mention, taken, covered)
        while following:
            found.append(following)
            covered[following.first : following.outer] = [True] * (following.outer - following.first)
            following = _next(page, following, taken, covered)
    found += _in_items(page, mentions, taken, covered)
    found += _behind_labels(page, found, taken, covered)
    return sorted(found, key=lambda mention: mention.first)


def _in_items(
    page: Page, mentions: Sequence[PersonMention], taken: Sequence[bool], covered: Sequence[bool]
) -> Iterator[PersonMention]:
    """The names with which entries begin in a list of which two and half of all entries begin with people."""
    begin = {mention.first: mention for mention in mentions}
    entries: dict[int, list[int]] = {}
    for sentence in page.sentences:
        if sentence.is_item:
            entries.setdefault(sentence.block.start, []).append(sentence.first)
    for firsts in entries.values():
        people = [begin[first] for first in firsts if first in begin]
        if len(people) < 2 or 2 * len(people) < len(firsts):
            continue
        alike = all(_is_bracketed(page, mention.outer) for mention in people)
        for first in firsts:
            mention = None if first in begin else _entry(page, first, taken, covered, alike=alike)
            if mention:
                yield mention


def _behind_labels(
    page: Page, mentions: Sequence[PersonMention], taken: Sequence[bool], covered: Sequence[bool]
) -> Iterator[PersonMention]:
    """The names of a list behind a label of people, of which one at least is known to be one: *Members:* P, Q, R."""
    begin = {mention.first: mention for mention in mentions}
    for sentence, colon in _labelled(page):
        firsts = _entries(page, colon + 1, sentence.last)
        if not any(first in begin for first in firsts) or any(taken[first] for first in firsts):
            continue
        for first in firsts:
            mention = None if first in begin else _entry(page, first, taken, covered, alike=False)
            if mention and (mention.outer == sentence.last or _closes(page, mention.outer)):
                yield mention


def _labelled(page: Page) -> Iterator[tuple[Sentence, int]]:
    """The lines that begin with a label of people, each with the colon behind it."""
    behind = 0
    for colon in page.places_of(":", 1, len(page.tokens)):
        index = page.sentence_of(colon)
        sentence = None if index is None or colon < behind else page.sentences[index]
        if sentence is None or colon == sentence.first:
            continue
        behind = sentence.last
        said = (token.lower for token in page.tokens[sentence.first : colon])
        if colon < sentence.first + _LABEL and tables.words("labels-of-people").issuperset(said):
            yield sentence, colon


def _entries(page: Page, start: int, last: int) -> list[int]:
    """Where the entries of a list begin, what stands in brackets left out."""
    firsts, at = [start], start
    while at < last:
        at, _ = _past_bracket(page, at)
        if at < last and page.tokens[at].lower in _SEPARATORS:
            firsts.append(at + 1)
        at += 1
    return [first for first in firsts if first < last and page.tokens[first].lower not in _SEPARATORS]


def _is_bracketed(page: Page, last: int) -> bool:
    """Whether a bracket opens behind a name: Anna Ilvesoo *(Norway)*."""
    return last < len(page.tokens) and page.tokens[last].text == "(" and page.beside[last - 1]


def _entry(
    page: Page, start: int, taken: Sequence[bool], covered: Sequence[bool], *, alike: bool
) -> PersonMention | None:
    """The name that begins an entry; ``alike``: all its neighbours have a bracket, so its words may be ordinary."""
    if covered[start] or not page.tokens[start].is_capitalised:
        return None
    last = name_end(page, start, strong=alike)
    if last is None or any(taken[start:last]) or any(covered[start:last]):
        return None
    shape, least = weight(page, start, last), -1 if alike and _is_bracketed(page, last) else 1
    if shape is None or shape < least or is_barred(page, start) or is_thing(page, start, start, last):
        return None
    ends = _closes(page, last) or not page.beside[last - 1] or page.tokens[last].text in "-:/\u2013\u2014"
    return PersonMention(start, start, last, None, "person.listed", honours_end(page, last)) if ends else None


def _next(page: Page, before: PersonMention, taken: Sequence[bool], covered: Sequence[bool]) -> PersonMention | None:
    """The name that follows a mention in its list, if it is no mention yet."""
    at, bracketed = _past_bracket(page, before.outer)
    start = at
    while start < len(page.tokens) and page.tokens[start].lower in _SEPARATORS:
        start += 1
    if start == at:
        return None
    mark = _seat_mark(page, before.first)
    seat = _seat_ends(page, start, mark) if mark is not None else None
    start, seated = (seat, True) if seat is not None else (start, False)
    if start >= len(page.tokens) or covered[start] or taken[start]:
        return None
    if not page.tokens[start].is_capitalised or page.sentence_of(before.first) != page.sentence_of(start):
        return None
    last = name_end(page, start, strong=bracketed)
    if last is None or any(taken[start:last]) or any(covered[start:last]):
        return None
    shape = weight(page, start, last)
    alike = seated or (bracketed and last < len(page.tokens) and page.tokens[last].text == "(")
    least = (-1 if mark else 0) if alike else 2
    if shape is None or shape < least or is_barred(page, start) or is_thing(page, start, start, last):
        return None
    if not (alike and not seated) and not _closes(page, last):
        return None
    return PersonMention(start, start, last, None, "person.listed", honours_end(page, last))


def _seat_ends(page: Page, at: int, mark: str) -> int | None:
    """Behind a state and its mark at ``at``: *Kenya,* Q; *Kenya -* Q; *Kenya* Q; or None."""
    for word in ("of", "the"):
        at += at < len(page.tokens) and page.tokens[at].lower == word
    state = page.match(tables.states(), at) if at < len(page.tokens) else None
    if state is None or state.last >= len(page.tokens):
        return None
    return state.last + bool(mark) if page.tokens[state.last].text == mark or not mark else None


def _seat_mark(page: Page, first: int) -> str | None:
    """The mark between a state and a name: the ministers of Norway*,* P; empty: none stands there; None: no state."""
    before = page.tokens[first - 1].text if first else ""
    mark = before if before in _SEAT_MARKS else ""
    starts = range(max(0, first - 1 - _LONGEST_STATE), first - bool(mark))
    return mark if any(_seat_ends(page, at, mark) == first for at in starts) else None


def _past_bracket(page: Page, at: int) -> tuple[int, bool]:
    """Where the bracket that opens at ``at`` ends, and whether there is one."""
    if at < len(page.tokens) and page.tokens[at].text == "(":
        for end in range(at + 1, min(at + _LONGEST_BRACKET, len(page.tokens))):
            if page.tokens[end].text == ")":
                return end + 1, True
    return at, False


def _closes(page: Page, last: int) -> bool:
    """Whether an entry of a list may end at ``last``."""
    return last >= len(page.tokens) or page.tokens[last].text in ",;.(" or page.tokens[last].lower == "and"
