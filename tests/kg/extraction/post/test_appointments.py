"""Posts told by verbs: whose they are, whether they are still held, since and until when."""

import pytest

from kg.extraction import read
from kg.model.claims import Attestation
from kg.model.dates import PartialDate
from kg.model.text import Document

Post = tuple[str, str, str | None, str, str | None, str | None]


def _posts(text: str, published: str = "2024-05-03") -> list[Post]:
    """Person, role, body, status, start and end of every post."""
    document = Document(text, "0" * 64, "note", published=PartialDate.parse(published))
    return [
        (
            claim.person, claim.role, claim.organisation, claim.status,
            str(claim.start) if claim.start else None, str(claim.end) if claim.end else None,
        )
        for claim in read(document)
        if isinstance(claim, Attestation)
    ]  # fmt: skip


def _full(text: str) -> str:
    """A text with its short forms written out."""
    text = text.replace("PETER", "Mr. Peter Brandvik").replace("ANNA", "Ms. Anna Ilvesoo")
    return text.replace("DIRECTOR", "Director of the Glacier Agency")


@pytest.mark.parametrize(
    ("text", "status", "start", "end"),
    [
        ("PETER was appointed DIRECTOR.", "designate", None, None),
        ("PETER has been named DIRECTOR.", "designate", None, None),
        ("Norway appointed PETER as DIRECTOR.", "designate", None, None),
        ("The Council elected PETER DIRECTOR.", "designate", None, None),
        ("They welcomed the appointment of PETER as DIRECTOR.", "designate", None, None),
        ("PETER will become DIRECTOR.", "designate", None, None),
        ("PETER becomes DIRECTOR on 1 July 2024.", "designate", "2024-07-01", None),
        ("PETER will take office as DIRECTOR on 1 July 2024.", "designate", "2024-07-01", None),
        ("PETER will assume the post of DIRECTOR in July 2024.", "designate", "2024-07", None),
        ("PETER was elected DIRECTOR from 1 July 2024 to 30 June 2028.", "designate", "2024-07-01", "2028-06-30"),
        ("PETER was appointed DIRECTOR in May 2019.", "substantive", None, None),
        ("PETER was appointed DIRECTOR with effect from 1 May 2024.", "substantive", "2024-05-01", None),
        ("Today PETER took office as DIRECTOR.", "substantive", "2024-05-03", None),
        ("PETER took office on 2 May 2024 as DIRECTOR.", "substantive", "2024-05-02", None),
        ("PETER was sworn in as DIRECTOR.", "substantive", None, None),
        ("PETER assumed the post of DIRECTOR on 2 May 2024.", "substantive", "2024-05-02", None),
        ("PETER has been DIRECTOR since 2019.", "substantive", "2019", None),
        ("Since 2019 PETER has been DIRECTOR.", "substantive", "2019", None),
        ("PETER, DIRECTOR since March 2019, spoke.", "substantive", "2019-03", None),
        ("PETER is DIRECTOR.", "substantive", None, None),
        ("PETER, the outgoing DIRECTOR, spoke.", "substantive", None, None),
        ("PETER, DIRECTOR until 2026, spoke.", "substantive", None, "2026"),
        ("PETER will step down as DIRECTOR in July 2024.", "substantive", None, "2024-07"),
        ("PETER served as DIRECTOR from 2015 to 2018.", "former", "2015", "2018"),
        ("From 2015 to 2018 PETER was DIRECTOR.", "former", "2015", "2018"),
        ("PETER was DIRECTOR (2015-2018).", "former", "2015", "2018"),
        ("PETER, DIRECTOR until 2017, spoke.", "former", None, "2017"),
        ("PETER was formerly DIRECTOR.", "former", None, None),
        ("PETER, then DIRECTOR, signed it.", "former", None, None),
        ("PETER stepped down as DIRECTOR on 2 May 2024.", "former", None, "2024-05-02"),
        ("PETER concluded his term as DIRECTOR.", "former", None, None),
        ("PETER, Acting DIRECTOR, spoke.", "acting", None, None),
        ("PETER, Director ad interim of the Glacier Agency, spoke.", "acting", None, None),
        ("PETER, caretaker DIRECTOR, spoke.", "acting", None, None),
        ("PETER was Acting DIRECTOR.", "former", None, None),
    ],
)  # fmt: skip
def test_verb_and_dates_say_the_status(text: str, status: str, start: str | None, end: str | None) -> None:
    assert _posts(_full(text)) == [("Peter Brandvik", "Director", "Glacier Agency", status, start, end)]


def test_he_has_the_post_that_a_verb_gives_him() -> None:
    text = (
        "Mr. Peter Brandvik is Director of the Glacier Agency. From 2009 to 2013 he was Head of the Canal Office "
        "and Secretary of the Tide Council."
    )

    assert _posts(text) == [
        ("Peter Brandvik", "Director", "Glacier Agency", "substantive", None, None),
        ("Peter Brandvik", "Head", "Canal Office", "former", "2009", "2013"),
        ("Peter Brandvik", "Secretary", "Tide Council", "former", "2009", "2013"),
    ]


@pytest.mark.parametrize(
    ("words", "second", "first"),
    [
        ("ANNA succeeds PETER as DIRECTOR.", "substantive", "former"),
        ("ANNA succeeded PETER as DIRECTOR.", "substantive", "former"),
        ("ANNA took over from PETER as DIRECTOR.", "substantive", "former"),
        ("ANNA will succeed PETER as DIRECTOR.", "designate", "substantive"),
        ("ANNA is DIRECTOR. She succeeded PETER.", "substantive", "former"),
        ("ANNA is DIRECTOR. Her predecessor was PETER.", "substantive", "former"),
        ("ANNA is DIRECTOR; her predecessor, PETER, left.", "substantive", "former"),
        ("ANNA was appointed DIRECTOR in place of PETER.", "designate", "former"),
        ("ANNA was named DIRECTOR. She takes over from PETER.", "designate", "former"),
        ("ANNA was named DIRECTOR. She replaces PETER, in office since 2019.", "designate", "substantive"),
    ],
)  # fmt: skip
def test_who_came_before_has_the_same_post(words: str, second: str, first: str) -> None:
    assert {post[:4] for post in _posts(_full(words))} == {
        ("Anna Ilvesoo", "Director", "Glacier Agency", second),
        ("Peter Brandvik", "Director", "Glacier Agency", first),
    }


def test_a_post_of_many_is_not_that_in_which_somebody_is_succeeded() -> None:
    text = (
        "Ms. Anna Ilvesoo, a Director at the Glacier Agency, will hold the presidency until 30 June 2026. She "
        "succeeded Mr. Peter Brandvik of Norway, President for two years."
    )

    assert not [post for post in _posts(text) if post[0] == "Peter Brandvik" and post[1] == "Director"]


@pytest.mark.parametrize(
    ("behind", "start"),
    [
        (", in office since October 2021.", "2021-10"),
        (", who has held the office since 19 September 2007, when it was new.", "2007-09-19"),
        (".", None),
        (" in Oslo, where talks have gone on since 2019.", None),
    ],
)
def test_since_when_whoever_is_replaced_has_been_there(behind: str, start: str | None) -> None:
    posts = _posts(_full(f"ANNA was named DIRECTOR. She replaces PETER{behind}"))
    assert [post[4] for post in posts if post[0] == "Peter Brandvik"] == [start]


@pytest.mark.parametrize(
    "text",
    [
        "Among those present was the Director of the Glacier Agency, Mr. Peter Brandvik.",
        "The host was the Director of the Glacier Agency, Mr. Peter Brandvik.",
        "From 3 to 5 May 2023 Mr. Peter Brandvik, Director of the Glacier Agency, visited Oslo.",
        "Mr. Peter Brandvik, Director of the Glacier Agency, visited Oslo from 3 to 5 May 2023.",
        "Mr. Peter Brandvik, Director of the Glacier Agency, followed the talks until 2019.",
    ],
)
def test_the_dates_and_verbs_of_other_things_say_nothing_of_a_post(text: str) -> None:
    assert _posts(text) == [("Peter Brandvik", "Director", "Glacier Agency", "substantive", None, None)]


def test_the_words_hold_the_verb_and_the_dates() -> None:
    document = Document("Mr. Peter Brandvik was Director of the Glacier Agency from 2015 to 2018.", "0" * 64, "note")
    (post,) = [claim for claim in read(document) if isinstance(claim, Attestation)]

    assert [evidence.quotation for evidence in post.evidence] == [
        "Mr. Peter Brandvik was Director of the Glacier Agency from 2015 to 2018"
    ]


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("took up her new duties as", "substantive"),
        ("began a second five-year term as", "substantive"),
        ("had recently assumed the functions of", "substantive"),
        ("is due to take on the role of", "designate"),
        ("will shortly enter upon her official duties as", "designate"),
        ("is expected to be sworn in as", "designate"),
        ("is to be promoted to the post of", "designate"),
        ("vacated her position as", "former"),
        ("has stepped down from her role as", "former"),
        ("had been removed from the office of", "former"),
        ("has previously worked as", "former"),
        ("is about to retire as", "substantive"),
        ("continues to officiate as", "substantive"),
    ],
)
def test_verbs_of_office_in_any_tense(verb: str, status: str) -> None:
    assert _posts(_full(f"ANNA {verb} DIRECTOR.")) == [
        ("Anna Ilvesoo", "Director", "Glacier Agency", status, None, None)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council congratulated PETER on his appointment as DIRECTOR.", [("Peter Brandvik", "designate")]),
        ("Following her recent election as DIRECTOR, ANNA thanked the Council.", [("Anna Ilvesoo", "designate")]),
        ("PETER has been reappointed DIRECTOR.", [("Peter Brandvik", "designate")]),
        ("ANNA met PETER after her appointment as DIRECTOR.", []),  # whose?
        ("The Council rejected the nomination of PETER as DIRECTOR.", []),
        ("PETER withdrew his nomination as DIRECTOR.", []),
        ("Her previous posts include DIRECTOR with PETER.", []),  # hers, not his
        ("If elected as DIRECTOR, PETER would act.", []),
        ("PETER, who opposed the plan, was appointed DIRECTOR.", [("Peter Brandvik", "designate")]),
        ("ANNA and Dr. John Tembrook said PETER is serving as DIRECTOR.", [("Peter Brandvik", "substantive")]),
    ],
)
def test_whose_appointment_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    found = _posts(_full(text))

    assert [(person, status) for person, _, _, status, *_ in found] == expected
    assert all((role, body) == ("Director", "Glacier Agency") for _, role, body, *_ in found)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "PETER was appointed DIRECTOR. He will take up his duties in July, replacing ANNA, whose term ends.",
            "former",
        ),
        ("The Council accepted the resignation of the DIRECTOR, PETER, and named ANNA to replace him.", "designate"),
        ("PETER is DIRECTOR. He was preceded by ANNA.", "former"),
    ],
)
def test_who_came_before_or_after_in_the_same_post(text: str, status: str) -> None:
    assert ("Anna Ilvesoo", "Director", "Glacier Agency", status, None, None) in _posts(_full(text))


def test_states_in_brackets_are_not_where_chairs_elected_sit() -> None:
    found = _posts("The Tide Council elected Mr. Jon Clarke (Barbados) and Mr. Ivo Brandt (Peru) as Vice-Chairs.")

    assert [(person, body) for person, _, body, *_ in found] == [
        ("Ivo Brandt", "Tide Council"),
        ("Jon Clarke", "Tide Council"),
    ]


def test_a_field_that_goes_on_behind_of_is_no_body() -> None:
    title = "Adviser for Rule of Law and Harbour Institutions in the Tide Department"

    assert [body for *_, body, _, _, _ in _posts(f"Mr. Peter Brandvik, {title}, spoke.")] == ["Tide Department"]


@pytest.mark.parametrize(
    ("text", "status", "end"),
    [
        ("PETER, who was until last month DIRECTOR, spoke.", "former", "2024-04"),
        ("PETER was until 2022 DIRECTOR.", "former", "2022"),
        ("PETER joined in 2010, most recently serving as DIRECTOR.", "former", None),
        ("PETER, currently serving as DIRECTOR, spoke.", "substantive", None),
        ("PETER was confirmed by the Harbour Senate as DIRECTOR.", "designate", None),
        ("Sworn in as DIRECTOR in May 2020, PETER told the Board of the harbour.", "substantive", None),
    ],
)
def test_days_and_agents_between_a_verb_and_a_title(text: str, status: str, end: str | None) -> None:
    assert [(*rest[:4], rest[5]) for rest in _posts(_full(text))] == [
        ("Peter Brandvik", "Director", "Glacier Agency", status, end)
    ]


def test_posts_that_say_all_pass_on_without_a_body() -> None:
    found = _posts(_full("PETER was named Minister of the Interior, succeeding ANNA."))

    assert [(person, body, status) for person, _, body, status, *_ in found] == [
        ("Peter Brandvik", None, "designate"),
        ("Anna Ilvesoo", None, "former"),
    ]
