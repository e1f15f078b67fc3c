"""Background must not disturb what a release says of its main event: a release reads the same with it and without."""

from functools import cache
from pathlib import Path

import pytest

from kg.extraction import read
from kg.extraction.words.tables import rows_of
from kg.model.claims import Attestation, MeetingReport, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

_RELEASES = {row.form: row["text"].split("|") for row in rows_of(Path(__file__).with_name("releases.tsv"))}
_BACKGROUND = [
    "In March 2023, the Reef Council held a workshop in Lima, which was attended by officials from Chile and Peru.",
    "In a separate development, police arrested Omar Vell in Lima on Friday.",
    "Since 2015, Chile and Peru have trained 400 officers.",
    "In his book, Professor Jan Velk of Lima University argued that ports matter.",
    "In April, the Glacier Office and the Reef Council co-organised a seminar on reefs in Lima.",
    "The event was streamed online.",
    "The Reef Council will consider the report at its session in June.",
    "The threat from the Red Reef Front, which operates in Chile and Peru, remains high.",
    "The conference of parties to the Reef Convention met in Lima in 2022.",
    "Chile and Peru signed an agreement on ports in 2020.",
    "The project was launched at the Reef Summit in Lima in 2019.",
    "In a joint letter to the Reef Council, Lucia Moretti and Jan Velk called for action.",
    "Chile's delegation at the Reef Council has proposed a resolution.",
    "A delegation from Chile visited the Glacier Office last month.",
    "Members of the Reef Council are Chile, Peru, Fiji and Japan.",
]
Rows = set[tuple[str | None, ...]]


def _rows(text: str) -> tuple[Rows, Rows, Rows]:
    """The parts, the posts and the meetings of a release."""
    claims = read(Document(text, "0" * 64, "note", published=PartialDate.parse("2024-05-07")))
    meetings = {one.meeting: one for one in claims if isinstance(one, MeetingReport)}
    parts = [one for one in claims if isinstance(one, Participation)]
    posts = [one for one in claims if isinstance(one, Attestation)]
    return (
        {(meetings[one.meeting].name, one.agent, one.role) for one in parts if one.presence == "present"},
        {(one.person, one.title, one.organisation, one.status) for one in posts},
        {(one.name, one.kind, str(one.start), one.place) for one in meetings.values()},
    )


@cache
def _alone(kind: str) -> tuple[Rows, Rows, Rows]:
    return _rows("\n\n".join(_RELEASES[kind]))


def test_the_releases_say_whose_part_and_post_it_is() -> None:
    assert ("Fifth Tide Conference", "Peter Brandvik", "chair") in _alone("conference")[0]
    assert {agent for _, agent, _ in _alone("course")[0]} >= {"Kenya", "Ghana", "Togo"}
    assert ("Anna Ilvesoo", "Minister of Ports", "Kenya", "substantive") in _alone("visit")[1]
    assert {agent for _, agent, _ in _alone("dialogue")[0]} >= {"Norway", "Kenya"}


@pytest.mark.parametrize("background", _BACKGROUND)
@pytest.mark.parametrize("kind", _RELEASES)
@pytest.mark.parametrize("at", [2, -1, None])
def test_background_changes_nothing_of_the_main_event(kind: str, background: str, at: int | None) -> None:
    lines = list(_RELEASES[kind])
    lines.insert(len(lines) if at is None else at, background)

    parts, posts, meetings = _rows("\n\n".join(lines))
    told, held, events = _alone(kind)
    names = {name for name, *_ in told}

    assert told <= parts
    assert held <= posts
    assert events <= meetings
    assert {row for row in parts if row[0] in names} == told


def test_titles_below_related_news_tell_nothing() -> None:
    lines = [*_RELEASES["meeting"], "Related news", "Reef Council meets in Lima", "Chile and Peru hold talks on reefs"]

    assert _rows("\n\n".join(lines)) == _alone("meeting")


@pytest.mark.parametrize(
    ("told", "home"),
    [
        (
            "Peter Brandvik, Head of the Tide Agency, visited Kenya, where he met Anna Ilvesoo, Minister of Ports.",
            "Kenya",
        ),
        ("Peter Brandvik visited Kenya on Monday. There he met Anna Ilvesoo, Minister of Ports.", "Kenya"),
        ("Peter Brandvik visited Kenya and Peru. He met Anna Ilvesoo, Minister of Ports.", None),
    ],
)
def test_who_received_a_visitor_holds_a_post_of_the_land_visited(told: str, home: str | None) -> None:
    posts = _rows(f"OSLO, 7 May 2024 – {told}\n\nChile and Fiji signed an agreement in 2020.")[1]

    assert {row[2] for row in posts if row[0] == "Anna Ilvesoo"} == {home}


def test_the_two_sides_are_those_who_met_not_those_of_a_dialogue_named_beside() -> None:
    parts = _rows(
        "OSLO, 7 May 2024 – The Norway-Kenya Port Dialogue was held in March."
        " Chile and Peru held talks in Oslo on Monday."
        "\n\nThe two sides exchanged views on ports."
    )[0]

    assert {agent for _, agent, _ in parts} >= {"Chile", "Peru"}
    assert not {agent for _, agent, _ in parts} & {"Norway", "Kenya"}


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("He succeeds Anna Ilvesoo, who led the Agency since 2019.", "former"),
        ("He succeeds Anna Ilvesoo, who was in office since 2019.", "former"),
        ("He will succeed Anna Ilvesoo, who has led the Agency since 2019.", "substantive"),
        ("He succeeds Anna Ilvesoo, in office since 2019.", "substantive"),
    ],
)
@pytest.mark.parametrize("beside", ["", "Lucia Moretti, President of the Reef Council, welcomed the news.\n\n"])
def test_whom_an_appointee_succeeds_had_his_post_whoever_is_named_between(beside: str, told: str, status: str) -> None:
    posts = _rows(
        f"OSLO, 7 May 2024 – The Council has appointed Peter Brandvik as Head of the Tide Agency.\n\n{beside}{told}"
    )

    assert ("Anna Ilvesoo", "Head of the Tide Agency", "Tide Agency", status) in posts[1]


@pytest.mark.parametrize(
    "recalled",
    [
        "The Lima Declaration was adopted at the ministerial meeting of the Reef Council in 2018.",
        "It was agreed upon at the meeting of the Reef Council in 2018.",
        "Ports were a topic of the Reef Council meeting in 2019.",
    ],
)
def test_a_meeting_of_years_ago_is_not_the_one_of_the_headline(recalled: str) -> None:
    lines = [*_RELEASES["meeting"], recalled]

    assert _alone("meeting")[0] <= _rows("\n\n".join(lines))[0]
