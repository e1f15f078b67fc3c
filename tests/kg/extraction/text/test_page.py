"""A page laid open: which tokens stand side by side, where sentences end, when it was issued."""

import pytest

from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.dates import PartialDate
from kg.model.text import Document


def _page(text: str, published: str | None = None) -> Page:
    date = PartialDate.parse(published) if published else None
    return Page(Document(text, "0" * 64, "note", published=date))


def _sentences(page: Page) -> list[str]:
    return [page.words(sentence.first, sentence.last) for sentence in page.sentences]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("task force", True),
        ("task \t force", True),
        ("task\n\nforce", False),
        ("task\n \nforce", False),
        ("Task\nForce", False),
        ("Lagoon          Harbour", False),
        ("[Lagoon](https://lagoon.example/) Harbour", True),
    ],
)
def test_a_blank_line_and_the_end_of_a_line_or_column_stand_between(text: str, joined: bool) -> None:
    assert _page(text).joined(0) is joined


def test_a_line_that_only_ran_out_of_width_goes_on() -> None:
    page = _page("All this was shown by those who had come from the Lagoon Task\nforce at noon.")
    task = next(at for at, token in enumerate(page.tokens) if token.text == "Task")

    assert page.joined(task)


def test_nothing_stands_beside_the_last_token() -> None:
    assert not _page("end").joined(0)


def test_words_are_printed_on_one_line() -> None:
    page = _page("the Lagoon\n   Task  Force")

    assert page.words(1, 4) == "Lagoon Task Force"


def test_a_form_is_not_found_across_a_blank_line() -> None:
    heads = tables.table("organisation-heads")

    assert _page("Task Force").match(heads, 0) is not None
    assert _page("Task\n\nForce").match(heads, 0) is None
    assert _page("Task Force").match(heads, 2) is None


def test_sentences_end_where_they_are_meant_to() -> None:
    page = _page("Mr. P. Brandvik came to the harbour yesterday. He left on Monday at noon.")

    assert _sentences(page) == ["Mr. P. Brandvik came to the harbour yesterday.", "He left on Monday at noon."]


def test_entries_of_a_list_are_sentences_of_their_own() -> None:
    page = _page(
        "The following took part in the talks on the harbour:\n\n* the Canal Directorate\n* the Glacier Office\n"
    )

    assert _sentences(page)[-2:] == ["the Canal Directorate", "the Glacier Office"]
    assert [sentence.is_item for sentence in page.sentences][-2:] == [True, True]


def test_furniture_is_no_sentence() -> None:
    page = _page("The talks in the harbour lasted for two days and went well.\n\nFollow us on all channels\n")

    assert not any("Follow" in sentence for sentence in _sentences(page))


def test_every_token_of_a_sentence_finds_it() -> None:
    page = _page("The talks began. They went on for hours. All agreed.")

    for number, sentence in enumerate(page.sentences):
        assert {page.sentence_of(token) for token in range(sentence.first, sentence.last)} == {number}


def test_a_token_outside_all_sentences_finds_none() -> None:
    page = _page("Follow us on all channels\n\nThe talks in the harbour lasted for two days and went well.\n")

    assert page.sentence_of(0) is None


def test_tokens_are_found_by_offset() -> None:
    page = _page("one two")

    assert [page.at(0), page.at(1), page.at(4), page.at(7)] == [0, 1, 1, 2]
    assert [page.before(0), page.before(1), page.before(5), page.before(7)] == [0, 1, 2, 2]


def test_the_date_of_issue_is_what_is_known_of_it() -> None:
    page = _page("OSLO, 4 May 2024 – The talks began yesterday.", published="2024-05-06")

    assert page.published == PartialDate(2024, 5, 6)


def test_the_date_of_issue_is_else_that_of_the_dateline() -> None:
    page = _page("Talks in the harbour\n\nOSLO, 4 May 2024 – The talks began yesterday.")

    assert page.published == PartialDate(2024, 5, 4)


def test_a_date_in_the_prose_is_no_date_of_issue() -> None:
    assert _page("The talks of 4 May 2024 were good.").published is None


def test_yesterday_is_the_day_before_the_date_of_issue() -> None:
    page = _page("The talks began yesterday.", published="2024-03-01")

    assert [str(hit.first) for hit in page.dates] == ["2024-02-29"]


def test_forms_are_looked_up_where_they_may_begin() -> None:
    page = _page("The Director thanked the Deputy Director of the Centre; directors came.")
    heads = tables.table("role-heads")

    looked_up = [at for at in page.places(heads) if page.match(heads, at)]

    assert looked_up == [at for at in range(len(page.tokens)) if page.match(heads, at)]
    assert page.places(heads, 2, 4) == []
    assert page.places_of("director", 0, 6) == [1, 5]


def test_what_never_ends_is_read_in_pieces() -> None:
    page = _page("boats and " * 4_000)
    pieces = page.sentences

    assert [piece.last for piece in pieces[:-1]] == [piece.first for piece in pieces[1:]]
    assert (pieces[0].first, pieces[-1].last) == (0, 8_000)
    assert max(piece.last - piece.first for piece in pieces) <= 3_000


def test_what_stands_on_a_page_is_found_by_its_words() -> None:
    page = _page("The Director of Tides met Anna Ilvesoo, and the director left.")
    heads = tables.table("role-heads")

    assert page.places_of_any({"director", "left"} & page.said) == [1, 10, 11]
    assert [page.tokens[at].text for at in page.capitals] == ["The", "Director", "Tides", "Anna", "Ilvesoo"]
    assert [at for at, covered in enumerate(page.covered(heads)) if covered] == [1, 10]


def test_what_is_kept_of_a_page_is_worked_out_once() -> None:
    page = _page("The Council met.")
    asked: list[Page] = []

    def count(one: Page) -> int:
        asked.append(one)
        return len(one.tokens)

    assert (page.kept(count), page.kept(count)) == (4, 4)
    assert asked == [page]
