"""The words behind claims: one fixed query, whatever the question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.answers import Words
from kg.questions.engine import Engine, fixed
from kg.rdf.terms import iri

_BATCH = 400
_TIERS = ("asserted", "likely", "possible")


@dataclass(frozen=True, slots=True)
class Support:
    """What supports a claim: its words in order, and its tier."""

    words: tuple[Words, ...]
    tier: str


def words_of(engine: Engine, claims: Iterable[str]) -> Mapping[str, Support]:
    """The support of each of these claims (IRIs)."""
    every = sorted(set(claims))
    words: defaultdict[str, set[Words]] = defaultdict(set)
    tiers: dict[str, str] = {}
    for at in range(0, len(every), _BATCH):
        rows, _ = engine.rows(fixed("words"), {"claim": map(iri, every[at : at + _BATCH])})
        for row in rows:
            claim = str(row["claim"])
            tiers[claim] = str(row["tier"])
            words[claim].add(
                Words(
                    document=str(row["document"]),
                    title=str(row["title"] or ""),
                    published=None if row["published"] is None else str(row["published"]),
                    quote=str(row["quote"]),
                    start=int(row["start"] or 0),
                    end=int(row["end"] or 0),
                )
            )
    return {claim: Support(tuple(sorted(words[claim], key=in_order)), tiers[claim]) for claim in words}


def in_order(words: Words) -> tuple[str, str, int, int]:
    """The order of words: by date of issue, document and place."""
    return words.published or "", words.document, words.start, words.end


def weakest(tiers: Iterable[str]) -> str | None:
    """The tier of what rests on all of these."""
    return max(tiers, key=_TIERS.index, default=None)


def strongest(tiers: Iterable[str]) -> str | None:
    """The tier of what any of these says alone."""
    return min(tiers, key=_TIERS.index, default=None)
