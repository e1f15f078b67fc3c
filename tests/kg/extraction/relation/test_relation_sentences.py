"""How institutions say which bodies belong to which: a set of invented sentences, read one by one."""

from pathlib import Path

import pytest

from kg.extraction import read
from kg.model.claims import BodyRelation
from kg.model.text import Document

AGENCY, COUNCIL, OFFICE, CENTRE = "Glacier Agency", "Tide Council", "Canal Office", "Estuary Centre"
PART, FOUNDED, COORDINATES = "part-of", "established-by", "coordinates"
SECRETARIAT, MEMBER, FORMERLY = "secretariat-of", "member-of", "formerly"


_ROWS = (Path(__file__).parent / "ties.tsv").read_text(encoding="utf-8").splitlines()
_CASES = [tuple(row.split("\t")) for row in _ROWS if row and not row.startswith(("#", "text\t"))]


def _ties(text: str) -> set[tuple[str, str, str]]:
    claims = read(Document(text, "0" * 64, "note"))
    return {(claim.subject, claim.predicate, claim.object) for claim in claims if isinstance(claim, BodyRelation)}


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Agency is part of the Tide Council.",
        "The Glacier Agency is an integral part of the Tide Council.",
        "The Glacier Agency is an autonomous body of the Tide Council.",
        "The Glacier Agency is a specialised agency of the Tide Council.",
        "The Glacier Agency is now a department of the Tide Council.",
        "The Glacier Agency is one of the oldest divisions within the Tide Council.",
        "The Glacier Agency (GLAG) is a subsidiary body of the Tide Council.",
        "The Glacier Agency, based in Vienna, is part of the Tide Council.",
        "The Glacier Agency, which is part of the Tide Council, met in Oslo.",
        "The Glacier Agency, a specialised agency of the Tide Council, met in Oslo.",
        "The Glacier Agency, part of the Tide Council, met in Oslo.",
        "The Glacier Agency (part of the Tide Council) met in Oslo.",
        "Mr. Peter Brandvik thanked the Glacier Agency, a body of the Tide Council, for its help.",
        "The Glacier Agency belongs to the Tide Council.",
        "The Glacier Agency forms part of the Tide Council.",
        "The Glacier Agency falls under the Tide Council.",
        "The Glacier Agency sits within the Tide Council.",
        "The Glacier Agency is attached to the Tide Council.",
        "The Glacier Agency is housed within the Tide Council.",
        "The Glacier Agency, attached to the Tide Council, met in Oslo.",
        "The Glacier Agency became part of the Tide Council in 2012.",
        "In 2012 the Glacier Agency was integrated into the Tide Council.",
        "Mr. Peter Brandvik said that the Glacier Agency is part of the Tide Council.",
        "The Glacier Agency opened in 2009. It is part of the Tide Council.",
        "The Glacier Agency opened in 2009. The agency is part of the Tide Council.",
        "The Glacier Agency works in Oslo and is part of the Tide Council.",
        "A body of the Tide Council, the Glacier Agency meets twice a year.",
        "As part of the Tide Council, the Glacier Agency looks after lagoons.",
        "The Tide Council's Glacier Agency met in Oslo.",
        "The Glacier Agency remains a branch of the Tide Council.",
        "The Tide Council houses the Glacier Agency.",
    ],
)
def test_part_of(text: str) -> None:
    assert _ties(text) == {(AGENCY, PART, COUNCIL)}


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Agency was established by the Tide Council.",
        "The Glacier Agency was established in 2006 by the Tide Council.",
        "The Glacier Agency was established by resolution 14 of the Tide Council.",
        "The Glacier Agency was established by a decision of the Tide Council in 2006.",
        "The Glacier Agency was established by Tide Council resolution 14.",
        "The Glacier Agency has been established by the Tide Council.",
        "The Glacier Agency was originally set up by the Tide Council.",
        "The Glacier Agency was created in May 2006 by the Tide Council and meets in Oslo.",
        "The Glacier Agency, established by the Tide Council, met in Oslo.",
        "The Glacier Agency, set up in 2006 by the Tide Council, met in Oslo.",
        "The Glacier Agency (created by the Tide Council) met in Oslo.",
        "The Glacier Agency, which was founded by the Tide Council, met in Oslo.",
        "Mr. Peter Brandvik leads the Glacier Agency established by the Tide Council.",
        "The Tide Council established the Glacier Agency in 2006.",
        "In 2006 the Tide Council set up the Glacier Agency.",
        "The Tide Council has established the Glacier Agency.",
        "The Tide Council decided to establish the Glacier Agency.",
        "In Oslo, the Tide Council founded the new Glacier Agency.",
        "The Tide Council, which founded the Glacier Agency, met in Oslo.",
        "The Glacier Agency opened in 2006. It was established by the Tide Council.",
        "The Glacier Agency owes its existence to the Tide Council.",
        "Established by the Tide Council, the Glacier Agency meets twice a year.",
    ],
)
def test_established_by(text: str) -> None:
    assert _ties(text) == {(AGENCY, FOUNDED, COUNCIL)}


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Agency coordinates the Tide Council.",
        "The Glacier Agency coordinates the work of the Tide Council.",
        "The Glacier Agency co-ordinates the activities of the Tide Council.",
        "The Glacier Agency is responsible for coordinating the Tide Council.",
        "The Tide Council is coordinated by the Glacier Agency.",
        "The Tide Council, coordinated by the Glacier Agency, met in Oslo.",
        "The Glacier Agency, which coordinates the Tide Council, met in Oslo.",
        "The Glacier Agency is the coordinating body of the Tide Council.",
        "The Glacier Agency looks after lagoons and also coordinates the Tide Council.",
    ],
)
def test_coordinates(text: str) -> None:
    assert _ties(text) == {(AGENCY, COORDINATES, COUNCIL)}


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Agency serves as the secretariat of the Tide Council.",
        "The Glacier Agency serves as secretariat to the Tide Council.",
        "The Glacier Agency acts as the permanent secretariat for the Tide Council.",
        "The Glacier Agency is the secretariat of the Tide Council.",
        "The Glacier Agency provides the secretariat of the Tide Council.",
        "The Glacier Agency provides secretariat services to the Tide Council.",
        "The Glacier Agency hosts the secretariat of the Tide Council.",
        "The Glacier Agency, secretariat of the Tide Council, met in Oslo.",
        "The Glacier Agency, which provides the secretariat for the Tide Council, met in Oslo.",
        "The Glacier Agency, acting as secretariat of the Tide Council, sent the letter.",
        "The Tide Council, whose secretariat is provided by the Glacier Agency, met in Oslo.",
        "The Tide Council's secretariat is hosted by the Glacier Agency.",
        "The Tide Council met in Oslo. Its secretariat is the Glacier Agency.",
        "The Tide Council is serviced by the Glacier Agency.",
    ],
)
def test_secretariat_of(text: str) -> None:
    assert _ties(text) == {(AGENCY, SECRETARIAT, COUNCIL)}


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Agency is a member of the Tide Council.",
        "The Glacier Agency is a founding member of the Tide Council.",
        "The Glacier Agency is one of the twelve members of the Tide Council.",
        "The Glacier Agency has been a member of the Tide Council since 2004.",
        "The Glacier Agency became the 14th member of the Tide Council in 2004.",
        "The Glacier Agency, a member of the Tide Council, met in Oslo.",
        "As a member of the Tide Council, the Glacier Agency speaks for lagoons.",
        "The Glacier Agency joined the Tide Council in 2004.",
        "The Glacier Agency has joined the Tide Council as its newest member.",
        "The Glacier Agency was admitted to the Tide Council.",
        "The Tide Council welcomed the Glacier Agency as its 14th member.",
        "Members of the Tide Council are the Glacier Agency and 14 harbours.",
    ],
)
def test_member_of(text: str) -> None:
    assert _ties(text) == {(AGENCY, MEMBER, COUNCIL)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Kenya are members of the Tide Council.",
        "The Tide Council comprises Norway and Kenya.",
        "The Tide Council consists of Norway and Kenya.",
        "The Tide Council is composed of Norway and Kenya.",
        "The Tide Council brings together Norway and Kenya.",
        "The Tide Council brings together two members: Norway and Kenya.",
        "The Tide Council, comprising Norway and Kenya, met in Oslo.",
        "The Tide Council counts among its members Norway and Kenya.",
        "The members of the Tide Council are Norway and Kenya.",
        "The Tide Council met in Oslo. Its members are Norway and Kenya.",
        "The Tide Council, whose members include Norway and Kenya, met in Oslo.",
        "Norway and Kenya, both members of the Tide Council, spoke of lagoons.",
    ],
)
def test_states_as_members(text: str) -> None:
    assert _ties(text) == {("Norway", MEMBER, COUNCIL), ("Kenya", MEMBER, COUNCIL)}


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Agency (formerly the Tide Council) met in Oslo.",
        "The Glacier Agency, formerly known as the Tide Council, met in Oslo.",
        "The Glacier Agency, previously called the Tide Council, met in Oslo.",
        "The Glacier Agency was formerly known as the Tide Council.",
        "The Glacier Agency is the successor to the Tide Council.",
        "The Glacier Agency, the legal successor of the Tide Council, met in Oslo.",
        "The Glacier Agency, successor to the Tide Council, met in Oslo.",
        "The Glacier Agency replaced the Tide Council in 2012.",
        "The Glacier Agency, which succeeded the Tide Council in 2012, met in Oslo.",
        "The Tide Council was renamed the Glacier Agency in 2012.",
        "The Tide Council was later renamed Glacier Agency.",
        "The Tide Council, now the Glacier Agency, met in Oslo.",
        "The Tide Council was transformed into the Glacier Agency.",
        "The Tide Council became the Glacier Agency in 2012.",
        "The Tide Council changed its name to the Glacier Agency.",
        "The Tide Council was replaced by the Glacier Agency.",
    ],
)
def test_formerly(text: str) -> None:
    assert _ties(text) == {(AGENCY, FORMERLY, COUNCIL)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Glacier Agency and the Canal Office are part of the Tide Council.",
            {(AGENCY, PART, COUNCIL), (OFFICE, PART, COUNCIL)},
        ),
        (
            "The Glacier Agency, the Canal Office and the Estuary Centre are members of the Tide Council.",
            {(AGENCY, MEMBER, COUNCIL), (OFFICE, MEMBER, COUNCIL), (CENTRE, MEMBER, COUNCIL)},
        ),
        (
            "The Glacier Agency was established by the Tide Council and the Canal Office.",
            {(AGENCY, FOUNDED, COUNCIL), (AGENCY, FOUNDED, OFFICE)},
        ),
        (
            "The Tide Council and the Canal Office founded the Glacier Agency.",
            {(AGENCY, FOUNDED, COUNCIL), (AGENCY, FOUNDED, OFFICE)},
        ),
        (
            "The Glacier Agency was established by the Tide Council and is part of the Canal Office.",
            {(AGENCY, FOUNDED, COUNCIL), (AGENCY, PART, OFFICE)},
        ),
        (
            "The Glacier Agency is part of the Tide Council, and the Canal Office is part of the Estuary Centre.",
            {(AGENCY, PART, COUNCIL), (OFFICE, PART, CENTRE)},
        ),
        (
            "The Glacier Agency is part of the Tide Council, the Canal Office said.",
            {(AGENCY, PART, COUNCIL)},
        ),
        (
            "The Canal Office comprises the Lagoon Division and the Harbour Branch.",
            {("Lagoon Division", PART, OFFICE), ("Harbour Branch", PART, OFFICE)},
        ),
        (
            "The Glacier Agency was founded by Norway.",
            {(AGENCY, FOUNDED, "Norway")},
        ),
        (
            "Norway joined the Tide Council in 2004.",
            {("Norway", MEMBER, COUNCIL)},
        ),
        (
            "The Tide Council has these members:\n- the Glacier Agency\n- the Canal Office",
            {(AGENCY, MEMBER, COUNCIL), (OFFICE, MEMBER, COUNCIL)},
        ),
        (
            "The Tide Council met in Oslo. It has two members: Norway, Kenya.",
            {("Norway", MEMBER, COUNCIL), ("Kenya", MEMBER, COUNCIL)},
        ),
        (
            "The Tide Council is small. Forty people work there. It was set up by Norway. It belongs to INTERPOL.",
            {(COUNCIL, FOUNDED, "Norway"), (COUNCIL, PART, "INTERPOL")},
        ),
        (
            "The Tide Council met. Norway and Kenya are its members; the Glacier Agency provides its secretariat.",
            {("Norway", MEMBER, COUNCIL), ("Kenya", MEMBER, COUNCIL), (AGENCY, SECRETARIAT, COUNCIL)},
        ),
        (
            "Norway, Kenya and the Glacier Agency form the Tide Council.",
            {("Norway", MEMBER, COUNCIL), ("Kenya", MEMBER, COUNCIL), (AGENCY, MEMBER, COUNCIL)},
        ),
    ],
)
def test_several_ties(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert _ties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Agency is not part of the Tide Council.",
        "The Glacier Agency is no longer part of the Tide Council.",
        "The Glacier Agency has never been a member of the Tide Council.",
        "The Glacier Agency was not established by the Tide Council.",
        "The Glacier Agency would be part of the Tide Council.",
        "The Glacier Agency will become part of the Tide Council.",
        "The Glacier Agency may become a member of the Tide Council.",
        "The Glacier Agency could be established by the Tide Council.",
        "The Glacier Agency should be coordinated by the Tide Council.",
        "The Glacier Agency is to be established by the Tide Council.",
        "If the Glacier Agency is part of the Tide Council, it pays.",
        "They asked whether the Glacier Agency is part of the Tide Council.",
        "Mr. Peter Brandvik denied that the Glacier Agency is part of the Tide Council.",
        "The Glacier Agency wants to join the Tide Council.",
        "The Glacier Agency hopes to become a member of the Tide Council.",
        "The Tide Council plans to establish the Glacier Agency.",
        "The Tide Council would like to set up the Glacier Agency.",
        "The Glacier Agency works under the auspices of the Tide Council.",
        "The Glacier Agency met under the authority of the Tide Council.",
        "The Glacier Agency coordinates with the Tide Council.",
        "The Glacier Agency established contact with the Tide Council.",
        "The Glacier Agency established a dialogue with the Tide Council.",
        "The Glacier Agency joined the Tide Council in condemning the flood.",
        "The Glacier Agency joined Norway and Kenya.",
        "The Head of the Glacier Agency is a member of the Tide Council.",
        "Mr. Peter Brandvik of the Glacier Agency, a member of the Tide Council, spoke.",
        "Mr. Peter Brandvik, Director of the Glacier Agency, is a member of the Tide Council.",
        "Mr. Peter Brandvik is part of the Tide Council.",
        "Mr. Peter Brandvik founded the Tide Council.",
        "Experts from the Glacier Agency established the Tide Council.",
        "The visit to the Glacier Agency is part of the Tide Council programme.",
        "The Glacier Agency is part of the Tide Council strategy.",
        "The Glacier Agency is a member of the Tide Council's delegation.",
        "The Glacier Agency is a partner of the Tide Council.",
        "The Glacier Agency was established by representatives of the Tide Council.",
        "The Glacier Agency and the Tide Council were established in 2006.",
        "The Glacier Agency was established by law; the Tide Council met.",
        "The Glacier Agency was established in 2006. The Tide Council met.",
        "The Glacier Agency hosted the Tide Council.",
        "The Glacier Agency supports the Tide Council.",
        "The meeting brought together the Glacier Agency and the Tide Council.",
        "The Glacier Agency and the Tide Council brought together 40 experts.",
        "The Glacier Agency has replaced Mr. Brandvik at the Tide Council.",
        "The Glacier Agency is housed in a tower near the Tide Council.",
        "Norway is part of the story of the Tide Council.",
        "The Glacier Agency thanked the former Tide Council.",
        "The Glacier Agency and the Tide Council now meet twice a year.",
        "Norway hosts the secretariat of the Tide Council.",
    ],
)
def test_nothing_is_tied(text: str) -> None:
    assert _ties(text) == set()


@pytest.mark.parametrize(("text", "ties"), _CASES)
def test_a_text_says_these_ties(text: str, ties: str) -> None:
    expected = {tuple(tie.split(" = ")) for tie in ties.split("; ") if tie}

    assert _ties(text.replace("\\n", "\n")) == expected


def test_the_words_hold_both_names_and_the_cue() -> None:
    document = Document("The Glacier Agency met. It is part of the Tide Council.", "0" * 64, "note")
    (tie,) = [claim for claim in read(document) if isinstance(claim, BodyRelation)]

    assert [evidence.quotation for evidence in tie.evidence] == ["Glacier Agency", "part of the Tide Council"]
