"""The meeting a clause tells of: named in it, told of beside it, told of before, or the main event."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.openings import is_preposition
from kg.extraction.participation.parts import Scene
from kg.extraction.participation.verbs import is_reduced
from kg.extraction.words import tables

_NEAR, _MAIN = "/near", "/main"
"""How far the words of a clause are from those that name its meeting: a rule of its own for each."""
_TO_BOTH = 5
_TO_THE_PART = 3
"""Chunks behind a verb in which stands at what it was done: spoke *at the opening*."""
_SESSIONS = ("part.meet", "part.hold")
"""The rules of verbs by which a body is in session."""

Home = tuple[Meeting, str]
"""A meeting, and the end of the rule that says how it was found."""


def homes(clauses: Sequence[Clause], scene: Scene) -> Iterator[tuple[Clause, tuple[Home, ...]]]:
    """Each clause of one sentence with the meetings of which it tells."""
    told: Meeting | None = None
    signed = next((scene.home_of[id(one)] for one in clauses if _is_signed(one) and id(one) in scene.home_of), None)
    for clause in clauses:
        meeting, how = (
            _in_company(clause, clauses, scene)
            or _of_represented(clause, clauses, scene)
            or _beside(clause, told, scene)
            or _of_party(clause, clauses, scene)
            or _of_session(clause, clauses, scene)
            or _fronted(clause, clauses, scene)
            or _meeting_of(clause, scene)
        )
        if meeting is None and _is_signed(clause) and _names_no_paper(clause):
            meeting, how = signed or _signing(scene), _NEAR
        told = scene.home_of.get(id(clause), told)
        both = _both(clause, scene) or ((meeting,) if meeting else ())
        yield clause, tuple((home, how) for home in both)


def is_session(clause: Clause) -> bool:
    """Whether a body alone meets: *the Council met in Oslo* is its own session, and at it of course."""
    alone = len(clause.subject) == 1 and not clause.object and not clause.partners
    body = clause.subject[0].body if alone else None
    return clause.frame.rule == "part.meet" and body is not None and not body.is_state


def _both(clause: Clause, scene: Scene) -> tuple[Meeting, ...]:
    """The two meetings told of, if it is said of both: P spoke at *both events*, *the meetings* were chaired by P.

    Heads of delegations led them at both: *the 3rd Forum and the 2nd Dialogue were held*; P and Q led the delegations.
    """
    if clause.frame.meeting == "own" or not scene.pair:
        return ()
    behind = clause.chunks[clause.hit.at : clause.hit.end + _TO_BOTH]
    said = any(both.is_word("both") and _is_plural(noun) for both, noun in pairwise(behind))
    before = clause.chunks[max(0, clause.hit.first - _TO_BOTH) : clause.hit.first]
    said = said or any(the.is_word("the", "both", "two") and _is_plural(noun) for the, noun in pairwise(before))
    led = clause.frame.is_of_delegation and not clause.meeting and scene.are_told_as_one
    return scene.pair if said or led else ()


def _is_plural(noun: Chunk) -> bool:
    word = noun.text or noun.noun
    return word.endswith("s") and (noun.meeting is not None or word in tables.words("generic-meetings"))


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


def _of_represented(clause: Clause, clauses: Sequence[Clause], scene: Scene) -> tuple[Meeting, str] | None:
    """The meeting at which somebody had a part for whom another stood: the Forum hosted by A, *represented by B*."""
    if clause.frame.object != "represented" or clause.meeting or not is_reduced(clause.chunks, clause.hit):
        return None
    mine = {agent.at for agent in clause.object}
    for other in clauses:
        if other is not clause and other.meeting and not mine.isdisjoint(agent.at for agent in other.subject):
            meeting = _meeting_of(other, scene)[0]
            return (meeting, "") if meeting else None
    return None


def _of_session(clause: Clause, clauses: Sequence[Clause], scene: Scene) -> tuple[Meeting, str] | None:
    """The session of the body whose chair a participle names: the Council*, chaired by P,* met in Oslo."""
    if clause.frame.rule != "part.chair" or clause.meeting or not is_reduced(clause.chunks, clause.hit):
        return None
    for other in clauses:
        mine = [agent.at for agent in clause.object] == [agent.at for agent in other.subject]
        meeting = _meeting_of(other, scene)[0] if mine and other.frame.rule in _SESSIONS else None
        if meeting and (meeting.kind == "session" or is_session(other)):
            return meeting, ""
    return None


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
    if clause.frame.is_of_talk:  # P discussed preparations for *the Conference*
        return (scene.last if _is_composed(clause) else None), ""
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
    if not before and _of_standing_body(clause):
        return None, ""
    near = scene.meeting_of[before[-1]] if before else (scene.before if clause.is_it else None) or scene.last
    fronted = bool(before) and is_preposition(clause.chunks[0])  # *In the first session* P gave opening remarks
    if _is_of_day(clause) and scene.main:
        return scene.main, _NEAR
    if near is None or (near.kind == "session" and not fronted and _is_of_opening(clause)):
        return scene.main, _NEAR if near is None and _is_of_one_told(clause, scene) else _MAIN
    return near, _NEAR


def _is_of_day(clause: Clause) -> bool:
    """Whether a day of it is what somebody chaired: *chaired the first day*; whatever else was told of since."""
    words = [chunk.text for chunk in clause.chunks[clause.hit.at + 1 : clause.hit.end]]
    return "day" in words and not tables.column("ordinals", "value").keys().isdisjoint(words)


def _is_composed(clause: Clause) -> bool:
    """Whether a body is told of with its members: the committee*, comprising Norway and Kenya,* discussed it."""
    first = clause.subject[0].at if len(clause.subject) > 1 else 0
    return any(chunk.text in tables.words("comprising-words") for chunk in clause.chunks[:first])


def _is_of_one_told(clause: Clause, scene: Scene) -> bool:
    """Whether somebody is said to have chaired right after the main event was told of, in a paragraph before."""
    known = scene.before is not None and scene.before is scene.main
    return known and clause.frame.rule == "part.chair" and clause.hit.form == "past"


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
    """Whether it was at the beginning or end of the whole, not of a session: spoke *at the opening*.

    Or the speech is one: gave the *closing* remarks.
    """
    words = [chunk.text for chunk in clause.chunks[clause.hit.at + 1 : clause.hit.end + _TO_THE_PART]]
    if any(word == "the" and part in tables.words("opening-parts") for word, part in pairwise(words)):
        return True
    said = clause.chunks[max(0, min(clause.begins, clause.hit.at) - 1) : clause.hit.end + _TO_THE_PART]
    return any(
        word.is_among(tables.words("opening-remarks")) and speech.text in tables.words("speech-nouns")
        for word, speech in pairwise(said)
    )


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
