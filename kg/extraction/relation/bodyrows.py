"""A sentence as a row of bodies and words: what ties between bodies are read from, lists of bodies included."""

from kg.extraction.body.bodies import BodyMention
from kg.extraction.relation.rowitems import RowItems
from kg.extraction.words import tables

_LONGEST_ASIDE = 40
_LONGEST_BRACKET = 9
_LONGEST_TAIL = 40
_LONGEST_COUNT = 5
_LONGEST_PAPER = 8
_LONGEST_PREDICATE = 16


class BodyRow(RowItems):
    """Looks for bodies, alone and in lists, in one row."""

    # ------------------------------------------------------------ lists behind a word

    def listed(
        self, at: int, followers: str = "body-followers", *, commas: bool = False, subject: bool = False
    ) -> tuple[list[BodyMention], int]:
        """The bodies of the list that begins at ``at`` (articles allowed), and the item after it.

        Behind each stands a mark or one of the words ``followers``, else it only qualifies what follows. Where a colon
        has opened the list, ``commas`` alone part its items; elsewhere an *and* must show that they do. The list may be
        the ``subject`` of the verb behind it; else *and C is* begins another clause.
        """
        item = self._listed_item(self.led(at), followers)
        if item is None:
            return [], at
        found, end = item
        by_comma: list[tuple[list[BodyMention], int]] = []
        while (following := self._separated(by_comma[-1][1] if by_comma else end, dashed=commas)) is not None:
            pos, firm = following
            counted = self._behind_count(pos) if firm else None
            if counted:  # A and two sections: B and C
                rest, end = self.listed(counted, followers, commas=True)
                return found + [body for bodies, _ in by_comma for body in bodies] + rest, end
            item = self._listed_item(pos, followers)
            if item is None or (firm and not subject and self._starts_clause(item[1])):
                break
            by_comma.append(item)
            if firm or commas:  # A, B and C: only its "and" shows that the commas part a list
                found = found + [body for bodies, _ in by_comma for body in bodies]
                end, by_comma = item[1], []
        resumed = self._behind_tail(end, followers) if commas else None
        if resumed is None:
            return found, end
        rest, end = self.listed(resumed, followers, commas=True, subject=subject)
        return found + rest, end

    def _behind_tail(self, end: int, followers: str) -> int | None:
        """Where the next entry begins behind words about the one before and a semicolon: A*, led by P;* B."""
        if not self.mark(end) or end >= len(self.items):
            return None
        semicolons = (at for at in range(end, min(end + _LONGEST_TAIL, len(self.items))) if self.word(at) == ";")
        at = next(semicolons, None)
        if at is None:
            return None
        pos = self.led(at + 2 if self.word(at + 1) in ("and", "&") else at + 1)
        item = self._listed_item(pos, followers)
        return pos if item and not self._starts_clause(item[1]) else None

    def _behind_count(self, pos: int) -> int | None:
        """Where the list begins that a count inside a list opens: the Office and *three sections:* B and C."""
        counted = self.word(pos).isdigit() or self.word(pos) in tables.words("owned-modifiers")
        ends = range(pos + 1, pos + _LONGEST_COUNT) if counted else ()
        colon = next((at for at in ends if self.word(at) == ":" or not self.word(at)), None)
        return colon + 1 if colon is not None and self.word(colon) == ":" else None

    def _listed_item(self, pos: int, followers: str) -> tuple[list[BodyMention], int] | None:
        """The body at ``pos``, or nobody for a counted group (*36 UN entities*), and where the item ends."""
        counted = self.word(pos).isdigit() and self.word(pos + 2) in tables.words("member-nouns")
        if counted and self.body(pos + 1):
            return [], pos + 3
        return ([self._at(pos)], self._behind_bracket(pos + 1)) if self._whole(pos, followers) else None

    def _behind_bracket(self, pos: int) -> int:
        """Where an item ends that a bracket follows: Kenya *(Chair)* and Norway; not Kenya (and Norway)."""
        if self.word(pos) != "(" or self.body(self.led(pos + 1)):
            return pos
        ends = (at for at in range(pos + 1, min(pos + _LONGEST_BRACKET, len(self.items))) if self.word(at) == ")")
        return next(ends, pos - 1) + 1

    def _at(self, pos: int) -> BodyMention:
        body = self.items[pos].body
        assert body is not None
        return body

    def _separated(self, pos: int, *, dashed: bool = False) -> tuple[int, bool] | None:
        """Where the next item of a list begins after ``pos``, and whether more than a comma parts them."""
        start, firm = pos, False
        if dashed and self.word(pos) in ("-", "\u2013", "\u2014") and self.body(pos + 1):
            return pos + 1, False
        if self.word(pos) in (",", ";"):
            firm = self.word(pos) == ";"
            pos += 1
        if self.word(pos) in ("and", "&"):
            pos, firm = pos + 1, True
        elif (self.word(pos), self.word(pos + 1), self.word(pos + 2)) == ("as", "well", "as"):
            pos, firm = pos + 3, True
        if pos == start:
            return None
        while self.word(pos) in ("of", "by", "to"):
            pos += 1
        return self.led(pos), firm

    def named(self, at: int) -> list[BodyMention]:
        """The one body that stands at ``at``, whatever its verb is."""
        pos = self.led(at)
        body = self.body(pos)
        alone = body is not None and not body.prefix and self.word(pos + 1) != "'s" and not self.mark(pos + 1)
        return [self._at(pos)] if alone else []

    def _whole(self, pos: int, followers: str) -> bool:
        """Whether a body stands at ``pos`` for itself: no owner or modifier of the words that follow."""
        body = self.body(pos)
        if body is None or self.word(pos + 1) == "'s":
            return False
        if self.mark(pos + 1) or self.items[pos + 1].kind != "word":
            return not body.prefix or self.mark(pos + 1)
        following = self.word(pos + 1)
        if following == "of" and (
            self.word(pos + 2).isdigit() or self.word(pos + 2) in tables.column("counts", "value")
        ):
            return True  # the Board *of 15*
        if following[0].isdigit() or following.endswith("ed"):
            return True
        return following in tables.words("body-followers") or following in tables.words(followers)

    def _starts_clause(self, pos: int) -> bool:
        """Whether a verb follows: A is part of B, *and C is* part of D."""
        return self.word(pos) in tables.words("finite-helpers")

    # ------------------------------------------------------------ lists before a word

    def subject(self, end: int) -> list[BodyMention]:
        """The bodies that are the subject of the verb at ``end``: the list before it, or what its ``which`` means."""
        if self.word(end - 1) in ("which", "that"):
            before = end - 2 if self.word(end - 2) in (",", "and") else end - 1
            if self.word(end) in ("are", "were", "have", "belong", "form") and self.body(before - 1):
                return self.list_ending(before, anywhere=True)
            body = self.body(before - 1) if self.word(end - 2) in (",", "and") else self.body(end - 2)
            body = body or self.defined(before)
            return [body] if body else []
        end = self._before_aside(end)
        return self.list_ending(end)

    def defined(self, end: int) -> BodyMention | None:
        """The body that the words before ``end`` say what it is: the Fund *is a partnership* that was founded by."""
        for at in range(end - 1, max(0, end - _LONGEST_PREDICATE), -1):
            if not self.word(at) or self.word(at) in (";", ".", ":"):
                return None
            if self.word(at) in ("is", "was", "remains") and self.word(at + 1) in ("a", "an", "the"):
                body = self.body(at - 1)
                return body if body and self.opens(self.before_leads(at - 1)) else None
        return None

    def by_paper(self, end: int) -> list[BodyMention]:
        """Whose paper is the subject of the verb at ``end``: *resolution 7 (2001) of the Council* established."""
        papers = tables.words("instrument-words")
        body, start = self.body(end - 1), self.before_leads(end - 1)
        if body and self.word(start - 1) == "of":
            first = next(
                (at for at in range(start - 2, max(-1, start - _LONGEST_PAPER), -1) if self.word(at) in papers), 0
            )
            opened = self.word(first) in papers and self.opens(self.before_leads(first))
            return [body] if opened and self._numbered(first + 1, start - 1) else []
        first = next((at for at in range(end - 1, max(0, end - _LONGEST_PAPER), -1) if self.word(at) in papers), 0)
        owner = self.body(first - 1) or (self.body(first - 2) if self.word(first - 1) == "'s" else None)
        return [owner] if first and owner and self._numbered(first + 1, end) else []

    def _numbered(self, first: int, last: int) -> bool:
        """Whether nothing but the number of a paper stands there: resolution *1373 (2001)*."""
        return all(self.word(at)[:1].isdigit() or self.word(at) in ("(", ")", "no.", "/") for at in range(first, last))

    def _before_aside(self, end: int) -> int:
        """Where the subject ends, an aside in commas, dashes or brackets before the verb left out."""
        closing = self.word(end - 1)
        opening = {",": ",", ")": "(", "-": "-", "\u2013": "\u2013", "\u2014": "\u2014"}.get(closing)
        if opening is None:
            return end
        for at in range(end - 2, max(-1, end - _LONGEST_ASIDE), -1):
            if self.word(at) == opening:
                return at if self.body(at - 1) else end
            if self.word(at) == ";":
                return end
        return end

    def list_ending(self, end: int, *, anywhere: bool = False) -> list[BodyMention]:
        """The bodies of the list that ends before ``end``, if a clause begins with it, or ``anywhere``."""
        body = self.body(end - 1)
        if body is None:
            return []
        found, start = [body], self.before_leads(end - 1)
        if self.word(start - 1) in ("and", "&"):  # only its "and" shows that commas before it part a list
            before = start - 2 if self.word(start - 2) == "," else start - 1
            while body := self.body(before - 1):
                found.insert(0, body)
                start = self.before_leads(before - 1)
                before = start - 1 if self.word(start - 1) == "," else -1
        if anywhere or self.opens(start):
            return found
        whole = self.body(start - 2) if self.word(start - 1) in ("at", "of", "in", "within", "under") else None
        if whole and len(found) == 1 and self.opens(self.before_leads(start - 2)):
            return [whole]  # the Centre *at the Ministry* coordinates
        return (
            found[-1:] if self.word(self.before_leads(end - 1) - 2) == "," else []
        )  # a clause of its own behind ", and"
