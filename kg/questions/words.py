"""The words behind claims, from the index of the version."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.index import Index, Said
from kg.model.answers import Words

_TIERS = ("asserted", "likely", "possible")
_RANK = {tier: rank for rank, tier in enumerate(_TIERS)}


class Support(NamedTuple):
    """What supports a claim: its tier, and its words by their place among all that was asked for (:func:`together`)."""

    tier: str
    told: Mapping[int, Words]

    @property
    def words(self) -> tuple[Words, ...]:
        """Its words, in order."""
        return tuple(self.told.values())


def words_of(index: Index, claims: Iterable[str]) -> Mapping[str, Support]:
    """The support of each of these claims (IRIs)."""
    passages: dict[int, Words] = {}
    behind: defaultdict[str, list[int]] = defaultdict(list)
    tiers: dict[str, str] = {}
    for said in index.said(claims):
        if said.passage not in passages:
            passages[said.passage] = _words(said)
        behind[said.claim].append(said.passage)
        tiers[said.claim] = said.tier
    ordered = sorted(passages, key=lambda passage: in_order(passages[passage]))
    place = {passage: number for number, passage in enumerate(ordered)}
    return {
        claim: Support(
            tiers[claim], {place[each]: passages[each] for each in sorted(its_passages, key=place.__getitem__)}
        )
        for claim, its_passages in behind.items()
    }


def together(supports: Iterable[Support]) -> tuple[Words, ...]:
    """The words of all of these, asked for at once: in order, none twice."""
    words: dict[int, Words] = {}
    for support in supports:
        words.update(support.told)
    return tuple([words[place] for place in sorted(words)])


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


def in_order(words: Words) -> tuple[str, str, int, int]:
    """The order of words: by date of issue, document and place."""
    return words.published or "", words.document, words.start, words.end


def surest(ways: Iterable[Sequence[str]]) -> str | None:
    """The tier of what can be said in these ways, each by the tiers of its claims.

    A way is as sure as the weakest of its claims, and what is said as sure as the best way of saying it.

    >>> surest([["asserted", "likely"], ["possible"]]), surest([])
    ('likely', None)
    """
    ranks = [max([_RANK[tier] for tier in way]) for way in ways if way]
    return _TIERS[min(ranks)] if ranks else None
