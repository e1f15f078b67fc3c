"""What the words around a naming say of its taking place: held *a meeting*, the talks *that P had* with Q, at *it*."""

from itertools import pairwise, takewhile

from kg.extraction.meeting.fronts import is_indefinite
from kg.extraction.meeting.kinds import KindReader
from kg.extraction.meeting.phrases import PhraseReader
from kg.extraction.words import tables

_LOOK_BEHIND, _FARTHER, _LOOK_BACK = 10, 8, 7
_LONGEST_CLAUSE = 30


class EventReader:
    """Reads around the namings of one page whether they were events."""

    def __init__(self, phrases: PhraseReader, kinds: KindReader) -> None:
        self.page = phrases.page
        self.tokens = phrases.page.tokens
        self.phrases = phrases
        self.kinds = kinds

    def is_told(self, first: int, determiner: str, *, several: bool) -> bool:
        """Whether a verb of holding stands in front: held *a meeting*, took part on Monday in *a workshop*."""
        for at in range(first - 1, max(-1, first - _LOOK_BACK), -1):
            word = self.tokens[at].lower
            if not self.phrases.flows(at) or word in (",", ";", ":", ".", "that", "which", "and", "with"):
                return False
            if word in tables.words("article-tellers") and not is_indefinite(determiner) and not several:
                return False
            if word in tables.words("holding-verbs"):
                called_for = word in tables.words("calling-verbs") and self.tokens[at + 1].lower == "for"
                return not (called_for or (word in ("part", "opening") and self.tokens[at + 1].lower == "of"))
        return False

    def is_spoken_in(self, first: int) -> bool:
        """Whether somebody said something in it: P *noted in a* meeting with divers."""
        words = [token.lower for token in self.tokens[max(0, first - 3) : first]]
        said = len(words) == 3 and words[0] in tables.words("speech-verbs") and words[1] in ("in", "at", "during")
        return said and is_indefinite(words[2]) and self.page.joined(first - 2)

    def is_at_it(self, first: int) -> bool:
        """Whether something was *at* or *during* it."""
        near = [token.lower for token in self.tokens[max(0, first - 5) : first]]
        if near[-2:] == ["of", "the"] and near[-3:-2] and near[-3] in tables.words("opening-parts"):
            near = near[:-3]  # at the *opening of the* Conference
        if any(word in tables.words("occasion-leads") for word in near[-2:]):
            return True
        return any(word in tables.words("beside-words") and of in ("of", "to") for word, of in pairwise(near[-3:]))

    def had(self, last: int) -> int:
        """How many verbs of having it the clause behind has: the talks *that P had* with Q, *that P had had* before."""
        if self.tokens[last : last + 1] == [] or self.tokens[last].lower not in ("that", "which"):
            return 0
        index = self.page.sentence_of(last)
        end = min(self.page.sentences[index].last if index is not None else last, last + _LOOK_BEHIND)
        clause = list(takewhile(lambda token: token.text not in ";:,()", self.tokens[last + 1 : end]))
        verbs = tables.words("had-verbs")
        first = next((at for at, token in enumerate(clause) if token.lower in verbs), len(clause))
        return len(list(takewhile(lambda token: token.lower in verbs, clause[first:])))

    def happens(self, first: int, last: int) -> bool:
        """Whether what follows says that it took place; a naming that opens its sentence may be longer."""
        index = self.page.sentence_of(first)
        opens = index is not None and first - self.page.sentences[index].first < 2
        for at in range(last, min(last + _LOOK_BEHIND + _FARTHER * opens, len(self.tokens))):
            if self.tokens[at].text in ".;:" or (at > last and self.kinds.at(at)):
                return False
            if self.page.match(tables.phrases("meeting-happens"), at) or self._is_done(at):
                return True
        return False

    def is_what_was_done(self, last: int) -> bool:
        """Whether a clause tells what was done by or at it: the ceremony *by which* the anniversary *was marked*."""
        words = [token.lower for token in self.tokens[last : last + 2]]
        index = self.page.sentence_of(last) if last < len(self.tokens) else None
        if index is None or len(words) < 2 or words[1] != "which" or words[0] not in ("by", "at", "in", "during"):
            return False
        clause = self.tokens[last + 2 : min(last + _LONGEST_CLAUSE, self.page.sentences[index].last)]
        return any(token.lower in ("was", "were", "had") for token in clause)

    def _is_done(self, at: int) -> bool:
        """Whether it happens by a verb with an adverb inside: *was* formally *opened*, *was* also *addressed*."""
        verb, *rest = [token.lower for token in self.tokens[at : at + 3]]
        if len(rest) < 2 or not (rest[0].endswith("ly") or rest[0] in tables.words("cue-adverbs")):
            return False
        return f"{verb} {rest[1]}" in tables.words("meeting-happens")
