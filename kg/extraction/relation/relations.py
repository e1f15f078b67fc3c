"""Ties between bodies that sentences state: established by, coordinates, part of, member of, secretariat of, formerly.

A cue of the lexicon says on which side its bodies stand and what must stand between: a verb has a subject before
it, a noun stands behind *is* or in apposition. What is denied, wished or asked ties nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.body.bodies import BodyMention
from kg.extraction.relation.bodyrows import BodyRow, Item
from kg.extraction.relation.cues import Cue, copulas, cues
from kg.extraction.words import tables

_GAP = "\u2026"
_WIDEST_GAP = 8
_LONGEST_LEAD = 10
_MODIFIERS = 5
_ARTICLES = frozenset(("a", "an", "the", "its", "another"))
_OF_ONE = frozenset(("member-of", "coordinates", "established-by"))
"""Predicates that a person has too: P of the Agency, *member of* the Board, says nothing of the Agency."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two bodies and the words that tie them, as tokens."""

    subject: BodyMention
    predicate: str
    object: BodyMention
    rule: str
    words: tuple[int, int]


def ties(rows: Iterable[Sequence[Item]]) -> Iterator[Tie]:
    """Every tie that the sentences state, in order."""
    topic: BodyMention | None = None
    for items in rows:
        row = BodyRow(items)
        yield from _RowReader(row, topic).all()
        topic = row.topic() or (topic if row.goes_on() else None)


class _RowReader:
    """Reads the ties of one sentence; ``topic`` is the body of which the sentence before spoke."""

    def __init__(self, row: BodyRow, topic: BodyMention | None) -> None:
        self.row = row
        self.topic = topic
        self.last_subject: list[BodyMention] = []

    def all(self) -> Iterator[Tie]:
        at = 0
        while at < len(self.row.items):
            end = at + 1
            for cue, stop in self._cues_at(at):
                found = list(self._tied(cue, at, stop))
                if found:
                    yield from found
                    end = stop
                    break
            at = end

    def _cues_at(self, at: int) -> Iterator[tuple[Cue, int]]:
        for cue in cues().get(self.row.word(at), ()):
            end = self._matches(cue.words, at)
            if end is not None:
                yield cue, end

    def _matches(self, words: tuple[str, ...], at: int) -> int | None:
        for number, word in enumerate(words):
            if word == _GAP:
                return self._behind_gap(words[number + 1 :], at)
            if self.row.word(at) != word:
                return None
            at += 1
        return at

    def _behind_gap(self, rest: tuple[str, ...], at: int) -> int | None:
        for start in range(at, min(at + _WIDEST_GAP, len(self.row.items))):
            end = self._matches(rest, start)
            if end is not None:
                return end
            if self.row.items[start].kind not in ("word", "meeting") or self.row.word(start) in (";", "."):
                return None
        return None

    def _tied(self, cue: Cue, at: int, end: int) -> Iterator[Tie]:
        left = self._left(cue, at)
        if cue.kind == "of-it":
            right = self._it(at, left)
        elif left:
            right = self._right(cue, end)
        else:
            left, right = self._turned(cue, at, end)
        if cue.kind != "aside" and left and right:
            self.last_subject = left
        words = (self.row.items[at].first, self.row.items[end - 1].last)
        for one in left:
            for other in right:
                subject, thing = (other, one) if cue.swapped else (one, other)
                predicate = _fitting(self.row, cue, subject, thing)
                if predicate:
                    yield Tie(subject, predicate, thing, cue.rule, words)

    # ------------------------------------------------------------ the side before the cue

    def _left(self, cue: Cue, at: int) -> list[BodyMention]:
        if cue.kind in ("verb", "of-it"):
            return self._of_verb(at)
        if cue.kind == "passive":
            return self._of_passive(at)
        if cue.kind == "noun":
            return self._of_noun(at, cue)
        if cue.kind == "service":
            return self._of_service(at)
        if cue.kind == "label":
            return self._owner(at)
        return self._in_apposition(at, cue)

    def _of_verb(self, at: int) -> list[BodyMention]:
        return self._subject(self._without_adverbs(at))

    def _without_adverbs(self, at: int) -> int:
        while self.row.word(at - 1) in tables.words("cue-adverbs"):
            at -= 1
        return at

    def _subject(self, at: int) -> list[BodyMention]:
        """The subject of a verb at ``at``: bodies, or what *which*, *it* or the verb before *and* means."""
        at = self._without_adverbs(at)
        if self._in_doubt(at):
            return []
        pronoun = self._pronoun(at)
        if pronoun is not None:
            head = self.row.topic_before(pronoun) or self.topic
            return [head] if head else []
        return self.row.subject(at) or self._shared_subject(at)

    def _pronoun(self, at: int) -> int | None:
        """Where *it* or *the organisation* stands that is the subject of the verb at ``at``."""
        if self.row.word(at - 1) == "it" and self.row.opens(at - 1):
            return at - 1
        if self.row.word(at - 2) not in ("the", "this") or not self.row.opens(at - 2):
            return None
        heads = tables.by_first_word("organisation-heads").get(self.row.word(at - 1), ())
        return at - 2 if any(len(words) == 1 for words, _ in heads) else None

    def _shared_subject(self, at: int) -> list[BodyMention]:
        """The subject of the verb before *and*: X was founded by Y *and is* part of Z."""
        if self.row.word(at - 1) not in ("and", "but"):
            return []
        head = self.row.sole_head(at)
        return self.last_subject or ([head] if head else [])

    def _in_doubt(self, at: int) -> bool:
        """Whether the clause before ``at`` denies or supposes: *if* the Agency is part of the Council."""
        for pos in range(at - 1, max(-1, at - 15), -1):
            word = self.row.word(pos)
            if word in (";", "."):
                return False
            if word in tables.words("doubt-words"):
                return True
        return False

    def _of_passive(self, at: int) -> list[BodyMention]:
        pos = self._without_adverbs(at)
        helper = self.row.word(pos - 1)
        if helper in ("was", "were", "is", "are", "been", "being"):
            return self._subject(pos - 1)
        return self._shared_subject(pos) or self._nearest(pos)

    def _nearest(self, at: int) -> list[BodyMention]:
        """The body right before ``at``, a comma or bracket allowed between."""
        if self.row.word(at - 1) in (",", "(", "-", "\u2013", "\u2014"):
            at -= 1
        body = self.row.body(at - 1)
        return [body] if body and not self._in_doubt(at) else []

    def _in_apposition(self, at: int, cue: Cue) -> list[BodyMention]:
        at = self._without_adverbs(at)
        found = self._nearest(at)
        if found and cue.predicate in _OF_ONE and self.row.is_complement(at):
            return []
        if cue.words[0] == "members" and self.row.mark(at - 1):
            return self.row.list_ending(at - 1) or found
        return found

    def _of_noun(self, at: int, cue: Cue) -> list[BodyMention]:
        for pos in self._phrase_starts(at):
            copula = self._copula_ending(self._without_adverbs(pos))
            if copula:
                start, kind = copula
                return self._subject(start) if kind == "verb" else self._in_apposition(start, cue)
        start = self._phrase_start(at)
        if not start or not self.row.mark(start - 1):
            return self._shared_subject(start)
        return self._in_apposition(start, cue)

    def _phrase_starts(self, at: int) -> Iterator[int]:
        """Where the noun phrase may begin: before each word that qualifies the noun, up to its article."""
        for pos in range(at, max(-1, at - _MODIFIERS - 1), -1):
            word = self.row.word(pos - 1)
            yield pos
            if word in _ARTICLES:
                one_of = word == "the" and (self.row.word(pos - 3), self.row.word(pos - 2)) == ("one", "of")
                yield pos - 3 if one_of else pos - 1
                return
            if not word or self.row.mark(pos - 1) or word in tables.words("doubt-words"):
                return

    def _phrase_start(self, at: int) -> int:
        """Where the noun phrase begins, if no verb stands before it: *an independent* body of."""
        *_, last = self._phrase_starts(at)
        return last

    def _copula_ending(self, end: int) -> tuple[int, str] | None:
        """Where the copula that ends before ``end`` begins, and its kind."""
        for words, kind in copulas().get(self.row.word(end - 1), ()):
            start = end - len(words)
            if start >= 0 and all(self.row.word(start + k) == word for k, word in enumerate(words)):
                return start, kind
        return None

    def _of_service(self, at: int) -> list[BodyMention]:
        for pos in self._phrase_starts(at):
            if self.row.word(pos - 1) in tables.words("providing-verbs"):
                return self._of_verb(pos - 1) or self._nearest(pos - 1)
        return []

    def _it(self, at: int, subject: Sequence[BodyMention]) -> list[BodyMention]:
        """What *it* or *its* means in the object: the body of which this sentence, else the one before, spoke."""
        head = self.row.topic_before(at)
        body = self.topic if head is None or head.is_state or head in subject else head
        return [body] if body and subject and not self._in_doubt(at) else []

    def _owner(self, at: int) -> list[BodyMention]:
        """Whose members or secretariat: *its*, *whose*, or a body with 's."""
        word = self.row.word(at - 1)
        if word == "whose":
            return self._nearest(at - 1)
        if word == "'s":
            body = self.row.body(at - 2)
        else:
            body = (self.row.topic_before(at - 1) or self.topic) if word == "its" else None
        return [body] if body and not self._in_doubt(at) else []

    # ------------------------------------------------------------ the side after the cue

    def _right(self, cue: Cue, end: int) -> list[BodyMention]:
        founding = cue.predicate == "established-by"
        followers = "instrument-words" if founding else "body-followers"
        start = self._behind_lead(cue, end)
        opened = start > end or self.row.word(end - 1) == ":"
        found, stop = self.row.listed(start, followers, commas=opened and not founding)
        if cue.tail == "closes" and (len(found) != 1 or not self._closes(stop)):
            return []
        if cue.tail == "opened" and self._behind_lead(cue, end) == end:
            return []
        if cue.tail == "as-member" and not self._as_member(stop):
            return []
        return found

    def _behind_lead(self, cue: Cue, end: int) -> int:
        """Where the list begins behind words that lead to it: *resolution 7 of* X; *nine members:* X and Y."""
        leads = "instrument-words" if cue.predicate == "established-by" else "list-openers"
        if cue.predicate not in ("established-by", "member-of"):
            return end
        told = False
        for pos in range(end, min(end + _LONGEST_LEAD, len(self.row.items))):
            if self.row.items[pos].kind != "word":
                return pos if told else end
            word = self.row.word(pos)
            if leads == "list-openers" and word in tables.words(leads):
                return pos + 1
            told = told or (leads == "instrument-words" and word in tables.words(leads))
            if word in (";", ".") or (word == "," and leads == "instrument-words"):
                return end
        return end

    def _closes(self, at: int) -> bool:
        if self.row.mark(at):
            return True
        return self.row.word(at) in ("in", "on", "since") and self.row.word(at + 1)[:1].isdigit()

    def _as_member(self, at: int) -> bool:
        if self.row.word(at) != "as":
            return False
        ahead = [self.row.word(pos) for pos in range(at + 1, at + 7)]
        return "member" in ahead or "members" in ahead

    # ------------------------------------------------------------ sentences that begin with the cue

    def _turned(self, cue: Cue, at: int, end: int) -> tuple[list[BodyMention], list[BodyMention]]:
        """*As a member of X*, Y …; *members of X* are Y and Z."""
        start = at if cue.kind == "passive" else self._phrase_start(at)
        if self.row.word(start - 1) == "as":
            start -= 1
        if cue.kind not in ("noun", "passive") or not self.row.opens(start) or self._in_doubt(start):
            return [], []
        right, stop = self.row.listed(end)
        if right and cue.kind == "noun" and self.row.word(stop) in ("are", "include", "comprise"):
            members = cue.predicate == "member-of"
            return (self.row.listed(self._behind_lead(cue, stop + 1))[0], right) if members else ([], [])
        if right and cue.predicate == "member-of" and self.row.word(stop) == ":":
            return self.row.listed(stop + 1, commas=True)[0], right
        fronted = right and self.row.word(stop) == "," and start == 0
        left = self.row.named(stop + 1) if fronted else []
        return (left, right) if left else ([], [])


def _fitting(row: BodyRow, cue: Cue, subject: BodyMention, thing: BodyMention) -> str | None:
    """The predicate, if it can hold between a body or state and another."""
    predicate = cue.predicate
    if cue.rule == "relation.composed" and row.is_unit(subject):
        predicate = "part-of"
    if subject is thing:
        return None
    if predicate == "formerly":
        return predicate if subject.is_state == thing.is_state else None
    if predicate == "established-by":
        return None if subject.is_state else predicate
    if predicate == "member-of":
        return None if thing.is_state else predicate
    return None if subject.is_state or thing.is_state else predicate
