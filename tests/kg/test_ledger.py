"""The ledger gives back what it was given, knows its state, and forgets what it is told to forget."""

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import Busy, GraphError, NotAGraph, WrongFormat
from kg.ledger import NAME, Ledger, SetAside
from kg.model.claims import (
    Attestation,
    BodyRelation,
    Claim,
    MeetingReport,
    NameUse,
    Participation,
    Tier,
)
from kg.model.dates import PartialDate
from kg.model.text import Document

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
MAYBE = st.none() | WORDS
URL = "https://example.org/a"
DATES = st.none() | st.builds(PartialDate, st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60))
    return Document(
        text=text,
        sha256=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        name=draw(WORDS),
        title=draw(MAYBE),
        publisher=draw(MAYBE),
        published=draw(DATES),
        published_from=draw(MAYBE),
        language=draw(MAYBE),
        url=draw(st.none() | WORDS.map("https://example.org/{}".format)),
    )


@st.composite
def claims_of(draw: st.DrawFn, document: Document) -> tuple[Claim, ...]:
    start = draw(st.integers(0, len(document.text) - 1))
    said = {
        "evidence": st.just((document.evidence(start, draw(st.integers(start + 1, len(document.text)))),)),
        "rule": WORDS,
        "tier": st.sampled_from(Tier),
    }
    count = st.none() | st.integers(1, 200)
    kinds = (
        st.builds(NameUse, kind=WORDS, name=WORDS, honorific=MAYBE, also=st.tuples(WORDS), **said),
        st.builds(MeetingReport, meeting=WORDS, name=WORDS, kind=WORDS, start=DATES, place=MAYBE, **said),
        st.builds(Attestation, person=WORDS, role=WORDS, organisation=MAYBE, title=WORDS, attested_on=DATES, **said),
        st.builds(Participation, meeting=WORDS, agent=WORDS, role=WORDS, count=count, capacity=MAYBE, **said),
        st.builds(BodyRelation, subject=WORDS, predicate=WORDS, object=WORDS, count=count, **said),
    )
    return tuple(draw(st.lists(st.one_of(kinds), max_size=5)))


readings = documents().flatmap(lambda document: st.tuples(st.just(document), claims_of(document)))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path, create=True) as opened:
        yield opened


def _document(name: str, text: str = "The EU met the UN.", **known: object) -> Document:
    return Document(text=text, sha256=(name.encode().hex() * 64)[:64], name=name, **known)  # type: ignore[arg-type]


def _claim(document: Document, name: str = "EU") -> NameUse:
    return NameUse(kind="organisation", name=name, rule="test", evidence=(document.evidence(4, 6),))


@settings(max_examples=40)
@given(st.lists(readings, max_size=4, unique_by=lambda reading: reading[0].key))
def test_what_is_kept_comes_back(
    tmp_path_factory: pytest.TempPathFactory, kept: list[tuple[Document, tuple[Claim, ...]]]
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    with Ledger(folder, create=True) as ledger:
        for document, claims in kept:
            ledger.keep(document, claims)
    with Ledger(folder) as again:
        assert [tuple(reading) for reading in again.readings()] == sorted(kept, key=lambda reading: reading[0].key)
        for document, claims in kept:
            assert again.document(document.key) == document
            assert again.count(document.key) == len(claims)


@settings(max_examples=25)
@given(st.lists(readings, min_size=1, max_size=4, unique_by=lambda reading: reading[0].key), st.randoms())
def test_the_state_depends_on_the_contents_alone(
    tmp_path_factory: pytest.TempPathFactory, kept: list[tuple[Document, tuple[Claim, ...]]], random: object
) -> None:
    shuffled = sorted(kept, key=lambda _: random.random())  # type: ignore[attr-defined]
    states = set()
    for number, order in enumerate((kept, shuffled)):
        with Ledger(tmp_path_factory.mktemp("ledger"), create=True) as ledger:
            before = ledger.state()
            for document, claims in order:
                ledger.keep(document, claims, place=f"/{number}/{document.key}")
            ledger.set_aside("/bad", "bad.txt", "unreadable")
            states.add(ledger.state())
            for document, _ in order:
                assert ledger.remove(document.key)
            assert ledger.state() == before
    assert len(states) == 1
    assert before not in states


def test_another_claim_is_another_state(ledger: Ledger) -> None:
    document = _document("a")
    states = []
    for claims in ((), (_claim(document),), (_claim(document, "European Union"),)):
        ledger.keep(document, claims)
        states.append(ledger.state())
    assert len(set(states)) == 3


def test_the_name_of_a_file_is_no_content(ledger: Ledger) -> None:
    ledger.keep(_document("a"), ())
    before = ledger.state()
    ledger.keep(Document(text="The EU met the UN.", sha256=_document("a").sha256, name="renamed"), ())
    assert ledger.state() == before


def test_only_the_tiers_asked_for(ledger: Ledger) -> None:
    document = _document("a")
    possible = NameUse(
        kind="person", name="The EU", rule="guess", tier=Tier.POSSIBLE, evidence=(document.evidence(0, 6),)
    )
    ledger.keep(document, (_claim(document), possible))
    assert ledger.claims(document.key, {Tier.ASSERTED}) == (_claim(document),)
    assert (ledger.count(document.key), ledger.count(document.key, {Tier.POSSIBLE})) == (2, 1)


def test_a_new_version_replaces_the_one_with_its_url_whose_file_is_gone(ledger: Ledger) -> None:
    old = _document("old", url=URL, title="Once it had a title")
    new = _document("new", url=URL)
    ledger.keep(old, (_claim(old),), place="/old.txt")
    ledger.keep(new, (), place="/new.txt")
    assert list(ledger.documents()) == [old]  # more is known of it
    ledger.forget_gone(lambda place: place == "/new.txt")
    assert list(ledger.readings()) == [(new, ())]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"title": "A title", "published": PartialDate(2019)}, {"published": PartialDate(2020)}),
        ({"published": PartialDate(2020, 5)}, {"published": PartialDate(2019, 12, 31)}),
        ({"published": PartialDate(2020, 5, 2)}, {"published": PartialDate(2020, 5)}),
    ],
    ids=["of which most is known", "then the latest", "then the more precise"],
)
def test_which_of_two_documents_of_one_url_speaks(
    ledger: Ledger, first: dict[str, str], second: dict[str, str]
) -> None:
    for name, known in (("first", first), ("second", second), ("first", first)):
        ledger.keep(_document(name, url=URL, **known), (), place=f"/{name}.txt")
        assert [document.name for document in ledger.documents()] == ["first"]
    assert ledger.document(URL) == _document("first", url=URL, **first)
    assert ledger.document_keys() == (URL,)


def test_a_document_that_gets_another_url_leaves_no_ghost(ledger: Ledger) -> None:
    speaks, other = _document("a", url=URL, title="A title"), _document("b", url=URL)
    moved = _document("a", url="https://example.org/moved", title="A title")
    ledger.keep(speaks, (_claim(speaks),), place="/a.txt")
    ledger.keep(other, (), place="/b.txt")
    ledger.keep(moved, (_claim(moved),), place="/a.txt")
    assert list(ledger.readings()) == [(other, ()), (moved, (_claim(moved),))]


@settings(max_examples=60)
@given(st.data())
def test_what_was_read_at_each_place_last_decides_and_no_order(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    variants = [
        _document(text, text=text * 10, url=url, title=title)
        for text in ("one", "two")
        for url in (None, URL, f"{URL}/b")
        for title in (None, "A title", "Another")
    ]
    steps = data.draw(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(variants)), max_size=12))
    last = dict(steps)
    contents = []
    # As it came; each place once, in another order; the places renamed, so that they sort the other way round.
    renamed = [(chr(ord("a") + ord("d") - ord(place)), document) for place, document in last.items()]
    for ways in (steps, data.draw(st.permutations(sorted(last.items(), key=lambda each: each[0]))), renamed):
        with Ledger(tmp_path_factory.mktemp("ledger"), create=True) as ledger:
            for place, document in ways:
                ledger.keep(document, (_claim(document),), place=f"/{place}.txt")
            contents.append((ledger.state(), list(ledger.readings())))
            assert {document.key for document in ledger.documents()} == {each.key for each in last.values()}
    assert contents == [contents[0]] * 3


def test_a_document_that_stands_nowhere_is_kept(ledger: Ledger) -> None:
    ledger.keep(_document("a"), (), place="/a.txt")
    ledger.keep(_document("b", url=URL), (), place="/b.txt")
    ledger.keep(_document("c", url=URL), (), place="/c.txt")
    before = ledger.state()
    ledger.forget_gone(lambda _: False)
    assert ledger.state() == before


def test_a_document_is_removed_from_all_its_places(ledger: Ledger) -> None:
    ledger.keep(_document("a"), (), place="/a.txt", fingerprint="1")
    ledger.keep(_document("a", title="A title"), (), place="/b.txt")
    ledger.set_aside("/a.txt", "a.txt", "expected a text, found an empty file")
    assert ledger.remove(_document("a").key)
    assert list(ledger.documents()) == []
    assert ledger.unchanged("/a.txt", "1") is None
    assert ledger.aside() == ()


def test_a_note_of_a_file_that_is_gone_goes_and_the_others_stay(ledger: Ledger) -> None:
    for name in ("gone", "there"):
        ledger.set_aside(f"/{name}.txt", f"{name}.txt", "expected a text, found an empty file")
    ledger.forget_gone(lambda place: place == "/there.txt")
    assert [each.document for each in ledger.aside()] == ["there.txt"]
    ledger.heal("/there.txt")
    assert ledger.aside() == ()


def test_a_new_version_replaces_the_one_at_its_place(ledger: Ledger) -> None:
    old, new = _document("old"), _document("new")
    ledger.keep(old, (_claim(old),), place="/a.txt", fingerprint="1")
    ledger.keep(new, (), place="/a.txt", fingerprint="2")
    assert list(ledger.documents()) == [new]
    assert (ledger.unchanged("/a.txt", "1"), ledger.unchanged("/a.txt", "2")) == (None, new.key)


def test_a_document_that_stands_elsewhere_too_stays(ledger: Ledger) -> None:
    old, new = _document("old"), _document("new")
    ledger.keep(old, (), place="/a.txt")
    ledger.keep(old, (), place="/copy.txt")
    ledger.keep(new, (), place="/a.txt")
    assert {document.name for document in ledger.documents()} == {"old", "new"}


def test_what_cannot_be_read_is_remembered_until_it_can(ledger: Ledger) -> None:
    old = _document("old")
    ledger.keep(old, (), place="/a.txt")
    ledger.set_aside("/a.txt", "a.txt", "expected a text, found an empty file")
    assert ledger.aside() == (SetAside("a.txt", "expected a text, found an empty file"),)
    assert list(ledger.documents()) == [old]
    ledger.keep(_document("new"), (), place="/a.txt")
    assert ledger.aside() == ()


def test_verdicts_are_kept_as_long_as_they_are_needed(ledger: Ledger) -> None:
    bad = _document("bad")
    ledger.keep(bad, ())
    ledger.made.judge({"graph-1": "", "graph-2": "no words"}, {bad.key: "no words"})
    assert [ledger.made.verdict(f"graph-{n}") for n in (1, 2, 3)] == ["", "no words", None]
    assert ledger.aside() == (SetAside("bad", "no words"),)
    ledger.keep(bad, (), place="/copy.txt")
    assert ledger.refused() == {bad.key: "no words"}
    ledger.made.judge({"graph-3": ""}, {})
    assert [ledger.made.verdict(f"graph-{n}") for n in (1, 2, 3)] == [None, None, ""]
    assert (ledger.refused(), ledger.aside()) == ({}, ())


def test_what_is_removed_leaves_no_byte(tmp_path: Path) -> None:
    with Ledger(tmp_path, create=True) as ledger:
        document = _document("a", text="A word that stands nowhere else: Zyzzogeton.")
        ledger.keep(
            document, (NameUse(kind="person", name="Zyzzogeton", rule="r", evidence=(document.evidence(33, 43),)),)
        )
        assert b"Zyzzogeton" in (tmp_path / NAME).read_bytes()
        assert ledger.remove(document.key)
        assert not ledger.remove(document.key)
        assert not any(b"Zyzzogeton" in path.read_bytes() for path in tmp_path.iterdir())


def test_a_kept_document_survives_the_end_of_its_process(tmp_path: Path) -> None:
    document = _document("a")
    if not (child := os.fork()):
        ledger = Ledger(tmp_path, create=True)
        ledger.keep(document, (_claim(document),))
        os._exit(0)  # no closing, no farewell
    assert os.waitpid(child, 0)[1] == 0
    with Ledger(tmp_path) as again:
        assert list(again.readings()) == [(document, (_claim(document),))]


def test_settings_are_kept(ledger: Ledger) -> None:
    assert ledger.setting("base") is None
    ledger.set("base", "https://example.org/")
    ledger.set("base", "https://example.org/id/")
    assert ledger.setting("base") == "https://example.org/id/"


def test_commits_are_synced_and_what_is_deleted_is_overwritten(ledger: Ledger) -> None:
    asked = {
        name: ledger._file._database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "secure_delete")
    }
    assert asked == {"synchronous": 2, "secure_delete": 1}


def test_there_must_be_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotAGraph, match=r"expected a ledger \(ledger.sqlite\), found none"):
        Ledger(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_format_says_how_to_rebuild(tmp_path: Path) -> None:
    Ledger(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / NAME) as database:
        database.execute("PRAGMA user_version = 9")
    database.close()
    for create in (True, False):
        with pytest.raises(WrongFormat, match="expected a ledger of format 2, found 9; build it again"):
            Ledger(tmp_path, create=create)


def test_a_damaged_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"this is no database, but it is as long as the header of one would be" * 50)
    with pytest.raises(GraphError, match="found a damaged file"):
        Ledger(tmp_path)


def test_a_row_that_is_no_json_is_named(tmp_path: Path) -> None:
    with Ledger(tmp_path, create=True) as ledger:
        document = _document("a")
        ledger.keep(document, (_claim(document),))
        ledger._file._database.execute("UPDATE claims SET claim = 'not json'")
        with pytest.raises((GraphError, json.JSONDecodeError)):
            ledger.claims(document.key)


def test_another_writer_is_named(tmp_path: Path) -> None:
    with Ledger(tmp_path, create=True) as ledger:
        ledger._file._database.execute("PRAGMA busy_timeout = 1")
        other = sqlite3.connect(tmp_path / NAME, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="another process writes to it"):
            ledger.set("base", "https://example.org/")
        other.close()
