"""Answers as Markdown and as Turtle."""

import rdflib

from kg.model.answers import Answer, Row, Words
from kg.rendering.answers import answer_as_markdown, answer_as_turtle

BASE = "https://e.org/id/"
WORDS = Words("https://e.org/id/document/ab12", "A *title*", "2020-12-03", "the | words", 10, 21)
ANSWER = Answer(
    "holder-on",
    {},
    ("official", "official_label", "meetings", "note"),
    (
        Row(
            {
                "official": "https://e.org/id/official/ann",
                "official_label": "Ann_Lee <b>",
                "meetings": 3,
                "note": 'say "a\nb"',
            },
            "likely",
            "stated",
            (WORDS,),
        ),
        Row(
            {"official": "https://e.org/id/official/bo", "official_label": "Bo", "meetings": None, "note": None},
            "asserted",
        ),
    ),
)


def test_markdown_says_how_sure_and_nothing_in_it_is_markup() -> None:
    assert answer_as_markdown(ANSWER, evidence=True).splitlines() == [
        "| official | meetings | note | tier | grade | words |",
        "| --- | --- | --- | --- | --- | --- |",
        r'| Ann\_Lee \<b\> | 3 | say "a b" | likely | stated | “the \| words” — A \*title\*, 2020-12-03 |',
        "| Bo |  |  | asserted |  |  |",
    ]
    assert "words" not in answer_as_markdown(ANSWER)


def test_turtle_is_a_result_set_whose_rows_name_their_passages() -> None:
    graph = rdflib.Graph().parse(data=answer_as_turtle(ANSWER), format="turtle")
    rows = graph.query(
        """PREFIX rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?index ?variable ?value ?passage {
          [] rs:solution ?row . ?row rs:index ?index ; rs:binding [ rs:variable ?variable ; rs:value ?value ]
          OPTIONAL { ?row prov:wasDerivedFrom ?passage } }"""
    )
    found = {(int(index), str(variable)): value.toPython() for index, variable, value, _ in rows}
    assert found[1, "official"] == rdflib.URIRef("https://e.org/id/official/ann").toPython()
    assert found[1, "meetings"] == 3
    assert found[1, "note"] == 'say "a\nb"'
    assert found[1, "grade"] == "stated"
    assert (2, "meetings") not in found
    assert {str(passage) for *_, passage in rows if passage} == {"https://e.org/id/passage/ab12-10-21"}


def test_no_rows_are_turtle_too() -> None:
    nothing = Answer("met", {}, ("official",), ())
    assert len(rdflib.Graph().parse(data=answer_as_turtle(nothing), format="turtle")) == 4
