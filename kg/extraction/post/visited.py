"""Posts of the state or house in which somebody was received: *in Norway*, P will meet with *President Varga*."""

from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.heirs import Heir, Home, cue_before
from kg.extraction.post.holders import has_field, is_national, role_of
from kg.extraction.post.role_homes import can_hold, mention_kind
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST_CITY, _LONGEST_LIST = 3, 6


def visited(page: Page, heir: Heir) -> Home | None:
    """The one state named as a place in the sentence, of whose minister or president it says that he was met there."""
    row, low = heir.row, _list_begins(heir)
    first = row[low].first
    while first and page.tokens[first - 1].lower in ("the", "his", "her", "its"):
        first -= 1
    receives = is_national(heir.role) or heir.role in tables.words("receiving-roles")
    cue = cue_before(page, first, "host") if receives and heir.titles_at == heir.low else None
    sentence = page.sentence_of(first) if low == heir.low or row[low].titles else None
    if cue is None or sentence is None:
        return None
    others = {at for chunk in row if chunk.titles for at in range(chunk.first, chunk.last)}
    ahead = (at for at in range(page.sentences[sentence].first, cue[0]) if at not in others)
    places = (_place_at(page, at) for at in ahead)
    states = {place.known: place for place in places if place}
    return Home(next(iter(states.values())), "visited", cue[:2]) if len(states) == 1 else None


def _list_begins(heir: Heir) -> int:
    """The first of those named before it in one list by title and name: for talks with *Minister P and* President Q."""
    row, low = heir.row, heir.low
    for _ in range(_LONGEST_LIST):
        before = low - 1
        while before > 0 and row[before].is_word("and", ",", "the", "with", "also"):
            before -= 1
        if not (before < low - 1 and before > 0 and row[before].person and (titles := row[before - 1].titles)):
            break
        low = before - 1
        if any(title.body for title in titles.titles):
            return heir.low  # the Kenyan Minister P and *President Q*
    return low


def received_at(page: Page, heir: Heir) -> Home | None:
    """The organ of a state at which a sentence says that somebody met its officials: *at the Ministry* he met P, T."""
    row, first = heir.row, heir.row[heir.low].first
    at = 1 + (len(row) > 1 and row[1].is_word("the"))
    if len(row) <= at or not row[0].is_word("at", "in") or is_national(heir.role) or not has_field(page, heir.title):
        return None
    while row[at].is_word("headquarters", "seat", "premises", "of", "the") and at + 1 < len(row):
        at += 1
    body = row[at].body
    if (
        body is None
        or body.is_state
        or body.prefix
        or mention_kind(page, body) not in tables.words("state-organ-kinds")
    ):
        return None
    while first and page.tokens[first - 1].lower in ("the", "his", "her", "its"):
        first -= 1
    cue = cue_before(page, first, "host")
    between = any(chunk.person or chunk.body or _is_host(page, chunk) for chunk in row[at + 1 : heir.low])
    return Home(body, "visited", cue[:2]) if cue and not between and can_hold(page, heir.role, body) else None


def _is_host(page: Page, chunk: Chunk) -> bool:
    """Whether a post of a government is named: the *Minister* met P, who is a guest."""
    return chunk.titles is not None and any(is_national(role_of(page, title)) for title in chunk.titles.titles)


def _place_at(page: Page, at: int) -> BodyMention | None:
    """The state named at a token as a place: behind *in*, *to*, *visited*, or behind its city; or by the city."""
    hit = page.match(tables.states(), at) if page.tokens[at].is_capitalised else None
    lead = at - 1 - (at > 1 and page.tokens[at - 1].lower == "the")
    if lead < 0 or not page.tokens[at].is_capitalised:
        return None
    word = page.tokens[lead].lower
    if hit is None:
        went = page.tokens[lead - 1].lower in tables.words("city-leads") if lead and word in ("in", "to") else False
        return _of_city(page, at) if went or word.startswith("visit") else None
    if not (word in tables.words("visited-leads") or (word == "," and _is_city(page, lead))):
        return None
    return BodyMention(at, hit.last, hit.last, "state.known", known=hit.row["id"], is_state=True)


def _of_city(page: Page, at: int) -> BodyMention | None:
    """The state of the city at a token, where the page names it: in *Athens* … thanked *Greece*."""
    city = page.match(tables.table("cities"), at)
    if city is None:
        return None
    hits = (page.match(tables.states(), place) for place in page.places(tables.states()))
    named = next((hit for hit in hits if hit and hit.row["id"] == city.row["state"]), None)
    return (
        BodyMention(named.first, named.last, named.last, "state.known", known=named.row["id"], is_state=True)
        if named
        else None
    )


def _is_city(page: Page, end: int) -> bool:
    """Whether a city ends at a token: *Bogotá*, Colombia."""
    hits = (page.match(tables.table("cities"), at, end) for at in range(max(0, end - _LONGEST_CITY), end))
    return any(hit is not None and hit.last == end for hit in hits)
