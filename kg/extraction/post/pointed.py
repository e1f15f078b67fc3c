"""Bodies meant by their heads in small letters: Director General *of the organisation*, *the agency's* Director."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_REMEMBERED = 12
"""Bodies named before a word that are looked at."""
_LEADS = frozenset(("the", "this"))


class PointedBodies:
    """Finds the body named last, before a place, whose name a word heads."""

    def __init__(self, page: Page, bodies: Sequence[BodyMention]) -> None:
        self.tokens = page.tokens
        self.mentions = sorted(bodies, key=lambda mention: mention.first)

    def behind(self, pos: int, before: int) -> tuple[BodyMention, int] | None:
        """The body of a post whose head *of* at ``pos`` follows, named before token ``before``; and where it ends."""
        if self.tokens[pos].lower not in ("of", "at"):
            return None
        mention = self._meant(pos + 1, before)
        return (mention, pos + 3) if mention else None

    def owner(self, pos: int, free: int) -> tuple[BodyMention, int] | None:
        """The body in whose name a post is held that begins at ``pos``, and where its naming begins: *the agency's*."""
        first = pos - 3
        if first < free or self.tokens[pos - 1].lower != "'s":
            return None
        mention = self._meant(first, first)
        return (mention, first) if mention else None

    def _meant(self, at: int, before: int) -> BodyMention | None:
        """Which body ``the agency`` at ``at`` means."""
        if at + 1 >= len(self.tokens) or self.tokens[at].lower not in _LEADS:
            return None
        word = self.tokens[at + 1].text
        if not word.islower() or word not in tables.words("pointing-heads"):
            return None
        spelt = (word, word.replace("organis", "organiz"), word.replace("organiz", "organis"))
        place = bisect_left(self.mentions, before, key=lambda mention: mention.first)
        for mention in reversed(self.mentions[max(0, place - _REMEMBERED) : place]):
            if not mention.is_state and any(
                self.tokens[within].lower in spelt for within in range(mention.first, mention.last)
            ):
                return mention
        return None
