"""Which meeting told of, by noun or verb, a noun points back to: *the meeting*, *the talks*, *an exchange of views*."""

from collections.abc import Mapping, Sequence

from kg.extraction.meeting.contradictions import LOOKED_AT, contradicts, head
from kg.extraction.meeting.likeness import of_noun, same_name
from kg.extraction.meeting.meetings import Meeting, MeetingMention, references
from kg.extraction.meeting.names import words_of
from kg.extraction.meeting.occasions import Occasions
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_TITLE = 8
"""Words of a title: the Deputy Minister of the Interior for Border Police."""
_SMALL = ("of", "for", "and", "the", "s")
_SOON = 3
"""Sentences in which a text tells again what its lead told."""


class Pointing:
    """Finds the meeting of each such mention of one page; ``previous`` is the mention before each."""

    def __init__(self, page: Page, occasions: Occasions, previous: Mapping[MeetingMention, MeetingMention]) -> None:
        self.page = page
        self.occasions = occasions
        self.previous = previous

    def meant(self, mention: MeetingMention, meetings: Sequence[Meeting]) -> tuple[Meeting | None, Sequence[Meeting]]:
        """The meeting that a mention means, if it is clear which, and all those it may mean."""
        fits = self._fits(mention, meetings)
        if (home := same_name(self.page, meetings, mention)) is not None:
            return home, fits
        named = self._with_whom(mention) if len(fits) > 1 else frozenset()
        if named and self._is_of_titles(named):
            fits = self._held_with(named, fits)
        return self._one_of(fits, mention), fits

    def _with_whom(self, mention: MeetingMention) -> frozenset[str]:
        """The words of the title of whom it was with: in his meeting *with the Foreign Minister*; not if named."""
        tokens, at = self.page.tokens, mention.last
        if mention.name_last > mention.last or at + 2 >= len(tokens) or tokens[at].lower != "with":
            return frozenset()
        at += 1 + (tokens[at + 1].lower in tables.words("determiners"))
        end = at
        while end < len(tokens) and end - at < _TITLE and self.page.joined(end - 1) and tokens[end].is_word:
            if not (tokens[end].is_capitalised or tokens[end].lower in _SMALL):
                break
            end += 1
        return words_of(self.page.words(at, end)) - words_of(" ".join(_SMALL)) if end > at else frozenset()

    @staticmethod
    def _is_of_titles(named: frozenset[str]) -> bool:
        """Whether one of these words heads a post."""
        return not named.isdisjoint(tables.column("role-heads", "role"))

    def _held_with(self, named: frozenset[str], fits: Sequence[Meeting]) -> list[Meeting]:
        """Those of these meetings that were told to be with somebody of that title; none if it was with nobody so."""
        called = [m for m in fits if any(named <= words_of(name) for name in (m.name, *m.also))]
        return called or [m for m in fits if any(named <= self._words_at(one) for one in m.mentions[:LOOKED_AT])]

    def _words_at(self, mention: MeetingMention) -> frozenset[str]:
        """The words of a naming and of the title behind it: met P, *President of the Senate*."""
        index = self.page.sentence_of(mention.first)
        ends = self.page.sentences[index].last if index is not None else mention.last
        return words_of(self.page.words(mention.first, min(max(mention.last, mention.name_last) + _TITLE, ends)))

    def part(self, mention: MeetingMention, meetings: Sequence[Meeting]) -> Meeting | None:
        """The signing or launch that *the ceremony* was for, else the ceremony that was told of before."""
        deeds = [m for m in self._fits(mention, meetings) if m.kind in tables.meetings("deed")]
        told = (m for m in meetings if of_noun(self.page, m, mention) and m.mentions[0].first < mention.first)
        again = [m for m in told if not contradicts(self.page, m, mention)]
        return self._one_of(deeds, mention) or self._one_of(again, mention)

    def _fits(self, mention: MeetingMention, meetings: Sequence[Meeting]) -> list[Meeting]:
        """The meetings that a form may point to: of its noun, else of its kind, else of a kind it may stand for."""
        fits = [m for m in meetings if not (contradicts(self.page, m, mention) or _is_its_part(m, mention))]
        if mention.plural:  # they held meetings: not the one that is named
            fits = [m for m in fits if any(one.plural for one in m.mentions)]
        fits = [m for m in fits if not self._is_introduced_behind(m, mention)]
        fits = [m for m in fits if not m.is_encounter or self._is_told_of(m, mention) or self._is_told_anew(m, mention)]
        if self.occasions.is_aside(mention):  # P met Q on the margins of *the Ministers' meeting*
            fits = [m for m in fits if not m.is_encounter]
        own = [m for m in fits if not m.is_apart] or [m for m in fits if self._is_near(m, mention)]
        own = self._but_asides(own, mention)
        told = [m for m in own if any(one.first < mention.first for one in m.mentions)]
        return self._just_named(told, mention) or self._of_word(told, mention) or self._of_word(own, mention)

    def _but_asides(self, own: Sequence[Meeting], mention: MeetingMention) -> list[Meeting]:
        """Those not only named as an occasion: P met Q on the margins of the Tide Meeting. *The meeting* was held."""
        free = [m for m in own if not all(map(self.occasions.is_aside, m.mentions))]
        if mention.is_short and any(m.is_encounter for m in free):
            return free
        return [m for m in own if m in free or of_noun(self.page, m, mention)]

    def _just_named(self, told: Sequence[Meeting], mention: MeetingMention) -> list[Meeting]:
        """What the sentence before names by its number, if the noun says nothing: the 3rd session. *The event* …"""
        before = self.previous.get(mention)
        if before is None or not before.ordinal or not mention.is_short or not follows(self.page, before, mention):
            return []
        fits = [m for m in told if before in m.mentions and not self._is_background(m, told)]
        return fits if head(self.page, mention) == "event" else []

    def _is_introduced_behind(self, meeting: Meeting, mention: MeetingMention) -> bool:
        """Whether the text goes on to one that it only introduces: the meeting was preceded by *a workshop*.

        In a later sentence by another noun: the Board met for *its annual meeting*. … They held *a panel* on tides.
        """
        if meeting.kind == mention.kind and meeting.kind in tables.meetings("deed"):
            return False  # the signing of *an agreement*
        here, other = self.page.sentence_of(mention.first), not of_noun(self.page, meeting, mention)
        return all(
            one.indefinite and one.first > mention.first and (other or self.page.sentence_of(one.first) == here)
            for one in meeting.mentions
        )

    def _of_word(self, own: Sequence[Meeting], mention: MeetingMention) -> list[Meeting]:
        """Those of these meetings that the noun of a mention may stand for: what is called so goes first."""
        generic = head(self.page, mention) in references()
        whole = [m for m in own if not m.is_part] or own
        if mention.is_named:  # the TC *event* is no signing beside it
            whole = [m for m in whole if m.kind not in tables.meetings("deed")] or whole
        return (
            [m for m in own if self._is_called(m, mention) or (m.kind == mention.kind and m.is_encounter)]
            or [m for m in whole if m.kind == mention.kind and (generic or m.kind != "meeting")]
            or [m for m in whole if m.is_encounter]
            or [m for m in whole if m.kind in references().get(head(self.page, mention), frozenset())]
        )

    def _is_called(self, meeting: Meeting, mention: MeetingMention) -> bool:
        """Whether the noun is one of its nouns, or stands in its name: the Ministerial Meeting, *the ministerial*."""
        if of_noun(self.page, meeting, mention):
            return True
        named = mention.is_short and any(one.is_named or one.ordinal for one in meeting.mentions)
        return named and words_of(head(self.page, mention)) <= words_of(meeting.name)

    def _is_told_of(self, meeting: Meeting, mention: MeetingMention) -> bool:
        """Whether a verb told of the meeting that a noun takes up: P *met* Q. *The meeting*, *the talks* …"""
        deed = meeting.kind in tables.meetings("deed")
        told = any(one.by_verb and (deed or one.first < mention.first) for one in meeting.mentions)
        nouns = tables.lists("encounter-nouns").get(head(self.page, mention), ())
        other = meeting.kind not in nouns  # the conference, only right behind *ministers gathered*
        near = mention.is_short and self._is_near(meeting, mention)
        return told and not meeting.told_as.isdisjoint(nouns) and (near or not other)

    def _is_told_anew(self, meeting: Meeting, mention: MeetingMention) -> bool:
        """Whether the next sentences say more of what the lead told: P held talks in Oslo. He held *talks with Q*."""
        here = self.page.sentence_of(mention.first) or 0
        behind = [one for one in meeting.mentions if one.head > mention.head and not one.by_verb]
        if not behind or not self.occasions.is_vague(mention):
            return False
        there = self.page.sentence_of(behind[0].first) or 0
        same = head(self.page, behind[0]) == head(self.page, mention)
        if not (same and 0 < there - here <= _SOON):
            return False
        new = self._words_of(there) - self._words_of(here)
        return new.isdisjoint(tables.words("separate-adverbs")) and new.isdisjoint(tables.words("calendar-words"))

    def _words_of(self, index: int) -> frozenset[str]:
        sentence = self.page.sentences[index]
        return frozenset(token.lower for token in self.page.tokens[sentence.first : sentence.last])

    def _is_near(self, meeting: Meeting, mention: MeetingMention) -> bool:
        """Whether a meeting, not one still to come, was named shortly before: in this sentence or the last."""
        here = self.page.sentence_of(mention.first) or 0
        return any(
            m.first < mention.first and m.apart != "later" and here - (self.page.sentence_of(m.first) or 0) < 2
            for m in meeting.mentions
        )

    def _one_of(self, fits: Sequence[Meeting], mention: MeetingMention) -> Meeting | None:
        """The one, or the one named last before; two of one sentence leave it open."""
        if len(fits) < 2:
            return next(iter(fits), None)
        before = [(max(m.first for m in meeting.mentions if m.first < mention.first), meeting) for meeting in fits
                  if any(m.first < mention.first for m in meeting.mentions)]  # fmt: skip
        that = self.page.tokens[mention.first - 1].lower == "that"  # not the one reported: the one just recalled
        before.sort(key=lambda pair: (that or not self._is_background(pair[1], fits), pair[0]))
        if not before:
            return None
        (at, home), other = before[-1], before[-2:-1]
        if other and self.page.sentence_of(at) == self.page.sentence_of(other[0][0]):
            return home if that or self._is_background(other[0][1], fits) else None
        return home

    def _is_background(self, meeting: Meeting, fits: Sequence[Meeting]) -> bool:
        """Whether a meeting of a lower number is only recalled beside the one told of."""
        return any(
            other.ordinal and meeting.ordinal and meeting.ordinal < other.ordinal
            and min(m.first for m in other.mentions) < min(m.first for m in meeting.mentions)
            for other in fits if of_noun(self.page, other, meeting.mentions[0])
        )  # fmt: skip


def follows(page: Page, before: MeetingMention, mention: MeetingMention) -> bool:
    """Whether a mention stands in the sentence behind that of another."""
    here, there = page.sentence_of(mention.first), page.sentence_of(before.first)
    return here is not None and there is not None and here - there == 1


def _is_its_part(meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether only a part of a meeting is told of behind its naming: held *its conference*. … *the closing session*."""
    behind = all(one.first > mention.first for one in meeting.mentions)
    return meeting.is_part and not mention.is_part and behind
