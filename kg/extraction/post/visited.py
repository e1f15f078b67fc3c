"""Posts of the state in which somebody was received: *in Norway*, P will meet with *President Varga*."""

from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.heirs import Heir, Home, cue_before
from kg.extraction.post.holders import is_national
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST_CITY = 3


def visited(page: Page, heir: Heir) -> Home | None:
    """The one state named as a place in the sentence, of whose minister or president it says that he was met there."""
    first = heir.row[heir.low].first
    while first and page.tokens[first - 1].lower in ("the", "his", "her", "its"):
        first -= 1
    receives = is_national(heir.role) or heir.role in tables.words("receiving-roles")
    cue = cue_before(page, first, "host") if receives and heir.titles_at == heir.low else None
    sentence = page.sentence_of(first)
    if cue is None or sentence is None:
        return None
    others = {at for chunk in heir.row if chunk.titles for at in range(chunk.first, chunk.last)}
    ahead = (at for at in range(page.sentences[sentence].first, cue[0]) if at not in others)
    places = (_place_at(page, at) for at in ahead)
    states = {place.known: place for place in places if place}
    return Home(next(iter(states.values())), "visited", cue[:2]) if len(states) == 1 else None


def _place_at(page: Page, at: int) -> BodyMention | None:
    """The state named at a token as a place: behind *in*, *to*, *visited*, or behind a city and a comma."""
    hit = page.match(tables.states(), at) if page.tokens[at].is_capitalised else None
    lead = at - 1 - (at > 1 and page.tokens[at - 1].lower == "the")
    if hit is None or lead < 0:
        return None
    word = page.tokens[lead].lower
    if not (word in tables.words("visited-leads") or (word == "," and _is_city(page, lead))):
        return None
    return BodyMention(at, hit.last, hit.last, "state.known", known=hit.row["id"], is_state=True)


def _is_city(page: Page, end: int) -> bool:
    """Whether a city ends at a token: *Bogotá*, Colombia."""
    hits = (page.match(tables.table("cities"), at, end) for at in range(max(0, end - _LONGEST_CITY), end))
    return any(hit is not None and hit.last == end for hit in hits)
