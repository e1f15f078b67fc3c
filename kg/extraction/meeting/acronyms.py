"""Meetings called by an acronym that their name printed in brackets: *the 18th LMM*, *LMM 2024*."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.meeting.numbers import ordinal_ending, year_at
from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.words import tables

_LETTERS = 3
_TO_VERB = 6  # tokens from the letters to the words that say it was held
_BEFORE_VERB = frozenset((",", "which", "was", "to", "be"))
_BRACKETS = 5  # tokens from a bracket to the one that closes it


class AcronymReader(NamingReader):
    """Finds the acronyms of meetings on one page."""

    def complete(self, found: Sequence[MeetingMention]) -> list[MeetingMention]:
        """The mentions with their acronyms, and those that are nothing but an acronym, in order."""
        named = [replace(mention, acronym=self._behind(mention)) if mention.proper else mention for mention in found]
        by_acronym = {mention.acronym: mention for mention in reversed(named) if mention.acronym}
        covered = {at for mention in named for at in range(mention.first, mention.last)}
        free = [at for at in self.page.capitals if self.tokens[at].is_acronym and at not in covered]
        known = [at for at in free if self.tokens[at].text in by_acronym]
        more = [self._called(at, by_acronym[self.tokens[at].text]) for at in known if self._is_meeting(at)]
        more += [self._called(at, None) for at in sorted({*free}.difference(known)) if self._is_counted(at)]
        return sorted([*named, *more], key=lambda mention: mention.first)

    def _behind(self, mention: MeetingMention) -> str | None:
        """The acronym in brackets right behind a name, with its number if it is printed again."""
        at = mention.last
        if at + 2 >= len(self.tokens) or self.tokens[at].text != "(" or not self.page.joined(at - 1):
            return None
        close = next((end for end in range(at + 2, min(at + _BRACKETS, len(self.tokens))) if self._closes(end)), None)
        if close is None or not self.tokens[close - 1].is_acronym:
            return None
        number = close - 1 == at + 1 or ordinal_ending(self.page, close - 1, at + 1) is not None
        return self.tokens[close - 1].text if number else None

    def _closes(self, at: int) -> bool:
        return self.tokens[at].text == ")"

    def _is_meeting(self, at: int) -> bool:
        """Whether a number or an article says that the acronym is a meeting here, not the body of that name."""
        if at + 1 < len(self.tokens) and self._closes(at + 1):
            return False
        numbered = ordinal_ending(self.page, at, 0) is not None
        return numbered or (at not in self.phrases.around and self.tokens[at - 1].lower in ("the", "this"))

    def _is_counted(self, at: int) -> bool:
        """Whether letters that no name explains are numbered, and what they call was held: *the 8th JMC* took place."""
        text = self.tokens[at].text
        if len(text) < _LETTERS or not (text.isalpha() and text.isupper()) or ordinal_ending(self.page, at, 0) is None:
            return False
        ahead = range(at + 1, min(at + _TO_VERB, len(self.tokens)))
        passed = next((pos for pos in ahead if self.tokens[pos].lower not in _BEFORE_VERB), at + 1)
        hits = (self.page.match(tables.phrases("meeting-happens"), pos) for pos in range(at + 1, passed + 1))
        return any(hit and self.tokens[hit.last - 1].lower != "led" for hit in hits)  # the 3rd NTB was led by P

    def _called(self, at: int, named: MeetingMention | None) -> MeetingMention:
        number, kind = ordinal_ending(self.page, at, 0), named.kind if named else "meeting"
        first = number[1] if number else at
        year = year_at(self.page, at + 1) if at + 1 < len(self.tokens) else None
        last = at + 2 if year else at + 1
        return MeetingMention(
            first, last, at, kind, definite=True, proper=True, weak=False, ordinal=number[0] if number else None,
            year=year, is_short=not number, name_last=last, acronym=self.tokens[at].text, is_named=True,
            in_heading=self.phrases.in_heading(at),
        )  # fmt: skip
