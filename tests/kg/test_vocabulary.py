"""The words in Python are those in the Turtle, both ways; a word that is not declared fails where it is written."""

import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SH, SKOS, Graph, Literal, URIRef

from kg import resources, vocabulary
from kg.errors import KnowledgeError
from kg.model.claims import Tier
from kg.vocabulary import CT, NAMESPACES, PREFIXES, SCHEMES, TERMS, concept, concepts, gold_term

ONTOLOGY = resources.ontology()


def registry() -> dict[str, str]:
    graph = Graph().parse(ONTOLOGY / "prefixes.ttl")
    return {
        str(graph.value(each, SH.prefix)): str(graph.value(each, SH.namespace))
        for each in graph.objects(URIRef(TERMS), SH.declare)
    }


def test_the_prefixes_are_those_of_the_registry() -> None:
    assert dict(PREFIXES) == registry()


def test_the_terms_of_ct_are_those_declared_in_the_ontology() -> None:
    graph = Graph().parse(ONTOLOGY / "ct.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    declared = {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind)}
    assert set(CT) == declared


def test_every_namespace_but_those_of_schemes_and_shapes_has_its_words() -> None:
    assert {namespace.prefix for namespace in NAMESPACES} == set(PREFIXES) - set(SCHEMES) - {"shape"}


def test_a_term_may_be_taken_by_attribute_or_by_name() -> None:
    assert CT.Participation == CT["Participation"] == "https://w3id.org/ct-kg/ns#Participation"
    assert CT.Participation in CT
    assert CT.iri + "Invented" not in CT


@pytest.mark.parametrize("namespace", NAMESPACES, ids=lambda namespace: namespace.prefix)
def test_an_undeclared_term_says_where_it_would_be_declared(namespace: vocabulary.Namespace) -> None:
    with pytest.raises(KnowledgeError, match=f"declared term of {namespace.prefix}: .*found 'invented'"):
        namespace["invented"]
    with pytest.raises(KnowledgeError, match="found 'invented'"):
        _ = namespace.invented


@pytest.mark.parametrize("scheme", SCHEMES.values())
def test_the_concepts_are_those_that_rdflib_reads(scheme: str) -> None:
    graph = Graph()
    for file in (ONTOLOGY / "vocabularies").glob("*.ttl"):
        graph.parse(file)
    known = concepts(scheme)
    assert {each.iri for each in known.values()} == {
        str(each) for each in graph.subjects(SKOS.inScheme, URIRef(f"{TERMS}/{scheme}"))
    }
    for each in known.values():
        node = URIRef(each.iri)
        assert (node, SKOS.prefLabel, Literal(each.label, "en")) in graph
        assert (node, SKOS.notation, Literal(each.notation)) in graph
        assert {str(other) for other in graph.objects(node, SKOS.altLabel)} == set(each.also)
        assert {str(wider) for wider in graph.objects(node, SKOS.broader)} == (
            {each.broader} if each.broader else set()
        )
        assert each.gold == str(graph.value(node, URIRef(CT.goldTerm)) or each.notation)


def test_what_the_claims_speak_of_is_in_the_schemes() -> None:
    assert list(concepts("status")) == ["substantive", "acting", "designate", "former"]
    assert list(concepts("presence")) == ["present", "represented", "message", "invited", "absent", "mentioned"]
    assert list(concepts("meeting-state")) == ["held", "planned", "cancelled"]
    assert list(concepts("tier")) == [str(tier) for tier in Tier]
    assert set(concepts("relation")) == {
        *("part-of", "established-by", "coordinates", "secretariat-of", "member-of", "formerly"),
    }


def test_a_wide_role_holds_the_narrow_ones() -> None:
    leading = concept("role", "leading")
    narrower = {each.notation for each in concepts("role").values() if each.broader == leading}
    assert narrower == {"chair", "co-chair", "host", "organiser", "head-of-delegation"}


def test_each_gold_word_stands_for_one_notation() -> None:
    assert gold_term("status", "substantive") == "current"
    assert gold_term("role", "head-of-delegation") == "head of delegation"
    assert gold_term("relation", "secretariat-of") == "secretariat of"
    assert gold_term("meeting-kind", "dialogue") == "dialogue"
    for scheme in SCHEMES.values():
        assert len({gold_term(scheme, each) for each in concepts(scheme)}) == len(concepts(scheme))


def test_an_unknown_scheme_or_notation_names_those_there_are() -> None:
    with pytest.raises(KnowledgeError, match=r"expected a scheme .*presence.*found 'roles'"):
        concept("roles", "chair")
    with pytest.raises(KnowledgeError, match=r"scheme role .*co-chair.*found 'cochair'"):
        concept("role", "cochair")


def test_a_vocabulary_of_another_layout_is_refused_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vocabularies").mkdir()
    text = (ONTOLOGY / "vocabularies" / "tiers.ttl").read_text(encoding="utf-8")
    broken = text.replace("    skos:notation", "    skos:notation\n       ", 1)
    (tmp_path / "vocabularies" / "tiers.ttl").write_text(broken, encoding="utf-8")
    line = broken.splitlines().index("    skos:notation") + 1
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    for cached in (vocabulary.concepts, vocabulary._all_concepts):
        cached.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=rf"tiers\.ttl:{line}: expected"):
            concepts("tier")
    finally:
        for cached in (vocabulary.concepts, vocabulary._all_concepts):
            cached.cache_clear()


def test_no_rdf_library_is_loaded_for_a_word() -> None:
    code = "import sys, kg.vocabulary as v; v.concept('role', 'chair'); sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ONTOLOGY.parent, check=False).returncode == 0
