"""Claims as triples: exactly those of the architecture, escaped by the grammar, admitted by the shapes."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ClaimError
from kg.identity import resolve
from kg.iris import Base
from kg.model.actors import Actors, Reading
from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation, Tier
from kg.model.dates import PartialDate
from kg.rdf import Entities, all_about, attested, derived_graph, document_graph, entity_graph, in_graph, pointed_to
from kg.rdf.terms import iri, object_of, subject_of, text, triple
from kg.validation import validate
from kg.vocabulary import CT, CV, DCTERMS, OA, ORG, PROV, RDF, RDFS, SKOS, concept

TEXT = (
    "The Third Harbour Dialogue was chaired yesterday by Ms Ada Lindqvist, acting Director of the Harbour Office (HO), "
    "on behalf of the Maritime League. 16 League members attended. The Office was set up by the League."
)
ID = "https://w3id.org/ct-kg/id/"


@pytest.fixture(scope="module")
def reading(making: ModuleType) -> Reading:
    of = making.document(TEXT, title="A dialogue", published="2020-12-03", language="en", url="https://example.org/a b")

    def said(*quotes: str) -> dict[str, Any]:
        return {"evidence": tuple(making.words(of, quote) for quote in quotes), "rule": "test"}

    claims: tuple[Claim, ...] = (
        NameUse(kind="person", name="Ada Lindqvist", honorific="Ms", **said("Ms Ada Lindqvist")),
        NameUse(
            kind="organisation",
            name="Harbour Office",
            acronym="HO",
            also=("Office",),
            **said("Harbour Office", "(HO)", "The Office"),
        ),
        NameUse(kind="organisation", name="Maritime League", **said("Maritime League")),
        MeetingReport(
            meeting="e1",
            name="Third Harbour Dialogue",
            kind="dialogue",
            ordinal=3,
            start=PartialDate(2020, 12, 2),
            printed_date="yesterday",
            **said("Third Harbour Dialogue", "yesterday"),
        ),
        Attestation(
            person="Ada Lindqvist",
            role="Director",
            organisation="Harbour Office",
            title="acting Director of the Harbour Office",
            status="acting",
            attested_on=PartialDate(2020, 12, 2),
            **said("Ms Ada Lindqvist, acting Director of the Harbour Office"),
        ),
        Participation(
            meeting="e1",
            agent="Ada Lindqvist",
            role="chair",
            capacity="acting Director of the Harbour Office",
            on_behalf_of="Maritime League",
            **said("was chaired yesterday by Ms Ada Lindqvist"),
        ),
        Participation(
            meeting="e1", agent="Maritime League", role="participant", count=16, **said("16 League members attended")
        ),
        BodyRelation(
            subject="Harbour Office",
            predicate="established-by",
            object="Maritime League",
            **said("The Office was set up by the League"),
        ),
    )
    return Reading(of, claims)


@pytest.fixture(scope="module")
def actors(reading: Reading) -> Actors:
    return resolve([reading])


@pytest.fixture(scope="module")
def graph(reading: Reading, actors: Actors) -> rdflib.Graph:
    return parsed(document_graph(*reading, actors))


def parsed(lines: Any) -> rdflib.Graph:
    return rdflib.Graph().parse(data="".join(lines), format="nt")


def one(graph: rdflib.Graph, kind: str, **having: Any) -> dict[str, list[str]]:
    """The only node of a class (that states these too): its objects by the local name of the predicate, sorted."""
    found = []
    for subject in graph.subjects(rdflib.RDF.type, rdflib.URIRef(kind)):
        stated: dict[str, list[str]] = {}
        for predicate, object_ in graph.predicate_objects(subject):
            stated.setdefault(re.split(r"[#/]", predicate)[-1], []).append(str(object_).removeprefix(ID))
        if all(value in stated.get(key, ()) for key, value in having.items()):
            found.append({key: sorted(values) for key, values in stated.items()})
    assert len(found) == 1, found
    return found[0]


def test_a_document(graph: rdflib.Graph, reading: Reading) -> None:
    stated = one(graph, CT.Document)
    assert stated["title"] == ["A dialogue"]
    assert stated["issued"] == stated["issuedNotBefore"] == stated["issuedNotAfter"] == ["2020-12-03"]
    assert stated["source"] == ["https://example.org/a%20b"]
    assert stated["sha256"] == [reading.document.sha256]
    assert len(stated["type"]) == 3


def test_every_form_of_a_name_is_a_use_with_its_own_words(graph: rdflib.Graph, reading: Reading) -> None:
    acronym = one(graph, CT.NameUse, form="HO")
    assert acronym["names"] == one(graph, CT.NameUse, form="Harbour Office")["names"] == ["body/harbour-office"]
    assert acronym["nameKind"] == [concept("name-kind", "acronym")]
    assert quoted(graph, acronym["supportedBy"]) == ["(HO)"]
    assert one(graph, CT.NameUse, form="Ada Lindqvist")["honorific"] == ["Ms"]


def quoted(graph: rdflib.Graph, passages: list[str]) -> list[str]:
    selectors = [s for p in passages for s in graph.objects(rdflib.URIRef(ID + p), rdflib.URIRef(OA.hasSelector))]
    return sorted(str(exact) for s in selectors for exact in graph.objects(s, rdflib.URIRef(OA.exact)))


def test_a_meeting_report(graph: rdflib.Graph, actors: Actors) -> None:
    stated = one(graph, CT.MeetingReport)
    assert stated["reports"] == [meeting.removeprefix(ID) for meeting in actors.meetings]
    assert stated["startNotBefore"] == stated["startNotAfter"] == ["2020-12-02"]
    assert (stated["ordinal"], stated["printedDate"], stated["form"]) == (
        ["3"],
        ["yesterday"],
        ["Third Harbour Dialogue"],
    )
    assert stated["meetingState"] == [concept("meeting-state", "held")]


def test_an_attestation_testifies_to_the_day_of_the_meeting(graph: rdflib.Graph) -> None:
    stated = one(graph, CT.Attestation)
    assert stated["attestedOn"] == ["2020-12-02"]
    assert stated["post"] == ["post/harbour-office/director"]
    assert stated["status"] == [concept("status", "acting")]


def test_a_participation_states_capacity_and_behalf(graph: rdflib.Graph) -> None:
    stated = one(graph, CT.Participation, inCapacityOf="post/harbour-office/director")
    assert stated["hasParticipant"] == ["official/ada-lindqvist"]
    assert stated["onBehalfOf"] == ["body/maritime-league"]
    assert quoted(graph, stated["supportedBy"]) == ["was chaired yesterday by Ms Ada Lindqvist"]


def test_a_counted_group_is_never_the_body(graph: rdflib.Graph) -> None:
    group = one(graph, CT.Group)
    assert (group["groupOf"], group["count"], group["label"]) == (
        ["body/maritime-league"],
        ["16"],
        ["16 of Maritime League"],
    )
    assert (rdflib.URIRef(ID + "body/maritime-league"), rdflib.RDF.type, None) not in graph


def test_a_relation(graph: rdflib.Graph) -> None:
    stated = one(graph, CT.BodyRelation)
    assert (stated["subject"], stated["object"]) == (["body/harbour-office"], ["body/maritime-league"])


def test_every_quotation_is_as_long_as_its_position_says_and_stands_there(graph: rdflib.Graph) -> None:
    start, end, exact = (rdflib.URIRef(term) for term in (OA.start, OA.end, OA.exact))
    passages = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(CT.Passage)))
    assert len(passages) == 11
    for passage in passages:
        at = rdflib.URIRef(f"{passage}#position")
        quote = graph.value(rdflib.URIRef(f"{passage}#quote"), exact)
        assert str(quote) == TEXT[int(str(graph.value(at, start))) : int(str(graph.value(at, end)))]


def test_the_shapes_admit_it_and_refuse_it_without_a_passage(reading: Reading, actors: Actors) -> None:
    document = document_graph(*reading, actors)
    entities = all_about(pointed_to(document), Entities(actors))
    assert [v.message for v in validate("".join((*document, *entities))).violations] == []
    passage = next(subject_of(line) for line in document if CT.Passage in line)
    maimed = [line for line in document if subject_of(line) != passage]
    assert not validate("".join((*maimed, *entities))).conforms


def test_the_whole_sample_is_admitted(readings: list[Reading]) -> None:
    actors = resolve(readings)
    lines = [*entity_graph(actors), *derived_graph(attested(readings, actors), actors)]
    for reading in readings:
        lines += document_graph(*reading, actors)
    assert [str(v) for v in validate("".join(sorted(set(lines)))).violations] == []


def test_no_blank_nodes_no_same_as_and_sorted(readings: list[Reading]) -> None:
    actors = resolve(readings)
    for lines in (
        *(document_graph(*r, actors) for r in readings),
        entity_graph(actors),
        sorted(derived_graph(attested(readings, actors), actors)),
    ):
        assert list(lines) == sorted(set(lines))
        assert not any("_:" in re.sub(r'"(?:[^"\\]|\\.)*"', "", line) or "sameAs" in line for line in lines)


def test_entities_are_named_once_with_what_stands_above_them(reading: Reading, actors: Actors) -> None:
    graph = parsed(entity_graph(actors))
    (meeting,) = (str(s) for s in graph.subjects(rdflib.RDF.type, rdflib.URIRef(CT.Meeting)))
    assert one(graph, CT.MeetingSeries)["label"] == ["Harbour Dialogue"]
    assert str(graph.value(rdflib.URIRef(meeting), rdflib.URIRef(RDFS.label))) == "Third Harbour Dialogue"
    assert one(graph, ORG.Post)["label"] == ["Director, Harbour Office"]
    assert one(graph, ORG.Organization, label="Harbour Office")["prefLabel"] == ["Harbour Office"]
    co_chair = rdflib.URIRef(concept("role", "co-chair"))
    assert str(graph.value(co_chair, rdflib.URIRef(SKOS.broader))) == concept("role", "leading")


def test_only_what_a_document_names_goes_before_the_shapes_with_it(readings: list[Reading]) -> None:
    actors = resolve(readings)
    entities = entity_graph(actors)
    document = document_graph(*readings[0], actors)
    named = all_about(pointed_to(document), Entities(actors))
    pointed = {object_of(line) for line in document}
    assert {subject_of(line) for line in named} >= pointed & {subject_of(line) for line in entities}
    assert 0 < len(named) < len(entities) / 2


def attests(making: ModuleType, text: str, published: str, **values: Any) -> Reading:
    defaults = {"person": "Ada Lindqvist", "role": "Director", "organisation": "Harbour Office", "title": "Director"}
    note = making.Note(text, published=published).says(Attestation, **(defaults | values))
    found: Reading = note.reading
    return found


def tenures(*readings: Reading) -> rdflib.Graph:
    actors = resolve(readings)
    return parsed(derived_graph(attested(readings, actors), actors))


def test_a_tenure_gathers_all_that_attests_it(making: ModuleType) -> None:
    stated = one(
        tenures(
            attests(making, "one", "2021-05-01"),
            attests(making, "two", "2019-01-01", tier=Tier.LIKELY),
            attests(making, "three", "2020"),
        ),
        CT.Tenure,
    )
    assert (stated["firstAttested"], stated["lastAttested"]) == (["2019-01-01"], ["2021-05-01"])
    assert stated["attestedOn"] == ["2019-01-01", "2020", "2021-05-01"]
    assert len(stated["wasDerivedFrom"]) == len(stated["supportedBy"]) == 3
    assert stated["tier"] == [concept("tier", "asserted")]
    assert "endNotAfter" not in stated


def test_each_status_is_a_tenure_of_its_own_and_former_bounds_the_end(making: ModuleType) -> None:
    graph = tenures(
        attests(making, "one", "2019-01-01"),
        attests(making, "two", "2018-01-01", status="acting"),
        attests(making, "three", "2021-05-01", status="former"),
        attests(making, "four", "2022-05-01", status="former"),
    )
    stated = one(graph, CT.Tenure, status=concept("status", "substantive"))
    assert (stated["lastAttested"], stated["endNotAfter"]) == (["2019-01-01"], ["2021-05-01"])
    assert len(stated["wasDerivedFrom"]) == 3
    assert one(graph, CT.Tenure, status=concept("status", "acting"))["firstAttested"] == ["2018-01-01"]


def test_who_is_only_called_former_has_a_tenure_that_was_over_by_then(making: ModuleType) -> None:
    stated = one(tenures(attests(making, "one", "2021-05-01", status="former")), CT.Tenure)
    assert stated["status"] == [concept("status", "former")]
    assert stated["endNotAfter"] == ["2021-05-01"]


def test_printed_bounds_are_merged_and_a_planned_end_is_no_end(making: ModuleType) -> None:
    stated = one(
        tenures(
            attests(making, "one", "2021-05-01", start=PartialDate(2021)),
            attests(making, "two", "2021-06-01", start=PartialDate(2021, 3), end=PartialDate(2026, 2)),
        ),
        CT.Tenure,
    )
    assert (stated["startNotBefore"], stated["startNotAfter"]) == (["2021-03-01"], ["2021-03-31"])
    assert "endNotBefore" not in stated
    assert "endNotAfter" not in stated


def test_in_a_post_of_one_seat_whoever_a_document_names_next_bounds_the_last(making: ModuleType) -> None:
    seat = {"role": "Executive Director", "title": "Executive Director", "organisation": "Harbour Office"}
    release = making.Note("one", published="2019-01-01").says(Attestation, person="Ada Lindqvist", **seat)
    release.says(Attestation, person="Bo Ek", status="designate", start=PartialDate(2019, 3, 1), **seat)
    graph = tenures(release.reading)
    assert [str(seats) for seats in graph.objects(None, rdflib.URIRef(CT.seats))] == ["1"]
    assert one(graph, CT.Tenure, member="official/ada-lindqvist")["endNotAfter"] == ["2019-03-01"]


def test_a_body_is_not_said_to_act_for_itself_nor_to_be_tied_to_itself(making: ModuleType) -> None:
    note = making.Note("one").body("Harbour Office", also=("the Office",)).meeting("Harbour Dialogue")
    note.says(Participation, meeting="e1", agent="Harbour Office", role="host", on_behalf_of="the Office")
    note.says(BodyRelation, subject="Harbour Office", predicate="formerly", object="the Office")
    graph = parsed(document_graph(*note.reading, resolve([note.reading])))
    assert "onBehalfOf" not in one(graph, CT.Participation)
    assert (None, rdflib.RDF.type, rdflib.URIRef(CT.BodyRelation)) not in graph


def test_a_capacity_that_nothing_attests_says_what_to_do(making: ModuleType) -> None:
    note = making.Note("one").person("Ada Lindqvist").meeting("Harbour Dialogue")
    note.says(Participation, meeting="e1", agent="Ada Lindqvist", role="chair", capacity="Queen")
    with pytest.raises(ClaimError, match="must attest a post"):
        document_graph(*note.reading, resolve([note.reading]))


def test_a_partial_date_of_issue_keeps_its_precision_and_has_bounds(making: ModuleType) -> None:
    note = making.Note("one", published="2020-02")
    lines = "".join(document_graph(*note.reading, resolve([note.reading])))
    assert f'<{DCTERMS.issued}> "2020-02"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>' in lines
    assert '"2020-02-29"^^<http://www.w3.org/2001/XMLSchema#date>' in lines


def test_instances_stand_under_any_base_and_terms_stay(reading: Reading) -> None:
    lines = document_graph(*reading, resolve([reading], Base("https://example.org/kg/")))
    assert not any(ID in line for line in lines)
    assert any(line.startswith("<https://example.org/kg/participation/") and CV.Participation in line for line in lines)


@given(st.text())
def test_any_text_survives_but_control_characters(value: str) -> None:
    line = triple("a:s", "a:p", text(value))
    (found,) = pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert line.count("\n") == 1
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", found.object.value.translate({8: None, 12: None}))
    kept = re.sub("[\x00-\x07\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", value)
    assert found.object.value == kept
    assert len(found.object.value) == len(value)


@given(st.text())
def test_any_address_can_be_written(path: str) -> None:
    address = f"https://example.org/{path}"
    (found,) = pyoxigraph.parse(triple(address, RDF.type, iri(address)).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert found.subject == found.object


def test_a_line_becomes_a_quad_of_its_graph() -> None:
    quad = next(in_graph([triple("a:s", PROV.wasDerivedFrom, text("x . y"))], "a:g"))
    (found,) = pyoxigraph.parse(quad.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert (found.object.value, found.graph_name.value) == ("x . y", "a:g")


_HASH_OF_THE_SAMPLE = """
import hashlib, importlib.util, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("readings", Path(sys.argv[1]) / "tests" / "readings.py")
readings = importlib.util.module_from_spec(spec)
sys.modules["readings"] = readings
spec.loader.exec_module(readings)
from kg.identity import resolve
from kg.rdf import attested, derived_graph, document_graph, entity_graph
found = readings.read_gold(Path(sys.argv[1]) / "kg" / "sample")[:: int(sys.argv[2])]
actors = resolve(found)
lines = [*entity_graph(actors), *derived_graph(attested(found, actors), actors)]
for reading in found:
    lines += document_graph(*reading, actors)
print(hashlib.sha256("".join(sorted(lines)).encode()).hexdigest())
"""


def test_neither_the_hash_seed_nor_the_order_of_documents_leaves_a_trace(top: Path) -> None:
    hashes = {
        subprocess.run(
            [sys.executable, "-c", _HASH_OF_THE_SAMPLE, str(top), step],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(top)},
            capture_output=True,
            check=True,
        ).stdout
        for seed, step in (("0", "1"), ("4242", "-1"))
    }
    assert len(hashes) == 1
