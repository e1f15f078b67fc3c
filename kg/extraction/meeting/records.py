"""Records of whom somebody met, label by label: *Date*: 3 May; *Met with*: Minister P; *Place*: Oslo."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import cues
from kg.model.dates import PartialDate

_FEWEST = 2
"""Records that a page has at least, so that its labels are none of a form or a caption."""
_FAR = 6
"""Lines between the label of a record and that of its day."""
_LABEL = 3
"""Tokens of a label that has a line of its own."""


@dataclass(frozen=True, slots=True)
class _Record:
    """A label at tokens ``[first, last)`` of line ``line``, and the tokens of those met."""

    line: int
    first: int
    last: int
    start: int
    end: int


def with_records(page: Page, people: Sequence[bool], found: Sequence[MeetingMention]) -> list[MeetingMention]:
    """The meetings found and those of records with a day, in order."""
    records = [record for record in page.kept(_records) if any(people[record.start : record.end])]
    if len(records) < _FEWEST:
        return list(found)
    told = list(_mentions(page, people, records))
    if len(told) < _FEWEST:
        return list(found)
    inside = {at for record in records for at in range(record.first, record.last)}
    return sorted([*told, *(one for one in found if one.first not in inside)], key=lambda mention: mention.first)


def those_met(page: Page, mention: MeetingMention) -> tuple[int, int]:
    """The tokens of those met by the record that a mention is of."""
    numbered = page.kept(_numbers)
    record = page.kept(_records)[numbered[mention.first]] if mention.first in numbered else None
    return (record.start, record.end) if record else (0, 0)


def labelled_place(page: Page, mention: MeetingMention) -> tuple[int, int]:
    """The tokens behind the label of a place in the record that a mention is of: *Place*: Oslo."""
    records = page.kept(_records)
    at = page.kept(_numbers).get(mention.first)
    if at is None:
        return (0, 0)
    stop = records[at + 1].line if at + 1 < len(records) else len(page.sentences)
    for number in range(records[at].line + 1, min(stop, records[at].line + _FAR + 1)):
        line = page.sentences[number]
        if line.first < line.last and page.match(cues("setting-cues", "place-label"), line.first, line.last):
            below = page.sentences[min(number + 1, len(page.sentences) - 1)]
            return line.first, below.last if line.last - line.first < _LABEL else line.last
    return (0, 0)


def _records(page: Page) -> list[_Record]:
    return [record for number in range(len(page.sentences)) if (record := _record(page, number))]


def _numbers(page: Page) -> dict[int, int]:
    """The number of each record by the first token of its label."""
    return {record.first: number for number, record in enumerate(page.kept(_records))}


def _record(page: Page, number: int) -> _Record | None:
    """The record that a line is the label of, or begins with: *MET WITH* over P; *Met with*: P."""
    line = page.sentences[number]
    label = page.match(tables.phrases("record-labels"), line.first, line.last) if line.first < line.last else None
    if label is None:
        return None
    at = label.last
    if at < line.last and page.tokens[at].text in (":", ",", "|"):
        at += 1
        if at < line.last and page.tokens[label.last].text != ",":
            return _Record(number, label.first, label.last, at, line.last)
    if at < line.last or number + 1 == len(page.sentences):
        return None
    below = page.sentences[number + 1]
    return _Record(number, label.first, label.last, below.first, below.last)


def _mentions(page: Page, people: Sequence[bool], records: Sequence[_Record]) -> Iterator[MeetingMention]:
    days = _days(page, records)
    for record in records:
        day = days.get(record.line)
        if day is None or _is_cancelled(page, record):
            continue  # Counterpart: P, whom the press may call; Met with: P (cancelled)
        first = next(at for at in range(record.start, record.end) if people[at])
        named = next((at for at in range(first, record.end) if not people[at]), record.end)
        yield MeetingMention(
            first=record.first,
            last=record.last,
            head=record.last - 1,
            kind="meeting",
            definite=False,
            proper=True,
            weak=False,
            name_last=named,
            told=True,
            happens=True,
            in_heading=True,
            opens_line=True,
            labelled=True,
            is_named=True,
            when=day,
            recorded=True,
        )


def _is_cancelled(page: Page, record: _Record) -> bool:
    called_off = cues("setting-cues", "cancelled")
    return any(page.match(called_off, at, record.end) for at in range(record.start, record.end))


def _days(page: Page, records: Sequence[_Record]) -> dict[int, PartialDate]:
    """The day of each record by its line: of the label above it or, where the first has none above, below it."""
    labelled = [number for number in range(len(page.sentences)) if _day(page, number)]
    above = any(records[0].line - _FAR <= number < records[0].line for number in labelled)
    found = {}
    for record in records:
        near = range(record.line - _FAR, record.line) if above else range(record.line + 1, record.line + _FAR + 1)
        fits = labelled[bisect_left(labelled, near.start) : bisect_left(labelled, near.stop)]
        if fits and (day := _day(page, fits[-1] if above else fits[0])):
            found[record.line] = day
    return found


def _day(page: Page, number: int) -> PartialDate | None:
    """The day that a line labels, on it or on the line below."""
    line = page.sentences[number]
    label = page.match(cues("setting-cues", "day-label"), line.first, line.last) if line.first < line.last else None
    if label is None:
        return None
    last = line.last
    if label.last == last and number + 1 < len(page.sentences):
        last = page.sentences[number + 1].last
    hits = page.dates_between(page.tokens[line.first].start, page.tokens[last - 1].end)
    return hits[0].first if hits else None
