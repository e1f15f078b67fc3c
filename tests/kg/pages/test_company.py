"""Who was present with whom, on the sample."""

from pathlib import Path

import pytest

from kg.pages import Folder, Teller
from kg.pages.company import Company, Wanted, company
from kg.workers import QUERY, Worker

BASE = "https://w3id.org/ct-kg/id/official/"


def _company(graph: Path, wanted: Wanted) -> Company:
    folder = Folder(graph)
    with Worker() as worker, Teller(folder.edition().path, worker, QUERY) as teller:
        found = company(teller, wanted)
    folder.close()
    return found


def test_every_tie_names_its_meetings_and_shows_its_words(sample_graph: Path) -> None:
    found = _company(sample_graph, Wanted())
    assert found.ties
    assert all(tie.meetings and tie.evidence for tie in found.ties)
    assert {tie.first.iri for tie in found.ties} <= {person.iri for person in found.people}


def test_around_somebody_there_are_only_those_met(sample_graph: Path) -> None:
    who = f"{BASE}joanneke-balfourt"
    found = _company(sample_graph, Wanted(official=(who,)))
    assert found.people[0].iri == who
    assert {who in (tie.first.iri, tie.second.iri) for tie in found.ties} >= {True}


def test_of_a_body_there_are_its_people_and_whom_they_met(sample_graph: Path) -> None:
    found = _company(sample_graph, Wanted(body=("https://w3id.org/ct-kg/id/body/eeas",)))
    assert found.people[0].iri == f"{BASE}joanneke-balfourt"
    assert len(found.people) > 1
    assert f"{BASE}joanneke-balfourt" in {each.iri for tie in found.ties for each in (tie.first, tie.second)}


def test_a_way_leads_over_meetings(sample_graph: Path) -> None:
    met = _company(sample_graph, Wanted(official=(f"{BASE}joanneke-balfourt",))).people[1].iri
    found = _company(sample_graph, Wanted(official=(f"{BASE}joanneke-balfourt",), to=(met,)))
    assert found.way is not None
    assert len(found.way) == 1
    assert _company(sample_graph, Wanted(official=(met,), to=(f"{BASE}nobody",))).way == ()


@pytest.mark.parametrize(
    "wanted", [Wanted(since="2090"), Wanted(until="1990"), Wanted(role="none"), Wanted(body=("x",))]
)
def test_a_filter_may_leave_nobody(sample_graph: Path, wanted: Wanted) -> None:
    assert _company(sample_graph, wanted).people == ()
