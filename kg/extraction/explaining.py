"""How a document was read, laid out sentence by sentence, so that a wrong reading can be understood."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from kg.extraction.quoting import offsets
from kg.extraction.reading import Reading
from kg.extraction.stating import claims
from kg.extraction.text.page import Page
from kg.extraction.text.parts import moved_block, number_of, parts
from kg.extraction.unread import unread_on
from kg.model.claims import Claim, NameUse
from kg.model.explanations import Explanation, Mark, ReadBlock, ReadSentence
from kg.model.text import Document


def explain(document: Document) -> Explanation:
    """Every block, sentence, mention and claim; and what looks like a claim although none that enters a graph came."""
    blocks: list[ReadBlock] = []
    meetings = 0
    for part in parts(document):
        found = _Explaining(Reading(Page(part.document)))
        blocks += [moved_block(block, document, part.start, meetings) for block in found.blocks()]
        meetings += max((number_of(claim) for claims in found.claims for claim in claims), default=0)
    return Explanation(document, tuple(blocks))


class _Explaining:
    """One reading, sorted by its sentences."""

    def __init__(self, reading: Reading) -> None:
        self.page = reading.page
        tokens = self.page.tokens
        self.spans = [(tokens[read.first].start, tokens[read.last - 1].end) for read in self.page.sentences]
        self.starts = [start for start, _ in self.spans]
        said = claims(reading)
        self.claims: list[list[Claim]] = [[] for _ in self.spans]
        for claim in said:
            self.claims[self._home(claim)].append(claim)
        self.marks: list[list[Mark]] = [[] for _ in self.spans]
        for mark in sorted(_marks(reading), key=lambda mark: (mark.start, -mark.end, mark.kind)):
            index = self._sentence(mark.start)
            if index is not None:
                self.marks[index].append(mark)
        self.unread = {found.start: found for found in unread_on(self.page, said)}

    def blocks(self) -> Iterator[ReadBlock]:
        """The blocks in order, each with its sentences."""
        at = 0
        for block in self.page.blocks:
            first = at
            while at < len(self.spans) and self.page.sentences[at].block is block:
                at += 1
            yield ReadBlock(block.kind, block.start, block.end, tuple(self._read(index) for index in range(first, at)))

    def _read(self, index: int) -> ReadSentence:
        start, end = self.spans[index]
        return ReadSentence(start, end, tuple(self.marks[index]), tuple(self.claims[index]), self.unread.get(start))

    def _home(self, claim: Claim) -> int:
        """The sentence from which a claim was cut: a name where it comes first, else where most of the words stand."""
        homes = [max(0, bisect_right(self.starts, words.span.start) - 1) for words in claim.evidence]
        if isinstance(claim, NameUse):
            return min(homes)
        counts = Counter(homes)
        return max(counts, key=lambda index: (counts[index], index))

    def _sentence(self, offset: int) -> int | None:
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.spans[index][1] else None


def _marks(reading: Reading) -> Iterator[Mark]:
    page = reading.page
    for mention in reading.person_mentions:
        person = reading.person_of.get(mention)
        yield _mark(page, mention.first, mention.last, "person", person.name if person else None, mention.rule)
    for body in reading.bodies:
        for named in body.mentions:
            kind = "state" if body.is_state else "organisation"
            yield _mark(page, named.first, named.outer, kind, body.name, named.rule)
    for meeting in reading.meetings:
        for noun in meeting.mentions:
            yield _mark(page, noun.first, noun.last, "meeting", meeting.identifier)
    for group in reading.titles:
        holder = reading.owner.get(group.first)
        person = reading.person_of.get(holder) if holder else None
        yield _mark(page, group.first, group.last, "title", person.name if person else None)
    for date in page.dates:
        days = [str(day) for day in dict.fromkeys((date.first, date.last)) if day]
        yield Mark(date.start, date.end, "date", "/".join(days) or None)


def _mark(page: Page, first: int, last: int, kind: str, means: str | None, rule: str | None = None) -> Mark:
    return Mark(*offsets(page, first, last), kind, means, rule)
