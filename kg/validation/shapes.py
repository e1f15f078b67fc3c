"""Shapes files, read and understood once a process."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.errors import KgError, ShapesError
from kg.validation.compiler import Compiled, compiled
from kg.validation.declared import NotCompiled
from kg.validation.reading import triples_of
from kg.validation.triples import Triple, Triples
from kg.vocabulary import SH

_REFUSED = {
    "entailment": "inference (sh:entailment), which is not run here; state what follows in the data",
    "js": "JavaScript (sh:js), which is never run; use SHACL Core",
    "jsLibrary": "JavaScript (sh:jsLibrary), which is never run; use SHACL Core",
    "jsFunctionName": "JavaScript (sh:jsFunctionName), which is never run; use SHACL Core",
}


@dataclass(frozen=True, slots=True)
class Shapes:
    """A shapes graph: its triples, and itself compiled, None if only pySHACL knows all that stands in it."""

    triples: Triples
    compiled: Compiled | None
    unknown: str = field(default="", compare=False)


@cache
def shapes_of(path: Path) -> Shapes:
    """The shapes of a Turtle file or of all in a folder; raises :class:`kg.errors.ShapesError`."""
    files = sorted(path.glob("*.ttl")) if path.is_dir() else [path]
    if not files:
        raise ShapesError(f"expected shapes (*.ttl) in {path}, found none; name the folder or the file that has them")
    triples = Triples(triple for number, file in enumerate(files) for triple in _read(file, f"s{number}x"))
    for name, what in _REFUSED.items():
        if f"<{SH.iri}{name}>" in triples.predicates():
            raise ShapesError(f"expected shapes that can be run, found in {path} {what}")
    try:
        return Shapes(triples, compiled(triples))
    except NotCompiled as error:
        return Shapes(triples, None, str(error))


def _read(file: Path, label: str) -> list[Triple]:
    if not file.is_file():
        raise ShapesError(f"expected a file or a folder of shapes, found nothing at {file}")
    try:
        return list(triples_of(file, label))
    except KgError as error:
        raise ShapesError(f"expected Turtle, found an error in {file.name}: {error}") from None
