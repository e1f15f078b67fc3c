"""*Measure*: annotated documents are read, and what was read is compared with what a careful reader says."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import KgError, MissingExtra, NotFound, Unreadable, UsageError
from kg.evaluation import (
    Counts,
    Measured,
    RuleFigures,
    Scored,
    listed,
    mistakes,
    quarter_of,
    report,
    rule_figures,
    score,
    summed,
)
from kg.export import gold as as_gold
from kg.extraction import dated, read, rules
from kg.extraction.unread import Looked, unread
from kg.extraction.words.tables import without_bodies as no_bodies
from kg.ledger import Ledger
from kg.loaders import Source, find, load, sidecar
from kg.model.claims import Tier
from kg.model.dates import PartialDate
from kg.model.text import Document

Step = Callable[[int, int, str], None]
"""Called with how many documents are done, how many there are, and the name of this one."""

Row = Mapping[str, Any]
ANNOTATION = ".gold.json"


@dataclass(frozen=True, slots=True)
class Case:
    """One document: its annotation, what was read, how they compare, and the sentences from which nothing came.

    ``scored`` is of the claims that enter a graph, ``rules`` of all of them: a rule of the lowest tier is measured too.
    """

    identifier: str
    document: Document
    gold: Row
    system: Row
    scored: Scored
    rules: Scored
    looked: Looked

    def unread_rows(self) -> dict[str, tuple[int, int]]:
        """By layer: how many of the missed rows stand in an unread sentence, and how many are missed."""
        spans = [(found.start, found.end) for found in self.looked.unread]
        return listed(self.document.text, self.gold, self.scored, spans)


@dataclass(frozen=True, slots=True)
class Measurement:
    """All documents in order of their id; ``not_read`` are the annotated ones that no loader knows or can read."""

    cases: tuple[Case, ...]
    not_read: tuple[str, ...]

    def rules(self) -> list[RuleFigures]:
        """Right and wrong claims by rule."""
        return rule_figures(case.rules for case in self.cases)

    def counts(self) -> dict[str, dict[str, Counts]]:
        """The counts by document and layer: what a ratchet keeps."""
        return {
            case.identifier: {name: layer.counts for name, layer in case.scored.layers.items()} for case in self.cases
        }

    def to_plain(self, *, bootstrap: int = 0, errors: bool = False) -> dict[str, Any]:
        """All figures as JSON values (``kg evaluate --format json``); with ``errors``, each of them with its words."""
        measured = [
            Measured(case.identifier, case.gold.get("publisher"), case.scored, case.rules) for case in self.cases
        ]
        tiers = {row.rule: str(rules.tier(row.rule)) for row in self.rules()}
        plain = {"documents": len(self.cases), "not_read": list(self.not_read)}
        plain |= report(measured, tiers, bootstrap) | {"unread": self._unread(errors=errors)}
        if errors:
            plain["errors"] = [
                mistake.to_plain()
                for case in self.cases
                for mistake in mistakes(case.identifier, case.document.text, case.gold, case.scored)
            ]
        return plain

    def _unread(self, *, errors: bool) -> dict[str, Any]:
        """How many sentences are listed as unread, why, and how much of what was missed stands in them."""
        reasons: dict[tuple[str, str], int] = {}
        for case in self.cases:
            for found in case.looked.unread:
                reasons[found.sign, found.reason] = reasons.get((found.sign, found.reason), 0) + 1
        plain: dict[str, Any] = {
            "sentences": sum(case.looked.sentences for case in self.cases),
            "listed": sum(reasons.values()),
            "missed": summed(case.unread_rows() for case in self.cases),
            "reasons": [
                {"sign": sign, "reason": reason, "sentences": number}
                for (sign, reason), number in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
            ],
        }
        if errors:
            plain["found"] = [
                {"document": case.identifier} | found.to_plain() for case in self.cases for found in case.looked.unread
            ]
        return plain


def measure(
    paths: Iterable[str | os.PathLike[str]],
    *,
    half: str | None = None,
    without_bodies: bool = False,
    progress: Step | None = None,
) -> Measurement:
    """Read and compare every document under ``paths`` that has an annotation ``gold/NAME.gold.json`` beside it.

    ``half`` (``a``, ``b``, or a quarter: ``b2``) leaves out the other ids; ``without_bodies`` reads as if no body were
    known. Raises :class:`kg.errors.KgError`.
    """
    named = list(paths)
    sources = _annotated(named, half)
    with no_bodies() if without_bodies else nullcontext():
        cases, without_extra = [], []
        for number, (identifier, source) in enumerate(sorted(sources.items()), 1):
            if progress:
                progress(number, len(sources), identifier)
            try:
                cases.append(_case(identifier, source))
            except MissingExtra:
                without_extra.append(identifier)
    not_read = sorted([*without_extra, *_without_loader(named, sources, half)])
    return Measurement(tuple(cases), tuple(not_read))


def unread_in(graph: str | os.PathLike[str]) -> Iterator[dict[str, Any]]:
    """The sentences of all documents of a graph folder that look like a claim and gave none, as JSON values.

    A claim that does not enter the graph is none here. Raises :class:`kg.errors.GraphError` without a graph.
    """
    with Ledger(Path(graph)) as ledger:
        for document, claims in ledger.readings(frozenset(Tier)):
            for found in unread(document, claims).unread:
                yield {"document": document.name} | found.to_plain()


def annotation_of(document: Path) -> Path:
    """Where the annotation of a document stands."""
    return document.parent / "gold" / f"{document.stem}{ANNOTATION}"


def _annotated(named: Sequence[str | os.PathLike[str]], half: str | None) -> dict[str, Source]:
    """The documents that have an annotation, by id."""
    found: dict[str, Source] = {}
    for source in find(named).documents:
        if source.path is None or not annotation_of(source.path).is_file():
            continue
        identifier = source.path.stem
        if identifier in found:
            raise UsageError(f"{identifier}: expected one document of that name, found {found[identifier].place} too")
        found[identifier] = source
    if not found:
        raise NotFound(
            f"{' '.join(map(str, named))}: expected documents with annotations beside them (gold/NAME{ANNOTATION}), "
            "found none"
        )
    return {name: source for name, source in found.items() if quarter_of(name).startswith(half or "")}


def _without_loader(
    named: Sequence[str | os.PathLike[str]], read_: Mapping[str, Source], half: str | None
) -> Iterator[str]:
    """The ids that are annotated in the folders named, but whose documents no loader knows."""
    folders = [Path(path) for path in named if Path(path).is_dir()]
    annotated = {path.name.removesuffix(ANNOTATION) for folder in folders for path in folder.rglob(f"*{ANNOTATION}")}
    yield from sorted(name for name in annotated - set(read_) if quarter_of(name).startswith(half or ""))


def _case(identifier: str, source: Source) -> Case:
    assert source.path is not None
    gold = _annotation(annotation_of(source.path))
    document = _document(source.path, gold)
    claims = read(document)
    entering = [claim for claim in claims if claim.tier is not Tier.POSSIBLE]
    system = as_gold(document, entering)
    scored = score(gold, system)
    of_all = scored if len(entering) == len(claims) else score(gold, as_gold(document, claims))
    return Case(identifier, document, gold, system, scored, of_all, unread(document, claims))


def _annotation(path: Path) -> Row:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Unreadable(f"{path}: expected an annotation in JSON, found: {error}") from None
    if not isinstance(gold, dict):
        raise Unreadable(f"{path}: expected an annotation (a JSON object), found a {type(gold).__name__}")
    return gold


def _document(path: Path, gold: Row) -> Document:
    """The document; its date of issue is that of the annotation where neither a sidecar nor the text says one."""
    try:
        document = dated(load(path.read_bytes(), path.name, sidecar(path)))
        if document.published is None and gold.get("published"):
            published = PartialDate.parse(str(gold["published"]))
            document = replace(document, published=published, published_from="annotation")
    except KgError as error:
        raise type(error)(f"{path.name}: {str(error).removeprefix(f'{path.name}: ')}") from None
    return document
