"""A sentence cut where its mentions and the words of its claims begin and end."""

from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.explanations import Mark, ReadSentence

SIGNS = {"person": "P", "organisation": "B", "state": "S", "meeting": "M", "title": "T", "date": "D"}
NOUNS = {"organisation": "body"}
"""Kinds of mentions by another word for people."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text ``[start, end)`` in which nothing begins or ends; ``marks`` hold it, the widest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    closing: int
    """How many of the marks of the piece before end here."""
    opening: int
    """How many of ``marks`` begin here: the last ones."""


def pieces(read: ReadSentence, cuts: Sequence[int] = ()) -> Iterator[Piece]:
    """The pieces of a sentence, also cut at the offsets ``cuts``. A mark across the end of another is taken up again.

    The last piece is empty: it closes what is open.
    """
    marks = sorted(
        (mark for mark in read.marks if read.start <= mark.start < read.end), key=lambda mark: (mark.start, -mark.end)
    )
    ends = [min(mark.end, read.end) for mark in marks]
    places = sorted({read.start, read.end, *(mark.start for mark in marks), *ends})
    places = sorted({*places, *(cut for cut in cuts if read.start < cut < read.end)})
    held: list[int] = []
    before: tuple[int, ...] = ()
    at = 0
    for start, end in zip(places, [*places[1:], read.end], strict=True):
        held = [number for number in held if ends[number] > start]
        while at < len(marks) and marks[at].start == start:
            insort(held, at)
            at += 1
        now = tuple(held)
        same = next((k for k, (one, two) in enumerate(zip(before, now, strict=False)) if one != two), None)
        kept = min(len(before), len(now)) if same is None else same
        yield Piece(start, end, tuple(marks[number] for number in now), len(before) - kept, len(now) - kept)
        before = now


def sign(mark: Mark) -> str:
    """What a mark begins with: its kind; which meeting, which date; ? if it stayed open what is meant."""
    if mark.means is None:
        return f"{SIGNS[mark.kind]}?"
    return f"{SIGNS[mark.kind]}:{mark.means}" if mark.kind in ("meeting", "date") else SIGNS[mark.kind]
