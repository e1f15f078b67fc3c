"""Who took part in which meeting, in what role, by the clauses that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.called import called_as
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.frames import AWAY
from kg.extraction.participation.homes import homes, is_session
from kg.extraction.participation.own_sessions import is_of_its_own
from kg.extraction.participation.parts import Part, Scene
from kg.extraction.participation.roles import (
    role_of_convener,
    role_of_holders,
    role_of_opener,
    role_of_partner,
    role_of_side,
    role_of_starter,
    role_of_trainers,
    roles_in_talks,
)
from kg.extraction.words import tables

_TO_AS = 16
_OF_BEING_THERE = ("part.attend", "part.join")
"""The rules of verbs that say of somebody, with *not*, that he was away."""
_APART = {"organiser": "participant", "speaker": ""}
"""What those behind *with* did that are no partners: opened the meeting *with a prayer*."""


def of_clauses(clauses: Sequence[Clause], scene: Scene) -> Iterator[Part]:
    """The parts that the clauses of one sentence state."""
    stand_ins = _stand_ins(clauses)
    for clause, told in homes(clauses, scene):
        for home, how in told:
            for part in _parts(clause, home):
                agent = stand_ins.get(part.agent.at) if clause.frame.object != "represented" else None
                rule = part.rule + how
                if agent:
                    yield replace(part, rule=rule, agent=agent, chunk=clause.chunks[agent.at])
                else:
                    yield replace(part, rule=rule) if how else part


def _stand_ins(clauses: Sequence[Clause]) -> dict[int, Agent]:
    """By the chunk of a person who is represented, who stands for him: P, *represented by Q*, opened it."""
    return {
        absent.at: clause.subject[0]
        for clause in clauses
        if clause.frame.object == "represented" and len(clause.subject) == 1 and clause.subject[0].person
        for absent in clause.object
        if absent.person
    }


def _parts(clause: Clause, meeting: Meeting) -> Iterator[Part]:
    frame, hit = clause.frame, clause.hit
    if frame.rule == "part.represent" and hit.form in ("s", "base") and not clause.meeting and not hit.infinitive:
        return  # a standing fact: he represents Norway in the Council
    if is_session(clause):
        rule = "part.theirs" if is_of_its_own(clause.chunks[clause.hit.end :], meeting) else "part.session"
        for part in _of(clause, meeting, clause.subject, "participant", "present"):
            yield replace(part, rule=rule)
        return
    if hit.negative and not frame.rule.startswith(_OF_BEING_THERE):
        return  # who did not chair may have been there
    role = role_of_side(clause) or role_of_convener(clause) or frame.subject
    if role == "held":
        role = role_of_holders(clause, meeting)
    if role == "chair" and clause.partners and frame.partner == "co-chair":
        role = "co-chair"
    if role == "participant" and frame.rule in _OF_BEING_THERE and not hit.negative:
        role = called_as(clause.chunks[hit.end : hit.end + _TO_AS]) or role
    if frame.rule == "part.open" and meeting.kind in tables.meetings("deed"):
        role = "participant"  # who inaugurates a centre does what the meeting is
    if frame.rule == "part.conduct" and meeting.kind in tables.meetings("taught"):
        role = "organiser"  # who conducts a course gives it; who conducts a session chairs it
    role, thing = roles_in_talks(clause, frame, meeting, role)
    presence = "absent" if hit.negative else "invited" if hit.asked else frame.presence or "present"
    if not (hit.negative and hit.passive):
        yield from _of(clause, meeting, clause.subject, role, presence)
    if not hit.negative:
        yield from _of(clause, meeting, clause.object, thing, "present")
        partner = _APART.get(frame.partner, frame.partner) if not clause.joint else frame.partner
        yield from _of(clause, meeting, clause.partners, role_of_partner(meeting, partner), "present")


def _of_body(clause: Clause, meeting: Meeting, role: str) -> str:
    """The role of a body where it is another than a person's, as ``body-roles.tsv`` has it; empty: none."""
    led = clause.chunks[clause.hit.at].is_word("led", "lead", "leads", "leading", "headed", "heads")
    if led and role in ("chair", "co-chair") and meeting.kind in tables.meetings("taught"):
        return role_of_trainers(clause)
    if clause.frame.rule == "part.open" and not clause.hit.passive and role_of_opener(clause, meeting):
        return role_of_opener(clause, meeting)
    tense = " present" if clause.hit.form in ("base", "s") else ""
    if clause.frame.rule == "part.begin" and meeting.kind in tables.meetings("deed"):
        return "organiser"  # the Council *launched* its Centre
    if clause.frame.rule == "part.begin" and role_of_starter(clause, meeting):
        return role_of_starter(clause, meeting)
    for row in tables.rows("body-roles"):
        if row.form in (clause.frame.rule, clause.frame.rule + tense):
            return row["taught"] if meeting.kind in tables.meetings("taught") else row["role"]
    return role


def _of(clause: Clause, meeting: Meeting, agents: Sequence[Agent], role: str, presence: str) -> Iterator[Part]:
    mention = (clause.meeting.first, clause.meeting.last) if clause.meeting else None
    people = any(agent.person for agent in agents)
    for agent in agents if role else ():
        own_role, own_presence = role, presence
        if role in AWAY:
            own_role, own_presence = "participant", role
        if own_presence == "represented":
            own_presence = "absent" if agent.person else "present"
        if clause.frame.object == "represented" and meeting.kind == "signing" and not clause.meeting and agent.person:
            own_role = "signatory" if own_presence == "present" else own_role  # signed by Kenya, represented by *P*
        if own_role == "host" and clause.frame.kind == "visit" and agent.body and agent.body.is_state:
            continue  # a state visited is a place, no host
        if own_role == "organiser" and agent.person and meeting.kind == "briefing":
            own_role = "speaker"  # who delivers a lecture
        if agent.body:
            own_role = _of_body(clause, meeting, own_role)
            if not own_role:
                continue
        if agent.body and (own_role == "head-of-delegation" or (people and own_role in ("co-chair", "chair"))):
            own_role = "participant"
        chunk = clause.chunks[agent.at]
        yield Part(meeting, agent, chunk, own_role, own_presence, clause.frame.rule, clause.words, mention)
