"""The words that tell a language from a list of names in it (``other-words.tsv``)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LEAST_OWN, _LEAST_HELD = 3, 5
_LEAST_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Holding:
    """The words that hold sentences of a language together: those of its own, and those that names have too.

    ``of_headings`` are words that releases have in their headings.
    """

    own: frozenset[str]
    of_names: frozenset[str]
    of_headings: frozenset[str]

    def number(self, words: Sequence[str]) -> int:
        """How many of these words hold sentences together; 0 if only one does, and one of those that names have too."""
        own = sum(word in self.own or word in self.of_headings for word in words)
        both = own + sum(word in self.of_names for word in words)
        return both if own or both > 1 else 0

    def has_any(self, words: Iterable[str]) -> bool:
        """Whether any of these words is one of its own, or several are those that names have too."""
        found = set(words)
        return bool(found & self.own) or len(found & self.of_names) > 1

    def share(self, words: Sequence[str]) -> float:
        """The share of these words among the words of a paragraph; 0 if they are too few to tell."""
        own = [word for word in words if word in self.own]
        both = [word for word in words if word in self.own or word in self.of_names]
        if len({*own}) >= _LEAST_OWN and len(own) >= _LEAST_SHARE * len(words):
            return len(both) / len(words)
        enough = own and len({*both}) >= _LEAST_HELD and len(both) >= 2 * _LEAST_SHARE * len(words)
        return len(both) / len(words) if enough else 0.0


@cache
def others() -> dict[str, Holding]:
    """The languages that are told by their words, English aside."""
    lines = files("kg.loaders").joinpath("other-words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: Holding(*(frozenset(words.split()) for words in (*row[1:], "", "")[:3])) for row in rows}
