"""What a reading says, as claims, each with its words and the rule that read it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kg.extraction.body.claimed import Evidence
from kg.extraction.body.mentions import Body
from kg.extraction.body.widened import Widening
from kg.extraction.changed import changed
from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.parts import Part
from kg.extraction.person.people import Person
from kg.extraction.post.attesting import Attesting
from kg.extraction.quoting import cut, offsets, passages
from kg.extraction.reading import Reading
from kg.extraction.rules import tier
from kg.extraction.suspicion import is_suspect
from kg.model.claims import BodyRelation, Claim, MeetingReport, NameUse, Participation, Tier

M = TypeVar("M")
_PRESENCES = ("absent", "message", "present", "represented", "invited", "mentioned")
"""Ways to be told of with a meeting, those first that outweigh others."""


def claims(reading: Reading) -> tuple[Claim, ...]:
    """Every claim of a reading, kind by kind, in the order of the text."""
    return tuple(_Stating(reading).all())


class _Stating:
    """States the claims of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.page = reading.page
        self.attested = Attesting(reading)
        self.widening = Widening(reading.page, reading.body_mentions, {m.first for m in reading.person_mentions})

    def all(self) -> Iterator[Claim]:
        """Every claim, kind by kind, in the order of the text."""
        yield from (self._person(person) for person in self.reading.people)
        yield from self._bodies()
        yield from (self._meeting(meeting) for meeting in self.reading.meetings)
        yield from self.attested.all()
        yield from self._participations()
        yield from self._relations()

    def _person(self, person: Person) -> NameUse:
        forms = _first_of_each(person.mentions, lambda m: self.page.words(m.name, m.last))
        rule = person.mentions[0].rule
        also = tuple(form for form in forms if form != person.name)
        return NameUse(
            kind="person", name=person.name, honorific=person.honorific, also=also, rule=rule, tier=tier(rule),
            evidence=passages(self.page, [(m.first, m.last) for m in forms.values()]),
        )  # fmt: skip

    def _bodies(self) -> Iterator[NameUse]:
        """The bodies, and the states that act."""
        evidence = self._evidence()
        for body in self.reading.bodies:
            rule = evidence.rule(body)
            if rule:
                yield self._body(body, rule)

    def _evidence(self) -> Evidence:
        reading = self.reading
        held = {claim.organisation for claim in self.attested.each if claim.organisation}
        return Evidence(
            self.page, mentions=reading.body_mentions,
            people={m.first for m in reading.person_mentions}, held=held, parts=reading.parts, tied=reading.tied,
            titles=reading.titles, meetings=[(mention.first, mention.last) for mention in reading.meeting_mentions],
        )  # fmt: skip

    def _body(self, body: Body, rule: str) -> NameUse:
        forms = _first_of_each(body.mentions, lambda m: self.page.words(m.first, m.last))
        cores = [self.page.words(m.first, m.core) for m in body.mentions if m.core]
        also = tuple(
            form
            for form in dict.fromkeys([*forms, *cores, *self.widening.forms(body)])
            if form not in (body.name, body.acronym)
        )
        return NameUse(
            kind="state" if body.is_state else "organisation", name=body.name, acronym=body.acronym, also=also,
            rule=rule, tier=tier(rule), evidence=passages(self.page, [(m.first, m.outer) for m in forms.values()]),
        )  # fmt: skip

    def _meeting(self, meeting: Meeting) -> MeetingReport:
        setting = self.reading.settings[meeting.number]
        full = next(
            (m for m in meeting.mentions if self.page.words(m.first, m.last) == meeting.name), meeting.mentions[0]
        )
        rule = _named_by(full)
        told = [offsets(self.page, full.first, full.last), setting.when, setting.where]
        return MeetingReport(
            meeting=meeting.identifier, name=meeting.name, also=tuple(meeting.also), kind=meeting.kind,
            ordinal=meeting.ordinal, start=setting.start, end=setting.end, printed_date=setting.printed,
            place=setting.place, state=setting.state, rule=rule, tier=tier(rule),
            evidence=cut(self.page, [span for span in told if span]),
        )  # fmt: skip

    def _participations(self) -> Iterator[Participation]:
        parts = _most_specific([(self.reading.agent_name(part.agent), part) for part in self.reading.parts])
        for name, part in parts:
            if part.agent.person and name in self._suspects:
                continue
            begins = part.chunk.first if part.agent.begins is None else part.agent.begins
            described = part.agent.person if part.chunk.titles else None
            named = (described.first, described.last) if described else None
            spans = [(begins, part.chunk.last), named, part.trigger, part.mention or self._nearest_mention(part)]
            capacity = self._capacity(part.agent)
            yield Participation(
                meeting=part.meeting.identifier, agent=name, role=part.role, presence=part.presence,
                count=part.agent.count, capacity=capacity, rule=part.rule, tier=tier(part.rule),
                evidence=passages(self.page, [span for span in spans if span]),
            )  # fmt: skip

    def _nearest_mention(self, part: Part) -> tuple[int, int]:
        """Where the meeting was last named before the agent, else first."""
        before = [m for m in part.meeting.mentions if m.first < part.chunk.first]
        mention = before[-1] if before else part.meeting.mentions[0]
        return mention.first, mention.last

    @computed
    def _suspects(self) -> set[str]:
        """Those of whom it is said that they are wanted, accused or tried, and who hold no post: no officials."""
        told = {p.name for p in self.reading.people if any(is_suspect(self.page, mention) for mention in p.mentions)}
        return (
            told - {claim.person for claim in self.attested.all() if claim.tier is not Tier.POSSIBLE} if told else told
        )

    @computed
    def _title_of(self) -> dict[str, str]:
        """The first post of each person that may be relied upon, as printed."""
        titles: dict[str, str] = {}
        for claim in self.attested.all():
            if claim.status != "former" and claim.tier is not Tier.POSSIBLE:
                titles.setdefault(claim.person, claim.title)
        return titles

    def _capacity(self, agent: Agent) -> str | None:
        name = self.reading.agent_name(agent) if agent.person else None
        return self._title_of.get(name) if name else None

    def _relations(self) -> Iterator[BodyRelation]:
        seen: set[tuple[str, str, str]] = set()
        for tie in self.reading.ties:
            subject, thing = self.reading.body_name(tie.subject), self.reading.body_name(tie.object)
            if subject and thing and subject != thing and (subject, tie.predicate, thing) not in seen:
                seen.add((subject, tie.predicate, thing))
                spans = [(body.first, body.outer) for body in (tie.subject, tie.object)]
                yield BodyRelation(
                    subject=subject, predicate=tie.predicate, object=thing, rule=tie.rule, tier=tier(tie.rule),
                    evidence=passages(self.page, [*spans, tie.words]),
                )  # fmt: skip


def _first_of_each(mentions: Sequence[M], form: Callable[[M], str]) -> dict[str, M]:
    found: dict[str, M] = {}
    for mention in mentions:
        found.setdefault(form(mention), mention)
    return found


def _not_there(parts: Sequence[tuple[str | None, Part]]) -> dict[tuple[int, str | None], str]:
    """Who was not at a meeting, and how that is told: who is said to be absent was, whatever else the text says of him.

    Whoever came sent no message and was not only invited.
    """
    told: dict[tuple[int, str | None], set[str]] = {}
    for name, part in parts:
        told.setdefault((part.meeting.number, name), set()).add(part.presence)
    found = {}
    for key, presences in told.items():
        if presences != {"present"}:
            found[key] = next(word for word in _PRESENCES if word in presences)
    return found


def _most_specific(parts: Sequence[tuple[str | None, Part]]) -> list[tuple[str, Part]]:
    """One row per meeting, agent and role; plain participation gives way to a role that says more, and can be trusted.

    Who chairs does not host for having welcomed those who came.
    Two who chair one meeting chair it together; a state and whom it sends to the chair are one.
    """
    rows: dict[tuple[int, str, str], tuple[str, Part]] = {}
    away = _not_there(parts)
    for name, part in parts:
        told = away.get((part.meeting.number, name))
        if name and (told is None or part.presence == told):
            key = (part.meeting.number, name, part.role)
            better = part.presence == "present" and _is_trusted(part)
            if key not in rows or (better and not _is_trusted(rows[key][1])):
                rows[key] = name, part
    chairs = Counter((key[0], part.agent.body is None) for key, (_, part) in rows.items() if key[2] == "chair")
    of_agent: dict[tuple[int, str], list[tuple[str, Part]]] = {}
    for (number, name, role), (_, part) in rows.items():
        of_agent.setdefault((number, name), []).append((role, part))
    kept: list[tuple[str, Part]] = []
    for (number, name, role), (_, part) in rows.items():
        same = of_agent[number, name]
        others = (
            {other for other, one in same if other != role and (_is_trusted(one) or not _is_trusted(part))}
            if len(same) > 1
            else set()
        )
        if role == "participant" and others:
            continue
        if part.rule.startswith("part.receive.welcome") and role == "host" and others & {"chair", "co-chair"}:
            continue
        several = role == "chair" and chairs[number, part.agent.body is None] > 1
        kept.append((name, changed(part, role="co-chair") if several else part))
    return kept


def _is_trusted(part: Part) -> bool:
    return tier(part.rule) is not Tier.POSSIBLE


def _named_by(mention: MeetingMention) -> str:
    """By what a meeting is known as one: its number or name, and whose it is, what is told of it, how it is named."""
    known = "numbered" if mention.ordinal is not None else "titled" if mention.proper else "common"
    ways = {
        "parties": mention.parties or mention.partners or mention.destination,
        "happens": mention.happens,
        "told": mention.told,
        "heading": mention.in_heading,
        "indefinite": mention.indefinite,
        "definite": mention.definite,
        "gathered": mention.gathered,
        "visited": mention.by_verb and mention.kind == "visit",
        "met": mention.by_verb,
    }
    return f"meeting.{known}/{next((way for way, holds in ways.items() if holds), 'kind')}"
