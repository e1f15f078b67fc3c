"""What documents say of a person beside the name: posts, bodies, states, Mr or Ms, and when."""

import marshal
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kg.identity.gist import Gist, Held
from kg.identity.joining import upwards
from kg.identity.person_names import PersonName, person_name
from kg.identity.person_rules import Support
from kg.identity.states import of_state
from kg.identity.titles import has_many_seats, title_key
from kg.iris import fold
from kg.model.actors import Body
from kg.model.judgements import Named

LONGEST_CAREER = 45
"""Years between two documents after which a name is more likely a grandson's."""


Side = tuple[str, str]
"""A document (empty: any) and a folded name: how a judgement means a mention."""


class Mention(NamedTuple):
    """A name in a document; sorted as the documents come."""

    order: str
    name: str
    document: str

    @property
    def named(self) -> Named:
        """How a judgement names it."""
        return Named(self.name, self.document)

    @property
    def sides(self) -> tuple[Side, Side]:
        """The two ways in which a judgement may mean it: in its document, or anywhere."""
        document, name = self.named.folded
        return (document, name), ("", name)


@dataclass(slots=True)
class Form:
    """A name as printed: how often, and where first."""

    count: int
    first: Mention


@dataclass(slots=True)
class Profile:
    """One or more mentions that are one person, and all that is said there.

    ``first`` speaks for all of them; ``forms`` are the names printed; ``sides`` those that judgements mean.
    """

    first: Mention
    forms: dict[str, Form]
    posts: frozenset[tuple[str, str]] = frozenset()
    bodies: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    sides: frozenset[Side] = frozenset()

    @property
    def names(self) -> tuple[PersonName, ...]:
        """The names taken apart, each once."""
        return tuple(dict.fromkeys(map(person_name, self.forms)))

    def add(self, other: "Profile") -> None:
        """What is said of the other, too."""
        for name, form in other.forms.items():
            known = self.forms.setdefault(name, Form(0, form.first))
            known.count, known.first = known.count + form.count, min(known.first, form.first)
        self.posts |= other.posts
        self.bodies |= other.bodies
        self.near |= other.near
        self.states |= other.states
        self.genders |= other.genders
        self.years = _ends(self.years | other.years)
        self.sides |= other.sides

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


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _ends(years: frozenset[int]) -> frozenset[int]:
    """The earliest and the latest: what lies between tells nothing."""
    return frozenset((min(years), max(years))) if len(years) > 2 else years


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The bodies by IRI; the IRI for each (document key, folded name), and for the id of each that a title tells of."""

    bodies: Mapping[str, Body]
    named: Mapping[tuple[str, str], str]
    homes: Mapping[str, str]

    def where(self, document: str, held: Held) -> str | None:
        """The IRI of the body in which a post is held; None if neither a body nor the title says it."""
        if held.organisation:
            return self.named[document, fold(held.organisation)]
        return self.homes[held.home] if held.home else None

    def near(self, body: str) -> tuple[str, ...]:
        """A body and the one above it, unless that is the outermost: enough for a proposal, not for more."""
        above = self.bodies[body].parent if body in self.bodies else None
        return (body, above) if above and above in self.bodies and self.bodies[above].parent else (body,)

    def state_of(self, body: str) -> str | None:
        """The state of which a body is part, by what is above it, else by its name."""
        known = (at for at in upwards(body, self._above) if at in self.bodies)
        if state := next((at for at in known if self.bodies[at].kind == "state"), None):
            return state
        qualified = of_state(self.bodies[body].label) if body in self.bodies else None
        return qualified[0] if qualified else None

    def _above(self, body: str) -> str | None:
        return self.bodies[body].parent if body in self.bodies else None


def profiles(gist: Gist, around: Surroundings) -> Iterator[Profile]:
    """The people of one document, each once, with what it says of them."""
    genders: defaultdict[str, set[str]] = defaultdict(set)
    for use in gist.people:
        genders[fold(use.name)].update(use.genders)
    titles: defaultdict[str, list[tuple[str | None, str | None]]] = defaultdict(list)
    for held in gist.held:
        titles[fold(held.person)].append((held.role, around.where(gist.document, held)))
    for part in gist.parts:
        if part.on_behalf_of:
            titles[fold(part.agent)].append((None, around.named.get((gist.document, fold(part.on_behalf_of)))))
    for name in gist.names_of_people():
        mention = Mention(gist.order, sys.intern(name), gist.document)
        profile = Profile(mention, {name: Form(1, mention)}, genders=frozenset(genders[fold(name)]))
        if gist.year is not None:
            profile.years = frozenset((gist.year,))
        for role, body in titles[fold(name)]:
            if body is not None:
                _take(role, body, profile, around)
        yield profile


def _take(role: str | None, body: str, profile: Profile, around: Surroundings) -> None:
    state = around.state_of(body)
    if state:
        profile.states |= {state.rsplit("/", 1)[-1]}
    if state != body:
        profile.bodies |= {body}
        profile.near |= {*around.near(body)}
    if role is not None:
        known = around.bodies[body]
        title = title_key(role, tuple(name for name in (known.label, known.acronym, *known.also) if name))
        if not has_many_seats(title):
            profile.posts |= {(title, body)}


_SAID = ("posts", "bodies", "near", "states", "genders", "years")


class Sharing:
    """Sets that many people have in common, each kept once."""

    def __init__(self) -> None:
        self._kept: dict[frozenset[Any], frozenset[Any]] = {}

    def share(self, profile: Profile) -> Profile:
        """The profile, its sets those that others have too."""
        for name in _SAID:
            said = getattr(profile, name)
            setattr(profile, name, self._kept.setdefault(said, said))
        return profile


def packed(profile: Profile, number: int) -> bytes:
    """The profile of one mention, and its number."""
    said = (tuple(sorted(getattr(profile, name))) for name in _SAID)
    return marshal.dumps((number, tuple(profile.first), *said))


def unpacked(data: bytes) -> tuple[int, Profile]:
    """What :func:`packed` made in this process."""
    number, first, *said = marshal.loads(data)  # noqa: S302
    mention = Mention(*first)
    return number, Profile(mention, {mention.name: Form(1, mention)}, *map(frozenset, said))
