"""What documents say of a person beside the name: posts, bodies, states, Mr or Ms, and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg import resources
from kg.identity.names import rows
from kg.identity.person_names import PersonName, person_name
from kg.identity.person_rules import Support
from kg.identity.states import of_state
from kg.identity.titles import has_many_seats, title_key
from kg.iris import fold
from kg.model.actors import Body, Reading
from kg.model.claims import Attestation, Claim, NameUse, Participation
from kg.model.judgements import Named

LONGEST_CAREER = 45
"""Years between two documents after which a name is more likely a grandson's."""


@dataclass(slots=True)
class Profile:
    """One or more mentions that are one person, and all that is said there."""

    mentions: list[Named]
    names: set[PersonName] = field(default_factory=set)
    posts: set[tuple[str, str]] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    def add(self, other: "Profile") -> None:
        """What is said of the other, too."""
        self.mentions += other.mentions
        self.names |= other.names
        self.posts |= other.posts
        self.bodies |= other.bodies
        self.near |= other.near
        self.states |= other.states
        self.genders |= other.genders
        self.years |= other.years

    def support(self, other: "Profile") -> Support:
        """The most that both share."""
        for level, here, there in (
            (Support.POST, self.posts, other.posts),
            (Support.BODY, self.bodies, other.bodies),
            (Support.STATE, self.states, other.states),
        ):
            if not here.isdisjoint(there):
                return level
        return Support.NONE

    def shared_keys(self) -> Iterator[tuple[str, ...]]:
        """One key for each thing that another may share."""
        yield from (("post", *post) for post in self.posts)
        yield from (("body", body) for body in self.bodies)
        yield from (("state", state) for state in self.states)
        yield from (("near", body) for body in self.near)

    def excludes(self, other: "Profile") -> bool:
        """Whether they are told apart: officials of two states, Mr and Ms, a life too long."""
        return self.of_two_states(other) or _disjoint(self.genders, other.genders) or self.too_long(other)

    def of_two_states(self, other: "Profile") -> bool:
        """Whether they hold posts of two states, and no body in common."""
        return _disjoint(self.states, other.states) and self.bodies.isdisjoint(other.bodies)

    def too_long(self, other: "Profile") -> bool:
        """Whether too many years lie between the earliest and the latest document."""
        years = self.years | other.years
        return bool(self.years and other.years) and max(years) - min(years) > LONGEST_CAREER


def _disjoint(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The bodies by IRI, and the IRI for each (document key, folded name)."""

    bodies: Mapping[str, Body]
    named: Mapping[tuple[str, str], str]

    def near(self, body: str) -> tuple[str, ...]:
        """A body and the one above it, unless that is the outermost: enough for a proposal, not for more."""
        above = self.bodies[body].parent if body in self.bodies else None
        return (body, above) if above and above in self.bodies and self.bodies[above].parent else (body,)

    def state_of(self, body: str) -> str | None:
        """The state of which a body is part, by what is above it, else by its name."""
        seen: set[str] = set()
        at: str | None = body
        while at and at not in seen and at in self.bodies:
            seen.add(at)
            if self.bodies[at].kind == "state":
                return at
            at = self.bodies[at].parent
        qualified = of_state(self.bodies[body].label) if body in self.bodies else None
        return qualified[0] if qualified else None


def profiles(reading: Reading, around: Surroundings) -> Iterator[Profile]:
    """The people of one document, each once, with what it says of them."""
    document, claims = reading
    by_name: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, NameUse) and claim.kind == "person":
            by_name[fold(claim.name)].append(claim)
        elif isinstance(claim, Attestation):
            by_name[fold(claim.person)].append(claim)
        elif isinstance(claim, Participation) and claim.on_behalf_of:
            by_name[fold(claim.agent)].append(claim)
    for name in printed_names(claims):
        profile = Profile([Named(name, document.key)], {person_name(name)})
        if document.published:
            profile.years.add(document.published.year)
        for claim in by_name[fold(name)]:
            _take(claim, document.key, profile, around)
        yield profile


def printed_names(claims: Sequence[Claim]) -> list[str]:
    """The names of people in a document, one for each folding."""
    uses = [claim.name for claim in claims if isinstance(claim, NameUse) and claim.kind == "person"]
    others = sorted({claim.person for claim in claims if isinstance(claim, Attestation)})
    return list({fold(name): name for name in reversed([*uses, *others])}.values())[::-1]


def _take(claim: Claim, document: str, profile: Profile, around: Surroundings) -> None:
    if isinstance(claim, NameUse):
        if claim.honorific:
            profile.genders.update(_genders(claim.honorific))
        return
    organisation = claim.organisation if isinstance(claim, Attestation) else None
    if isinstance(claim, Participation):
        organisation = claim.on_behalf_of
    body = around.named.get((document, fold(organisation))) if organisation else None
    if body is None:
        return
    state = around.state_of(body)
    if state:
        profile.states.add(state.rsplit("/", 1)[-1])
    if state != body:
        profile.bodies.add(body)
        profile.near.update(around.near(body))
    if isinstance(claim, Attestation):
        known = around.bodies[body]
        title = title_key(claim.role, tuple(n for n in (known.label, known.acronym, *known.also) if n))
        if not has_many_seats(title):
            profile.posts.add((title, body))


@cache
def _gendered() -> Mapping[str, str]:
    return {fold(row["form"]): row["pronoun"] for row in rows(resources.lexicon() / "gendered-words.tsv")}


def _genders(honorific: str) -> Iterable[str]:
    found = _gendered().get(fold(honorific))
    return [found] if found else [_gendered()[word] for word in fold(honorific).split() if word in _gendered()]
