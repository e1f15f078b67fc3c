"""What the words around a verb of meeting say: beside what it was, at another time, on arrival, over what paper."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import GATHERINGS, Clause
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_OPENING = 8
_TO_PAPER = 12
_LONGEST_PAPER = 6
_TO_NOUN = 3
_TO_LEAD = 3
TO_ASIDE = 24


def is_apart(clause: Clause) -> bool:
    """Whether the verb tells of another time: they *last* met, they *had* met."""
    near = clause.chunks[clause.hit.first : clause.hit.at]
    before = clause.chunks[max(0, clause.hit.first - 1) : clause.hit.first]
    return any(chunk.kind == "word" and chunk.text in tables.words("apart-adverbs") for chunk in (*before, *near))


def is_to_come(clause: Clause) -> bool:
    """Whether the verb tells of the next time: the Council *meets again* in May, *will next meet* in Oslo."""
    near = (*clause.chunks[clause.hit.first : clause.hit.at], *clause.chunks[clause.hit.end : clause.hit.end + 1])
    ahead = clause.hit.infinitive or clause.hit.form in ("s", "base")
    return ahead and any(chunk.is_word("next", "again") for chunk in near)


def in_headline(page: Page, clause: Clause) -> bool:
    """Whether the headline tells of it."""
    index = page.sentence_of(clause.words[0])
    return index is not None and page.sentences[index].block.kind == "headline"


def _between(clause: Clause, mention: MeetingMention) -> list[str]:
    """The words from the verb to a meeting behind it."""
    behind = clause.chunks[clause.hit.end :]
    return [chunk.text for chunk in behind if chunk.first < mention.first and chunk.kind == "word"]


def is_beside(clause: Clause, mention: MeetingMention) -> bool:
    """Whether words say that the meeting named is another: met *on the margins of* the Dialogue, *during* a visit."""
    between = _between(clause, mention)[-8:]
    within = mention.kind == "visit" and clause.frame.kind == "meeting" and "during" in between[-3:]
    return within or any(word in tables.words("beside-words") for word in between)


def is_topic(clause: Clause, mention: MeetingMention) -> bool:
    """Whether a meeting named behind the verb is only spoken of: met Q and discussed *preparations for* the Summit."""
    between = _between(clause, mention)
    spoken = [at for at, word in enumerate(between) if word in tables.words("discussing-verbs")]
    behind = between[spoken[0] :] if spoken else []
    holds = any(word in tables.words("holding-forms") or word in tables.words("held-words") for word in behind)
    return bool(behind) and not holds and not any(word in tables.words("at-meetings") for word in behind[-2:])


def is_since(clause: Clause, mention: MeetingMention) -> bool:
    """Whether the words behind the verb only tell of another time, or of those met, by a meeting.

    Met Q for the first time *after* the talks; met the ministers *participating in* the Conference.
    """
    at = next((n for n, chunk in enumerate(clause.chunks) if chunk.meeting is mention), 0)
    lead = clause.chunks[max(clause.hit.end, at - _TO_LEAD) : at] if at > clause.hit.end else ()
    return any(
        chunk.text in tables.words("beside-words")
        or (chunk.text in tables.words("attending-verbs") and chunk.text.endswith("ing"))
        for chunk in lead
    )


def goes_on(clause: Clause) -> bool:
    """Whether words tell of one more meeting: P *then* met Q; *in the afternoon* P received Q."""
    opening = clause.chunks[: min(_TO_LEAD, clause.begins)]
    near = clause.chunks[max(0, clause.hit.first - 1) : clause.hit.at]
    if _talk_on(clause):
        near = [chunk for chunk in near if not chunk.is_word("also")]
    return any(chunk.kind == "word" and chunk.text in tables.words("going-on") for chunk in (*opening, *near))


def _talk_on(clause: Clause) -> bool:
    """Whether those told of talked of one thing more: *they also exchanged views* on ports."""
    views = clause.chunks[clause.hit.end - 1].is_word("views")
    return views and len({agent.at for agent in clause.subject}) == 1 and not (clause.object or clause.partners)


def points_to_day(clause: Clause) -> bool:
    """Whether the sentence opens with the day or occasion told of before: *On that day* P met Q; not P *also* met Q."""
    opening = clause.chunks[: min(_TO_LEAD, clause.begins)]
    that = len(opening) == _TO_LEAD and opening[1].is_word("that") and opening[0].is_word("on", "at")
    return that and opening[2].text in tables.words("days-told") and not goes_on(clause)


def opens_beside(clause: Clause) -> bool:
    """Whether the sentence opens beside a meeting: *On the sidelines of the Dialogue* P met Q."""
    opening = clause.chunks[: min(_OPENING, clause.begins)]
    return any(chunk.kind == "word" and chunk.text in tables.words("beside-words") for chunk in opening)


def ends_beside(clause: Clause) -> bool:
    """Whether the clause ends beside a gathering: P met Q *on the sidelines of the Assembly*."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + TO_ASIDE]
    return any(chunk.kind == "word" and chunk.text in tables.words("asides") for chunk in behind)


def is_arrival(clause: Clause) -> bool:
    """Whether it tells how a visit began: *on arrival* P was welcomed by Q, received P *at the airport*."""
    around = clause.chunks[max(0, clause.begins - _OPENING) : clause.hit.end + TO_ASIDE]
    return any(chunk.kind == "word" and chunk.text in tables.words("arrival-words") for chunk in around)


def kind_of(clause: Clause) -> str:
    """The kind of meeting that a verb tells of: P spoke with Q *by telephone* is a call."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + TO_ASIDE]
    phoned = any(
        one.is_word("by", "over", "on", "via", "the") and other.text in tables.words("phone-words")
        for one, other in pairwise(behind)
    )
    return "call" if phoned and clause.frame.kind == "meeting" else clause.frame.kind


def noun_inside(clause: Clause) -> MeetingMention | None:
    """The noun among the words of the verb: paid a *courtesy call* on P; not what was discussed."""
    if clause.frame.rule == "part.discuss":
        return None
    said = clause.chunks[clause.hit.at : clause.hit.end]
    return next((chunk.meeting for chunk in said if chunk.meeting), None)


def fronted(clause: Clause) -> MeetingMention | None:
    """The meeting with which the sentence opens: *In an earlier visit*, P received Q."""
    if not clause.chunks[0].is_word("in", "at", "during") or opens_beside(clause):
        return None
    opening = clause.chunks[: min(_OPENING, clause.begins)]
    return next((chunk.meeting for chunk in opening if chunk.meeting), None)


def has_paper(clause: Clause) -> bool:
    """Whether a paper of two sides is named: an agreement, no bill and no visitors' book."""
    if clause.meeting:
        return clause.meeting.kind == "signing"
    if clause.is_it:
        return len(clause.subject) > 1
    around = clause.chunks[clause.begins : clause.hit.end + _TO_PAPER]
    return any(chunk.kind == "word" and _is_paper(around, at) for at, chunk in enumerate(around))


def signs_again(clause: Clause) -> bool:
    """Whether it may be the paper that was signed before: Q signed *the document*, signed *it*."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + 2]
    if len(behind) < 2 or clause.hit.passive or not behind[0].is_word("the"):
        return bool(behind) and behind[0].is_word("it")
    paper = behind[1].meeting
    return paper.is_short if paper else behind[1].is_word("document", "documents", "text")


def _is_paper(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the name of a paper begins at ``at``: a *cooperation plan*, no *cooperation*."""
    said = tuple(chunk.text for chunk in chunks[at : at + _LONGEST_PAPER])
    return any(said[: len(words)] == words for words in _papers().get(said[0], ()))


@cache
def _papers() -> dict[str, list[tuple[str, ...]]]:
    """The names of papers, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for paper in sorted(tables.words("signed-papers")):
        words = tuple(paper.split())
        found.setdefault(words[0], []).append(words)
    return found


def _noun_end(clause: Clause, at: int) -> int:
    """Where the naming of somebody ends: behind the noun that a state qualifies: a Nordic *delegation*."""
    chunk = clause.chunks[at]
    if chunk.body is None or chunk.body.rule != "state.demonym":
        return chunk.last
    behind = clause.chunks[at + 1 : at + 1 + _TO_NOUN]
    return next((each.last for each in behind if each.text in tables.words("member-nouns")), chunk.last)


def _place_end(clause: Clause) -> int | None:
    """Where the place that is visited ends: visited *Oslo*, travelled to *New York*; None: no place follows."""
    last = None
    for chunk in clause.chunks[clause.hit.end : clause.hit.end + _TO_NOUN]:
        if not (chunk.capital or chunk.body) or chunk.person or chunk.text in tables.words("calendar-words"):
            break
        last = chunk.last
    return last


def _paper_end(clause: Clause) -> int | None:
    """Where the paper that is signed ends: sign a *framework agreement*; None: none is named behind the verb."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + _TO_PAPER]
    begins = next((at for at, chunk in enumerate(behind) if chunk.kind == "word" and _is_paper(behind, at)), None)
    if begins is None:
        return None
    said = tuple(chunk.text for chunk in behind[begins : begins + _LONGEST_PAPER])
    length = max(len(words) for words in _papers()[said[0]] if said[: len(words)] == words)
    return behind[begins + length - 1].last


def naming(clause: Clause) -> MeetingMention:
    """The naming by a verb: up to the first object or the one behind *by*; with its subject if it has neither."""
    first, last = clause.words
    head = first
    behind = tuple(agent for agent in clause.partners if agent.at > clause.hit.first)  # not *With Q,* P met R
    others = behind or (clause.subject if clause.hit.passive else clause.object)
    if others and clause.chunks[others[0].at].first > first:
        last = _noun_end(clause, others[0].at)
    elif clause.frame.kind == "visit" and not others and (ends := _place_end(clause)) is not None:
        last = ends
    elif clause.frame.kind == "signing" and not clause.hit.passive and (ends := _paper_end(clause)) is not None:
        last = ends
    elif not others and clause.unnamed:
        last = clause.chunks[clause.unnamed - 1].last
    elif clause.subject and clause.chunks[clause.subject[-1].at].last <= first and not clause.object + clause.partners:
        first = clause.chunks[clause.subject[-1].at].first
    elif not clause.subject and not clause.object:
        article = clause.chunks[clause.begins].is_word("the", "a", "an")
        first = clause.chunks[clause.begins + article].first
    return MeetingMention(
        first, last, head, kind_of(clause), definite=False, proper=False, weak=False, name_last=last,
        apart="later" if is_to_come(clause) else "", by_verb=True,
        gathered=clause.frame.rule in GATHERINGS and not (others or clause.object),
    )  # fmt: skip
