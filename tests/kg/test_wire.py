"""Values ⇄ plain JSON: what comes back is what went."""

import json

from kg.model.claims import Attestation, Claim, MeetingReport, Participation, Tier
from kg.model.dates import PartialDate
from kg.model.text import Document
from kg.model.wire import claim_from_plain, claim_key, claim_to_plain

DOCUMENT = Document("Ms Joanneke Balfourt, Director, chaired the meeting in October 2020.", "0" * 64, "note.txt")
EVIDENCE = (DOCUMENT.evidence(0, 30),)
CLAIMS: list[Claim] = [
    Attestation(
        evidence=EVIDENCE, rule="r", person="Joanneke Balfourt", role="Director", organisation=None, title="Director"
    ),
    MeetingReport(
        evidence=EVIDENCE, rule="r", tier=Tier.LIKELY, meeting="e1", name="meeting", kind="meeting",
        also=("the talks",), start=PartialDate(2020, 10),
    ),
    Participation(evidence=EVIDENCE, rule="r", meeting="e1", agent="Joanneke Balfourt", role="chair"),
]  # fmt: skip


def test_a_claim_survives_its_way_through_json() -> None:
    for claim in CLAIMS:
        plain = json.loads(json.dumps(claim_to_plain(claim)))
        assert claim_from_plain(plain, DOCUMENT.key) == claim


def test_claims_have_keys_of_their_own_that_no_rule_or_tier_changes() -> None:
    assert len({claim_key(claim) for claim in CLAIMS}) == len(CLAIMS)
    participation = CLAIMS[2]
    read_by_another = Participation(
        evidence=EVIDENCE, rule="s", tier=Tier.POSSIBLE, meeting="e1", agent="Joanneke Balfourt", role="chair"
    )
    assert claim_key(read_by_another) == claim_key(participation)
