"""Who pays a visit and to whom: a visit *by the Commander, P,* a courtesy call *on Minister P*."""

from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.words import tables

_TO_NAME = 20
"""Words from *by* to the name, its titles in front."""
_SHORT = 5
_INSIDE = frozenset(("by", "from", "on", "to", "of", "for", "at", "a", "an"))


class PayerReader(NamingReader):
    """Finds where the names of those end who pay a visit or are paid it."""

    def end(self, at: int) -> int:
        """The end of the name of whoever pays a visit, or is paid it: a visit *by the Commander,* P, *to* Q; else 0."""
        end = 0
        while (
            at < len(self.tokens) and self.tokens[at].lower in ("by", "from", "on", "to") and self.page.joined(at - 1)
        ):
            ahead = range(at + 1, min(at + _TO_NAME, len(self.tokens)))
            stop = next((k for k in ahead if self._ends(k)), ahead.stop)
            if not any(self.people[at + 1 : stop + 1]):
                break
            at = end = self.name_end(next(k for k in range(at + 1, stop + 1) if self.people[k]))
        return end

    def _ends(self, at: int) -> bool:
        """Whether the words at ``at`` lead no further to a name: a mark, a verb, a day."""
        token = self.tokens[at]
        if self.people[at] or not self.page.joined(at - 1):
            return True
        short = token.text == "." and len(self.tokens[at - 1].text) < _SHORT  # Lt. Gen., the U.S. Embassy
        ends = not (token.is_word or short or token.text in (",", "(", ")", "'", "-"))
        small = token.lower in tables.words("topic-ends") and token.lower not in _INSIDE
        return ends or small or token.lower in tables.words("calendar-words")

    def name_end(self, at: int) -> int:
        """The end of the name that begins at ``at``."""
        return next((end for end in range(at, len(self.tokens)) if not self.people[end]), len(self.tokens))
