"""Authority data: bodies and states, curated, named without office-holders, each identifier with where it was seen."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import DCTERMS, ORG, RDF, SKOS, BNode, Graph, Literal, URIRef

from kg import resources
from kg.iris import fold
from kg.validation import validate
from kg.vocabulary import CT, PREFIXES, concept

FILES = sorted((resources.ontology() / "authority").glob("*.ttl"))
BODY = "https://w3id.org/ct-kg/id/body/"
STATE = URIRef(concept("organisation-kind", "state"))
REGISTERS = {"SupraVerden general_list.yaml 59ab4fa", "OpenSanctions igo.py f33cff2"}
IDENTIFIERS = ("http://www.wikidata.org/entity/Q", "http://publications.europa.eu/resource/authority/corporate-body/")
HERE = Path(__file__).resolve().parent
SHAPES = HERE / "authority-shapes.ttl"
READ = [
    line.split("\t")
    for line in (HERE / "registers.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith(("#", "body\t"))
]
"""Body, identifier, register, name there (empty where only a code was read)."""


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


def triples(graph: Graph) -> str:
    return "".join(sorted(f"{line}\n" for line in graph.serialize(format="nt").splitlines() if line))


def test_it_keeps_its_shapes(authority: Graph) -> None:
    report = validate(triples(authority), shapes=SHAPES)
    assert report.violations == ()
    assert report.focus_nodes > 1000


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("body:gctf skos:exactMatch <http://www.wikidata.org/entity/Q1>", "where it was seen"),
        ("body:nato dcterms:source 'hearsay'", "where it was seen"),
        (
            "body:gctf skos:exactMatch <http://www.wikidata.org/entity/Q7184>; dcterms:source 'x; seen 2026-11'",
            "one body",
        ),
        ("body:gctf ct:acronym 'NATO'", "of one body alone"),
        ("body:gctf ct:acronym 'CTC'", "nowhere called ambiguous"),
        ("body:new a org:Organization", "one preferred name"),
        ("body:gctf org:subOrganizationOf body:nowhere", "a body of this data"),
        ("<m:1> a org:Membership; org:member body:nato; org:organization body:un", "to which the source testifies"),
    ],
)
def test_its_shapes_see_what_is_wrong(authority: Graph, broken: str, says: str) -> None:
    prefixes = "".join(f"@prefix {prefix}: <{iri}> . " for prefix, iri in {**PREFIXES, "body": BODY}.items())
    damaged = Graph().parse(data=f"{prefixes}{broken} .", format="turtle")
    report = validate(triples(authority + damaged), shapes=SHAPES)
    assert any(says in found.message for found in report.violations), report.violations


def test_there_are_enough_bodies_and_enough_with_identifiers(authority: Graph) -> None:
    assert len(bodies(authority)) >= 1000
    assert len(set(authority.subjects(SKOS.exactMatch))) >= 120


def test_everything_said_is_said_of_a_body_under_a_short_readable_id(authority: Graph) -> None:
    dated = {*authority.subjects(RDF.type, ORG.Membership), *authority.subjects(RDF.type, URIRef(CT.NameUse))}
    assert set(authority.subjects()) - dated == set(bodies(authority))
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
    said = {str(predicate) for body in bodies(authority) for predicate in authority.predicates(body)}
    ours = {CT.acronym, CT.ambiguousAcronym, CT.officialName, CT.adjective, CT.demonym, CT.capital}
    names = {SKOS.prefLabel, SKOS.altLabel, SKOS.scopeNote, SKOS.exactMatch}
    assert said == {
        *ours,
        *map(str, names),
        str(RDF.type),
        str(ORG.classification),
        str(ORG.subOrganizationOf),
        str(DCTERMS.source),
        str(DCTERMS.replaces),
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
    for body in set(authority.subjects(SKOS.exactMatch)):
        (source,) = authority.objects(body, DCTERMS.source)
        *registers, seen = str(source).split("; ")
        assert set(registers) <= REGISTERS | {register for _, _, register, _ in READ}, body
        assert seen.startswith("seen 20")
        for register in IDENTIFIERS:
            assert sum(str(each).startswith(register) for each in authority.objects(body, SKOS.exactMatch)) <= 1, body
    assert all(str(each).startswith(IDENTIFIERS) for each in authority.objects(None, SKOS.exactMatch))


def test_what_was_read_in_a_register_stands_at_the_body_of_that_name(authority: Graph) -> None:
    for local, identifier, register, name in READ:
        body = URIRef(BODY + local)
        assert (body, SKOS.exactMatch, URIRef(identifier)) in authority, local
        assert register in str(authority.value(body, DCTERMS.source)).split("; "), local
        said = (SKOS.prefLabel, SKOS.altLabel, URIRef(CT.acronym))
        names = {fold(str(form)) for each in said for form in authority.objects(body, each)}
        assert not name or fold(name).removeprefix("un ") in names, f"{local}: {name}"


def test_only_identifiers_that_were_read_are_given(authority: Graph, shared: Path) -> None:
    reference = set(re.findall(r"\bQ\d+\b", (shared / "AUTHORITY.md").read_text(encoding="utf-8")))
    read = {identifier for _, identifier, _, _ in READ}
    for identifier in authority.objects(None, SKOS.exactMatch):
        assert str(identifier) in read or str(identifier).rsplit("/", 1)[1] in reference, identifier
    for body in ("unhcr", "un-oct", "cted", "ctc", "unodc", "gctf", "ipu"):
        assert not list(authority.objects(URIRef(BODY + body), SKOS.exactMatch)), f"{body} was not verified"


def test_membership_of_the_compact_is_dated_and_sourced(authority: Graph) -> None:
    compact = URIRef(BODY + "ct-compact")
    claims = list(authority.subjects(ORG.organization, compact))
    members = {str(authority.value(claim, ORG.member)).removeprefix(BODY) for claim in claims}
    assert members == {"cted", "fatf", "interpol", "ipu", "un-oct", "wco"}
    for claim in claims:
        assert str(authority.value(claim, DCTERMS.source)).startswith("https://www.un.org/")


def test_who_came_before_is_a_body_of_this_data_and_nobody_came_before_themselves(authority: Graph) -> None:
    pairs = list(authority.subject_objects(DCTERMS.replaces))
    assert (URIRef(BODY + "dppa"), URIRef(BODY + "dpa")) in pairs
    for later, earlier in pairs:
        assert earlier in set(bodies(authority))
        assert later not in set(authority.transitive_objects(earlier, DCTERMS.replaces))


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
