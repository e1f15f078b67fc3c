"""What a house prints around its text, line by line: boilerplate, contacts, its account of itself, titles cut short."""

import re
from collections.abc import Sequence

from kg.extraction.date.datelines import DATE_ANYWHERE
from kg.extraction.text.blocks import Block
from kg.extraction.text.houses import House
from kg.extraction.text.line_shapes import holds_sentences, is_prose
from kg.extraction.text.lines import Line
from kg.extraction.text.page_words import begins, is_furniture, is_languages, letterhead
from kg.extraction.words import tables

_MARKS_ONLY = re.compile(
    r"[^>]+ > [^>]+ > |[-\u2013]? ?\d{1,3} ?[-\u2013]$|page \d+(?: of \d+)?$|[\W_]{2,}$|(?:\* ?){3}", re.IGNORECASE
)
_TEASERS = 3  # blocks between a title and its repetition
_SHORTEST_CUT = 24
_TITLES = ("headline", "heading")


class FurnitureReader:
    """Knows the furniture of one page by its words and by what stands above it; ``found`` are the blocks so far."""

    def __init__(self, masked: str, house: House | None, meant: Sequence[Line], found: Sequence[Block]) -> None:
        self.masked = masked
        self.house = house
        self.lines = meant
        self.found = found
        self.contact = False  # the furniture just read is of the press contact
        self.teasers = False  # the furniture just read stands over titles of other pages
        self._told = max((line.start for line in meant if is_prose(line)), default=-1)

    def kind(self, line: Line, *, top: bool) -> str:
        """Which furniture a line is: boilerplate, about or caption; else nothing. ``top``: no prose yet."""
        if self.is_known(line.text) and (len(line.text) < 160 or not holds_sentences(line.text)):
            self.contact = begins("contact", line.text)
            self.teasers = line.text.strip().casefold() in tables.words("teaser-heads")
            return "boilerplate"
        if not top and self.teasers and line.start > self._told:
            return "boilerplate"  # *Related news*, below it titles to the end of the page
        if self._is_contact(line, top=top) or self._is_cut_title(line.text):
            return "boilerplate"
        if self._is_of_about(line, top=top):
            return "about"
        return "caption" if not line.marker and begins("caption", line.text.lstrip("[( ")) else ""

    def is_known(self, text: str) -> bool:
        """Whether words are furniture on any page, or on those of the house."""
        by_words = bool(_MARKS_ONLY.match(text)) or is_furniture(text) or is_languages(text)
        return by_words or (self.house is not None and self.house.is_furniture(text))

    def is_letterhead(self, text: str, at: int) -> bool:
        """Whether line ``at``, at the top, names the issuer and a longer title follows."""
        if self.house and self.house.is_heading(text):
            return True
        if len(text.split()) > 9 or not letterhead().match(text):
            return False
        titles = [line.text for line in self.lines[at + 1 : at + 5] if not is_prose(line)]
        return any(len(title.split()) > 3 and not DATE_ANYWHERE.search(title) for title in titles)

    def _is_contact(self, line: Line, *, top: bool) -> bool:
        """Whether a line right below a contact line goes on with name, number and address."""
        last = self.found[-1] if self.found else None
        if top or not last or last.kind != "boilerplate" or line.gap or is_prose(line):
            return False
        return self.contact

    def _is_of_about(self, line: Line, *, top: bool) -> bool:
        """Whether a paragraph stands right under *About the Agency*."""
        last = self.found[-1] if self.found else None
        if top or not last or last.kind != "heading" or not is_prose(line):
            return False
        return begins("about", self.masked[last.start : last.end])

    def _is_cut_title(self, text: str) -> bool:
        """Whether a line begins like a title just above and breaks off: *Minister of Tides calls on Mi ... Image 1*."""
        begun, dots, _ = text.replace("\u2026", "...").partition("...")
        titles = (self.masked[one.start : one.end] for one in self.found[-_TEASERS:] if one.kind in _TITLES)
        return bool(dots) and len(begun) > _SHORTEST_CUT and any(title.startswith(begun.strip()) for title in titles)
