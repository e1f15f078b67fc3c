"""Of which meeting another was a part, in so many words: *on the margins of the Forum*; *visiting Oslo,* P met Q."""

from collections.abc import Sequence

from kg.extraction.circumstances.belonging import Belonging, Telling
from kg.extraction.circumstances.lead import Lead
from kg.extraction.meeting.contradictions import is_spoken_of
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.text.page import Page
from kg.extraction.words.cues import cues, positions
from kg.extraction.words.tables import Table

_OF_WHOLE = (["of", "the"], ["to", "the"], ["of"], ["at", "the"])  # the opening session *of the* Summit


class Around:
    """Finds the meetings around those of one page."""

    def __init__(self, page: Page, belonging: Belonging, lead: Lead) -> None:
        self.page = page
        self.belonging = belonging
        self.lead = lead

    def meeting(self, tellings: Sequence[Telling], *, there: bool = False) -> Meeting | None:
        """The meeting that this one was part of, in so many words: *on the margins of the Forum*, *the Week, where*.

        One with which it *coincided* was when it was; ``there``: in its place too.
        """
        inside, holds = cues("setting-cues", "inside"), cues("setting-cues", "holds")
        then = inside if there else cues("setting-cues", "then")
        for telling in tellings:
            for other in self.belonging.beside(telling):
                if other.meeting is telling.meeting or other.meeting.kind == "call" or self.lead.is_earlier(other):
                    continue
                low, high = sorted((telling.mention, other.mention), key=lambda mention: mention.first)
                least = max(low.first, high.first - 5)
                if self._says(inside, least, high.first) or self._says(then, least, high.first):
                    return other.meeting
                has = self.page.match(holds, low.last, high.first)
                holds_it = has is not None and has.last == high.first
                if low is other.mention and (holds_it or self._is_beside_it(telling)):
                    return other.meeting
                between = [token.lower for token in self.page.tokens[low.last : high.first]]
                if low is telling.mention and low.is_part and between in _OF_WHOLE:
                    return other.meeting
                led = low is other.mention and ("where" in between or "which" in between)
                if led and not is_spoken_of(self.page, telling.mention):
                    return other.meeting
        return None

    def _says(self, words: Table, first: int, last: int) -> bool:
        """Whether a form of the table stands in tokens ``[first, last)``."""
        return any(self.page.match(words, at, last) for at in self.page.places(words, first, last))

    def coincided(self, meeting: Meeting) -> Meeting | None:
        """The meeting told of with which one only coincided."""
        tellings = self.belonging.of(meeting)
        other = self.meeting(tellings)
        return None if other is self.meeting(tellings, there=True) else other

    def visit_beside(self, meeting: Meeting, tellings: Sequence[Telling]) -> Meeting | None:
        """The visit on which it was, if one sentence tells of both: *visiting Oslo,* P met Q."""
        near = (other for telling in tellings for other in self.belonging.beside(telling) if not other.mention.planned)
        return next((one.meeting for one in near if one.meeting.kind == "visit" and one.meeting is not meeting), None)

    def _is_beside_it(self, telling: Telling) -> bool:
        """Whether it was beside what was named before: talks *on its sidelines*."""
        last = telling.mention.last
        behind = [token.lower for token in self.page.tokens[last : last + 3]]
        return behind[1:2] == ["its"] and bool(positions(self.page, "setting-cues", "margins", last, last + 3))

    def is_joined(self, outer: Meeting, tellings: Sequence[Telling]) -> bool:
        """Whether *and* joins it to the other: the 3rd Forum *and the 2nd Dialogue*."""
        joined = (other for telling in self.belonging.of(outer) for other in self.belonging.joined(telling))
        return any(other in tellings for other in joined)
