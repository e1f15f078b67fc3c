"""Each scheme is whole: its concepts labelled, defined, in place, and none of them twice."""

from collections import Counter

import pytest
from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.vocabulary import CT, SCHEMES, TERMS, concepts

EACH_SCHEME = pytest.mark.parametrize("scheme", SCHEMES.values())


@EACH_SCHEME
def test_the_scheme_says_what_it_is(scheme: str, vocabularies: Graph) -> None:
    home = URIRef(f"{TERMS}/{scheme}")
    assert (home, RDF.type, SKOS.ConceptScheme) in vocabularies
    for said in (DCTERMS.title, RDFS.label, SKOS.definition):
        assert vocabularies.value(home, said) is not None


@EACH_SCHEME
def test_a_concept_has_a_label_a_definition_and_the_notation_that_ends_its_iri(
    scheme: str, vocabularies: Graph
) -> None:
    home = URIRef(f"{TERMS}/{scheme}")
    found = list(vocabularies.subjects(SKOS.inScheme, home))
    assert found
    for each in found:
        notation = vocabularies.value(each, SKOS.notation)
        assert str(each) == f"{home}/{notation}"
        for said in (SKOS.prefLabel, SKOS.definition):
            values = list(vocabularies.objects(each, said))
            assert [value.language for value in values if isinstance(value, Literal)] == ["en"], each


@EACH_SCHEME
def test_no_label_is_shared_by_two_concepts_of_one_scheme(scheme: str) -> None:
    labels = Counter(label.casefold() for each in concepts(scheme).values() for label in {each.label, *each.also})
    assert [label for label, uses in labels.items() if uses > 1] == []


@EACH_SCHEME
def test_wider_concepts_are_of_the_same_scheme_and_end_at_the_top(scheme: str, vocabularies: Graph) -> None:
    known = {each.iri: each for each in concepts(scheme).values()}
    for each in known.values():
        above = each
        for _ in known:
            if above.broader is None:
                break
            above = known[above.broader]
        assert above.broader is None, f"{each.iri} is wider than itself"
        top = (URIRef(each.iri), SKOS.topConceptOf, URIRef(f"{TERMS}/{scheme}")) in vocabularies
        assert top == (each.broader is None)


@EACH_SCHEME
def test_gold_words_are_given_only_where_they_differ_and_are_unambiguous(scheme: str, vocabularies: Graph) -> None:
    for each in concepts(scheme).values():
        if vocabularies.value(URIRef(each.iri), URIRef(CT.goldTerm)) is not None:
            assert each.gold != each.notation
    words = [each.gold for each in concepts(scheme).values()]
    assert len(words) == len(set(words))
