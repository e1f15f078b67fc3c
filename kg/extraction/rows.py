"""The sentences of a page as rows of chunks: the entries of a list follow what introduces them, parted by ;."""

from collections.abc import Sequence

from kg.extraction import tables
from kg.extraction.chunks import Chunk, of_sentence
from kg.extraction.entries import heads_entries
from kg.extraction.page import Page, Sentence

_TITLES = ("headline", "heading", "dateline")
_ROSTER = 12  # chunks that the heading of a list of participants has at most
_LABEL = 6


class RowReader:
    """Reads the rows of one page; ``begins`` has the chunk that begins at each token."""

    def __init__(self, page: Page, begins: Sequence[Chunk | None]) -> None:
        self.page = page
        self.begins = begins
        self.rows: list[list[Chunk]] = []

    def all(self) -> list[list[Chunk]]:
        """Every row, in order."""
        before: Sentence | None = None
        in_roster = False
        for sentence in self.page.sentences:
            chunks = of_sentence(self.begins, sentence)
            opens = self._opens_roster(sentence, chunks)
            in_roster = not opens and in_roster and self._is_in_roster(sentence, chunks)
            if self.rows and (in_roster or (before and not opens and self._carries_on(before, sentence))):
                if not self.rows[-1] or not self.rows[-1][-1].is_word(":"):
                    self._mark(sentence.first, ";")
                self.rows[-1] += chunks
            else:
                self.rows.append(chunks)
            if opens:
                self._open(chunks)
                in_roster = True
            before = sentence
        return self.rows

    def _mark(self, at: int, mark: str) -> None:
        self.rows[-1].append(Chunk("word", at, at, mark))

    def _open(self, chunks: list[Chunk]) -> None:
        """Set colons behind the noun of a heading and behind all of it, so that it reads like any *participants:*."""
        if chunks[-1].is_word(":"):
            return
        noun = next(at for at in range(len(chunks), 0, -1) if _heads_roster(chunks[:at])) if chunks else 0
        end = chunks[-1].last
        if noun < len(chunks):
            self.rows[-1].insert(noun, Chunk("word", chunks[noun].first, chunks[noun].first, ":"))
        self.rows[-1].append(Chunk("word", end, end, ":"))

    def _opens_roster(self, sentence: Sentence, chunks: list[Chunk]) -> bool:
        """Whether a line is the heading of a list of those who took part: *List of participants*; *Speakers:*."""
        if not chunks or len(chunks) > _ROSTER or sentence.block.kind == "dateline":
            return False
        if sentence.block.kind not in ("heading", "headline", "item", "list") and not chunks[-1].is_word(":"):
            return False
        if chunks[-1].is_word(":"):
            return _heads_roster(chunks[:-1])
        longer = [chunk for chunk in chunks if chunk.kind != "word"]
        return _heads_roster(chunks) or (
            all(chunk.kind == "meeting" for chunk in longer)
            and any(
                _heads_roster(chunks[:at]) and chunks[at].is_word("of", "in", "at", "to", "(")
                for at in range(1, min(_LABEL, len(chunks)))
            )
        )

    def _is_in_roster(self, sentence: Sentence, chunks: list[Chunk]) -> bool:
        """Whether a line is an entry of the list above it, or heads some of its entries."""
        if heads_entries(chunks):
            return True
        if sentence.block.kind not in ("item", "list", "table") and not sentence.is_item:
            return False
        return not self._is_labelled(chunks)

    @staticmethod
    def _is_labelled(chunks: list[Chunk]) -> bool:
        """Whether a line has a label of its own that is no body's and heads no list: *Venue: Oslo*."""
        colon = next((at for at, chunk in enumerate(chunks[:_LABEL]) if chunk.is_word(":")), None)
        if colon is None or any(chunk.body or chunk.person or chunk.titles for chunk in chunks[:colon]):
            return False
        return not (_heads_roster(chunks[:colon]) or heads_entries(chunks[: colon + 1]))

    def _carries_on(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence or entry goes on with the one before: after a colon, comma, semicolon, or in its list."""
        if sentence.block.kind in _TITLES or before.block.kind in ("headline", "dateline"):
            return False
        if sentence.is_item and before.block is sentence.block:
            return True
        final = self.page.tokens[before.last - 1]
        between = self.page.text[final.end : self.page.tokens[sentence.first].start]
        introduced = sentence.is_item and (
            sentence.block.intro is not None or final.lower in tables.words("list-intros")
        )
        return final.text in ":,;" or between.lstrip().startswith((";", ",", ":")) or introduced


def _heads_roster(chunks: Sequence[Chunk]) -> bool:
    """Whether these words are those of a heading over who took part, as the triggers have them."""
    words = tuple(chunk.text for chunk in chunks)
    if not words or any(chunk.kind not in ("word", "titles") for chunk in chunks):
        return False
    known = tables.by_first_word("triggers").get(words[0], ())
    return any(row["rule"] == "part.heading" and _said(phrase) == words for phrase, row in known)


def _said(phrase: tuple[str, ...]) -> tuple[str, ...]:
    return phrase[:-1] if phrase[-1] == ":" else phrase
