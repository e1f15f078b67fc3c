"""One document read: layers in order, then claims, each with the words that say it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from kg.extraction.body.shortened import shortened
from kg.extraction.circumstances.foremost import foremost, lead_ends
from kg.extraction.circumstances.settings import Setting, settings
from kg.extraction.computed import computed
from kg.extraction.held import Held
from kg.extraction.meeting.encounters import encounters, is_in_company, separated
from kg.extraction.meeting.meant import MeantReader
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.retold import named_twice, retold
from kg.extraction.meeting.separate import of_partners
from kg.extraction.meeting.uniting import Uniting
from kg.extraction.meeting.verbwords import fronted
from kg.extraction.participation.arrivals import arrivals
from kg.extraction.participation.bylines import bylines
from kg.extraction.participation.clauses import Clause, ClauseReader
from kg.extraction.participation.delegations import DelegationReader
from kg.extraction.participation.ellipses import completed
from kg.extraction.participation.enumerated import enumerated
from kg.extraction.participation.gathered import gathered
from kg.extraction.participation.greetings import with_greetings
from kg.extraction.participation.groups import GroupReader
from kg.extraction.participation.parts import Part
from kg.extraction.participation.protagonist import ProtagonistParts
from kg.extraction.participation.records import of_records
from kg.extraction.participation.reported import unless_told
from kg.extraction.participation.stations import StationParts
from kg.extraction.participation.story import StoryReader
from kg.extraction.participation.unsaid import unless_said
from kg.extraction.participation.visitors import VisitorParts
from kg.extraction.relation.memberlists import under_headings
from kg.extraction.relation.ownership import named_by_owner
from kg.extraction.relation.pagerows import BodyRows
from kg.extraction.relation.relations import Tie, ties
from kg.extraction.text.page import Page
from kg.extraction.text.parts import parts
from kg.extraction.words import tables
from kg.extraction.words.cues import cues
from kg.model.text import Document

M = TypeVar("M")
Home = tuple[Clause, Meeting]


def dated(document: Document) -> Document:
    """The document with its date of issue: as it is known already, else as its dateline prints it."""
    if document.published or not (printed := Page(next(parts(document)).document).published):
        return document
    return replace(document, published=printed, published_from="dateline")


class Reading(Held):
    """The layers of one page, each computed once from those below it; above its names and posts what it tells."""

    @computed
    def _uniting(self) -> Uniting:
        return Uniting(self.page, self.meeting_mentions)

    @computed
    def _readers(self) -> list[ClauseReader]:
        readers = [ClauseReader(row, self.owner, self.pronouns) for row in self.rows]
        groups = GroupReader(self.page, self.rows, readers.__getitem__, self.agent_name).all()
        for number, of_row in DelegationReader(self.rows, readers.__getitem__, self.agent_name).all().items():
            groups[number] = of_row | groups.get(number, {})
        for number, of_row in groups.items():
            readers[number] = ClauseReader(self.rows[number], self.owner, self.pronouns, of_row)
        return readers

    @computed
    def clauses(self) -> list[list[Clause]]:
        """The clauses of each row that say who takes part."""
        told = [(with_greetings(completed(reader.clauses, reader.agents)), reader) for reader in self._readers]
        listed = [[one for clause in clauses for one in enumerated(clause, reader)] for clauses, reader in told]
        return [[one for clause in clauses for one in separated(clause)] for clauses in listed]

    @computed
    def _homes(self) -> list[Home]:
        """Of which meeting each verb of meeting speaks: one that a noun names, or one of its own."""
        named = {mention: meeting for meeting in self._uniting.named() for mention in meeting.mentions}
        told = [one for one in encounters(c for row in self.clauses for c in row) if self._is_all_told(one)]
        homes = MeantReader(self.page, named, self._uniting.taken_up, self.agent_name).all(told)
        for one, again in named_twice(homes, named):
            homes = self._united(homes, one, again)
        for one, again in retold(self.page, [*self._uniting.meetings, *(m for _, m in homes)], lead_ends(self.page)):
            homes = self._united(homes, one, again)
        return homes

    def _united(self, homes: Sequence[Home], one: Meeting, again: Meeting) -> list[Home]:
        """The meeting of each verb when the first is found to be the second."""
        self._uniting.unite(one, again)
        return [(clause, again if home is one else home) for clause, home in homes]

    def _is_all_told(self, clause: Clause) -> bool:
        """Whether a text that has named no meeting begins with what two discussed; else they discussed it there."""
        if not clause.frame.is_of_talk or is_in_company(clause):
            return True
        opening = fronted(clause)
        if opening and opening.kind in tables.meetings("had"):
            return True  # *In a phone call* P and Q discussed it
        first = clause.words[0]
        named = any(mention.first < first for mention in self.meeting_mentions)
        verbs = any(
            other.frame.meeting == "own" and other is not clause and other.words[0] < first
            for row in self.clauses
            for other in row
        )
        return first < lead_ends(self.page) and not named and not verbs

    @computed
    def meetings(self) -> list[Meeting]:
        """Every meeting, by noun or by verb, numbered in the order of the text."""
        told = [home for _, home in self._homes]
        return self._uniting.all(told)

    @computed
    def settings(self) -> dict[int, Setting]:
        """When and where each meeting was, by its number."""
        return settings(self.page, self.begins, self.meetings)

    @computed
    def main(self) -> Meeting | None:
        """The main event: told in the headline or lead, mentioned most; one to come only if nothing else is there."""
        return foremost(self.page, self.meetings, self.settings)

    @computed
    def parts(self) -> list[Part]:
        """Who took part in what, as stated."""
        ahead = frozenset(number for number, setting in self.settings.items() if setting.state == "planned")
        story = StoryReader(self.page, self.meetings, self._homes, self.main, ahead)
        told = [(reader.agents, clauses) for reader, clauses in zip(self._readers, self.clauses, strict=True)]
        found = [part for agents, clauses in told for part in story.read(agents, clauses)]
        people = {(mention.first, mention.last): mention for mention in self.person_mentions}
        found += arrivals(self.page, self.begins, self.meetings)
        found += of_records(self.page, self.begins, self.meetings, self.person_of)
        found += of_partners(self.meetings, people, self.clauses, self.rows)
        his = ProtagonistParts(told, story.meeting_of, story.home_of, found, self.person_of)
        found += gathered(told, story.home_of)
        found += bylines(self.page, told, story.meeting_of)
        found += VisitorParts(told, story.meeting_of, story.home_of, found).all()
        inferred = list(his.all())
        inferred += StationParts(his, inferred).all()
        found = [part for part in found if not self._is_called_off(part)]
        found += [part for part in inferred if self._state(part) != "cancelled"]
        reported = [p for p in story.reported if self._state(p) == "held" and not self._tells_the_press(p)]
        found += unless_told(reported, found, self.agent_name)
        listed = unless_said(story.unsaid, found, self.agent_name, ahead)
        return found + [part for part in listed if self._state(part) != "cancelled"]

    def _tells_the_press(self, part: Part) -> bool:
        """Whether a spokesperson only tells of a meeting; at a briefing he speaks."""
        return part.meeting.kind != "briefing" and self.agent_name(part.agent) in self._spokespersons

    def _is_called_off(self, part: Part) -> bool:
        """Whether the sentence that tells of it says that it came to nothing: talks of A and B *were cancelled*."""
        index = self.page.sentence_of(part.chunk.first) if self._state(part) == "cancelled" else None
        said = self.page.sentences[index] if index is not None else None
        return said is not None and bool(self.page.places(cues("setting-cues", "cancelled"), said.first, said.last))

    def _state(self, part: Part) -> str:
        return self.settings[part.meeting.number].state

    @computed
    def stated_ties(self) -> list[Tie]:
        """The ties between bodies that sentences and headings state."""
        named = {mention.first: mention for body in self.bodies for mention in body.mentions}
        bodies = shortened(self.page, self.bodies) | named
        rows = BodyRows(self.page, self.rows, bodies)
        return [*ties(rows), *under_headings(rows), *self._about.ties()]

    @computed
    def ties(self) -> list[Tie]:
        """All ties between bodies: stated, or said by how a body is named."""
        in_titles = {at for group in self.titles for at in range(group.first, group.last)}
        return [*self.stated_ties, *named_by_owner(self.page, self.bodies, in_titles)]

    @computed
    def tied(self) -> set[int]:
        """The first tokens of the bodies of which a tie is told; an owner in another's name is not told of."""
        return {tie.subject.first for tie in self.ties} | {tie.object.first for tie in self.stated_ties}
