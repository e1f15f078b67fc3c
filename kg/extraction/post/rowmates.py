"""Bodies that several in one row share: set apart at its end, behind the last of two, in front of the first."""

from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.heirs import MARKS, Heir, Home, body_said_at, word_at
from kg.extraction.post.holders import has_field, is_office, is_owned, role_of, says_enough
from kg.extraction.post.role_homes import can_hold, is_of_government, is_of_whole, kinds_of, mention_kind
from kg.extraction.post.title import Title
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at

_LONGEST_LINK = 3
"""Words in front of the last one of a phrase that joins a row."""
_FARTHEST = 60
"""How many chunks back the title may stand that says whose government it is."""


def at_next(page: Page, heir: Heir) -> Home | None:
    """``P, T and Q, U at the BODY``: the body behind the last of two is where both are, if T says no more."""
    row, at = heir.row, heir.titles_at + 1
    if heir.titles_at < heir.low + 1 or not word_at(row, at, "and") or at + 3 >= len(row):
        return None
    following = row[at + 3].titles if row[at + 1].person and word_at(row, at + 2, ",") else None
    title = following.titles[0] if following else None
    if title is None or title.body is None or title.body.is_state or has_field(page, heir.title):
        return None
    led = page.tokens[title.body.first - 1 - (page.tokens[title.body.first - 1].lower == "the")].lower
    return Home(title.body, "final") if led == "at" and can_hold(page, heir.role, title.body) else None


def final(page: Page, heir: Heir) -> Home | None:
    """``T P and U Q of the BODY``; ``P, T, and Q, U, all of the BODY``: one body for all, set apart from the last."""
    row, at, others, titled, housed = heir.row, heir.high + 1, 0, 0, False
    while at < len(row) and (row[at].person or row[at].titles or word_at(row, at, ",", "and", "&")):
        titles = row[at].titles
        housed = housed or bool(titles and any(title.body for title in titles.titles))
        others += row[at].person is not None
        titled += titles is not None
        at += 1
    everyone = word_at(row, at, "all", "both") and word_at(row, at - 1, ",")
    at += everyone
    apart = everyone or (word_at(row, at, "from") and word_at(row, at - 1, ","))
    if (
        not (others or everyone)
        or ((housed or titled < others) and not everyone and not apart)
        or not (word_at(row, at, "from") or word_at(row, at, "of", "from", "at"))
    ):
        return None
    body, _ = body_said_at(row, at + 1 + word_at(row, at + 1, "the"))
    if body is None or body.prefix or body.is_state or not can_hold(page, heir.role, body):
        return None
    return Home(body, "final")


def listed(page: Page, heir: Heir) -> Home | None:
    """``the Prime Minister of STATE P, Minister of Tides Q``: one government, if no title comes twice."""
    if not is_of_cabinet(page, heir.title):
        return None
    roles = [heir.title.role(page).casefold()]
    for at in range(heir.low - 1, max(-1, heir.low - _FARTHEST), -1):
        chunk = heir.row[at]
        titles = chunk.titles.titles if chunk.titles else ()
        roles += [title.role(page).casefold() for title in titles]
        told = next((title for title in titles if title.body), None)
        if told and told.body:
            fits = told.body.is_state and _governs(page, told) and _is_like(page, heir.title, told)
            once = len(set(roles)) == len(roles) and not _is_named_again(heir, told)
            return Home(told.body, "listed") if fits and once else None
        if not (chunk.person or titles or _goes_on(page, chunk)):
            return None
    return None


def _governs(page: Page, title: Title) -> bool:
    """Whether a post is in the government of its state, or above it: the Kenyan *President*."""
    role = role_of(page, title)
    return is_of_government(role) or role in tables.words("heads-of-states") or is_of_cabinet(page, title)


def _goes_on(page: Page, chunk: Chunk) -> bool:
    """Whether a word goes on with a row: a mark, *along with*, *as well as with*; no *with* alone."""
    if chunk.kind != "word" or chunk.text in MARKS:
        return chunk.kind == "word"
    links = tables.phrases("row-links")
    hits = (page.match(links, first) for first in range(max(0, chunk.first - _LONGEST_LINK), chunk.first + 1))
    return any(hit is not None and hit.last > chunk.first for hit in hits)


def _is_named_again(heir: Heir, told: Title) -> bool:
    """Whether a post further on in the row names the state anew: P, T *of Kenya*, Q, U, R, V *of Kenya*."""
    for chunk in heir.row[heir.high + 1 : heir.high + _FARTHEST]:
        titles = chunk.titles.titles if chunk.titles else ()
        if any(title.body and told.body and title.body.known == told.body.known for title in titles):
            return True
        if not (chunk.person or titles or (chunk.kind == "word" and chunk.text in MARKS)):
            return False
    return False


def is_of_cabinet(page: Page, title: Title) -> bool:
    """Whether a post is one in the government of a state: a minister, *Attorney General*, a *Secretary of* Tides."""
    role = role_of(page, title)
    if is_of_government(role):
        return is_office(page, title) or (role == "minister" and says_enough(title))
    if any(page.match(tables.phrases(name), title.parts[0][0]) for name in ("cabinet-titles", "offices-of-state")):
        return True
    return role in tables.words("cabinet-roles") and (role != "secretary" or has_field(page, title))


def _is_like(page: Page, title: Title, told: Title) -> bool:
    """Whether a *Secretary of* Tides may be of the state named before: behind another such, or who heads the state."""
    if role_of(page, title) != "secretary" or page.match(tables.phrases("offices-of-state"), title.parts[0][0]):
        return True
    return role_of(page, told) in {"secretary", *tables.words("heads-of-states")}


def in_row(page: Page, heir: Heir) -> Home | None:
    """``BODY T P, U Q and V R``: the body in front of the first of titles that stand right before their names."""
    row, at, body = heir.row, heir.titles_at, None
    if at + 1 >= len(row) or row[at + 1].person != heir.person or is_owned(page, heir.title):
        return None  # *Police* Deputy Commissioner Varga
    while body is None and at >= 3:
        back = at - 1
        while back and word_at(row, back, ",", "and", "&"):
            back -= 1
        group = row[back - 1].titles
        if back == at - 1 or not row[back].person or group is None:
            return None
        at, title = back - 1, group.titles[0]
        body = title.body
        if body and (body.is_state or body.first >= title.parts[0][0]):
            return None
        if body and is_of_government(role_of(page, title)) and not is_of_government(heir.role):
            return None  # *TC Minister* P and Commissioner Q
    if body is None or not can_hold(page, heir.role, body):
        return None
    if is_of_whole(heir.role) and mention_kind(page, body) in kinds_of("chair"):
        whole = known_at(page, body.first)  # *ICAO* Council President P and Secretary General Q
        return Home(whole, "row") if whole and whole.last < body.last and not whole.is_state else None
    return Home(body, "row")
