"""A document to read: the runs are the text, and each stands in exactly the claims whose words cover it."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model.answers import Row, Words
from kg.model.text import Document
from kg.pages.reading import LAYERS, numbered, paragraphs


def _claim(number: int, layer: str, *spans: tuple[int, int]) -> Row:
    words = tuple(Words("doc", "", None, "…", start, end) for start, end in spans)
    return Row({"claim": f"claim/{number}", "kind": layer, "object": None}, "likely", None, words)


@st.composite
def _annotated(draw: st.DrawFn) -> tuple[str, list[Row]]:
    text = draw(st.text(st.sampled_from("ab é\n💥 "), min_size=1, max_size=60))
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(lambda pair: (min(pair), max(pair))).filter(lambda span: span[0] < span[1])
    claims = draw(st.lists(st.tuples(st.sampled_from(LAYERS), st.lists(spans, min_size=1, max_size=3)), max_size=6))
    return text, [_claim(number, layer, *where) for number, (layer, where) in enumerate(claims)]


@given(_annotated())
def test_the_runs_are_the_text_and_stand_in_the_claims_that_cover_them(annotated: tuple[str, list[Row]]) -> None:
    text, rows = annotated
    notes = numbered(rows)
    read = paragraphs(Document(text, "0" * 64, "note"), notes)
    wholes = ["".join(run.text for run in paragraph.runs) for paragraph in read]
    assert "\n\n".join(wholes).split() == text.split()
    if read:
        assert sorted(note.number for paragraph in read for note in paragraph.notes) == [n.number for n in notes]
    at = 0
    for paragraph, whole in zip(read, wholes, strict=True):
        at = text.index(whole, at)
        for run in paragraph.runs:
            covering = {
                note.number
                for note in notes
                for passage in note.passages
                if passage.start <= at and at + len(run.text) <= passage.end
            }
            assert set(run.claims) == covering
            at += len(run.text)


def test_overlapping_claims_cut_the_text_where_they_begin_and_end() -> None:
    text = "Ms Anna Ilvesoo, Director of the Tide Council, chaired."
    rows = [_claim(1, "post", (3, 45)), _claim(2, "name", (3, 15)), _claim(3, "participation", (3, 15), (47, 54))]
    (only,) = paragraphs(Document(text, "0" * 64, "note"), numbered(rows))
    assert [(run.text, run.layers) for run in only.runs] == [
        ("Ms ", ()),
        ("Anna Ilvesoo", ("participation", "post", "name")),
        (", Director of the Tide Council", ("post",)),
        (", ", ()),
        ("chaired", ("participation",)),
        (".", ()),
    ]


def test_a_claim_stands_beside_the_paragraph_of_its_first_words() -> None:
    text = "The fourth dialogue met.\n\nAnna Ilvesoo chaired it."
    rows = [_claim(1, "meeting", (4, 19)), _claim(2, "participation", (26, 38), (39, 46))]
    first, second = paragraphs(Document(text, "0" * 64, "note"), numbered(rows))
    assert [note.layer for note in first.notes] == ["meeting"]
    assert [note.layer for note in second.notes] == ["participation"]
