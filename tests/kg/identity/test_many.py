"""Many documents: what does not stand in memory gives the same, and what was noted of a document is not noted again."""

from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.identity import Gist, gist_of
from kg.identity.shelf import Shelf
from kg.ledger import Ledger
from kg.model.actors import Reading
from kg.model.claims import Attestation, BodyRelation
from kg.spool import Spool

keys = st.one_of(st.text(max_size=3), st.tuples(st.text(max_size=2), st.integers()))
rows = st.lists(st.tuples(keys, st.integers(0, 9)))


@given(rows, st.integers(1, 3))
def test_rows_in_a_file_are_sorted_and_grouped_like_rows_in_memory(rows: list[tuple[Any, int]], least: int) -> None:
    filed, held = Spool[int](in_memory=2), Spool[int](in_memory=1000)
    for key, value in rows:
        filed.add(key, value)
        held.add(key, value)
    assert list(filed.sorted()) == list(held.sorted())
    assert list(filed.groups(least)) == list(held.groups(least))


def test_rows_are_grouped_in_the_order_of_the_first_of_each() -> None:
    spool = Spool[int](in_memory=2)
    for number, key in enumerate(["b", "a", "b", "c", "a"]):
        spool.add(key, number)
    assert list(spool.groups()) == [[0, 2], [1, 4], [3]]
    assert list(spool.groups(least=2)) == [[0, 2], [1, 4]]


def test_a_shelf_is_a_mapping() -> None:
    shelf = Shelf[tuple[str, str]]()
    shelf.put("one", {("ada",): "official/ada", ("lind",): "official/ada"})
    shelf.put("two", {("olo",): "official/olo"})
    assert shelf == {("one", "ada"): "official/ada", ("one", "lind"): "official/ada", ("two", "olo"): "official/olo"}
    assert shelf.get(("two", "ada")) is None
    assert shelf.get(("three", "ada")) is None


def _reading(making: ModuleType, number: int) -> Reading:
    note = making.Note(f"Release {number} of the United Nations.", published="2034-05")
    note.person("Ada Lindqvist", honorific="Ms", also=("Lindqvist",)).body("Safety Office", acronym="SO").body(
        "Norland", "state"
    )
    note.says(Attestation, person="Ada Lindqvist", role="Director", organisation=None, title="Director")
    note.says(BodyRelation, subject="Safety Office", predicate="part-of", object="United Nations")
    reading: Reading = note.meeting("Third Talks", start="2034-05-02", ordinal=3).attends("Norland").reading
    return reading


def test_a_gist_can_be_kept(making: ModuleType) -> None:
    gist = gist_of(_reading(making, 1))
    assert Gist.parse(gist.text()) == gist


def test_what_is_noted_of_a_document_is_made_once(making: ModuleType, tmp_path: Path) -> None:
    readings = [_reading(making, number) for number in range(4)]
    noted: list[str] = []

    def note(key: str) -> str:
        noted.append(key)
        return ledger.reading(key).document.text

    with Ledger(tmp_path, create=True) as ledger:
        for document, claims in readings[:3]:
            ledger.keep(document, claims)
        assert [text for _, text in ledger.made.noted("text", "1", note)] == [d.text for d in ledger.documents()]
        assert len(noted) == 3
        ledger.keep(*readings[3])
        ledger.remove(readings[0].document.key)
        assert len(list(ledger.made.noted("text", "1", note))) == 3
        assert noted[3:] == [readings[3].document.key]
        assert len(list(ledger.made.noted("text", "2", note))) == 3
        assert len(noted) == 7
