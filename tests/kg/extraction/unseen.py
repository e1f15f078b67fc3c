"""Unseen people and bodies of the same shape as given ones: the same marks, particles, heads, other words."""

import re
from collections.abc import Iterable

from kg.extraction.words import tables

_GIVEN = (
    "Tavish Oriel Zenko Marit Quillon Pavla Ruvim Esket Dorrie Halvard Ysolde Bertil Oksan Linnea Corvin Amadi".split()
)
_FAMILY = (
    "Vandermoor Ostrevik Quayle-Brandt Tembrook Zarkhovan Hallquist Merriden Oduyale Fenwright Castellain Brodova"
    " Ilmari Rautenfeld Sandoz Tillmann Ukpong Varga Westhoven Yilmazer Abernethy Birkedal Conteh Drummel Eskola"
).split()
_TOPICS = (
    "Harbours Rivers Canals Orchards Meadows Glaciers Fisheries Lagoons Estuaries Tides Marshes Forests Dunes Springs"
).split()
_KEPT = frozenset("united nations un european union eu of on for and the to high commissioner general".split())


class Unseen:
    """A consistent renaming: the same word always becomes the same unseen one."""

    def __init__(self, people: Iterable[str], bodies: Iterable[str], acronyms: Iterable[str], turn: int = 0) -> None:
        self._turn = turn
        self._words: dict[str, str] = {}
        forms = {name: self._person(name) for name in people}
        forms |= {name: self._body(name) for name in sorted(bodies, key=len)}
        forms |= {name: self._acronym(name) for name in acronyms if name.casefold() not in _KEPT}
        self._forms = dict(sorted(forms.items(), key=lambda pair: -len(pair[0])))
        self._pattern = re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in self._forms))

    def __call__(self, text: str) -> str:
        """``text`` with every form renamed."""
        return self._pattern.sub(lambda match: self._forms[match[0]], text) if self._forms else text

    def _person(self, name: str) -> str:
        words = name.split()
        return " ".join(
            word if word.islower() else self._word(word, _GIVEN if at < len(words) - 1 else _FAMILY)
            for at, word in enumerate(words)
        )

    def _body(self, name: str) -> str:
        return re.sub(r"[^\W\d_]+", lambda match: self._part(match[0]), name)

    def _part(self, word: str) -> str:
        if word.casefold() in _KEPT or word.casefold() in _heads():
            return word
        return self._acronym(word) if word.isupper() and len(word) > 3 else self._word(word, _TOPICS)

    def _acronym(self, word: str) -> str:
        return self._words.setdefault(word, "".join(_shift(letter, 7 + self._turn) for letter in word))

    def _word(self, word: str, pool: list[str]) -> str:
        used = set(self._words.values())
        free = [choice for choice in pool[self._turn :] + pool[: self._turn] if choice not in used]
        return self._words.setdefault(word, free[0] if free else pool[0] + word[:1].lower())


def _shift(letter: str, by: int) -> str:
    return chr((ord(letter) - 65 + by) % 26 + 65) if "A" <= letter <= "Z" else letter


def _heads() -> frozenset[str]:
    from kg import resources

    rows = tables.rows_of(resources.lexicon() / "organisation-heads.tsv")
    return frozenset(word for row in rows for word in row.form.casefold().split())
