"""Where a meeting was, by the sentences that mention it."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extraction.circumstances.belonging import Belonging, Telling
from kg.extraction.circumstances.places import PlaceHit, city_of, places
from kg.extraction.computed import computed
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import cues, positions, stands_before
from kg.extraction.words.tables import Hit

_NEAR = {"in": 40, "at": 40, "into": 10, "outside": 10, "near": 16, "to": 12, ",": 25, "(": 14, "venue": 30}
"""How far a place may be from a meeting, by the word that leads to it."""
_ALONE = 60
"""How far behind *in*, if the sentence tells of no other meeting."""
_SITED = 90
"""How far, if the words right before it say that it was held there."""
_TO_COLON = 8
"""How many tokens behind a place the colon may stand behind which the meetings there are named."""
_TO_THERE = 2
"""Sentences from a place to the one that takes it up by *there*, itself included."""
_TO_WHERE = 9
"""How many tokens behind a place *where* may stand: in CITY, STATE, on 3 May 2024, *where*."""


class Places:
    """The places of a page and the meetings they belong to.

    ``taken`` marks the tokens of names and titles, ``people`` those of names of people.
    """

    def __init__(self, page: Page, belonging: Belonging, taken: Sequence[bool], people: Sequence[bool]) -> None:
        self.page = page
        self.belonging = belonging
        self.taken = taken
        self.people = people
        ends = (end for told in belonging.tellings for end in (told.mention.last, told.mention.name_last))
        self.found = places(page, taken, frozenset(ends))
        self._firsts = [place.first for place in self.found]

    def of_sentence(self, index: int) -> list[PlaceHit]:
        """The places in one sentence, in order."""
        return self.between(self.page.sentences[index].first, self.page.sentences[index].last)

    def between(self, first: int, last: int) -> list[PlaceHit]:
        """The places among tokens ``[first, last)``, in order."""
        return self.found[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def of(self, telling: Telling) -> PlaceHit | None:
        """Where a meeting was, by one of its mentions: its own place in the sentence, else one that all there share."""
        destination = self._destination(telling)
        if destination:
            return destination
        fits = [place for place in self._near(telling) if self.is_site(place) or self._is_of_deed(telling, place)]
        own = [place for place in fits if self._is_own(telling, place)]
        if not own:
            own = [place for place in fits if self._is_shared(telling, place) or self._is_reached_to(telling, place)]
        nearest = min(own, key=lambda place: (self._distance(telling, place), place.first), default=None)
        return nearest or self._pointed_to(telling)

    def _is_of_deed(self, telling: Telling, place: PlaceHit) -> bool:
        """Whether a place is where something was launched, and that is the meeting: the Fund was *launched in* Oslo."""
        if telling.meeting.kind != "launch" or place.lead not in ("in", "at") or not place.at:
            return False
        return self.page.tokens[place.at - 1].lower in tables.words("begun-forms")

    def _pointed_to(self, telling: Telling) -> PlaceHit | None:
        """The place named last, if *there* points to it: Oslo came first. P met *there* with Q; *There* P met Q."""
        mention, tokens = telling.mention, self.page.tokens
        begins = self.page.sentences[telling.sentence].first
        near = [*range(begins, begins + 1), *range(mention.head, min(mention.last + 2, len(tokens)))]
        at = next((at for at in near if tokens[at].lower == "there"), None)
        if at is None or (tokens[at + 1 : at + 2] and tokens[at + 1].lower in tables.words_of("auxiliaries", "modals")):
            return None  # *there was* a meeting
        before = bisect_left(self._firsts, at) - 1
        place = self.found[before] if before >= 0 else None
        index = self.page.sentence_of(place.first) if place else None
        return place if index is not None and 0 <= telling.sentence - index < _TO_THERE else None

    def _destination(self, telling: Telling) -> PlaceHit | None:
        first, last = telling.mention.destination or (0, 0)
        return next((place for place in self._near(telling) if first <= place.first and place.last <= last), None)

    def _near(self, telling: Telling) -> list[PlaceHit]:
        first, last = self.belonging.around(telling)
        return self.found[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def _distance(self, telling: Telling, place: PlaceHit) -> int:
        return self.belonging.distance(telling, min(place.first, place.at), place.last)

    def _is_own(self, telling: Telling, place: PlaceHit) -> bool:
        owner = self.belonging.owner(min(place.first, place.at), place.last)
        return owner is not None and owner.meeting is telling.meeting and self.is_near(telling, place)

    def is_sited(self, place: PlaceHit) -> bool:
        """Whether the words right before a place say that it was held there."""
        return stands_before(self.page, "setting-cues", "sited", place.first, max(0, place.first - 4))

    def is_near(self, telling: Telling, place: PlaceHit) -> bool:
        """Whether a place is near enough to a mention to be told of it."""
        housed = place.lead == "in" and place.at > 0 and self.taken[place.at - 1] and self._is_house(place.at - 1)
        if self.is_sited(place) or housed:
            return self._distance(telling, place) <= _SITED
        if place.lead in ("in", "at") and all(one.meeting is telling.meeting for one in self.belonging.beside(telling)):
            return self._distance(telling, place) <= _ALONE
        return self._distance(telling, place) <= (60 if self._is_reached(place) else _NEAR.get(place.lead, 0))

    def _is_shared(self, telling: Telling, place: PlaceHit) -> bool:
        """Whether a place serves several meetings of its sentence: it stands before them."""
        owner = self.belonging.owner(min(place.first, place.at), place.last)
        ahead = owner is None or place.last <= owner.mention.first or self._is_spelt_out(place, telling)
        leads = place.lead in ("in", "at") or self._is_where(place)
        return ahead and leads and self._distance(telling, place) < 60

    def _is_reached_to(self, telling: Telling, place: PlaceHit) -> bool:
        """Whether people came to a place for what follows: will visit *Oslo to* meet with P."""
        mention, tokens = telling.mention, self.page.tokens
        if not mention.by_verb or not 0 < mention.first - place.last < _TO_WHERE:
            return False
        return tokens[mention.first - 1].lower == "to" and self._is_reached(place)

    def _is_spelt_out(self, place: PlaceHit, telling: Telling) -> bool:
        """Whether a colon leads from a place to what was held there: two rounds of talks in Oslo*:* A and B."""
        return any(token.text == ":" for token in self.page.tokens[place.last : telling.mention.first][:_TO_COLON])

    def _is_where(self, place: PlaceHit) -> bool:
        """Whether a clause behind a place tells what was there: to *CITY, where* P will meet Q."""
        behind = (token.lower for token in self.page.tokens[place.last : place.last + _TO_WHERE])
        return "where" in behind

    def _is_reached(self, place: PlaceHit) -> bool:
        """Whether people came there (*travelled to*, *visited*)."""
        at = min(place.first, place.at + (place.lead in ("to", "in")))
        return stands_before(self.page, "setting-cues", "arrive", at, max(0, at - 4))

    def is_site(self, place: PlaceHit) -> bool:
        """Whether something may have been held there: *in CITY*, not *the attacks in CITY*, not *from CITY*."""
        if self.belonging.is_of_other(place.first):
            return False
        if self._is_reached(place) or (place.lead not in _NEAR and self.is_sited(place)):
            return True  # is planned *for Oslo*
        if place.lead not in _NEAR or self._is_one_of_several(place):
            return False
        if place.at and place.lead != "venue" and self._is_seat(place) and not self._is_house(place.at - 1):
            return False
        away = stands_before(self.page, "setting-cues", "elsewhere", place.at, max(0, place.at - 5))
        return not away or (place.at > 0 and self._is_house(place.at - 1))

    def _is_seat(self, place: PlaceHit) -> bool:
        """Whether a body or post is there: *the Embassy in CITY*; not *met P in CITY*, *the Club in CITY hosted*."""
        before = place.at - 1
        if not self.taken[before] or self.people[before] or self._is_named_before(place.at):
            return False
        if place.last < len(self.page.tokens) and self.page.match(cues("setting-cues", "lent"), place.last):
            return False
        return not any(at in self._days for at in range(place.last, place.last + 3))

    def _is_named_before(self, at: int) -> bool:
        """Whether the name of a meeting goes on to token ``at``: *the meeting of the Heads of the Union* in CITY."""
        for telling in self.belonging.near(at):
            last = max(telling.mention.last, telling.mention.name_last)
            if last == at:
                return True
            words = self.page.tokens[telling.mention.first : at]
            if last < at and any(word.lower == "of" for word in words):
                return all(self.taken[pos] or self._is_of_name(pos) for pos in range(last, at))
        return False

    def _is_of_name(self, at: int) -> bool:
        token = self.page.tokens[at]
        return token.is_capitalised or any(
            token.lower in tables.words(table) for table in ("phrase-words", "name-joints", "member-nouns")
        )

    @computed
    def _days(self) -> frozenset[int]:
        """The tokens at which dates begin."""
        return frozenset(self.page.at(hit.start) for hit in self.page.dates)

    def _is_one_of_several(self, place: PlaceHit) -> bool:
        """Whether more places follow in a list: *in Lindholm, Norby and Vik*."""
        after = self.page.tokens[place.last : place.last + 1]
        at = bisect_left(self._firsts, place.last + 1)
        follows = at < len(self._firsts) and self._firsts[at] == place.last + 1
        return bool(after) and after[0].lower in (",", "and") and follows

    def _is_house(self, at: int) -> bool:
        """Whether the body that ends with token ``at`` lent its house: *at the Ministry of Tides in Oslo*.

        So one *at whose invitation* it was, in its town.
        """
        premises = cues("setting-cues", "premises")
        while at > 0 and (self.taken[at] or self.page.match(premises, at)):
            at -= 1
        return self.page.tokens[at].lower in ("at", "in", "inside", "to", "invitation")

    @computed
    def dateline(self) -> PlaceHit | None:
        """The city of the dateline."""
        for block in self.page.blocks:
            if block.kind == "dateline":
                city = city_of(self.page, block.start, block.end)
                if city:
                    return city
        return None

    def is_journey(self, telling: Telling) -> bool:
        """Whether a visit goes to a state or town, not just into a house."""
        goal = telling.mention.destination
        if self.page.tokens[telling.mention.head].lower in ("mission", "tour", "trip"):
            return True
        towns = (tables.states(), tables.table("cities"), tables.phrases("words-for-states"))
        return goal is not None and any(self.page.match(table, goal[0]) for table in towns)

    def is_elsewhere(self, city: PlaceHit, telling: Telling) -> bool:
        """Whether a meeting was not just in a city: *a visit to Kenya*, told in Nairobi; *in Kenya*, told in Oslo."""
        goal = telling.mention.destination
        if goal is not None:
            return self.page.match(tables.bodies(), goal[0]) is None
        state, home = self._state_told(telling), self.page.match(tables.table("cities"), city.first)
        return state is not None and home is not None and state.row["id"] != home.row["state"]

    def _state_told(self, telling: Telling) -> Hit | None:
        """The state that was visited, or in which a meeting was: *visited Kenya*, the talks *in Kenya*."""
        mention, tokens = telling.mention, self.page.tokens
        at = mention.last
        if mention.by_verb and mention.kind == "visit":
            begins = range(mention.first + 1, min(at + 2, len(tokens)))
            return next(filter(None, (self.page.match(tables.states(), k) for k in begins)), None)
        return self.page.match(tables.states(), at + 1) if tokens[at : at + 1] and tokens[at].lower == "in" else None

    def is_here(self, first: int, last: int) -> bool:
        """Whether tokens ``[first, last)`` say *here* or *in the … capital*."""
        if positions(self.page, "setting-cues", "here", first, last):
            return True
        capitals = self.page.places_of("capital", first + 1, last)
        return any(page_demonym(self.page, at - 1) for at in capitals)

    def is_remote(self, first: int, last: int) -> bool:
        """Whether tokens ``[first, last)`` say that nobody travelled; not that what was held was *streamed online*."""
        found = positions(self.page, "setting-cues", "remote", first, last)
        shown = (self.page.match(cues("setting-cues", "shown"), at, last) for at in range(first, last) if found)
        seen = {at for hit in shown if hit for at in range(hit.first, hit.last)}
        return any(at not in seen for at in found)


def page_demonym(page: Page, at: int) -> bool:
    """Whether token ``at`` is the adjective of a state."""
    return page.tokens[at].is_capitalised and page.match(tables.demonyms(), at) is not None
