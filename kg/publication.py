"""From the ledger to a published version: corrections, who is who, triples, shapes, store.

A function of the ledger and the judgements alone: what was built before, in which order, leaves no trace.
"""

import hashlib
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.drafts import Drafts
from kg.errors import KgError
from kg.gate import Gate
from kg.iris import Base
from kg.ledger import Ledger
from kg.model.actors import Actors, Reading
from kg.model.claims import Tier
from kg.model.judgements import Judgements

if TYPE_CHECKING:
    from kg.identity import Decided
    from kg.store import Rows

ENTERING = frozenset((Tier.ASSERTED, Tier.LIKELY))
"""The tiers whose claims enter the graph."""

_JUDGES = ("validation", "gate.py")
_NOTERS = ("extraction/lexicon", "identity", "model", "iris.py")
_SKETCHERS = ("copies.py", "model")
_MAKERS = (
    "copies.py",
    "drafts.py",
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
        admitted = _admitted(ledger, base, judgements, gate)
        ledger.made.judge(gate.verdicts, admitted.refused)

        def beside(version: Path, rows: "Rows") -> None:
            write_index(version, rows)
            gate.write_quarantine(version)

        write_version(folder, state, _quads(admitted, base), beside)
        ledger.set("versions", json.dumps(admitted.versions))
        publish(folder, state)
    sweep(folder)


@dataclass(frozen=True, slots=True)
class _Admitted:
    """What is let into a graph: the documents by key, how they are stated, who is who in them; and who was refused.

    ``versions`` are the copies among them: the key of the original, and how many claims are their own.
    """

    documents: tuple[str, ...]
    drafts: Drafts
    actors: Actors
    refused: Mapping[str, str]
    versions: Mapping[str, tuple[str, int]]


def _admitted(ledger: Ledger, base: Base, judgements: Judgements, gate: Gate) -> _Admitted:
    """A refused document leaves no trace: who is who is decided again without it, until nothing more is refused."""
    from kg.extraction import unread_language
    from kg.rdf import Entities, all_about

    contents = ledger.contents()
    refused = {key: reason for key, language in ledger.languages() if (reason := unread_language(language))}
    while True:
        decided = who_is_who(ledger, refused, base, judgements)
        refused |= decided.faulty
        copies = _copies(ledger, refused)
        stamp = _hash(stamp_of(_MAKERS), _ontology_stamp(), base.iri)
        drafts = Drafts(ledger.made, lambda key: ledger.reading(key, ENTERING), contents, decided, copies, stamp)
        entities = Entities(decided.actors)
        documents = tuple(key for key in contents if key not in refused)
        refused_now: dict[str, str] = {}
        own: dict[str, tuple[str, int]] = {}
        for key in documents:
            try:
                draft = drafts.of(key)
            except (KgError, KeyError) as error:  # a claim that speaks of what its document never names
                refused_now[key] = f"its claims do not fit together: {error}"
                continue
            if key in copies:
                own[key] = copies[key], draft.claims
            if reason := gate.verdict(draft, all_about(draft.points, entities)):
                refused_now[key] = reason
        drafts.keep()
        if not refused_now:
            drafts.forget_others(frozenset(documents))
            return _Admitted(documents, drafts, decided.actors, refused, own)
        refused |= refused_now


def _copies(ledger: Ledger, refused: Container[str]) -> dict[str, str]:
    """The originals of the documents that are copies, those that are refused left aside."""
    from kg.copies import Sketch, originals, sketch_of

    def sketched(key: str) -> str:
        return sketch_of(ledger.reading(key, ()).document).text()

    sketches = ledger.made.noted("sketch", stamp_of(_SKETCHERS), sketched)
    return originals(
        (Sketch.parse(text) for key, text in sketches if key not in refused),
        lambda key: Sketch.parse(str(ledger.made.value("sketch", key))),
    )


def _quads(admitted: _Admitted, base: Base) -> Iterator[str]:
    """The quads of the graph, document by document; none twice."""
    from kg.rdf import Entities, derived_graph, in_graph

    for key in admitted.documents:
        yield from in_graph(admitted.drafts.of(key).lines(), base.graph(key))
    entities = Entities(admitted.actors)
    for iri in entities:
        yield from in_graph(entities[iri], base.entities)
    told = (each for key in admitted.documents for each in admitted.drafts.of(key).attested)
    yield from in_graph(derived_graph(told, admitted.actors), base.derived)


def who_is_who(ledger: Ledger, refused: Container[str], base: Base, judgements: Judgements) -> "Decided":
    """Who the documents speak of, those that are refused left aside.

    Decided from what is noted of each in the ledger: a document is read for it once, and again where it is corrected.
    """
    from kg.identity import Gist, Gists, decide, gist_of

    def reading(key: str) -> Reading:
        return ledger.reading(key, ENTERING)

    gists = Gists()
    for key, note in ledger.made.noted("gist", stamp_of(_NOTERS), lambda key: gist_of(reading(key)).text()):
        if key not in refused:
            gists.add(Gist.parse(note))
    return decide(gists, reading, base, judgements)


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
