"""The words of which names are made: initials, particles, given names, ordinary words."""

import unicodedata
from functools import lru_cache

from kg.extraction.text.tokens import Token
from kg.extraction.words import tables

of_form = lru_cache(maxsize=1 << 14)
"""What a form of a word is, worked out once: texts say the same words again and again."""
_DONE = 7
"""Letters from which on an ordinary verb with *ed* is no name."""


def is_initial(token: Token) -> bool:
    """``V``, ``V.I.``: letters that stand for a given name."""
    return _is_initial(token.text)


@of_form
def _is_initial(text: str) -> bool:
    return text.isupper() if len(text) == 1 else text[-1] == "." and text.replace(".", "").isupper()


def is_particle(token: Token) -> bool:
    """``de``, ``van``, ``bin``: a small word inside a name."""
    return token.lower in tables.words("name-particles")


def is_of_speech(token: Token) -> bool:
    """``said``, ``stressed``: a verb beside the name of one who speaks."""
    return token.lower in tables.words("speech-verbs")


def is_given(token: Token) -> bool:
    """Whether the word is a known given name; of a double one (Jean-Marc, Mary-Ann) the first part will do."""
    return _is_given(token.lower)


@of_form
def _is_given(lower: str) -> bool:
    given = tables.words("given-names")
    return lower in given or lower.partition("-")[0] in given or plain(lower) in given


def plain(text: str) -> str:
    """Letters without their marks: Ségolène, Segolene."""
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def is_east_asian(token: Token) -> bool:
    """``Jae-wan``: two syllables of a given name, the second one small."""
    return "-" in token.text and token.is_capitalised and _is_east_asian(token.text)


def _is_east_asian(text: str) -> bool:
    first, _, second = text.partition("-")
    small = first.isalpha() and second.isalpha() and second.islower()
    return small and max(len(first), len(second)) <= 6 and not _is_word(first)


def _is_word(text: str) -> bool:
    return len(text) > 3 and text.casefold() in tables.words("common-words")


def leads_east_asian(token: Token) -> bool:
    """``Kim``, ``Nguyen``: a family name that stands before the given name."""
    return token.lower in tables.words("surnames-first")


def is_ordinary(token: Token) -> bool:
    """Whether the word is ordinary English."""
    return _is_ordinary(token.lower, token.is_acronym)


@of_form
def _is_ordinary(lower: str, is_acronym: bool) -> bool:
    ordinary = tables.words("common-words")
    if lower in ordinary or ("-" in lower and not ordinary.isdisjoint(lower.split("-"))):
        return True
    if lower.endswith("ed") and len(lower) >= _DONE and not ordinary.isdisjoint((lower[:-1], lower[:-2])):
        return True  # *Expanded*; shorter ones may be names: Rashed
    return is_acronym and any(_without(lower, ending) in ordinary for ending in ("s", "es", "d", "ed", "ing"))


def _without(lower: str, ending: str) -> str:
    """A word in capitals without an ending of verbs and plurals, which the table leaves out: OPENS."""
    return lower.removesuffix(ending) if len(lower) > len(ending) + 2 else lower
