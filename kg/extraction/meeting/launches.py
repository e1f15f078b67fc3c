"""Launches: a centre *inaugurated*, a strategy *launched* in a town on a day, *that Office was inaugurated*."""

from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit, Row

_BEFORE = 7
_AROUND = 30
"""Tokens on either side of a thing launched in which the town and the day stand."""


class LaunchReader(NamingReader):
    """Finds what a verb of launching makes a meeting of."""

    def places(self) -> list[int]:
        """Where a noun may begin for what is launched, or for a place that is taken up."""
        names = ("launched-things", "launched-places")
        return [at for name in names for at in self.page.places(tables.phrases(name))]

    def at(self, at: int) -> Hit | None:
        """What is launched at token ``at``: a paper or plan, or a place that was named before."""
        thing = self.page.match(tables.phrases("launched-things"), at)
        if thing and self._is_launched_there(thing):
            return Hit(thing.first, thing.last, _launch())
        place = self.page.match(tables.phrases("launched-places"), at)
        return Hit(place.first, place.last, _launch()) if place and self._is_taken_up(place) else None

    def _is_launched_there(self, thing: Hit) -> bool:
        """Whether a paper or plan was launched in a town on a day: *launched* the Tide *Strategy in Oslo on Monday*."""
        index = self.page.sentence_of(thing.first)
        if index is None or not self.tokens[thing.first].is_capitalised:
            return False
        begun = self._is_launched_behind(thing.first) or self._inaugurated(thing.last)
        return begun and self._is_set(thing.first, thing.last)

    def _is_launched_behind(self, at: int) -> bool:
        """Whether a verb of launching stands in front of token ``at``."""
        for pos in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
            word = self.tokens[pos].lower
            if word in tables.words("ends-of-launched") or not self.page.joined(pos):
                return False
            if pos == at - 1 and f"{word} {self.tokens[at].lower}" in tables.words("not-verbs"):
                return False
            if word in tables.words("launching-verbs"):
                return not (pos and self.tokens[pos - 1].lower in ("will", "would", "to", "not"))
        return False

    def _is_set(self, at: int, end: int, *, placed: bool = True) -> bool:
        """Whether the sentence tells the day around tokens ``[at, end)``, and the town if ``placed``."""
        index = self.page.sentence_of(at)
        if index is None:
            return False
        sentence = self.page.sentences[index]
        first, last = max(sentence.first, at - _AROUND), min(sentence.last, end + _AROUND)
        dates = self.page.dates_between(self.tokens[first].start, self.tokens[last - 1].end)
        there = not placed or any(
            self.tokens[pos - 1].lower in ("in", ",") and self.page.match(tables.table("cities"), pos)
            for pos in range(first + 1, last)
        )
        return there and any(hit.first and hit.first.day for hit in dates)

    def _is_taken_up(self, place: Hit) -> bool:
        """Whether a place named before began its work on a day: *That Office was inaugurated* on 3 May 2021."""
        lead = self.tokens[place.first - 1].lower if place.first else ""
        taken_up = lead in ("the", "that", "this") and place.first not in self.phrases.around
        return taken_up and self._inaugurated(place.last) and self._is_set(place.first, place.last, placed=False)

    def of_body(self, body: BodyMention) -> Hit | None:
        """``launched the Regional Centre``, ``the Office was inaugurated``."""
        places = tables.words("launched-places")
        if places.isdisjoint([token.lower for token in self.tokens[body.first : body.last]]):
            there = not body.is_state and self._inaugurated(body.outer) and self._is_set(body.first, body.outer)
            return Hit(body.first, body.last, _launch()) if there else None
        if self.page.joined(body.outer - 1) and self.page.match(tables.table("meeting-kinds"), body.outer):
            return None  # opened the Tide Centre *conference*
        if self.verb(body.first) is None and not self._inaugurated(body.outer):
            return None
        return Hit(body.first, body.last, _launch())

    def verb(self, at: int) -> int | None:
        """Where the verb in front stands that opens it or a part of it: *inaugurated* the wing of, *opened the new*."""
        first = at
        while at > 1 and self.tokens[at - 1].lower in tables.words("launched-parts"):
            at -= 1
        verb, before = (self.tokens[pos].lower if pos >= 0 else "" for pos in (at - 1, at - 2))
        if verb in tables.words("opened-forms"):
            new = any(one.lower == "new" for one in self.tokens[at:first])
            return at - 1 if new or before in tables.words("deed-adverbs") else None
        return at - 1 if verb in tables.words("launching-verbs") else None

    def _inaugurated(self, at: int) -> bool:
        """Whether what stands behind says that it began: *was inaugurated*, *officially opened*; no *launched its*."""
        start = at
        while at < len(self.tokens) and self.tokens[at].lower in tables.words_of("being-forms", "deed-adverbs"):
            at += 1
        if at == start or at >= len(self.tokens) or self.tokens[at].lower not in tables.words("begun-forms"):
            return False
        behind = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        acts = behind in tables.words_of("determiners", "possessives")
        return not acts or any(token.lower in tables.words("being-forms") for token in self.tokens[start:at])


def _launch() -> Row:
    return Row("launch", {"form": "launch", "kind": "launch", "proper": "1", "weak": "0"})
