"""Verbs of taking part that say something else where they stand: *called the session* a success, *joined in urging*."""

from collections.abc import Sequence

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.participation.agents import Agent, Subject
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.frames import Frame
from kg.extraction.participation.verbs import VerbHit
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning

_SEEING = frozenset(("see", "sees", "saw", "seen", "seeing"))
_TO_OPINION = 5


def says_otherwise(
    chunks: Sequence[Chunk], hit: VerbHit, frame: Frame, subject: Subject, thing: Sequence[Agent]
) -> bool:
    """Whether a verb with these around it tells of no taking part."""
    if frame.rule == "part.accompany" and not thing:
        return True  # a report to *accompany* the draft
    if frame.rule == "part.join" and thing and _is_in_words(chunks, thing[-1].at + 1):
        return True  # joined Q *in condemning* the attack
    if frame.subject == "organiser" and hit.infinitive and _is_of_theirs(chunks, hit):
        return True  # agreed to *give their dialogue* more weight
    if frame.subject == "organiser" and _is_of_speech(chunks, hit):
        return True  # warned of it in a *speech delivered* in the plenary
    if frame.rule == "part.visit" and frame.meeting == "own" and _is_in_no_place(chunks, hit):
        return True  # was *in a hurry* to see officials
    if frame.rule == "part.brief" and hit.form == "ing" and len(thing) == 1 and thing[0].person:
        return True  # while *addressing* the Director General, P, the Minister praised him
    if frame.rule == "part.meet" and chunks[hit.at].text in _SEEING and _only_saw(chunks, hit, subject, thing):
        return True
    # a board of fourteen members *representing* Norway and Kenya
    return frame.rule == "part.represent" and not subject.agents and _is_of_members(chunks, hit)


def _is_of_speech(chunks: Sequence[Chunk], hit: VerbHit) -> bool:
    """Whether words, no meeting, were given: thanked them in a *speech delivered* in the plenary."""
    given = hit.first > 0 and chunks[hit.at].text in tables.words("given-words")
    return given and chunks[hit.first - 1].text in tables.words("speech-nouns")


def _is_in_no_place(chunks: Sequence[Chunk], hit: VerbHit) -> bool:
    """Whether somebody who *was in* something was in no town or land: *in touch with* Oslo, *in a hurry* to see P."""
    if chunks[hit.at].text not in tables.words_of("auxiliaries", "copulas"):
        return False
    place = next((at + 1 for at in range(hit.at, hit.end - 1) if chunks[at].is_word("in")), None)
    return place is not None and chunks[place].kind == "word" and not chunks[place].capital


def _only_saw(chunks: Sequence[Chunk], hit: VerbHit, subject: Subject, thing: Sequence[Agent]) -> bool:
    """Whether nobody called on anybody: *Norway saw* Minister P, saw P *re-elected*, saw P *off*, have not seen P."""
    if not subject.agents or not all(agent.person for agent in subject.agents):
        return True
    last = max([hit.end, *(agent.at for agent in thing)])
    behind = chunks[last + 1 : last + 2]
    if behind and beginning("screens", chunks, last + 1) is not None:
        return True  # saw Minister P *on television*
    told = tables.words_of("meeting-followers", "calendar-words")
    followed = any(one.text in told and not one.is_word("as", "to") for one in behind)
    return not followed and any(
        one.kind == "word" and one.text.isalpha() and not one.text.endswith("ly") for one in behind
    )


def only_calls(chunks: Sequence[Chunk], hit: VerbHit, meeting: MeetingMention) -> bool:
    """Whether it says what somebody thinks of a meeting: P *called the session* in Oslo “a good one”."""
    if not meeting.definite or chunks[hit.at].text not in tables.words("calling-verbs"):
        return False
    behind = [chunk for chunk in chunks[hit.end :] if chunk.first >= meeting.last][:_TO_OPINION]
    return any(chunk.is_word("a", "an", "one", "“", '"') for chunk in behind)


def is_given(chunks: Sequence[Chunk], hit: VerbHit, frame: Frame) -> bool:
    """Whether it may be said of words: *remarks* were delivered at the Conference by P."""
    return frame.subject == "organiser" and chunks[hit.at].text in tables.words("given-words")


def _is_of_theirs(chunks: Sequence[Chunk], hit: VerbHit) -> bool:
    """Whether something is made of a meeting that they have anyway: to *give their* dialogue a new impulse."""
    behind = chunks[hit.end : hit.end + 1]
    given = chunks[hit.at].text in tables.words("giving-verbs")
    return given and any(chunk.text in tables.words("possessives") for chunk in behind)


def _is_of_members(chunks: Sequence[Chunk], hit: VerbHit) -> bool:
    """Whether it is said of the members of a body: fourteen *members representing* Norway and Kenya."""
    return hit.form == "ing" and hit.first > 0 and chunks[hit.first - 1].is_word("member", "members")


def _is_in_words(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether what somebody joins others in is only said: *in condemning* the attack, *in calling* for peace."""
    lead, deed = chunks[at : at + 1], chunks[at + 1 : at + 2]
    if not (lead and deed and lead[0].is_word("in") and deed[0].text.endswith("ing")):
        return False
    return deed[0].text[:-3] + "ed" in tables.words_of("speech-verbs", "quoting-verbs")
