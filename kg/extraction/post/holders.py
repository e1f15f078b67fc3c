"""Which posts a body can have: what is said of a role and what is known of a body, compared."""

from functools import cache

from kg import resources
from kg.extraction.body.bodies import Body, BodyMention
from kg.extraction.post.role_homes import role_home
from kg.extraction.post.titles import Title
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit


def role_of(page: Page, title: Title) -> str:
    """The notation of a title's role in the scheme post-role; empty if none is known."""
    head = _head(page, title)
    return head.row["role"] if head else ""


def is_office(page: Page, title: Title) -> bool:
    """Whether a title says all: an office of state or a field of its own (Minister for Tides)."""
    head = _head(page, title)
    if head is None or not (is_national(head.row["role"]) or head.row["class"] in _OF_FIELDS):
        return False
    behind = (page.tokens[at].lower for at in range(head.first + 1, title.parts[-1][1]))
    return any(word in _FIELD_LEADS for word in behind)


def is_style(page: Page, title: Title) -> bool:
    """Whether a title may stand before a name as a style, its body left to the reader: *Director* Varga."""
    head = _head(page, title)
    return head is not None and head.row["class"] in _STYLES


def _head(page: Page, title: Title) -> Hit | None:
    first, last = title.parts[0]
    hits = (page.match(tables.table("role-heads"), at) for at in range(first, last))
    return next((hit for hit in hits if hit and hit.last <= last), None)


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


def is_owned(page: Page, title: Title) -> bool:
    """Whether a word in front of the role, no modifier, says whose it is: *Commonwealth* Secretary-General."""
    at, last = title.parts[0]
    while at < last and not page.match(tables.table("role-heads"), at):
        if not page.match(tables.table("role-modifiers"), at):
            return True
        at += 1
    return False


def can_hold(page: Page, role: str, mention: BodyMention) -> bool:
    """Whether a post of this role may be one in this body or state."""
    row = role_home(role)
    if row is None or row["holder"] == "either":
        return True
    if row["holder"] == "body":
        return not mention.is_state
    return mention.is_state or mention_kind(page, mention) in STATE_ORGANS


def is_national(role: str) -> bool:
    """Whether posts of this role are those of a state."""
    row = role_home(role)
    return row is not None and row["holder"] == "state"


def kinds_of(role: str) -> frozenset[str]:
    """The kinds of body of which a bare title of this role may mean the one that the text names."""
    row = role_home(role)
    return frozenset(row["kinds"].split()) if row else frozenset()


_OF_FIELDS = ("minister", "staff", "envoy", "deputy")
_STYLES = ("head", "staff", "member", "judicial")
_FIELD_LEADS = frozenset(("of", "for", "on", "to"))
STATE_ORGANS = frozenset(
    ("ministry", "government-agency", "department", "police", "armed-forces", "prosecution-service")
)


def kind_of(page: Page, body: Body) -> str:
    """The kind of a body, by what is known of it or by its fullest name."""
    if body.known:
        return _kinds().get(body.known, "")
    kinds = (
        mention_kind(page, mention) for mention in sorted(body.mentions, key=lambda m: (m.first - m.last, m.first))
    )
    return next((kind for kind in kinds if kind), "")


def mention_kind(page: Page, mention: BodyMention) -> str:
    """The kind of body (scheme organisation-kind) that is known, or that its last head noun says; else empty."""
    if mention.known and not mention.is_state:
        return _kinds().get(mention.known, "")
    kind = ""
    for at in range(mention.first, mention.last):
        hit = page.match(tables.table("organisation-heads"), at, mention.last)
        if hit and hit.row.flag("acts"):
            kind = hit.row["kind"]
            if hit.last < mention.last and page.tokens[hit.last].lower == "of":
                break
    return kind


@cache
def _kinds() -> dict[str, str]:
    return {row["id"]: row["kind"] for row in tables.rows_of(resources.lexicon() / "bodies.tsv")}
