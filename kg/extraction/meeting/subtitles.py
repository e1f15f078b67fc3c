"""Lines that say of what kind the meeting of the headline is: *Conference, 3 May 2024* under its title."""

from kg.extraction.meeting.phrases import NamingReader, PhraseReader
from kg.extraction.words.tables import Hit

_LONGEST = 14  # tokens of the line


class SubtitleReader(NamingReader):
    """Finds the title over a line that names only a kind, a day and perhaps a place."""

    def __init__(self, phrases: PhraseReader) -> None:
        super().__init__(phrases)
        self._dates = {self.page.at(hit.start) for hit in self.page.dates}

    def title(self, hit: Hit, first: int, last: int) -> int | None:
        """Where the headline begins that the line with the kind at ``hit`` is about, or None."""
        index = self.page.sentence_of(first)
        if not index or last != hit.last or last >= len(self.tokens):
            return None
        line, above = self.page.sentences[index], self.page.sentences[index - 1]
        lone = line.first == first and line.last - first < _LONGEST and line.block.kind in ("dateline", "heading")
        dated = last in self._dates or (self.tokens[last].text in ",|" and last + 1 in self._dates)
        return above.first if lone and dated and above.block.kind == "headline" else None
