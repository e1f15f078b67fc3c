"""Word tables: how a file becomes forms, and how forms are found on tokens."""

from pathlib import Path

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction.text.tokens import tokenise
from kg.extraction.words import tables
from kg.extraction.words.tables import Row, Table, rows_of

LEXICON = sorted(resources.lexicon().glob("*.t[sx][vt]"))


def _table(*forms: str) -> Table:
    return Table((form, Row(form, {})) for form in forms)


def _found(table: Table, text: str, at: int = 0) -> str | None:
    tokens = tokenise(text)
    hit = table.match(tokens, at)
    return " ".join(token.text for token in tokens[hit.first : hit.last]) if hit else None


def _file(folder: Path, text: str) -> Path:
    path = folder / "boats.tsv"
    path.write_text(text, "utf-8")
    return path


def test_a_row_has_the_columns_of_the_header(tmp_path: Path) -> None:
    path = _file(tmp_path, "# Boats.\nform\tsails\n\nsloop\t1\n# small ones\nraft\t0\n")

    assert [(row.form, row["sails"], row.flag("sails")) for row in rows_of(path)] == [
        ("sloop", "1", True),
        ("raft", "0", False),
    ]


def test_cells_left_out_at_the_end_are_empty(tmp_path: Path) -> None:
    (row,) = rows_of(_file(tmp_path, "form\tsails\tmasts\nraft\n"))

    assert (row["sails"], row["masts"], row.flag("masts"), row.flag("oars")) == ("", "", False, False)


def test_a_row_that_is_too_long_is_refused_with_its_place(tmp_path: Path) -> None:
    path = _file(tmp_path, "# Boats.\nform\tsails\nsloop\t1\ttall\n")

    with pytest.raises(KnowledgeError, match=r"at most 2 columns \(form, sails\), found 3: boats\.tsv:3"):
        list(rows_of(path))


def test_the_longest_form_wins() -> None:
    table = _table("office", "office of the clerk", "office of")

    assert _found(table, "the Office of the Clerk said", 1) == "Office of the Clerk"
    assert _found(table, "the Office of the Mayor said", 1) == "Office of"
    assert _found(table, "the Office", 1) == "Office"


def test_a_form_is_found_only_where_it_begins() -> None:
    assert _found(_table("task force"), "the Task Force", 0) is None
    assert _found(_table("task force"), "the Task", 1) is None


@pytest.mark.parametrize("printed", ["WHO", "CTC", "U.N."])
def test_capitals_must_be_printed_as_capitals(printed: str) -> None:
    table = _table(printed)

    assert _found(table, f"{printed} met") == printed
    assert _found(table, f"{printed.lower()} met") is None


@pytest.mark.parametrize("printed", ["Ministry", "European Union", "DIRECTOR GENERAL", "INTERNATIONAL"])
def test_words_may_be_printed_in_any_case(printed: str) -> None:
    assert _found(_table(printed), printed.upper()) == printed.upper()
    assert _found(_table(printed), printed.lower()) == printed.lower()


def test_of_two_forms_of_one_spelling_the_capitals_go_first() -> None:
    tokens = tokenise("WHO who")
    table = Table([("who", Row("who", {"what": "pronoun"})), ("WHO", Row("WHO", {"what": "body"}))])
    hits = [table.match(tokens, at) for at in (0, 1)]

    assert [hit.row["what"] for hit in hits if hit] == ["body", "pronoun"]


def test_a_form_without_a_word_or_mark_is_no_form() -> None:
    assert _found(_table(" "), "anything") is None


@pytest.mark.parametrize("path", LEXICON, ids=lambda path: path.name)
def test_every_table_of_the_lexicon_can_be_read(path: Path) -> None:
    rows = list(rows_of(path)) if path.suffix == ".tsv" else sorted(tables.words(path.stem))

    assert rows


@pytest.mark.parametrize("form", ["United Nations", "UN", "European Union", "EU"])
def test_bodies_are_known_by_name_and_acronym(form: str) -> None:
    hit = tables.bodies().match(tokenise(form), 0)

    assert hit is not None
    assert hit.last == len(tokenise(form))


@pytest.mark.parametrize(("printed", "name"), [("Kenya", "Kenya"), ("Republic of Kenya", "Kenya")])
def test_states_are_known_by_short_and_official_name(printed: str, name: str) -> None:
    hit = tables.states().match(tokenise(printed), 0)

    assert hit is not None
    assert (hit.row["name"], hit.last) == (name, len(tokenise(printed)))


def test_states_are_known_by_their_adjective() -> None:
    hit = tables.demonyms().match(tokenise("Norwegian"), 0)

    assert hit is not None
    assert hit.row["name"] == "Norway"
