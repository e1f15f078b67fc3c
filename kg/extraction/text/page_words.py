"""Lines of a page known by their words: furniture, captions, labels, headings, letterheads, places."""

import re
from functools import cache

from kg import resources
from kg.extraction.words import tables

_TOLD = 7
"""Words of a caption that tells more than whose the picture is."""

_BETWEEN_WORDS = re.compile(r"[\s|/,()\u00b7\u2022-]+")
_FIRST_WORD = re.compile(r"[\s|/,()\u00b7\u2022-]*([^\s|/,()\u00b7\u2022-]+)")


def is_heading(text: str) -> bool:
    """Whether a line is a heading by its words: *Participants*, *About the Agency*."""
    plain = text.partition(" / ")[0].rstrip(":").casefold()
    return plain in words("heading") or (plain.startswith("about ") and len(plain) < 50)


def is_label(text: str) -> bool:
    """Whether a line begins with a label: *Moderator: …*."""
    label = re.split(r"[:|]", text[:60], maxsplit=1)[0]
    return bool(text[len(label) + 1 :].strip()) and label.strip().casefold() in words("label")


def is_place(text: str) -> bool:
    """Whether a line begins with a known city."""
    return text.split(",", maxsplit=1)[0].casefold() in _cities()


def is_languages(text: str) -> bool:
    """Whether a line only offers the page in other languages: *English | Français | Español*."""
    opening, languages = text[:200].casefold(), words("language")
    first = _FIRST_WORD.match(opening)
    if first is None or first[1] not in languages:
        return False
    said = [word for word in _BETWEEN_WORDS.split(opening) if word]
    return len(said) > 1 and languages.issuperset(said)


def begins(kind: str, text: str) -> bool:
    """Whether a line begins with words of one kind."""
    return bool(_beginning(kind).match(text))


def is_furniture(text: str) -> bool:
    """Whether a line begins with words of furniture; no caption that tells who is on a picture: *Photo: From left*."""
    return begins("boilerplate", text) and not _tells(text)


def _tells(text: str) -> bool:
    label, colon, told = text.partition(":")
    said = [word.strip(",.():;") for word in told.casefold().split()]
    if not colon or label.strip().casefold() not in words("caption") or len(said) < _TOLD:
        return False
    return not tables.words("caption-words").isdisjoint(said)


@cache
def _beginning(kind: str) -> re.Pattern[str]:
    """A pattern for the words of one kind at the beginning of a line, whole words only."""
    ended = [re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "") for word in sorted(words(kind), reverse=True)]
    return re.compile(f"(?:{'|'.join(ended)})", re.IGNORECASE)


@cache
def letterhead() -> re.Pattern[str]:
    """The beginnings of lines that name an issuer."""
    lead = "|".join(re.escape(word) for word in sorted(words("letterhead-lead"), reverse=True))
    return re.compile(rf"(?:(?:{lead}) ){{0,2}}{_beginning('letterhead').pattern}", re.IGNORECASE)


@cache
def words(kind: str) -> frozenset[str]:
    """The forms of one kind."""
    return frozenset(form for form, of_kind in _rows("page-words.tsv") if of_kind == kind)


@cache
def _cities() -> frozenset[str]:
    return frozenset(city.casefold() for city, _ in _rows("cities.tsv"))


@cache
def _rows(table: str) -> tuple[tuple[str, str], ...]:
    """The first two columns of a word table, its header and notes left out."""
    text = (resources.lexicon() / table).read_text(encoding="utf-8")
    lines_of_table = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((cells[0], cells[1]) for cells in lines_of_table[1:])
