"""Which meeting of a sentence a date or place is told of: the nearest, clauses and other meetings adding distance."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest
from typing import Final

from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.meeting.numbers import ordinal_ending
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import cues, positions, stands_before

_STOP, _BREAK, _ELSEWHERE, _OTHER, _COMMA, _BEYOND = 30, 8, 25, 14, 20, 25
"""What a semicolon, a clause of its own, a happening that is no meeting, another meeting, and a comma between a date
or place and a meeting named after it, if one was named before, and *ahead of* or a bracket before that add."""
_FAR = 90
_NEAREST = 3
_TO_COME = 16
"""Words from *to be held* to its day or place."""
_PARTED = frozenset((";", "during", "when", "while", "where", "which", "who"))
_OF_NAMES = frozenset((",", "(", "of", "on", "for", "in", "to", "with", "between", "and", "by", "at", "&", "or"))
"""Words with which the naming of a meeting goes on."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Telling:
    """One mention of a meeting in sentence ``sentence`` of the page."""

    mention: Final[MeetingMention]
    meeting: Final[Meeting]
    sentence: Final[int]


class Belonging:
    """The mentions of all meetings of a page, and how far a stretch of tokens is from each."""

    def __init__(self, page: Page, meetings: Sequence[Meeting]) -> None:
        self.page = page
        pairs = [(mention, meeting) for meeting in meetings for mention in meeting.mentions]
        told = [(page.sentence_of(mention.first), mention, meeting) for mention, meeting in pairs]
        stated = [Telling(mention, meeting, index) for index, mention, meeting in told if index is not None]
        stated.sort(key=lambda telling: (telling.mention.first, telling.meeting.number))
        self.tellings = sorted(
            [*stated, *self._again(stated)], key=lambda telling: (telling.mention.first, telling.meeting.number)
        )
        self._firsts = [telling.mention.first for telling in self.tellings]
        self._owners: dict[tuple[int, int], Telling | None] = {}
        self._by_meeting: dict[int, list[Telling]] = {}
        for telling in self.tellings:
            self._by_meeting.setdefault(id(telling.meeting), []).append(telling)

    def of(self, meeting: Meeting) -> list[Telling]:
        """The mentions of one meeting, in order."""
        return self._by_meeting.get(id(meeting), [])

    def beginning(self, at: int) -> list[Telling]:
        """The mentions that begin at token ``at``."""
        low, high = bisect_left(self._firsts, at), bisect_left(self._firsts, at + 1)
        return self.tellings[low:high]

    def before(self, telling: Telling) -> list[Telling]:
        """The few mentions in front of one, in order."""
        at = bisect_left(self._firsts, telling.mention.first)
        return self.tellings[max(0, at - 2 * _NEAREST) : at]

    def around(self, telling: Telling) -> tuple[int, int]:
        """The tokens of a mention's sentence, as far as they are near it: reading stays linear in any sentence."""
        sentence, mention = self.page.sentences[telling.sentence], telling.mention
        return max(sentence.first, mention.first - _FAR), min(sentence.last, mention.last + _FAR)

    def _again(self, stated: Sequence[Telling]) -> Iterator[Telling]:
        """Sentences that go on about the meeting before: *It was held in …*, *The first one takes place …*."""
        told = {telling.sentence for telling in stated}
        words, sentences = cues("setting-cues", "again"), self.page.sentences
        for telling, following in zip_longest(stated, stated[1:]):
            index = telling.sentence + 1
            if index in told or index >= len(sentences) or (following and following.sentence == telling.sentence):
                continue
            hit = self.page.match(words, sentences[index].first)
            if hit and sentences[index].block is sentences[telling.sentence].block:
                mention = replace(
                    telling.mention, first=hit.first, last=hit.last, head=hit.first, name_last=hit.last,
                    destination=None, planned=False,
                )  # fmt: skip
                yield Telling(mention, telling.meeting, index)

    @computed
    def _weights(self) -> list[int]:
        """The sums of the weights of all tokens up to each."""
        breaks, elsewhere = cues("setting-cues", "break"), cues("setting-cues", "elsewhere")
        weights = [1] * len(self.page.tokens)
        for at in self.page.places_of(";", 0, len(weights)):
            weights[at] += _STOP
        broken = {at for at in self.page.places(breaks) if self.page.match(breaks, at)}
        away = {at for at in self.page.places(elsewhere) if self.page.match(elsewhere, at)} - broken
        for places, weight in ((broken, _BREAK), (away, _ELSEWHERE)):
            for at in places:
                weights[at] += weight
        return [0, *accumulate(weights)]

    def near(self, first: int) -> Iterator[Telling]:
        """The few mentions nearest to token ``first`` in their sentence, on either side."""
        index = self.page.sentence_of(first)
        here = bisect_left(self._firsts, first)
        for telling in self.tellings[max(0, here - _NEAREST) : here + _NEAREST]:
            if telling.sentence == index and abs(telling.mention.first - first) < _FAR:
                yield telling

    def distance(self, telling: Telling, first: int, last: int) -> int:
        """How far tokens ``[first, last)`` are from a mention; 0 inside it."""
        mention = telling.mention
        end = max(mention.last, mention.name_last)
        if mention.first <= first and last <= end:
            return 0
        low, high = (mention.last, first) if first >= mention.last else (last, mention.first)
        between = self.tellings[bisect_left(self._firsts, low) : bisect_left(self._firsts, high)]
        others = sum(other.meeting is not telling.meeting for other in between if other is not telling)
        return self._weights[max(low, high)] - self._weights[low] + _OTHER * others + 1

    def owner(self, first: int, last: int) -> Telling | None:
        """The mention that tokens ``[first, last)`` belong to, or None."""
        if (first, last) not in self._owners:
            self._owners[first, last] = self._nearest(first, last)
        return self._owners[first, last]

    def _nearest(self, first: int, last: int) -> Telling | None:
        near = list(self.near(first))
        goal = next((one for one in near if one.mention.destination and one.mention.destination[0] == first), None)
        if goal is not None:
            return goal
        before = [telling for telling in near if telling.mention.last <= first]
        told = bool(before) and self._is_closed(last)
        held = any(positions(self.page, "setting-cues", "held", one.mention.last, first) for one in before)
        bracketed = first > 0 and self.page.tokens[first - 1].text == "("

        def farness(telling: Telling) -> int:
            ahead = telling.mention.first
            counted = telling.mention.ordinal is not None and telling.mention.head == telling.mention.first
            parted = _COMMA * (told and ahead > last + (0 if held or counted else 3))
            if ahead >= last:
                parted += _BEYOND * (self.is_beyond(telling) or bracketed)
            return self.distance(telling, first, last) + parted

        return min(near, key=farness, default=None)

    def is_beyond(self, telling: Telling) -> bool:
        """Whether words in front say that what is told was not then: *ahead of* the meeting, *after* it."""
        first = telling.mention.first
        if first and self.page.tokens[first - 1].lower in tables.words("determiners"):
            first -= 1
        return stands_before(self.page, "setting-cues", "beyond", first, max(0, first - 5))

    def is_of_other(self, first: int) -> bool:
        """Whether a date or place is of what is no meeting: on the elections *to be held in Oslo in May*."""
        index = self.page.sentence_of(first)
        least = max(self.page.sentences[index].first, first - _TO_COME) if index is not None else first
        found = cues("setting-cues", "to-come")
        hits = (self.page.match(found, at) for at in self.page.places(found, least, first))
        hit = next((hit for hit in hits if hit and hit.last <= first), None)
        if (
            hit is None
            or hit.first == 0
            or self._is_due(hit.first - 1)
            or any(one.mention.first >= hit.last for one in self._inside(hit.last, first))
        ):
            return False
        between = {token.lower for token in self.page.tokens[hit.last : first]}
        return between.isdisjoint(_PARTED) and not any(
            self._goes_up_to(one.mention, hit.first) for one in self._inside(hit.first - _FAR, hit.first)
        )

    def _inside(self, first: int, last: int) -> list[Telling]:
        """The mentions that begin among tokens ``[first, last)``."""
        return self.tellings[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def _goes_up_to(self, mention: MeetingMention, at: int) -> bool:
        """Whether the naming of a meeting, with what it is on or of, reaches up to token ``at``."""
        end = max(mention.last, mention.name_last)
        if mention.by_verb or end > at or self.page.sentence_of(mention.first) != self.page.sentence_of(at):
            return False
        if end < at and self.page.tokens[end].lower not in _OF_NAMES:
            return False
        verbs = tables.words_of("finite-verbs", "discussing-verbs", "speech-verbs")
        return not any(token.lower in verbs for token in self.page.tokens[end:at])

    def _is_due(self, at: int) -> bool:
        """Whether words say of something named before that it is still to be: *is* to be held, *due* to take place."""
        word = self.page.tokens[at].lower
        return word in tables.words_of("auxiliaries", "upcoming-words") or word.endswith("ed")

    def _is_closed(self, at: int) -> bool:
        """Whether a comma parts what stands before token ``at`` from what follows; or *and the fourth* in Accra."""
        words = [token.lower for token in self.page.tokens[at : at + 2]]
        return words[:1] == [","] or (words == ["and", "the"] and ordinal_ending(self.page, at + 3, at + 2) is not None)

    def joined(self, telling: Telling) -> list[Telling]:
        """Those that *and* joins to a mention behind it: *the session and the workshop* were held in Oslo in May."""
        here = bisect_left(self._firsts, telling.mention.first)
        following = self.tellings[here : here + _NEAREST]
        return [
            other
            for other in following
            if other.meeting is not telling.meeting and other.sentence == telling.sentence
            and self._are_joined(telling.mention.last, other.mention.first)
        ]  # fmt: skip

    def _are_joined(self, last: int, first: int) -> bool:
        words = [token.lower for token in self.page.tokens[last:first]]
        if words[:1] == ["("] and words[2:3] == [")"]:
            words = words[3:]  # the acronym of the first
        return words[:1] in (["and"], ["&"]) and all(word in tables.words("determiners") for word in words[1:])

    def beside(self, telling: Telling) -> list[Telling]:
        """The mentions in one sentence with another, near it, in order."""
        first, last = self.around(telling)
        return self.tellings[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]
