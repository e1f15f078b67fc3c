"""The bodies before the words that tie: the subject of a verb, whose apposition it is, what *it* and *its* mean."""

from collections.abc import Iterator, Sequence

from kg.extraction.body.bodies import BodyMention
from kg.extraction.participation.doubts import in_doubtful_clause, is_doubtful
from kg.extraction.relation.bodyrows import BodyRow
from kg.extraction.relation.cues import Cue, copulas
from kg.extraction.relation.rowitems import heading_noun
from kg.extraction.relation.topics import Spoken
from kg.extraction.words import tables

_MODIFIERS = 5
_SHORT = 3
"""Letters of a word too short for a verb that ends in s: *is*, *has*, *its*."""
_ARTICLES = frozenset(("a", "an", "the", "its", "another"))
_PRESENT = frozenset(("part-of", "member-of", "coordinates", "secretariat-of"))
"""Predicates that are said of today: *formerly part of* B ties nothing."""
_TOLD_OF_STATES = frozenset(("states", "closed-states"))
_FARTHEST_PAST = 5
_OPENERS = frozenset((":", "(", ",", ";", "\u2013", "\u2014", "were", "are", "include", "included"))
_OF_ONE = frozenset(("member-of", "coordinates", "established-by"))
"""Predicates that a person has too: P of the Agency, *member of* the Board, says nothing of the Agency."""


class Subjects:
    """Finds the bodies before the cues of one sentence; ``spoken`` tells of what the sentences before spoke."""

    def __init__(self, row: BodyRow, spoken: Spoken) -> None:
        self.row = row
        self.spoken = spoken
        self.last: list[BodyMention] = []
        """The subject of the verb before."""

    def before(self, cue: Cue, at: int) -> list[BodyMention]:
        """The bodies before a cue that begins at ``at``."""
        if cue.predicate in _PRESENT and self._is_past(at):
            return []
        if cue.kind in ("verb", "of-it"):
            return self._of_verb(at)
        if cue.kind == "passive":
            return self._of_passive(at, cue)
        if cue.kind == "noun":
            return self._of_noun(at, cue)
        if cue.kind == "owned":
            return self._of_noun(self.row.before_leads(at - 1), cue) if self.row.body(at - 1) else []
        if cue.kind == "service":
            return self._of_service(at)
        if cue.kind == "tag":
            return [] if self._in_doubt(at) else self.row.list_ending(at, anywhere=True)
        if cue.kind == "secretariat":
            return self._of_secretariat(at)
        if cue.kind == "owned-label":
            return self.owner(at)
        if cue.kind == "label":
            spoken = cue.words[-1] in _OPENERS or cue.tail in _TOLD_OF_STATES
            return self.owner(at) or (self._spoken_of(at) if spoken else self._just_named(at))
        return self._in_apposition(at, cue)

    def turned(self, cue: Cue, at: int) -> int | None:
        """Where a phrase begins that opens the sentence with its cue: *As a member of* X; *Members of* X are."""
        start = at if cue.kind in ("passive", "aside") else self._phrase_start(at)
        if self.row.word(start - 1) == "as":
            start -= 1
        opens = (
            cue.kind in ("noun", "passive", "aside", "service") and self.row.opens(start) and not self._in_doubt(start)
        )
        return start if opens else None

    # ------------------------------------------------------------ verbs

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
            head = self.row.topic_before(pronoun) or self.spoken.topic
            return [head] if head else []
        return self.row.subject(at) or self.row.by_paper(at) or self._shared_subject(at)

    def _pronoun(self, at: int) -> int | None:
        """Where *it* or *the organisation* stands that is the subject of the verb at ``at``."""
        return next((start for start in range(at - 1, at - 5, -1) if self._means_until(start, at)), None)

    def _means_until(self, start: int, at: int) -> bool:
        return start >= 0 and self._pronoun_ends(start) == at and self.row.opens(start)

    def _pronoun_ends(self, start: int) -> int | None:
        """Where *it* or *the organisation* ends that begins at ``start``."""
        if self.row.word(start) == "it":
            return start + 1
        if self.row.word(start) not in ("the", "this"):
            return None
        if self.row.word(start + 1) in tables.words("any-body"):
            return start + 2
        heads = tables.by_first_word("organisation-heads").get(self.row.word(start + 1), ())
        said = (
            words for words, _ in heads if tuple(self.row.words[start + 1 : start + 1 + len(words)]) == tuple(words)
        )
        longest = max(said, key=len, default=())
        return start + 1 + len(longest) if longest and self._agrees(" ".join(longest)) else None

    def _agrees(self, noun: str) -> bool:
        """Whether the body spoken of may be called so: its name ends with the noun, or is an acronym."""
        name = self.spoken.name
        return " " not in name or noun in name

    def meant(self, at: int) -> list[BodyMention]:
        """What *it* or *the organisation* at ``at`` means: the body spoken of, behind no preposition its own."""
        return (
            [self.spoken.topic]
            if self.spoken.topic and not self.spoken.topic.is_state and self._pronoun_ends(at)
            else []
        )

    def meant_end(self, at: int) -> int:
        """Where *it* or *the organisation* at ``at`` ends; ``at`` if it stands not there."""
        return self._pronoun_ends(at) or at

    def _shared_subject(self, at: int) -> list[BodyMention]:
        """The subject of the verb before *and*: X was founded by Y *and is* part of Z."""
        if self.row.word(at - 1) not in ("and", "but"):
            return []
        head = self.row.sole_head(at) or (None if self.last else self._chained_head(at))
        return self.last or ([head] if head else [])

    def _chained_head(self, at: int) -> BodyMention | None:
        """The body that opens the sentence, if *and* joins the verb at ``at`` to its own: X *supports* Y *and runs*."""
        verb = 1 + next((pos for pos, item in enumerate(self.row.items[:at]) if item.body), at)
        verb += self.row.word(verb) in tables.words("cue-adverbs")
        told = all(word.endswith("s") and len(word) > _SHORT for word in (self.row.word(verb), self.row.word(at)))
        apart = not tables.words("clause-openers").isdisjoint(self.row.words[verb + 2 : at - 1])
        return self.row.topic_before(at) if told and not apart else None

    def _in_doubt(self, at: int) -> bool:
        return in_doubtful_clause(self.row.words, at)

    def _of_passive(self, at: int, cue: Cue) -> list[BodyMention]:
        pos = self._without_adverbs(at)
        helper = self.row.word(pos - 1)
        if helper in ("was", "were", "is", "are", "been", "being"):
            verb = pos - 2 if self.row.word(pos - 2) in ("has", "have", "had") else pos - 1
            return self._subject(verb) or (self._worked(verb) if cue.predicate == "coordinates" else [])
        return self._shared_subject(pos) or self._nearest(pos)

    def _worked(self, at: int) -> list[BodyMention]:
        """Whose work is done by others: *the work of* X is coordinated by Y."""
        start = self.row.before_leads(at - 1)
        works = self.row.word(start - 1) == "of" and self.row.word(start - 2) in tables.words("works-of-bodies")
        body = self.row.body(at - 1) if works and self.row.opens(self.row.before_leads(start - 2)) else None
        return [body] if body else []

    def _is_past(self, at: int) -> bool:
        """Whether the words before ``at`` say that it was so once: *formerly* part of, *until 2012* a member of."""
        for pos in range(at - 1, max(-1, at - _FARTHEST_PAST - 1), -1):
            if not self.row.word(pos) or self.row.mark(pos):
                return False
            if self.row.word(pos) in tables.words("once-words"):
                return True
        return False

    # ------------------------------------------------------------ nouns

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
            return self.row.list_ending(at - 1, anywhere=True) or found
        if not found and cue.tail == "opened" and not self._in_doubt(at):  # is an organisation *with seven members:*
            defined = self.row.defined(at)
            return [defined] if defined else []
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
            if not word or self.row.mark(pos - 1) or is_doubtful(word):
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

    def _owning(self, mark: int) -> BodyMention | None:
        """Whose *the Group's* are that no name resolves: those of the body spoken of."""
        starts = (start for start in range(mark - 2, max(-1, mark - 6), -1) if self._pronoun_ends(start) == mark)
        return self.spoken.topic if next(starts, None) is not None else None

    def _of_secretariat(self, at: int) -> list[BodyMention]:
        """Whose secretariat it is that others run: *the Secretariat of* X is provided by Y."""
        item = self.row.items[at - 1] if at else None
        named = item is not None and item.body and heading_noun(item.text) == "secretariat"
        return [item.inner] if item and named and item.inner and not self._in_doubt(at) else []

    # ------------------------------------------------------------ it, its, whose

    def it(self, at: int, subject: Sequence[BodyMention]) -> list[BodyMention]:
        """What *it* or *its* means in the object: the body of which this sentence, else the one before, spoke."""
        head = self.row.topic_before(at)
        body = self.spoken.topic if head is None or head.is_state or head in subject else head
        return [body] if body and subject and not self._in_doubt(at) else []

    def owner(self, at: int) -> list[BodyMention]:
        """Whose members or secretariat: *its*, *whose*, a body with 's; with nothing before, the body spoken of."""
        at = self._owned_start(at)
        word = self.row.word(at - 1)
        if word == "whose":
            return self._nearest(at - 1)
        if word == "'s":
            body = self.row.body(at - 2) or self._owning(at - 1)
        else:
            held = self.row.body(at - 1)
            body = held or ((self.row.topic_before(at - 1) or self.spoken.topic) if word == "its" else None)
        return [body] if body and not self._in_doubt(at) else []

    def _spoken_of(self, at: int) -> list[BodyMention]:
        """Whose members a list names behind *the member states*: those of the body that the text speaks of."""
        start = self._owned_start(at)
        led = self.row.mark(start - 1) or self.row.word(start - 1) in tables.words("member-determiners")
        if not led or self._in_doubt(at):
            return []
        if self.row.word(start - 1) == "of" and not self._is_general(start):
            return [body] if (body := self.row.body(start - 2)) and not body.is_state else []
        body = self.row.topic_before(start) or self.row.of_meeting(start) or self.spoken.topic or self.spoken.lead
        return [body] if body and not body.is_state else []

    def _is_general(self, start: int) -> bool:
        """Whether *of* before the members at ``start`` says whose the people are that came: representatives *of* …"""
        return self.row.is_counted(start - 2)

    def _just_named(self, at: int) -> list[BodyMention]:
        """Whose *the secretariat* is that opens a clause: of the one body named before it, else of the topic."""
        the = at - 1
        if self.row.word(the) != "the" or not self.row.opens(the) or self._in_doubt(at):
            return []
        named = {item.body.first: item.body for item in self.row.items[:the] if item.body}
        body = self.spoken.topic if not named else next(iter(named.values())) if len(named) == 1 else None
        return [body] if body and not body.is_state else []

    def _owned_start(self, at: int) -> int:
        while self.row.word(at - 1) in tables.words("owned-modifiers") or self.row.word(at - 1).isdigit():
            at -= 1
        counted = self.row.word(at - 1) == ")" and self.row.word(at - 2).isdigit() and self.row.word(at - 3) == "("
        return self._owned_start(at - 3) if counted else at  # the twenty-one (21) member states
