"""Who is who: only what is certain is merged, and the order of documents makes no difference."""

import itertools
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import ClaimError
from kg.identity import ranks, resolve
from kg.identity.authority import Authority, Known, KnownTie, default, index, kind_of, role_of
from kg.identity.names import content, distinctive, key, rows, with_ordinals, without_ordinal
from kg.iris import Base
from kg.model.actors import Actors, Reading
from kg.model.claims import Attestation, BodyRelation
from kg.rdf import entity_graph
from kg.vocabulary import concepts

KNOWN = index(
    [
        Known("un", "United Nations", "international-organisation", "UN"),
        Known("un-oct", "United Nations Office of Counter-Terrorism", "un-office", "UNOCT", ("OCT",), "un"),
        Known("ctc", "Counter-Terrorism Committee", "committee", "CTC", (), "un"),
        Known("eu-ctc", "EU Counter-Terrorism Coordinator", "office", "CTC"),
        Known("kenya", "Kenya", "state", None, ("Republic of Kenya",)),
    ]
)


def who(*notes: Any, authority: Authority = KNOWN) -> Actors:
    return resolve([note.reading for note in notes], Base(), authority)


def meetings_of(actors: Actors) -> int:
    return len(actors.meetings)


def test_the_same_full_name_is_the_same_person_whatever_the_diacritics(making: ModuleType) -> None:
    actors = who(
        making.Note("one").person("António Guterres"),
        making.Note("two").person("ANTONIO GUTERRES"),
        making.Note("three").person("António Guterres"),
    )
    assert [official.label for official in actors.officials.values()] == ["António Guterres"]
    assert next(iter(actors.officials)) == Base().official("Antonio Guterres")


def test_a_bare_surname_never_merges_across_documents(making: ModuleType) -> None:
    actors = who(
        making.Note("one").person("Voronkov"),
        making.Note("two").person("Voronkov"),
        making.Note("three").person("V. Voronkov"),
        making.Note("four").person("Vladimir Voronkov"),
    )
    assert len(actors.officials) == 4


def test_other_forms_lead_to_the_same_person_inside_the_document(making: ModuleType) -> None:
    note = making.Note("one").person("Jehangir Khan", also=("Mr. Khan", "Khan"))
    actors = who(note)
    assert actors.person(note.document.key, "Khan") == actors.person(note.document.key, "Jehangir Khan")


@pytest.mark.parametrize(
    "name", ["UN Office of Counter-Terrorism", "UNOCT", "OCT", "the UN's Office of Counter-terrorism"]
)
def test_known_bodies_are_found_by_name_alias_and_acronym(making: ModuleType, name: str) -> None:
    actors = who(making.Note("one").body(name))
    body = actors.bodies[Base().body("un-oct")]
    assert (body.label, body.parent, body.kind) == (
        "United Nations Office of Counter-Terrorism",
        Base().body("un"),
        "un-office",
    )
    assert Base().body("un") in actors.bodies  # what is above it comes with it


def test_an_acronym_that_two_bodies_share_means_neither(making: ModuleType) -> None:
    actors = who(making.Note("one").body("CTC"))
    assert Base().body("ctc") not in actors.bodies
    assert Base().body("eu-ctc") not in actors.bodies


def test_an_acronym_decides_only_with_most_of_the_name() -> None:
    assert KNOWN.find("Office of Counter-Terrorism of the Organization", "UNOCT") == KNOWN.bodies["un-oct"]
    assert KNOWN.find("Union of Old Choir Tenors", "UNOCT") is None


def test_states_by_any_form_of_their_name(making: ModuleType) -> None:
    note = (
        making.Note("one")
        .body("Republic of Kenya", kind="state")
        .says(Attestation, person="Martin Kimani", role="Permanent Representative", organisation="Kenya", title="…")
    )
    actors = who(note)
    assert actors.body(note.document.key, "Kenya") == Base().body("kenya")
    assert [post.label for post in actors.posts.values()] == ["Permanent Representative, Kenya"]


def test_unknown_bodies_merge_by_name_but_not_where_many_bear_it(making: ModuleType) -> None:
    actors = who(
        making.Note("one").body("Shanghai Cooperation Organisation").body("Ministry of Foreign Affairs"),
        making.Note("two").body("Shanghai Cooperation Organization").body("Ministry of Foreign Affairs"),
    )
    labels = sorted(body.label for body in actors.bodies.values())
    assert labels == ["Ministry of Foreign Affairs"] * 2 + ["Shanghai Cooperation Organisation"]


def test_a_name_that_spells_the_id_of_a_known_body_is_another_body(making: ModuleType) -> None:
    known = index([Known("nato", "North Atlantic Treaty Organization")])
    actors = who(making.Note("one").body("Nato"), authority=known)
    assert list(actors.bodies) != [Base().body("nato")]


def test_the_publisher_counts_only_if_it_is_known(making: ModuleType) -> None:
    known, unknown = making.Note("one", publisher="UNOCT"), making.Note("two", publisher="The Daily Planet")
    assert who(known, unknown).publishers == {known.document.key: Base().body("un-oct")}


def test_one_meeting_by_ordinal_and_words_in_any_order(making: ModuleType) -> None:
    actors = who(
        making.Note("one").meeting("third annual UN-EU Leaders' Dialogue", ordinal=3, start="2020-12-02"),
        making.Note("two").meeting("3rd EU-UN Leaders' Dialogue", ordinal=3),
        making.Note("three").meeting("Fourth EU-UN Leaders' Dialogue", ordinal=4, start="2022-04-08"),
    )
    assert meetings_of(actors) == 2
    assert len(actors.series) == 1
    assert {meeting.ordinal for meeting in actors.meetings.values()} == {3, 4}


def test_an_ordinal_is_not_enough_against_the_dates(making: ModuleType) -> None:
    actors = who(
        making.Note("one").meeting("Second Pacific Security Dialogue", ordinal=2, start="2019"),
        making.Note("two").meeting("Second Pacific Security Dialogue", ordinal=2, start="2021-05"),
        making.Note("three").meeting("Second Pacific Security Dialogue", ordinal=2),
    )
    assert meetings_of(actors) == 3


def test_a_name_that_every_committee_has_needs_the_same_day_as_well(making: ModuleType) -> None:
    undated = [making.Note(text).meeting("Committee's sixth meeting", ordinal=6) for text in ("one", "two")]
    assert meetings_of(who(*undated)) == 2
    dated = [making.Note(text).meeting("Committee's sixth meeting", ordinal=6, start="2021-10-08") for text in "ab"]
    assert meetings_of(who(*dated)) == 1


def test_the_same_name_on_the_same_day(making: ModuleType) -> None:
    here = making.Note("one").meeting("Berlin Process Security Forum", start="2021-10-08")
    there = making.Note("two").meeting("Berlin Process Security Forum", start="2021-10-08")
    later = making.Note("three").meeting("Berlin Process Security Forum", start="2021-10-09")
    assert meetings_of(who(here, there, later)) == 2


def test_a_plain_name_on_the_same_day_needs_somebody_who_was_at_both(making: ModuleType) -> None:
    def visit(text: str, agent: str) -> Any:
        return making.Note(text).person(agent).meeting("visit to Brussels", start="2021-10-08").attends(agent)

    assert meetings_of(who(visit("one", "Jehangir Khan"), visit("two", "Ilkka Salmi"))) == 2
    assert meetings_of(who(visit("one", "Jehangir Khan"), visit("two", "Jehangir Khan"))) == 1


def test_two_reports_of_one_document_are_never_merged(making: ModuleType) -> None:
    note = making.Note("one")
    note.meeting("Third EU-UN Dialogue", "e1", ordinal=3).meeting("Third EU-UN Dialogue", "e2", ordinal=3)
    other = making.Note("two").meeting("Third EU-UN Dialogue", ordinal=3)
    actors = who(note, other)
    assert actors.meeting(note.document.key, "e1") != actors.meeting(note.document.key, "e2")


def test_a_meeting_is_held_once_any_document_says_so_and_bounds_meet(making: ModuleType) -> None:
    actors = who(
        making.Note("one", published="2020-11-01").meeting(
            "Third EU-UN Dialogue", ordinal=3, state="planned", start="2020-12"
        ),
        making.Note("two", published="2020-12-03").meeting("Third EU-UN Dialogue", ordinal=3, start="2020-12-02"),
    )
    (meeting,) = actors.meetings.values()
    assert meeting.state == "held"
    assert str(meeting.start.first) == str(meeting.start.last) == "2020-12-02"


def test_a_later_document_does_not_rename_a_meeting(making: ModuleType) -> None:
    first = making.Note("one", published="2020-12-03").meeting("Third EU-UN Dialogue", ordinal=3)
    later = making.Note("two", published="2021-01-01").meeting("Third UN-EU Dialogue", ordinal=3)
    assert list(who(first).meetings) == list(who(first, later).meetings)


def test_a_participation_in_a_meeting_that_nobody_reports_says_what_to_do(making: ModuleType) -> None:
    with pytest.raises(ClaimError, match="must report a meeting"):
        who(making.Note("one").person("Jehangir Khan").attends("Jehangir Khan"))


def test_bodies_that_only_relations_name_are_bodies_too(making: ModuleType) -> None:
    note = making.Note("one").says(
        BodyRelation, subject="Task Force on Piracy", predicate="coordinates", object="Interpol"
    )
    assert {body.label for body in who(note).bodies.values()} == {"Task Force on Piracy", "Interpol"}


def test_the_order_of_documents_makes_no_difference(readings: list[Reading]) -> None:
    expected = resolve(readings[:6])
    for order in itertools.islice(itertools.permutations(readings[:6]), 0, 720, 97):
        assert resolve(order) == expected


def _series_of(actors: Actors) -> list[str]:
    return sorted(series.label for series in actors.series.values())


def test_an_edition_named_in_short_is_of_the_series_that_the_document_names_in_full(making: ModuleType) -> None:
    note = making.Note("one").meeting("9th meeting of the Board of the Harbour League", ordinal=9, start="2024-05-03")
    note.meeting("Board's 8th meeting", "e3", ordinal=8, start="2023-05-04")
    assert _series_of(who(note)) == ["meeting of the Board of the Harbour League"]


@pytest.mark.parametrize(
    ("name", "ordinal", "start"),
    [
        ("Tide Panel's 8th meeting", 8, "2023-05-04"),
        ("Council's 8th meeting", 8, "2023-05-04"),
        ("Board's 8th meeting", 8, "2025-05-04"),
        ("Board's 9th meeting", 9, "2023-05-03"),
    ],
)
def test_what_cannot_be_short_for_it_is_a_series_of_its_own(
    making: ModuleType, name: str, ordinal: int, start: str
) -> None:
    note = making.Note("one").meeting("9th meeting of the Board of the Harbour League", ordinal=9, start="2024-05-03")
    assert len(_series_of(who(note.meeting(name, "e2", ordinal=ordinal, start=start)))) == 2


def test_a_short_name_that_fits_two_series_is_of_neither(making: ModuleType) -> None:
    note = making.Note("one").meeting("9th meeting of the Board of the Harbour League", ordinal=9, start="2024-05-03")
    note.meeting("9th meeting of the Board of the Reef Agency", "e2", ordinal=9, start="2024-05-03")
    note.meeting("Board's 8th meeting", "e3", ordinal=8, start="2023-05-04")
    assert len(_series_of(who(note))) == 3


def test_the_sample_keeps_its_series_of_conferences_together(readings: list[Reading]) -> None:
    actors = resolve(readings)
    conferences = [m for m in actors.meetings.values() if "Heads of Counter-Terrorism Agencies" in m.label]
    assert sorted(m.ordinal or 0 for m in conferences) == [1, 3]
    assert len({m.series for m in conferences}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EU Delegation to the UN", "European Union Delegation to the United Nations"),
        ("Centre for Counter-Terrorism", "Center for Counterterrorism"),
        ("U.N. Office", "UN Office"),
        ("the Commission’s Service", "Commission Service"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_what_a_name_is_made_of() -> None:
    assert with_ordinals("The 21st and Third") == with_ordinals("twenty-first and 3rd") == ("21", "and", "3")
    assert content("third annual Dialogue of the Leaders in 2020") == {"dialogue", "leaders"}
    assert distinctive("7th meeting of the Committee") == frozenset()
    assert without_ordinal("21st Coordinating Committee Meeting, 2023") == "Coordinating Committee Meeting"


def test_the_kind_of_a_body_and_the_role_of_a_post_by_their_heads() -> None:
    assert kind_of("Ministry of the Interior of Finland") == "ministry"
    assert kind_of("Sanctions Committee on Somalia") == "committee"
    assert role_of("Under-Secretary-General for Counter-Terrorism") == "under-secretary-general"
    assert role_of("keeper of the flame") is None


def test_the_authority_data_that_travels_with_the_package() -> None:
    known = default()
    assert {body.kind for body in known.bodies.values() if body.kind} <= set(concepts("organisation-kind"))
    assert {body.parent for body in known.bodies.values() if body.parent} <= set(known.bodies)
    for name in ("UN Office of Counter-Terrorism", "EEAS", "World Customs Organisation", "Republic of Kenya"):
        assert known.find(name), name
    assert known.find("Ministry of Foreign Affairs") is None


def test_what_the_authority_data_ties_to_a_body_comes_with_it(making: ModuleType) -> None:
    names = {
        "task-force": "Task Force on Harbours",
        "harbours": "Harbour Office of the League",
        "league": "Northern League",
        "coast": "Coast Watch of the League",
    }
    known = index([Known(local, name, "un-office") for local, name in names.items()])
    tied = replace(
        known,
        ties=(
            KnownTie("harbours", "formerly", "task-force"),
            KnownTie("coast", "member-of", "league", "2031-05", "https://league.example/members; seen 2034-01"),
        ),
    )
    only_a_member = who(making.Note("one").body("Coast Watch of the League"), authority=tied)
    assert only_a_member.ties == ()
    actors = who(making.Note("one").body("Harbour Office of the League").body("Northern League"), authority=tied)
    assert [(tie.relation, tie.on, tie.source) for tie in actors.ties] == [
        ("member-of", "2031-05", "https://league.example/members; seen 2034-01"),
        ("formerly", "", ""),
    ]
    assert {body.label for body in actors.bodies.values()} == {body.name for body in known.bodies.values()}
    lines = [line for line in entity_graph(actors) if "/membership/" in line or "replaces" in line]
    assert any('membership/league-coast-2031-05> <http://purl.org/dc/terms/source> "https://league' in x for x in lines)
    assert any("body/harbours> <http://purl.org/dc/terms/replaces>" in line for line in lines)


@pytest.mark.parametrize(
    ("one", "other", "posts"),
    [
        (("Minister of the Interior", "Kenya"), ("Minister", "Ministry of the Interior of Kenya"), 1),
        (("Interior Minister", "Kenya"), ("Minister of the Interior", "Kenyan Interior Ministry"), 1),
        (("Minister of Justice", "Government of Kenya"), ("Minister", "Kenyan Ministry of Justice"), 1),
        (("Minister of Justice", "Kenya"), ("Minister of the Interior", "Ministry of the Interior of Kenya"), 2),
        (("Minister of Justice", "Kenya"), ("Minister", "Ministry of Justice and Security of Kenya"), 2),
        (("Minister of Justice", "Kenya"), ("Deputy Minister", "Ministry of Justice of Kenya"), 2),
        (("Minister of State for Justice", "Kenya"), ("Minister", "Ministry of Justice of Kenya"), 2),
        (("Minister", "Embassy of Kenya"), ("Minister of Justice", "Kenya"), 2),
        (("Minister", "Kenya"), ("Minister", "Ministry of Justice of Kenya"), 2),
    ],
)
def test_a_minister_is_one_at_the_state_and_at_the_ministry_of_the_portfolio(
    making: ModuleType, one: tuple[str, str], other: tuple[str, str], posts: int
) -> None:
    def said(text: str, role: str, body: str) -> Any:
        note = making.Note(text).person("Ada Lind").body("Kenya", "state")
        return note.says(Attestation, person="Ada Lind", role=role, organisation=body, title=role)

    actors = who(said("one", *one), said("two", *other))
    assert len(actors.posts) == posts, [post.label for post in actors.posts.values()]
    if posts == 1:
        (post,) = actors.posts.values()
        assert "posts.of-ministry" in {merge.rule for merge in actors.merges}
        assert post.body is not None
        assert actors.bodies[post.body].kind != "state"


def test_a_post_is_shown_with_capitals_if_anybody_prints_them(making: ModuleType) -> None:
    def said(text: str, role: str) -> Any:
        note = making.Note(text).person("Ada Lind").body("Lagoon Office")
        return note.says(Attestation, person="Ada Lind", role=role, organisation="Lagoon Office", title=role)

    actors = who(said("one", "head"), said("two", "head"), said("three", "Head"))
    assert [post.label for post in actors.posts.values()] == ["Head, Lagoon Office"]
    assert [post.label for post in who(said("one", "head")).posts.values()] == ["head, Lagoon Office"]


def _ranked(making: ModuleType, text: str, role: str, body: str | None = None) -> Any:
    note = making.Note(text).person("Ada Lind")
    note = note.body(body) if body else note
    return note.says(Attestation, person="Ada Lind", role=role, organisation=body, title=role)


TIDES = index(
    [
        Known("un-secretariat", "Lagoon Secretariat", "un-body"),
        Known("tides", "Office of Tides", "un-office", "OT", (), "un-secretariat"),
        Known("tide-centre", "Centre for Tides", "un-office", None, (), "tides"),
        Known("other", "Department of Tides and Storms", "un-office", None, (), "un-secretariat"),
    ]
)


@pytest.mark.parametrize(
    ("title", "posts"),
    [
        ("Under-Secretary-General for Tides", 1),
        ("USG for Tides", 1),
        ("Under-Secretary-General for Storms", 2),
        ("Under-Secretary-General", 2),
        ("Minister for Tides", 2),
    ],
)
def test_a_rank_of_one_organisation_with_a_field_is_held_in_its_office_of_that_field(
    making: ModuleType, title: str, posts: int
) -> None:
    full = _ranked(making, "one", "Under-Secretary-General", "Office of Tides")
    actors = who(full, _ranked(making, "two", title), authority=TIDES)
    assert len(actors.posts) == posts, [post.label for post in actors.posts.values()]
    assert ("posts.rank-and-field" in {merge.rule for merge in actors.merges}) is (posts == 1)


def test_such_a_title_alone_brings_its_office_along(making: ModuleType) -> None:
    note = _ranked(making, "one", "Under-Secretary-General for Tides")
    actors = who(note, authority=TIDES)
    (post,) = actors.posts.values()
    assert post.body == Base().body("tides")
    assert actors.post(note.reading.document.key, None, "Under-Secretary-General for Tides") == post.iri


def test_ranks_are_those_of_known_organisations() -> None:
    assert all(row["body"] in default().bodies for row in rows(Path(ranks.__file__).parent / "ranks-of-bodies.tsv"))


def test_an_acronym_of_a_part_beside_the_name_of_the_whole_means_the_part(making: ModuleType) -> None:
    cted = Known("cted", "Counter-Terrorism Committee Executive Directorate", "un-office", "CTED", (), "ctc")
    known = index([*KNOWN.bodies.values(), cted])
    actors = who(
        making.Note("one").body("Counter-Terrorism Committee", acronym="CTED"),
        making.Note("two, of the United Nations").body("Counter-Terrorism Committee", acronym="CTC"),
        making.Note("three").body("United Nations", acronym="UNOCT"),
        authority=known,
    )
    assert {iri.rsplit("/", 1)[-1] for iri in actors.bodies} == {"cted", "ctc", "un"}
