"""What stands between the items of a list: words and marks that join them, and phrases of people nobody names."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.sayings import is_thing
from kg.extraction.words import tables

_WIDEST = 40
"""Chunks that may stand between two items of a list."""
_LONGEST_PHRASE = 9
_TO_THE_SIDE = 7


class LinkReader:
    """Tells whether chunks go on with a list; ``verbs`` are the chunks at which a verb begins."""

    def __init__(self, chunks: Sequence[Chunk], verbs: frozenset[int]) -> None:
        self.chunks = chunks
        self.verbs = verbs

    def end(self, at: int, stop: int) -> int | None:
        """Behind the longest words or mark at ``at`` that join items, or None."""
        chunk = self.chunks[at]
        if chunk.kind != "word" or (chunk.text == "with" and self._as_others(at)):
            return None
        for words, _ in tables.by_first_word("list-links").get(chunk.text, ()):
            last = at + len(words)
            if last > stop or (last > at + 1 and self.chunks[at + 1].text != words[1]):
                continue
            rest = zip(self.chunks[at + 1 : last], words[1:], strict=False)
            if last == at + 1 or all(c.is_word(word) for c, word in rest):
                return last
        if chunk.text.isdecimal() or (chunk.text in ("for", "from") and self._for_side(at)):
            return at + 1
        return self._on_a_side(at, stop) if chunk.text in ("on", "from") else None

    def _as_others(self, at: int) -> bool:
        """Whether *with* opens a list of its own: chaired by P, *with Q and R as speakers*."""
        ahead = self.chunks[at : at + _WIDEST // 2]
        return any(chunk.is_word("as") for chunk in ahead) and bool(at) and self.chunks[at - 1].is_word(",")

    def _for_side(self, at: int) -> bool:
        """Whether *for* names whose people follow: *for Norway,* P and, *from the EU side,* Q."""
        body = at + 2 if at + 1 < len(self.chunks) and self.chunks[at + 1].is_word("the") else at + 1
        if body + 1 >= len(self.chunks) or not self.chunks[body].body:
            return False
        side = body + 1 + (self.chunks[body + 1].text in tables.words("delegation-nouns"))
        return side < len(self.chunks) and self.chunks[side].is_word(",", ":")

    def _on_a_side(self, at: int, stop: int) -> int | None:
        """Behind words that lead to a side that is only owned: and *on the authority's* side, Q."""
        for pos in range(at + 2, min(at + _TO_THE_SIDE, stop + 1, len(self.chunks))):
            owned = self.chunks[pos - 1].is_word("'s", "\u2019s", "'", "\u2019", *tables.words("possessives"))
            if owned and self.chunks[pos].is_word("side", "part", "behalf"):
                return pos  # an item that names nobody, and goes on with the next
        return None

    def leads(self, at: int, first: int, *, linked: bool) -> bool:
        """Whether everything from ``at`` up to the item at ``first`` goes on with a list.

        ``linked`` says that an unnamed phrase may begin at ``at``: behind the words that open the list, or behind an
        item that names nobody.
        """
        if first - at > _WIDEST:
            return False
        while at < first:
            link = self.end(at, first)
            if link is not None:
                at, linked = link, True
                continue
            phrase = self.unnamed(at, first) if linked else at
            if phrase == at or (phrase == first and not self._leads_to(at, first)):
                return False
            at, linked = phrase, False
        return True

    def unnamed(self, at: int, stop: int) -> int:
        """Where a noun phrase at ``at`` ends that names nobody: *police officers of four cities*; ``at``: none."""
        pos = at
        while pos < min(stop, at + _LONGEST_PHRASE) and self._is_inside(pos, begins=pos == at):
            pos += 1
        return pos

    def phrase_begins(self, at: int) -> int:
        """Where the unnamed phrase begins that goes on at ``at``: *over fifty police* officers."""
        first = at
        while first > max(0, at - _LONGEST_PHRASE) and self._is_inside(first - 1, begins=False):
            first -= 1
        return first

    def _is_inside(self, at: int, *, begins: bool) -> bool:
        chunk = self.chunks[at]
        if chunk.kind == "titles":
            return not begins
        if chunk.text in tables.words("possessives") and at and self.chunks[at - 1].is_word("of", "from"):
            return True
        if self.is_company(at):
            return True
        if (
            chunk.kind != "word"
            or at in self.verbs
            or not (chunk.text[0].isalnum() or chunk.text in tables.words("phrase-words"))
        ):
            return False
        if chunk.text in tables.words("phrase-words") or chunk.text in tables.words("attendee-nouns"):
            return True
        if begins and chunk.text.endswith(("ed", "ing")):
            return False
        breaks = ("phrase-breaks", "finite-helpers", "speech-verbs", "modals", "calendar-words")
        joins = chunk.text == "and" or chunk.text in tables.words_of(*breaks)
        return not joins or is_thing(self.chunks, at)

    def is_company(self, at: int) -> bool:
        """Whether a pronoun stands at ``at`` with whom people are: the delegation *accompanying him*."""
        return self.chunks[at].is_word("him", "her", "them") and at > 0 and self.chunks[at - 1].is_word("accompanying")

    def _leads_to(self, at: int, first: int) -> bool:
        """Whether an unnamed phrase runs straight into the item: *judges from* Kenya, *permanent* members Kenya."""
        item = self.chunks[first]
        if item.kind == "word" and item.text in tables.words("member-nouns"):
            return True
        if self._is_of_organs(first) or self._is_of_two(at, first):
            return True
        several = self.chunks[at - 1].titles if at else None
        if several and several.titles[-1].plural and self.chunks[first - 1].is_word("from"):
            return True  # *members of parliament from* Kenya
        at -= at > 0 and self.chunks[first - 1].is_word("from")  # *members* of parliament from Kenya
        people = [chunk.text for chunk in self.chunks[at:first] if self._is_of_people(chunk)]
        of_people = bool(people) and people[-1] not in tables.words("sent-by-nobody")  # *victims* from Kenya
        return of_people and any(chunk.is_word("from") for chunk in self.chunks[first - 2 : first])

    def _is_of_two(self, at: int, first: int) -> bool:
        """Whether those lead to bodies told of before who hold posts there: *the heads of* the two bodies, P."""
        if not (first > at + 1 and self.chunks[first].is_word("the", "both") and self.chunks[first - 1].is_word("of")):
            return False
        return any(chunk.text in tables.words("unnamed-holders") for chunk in self.chunks[at:first])

    def is_of_kind(self, at: int) -> bool:
        """Whether a word at ``at`` may say of what kind people are whom nobody names: the *newly accredited* envoys."""
        chunk = self.chunks[at]
        breaks = ("phrase-breaks", "finite-helpers", "modals", "calendar-words")
        return (
            chunk.kind == "word"
            and chunk.text[0].isalpha()
            and at not in self.verbs
            and chunk.text not in tables.words_of(*breaks)
        )

    def _is_of_organs(self, first: int) -> bool:
        """Whether organs that nobody names lead to whose they are: the special *services of* Norway and Kenya."""
        at = first - 1 - (first > 1 and self.chunks[first - 1].is_word("the"))
        return at > 0 and self.chunks[at].is_word("of", "from") and self.is_organ(at - 1)

    def is_organ(self, at: int) -> bool:
        """Whether a noun for organs stands at ``at``: the special *services* of Norway."""
        return self.chunks[at].kind == "word" and self.chunks[at].text in tables.words("organ-nouns")

    def is_of_members(self, at: int) -> bool:
        """Whether a noun stands at ``at`` by which a state or body is there: *judges*, *services*; not *leaders*."""
        chunk = self.chunks[at]
        return self.is_organ(at) or (self._is_of_people(chunk) and chunk.text not in tables.words("unnamed-holders"))

    def is_of_people(self, at: int) -> bool:
        """Whether a noun for people stands at ``at``: police *officers* of four cities."""
        return self._is_of_people(self.chunks[at])

    @staticmethod
    def _is_of_people(chunk: Chunk) -> bool:
        return chunk.kind == "word" and (
            chunk.text in tables.words("attendee-nouns") or chunk.text in tables.words("member-nouns")
        )

    def is_of_team(self, at: int) -> bool:
        """Whether what stands in front of ``at`` is a delegation: *a delegation of five members,* led by P."""
        last = at - 1 - (at > 1 and self.chunks[at - 1].is_word(","))
        for pos in range(last, max(-1, last - _LONGEST_PHRASE), -1):
            chunk = self.chunks[pos]
            if chunk.text in tables.words("delegation-nouns"):
                return pos == at - 1 or (pos < last and self.chunks[pos + 1].is_word("of", "from"))
            if pos in self.verbs or chunk.person or chunk.meeting or chunk.is_word(",", ";", ":", "(", "with"):
                return False
        return False

    def names_people(self, at: int, stop: int) -> bool:
        """Whether the phrase at ``at`` is one of people or their organs: *civil society*, and not *a report*."""
        end = self.unnamed(at, stop)
        if self._is_of_organs(stop - 1):
            return True
        return any(self._is_of_people(chunk) for chunk in self.chunks[at : min(end + 2, stop)])
