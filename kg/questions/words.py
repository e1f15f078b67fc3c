"""The words behind claims, from the index of the version."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.index import Index
from kg.model.answers import Words

_TIERS = ("asserted", "likely", "possible")


@dataclass(frozen=True, slots=True)
class Support:
    """What supports a claim: its words in order, and its tier."""

    words: tuple[Words, ...]
    tier: str


def words_of(index: Index, claims: Iterable[str]) -> Mapping[str, Support]:
    """The support of each of these claims (IRIs)."""
    words: defaultdict[str, list[Words]] = defaultdict(list)
    tiers: dict[str, str] = {}
    for said in index.said(claims):
        tiers[said.claim] = said.tier
        words[said.claim].append(
            Words(
                said.document,
                said.title or "",
                said.published,
                said.quote,
                said.start,
                said.end,
                _page(said.place),
                _element(said.place),
                tuple(said.also.split()),
            )
        )
    return {claim: Support(tuple(sorted(words[claim], key=in_order)), tiers[claim]) for claim in words}


def _page(place: str | None) -> int | None:
    """The number in ``page=2``."""
    name, _, number = (place or "").partition("=")
    return int(number) if name == "page" and number.isdecimal() else None


def _element(place: str | None) -> str | None:
    return place if place and place.startswith("/") else None


def in_order(words: Words) -> tuple[str, str, int, int]:
    """The order of words: by date of issue, document and place."""
    return words.published or "", words.document, words.start, words.end


def weakest(tiers: Iterable[str]) -> str | None:
    """The tier of what rests on all of these."""
    return max(tiers, key=_TIERS.index, default=None)


def strongest(tiers: Iterable[str]) -> str | None:
    """The tier of what any of these says alone."""
    return min(tiers, key=_TIERS.index, default=None)
