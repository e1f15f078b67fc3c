"""The words of the graph as plain strings: closed namespaces, and the concepts of the SKOS schemes.

A namespace is closed: a term that is not declared raises :class:`kg.errors.KnowledgeError`, so that a misspelt
term fails where it is written and not as an empty answer. The namespaces repeat ``ontology/prefixes.ttl`` and
``ontology/ct.ttl`` (a test compares them, both ways) because a command must not parse Turtle in order to print
its help. The concepts are read from ``ontology/vocabularies/`` at first use: adding one touches no Python.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg import resources
from kg.errors import KnowledgeError


class Namespace:
    """A prefix, its IRI, and the terms that may be used from it.

    >>> CT.Participation
    'https://w3id.org/ct-kg/ns#Participation'
    >>> CT["Partcipation"]  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    kg.errors.KnowledgeError: expected a declared term of ct: (ontology/ct.ttl), found 'Partcipation'; ...
    """

    __slots__ = ("iri", "prefix", "terms")

    def __init__(self, prefix: str, iri: str, terms: str = "") -> None:
        self.prefix = prefix
        self.iri = iri
        self.terms = frozenset(terms.split())

    def __getitem__(self, term: str) -> str:
        if term not in self.terms:
            home = "ontology/ct.ttl" if self.prefix == "ct" else "kg/vocabulary.py"
            raise KnowledgeError(
                f"expected a declared term of {self.prefix}: ({home}), found {term!r}; "
                "correct the spelling, or declare the term there first"
            )
        return self.iri + term

    def __getattr__(self, term: str) -> str:
        if term.startswith("__"):  # copy, pickle and doctest probe for these; they are no terms
            raise AttributeError(term)
        return self[term]

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and iri.startswith(self.iri) and iri[len(self.iri) :] in self.terms

    def __iter__(self) -> Iterator[str]:
        return (self.iri + term for term in sorted(self.terms))


TERMS = "https://w3id.org/ct-kg/ns"
"""The IRI of the ontology; the terms stand under it after ``#``, the schemes after ``/``."""

CT = Namespace(
    "ct",
    f"{TERMS}#",
    # Classes
    "Attestation BodyRelation Decision Document Group Meeting MeetingReport MeetingSeries NameUse Official "
    "Participation Passage Tenure "
    # Properties
    "about acronym adjective ambiguousAcronym attestedOn capital count decidedBy decidedOn demonym endNotAfter "
    "endNotBefore firstAttested form goldTerm groupOf honorific inCapacityOf inSeries issuedNotAfter "
    "issuedNotBefore lastAttested meeting meetingKind meetingState nameKind names object officialName onBehalfOf "
    "ordinal organisation person place post presence printedDate reason relation reports role rule seats sha256 "
    "startNotAfter startNotBefore status subject "
    "supportedBy tier title verdict",
)
RDF = Namespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type value")
RDFS = Namespace("rdfs", "http://www.w3.org/2000/01/rdf-schema#", "label")
XSD = Namespace("xsd", "http://www.w3.org/2001/XMLSchema#", "date gYear gYearMonth integer string")
OWL = Namespace("owl", "http://www.w3.org/2002/07/owl#")
SKOS = Namespace(
    "skos",
    "http://www.w3.org/2004/02/skos/core#",
    "Concept altLabel broader inScheme notation prefLabel",
)
DCTERMS = Namespace(
    "dcterms", "http://purl.org/dc/terms/", "conformsTo isVersionOf issued language publisher replaces source title"
)
FOAF = Namespace("foaf", "http://xmlns.com/foaf/0.1/", "Document Person name")
PROV = Namespace("prov", "http://www.w3.org/ns/prov#", "Entity wasDerivedFrom")
OA = Namespace(
    "oa",
    "http://www.w3.org/ns/oa#",
    "FragmentSelector SpecificResource TextPositionSelector TextQuoteSelector XPathSelector end exact hasSelector "
    "hasSource start",
)
ORG = Namespace(
    "org",
    "http://www.w3.org/ns/org#",
    "Membership Organization Post classification member organization postIn role subOrganizationOf",
)
SCHEMA = Namespace("schema", "https://schema.org/", "Event EventSeries")
CV = Namespace("cv", "http://data.europa.eu/m8g/", "Participation hasParticipant role")
SH = Namespace(
    "sh",
    "http://www.w3.org/ns/shacl#",
    "Info ValidationReport ValidationResult Violation Warning conforms focusNode result resultMessage resultPath "
    "resultSeverity sourceConstraintComponent sourceShape value",
)
VANN = Namespace("vann", "http://purl.org/vocab/vann/")

SCHEMES: MappingProxyType[str, str] = MappingProxyType(
    {
        "role": "role",
        "pr": "post-role",
        "status": "status",
        "presence": "presence",
        "mk": "meeting-kind",
        "ms": "meeting-state",
        "ok": "organisation-kind",
        "nk": "name-kind",
        "rel": "relation",
        "tier": "tier",
    }
)
"""The prefix of each SKOS scheme and its name; the IRI of a scheme is ``TERMS/<name>``."""

NAMESPACES: tuple[Namespace, ...] = (
    *(CT, RDF, RDFS, XSD, OWL, SKOS, DCTERMS, FOAF, PROV, OA, ORG, SCHEMA, CV, SH, VANN),
)

PREFIXES: MappingProxyType[str, str] = MappingProxyType(
    {"ct": CT.iri}
    | {prefix: f"{TERMS}/{name}/" for prefix, name in SCHEMES.items()}
    | {"shape": f"{TERMS}/shape/"}
    | {namespace.prefix: namespace.iri for namespace in NAMESPACES[1:]}
)
"""Every prefix of ``ontology/prefixes.ttl`` and its IRI, in that order."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a scheme, as ``ontology/vocabularies/`` states it.

    ``gold`` is its word in the gold format of the annotated corpus; ``also`` its other labels.
    """

    iri: str
    scheme: str
    notation: str
    label: str
    broader: str | None
    gold: str
    also: tuple[str, ...] = ()


def scheme_iri(scheme: str) -> str:
    """The IRI of a scheme, by name; raises ``KnowledgeError`` for an unknown one."""
    if scheme not in SCHEMES.values():
        raise KnowledgeError(f"expected a scheme ({', '.join(sorted(SCHEMES.values()))}), found {scheme!r}")
    return f"{TERMS}/{scheme}"


@cache
def concepts(scheme: str) -> MappingProxyType[str, Concept]:
    """The concepts of a scheme by notation, in the order of their file."""
    home = scheme_iri(scheme)
    return MappingProxyType({c.notation: c for c in _all_concepts() if c.scheme == home})


def concept(scheme: str, notation: str) -> str:
    """The IRI of a concept; raises ``KnowledgeError`` if the scheme has no such notation.

    >>> concept("role", "co-chair")
    'https://w3id.org/ct-kg/ns/role/co-chair'
    """
    return _concept(scheme, notation).iri


def gold_term(scheme: str, notation: str) -> str:
    """The word of the gold format for a notation: its ``ct:goldTerm``, else the notation itself.

    >>> gold_term("status", "substantive")
    'current'
    """
    return _concept(scheme, notation).gold


def _concept(scheme: str, notation: str) -> Concept:
    known = concepts(scheme)
    if notation not in known:
        raise KnowledgeError(f"expected a notation of the scheme {scheme} ({', '.join(known)}), found {notation!r}")
    return known[notation]


# The vocabularies keep one layout, a predicate a line, so that they can be read without an RDF library (a cold
# start matters); a test compares this reading with rdflib's, and a line of another form is an error here.
_OPENS = re.compile(r"(\w+:[\w-]+) a skos:Concept(?:, org:Role)? ;")
_STATES = re.compile(r"    (\w+:\w+) (.+) ([;.])")
_TEXT = re.compile(r'"([^"\\]*)"(?:@en)?')


@cache
def _all_concepts() -> tuple[Concept, ...]:
    return tuple(
        found
        for path in sorted((resources.ontology() / "vocabularies").glob("*.ttl"))
        for found in _read(path.read_text(encoding="utf-8"), path.name)
    )


def _read(turtle: str, name: str) -> Iterator[Concept]:
    subject, stated = "", dict[str, str]()
    for number, line in enumerate(turtle.splitlines(), 1):
        if opens := _OPENS.fullmatch(line):
            subject, stated = opens[1], {}
        elif subject and line:
            states = _STATES.fullmatch(line)
            if not states:
                raise KnowledgeError(f"{name}:{number}: expected '    predicate value ;' or '… .', found {line!r}")
            stated[states[1]] = states[2]
            if states[3] == ".":
                yield _stated_concept(subject, stated, f"{name}:{number}")
                subject = ""


def _stated_concept(subject: str, stated: dict[str, str], where: str) -> Concept:
    try:
        label, notation = (_TEXT.findall(stated[p])[0] for p in ("skos:prefLabel", "skos:notation"))
        return Concept(
            iri=_expand(subject),
            scheme=_expand(stated["skos:inScheme"]),
            notation=notation,
            label=label,
            broader=_expand(stated["skos:broader"]) if "skos:broader" in stated else None,
            gold=(_TEXT.findall(stated.get("ct:goldTerm", "")) or [notation])[0],
            also=tuple(_TEXT.findall(stated.get("skos:altLabel", ""))),
        )
    except (KeyError, IndexError) as error:
        raise KnowledgeError(f"{where}: expected label, notation and scheme of {subject}, found no {error}") from None


def _expand(term: str) -> str:
    if term.startswith("<"):
        return term[1:-1]
    prefix, _, local = term.partition(":")
    return PREFIXES[prefix] + local
