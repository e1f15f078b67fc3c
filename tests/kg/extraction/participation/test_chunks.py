"""A sentence as a row of chunks: meetings before people, people before titles, titles before bodies."""

from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.participation.chunks import Chunk, Row, chunked, of_sentence
from kg.extraction.person.people import PersonMention
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.model.text import Document

TEXT = "Then Anna Ilvesoo led the Lagoon Dialogue (LD). All left."


def _page() -> Page:
    return Page(Document(TEXT, "0" * 64, "note"))


def _printed(page: Page, chunks: list[Chunk]) -> list[tuple[str, str]]:
    return [(chunk.kind, page.words(chunk.first, chunk.last)) for chunk in chunks]


PERSON = PersonMention(1, 1, 3, None, "person.given-name")
BODY = BodyMention(5, 7, 10, "body.head", acronym="LD")
MEETING = MeetingMention(5, 7, 6, "dialogue", definite=True, proper=True, weak=False)


def test_every_token_stands_in_one_chunk() -> None:
    page = _page()
    begins = chunked(page, [PERSON], [], [BODY], [])
    chunks = [chunk for chunk in begins if chunk]

    assert [chunk.first for chunk in chunks] == [0, *[chunk.last for chunk in chunks[:-1]]]
    assert chunks[-1].last == len(page.tokens) == len(begins)


def test_chunks_have_their_kind_and_a_body_its_brackets() -> None:
    page = _page()
    chunks = of_sentence(chunked(page, [PERSON], [], [BODY], []), page.sentences[0])

    assert _printed(page, chunks) == [
        ("word", "Then"),
        ("person", "Anna Ilvesoo"),
        ("word", "led"),
        ("word", "the"),
        ("body", "Lagoon Dialogue (LD)"),
        ("word", "."),
    ]


def test_what_overlaps_a_meeting_gives_way() -> None:
    page = _page()
    chunks = of_sentence(chunked(page, [PERSON], [], [BODY], [MEETING]), page.sentences[0])

    assert [kind for kind, _ in _printed(page, chunks) if kind != "word"] == ["person", "meeting"]


def test_what_overlaps_a_person_gives_way() -> None:
    page = _page()
    group = Titles(0, 2, ())
    chunks = of_sentence(chunked(page, [PERSON], [group], [BODY], []), page.sentences[0])

    assert [kind for kind, _ in _printed(page, chunks) if kind != "word"] == ["person", "body"]


def test_a_chunk_carries_what_it_was_read_as() -> None:
    begins = chunked(_page(), [PERSON], [], [BODY], [])
    person, body = begins[1], begins[5]

    assert person is not None
    assert body is not None
    assert (person.person, body.body) == (PERSON, BODY)
    assert begins[2] is begins[6] is None


def test_a_word_is_compared_folded() -> None:
    first = chunked(_page(), [PERSON], [], [], [])[0]

    assert first is not None
    assert first.is_word("now", "then")
    assert not first.is_word("Then")


def test_no_other_chunk_is_a_word() -> None:
    assert not Chunk("person", 1, 3, person=PERSON).is_word("")


def test_a_sentence_has_its_own_chunks() -> None:
    page = _page()
    begins = chunked(page, [], [], [], [])

    assert [chunk.text for chunk in of_sentence(begins, page.sentences[1])] == ["all", "left", "."]


def test_a_row_knows_its_words_and_kinds() -> None:
    page = _page()
    row = Row(of_sentence(chunked(page, [PERSON], [], [BODY], []), page.sentences[0]))

    assert row.kinds == {"word", "person", "body"}
    assert {"then", "led", "."} <= row.said
    assert "ilvesoo" not in row.said


def test_a_row_says_where_its_words_stand() -> None:
    page = _page()
    row = Row(of_sentence(chunked(page, [PERSON], [], [BODY], []), page.sentences[0]))

    assert [row[at].text for at in row.places({".", "then"})] == [t for t in row.texts if t in {".", "then"}] != []
    assert row.places({"nowhere"}) == []
