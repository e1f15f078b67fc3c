"""One document read: layers in order, then claims, each with the words that say it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from kg.extraction import bodies as bodies_
from kg.extraction import meetings as meetings_
from kg.extraction import people as people_
from kg.extraction.agents import Agent, AgentReader
from kg.extraction.bodies import Body, BodyMention
from kg.extraction.chunks import Chunk, chunked, of_sentence
from kg.extraction.described import described
from kg.extraction.encounters import Encounter, as_meeting, encounters, meant_by
from kg.extraction.meetings import Meeting, MeetingMention, MeetingReader
from kg.extraction.page import Page, Sentence
from kg.extraction.participations import Part, ParticipationReader, of_encounter
from kg.extraction.people import Person, PersonMention
from kg.extraction.posts import Holding, holdings
from kg.extraction.relations import Tie, ties
from kg.extraction.rules import tier
from kg.extraction.settings import Setting, settings
from kg.extraction.suspicion import listed_group_at, suspects
from kg.extraction.titles import Title, TitleReader, Titles
from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document, Evidence

M = TypeVar("M")
_CLASPS = frozenset(("was", "were", "is", "of", "the", ","))


def read(document: Document) -> tuple[Claim, ...]:
    """All that a document says of people, bodies, posts, meetings and who took part, each with its words."""
    return tuple(Reading(Page(document)).claims())


def dated(document: Document) -> Document:
    """The document with its date of issue: as it is known already, else as its dateline prints it."""
    if document.published or not (printed := Page(document).published):
        return document
    return replace(document, published=printed, published_from="dateline")


class Reading:
    """The layers of one page, each computed once from those below it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def person_mentions(self) -> list[PersonMention]:
        found = people_.find_people(self.page, bodies_.taken_by_known(self.page))
        return people_.with_surnames(self.page, found)

    @cached_property
    def people(self) -> list[Person]:
        return people_.unite(self.page, self.person_mentions)

    @cached_property
    def _people_mask(self) -> list[bool]:
        return self._mask((m.first, m.last) for m in self.person_mentions)

    def _mask(self, spans: Iterable[tuple[int, int]]) -> list[bool]:
        mask = [False] * len(self.page.tokens)
        for first, last in spans:
            mask[first:last] = [True] * (last - first)
        return mask

    @cached_property
    def body_mentions(self) -> list[BodyMention]:
        found = bodies_.find_bodies(self.page, self._people_mask)
        return [mention for mention in found if listed_group_at(self.page, mention.first) != mention.last]

    @cached_property
    def meeting_mentions(self) -> list[MeetingMention]:
        return MeetingReader(self.page, self.body_mentions, self._people_mask).all()

    @cached_property
    def _named_meetings(self) -> list[Meeting]:
        return meetings_.unite(self.page, self.meeting_mentions)

    @cached_property
    def encounters(self) -> list[Encounter]:
        """The verbs of meeting, in order."""
        return [found for row in self.rows for found in encounters(row, AgentReader(row, self.owner))]

    @cached_property
    def _homes(self) -> list[tuple[Encounter, Meeting]]:
        """Of which meeting each verb speaks: one that a noun names, or one of its own."""
        named = {mention: meeting for meeting in self._named_meetings for mention in meeting.mentions}
        partners: dict[frozenset[str | None], Meeting] = {}
        homes: list[tuple[Encounter, Meeting]] = []
        for encounter in self.encounters:
            who = frozenset(self._agent_name(agent) for agent in encounter.objects)
            home = partners.get(who) or meant_by(encounter, named, homes)
            if home is None:
                home = as_meeting(self.page, encounter)
            partners[who] = home
            homes.append((encounter, home))
        return homes

    @cached_property
    def meetings(self) -> list[Meeting]:
        """Every meeting, by noun or by verb, numbered in the order of the text."""
        found = list(self._named_meetings)
        found += [home for _, home in self._homes if home not in found]
        unique = list({id(meeting): meeting for meeting in found}.values())
        return meetings_.numbered(unique)

    @cached_property
    def titles(self) -> list[Titles]:
        named = self._mask((m.first, m.last) for m in self.meeting_mentions)
        blocked = [person or meeting for person, meeting in zip(self._people_mask, named, strict=True)]
        return TitleReader(self.page, self.body_mentions, blocked).all()

    @cached_property
    def bodies(self) -> list[Body]:
        slots = [t.body for group in self.titles for t in group.titles if t.body and t.body.rule == "body.slot"]
        return bodies_.unite(self.page, [*self.body_mentions, *slots])

    @cached_property
    def begins(self) -> list[Chunk | None]:
        return chunked(self.page, self.person_mentions, self.titles, self.body_mentions, self.meeting_mentions)

    @cached_property
    def rows(self) -> list[list[Chunk]]:
        """The chunks of each sentence; entries of a list follow the sentence that introduces them, parted by ;."""
        rows: list[list[Chunk]] = []
        before: Sentence | None = None
        for sentence in self.page.sentences:
            chunks = of_sentence(self.begins, sentence)
            if before and rows and self._carries_on(before, sentence):
                if not rows[-1] or not rows[-1][-1].is_word(":"):
                    rows[-1].append(Chunk("word", sentence.first, sentence.first, ";"))
                rows[-1] += chunks
            else:
                rows.append(chunks)
            before = sentence
        return rows

    def _carries_on(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence or entry goes on with the one before: after a colon, comma or semicolon, or in its list."""
        if sentence.block.kind in ("headline", "heading", "dateline") or before.block.kind in ("headline", "dateline"):
            return False
        if sentence.is_item and before.block is sentence.block:
            return True
        final = self.page.tokens[before.last - 1]
        between = self.page.text[final.end : self.page.tokens[sentence.first].start]
        introduced = sentence.is_item and sentence.block.intro is not None
        return final.text in ":,;" or between.lstrip().startswith((";", ",", ":")) or introduced

    @cached_property
    def holdings(self) -> list[Holding]:
        return [holding for row in self.rows for holding in holdings(row)]

    @cached_property
    def owner(self) -> dict[int, PersonMention]:
        """Whose a title is, by its first token: attached to a name, or standing for one."""
        attached = {holding.titles.first: holding.person for holding in self.holdings}
        return attached | described(self.page, self.titles, attached, self.people)

    @cached_property
    def settings(self) -> dict[int, Setting]:
        return settings(self.page, self.begins, self.meetings)

    @cached_property
    def main(self) -> Meeting | None:
        """The main event: held, told in the headline or lead, mentioned most."""
        held = [m for m in self.meetings if self.settings[m.number].state == "held"]
        return max(held, key=lambda m: (len(m.mentions), m.ordinal is not None, -m.number), default=None)

    @cached_property
    def parts(self) -> list[Part]:
        of_mention = {mention: meeting for meeting in self.meetings for mention in meeting.mentions}
        stated = [p for row in self.rows for p in ParticipationReader(row, self.owner, of_mention, self.main).all()]
        return stated + [part for encounter, home in self._homes for part in of_encounter(encounter, home)]

    @cached_property
    def ties(self) -> list[Tie]:
        return [tie for row in self.rows for tie in ties(row, AgentReader(row, self.owner))]

    # ---------------------------------------------------------------- names of things

    @cached_property
    def _person_of(self) -> dict[PersonMention, Person]:
        return {mention: person for person in self.people for mention in person.mentions}

    @cached_property
    def _body_of(self) -> dict[tuple[int, int], Body]:
        return {(m.first, m.last): body for body in self.bodies for m in body.mentions}

    def body_name(self, mention: BodyMention | None) -> str | None:
        """The document's name of the body mentioned, or None; a state by adjective has the state's name."""
        if mention is None:
            return None
        body = self._body_of.get((mention.first, mention.last))
        if body:
            return body.name
        return bodies_.state_name(mention.known) if mention.known and mention.is_state else None

    # ---------------------------------------------------------------- claims

    def claims(self) -> Iterator[Claim]:
        """Every claim, kind by kind, in the order of the text."""
        acting = self._acting_bodies()
        yield from (self._person(person) for person in self.people)
        yield from (self._body(body) for body in self.bodies if not body.is_state or body.name in acting)
        yield from (self._meeting(meeting) for meeting in self.meetings)
        yield from self._attestations()
        yield from self._participations()
        yield from self._relations()

    def _acting_bodies(self) -> set[str | None]:
        agents = [part.agent for part in self.parts] + [a for tie in self.ties for a in (tie.subject, tie.object)]
        return {self.body_name(agent.body) for agent in agents if agent.body}

    def _person(self, person: Person) -> NameUse:
        forms = _first_of_each(person.mentions, lambda m: self.page.words(m.name, m.last))
        rule = person.mentions[0].rule
        also = tuple(form for form in forms if form != person.name)
        return NameUse(
            kind="person", name=person.name, honorific=person.honorific, also=also, rule=rule, tier=tier(rule),
            evidence=self._passages((m.first, m.last) for m in forms.values()),
        )  # fmt: skip

    def _body(self, body: Body) -> NameUse:
        forms = _first_of_each(body.mentions, lambda m: self.page.words(m.first, m.last))
        rule = body.mentions[0].rule
        also = tuple(form for form in forms if form not in (body.name, body.acronym))
        return NameUse(
            kind="state" if body.is_state else "organisation", name=body.name, acronym=body.acronym, also=also,
            rule=rule, tier=tier(rule), evidence=self._passages((m.first, m.outer) for m in forms.values()),
        )  # fmt: skip

    def _meeting(self, meeting: Meeting) -> MeetingReport:
        setting = self.settings[meeting.number]
        full = next(
            (m for m in meeting.mentions if self.page.words(m.first, m.last) == meeting.name), meeting.mentions[0]
        )
        offsets = [self._offsets(full.first, full.last), setting.when, setting.where]
        return MeetingReport(
            meeting=meeting.identifier, name=meeting.name, also=tuple(meeting.also), kind=meeting.kind,
            ordinal=meeting.ordinal, start=setting.start, end=setting.end, printed_date=setting.printed,
            place=setting.place, state=setting.state, rule="meeting.named", tier=tier("meeting.named"),
            evidence=self._cut(span for span in offsets if span),
        )  # fmt: skip

    def _attestations(self) -> Iterator[Attestation]:
        """One per person, role and body; "Minister Varga" says nothing that a fuller title of hers does not say."""
        seen: set[tuple[str, str, str | None]] = set()
        full = {claim.person for claim in self._all_attestations if claim.organisation}
        for claim in self._all_attestations:
            key = (claim.person, claim.role.casefold(), claim.organisation)
            short = claim.organisation is None and claim.person in full and claim.status == "substantive"
            if key not in seen and not (short and claim.rule == "post.title-name/bare"):
                seen.add(key)
                yield claim

    @cached_property
    def _all_attestations(self) -> list[Attestation]:
        return list(self._each_attestation())

    def _each_attestation(self) -> Iterator[Attestation]:
        for group in self.titles:
            mention = self.owner.get(group.first) if group.first not in self._tainted else None
            person = self._person_of.get(mention) if mention else None
            if mention is None or person is None:
                continue
            holding = next((h for h in self.holdings if h.titles is group), None)
            yield from (self._attestation(person, mention, title, holding) for title in group.titles)

    @cached_property
    def _tainted(self) -> set[int]:
        """The titles that make nobody an official."""
        return {first for row in self.rows for first in suspects(self.page, row)}

    def _attestation(
        self, person: Person, mention: PersonMention, title: Title, holding: Holding | None
    ) -> Attestation:
        between = holding.body.body if holding and holding.body else None
        body = title.body or between
        rule = f"{holding.rule if holding else 'post.described'}/{'body' if body else 'bare'}"
        end = title.body.last if title.body and title.body.outer == title.last else title.last
        spans = [(mention.first, mention.last), (title.first, end)]
        if between and not title.body:
            spans.append((between.first, between.outer))
        return Attestation(
            person=person.name, role=title.role(self.page), organisation=self.body_name(body),
            title=self.page.words(title.first, end), status=title.status, attested_on=self._attested_on(title),
            rule=rule, tier=tier(rule), evidence=self._passages(spans),
        )  # fmt: skip

    def _attested_on(self, title: Title) -> PartialDate | None:
        """The day of the meeting of which the sentence tells, else the date of issue."""
        index = self.page.sentence_of(title.first)
        for part in self.parts:
            if index is not None and self.page.sentence_of(part.chunk.first) == index:
                start = self.settings[part.meeting.number].start
                if start and start.day and self.settings[part.meeting.number].state == "held":
                    return start
        return self.page.published

    def _participations(self) -> Iterator[Participation]:
        parts = _most_specific([(self._agent_name(part.agent), part) for part in self.parts])
        for name, part in parts:
            spans = [(part.chunk.first, part.chunk.last), part.trigger, part.mention or self._nearest_mention(part)]
            capacity = self._capacity(part.agent)
            yield Participation(
                meeting=part.meeting.identifier, agent=name, role=part.role, presence=part.presence,
                count=part.agent.count, capacity=capacity, rule=part.rule, tier=tier(part.rule),
                evidence=self._passages(span for span in spans if span),
            )  # fmt: skip

    def _nearest_mention(self, part: Part) -> tuple[int, int]:
        """Where the meeting was last named before the agent, else first."""
        before = [m for m in part.meeting.mentions if m.first < part.chunk.first]
        mention = before[-1] if before else part.meeting.mentions[0]
        return mention.first, mention.last

    def _agent_name(self, agent: Agent) -> str | None:
        if agent.person:
            person = self._person_of.get(agent.person)
            return person.name if person else None
        return self.body_name(agent.body)

    @cached_property
    def _title_of(self) -> dict[str, str]:
        """The first post of each person, as printed."""
        titles: dict[str, str] = {}
        for claim in self._attestations():
            if claim.status != "former":
                titles.setdefault(claim.person, claim.title)
        return titles

    def _capacity(self, agent: Agent) -> str | None:
        name = self._agent_name(agent) if agent.person else None
        return self._title_of.get(name) if name else None

    def _relations(self) -> Iterator[BodyRelation]:
        seen: set[tuple[str, str, str]] = set()
        for tie in self.ties:
            subject, thing = self.body_name(tie.subject.body), self.body_name(tie.object.body)
            if subject and thing and subject != thing and (subject, tie.predicate, thing) not in seen:
                seen.add((subject, tie.predicate, thing))
                assert tie.subject.body and tie.object.body
                spans = [(b.first, b.outer) for b in (tie.subject.body, tie.object.body)]
                yield BodyRelation(
                    subject=subject, predicate=tie.predicate, object=thing, rule=tie.rule, tier=tier(tie.rule),
                    evidence=self._passages([*spans, tie.words]),
                )  # fmt: skip

    # ---------------------------------------------------------------- words

    def _offsets(self, first: int, last: int) -> tuple[int, int]:
        return self.page.tokens[first].start, self.page.tokens[last - 1].end

    def _passages(self, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        return self._cut(self._offsets(first, last) for first, last in spans)

    def _cut(self, offsets: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """The words at the given offsets; stretches that all but touch become one."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(set(offsets)):
            if merged and (start <= merged[-1][1] or self._all_but_touch(merged[-1][1], start)):
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(self.page.document.evidence(start, end) for start, end in merged)

    def _all_but_touch(self, end: int, start: int) -> bool:
        between = self.page.text[end:start]
        return "\n" not in between and all(word in _CLASPS for word in between.split())


def _first_of_each(mentions: Sequence[M], form: Callable[[M], str]) -> dict[str, M]:
    found: dict[str, M] = {}
    for mention in mentions:
        found.setdefault(form(mention), mention)
    return found


def _most_specific(parts: Sequence[tuple[str | None, Part]]) -> list[tuple[str, Part]]:
    """One row per meeting, agent and role; plain participation gives way to a role that says more.

    Two who chair one meeting chair it together.
    """
    rows: dict[tuple[int, str, str], tuple[str, Part]] = {}
    for name, part in parts:
        if name:
            rows.setdefault((part.meeting.number, name, part.role), (name, part))
    chairs = [key[0] for key in rows if key[2] == "chair"]
    kept: list[tuple[str, Part]] = []
    for (number, name, role), (_, part) in rows.items():
        others = {key[2] for key in rows if key[:2] == (number, name)} - {role}
        if role == "participant" and others:
            continue
        kept.append((name, replace(part, role="co-chair") if role == "chair" and chairs.count(number) > 1 else part))
    return kept
