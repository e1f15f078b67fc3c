"""Whether a meeting that a noun names can be the one of which a verb speaks: its kind, day, town, entry, who met."""

from kg.extraction.meeting.cited import is_only_cited
from kg.extraction.meeting.contradictions import in_other_entry, is_spoken_of, sitting_body
from kg.extraction.meeting.days import is_ahead_of, is_of_other_day, town_behind
from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.meeting.sides import SideReader
from kg.extraction.meeting.told import Sides
from kg.extraction.meeting.verbwords import TO_ASIDE, goes_on, in_headline, is_since, naming
from kg.extraction.participation.clauses import Clause
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_TO_MARGINS = 3
"""Words of: sidelines of the."""


class Fitting:
    """Compares meetings and verbs of one page; ``is_one``: all who are met there are the same."""

    def __init__(self, page: Page, sides: SideReader, *, is_one: bool) -> None:
        self.page = page
        self.sides = sides
        self.is_one = is_one

    def may_be(self, meeting: Meeting, clause: Clause, everyone: Sides) -> bool:
        """Whether nothing says that the verb speaks of another."""
        if not speaks_of(clause.frame.kind, meeting.kind) or any(m.planned for m in meeting.mentions):
            return False
        spoken = all(mention.apart or is_spoken_of(self.page, mention) for mention in meeting.mentions)
        if spoken or is_only_cited(self.page, meeting) or self.is_elsewhere(meeting, clause):
            return False
        if any(is_since(clause, mention) for mention in meeting.mentions) or self.is_another_day(meeting, clause):
            return False
        if in_other_entry(self.page, meeting.mentions, naming(clause)):
            return False
        if goes_on(clause) and meeting.mentions[0].first < clause.words[0] and not self.sides.is_with(meeting, clause):
            return False
        if meeting.kind == "visit" and clause.frame.kind != "visit" and not self.is_one:
            return False
        if meeting.is_part and (clause.object or clause.partners or naming(clause).gathered):
            return False
        if self._is_gathering_below(meeting, clause):
            return False
        if (clause.object or clause.partners) and any(map(self._has_margins, meeting.mentions)):
            return False
        received = clause.frame.rule.startswith("part.receive")
        if received and meeting.kind in tables.meetings("sided"):
            return False
        others = clause.object or clause.partners
        of_people = others and any(agent.person for agent in (*clause.subject, *others))
        sitting = any(sitting_body(self.page, one) for one in meeting.mentions)
        seated = (sitting or meeting.kind in tables.meetings("seated")) and of_people
        counted = meeting.ordinal and meeting.kind != "visit"
        met = others or (clause.unnamed and in_headline(self.page, clause))
        if clause.frame.kind != "briefing" and (seated or (counted and met)):
            return False
        return self.sides.is_with(meeting, clause) or not self.sides.is_of_others(meeting, everyone)

    def _has_margins(self, mention: MeetingMention) -> bool:
        """Whether others met beside it: P met Q. The talks took place on the sidelines of *the Ministers' Meeting*."""
        lead = self.page.tokens[max(0, mention.first - _TO_MARGINS) : mention.first]
        aside = any(token.lower in tables.words("asides") for token in lead[:-1])
        return aside and not mention.is_short and any(token.lower == "of" for token in lead)

    def _is_gathering_below(self, meeting: Meeting, clause: Clause) -> bool:
        """Whether it is a gathering that only a later sentence names: P met Q. The plan goes back to *the Summit*."""
        met = any(agent.person for agent in (*clause.object, *clause.partners))
        if not (met or (clause.unnamed and in_headline(self.page, clause))) or meeting.kind not in tables.meetings(
            "gathering"
        ) | tables.meetings("taught"):
            return False
        here = self.page.sentence_of(clause.words[0]) or 0
        return all((self.page.sentence_of(one.first) or 0) > here for one in meeting.mentions)

    def is_another_day(self, meeting: Meeting, clause: Clause) -> bool:
        """Whether it was on another day than the verb tells, or is still to come."""
        return is_of_other_day(self.page, meeting, clause) or is_ahead_of(self.page, meeting, clause)

    def is_elsewhere(self, meeting: Meeting, clause: Clause) -> bool:
        """Whether the verb tells another city: met Q *in Oslo*, the Summit was held in Nairobi."""
        sites = {mention.place for mention in meeting.mentions if mention.place}
        behind = clause.chunks[clause.hit.end : clause.hit.end + TO_ASIDE]
        cities = (self.page.match(tables.table("cities"), chunk.first) for chunk in behind if chunk.capital)
        told = {city.row.form for city in cities if city}
        if sites and told:
            return not sites & told
        here, there = (
            town_behind(self.page, clause.words[1]),
            {town_behind(self.page, m.last) for m in meeting.mentions},
        )
        return here is not None and None not in there and here not in there


def speaks_of(kind: str, noun: str) -> bool:
    """Whether a verb of meeting of this kind may speak of a meeting whose noun is of that kind."""
    return kind in tables.lists("encounter-kinds").get(noun, ())
