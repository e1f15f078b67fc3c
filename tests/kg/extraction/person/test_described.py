"""A person described by title in one place and named in another: unique or nothing."""

import pytest

from kg.extraction import read
from kg.model.claims import Attestation, Participation
from kg.model.text import Document


def _posts(text: str) -> list[tuple[str, str, str | None, str]]:
    claims = read(Document(text, "0" * 64, "note"))
    return [
        (claim.person, claim.role, claim.organisation, claim.rule) for claim in claims if isinstance(claim, Attestation)
    ]


def _parts(text: str) -> list[tuple[str, str]]:
    claims = read(Document(text, "0" * 64, "note"))
    return [(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)]


LEAD = "The boats must come home before the winter, the Director of the Glacier Agency said on the coast."


@pytest.mark.parametrize(
    "next_paragraph",
    [
        '"They are late", said Mr. Peter Brandvik, who had come on foot.',
        "Mr. Peter Brandvik said that they were late as in every year.",
        "Mr. Peter Brandvik stressed that they were late as in every year.",
    ],
)
def test_the_one_who_speaks_next_is_the_one_described(next_paragraph: str) -> None:
    assert _posts(f"{LEAD}\n\n{next_paragraph}\n") == [
        ("Peter Brandvik", "Director", "Glacier Agency", "post.described/body")
    ]


def test_one_paragraph_may_stand_between() -> None:
    text = (
        f"{LEAD}\n\nThe winter was long and hard, and so was the spring.\n\nMr. Peter Brandvik said they were late.\n"
    )

    assert [person for person, *_ in _posts(text)] == ["Peter Brandvik"]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n\nMr. Peter Brandvik said so, and Ms. Anna Ilvesoo said so too, and all were glad.\n",
        f"{LEAD}\n\nThe crews thanked the town and met Mr. Peter Brandvik on the coast at noon.\n",
        f"{LEAD}\n\nMr. Peter Brandvik, Head of Tides, said that they were late as in every year.\n",
        f"{LEAD} Mr. Peter Brandvik said that they were late.\n",
        f"Mr. Peter Brandvik said that they were late as in every year.\n\n{LEAD}\n",
        LEAD.replace("the Director", "a Director") + "\n\nMr. Peter Brandvik said that they were late this year.\n",
        LEAD.replace("said", "slept") + "\n\nMr. Peter Brandvik said that they were late as in every year.\n",
        LEAD + 3 * "\n\nThe winter was long and hard, and so was the spring." + "\n\nMr. Peter Brandvik said so.\n",
    ],
    ids=[
        "two who speak",
        "one who is silent",
        "one with a title of his own",
        "in the same paragraph",
        "named before",
        "not definite",
        "described without speech",
        "too far away",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert [rule for *_, rule in _posts(text) if rule.startswith("post.described")] == []


def test_the_director_is_the_one_named_so_before() -> None:
    text = (
        "Mr. Peter Brandvik, Director of the Glacier Agency, came to the second Lagoon Dialogue. "
        "The Director chaired the second Lagoon Dialogue."
    )

    assert ("Peter Brandvik", "chair") in _parts(text)


def test_of_two_directors_none_is_meant() -> None:
    text = (
        "Mr. Peter Brandvik, Director of the Glacier Agency, and Ms. Anna Ilvesoo, Director of the Tide Council, "
        "came by boat. The Director chaired the second Lagoon Dialogue."
    )

    assert "chair" not in {role for _, role in _parts(text)}


def test_a_coordinator_is_no_director() -> None:
    text = (
        "Mr. Peter Brandvik, Director of the Glacier Agency, came by boat. "
        "The Coordinator chaired the second Lagoon Dialogue."
    )

    assert _parts(text) == []
