"""Whether a meeting was held, is still to come, or was called off."""

from itertools import pairwise

from kg.extraction.circumstances.belonging import Belonging, Telling
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import cues, stands_before
from kg.model.dates import PartialDate

_TITLES = ("headline", "heading")
_REACH = 9  # tokens between a meeting and what is said of it
_ASIDE = 40  # tokens in which an aside between commas follows a meeting
_AUXILIARIES = 4  # tokens at its beginning, *which was* planned, and behind its end: *has been* postponed


def outlook(page: Page, belonging: Belonging, meeting: Meeting, start: PartialDate | None) -> str:
    """``held``, ``planned`` or ``cancelled``: a printed date decides, else what is said of the meeting."""
    tellings = belonging.of(meeting)
    told = [telling for telling in tellings if page.sentences[telling.sentence].block.kind not in _TITLES] or tellings
    if any(_is_said(page, belonging, telling, "cancelled") or _is_off(page, telling) for telling in tellings):
        return "cancelled"
    issued = page.published
    if start and issued:
        if start.bounds()[0] > issued.bounds()[1]:
            return "planned"
        if start.bounds()[1] < issued.bounds()[0]:
            return "held"
    ahead = [_looks_ahead(page, belonging, telling) for telling in told]
    return "planned" if ahead[:1] == [True] and 2 * sum(ahead) >= len(ahead) else "held"


def _is_off(page: Page, telling: Telling) -> bool:
    """Whether it was called off behind an aside that says when it should have been: the talks, *due in May, were* …"""
    sentence, words = page.sentences[telling.sentence], cues("setting-cues", "cancelled")
    if not page.places(words, sentence.first, sentence.last):
        return False
    at, tokens, due = telling.mention.last, page.tokens, cues("setting-cues", "due")
    commas = [pos for pos in range(at, min(sentence.last, at + _ASIDE)) if tokens[pos].text == ","]
    for opens, ends in pairwise(commas):
        if any(page.match(due, pos, ends) for pos in range(opens + 1, min(opens + _AUXILIARIES, ends))):
            told = range(ends + 1, min(ends + _AUXILIARIES, sentence.last))
            return any(page.match(words, pos, sentence.last) for pos in told)
    return False


def _looks_ahead(page: Page, belonging: Belonging, telling: Telling) -> bool:
    mention, sentence = telling.mention, page.sentences[telling.sentence]
    least = sentence.first
    if sentence.block.kind in _TITLES and mention.first > least and page.tokens[mention.first - 1].lower == "to":
        return True  # a headline: Minister P *to meet* Q
    if mention.planned or stands_before(page, "setting-cues", "later", mention.first, max(least, mention.first - 4)):
        return True
    if any(
        token.lower in tables.words("looking-ahead")
        for token in page.tokens[max(least, mention.first - 8) : mention.first]
    ):
        return True
    return _is_said(page, belonging, telling, "ahead")


def _is_speech(page: Page, at: int) -> bool:
    """Whether somebody says something here: what follows is said of other things."""
    return page.tokens[at].lower in tables.words("speech-verbs")


def _is_other(belonging: Belonging, telling: Telling, at: int) -> bool:
    """Whether another meeting is named from token ``at`` on."""
    return any(one.meeting is not telling.meeting for one in belonging.beginning(at))


def _is_of_object(page: Page, belonging: Belonging, telling: Telling, at: int) -> bool:
    """Whether what begins at ``at`` is another meeting, to which this one does something: it *prepares the Summit*."""
    if not _is_other(belonging, telling, at):
        return False
    before = at - 1 - (page.tokens[at - 1].lower in tables.words("determiners"))
    joint = page.tokens[before]
    return before >= telling.mention.last and joint.is_word and joint.lower not in tables.words("function-words")


def _is_said(page: Page, belonging: Belonging, telling: Telling, kind: str) -> bool:
    """Whether words of a kind stand close to the meeting, in its clause."""
    sentence, mention = page.sentences[telling.sentence], telling.mention
    words = cues("setting-cues", kind)
    first, last = max(sentence.first, mention.first - _REACH), min(sentence.last, mention.last + _REACH)
    if not page.places(words, first, last):
        return False
    stops, breaks = (";", ",", ".", ":"), cues("setting-cues", "break")
    for at in range(mention.first - 1, first - 1, -1):
        if page.match(words, at, mention.first):
            return True
        if page.tokens[at].text in stops or page.match(breaks, at) or _is_speech(page, at):
            break
    for at in range(mention.first, last):
        hit = page.match(words, at, sentence.last)
        if hit and not any(_is_other(belonging, telling, pos) for pos in (hit.last, hit.last + 1)):
            return True  # to be held; but not: *ahead of the* Summit
        if at > mention.last and _is_of_object(page, belonging, telling, at):
            break
        if at >= mention.last and (
            page.tokens[at].text in (";", ".", ":") or (at > mention.last + 1 and page.match(breaks, at))
        ):
            break
    return False
