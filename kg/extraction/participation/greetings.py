"""Who is welcomed by those who open a meeting: P opened the session *and welcomed Q*, which is no other meeting."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.words import tables

_OPENED = ("part.open", "part.begin", "part.chair", "part.speak")
"""The rules of verbs by which somebody opens, leads or addresses a meeting."""
_BEHIND = 8
_OWN = ("his", "her", "their")
"""Words of a place that is not the meeting's: welcomed Q *at her* residence."""


def with_greetings(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence; a welcome by who opened a meeting is said of those who were at it."""
    return [_greeting(clause) if _is_greeting(clause, clauses[:at]) else clause for at, clause in enumerate(clauses)]


def _is_greeting(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether one who is said to have opened or led a meeting just before welcomes those named: *and welcomed* Q."""
    if clause.frame.rule != "part.receive.welcome" or clause.hit.passive or not clause.object or not clause.subject:
        return False
    behind = clause.chunks[clause.object[-1].at + 1 : clause.object[-1].at + _BEHIND]
    elsewhere = any(one.is_word("at", "in") and other.text in _OWN for one, other in pairwise(behind))
    if elsewhere or _is_for_deed(clause, behind) or not any(agent.person for agent in clause.subject):
        return False
    same = {(agent.person, agent.body) for agent in clause.subject}
    opened = (one for one in before if one.frame.rule in _OPENED and not one.hit.negative)
    led = [one for one in opened if one.meeting and same == {(agent.person, agent.body) for agent in one.subject}]
    return bool(led) and all(one.meeting and one.meeting.kind not in tables.meetings("lone") for one in led)


def _is_for_deed(clause: Clause, behind: Sequence[Chunk]) -> bool:
    """Whether what they do or become is welcomed: Norway *joining* it, Norway *as a member*, Norway *to the pact*."""
    first = behind[0] if behind else None
    if first is None or first.kind != "word" or first.text.endswith("ing"):
        return first is not None and first.kind == "word"
    if any(agent.person for agent in clause.object):
        return False
    there = any(one.meeting or one.text in tables.words("generic-meetings") for one in behind)
    return first.is_word("as") or (first.is_word("to", "into") and not there)


def _greeting(clause: Clause) -> Clause:
    frame = replace(clause.frame, subject="", object="participant", meeting="main", kind="", rule="part.speak.greet")
    return replace(clause, frame=frame)
