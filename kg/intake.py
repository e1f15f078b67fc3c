"""What is to be read: files, and the documents in archives and mails; each with what is known of it beside its text.

The files themselves are only hashed here. What opens and reads them is a child (:mod:`kg.worker`).
"""

import base64
import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kg.errors import KgError, KnowledgeError, NotFound, Unreadable, UsageError
from kg.loaders import DEEPEST, MOST_DOCUMENTS, Listed, Metadata, Source, largest, may_hold, read_manifest, sidecar
from kg.model.dates import PartialDate
from kg.workers import DOCUMENT, Pool

WITHIN = "!/"
"""Stands in a place between an archive or a mail and the document in it."""


@dataclass(frozen=True, slots=True)
class Intended:
    """A document to be read: what the child is told, and a hash of all that decides what it will say; or an error."""

    source: Source
    arguments: Mapping[str, Any] | None = None
    fingerprint: str = ""
    error: KgError | None = None


@dataclass(slots=True)
class Intake:
    """Turns what was found into what is to be read; counts what was passed over in archives and mails.

    ``published`` is the date of issue of documents that have none beside them; ``listed`` are the rows of a manifest.
    """

    pool: Pool
    published: PartialDate | None = None
    listed: Mapping[Path, Listed] = field(default_factory=dict)
    skipped: int = 0
    opened: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def of(self, sources: Iterable[Source]) -> Iterator[Intended]:
        """All documents to be read, in order."""
        for source in sources:
            for intended in self._of(source):
                self.places.add(intended.source.place)
                yield intended

    def stands(self, place: str) -> bool:
        """Whether a document is at a place still; standard input leaves none behind."""
        if place in self.places:
            return True
        outer, within, _ = place.partition(WITHIN)
        if within and outer in self.opened:
            return False
        try:
            return Path(outer).is_absolute() and Path(outer).is_file()
        except OSError:  # a folder that may not be entered
            return False

    def _of(self, source: Source) -> Iterator[Intended]:
        try:
            listed = self.listed.get(source.path) if source.path else None
            metadata = listed.metadata if listed else Metadata()
            metadata = metadata.or_else(sidecar(source.path) if source.path else Metadata())
            data = _bytes(source)
            _check_hash(data, listed)
        except Unreadable as error:
            yield Intended(source, error=error)
            return
        digest = hashlib.sha256(data).hexdigest()
        if source.path is None:
            source = replace(source, place=f"-/{digest}")
        what = {"path": str(source.path)} if source.path else {"data": base64.b64encode(data).decode()}
        if may_hold(data):
            yield from self._opened(source, what, metadata, digest)
        else:
            yield self._intended(source, what, metadata, digest)

    def _opened(self, source: Source, what: Mapping[str, Any], metadata: Metadata, digest: str) -> Iterator[Intended]:
        """A document with those in it; more than ``MOST_DOCUMENTS`` together are an error."""
        number = 0
        waiting = [(source, metadata, True)]
        while waiting:
            at, known, holds = waiting.pop()
            number += 1
            if number > MOST_DOCUMENTS:
                yield Intended(at, error=Unreadable(_too_many()))
                return
            if not holds:
                yield self._intended(at, what, known, digest)
                continue
            try:
                found = self.pool.call("open", {**what, "inside": at.inside}, DOCUMENT.from_environment())
            except (KnowledgeError, UsageError):
                raise
            except KgError as error:
                yield Intended(at, error=error)
                continue
            self.skipped += found["skipped"]
            self.opened.add(source.place)
            if found["itself"]:
                yield self._intended(at, what, known, digest)
            inner = [(_inside(at, member, found["members"]), member) for member in found["members"]]
            yield from (Intended(each, error=Unreadable(member["wrong"])) for each, member in inner if member["wrong"])
            waiting += [
                (each, Metadata.from_plain(member["metadata"]), member["holds"] and len(each.inside) < DEEPEST)
                for each, member in reversed(inner)
                if not member["wrong"]
            ]

    def _intended(self, source: Source, what: Mapping[str, Any], metadata: Metadata, digest: str) -> Intended:
        if metadata.published is None and self.published is not None:
            metadata = replace(metadata, published=self.published, published_from="option")
        told = {**what, "inside": source.inside, "name": source.name, "metadata": metadata.to_plain()}
        known = f"{source.name}{sorted(metadata.to_plain().items())}{source.inside}{digest}"
        return Intended(source, told, hashlib.sha256(known.encode()).hexdigest())


def listed(path: Path) -> tuple[list[Source], dict[Path, Listed]]:
    """The documents that a manifest lists, and its rows by path; raises :class:`kg.errors.InputError`."""
    rows = {each.path: each for each in read_manifest(path)}
    missing = [each for each in rows if not each.is_file()]
    if missing:
        raise NotFound(
            f"{path}: expected the files that it lists, found {len(missing)} missing (the first: {missing[0]}); "
            "fetch them, or take their rows out"
        )
    return [Source(str(each), each) for each in rows], rows


def _inside(outer: Source, member: Mapping[str, Any], members: Iterable[Mapping[str, Any]]) -> Source:
    """The source of a member; its number tells it from another of the same name."""
    name = str(member["name"])
    again = sum(other["name"] == name for other in members) > 1
    label = f"{name} ({member['number'] + 1})" if again else name
    place = f"{outer.place}{WITHIN}{label}"
    return Source(place, outer.path, (*outer.inside, member["number"]), f"{outer.name}{WITHIN}{label}")


def _bytes(source: Source) -> bytes:
    """The bytes of a document, one more than allowed at most: the loader says what is wrong with so many."""
    try:
        with sys.stdin.buffer if source.path is None else source.path.open("rb") as file:
            return file.read(largest() + 1)
    except OSError as error:
        raise Unreadable(f"expected a file that can be read, found: {error.strerror}") from None


def _check_hash(data: bytes, listed: Listed | None) -> None:
    if listed and listed.sha256 and hashlib.sha256(data).hexdigest() != listed.sha256.lower():
        raise Unreadable(
            f"expected the bytes that the manifest lists (sha256 {listed.sha256}), found others; fetch it again, or "
            "take its sha256 out of the manifest"
        )


def _too_many() -> str:
    return f"expected at most {MOST_DOCUMENTS} documents in one file, found more; split it"
