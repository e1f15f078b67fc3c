"""The words behind claims, from the index of the version."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.index import Index, Said
from kg.model.answers import Words

_TIERS = ("asserted", "likely", "possible")


@dataclass(frozen=True, slots=True)
class Support:
    """What supports a claim: its words in order, and its tier; ``places`` are theirs among all that was asked for."""

    words: tuple[Words, ...]
    tier: str
    places: tuple[int, ...]


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
    found = {}
    for claim, its_passages in behind.items():
        its_passages.sort(key=place.__getitem__)
        words = tuple([passages[passage] for passage in its_passages])
        found[claim] = Support(words, tiers[claim], tuple([place[passage] for passage in its_passages]))
    return found


def together(supports: Iterable[Support]) -> tuple[Words, ...]:
    """The words of all of these, asked for at once: in order, none twice."""
    words: dict[int, Words] = {}
    for support in supports:
        words.update(zip(support.places, support.words, strict=True))
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


def weakest(tiers: Iterable[str]) -> str | None:
    """The tier of what rests on all of these."""
    return max(tiers, key=_TIERS.index, default=None)


def strongest(tiers: Iterable[str]) -> str | None:
    """The tier of what any of these says alone."""
    return min(tiers, key=_TIERS.index, default=None)
