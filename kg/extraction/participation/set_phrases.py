"""The set phrases of ``triggers.tsv`` in a sentence: *co-chairs: P and Q*, *in the presence of P*."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.computed import computed
from kg.extraction.participation.agents import AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import may_stand

_GAP = "\u2026"
_WIDEST_GAP = 8
_HEADING = 4  # chunks that a heading over a list has at most
_INVERTED = 12  # chunks in front of the verb
_SIDE = 6  # chunks of: on the Kenyan side
_ENDS = frozenset((";", ".", ":"))
_AT_IT = 3  # chunks of: at the meeting


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that say somebody takes part: the role, on which side the agents stand, what else must hold."""

    words: tuple[str, ...]
    role: str
    agents: str
    meeting: str
    presence: str
    name: str
    needs: frozenset[str]
    """The words that must stand in the sentence."""


@cache
def triggers() -> dict[str, list[Trigger]]:
    """The triggers of ``triggers.tsv`` by their first word, longest first."""
    return {
        first: [
            Trigger(
                words,
                row["role"],
                row["agents"],
                row["meeting"],
                row["presence"] or "present",
                row["rule"],
                frozenset(words) - {_GAP, ":"},
            )
            for words, row in same
        ]
        for first, same in tables.by_first_word("triggers").items()
    }


@cache
def _by_two_words() -> dict[str, tuple[dict[str, list[Trigger]], list[Trigger]]]:
    """The triggers by their first word: by their second, and those for which any may follow; longest first."""
    found = {}
    for first, same in triggers().items():
        free = [trigger for trigger in same if len(trigger.words) == 1 or trigger.words[1] in (_GAP, ":")]
        seconds = {trigger.words[1] for trigger in same if len(trigger.words) > 1}
        fits = {word: [t for t in same if t in free or t.words[1] == word] for word in sorted(seconds)}
        found[first] = fits, free
    return found


class SetPhrases:
    """The set phrases of one sentence: ``hits`` with where each begins and ends; what clauses have read is none."""

    def __init__(self, agents: AgentReader, clauses: Sequence[Clause]) -> None:
        self.agents, self.chunks = agents, agents.chunks
        self.said, self.clauses = agents.said, clauses

    @computed
    def read(self) -> set[int]:
        """The chunks that clauses have read."""
        telling = [clause for clause in self.clauses if not self._is_label(clause)]
        return {at for clause in telling for at in range(clause.hit.first, clause.hit.end)}

    @computed
    def hits(self) -> list[tuple[int, Trigger, int]]:
        """Each phrase, where it begins and ends."""
        begins_one = tables.first_words("triggers") if may_stand("triggers", self.said) else frozenset()
        leads = [at for at in self.chunks.places(begins_one) if at not in self.read]
        if "not" in self.said:
            leads = [at for at in leads if not self._is_denied(at)]
        known = {at: hit for at in leads if (hit := self._trigger_at(at))}
        across = self.agents.goes_across
        known = {at: hit for at, hit in known.items() if hit[0].meeting != "attended" or not across(at)}
        leading = {pos for at, (one, end) in known.items() if one.agents != "list" for pos in range(at, end)}
        turned = self._inverted(leading | self.read)
        inside = {pos for at, (_, end) in turned.items() for pos in range(at, end)}
        known = {at: hit for at, hit in known.items() if at not in inside}
        return [(at, *hit) for at, hit in sorted((turned | known).items())]

    @computed
    def _starts(self) -> list[int]:
        """Where a phrase, a clause or an entry begins."""
        begins = {clause.begins for clause in self.clauses if not self._is_aside(clause)}
        told = {at for at in self.read if not self.agents.is_aside(at)} | begins | set(self.agents.labels)
        return sorted({at for at, _, _ in self.hits} | told)

    def _is_label(self, clause: Clause) -> bool:
        """Whether a verb opens a line that only heads a list, and names no meeting: *Signed by:* P; Q."""
        behind = [chunk.text for chunk in self.chunks[clause.hit.end : clause.hit.end + 2]]
        return clause.hit.first == 0 and clause.hit.passive and behind == ["by", ":"] and clause.meeting is None

    def _is_aside(self, clause: Clause) -> bool:
        """Whether it is only told of somebody whom the sentence names: a visit from P, *who spoke* of tides."""
        first = clause.hit.first
        return (first > clause.begins and self.chunks[first - 1].is_word("who")) or self.agents.is_aside(first)

    def _is_denied(self, at: int) -> bool:
        """Whether *not* stands before words of being there: *not* (among those) present were P and Q."""
        while at > 0 and self.chunks[at - 1].is_word("among", "those"):
            at -= 1
        return at > 0 and self.chunks[at - 1].is_word("not")

    def next_start(self, at: int) -> int:
        """Where the next phrase begins at chunk ``at`` or behind it: a list does not run across it."""
        number = bisect_left(self._starts, at)
        return self._starts[number] if number < len(self._starts) else len(self.chunks)

    def _inverted(self, taken: set[int]) -> dict[int, tuple[Trigger, int]]:
        """*Others in attendance included* P, *among the guests of the evening was* Q: who took part stands behind."""
        found: dict[int, tuple[Trigger, int]] = {}
        telling = tables.words("telling-verbs")
        if self.said.isdisjoint(telling):
            return found
        begin = 0
        for at in self.chunks.places(telling | _ENDS):
            chunk = self.chunks[at]
            if chunk.kind != "word":
                continue
            if chunk.text in _ENDS:
                begin = at + 1
            elif chunk.text in telling and at - begin <= _INVERTED:
                role = self._role_before(begin, at, taken)
                if role:
                    end = at + 1
                    while end < len(self.chunks) and self.chunks[end].is_word("from", ":", "also"):
                        end += 1  # the heads of delegation were*: from* India - P
                    words = (self.chunks[begin].text, chunk.text)
                    found[begin] = Trigger(words, role, "after", "main", "present", "part.noun", frozenset()), end
                begin = len(self.chunks) if role else begin
        return found

    def _role_before(self, begin: int, at: int, taken: set[int]) -> str:
        """The part of those behind the verb at ``at``, by the words in front of it; empty: these say none."""
        words = self.chunks[begin:at]
        if any(chunk.is_word("not") for chunk in words):
            return ""  # guests who did *not* attend were P and Q
        roles = tables.column("inverted-cues", "role")
        role = next((roles[word] for chunk in words if (word := self._cue(chunk)) in roles), "")
        if taken & set(range(begin, at + 1)) and not self.chunks[begin].is_word("those"):
            return ""
        others = bool(words) and words[0].is_word("others", "also")
        if self._is_beside(words) or (others and at == begin + 1) or self._is_at_it(words[others:]):
            return role or "participant"  # *Others were* P and Q, behind a list; no *the others*
        role = role or ("participant" if words and self._are_others_there(words) else "")
        guests = {n - 1 for n, chunk in enumerate(words) if chunk.text in tables.words("counterpart-words")}
        told_of = any(chunk.body and n not in guests for n, chunk in enumerate(words))  # the *Kenyan* guests were P
        named = any(chunk.person for chunk in words) or (told_of and not words[0].is_word("from"))
        return "" if named else role

    @staticmethod
    def _cue(chunk: Chunk) -> str:
        """The word by which a chunk may say a part; of a short title that with which it ends: the *keynote speaker*."""
        if chunk.text in tables.column("inverted-cues", "role"):
            return chunk.text
        word = chunk.text.rpartition(" ")[2]
        spoke = tables.column("inverted-cues", "role").get(word) != "participant"
        return word if chunk.titles and spoke else chunk.text

    def _is_beside(self, words: Sequence[Chunk]) -> bool:
        """Whether words say beside whom those behind were: *With Minister P* were Q, R; *on the Kenyan side* were.

        *In the Kenyan team* were.
        """
        if len(words) < 2 or any(chunk.is_word(",") for chunk in words):
            return False
        somebody = any(chunk.person for chunk in words) and all(self._is_company(chunk) for chunk in words[1:])
        with_somebody = words[0].is_word("with") and somebody
        return with_somebody or (
            words[0].is_word("on", "from", "in")
            and words[-1].text in tables.words("delegation-nouns")
            and len(words) < _SIDE
        )

    @staticmethod
    def _is_at_it(words: Sequence[Chunk]) -> bool:
        """Whether words only say at what those behind were: *At the meeting* were P and Q; others *at the event*."""
        if len(words) != _AT_IT or not words[0].is_word("at", "during"):
            return False
        determined = words[1].text in tables.words("determiners")
        return determined and (words[-1].meeting is not None or words[-1].text in tables.words("generic-meetings"))

    @staticmethod
    def _are_others_there(words: Sequence[Chunk]) -> bool:
        """Whether holders of posts are told to have been there: *other Ministers at the meeting* were P and Q."""
        several = any(chunk.titles and chunk.titles.titles[-1].plural for chunk in words)
        there = any(chunk.meeting or chunk.text in tables.words("generic-meetings") for chunk in words[-2:])
        return words[0].is_word("other", "also") and several and there and any(chunk.is_word("at") for chunk in words)

    @staticmethod
    def _is_company(chunk: Chunk) -> bool:
        """Whether a chunk names those in whose company others were, and where: *Minister P at the Dialogue*."""
        return bool(chunk.person or chunk.titles or chunk.meeting) or chunk.is_word("at", "the")

    def _trigger_at(self, at: int) -> tuple[Trigger, int] | None:
        """The longest trigger that begins at chunk ``at``, and where it ends."""
        fits, free = _by_two_words()[self.chunks[at].text]
        for trigger in fits.get(self.chunks[at + 1].text, free) if at + 1 < len(self.chunks) else free:
            end = self._matches(trigger.words, at) if trigger.needs <= self.said else None
            if end is not None:
                return trigger, end
        return None

    def _matches(self, words: tuple[str, ...], at: int) -> int | None:
        for number, word in enumerate(words):
            if word == _GAP:
                rest = words[number + 1 :]
                ends = (self._matches(rest, start) for start in range(at, min(at + _WIDEST_GAP, len(self.chunks))))
                return next((end for end in ends if end is not None), None)
            if at >= len(self.chunks) or (self.chunks[at].text != word and not (word == ":" and self._heads(at))):
                return None
            at += 1
        return at

    def _heads(self, at: int) -> bool:
        """Whether a chunk is the end of a line that does for a colon, since it names nobody."""
        chunk = self.chunks[at]
        heading = chunk.text == ";" and at <= _HEADING and chunk.first == chunk.last
        return heading and not any(before.person or before.body for before in self.chunks[:at])
