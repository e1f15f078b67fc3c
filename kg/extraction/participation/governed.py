"""What a word in front of a list takes as its object, so that it is no subject: *At the Ministry,* P; met *Q and R*."""

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Item
from kg.extraction.participation.lists import ListReader
from kg.extraction.participation.openings import (
    acts_for_title,
    is_company,
    is_fronted,
    is_of_house,
    is_preposition,
    is_said,
    opens_with_place,
)
from kg.extraction.text.tokens import is_figures
from kg.extraction.words import tables


def governs(chunk: Chunk) -> bool:
    """Whether a word takes what follows as its object, so that it is no subject."""
    if chunk.kind != "word":
        return chunk.kind != "meeting"
    if chunk.capital and chunk.text not in tables.words("function-words") - tables.words("opening-adverbs"):
        return False  # a place: Today in *Brussels* the EU and the UN held; *There* P met Q
    if chunk.text in tables.words("delegation-nouns"):
        return False  # on the Kenyan *side* the Dialogue was chaired by P
    if not chunk.text[0].isalnum() or chunk.text in tables.words("clause-openers") or is_figures(chunk.text):
        return False
    return not (
        chunk.text.endswith("ly")
        or chunk.text in tables.words_of("calendar-words", "going-on")  # Shortly *afterwards* P met Q
        or (chunk.text in tables.words("times-of-day") and not chunk.is_word("day"))  # *on that day* points back
        or chunk.text in tables.words("determiners")
    )


class GovernedReader:
    """Reads what of a list in front of a verb is its subject, though a word in front may govern the list."""

    def __init__(self, lists: ListReader) -> None:
        self.lists = lists
        self.chunks = lists.chunks

    def left_of(self, items: list[Item], first: int, last: int) -> list[Item]:
        """The items of the list in chunks ``[first, last)`` that no word in front governs, or that go on from those."""
        if first > 1 and self.chunks[first - 1].text in tables.words("courtesy-adjectives"):
            first -= 1 + self.chunks[first - 2].is_word("the")  # left for *the sisterly* Kingdom to attend
        before = self.chunks[first - 1] if first else None
        if before is None or not governs(before) or self._is_free(items, first, last):
            return items
        if before.is_word("between"):
            return self._behind_pair(items)
        if self._come_from(first - 1) or (len(items) > 1 and self._are_of(first - 1)):
            return items
        return self._free_part(items, prepositional=is_preposition(before))

    def _is_free(self, items: list[Item], first: int, last: int) -> bool:
        """Whether what stands in front does not govern: *with* Norway and Kenya *taking part*; with P *he*."""
        before = self.chunks[first - 1]
        return (
            (before.kind != "word" and self.chunks[first].is_word("he", "she", "they"))
            or (before.kind == "body" and self.chunks[first].is_word("the"))
            or (before.is_word("with") and self.chunks[last].text.endswith("ing"))
            or is_of_house(self.chunks, first - 1)
            or acts_for_title(self.chunks, items, first)
            or self._is_fronted(first)
            or is_said(self.chunks, first - 1)
            or is_company(self.chunks[:first])
        )

    def _free_part(self, items: list[Item], *, prepositional: bool) -> list[Item]:
        """What of a governed list is a subject of its own: At the *Ministry, P and Q* met; met *Q and R* spoke."""
        for number in range(1, len(items)):
            if self._come_from(items[number].first - 1):
                return items[number:]
            if prepositional and opens_with_place(self.chunks, items[number - 1], items[number]):
                return items[number:]
            comma = self.chunks[items[number - 1].last].is_word(",")
            if any(chunk.is_word(";") for chunk in self.chunks[items[number - 1].last : items[number].first]):
                return self._free_part(items[number:], prepositional=prepositional) or items[number:]
            joined = any(
                chunk.is_word("and", "while", "as")
                for chunk in self.chunks[items[number - 1].last : items[number].first]
            )
            if prepositional and comma and not joined:
                return items[number:]
            if prepositional and number == len(items) - 1 and self.lists.opens_clause(items[number]):
                return items[number:]
            if not prepositional and number == len(items) - 1 and (comma or joined):
                return items[number:]
        return []

    def _behind_pair(self, items: list[Item]) -> list[Item]:
        """Who stands behind those between whom something is: in talks between Norway and Kenya, *P* told *Q*."""
        for number in range(1, len(items)):
            between = self.chunks[items[number - 1].last : items[number].first]
            if any(chunk.is_word("and") for chunk in between):
                return items[number + 1 :]
        return []

    def _come_from(self, at: int) -> bool:
        """Whether people come *from* those named behind: judges *from* Norway, Kenya and Fiji."""
        links = self.lists.links
        if at == 0 or not self.chunks[at].is_word("from"):
            return False
        return links.names_people(at - 1, at) or any(map(links.is_of_people, range(links.phrase_begins(at), at)))

    def _are_of(self, at: int) -> bool:
        """Whether people or organs are *of* those named behind: the special services *of* Norway and Kenya met."""
        return at > 0 and self.chunks[at].is_word("of") and self.lists.links.is_of_members(at - 1)

    def _is_fronted(self, first: int) -> bool:
        """Whether nothing but a phrase of place or time stands before chunk ``first``: *On the sidelines* P met Q."""
        verbs = (at for at in range(first) if at in self.lists.verbs)
        nouns = all(at and self.chunks[at - 1].is_word("this", "that", "the") for at in verbs)  # to this *end*
        return nouns and is_fronted(self.chunks[:first])
