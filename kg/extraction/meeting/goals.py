"""Where visits go, and whether two of them go to one land: the *visit to Cairo* is the *visit to Egypt* told of."""

from collections.abc import Sequence

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.meeting.names import words_of
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LOOKED_AT = 32


def goal(page: Page, mention: MeetingMention) -> tuple[frozenset[str], str]:
    """The words for where a visit goes, none for a state alone, and the state; nothing for a visit to a body."""
    if mention.destination is None or page.match(tables.bodies(), mention.destination[0]):
        return frozenset(), ""
    state = page.match(tables.states(), mention.destination[0])
    if state:
        return frozenset(), state.row["id"]
    city = page.match(tables.table("cities"), mention.destination[0])
    whole = city is not None and city.last == mention.destination[1]
    return words_of(page.words(*mention.destination)), city.row["state"] if city and whole else ""


def goes_elsewhere(page: Page, told: Sequence[MeetingMention], mention: MeetingMention) -> bool:
    """Whether a visit goes where none of those told of goes."""
    mine = goal(page, mention)
    theirs = [there for one in told if any(there := goal(page, one))]
    return any(mine) and bool(theirs) and not any(_agree(mine, there) for there in theirs)


def goes_there_too(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether a visit goes where one told of does, and no other pays it: *the visit of P to* Norway."""
    mine = goal(page, mention)
    if mention.kind != "visit" or meeting.kind != "visit" or not any(mine) or mention.ordinal or mention.plural:
        return False
    told = [one for one in meeting.mentions[:_LOOKED_AT] if one.kind == "visit" and not one.plural]
    there = [one for one in told if _agree(mine, goal(page, one))]
    return any(_may_be_paid_by(page, mention, one) and _may_be_paid_by(page, one, mention) for one in there)


def _agree(one: tuple[frozenset[str], str], other: tuple[frozenset[str], str]) -> bool:
    """Whether both name one place, or one names the land of the other's town."""
    if one[0] and other[0]:
        return bool(one[0] & other[0])
    return one[1] == other[1] != ""


def _may_be_paid_by(page: Page, mention: MeetingMention, other: MeetingMention) -> bool:
    """Whether who pays a visit, if the naming says it, is named in the sentence of the other too."""
    if mention.name_last <= mention.last:
        return True
    index = page.sentence_of(other.first)
    surname = page.tokens[mention.name_last - 1].lower
    if index is None:
        return False
    sentence = page.sentences[index]
    return any(token.lower == surname for token in page.tokens[sentence.first : sentence.last])
