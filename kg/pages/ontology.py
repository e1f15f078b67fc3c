"""The ontology for people: every class, property and concept with what it means, from the files of ``ontology/``."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg import resources
from kg.rendering.terms import short_iri
from kg.store import parsed
from kg.vocabulary import TERMS

_RDF, _RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
_OWL, _SKOS = "http://www.w3.org/2002/07/owl#", "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"


@dataclass(frozen=True, slots=True)
class Term:
    """A class, a property or a concept; ``name`` is how people write it, ``place`` where it stands on the page."""

    iri: str
    name: str
    place: str
    label: str
    definition: str
    examples: tuple[str, ...]
    wider: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """The page of the ontology; ``schemes`` hold their concepts in the order of their files."""

    title: str
    description: str
    version: str
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    schemes: tuple[tuple[Term, tuple[Term, ...]], ...]


def turtle(name: str = "") -> str | None:
    """The ontology as Turtle; of a scheme or a concept (``role``, ``role/chair``) its file; None if there is none."""
    if not name:
        paths = [resources.ontology() / "ct.ttl", *_vocabularies()]
        return "\n".join(path.read_text("utf-8") for path in paths)
    texts = (path.read_text("utf-8") for path in _vocabularies())
    iri = f"{TERMS}/{name}"
    return next((text for text in texts if any(subject == iri for subject, _, _ in parsed(text))), None)


@cache
def ontology() -> Ontology:
    """The ontology, read once."""
    said = _said(turtle() or "")
    about = said[TERMS]
    of_kind: defaultdict[str, list[Term]] = defaultdict(list)
    for iri, facts in said.items():
        for kind in facts[f"{_RDF}type"]:
            of_kind[kind].append(_term(iri, facts))
    concepts = of_kind[f"{_SKOS}Concept"]
    return Ontology(
        about[f"{_DCTERMS}title"][0],
        about[f"{_DCTERMS}description"][0],
        about[f"{_OWL}versionInfo"][0],
        tuple(of_kind[f"{_OWL}Class"]),
        tuple(of_kind[f"{_OWL}ObjectProperty"] + of_kind[f"{_OWL}DatatypeProperty"]),
        tuple(
            (scheme, tuple(each for each in concepts if each.iri.startswith(f"{scheme.iri}/")))
            for scheme in of_kind[f"{_SKOS}ConceptScheme"]
        ),
    )


def _vocabularies() -> list[Path]:
    return sorted((resources.ontology() / "vocabularies").glob("*.ttl"))


def _said(text: str) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in parsed(text):
        found[subject][predicate].append(value)
    return found


def _term(iri: str, facts: dict[str, list[str]]) -> Term:
    wider = facts[f"{_RDFS}subClassOf"] + facts[f"{_RDFS}subPropertyOf"] + facts[f"{_SKOS}broader"]
    labels = facts[f"{_SKOS}prefLabel"] + facts[f"{_RDFS}label"]
    return Term(
        iri,
        short_iri(iri),
        iri.removeprefix(TERMS).strip("#/"),
        next(iter(labels), ""),
        next(iter(facts[f"{_SKOS}definition"]), ""),
        tuple(facts[f"{_SKOS}example"]),
        tuple(wider),
        tuple(facts[f"{_RDFS}domain"]),
        tuple(facts[f"{_RDFS}range"]),
    )
