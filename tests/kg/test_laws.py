"""Laws of the graph: what was added and taken away leaves no trace; order and increments make no difference."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.iris import Base
from kg.ledger import Ledger
from kg.model.actors import Reading
from kg.model.claims import Attestation
from kg.model.judgements import Judgement, Judgements
from kg.model.wire import claim_key
from kg.publication import publish_what_follows
from kg.store import hold_folder, open_current, quads

DOCUMENTS = 6
LAW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _documents(making: ModuleType) -> list[Reading]:
    """Six releases on the same few people, bodies and meetings, under different names."""

    def note(number: int, person: str, body: str, role: str = "Director", **meeting: object) -> Reading:
        made = making.Note(f"Release {number}: {person}, {role} of {body}, took part.", published=f"203{number}-05-06")
        made.person(person).body(body).body("Norland")
        made.says(Attestation, person=person, role=role, organisation=body, title=role)
        made.meeting(meeting.pop("name", "Safety Dialogue of the Northern League"), **meeting)
        return made.attends(person).attends("Norland").reading

    league = "Northern League Safety Office"
    return [
        note(1, "Ada Lindqvist", league, ordinal=1, start="2031-05-04"),
        note(2, "Ada B. Lindqvist", f"the {league}", ordinal=2, start="2032-05-04"),
        note(3, "A. Lindqvist", "Safety Office of the Northern League", ordinal=2, start="2032-05"),
        note(4, "Lindqvist", league, role="Deputy Director", name="visit to Norland", start="2034-05-01"),
        note(5, "Ada Lindquist", league, name="Third Safety Dialogue of the Northern League", ordinal=3),
        note(6, "Olo Varn", "Ministry of the Interior", name="visit to Norland", start="2034-05-01"),
    ]


class Graph:
    """A graph folder that is thrown away, filled without reading files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, readings: Iterable[Reading]) -> "Graph":
        with hold_folder(self._folder), Ledger(self._folder, create=True) as ledger:
            for document, claims in readings:
                ledger.keep(document, claims)
        return self

    def take_away(self, readings: Iterable[Reading]) -> "Graph":
        with hold_folder(self._folder), Ledger(self._folder) as ledger:
            for document, _ in readings:
                ledger.remove(document.key)
        return self

    def forget_what_was_read(self) -> "Graph":
        """Spoil the texts and claims that are kept, as no reader could bear."""
        with Ledger(self._folder) as ledger, ledger._file.transaction() as database:
            database.execute("UPDATE readings SET text = '', about = json_set(about, '$.sha256', 'none')")
            database.execute("UPDATE claims SET claim = 'not JSON'")
        return self

    def published(self, *judgements: Judgement) -> bytes:
        with hold_folder(self._folder), Ledger(self._folder, create=True) as ledger:
            publish_what_follows(self._folder, ledger, Base(), Judgements.of(judgements))
        with open_current(self._folder) as version:
            return "".join(quads(version)).encode()


def _built(readings: Iterable[Reading], *judgements: Judgement) -> bytes:
    with TemporaryDirectory() as folder:
        return Graph(Path(folder) / "graph").add(readings).published(*judgements)


numbers = st.lists(st.integers(0, DOCUMENTS - 1), unique=True)


@LAW
@given(kept=numbers, removed=numbers)
def test_what_is_removed_was_never_there(making: ModuleType, kept: list[int], removed: list[int]) -> None:
    every = _documents(making)
    stay = [every[number] for number in kept if number not in removed]
    with TemporaryDirectory() as folder:
        graph = Graph(Path(folder) / "graph").add(every[number] for number in dict.fromkeys([*kept, *removed]))
        graph.published()
        assert graph.take_away(every[number] for number in removed).published() == _built(stay)


@LAW
@given(order=st.permutations(range(DOCUMENTS)), cuts=st.sets(st.integers(1, DOCUMENTS - 1)))
def test_any_order_and_any_increments_give_the_same_bytes(
    making: ModuleType, order: Sequence[int], cuts: set[int]
) -> None:
    every = _documents(making)
    with TemporaryDirectory() as folder:
        graph = Graph(Path(folder) / "graph")
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), DOCUMENTS], strict=True):
            before = graph.add(every[number] for number in order[start:end]).published()
        assert before == _built(every)


def test_a_new_document_is_read_and_the_others_are_not(making: ModuleType) -> None:
    *every, last = [*_documents(making), _of_its_own(making)]
    fresh = _built([*every, last])
    with TemporaryDirectory() as folder:
        graph = Graph(Path(folder) / "graph").add(every)
        graph.published()
        graph.forget_what_was_read().add([last])
        assert graph.published() == fresh


def _of_its_own(making: ModuleType) -> Reading:
    """A release on people and bodies that no other one names."""
    note = making.Note("Release 9: Ines Moll, Head of the Lagoon Bureau, took part.", published="2040-01-02")
    note.person("Ines Moll").body("Lagoon Bureau")
    note.says(Attestation, person="Ines Moll", role="Head", organisation="Lagoon Bureau", title="Head")
    reading: Reading = note.meeting("Lagoon Talks", start="2040-01-01").attends("Ines Moll").reading
    return reading


def _judgement(verdict: str, kind: str, left: str, right: str = "", left_in: str = "", right_in: str = "") -> Judgement:
    return Judgement(verdict, kind, left, left_in, right, right_in, "Ines Moll", "2035-01-02", "seen on the list")


def _judgements(readings: Sequence[Reading]) -> list[Judgement]:
    claim = next(claim for claim in readings[1].claims if isinstance(claim, Attestation))
    key = f"attestation/{claim_key(claim)}"
    return [
        _judgement("same", "person", "Lindqvist", "Ada Lindqvist"),
        _judgement("different", "person", "Ada Lindqvist", "Ada B. Lindqvist"),
        _judgement("same", "body", "Ministry of the Interior", "Norland"),
        _judgement("same", "meeting", "visit to Norland", "visit to Norland"),
        _judgement("reject", "claim", key),
        _judgement("correct", "claim", key, "role=Coordinator"),
        _judgement("suppress", "person", "Olo Varn"),
    ]


@LAW
@given(which=st.sets(st.integers(0, 6), min_size=1))
def test_a_judgement_added_and_taken_back_leaves_no_trace(making: ModuleType, which: set[int]) -> None:
    readings = _documents(making)
    judged = [_judgements(readings)[number] for number in sorted(which)]
    with TemporaryDirectory() as folder:
        graph = Graph(Path(folder) / "graph").add(readings)
        before = graph.published()
        assert graph.published(*judged) != before
        assert graph.published() == before


@pytest.mark.parametrize("number", range(7))
def test_a_judgement_touches_only_documents_that_mention_its_actors(making: ModuleType, number: int) -> None:
    readings = _documents(making)
    stranger = making.Note("Release 9: the Harbour Board met.", published="2033-01-01").body("Harbour Board of Lund")
    stranger.meeting("Harbour Day").attends("Harbour Board of Lund")
    judged = _judgements(readings)[number]
    graph = f"<{Base().graph(stranger.document.key)}>"
    for with_judgements in ((), (judged,)):
        lines = _built([*readings, stranger.reading], *with_judgements).decode().splitlines()
        its = sorted(line for line in lines if graph in line)
        assert its == sorted(line for line in _built([stranger.reading]).decode().splitlines() if graph in line)
