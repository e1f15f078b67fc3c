"""Posts held in the body that introduces the person, or his list: *for BODY*, P, T; BODY *was represented by* P, T."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.heirs import MARKS, Heir, Home, cue_before, is_member, word_at
from kg.extraction.post.role_homes import can_hold, is_of_part
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_FARTHEST = 60
"""How many chunks back the words may stand that introduce a list."""


class Introductions:
    """Finds the bodies of posts from the words that introduce those who hold them."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def introduced(self, heir: Heir) -> Home | None:
        """``BODY was represented by [..., ] P, T``; ``for BODY, P, T``; ``BODY leaders, among them P, T``."""
        for at in range(heir.low - 1, max(-1, heir.low - _FARTHEST), -1):
            chunk = heir.row[at]
            home = self._introducing(heir, at)
            if home:
                fits = can_hold(self.page, heir.role, home.body) or (home.step == "side" and is_of_part(heir.role))
                return home if fits else None
            listed = chunk.person or chunk.titles or (chunk.kind == "word" and chunk.text in MARKS)
            if not listed:
                return None
        return None

    def _introducing(self, heir: Heir, at: int) -> Home | None:
        """The body of the words that end with chunk ``at``."""
        row = heir.row
        cue = cue_before(self.page, row[at].last, "by", "members", "delegation-by")
        if cue and row[at].kind == "word":
            if cue[2] == "members":
                return self._group(row, at, cue)
            return self._subject(row, at, cue)
        return self._side(row, at)

    def _subject(self, row: Sequence[Chunk], at: int, cue: tuple[int, int, str]) -> Home | None:
        """The body (or its delegation) before the cue."""
        while at >= 0 and row[at].first >= cue[0]:
            at -= 1
        delegated = False
        while at >= 0 and row[at].kind == "word":
            delegated = delegated or is_member(row[at])
            if not (row[at].text in (",", "which", "level", "'s") or self._is_helper(row[at]) or is_member(row[at])):
                return None
            at -= 1
        body = row[at].body if at >= 0 else None
        if body is None:
            return self._represented(row, at, cue)
        if self._is_of_delegations(row, at):
            return None
        delegated = delegated or any(is_member(chunk) for chunk in row[max(0, at - 3) : at])
        return Home(body, "clause", cue[:2]) if delegated or cue[2] == "by" else None

    def _is_of_delegations(self, row: Sequence[Chunk], at: int) -> bool:
        """Whether the body ends those from whom several came: *delegations of Norway and* Kenya, led by P and Q."""
        if at < 2 or not word_at(row, at - 1, "and") or not row[at - 2].body:
            return False
        return any(is_member(chunk) and chunk.text.endswith("s") for chunk in row[max(0, at - 8) : at - 2])

    def _represented(self, row: Sequence[Chunk], at: int, cue: tuple[int, int, str]) -> Home | None:
        """The state of one who is represented: the President of *Kenya*, represented by the Vice-President."""
        if at < 0 or self.page.tokens[cue[0]].lower != "represented":
            return None
        titled = next((chunk.titles for chunk in reversed(row[max(0, at - 2) : at + 1]) if chunk.titles), None)
        body = titled.titles[-1].body if titled else None
        return Home(body, "clause", cue[:2]) if body and body.is_state else None

    def _is_helper(self, chunk: Chunk) -> bool:
        return chunk.text in tables.words("verb-helpers")

    def _group(self, row: Sequence[Chunk], at: int, cue: tuple[int, int, str]) -> Home | None:
        """The body whose members are listed: *Malaysian leaders*, among them."""
        for place in range(at - 1, max(-1, at - 16), -1):
            if row[place].is_word(".", ";") or row[place].person or row[place].titles:
                return None
            body = row[place].body
            if body:
                return Home(body, "members", cue[:2]) if self._has_members(row, place) else None
        return None

    def _has_members(self, row: Sequence[Chunk], at: int) -> bool:
        """Whether people of the body are told of: *Kenyan* leaders, *Kenya's* delegation, the delegation of *Kenya*."""
        behind = at + 1 + word_at(row, at + 1, "'s")
        if behind < len(row) and is_member(row[behind]):
            return True
        lead = at - 1 - word_at(row, at - 1, "the")
        return word_at(row, lead, "of", "from") and lead > 0 and is_member(row[lead - 1])

    def side_behind(self, heir: Heir) -> Home | None:
        """``P, T, from the BODY side``; ``T P on the part of BODY``: the side told of behind the name."""
        row, at = heir.row, heir.high + 1
        at += word_at(row, at, ",")
        if not word_at(row, at, "from", "on"):
            return None
        at += 1 + word_at(row, at + 1, "the")
        body = row[at].body if at < len(row) else None
        at += 1 + word_at(row, at + 1, "'s")
        if body is None or not word_at(row, at, "side", "part"):
            return None
        fits = can_hold(self.page, heir.role, body) or is_of_part(heir.role)
        return Home(body, "side", (row[at].first, row[at].last)) if fits else None

    def _side(self, row: Sequence[Chunk], at: int) -> Home | None:
        """``on the BODY side,``; ``on the BODY side by``; ``for BODY,``; ``on behalf of BODY:``."""
        by = row[at].is_word("by") and word_at(row, at - 1, "side", "part")
        if not by and not row[at].is_word(",", ":"):
            return None
        at -= 1
        noun = (at >= 0 and is_member(row[at])) or word_at(row, at, "part")
        at -= noun
        if word_at(row, at, "'s"):
            at -= 1
        body = row[at].body if at >= 0 else None
        if body is None:
            return None
        start = body.first
        while start and self.page.tokens[start - 1].lower == "the":
            start -= 1
        cue = cue_before(self.page, start, "side")
        if cue is None or (self.page.tokens[cue[0]].lower == "on" and cue[1] - cue[0] == 1 and not noun):
            return None
        return Home(body, "side", cue[:2])
