"""Whom a title at hand belongs to: the one named further on, or holders of a post whom nobody names."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.person.people import PersonMention
from kg.extraction.words import tables

_LONGEST_TITLE = 10  # chunks that a title may have behind its head


class HolderReader:
    """Reads on from a title in one sentence."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self._behind_states: dict[int, int] = {}

    def named_behind(self, at: int, owner: PersonMention | None) -> int | None:
        """The person whose title goes on at ``at``: Director of the Office *at the Ministry* P."""
        end = at
        while owner is None and end < len(self.chunks) and self.chunks[end].kind == "word" and self.chunks[end].capital:
            end += 1  # the Head of Bureau *Oslo*, P
        ranked = self.chunks[end].person if at < end < len(self.chunks) else None
        if ranked:
            return end  # the Head of Police, Police Director *General* P
        if end > at and self.chunks[end : end + 1] and self.chunks[end].is_word(","):
            return end + 1 if end + 1 < len(self.chunks) and self.chunks[end + 1].person else None
        end = at
        while end < min(at + _LONGEST_TITLE, len(self.chunks)) and (
            self.chunks[end].text in tables.words("title-words") or self.chunks[end].body or self.chunks[end].titles
        ):
            end += 1
        if end == at and owner is None:
            return self._styled(at)
        if end == at or end >= len(self.chunks) or self.chunks[end - 1].kind == "word":
            return None
        if self.chunks[end].is_word(",") and self.chunks[end - 1].body and end - at > 1:  # envoy of the friendly B*, P*
            return end + 1 if end + 1 < len(self.chunks) and self.chunks[end + 1].person else None
        person = self.chunks[end].person
        return end if person and (owner is None or owner == person) else None

    def _styled(self, at: int) -> int | None:
        """The person behind a comma and a style: the President of Norway*, His Excellency President* P."""
        styles = self.chunks[at + 1 : at + 3]
        if not self.chunks[at : at + 1] or not self.chunks[at].is_word(",") or len(styles) < 2:
            return None
        known = tables.column("styles-alone", "bearers")
        if styles[0].text not in tables.words("possessives") or styles[1].text not in known:
            return None
        named = at + 4 if at + 3 < len(self.chunks) and self.chunks[at + 3].titles else at + 3
        return named if named < len(self.chunks) and self.chunks[named].person else None

    def stood_for(self, at: int) -> int | None:
        """Who is named behind the one he is envoy of: Envoy of President *Q to the region, P*."""
        if not (self.chunks[at].person and at + 1 < len(self.chunks) and self.chunks[at + 1].is_word("to", "for")):
            return None
        for pos in range(at + 2, min(at + _LONGEST_TITLE, len(self.chunks) - 1)):
            if self.chunks[pos].is_word(","):
                return pos + 1 if self.chunks[pos + 1].person else None
            if self.chunks[pos].kind != "word" and not self.chunks[pos].body:
                return None
        return None

    def states_end(self, at: int) -> int:
        """The end of unnamed holders of posts: the foreign ministers of Denmark, *Estonia and Latvia*."""
        titles = self.chunks[at].titles
        end = at + 1
        if end < len(self.chunks) and self.chunks[end].is_word("from") and self._are_several(at):
            return end  # ministers *from Norway*: who sends them is there
        if end < len(self.chunks) and self.chunks[end].is_word("of", "from"):
            start = end + 1 + (end + 1 < len(self.chunks) and self.chunks[end + 1].is_word("the"))
            if start < len(self.chunks) and (body := self.chunks[start].body) and body.is_state:
                return self.more_states(start + 1)
            return end
        if titles is None or titles.titles[-1].body is None:
            return end
        if titles.titles[-1].body.is_state:
            return self.more_states(end)
        return self._more_bodies(end) if titles.titles[-1].plural and self._hold_posts(at) else end

    def _are_several(self, at: int) -> bool:
        """Whether the title at ``at`` is that of several: *ministers*, *members of parliament*."""
        titles = self.chunks[at].titles
        return titles is not None and titles.titles[-1].plural is not None

    def _hold_posts(self, at: int) -> bool:
        """Whether the title at ``at`` is a post of several, and not a word for people: *ministers*, not *speakers*."""
        titles = self.chunks[at].titles
        plural = titles.titles[-1].plural if titles else None
        words = [word for printed in plural or () for word in (printed, *printed.split())]  # *ministers* of defence
        return plural is None or any(word.casefold() in tables.words("unnamed-holders") for word in words)

    def _more_bodies(self, end: int) -> int:
        """Behind the bodies that go on with the one that ends at ``end``: the heads of the Tide Council*, B and C*.

        Its countries may stand for it, and a state be led to by *of*: ministers of Council *countries and of Norway*.
        """
        end = self._behind_members(end)
        while end + 1 < len(self.chunks) and self.chunks[end].is_word(",", "and"):
            at = end + 1
            while at < min(end + 4, len(self.chunks)) and self.chunks[at].is_word("and", "the", "of", "from"):
                at += 1
            body = self.chunks[at].body if at < len(self.chunks) else None
            led = any(chunk.is_word("of", "from") for chunk in self.chunks[end:at])
            if body is None or (body.is_state and not led):
                return end
            end = self._behind_members(at + 1)
        return end

    def _behind_members(self, at: int) -> int:
        """Behind a noun for the members of the body that ends at ``at``: the Council *countries*."""
        plural = at < len(self.chunks) and self.chunks[at].is_word("countries", "states", "members", "nations")
        return at + 1 if plural else at

    def more_states(self, end: int) -> int:
        """Behind the states that go on with the one that ends at ``end``."""
        passed = []
        while end not in self._behind_states and end + 1 < len(self.chunks) and self.chunks[end].is_word(",", "and"):
            passed.append(end)
            following = self.chunks[end + 1]
            while following.is_word("and", "of", "from", "the") and end + 2 < len(self.chunks):
                end, following = end + 1, self.chunks[end + 2]  # of Kenya *and of* Peru
            if not (following.body and following.body.is_state):
                break
            end += 2
        end = self._behind_states.get(end, end)
        self._behind_states.update(dict.fromkeys(passed, end))  # each state of a long list asks
        return end
