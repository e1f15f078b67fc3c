"""From the ledger to a published version: corrections, who is who, triples, shapes, store.

A function of the ledger and the judgements alone: what was built before, in which order, leaves no trace.
"""

import hashlib
import json
from collections.abc import Container, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.gate import Gate
from kg.iris import Base
from kg.ledger import Ledger
from kg.model.claims import Tier
from kg.model.judgements import Judgements

if TYPE_CHECKING:
    from kg.identity import Decided
    from kg.store import Rows

ENTERING = frozenset((Tier.ASSERTED, Tier.LIKELY))
"""The tiers whose claims enter the graph."""

_JUDGES = ("validation", "gate.py")
_NOTERS = ("extraction/lexicon", "identity", "model", "iris.py")
_MAKERS = (
    "copies.py",
    "extraction/lexicon",
    "identity",
    "index",
    "model",
    "questions",
    "rdf",
    "tenures",
    *_JUDGES,
    "iris.py",
    "publication.py",
    "vocabulary.py",
)


def base_of(ledger: Ledger, chosen: Base | None) -> Base:
    """The base IRI of this graph: as chosen now, else as it was, else the default."""
    kept = ledger.setting("base")
    base = chosen or (Base(kept) if kept else Base())
    if base.iri != kept:
        ledger.set("base", base.iri)
    return base


def publish_what_follows(folder: Path, ledger: Ledger, base: Base, judgements: Judgements) -> None:
    """Make and publish the version that follows from ledger and judgements, unless it is the published one already."""
    from kg.questions import write_index
    from kg.store import ENGINE, publish, published_state, sweep, write_version

    state = _hash(
        ledger.state(), judgements.text(), base.iri, stamp_of(_MAKERS), _ontology_stamp(), _projections_stamp(), ENGINE
    )
    if published_state(folder) != state:
        gate = Gate(ledger, base, _hash(_ontology_stamp(), stamp_of(_JUDGES)))
        lines, refused = _state(ledger, base, judgements, gate)
        ledger.judge(gate.verdicts, refused)

        def beside(version: Path, rows: "Rows") -> None:
            write_index(version, rows)
            gate.write_quarantine(version)

        write_version(folder, state, lines, beside)
        publish(folder, state)
    sweep(folder)


def _state(ledger: Ledger, base: Base, judgements: Judgements, gate: Gate) -> tuple[list[str], dict[str, str]]:
    """The quads of the graph, sorted; who was refused, and why.

    A refused document leaves no trace: who is who is decided again without it, until nothing more is refused.
    """
    from kg.copies import said_once, versions
    from kg.extraction import unread_language
    from kg.rdf import derived_graph, entity_graph, in_graph

    languages = ((document.key, unread_language(document)) for document in ledger.documents())
    refused = {key: reason for key, reason in languages if reason}
    while True:
        decided = who_is_who(ledger, refused, base, judgements)
        refused |= decided.faulty
        readings = (each for each in ledger.readings(ENTERING) if each.document.key not in refused)
        admitted, actors = [decided.admitted(reading) for reading in readings], decided.actors
        entities = entity_graph(actors)
        copies = versions(admitted)
        graphs, refused_now = gate.graphs(admitted, copies, actors, entities)
        if not refused_now:
            break
        refused |= refused_now
    quads = [
        *(line for key, lines in graphs.items() for line in in_graph(lines, base.graph(key))),
        *in_graph(entities, base.entities),
        *in_graph(derived_graph(said_once(admitted, copies), actors), base.derived),
    ]
    ledger.set("versions", json.dumps({key: [each.of, len(each.claims)] for key, each in sorted(copies.items())}))
    return sorted(quads), refused


def who_is_who(ledger: Ledger, refused: Container[str], base: Base, judgements: Judgements) -> "Decided":
    """Who the documents speak of, those that are refused left aside.

    Decided from what is noted of each in the ledger: a document is read for it once, and again where it is corrected.
    """
    from kg.identity import Gist, Gists, decide, gist_of

    gists = Gists()
    for key, note in ledger.noted(stamp_of(_NOTERS), lambda reading: gist_of(reading).text(), ENTERING):
        if key not in refused:
            gists.add(Gist.parse(note))
    return decide(gists, lambda key: ledger.reading(key, ENTERING), base, judgements)


@cache
def stamp_of(parts: tuple[str, ...]) -> str:
    """A hash of the files of these parts of the package."""
    package = Path(__file__).parent
    return _hash_files(package, [file for part in parts for file in _files(package / part)])


@cache
def _ontology_stamp() -> str:
    from kg.resources import ontology

    return _hash_files(ontology(), list(_files(ontology())))


@cache
def _projections_stamp() -> str:
    from kg.resources import queries

    return _hash_files(queries(), _files(queries() / "projections"))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in sorted(path.rglob("*")) if file.is_file() and "__pycache__" not in file.parts]


def _hash_files(top: Path, files: Iterable[Path]) -> str:
    parts = sorted((file.relative_to(top).as_posix(), file) for file in files)
    return _hash(*(f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for name, file in parts))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
