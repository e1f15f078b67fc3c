"""What a meeting is one of: by its parties, its topic and its kind, or by what it is called.

The EU-UN Leadership Dialogue, the high-level political dialogue and the Fourth Leaders' Dialogue on one topic between
the same two parties are one series if their numbers and dates follow each other.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.identity.authority import Authority, known_in
from kg.identity.gist import Gist, Met
from kg.identity.joining import upwards
from kg.identity.names import content, distinctive, is_light, rows, word_list, words
from kg.identity.states import states_in
from kg.model.actors import Actors, Bounds

_HERE = Path(__file__).resolve().parent
_PARTIES = 2


@dataclass(frozen=True, slots=True, order=True)
class Kin:
    """A kind of meeting between two parties on a topic: what the meetings of one series share."""

    kind: str
    parties: tuple[str, ...]
    topic: tuple[str, ...]


@cache
def _kinds() -> Mapping[str, str]:
    return {row["word"]: row["kind"] for row in rows(_HERE / "party-meetings.tsv")}


def kin_of(gist: Gist, actors: Actors, authority: Authority) -> dict[str, Kin]:
    """What each meeting of a document is one of, by its number there; those that are not of two parties left out."""
    reports = {claim.meeting: claim for claim in gist.met}
    present = _present(gist, actors)
    found: dict[str, Kin] = {}
    for number, claim in reports.items():
        if claim.kind in _kinds().values():
            parties = named_parties(claim.name, authority) or present.get(number, ())
            if len(parties) != _PARTIES:
                parties = _same_day(claim, reports, present)
            if len(parties) == _PARTIES and (topic := _topic(claim.name, authority)):
                found[number] = Kin(claim.kind, parties, topic)
    for number, claim in reports.items():
        if number not in found and (kin := _meant(claim, found, authority)):
            found[number] = kin
    return found


def _present(gist: Gist, actors: Actors) -> dict[str, tuple[str, ...]]:
    """The outermost bodies and states that took part in each meeting, or for which somebody did."""
    document = gist.document
    held: defaultdict[str, set[str]] = defaultdict(set)
    for post in gist.held:
        if post.organisation:
            held[actors.person(document, post.person)].add(actors.body(document, post.organisation))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in gist.parts:
        agent = actors.agent(document, part.agent)
        bodies = {actors.body(document, part.on_behalf_of)} if part.on_behalf_of else held.get(agent, {agent})
        found[part.meeting].update(_outermost(body, actors) for body in bodies if body in actors.bodies)
    return {meeting: tuple(sorted(parties)) for meeting, parties in found.items()}


def _outermost(body: str, actors: Actors) -> str:
    *_, last = upwards(body, lambda at: actors.bodies[at].parent if actors.bodies[at].parent in actors.bodies else None)
    return last.rsplit("/", 1)[-1]


def named_parties(name: str, authority: Authority) -> tuple[str, ...]:
    """The two known bodies or states that a name names, sorted; nothing if it names more or fewer."""
    states, rest = states_in(name)
    parties = {*states, *known_in(rest, authority)}
    return tuple(sorted(parties)) if len(parties) == _PARTIES else ()


def _same_day(claim: Met, reports: Mapping[str, Met], present: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The two parties of what else the document reports of that day: a signing beside a dialogue."""
    if claim.start is None or claim.start.day is None or present.get(claim.meeting):
        return ()
    others = {
        present[number]
        for number, other in reports.items()
        if other.start == claim.start and len(present.get(number, ())) == _PARTIES
    }
    return others.pop() if len(others) == 1 else ()


def _topic(name: str, authority: Authority) -> tuple[str, ...]:
    """What a meeting is about: its words without parties, kind, number and level."""
    _states, rest = states_in(name)
    parties = {word for local in known_in(rest, authority) for word in words(authority.bodies[local].name)}
    plain = content(" ".join(rest)) - parties - word_list("level-words.txt") - _kinds().keys()
    return tuple(sorted(word for word in plain if not is_light(word)))


def _meant(claim: Met, found: Mapping[str, Kin], authority: Authority) -> Kin | None:
    """The series of the document's other meetings, if it has one of this kind, and this is "the previous" of it."""
    said = {*words(claim.name)}
    if not said & word_list("earlier-words.txt") or not {_kinds().get(word) for word in said} & {claim.kind}:
        return None
    kin = {each for number, each in found.items() if each.kind == claim.kind and number != claim.meeting}
    if len(kin) != 1:
        return None
    (only,) = kin
    dated = {word for word in _topic(claim.name, authority) if word not in word_list("month-words.txt")}
    return only if dated <= {*only.topic} else None


def fuller_names(met: Iterable[Met]) -> dict[str, str]:
    """By the number of an edition that a document names in short, the full name of another edition there.

    *The Board's 6th meeting*, beside *the 7th meeting of the Harbour Board*: the one it can be short for, or none.
    """
    counted = list({claim.meeting: claim for claim in met if claim.ordinal is not None}.values())
    found: dict[str, str] = {}
    for short in counted:
        if not distinctive(short.name):
            full = {content(each.name): each.name for each in counted if _is_fuller(each, short)}
            if len(full) == 1:
                (found[short.meeting],) = full.values()
    return found


def _is_fuller(full: Met, short: Met) -> bool:
    """Whether one names in full what the other names in short, another edition of it."""
    editions = [(each.ordinal, Bounds(*each.start.bounds()) if each.start else Bounds()) for each in (full, short)]
    another = full.ordinal != short.ordinal and full.kind == short.kind and in_order(editions)
    return another and content(short.name) < content(full.name) and bool(distinctive(full.name))


def in_order(meetings: Iterable[tuple[int | None, Bounds]]) -> bool:
    """Whether numbers and dates follow each other: one day for a number, and a later one for a higher."""
    numbered = sorted(
        (ordinal, bounds.first, bounds.last) for ordinal, bounds in meetings if ordinal and bounds.first and bounds.last
    )
    return all(
        (one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]) or (one[0] < other[0] and one[1] <= other[2])
        for one, other in itertools.pairwise(numbered)
    )


def orderly(kin: Sequence[tuple[Kin, int | None, Bounds]]) -> Iterator[Kin]:
    """Those whose meetings, in all documents together, are in order; of the others, nobody can say which is which."""
    every: defaultdict[Kin, list[tuple[int | None, Bounds]]] = defaultdict(list)
    for each, ordinal, bounds in kin:
        every[each].append((ordinal, bounds))
    return (each for each in sorted(every) if in_order(every[each]))
