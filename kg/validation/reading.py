"""RDF files from outside, as N-Triples text: Turtle, TriG, N-Triples, N-Quads. Never RDF/XML.

RDF/XML is refused because XML from strangers can name other files and grow without limit; a converter is a
command away.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError, NotFound
from kg.validation.quiet import quiet_libraries
from kg.validation.terms import literal_text

if TYPE_CHECKING:
    from rdflib.term import Node

    Triple = tuple[Node, Node, Node]

_FORMATS = {".ttl": "turtle", ".turtle": "turtle", ".trig": "trig", ".nt": "nt", ".nq": "nquads"}
_XML = {".rdf", ".xml", ".owl"}


def read_rdf(path: Path) -> str:
    """The triples of an RDF file as N-Triples lines, sorted; the graphs of a TriG or N-Quads file as their union.

    Raises ``NotFound`` if there is no such file, ``InputError`` if it is of another format or cannot be parsed.
    """
    suffix = path.suffix.lower()
    if suffix in _XML:
        raise InputError(f"expected Turtle, TriG, N-Triples or N-Quads, found RDF/XML: {path}; convert it first")
    if suffix not in _FORMATS:
        raise InputError(f"expected a file named {', '.join(sorted(_FORMATS))}, found {path}; rename or convert it")
    if not path.is_file():
        raise NotFound(f"expected an RDF file, found none at {path}; check the path")
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"expected UTF-8, found byte {error.start} of {path} to be none; save it as UTF-8") from None
    with quiet_libraries():
        triples = _triples(text, _FORMATS[suffix], path)
    return "".join(f"{line}\n" for line in sorted(_lines(triples, path)))


def _triples(text: str, form: str, path: Path) -> "list[Triple]":
    from rdflib import Dataset, Graph

    graph = Dataset(default_union=True) if form in {"trig", "nquads"} else Graph()
    try:
        graph.parse(data=text, format=form, publicID=f"file:///{path.name}")  # the name, not the machine's path
    except Exception as error:  # noqa: BLE001 - rdflib raises many kinds, among them bare ones
        line = _line(error, text)
        where = f"{path}, line {line}" if line else str(path)
        raise InputError(f"expected {form}, found an error in {where}: {_reason(error)}") from None
    return list(graph.triples((None, None, None)))


def _lines(triples: "list[Triple]", path: Path) -> set[str]:
    """One N-Triples line a triple; blank nodes are numbered in the order of the file."""
    from rdflib import BNode, Literal

    labels: dict[BNode, str] = {}

    def term(node: "Node") -> str:
        if isinstance(node, BNode):
            return labels.setdefault(node, f"_:b{len(labels)}")
        return literal_text(node) if isinstance(node, Literal) else f"<{node}>"

    lines = {" ".join((*map(term, triple), ".")) for triple in triples}
    for iri in sorted({str(node) for triple in triples for node in triple if not isinstance(node, BNode | Literal)}):
        if any(character in _NOT_IN_IRIS or character <= " " for character in iri):
            raise InputError(f"expected an IRI, found <{iri}> in {path}; percent-encode what an IRI may not hold")
    return lines


_NOT_IN_IRIS = frozenset('<>"{}|^`\\')


def _line(error: Exception, text: str) -> int | None:
    """The line of the error: Turtle errors carry it, N-Triples and N-Quads errors quote the line or its rest."""
    carried = getattr(error, "lines", None)
    if isinstance(carried, int):
        return carried + 1
    quoted = str(error).splitlines()[-1].removeprefix("Invalid line:").strip().strip("'\"").removesuffix("\\n")
    for number, line in enumerate(text.splitlines(), 1):
        if quoted and line.strip() and (line.strip().endswith(quoted) or quoted.endswith(line.strip())):
            return number
    return None


def _reason(error: Exception) -> str:
    why = getattr(error, "_why", None) or str(error).strip() or type(error).__name__
    return str(why).splitlines()[0]
