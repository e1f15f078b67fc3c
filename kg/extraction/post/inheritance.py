"""Where a post is held when its own phrase does not print the body: beside it, in its clause, over its list, elsewhere.

Each step is a rule of its own; the first that finds a body the post can be in says where it is held.
"""

from collections.abc import Callable, Sequence
from functools import partial

from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.heirs import (
    BODY_CUES,
    Heir,
    Home,
    bodies_before,
    body_said_at,
    cue_before,
    ends_with_state,
    is_member,
    is_origin,
    word_at,
)
from kg.extraction.post.holders import is_national
from kg.extraction.post.house import is_elected
from kg.extraction.post.introductions import Introductions
from kg.extraction.post.role_homes import can_hold, may_be_of
from kg.extraction.post.rowmates import at_next, final, in_row, listed
from kg.extraction.post.visited import received_at, visited
from kg.extraction.text.entries import headings
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_FARTHEST = 60
"""How many chunks back the body may stand of which *its* tells."""
_LONGEST_UNIT = 8
_ENDS = frozenset((",", ";", ".", ")", "(", ":", "|"))


class Inheritance:
    """Finds the bodies of posts from the words around them."""

    def __init__(self, page: Page, begins: Sequence[Chunk | None]) -> None:
        self.page = page
        self.headings = headings(page, begins)
        self.introductions = Introductions(page)

    def home(self, heir: Heir) -> Home | None:
        """The body of a post by the nearest step that finds one."""
        steps: tuple[Callable[[Heir], Home | None], ...] = (
            self._led, self._owned, self._next_field, self._beside, self._delegation,
            self.introductions.side_behind, self.introductions.introduced,
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
        if bracket and (not (word_at(row, at + 1, ")") and named) or self._presides_there(heir)):
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

    def _presides_there(self, heir: Heir) -> bool:
        """Whether the post is of those who met, the bracket whence he came: *elected* P (Kenya); *the President*, P."""
        presides = heir.role.lower().rpartition(" ")[2] in tables.words("presiding-posts")
        return is_elected(self.page, heir.title) or (presides and heir.titles_at < heir.high and not heir.is_glued)

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
            if row[place].kind != "word" or not (is_member(row[place]) or row[place].text in ("the", "of", "a")):
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

    # ---------------------------------------------------------------- headings

    def _under_heading(self, heir: Heir) -> Home | None:
        """The body or state that heads the entry, or the list, in which the post stands."""
        sentence = self.page.sentence_of(heir.title.first)
        body = self.headings.get(sentence) if sentence is not None else None
        fits = body and body.last <= heir.row[heir.low].first and may_be_of(self.page, heir.role, body)
        return Home(body, "heading") if body and fits else None
