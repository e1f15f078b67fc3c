"""Whom *him* and *her* mean behind a verb: Q paid a courtesy call on *him*; the one other person spoken of."""

from kg.extraction.person.people import PersonMention
from kg.extraction.person.pronouns import PronounReader, Reference
from kg.extraction.words import tables

_OBJECTS = {"him": "he", "her": "she"}


class ObjectPronounReader(PronounReader):
    """Reads the pronouns of one page: those of a subject first, and then those of whom something is done to."""

    def all(self) -> dict[int, PersonMention]:
        """For every pronoun (by its token) that can mean one person only: a mention of that person."""
        super().all()
        for word, pronoun in _OBJECTS.items():
            for at in self.page.places_of(word, 0, len(self.page.tokens)):
                found = self._object(at, pronoun) if word == "him" or self._is_alone(at) else None
                if found and found.mention:
                    self.meant[at] = found.mention
        return self.meant

    def _is_alone(self, at: int) -> bool:
        """Whether *her* owns nothing behind it: met *her in* Oslo, not *her office*."""
        after = self.page.tokens[at + 1] if at + 1 < len(self.page.tokens) else None
        return after is None or not after.is_word or after.lower in tables.words("behind-objects")

    def _is_spoken_for(self, at: int) -> bool:
        """Whether another stood there in his stead: Q *spoke for him*."""
        stead = at > 1 and self.page.tokens[at - 1].lower == "for"
        return stead and self.page.tokens[at - 2].lower in tables.words("speech-verbs")

    def _object(self, at: int, pronoun: str) -> Reference | None:
        """The one person who fits beside the subject of the clause: of its sentence, else of the one before."""
        index = self.page.sentence_of(at)
        if index is None or self._is_spoken_for(at) or self.is_quoted(self.page.sentences[index], at):
            return None
        here = self.before(index, at)
        subject = next((one for one in reversed(here) if not one.governed), None)
        if subject is None or subject.person is None:
            return None  # whoever does it may be anybody
        others = [one for one in here if one.person is not subject.person and self.fits(one, pronoun)]
        if not others:
            others = [one for one in self.spoken_of(index - 1) if one.person is not subject.person]
        fit = [one for one in others if self.fits(one, pronoun)]
        return fit[0] if len({id(one.person) for one in fit}) == 1 and fit[0].person else None
