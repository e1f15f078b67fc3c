"""Longer forms in which a body is printed: *Norway's* Tide Council, Committee *of the Union*, Embassy *in Oslo*."""

from collections.abc import Iterator, Sequence, Set

from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_PARENTS = frozenset(("of", "within"))
_HOUSES = frozenset(("in", "at"))
_DASHES = ("-", "\u2013", "\u2014")


class Widening:
    """Finds what stands around the mentions of one page and may be read as a part of a body's name."""

    def __init__(self, page: Page, mentions: Sequence[BodyMention], people: Set[int]) -> None:
        self.page = page
        self.people = people
        self.at = {mention.first: mention for mention in mentions}
        self.ending = {mention.last: mention for mention in mentions}

    def forms(self, body: Body) -> Iterator[str]:
        """The longer forms of a body, as printed; of a state, or a body that only qualifies a word, there are none."""
        for mention in body.mentions:
            if not (mention.is_state or mention.is_alias or self._qualifies(mention)):
                yield from (self.page.words(first, last) for first, last in self._wider(mention))

    def _qualifies(self, mention: BodyMention) -> bool:
        """Whether a body only qualifies the word behind it, which is no name of a person."""
        return mention.prefix and mention.last not in self.people

    def _wider(self, mention: BodyMention) -> Iterator[tuple[int, int]]:
        tokens = self.page.tokens
        if mention.first > 1 and tokens[mention.first - 1].lower == "'s":
            owner = self.ending.get(mention.first - 1)
            if owner:
                yield owner.first, mention.last
        ends = (self._with_parent(mention), self._with_seat(mention), self._behind_dash(mention))
        yield from ((mention.first, end) for end in ends if end)

    def _behind_dash(self, mention: BodyMention) -> int | None:
        """Where the region or second name behind a dash ends: Tide Task Force *\u2013 Horn of Africa*."""
        tokens, at = self.page.tokens, mention.outer
        if at + 1 >= len(tokens) or tokens[at].text not in _DASHES or not tokens[at + 1].is_capitalised:
            return None
        region, second = self.page.match(tables.phrases("regions"), at + 1), self.at.get(at + 1)
        return region.last if region else second.last if second and not second.is_state else None

    def _with_parent(self, mention: BodyMention) -> int | None:
        """Where the parent behind a body ends: Committee *of the Tide Union*; Tide Department*, Ministry of Reefs*."""
        tokens, at = self.page.tokens, mention.outer
        if at + 1 >= len(tokens) or not self.page.beside[at - 1]:
            return None
        words = {token.lower for token in tokens[mention.first : mention.last]}
        unit = not words.isdisjoint(tables.words("unit-heads"))
        office = unit or "office" in words
        beside = (unit and tokens[at].text == ",") or (office and tokens[at].lower in _HOUSES)
        if tokens[at].lower not in _PARENTS and not beside:
            return None
        parent = self.at.get(at + 1 + (tokens[at + 1].lower == "the"))
        if parent is None or self._qualifies(parent) or (parent.is_state and beside):
            return None
        return parent.last

    def _with_seat(self, mention: BodyMention) -> int | None:
        """Where the seat of a body ends that is named by where it is sent: Royal Tide Embassy *in Oslo*."""
        tokens, at = self.page.tokens, mention.outer
        if at + 2 < len(tokens) and tokens[at].lower == "and" and self._is_sent_to_state(mention):
            second = self.page.match(tables.states(), at + 1 + (tokens[at + 1].lower == "the"))
            return second.last if second else None
        if at + 1 >= len(tokens) or tokens[at].lower != "in" or not tokens[at + 1].is_capitalised:
            return None
        if not any(tokens[k].lower in tables.words("bodies-abroad") for k in range(mention.first, mention.last)):
            return None
        seat = self.page.match(tables.table("cities"), at + 1) or self.page.match(tables.states(), at + 1)
        return seat.last if seat else None

    def _is_sent_to_state(self, mention: BodyMention) -> bool:
        """Whether a name ends with the state to which the body is sent: Union Delegation *to Kenya*."""
        words = [token.lower for token in self.page.tokens[mention.first : mention.last]]
        to = words.index("to") if "to" in words else 0
        if not to or words[to - 1] not in tables.words("bodies-abroad"):
            return False
        at = mention.first + to + 1 + (words[to + 1 : to + 2] == ["the"])
        state = self.page.match(tables.states(), at) if at < mention.last else None
        return state is not None and state.last == mention.last
