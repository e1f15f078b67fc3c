"""One document laid open for reading: masked text, tokens, blocks, sentences, dates, and table look-ups."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final, TypeVar

from kg.extraction.computed import computed
from kg.extraction.date.dates import DateHit, dateline_date, find_dates, today_as_printed
from kg.extraction.text import hours
from kg.extraction.text.beside import side_by_side
from kg.extraction.text.cells import with_commas
from kg.extraction.text.headlines import without_verbs
from kg.extraction.text.houses import House, Issuer, house_of, issuer_of
from kg.extraction.text.layout import Block, blocks
from kg.extraction.text.lines import lines
from kg.extraction.text.lookups import LookUps
from kg.extraction.text.masking import mask, without
from kg.extraction.text.sentences import sentences
from kg.extraction.text.tokens import Token, tokenise, unbroken
from kg.model.dates import PartialDate
from kg.model.text import Document

T = TypeVar("T")

_PRINTED_AGAIN = 7  # days up to which a page may be put up after the day that its dateline tells
_BEYOND = 12  # tokens behind the last for which look-ups by token may be asked
_FURNITURE = ("boilerplate", "about")

_LONGEST_SENTENCE = 3_000  # tokens: what is longer is no sentence, and is read in pieces so that its cost stays linear

_BESIDE_PAGE = ("annotation", "sidecar", "manifest", "folder")
"""Where a date of issue comes from that the page itself does not print."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Sentence:
    """Tokens ``[first, last)`` that make one sentence (or one list item) of a block."""

    first: Final[int]
    last: Final[int]
    block: Final[Block]
    is_item: Final[bool] = False


@dataclass
class Page(LookUps):
    """A document and what its layers found. Token positions are used throughout; offsets only at the end."""

    document: Document
    text: str = field(init=False)
    tokens: list[Token] = field(init=False)

    def __post_init__(self) -> None:
        self.text = printed = without(mask(self.document.text), self.document.foreign)
        self._lines = lines(printed)
        self.text = with_commas(printed, self.blocks)  # layout has seen the strokes
        if self.text != printed:
            self._lines = lines(self.text)
        self.tokens = tokenise(self.text)
        self._starts = list(map(attrgetter("start"), self.tokens))
        self._lower_verbs()
        LookUps.__init__(self, self.tokens, self._beside_next())
        self._sentence_at = self._sentences_at()
        self._kept: dict[Callable[[Page], object], Any] = {}
        self._said: dict[tuple[int, int], str] = {}

    def _lower_verbs(self) -> None:
        """A headline prints verbs with a capital as names are, and they are none: Minister P *Meets* Q."""
        for block in self.blocks:
            if block.kind in ("headline", "heading"):
                first, last = self.at(block.start), self.before(block.end)
                self.tokens[first:last] = without_verbs(self.tokens[first:last])

    @computed
    def blocks(self) -> tuple[Block, ...]:
        """The layout blocks, in order."""
        return blocks(self.text, self.house, self._lines)

    @computed
    def house(self) -> House | None:
        """The publisher's descriptor, if there is one and no other may be meant."""
        return house_of(self.document, self.text)

    @property
    def _month_first(self) -> bool:
        return self.house is not None and self.house.month_first

    @computed
    def issuer(self) -> Issuer | None:
        """Who speaks on this page: by the descriptor, else the publisher told by metadata, with its state."""
        return issuer_of(self.house, self.document.publisher)

    @computed
    def dateline(self) -> PartialDate | None:
        """The date that a dateline prints."""
        found = dateline_date(self.text, self.blocks, self.document.published, month_first=self._month_first)
        return found.first if found else None

    @computed
    def is_dated(self) -> bool:
        """Whether the page itself prints when it was issued, a weekday in a line of its own included."""
        if self.dateline is not None or self.document.published_from not in _BESIDE_PAGE:
            return True
        return any(block.kind == "dateline" and self.dates_in(block) for block in self.blocks)

    @computed
    def published(self) -> PartialDate | None:
        """The date of issue: of the dateline or metadata, the more precise if they agree; else the date of *today*."""
        known, printed = self.document.published, self.dateline
        if printed is None and known is None:
            today = today_as_printed(self.text, month_first=self._month_first)
            return today.first if today else None
        if known is None or printed is None:
            return known or printed
        earliest, latest = known.bounds()
        agrees = earliest <= printed.bounds()[0] and printed.bounds()[1] <= latest
        return printed if agrees else known

    @computed
    def written(self) -> PartialDate | None:
        """The date against which *yesterday* is read: of the dateline, if the page was issued days after it."""
        issued, printed = self.published, self.dateline
        if issued is None or printed is None or printed.day is None:
            return issued
        return printed if 0 <= (issued.bounds()[0] - printed.bounds()[0]).days <= _PRINTED_AGAIN else issued

    @computed
    def dates(self) -> list[DateHit]:
        """Every date of the text, in order."""
        return find_dates(self.text, 0, len(self.text), self.written, month_first=self._month_first)

    def dates_in(self, block: Block) -> list[DateHit]:
        """The dates of one block, in order."""
        return self.dates_between(block.start, block.end)

    def dates_between(self, start: int, end: int) -> list[DateHit]:
        """The dates that begin in ``[start, end)`` (offsets of the text), in order."""
        found = self._date_starts
        return self.dates[bisect_left(found, start) : bisect_left(found, end)]

    @computed
    def _date_starts(self) -> list[int]:
        return [hit.start for hit in self.dates]

    @computed
    def sentences(self) -> list[Sentence]:
        """The sentences and list items, in order; furniture (boilerplate, a house's account of itself) is left out."""
        return [s for block in self.blocks if block.kind not in _FURNITURE for s in self._of_block(block)]

    @computed
    def about(self) -> list[Sentence]:
        """The sentences of the paragraphs under *About the Agency*: no part of the story, but they tell of the body."""
        return [s for block in self.blocks if block.kind == "about" for s in self._of_block(block)]

    def _of_block(self, block: Block) -> Iterator[Sentence]:
        if block.items:
            spans = [(start, end, True) for start, end in block.items]
        else:
            spans = [(start, end, False) for start, end in sentences(self.text, block.start, block.end)]
        for start, end, is_item in spans:
            first, last = self.at(start), self.before(end)
            for at in range(first, last, _LONGEST_SENTENCE):
                yield Sentence(at, min(at + _LONGEST_SENTENCE, last), block, is_item)

    def at(self, offset: int) -> int:
        """The first token that begins at or after ``offset``."""
        return bisect_left(self._starts, offset)

    def before(self, offset: int) -> int:
        """The token after the last one that begins before ``offset``."""
        return bisect_left(self._starts, offset)

    def sentence_of(self, token: int) -> int | None:
        """The index of the sentence that holds a token."""
        try:
            return self._sentence_at[token]
        except IndexError:
            return None

    def _sentences_at(self) -> list[int | None]:
        """For every token the index of its sentence; a few more, that what stands before and behind has none."""
        found: list[int | None] = [None] * (len(self.tokens) + _BEYOND)
        for index, sentence in enumerate(self.sentences):
            found[sentence.first : sentence.last] = [index] * (sentence.last - sentence.first)
        return found

    def entry_of(self, token: int) -> int | None:
        """The line of a programme that begins with the hour and holds a token, or stands above it."""
        index = self.sentence_of(token)
        return None if index is None else self._entries[index]

    @computed
    def _entries(self) -> tuple[int | None, ...]:
        return hours.entries(self.tokens, self.sentences)

    def _beside_next(self) -> list[bool]:
        """What :attr:`beside` says; behind the last token nothing stands: ``-1``, a few beyond need no guard."""
        begins = {line.start for line in self._lines}
        begins |= {
            self.tokens[entry.first].start for entry in self.sentences if entry.is_item and entry.first < entry.last
        }
        return side_by_side(self._starts, self.text, self.document.text, begins) + [False] * _BEYOND

    def words(self, first: int, last: int) -> str:
        """The words of tokens ``[first, last)`` on one line, marks of layout left out."""
        if last == first + 1:
            return self.tokens[first].text
        said = self._said.get((first, last))
        if said is None:
            printed = self.text[self.tokens[first].start : self.tokens[last - 1].end].replace("|", " ")
            said = self._said[first, last] = " ".join(unbroken(printed).split())
        return said

    def kept(self, work: Callable[["Page"], T]) -> T:
        """What ``work`` makes of the page, done once."""
        try:
            found: T = self._kept[work]
        except KeyError:
            found = self._kept[work] = work(self)
        return found
