"""One encounter told twice in other words: the headline says that P *holds talks with Q*, the lead that P *received* Q.

They are one if the lead names whom the headline says was met, each tells of one encounter, and nothing contradicts; or
if the verb that tells of the one names the other by a noun of its own: P *held a meeting with* Q.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extraction.meeting.contradictions import head
from kg.extraction.meeting.meetings import Meeting, MeetingMention, references
from kg.extraction.meeting.names import styles, words_of
from kg.extraction.meeting.verbwords import fronted, noun_inside
from kg.extraction.participation.clauses import Clause
from kg.extraction.text.page import Page
from kg.extraction.words import tables

Pair = tuple[Meeting, Meeting]
"""A meeting, and the one that it is."""


def named_twice(homes: Iterable[tuple[Clause, Meeting]], named: Mapping[MeetingMention, Meeting]) -> Iterator[Pair]:
    """The encounters of verbs whose own noun is kept as another meeting: P meets Q. P held *a meeting* with Q."""
    for clause, home in homes:
        noun = noun_inside(clause) or _meal(clause) or _where_they_talked(clause)
        own = named.get(noun) if noun else None
        if own is not None and own is not home and home.is_encounter and not own.is_apart:
            yield home, own


def _meal(clause: Clause) -> MeetingMention | None:
    """The meal that a guest was invited to: P *hosted* Q for *a working lunch*."""
    meal = clause.meeting
    hosted = clause.frame.rule == "part.host" and bool(clause.object) and not clause.hit.passive
    return meal if hosted and meal and clause.chunks[clause.hit.end].person and meal.is_part else None


def _where_they_talked(clause: Clause) -> MeetingMention | None:
    """The meeting with which a sentence opens that tells what was talked of: *During a meeting*, P and Q discussed."""
    opening = fronted(clause) if clause.frame.is_of_talk else None
    return opening if opening and opening.kind in tables.meetings("wide") and not opening.destination else None


def retold(page: Page, meetings: Sequence[Meeting], lead_ends: int) -> Iterator[Pair]:
    """The encounter of the headline and that of the lead, if they are one; the lead ends before token ``lead_ends``."""
    met = [one for one in {id(one): one for one in meetings}.values() if _is_encounter(page, one)]
    above = [one for one in met if all(_is_headline(page, mention) for mention in one.mentions)]
    below = [one for one in met if one not in above and any(mention.first < lead_ends for mention in one.mentions)]
    if len(above) == len(below) == 1 and _are_alike(page, *above, *below) and _is_with_the_same(page, *above, *below):
        yield above[0], below[0]


def _is_encounter(page: Page, meeting: Meeting) -> bool:
    """Whether two sides met, called or talked, once: no journey, no sitting, nothing told apart or to come."""
    if not _may_be_met(meeting.kind) or meeting.ordinal is not None or meeting.is_apart:
        return False
    called = any(head(page, one) in ("call", "calls") for one in meeting.mentions)
    return (meeting.kind != "visit" or called) and not any(one.planned for one in meeting.mentions)


def _may_be_met(kind: str) -> bool:
    """Whether two may meet each other there: in talks, on a call; not at a summit."""
    return "meeting" in tables.lists("encounter-kinds").get(kind, ()) and kind not in tables.meetings("seated")


def _is_headline(page: Page, mention: MeetingMention) -> bool:
    index = page.sentence_of(mention.first)
    return index is not None and page.sentences[index].block.kind == "headline"


def _are_alike(page: Page, told: Meeting, again: Meeting) -> bool:
    """Whether both may have been held in one way: who *met* did not call each other, whose *talks* may have been."""
    remote = tables.meetings("remote")
    if (told.kind in remote) == (again.kind in remote):
        return True
    other = again if told.kind in remote else told
    return all(remote & references().get(head(page, one), frozenset()) and not one.by_verb for one in other.mentions)


def _is_with_the_same(page: Page, told: Meeting, again: Meeting) -> bool:
    """Whether the words for whom the headline says was met all stand in one clause that tells of it again."""
    met = frozenset().union(*(_names(page, one) for one in told.mentions))
    return bool(met) and any(met <= _said(page, one) for one in again.mentions)


def _names(page: Page, mention: MeetingMention) -> frozenset[str]:
    """The words for whom it was with, those apart by which many are called: talks with *Ana Ruiz*, Director."""
    behind = page.tokens[mention.head + 1 : max(mention.last, mention.name_last)]
    return words_of(" ".join(token.text for token in behind if token.is_capitalised)) - styles()


def _said(page: Page, mention: MeetingMention) -> frozenset[str]:
    """The words of the sentence that tells of it, up to another verb: P met Q *before he received* R, *and thanked* R.

    A state behind *to* sent nobody: met Q, Ambassador of Kenya to *Norway*.
    """
    index = page.sentence_of(mention.first)
    if index is None:
        return frozenset()
    first, stop = page.sentences[index].first, max(mention.last, mention.name_last)
    while stop < page.sentences[index].last and not _goes_on(page, stop):
        stop += 1
    posted = {at for at in range(first + 1, stop) if page.tokens[at - 1].lower == "to" and _is_state(page, at)}
    return words_of(" ".join(page.tokens[at].text for at in range(first, stop) if at not in posted))


def _goes_on(page: Page, at: int) -> bool:
    """Whether a word begins to tell of something else: *before* he received R, *and thanked* R."""
    word, behind = page.tokens[at].lower, page.tokens[at + 1].lower if at + 1 < len(page.tokens) else ""
    verb = behind.endswith("ed") or behind in tables.words_of("finite-verbs", "speech-verbs")
    return word in tables.words("words-apart") or (word in ("and", "but") and verb)


def _is_state(page: Page, at: int) -> bool:
    return page.match(tables.states(), at) is not None
