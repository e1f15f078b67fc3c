"""*Build*: documents become text, text becomes claims, claims are kept; triples, shapes and a version follow.

What a build does is decided by the ledger alone: the version is a function of what is kept there, so that a build
that was killed is finished by the next one, and the order of files, the number of workers and what was built before
leave no trace in it.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import ClaimError, KgError, KnowledgeError, UsageError
from kg.intake import Intake, Intended, listed
from kg.iris import Base
from kg.ledger import Ledger, SetAside
from kg.loaders import Found, Source, find
from kg.model.actors import Actors, Reading
from kg.model.claims import Tier
from kg.model.dates import PartialDate
from kg.model.wire import claim_from_plain, document_from_plain
from kg.workers import DOCUMENT, Pool

Step = Callable[[int, int, str], None]
"""Called with how many documents are done, how many there are, and the name of this one."""

ENTERING = frozenset((Tier.ASSERTED, Tier.LIKELY))
"""The tiers whose claims enter the graph."""

_READERS = ("extraction", "loaders", "model", "errors.py")
_MAKERS = (
    "extraction/lexicon",
    "identity",
    "index",
    "model",
    "questions",
    "rdf",
    "tenures",
    "validation",
    "iris.py",
    "pipeline.py",
    "vocabulary.py",
)
_NONE_DONE, _SOME_SET_ASIDE = 1, 3


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did with the documents it was given, by number.

    ``read`` were opened (the others are ``unchanged``); ``admitted`` of these are in the graph; ``skipped`` are files
    that no loader knows; ``quarantined`` could not be read or were refused by the shapes; ``claims`` stand in the
    graph for the admitted and the unchanged.
    """

    read: int
    admitted: int
    unchanged: int
    skipped: int
    quarantined: tuple[SetAside, ...]
    claims: int
    seconds: float

    @property
    def exit_code(self) -> int:
        """0: all are in the graph; 3: some were set aside; 1: nothing could be done."""
        if not self.quarantined:
            return 0
        return _SOME_SET_ASIDE if self.admitted or self.unchanged else _NONE_DONE

    def to_plain(self) -> dict[str, Any]:
        """As JSON values (``kg build --format json``)."""
        return {
            "read": self.read,
            "admitted": self.admitted,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "quarantined": [each.to_plain() for each in self.quarantined],
            "claims": self.claims,
            "seconds": self.seconds,
        }


def build(
    paths: Iterable[str | os.PathLike[str]],
    graph: str | os.PathLike[str],
    *,
    manifest: str | os.PathLike[str] | None = None,
    base: str | None = None,
    published: str | PartialDate | None = None,
    workers: int = 1,
    progress: Step | None = None,
) -> Summary:
    """Read documents into a graph folder, new or old, and publish what follows.

    ``paths`` as in :func:`kg.loaders.find`; ``manifest`` lists more documents; ``published`` is the date of
    issue of those that have none in a manifest or sidecar file; ``base`` the base IRI of instances (kept with the
    graph). Raises :class:`kg.errors.KgError`; a document that
    fails raises nothing, it is set aside.
    """
    from kg.store import hold_folder

    began, folder = time.monotonic(), Path(graph)
    chosen = Base(base) if base else None
    date = PartialDate.parse(published) if isinstance(published, str) else published
    more, rows = listed(Path(manifest)) if manifest else ([], {})
    named = list(paths)
    found = find(named) if named or not more else Found((), ())
    with Pool(workers) as pool, hold_folder(folder), Ledger(folder, create=True) as ledger:
        told, intake = _Told(), Intake(pool, date, rows)
        plans = [_plan(each, ledger) for each in intake.of(sorted({*more, *found.documents}))]
        for number, (source, outcome) in enumerate(_read(plans, pool), 1):
            told.keep(source, outcome, ledger)
            if progress:
                progress(number, len(plans), source.name)
        ledger.forget_gone(intake.stands)
        before = ledger.refused()
        _publish(folder, ledger, _base(ledger, chosen))
        skipped = len(found.skipped) + intake.skipped
        return told.summary(ledger, before, skipped, round(time.monotonic() - began, 3))


def reader_stamp() -> str:
    """A hash of all that decides what a document says: a change of code or tables makes it read again."""
    return _stamp(_READERS)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A document to be looked at: what it is known by, what the child is told; or why it cannot be, or its key."""

    intended: Intended
    fingerprint: str = ""
    unchanged: str | None = None

    @property
    def arguments(self) -> Mapping[str, Any] | None:
        """What the child is told; None if it need not or cannot be read."""
        return None if self.unchanged else self.intended.arguments


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of it: a reading, an error, or the key of the document that is unchanged."""

    fingerprint: str = ""
    reading: Reading | None = None
    error: KgError | None = None
    unchanged: str | None = None


class _Told:
    """What is told about the documents of one call."""

    def __init__(self) -> None:
        self.read: dict[str, str] = {}
        self.unchanged: dict[str, str] = {}
        self.unread: list[SetAside] = []

    def keep(self, source: Source, outcome: _Outcome, ledger: Ledger) -> None:
        """Put one outcome into the ledger."""
        if outcome.unchanged is not None:
            ledger.heal(source.place)
            self.unchanged[source.place] = outcome.unchanged
        elif outcome.reading is not None:
            document, claims = outcome.reading
            ledger.keep(document, claims, place=source.place, fingerprint=outcome.fingerprint)
            self.read[source.place] = document.key
        else:
            reason = str(outcome.error).removeprefix(f"{source.name}: ")
            ledger.set_aside(source.place, source.name, reason)
            self.unread.append(SetAside(source.name, reason))

    def summary(self, ledger: Ledger, before: Mapping[str, str], skipped: int, seconds: float) -> Summary:
        """The numbers, now that the shapes have spoken; ``before`` is what they had refused until now."""
        refused = ledger.refused()
        ours = {*self.read.values(), *self.unchanged.values()}
        named = sorted(key for key in refused if key in ours or key not in before)
        names = {key: document.name for key in named if (document := ledger.document(key))}
        admitted = [key for key in self.read.values() if key not in refused]
        unchanged = [key for key in self.unchanged.values() if key not in refused]
        return Summary(
            read=len(self.read) + len(self.unread),
            admitted=len(admitted),
            unchanged=len(unchanged),
            skipped=skipped,
            quarantined=tuple(sorted([*self.unread, *(SetAside(names[key], refused[key]) for key in named)])),
            claims=sum(ledger.count(key, ENTERING) for key in ours if key not in refused),
            seconds=seconds,
        )


def _read(plans: Iterable[_Plan], pool: Pool) -> Iterator[tuple[Source, _Outcome]]:
    """Each source with its outcome, in order; only what has changed is read, in the children."""
    calls = (plan.arguments for plan in plans if plan.arguments is not None)
    answers = pool.map("read", calls, DOCUMENT.from_environment())
    for plan in plans:
        if plan.arguments is None:
            yield plan.intended.source, _Outcome(error=plan.intended.error, unchanged=plan.unchanged)
        else:
            yield plan.intended.source, _outcome(plan, next(answers))


def _plan(intended: Intended, ledger: Ledger) -> _Plan:
    if intended.error is not None:
        return _Plan(intended)
    fingerprint = hashlib.sha256(f"{reader_stamp()}{intended.fingerprint}".encode()).hexdigest()
    return _Plan(intended, fingerprint, ledger.unchanged(intended.source.place, fingerprint))


def _outcome(plan: _Plan, answer: dict[str, Any] | KgError) -> _Outcome:
    if isinstance(answer, KnowledgeError | UsageError):  # no fault of the document: every other would meet it too
        raise answer
    if isinstance(answer, KgError):
        return _Outcome(error=answer)
    document = document_from_plain(answer["document"])
    claims = tuple(claim_from_plain(claim, document.key) for claim in answer["claims"])
    return _Outcome(plan.fingerprint, Reading(document, claims))


def _base(ledger: Ledger, chosen: Base | None) -> Base:
    """The base IRI of this graph: as chosen now, else as it was, else the default."""
    kept = ledger.setting("base")
    base = chosen or (Base(kept) if kept else Base())
    if base.iri != kept:
        ledger.set("base", base.iri)
    return base


def _publish(folder: Path, ledger: Ledger, base: Base) -> None:
    """Make and publish the version that follows from the ledger, unless it is the published one already."""
    from kg.questions import write_index
    from kg.store import ENGINE, publish, published_state, sweep, write_version

    state = _hash(ledger.state(), base.iri, _stamp(_MAKERS), _ontology_stamp(), ENGINE)
    if published_state(folder) != state:
        lines, verdicts, refused = _state(ledger, base)
        ledger.judge(verdicts, refused)
        write_version(folder, state, lines, write_index)
        publish(folder, state)
    sweep(folder)


def _state(ledger: Ledger, base: Base) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """The quads of the graph, sorted; the verdicts on the graphs it was made of; who was refused, and why.

    A refused document leaves no trace: who is who is decided again without it, until nothing more is refused.
    """
    from kg.identity import of_officials
    from kg.rdf import derived_graph, entity_graph, in_graph

    readings = list(ledger.readings(ENTERING))
    verdicts: dict[str, str] = {}
    refused: dict[str, str] = {}
    while True:
        admitted = of_officials(reading for reading in readings if reading.document.key not in refused)
        actors, contradictory = _resolve(admitted, base)
        entities = entity_graph(actors)
        graphs, refused_now = _gate(admitted, actors, entities, ledger, verdicts)
        if not contradictory and not refused_now:
            break
        refused |= contradictory | refused_now
    quads = [
        *(line for key, lines in graphs.items() for line in in_graph(lines, base.graph(key))),
        *in_graph(entities, base.entities),
        *in_graph(derived_graph(admitted, actors), base.derived),
    ]
    return sorted(quads), verdicts, refused


def _resolve(readings: list[Reading], base: Base) -> tuple[Actors, dict[str, str]]:
    """Who is who; and the documents whose claims contradict themselves, found one by one if there are any."""
    from kg.identity import resolve

    try:
        return resolve(readings, base), {}
    except ClaimError:
        refused: dict[str, str] = {}
        for reading in readings:
            try:
                resolve([reading], base)
            except ClaimError as error:
                refused[reading.document.key] = str(error)
        if not refused:
            raise
        return Actors(base), refused


def _gate(
    readings: list[Reading], actors: Actors, entities: Iterable[str], ledger: Ledger, verdicts: dict[str, str]
) -> tuple[dict[str, Iterable[str]], dict[str, str]]:
    """The graph of each document; and what the shapes refuse, with its reason."""
    from kg.rdf import by_subject, document_graph, named_in

    known = by_subject(entities)
    graphs: dict[str, Iterable[str]] = {}
    refused: dict[str, str] = {}
    for document, claims in readings:
        try:
            lines = document_graph(document, claims, actors)
        except (KgError, KeyError) as error:  # a claim that speaks of what its document never names
            refused[document.key] = f"its claims do not fit together: {error}"
            continue
        graphs[document.key] = lines
        if reason := _verdict("".join((*lines, *named_in(lines, known))), ledger, verdicts):
            refused[document.key] = reason
    return graphs, refused


def _verdict(graph: str, ledger: Ledger, verdicts: dict[str, str]) -> str:
    """What the shapes say of a graph: a reason, empty if they admit it. Asked once for each graph and each state of the
    shapes.
    """
    name = _hash(graph, _ontology_stamp())
    if name not in verdicts:
        kept = ledger.verdict(name)
        verdicts[name] = _judged(graph) if kept is None else kept
    return verdicts[name]


def _judged(graph: str) -> str:
    from kg.validation import Severity, validate

    messages = sorted(each.message for each in validate(graph).violations if each.severity is Severity.VIOLATION)
    if not messages:
        return ""
    more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
    return f"refused by the shapes: {messages[0]}{more}"


@cache
def _stamp(parts: tuple[str, ...]) -> str:
    """A hash of the files of these parts of the package."""
    package = Path(__file__).parent
    return _hash_files(package, [file for part in parts for file in _files(package / part)])


@cache
def _ontology_stamp() -> str:
    from kg.resources import ontology

    return _hash_files(ontology(), list(_files(ontology())))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in sorted(path.rglob("*")) if file.is_file() and "__pycache__" not in file.parts]


def _hash_files(top: Path, files: Iterable[Path]) -> str:
    parts = sorted((file.relative_to(top).as_posix(), file) for file in files)
    return _hash(*(f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for name, file in parts))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
