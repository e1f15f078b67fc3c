"""What claims say of whom: who is idle, who may act, which words are covered."""

import pytest

from kg.extraction.said import Said
from kg.extraction.text.page import Page
from kg.model.claims import Attestation, Claim, NameUse, Participation, Tier
from kg.model.text import Document

TEXT = "Ada Nkemelu, Director, met the Canal Bureau and officials of Portugal in the port of the Glacier Agency."


def _said(tier: Tier = Tier.ASSERTED) -> Said:
    document = Document(TEXT, "0" * 64, "note")

    def words(quote: str) -> dict[str, object]:
        at = TEXT.index(quote)
        return {"evidence": (document.evidence(at, at + len(quote)),), "rule": "test"}

    claims: list[Claim] = [
        NameUse(kind="person", name="Ada Nkemelu", **words("Ada Nkemelu")),  # type: ignore[arg-type]
        NameUse(kind="organisation", name="Canal Bureau", **words("Canal Bureau")),  # type: ignore[arg-type]
        NameUse(kind="organisation", name="Glacier Agency", **words("Glacier Agency")),  # type: ignore[arg-type]
        Attestation(
            person="Ada Nkemelu", role="Director of Ports", organisation=None, title="Director", tier=tier,
            **words("Ada Nkemelu, Director"),  # type: ignore[arg-type]
        ),
        Participation(meeting="e1", agent="Ada Nkemelu", role="chair", tier=tier, **words("met")),  # type: ignore[arg-type]
    ]  # fmt: skip
    return Said(Page(document), claims)


def _words(said: Said, spans: list[tuple[int, int]]) -> list[str]:
    return [said.page.words(*span) for span in spans]


def test_those_who_may_act_take_part_in_nothing_and_are_not_only_spoken_of() -> None:
    said = _said()
    (sentence,) = said.page.sentences

    assert _words(said, said.acting(sentence)) == ["Canal Bureau", "Portugal"]
    assert _words(said, said.found(sentence, said.idle)) == ["Canal Bureau", "Glacier Agency"]
    assert said.found(sentence, said.idle_people) == []


def test_a_claim_that_enters_no_graph_makes_nobody_busy_and_covers_nothing() -> None:
    said = _said(Tier.POSSIBLE)
    (sentence,) = said.page.sentences

    assert _words(said, said.found(sentence, said.idle_people)) == ["Ada Nkemelu"]
    assert len(said.doubted) == 2
    assert not any(said.in_posts)
    assert not any(said.in_parts)


@pytest.mark.parametrize(("role", "held"), [("director", True), ("ports", True), ("minister", False)])
def test_a_role_is_held_by_its_words(role: str, held: bool) -> None:
    assert _said().is_held(role) is held


def test_words_of_claims_are_covered() -> None:
    said = _said()
    covered = [token.text for token, is_in in zip(said.page.tokens, said.in_posts, strict=True) if is_in]

    assert covered == ["Ada", "Nkemelu", ",", "Director"]
