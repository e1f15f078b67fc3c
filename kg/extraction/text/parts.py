"""A document longer than any release is read in parts, so that the cost of reading stays linear in its length.

Each part is read as a document of its own; what was read in it is then moved to where it stands in the whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extraction.text.page import Page
from kg.model.claims import Claim, MeetingReport, Participation
from kg.model.explanations import Mark, ReadBlock, ReadSentence, Unread
from kg.model.text import Document

LONGEST = 1 << 16
"""The most characters of a part: some twenty pages. No release comes near it."""

_ENDS = "\n\n", "\n", ". ", " "
"""Where a part may end, best first."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document that is read by itself, and where it begins."""

    document: Document
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the whole."""
        return self.start + len(self.document.text)


def parts(document: Document) -> Iterator[Part]:
    """The parts of a document, in order; nearly always the document itself. All have its date of issue."""
    if len(document.text) <= LONGEST:
        yield Part(document, 0)
        return
    start, published = 0, document.published
    while start < len(document.text):
        end = _end(document.text, start)
        foreign = tuple(
            replace(each, start=max(each.start - start, 0), end=each.end - start)
            for each in document.foreign
            if start < each.end and each.start < end
        )
        part = Part(replace(document, text=document.text[start:end], published=published, foreign=foreign), start)
        yield part
        published = published or (Page(part.document).published if start == 0 else None)
        start = end


def _end(text: str, start: int) -> int:
    """Where the part that begins at ``start`` ends: behind a paragraph, line, sentence or word of its last quarter."""
    last = start + LONGEST
    if last >= len(text):
        return len(text)
    for mark in _ENDS:
        found = text.rfind(mark, last - LONGEST // 4, last)
        if found >= 0:
            return found + len(mark)
    return last


def moved(claim: Claim, document: Document, by: int, meetings: int = 0) -> Claim:
    """A claim with its words ``by`` characters further on, in ``document``, and its meeting's number raised."""
    evidence = tuple(
        document.evidence(words.span.start + by, words.span.end + by, words.quotation) for words in claim.evidence
    )
    if isinstance(claim, MeetingReport | Participation):
        return replace(claim, evidence=evidence, meeting=f"e{number_of(claim) + meetings}")
    return replace(claim, evidence=evidence)


def number_of(claim: Claim) -> int:
    """The number of a claim's meeting in its document; 0 of a claim without one."""
    return int(claim.meeting.removeprefix("e")) if isinstance(claim, MeetingReport | Participation) else 0


def within(claims: Sequence[Claim], part: Part) -> list[Claim]:
    """The claims whose words stand in a part, as of that part alone."""
    return [
        moved(claim, part.document, -part.start)
        for claim in claims
        if part.start <= claim.evidence[0].span.start and claim.evidence[-1].span.end <= part.end
    ]


def moved_block(block: ReadBlock, document: Document, by: int, meetings: int) -> ReadBlock:
    """A block as it stands in the whole document."""
    sentences = tuple(
        ReadSentence(
            read.start + by,
            read.end + by,
            tuple(_moved_mark(mark, by, meetings) for mark in read.marks),
            tuple(moved(claim, document, by, meetings) for claim in read.claims),
            moved_unread(read.unread, by) if read.unread else None,
        )
        for read in block.sentences
    )
    return ReadBlock(block.kind, block.start + by, block.end + by, sentences)


def _moved_mark(mark: Mark, by: int, meetings: int) -> Mark:
    means = mark.means
    if mark.kind == "meeting" and means:
        means = f"e{int(means.removeprefix('e')) + meetings}"
    return replace(mark, start=mark.start + by, end=mark.end + by, means=means)


def moved_unread(found: Unread, by: int) -> Unread:
    """An unread sentence as it stands in the whole document."""
    return replace(found, start=found.start + by, end=found.end + by)
