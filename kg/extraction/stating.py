"""What a reading says, as claims, each with its words and the rule that read it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from kg.extraction.agents import Agent
from kg.extraction.appointments import Told
from kg.extraction.body import Body
from kg.extraction.claimed import Evidence
from kg.extraction.meetings import Meeting
from kg.extraction.participations import Part
from kg.extraction.people import Person
from kg.extraction.posts import Holding
from kg.extraction.quoting import cut, offsets, passages
from kg.extraction.reading import Reading
from kg.extraction.rules import tier
from kg.extraction.suspicion import suspects
from kg.extraction.terms import of_sense, status_of
from kg.extraction.titles import Title
from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation, Tier
from kg.model.dates import PartialDate

M = TypeVar("M")
_PRESENCES = ("absent", "message", "present", "represented", "invited", "mentioned")
"""Ways to be told of with a meeting, those first that outweigh others."""
_RECALLED = frozenset(f"post.inherited/{step}" for step in ("elsewhere", "title", "near", "state")) | {"post.national"}
_SHORT = ("post.title-name/bare", "post.title-name/style")
_WITHOUT = {"unread": "post.unread-body", "office": "post.office", "national": "post.national"}
"""Rules by which a post has its body, or its want of one, from the rest of the text."""


def claims(reading: Reading) -> tuple[Claim, ...]:
    """Every claim of a reading, kind by kind, in the order of the text."""
    return tuple(_Stating(reading).all())


class _Stating:
    """States the claims of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.page = reading.page

    def all(self) -> Iterator[Claim]:
        """Every claim, kind by kind, in the order of the text."""
        yield from (self._person(person) for person in self.reading.people)
        yield from self._bodies()
        yield from (self._meeting(meeting) for meeting in self.reading.meetings)
        yield from self._attestations()
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
        held = {claim.organisation for claim in self._all_attestations if claim.organisation}
        return Evidence(
            self.page, mentions=reading.body_mentions,
            people={m.first for m in reading.person_mentions}, held=held, parts=reading.parts, ties=reading.ties,
            titles=reading.titles, meetings=[(mention.first, mention.last) for mention in reading.meeting_mentions],
        )  # fmt: skip

    def _body(self, body: Body, rule: str) -> NameUse:
        forms = _first_of_each(body.mentions, lambda m: self.page.words(m.first, m.last))
        cores = [self.page.words(m.first, m.core) for m in body.mentions if m.core]
        also = tuple(form for form in dict.fromkeys([*forms, *cores]) if form not in (body.name, body.acronym))
        return NameUse(
            kind="state" if body.is_state else "organisation", name=body.name, acronym=body.acronym, also=also,
            rule=rule, tier=tier(rule), evidence=passages(self.page, [(m.first, m.outer) for m in forms.values()]),
        )  # fmt: skip

    def _meeting(self, meeting: Meeting) -> MeetingReport:
        setting = self.reading.settings[meeting.number]
        full = next(
            (m for m in meeting.mentions if self.page.words(m.first, m.last) == meeting.name), meeting.mentions[0]
        )
        told = [offsets(self.page, full.first, full.last), setting.when, setting.where]
        return MeetingReport(
            meeting=meeting.identifier, name=meeting.name, also=tuple(meeting.also), kind=meeting.kind,
            ordinal=meeting.ordinal, start=setting.start, end=setting.end, printed_date=setting.printed,
            place=setting.place, state=setting.state, rule="meeting.named", tier=tier("meeting.named"),
            evidence=cut(self.page, [span for span in told if span]),
        )  # fmt: skip

    def _attestations(self) -> Iterator[Attestation]:
        """One per person, role and body; "Minister Varga" says nothing that a fuller title of hers does not say."""
        seen: set[tuple[str, str, str | None]] = set()
        full: dict[str, list[Attestation]] = {}
        for claim in self._all_attestations:
            full.setdefault(claim.person, []).append(claim)
        for claim in self._dated_and_merged():
            key = (claim.person, claim.role.casefold(), claim.organisation)
            if key not in seen and not _is_short(claim, full.get(claim.person, ())):
                seen.add(key)
                yield claim

    def _dated_and_merged(self) -> Iterator[Attestation]:
        """Every attestation, the first of a post with what later ones say of its status and term."""
        told: dict[tuple[str, str, str | None], Attestation] = {}
        for claim in self._all_attestations:
            if claim.status != "substantive" or claim.start or claim.end:
                told.setdefault((claim.person, claim.role.casefold(), claim.organisation), claim)
        for claim in self._all_attestations:
            more = told.get((claim.person, claim.role.casefold(), claim.organisation))
            yield _with_term(claim, more) if more and claim.status == "substantive" else claim

    @cached_property
    def _all_attestations(self) -> list[Attestation]:
        return list(self._each_attestation())

    def _each_attestation(self) -> Iterator[Attestation]:
        for group in self.reading.titles:
            told = self.reading.told.get(group.first, Told(None))
            if told.person is None or group.first in self._tainted:
                continue
            posts = [title for title in group.titles if title.is_post(self.page)]
            for holding in self._held.get(group.first, [None]):
                of_one = replace(told, person=holding.person) if holding else told
                yield from self._posts(of_one, posts, holding)
        yield from self._inherited()
        yield from self._implied()

    def _posts(self, told: Told, titles: Sequence[Title], holding: Holding | None) -> Iterator[Attestation]:
        person = self.reading.person_of.get(told.person) if told.person else None
        if person:
            yield from (self._attestation(person, told, title, holding) for title in titles)

    @cached_property
    def _held(self) -> dict[int, list[Holding | None]]:
        """The holdings of each group of titles, by its first token; a title in the plural has several."""
        held: dict[int, list[Holding | None]] = {}
        for holding in self.reading.holdings:
            held.setdefault(holding.titles.first, []).append(holding)
        return held

    def _inherited(self) -> Iterator[Attestation]:
        """The posts of those who came before or after another in them."""
        for succession in self.reading.successions:
            group = succession.titles
            if group.first not in self._tainted:
                told = Told(succession.person, words=succession.words)
                for claim in self._posts(told, group.titles, self._held.get(group.first, [None])[0]):
                    rule = f"post.succession/{'body' if claim.organisation else 'bare'}"
                    yield replace(claim, status=succession.status, rule=rule, tier=tier(rule))

    def _implied(self) -> Iterator[Attestation]:
        """The posts that no title names."""
        for post in self.reading.implied:
            person, rule = self.reading.person_of.get(post.person), post.rule
            if person:
                spans = [(post.person.first, post.person.last), post.words, (post.body.first, post.body.outer)]
                yield Attestation(
                    person=person.name, role=post.role, organisation=self.reading.body_name(post.body),
                    title=self.page.words(*post.words), start=None, end=None, status="substantive",
                    attested_on=self._attested_on(post.words[0]), rule=rule, tier=tier(rule),
                    evidence=passages(self.page, spans),
                )  # fmt: skip

    @cached_property
    def _tainted(self) -> set[int]:
        """The titles that make nobody an official."""
        return {first for row in self.reading.rows for first in suspects(self.page, row)}

    def _attestation(self, person: Person, told: Told, title: Title, holding: Holding | None) -> Attestation:
        mention = told.person
        assert mention is not None
        own = holding.body.body if holding and holding.body and holding.rule == "post.title-names" else None
        between = own or (self.reading.homes.between.get(holding.titles.first) if holding else None)
        home = None if title.body or between else self.reading.homes.found.get(title.first)
        body = own or title.body or between or (home.body if home else None)
        how = holding.rule if holding else "post.told" if told.said else "post.described"
        rule = f"{how}/{'body' if body else 'bare'}"
        if home:
            rule = f"post.inherited/{home.step}"
        elif body is None:
            why = self.reading.homes.without.get(title.first, "")
            rule = f"{how}/style" if (how, why) == ("post.title-name", "style") else _WITHOUT.get(why, rule)
        end = title.body.last if title.body and title.body.outer == title.last else title.last
        spans = [(mention.first, mention.last), (title.first, end)]
        if between and not title.body:
            spans.append((between.first, between.outer))
        if home:
            spans += [(home.body.first, home.body.outer), *((home.tie,) if home.tie else ())]
        term = of_sense(told.sense, told.term)
        spans += [*((told.words,) if told.words else ()), *(term.words if term.start or term.end else ())]
        return Attestation(
            person=person.name, role=title.role(self.page), organisation=self.reading.body_name(body),
            title=self.page.words(title.first, end), start=term.start, end=term.end,
            status=status_of(told.sense, title.status, term, self.page.published),
            attested_on=self._attested_on(title.first), rule=rule, tier=tier(rule), evidence=passages(self.page, spans),
        )  # fmt: skip

    def _attested_on(self, token: int) -> PartialDate | None:
        """The day of the meeting of which the sentence tells, else the date of issue."""
        index = self.page.sentence_of(token)
        for part in self.reading.parts:
            if index is not None and self.page.sentence_of(part.chunk.first) == index:
                start = self.reading.settings[part.meeting.number].start
                if start and start.day and self.reading.settings[part.meeting.number].state == "held":
                    return start
        return self.page.published

    def _participations(self) -> Iterator[Participation]:
        parts = _most_specific([(self.reading.agent_name(part.agent), part) for part in self.reading.parts])
        for name, part in parts:
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

    @cached_property
    def _title_of(self) -> dict[str, str]:
        """The first post of each person that may be relied upon, as printed."""
        titles: dict[str, str] = {}
        for claim in self._attestations():
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


def _is_short(claim: Attestation, full: Sequence[Attestation]) -> bool:
    """Whether a title is but a short form of one told in full."""
    if claim.status != "substantive" or not full:
        return False
    words = set(claim.role.casefold().split())
    shortened = any(words < set(other.role.casefold().split()) for other in full)
    if claim.rule in _SHORT:
        return shortened or any(other.organisation and other.rule not in _RECALLED for other in full)
    return (claim.rule in _RECALLED or claim.rule == "post.office") and shortened


def _with_term(claim: Attestation, more: Attestation) -> Attestation:
    """A post with the status and term that other words of the document give it."""
    if more is claim or claim.start or claim.end:
        return claim
    evidence = (*claim.evidence, *(e for e in more.evidence if e not in claim.evidence))
    return replace(claim, status=more.status, start=more.start, end=more.end, evidence=evidence)


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
    """One row per meeting, agent and role; plain participation gives way to a role that says more.

    Two who chair one meeting chair it together.
    """
    rows: dict[tuple[int, str, str], tuple[str, Part]] = {}
    away = _not_there(parts)
    for name, part in parts:
        told = away.get((part.meeting.number, name))
        if name and (told is None or part.presence == told):
            rows.setdefault((part.meeting.number, name, part.role), (name, part))
    chairs = [key[0] for key in rows if key[2] == "chair"]
    kept: list[tuple[str, Part]] = []
    for (number, name, role), (_, part) in rows.items():
        others = {key[2] for key in rows if key[:2] == (number, name)} - {role}
        if role == "participant" and others:
            continue
        kept.append((name, replace(part, role="co-chair") if role == "chair" and chairs.count(number) > 1 else part))
    return kept
