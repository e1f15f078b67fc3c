"""Namings like a meeting's that the page shows to be a body's: *member states of* the Tide Dialogue, its 5th *meeting*.

A *Conclave*, a *Dialogue*, a *Conference* is an occasion, or stands for years with members, a secretariat and meetings
of its own. One place that says so is enough for every naming of it that tells of no occasion itself.
"""

from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_KINDS = ("dialogue", "conference", "forum")
_QUOTES = frozenset(("'", '"', "\u2018", "\u2019", "\u201c", "\u201d"))
_ARTICLES = frozenset(("the", "this", "our"))


class Standing:
    """Says of the namings on one page which are those of bodies."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def is_body(self, mention: MeetingMention) -> bool:
        """Whether a naming is that of a body: by the words in front of it, or because the page shows it elsewhere."""
        if not mention.proper or mention.ordinal or mention.year or mention.when:
            return False
        first = self._first(mention)
        if self._is_of_members(first):
            return True
        if mention.kind not in _KINDS or mention.parties or mention.name_last > mention.last:
            return False
        if self._shows_body(first, mention.last):
            return True
        occurs = mention.happens or mention.told or mention.in_heading
        words = tuple(token.lower for token in self.page.tokens[first : mention.last])
        return not occurs and len(words) > 1 and words in self._bodies

    def _first(self, mention: MeetingMention) -> int:
        """Where its name begins: what stands in front of *of the* is no part of it, *Members of* the Dialogue."""
        tokens, first = self.page.tokens, mention.first
        opens = tokens[first].lower in tables.words("member-nouns") and tokens[first + 1].lower == "of"
        first = first + 2 if (opens or tokens[first].lower == "of") and first + 2 < mention.last else first
        while first < mention.last - 1 and (tokens[first].text in _QUOTES or tokens[first].lower in _ARTICLES):
            first += 1
        return first

    def _is_of_members(self, first: int) -> bool:
        """Whether those who belong to it stand in front: the seven *members of the* Harbour Dialogue."""
        lead = self._of(first)
        return lead is not None and self.page.tokens[lead].lower in tables.words("standing-members")

    def _of(self, first: int) -> int | None:
        """The word that an *of* in front of the name ties to it: *members* of the Harbour Dialogue."""
        tokens, at = self.page.tokens, first - 1
        while at > 0 and (tokens[at].text in _QUOTES or tokens[at].lower in _ARTICLES):
            at -= 1
        if at < 1 or tokens[at].lower != "of":
            return None
        at -= 2 if tokens[at - 1].text == "," and at > 1 else 1  # the 5th meeting, of the Dialogue
        return at

    def _shows_body(self, first: int, last: int) -> bool:
        """Whether the words around a name say that it is a body's: its meetings, or that it was founded."""
        tokens, lead = self.page.tokens, self._of(first)
        if lead is not None and tokens[lead].lower in tables.words("standing-leads"):
            return True
        before = first - 1
        while before > 0 and (tokens[before].text in _QUOTES or tokens[before].lower in _ARTICLES):
            before -= 1
        if before >= 0 and tokens[before].lower in tables.words("founding-forms"):
            return True
        behind = [token.lower for token in tokens[last : last + 3]]
        if behind[:1] == ["'s"]:
            return bool(tables.words("standing-members").intersection(behind[1:3]))
        was = behind[:1] in (["was"], ["is"], ["were"]) or behind[:2] == ["has", "been"]
        return was and not tables.words("founded-forms").isdisjoint(behind[1:])

    @computed
    def _bodies(self) -> frozenset[tuple[str, ...]]:
        """The names that some place of the page shows to be those of bodies, in small letters."""
        found: set[tuple[str, ...]] = set()
        for last in self._ends:
            first = self._run(last)
            if last - first > 1 and (self._is_of_members(first) or self._shows_body(first, last)):
                found.add(tuple(token.lower for token in self.page.tokens[first:last]))
        return frozenset(found)

    @computed
    def _ends(self) -> list[int]:
        """Behind which tokens names of such kinds end."""
        tokens = self.page.tokens
        heads = tables.words("standing-heads") & self.page.said
        return [at + 1 for at in self.page.places_of_any(heads) if tokens[at].is_capitalised]

    def _run(self, last: int) -> int:
        """Where the run of capitalised words begins that ends at token ``last``."""
        tokens, first = self.page.tokens, last - 1
        while first > 0 and tokens[first - 1].is_capitalised and self.page.joined(first - 1):
            first -= 1
        while first < last - 1 and (tokens[first].lower in _ARTICLES or not tokens[first].is_word):
            first += 1
        return first
