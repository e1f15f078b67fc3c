"""Bodies and states that are known beforehand: by name, acronym or alias, by adjective, by their government."""

from collections.abc import Iterable
from functools import cache

from kg.extraction.body.mentions import BodyMention
from kg.extraction.changed import changed
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_given


def known_at(page: Page, at: int) -> BodyMention | None:
    """The known body or state that begins at token ``at``, longest first."""
    return page.kept(_known).get(at)


def known_places(page: Page) -> Iterable[int]:
    """Where known bodies and states begin."""
    return page.kept(_known).keys()


def state_places(page: Page) -> Iterable[int]:
    """Where states may begin, by whatever name: their adjective, their government."""
    governments = page.places_of_any((_GOVERNMENTS | {"royal"}) & page.said)
    return (*page.places(tables.states()), *page.places(tables.demonyms()), *governments)


def _known(page: Page) -> dict[int, BodyMention]:
    """All known bodies and states, by their first token."""
    places = {*page.places(tables.bodies()), *page.places(tables.states())}
    may_begin = (at for at in sorted(places) if page.tokens[at].is_capitalised or page.tokens[at].text.isdigit())
    return {at: mention for at in may_begin if (mention := _read(page, at))}


def _read(page: Page, at: int) -> BodyMention | None:
    body, state = page.match(tables.bodies(), at), page.match(tables.states(), at)
    if body and (not state or body.last >= state.last):
        return BodyMention(body.first, body.last, body.last, "body.known", known=body.row["id"])
    if state:
        return BodyMention(state.first, state.last, state.last, "state.known", known=state.row["id"], is_state=True)
    return None


_GOVERNMENTS = frozenset(("government", "republic", "kingdom"))
_LONGEST_ROW = 4  # states that share the noun for those who stand for them


def taken_by_known(page: Page) -> list[bool]:
    """The tokens that known bodies and states cover, so that no person is read there."""
    taken = [False] * len(page.tokens)
    surnames = page.kept(surnames_like_states)
    for at, mention in page.kept(_known).items():
        if not taken[at] and not (page.tokens[at].lower in surnames and at and is_given(page.tokens[at - 1])):
            taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
    return taken


def surnames_like_states(page: Page) -> frozenset[str]:
    """The words for states that are family names here: behind a courtesy, *Ms. Monaco*; not Mr. *Chad* Varga."""
    found = set()
    for at in page.places(tables.states(), 1):
        if not page.tokens[at].is_capitalised or (at + 1 < len(page.tokens) and page.tokens[at + 1].is_capitalised):
            continue
        before = at - 1 - (at > 1 and page.tokens[at - 1].text == ".")
        style = page.match(tables.table("honorifics"), before) if page.beside[before] else None
        if style and style.row["class"] == "courtesy":
            found.add(page.tokens[at].lower)
    return frozenset(found)


def state_by_people(page: Page, at: int) -> BodyMention | None:
    """A state by its adjective, if those who stand for it follow: the *Pakistani* delegation."""
    hit = page.match(tables.demonyms(), at)
    if not hit or hit.last >= len(page.tokens) or not page.beside[hit.last - 1]:
        return None
    if at and page.beside[at - 1] and page.tokens[at - 1].lower in tables.words("parts-of-regions"):
        return None  # South *American* partners
    if not _people_follow(page, hit.last):
        return None
    return BodyMention(at, hit.last, hit.last, "state.demonym", known=hit.row["id"], is_state=True, prefix=True)


def _people_follow(page: Page, at: int) -> bool:
    """Whether those who stand for a state follow, perhaps behind further states: Pakistani *and Kenyan delegations*."""
    for _ in range(_LONGEST_ROW):
        if at >= len(page.tokens) or page.tokens[at].lower in tables.words("member-nouns"):
            return at < len(page.tokens)
        start = at
        while at < len(page.tokens) and page.tokens[at].lower in (",", "and", "the"):
            at += 1
        hit = page.match(tables.demonyms(), at) if start < at < len(page.tokens) else None
        if hit is None:
            return False
        at = hit.last
    return False


def state_within(page: Page, at: int) -> BodyMention | None:
    """The state of whose government the words at ``at`` speak: Government of the *Republic of Kenya*."""
    at += page.tokens[at].lower == "royal" and at + 1 < len(page.tokens)
    if page.tokens[at].lower != "government" or at + 2 >= len(page.tokens) or page.tokens[at + 1].lower != "of":
        return None
    start = at + 3 if page.tokens[at + 2].lower == "the" else at + 2
    return state_by_government(page, start) or known_at(page, start) if start < len(page.tokens) else None


def state_by_government(page: Page, at: int) -> BodyMention | None:
    """A state by its government, which is the same actor: Government of (the Republic of) Kenya."""
    if page.tokens[at].lower == "royal" and at + 1 < len(page.tokens) and page.tokens[at + 1].lower == "government":
        inner = state_by_government(page, at + 1)  # the *Royal* Government of Norway
        return changed(inner, first=at) if inner else None
    if page.tokens[at].lower not in _GOVERNMENTS or at + 2 >= len(page.tokens):
        return None
    if page.tokens[at + 1].lower != "of":
        return None
    start = at + 3 if page.tokens[at + 2].lower == "the" else at + 2
    inner = state_by_government(page, start) or known_at(page, start) if start < len(page.tokens) else None
    if inner is None or not inner.is_state:
        return None
    return BodyMention(at, inner.last, inner.last, "state.known", known=inner.known, is_state=True)


def state_name(known: str) -> str:
    """The name of a state by its id in the authority data."""
    return _state_names()[known]


@cache
def _state_names() -> dict[str, str]:
    return {row["id"]: row["name"] for row in tables.rows("states")}


@cache
def known_heads() -> dict[str, frozenset[str]]:
    """The head of each known body's name, by its id: the *Institute* of one that the text calls by its acronym."""
    return {row["id"]: _spellings(_head_of(row["name"])) for row in tables.rows("bodies")}


def _head_of(name: str) -> str:
    """The last word of a name before what it is for: International *Office* for Tides."""
    words = name.casefold().split()
    end = next((at for at, word in enumerate(words) if at and word in tables.words("name-backs")), len(words))
    return words[end - 1]


def _spellings(head: str) -> frozenset[str]:
    twin = head.replace("organization", "organisation").replace("center", "centre")
    return frozenset((head, twin)) if head in tables.table("organisation-heads").firsts else frozenset()
