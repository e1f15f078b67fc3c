"""States that a text names, by name or adjective, whose posts a bare title may mean; not where somebody only went."""

from collections import Counter
from collections.abc import Sequence

from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import surnames_like_states

_OPENING = 4
"""Sentences of which one may begin with the city where a page was issued."""
_TO_LEAD = 6
"""Words of a place up to the one that leads there: to *London, the United* Kingdom."""

_SENT = 7
"""Words between an envoy and the land he is sent to: Ambassador *of the Republic of Norway* to Kenya."""
_CITY = 3
"""Words of the name of a city."""

_LONGEST_STATE = 5
"""Words of the name of a state, its genitive included."""


def states_before(page: Page, at: int, free: int = 0) -> list[BodyMention]:
    """The states joined to one that begins at a token: *Norway's and* Kenya's, *Norwegian, Estonian and* Kenyan."""
    found: list[BodyMention] = []
    while True:
        end = at
        while end > free and page.tokens[end - 1].lower in (",", "and", "&"):
            end -= 1
        state = _state_ending(page, end, free) if end < at else None
        if state is None:
            return found
        found.insert(0, state)
        at = state.first


def first_state(page: Page, people: Sequence[bool], first: int, last: int, free: int) -> int:
    """Where a title begins that several states share, its holders named: *Norway's and* Kenya's Ministers P and Q."""
    name = last + (last < len(people) and page.tokens[last].text == ",")
    owned = name < len(people) and people[name] and state_at(page, first)
    states = states_before(page, first, free) if owned else ()
    return states[0].first if states else first


def _state_ending(page: Page, end: int, free: int) -> BodyMention | None:
    """The state named by name, genitive or adjective right before a token."""
    if end <= free:
        return None
    own = end - (page.tokens[end - 1].lower == "'s")
    for first in range(max(free, own - _LONGEST_STATE), own):
        for table, rule in ((tables.states(), "state.known"), (tables.demonyms(), "state.demonym")):
            hit = page.match(table, first) if page.tokens[first].is_capitalised else None
            if hit and hit.last == own:
                return BodyMention(first, own, own, rule, known=hit.row["id"], is_state=True)
    return None


def is_of_party(page: Page, at: int) -> bool:
    """Whether the sentence tells of a state's people up to a title: *the Kenyan delegation* was led by P, Director."""
    number = page.sentence_of(at)
    first = page.sentences[number].first if number is not None else at
    nouns = (pos for pos in range(first + 1, at) if page.tokens[pos].lower in tables.words("delegation-nouns"))
    return any(_state_ending(page, pos, first) for pos in nouns)


def is_venue(page: Page, at: int) -> bool:
    """Whether a state that is a city too says where something was: *Singapore*, 3 May."""
    city = page.match(tables.table("cities"), at)
    if city is None or city.last + 1 >= len(page.tokens):
        return False
    day = page.tokens[city.last + 1]
    return page.tokens[city.last].text == "," and (day.text[0].isdigit() or day.lower in tables.words("calendar-words"))


def _is_whereabouts(page: Page, at: int) -> bool:
    """Whether a state only says where the city before it lies: The Hague (the *Netherlands*), Oslo, *Norway*."""
    opens = at - 1 - (at > 1 and page.tokens[at - 1].lower == "the")
    if opens < 1 or page.tokens[opens].text not in (",", "("):
        return False
    table = tables.table("cities")
    cities = (page.match(table, first) for first in range(max(0, opens - _CITY), opens))
    state = state_at(page, at)
    return any(city and city.last == opens and city.row["state"] == state for city in cities)


def issued_elsewhere(page: Page, state: str) -> bool:
    """Whether a page opens with a city of another state: *ISLAMABAD:* the Minister spoke of the Afghan government."""
    return any(issuer != state for issuer in issuers(page))


def issuers(page: Page) -> list[str]:
    """The states of the cities with which a page opens, as a dateline does: *Abuja, 7 August*."""
    starts = (sentence.first for sentence in page.sentences[:_OPENING])
    cities = (page.match(tables.table("cities"), at) for at in starts)
    marked = (city for city in cities if city and city.last < len(page.tokens))
    marks = (":", ",", "(", "-", "\u2013", "\u2014")
    return [city.row["state"] for city in marked if page.tokens[city.last].text in marks]


def states_of_cities(page: Page) -> set[str]:
    """The states of all cities that a page names."""
    table = tables.table("cities")
    hits = (page.match(table, at) for at in page.places(table) if page.tokens[at].is_capitalised)
    return {hit.row["state"] for hit in hits if hit}


def spoken_of(page: Page, places: Sequence[int]) -> list[tuple[str, int]]:
    """The three states named most often, not counting where a city lies and where an envoy is sent."""
    here = (at for at in places if not (_is_whereabouts(page, at) or _is_posting(page, at)))
    return Counter(state_at(page, at) for at in here).most_common(3)


def states(page: Page, places: Sequence[int]) -> dict[str, BodyMention]:
    """The first mention of every state, by name or adjective, by its id."""
    found: dict[str, BodyMention] = {}
    for at in places:
        for table, rule in ((tables.states(), "state.known"), (tables.demonyms(), "state.demonym")):
            hit = page.match(table, at)
            if hit and hit.row["id"] not in found:
                found[hit.row["id"]] = BodyMention(at, hit.last, hit.last, rule, known=hit.row["id"], is_state=True)
    return found


def state_places(page: Page) -> list[int]:
    """The tokens at which states are named, by name or adjective."""
    places = {at for table in (tables.states(), tables.demonyms()) for at in page.places(table)}
    regions = tables.phrases("regions")  # Eastern and *Central African* states
    people = page.kept(surnames_like_states)
    named = (at for at in sorted(places) if page.tokens[at].is_capitalised and page.tokens[at].lower not in people)
    named = (at for at in named if not page.match(regions, at))
    return [at for at in named if page.match(tables.states(), at) or page.match(tables.demonyms(), at)]


def _is_posting(page: Page, at: int) -> bool:
    """Whether an envoy is sent there: Ambassador of Norway *to the Kingdom of the Netherlands*."""
    to = at - 1
    while to > max(0, at - _TO_LEAD) and page.tokens[to].lower in ("the", "of", "kingdom", "republic"):
        to -= 1
    envoys = tables.words("envoys")
    return page.tokens[to].lower == "to" and any(
        token.lower in envoys for token in page.tokens[max(0, to - _SENT) : to]
    )


def is_destination(page: Page, at: int) -> bool:
    """Whether somebody goes there: his trip *to* London, *the United Kingdom* (*UK*)."""
    lead = at - 1
    if lead > 2 and page.tokens[lead].text == "(":
        return any(is_destination(page, first) for first in range(max(1, lead - 4), lead) if state_at(page, first))
    while lead > at - _TO_LEAD and lead > 0 and page.tokens[lead].lower not in ("to", "for", "from"):
        token = page.tokens[lead]
        if not (token.is_capitalised or token.lower in (",", "the")):
            return False
        lead -= 1
    return lead > 0 and any(
        token.lower in tables.words("travel-words") for token in page.tokens[max(0, lead - 2) : lead]
    )


def state_at(page: Page, at: int) -> str:
    """The state, by its id, that is named at a token, by name or adjective."""
    hit = page.match(tables.states(), at) or page.match(tables.demonyms(), at)
    return hit.row["id"] if hit else ""
