"""RDF files from outside, as triples: Turtle, TriG, N-Triples, N-Quads. Never RDF/XML. Parsed by Oxigraph.

RDF/XML is refused because XML from strangers can name other files and grow without limit; a converter is a
command away. A file that nests too deeply ends the process that parses it: what strangers hand in is read in a child
(:mod:`kg.worker`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from kg.errors import InputError, NotFound, UsageError
from kg.validation.terms import canonical
from kg.validation.triples import Triple

if TYPE_CHECKING:
    from pyoxigraph import Quad

_FORMATS = {".ttl": "TURTLE", ".turtle": "TURTLE", ".trig": "TRIG", ".nt": "N_TRIPLES", ".nq": "N_QUADS"}
_XML = {".rdf", ".xml", ".owl"}


def read_rdf(path: Path) -> str:
    """The triples of an RDF file as N-Triples lines, sorted; the graphs of a TriG or N-Quads file as their union.

    Raises ``NotFound`` if there is no such file, ``UsageError`` if it is of another format, ``InputError`` if it cannot
    be parsed.
    """
    return "".join(sorted({f"{' '.join(triple)} .\n" for triple in triples_of(path)}))


def triples_of(path: Path, label: str = "b") -> Iterator[Triple]:
    """The triples of an RDF file; blank nodes are numbered in the order of the file, behind ``label``."""
    suffix = path.suffix.lower()
    if suffix in _XML:
        raise UsageError(f"expected Turtle, TriG, N-Triples or N-Quads, found RDF/XML: {path}; convert it first")
    if suffix not in _FORMATS:
        raise UsageError(f"expected a file named {', '.join(sorted(_FORMATS))}, found {path}; rename or convert it")
    if not path.is_file():
        raise NotFound(f"expected an RDF file, found none at {path}; check the path")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"expected UTF-8, found byte {error.start} of {path} to be none; save it as UTF-8") from None
    return _numbered(_quads(text, _FORMATS[suffix], path), label)


def _quads(text: str, name: str, path: Path) -> "Iterator[Quad]":
    from pyoxigraph import RdfFormat, parse

    form: RdfFormat = getattr(RdfFormat, name)
    try:
        yield from parse(text, format=form, base_iri=f"file:///{quote(path.name)}")  # the name, not the machine's path
    except SyntaxError as error:
        where = f"{path}, line {error.lineno}" if error.lineno else str(path)
        raise InputError(f"expected {form.name}, found an error in {where}: {error.msg}") from None


def _numbered(quads: "Iterable[Quad]", label: str) -> Iterator[Triple]:
    labels: dict[str, str] = {}

    def term(written: str) -> str:
        if written.startswith("_:"):
            return labels.setdefault(written, f"_:{label}{len(labels)}")
        return canonical(written)

    for quad in quads:
        yield term(str(quad.subject)), str(quad.predicate), term(str(quad.object))
