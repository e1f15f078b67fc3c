"""Meetings of a series named by their number alone: the first was held in Oslo, *the second* in Lima in 2021.

So in the rows of a table whose first column is headed by what they are: Dialogue, Date, Place; *1st*, June 2006, Oslo.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.meeting.numbers import counts_some, ordinal_ending, year_at
from kg.extraction.text.page import Page

_MARKS, _ENDS = (",", "|"), (",", ";", ".", ":")
_ROWS = 2
_LONGEST = 60
"""Tokens behind the first of a series in which the others are told of."""


def with_series(page: Page, found: Sequence[MeetingMention]) -> list[MeetingMention]:
    """The namings with those of others by their number in the same sentence."""
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    more = [one for mention in found if mention.ordinal and not mention.plural for one in _behind(page, mention, taken)]
    more += [one for mention in found if not mention.plural for one in _another(page, mention, taken)]
    rows = {mention: listed for mention in found if (listed := list(_below(page, mention)))}
    left = [mention for mention in found if mention not in rows]
    return sorted([*left, *more, *(one for listed in rows.values() for one in listed)], key=lambda one: one.first)


def _another(page: Page, mention: MeetingMention, taken: set[int]) -> Iterator[MeetingMention]:
    """The one more of which its sentence tells: a meeting with the Commissioner *and another with the Director*."""
    index = page.sentence_of(mention.first)
    stop = min(page.sentences[index].last, mention.last + _LONGEST // 2) if index is not None else 0
    for at in range(mention.last + 1, stop - 2):
        words = [token.lower for token in page.tokens[at - 1 : at + 2]]
        if words != ["and", "another", "with"] or at in taken:
            continue
        ends = (pos for pos in range(at + 2, stop) if page.tokens[pos].text in _ENDS)
        taken.add(at)
        other = _numbered(mention, at, at + 1, 0)
        yield replace(other, ordinal=None, name_last=next(ends, stop), apart="other", definite=False, indefinite=True)


def _below(page: Page, mention: MeetingMention) -> Iterator[MeetingMention]:
    """Those that the rows of a table number below the head of its first column."""
    index = page.sentence_of(mention.first)
    block = page.sentences[index].block if index is not None else None
    if block is None or block.kind != "table" or len(block.items) < _ROWS or mention.ordinal:
        return
    (begins, ends), *rows = block.items
    start, behind = page.tokens[mention.first].start, page.tokens[mention.last : mention.last + 1]
    if not (
        begins <= start < ends and behind and behind[0].text in _MARKS and _first_word(page, begins) == mention.first
    ):
        return
    for low, high in rows:
        at = _first_word(page, low)
        number = ordinal_ending(page, at + 1, at) if at + 1 < len(page.tokens) else None
        parted = number is not None and page.tokens[at + 1].text in _MARKS
        if number and parted and page.dates_between(low, high):
            yield _numbered(mention, at, at + 1, number[0])


def _first_word(page: Page, start: int) -> int:
    """The first token at ``start`` that is no mark between cells."""
    at = page.at(start)
    while at < len(page.tokens) - 1 and page.tokens[at].text in _MARKS:
        at += 1
    return at


def _numbered(mention: MeetingMention, first: int, last: int, number: int) -> MeetingMention:
    """One of the series to which ``mention`` belongs, by its number alone."""
    return replace(
        mention, first=first, last=last, head=first, name_last=last, ordinal=number, parties=(), joined=(),
        happens=True, is_named=False, proper=False, definite=True, year=None, place=None, when=None, told=False,
        title_last=0, name_first=None, acronym=None, is_short=False, apart="", planned=False,
    )  # fmt: skip


def _behind(page: Page, mention: MeetingMention, taken: set[int]) -> Iterator[MeetingMention]:
    index = page.sentence_of(mention.first)
    stop = min(page.sentences[index].last, mention.last + _LONGEST) if index is not None else 0
    for at in range(mention.last + 1, stop - 3):
        opens = page.tokens[at].lower == "the" and page.tokens[at - 1].lower in (",", "and", ";", "while")
        if not opens or any(place in taken for place in range(at, at + 3)):
            continue
        number = ordinal_ending(page, at + 2, at)
        last = at + 2 + (page.tokens[at + 2].lower == "one")
        if number and number[0] != mention.ordinal and _tells_when_or_where(page, last) and not counts_some(page, last):
            taken.update(range(at, last))
            yield _numbered(mention, at + 1, last, number[0])


def _tells_when_or_where(page: Page, at: int) -> bool:
    """Whether a place or day follows: the second *in Lima*, *in 2021*, *on 3 May*, *took place in May*."""
    if at + 1 >= len(page.tokens):
        return False
    lead, named = page.tokens[at], page.tokens[at + 1]
    if lead.lower not in ("in", "on", "at"):
        held = lead.lower in ("was", "took", "followed") and named.lower in ("held", "place", "in", "on")
        return held and at + 2 < len(page.tokens)
    return named.is_capitalised or year_at(page, at + 1) is not None or (lead.lower == "on" and named.text.isdecimal())
