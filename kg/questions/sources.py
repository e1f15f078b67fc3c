"""How near a document is to what it says: the issuer's own, republished by another institution, or told by others.

Derived from who published it and whom the claim concerns: the body of the post, those who led or hosted the meeting,
the bodies that are tied. ``source-tiers.tsv`` says which kinds of publishers only tell what others did.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from kg.errors import KnowledgeError
from kg.questions.engine import Engine
from kg.questions.question import fixed
from kg.rdf.terms import iri

TIERS = ("issuer", "republisher", "secondary")
"""From the nearest to the farthest."""

_TABLE = Path(__file__).with_name("source-tiers.tsv")
_BATCH = 400


def tiers_of(engine: Engine, claims: Iterable[str]) -> Mapping[str, str]:
    """The source tier of each of these claims (IRIs) whose document has a publisher that is known."""
    found: dict[str, str] = {}
    every = sorted(set(claims))
    for at in range(0, len(every), _BATCH):
        rows, _ = engine.rows(fixed("sources"), {"claim": map(iri, every[at : at + _BATCH])})
        for row in rows:
            kind = None if row["kind"] is None else str(row["kind"])
            tier = TIERS[0] if row["own"] == 1 else _of_others().get(kind or "", TIERS[1])
            known = found.get(str(row["claim"]))
            found[str(row["claim"])] = tier if known is None else min(known, tier, key=TIERS.index)
    return found


def nearest(tiers: Iterable[str | None]) -> str | None:
    """The nearest of these tiers; None if none is known."""
    return min((tier for tier in tiers if tier), key=TIERS.index, default=None)


@cache
def _of_others() -> dict[str, str]:
    """The tier of a publisher that is not concerned, by the kind of organisation it is."""
    found = dict[str, str]()
    for number, line in enumerate(_TABLE.read_text("utf-8").splitlines(), 1):
        kind, _, tier = line.partition("\t")
        if not line or line.startswith("#") or kind == "kind":
            continue
        if tier not in TIERS:
            raise KnowledgeError(f"{_TABLE.name}:{number}: expected a kind and a tier of {TIERS}, found {line!r}")
        found[kind] = tier
    return found
