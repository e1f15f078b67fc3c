"""Who took part in which meeting, in what role, by the clauses that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.called import called_as
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.frames import AWAY, Frame
from kg.extraction.participation.parts import Part, Scene
from kg.extraction.participation.verbs import is_reduced
from kg.extraction.words import tables

_NEAR, _MAIN = "/near", "/main"
"""How far the words of a clause are from those that name its meeting: a rule of its own for each."""
_TO_BOTH = 5
_TO_THE_PART = 3
"""Chunks behind a verb in which stands at what it was done: spoke *at the opening*."""


def of_clauses(clauses: Sequence[Clause], scene: Scene) -> Iterator[Part]:
    """The parts that the clauses of one sentence state; ``scene.home_of`` has the encounters, by the clause."""
    stand_ins = _stand_ins(clauses)
    told: Meeting | None = None
    signed = next((scene.home_of[id(one)] for one in clauses if _is_signed(one) and id(one) in scene.home_of), None)
    for clause in clauses:
        meeting, how = (
            _in_company(clause, clauses, scene)
            or _beside(clause, told, scene)
            or _of_party(clause, clauses, scene)
            or _fronted(clause, clauses, scene)
            or _meeting_of(clause, scene)
        )
        if meeting is None and _is_signed(clause) and _names_no_paper(clause):
            meeting, how = signed or _signing(scene), _NEAR
        told = scene.home_of.get(id(clause), told)
        for home in _both(clause, scene) or ((meeting,) if meeting else ()):
            for part in _parts(clause, home):
                agent = stand_ins.get(part.agent.at) if clause.frame.object != "represented" else None
                rule = part.rule + how
                if agent:
                    yield replace(part, rule=rule, agent=agent, chunk=clause.chunks[agent.at])
                else:
                    yield replace(part, rule=rule) if how else part


def _both(clause: Clause, scene: Scene) -> tuple[Meeting, ...]:
    """The two meetings told of, if it is said of both: P spoke at *both events*, attended *both meetings*."""
    behind = clause.chunks[clause.hit.at : clause.hit.end + _TO_BOTH]
    said = any(
        both.is_word("both") and (noun.meeting or noun.text in tables.words("generic-meetings"))
        for both, noun in pairwise(behind)
    )
    return scene.pair if said and clause.frame.meeting != "own" else ()


def _stand_ins(clauses: Sequence[Clause]) -> dict[int, Agent]:
    """By the chunk of a person who is represented, who stands for him: P, *represented by Q*, opened it."""
    return {
        absent.at: clause.subject[0]
        for clause in clauses
        if clause.frame.object == "represented" and len(clause.subject) == 1 and clause.subject[0].person
        for absent in clause.object
        if absent.person
    }


def _is_signed(clause: Clause) -> bool:
    return clause.frame.kind == "signing"


def _names_no_paper(clause: Clause) -> bool:
    """Whether it does not say what was signed: P signed the paper, and Q *signed for Kenya*."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + 1]
    return clause.is_bare or any(chunk.is_word("for", "on", "while") for chunk in behind)


def _signing(scene: Scene) -> Meeting | None:
    near = scene.last or scene.main
    return near if near and near.kind == "signing" else None


def _beside(clause: Clause, told: Meeting | None, scene: Scene) -> tuple[Meeting, str] | None:
    """The meeting that a verb before it told of: P and Q signed the paper, *witnessed by R*."""
    if told is None or clause.frame.is_of_delegation or clause.frame.meeting == "own":
        return None
    if not is_reduced(clause.chunks, clause.hit):
        return None
    named = clause.meeting is not None and scene.of(clause.meeting) is not None
    return None if named else (told, _NEAR)


def _of_party(clause: Clause, clauses: Sequence[Clause], scene: Scene) -> tuple[Meeting, str] | None:
    """The meeting of which the verb tells whose delegation it is: P received a delegation *headed by Q*."""
    if clause.meeting or not clause.frame.is_of_delegation or not is_reduced(clause.chunks, clause.hit):
        return None
    for other in clauses:
        if _is_of_team(clause, other) and (meeting := _meeting_of(other, scene)[0]):
            return meeting, ""
    met = [one for one in clauses if id(one) in scene.home_of and one.frame.kind == "meeting" and _is_of_person(one)]
    before = [other for other in met if other.hit.at < clause.hit.at]
    near = before[-1] if before else met[0] if met else None
    return (scene.home_of[id(near)], "") if near else None


def _is_of_team(clause: Clause, other: Clause) -> bool:
    """Whether a verb is said of the delegation whose head a participle names: six members, led by P, *visited* Q."""
    if other.hit.at <= clause.hit.at or (other.frame.kind == "meeting" and not _is_of_person(other)):
        return False
    mine = {agent.at for agent in (*clause.subject, *clause.object)}
    theirs = {agent.at for agent in other.subject}
    return bool(theirs) and (not mine.isdisjoint(theirs) or max(theirs) < clause.hit.at)


def _fronted(clause: Clause, clauses: Sequence[Clause], scene: Scene) -> tuple[Meeting, str] | None:
    """The meeting of which the verb behind the comma tells: *chaired by P,* the ministers met in Oslo."""
    if clause.hit.first or not (clause.is_it and clause.hit.passive):
        return None
    behind = (other for other in clauses if other.hit.at > clause.hit.at)
    told = next((scene.home_of[id(other)] for other in behind if id(other) in scene.home_of), None)
    return (told, "") if told else None


def _is_of_person(clause: Clause) -> bool:
    """Whether a person is among its sides, so that its meeting is no part of the delegations' own."""
    return any(agent.person for agent in (*clause.subject, *clause.object, *clause.partners))


def _in_company(clause: Clause, clauses: Sequence[Clause], scene: Scene) -> tuple[Meeting, str] | None:
    """The meeting at which the one accompanied was, by the same sentence: P, *accompanied by Q*, met R."""
    if clause.frame.rule != "part.accompany" or clause.meeting:
        return None
    people = {agent.person for agent in clause.object if agent.person}
    opens = clause.hit.first == 0 and not clause.object  # *Joined by Q,* P met R
    for other in clauses if people or opens else ():
        subject = {agent.person for agent in other.subject}
        if other is not clause and (people & subject or (opens and subject)):
            meeting, how = _meeting_of(other, scene)
            if meeting:
                return meeting, how
    return None


def _meeting_of(clause: Clause, scene: Scene) -> tuple[Meeting | None, str]:
    """The meeting a clause speaks of, and how it was found: named in it, told of near, or the main event."""
    home = scene.home_of.get(id(clause)) or _named_in_words(clause, scene)
    if home:
        return home, ""
    if clause.frame.is_of_talk:
        return None, ""  # P discussed preparations for *the Conference*
    if clause.frame.meeting == "own" and (_is_of_nobody(clause) or clause.frame.kind == "signing"):
        return None, ""  # a paper signed while the meeting went on
    if clause.meeting and not (clause.frame.meeting == "main" and _is_only_part(clause, clause.meeting, scene)):
        return scene.of(clause.meeting), "" if clause.meeting in scene.meeting_of else _NEAR
    if clause.of_body or clause.frame.meeting == "own":
        return None, ""
    told = clause.is_it or clause.frame.meeting == "main" or (clause.frame.meeting == "bare" and clause.is_bare)
    if not told:
        return None, ""
    before = [
        chunk.meeting
        for chunk in clause.chunks[: clause.hit.first]
        if chunk.meeting and chunk.meeting in scene.meeting_of
    ]
    if before:
        return scene.meeting_of[before[-1]], _NEAR
    if _of_standing_body(clause):
        return None, ""
    near = (scene.before if clause.is_it else None) or scene.last
    if near and near.kind == "session" and _is_of_opening(clause):
        return scene.main, _MAIN
    return (near, _NEAR) if near else (scene.main, _MAIN)


def _is_only_part(clause: Clause, meeting: MeetingMention, scene: Scene) -> bool:
    """Whether the words of the verb name parts that are no event of their own: facilitated *the sessions*."""
    inside = any(chunk.meeting is meeting for chunk in clause.chunks[clause.hit.at + 1 : clause.hit.end])
    return inside and meeting not in scene.meeting_of and scene.of(meeting) is None


def _is_of_nobody(clause: Clause) -> bool:
    """Whether nobody is received: an appeal (*called on* states to act), a greeting (*welcomed* the outcome)."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + 1]
    somebody = clause.object or clause.unnamed or any(c.is_word("him", "her", "them", "us") for c in behind)
    return clause.frame.object == "host" or (clause.frame.rule.startswith("part.receive") and not somebody)


def _is_of_opening(clause: Clause) -> bool:
    """Whether it was at the beginning or end of the whole, not of a session: spoke *at the opening*."""
    words = [chunk.text for chunk in clause.chunks[clause.hit.at + 1 : clause.hit.end + _TO_THE_PART]]
    return any(word == "the" and part in tables.words("opening-parts") for word, part in pairwise(words))


def _of_standing_body(clause: Clause) -> bool:
    """Whether a body is its object, so that a standing fact is told: the EU co-chairs *the Harbour Forum*."""
    if clause.frame.rule not in ("part.chair", "part.organise", "part.host") or clause.hit.passive:
        return False
    behind = clause.chunks[clause.hit.end : clause.hit.end + 3]
    named = next((chunk for chunk in behind if not chunk.is_word("the", "its", "a", "an")), None)
    return named is not None and named.body is not None


def _named_in_words(clause: Clause, scene: Scene) -> Meeting | None:
    """The meeting that the words of the verb name themselves: *gave a lecture*."""
    if clause.frame.rule == "part.discuss":
        return None  # discussed the *Conference* with Q
    inside = (chunk.meeting for chunk in clause.chunks[clause.hit.at + 1 : clause.hit.end] if chunk.meeting)
    return next((scene.meeting_of[named] for named in inside if named in scene.meeting_of), None)


_TO_AS = 16
_OF_BEING_THERE = ("part.attend", "part.join")
"""The rules of verbs that say of somebody, with *not*, that he was away."""


_APART = {"organiser": "participant", "speaker": ""}
"""What those behind *with* did that are no partners: opened the meeting *with a prayer*."""


def _parts(clause: Clause, meeting: Meeting) -> Iterator[Part]:
    frame, hit = clause.frame, clause.hit
    if frame.rule == "part.represent" and hit.form in ("s", "base") and not clause.meeting and not hit.infinitive:
        return  # a standing fact: he represents Norway in the Council
    if _is_session(clause):
        for part in _of(clause, meeting, clause.subject, "participant", "present"):
            yield replace(part, rule="part.session")
        return
    if hit.negative and not frame.rule.startswith(_OF_BEING_THERE):
        return  # who did not chair may have been there
    role = frame.subject
    if role == "held":
        role = _of_holders(clause, meeting)
    if role == "chair" and clause.partners and frame.partner == "co-chair":
        role = "co-chair"
    if role == "participant" and frame.rule in _OF_BEING_THERE and not hit.negative:
        role = called_as(clause.chunks[hit.end : hit.end + _TO_AS]) or role
    if frame.rule == "part.open" and meeting.kind in tables.meetings("deed"):
        role = "participant"  # who inaugurates a centre does what the meeting is
    if frame.rule == "part.conduct" and meeting.kind in tables.meetings("taught"):
        role = "organiser"  # who conducts a course gives it; who conducts a session chairs it
    role, thing = _in_talks(frame, meeting, role)
    presence = "absent" if hit.negative else "invited" if hit.asked else frame.presence or "present"
    if not (hit.negative and hit.passive):
        yield from _of(clause, meeting, clause.subject, role, presence)
    if not hit.negative:
        yield from _of(clause, meeting, clause.object, thing, "present")
        partner = _APART.get(frame.partner, frame.partner) if not clause.joint else frame.partner
        yield from _of(clause, meeting, clause.partners, partner, "present")


def _in_talks(frame: Frame, meeting: Meeting, role: str) -> tuple[str, str]:
    """The roles of subject and object: in talks whoever speaks takes part, as P who spoke *as he received Q*."""
    if role == "speaker" and meeting.kind == "visit" and frame.rule == "part.speak.greet":
        return "host", frame.object  # the guests *were welcomed by* P
    if role == "speaker" and meeting.is_between and frame.rule.startswith("part.speak"):
        role = "participant"
    if frame.rule == "part.speak.said" and meeting.kind not in tables.meetings("audience"):
        return role and "participant", frame.object and "participant"
    return role, frame.object


def _is_session(clause: Clause) -> bool:
    """Whether a body alone meets: *the Council met in Oslo* is its own session, and at it of course."""
    alone = len(clause.subject) == 1 and not clause.object and not clause.partners
    body = clause.subject[0].body if alone else None
    return clause.frame.rule == "part.meet" and body is not None and not body.is_state


def _of_holders(clause: Clause, meeting: Meeting) -> str:
    """The role of those who held it: a body holds its session, people and sides their talks."""
    states = len(clause.subject) > 1 and all(agent.body and agent.body.is_state for agent in clause.subject)
    if states and meeting.kind == "session":
        return "participant"  # of the commission they share
    people = all(agent.person for agent in clause.subject)
    if meeting.kind == "session" and people and (clause.partners or len(clause.subject) > 1):
        return "participant"  # a working session *with* Q, or of P and Q, is talks
    if meeting.kind == "briefing" and people:
        return "speaker"
    if meeting.kind in tables.meetings("audience") and meeting.kind != "exercise":
        return "organiser"
    agencies = [agent for agent in clause.subject if agent.body and not agent.body.is_state]
    if len(agencies) == len(clause.subject) and (clause.joint if clause.partners else len(agencies) > 2):
        return "organiser"  # the Office, *in collaboration with* the Fund, held it
    several = len(clause.subject) > 1 or clause.partners or (clause.meeting and clause.meeting.parties)
    alone = len(clause.subject) == 1 and clause.subject[0].person is not None
    talks = meeting.kind in tables.meetings("talked")
    return "participant" if several or alone or talks else "organiser"


def _of_body(clause: Clause, meeting: Meeting, role: str) -> str:
    """The role of a body where it is another than a person's, as ``body-roles.tsv`` has it; empty: none."""
    tense = " present" if clause.hit.form in ("base", "s") else ""
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
