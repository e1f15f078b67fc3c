"""Ties between bodies that a sentence states: established by, coordinates, part of, member of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction import tables
from kg.extraction.agents import Agent, AgentReader
from kg.extraction.chunks import Chunk


@dataclass(frozen=True, slots=True)
class Tie:
    """Two bodies and the words that tie them, as chunks of one sentence."""

    subject: Agent
    predicate: str
    object: Agent
    rule: str
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tie two bodies; ``swapped``: the body after them is the subject."""

    words: tuple[str, ...]
    predicate: str
    swapped: bool
    rule: str


@cache
def cues() -> dict[str, list[Cue]]:
    """The cues of ``relation-cues.tsv`` by their first word, longest first."""
    return {
        first: [Cue(words, row["predicate"], row.flag("swapped"), row["rule"]) for words, row in same]
        for first, same in tables.by_first_word("relation-cues").items()
    }


def ties(chunks: Sequence[Chunk], agents: AgentReader) -> Iterator[Tie]:
    """Every tie the sentence states."""
    at = 0
    while at < len(chunks):
        cue = _cue_at(chunks, at)
        if cue is None:
            at += 1
            continue
        end = at + len(cue.words)
        span = (chunks[at].first, chunks[end - 1].last)
        for left, right in _pairs(agents.before(at), agents.after(end)[0]):
            subject, thing = (right, left) if cue.swapped else (left, right)
            yield Tie(subject, cue.predicate, thing, cue.rule, span)
        at = end  # "was created by" is no "created"


def _cue_at(chunks: Sequence[Chunk], at: int) -> Cue | None:
    """The longest cue that begins at chunk ``at``."""
    for cue in cues().get(chunks[at].text, ()) if chunks[at].kind == "word" else ():
        end = at + len(cue.words)
        if end <= len(chunks) and all(chunks[at + k].is_word(word) for k, word in enumerate(cue.words)):
            return cue
    return None


def _pairs(left: Sequence[Agent], right: Sequence[Agent]) -> Iterator[tuple[Agent, Agent]]:
    for one in left:
        for other in right:
            if one.body and other.body and one.count is None and other.count is None:
                yield one, other
