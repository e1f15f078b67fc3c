"""The bodies behind the words that tie: a list of them, what must lead to it, and what must follow."""

from kg.extraction.body.bodies import BodyMention
from kg.extraction.relation.bodyrows import BodyRow
from kg.extraction.relation.cues import Cue
from kg.extraction.words import tables

_LONGEST_LEAD = 10


class Objects:
    """Finds the bodies behind the cues of one sentence."""

    def __init__(self, row: BodyRow) -> None:
        self.row = row

    def behind(self, cue: Cue, end: int) -> list[BodyMention]:
        """The bodies behind a cue that ends before ``end``."""
        founding = cue.predicate == "established-by"
        followers = "instrument-words" if founding else "body-followers"
        start = self._behind_lead(cue, end)
        opened = start > end or self.row.word(end - 1) in (":", "(")
        subject = cue.kind == "label" and cue.words[-1] in ("members", "states", "countries")
        commas = opened and (not founding or self.row.word(start - 1) == ":")
        found, stop = self.row.listed(start, followers, commas=commas, subject=subject)
        if cue.tail == "closes" and (len(found) != 1 or not self._closes(stop)):
            return []
        if cue.tail == "opened" and not opened:
            return []
        if cue.tail == "closed" and self.row.word(stop) != ")":
            return []
        if cue.tail == "as-member" and not self._as_member(stop):
            return []
        return found

    def bracketed(self, cue: Cue, end: int) -> tuple[list[BodyMention], list[BodyMention]] | None:
        """Both sides where a bracket, a dash or a colon opens the members: the member states of X *(Y and Z)*."""
        if cue.kind != "noun" or cue.predicate != "member-of":
            return None
        right, stop = self.row.listed(end)
        if right and self.row.word(stop) == ":":
            left, _ = self.row.listed(stop + 1, commas=True)
            return (left, right) if left else None
        closing = {"(": ")", "-": "-", "\u2013": "\u2013", "\u2014": "\u2014"}.get(self.row.word(stop))
        left, last = self.row.listed(stop + 1, commas=True) if right and closing else ([], stop)
        return (left, right) if left and self.row.word(last) == closing else None

    def turned(self, cue: Cue, start: int, end: int) -> tuple[list[BodyMention], list[BodyMention]]:
        """Both sides where the cue opens the sentence: *As a member of X*, Y …; *members of X* are Y and Z."""
        right, stop = self.row.listed(end)
        if right and cue.kind == "noun" and self.row.word(stop) in tables.words("listing-verbs"):
            members = cue.predicate == "member-of"
            first = stop + 2 if self.row.word(stop + 1) == "of" else stop + 1
            return (self.row.listed(self._behind_lead(cue, first), commas=True)[0], right) if members else ([], [])
        if right and cue.predicate == "member-of" and self.row.word(stop) == ":":
            return self.row.listed(stop + 1, commas=True)[0], right
        stop = self._behind_date(stop)
        fronted = right and self.row.word(stop) == "," and start == 0
        left = self.row.named(stop + 1) if fronted else []
        return (left, right) if left else ([], [])

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
            if self.row.word(pos) == ":":
                return pos + 1 if told else None
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
        for pos in range(end, min(end + _LONGEST_LEAD, len(self.row.items))):
            word = self.row.word(pos)
            if self.row.items[pos].kind != "word" or word in (";", "."):
                return end
            if word in tables.words("list-openers"):
                return pos + 1 + (self.row.word(pos + 1) in ("them", "which"))
        return end

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
