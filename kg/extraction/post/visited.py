"""Posts of the state or house in which somebody was received: *in Norway*, P will meet with *President Varga*."""

from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.heirs import Heir, Home, cue_before
from kg.extraction.post.holders import has_field, is_national, role_of
from kg.extraction.post.role_homes import can_hold, mention_kind
from kg.extraction.post.rowmates import is_of_cabinet
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST_CITY, _LONGEST_LIST = 3, 6
_LEAD, _BACK = 6, 3
"""Words of *in the course of his* visit; sentences in which it may have been told before."""


def visited(page: Page, heir: Heir) -> Home | None:
    """The one state named as a place in the sentence, of whose minister or president it says that he was met there."""
    row, low = heir.row, _list_begins(heir)
    first = row[low].first
    while first and page.tokens[first - 1].lower in ("the", "his", "her", "its"):
        first -= 1
    receives = is_national(heir.role) or heir.role in tables.words("receiving-roles")
    receives = receives or is_of_cabinet(page, heir.title)
    cue = cue_before(page, first, "host") if receives and (heir.titles_at == heir.low or _is_behind(heir)) else None
    sentence = page.sentence_of(first) if low == heir.low or row[low].titles else None
    if cue is None or sentence is None:
        return None
    others = {at for chunk in row if chunk.titles for at in range(chunk.first, chunk.last)}
    ahead = (at for at in range(page.sentences[sentence].first, cue[0]) if at not in others)
    places = [place for at in ahead if (place := _place_at(page, at))]
    opens = page.sentences[sentence].first
    if not places and (_takes_up_visit(page, opens, cue[0]) or _goes_on_there(page, opens, cue[0])):
        places = _told_before(page, sentence)
    states = {place.known: place for place in places}
    return Home(next(iter(states.values())), "visited", cue[:2]) if len(states) == 1 else None


def _is_behind(heir: Heir) -> bool:
    """Whether a title stands behind the name of whom somebody met: he met *P, Minister of Ports*."""
    return (
        heir.row[heir.low].person is heir.person
        and heir.titles_at == heir.low + 2
        and heir.row[heir.low + 1].is_word(",")
    )


def _goes_on_there(page: Page, first: int, last: int) -> bool:
    """Whether a sentence goes on with the visitor of the one before: P visited Kenya. *There he* met Q, T."""
    words = [token.lower for token in page.tokens[first:last]]
    words = words[1 + (words[1:2] == [","]) :] if words[:1] == ["there"] else words
    return words[:1] in (["he"], ["she"])


def _takes_up_visit(page: Page, first: int, last: int) -> bool:
    """Whether words say that it was on a visit told before: *During his visit* he will meet the Minister."""
    return any(
        page.tokens[at].lower in tables.words("visit-nouns")
        and page.tokens[at - 1].lower in tables.words("definite-determiners")
        and bool({token.lower for token in page.tokens[max(first, at - _LEAD) : at - 1]} & tables.words("visit-leads"))
        for at in range(first + 1, last)
    )


def _told_before(page: Page, sentence: int) -> list[BodyMention]:
    """The states named as places in the sentences right before one, the nearest that names any; none of several."""
    for before in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        span = page.sentences[before]
        if places := [place for at in range(span.first, span.last) if (place := _place_at(page, at))]:
            return [] if any(_goes_on(page, place.last) for place in places) else places
    return []


def _goes_on(page: Page, at: int) -> bool:
    """Whether a list of states goes on: to Norway *and Kenya*."""
    if at + 1 >= len(page.tokens) or page.tokens[at].lower not in (",", "and", "&"):
        return False
    return page.match(tables.states(), at + 1 + (page.tokens[at + 1].lower in ("and", "the"))) is not None


def _list_begins(heir: Heir) -> int:
    """The first of those named before it in one list by title and name: for talks with *Minister P and* President Q."""
    row, low = heir.row, heir.low
    for _ in range(_LONGEST_LIST):
        before = low - 1
        while before > 0 and row[before].is_word("and", ",", "the", "with", "also"):
            before -= 1
        titled = before - 1 - (before > 1 and row[before - 1].is_word(","))
        if not (before < low - 1 and before > 0 and row[before].person and (titles := row[titled].titles)):
            break
        low = titled
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
