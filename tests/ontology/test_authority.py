"""Authority data: bodies and states, curated, named without office-holders, each identifier with where it was seen."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import DCTERMS, ORG, RDF, SKOS, BNode, Graph, Literal, URIRef

from kg import resources
from kg.vocabulary import CT, concept

FILES = sorted((resources.ontology() / "authority").glob("*.ttl"))
BODY = "https://w3id.org/ct-kg/id/body/"
STATE = URIRef(concept("organisation-kind", "state"))
REGISTERS = ("SupraVerden general_list.yaml 59ab4fa", "OpenSanctions igo.py f33cff2")


@pytest.fixture(scope="module")
def authority() -> Graph:
    """All authority files as one graph."""
    graph = Graph()
    for file in FILES:
        graph.parse(file)
    return graph


def bodies(graph: Graph) -> list[URIRef]:
    return sorted(body for body in graph.subjects(RDF.type, ORG.Organization) if isinstance(body, URIRef))


def test_each_body_has_one_name_and_one_kind(authority: Graph) -> None:
    for body in bodies(authority):
        assert len(list(authority.objects(body, SKOS.prefLabel))) == 1, body
        assert len(list(authority.objects(body, ORG.classification))) == 1, body
        assert len(list(authority.objects(body, ORG.subOrganizationOf))) <= 1, body


def test_everything_said_is_said_of_a_body_under_a_short_readable_id(authority: Graph) -> None:
    assert set(authority.subjects()) == set(bodies(authority))
    for body in bodies(authority):
        local = str(body).removeprefix(BODY)
        assert local != str(body)
        assert len(local) <= 40
        assert local.replace("-", "").isalnum()
        assert local == local.lower()


def test_each_body_stands_in_one_file() -> None:
    homes = Counter(body for file in FILES for body in bodies(Graph().parse(file)))
    assert [body for body, count in homes.items() if count > 1] == []


def test_there_are_no_blank_nodes_and_no_properties_beyond_these(authority: Graph) -> None:
    assert not [node for triple in authority for node in triple if isinstance(node, BNode)]
    said = {str(predicate) for predicate in authority.predicates()}
    ours = {CT.acronym, CT.ambiguousAcronym, CT.officialName, CT.adjective, CT.demonym, CT.capital}
    names = {SKOS.prefLabel, SKOS.altLabel, SKOS.scopeNote, SKOS.exactMatch}
    assert said == {
        *ours,
        *map(str, names),
        str(RDF.type),
        str(ORG.classification),
        str(ORG.subOrganizationOf),
        str(DCTERMS.source),
    }


def test_parents_are_bodies_of_this_data(authority: Graph) -> None:
    assert set(authority.objects(None, ORG.subOrganizationOf)) <= set(bodies(authority))


def test_names_carry_a_language_and_acronyms_do_not(authority: Graph) -> None:
    for said in (SKOS.prefLabel, SKOS.altLabel, URIRef(CT.adjective), URIRef(CT.demonym), URIRef(CT.capital)):
        assert {value.language for value in authority.objects(None, said) if isinstance(value, Literal)} == {"en"}
    for said in (URIRef(CT.acronym), URIRef(CT.ambiguousAcronym)):
        assert {value.language for value in authority.objects(None, said) if isinstance(value, Literal)} == {None}


def test_an_alias_repeats_neither_the_name_nor_the_acronym(authority: Graph) -> None:
    for body in bodies(authority):
        main = {str(v) for said in (SKOS.prefLabel, URIRef(CT.acronym)) for v in authority.objects(body, said)}
        assert not main & {str(alias) for alias in authority.objects(body, SKOS.altLabel)}, body


def test_an_acronym_is_either_sure_or_ambiguous_and_sure_of_one_body(authority: Graph) -> None:
    sure = Counter(str(acronym) for acronym in authority.objects(None, URIRef(CT.acronym)))
    unsure = {str(acronym) for acronym in authority.objects(None, URIRef(CT.ambiguousAcronym))}
    assert [acronym for acronym, count in sure.items() if count > 1] == []
    assert not set(sure) & unsure
    assert {"CTC", "GCTF", "OCT"} <= unsure


def test_an_identifier_comes_with_the_registers_in_which_it_was_seen(authority: Graph) -> None:
    identified = set(authority.subjects(SKOS.exactMatch))
    assert identified == set(authority.subjects(DCTERMS.source))
    for body in identified:
        (identifier,) = authority.objects(body, SKOS.exactMatch)
        (source,) = authority.objects(body, DCTERMS.source)
        assert str(identifier).startswith("http://www.wikidata.org/entity/Q")
        *registers, seen = str(source).split("; ")
        assert set(registers) <= set(REGISTERS)
        assert seen.startswith("seen 20")
    identifiers = [str(each) for each in authority.objects(None, SKOS.exactMatch)]
    assert len(identifiers) == len(set(identifiers))


def test_only_identifiers_of_the_reference_are_given(authority: Graph, shared: Path) -> None:
    reference = set(re.findall(r"\bQ\d+\b", (shared / "AUTHORITY.md").read_text(encoding="utf-8")))
    for identifier in authority.objects(None, SKOS.exactMatch):
        assert str(identifier).rsplit("/", 1)[1] in reference
    for body in ("unhcr", "un-oct", "cted", "ctc", "unodc", "gctf", "ipu"):
        assert not list(authority.objects(URIRef(BODY + body), SKOS.exactMatch)), f"{body} was not verified"


def test_states_have_what_is_needed_to_read_their_adjectives(authority: Graph) -> None:
    states = set(authority.subjects(ORG.classification, STATE))
    assert len(states) >= 195
    for local in ("kenya", "norway", "albania", "cote-d-ivoire", "south-korea", "united-kingdom", "turkiye"):
        state = URIRef(BODY + local)
        assert state in states
        for said in (CT.adjective, CT.demonym, CT.capital):
            assert list(authority.objects(state, URIRef(said))), f"{local} {said}"
    assert not states & set(authority.subjects(ORG.subOrganizationOf))


@pytest.mark.parametrize(
    ("local", "parent"),
    [
        ("uncct", "un-oct"),
        ("un-oct", "un-secretariat"),
        ("cted", "ctc"),
        ("ctc", "un-sc"),
        ("ectc", "europol"),
        ("eeas", "eu"),
    ],
)
def test_the_hierarchy_of_this_field(authority: Graph, local: str, parent: str) -> None:
    assert authority.value(URIRef(BODY + local), ORG.subOrganizationOf) == URIRef(BODY + parent)


def test_no_office_holder_is_named(top: Path) -> None:
    golds = [*(top / "kg" / "sample" / "gold").glob("*.json"), *(top / "tests" / "corpus" / "gold").glob("*.json")]
    people = {row["name"] for gold in golds for row in json.loads(gold.read_text(encoding="utf-8"))["people"]}
    full = {name for name in people if len(name.split()) > 1}
    assert len(full) > 500
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert [name for name in sorted(full) if name in text] == []
        for word in ("Mr ", "Mr. ", "Ms ", "Ms. "):
            assert word not in text
