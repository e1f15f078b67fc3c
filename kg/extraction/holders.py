"""Which posts a body can have: what is said of a role and what is known of a body, compared."""

from functools import cache

from kg import resources
from kg.extraction import tables
from kg.extraction.bodies import BodyMention
from kg.extraction.page import Page
from kg.extraction.tables import Row
from kg.extraction.titles import Title


def role_of(page: Page, title: Title) -> str:
    """The notation of a title's role in the scheme post-role; empty if none is known."""
    first, last = title.parts[0]
    for at in range(first, last):
        hit = page.match(tables.table("role-heads"), at)
        if hit and hit.last <= last:
            return hit.row["role"]
    return ""


def is_rank(page: Page, title: Title) -> bool:
    """Whether a title is a rank beside a post (Under-Secretary-General)."""
    hit = page.match(tables.table("role-heads"), title.parts[0][0])
    return hit is not None and hit.row.flag("rank_only")


def names_its_body(page: Page, title: Title) -> bool:
    """Whether the words of a role seem to hold the body: ``Interior Minister of Lower Saxony``."""
    first, last = title.parts[0][0], title.parts[-1][1]
    hits = (page.match(tables.table("role-heads"), at) for at in range(first, last))
    head = next((hit for hit in hits if hit), None)
    portfolio = head is not None and head.last - head.first > 1 and page.tokens[min(head.last, last - 1)].lower == "of"
    return portfolio or any(page.match(tables.table("organisation-heads"), at) for at in range(first + 1, last))


def can_hold(page: Page, role: str, mention: BodyMention) -> bool:
    """Whether a post of this role may be one in this body or state."""
    row = _homes().get(role)
    if row is None or row["holder"] == "either":
        return True
    if row["holder"] == "body":
        return not mention.is_state
    return mention.is_state or kind_of(page, mention) in _OF_STATES


def is_national(role: str) -> bool:
    """Whether posts of this role are those of a state."""
    row = _homes().get(role)
    return row is not None and row["holder"] == "state"


def suits(page: Page, role: str, mention: BodyMention) -> bool:
    """Whether a bare title of this role may mean the body just spoken of: the *Director* of a centre."""
    row = _homes().get(role)
    return row is not None and not mention.is_state and kind_of(page, mention) in row["kinds"].split()


_OF_STATES = frozenset(("ministry", "government-agency", "department", "police", "armed-forces", "prosecution-service"))


def kind_of(page: Page, mention: BodyMention) -> str:
    """The kind of body (scheme organisation-kind) that is known, or that its last head noun says; else empty."""
    if mention.known and not mention.is_state:
        return _kinds().get(mention.known, "")
    kind = ""
    for at in range(mention.first, mention.last):
        hit = page.match(tables.table("organisation-heads"), at, mention.last)
        if hit and hit.row.flag("acts"):
            kind = hit.row["kind"]
            if at + 1 < mention.last and page.tokens[hit.last].lower == "of":
                break
    return kind


@cache
def _homes() -> dict[str, Row]:
    return {row.form: row for row in tables.rows_of(resources.lexicon() / "role-homes.tsv")}


@cache
def _kinds() -> dict[str, str]:
    return {row["id"]: row["kind"] for row in tables.rows_of(resources.lexicon() / "bodies.tsv")}
