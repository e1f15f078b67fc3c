"""Whoever is named, however he is titled, has the part that the sentence gives him, however it is worded."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation, Tier
from kg.model.text import Document

HELD = "The Harbour Meeting was held in Oslo on 3 May 2024. "
FRAMES = (
    ("chair", "WHO chaired the Harbour Meeting in Oslo on 3 May 2024."),
    ("chair", "The Harbour Meeting in Oslo on 3 May 2024 was chaired by WHO."),
    ("chair", HELD + "It was chaired by WHO."),
    ("chair", HELD + "WHO presided over the meeting."),
    ("chair", HELD + "The meeting was presided over by WHO."),
    ("chair", "Chaired by WHO, the Harbour Meeting was held in Oslo on 3 May 2024."),
    ("chair", "The Harbour Meeting was held in Oslo on 3 May 2024 under the chairmanship of WHO."),
    ("chair", HELD + "WHO was in the chair."),
    ("chair", "The Harbour Meeting, chaired by WHO, was held in Oslo on 3 May 2024."),
    ("speaker", "WHO opened the Harbour Meeting in Oslo on 3 May 2024."),
    ("speaker", "The Harbour Meeting in Oslo on 3 May 2024 was opened by WHO."),
    ("speaker", HELD + "The meeting was officially opened by WHO."),
    ("speaker", HELD + "WHO delivered the opening remarks."),
    ("speaker", HELD + "Opening remarks were delivered by WHO."),
    ("speaker", HELD + "In opening remarks, WHO stressed the role of ports."),
    ("speaker", HELD + "Opening the meeting, WHO stressed the role of ports."),
    ("speaker", HELD + "WHO gave the keynote address."),
    ("speaker", HELD + "The keynote speech was given by WHO."),
    ("speaker", HELD + "Speaking at the meeting, WHO said ports mattered."),
    ("speaker", HELD + "Addressing the meeting, WHO said ports mattered."),
    ("speaker", HELD + "WHO addressed the participants."),
    ("speaker", HELD + "In his address to the meeting, WHO said ports mattered."),
    ("speaker", HELD + "WHO told the meeting that ports mattered."),
    ("speaker", HELD + "The meeting heard from WHO."),
    ("speaker", HELD + "The meeting was briefed by WHO."),
    ("speaker", HELD + "The meeting was addressed by WHO."),
    ("speaker", HELD + "WHO made a presentation on ports."),
    ("speaker", HELD + "At the opening ceremony, WHO welcomed the participants."),
    ("speaker", HELD + "In his closing remarks, WHO thanked the participants."),
    ("speaker", HELD + "The meeting was closed by WHO."),
    ("speaker", HELD + "Among the speakers was WHO."),
    ("speaker", HELD + "Welcoming participants, WHO said ports mattered."),
    ("speaker", HELD + "Also speaking at the event, WHO said ports mattered."),
    ("speaker", HELD + "WHO also spoke at the meeting."),
    ("moderator", HELD + "The discussion was moderated by WHO."),
    ("moderator", HELD + "WHO moderated the meeting."),
    ("participant", HELD + "WHO attended the meeting."),
    ("participant", HELD + "The meeting was attended by WHO."),
    ("participant", HELD + "Also present was WHO."),
    ("participant", HELD + "WHO took part in the meeting."),
    ("participant", HELD + "WHO was also present."),
    ("participant", HELD + "In attendance was WHO."),
    ("head-of-delegation", HELD + "The Norwegian delegation was led by WHO."),
    ("head-of-delegation", HELD + "WHO led the Norwegian delegation."),
    ("head-of-delegation", HELD + "The Norwegian delegation, headed by WHO, took part in the meeting."),
    ("head-of-delegation", HELD + "WHO headed the delegation of Norway to the meeting."),
)
WHO = (
    "Mr. Peter Brandvik",
    "Mr. Peter Brandvik, Director of the Tide Council,",
    "the Director of the Tide Council, Mr. Peter Brandvik,",
    "Tide Council Director Peter Brandvik",
    "H.E. Mr. Peter Brandvik (Norway)",
    "Ambassador Peter Brandvik of Norway",
    "Brigadier General Peter Brandvik, Commander of the Tide Guard,",
    "the Minister of Ports of Norway, His Excellency Mr. Peter Brandvik,",
    "Peter Brandvik, Norway's Minister of Ports,",
    "Norway's Minister of Ports Peter Brandvik",
    "Minister of Ports Peter Brandvik",
    "Dr. Peter Brandvik, Deputy Director General for Ports at the Ministry of Tides and Head of the Norwegian Agency,",
    "the Executive Director of the Tide Council (TC), Under-Secretary-General Peter Brandvik,",
    "Secretary-General Peter Brandvik",
    "Peter Brandvik, Chair of the Tide Council and Permanent Representative of Norway to the United Nations,",
)


def parts(sentence: str) -> list[str]:
    """The roles of the one who is named, of those claims that are trusted."""
    document = Document(f"News of the week\n\n{sentence}", "0" * 64, "note")
    claims = (claim for claim in read(document) if isinstance(claim, Participation))
    return [claim.role for claim in claims if claim.tier is not Tier.POSSIBLE and claim.agent == "Peter Brandvik"]


def worded(frame: str, who: str) -> str:
    """A sentence with somebody in it: a capital where it begins, no comma before a stop."""
    told = frame.replace("WHO", who).replace(",.", ".").replace(". the ", ". The ")
    return told[0].upper() + told[1:]


@pytest.mark.parametrize(("role", "frame"), FRAMES)
def test_every_titled_person_has_the_part_that_is_told(role: str, frame: str) -> None:
    assert {who: parts(worded(frame, who)) for who in WHO} == {who: [role] for who in WHO}
