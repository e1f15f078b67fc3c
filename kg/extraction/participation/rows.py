"""The sentences of a page as rows of chunks: the entries of a list follow what introduces them, parted by ;."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk, Row, of_sentence
from kg.extraction.participation.columns import entry, names_others, opens_roster
from kg.extraction.participation.ellipses import AUXILIARIES
from kg.extraction.participation.rosters import goes_on_heading, is_finite, is_roster_entry, roster_noun
from kg.extraction.text.entries import heads_entries
from kg.extraction.text.hours import timed
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables

_TITLES = ("headline", "heading", "dateline")
_ROSTER = 12  # chunks that the heading of a list of participants has at most
_NOTES = 4  # sentences between the heading of a list and its first entry


def opens_recital(chunks: Sequence[Chunk]) -> bool:
    """Whether a paragraph recalls what was before a decision: *Also recalling* its 5th session; *Taking note* of it."""
    at = 1 if chunks and chunks[0].is_word("also", "further", "again") else 0
    opens = chunks[at] if at < len(chunks) else None
    return opens is not None and opens.kind == "word" and opens.text in tables.words("recital-openers")


def arrives(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a chunk only says that the one in front comes, and who he is follows: P *arrives* - T; P *arrives*, T."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    verb = chunks[at].kind == "word" and chunks[at].text in tables.words("arrives-verbs")
    told = behind is not None and behind.is_word("-", "\u2013", "\u2014", ",", "(")
    return verb and told and at > 0 and chunks[at - 1].person is not None


class RowReader:
    """Reads the rows of one page; ``begins`` has the chunk that begins at each token."""

    def __init__(self, page: Page, begins: Sequence[Chunk | None]) -> None:
        self.page = page
        self.begins = begins
        self.rows: list[list[Chunk]] = []

    def all(self) -> list[Row]:
        """Every row, in order."""
        self._read()
        return [Row(chunks) for chunks in self.rows]

    def _read(self) -> None:
        before: Sentence | None = None
        in_roster, headed, timed_lines = False, list[Chunk](), frozenset(self.page.kept(timed))
        for number, sentence in enumerate(self.page.sentences):
            chunks = of_sentence(self.begins, sentence)
            if number in timed_lines:
                chunks = [chunk for at, chunk in enumerate(chunks) if not arrives(chunks, at)]
            if columns := opens_roster(self.page, sentence, chunks):
                self.rows.append([*columns, Chunk("word", sentence.last - 1, sentence.last - 1, ":")])
                in_roster, before, headed = True, sentence, columns
                continue
            plain = sentence.block.kind == "table" and all(chunk.kind == "word" for chunk in chunks)
            if plain or names_others(self.page, sentence, chunks):
                continue  # the names of its columns
            if in_roster and self._is_empty() and not heads_entries(chunks) and self._names_columns(sentence):
                continue
            opens = self._opens_roster(sentence, chunks) or self._opens_side(number, chunks)
            if in_roster and not opens and self._is_empty() and goes_on_heading(sentence, chunks):
                self.rows[-1] += [*chunks, self.rows[-1][-1]]
                before = sentence
                continue
            if in_roster and not opens and self._is_empty() and self._is_note(number, chunks):
                self.rows.insert(-1, chunks)
                continue
            in_roster = not opens and in_roster and is_roster_entry(sentence, chunks)
            goes_on = before and not opens and not opens_recital(chunks) and self._carries_on(before, sentence)
            if self.rows and (in_roster or goes_on):
                if not self.rows[-1] or not self.rows[-1][-1].is_word(":"):
                    self._mark(sentence.first, ";")
                self.rows[-1] += entry(sentence.block, headed, chunks)
            else:
                headed = []
                self.rows.append(chunks)
            if opens:
                self._open(chunks)
            in_roster = in_roster or opens or self._introduces_roster(chunks)
            before = sentence

    def _names_columns(self, sentence: Sentence) -> bool:
        """Whether a line is only what columns are called, side by side or one to a line: *Name, State/Organisation*."""
        tokens = self.page.tokens[sentence.first : sentence.last]
        words = [word for token in tokens if token.is_word for word in token.lower.split("/")]
        return bool(words) and all(word in tables.words("column-words") for word in words)

    def _opens_side(self, number: int, chunks: Sequence[Chunk]) -> bool:
        """Whether a line names for whom the one below it acts: *For the Tide Council*, over P."""
        if not chunks or not chunks[0].is_word("for") or not heads_entries(chunks):
            return False
        below = self.page.sentences[number + 1 : number + 2]
        begun = [chunk for one in below for chunk in self.begins[one.first : one.first + 1]]
        return any(chunk is not None and chunk.person is not None for chunk in begun)

    def _is_empty(self) -> bool:
        """Whether the last row is the heading of a list without an entry so far."""
        row = self.rows[-1]
        return bool(row) and row[-1].is_word(":") and not any(chunk.person or chunk.body for chunk in row)

    def _is_note(self, number: int, chunks: Sequence[Chunk]) -> bool:
        """Whether a sentence between the heading of a list and its first entry is about it: *All were present.*"""
        noted = False
        for sentence in self.page.sentences[number : number + _NOTES]:
            said = of_sentence(self.begins, sentence)
            if not self._tells(sentence, said):
                return noted and heads_entries(said) and not any(chunk.person for chunk in chunks)
            noted = True
        return False

    @staticmethod
    def _tells(sentence: Sentence, chunks: Sequence[Chunk]) -> bool:
        prose = sentence.block.kind == "prose" and not sentence.is_item
        return prose and any(map(is_finite, chunks)) and not chunks[-1].is_word(":")

    def _mark(self, at: int, mark: str) -> None:
        self.rows[-1].append(Chunk("word", at, at, mark))

    def _open(self, chunks: list[Chunk]) -> None:
        """Set colons behind the noun of a heading and behind all of it, so that it reads like any *participants:*."""
        row, end = self.rows[-1], chunks[-1].last
        noun = roster_noun(chunks[:-1] if chunks[-1].is_word(":") else chunks) or len(chunks)
        if noun < len(chunks) and not chunks[noun].is_word(":"):
            row.insert(len(row) - len(chunks) + noun, Chunk("word", chunks[noun].first, chunks[noun].first, ":"))
        if not row[-1].is_word(":"):
            row.append(Chunk("word", end, end, ":"))

    def _opens_roster(self, sentence: Sentence, chunks: list[Chunk]) -> bool:
        """Whether a line is the heading of a list of those who took part: *List of participants*; *Speakers:*."""
        if not chunks or len(chunks) > _ROSTER or sentence.block.kind == "dateline":
            return False
        if chunks[-1].is_word(":"):
            return roster_noun(chunks[:-1]) is not None
        return sentence.block.kind in ("heading", "item", "list") and roster_noun(chunks) is not None

    def _introduces_roster(self, chunks: list[Chunk]) -> bool:
        """Whether a sentence ends in a colon that stands before those of whom it tells: *were represented as:*."""
        if not chunks or not chunks[-1].is_word(":"):
            return False
        told = tables.words("attending-verbs") | {"following", "present"}
        return any(c.text in told for c in chunks if c.kind == "word")

    def _is_told(self, sentence: Sentence) -> bool:
        """Whether it is a sentence of its own, with a verb: *is attributable to the spokesperson:* P met Q."""
        prose = sentence.block.kind == "prose" and not sentence.is_item
        return prose and any(map(is_finite, of_sentence(self.begins, sentence)))

    def _carries_on(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence or entry goes on with the one before: after a colon, comma, semicolon, or in its list."""
        if sentence.block.kind in _TITLES or before.block.kind in ("headline", "dateline"):
            return False
        if sentence.is_item and before.block is sentence.block:
            return True
        opening = [token.lower for token in self.page.tokens[sentence.first : sentence.first + 2]]
        if before.block is sentence.block and opening[:1] == ["so"] and opening[1:] and opening[1] in AUXILIARIES:
            return True  # So did Q: said with the verb before
        final = self.page.tokens[before.last - 1]
        between = self.page.text[final.end : self.page.tokens[sentence.first].start]
        introduced = sentence.is_item and (
            sentence.block.intro is not None or final.lower in tables.words("list-intros")
        )
        if final.text == ":" and sentence.block is not before.block and self._is_told(sentence):
            return False
        return final.text in ":,;" or between.lstrip().startswith((";", ",", ":")) or introduced
