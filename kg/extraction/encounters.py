"""Meetings told by a verb alone: *A met B*, *A received B*, *A visited PLACE*.

A noun names a meeting better than a verb does: where the document has a meeting of the verb's kind that can be meant
(its main event, or one with the same partner), the verb speaks of that one; else it makes a meeting of its own.
"""

from collections.abc import Iterable, Mapping, Sequence

from kg.extraction import tables
from kg.extraction.clauses import Clause
from kg.extraction.meetings import Meeting, MeetingMention
from kg.extraction.page import Page


def _speaks_of(kind: str, noun: str) -> bool:
    """Whether a verb of meeting of this kind may speak of a meeting whose noun is of that kind."""
    return kind in tables.lists("encounter-kinds").get(noun, ())


def encounters(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses that tell of a meeting of their own: both its sides are named, or several who met."""
    return [clause for clause in clauses if clause.frame.meeting == "own" and _has_sides(clause)]


def _has_sides(clause: Clause) -> bool:
    others = clause.object + clause.partners
    if clause.frame.rule == "part.receive.welcome" and not any(agent.person for agent in others):
        return False
    together = len(clause.subject) > 1 and not clause.frame.object.replace("participant", "")
    alone = not clause.frame.object and not clause.frame.partner
    visited = clause.frame.kind == "visit" and _names_place(clause)
    unnamed = clause.unnamed and any(agent.person for agent in clause.subject)
    return bool(clause.subject) and bool(others or together or alone or visited or unnamed)


def _names_place(clause: Clause) -> bool:
    """Whether a place stands right behind the verb: visited *Doha*."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + 1]
    return any(chunk.capital for chunk in behind)


def meant_by(
    clause: Clause, named: Mapping[MeetingMention, Meeting], before: Sequence[tuple[Clause, Meeting]]
) -> Meeting | None:
    """The meeting that a noun names and a verb speaks of: in its sentence, or the one of its kind not yet told."""
    kind = clause.frame.kind
    if clause.meeting and (here := named.get(clause.meeting)):
        aside = any(chunk.is_word("margins", "sidelines") for chunk in clause.chunks[clause.hit.end :])
        if not aside and (_speaks_of(kind, here.kind) or not clause.frame.object):
            return here
    fronted = _fronted(clause)
    if fronted and (here := named.get(fronted)) and _speaks_of(kind, here.kind):
        return here
    fits = {
        id(meeting): meeting
        for meeting in named.values()
        if _speaks_of(kind, meeting.kind) and not any(mention.planned for mention in meeting.mentions)
    }
    return next(iter(fits.values())) if len(fits) == 1 and not before else None


def _fronted(clause: Clause) -> MeetingMention | None:
    """The meeting with which the sentence opens: *In an earlier visit*, P received Q."""
    if not clause.chunks[0].is_word("in", "at", "during"):
        return None
    opening = clause.chunks[: min(8, clause.begins)]
    if any(chunk.is_word("margins", "sidelines") for chunk in opening):
        return None
    return next((chunk.meeting for chunk in opening if chunk.meeting), None)


def as_meeting(page: Page, clause: Clause) -> Meeting:
    """A meeting that only a verb tells of, named by the words from the verb to its first object."""
    first, last = clause.words
    others = clause.partners or clause.object
    if others and clause.chunks[others[0].at].first > first:
        last = clause.chunks[others[0].at].last
    mention = MeetingMention(
        first, last, first, clause.frame.kind, definite=False, proper=False, weak=False, name_last=last
    )
    return Meeting(0, page.words(first, last), clause.frame.kind, [mention])
