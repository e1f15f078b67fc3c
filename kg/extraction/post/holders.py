"""Which posts a body can have: what is said of a role and what is known of a body, compared."""

from kg.extraction.body.bodies import Body
from kg.extraction.post.role_homes import known_kind, mention_kind, role_home
from kg.extraction.post.title import Title
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_ordinary
from kg.extraction.words.tables import Hit

_FIELD_LEADS = frozenset(("of", "for", "on", "to"))


def role_of(page: Page, title: Title) -> str:
    """The notation of a title's role in the scheme post-role; empty if none is known."""
    head = _head(page, title)
    return head.row["role"] if head else ""


def is_office(page: Page, title: Title) -> bool:
    """Whether a title says all: an office of state or a field of its own (Minister for Tides)."""
    if page.match(tables.phrases("cabinet-titles"), title.parts[0][0]):
        return True
    head = _head(page, title)
    if head is None or not (is_national(head.row["role"]) or head.row["class"] in tables.words("field-classes")):
        return False
    return has_field(page, title)


def has_field(page: Page, title: Title) -> bool:
    """Whether a title says what the post is about: Coordinator *for Tides*; Director *Tides*; Secretary *(West)*."""
    head = _head(page, title)
    if head is None:
        return False
    behind = page.tokens[head.first + 1 : title.parts[-1][1]]
    named = page.tokens[head.last : title.parts[0][1]][:1]
    aside = any(token.text in ("(", "-", "\u2013", "\u2014") for token in page.tokens[head.last : title.parts[-1][1]])
    return aside or any(token.lower in _FIELD_LEADS for token in behind) or any(token.is_capitalised for token in named)


def is_style(page: Page, title: Title) -> bool:
    """Whether a title may stand before a name as a style, its body left to the reader: *Director* Varga."""
    head = _head(page, title)
    letters = head is not None and page.tokens[head.first].is_acronym  # *SRSG* Varga
    return letters or (head is not None and head.row["class"] in tables.words("style-classes"))


def says_enough(title: Title) -> bool:
    """Whether a title says more than a style does: *Deputy Foreign Minister* Varga; no *Minister* Varga."""
    first, last = title.parts[0]
    return last - first > 1


def says_more(page: Page, title: Title, *, named_behind: bool) -> bool:
    """Whether a title that a mark parts from the name tells a post by itself: P, *Country Programme Specialist*.

    Before the name two words do, since no body follows them: *the Course Facilitator*, P. Behind a comma of its own
    may stand a body that was not read.
    """
    first, last = title.parts[0]
    joined = any("-" in page.tokens[at].text for at in range(first, last))  # the *Secretary-General*, P
    before = page.tokens[first - 1] if first and page.joined(first - 1) else None
    whole = (
        before is None or not before.is_capitalised or before.lower in tables.words("function-words")
    )  # *Public* Safety Director, P
    plain = all(page.tokens[at].text != "," for at in range(first, last))
    return whole and plain and last - first + joined > (1 if named_behind else 2)


def _head(page: Page, title: Title) -> Hit | None:
    first, last = title.parts[0]
    for at in range(first, last):
        hit = page.match(tables.table("role-heads"), at)
        if hit and hit.last <= last:
            return hit
    return None


def is_rank(page: Page, title: Title) -> bool:
    """Whether a title is a rank beside a post (Under-Secretary-General)."""
    hit = page.match(tables.table("role-heads"), title.parts[0][0])
    return hit is not None and hit.row.flag("rank_only")


def names_its_body(page: Page, title: Title) -> bool:
    """Whether the words of a role seem to hold the body: ``Interior Minister of Lower Saxony``."""
    first, last = title.parts[0][0], title.parts[-1][1]
    last = next((at for at in range(first + 1, last) if page.tokens[at].lower == "to"), last)  # whom he is sent to
    hits = (page.match(tables.table("role-heads"), at) for at in range(first, last))
    head = next((hit for hit in hits if hit), None)
    portfolio = head is not None and head.last - head.first > 1 and page.tokens[min(head.last, last - 1)].lower == "of"
    of = page.tokens[head.last + 1 : last] if head and portfolio else []
    unknown = any(token.is_capitalised and not is_ordinary(token) for token in of)  # of *Saxony*, no plain field
    return unknown or any(_may_name_body(page, at) for at in range(first + 1, last))


def _may_name_body(page: Page, at: int) -> bool:
    """Whether a word of a role may head the name of a body: no thing, not many of a kind (for *Programmes*)."""
    hit = page.match(tables.table("organisation-heads"), at)
    behind = page.tokens[hit.last] if hit and hit.last < len(page.tokens) and page.joined(hit.last - 1) else None
    if behind and behind.is_capitalised and is_ordinary(behind):
        return False  # Director for Private *Sector* Promotion
    named = hit is not None and (hit.last > at + 1 or page.tokens[at - 1].is_capitalised or not _leads(page, at - 1))
    return (
        named
        and hit is not None
        and hit.row.flag("acts")
        and bool(hit.row["plural"] or not hit.row.flag("never_alone"))
    )


def _leads(page: Page, at: int) -> bool:
    return page.tokens[at].lower in _FIELD_LEADS


def is_owned(page: Page, title: Title) -> bool:
    """Whether a word in front of the role, no modifier, says whose it is: *Commonwealth* Secretary-General."""
    at, last = title.parts[0]
    while at < last and not page.match(tables.table("role-heads"), at):
        if not page.match(tables.table("role-modifiers"), at):
            return True
        at += 1
    return False


def is_national(role: str) -> bool:
    """Whether posts of this role are those of a state."""
    row = role_home(role)
    return row is not None and row["holder"] in ("state", "government")


def kind_in_front(page: Page, title: Title) -> str:
    """The word in front of a role that says in what kind of body it is held: *committee* Chair; empty if none."""
    first, last = title.parts[0]
    for at in range(last - 2, first - 1, -1):
        word = page.tokens[at].lower
        if word in _FIELD_LEADS:
            break
        if word in tables.words("kind-owners"):
            return word
    return ""


def kind_of(page: Page, body: Body) -> str:
    """The kind of a body, by what is known of it or by its fullest name."""
    if body.known:
        return known_kind(body.known)
    kinds = (
        mention_kind(page, mention) for mention in sorted(body.mentions, key=lambda m: (m.first - m.last, m.first))
    )
    return next((kind for kind in kinds if kind), "")
