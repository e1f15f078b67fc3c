"""What is known of where posts of a role can be held, and what words behind them may name."""

from functools import cache

from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.tables import Row


def role_home(role: str) -> Row | None:
    """The row of a role (notation of the scheme post-role); None if it can be held anywhere."""
    return _rows().get(role)


def of_unknown(role: str) -> str:
    """What of no known name *of* may lead to: a place, any body, or nothing."""
    row = role_home(role)
    return row["of_unknown"] if row else ""


def kinds_of(role: str) -> frozenset[str]:
    """The kinds of body of which a bare title of this role may mean the one that the text names."""
    row = role_home(role)
    return frozenset(row["kinds"].split()) if row else frozenset()


def can_hold(page: Page, role: str, mention: BodyMention) -> bool:
    """Whether a post of this role may be one in this body or state."""
    row = role_home(role)
    if row is None or row["holder"] == "either":
        return True
    if row["holder"] == "body":
        return not mention.is_state
    if is_of_government(role):
        return mention.is_state or mention_kind(page, mention) in tables.words("government-kinds")
    return is_of_state(page, mention)


def may_be_of(page: Page, role: str, mention: BodyMention) -> bool:
    """Whether a post may be one in what its own entry names: P, Director of Ports, *Norway*, some office of it."""
    return can_hold(page, role, mention) or (mention.is_state and role in tables.words("posts-of-offices"))


def is_of_state(page: Page, mention: BodyMention) -> bool:
    """Whether a mention is of a state or one of its organs, where the posts of states are held."""
    return mention.is_state or mention_kind(page, mention) in tables.words("state-organ-kinds")


def is_of_government(role: str) -> bool:
    """Whether posts of this role are in the government of a state: a minister, no ambassador."""
    row = role_home(role)
    return row is not None and row["holder"] == "government"


def is_of_whole(role: str) -> bool:
    """Whether posts of this role are those of a whole organisation: *Secretary-General*."""
    row = role_home(role)
    return row is not None and row.flag("whole")


def is_one_of_few(role: str, mention: BodyMention) -> bool:
    """Whether a body may have such posts, if only few do: an *Under-Secretary-General* is one of the United Nations."""
    row = role_home(role)
    return row is None or not row["only"] or mention.known in row["only"].split()


def is_of_part(role: str) -> bool:
    """Whether posts of this role are held in a part of something, be it of a state: the *Director-General* of ours."""
    return role != "" and not is_of_whole(role)


def mention_kind(page: Page, mention: BodyMention) -> str:
    """The kind of body (scheme organisation-kind) that is known, or that its last head noun says; else empty."""
    if mention.known and not mention.is_state:
        return known_kind(mention.known)
    kind = ""
    for at in range(mention.first, mention.last):
        hit = page.match(tables.table("organisation-heads"), at, mention.last)
        if hit and hit.row.flag("acts"):
            kind = hit.row["kind"]
            if hit.last < mention.last and page.tokens[hit.last].lower == "of":
                break
    return kind


def known_kind(body: str) -> str:
    """The kind of a body that is known, by its id."""
    return _kinds().get(body, "")


@cache
def _rows() -> dict[str, Row]:
    return {row.form: row for row in tables.rows("role-homes")}


@cache
def _kinds() -> dict[str, str]:
    return {row["id"]: row["kind"] for row in tables.rows("bodies")}
