"""Where a post is held when its own phrase does not print the body: beside it, in its clause, over its list, elsewhere.

Each step is a rule of its own; the first that finds a body the post can be in says where it is held.
"""

from collections.abc import Callable, Sequence
from functools import partial

from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.heirs import (
    BODY_CUES,
    MARKS,
    Heir,
    Home,
    bodies_before,
    body_said_at,
    cue_before,
    ends_with_state,
    is_origin,
    word_at,
)
from kg.extraction.post.holders import is_national
from kg.extraction.post.house import is_elected
from kg.extraction.post.role_homes import can_hold, is_of_part, may_be_of
from kg.extraction.post.rowmates import at_next, final, in_row, listed
from kg.extraction.post.visited import received_at, visited
from kg.extraction.text.entries import headings
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_FARTHEST = 60
"""How many chunks back the words may stand that introduce a list."""
_LONGEST_UNIT = 8
_ENDS = frozenset((",", ";", ".", ")", "(", ":", "|"))


class Inheritance:
    """Finds the bodies of posts from the words around them."""

    def __init__(self, page: Page, begins: Sequence[Chunk | None]) -> None:
        self.page = page
        self.headings = headings(page, begins)

    def home(self, heir: Heir) -> Home | None:
        """The body of a post by the nearest step that finds one."""
        steps: tuple[Callable[[Heir], Home | None], ...] = (
            self._led, self._owned, self._next_field, self._beside, self._delegation, self._side_behind,
            self._introduced,
            *(partial(step, self.page) for step in (visited, received_at)), self._under_heading,
            *(partial(step, self.page) for step in (final, at_next, in_row, listed)),
        )  # fmt: skip
        return next((home for step in steps if (home := step(heir))), None)

    # ---------------------------------------------------------------- right behind

    def _beside(self, heir: Heir) -> Home | None:
        """``T P of BODY``; ``P, T, BODY``; ``P, T, at the BODY``; ``T P (STATE)``."""
        row, at = heir.row, heir.high + 1
        months = word_at(row, at, "for") and word_at(row, at + 1, *tables.words("calendar-words"))
        behind = at = at + 2 * months  # President for October, BODY
        bracket = word_at(row, at, "(")
        cells = word_at(row, heir.titles_at - 1, ";") and heir.low < heir.titles_at  # P; T; *BODY*
        if bracket or word_at(row, at, ",", "|") or (cells and word_at(row, at, ";")):
            at += 1
        comma = at > behind
        lead = word_at(row, at, "of", "from", "at")
        at += lead
        while word_at(row, at, "the", "its"):
            at += 1
        body, at = body_said_at(row, at) if lead else (row[at].body if at < len(row) else None, at)
        if body is None and comma and not lead and not bracket:
            return self._behind_unread(heir, at)
        if body is None or body.prefix or not (comma or lead):
            return None
        if not (can_hold(self.page, heir.role, body) if lead else may_be_of(self.page, heir.role, body)):
            return None
        named = body.is_state or body.known or (body.rule == "body.head" and is_national(heir.role))
        if bracket and (not (word_at(row, at + 1, ")") and named) or is_elected(self.page, heir.title)):
            return None
        if lead and comma and heir.titles_at < heir.low + 1 and word_at(row, heir.high + 2, "at") and heir.is_named:
            return None  # the Governor-General, P, at the Ministry: where it was
        if lead or bracket:
            return Home(body, "bracket" if bracket else "behind")
        if self._is_represented(heir):
            return None  # B, represented by its Head, P, and C, represented by …
        origin = body.is_state and (
            (heir.titles_at < heir.high and bool(row[heir.high].person)) or ends_with_state(self.page, heir)
        )
        if origin and not is_national(heir.role):
            return None  # Envoy for Tides: P, Kenya: where he is from; Head of Division for Malawi, Kenya
        return Home(body, "apposed") if self._closes(row, at + 1) else None

    def _is_represented(self, heir: Heir) -> bool:
        """Whether *represented by* stands right before a title: the body of the post is the one in front."""
        at = heir.row[heir.titles_at].first
        at -= at > 0 and self.page.tokens[at - 1].lower in ("the", "its")
        cue = cue_before(self.page, at, "by") if heir.titles_at <= heir.low else None
        return cue is not None

    def _next_field(self, heir: Heir) -> Home | None:
        """``P, T, U, BODY``; ``P, T; U, BODY``: where all parts are set apart the body is that of both titles."""
        row, at = heir.row, heir.titles_at + 2
        following = row[at].titles if at < len(row) and word_at(row, at - 1, ",", ";") else None
        title = following.titles[0] if following else None
        if title is None or title.body is None or title.body.is_state or at > heir.high:
            return None
        apart = any(token.text == "," for token in self.page.tokens[title.first : title.body.first])
        fits = apart and can_hold(self.page, heir.role, title.body)
        return Home(title.body, "apposed") if fits else None

    def _behind_unread(self, heir: Heir, at: int) -> Home | None:
        """``P, T, Lagoon Programme, BODY``: the body to which a unit belongs that nothing else tells of."""
        row, start = heir.row, at
        while at < len(row) and row[at].kind == "word" and at - start < _LONGEST_UNIT:
            if not (row[at].capital or (at > start and row[at].is_word("of", "and", "&", "for", "the", "/"))):
                break
            at += 1
        body = row[at + 1].body if at > start and word_at(row, at, ",") and at + 1 < len(row) else None
        if body is None or body.prefix or body.is_state or not self._closes(row, at + 2):
            return None
        return Home(body, "parent") if can_hold(self.page, heir.role, body) else None

    def _closes(self, row: Sequence[Chunk], at: int) -> bool:
        return at >= len(row) or (row[at].kind == "word" and row[at].text in _ENDS)

    # ---------------------------------------------------------------- what the person does there

    def _delegation(self, heir: Heir) -> Home | None:
        """``P, T, headed the BODY delegation``; ``P, T, who represents BODY``."""
        row, at = heir.row, self._companions_end(heir)
        while word_at(row, at, ",", "who", "has", "had", "also", ")"):
            at += 1
        if at >= len(row) or (cue := self._cue(row[at].first, "heads")) is None:
            return None
        while at < len(row) and row[at].first < cue:
            at += 1
        for place in range(at, min(at + 6, len(row))):
            body = row[place].body
            if body:
                fits = can_hold(self.page, heir.role, body)
                return Home(body, "clause", (row[at - 1].first, row[at - 1].last)) if fits else None
            if row[place].kind != "word" or not (self._is_member(row[place]) or row[place].text in ("the", "of", "a")):
                return None
        return None

    def _companions_end(self, heir: Heir) -> int:
        """Behind those joined to the person who do the same: P, T, *and Q, U,* represented the BODY."""
        row, at, joined = heir.row, heir.high + 1, False
        end = at
        while at < len(row) and (row[at].person or row[at].titles or word_at(row, at, ",", "and", "the")):
            joined = joined or word_at(row, at, "and")
            at += 1
            end = at if joined and row[at - 1].kind != "word" else end
        return end

    def _cue(self, token: int, kind: str) -> int | None:
        hit = self.page.match(tables.table(BODY_CUES), token)
        return hit.last if hit and hit.row["cue"] == kind else None

    def _is_member(self, chunk: Chunk) -> bool:
        return chunk.kind == "word" and chunk.text in tables.words("member-nouns")

    def _led(self, heir: Heir) -> Home | None:
        """``P leads the BODY (B) of the BODY as its T``: the first of the bodies right before *as*."""
        row, at = heir.row, heir.titles_at
        while at and row[at - 1].is_word("its", "the", "their"):
            at -= 1
        if not (at and row[at - 1].is_word("as")):
            return None
        first = bodies_before(row, at - 1)
        body = next((chunk.body for chunk in row[first : at - 1] if chunk.body), None)
        if body is None or body.prefix or is_origin(row, at - 2) or not can_hold(self.page, heir.role, body):
            return None
        return Home(body, "clause", (row[at - 1].first, row[at - 1].last))

    # ---------------------------------------------------------------- its, whose

    def _owned(self, heir: Heir) -> Home | None:
        """``BODY, whose T P``; ``BODY ... with P as its T``: the nearest body before, if it fits."""
        cue = cue_before(self.page, heir.row[heir.titles_at].first, "own")
        if cue is None:
            return None
        for at in range(heir.titles_at - 1, max(-1, heir.titles_at - _FARTHEST), -1):
            body = heir.row[at].body
            if body and not body.prefix and not is_origin(heir.row, at):
                return Home(body, "own", cue[:2]) if can_hold(self.page, heir.role, body) else None
        return None

    # ---------------------------------------------------------------- what introduces the person, or his list

    def _introduced(self, heir: Heir) -> Home | None:
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
            delegated = delegated or self._is_member(row[at])
            if not (
                row[at].text in (",", "which", "level", "'s") or self._is_helper(row[at]) or self._is_member(row[at])
            ):
                return None
            at -= 1
        body = row[at].body if at >= 0 else None
        if body is None:
            return self._represented(row, at, cue)
        if self._is_of_delegations(row, at):
            return None
        delegated = delegated or any(self._is_member(chunk) for chunk in row[max(0, at - 3) : at])
        return Home(body, "clause", cue[:2]) if delegated or cue[2] == "by" else None

    def _is_of_delegations(self, row: Sequence[Chunk], at: int) -> bool:
        """Whether the body ends those from whom several came: *delegations of Norway and* Kenya, led by P and Q."""
        if at < 2 or not word_at(row, at - 1, "and") or not row[at - 2].body:
            return False
        return any(self._is_member(chunk) and chunk.text.endswith("s") for chunk in row[max(0, at - 8) : at - 2])

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
        if behind < len(row) and self._is_member(row[behind]):
            return True
        lead = at - 1 - word_at(row, at - 1, "the")
        return word_at(row, lead, "of", "from") and lead > 0 and self._is_member(row[lead - 1])

    def _side_behind(self, heir: Heir) -> Home | None:
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
        noun = (at >= 0 and self._is_member(row[at])) or word_at(row, at, "part")
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

    # ---------------------------------------------------------------- headings

    def _under_heading(self, heir: Heir) -> Home | None:
        """The body or state that heads the entry, or the list, in which the post stands."""
        sentence = self.page.sentence_of(heir.title.first)
        body = self.headings.get(sentence) if sentence is not None else None
        fits = body and body.last <= heir.row[heir.low].first and may_be_of(self.page, heir.role, body)
        return Home(body, "heading") if body and fits else None
