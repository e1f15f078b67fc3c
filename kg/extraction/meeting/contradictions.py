"""What speaks against a mention being a meeting already told of: its number, kind, place, time or parties."""

from collections.abc import Sequence

from kg.extraction.meeting.editions import is_edition_of_other_year, is_of_other_day
from kg.extraction.meeting.goals import goes_elsewhere
from kg.extraction.meeting.meetings import Meeting, MeetingMention, references
from kg.extraction.meeting.names import styles, words_of
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_TO_ASIDE = 40
_ASIDE = 4
"""Words of: on the sidelines of the."""
_OF_A_DAY = 5
"""Sessions into which a meeting is divided; what is counted further is a body's."""
_OF_BODY = 8
"""Words of: of the joint security working group."""
_TO_VERB = 4
_TO_TOPIC = 12
_TO_PARTNER = 14
_BEHIND_PARTNER = (";", ".", "on", "in", "at", "and", "to", "about", "during")
_TO_AT = 2
"""Words of: at the."""
LOOKED_AT = 32
"""Mentions of a meeting that are compared: what so many leave open no further one says, and cost stays linear."""


def contradicts(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether anything speaks against their being one: number, year, kind, place, time, parties."""
    if meeting.ordinal and mention.ordinal and meeting.ordinal != mention.ordinal and not counts_some(meeting, mention):
        return True
    if meeting.year and mention.year and meeting.year != mention.year:
        return True
    told = meeting.mentions[:LOOKED_AT]
    same_number = meeting.ordinal is not None and meeting.ordinal == mention.ordinal
    same_time = any(m.apart == mention.apart for m in told) or is_announced(page, meeting, mention)
    if mention.apart and not same_number and not same_time:
        return True
    if _is_counted_among(page, told, mention) or _is_stage(page, told, mention):
        return True
    if same_number and all(_is_of_another(page, one, mention) for one in told):
        return True
    if _is_of_whole(page, told, mention) or any(_is_of_whole(page, (mention,), one) for one in told):
        return True
    if not _may_be(page, meeting, told, mention) or any(_is_beside(page, one, mention) for one in told):
        return True
    if goes_elsewhere(page, told, mention):
        return True
    pairs = [pair for m in told for pair in ((m, mention), (mention, m))]
    if any(_is_still_to_come(page, one, other) or _is_offered(page, one, other) for one, other in pairs):
        return True
    if any(one.by_verb and not one.planned and _is_far_from(page, one, other) for one, other in pairs):
        return True
    if in_other_entry(page, told, mention) or _is_with_others(page, told, mention):
        return True
    another_year = is_edition_of_other_year(page, meeting, mention)
    another_year = another_year or is_of_other_day(page, told, mention)
    return another_year or _elsewhere(told, mention) or _at_another_time(told, mention) or _of_others(meeting, mention)


def sitting_body(page: Page, mention: MeetingMention) -> str:
    """The noun of the body whose session a mention names: the meeting *of the joint working group*; or empty.

    Or of one by whose name it is called: the Tide Ministerial *Council* in Oslo.
    """
    called = page.tokens[mention.last - 1].lower
    if not mention.by_verb and mention.head == mention.last - 1 and called in tables.words("sitting-bodies"):
        return called
    first = mention.head + 1
    if first >= len(page.tokens) or page.tokens[first].lower != "of":
        return ""
    stop = min(first + _OF_BODY, len(page.tokens))
    for at in range(first + 1, stop):
        if not page.joined(at - 1) or not page.tokens[at].is_word:
            break
        hit = page.match(tables.phrases("sitting-bodies"), at)
        if hit:
            return page.tokens[hit.last - 1].lower
    return ""


def _is_counted_among(page: Page, told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    """Whether one counts several, the other names one: a seminar was held. They also held *two technical seminars*."""
    if _counts_several(page, mention):
        return not any(one.plural or one.by_verb for one in told)
    single = (mention.is_named or mention.ordinal is not None) and not mention.plural
    return single and all(_counts_several(page, one) for one in told)


def _counts_several(page: Page, mention: MeetingMention) -> bool:
    """Whether its number says that it names several: *two* seminars; not talks, which are one in the plural."""
    values = tables.column("counts", "value")
    words = (token.lower for token in page.tokens[max(0, mention.first - 1) : mention.first + 1])
    return mention.plural and any(values.get(word, "1") != "1" for word in words)


def _is_stage(page: Page, told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    """Whether it only led to the meeting told of: the *preparatory* meeting for the Conference."""
    return bool(_stages(page, mention)) and not any(one.by_verb or _stages(page, one) for one in told)


def _stages(page: Page, mention: MeetingMention) -> bool:
    words = page.tokens[mention.first : mention.head]
    return any(word.lower in tables.words("stage-words") for word in words)


def _is_of_another(page: Page, one: MeetingMention, other: MeetingMention) -> bool:
    """Whether they are of others, in every word: the first meeting *of the Council*, *of the Reef Group*."""
    mine, theirs = _subject(page, one), _subject(page, other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _subject(page: Page, mention: MeetingMention) -> frozenset[str]:
    """The words behind *of*; empty if an acronym stands there, which may be spelt out elsewhere."""
    behind = page.tokens[mention.head + 1 : max(mention.last, mention.name_last)]
    if not behind or behind[0].lower != "of" or any(token.is_acronym for token in behind):
        return frozenset()
    return words_of(" ".join(token.text for token in behind if token.is_capitalised))


def _is_of_whole(page: Page, told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    """Whether only sessions counted behind it are told of: the meeting was held. *The first session* dealt with …"""
    return head(page, mention) != "session" and all(
        one.first > mention.first and one.ordinal is not None and one.ordinal <= _OF_A_DAY and _is_counted(page, one)
        for one in told
    )


def _is_counted(page: Page, mention: MeetingMention) -> bool:
    """Whether a session is named by its number alone: *the second working session*, not *its second session*."""
    bare = not (mention.is_named or mention.parties or mention.year or mention.in_heading)
    ends = head(page, mention) == "session" and mention.last == mention.head + 1
    return bare and ends and (mention.first == 0 or page.tokens[mention.first - 1].lower == "the")


def is_announced(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether a meeting is to come, and a naming says no more: it *will hold* a session. The *upcoming* session …"""
    words = page.tokens[mention.first : mention.head]
    upcoming = mention.apart == "later" and any(word.lower in tables.words("upcoming-words") for word in words)
    return upcoming and any(is_to_come(page, one) for one in meeting.mentions[:LOOKED_AT])


def is_to_come(page: Page, mention: MeetingMention) -> bool:
    """Whether a verb says that it will be, or its day is after the day of issue."""
    if mention.when is not None and page.published is not None:
        return mention.when.bounds()[0] > page.published.bounds()[1]
    around = (
        *page.tokens[max(0, mention.first - _TO_VERB) : mention.first],
        *page.tokens[mention.last : mention.last + _TO_VERB],
    )
    return not mention.apart and any(token.lower == "will" for token in around)


def counts_some(meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether a number counts only some meetings of a series: the 13th Meeting was *the first in eight years*."""
    return mention.counts_some or meeting.counts_some


def in_other_entry(page: Page, told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    """Whether other hours of a programme are over them, and the later is told of as new: 10:00 *a meeting*, 11:00 …"""
    here = page.entry_of(mention.first)
    if here is None or not told:
        return False
    if any((entry := page.entry_of(one.first)) is None or entry == here for one in told):
        return False
    later = max(mention, min(told, key=lambda one: one.first), key=lambda one: one.first)
    return later.by_verb or not (later.definite or later.is_named or later.ordinal)


def _may_be(page: Page, meeting: Meeting, told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    """Whether the kinds allow the two to be one."""
    by_verb = any(one.by_verb for one in told)
    if mention.kind in tables.meetings("remote") and mention.head > mention.first and not by_verb:
        return meeting.kind == mention.kind  # a *telephone conversation* is no meeting that was held somewhere
    return (
        meeting.kind == mention.kind
        or not meeting.told_as.isdisjoint(tables.lists("encounter-nouns").get(head(page, mention), ()))
        or meeting.kind in references().get(head(page, mention), frozenset())
        or any(mention.kind in references().get(head(page, m), frozenset()) for m in told)
    )


def _is_beside(page: Page, one: MeetingMention, other: MeetingMention) -> bool:
    """Whether a sentence tells of one on the sidelines of the other, or of both: *the seminar* and *the workshop*."""
    if abs(one.first - other.first) > _TO_ASIDE or page.sentence_of(one.first) != page.sentence_of(other.first):
        return False
    for mention in (one, other):
        lead = page.tokens[max(0, mention.first - _ASIDE) : mention.first]
        if any(token.lower in tables.words("asides") for token in lead):
            return True
    before, behind = sorted((one, other), key=lambda mention: mention.first)
    joint = [token.lower for token in page.tokens[max(before.last, before.name_last) : behind.first]]
    return joint[:1] == ["and"] and joint[1:] in (["the"], ["a"], ["an"], [])


def _is_still_to_come(page: Page, one: MeetingMention, other: MeetingMention) -> bool:
    """Whether one is *upcoming* and the other was before the page was issued."""
    past = other.when is not None and page.published is not None and other.when.bounds()[1] < page.published.bounds()[0]
    return one.apart == "later" and past


def _is_far_from(page: Page, one: MeetingMention, other: MeetingMention) -> bool:
    """Whether a day says of another that it is to come, or was years ago: P met Q. At *its session in 2018* …"""
    if other.when is None or page.published is None:
        return False
    if is_to_come(page, other):
        return True
    index, year = page.sentence_of(one.first), other.when.year
    if year + 1 >= page.published.year or index is None:
        return False
    own = page.dates_in(page.sentences[index].block)
    return not any(hit.first and hit.first.year == year for hit in own)


def _is_offered(page: Page, one: MeetingMention, other: MeetingMention) -> bool:
    """Whether one is of a number that the other lacks, and somebody is only *to host* it; the other has been."""
    lead = [token.lower for token in page.tokens[max(0, one.first - 3) : one.first]]
    offered = len(lead) == 3 and lead[0] == "to" and lead[1] in tables.words("holding-verbs") and lead[2] == "the"
    if not offered or one.ordinal is None or other.ordinal is not None:
        return False
    if other.when is None or page.published is None:
        return other.at_it
    return other.at_it or other.when.bounds()[1] <= page.published.bounds()[1]


def head(page: Page, mention: MeetingMention) -> str:
    """The noun of a mention."""
    return page.tokens[mention.head].lower


def is_journey(page: Page, mention: MeetingMention) -> bool:
    """Whether a visit took its time, as no call does: *a visit to Oslo*, a tour."""
    return mention.kind == "visit" and head(page, mention) not in ("call", "calls")


def is_spoken_of(page: Page, mention: MeetingMention) -> bool:
    """Whether it is what was talked about: they discussed *preparations for* the Summit; not *at* it."""
    index = page.sentence_of(mention.first)
    first = page.sentences[index].first if index is not None else mention.first
    lead = [token.lower for token in page.tokens[max(first, mention.first - _TO_TOPIC) : mention.first]]
    spoken = next((at for at, word in enumerate(lead) if word in tables.words("discussing-verbs")), None)
    return spoken is not None and tables.words("at-meetings").isdisjoint(lead[spoken:][-_TO_AT:])


def _is_with_others(page: Page, told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    """Whether lines or sentences name them without an article, each with somebody else: *meeting with P*, *with Q*.

    Or entries, each in another house: *meeting at the Tide Institute*; *meeting with P*.
    """
    entries = mention.opens_line and all(one.opens_line for one in told)
    mine = _named_with(page, mention, housed=entries)
    theirs = [_named_with(page, one, housed=entries) for one in told] if mine else []
    return bool(theirs) and all(words and words.isdisjoint(mine) for words in theirs)


def _named_with(page: Page, mention: MeetingMention, *, housed: bool) -> frozenset[str]:
    """The capitalised words of those with whom, of the house in which a meeting was that no word takes up; or none."""
    tokens, at = page.tokens, mention.last
    housed = housed and mention.title_last > at
    if (
        mention.definite
        or mention.by_verb
        or at >= len(tokens)
        or not (tokens[at].lower == "with" or (housed and tokens[at].lower == "at"))
        or not page.joined(at - 1)
    ):
        return frozenset()
    behind: set[str] = set()
    for place in range(at + 1, min(at + _TO_PARTNER, len(tokens))):
        if not page.joined(place - 1) or tokens[place].lower in _BEHIND_PARTNER:
            break
        behind |= {tokens[place].lower} if tokens[place].is_capitalised else set()
    return frozenset(behind - styles())


def _elsewhere(told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    places = {m.place for m in told if m.place}
    return bool(mention.place and places and mention.place not in places)


def _at_another_time(told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    dates = [m.when.bounds() for m in told if m.when]
    if mention.when is None or not dates:
        return False
    first, last = mention.when.bounds()
    return not any(start <= last and first <= end for start, end in dates)


def _of_others(meeting: Meeting, mention: MeetingMention) -> bool:
    mine = {party.known for party in (*mention.parties, *mention.joined) if party.known}
    theirs = {party.known for party in meeting.parties if party.known}
    return bool(mine and theirs and not mine & theirs)
