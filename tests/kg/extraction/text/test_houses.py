"""Publishers' descriptors: their form, how a house is known, and what knowing it does."""

import tomllib
from pathlib import Path

import pytest

from kg import resources
from kg.extraction import read
from kg.extraction.text.houses import Issuer, house_of, houses
from kg.extraction.text.page import Page
from kg.extraction.words.tables import rows_of
from kg.model.claims import NameUse
from kg.model.text import Document

FILES = sorted(resources.publishers().glob("*.toml"))
STATES = {row["id"] for row in rows_of(resources.lexicon() / "states.tsv")}
SCHEMA = {
    "match": {"hosts": list, "lines": list, "marks": list},
    "dateline": {"forms": list, "patterns": list, "order": str},
    "furniture": {"headings": list, "boilerplate": list},
    "habits": {"posts": str, "lists": str, "chairs": str, "second_mention": str},
}


def _document(text: str = "Ministers met.", publisher: str | None = None, url: str | None = None) -> Document:
    return Document(text, "0" * 64, "note", publisher=publisher, url=url)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_descriptor_has_its_parts(path: Path) -> None:
    plain = tomllib.loads(path.read_text("utf-8"))

    assert {"name", "issuer", *SCHEMA} <= set(plain) <= {"name", "issuer", "state", "pages_read", *SCHEMA}
    assert plain.get("state") in {*STATES, None}
    assert plain["dateline"]["order"] in ("dmy", "mdy", "ymd")
    for part, keys in SCHEMA.items():
        assert set(keys) <= set(plain[part]) <= {*keys, "note"}
        assert all(isinstance(plain[part][key], kind) for key, kind in keys.items())
    printed = [*plain["match"]["lines"], *plain["match"]["marks"], *plain["furniture"]["boilerplate"]]
    assert all(form == form.strip() and form for form in printed)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_furniture_hides_no_dateline(path: Path) -> None:
    plain = tomllib.loads(path.read_text("utf-8"))
    longer = [form for form in plain["furniture"]["boilerplate"] if not form.isalpha()]

    assert not [p for p in plain["dateline"]["patterns"] for form in longer if p.casefold().startswith(form.casefold())]


def test_no_two_houses_are_known_by_the_same_words() -> None:
    told = [form for house in houses() for form in (*house.lines, *house.marks)]

    assert sorted({form for form in told if told.count(form) > 1}) == []


def test_a_house_is_known_by_its_address_its_name_or_its_letterhead() -> None:
    by_host = house_of(_document(url="https://www.eurojust.europa.eu/news/1"), "Ministers met.")
    by_publisher = house_of(_document(publisher="Eurojust"), "Ministers met.")
    text = "Eurojust\n\nProsecutors look at tides\n\nThe Hague, 3 May 2024\n\nProsecutors met to speak of tides."
    by_line = house_of(_document(text), text)

    assert by_host == by_publisher == by_line
    assert by_host
    assert by_host.issuer == Issuer("Eurojust")


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors of Eurojust look at tides\n\nThe Glacier Agency met Eurojust.",
        "Eurojust\nEuropol\n\nThe two agencies look at tides\n\nThey met in Oslo.",
        "",
    ],
)
def test_a_house_that_is_only_spoken_of_or_shares_the_page_is_not_known(text: str) -> None:
    assert house_of(_document(text), text) is None


def test_the_issuer_says_whose_minister_the_minister_is() -> None:
    known = Page(_document(publisher="Ministry of Foreign Affairs of Kazakhstan")).issuer
    unknown = Page(_document(publisher="Ministry of Tides of Norway")).issuer

    assert known == Issuer("Ministry of Foreign Affairs of Kazakhstan", "kazakhstan")
    assert unknown == Issuer("Ministry of Tides of Norway", "norway")
    assert Page(_document(publisher="Glacier Agency")).issuer == Issuer("Glacier Agency")
    assert Page(_document()).issuer is None


def _names(document: Document) -> set[str]:
    return {claim.name for claim in read(document) if isinstance(claim, NameUse)}


def test_the_furniture_of_a_house_is_cut_by_its_descriptor() -> None:
    text = (
        "Second Lagoon Dialogue ends\n\nAstana, 3 May 2024\n\nMr. Peter Brandvik, Minister of Tides, opened the second "
        "Lagoon Dialogue.\n\nCurrently reading: Mr. Anders Lindqvist on glaciers\n"
    )

    assert "Anders Lindqvist" in _names(_document(text))
    assert "Anders Lindqvist" not in _names(_document(text, url="https://mfa.gov.kz/en/press/1"))
    assert "Peter Brandvik" in _names(_document(text, url="https://mfa.gov.kz/en/press/1"))


def test_a_house_that_prints_the_month_first_is_read_so() -> None:
    text = "Lagoon Dialogue\n\n05/03/2024\n\nMinisters spoke of tides at the second Lagoon Dialogue in Oslo today."

    assert str(Page(_document(text)).published) == "2024-03-05"
    assert str(Page(_document(text, url="https://www.state.gov/1")).published) == "2024-05-03"
