"""Terms and lines of N-Triples (https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples), with our own escaping.

Every line ends in a newline. No blank nodes: subjects and predicates are IRIs, objects IRIs or literals.
"""

import re
from collections.abc import Iterable, Iterator

from kg.model.dates import PartialDate
from kg.vocabulary import RDF, XSD

Triples = tuple[str, ...]
"""Lines of N-Triples, each with its newline, sorted by code point, none twice."""

_TYPE = RDF.type
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})
_FORBIDDEN = re.compile("[\x00-\x07\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NO_IRI = re.compile(r"[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})")
_PLAIN = re.compile(r"[A-Za-z0-9._~:/?@!$&'()*+,;=-]*#?[A-Za-z0-9._~:/?@!$&'()*+,;=-]*")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")


def iri(value: str) -> str:
    """An IRI in angle brackets. What may not stand in one, and all that is not ASCII, is percent-encoded.

    >>> iri("https://example.org/a b/é")
    '<https://example.org/a%20b/%C3%A9>'
    """
    if _PLAIN.fullmatch(value):
        return f"<{value}>"
    first, mark, rest = value.partition("#")
    return f"<{_encoded(first)}{mark}{_encoded(rest).replace('#', '%23')}>"


def _encoded(part: str) -> str:
    return _NO_IRI.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), part)


def is_absolute(value: str) -> bool:
    """Whether a string can be an IRI of its own: it has a scheme."""
    return bool(_ABSOLUTE.match(value))


def text(value: str, language: str | None = None) -> str:
    r"""A plain or language-tagged literal.

    Control characters never appear: line ends and tabs are escaped, others (which XML could not carry) become
    U+FFFD, one for one, so that lengths and offsets stay.

    >>> print(text('say "no"\n'), text("service", "en"))
    "say \"no\"\n" "service"@en
    """
    quoted = f'"{_FORBIDDEN.sub(chr(0xFFFD), value).translate(_ESCAPES)}"'
    return f"{quoted}@{language}" if language else quoted


def typed(value: object, datatype: str) -> str:
    """A literal of a datatype (its IRI)."""
    return f'"{value}"^^<{datatype}>'


def integer(value: int) -> str:
    """An ``xsd:integer``."""
    return typed(value, XSD.integer)


def day(value: object) -> str:
    """An ``xsd:date`` of a whole date."""
    return typed(value, XSD.date)


def printed_date(value: PartialDate) -> str:
    """A date as precise as it is: ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``."""
    if value.day is not None:
        return typed(value, XSD.date)
    return typed(value, XSD.gYear if value.month is None else XSD.gYearMonth)


def triple(subject: str, predicate: str, object_: str) -> str:
    """One line: ``subject`` and ``predicate`` are IRIs without brackets, ``object_`` a finished term."""
    return f"{iri(subject)} <{predicate}> {object_} .\n"


def node(subject: str, types: Iterable[str], *stated: tuple[str, str | None]) -> Iterator[str]:
    """The lines of one subject: its types, then each (predicate, term) whose term is not None."""
    about = iri(subject)
    for each in types:
        yield f"{about} <{_TYPE}> {iri(each)} .\n"
    for predicate, term in stated:
        if term is not None:
            yield f"{about} <{predicate}> {term} .\n"


def triples(lines: Iterable[str]) -> Triples:
    """Lines sorted, none twice."""
    return tuple(sorted(set(lines)))


def in_graph(lines: Iterable[str], graph: str) -> Iterator[str]:
    r"""The lines as N-Quads of a graph.

    >>> next(in_graph(['<a:s> <a:p> "o" .\n'], "a:g"))
    '<a:s> <a:p> "o" <a:g> .\n'
    """
    end = f"{iri(graph)} .\n"
    return (line[:-2] + end for line in lines)


def subject_of(line: str) -> str:
    """The IRI (without brackets) that a line is about."""
    return line[1 : line.index(">")]


def object_of(line: str) -> str | None:
    """The IRI (without brackets) that a line points to; None for a literal."""
    start = line.index("> <") + 2
    rest = line[line.index("> ", start) + 2 :]
    return rest[1 : rest.index(">")] if rest.startswith("<") else None
