"""Who met whom, by name: those around a verb beside those whom a noun names, the meeting *with Q*, talks with *B*."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.told import Sides
from kg.extraction.meeting.verbwords import in_headline
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.clauses import Clause
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.names import fold

_TO_PARTNER = 10
_OF_UNNAMED = 3  # chunks behind a verb in which the title of those stands whom a headline does not name


class SideReader:
    """Compares the sides of meetings on one page; ``name_of`` is what somebody around a verb is called."""

    def __init__(self, page: Page, name_of: Callable[[Agent], str | None]) -> None:
        self.page = page
        self.name_of = name_of

    def of(self, agents: Iterable[Agent]) -> Sides:
        """The names of those around a verb who have one."""
        return frozenset(name for agent in agents if (name := self.name_of(agent)))

    def is_one(self, clauses: Sequence[Clause], named: Collection[Meeting]) -> bool:
        """Whether all who are met are the same, by verb and noun: a visit with one meeting is that meeting."""
        met = {self.of(clause.object + clause.partners) for clause in clauses}
        partners = {frozenset(words) for meeting in named for words in self._partners(meeting)}
        partners |= {words for meeting in named for words in self._bodies(meeting)}
        apart = [words for words in partners if not any(_is_among(names, words) for names in met)]
        return len(met) + len(apart) < 2

    def is_with(self, meeting: Meeting, clause: Clause) -> bool:
        """Whether those met are the partner that a naming prints: P met Q in the headline, *a meeting with Q* below."""
        others = clause.partners or clause.object
        met = {fold(name).split()[-1] for name in self.of(others)}
        if not others:  # a surname alone, known to no grammar of names: met his Kenyan counterpart *Tembrook*
            behind = clause.chunks[clause.hit.end : clause.hit.end + _TO_PARTNER]
            met = {fold(chunk.text) for chunk in behind if chunk.kind == "word" and chunk.capital}
            if clause.unnamed and in_headline(self.page, clause):  # *meets Kenyan Ambassador*
                titles = [self.page.tokens[one.first : one.last] for one in behind[:_OF_UNNAMED] if one.titles]
                met |= {fold(token.text) for title in titles for token in title if token.is_capitalised}
        return any(met & partner for partner in self._partners(meeting)) or self._is_called_by(meeting, clause)

    def _is_called_by(self, meeting: Meeting, clause: Clause) -> bool:
        """Whether those who met are the two by whom it is called: the *Norway-Kenya* Dialogue. *Both sides* met."""
        everyone = self.of(clause.subject + clause.object + clause.partners)
        joined = (one.joined for one in meeting.mentions if one.joined)
        return any(self.of(Agent(0, body=body) for body in pair) == everyone for pair in joined)

    def is_of_others(self, meeting: Meeting, everyone: Sides) -> bool:
        """Whether a naming has a partner of its own who is none of these: *a meeting with R*."""
        surnames = {fold(name).split()[-1] for name in everyone}
        return any(surnames.isdisjoint(partner) for partner in self._partners(meeting))

    def _partners(self, meeting: Meeting) -> Iterator[Sides]:
        """The words for the partner in each naming that has one: a meeting *with Minister R*."""
        for mention in meeting.mentions:
            if mention.name_last > mention.last:
                yield frozenset(fold(self.page.words(mention.last, mention.name_last)).split())

    def _bodies(self, meeting: Meeting) -> Iterator[Sides]:
        """The words for each body with which talks beside a visit were: discussions *with the Reef Fund*."""
        told = (
            m
            for m in meeting.mentions
            if meeting.kind in tables.meetings("had") and meeting.kind != "visit" and not m.apart
        )
        for mention in told:
            for party in mention.parties:
                yield frozenset(fold(self.page.words(party.first, party.outer)).split())


def _is_among(names: Sides, words: Sides) -> bool:
    """Whether one of these people is printed among these words, by his last name."""
    return any(fold(name).split()[-1] in words for name in names)
