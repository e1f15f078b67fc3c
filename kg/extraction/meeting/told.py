"""Meetings of which verbs have told, and whether another verb tells of one of them again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.meeting.verbwords import goes_on, signs_again
from kg.extraction.participation.clauses import Clause
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.dates import PartialDate

Sides = frozenset[str]
"""Those on one side of a meeting, or all, by the document's names."""
_LONG_BEFORE = 120
_SOON = 4
"""Sentences from a visit to one that says who received the guests."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Telling:
    """A meeting of which a verb has told: its kind, all who were there, and those met."""

    kind: Final[str]
    everyone: Final[Sides]
    others: Final[Sides]
    apart: Final[bool]
    in_headline: Final[bool]
    meeting: Final[Meeting]
    housed: Final[bool] = False
    """Whether a body was visited, no state."""


@dataclass(slots=True)
class Told:
    """The tellings of one page so far."""

    page: Page
    tellings: list[Telling] = field(default_factory=list)
    _placed: dict[int, tuple[int, set[MeetingMention]]] = field(default_factory=dict)

    def add(self, telling: Telling) -> None:
        """Keep it for the verbs to come."""
        self.tellings.append(telling)

    def meetings(self) -> Iterator[Meeting]:
        """The meetings told of."""
        return (telling.meeting for telling in self.tellings)

    def has(self, meeting: Meeting, mention: MeetingMention) -> bool:
        """Whether a mention is one of a meeting's, of which there may be many: only those added since are looked at."""
        seen, placed = self._placed.get(id(meeting), (0, set()))
        placed.update(meeting.mentions[seen:])
        self._placed[id(meeting)] = len(meeting.mentions), placed
        return mention in placed

    def names_others(self, meeting: Meeting) -> bool:
        """Whether it has been told who was met there."""
        return any(telling.others for telling in self.tellings if telling.meeting is meeting)

    def is_recalled(self, meeting: Meeting) -> bool:
        """Whether verbs told of it, and each only of another time: they *had convened* ministers."""
        tellings = [telling for telling in self.tellings if telling.meeting is meeting]
        return bool(tellings) and all(telling.apart for telling in tellings)

    def again(self, clause: Clause, everyone: Sides, others: Sides, *, apart: bool) -> Meeting | None:
        """The meeting told of before that a verb tells of again."""
        if clause.frame.kind == "signing" and signs_again(clause) and (paper := self._signed_before(clause)):
            return paper
        if _receives(clause) and (home := self._arrived(clause, others) or self._met_here(clause, others)):
            return home
        for told in self.tellings:
            if told.apart != apart or not _is_like(told.kind, clause.frame.kind):
                continue
            if told.kind == "visit" and self._is_of_another_day(told, clause):
                continue
            if told.kind == "visit" != clause.frame.kind and goes_on(clause) and not told.in_headline:
                continue  # they visited Oslo; they *later met* Q
            if len(told.everyone) > 1 and told.everyone <= others < everyone:
                continue  # P met Q; *R received* them both
            nested = told.everyone <= everyone or everyone <= told.everyone
            if _is_same(told.everyone, everyone) or (others and others == told.others and nested):
                return told.meeting
            guests = told.everyone - told.others
            if told.in_headline and told.kind == "visit" and _receives(clause) and guests and guests <= others:
                return told.meeting  # P visits the Agency; its Director *received* P
            if told.in_headline and told.housed and _receives(clause) and self._is_of_house(told, everyone - others):
                return told.meeting  # Officials visit the Agency; the Agency *received* a Kenyan delegation
            taken_up = told.in_headline and told.kind == clause.frame.kind and not (told.others and others)
            if taken_up and told.everyone and everyone and nested and not (others and self.names_others(told.meeting)):
                return told.meeting
        return None

    def _met_here(self, clause: Clause, others: Sides) -> Meeting | None:
        """The meeting that the sentence has told of, of whose guests a verb speaks: P met Q, *who hosted the team*."""
        last = self._last(self.tellings)
        behind = clause.chunks[clause.hit.end : clause.hit.end + 2]
        guests = len(behind) == 2 and behind[0].is_word("the") and behind[1].text in tables.words("delegation-nouns")
        if last is None or others or not guests or last.kind == "visit" or not last.others:
            return None
        here, there = (self.page.sentence_of(at) for at in (clause.words[0], last.meeting.mentions[-1].first))
        return last.meeting if here == there else None

    def _is_of_house(self, told: Telling, hosts: Sides) -> bool:
        """Whether the house that a headline says is visited received somebody right below it."""
        return len(self.tellings) == 1 and bool(told.others) and told.others <= hosts

    def sums_up(self, clause: Clause, subject: Sides, home: Meeting) -> bool:
        """Whether it only says beforehand that there were meetings: *met with his counterparts*; he met P. He met Q."""
        if clause.object or clause.partners or not clause.unnamed or not all(m.by_verb for m in home.mentions):
            return False
        behind = clause.chunks[clause.hit.end : clause.unnamed]
        if any(chunk.is_word("other", "others", "further", "various", "several") for chunk in behind):
            return False  # she met P; she also met *other* officials
        if behind and behind[-1].text in tables.words("private-people"):
            return False  # whoever is named, it was not these
        return any(told.others and told.kind == home.kind and subject <= told.everyone for told in self.tellings)

    def _is_of_another_day(self, told: Telling, clause: Clause) -> bool:
        """Whether both sentences open with a day, and not the same: *On 3-4 May* P visited Q. *On Friday* he …"""
        mine, theirs = (self._opening_day(at) for at in (clause.words[0], told.meeting.mentions[0].first))
        return mine is not None and theirs is not None and mine != theirs

    def _opening_day(self, token: int) -> tuple[PartialDate | None, PartialDate | None] | None:
        index = self.page.sentence_of(token)
        if index is None:
            return None
        first = self.page.sentences[index].first
        low, high = self.page.tokens[first].start, self.page.tokens[min(first + 2, len(self.page.tokens) - 1)].start
        hit = next((hit for hit in self.page.dates if low <= hit.start <= high), None)
        return (hit.first, hit.last) if hit else None

    def _arrived(self, clause: Clause, guests: Sides) -> Meeting | None:
        """The visit told of in this sentence or the last, at which the guest was welcomed.

        Who *was received by* P at the house visited was the guest of P: *the team was received by* P.
        """
        last = self._last(self.tellings)
        if last is None or last.kind != "visit" or not (guests & last.everyone or _of_guests(clause)):
            return None
        if clause.frame.rule != "part.receive.welcome" and not (clause.hit.passive and last.housed):
            return None
        here, there = (self.page.sentence_of(at) or 0 for at in (clause.words[0], last.meeting.mentions[-1].first))
        return last.meeting if 0 <= here - there < (_SOON if _of_guests(clause) else 2) else None

    def _signed_before(self, clause: Clause) -> Meeting | None:
        """The signing of which a verb told shortly before."""
        last = self._last([told for told in self.tellings if told.kind == "signing"])
        first = clause.words[0]
        near = last is not None and first - _LONG_BEFORE < last.meeting.mentions[-1].first < first
        return last.meeting if last is not None and near else None

    @staticmethod
    def _last(tellings: Sequence[Telling]) -> Telling | None:
        return tellings[-1] if tellings else None


def named_together(page: Page, meetings: Iterable[Meeting]) -> bool:
    """Whether one sentence names them all first: *the 3rd Council and the 4th Forum* ended; the sides agreed."""
    return len({page.sentence_of(min(one.first for one in meeting.mentions)) for meeting in meetings}) == 1


def _of_guests(clause: Clause) -> bool:
    """Whether those who came are the subject, by another word: *the team* was received by P."""
    before = clause.chunks[max(0, clause.hit.first - 2) : clause.hit.first]
    said = len(before) == 2 and before[0].is_word("the") and before[1].text in tables.words("delegation-nouns")
    return said and clause.hit.passive and not clause.object


def _receives(clause: Clause) -> bool:
    return clause.frame.rule in ("part.receive", "part.receive.welcome", "part.host")


def _is_like(one: str, other: str) -> bool:
    """Whether two verbs of these kinds may tell of one meeting: received and met; not signed and met."""
    alike = ({"meeting", "visit", "consultation"}, {"meeting", "briefing"})
    return one == other or any({one, other} <= kinds for kinds in alike)


def _is_same(one: Sides, other: Sides) -> bool:
    """Whether two tellings name the same people: the one all of the other, two at least."""
    few, many = sorted((one, other), key=len)
    return len(few) > 1 and few <= many
