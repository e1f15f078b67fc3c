"""Of which meeting a verb speaks: *A met B* of the talks that a noun names, of what a verb told before, or of its own.

A noun names a meeting better than a verb does: where the document has a meeting of the verb's kind that can be meant,
the verb speaks of that one. It cannot be meant if it is another's, or is told apart (*an earlier meeting*).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kg.extraction.meeting.cited import is_only_cited
from kg.extraction.meeting.contradictions import is_journey
from kg.extraction.meeting.encounters import is_of_nobody
from kg.extraction.meeting.fitting import Fitting, speaks_of
from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.meeting.occasions import is_strong
from kg.extraction.meeting.sayings import SayingReader
from kg.extraction.meeting.sides import SideReader
from kg.extraction.meeting.told import Sides, Telling, Told, named_together
from kg.extraction.meeting.verbwords import (
    ends_beside,
    fronted,
    has_paper,
    in_headline,
    is_apart,
    is_arrival,
    is_beside,
    is_to_come,
    is_topic,
    naming,
    noun_inside,
    opens_beside,
    points_to_day,
)
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.clauses import Clause
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_SHORTLY = 40
_LONGEST = 24  # tokens of a name
_TOLD_MORE = 2  # tokens from those who met to the verb


class MeantReader:
    """Finds the meeting of each clause of one page; ``named`` are the meetings that nouns name."""

    def __init__(
        self,
        page: Page,
        named: Mapping[MeetingMention, Meeting],
        taken_up: Callable[[MeetingMention], Meeting | None],
        name_of: Callable[[Agent], str | None],
    ) -> None:
        self.page = page
        self.named = named
        self.taken_up = taken_up
        self.sides = SideReader(page, name_of)
        self.told = Told(page)

    def all(self, clauses: Iterable[Clause]) -> list[tuple[Clause, Meeting]]:
        """Every clause with its meeting, in order; those that name it by a noun of their own are read first."""
        clauses = list(clauses)
        self._is_one = self.sides.is_one(clauses, self.named.values())
        self._fitting = Fitting(self.page, self.sides, is_one=self._is_one)
        telling = {self.page.sentence_of(clause.words[0]) for clause in clauses}
        self._sayings = SayingReader(self.page, self.named, telling)
        surest = sorted(
            range(len(clauses)), key=lambda at: (noun_inside(clauses[at]) is None, is_of_nobody(clauses[at]), at)
        )
        homes = {at: self._of(clauses[at]) for at in surest}
        told = [(clause, home) for at, clause in enumerate(clauses) if (home := homes[at])]
        told = [pair for pair in told if not self.told.sums_up(pair[0], self.sides.of(pair[0].subject), pair[1])]
        separate = any(meeting.partner for meeting in self.named.values())  # *meets partners*; had talks with P, with Q
        return [(one, home) for one, home in told if not (separate and one.unnamed and in_headline(self.page, one))]

    def _of(self, clause: Clause) -> Meeting | None:
        if is_of_nobody(clause):
            return self._of_nobody(clause)
        everyone = self.sides.of(clause.subject + clause.object + clause.partners)
        others = self.sides.of(clause.object + clause.partners)
        apart = is_apart(clause) or (is_to_come(clause) and not in_headline(self.page, clause))
        mention = naming(clause)
        home = self.told.again(clause, everyone, others, apart=apart)
        if home is None:
            signed = clause.frame.kind == "signing" and clause.meeting in self.named  # they *had* signed a protocol
            home = self._by_noun(clause, everyone) if signed or not apart else self._told_apart(clause)
            if home is not None and home.kind != "signing" and _adds(home):
                self._name(home, mention)
        if home is None and clause.frame.kind == "signing" and not has_paper(clause):
            return None
        if home is None:
            home = Meeting(0, self._words(clause, mention), mention.kind, [mention])
        elif not self.told.has(home, mention):
            if others and not self.told.names_others(home) and home.is_encounter:
                self._name(home, mention)  # *Brandvik receives* in the headline
            home.mentions.append(mention)
        paper = clause.meeting if clause.frame.kind == "signing" else noun_inside(clause)
        if paper and paper not in self.named and self.taken_up(paper) is None and not self.told.has(home, paper):
            if not paper.is_short and home.is_encounter:
                self._name(home, replace(mention, first=clause.words[0], last=paper.last))
            home.mentions.append(paper)
        housed = any(agent.body and not agent.body.is_state for agent in clause.object)
        self.told.add(Telling(clause.frame.kind, everyone, others, apart, in_headline(self.page, clause), home, housed))
        return home

    def _of_nobody(self, clause: Clause) -> Meeting | None:
        """*Experts met in Oslo*: the meeting that the text tells of anyway; one of its own if it tells of none."""
        told = {id(meeting): meeting for meeting in (*self.named.values(), *self.told.meetings())}
        fits = [
            meeting
            for meeting in told.values()
            if meeting.kind not in tables.meetings("deed")
            and not (self._fitting.is_elsewhere(meeting, clause) or self._fitting.is_another_day(meeting, clause))
            and not (is_only_cited(self.page, meeting) or any(one.apart for one in meeting.mentions))
        ]
        if not is_to_come(clause) and any(not self.told.is_recalled(meeting) for meeting in fits):
            return None
        mention = replace(naming(clause), plural=True)
        home = Meeting(0, self._words(clause, mention), mention.kind, [mention])
        self.told.add(Telling(clause.frame.kind, frozenset(), frozenset(), False, False, home))
        return home

    def _words(self, clause: Clause, mention: MeetingMention) -> str:
        """The words from the verb to the first object, passing over others told beside it."""
        others = clause.partners or clause.object
        spanned = self.page.places_of(";", mention.first, mention.last)  # met Q, Secretary*;* R, Envoy
        if len(others) == 1 and (spanned or mention.last - mention.first > _LONGEST):
            chunk = clause.chunks[others[0].at]
            return f"{self.page.words(*clause.words)} {self.page.words(chunk.first, chunk.last)}"
        who = clause.chunks[clause.subject[-1].at] if clause.subject and mention.gathered else None
        told = who is not None and who.last + _TOLD_MORE < clause.words[0] and mention.first == who.first
        if who and told and not self.page.places_of(",", who.last, clause.words[0]):  # the Group that P heads met
            return f"{self.page.words(who.first, who.last)} {self.page.words(*clause.words)}"
        return self.page.words(mention.first, mention.last)

    def _name(self, home: Meeting, mention: MeetingMention) -> None:
        """A meeting that nouns only call *the meeting* has the words of the verb as its name."""
        home.also.append(home.name)
        home.name = self.page.words(mention.first, mention.last)

    # ---------------------------------------------------------------- named by a noun

    def _by_noun(self, clause: Clause, everyone: Sides) -> Meeting | None:
        """The meeting that the verb's own words name, or its sentence opens with; else the one that can be meant."""
        if clause.is_it:
            return self._just_named(clause)
        if (said := self._said_behind(clause) or self._just_dated(clause)) is not None:
            return said
        if clause.frame.kind == "signing" and clause.hit.infinitive and clause.meeting is None:
            return None
        if (noun := noun_inside(clause)) and (here := self.named.get(noun)):
            return here
        if clause.meeting and (here := self.taken_up(clause.meeting)):
            beside = is_beside(clause, clause.meeting) or is_topic(clause, clause.meeting)
            speaks = speaks_of(clause.frame.kind, here.kind)
            if is_journey(self.page, clause.meeting) and clause.frame.kind != "visit" and not self._is_one:
                return None  # met Q during *a visit to Oslo*; he also met R
            if beside or not (speaks or not clause.frame.object):
                return self._with_partner(clause, everyone) if beside else None
            return here
        opening = fronted(clause)
        if opening and (here := self.taken_up(opening)):
            whole = here.kind != "visit" or self._is_one or opening.apart
            return here if whole and speaks_of(clause.frame.kind, here.kind) else None
        return self._that_fits(clause, everyone)

    def _said_behind(self, clause: Clause) -> Meeting | None:
        """What the next sentence says that it was: P met Q. *It was their first meeting* since 2019."""
        here = self.page.sentence_of(clause.words[0])
        mention = None if here is None else self._sayings.behind(here, clause.frame.kind)
        home = self.named.get(mention) if mention else None
        return home if home and speaks_of(clause.frame.kind, home.kind) else None

    def _that_fits(self, clause: Clause, everyone: Sides) -> Meeting | None:
        """The visit that began so, the meeting named with those met, or the only one that the verb can speak of."""
        visits = {id(m): m for m in self.named.values() if m.kind == "visit"}
        if len(visits) == 1 and is_arrival(clause):
            return next(iter(visits.values()))
        if opens_beside(clause) or ends_beside(clause):
            return None
        may = (m for m in self.named.values() if self._fitting.may_be(m, clause, everyone))
        fits = {id(m): m for m in may if not self._is_introduced_later(m, clause)}
        known = [m for m in fits.values() if self.sides.is_with(m, clause)]
        if len(known) == 1:
            return known[0]
        if in_headline(self.page, clause) and not (clause.object or clause.partners):
            return min(fits.values(), key=lambda m: min(one.first for one in m.mentions), default=None)
        if len(fits) > 1 and naming(clause).gathered:  # they came together: where the text named it, not what it adds
            fits = {at: m for at, m in fits.items() if any(one.first < clause.words[0] for one in m.mentions)}
        told = any(clause.frame.kind != "visit" or one.kind == "visit" for one in self.told.tellings)
        apart = clause.object or clause.partners or not named_together(self.page, fits.values())
        return next(iter(fits.values())) if fits and (len(fits) == 1 or not apart) and not told else None

    def _is_introduced_later(self, meeting: Meeting, clause: Clause) -> bool:
        """Whether the text comes to it only in a later sentence, as to a new one: they also held *a discussion*."""
        if in_headline(self.page, clause):
            return False
        here = self.page.sentence_of(clause.words[0]) or 0
        received = clause.frame.rule.startswith("part.receive")
        least = 0 if clause.frame.kind == "signing" else 1  # another paper that is no *the agreement*
        return all(
            (self.page.sentence_of(one.first) or 0) > here and one.name_last <= one.last
            and sum((received, not one.definite, is_strong(one))) > least
            for one in meeting.mentions
        )  # fmt: skip

    def _with_partner(self, clause: Clause, everyone: Sides) -> Meeting | None:
        """The one that a noun names by its partner: *P's meeting with Q*; P met Q on the margins of the Summit."""
        named = {id(m): m for mention, m in self.named.items() if mention.name_last > mention.last}
        fits = [m for m in named.values() if self._fitting.may_be(m, clause, everyone)]
        return fits[0] if len(fits) == 1 else None

    def _just_named(self, clause: Clause) -> Meeting | None:
        """*Signed it*: the meeting of that kind that was named last, shortly before."""
        first = clause.words[0]
        near = [
            (mention.first, home)
            for mention, home in self.named.items()
            if home.kind == clause.frame.kind and first - _SHORTLY < mention.first < first
        ]
        return max(near, key=lambda pair: pair[0])[1] if near else None

    def _told_apart(self, clause: Clause) -> Meeting | None:
        """*In an earlier visit* P had received Q: the meeting told apart by noun and verb alike."""
        opening = fronted(clause)
        return self.named.get(opening) if opening and opening.apart else None

    def _just_dated(self, clause: Clause) -> Meeting | None:
        """The last round was on 3 May. *On that day* P met Q: the one that the sentence before told of."""
        here = self.page.sentence_of(clause.words[0])
        if here is None or not points_to_day(clause):
            return None
        before = [one for one in self.named if self.page.sentence_of(one.first) == here - 1]
        home = self.named[before[-1]] if before else None
        called = clause.frame.kind == "call" and home is not None and home.kind in tables.meetings("had")
        fits = home is not None and home.kind != "visit" and (called or speaks_of(clause.frame.kind, home.kind))
        return home if fits and home and not any(one.planned for one in home.mentions) else None


def _adds(meeting: Meeting) -> bool:
    """Whether nouns only take the meeting up without a name of its own: *the meeting*."""
    return all(mention.is_short and mention.name_last <= mention.last for mention in meeting.mentions)
