"""Verbs that say who takes part, as the frames of ``verbs.tsv``.

A frame is a verb with the words that go with it and the roles of those around it: who does it, to whom, with whom.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.words import tables
from kg.extraction.words.inflection import Form, forms

GAP = "\u2026"
MEETING, VISIT, DELEGATION, SOMEBODY = "[m]", "[v]", "[d]", "[p]"
"""What may stand for words behind a verb: any few words, a meeting, a visit, a delegation, a person or title."""

KINDS_AHEAD = frozenset(frozenset((one,)) for one in (GAP, MEETING, VISIT, DELEGATION, SOMEBODY))
"""What a frame may ask for that is no word."""
AWAY = frozenset(("invited", "absent", "message", "represented"))
"""Roles that say of somebody that he took no part himself."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: the words behind the verb, the roles, how the meeting is found, of what kind it makes one."""

    rest: tuple[frozenset[str], ...]
    subject: str
    object: str
    partner: str
    meeting: str
    kind: str
    presence: str
    rule: str

    @property
    def is_of_meeting(self) -> bool:
        """Whether the object is a meeting (or the word for one)."""
        return bool(self.rest) and self.rest[-1] in ({MEETING}, {VISIT})

    def is_among(self, heard: frozenset[str]) -> bool:
        """Whether all that it asks for stands in a sentence, wherever."""
        return True not in [words.isdisjoint(heard) for words in self.rest]

    @property
    def is_of_visit(self) -> bool:
        """Whether the object is a visit."""
        return bool(self.rest) and self.rest[-1] == {VISIT}

    @property
    def is_of_talk(self) -> bool:
        """Whether it only says that something was discussed, by those who are its subject."""
        return self.rule == "part.discuss" and not self.rest

    @property
    def is_of_delegation(self) -> bool:
        """Whether the object is a delegation."""
        return bool(self.rest) and self.rest[-1] == {DELEGATION}

    @property
    def is_of_audience(self) -> bool:
        """Whether the object is an audience: welcomed the *participants*."""
        return any("participants" in words for words in self.rest)

    @property
    def is_done_at(self) -> bool:
        """Whether something is done at a meeting that is no part of it: *adopted* a plan *at* the Summit."""
        return len(self.rest) > 2 and self.rest[0] == {GAP} and self.is_of_meeting and "at" in self.rest[-2]

    @property
    def in_passive(self) -> tuple[frozenset[str], ...] | None:
        """The words between the participle and ``by``; None where the frame has no passive."""
        plain = self.rest[:-1] if self.is_of_meeting or self.is_of_delegation else self.rest
        plain = () if plain and plain[-1] <= {"it", "them"} else plain
        return plain if all(not words & {GAP, MEETING, VISIT, DELEGATION, SOMEBODY} for words in plain) else None


@cache
def frames() -> dict[str, tuple[tuple[Form, Frame], ...]]:
    """The frames by every form of their verb, the longest first."""
    found: dict[str, list[tuple[Form, Frame]]] = {}
    for row in tables.rows("verbs"):
        verbs, *rest = row.form.split()
        frame = Frame(
            tuple(frozenset(words.split("|")) for words in rest),
            row["subject"], row["object"], row["with"], row["meeting"], row["kind"], row["presence"], row["rule"],
        )  # fmt: skip
        for verb in verbs.split("|"):
            for form, name in forms(verb) if verb != "be" else _FORMS_OF_BE:
                found.setdefault(form, []).append((name, frame))
    return {form: tuple(sorted(same, key=lambda entry: -len(entry[1].rest))) for form, same in found.items()}


@cache
def verb_forms() -> frozenset[str]:
    """The forms of the verbs that have frames."""
    return frozenset(frames())


@cache
def _by_next_word() -> dict[str, tuple[tuple[tuple[Form, Frame], ...], tuple[int, ...], dict[str, list[int]]]]:
    """By verb the frames for which any word may follow, with their numbers, and the numbers of others by their next."""
    found = {}
    for verb, same in frames().items():
        free = tuple(n for n, (_, frame) in enumerate(same) if not frame.rest or frame.rest[0] in KINDS_AHEAD)
        by_word: dict[str, list[int]] = {}
        for number in set(range(len(same))).difference(free):
            for word in same[number][1].rest[0]:
                by_word.setdefault(word, []).append(number)
        found[verb] = tuple(same[n] for n in free), free, by_word
    return found


def fitting(verb: str, near: frozenset[str]) -> Sequence[tuple[Form, Frame]]:
    """The frames of a verb whose first words are among those that can be, in order; most have many, and few fit."""
    free, numbers, by_word = _by_next_word()[verb]
    if by_word.keys().isdisjoint(near):
        return free
    told = {number for word in near & by_word.keys() for number in by_word[word]}
    same = frames()[verb]
    return [same[number] for number in sorted(told.union(numbers))]


@cache
def forms_of(verb: str) -> frozenset[Form]:
    """Which forms of verbs with frames a word may be."""
    return frozenset(form for form, _ in frames()[verb])


@cache
def may_be_passive(verb: str) -> bool:
    """Whether a form may be that of a passive."""
    return not forms_of(verb).isdisjoint(("participle", "past"))


@cache
def passives(verb: str) -> tuple[tuple[Frame, bool, tuple[frozenset[str], ...] | None], ...]:
    """The frames of a verb, in order: whether each tells of what is done at a meeting, and its words in the passive."""
    return tuple((frame, frame.is_done_at, frame.in_passive) for _, frame in frames()[verb])


_FORMS_OF_BE: tuple[tuple[str, Form], ...] = (
    ("was", "past"), ("were", "past"), ("is", "s"), ("are", "s"), ("be", "base"), ("been", "participle"),
)  # fmt: skip
