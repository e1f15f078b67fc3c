"""The word tables: their columns, their words, and that they say nothing that another table denies."""

import runpy
from collections import Counter
from pathlib import Path

import pytest

from kg import resources
from kg.extraction.words.tables import Row, rows_of
from kg.vocabulary import concepts

LEXICON = resources.lexicon()


def table(name: str) -> list[Row]:
    return list(rows_of(LEXICON / f"{name}.tsv"))


def forms(name: str) -> list[str]:
    lines = (LEXICON / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


TRAITS = tuple("lone had talked taught audience sided seated attended gathering standing wide deed remote".split())
COLUMNS = {
    "abbreviations": None,
    "bodies": ("id", "name", "acronym", "aliases", "parent", "kind", "acronym_ambiguous"),
    "cities": ("name", "state"),
    "gendered-words": ("form", "pronoun"),
    "honorifics": ("form", "class", "may_be_given_name", "plural_of"),
    "meeting-kinds": ("form", "kind", "proper", "weak"),
    "meeting-traits": ("kind", *TRAITS),
    "name-suffixes": ("form", "kind"),
    "ordinals": ("form", "value", "roman"),
    "organisation-heads": ("form", "plural", "kind", "never_alone", "acts"),
    "page-words": ("form", "kind"),
    "post-body-cues": ("form", "cue"),
    "person-cues": ("form", "side"),
    "role-homes": ("role", "holder", "kinds", "of_unknown", "whole", "only"),
    "role-heads": ("form", "class", "lower_ok", "rank_only", "role"),
    "role-modifiers": ("form", "effect", "position"),
    "states": ("id", "name", "official", "aliases", "demonym_adjectives", "demonym_nouns", "capital"),
}
TABLES = sorted(name for name, columns in COLUMNS.items() if columns)
FLAGS = {
    *TRAITS,
    "may_be_given_name",
    "proper",
    "weak",
    "roman",
    "never_alone",
    "acts",
    "lower_ok",
    "rank_only",
    "whole",
    "acronym_ambiguous",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_its_columns_and_each_form_once(name: str) -> None:
    rows = table(name)
    assert {tuple(row.columns) for row in rows} == {COLUMNS[name]}
    keys = [(row.form, row["kind"]) if name == "page-words" else (row.form, "") for row in rows]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert all(cell == cell.strip() for row in rows for cell in row.columns.values())


@pytest.mark.parametrize("name", TABLES)
def test_flags_are_0_or_1(name: str) -> None:
    for row in table(name):
        assert all(row[flag] in ("0", "1") for flag in FLAGS & set(row.columns)), row


@pytest.mark.parametrize(
    ("name", "column", "scheme"),
    [
        ("meeting-kinds", "kind", "meeting-kind"),
        ("meeting-traits", "kind", "meeting-kind"),
        ("organisation-heads", "kind", "organisation-kind"),
        ("bodies", "kind", "organisation-kind"),
        ("role-heads", "role", "post-role"),
        ("role-homes", "role", "post-role"),
    ],
)
def test_notations_exist_in_their_scheme(name: str, column: str, scheme: str) -> None:
    assert {row[column] for row in table(name)} - {""} <= set(concepts(scheme))


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("government-kinds", set(concepts("organisation-kind"))),
        ("state-organ-kinds", set(concepts("organisation-kind"))),
        *((name, {row["class"] for row in table("role-heads")}) for name in ("field-classes", "style-classes")),
        ("serving-classes", {row["class"] for row in table("role-heads")}),
    ],
)
def test_lists_of_kinds_and_classes_hold_only_those_that_exist(name: str, allowed: set[str]) -> None:
    assert forms(name)
    assert set(forms(name)) <= allowed


@pytest.mark.parametrize(
    ("name", "column", "words"),
    [
        ("honorifics", "class", "courtesy rank academic clerical royal diplomatic style"),
        ("role-heads", "class", "head deputy minister envoy member rank spokes judicial military staff other"),
        ("role-modifiers", "effect", "acting former designate aside none counted"),
        ("role-modifiers", "position", "before after"),
        ("page-words", "kind", "about boilerplate caption contact heading label language letterhead letterhead-lead"),
    ],
)
def test_closed_columns_hold_only_their_words(name: str, column: str, words: str) -> None:
    assert {row[column] for row in table(name)} == set(words.split()) or name == "role-heads"
    assert {row[column] for row in table(name)} <= set(words.split())


@pytest.mark.parametrize(
    ("name", "least"),
    [
        *(("honorifics", 300), ("role-heads", 600), ("organisation-heads", 250), ("meeting-kinds", 80)),
        *(("bodies", 400), ("states", 195), ("cities", 600)),
    ],
)
def test_tables_are_as_rich_as_the_genre(name: str, least: int) -> None:
    assert len(table(name)) >= least


def test_roles_are_in_lower_case_and_heads_of_bodies_are_not() -> None:
    assert [row.form for row in table("role-heads") if row.form != row.form.lower()] == []
    assert [row.form for row in table("organisation-heads") if row.form[0].islower()] == []


def test_ranks_that_do_not_inherit_a_body_are_ranks_or_ambassadors() -> None:
    for row in table("role-heads"):
        if row.flag("rank_only"):
            assert row["role"] in {"under-secretary-general", "assistant-secretary-general", "ambassador"}, row.form


def test_a_text_is_no_body() -> None:
    acts = {row.form: row.flag("acts") for row in table("organisation-heads")}
    assert [acts[form] for form in ("Strategy", "Declaration", "Resolution", "Facility", "Plan")] == [False] * 5
    assert [acts[form] for form in ("Office", "Ministry", "Task Force", "Directorate-General", "Police")] == [True] * 5
    assert [row.form for row in table("organisation-heads") if row.flag("acts") and not row["kind"]] == []


def test_plurals_of_honorifics_and_heads_are_rows_too() -> None:
    honorifics = {row.form for row in table("honorifics")}
    assert {row["plural_of"] for row in table("honorifics")} - {""} <= honorifics
    heads = {row.form for row in table("organisation-heads")}
    assert {form for row in table("organisation-heads") for form in row["plural"].split("|")} - {""} <= heads


def test_ordinals_count() -> None:
    value = {row.form: (int(row["value"]), row["roman"]) for row in table("ordinals")}
    assert value["third"] == (3, "0")
    assert value["twenty-first"] == value["21st"] == (21, "0")
    assert value["XIV"] == (14, "1")
    assert value["inaugural"] == value["first ever"] == (1, "0")


def test_parents_exist_and_no_body_is_its_own_ancestor() -> None:
    parent = {row["id"]: row["parent"] for row in table("bodies")}
    states = {row["id"] for row in table("states")}
    assert states.isdisjoint(parent)
    assert {above for above in parent.values() if above} <= set(parent) | states
    for body, nearest in parent.items():
        seen, above = {body}, nearest
        while above in parent:
            assert above not in seen, f"{body} is inside itself"
            seen.add(above)
            above = parent[above]


def test_no_two_bodies_share_a_name_or_a_sure_acronym() -> None:
    names: Counter[str] = Counter()
    for row in table("bodies"):
        names.update({form.casefold() for form in (row["name"], *row["aliases"].split("|")) if form})
    assert [name for name, count in names.items() if count > 1] == []
    acronyms = Counter(
        row["acronym"] for row in table("bodies") if row["acronym"] and not row.flag("acronym_ambiguous")
    )
    assert [acronym for acronym, count in acronyms.items() if count > 1] == []


def test_acronyms_that_collide_in_this_field_are_flagged() -> None:
    ambiguous = {row["id"]: row["acronym"] for row in table("bodies") if row.flag("acronym_ambiguous")}
    assert ambiguous["gctf"] == "GCTF"
    assert "CTC" not in {row["acronym"] for row in table("bodies") if not row.flag("acronym_ambiguous")}


def test_cities_lie_in_known_states_and_capitals_are_cities() -> None:
    assert {row["state"] for row in table("cities")} <= {row["id"] for row in table("states")}
    cities = {row["name"] for row in table("cities")}
    assert {row["capital"] for row in table("states")} - {""} <= cities


@pytest.mark.parametrize("name", ["given-names", "common-words"])
def test_word_lists_are_sorted_without_repetition_and_say_their_source(name: str) -> None:
    words = forms(name)
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
    notes = (LEXICON / f"{name}.txt").read_text(encoding="utf-8").split(words[0])[0]
    assert "Copyright" in notes


def test_common_words_are_plain_and_names_are_capitalised() -> None:
    assert [word for word in forms("common-words") if not word.isalpha() or not word.islower()] == []
    assert all(name[0].isupper() for name in forms("given-names"))
    assert {"programme", "program", "organisation", "session", "terrorism"} <= set(forms("common-words"))
    assert not {"In", "The", "May", "Geneva", "Council"} & set(forms("given-names"))


def test_names_of_many_regions_are_known() -> None:
    names = set(forms("given-names"))
    assert {
        "Vladimir",
        "Ghada",
        "Mourad",
        "Ilze",
        "Khaled",
        "Maria",
        "Amina",
        "Hiroshi",
        "Priya",
        "Kwame",
        "Nurlan",
    } <= names


def test_abbreviations_have_only_known_flags() -> None:
    flags = {line.partition("\t")[2] for line in forms("abbreviations")[1:]}
    assert flags == {"", "may end", "opens", "title"}
    assert "May" not in {line.split("\t")[0] for line in forms("abbreviations")}


def test_bodies_and_states_are_in_step_with_the_authority_data(top: Path) -> None:
    compiler = runpy.run_path(str(top / "tools" / "compile_lexicon.py"))
    for name, text in compiler["compiled"](compiler["authority"]()).items():
        assert (LEXICON / name).read_text(encoding="utf-8") == text, f"run: make lexicon ({name})"
