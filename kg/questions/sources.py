"""How near a document is to what it says: the issuer's own, republished by another institution, or told by others.

Derived from who published it and whom the claim concerns: the body of the post, those who led or hosted the meeting,
the bodies that are tied. ``source-tiers.tsv`` says which kinds of publishers only tell what others did.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
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
    above = _wholes(engine)
    every = sorted(set(claims))
    for at in range(0, len(every), _BATCH):
        asked = [iri(claim) for claim in every[at : at + _BATCH]]
        concerned: defaultdict[str, set[str]] = defaultdict(set)
        for row in engine.rows(fixed("concerned"), {"claim": asked})[0]:
            concerned[str(row["claim"])].add(str(row["body"]))
        for row in engine.rows(fixed("sources"), {"claim": asked})[0]:
            claim, publisher = str(row["claim"]), str(row["publisher"])
            own = any(body in above(publisher) or publisher in above(body) for body in concerned[claim])
            tier = TIERS[0] if own else _of_others().get(str(row["kind"]), TIERS[1])
            found[claim] = min(found.get(claim, tier), tier, key=TIERS.index)
    return found


def _wholes(engine: Engine) -> Callable[[str], frozenset[str]]:
    """What tells the bodies above a body, itself with them."""
    wholes: defaultdict[str, set[str]] = defaultdict(set)
    for row in engine.rows(_PARTS, {})[0]:
        wholes[str(row["part"])].add(str(row["whole"]))

    @cache
    def above(body: str) -> frozenset[str]:
        found, new = {body}, {body}
        while new:
            new = {whole for part in new for whole in wholes.get(part, ())} - found
            found |= new
        return frozenset(found)

    return above


_PARTS = """\
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX graph: <https://w3id.org/ct-kg/id/graph/>
SELECT DISTINCT ?part ?whole WHERE { GRAPH graph:entities { ?part org:subOrganizationOf ?whole } } ORDER BY ?part ?whole
"""


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
