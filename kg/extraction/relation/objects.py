"""The bodies behind the words that tie: a list of them, what must lead to it, and what must follow."""

from kg.extraction.body.bodies import BodyMention
from kg.extraction.relation.bodyrows import BodyRow
from kg.extraction.relation.cues import Cue
from kg.extraction.relation.subjects import Subjects
from kg.extraction.words import tables

_LONGEST_LEAD = 10
_SEVERAL = 2
_YEAR = 4


class Objects:
    """Finds the bodies behind the cues of one sentence."""

    def __init__(self, row: BodyRow) -> None:
        self.row = row

    def behind(self, cue: Cue, end: int) -> list[BodyMention]:
        """The bodies behind a cue that ends before ``end``."""
        founding = cue.predicate == "established-by"
        followers = "instrument-words" if founding else "body-followers"
        if cue.tail == "together":
            followers = "joint-verbs"
        if cue.predicate == "formerly" and self.row.word(end) in ("established", "formed", "created", "set-up"):
            return []  # the Assembly today established the Office
        start = self._behind_lead(cue, end)
        opened = start > end or self.row.word(end - 1) in (":", "(", ";")
        subject = cue.tail == "together" or (
            cue.kind == "label" and cue.words[-1] in ("members", "states", "countries")
        )
        commas = opened and (not founding or self.row.word(start - 1) == ":")
        found, stop = self.row.listed(start, followers, commas=commas, subject=subject)
        if cue.predicate == "formerly" and cue.kind == "verb" and self.row.word(stop) == "as":
            return []  # the Office succeeds the Agency *as chair*
        return found if self._fits(cue.tail, found, stop, opened=opened) else []

    def _fits(self, tail: str, found: list[BodyMention], stop: int, *, opened: bool) -> bool:
        """Whether the list found, and what stands behind it at ``stop``, are as the ``tail`` of its cue asks."""
        following = self.row.word(stop)
        if tail == "closed-states":
            return self._are_states(found) and following == ")"
        if tail == "closes":
            return len(found) == 1 and self._closes(stop)
        if tail == "together":
            return following in tables.words("joint-verbs")
        if tail in ("opened", "several", "closed"):
            return {"opened": opened, "several": len(found) >= _SEVERAL, "closed": following == ")"}[tail]
        if tail == "states":
            return self._are_states(found)
        if tail == "apposed":
            return self._is_apposed(found, stop)
        return tail != "as-member" or self._as_member(stop)

    def bracketed(self, cue: Cue, end: int, subjects: Subjects) -> tuple[list[BodyMention], list[BodyMention]] | None:
        """Both sides where a bracket, a dash or a colon opens the members: the member states of X *(Y and Z)*."""
        if cue.kind != "noun" or cue.predicate not in ("member-of", "part-of"):
            return None
        right, stop = self.row.listed(end)
        if not right:
            right, stop = subjects.meant(end), subjects.meant_end(end)
        opens = self._opener(stop) if right else None
        if opens is None:
            return None
        left, last = self.row.listed(opens + 1, commas=True)
        closing = {"(": ")", "-": "-", "\u2013": "\u2013", "\u2014": "\u2014"}.get(self.row.word(opens))
        if closing and self.row.word(last) != closing:
            return None
        return (left, right) if left and (opens == stop or self._are_states(left)) else None

    def _opener(self, stop: int) -> int | None:
        """The mark or word that opens the list of those meant: the members of X *:*; the members of X took part *(*."""
        aside = False
        for at in range(stop, min(stop + _LONGEST_LEAD, len(self.row.items))):
            word = self.row.word(at)
            aside = (aside or (word == "(" and not self.row.body(self.row.led(at + 1)))) and word != ")"
            if aside or word == ")":
                continue  # the members of X *(in alphabetical order)*:
            if word in (":", "(") or (at == stop and word in ("-", "\u2013", "\u2014")):
                return at
            if word in tables.words("namely-words"):
                return at + (self.row.word(at + 1) == ":")
            if (self.row.mark(at) and word != ",") or word in tables.words("list-strays") or self.row.items[at].body:
                return None
        return None

    def turned(self, cue: Cue, start: int, end: int, subjects: Subjects) -> tuple[list[BodyMention], list[BodyMention]]:
        """Both sides where the cue opens the sentence: *As a member of X*, Y …; *members of X* are Y and Z."""
        right, stop = self.row.listed(end)
        if right and cue.kind == "noun" and self.row.word(stop) in tables.words("listing-verbs"):
            members = cue.predicate == "member-of"
            first = stop + 2 if self.row.word(stop + 1) == "of" else stop + 1
            return (self.row.listed(self._behind_lead(cue, first), commas=True)[0], right) if members else ([], [])
        if right and cue.predicate == "secretariat-of" and (run := self._run_by(stop)):
            return self.row.listed(run)[0], right
        if right and cue.predicate == "member-of" and self.row.word(stop) == ":":
            return self.row.listed(stop + 1, commas=True)[0], right
        stop = self._behind_date(stop)
        fronted = right and self.row.word(stop) == "," and start == 0
        left = (self.row.named(stop + 1) or subjects.meant(stop + 1)) if fronted else []
        return (left, right) if left else ([], [])

    def _run_by(self, at: int) -> int | None:
        """Where those stand who run the secretariat named before ``at``: the secretariat of X *is hosted by* Y."""
        run = self.row.word(at) in ("is", "are") and self.row.word(at + 1) in tables.lists("relation-words")["run"]
        return at + 3 if run and self.row.word(at + 2) == "by" else None

    def _behind_lead(self, cue: Cue, end: int) -> int:
        """Where the list begins behind words that lead to it: *resolution 7 of* X; *nine members:* X and Y."""
        if cue.predicate == "established-by":
            return self._behind_counted(end) or self._behind_instrument(end)
        return self._behind_opener(end) if cue.predicate == "member-of" or cue.tail == "opened" else end

    def named_behind(self, end: int) -> tuple[list[BodyMention], list[BodyMention]]:
        """Both sides where a colon names the subject: *Ten states founded* X in 2004*: Y and Z*."""
        right, stop = self.row.listed(end)
        colon = next((pos for pos in range(stop, stop + _LONGEST_LEAD) if self.row.word(pos) == ":"), None)
        plain = colon is not None and all(self.row.word(pos) for pos in range(stop, colon))
        return (self.row.listed(colon + 1, commas=True)[0], right) if colon and plain else ([], right)

    def _behind_counted(self, end: int) -> int | None:
        """Where the list begins behind those whom it names: by *sixteen governments:* X and Y."""
        told = False
        for pos in range(end, end + _LONGEST_LEAD):
            if self.row.word(pos) in (":", "(", "\u2013", "\u2014"):
                return pos + 1 if told else None
            if told and self.row.word(pos) in tables.words("list-openers") and self.row.word(pos - 1) == ",":
                return pos + 1 + (self.row.word(pos + 1) in (",", ":"))
            if told and self.row.word(pos) == "," and self.row.word(pos + 1) in tables.words("list-openers"):
                continue
            if not self.row.word(pos) or self.row.mark(pos):
                return None
            told = told or self.row.is_counted(pos)
        return None

    def _behind_instrument(self, end: int) -> int:
        told = False
        for pos in range(end, min(end + _LONGEST_LEAD, len(self.row.items))):
            if self.row.items[pos].kind != "word":
                return pos if told else end
            told = told or self.row.word(pos) in tables.words("instrument-words")
            if self.row.word(pos) in (";", ".", ",", "as"):
                return end
        return end

    def _behind_opener(self, end: int) -> int:
        if (
            self.row.is_counted(end)
            and self.row.word(end + 1) in ("of", "from")
            and self.row.body(self.row.led(end + 2))
        ):
            return end + 2  # includes *representatives of* A and B
        for pos in range(end, min(end + _LONGEST_LEAD, len(self.row.items))):
            word = self.row.word(pos)
            if self.row.items[pos].kind != "word" or word in (";", "."):
                return end
            if word in ("-", "\u2013", "\u2014") and self.row.body(self.row.led(pos + 1)):
                return pos + 1
            if word in tables.words("list-openers"):
                return pos + 1 + (self.row.word(pos + 1) in ("them", "which", ",", ":"))
        return end

    def _are_states(self, found: list[BodyMention]) -> bool:
        """Whether those listed are several and mostly states: who else would be the member *states* …"""
        return len(found) >= _SEVERAL and 2 * sum(body.is_state for body in found) > len(found)

    def _is_apposed(self, found: list[BodyMention], stop: int) -> bool:
        """Whether the list set behind *the member states* and a comma tells who they are: mostly states, and a mark."""
        return self._are_states(found) and self.row.mark(stop) and self.row.word(stop) != "("

    def is_dated(self, at: int) -> bool:
        """Whether only the year of what was told follows: Kenya joined *in 2005*; not *in 2005 as an observer*."""
        end = self._behind_date(at)
        dated = any(len(self.row.word(pos)) == _YEAR and self.row.word(pos).isdigit() for pos in range(at, end))
        closed = self.row.mark(end) or self.row.word(end) in tables.words("behind-year") | tables.words(
            "clause-openers"
        )
        ahead = [self.row.word(pos) for pos in range(end, end + _LONGEST_LEAD)]
        return dated and closed and tables.words("observer-words").isdisjoint(ahead)

    def _closes(self, at: int) -> bool:
        if self.row.mark(at):
            return True
        return self.row.word(at) in ("in", "on", "since") and self.row.word(at + 1)[:1].isdigit()

    def _behind_date(self, at: int) -> int:
        """Where a date ends: founded by X *in May 2004*."""
        if self.row.word(at) in ("in", "on", "since"):
            at += 1
            while self.row.word(at)[:1].isdigit() or self.row.word(at) in tables.words("calendar-words"):
                at += 1
        return at

    def _as_member(self, at: int) -> bool:
        if self.row.word(at) != "as":
            return False
        ahead = [self.row.word(pos) for pos in range(at + 1, at + 7)]
        return "member" in ahead or "members" in ahead
