"""The words behind claims, from the index of the version."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.index import Index, Said
from kg.model.answers import Words

_TIERS = ("asserted", "likely", "possible")
_RANK = {tier: rank for rank, tier in enumerate(_TIERS)}


@dataclass(frozen=True, slots=True)
class Support:
    """What supports the claims that were asked for at once: the tier of each, and where its words stand in ``words``.

    ``words`` are in order, none twice: many claims, and rows, rest on the same.
    """

    tiers: Mapping[str, str]
    words: Sequence[Words]
    places: Mapping[str, Sequence[int]]

    def behind(self, claims: Iterable[str]) -> tuple[Words, ...]:
        """The words behind any of these claims: in order, none twice."""
        places = self.places
        told = sorted({place for claim in claims if claim in places for place in places[claim]})
        return tuple([self.words[place] for place in told])


def words_of(index: Index, claims: Iterable[str]) -> Support:
    """The support of these claims (IRIs); of one that nothing supports there is nothing in it."""
    tiers: dict[str, str] = {}
    words: list[Words] = []
    places: defaultdict[str, list[int]] = defaultdict(list)
    known: dict[int, int] = {}
    for said in sorted(index.said(claims), key=_in_order):
        if said.passage not in known:
            known[said.passage] = len(words)
            words.append(_words(said))
        places[said.claim].append(known[said.passage])
        tiers[said.claim] = said.tier
    return Support(tiers, words, places)


def _words(said: Said) -> Words:
    place, also = said.place, said.also
    return Words(
        said.document,
        said.title or "",
        said.published,
        said.quote,
        said.start,
        said.end,
        _page(place) if place else None,
        place if place and place.startswith("/") else None,
        tuple(also.split()) if also else (),
    )


def _page(place: str) -> int | None:
    """The number in ``page=2``."""
    name, _, number = place.partition("=")
    return int(number) if name == "page" and number.isdecimal() else None


def _in_order(said: Said) -> tuple[str, str, int, int]:
    """The order of words: by date of issue, document and place."""
    return said.published or "", said.document, said.start, said.end


def surest(ways: Iterable[Sequence[str]]) -> str | None:
    """The tier of what can be said in these ways, each by the tiers of its claims.

    A way is as sure as the weakest of its claims, and what is said as sure as the best way of saying it.

    >>> surest([["asserted", "likely"], ["possible"]]), surest([])
    ('likely', None)
    """
    ranks = [max([_RANK[tier] for tier in way]) for way in ways if way]
    return _TIERS[min(ranks)] if ranks else None
