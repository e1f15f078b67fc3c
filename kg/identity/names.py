"""Names as they are compared: what writers vary is taken out, what tells two things apart stays.

The word lists beside this module are data: ``spellings.tsv``, ``light-words.txt``, ``generic-words.txt``; ordinals
come from the lexicon.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from kg import resources
from kg.errors import KnowledgeError
from kg.iris import fold

_HERE = Path(__file__).resolve().parent
_POSSESSIVE = re.compile(r"['’‘´`]s\b")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ARTICLES = frozenset({"the", "a", "an"})


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a word table, by column; raises :class:`kg.errors.KnowledgeError` naming file and line."""
    header: list[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) > len(header):
            raise KnowledgeError(
                f"{path.name}:{number}: expected {len(header)} columns ({', '.join(header)}), found {len(cells)}"
            )
        else:
            yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list beside this module."""
    lines = (_HERE / name).read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    return {row["form"]: tuple(row["words"].split()) for row in rows(_HERE / "spellings.tsv")}


@cache
def _ordinals() -> dict[str, str]:
    """Number words by folded form. Roman numerals are left out: I, V and X are also initials."""
    found: dict[str, str] = {}
    for row in rows(resources.lexicon() / "ordinals.tsv"):
        if row.get("roman") != "1":
            found.setdefault(fold(row["form"]), row["value"])
    return found


@lru_cache(maxsize=16_384)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, spelt one way, articles dropped.

    >>> words("the UN's Office of Counter-Terrorism")
    ('united', 'nations', 'office', 'of', 'counter', 'terrorism')
    """
    plain = _POSSESSIVE.sub("", _INITIALS.sub(lambda m: m[0].replace(".", ""), name))
    spelt = (part for word in fold(plain).split() for part in _spellings().get(word, (word,)))
    return tuple(word for word in spelt if word not in _ARTICLES)


def key(name: str) -> str:
    """What two spellings of one name share."""
    return " ".join(words(name))


@lru_cache(maxsize=16_384)
def with_ordinals(name: str) -> tuple[str, ...]:
    """The words of a name with number words as digits: third, 3rd and 3 are one.

    >>> with_ordinals("Third UN-EU dialogue"), with_ordinals("Twenty-first dialogue")
    (('3', 'united', 'nations', 'european', 'union', 'dialogue'), ('21', 'dialogue'))
    """
    spelt, found, at = words(name), list[str](), 0
    while at < len(spelt):
        two = _ordinals().get(" ".join(spelt[at : at + 2])) if at + 1 < len(spelt) else None
        found.append(two or _number(spelt[at]))
        at += 2 if two else 1
    return tuple(found)


def is_ordinal(word: str) -> bool:
    """Whether a word as printed counts: third, 3rd, twenty-first."""
    return _number(fold(word)) != fold(word)


def _number(word: str) -> str:
    numbered = _NUMBERED.fullmatch(word)
    return str(int(numbered[1])) if numbered else _ordinals().get(word, word)


def is_light(word: str) -> bool:
    """Whether a word (of :func:`words`) tells no two names apart: of, for, and."""
    return word in word_list("light-words.txt")


def content(name: str) -> frozenset[str]:
    """The words of a name that say what it is, in any order: no light words, numbers, years, nor "annual"."""
    return frozenset(
        word for word in with_ordinals(name) if not (is_light(word) or word.isdecimal() or word in ("annual", "ever"))
    )


def distinctive(name: str) -> frozenset[str]:
    """The words of a name that few others share; empty for "Ministry of Foreign Affairs" or "sixth meeting"."""
    return content(name) - word_list("generic-words.txt")


def without_ordinal(name: str) -> str:
    """A name as printed, less its ordinals and years: what a series is called.

    >>> without_ordinal("third annual UN-EU Leaders' Dialogue on Counter-Terrorism")
    "annual UN-EU Leaders' Dialogue on Counter-Terrorism"
    """
    kept = [word for word in name.split() if not (is_ordinal(word) or _YEAR.fullmatch(fold(word)))]
    return " ".join(kept).removeprefix("ever ").strip(" ,;") or name
