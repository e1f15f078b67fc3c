"""Reading as a whole: what holds for any text, for the sample, and for no text at all."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.extraction import dated, read
from kg.extraction.text.page import Page
from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document
from kg.model.wire import claim_to_plain

SAMPLE = sorted(resources.sample().glob("*.txt"))
CORPUS = sorted((Path(__file__).resolve().parents[2] / "corpus").glob("*.txt"))
LONGEST = 2048

WORDS = (
    "the of and at in for by with to its a, which who was held met said chaired co-chaired hosted opened attended "
    "addressed yesterday today upcoming next between including representatives officials entities both jointly also "
    "as well former acting a.i. established coordinates formerly visit talks boats harbours terrorism second third"
).split()
TITLES = (
    "Director Deputy Under-Secretary-General Head Coordinator Minister Ambassador Special Envoy Chair director".split()
)
NAMES = (
    "Anna Ilvesoo",
    "Mr. Peter Brandvik",
    "H.E. Ms. Ysolde de Castellain",
    "Dr. J. V. Tembrook",
    "Ilvesoo",
    "QUARSHIE",
)
BODIES = (
    "United Nations", "UN", "EU", "Kenya", "Norwegian", "Norway's", "Glacier Agency", "Lagoon Task Force", "(LTF)",
    "LTF", "Office", "Ministry", "Centre", "INTERPOL", "European Union", "Counter-Terrorism",
)  # fmt: skip
MEETINGS = (
    "Lagoon Dialogue",
    "Dialogue",
    "workshop",
    "High-level Conference",
    "2023",
    "annual",
    "XII",
    "session",
    "Week",
)
DATES = ("3 May 2024", "on 3 and 4 May", "in Oslo", "New York", "OSLO, 4 May 2024 –", "Monday")
CONTACT = "\n\nMedia contact: Ms. Dorrie Fenwright, Press Officer, Canal Office (CAO)\n\n"
MARKS = (*".,;:()-'\"–&/*", "\n", "\n\n", "\n* ", "\n(1) ", "'s", "’", " ", "16", "²", "[x](y)", "<p>", "…", CONTACT)

texts = st.text(max_size=200)
fragments = st.sampled_from([*WORDS, *TITLES, *NAMES, *BODIES, *MEETINGS, *DATES, *MARKS])
releases = st.lists(st.tuples(fragments, st.sampled_from([" ", " ", " ", "", ", "])), max_size=60).map(
    lambda parts: "".join(part + gap for part, gap in parts)
)
dates = st.none() | st.just(PartialDate(2024, 5, 17)) | st.just(PartialDate(2024))


def _document(text: str, published: PartialDate | None = None) -> Document:
    return Document(text, "0" * 64, "note", published=published)


def _names(claims: Iterable[Claim], *kinds: str) -> set[str]:
    return {claim.name for claim in claims if isinstance(claim, NameUse) and claim.kind in kinds}


def _check_words(document: Document, claims: Iterable[Claim]) -> None:
    """Every quotation stands in the text where it says, inside one sentence, entry or heading."""
    page = Page(document)
    stretches = [(page.tokens[sentence.first].start, page.tokens[sentence.last - 1].end) for sentence in page.sentences]
    for claim in claims:
        assert claim.evidence
        for evidence in claim.evidence:
            start, end = evidence.span.start, evidence.span.end
            assert document.text[start:end] == evidence.quotation
            assert any(letter.isalnum() for letter in evidence.quotation)
            assert len(evidence.quotation) <= LONGEST
            assert any(first <= start and end <= last for first, last in stretches), evidence.quotation


def _check_references(claims: Iterable[Claim]) -> None:
    """Whoever takes part or holds a post is named, and whatever they take part in is reported."""
    people, bodies = _names(claims, "person"), _names(claims, "organisation", "state")
    meetings = {claim.meeting for claim in claims if isinstance(claim, MeetingReport)}
    for claim in claims:
        if isinstance(claim, Participation):
            assert claim.meeting in meetings
            assert claim.agent in (bodies if claim.count is not None else people | bodies)
        elif isinstance(claim, Attestation):
            assert claim.person in people
            assert claim.role
        elif isinstance(claim, BodyRelation):
            assert {claim.subject, claim.object} <= bodies


def _check(document: Document) -> None:
    claims = read(document)

    assert read(document) == claims
    _check_words(document, claims)
    _check_references(claims)


@given(texts, dates)
def test_any_text_can_be_read(text: str, published: PartialDate | None) -> None:
    _check(_document(text, published))


@given(releases, dates)
def test_anything_like_a_release_can_be_read(text: str, published: PartialDate | None) -> None:
    _check(_document(text, published))


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_sample_can_be_read(path: "os.PathLike[str]") -> None:
    text = resources.sample().joinpath(path).read_text("utf-8")
    document = _document(text)

    _check(document)
    assert _names(read(document), "person")
    assert _names(read(document), "organisation")


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_same_words_with_other_line_ends_say_the_same(path: "os.PathLike[str]") -> None:
    text = resources.sample().joinpath(path).read_text("utf-8")

    def said(text: str) -> list[tuple[str, ...]]:
        plain = [claim_to_plain(claim) for claim in read(_document(text))]
        return [
            tuple(str(row.get(key)) for key in ("kind_of_claim", "name", "agent", "title", "role")) for row in plain
        ]

    assert said(text.replace("\n", " \n")) == said(text)


def _in_another_process(seed: str) -> str:
    command = [sys.executable, "-m", "kg", "extract", *map(str, SAMPLE + CORPUS), "--all-tiers", "--format", "json"]
    surroundings = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        command, env=surroundings, cwd=resources.lexicon().parents[2], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_order_of_hashes_changes_nothing() -> None:
    first = _in_another_process("0")

    assert first.count("\n") == len(SAMPLE) + len(CORPUS) > 100
    assert _in_another_process("1") == first


def test_the_date_of_issue_comes_from_the_dateline_unless_it_is_known() -> None:
    document = _document("Talks end\n\nOSLO, 4 May 2024 – The talks in the old harbour ended yesterday.")
    known = _document(document.text, PartialDate(2024, 5, 17))

    assert (dated(document).published, dated(document).published_from) == (PartialDate(2024, 5, 4), "dateline")
    assert dated(known) is known


def test_a_document_without_a_date_stays_as_it_is() -> None:
    document = _document("The talks in the old harbour ended.")

    assert dated(document) is document


RELEASE = (
    "Mr. Peter Brandvik, Head of Tides at the Tide Council, and the Glacier Agency attended the second Lagoon Dialogue "
    "in Oslo on 3 May 2024"
)


@pytest.mark.parametrize(
    "text",
    [
        "," * 200_000,
        " " * 200_000,
        "a" * 200_000,
        "(" * 20_000,
        "[" * 20_000,
        "<" * 20_000,
        "\n* " * 8_000,
        "the of and " * 4_000,
        "اجتمع الوزراء أمس في المدينة لبحث مكافحة الإرهاب. " * 400,
        "部长们昨天在城里开会，讨论反恐问题。" * 800,
        "министры встретились вчера в городе. " * 600,
        "👩‍💻🏳️‍🌈\u200d\ufeff" * 2_000,
        "\x00\x01\x7f\ud800"[:3] * 5_000,
    ],
    ids=["commas", "spaces", "letters", "brackets", "links", "tags", "bullets", "function words", "Arabic", "Chinese",
         "Russian", "emoji", "controls"],
)  # fmt: skip
def test_garbage_says_nothing(text: str) -> None:
    assert read(_document(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Office " * 1_000,
        "Lagoon " * 1_000,
        "UNDP " * 1_000,
        "Dialogue " * 1_000,
        "Director " * 1_000,
        "Director of the Tide Council of the " * 400,
        "Lagoon Lagoon Lagoon Lagoon Lagoon Office Dialogue " * 150,
        "Anna Ilvesoo " * 1_000,
        "Mr. Peter Brandvik " * 1_000,
        "The Glacier Agency (GLA) " * 500,
        f"{RELEASE}, " * 100,
        f"{RELEASE} and " * 100,
        f"<p>{RELEASE}.</p>\n" * 60,
        f"<table><tr><td>{RELEASE}</td>" * 60,
    ],
    ids=lambda text: text[:24].strip(),
)
def test_a_text_that_never_ends_is_read_in_small_pieces(text: str) -> None:
    _check(_document(text, PartialDate(2024, 5, 17)))


def test_one_line_of_200_kb_is_read_like_many() -> None:
    filler = "The boats came home at noon and the crews went to bed. "
    text = f"{filler * 1_800}{RELEASE}. {filler * 1_800}"

    claims = read(_document(text))

    assert len(text) > 190_000
    assert "\n" not in text
    assert _names(claims, "person") == {"Peter Brandvik"}
    assert {claim.agent for claim in claims if isinstance(claim, Participation)} == {"Peter Brandvik", "Glacier Agency"}


@pytest.mark.parametrize("number", ["²", "①", "٣", "9" * 5_000, "16"])
def test_any_number_may_stand_before_members(number: str) -> None:
    _check(_document(f"The second Lagoon Dialogue was attended by {number} UN entities in Oslo."))
    _check(_document(f"The {number * 4 if len(number) == 1 else number} Lagoon Dialogue was held in Oslo."))


def test_mark_up_in_plain_text_is_no_part_of_a_name() -> None:
    text = "<p>Mr. Peter <b>Brandvik</b>, Head of Tides at the <i>Tide&nbsp;Council</i>, came to the harbour.</p>"

    claims = read(_document(text))

    assert (_names(claims, "person"), _names(claims, "organisation")) == ({"Peter Brandvik"}, {"Tide Council"})


@pytest.mark.parametrize(
    "text",
    [
        "GLACIER AGENCY AND TIDE COUNCIL MEET IN OSLO AFTER LONG WINTER\n\nThe boats came home at noon, they said.",
        "STRIKE AT DAWN: MANY ARRESTED IN VIENNA\n\nThe boats came home at noon, and the crews went to bed.",
        "Agreement Reached On New Harbour For Northern Towns\n\nThe boats came home at noon.",
    ],
)
def test_a_headline_makes_no_person(text: str) -> None:
    assert _names(read(_document(text)), "person") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The suspect, Mr. Peter Brandvik, was arrested in Vienna by the Glacier Agency on 3 May 2024.",
        "The victim, Ms. Anna Ilvesoo, was remembered by the Glacier Agency and the Tide Council.",
        "Mr. Peter Brandvik, the driver, and Ms. Anna Ilvesoo, the owner of the boat, were tried in Vienna.",
        "A court in Vienna sentenced Mr. Peter Brandvik for the attack on the Glacier Agency.",
        "The Director of the Glacier Agency thanked Ms. Anna Ilvesoo, a survivor of the attack.",
        "Mr. Peter Brandvik, leader of Boko Haram, was named by the Security Council.",
    ],
)
def test_a_suspect_or_victim_holds_no_post(text: str) -> None:
    assert [claim for claim in read(_document(text)) if isinstance(claim, Attestation | Participation)] == []


def test_a_press_contact_is_none_of_the_story() -> None:
    text = f"The Glacier Agency held the Lagoon Dialogue in the old harbour of Oslo.{CONTACT}Follow us: Tide Council"

    claims = read(_document(text))

    assert (_names(claims, "person"), _names(claims, "organisation")) == (set(), {"Glacier Agency"})


def test_a_body_that_is_only_spoken_of_takes_no_part() -> None:
    text = (
        "The second Lagoon Dialogue was held in Oslo on 3 May 2024. It was chaired by Ms. Anna Ilvesoo. "
        "They discussed the mandate of the Tide Council, the boats of Kenya and a report of the Glacier Agency. "
        "The Dialogue recalled resolution 2396 of the Security Council."
    )

    claims = read(_document(text))

    assert {claim.agent for claim in claims if isinstance(claim, Participation)} == {"Anna Ilvesoo"}
    assert {"Tide Council", "Glacier Agency"} <= _names(claims, "organisation")
