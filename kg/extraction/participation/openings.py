"""Phrases of place and time that open a sentence before its subject: *On the sidelines* P; *At the Ministry* he."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Item
from kg.extraction.participation.rosters import is_finite
from kg.extraction.text.tokens import is_figures
from kg.extraction.words import tables

_LONGEST = 6
"""Chunks that a phrase has at most."""
_QUOTES = ('"', "\u201d", "\u2019", "'", "\u00bb")
_POINTING = ("this", "that", "these", "those")


def is_fronted(before: Sequence[Chunk]) -> bool:
    """Whether these chunks are nothing but such a phrase in small words: *On the sidelines*; *For this purpose*."""
    words = before[1:]
    if not words:
        return False
    small = all(chunk.kind == "word" and chunk.text.isalpha() and not chunk.text.endswith("ed") for chunk in words)
    points = before[0].is_word("for", "to", "with", "under", "by") and words[0].is_word(*_POINTING)
    timed = words[-1].text in tables.words("times-of-day") and before[0].is_word("the")  # *The same day* P met Q
    opens = before[0].is_among(tables.words("time-and-place-leads")) or points or timed
    leads = 1 < len(words) <= _LONGEST and opens
    verbs = any(is_finite(chunk) for chunk in words if chunk.text not in tables.words("determiners"))
    return leads and small and not is_preposition(words[-1]) and not verbs


def is_company(before: Sequence[Chunk]) -> bool:
    """Whether these chunks open a sentence with those beside its subject: *Together with* Q, P met R."""
    return len(before) == 2 and before[0].text in tables.words("partner-words") and before[1].is_word("with")


def opens_with_place(chunks: Sequence[Chunk], item: Item, following: Item) -> bool:
    """Whether the sentence opens with where it was, right before its subject: At the *Ministry* the Director met."""
    bodies = all(agent.body for agent in item.agents) and all(agent.person for agent in following.agents)
    return bodies and item.last == following.first and chunks[0].is_word("at", "in", "inside")


def acts_for_title(chunks: Sequence[Chunk], items: Sequence[Item], first: int) -> bool:
    """Whether a title stands alone before the subject of a sentence: *On behalf of the Minister,* P met."""
    item, opens = items[0], 0 < first <= _LONGEST and all(chunk.kind == "word" for chunk in chunks[:first])
    led = chunks[0].is_word("on", "for", "deputising", "deputizing", "representing", "acting", "speaking")
    titled = (
        opens
        and led
        and len(items) == 1
        and len(item.agents) == 1
        and any(one.titles for one in chunks[item.first : item.first + 2])
    )
    comma = next((at for at in range(item.first, item.last) if chunks[at].is_word(",")), None) if titled else None
    return comma is not None and item.agents[0].at > comma and item.agents[0].person is not None


def is_of_house(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a house acts of the body behind: the *headquarters of* the Agency hosted P; not *at* its headquarters."""
    house = at > 0 and chunks[at].is_word("of") and chunks[at - 1].text in tables.words("houses")
    lead = at - 2 - (at > 2 and chunks[at - 2].text in tables.words("determiners"))
    return house and not (lead >= 0 and is_preposition(chunks[lead]))


def is_preposition(chunk: Chunk) -> bool:
    """Whether a word leads to where, when or whose something was."""
    return chunk.is_word(
        "in", "at", "on", "during", "of", "for", "to", "from", "with", "under", "by", "after", "before", "between"
    )


def is_passed(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether nothing between a subject and its verb stands there but a mark, a day, an adverb, a name's last quote."""
    text = chunks[at].text
    return (
        text in (",", "(", ")", "-", "/", "\u2013", "\u2014", "the", "this")
        or is_figures(text)
        or text.endswith("ly")
        or text in tables.words("verb-helpers")
        or text in tables.words_of("calendar-words", "times-of-day")
        or text in tables.words("behind-people")
        or (text in _QUOTES and at > 0 and chunks[at - 1].meeting is not None)  # the "Seminar on Ports*"* held by P
    )


def is_said(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the verb at ``at`` says what follows, *that* left out: B *said* P met Q; no *said P* behind his words."""
    if at < 1 or chunks[at].kind != "word":
        return False
    told = chunks[at].text in tables.words("hearers")
    verb = at - 1 if told else at
    if not (chunks[verb].is_word("told") if told else chunks[verb].text in tables.words("verbs-of-saying-that")):
        return False
    speaker = verb - 1 - (verb > 1 and chunks[verb - 1].is_word("also", "has", "had"))
    if chunks[speaker].is_word(","):
        return any(chunk.kind in ("person", "body", "titles") for chunk in chunks[:speaker]) and not _quotes(chunks, at)
    return not _quotes(chunks, at) and not chunks[speaker].is_word('"', "'", "\u201d", "\u2019", "as", ";", ":")


def _quotes(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether somebody's own words stand in front: *"We met",* said P."""
    return any(chunk.is_word('"', "\u201c", "\u201d") for chunk in chunks[:at])
