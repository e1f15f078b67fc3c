"""Asking: names as people type them, errors that help, rows that show their words, and nothing pasted."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KnowledgeError, LimitReached, UsageError
from kg.index import Contents, Index, Naming, Passages, write
from kg.iris import Base, fold
from kg.model.actors import Reading
from kg.questions import ask, load, names, questions, show
from kg.questions.bags import bag
from kg.questions.lookup import MOST, find, nearest, resolve
from kg.questions.question import bound, bound_in_sql, parse, with_base
from kg.questions.words import surest
from kg.workers import Limits, Pool

FROM_AUTHORITY = {"members-on", "successors"}
SILENT = {"disagree", "established"}
"""Nothing in the annotations answers them."""
THIRD = "third annual UN-EU Leaders' Dialogue on Counter-Terrorism"


@pytest.fixture(scope="module")
def version(making: ModuleType, readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = making.write_graph(tmp_path_factory.mktemp("sample"), readings)
    return path


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1) as one:
        yield one


@pytest.mark.parametrize(
    "typed",
    [
        "third EU-UN dialogue",
        "UN–EU dialogue, 3rd",
        "leaders' dialogue 2020-12-02",
        "THIRD ANNUAL un-eu leaders dialogue on counter terrorism",
    ],
)
def test_who_co_chaired_the_third_dialogue(version: Path, pool: Pool, typed: str) -> None:
    answer = ask(version, "co-chairs", {"meeting": typed}, caller=pool)
    found = {row.values["agent_label"]: row.values for row in answer.rows}
    assert set(found) == {"Joanneke Balfourt", "Vladimir Voronkov"}
    balfourt = found["Joanneke Balfourt"]
    assert balfourt["meeting_label"] == THIRD
    assert balfourt["date"] == "2020-12-02"
    assert balfourt["post_label"] == "Director for Security and Defence Policy, European External Action Service"
    assert (balfourt["on_behalf_of_label"], balfourt["on_behalf_of_basis"]) == (
        "European External Action Service",
        "post",
    )
    assert "claim" not in answer.columns


def test_every_row_shows_words_that_stand_in_the_document(version: Path, pool: Pool, readings: list[Reading]) -> None:
    text_of = {Base().document(reading.document.key): reading.document.text for reading in readings}
    for name in names():
        answer = ask(version, name, {}, caller=pool)
        assert answer.rows or name in SILENT, name
        for row in answer.rows:
            if row.values.get("source"):  # authority data: where it was seen instead of words
                assert name in FROM_AUTHORITY
                assert not row.evidence
                continue
            assert row.tier == "asserted"
            assert row.evidence
            for words in row.evidence:
                assert text_of[words.document][words.start : words.end] == words.quote
                assert words.title


def test_answers_are_plain_json_with_the_contract_s_keys(version: Path, pool: Pool) -> None:
    plain = ask(version, "co-chairs", {"official": "Balfourt"}, caller=pool).to_plain()
    assert set(plain) == {"question", "parameters", "columns", "rows", "truncated", "notes"}
    (row,) = plain["rows"]
    assert row["meeting"].startswith(Base().iri)
    assert set(row["evidence"][0]) == {"document", "title", "published", "quote", "start", "end", "page"}


def test_a_name_that_means_several_is_answered_for_all_of_them_with_a_note(version: Path, pool: Pool) -> None:
    answer = ask(version, "meetings-of", {"official": "Voronkov"}, caller=pool)
    assert {row.values["official_label"] for row in answer.rows} >= {"Vladimir Voronkov"}
    (note,) = answer.notes
    assert answer.to_plain()["notes"] == [note]
    assert "'Voronkov' means 2" in note  # a surname alone is nobody's for certain


def test_an_exact_name_goes_before_names_that_contain_it(version: Path, pool: Pool) -> None:
    answer = ask(version, "took-part", {"body": "European Union"}, caller=pool)
    assert {row.values["agent_label"] for row in answer.rows} == {"European Union"}
    assert answer.notes == ()


def test_by_iri_by_local_name_and_by_acronym(version: Path, pool: Pool) -> None:
    iri = Base().official("Joanneke Balfourt")
    expected = ask(version, "holders", {"official": "Balfourt"}, caller=pool).rows
    assert len(expected) == 1
    for typed in (iri, f"<{iri}>", "official/joanneke-balfourt", "joanneke-balfourt"):
        assert ask(version, "holders", {"official": typed}, caller=pool).rows == expected
    assert ask(version, "took-part", {"body": "UNODC"}, caller=pool).rows


def test_a_row_of_a_question_can_be_traced_to_the_words_of_its_claim(version: Path, pool: Pool) -> None:
    said = ask(version, "document", {"document": "third EU-UN dialogue"}, caller=pool)
    claim = next(r.values["claim"] for r in said.rows if r.values["detail"] == "co-chair")
    words = ask(version, "words", {"claim": str(claim)}, caller=pool)
    assert {row.values["claim"] for row in words.rows} == {claim}
    assert all(row.values["quote"] in {w.quote for w in row.evidence} for row in words.rows)


def test_too_many_rows_are_cut_and_it_says_so(version: Path, pool: Pool) -> None:
    answer = ask(version, "document", {}, max_rows=5, caller=pool)
    assert (len(answer.rows), answer.truncated) == (5, True)


def test_all_that_is_known_of_a_name(version: Path, pool: Pool) -> None:
    sections = show(version, "Coninsx", caller=pool)
    assert [(section.kind, section.label) for section in sections] == [("official", "Michèle Coninsx")]
    assert {answer.question for answer in sections[0].answers} >= {"holders", "meetings-of"}
    assert all(row.evidence for answer in sections[0].answers for row in answer.rows)
    assert {section.kind for section in show(version, "Global Counter-Terrorism", caller=pool)} >= {"body", "meeting"}


def test_a_graph_under_another_base(making: ModuleType, readings: list[Reading], tmp_path: Path, pool: Pool) -> None:
    elsewhere = making.write_graph(tmp_path / "graph", readings, Base("https://example.org/kg/"))
    answer = ask(elsewhere, "co-chairs", {"meeting": "third EU-UN dialogue"}, caller=pool)
    assert [row.values["agent"] for row in answer.rows] == [
        "https://example.org/kg/official/joanneke-balfourt",
        "https://example.org/kg/official/vladimir-voronkov",
    ]


@pytest.mark.parametrize(
    ("name", "parameters", "says"),
    [
        ("co-chair", {}, "did you mean co-chairs"),
        ("xyzzy", {}, "there are: .*co-chairs, disagree, document"),
        ("co-chairs", {"meting": "x"}, "did you mean meeting"),
        ("holders", {"meeting": "x"}, "it has: post, body, official"),
        ("co-chairs", {"official": "Voronkoff"}, "the nearest: .*Voronkov"),
        ("co-chairs", {"official": ""}, "expected a name or IRI"),
        ("co-chairs", {"meeting": 'x" } UNION { ?s ?p ?o } } #'}, "expected a name or IRI"),
    ],
)
def test_a_wrong_call_says_what_is_nearest(
    version: Path, pool: Pool, name: str, parameters: dict[str, str], says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        ask(version, name, parameters, caller=pool)


def test_a_name_that_means_nothing_says_what_is_nearest(version: Path, pool: Pool) -> None:
    with pytest.raises(UsageError, match="Joanneke Balfourt"):
        show(version, "Balfuort", caller=pool)


def test_a_question_is_stopped_at_its_limit(version: Path) -> None:
    with pytest.raises(LimitReached, match="KG_QUERY_TIMEOUT"):
        ask(version, "met", {}, limits=Limits(1e-9, 2**30, "query"))


def test_questions_are_listed_with_their_help() -> None:
    assert tuple(question.name for question in questions()) == names()
    assert list(load("co-chairs").parameters) == [
        "meeting", "series", "official", "body", "post", "document", "since", "until", "wide",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        "#+ summary: [\nSELECT * {}",
        "SELECT * {}",
        "#+ summary: s\n#+ description: d\n#+ params: {meating: m}\nSELECT * {}",
        "#+ summary: s\n#+ description: d\n#+ params: {}\n#+ colour: red\nSELECT * {}",
    ],
)
def test_a_file_without_a_proper_header_is_named(header: str) -> None:
    with pytest.raises(KnowledgeError, match=r"new\.rq: expected"):
        parse("new", header)


def test_lines_for_a_parameter_that_is_given_and_for_one_that_is_not() -> None:
    query = "SELECT ?a {\n  #? a  ?a ?p ?b .\n  #? a  ?b ?p ?a .\n  FILTER(?a < ?b)  #- a\n}"
    assert bound(query, {}) == query
    assert bound(query, {"a": ["<x:y>"]}) == "SELECT ?a {\n  VALUES ?a { <x:y> } ?a ?p ?b .\n  ?b ?p ?a .\n}"


def test_only_the_graph_prefix_follows_the_base() -> None:
    query = load("co-chairs").sparql
    changed = with_base(query, "https://example.org/kg/")
    assert changed.replace("https://example.org/kg/graph/", "https://w3id.org/ct-kg/id/graph/") == query


def test_tiers_are_compared_by_strength_not_by_spelling() -> None:
    assert surest([["likely", "asserted"]]) == "likely"
    assert surest([["possible", "likely"]]) == "possible"
    assert surest([["likely"], ["asserted"]]) == "asserted"
    assert surest([[]]) is None


def _people(**names: list[str]) -> Index:
    """An index of people by their names."""
    things = [
        Naming("official", f"b:official/{iri}", forms[0], {f: fold(f) for f in forms}, {}, {*bag(" ".join(forms))})
        for iri, forms in names.items()
    ]
    return Index(write(None, Contents("b:", things, (), Passages(), ())))


PEOPLE = _people(a=["Ann Lee", "Lee"], b=["Bo Lee"], c=["Joanneke Balfourt"])


def _found(typed: str) -> list[str]:
    return [thing.label for thing in find(typed, "official", PEOPLE)]


def test_a_surname_means_everybody_who_bears_it() -> None:
    assert _found("lee") == ["Ann Lee", "Bo Lee"]
    assert _found("Lee, Bo") == ["Bo Lee"]


@pytest.mark.parametrize(
    "typed", ["balf", "BALFOURT", "joan balf", "Bálfourt, Joanneke", "official/c", "c", "<b:official/c>"]
)
def test_a_name_is_found_by_part_case_diacritics_order_and_iri(typed: str) -> None:
    assert _found(typed) == ["Joanneke Balfourt"]


@pytest.mark.parametrize("typed", ["Balfoort", "joaneke balfourt", "Joannneke Balfurt"])
def test_a_slip_that_leaves_one_is_taken_for_it_and_said(typed: str) -> None:
    ((thing,), note) = resolve(PEOPLE, "official", typed)
    assert thing.label == "Joanneke Balfourt"
    assert "taken for Joanneke Balfourt" in note


def test_a_slip_that_leaves_several_names_them() -> None:
    with pytest.raises(UsageError, match="the nearest: 'Bo Lee', 'Ann Lee'"):
        resolve(_people(a=["Ann Lee"], b=["Bo Lee"]), "official", "leee")


def test_a_name_that_means_too_much_lists_some() -> None:
    crowd = _people(**{f"p{at}": [f"Lee {at}"] for at in range(MOST + 1)})
    with pytest.raises(UsageError, match=r"means at most 100 .* Lee 0 · .*add a word"):
        resolve(crowd, "official", "lee")


def test_an_index_gives_the_words_behind_a_claim_and_finds_a_phrase() -> None:
    passages = Passages(
        sources=[("b:p2", "b:d"), ("b:p1", "b:d")],
        positions=[("b:p1", 3, 12), ("b:p2", 20, 30)],
        quoted=[("b:p1", "co-chaired the Harbour Dialogue"), ("b:p2", "in the harbour")],
        places=[("b:p1", "page=2")],
    )
    contents = Contents("b:", (), [("b:d", "Title", "2020", "")], passages, [("b:c", "b:p1", "likely", "r")])
    index = Index(write(None, contents))
    (said,) = index.said(["b:c", "b:none"])
    assert (said.tier, said.title, said.published, said.start, said.quote) == (
        "likely",
        "Title",
        "2020",
        3,
        "co-chaired the Harbour Dialogue",
    )
    assert (said.place, said.also) == ("page=2", "")
    assert [hit.passage for hit in index.quoting("harbour dialogue", 10)] == ["b:p1"]
    assert [hit.passage for hit in index.quoting("HARBOUR", 10)] == ["b:p1", "b:p2"]
    assert index.quoting('" OR *', 10) == []


def test_a_table_is_asked_for_things_by_their_numbers_and_in_time() -> None:
    sql = "SELECT label FROM things\n--? official  WHERE id IN :official\nORDER BY label  --- wide"
    text, values = bound_in_sql(sql, {"official": ["<b:official/c>", "<b:official/a>"], "wide": []}, PEOPLE.numbers)
    assert text == "SELECT label FROM things\nWHERE id IN (3, 1)"
    assert sorted(PEOPLE.select(text, values)[1]) == [("Ann Lee",), ("Joanneke Balfourt",)]
    assert bound_in_sql(sql, {"official": ["<b:official/none>"]}, PEOPLE.numbers)[0].splitlines()[1] == "WHERE id IN ()"
    assert bound_in_sql(sql, {}, PEOPLE.numbers)[0] == "SELECT label FROM things\nORDER BY label  --- wide"
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(TimeoutError):
        PEOPLE.select(endless, {}, seconds=0.01)
    assert PEOPLE.select("SELECT 1", {}) == (["1"], [(1,)], False)


def test_a_name_that_is_near_to_none_is_told_some_that_there_are() -> None:
    with pytest.raises(UsageError, match="none is near; there are, among others, 'Ann Lee', 'Bo Lee'"):
        resolve(PEOPLE, "official", "Xyz")


@given(st.text())
def test_whatever_is_typed_finds_something_known_or_nothing(typed: str) -> None:
    known = {"Ann Lee", "Bo Lee", "Joanneke Balfourt"}
    assert set(_found(typed)) <= known
    assert {repr(label) for label in known} >= set(nearest(typed, "official", PEOPLE))
