"""Where words, and the forms of tables, stand on a page: found once, and then looked up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from kg.extraction.computed import computed
from kg.extraction.text.tokens import Token
from kg.extraction.words.tables import Hit, Table


class LookUps:
    """The tokens of one page and what is asked of them again and again.

    What is asked most often are plain attributes: Python finds those faster than what is computed when asked for.
    """

    tokens: list[Token]

    def __init__(self, tokens: Sequence[Token], beside: list[bool]) -> None:
        self.beside = beside
        """For every token whether the next one stands beside it; goes on a little behind the last token."""
        self._lower = list(map(attrgetter("lower"), tokens))
        self._words: dict[str, list[int]] = defaultdict(list)
        """Where each case-folded word stands."""
        for at, word in enumerate(self._lower):
            self._words[word].append(at)
        self.said = frozenset(self._words)
        """The case-folded words of the page, each once."""
        self._places: dict[Table, list[int]] = {}
        self._longest: defaultdict[Table, dict[int, Hit | None]] = defaultdict(dict)  # many layers ask for the same
        self._covered: dict[Table, list[bool]] = {}
        self._broken = False

    def joined(self, left: int) -> bool:
        """Whether tokens ``left`` and ``left + 1`` stand side by side: in one meant line, and in one column of it."""
        try:
            return left >= 0 and self.beside[left]
        except IndexError:
            return False

    def places(self, table: Table, first: int = 0, last: int | None = None) -> list[int]:
        """Where in tokens ``[first, last)`` a form of ``table`` may begin, by its first word: no scan."""
        found = self._places.get(table)
        if found is None:
            said = self.said & table.begins
            found = self._places[table] = self.places_of_any(said) if said else []
        return _between(found, first, len(self.tokens) if last is None else last) if found else []

    def places_of_any(self, words: Iterable[str]) -> list[int]:
        """Where these case-folded words of the page stand, in order."""
        return sorted(chain.from_iterable(map(self._words.__getitem__, words)))

    @computed
    def capitals(self) -> list[int]:
        """Where the tokens stand that begin with a capital, in order."""
        return [at for at, token in enumerate(self.tokens) if token.is_capitalised]

    def places_of(self, word: str, first: int, last: int) -> list[int]:
        """Where in tokens ``[first, last)`` a case-folded word stands."""
        return _between(self._words.get(word, []), first, last)

    def covered(self, table: Table) -> list[bool]:
        """For every token whether a form of ``table`` covers it: where none does, none need be tried."""
        try:
            return self._covered[table]
        except KeyError:
            covered = self._covered[table] = [False] * len(self.tokens)
        for at in self.places(table):
            if hit := self.match(table, at):
                covered[at : hit.last] = [True] * (hit.last - at)
        return covered

    def match(self, table: Table, at: int, stop: int | None = None) -> Hit | None:
        """The longest form of ``table`` at token ``at``, ending by ``stop``, if its tokens stand side by side."""
        try:
            if self._lower[at] not in table.begins:
                return None
        except IndexError:
            return None
        found = self._longest[table]
        try:
            hit = found[at]
        except KeyError:
            hit = found[at] = self._side_by_side(table.match(self.tokens, at))
        if stop is None:
            return hit
        if hit is None:
            return self._side_by_side(table.match(self.tokens, at, stop)) if self._broken else None
        return hit if hit.last <= stop else self._side_by_side(table.match(self.tokens, at, stop))

    def _side_by_side(self, hit: Hit | None) -> Hit | None:
        """What was found, if its tokens stand side by side; it is noted where not all do: a shorter form may fit."""
        if hit is None or hit.last == hit.first + 1 or False not in self.beside[hit.first : hit.last - 1]:
            return hit
        self._broken = True
        return None


def _between(places: list[int], first: int, last: int) -> list[int]:
    """Those of the sorted ``places`` in ``[first, last)``."""
    return places[bisect_left(places, first) : bisect_left(places, last)]
