"""*Build*: documents become text, text becomes claims, claims are kept; triples, shapes and a version follow.

What a build does is decided by the ledger alone: the version is a function of what is kept there, so that a build
that was killed is finished by the next one, and the order of files, the number of workers and what was built before
leave no trace in it.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import KgError, KnowledgeError, UsageError
from kg.intake import Intake, Intended, listed
from kg.iris import Base
from kg.judging import judgements_of
from kg.ledger import Ledger, SetAside
from kg.loaders import Found, Source, find, without_file
from kg.model.actors import Reading
from kg.model.dates import PartialDate
from kg.model.wire import claim_from_plain, document_from_plain
from kg.publication import ENTERING, base_of, publish_what_follows, stamp_of
from kg.workers import DOCUMENT, Pool

Step = Callable[[int, int, str], None]
"""Called with how many documents are done, how many there are, and the name of this one."""

_READERS = ("extraction", "loaders", "model", "errors.py")
_NONE_DONE, _SOME_SET_ASIDE = 1, 3


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did with the documents it was given, by number.

    Of the ``documents``, ``read`` were opened now, the others had not changed. Each is one of three: ``admitted`` now,
    ``unchanged`` in the graph, or ``set_aside``: it could not be read or the shapes refuse it. ``skipped`` are files
    that no loader knows; ``claims`` stand in the
    graph for the admitted and the unchanged; ``versions`` of these are copies of others, or nearly so; ``passed_over``
    are the places of the skipped ones outside archives and mails; ``silent`` are the names of those admitted
    from which no claim came, ``in_part`` those of which some is in a language that nobody reads; ``without_file`` are
    the files that a ``metadata.csv`` tells of and that are not there.
    """

    documents: int
    read: int
    admitted: int
    unchanged: int
    skipped: int
    set_aside: tuple[SetAside, ...]
    claims: int
    seconds: float
    versions: int = 0
    passed_over: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    in_part: tuple[SetAside, ...] = ()
    without_file: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0: all are in the graph; 3: some were set aside, or are there in part; 1: nothing could be done."""
        if not self.set_aside:
            return _SOME_SET_ASIDE if self.in_part else 0
        return _SOME_SET_ASIDE if self.admitted or self.unchanged else _NONE_DONE

    def to_plain(self) -> dict[str, Any]:
        """As JSON values (``kg build --format json``)."""
        return {
            "documents": self.documents,
            "read": self.read,
            "admitted": self.admitted,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "set_aside": [each.to_plain() for each in self.set_aside],
            "claims": self.claims,
            "seconds": self.seconds,
            **({"versions": self.versions} if self.versions else {}),
            **({"passed_over": list(self.passed_over)} if self.passed_over else {}),
            **({"silent": list(self.silent)} if self.silent else {}),
            **({"in_part": [each.to_plain() for each in self.in_part]} if self.in_part else {}),
            **({"without_file": list(self.without_file)} if self.without_file else {}),
        }


def build(
    paths: Iterable[str | os.PathLike[str]],
    graph: str | os.PathLike[str],
    *,
    manifest: str | os.PathLike[str] | None = None,
    base: str | None = None,
    published: str | PartialDate | None = None,
    judgements: str | os.PathLike[str] | None = None,
    workers: int = 1,
    progress: Step | None = None,
) -> Summary:
    """Read documents into a graph folder, new or old, and publish what follows.

    ``paths`` as in :func:`kg.loaders.find`; ``manifest`` lists more documents; ``published`` is the date of
    issue of those that have none in a manifest or sidecar file; ``base`` the base IRI of instances and ``judgements``
    the file of what people decided (both kept with the graph). Raises :class:`kg.errors.KgError`; a document that
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
        judged = judgements_of(folder, ledger, judgements)
        told, intake = _Told(), Intake(pool, date, rows)
        plans = [_plan(each, ledger) for each in intake.of(sorted({*more, *found.documents}))]
        for number, (source, outcome) in enumerate(_read(plans, pool), 1):
            told.keep(source, outcome, ledger)
            if progress:
                progress(number, len(plans), source.name)
        ledger.forget_gone(intake.stands)
        before = ledger.refused()
        publish_what_follows(folder, ledger, base_of(ledger, chosen), judged)
        done = told.summary(ledger, before, len(found.skipped) + intake.skipped, round(time.monotonic() - began, 3))
        absent = without_file(each.path for each in found.documents if each.path)
        return replace(done, passed_over=found.skipped, without_file=tuple(str(path) for path in absent))


def reader_stamp() -> str:
    """A hash of all that decides what a document says: a change of code or tables makes it read again."""
    return stamp_of(_READERS)


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

    def _names(self, keys: Iterable[str], ledger: Ledger) -> dict[str, str]:
        return {key: document.name for key in keys if (document := ledger.document(key))}

    def summary(self, ledger: Ledger, before: Mapping[str, str], skipped: int, seconds: float) -> Summary:
        """The numbers, now that the shapes have spoken; ``before`` is what they had refused until now."""
        refused = ledger.refused()
        versions = json.loads(ledger.setting("versions") or "{}")
        ours = {*self.read.values(), *self.unchanged.values()}
        named = sorted(key for key in refused if key in ours or key not in before)
        names = self._names(named, ledger)
        admitted = [key for key in self.read.values() if key not in refused]
        unchanged = [key for key in self.unchanged.values() if key not in refused]
        return Summary(
            documents=len(self.read) + len(self.unchanged) + len(self.unread),
            read=len(self.read) + len(self.unread),
            admitted=len(admitted),
            unchanged=len(unchanged),
            skipped=skipped,
            set_aside=tuple(sorted([*self.unread, *(SetAside(names[key], refused[key]) for key in named)])),
            claims=sum(
                versions[key][1] if key in versions else ledger.count(key, ENTERING)
                for key in ours
                if key not in refused
            ),
            seconds=seconds,
            versions=sum(key in versions for key in ours),
            silent=tuple(self._names((k for k in admitted if not ledger.count(k, ENTERING)), ledger).values()),
            in_part=tuple(sorted(_in_part(ledger, ours - refused.keys()))),
        )


def _in_part(ledger: Ledger, ours: Container[str]) -> Iterator[SetAside]:
    from kg.extraction import unread_stretches

    for document in ledger.in_part():
        if document.key in ours and (reason := unread_stretches(document)):
            yield SetAside(document.name, reason)


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
