"""What part a verb says that somebody has, by what it is said of: in talks *held* or *addressed*; of a side.

``verbs.tsv`` has the part that holds when nothing here speaks.
"""

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.frames import Frame
from kg.extraction.words import tables


def role_of_side(clause: Clause) -> str:
    """The part of those who *represented the Kenyan side*: one led it, several are its members; else empty."""
    if clause.frame.rule != "part.represent" or not clause.frame.is_of_delegation:
        return ""
    return "head-of-delegation" if len(clause.subject) == 1 and clause.object else "participant"


def role_of_convener(clause: Clause) -> str:
    """The part of one who *convened the officials* in charge: others came together by his call; else empty."""
    alone = len(clause.subject) == 1 and clause.subject[0].person is not None and not clause.hit.passive
    called = clause.chunks[clause.hit.at].text.startswith("conven")
    return "organiser" if alone and called and clause.unnamed and clause.frame.rule == "part.gather" else ""


def roles_in_talks(clause: Clause, frame: Frame, meeting: Meeting, role: str) -> tuple[str, str]:
    """The roles of subject and object: in talks whoever speaks takes part, as P who spoke *as he received Q*."""
    both = len(clause.subject) > 1 and len({agent.at for agent in clause.subject}) == 1  # *They* also spoke about ports
    if both and frame.rule == "part.speak.bare" and meeting.kind not in tables.meetings("audience"):
        return "participant", frame.object
    if frame.kind == "call" and meeting.kind == "visit" and frame.object and role == "participant":
        return "host", frame.object  # P received a courtesy call *from Q*
    if role == "speaker" and meeting.kind == "visit" and frame.rule == "part.speak.greet":
        return "host", frame.object  # the guests *were welcomed by* P
    met = any(one.by_verb and one.kind != "briefing" for one in meeting.mentions)
    speaks = frame.rule.startswith("part.speak") or (met and frame.rule == "part.brief")
    if role == "speaker" and speaks and (meeting.is_between or meeting.kind in tables.meetings("remote")):
        role = "participant"
    if frame.rule == "part.speak.said" and meeting.kind not in tables.meetings("audience"):
        return role and "participant", frame.object and "participant"
    return role, frame.object


def role_of_partner(meeting: Meeting, role: str) -> str:
    """What somebody did with whom, or by whom, a meeting was: a joint *press conference with P* heard both."""
    named = meeting.kind == "briefing" and not any(mention.by_verb for mention in meeting.mentions)
    press = named and not tables.words("press-words").isdisjoint(meeting.name.casefold().split())
    return "speaker" if press and role == "participant" else role


def role_of_trainers(clause: Clause) -> str:
    """What a body did that led a course: it gave it; *by experts from* a body: these spoke."""
    agents = (*clause.subject, *clause.partners)
    people = clause.chunks[clause.hit.end : agents[0].at] if agents else ()
    nouns = tables.column("inverted-cues", "role")
    sent = any(
        one.text in tables.words("attendee-nouns") | tables.words("member-nouns") or nouns.get(one.text) == "speaker"
        for one in people
    )
    return "speaker" if sent else "organiser"


def role_of_opener(clause: Clause, meeting: Meeting) -> str:
    """What bodies do that open a meeting: they give a course, sit in *their* own session; empty: not known."""
    if any(agent.body is None or agent.body.is_state for agent in clause.subject):
        return ""
    if meeting.kind in tables.meetings("taught"):
        return "organiser"
    own = any(one.is_word("its", "their") for one in clause.chunks[clause.hit.end - 2 : clause.hit.end + 2])
    return ("participant" if meeting.kind in ("session", "meeting") else "organiser") if own else ""


def role_of_starter(clause: Clause, meeting: Meeting) -> str:
    """What bodies do that *began* or *concluded a* conference: they ran it; of *the* Conference nothing is known."""
    bodies = all(agent.body and not agent.body.is_state for agent in clause.subject)
    introduced = clause.meeting is not None and clause.meeting.indefinite
    return "organiser" if bodies and introduced and meeting.kind in ("conference", "forum", "summit") else ""


def role_of_holders(clause: Clause, meeting: Meeting) -> str:
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
    between = clause.chunks[clause.subject[0].at : clause.subject[-1].at] if clause.subject else ()
    if len(agencies) == len(clause.subject) and any(one.is_word("jointly") for one in between):
        return "organiser"  # the Office, *jointly with* the Fund, held it
    several = len(clause.subject) > 1 or clause.partners or (clause.meeting and clause.meeting.parties)
    alone = len(clause.subject) == 1 and clause.subject[0].person is not None
    talks = meeting.kind in tables.meetings("talked")
    return "participant" if several or alone or talks else "organiser"
