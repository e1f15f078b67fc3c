"""One document read: layers in order, then claims, each with the words that say it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kg.extraction.body import bodies as bodies_
from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.body.nested import nested_in
from kg.extraction.body.samebodies import unite_bodies
from kg.extraction.body.shortened import shortened
from kg.extraction.circumstances.foremost import foremost, lead_ends
from kg.extraction.circumstances.settings import Setting, settings
from kg.extraction.computed import computed
from kg.extraction.meeting.encounters import encounters, is_in_company, separated
from kg.extraction.meeting.meant import MeantReader
from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.meeting.nouns import MeetingReader
from kg.extraction.meeting.separate import of_partners
from kg.extraction.meeting.uniting import Uniting
from kg.extraction.meeting.verbwords import fronted
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk, Row, chunked
from kg.extraction.participation.clauses import Clause, ClauseReader
from kg.extraction.participation.delegations import DelegationReader
from kg.extraction.participation.ellipses import completed
from kg.extraction.participation.enumerated import enumerated
from kg.extraction.participation.gathered import gathered
from kg.extraction.participation.greetings import with_greetings
from kg.extraction.participation.groups import GroupReader
from kg.extraction.participation.parts import Part
from kg.extraction.participation.protagonist import ProtagonistParts
from kg.extraction.participation.records import of_lines
from kg.extraction.participation.reported import unless_told
from kg.extraction.participation.rows import RowReader
from kg.extraction.participation.stations import StationParts
from kg.extraction.participation.story import StoryReader
from kg.extraction.participation.unsaid import unless_said
from kg.extraction.participation.visitors import VisitorParts
from kg.extraction.person import namesakes
from kg.extraction.person import people as people_
from kg.extraction.person.beside_posts import begins_field, ends_field
from kg.extraction.person.described import described
from kg.extraction.person.listed import with_listed
from kg.extraction.person.people import Person, PersonMention
from kg.extraction.person.pronouns_beside import ObjectPronounReader
from kg.extraction.person.ranked import ranked
from kg.extraction.person.standing import standing
from kg.extraction.post.appointments import AppointmentReader, Told
from kg.extraction.post.homes import HomeReader, Homes
from kg.extraction.post.implied import Implied, ImpliedReader
from kg.extraction.post.no_posts import is_spokesperson
from kg.extraction.post.posts import holdings, signatures
from kg.extraction.post.ranks import with_posts
from kg.extraction.post.sharing import Holding
from kg.extraction.post.successions import Succession, SuccessionReader
from kg.extraction.post.titles import TitleReader, Titles
from kg.extraction.relation.about import About
from kg.extraction.relation.bodyrows import body_row
from kg.extraction.relation.memberlists import under_headings
from kg.extraction.relation.ownership import named_by_owner
from kg.extraction.relation.relations import Tie, ties
from kg.extraction.suspicion import listed_group_at
from kg.extraction.text.page import Page
from kg.extraction.text.parts import parts
from kg.extraction.words import known, tables
from kg.model.text import Document

M = TypeVar("M")


def dated(document: Document) -> Document:
    """The document with its date of issue: as it is known already, else as its dateline prints it."""
    if document.published or not (printed := Page(next(parts(document)).document).published):
        return document
    return replace(document, published=printed, published_from="dateline")


class Reading:
    """The layers of one page, each computed once from those below it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @computed
    def person_mentions(self) -> list[PersonMention]:
        """Every mention of a person, in order."""
        taken = known.taken_by_known(self.page)
        found = with_listed(self.page, people_.find_people(self.page, taken), taken)
        found = namesakes.with_surnames(self.page, with_posts(self.page, found, taken))
        return [mention for mention in found if self._is_told(mention.first)]

    def _is_told(self, token: int) -> bool:
        """Whether a token stands in a sentence or entry: a press contact in the furniture is none of the story."""
        return self.page.sentence_of(token) is not None

    @computed
    def people(self) -> list[Person]:
        """The people named, each with all mentions."""
        return namesakes.unite(self.page, self.person_mentions)

    @computed
    def _people_mask(self) -> list[bool]:
        return self._mask((m.first, m.outer) for m in self.person_mentions)

    def _mask(self, spans: Iterable[tuple[int, int]]) -> list[bool]:
        mask = [False] * len(self.page.tokens)
        for first, last in spans:
            mask[first:last] = [True] * (last - first)
        return mask

    @computed
    def body_mentions(self) -> list[BodyMention]:
        """Every mention of a body or state, in order; listed groups are none."""
        return [mention for mention in self._bodies_printed if self._is_told(mention.first)]

    @computed
    def _bodies_printed(self) -> list[BodyMention]:
        """Every mention of a body or state on the page, its furniture included."""
        found = bodies_.find_bodies(self.page, self._people_mask)
        return [mention for mention in found if listed_group_at(self.page, mention.first) != mention.last]

    @computed
    def meeting_mentions(self) -> list[MeetingMention]:
        """Every noun that names a meeting, in order."""
        found = MeetingReader(self.page, self.body_mentions, self._people_mask).all()
        return [
            m
            for m in found
            if self._is_told(m.first)
            and not (m.head == m.first and ends_field(self.page, m.first))
            and not begins_field(self.page, m.first)
        ]

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
    def _homes(self) -> list[tuple[Clause, Meeting]]:
        """Of which meeting each verb of meeting speaks: one that a noun names, or one of its own."""
        named = {mention: meeting for meeting in self._uniting.named() for mention in meeting.mentions}
        told = [one for one in encounters(c for row in self.clauses for c in row) if self._is_all_told(one)]
        return MeantReader(self.page, named, self._uniting.taken_up, self.agent_name).all(told)

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
    def titles(self) -> list[Titles]:
        """Every group of titles, in order."""
        named = self._mask((m.first, m.last) for m in self.meeting_mentions)
        blocked = list(map(any, zip(self._people_mask, named, strict=True)))
        return TitleReader(self.page, self.body_mentions, blocked).all()

    @computed
    def bodies(self) -> list[Body]:
        """The bodies and states named, each with all mentions."""
        printed = [title.body for group in self.titles for title in group.titles]
        printed += [holding.body.body for holding in self.holdings if holding.body]
        slots = [body for body in printed if body and body.rule in ("body.slot", "body.place")]
        owners = nested_in(self.page, self.body_mentions, self._people_mask)
        return unite_bodies(self.page, [*self.body_mentions, *slots, *owners])

    @computed
    def begins(self) -> list[Chunk | None]:
        """For every token the chunk that begins there."""
        return chunked(self.page, self.person_mentions, self.titles, self.body_mentions, self.meeting_mentions)

    @computed
    def rows(self) -> list[Row]:
        """The chunks of each sentence; entries of a list follow the sentence that introduces them, parted by ;."""
        return RowReader(self.page, self.begins).all()

    @computed
    def holdings(self) -> list[Holding]:
        """Which title belongs to which person."""
        found = [holding for row in self.rows for holding in holdings(self.page, row)]
        held = {holding.titles.first for holding in found}
        return found + [h for h in signatures(self.page, self.rows) if h.titles.first not in held]

    @computed
    def holders(self) -> dict[int, PersonMention]:
        """Whose post a title tells, by its first token: attached to a name, or the description of one."""
        attached = {holding.titles.first: holding.person for holding in reversed(self.holdings)}
        return attached | described(self.page, self.titles, attached, self.people)

    @computed
    def owner(self) -> dict[int, PersonMention]:
        """Whom a title means, by its first token: its holder, or the person for whom it stands alone."""
        return self.holders | standing(self.page, self.titles, self.holders, self.person_of, self.body_name)

    @computed
    def pronouns(self) -> dict[int, PersonMention]:
        """Whom *he*, *she* and *the admiral* mean, by their token: a mention of that person."""
        meant = ObjectPronounReader(self.page, self.titles, self.owner, self.person_of).all()
        return ranked(self.page, self.person_of) | meant

    @computed
    def _appointments(self) -> AppointmentReader:
        return AppointmentReader(self.page, self.holders, self.owner, self.pronouns)

    @computed
    def told(self) -> dict[int, Told]:
        """What a verb tells of each group of titles, by its first token: whose, in what sense, since and until when."""
        return self._appointments.told(self.rows)

    @computed
    def successions(self) -> list[Succession]:
        """The posts that somebody has by having come before or after another."""
        return list(SuccessionReader(self._appointments, self.told, self.person_of).all(self.rows))

    @computed
    def implied(self) -> list[Implied]:
        """The posts that no title names."""
        return list(ImpliedReader(self.page, self.owner, self._appointments.subject).all(self.rows))

    @computed
    def homes(self) -> Homes:
        """Where posts are held whose own phrase names no body."""
        told = {first: told.person for first, told in self.told.items() if told.said and told.person}
        reader = HomeReader(self.page, self.titles, self.holdings, told | self.holders)
        return reader.all(self.begins, self.rows, self.bodies, self._person_name, self.body_name)

    def _person_name(self, mention: PersonMention) -> str | None:
        person = self.person_of.get(mention)
        return person.name if person else None

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
        found += of_lines(self.page, self.begins, self.meetings, self.person_of)
        found += of_partners(self.meetings, people, self.clauses, self.rows)
        his = ProtagonistParts(told, story.meeting_of, story.home_of, found, self.person_of)
        found += gathered(told, story.home_of)
        found += VisitorParts(told, story.meeting_of, story.home_of, found).all()
        inferred = list(his.all())
        inferred += StationParts(his, inferred).all()
        found += [part for part in inferred if self._state(part) != "cancelled"]
        reported = [p for p in story.reported if self._state(p) == "held" and not self._tells_the_press(p)]
        found += unless_told(reported, found, self.agent_name)
        listed = unless_said(story.unsaid, found, self.agent_name, ahead)
        return found + [part for part in listed if self._state(part) != "cancelled"]

    def _tells_the_press(self, part: Part) -> bool:
        """Whether a spokesperson only tells of a meeting; at a briefing he speaks."""
        return part.meeting.kind != "briefing" and self.agent_name(part.agent) in self._spokespersons

    @computed
    def _spokespersons(self) -> set[str | None]:
        """The names of those who speak to the press for others."""
        heads = {group.first for group in self.titles if is_spokesperson(self.page, group)}
        return {self._person_name(mention) for first, mention in self.owner.items() if first in heads}

    def _state(self, part: Part) -> str:
        return self.settings[part.meeting.number].state

    @computed
    def stated_ties(self) -> list[Tie]:
        """The ties between bodies that sentences and headings state."""
        named = {mention.first: mention for body in self.bodies for mention in body.mentions}
        bodies = shortened(self.page, self.bodies) | named
        rows = [body_row(self.page, row, bodies) for row in self.rows]
        return [*ties(rows), *under_headings(rows), *self._about.ties()]

    @computed
    def _about(self) -> About:
        """What paragraphs under *About the Agency* tell."""
        return About(self.page, self._bodies_printed, self.bodies)

    @computed
    def ties(self) -> list[Tie]:
        """All ties between bodies: stated, or said by how a body is named."""
        in_titles = {at for group in self.titles for at in range(group.first, group.last)}
        return [*self.stated_ties, *named_by_owner(self.page, self.bodies, in_titles)]

    @computed
    def tied(self) -> set[int]:
        """The first tokens of the bodies of which a tie is told; an owner in another's name is not told of."""
        return {tie.subject.first for tie in self.ties} | {tie.object.first for tie in self.stated_ties}

    # ---------------------------------------------------------------- names of things

    @computed
    def person_of(self) -> dict[PersonMention, Person]:
        """Who is meant by each mention of a person."""
        return {mention: person for person in self.people for mention in person.mentions}

    @computed
    def _body_of(self) -> dict[tuple[int, int], Body]:
        return {(m.first, m.last): body for body in self.bodies for m in body.mentions}

    def body_name(self, mention: BodyMention | None) -> str | None:
        """The document's name of the body mentioned, or None; a state by adjective has its name there, or its own."""
        if mention is None:
            return None
        body = self._body_of.get((mention.first, mention.last))
        if body:
            return body.name
        if name := self._about.name_of(mention):
            return name
        if mention.known is None:
            return None
        printed = self._body_known_as.get(mention.known)
        return printed or (known.state_name(mention.known) if mention.is_state else None)

    @computed
    def _body_known_as(self) -> dict[str, str]:
        """The document's name of each known body."""
        return {body.known: body.name for body in self.bodies if body.known}

    def agent_name(self, agent: Agent) -> str | None:
        """The document's name of a person or body in a list, or None."""
        if agent.person:
            person = self.person_of.get(agent.person)
            return person.name if person else None
        return self.body_name(agent.body)
