"""What a page names: people, bodies, meetings by nouns, titles; its sentences as rows of these; who has which name."""

from collections.abc import Iterable

from kg.extraction.body import bodies as bodies_
from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.body.nested import nested_in
from kg.extraction.body.postshort import stands_for_post
from kg.extraction.body.samebodies import unite_bodies
from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.meeting.nouns import MeetingReader
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk, Row, chunked
from kg.extraction.participation.rows import RowReader
from kg.extraction.person import namesakes
from kg.extraction.person import people as people_
from kg.extraction.person.beside_posts import begins_field, ends_field
from kg.extraction.person.listed import with_listed
from kg.extraction.person.people import Person, PersonMention
from kg.extraction.post.posts import holdings, signatures
from kg.extraction.post.ranks import with_posts
from kg.extraction.post.sharing import Holding
from kg.extraction.post.titles import TitleReader, Titles
from kg.extraction.relation.about import About
from kg.extraction.suspicion import listed_group_at
from kg.extraction.text.page import Page
from kg.extraction.words import known


class Named:
    """The layers of names of one page, each computed once from those below it."""

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
        found = [mention for mention in found if listed_group_at(self.page, mention.first) != mention.last]
        return [mention for mention in found if not stands_for_post(self.page, mention, self._people_mask)]

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
    def titles(self) -> list[Titles]:
        """Every group of titles, in order."""
        named = self._mask((m.first, m.last) for m in self.meeting_mentions)
        blocked = list(map(any, zip(self._people_mask, named, strict=True)))
        return TitleReader(self.page, self.body_mentions, blocked).all()

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
    def bodies(self) -> list[Body]:
        """The bodies and states named, each with all mentions."""
        printed = [title.body for group in self.titles for title in group.titles]
        printed += [holding.body.body for holding in self.holdings if holding.body]
        slots = [body for body in printed if body and body.rule in ("body.slot", "body.place")]
        owners = nested_in(self.page, self.body_mentions, self._people_mask)
        return unite_bodies(self.page, [*self.body_mentions, *slots, *owners])

    # ---------------------------------------------------------------- names of things

    @computed
    def _about(self) -> About:
        """What paragraphs under *About the Agency* tell."""
        return About(self.page, self._bodies_printed, self.bodies)

    @computed
    def person_of(self) -> dict[PersonMention, Person]:
        """Who is meant by each mention of a person."""
        return {mention: person for person in self.people for mention in person.mentions}

    def _person_name(self, mention: PersonMention) -> str | None:
        person = self.person_of.get(mention)
        return person.name if person else None

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
