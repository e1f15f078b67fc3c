"""Those with whom meetings of one naming were: *meetings with P, Q and R*, with a list of people, *one with P*."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit

_LONGEST_GAP = 14  # words of titles between two of a list
_IN_FRONT = 3
"""Tokens around the noun that say that they were one after the other."""
_TO_NOUN = 4
"""Words before a noun that opens a sentence: *Following a series of* meetings."""
_OPENING = 5
"""Tokens with which an entry comes to whom a meeting was with: *With Minister* P."""


class PartnerReader(NamingReader):
    """Finds the people whom the plural of a meeting joins with *with*."""

    def of(self, hit: Hit, last: int, *, plural: bool) -> tuple[tuple[int, int], ...]:
        """The tokens of each person, if the noun is a plural and they are two or more."""
        several = plural or "meetings" in self.page.words(hit.last - 1, last).lower()  # a series of *meetings*
        if not several or hit.row["kind"] not in ("meeting", "call", "visit"):
            return ()
        if len(told := self._one_by_one(last)) > 1:
            return tuple(told)
        at = self._with(last)
        found = self._in_list(at) if at and self.tokens[at].text == ":" else self._in_sentence(at) if at else []
        found = self._closed(found) if self._is_fronted(hit.first) else found
        found = found if len(found) > 1 else self._below(hit.first, last)
        return tuple(found) if len(found) > 1 else ()

    def are_counted(self, last: int, partners: Sequence[tuple[int, int]]) -> bool:
        """Whether these are told one by one, so that there were so many meetings."""
        return len(partners) > 1 and self._one_by_one(last) == list(partners)

    def _with(self, last: int) -> int | None:
        """Behind the *with*, a few small words on: meetings *of his own with*."""
        for at in range(last, min(last + 4, len(self.tokens) - 1)):
            if self.tokens[at].lower == "with":
                return at + 1
            if not self.tokens[at].is_word or self.tokens[at].is_capitalised or not self.page.joined(at - 1):
                return None
        return None

    def _one_by_one(self, last: int) -> list[tuple[int, int]]:
        """Two calls today: *one with* P, *the other with* Q; the first person behind each such *with*."""
        index = self.page.sentence_of(last)
        stop = self.page.sentences[index].last if index is not None else last
        counted = tables.words("counted-ones")
        joints = sorted({*self.page.places_of("with", last + 1, stop), *self.page.places_of("to", last + 1, stop)})
        leads = [at for at in joints if self.tokens[at - 1].lower in counted]
        found: list[tuple[int, int]] = []
        for at, behind in pairwise([*leads, stop]):
            first = next((pos for pos in range(at, min(behind, at + _LONGEST_GAP)) if self.people[pos]), None)
            if first is None:
                return []
            found.append((first, next((end for end in range(first, behind) if not self.people[end]), behind)))
        return found

    def _is_on_them(self, index: int) -> bool:
        """Whether a sentence ends with what was done about those below: held a series of meetings *on*: - P; - Q."""
        sentence = self.page.sentences[index]
        words = (token.lower for token in reversed(self.tokens[sentence.first : sentence.last]) if token.is_word)
        word = next(words, "")
        return word != "with" and (word in tables.words_of("function-words", "subject-leads") or word.endswith("ed"))

    def _below(self, first: int, last: int) -> list[tuple[int, int]]:
        """The people with whom the entries of the list right below open: held meetings. - *P*, T; - *Q*, U.

        Whoever had the meetings is passed over, and entries that name a meeting themselves: *At the meeting with* R.
        """
        index = self.page.sentence_of(last - 1)
        said = {token.lower for token in self.tokens[max(0, first - _IN_FRONT) : last + _IN_FRONT]}
        if index is None or said.isdisjoint(tables.words("meetings-in-turn")) or self._is_on_them(index):
            return []
        own = {self.tokens[at].lower for at in range(self.page.sentences[index].first, first) if self.people[at]}
        found: list[tuple[int, int]] = []
        for entry in self.page.sentences[index + 1 :]:
            if not entry.is_item:
                break
            if self.tokens[entry.first].lower in tables.words("meeting-openers"):
                continue
            person = next((at for at in range(entry.first, entry.last) if self.people[at]), entry.last)
            end = next((at for at in range(person, entry.last) if not self.people[at]), entry.last)
            named = {token.lower for token in self.tokens[person:end]}
            if person > entry.first + _OPENING or named & own or self.tokens[entry.first].lower == "with":
                return []
            found.append((person, end))
        return found

    def _in_sentence(self, at: int) -> list[tuple[int, int]]:
        index = self.page.sentence_of(at)
        stop = self.page.sentences[index].last if index is not None else at
        found: list[tuple[int, int]] = []
        last = at
        while at < stop and at - last <= _LONGEST_GAP:
            if self.tokens[at].lower in tables.words("list-breaks"):
                break
            if self.people[at]:
                last = next((end for end in range(at, stop) if not self.people[end]), stop)
                found.append((at, last))
                at = last
            else:
                at += 1
        return found

    def _is_fronted(self, first: int) -> bool:
        """Whether nothing but small words stands before the noun in its sentence: *Following his* meetings with Q."""
        index = self.page.sentence_of(first)
        return index is not None and 0 < first - self.page.sentences[index].first <= _TO_NOUN

    def _closed(self, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those up to the last one whom *and* joins to the list: after meetings with Q *and R*, P left."""
        while len(found) > 1:
            gap = self.tokens[found[-2][1] : found[-1][0]]
            if any(token.lower in ("and", "&") for token in gap) and gap[-1].text != ",":
                break
            found = found[:-1]
        return found

    def _in_list(self, at: int) -> list[tuple[int, int]]:
        """The first person of every entry of the list that a colon introduces."""
        index = self.page.sentence_of(at)
        found: list[tuple[int, int]] = []
        entries = self.page.sentences[index + 1 :] if index is not None else []
        for sentence in entries:
            if not sentence.is_item:
                break
            first = next((pos for pos in range(sentence.first, sentence.last) if self.people[pos]), None)
            if first is not None:
                found.append(
                    (first, next((end for end in range(first, sentence.last) if not self.people[end]), sentence.last))
                )
        return found
