"""Names as extraction compares them. IRIs fold by :func:`kg.iris.fold`, identity by :mod:`kg.identity.names`."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae"}
    | {"œ": "oe", "Œ": "oe", "ı": "i", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th"}
)
_SHORT = {"un": "united nations", "eu": "european union", "us": "united states", "uk": "united kingdom"}
_SPELLING = {"organisation": "organization", "center": "centre", "program": "programme", "defense": "defence"}


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without case, diacritics, marks and articles, with the commonest short forms spelt out.

    >>> fold("the UN Counter-terrorism Centre")
    'united nations counter terrorism centre'
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    if not decomposed.isascii():  # in which no marks are left to take off
        decomposed = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    letters = decomposed.casefold()
    letters = re.sub(r"['\u2018\u2019`]s\b", "", letters.replace("&", " and "))
    letters = re.sub(r"['\u2018\u2019`]", "", letters)
    words: list[str] = []
    for word in re.findall(r"[^\W_]+", letters):
        if word not in ("the", "a", "an"):
            words += _SHORT.get(word, _SPELLING.get(word, word)).split()
    return " ".join(words)
