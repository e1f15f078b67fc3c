"""The words of a meeting's name that tell it from others."""

from functools import cache, lru_cache

from kg.extraction.words import tables
from kg.model.names import fold


@lru_cache(maxsize=1 << 10)
def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    same, joints = tables.column("kindred-words", "same"), tables.words("name-joints")
    return frozenset(
        same.get(word, _singular(word)) for word in fold(name.replace("-", " ")).split() if word not in joints
    )


def _singular(word: str) -> str:
    """*Consultations* are a consultation; *progress* stays."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def styles() -> frozenset[str]:
    """Words that many are called by, case-folded: titles and honorifics."""
    return frozenset(row.form.casefold() for name in ("role-heads", "honorifics") for row in tables.rows(name))
