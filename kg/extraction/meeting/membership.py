"""Those who come from a party to a meeting: talks with *experts of* the Institute, with *a Kenyan delegation*."""

from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.words import tables

_MEMBERS = 4  # words up to the noun for members


class MemberReader(NamingReader):
    """Reads the words between *with* and the party."""

    def behind(self, at: int) -> int:
        """Behind words for those who come from a body: with *experts of the* Institute, *a high-level* Kenyan team."""
        members, tokens = tables.words("member-nouns"), self.tokens
        if (sent := self._sent(at)) is not None:
            return sent
        for pos in range(at, min(at + _MEMBERS, len(tokens) - 2)):
            if not self.phrases.flows(pos) or tokens[pos].is_capitalised or not tokens[pos].is_word:
                return at
            if tokens[pos].lower in members and tokens[pos + 1].lower in ("of", "from"):
                return pos + 3 if tokens[pos + 2].lower in ("the", "its", "their") else pos + 2
        return at

    def _sent(self, at: int) -> int | None:
        """Where the state or body stands whose delegation is met, behind its article and adjectives."""
        for pos in range(at, min(at + _MEMBERS, len(self.tokens) - 1)):
            if body := self.bodies.get(pos):
                noun = self.tokens[body.outer].lower if body.outer < len(self.tokens) else ""
                return pos if noun in tables.words("delegation-nouns") else None
            if not self.phrases.flows(pos) or self.tokens[pos].is_capitalised or not self.tokens[pos].is_word:
                return None
        return None

    def are_unnamed(self, at: int) -> bool:
        """Whether those of a state are meant whom nobody names: with the *ministers of* Norway; it takes no part.

        So are *counterparts from* Norway.
        """
        before = [token.lower for token in self.tokens[max(0, at - 3) : at] if token.lower != "the"]
        if len(before) < 2 or before[-1] not in ("of", "from"):
            return False
        holders = before[-1] == "of" and before[-2] in tables.words("unnamed-holders")
        return holders or before[-2] in tables.words("counterpart-words")
