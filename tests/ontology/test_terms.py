"""Every term is labelled, defined, exampled and used; nothing undeclared is used; what is reused exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg import resources
from kg.vocabulary import CT, NAMESPACES, PREFIXES, SCHEMES, TERMS, concepts

ONTOLOGY = resources.ontology()
TURTLE = sorted(file for file in ONTOLOGY.rglob("*.ttl"))
QUESTIONS = sorted(resources.queries().glob("*.rq"))
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
CONCEPTS = {each.iri for scheme in SCHEMES.values() for each in concepts(scheme).values()}
INSTANCES = "https://w3id.org/ct-kg/id/"
REUSED = {namespace.prefix: namespace.iri for namespace in NAMESPACES if namespace is not CT}


def nodes(graph: Graph) -> Iterator[Node]:
    for triple in graph:
        for node in triple:
            yield node
            if isinstance(node, Literal) and node.datatype:
                yield node.datatype


def curies(text: str, prefix: str) -> set[str]:
    without_comments = re.sub(r"(?m)^\s*#.*$", "", text)
    return set(re.findall(rf"(?<![\w:/]){prefix}:([A-Za-z][\w-]*)", without_comments))


def registered(prefix: str, iri: str) -> bool:
    """Whether the registry has the prefix, or it is one for instances, whose base is configurable."""
    return PREFIXES[prefix] == iri if prefix in PREFIXES else iri.startswith(INSTANCES)


def declared(terms: Graph) -> list[URIRef]:
    return sorted(term for kind in KINDS for term in terms.subjects(RDF.type, kind) if isinstance(term, URIRef))


def test_each_term_has_one_english_label_definition_and_example(terms: Graph) -> None:
    for term in declared(terms):
        for said in (RDFS.label, SKOS.definition, SKOS.example):
            languages = [value.language for value in terms.objects(term, said) if isinstance(value, Literal)]
            assert languages == ["en"], f"{term} {said}"
        assert list(terms.objects(term, RDFS.isDefinedBy)) == [URIRef(TERMS)]


def test_no_two_classes_and_no_two_properties_have_one_label(terms: Graph) -> None:
    for kinds in (KINDS[:1], KINDS[1:]):
        these = {term for kind in kinds for term in terms.subjects(RDF.type, kind)}
        labels = [str(label).casefold() for term in these for label in terms.objects(term, RDFS.label)]
        assert sorted(labels) == sorted(set(labels))


def test_each_class_stands_on_a_reused_one(terms: Graph) -> None:
    for each in terms.subjects(RDF.type, OWL.Class):
        above = [str(parent) for parent in terms.objects(each, RDFS.subClassOf)]
        assert any(parent.startswith(iri) for parent in above for iri in REUSED.values()), each


def test_evidence_is_a_derivation_that_prov_readers_see(terms: Graph) -> None:
    prov = URIRef(PREFIXES["prov"] + "wasDerivedFrom")
    assert (URIRef(CT.supportedBy), RDFS.subPropertyOf, prov) in terms


def test_the_ontology_says_what_it_is_and_names_no_person(terms: Graph) -> None:
    said = {str(predicate).removeprefix(PREFIXES["dcterms"]) for predicate in terms.predicates(URIRef(TERMS))}
    assert {"title", "description", "license"} <= said
    assert not {"creator", "contributor"} & said
    version = terms.value(URIRef(TERMS), OWL.versionInfo)
    assert str(terms.value(URIRef(TERMS), OWL.versionIRI)) == f"{TERMS}/{version}"


def test_domains_and_ranges_are_classes_that_exist(terms: Graph) -> None:
    for where in (RDFS.domain, RDFS.range):
        for each in terms.objects(None, where):
            assert not str(each).startswith(CT.iri) or (each, RDF.type, OWL.Class) in terms


def test_each_term_is_used_or_deprecated(terms: Graph, shapes: Graph, examples: Graph) -> None:
    used = {str(node) for graph in (shapes, examples) for node in nodes(graph)}
    used |= {CT.iri + name for file in QUESTIONS for name in curies(file.read_text(encoding="utf-8"), "ct")}
    unused = [term for term in declared(terms) if str(term) not in used and not terms.value(term, OWL.deprecated)]
    assert [str(term) for term in unused] == []


def test_each_term_stands_in_a_shape_so_that_the_gate_sees_it(terms: Graph, shapes: Graph) -> None:
    seen = {str(node) for node in nodes(shapes)}
    assert [str(term) for term in declared(terms) if str(term) not in seen] == []


@pytest.mark.parametrize("file", TURTLE, ids=lambda file: str(file.relative_to(ONTOLOGY)))
def test_no_file_uses_an_undeclared_term_concept_or_prefix(file: Path) -> None:
    graph = Graph().parse(file)
    for node in set(nodes(graph)):
        if str(node).startswith(CT.iri) and isinstance(node, URIRef):
            assert str(node) in CT, f"undeclared term {node}"
        for scheme in SCHEMES.values():
            if isinstance(node, URIRef) and str(node).startswith(f"{TERMS}/{scheme}/"):
                assert str(node) in CONCEPTS, f"undeclared concept {node}"
    for prefix, iri in re.findall(r"@prefix (\w[\w-]*): <([^>]+)>", file.read_text(encoding="utf-8")):
        assert registered(prefix, iri) or (file.name, prefix) == ("prefixes.ttl", "prefix"), f"{prefix}: <{iri}>"


@pytest.mark.parametrize("file", QUESTIONS, ids=lambda file: file.name)
def test_no_question_uses_an_undeclared_term_concept_or_prefix(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for name in curies(text, "ct"):
        assert CT.iri + name in CT, f"undeclared term ct:{name}"
    for prefix, scheme in SCHEMES.items():
        for name in curies(text, prefix):
            assert name in concepts(scheme), f"undeclared concept {prefix}:{name}"
    for prefix, iri in re.findall(r"(?i)\bprefix (\w+): *<([^>]+)>", text):
        assert registered(prefix, iri), f"{prefix}: <{iri}>"


def reused_terms() -> dict[str, str]:
    lines = (Path(__file__).parent / "reused-terms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert all(len(row) == 3 for row in rows)
    return {term: seen for term, seen, _ in rows}


def as_curie(iri: str) -> str | None:
    for prefix, namespace in REUSED.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return None


def test_reused_terms_were_seen_in_their_vocabularies() -> None:
    used = {as_curie(str(node)) for file in TURTLE for node in nodes(Graph().parse(file)) if isinstance(node, URIRef)}
    used |= {as_curie(term) for namespace in NAMESPACES for term in namespace}
    for file in QUESTIONS:
        text = file.read_text(encoding="utf-8")
        used |= {f"{prefix}:{name}" for prefix in REUSED for name in curies(text, prefix)}
    known = reused_terms()
    assert sorted(term for term in used if term and term not in known) == []
    assert sorted(term for term, seen in known.items() if "not checked" in seen) == []
    assert sorted(known) == sorted(set(known))


def test_core_public_event_terms_exist_in_the_copy_at_hand(shared: Path) -> None:
    copy = shared / "vocabularies" / "core-public-event-1.1.1.ttl"
    declared_there = {as_curie(str(subject)) for subject in Graph().parse(copy).subjects()}
    for term, seen in reused_terms().items():
        if term.startswith("cv:"):
            assert (term in declared_there) == (seen == copy.name), term


@pytest.mark.parametrize("file", [*(ONTOLOGY / "examples").glob("*.ttl"), ONTOLOGY / "ct.ttl"], ids=lambda f: f.name)
def test_terms_and_examples_have_no_blank_nodes(file: Path) -> None:
    assert not [node for node in nodes(Graph().parse(file)) if isinstance(node, BNode)]
