"""Which clauses tell of a meeting by their verb alone: *A met B*, *A received B*, *A visited PLACE*, *the Board met*.

Both its sides are named, or several who met, or a body that sat. What is a habit, an appeal (*called on A to act*) or
denied tells of none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.meeting.verbwords import noun_inside
from kg.extraction.meeting.wherewords import ends_telling, tells_day, tells_setting
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import GATHERINGS, Clause
from kg.extraction.participation.verbs import will_sit
from kg.extraction.words import tables

_GUESTS = frozenset(("part.receive", "part.receive.welcome", "part.host"))
_AHEAD = 8
_TWO = 2
_NEXT = 3
"""Tokens, marks of the end among them, between two sentences that stand side by side."""
_HABIT = 14
_TO_DAY = 4


def separated(clause: Clause) -> Iterator[Clause]:
    """*Met separately with Q and R* is told of two meetings: a clause for each partner; so *met Q, T; and R, U*."""
    others = clause.object or clause.partners
    if clause.frame.meeting != "own" or len(others) < 2 or clause.hit.passive:
        yield clause
        return
    said = clause.chunks[clause.hit.first : others[0].at]
    if not (any(chunk.text in tables.words("one-by-one") for chunk in said) or _are_called_at(clause, others)):
        yield clause
        return
    for other in others:
        if clause.object:
            yield replace(clause, object=(other,), partners=())
        else:
            yield replace(clause, partners=(other,))


def _are_called_at(clause: Clause, others: Sequence[Agent]) -> bool:
    """Whether one person went from one to the next: will meet Q, Secretary of Tides*;* R, Envoy*; and* S, Mayor."""
    if clause.frame.rule != "part.meet" or len(clause.subject) != 1 or not clause.subject[0].person:
        return False
    if any(chunk.is_word(";", ":") for chunk in clause.chunks[clause.hit.end : others[0].at]):
        return False  # a printed list of those he met
    parted = (clause.chunks[one.at : other.at] for one, other in pairwise(others))
    return len(others) > _TWO and all(any(chunk.is_word(";") for chunk in between) for between in parted)


def encounters(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses that tell of a meeting of their own."""
    clauses = list(clauses)
    ways = {id(one) for one, behind in pairwise(clauses) if _is_way(one) and _tells_there(one, behind)}
    found = [
        clause
        for clause in clauses
        if clause.frame.meeting == "own"
        and not _is_denied(clause)
        and _has_sides(clause)
        and not {agent.person for agent in clause.object if agent.person} & {agent.person for agent in clause.subject}
        and not _is_habit(clause)
        and not _is_appeal(clause)
        and not _is_of_several(clause)
        and id(clause) not in ways
    ]
    met = {id(clause.chunks) for clause in found if not _is_way(clause)}
    return [clause for clause in found if not (_is_way(clause) and id(clause.chunks) in met)]


def _is_denied(clause: Clause) -> bool:
    """Whether it did not happen: did *not* meet Q; had *no* meeting with Q."""
    return clause.hit.negative or any(chunk.is_word("no") for chunk in clause.chunks[clause.hit.at : clause.hit.end])


def _is_of_several(clause: Clause) -> bool:
    """Whether its noun names a meeting with each partner: had *meetings with P, with Q and with R*."""
    named = noun_inside(clause)
    return named is not None and len(named.partners) > 1


def _is_way(clause: Clause) -> bool:
    """Whether it tells of a way, which is a visit if its sentence tells of nothing else: *travelled to* Oslo."""
    return clause.frame.kind == "visit" and not clause.frame.object


def _tells_there(clause: Clause, behind: Clause) -> bool:
    """Whether the next sentence tells what somebody went for: P travelled to Oslo. *There* she held talks with Q."""
    near = 0 <= behind.chunks[0].first - clause.chunks[-1].last < _NEXT
    return near and behind.chunks[0].is_word("there") and behind.meeting is not None


def _has_sides(clause: Clause) -> bool:
    others = clause.object + clause.partners
    if clause.frame.kind == "signing":
        return bool(clause.subject) and _signs_paper(clause)
    if clause.frame.rule == "part.brief":
        briefed = any(agent.person or (agent.body and not agent.body.is_state) for agent in clause.object)
        return briefed and any(agent.person or agent.body for agent in clause.subject)
    if clause.frame.kind == "briefing":
        return any(agent.person for agent in clause.subject)
    if clause.frame.rule in _GUESTS and others:
        receives = bool(clause.subject) or (not clause.hit.passive and _is_of_unnamed(clause))
        return receives and any(_comes(clause, agent) for agent in others)
    if clause.frame.rule == "part.receive" and clause.hit.passive and _is_of_unnamed(clause):
        return any(agent.person for agent in clause.subject)  # the *President* was received by Minister P
    if clause.frame.rule in _GUESTS and _is_of_pronoun(clause):
        return any(agent.person for agent in clause.subject)
    if clause.frame.rule == "part.receive.welcome":  # several, somewhere or some day; not the outcome, a proposal
        return bool(clause.unnamed and tells_setting(clause)) and any(agent.person for agent in clause.subject)
    if clause.frame.is_of_talk:
        return _talk_together(clause)
    if clause.frame.rule == "part.discuss":  # with a body, a subject may be discussed: cooperation with the Union
        spoken = clause.subject or (clause.frame.kind == "call" and _is_of_unnamed(clause))
        return bool(spoken) and any(_comes(clause, agent) for agent in others) and not _is_audience(clause, others)
    if not others and not clause.unnamed and clause.frame.rule in GATHERINGS:
        return _is_gathering(clause)
    visited = clause.frame.kind == "visit" and _names_place(clause)
    unnamed = clause.unnamed and any(agent.person for agent in clause.subject)
    if clause.frame.rule == "part.meet" and not clause.subject and any(_comes(clause, agent) for agent in others):
        return _is_of_unnamed(clause)
    return bool(clause.subject) and bool(others or visited or unnamed)


def _is_audience(clause: Clause, others: Sequence[Agent]) -> bool:
    """Whether somebody only spoke to people nobody names: *to delegates of the Council*."""
    return clause.frame.kind == "call" and not any(agent.person for agent in others)


def _talk_together(clause: Clause) -> bool:
    """Whether two people, each of another side, talked of something: *P and his Kenyan counterpart Q* discussed it."""
    people = {agent.person for agent in clause.subject if agent.person}
    told = clause.hit.form == "past" and not clause.hit.passive and clause.meeting is None
    if told and is_in_company(clause):
        return bool(people)
    return told and len(people) == len(clause.subject) > 1


def is_in_company(clause: Clause) -> bool:
    """Whether those talked with open the sentence: *With Minister Q,* P discussed the tides."""
    return any(agent.person and agent.at < clause.hit.first for agent in clause.partners)


def _is_of_pronoun(clause: Clause) -> bool:
    """Whether a pronoun stands for the guest: Minister P received *him*, welcomed *her at* the Ministry."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + 2]
    before = clause.chunks[clause.hit.first - 1] if clause.hit.first else None
    if clause.hit.passive or (before and before.is_word("who")) or not behind:
        return False
    guest = behind[0].is_word("him", "her", "them")
    return guest and (clause.frame.rule == "part.receive" or behind[-1].is_word("at", "in", "to"))


def _is_of_unnamed(clause: Clause) -> bool:
    """Whether somebody the text does not name, or named before, is the subject: *they*, *six envoys* met with P."""
    before = clause.chunks[clause.hit.first - 1] if clause.hit.first else None
    if opens_entry(clause):
        return True
    if before is None or clause.hit.form == "ing":
        return False
    said = (before, *clause.chunks[clause.begins : clause.hit.first])
    return (
        before.titles is not None
        or _is_unread(clause)
        or any(chunk.text in tables.words("unnamed-subjects") or _names_several(chunk) for chunk in said)
    )


def opens_entry(clause: Clause) -> bool:
    """Whether nothing but the hour or day stands before the verb, as in a calendar: *10.00 Meets* Minister P."""
    before = clause.chunks[: clause.hit.first]
    hours = all(not c.text.isalpha() or c.is_word("am", "pm", "at", "on") or _is_day(c) for c in before)
    return clause.hit.form == "s" and hours and clause.chunks[clause.hit.at].capital


def _is_day(chunk: Chunk) -> bool:
    return chunk.kind == "word" and chunk.text in tables.words_of("calendar-words", "times-of-day")


def _is_unread(clause: Clause) -> bool:
    """Whether a name stands right before the verb that no grammar read: *SMS Varga* also called on P; not in a list."""
    if len(clause.object + clause.partners) > 1:
        return False
    words = (chunk for chunk in reversed(clause.chunks[: clause.hit.first]) if not chunk.is_word("also", "then"))
    before = next(words, None)
    return before is not None and before.kind == "word" and before.capital and before.text.isalpha()


def _signs_paper(clause: Clause) -> bool:
    """Whether what is signed is a paper of two sides: an agreement, no bill and no visitors' book."""
    return clause.is_it or clause.meeting is None or clause.meeting.kind == "signing"


def _comes(clause: Clause, agent: Agent) -> bool:
    """Whether it is somebody who comes: a person, or the delegation of a body."""
    if agent.person:
        return not any(chunk.is_word("as") for chunk in clause.chunks[agent.at + 1 : agent.at + 2])
    if clause.chunks[agent.at].is_word("it"):
        return True  # as the delegation told of before
    first = 0 if clause.hit.passive else clause.hit.end - 1
    around = clause.chunks[max(first, agent.at - 4) : agent.at + 2]
    return any(chunk.text in tables.words("member-nouns") for chunk in around)


def _is_gathering(clause: Clause) -> bool:
    """Whether those named alone met: several together, or a body that sat; not *met its obligations*."""
    if clause.frame.object or clause.frame.partner or clause.frame.rule == "part.gather":
        behind = clause.chunks[clause.hit.end : clause.hit.end + _TO_DAY]
        if behind and not (behind[0].kind == "word" and (ends_telling(behind[0]) or tells_day(behind))):
            return False
    if not clause.subject:
        return is_of_nobody(clause) and tells_setting(clause)
    if len(clause.subject) > 1:
        return True
    return any(agent.body and not agent.body.is_state for agent in clause.subject)


def is_of_nobody(clause: Clause) -> bool:
    """Whether it tells of people whom nobody names: the *foreign ministers* of Norway and Kenya met."""
    if clause.subject or clause.object or clause.partners:
        return False
    said = clause.chunks[clause.begins : clause.hit.first]
    return any(_names_several(chunk) for chunk in said) or will_sit(clause.chunks, clause.hit)


def _names_several(chunk: Chunk) -> bool:
    if chunk.titles:
        return any(title.plural for title in chunk.titles.titles)
    people = ("attendee-nouns", "member-nouns", "unnamed-holders")
    return chunk.text.endswith("s") and chunk.text in tables.words_of(*people)


def _names_place(clause: Clause) -> bool:
    """Whether a place or a house stands right behind the verb: visited *Doha*, *the Agency's* headquarters."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + 2]
    article = bool(behind) and behind[0].is_word("the")
    if article and behind[-1].text in tables.words("places-visited"):
        return True
    return any(chunk.capital or chunk.body for chunk in behind[article : article + 1])


def _is_habit(clause: Clause) -> bool:
    """Whether the words tell of a custom: *meets every year*."""
    around = clause.chunks[clause.begins : clause.hit.end + _HABIT]
    return any(chunk.kind == "word" and chunk.text in tables.words("habit-words") for chunk in around)


def _is_appeal(clause: Clause) -> bool:
    """Whether it is an appeal and no call: *called on P to resign*."""
    if clause.frame.rule not in ("part.receive", "part.discuss") or not clause.chunks[clause.hit.at].text.startswith(
        "call"
    ):
        return False
    if not clause.object:
        return True
    last = clause.object[-1].at
    for at in range(last + 1, min(last + _AHEAD, len(clause.chunks) - 1)):
        chunk, following = clause.chunks[at], clause.chunks[at + 1]
        if chunk.is_word("to", "for"):
            purpose = following.text in tables.words("purposes-of-calls") and any(a.person for a in clause.object)
            return following.kind == "word" and not following.capital and not purpose
        if chunk.is_word(".", ";", "in", "at", "on") or (chunk.is_word(",") and clause.frame.kind == "call"):
            break
    return any(agent.body and agent.body.is_state for agent in clause.object)
