"""When two strings say the same: what is taken off before names, titles and roles are compared.

The words that count as the same stand in ``matching.tsv``.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

ARTICLES = frozenset(("the", "a", "an"))

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE"}
    | {"œ": "oe", "Œ": "OE", "ı": "i", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}
)
_POSSESSIVE = re.compile(r"['’‘`´]s\b")
_POINTED = re.compile(r"\b((?:[a-z]\.){2,})")
_APOSTROPHE = re.compile(r"['’‘`´ʼ]")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_WORD = re.compile(r"[^\W_]+")
_PLURAL = re.compile(r"(?:ies|es|s)$")
_SHORTEST_STEMMED = 5


@cache
def same(kind: str) -> dict[str, str]:
    """The forms of one kind of ``matching.tsv``, each with what it is the same as."""
    lines = Path(__file__).with_name("matching.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:] if not line.startswith("#"))
    return {form: means for row_kind, form, means in rows if row_kind == kind}


@lru_cache(maxsize=65536)
def normal(text: str | None) -> str:
    """Lower case, without marks and articles, number words as digits, spelling and some short forms made one.

    >>> normal("the Third UN–EU Leaders’ Organisation")
    '3 united nations european union leaders organization'
    """
    decomposed = unicodedata.normalize("NFKD", (text or "").translate(_LETTERS))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower().replace("&", " and ")
    plain = _POSSESSIVE.sub("", plain)
    plain = _POINTED.sub(lambda match: match[1].replace(".", ""), plain)
    plain = _ORDINAL.sub(r"\1", _APOSTROPHE.sub("", plain))
    spelling, numbers = same("spelling"), same("number")
    words: list[str] = []
    for word in _WORD.findall(plain):
        words += spelling.get(word, numbers.get(word, word)).split()
    return " ".join(word for word in words if word not in ARTICLES)


def unbracketed(text: str | None) -> str:
    """The text without what stands in brackets."""
    return re.sub(r"\([^)]*\)", " ", text or "")


@lru_cache(maxsize=65536)
def content(text: str | None) -> frozenset[str]:
    """The words that carry meaning, without plural endings."""
    light = same("light")
    return frozenset(_stem(word) for word in normal(text).split() if word not in light)


def _stem(word: str) -> str:
    return _PLURAL.sub("", word) if len(word) >= _SHORTEST_STEMMED else word


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """How alike two titles are whatever the order of their words, 0 to 100: twice the longest common subsequence.

    >>> round(likeness("Director of Policy", "Policy Director"), 1)
    90.9
    """
    left, right = (" ".join(sorted(normal(text).split())) for text in (one, other))
    if not left or not right:
        return 0.0
    before = [0] * (len(right) + 1)
    for letter in left:
        row = [0]
        for at, also in enumerate(right):
            row.append(before[at] + 1 if letter == also else max(before[at + 1], row[at]))
        before = row
    return 200.0 * before[-1] / (len(left) + len(right))
