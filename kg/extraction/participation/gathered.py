"""States by the holders of posts who gathered, whom nobody names: *the Interior Ministers of Norway and Kenya* met."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import GATHERINGS, Clause
from kg.extraction.participation.parts import Part
from kg.extraction.participation.protagonist import Row
from kg.extraction.words import tables

_RULE = "part.gather"
_FAR = 40
"""Chunks from the title to the verb: twenty states, with the commas between them."""


def gathered(rows: Sequence[Row], home_of: Mapping[int, Meeting]) -> Iterator[Part]:
    """A part for every state whose ministers came together."""
    for agents, clauses in rows:
        for clause in clauses:
            home = home_of.get(id(clause))
            alone = not (clause.subject or clause.object or clause.partners)
            if home is None or not alone or clause.hit.negative or clause.frame.rule not in GATHERINGS:
                continue
            for at, body in _states(agents.chunks, clause):
                who = Chunk("body", body.first, body.outer, body=body)
                yield Part(home, Agent(at, body=body), who, "participant", "present", _RULE, clause.words, None)


def _states(chunks: Sequence[Chunk], clause: Clause) -> Iterator[tuple[int, BodyMention]]:
    """The states of a plural title that ends, with a list of states, right before the verb."""
    at = clause.hit.first
    for pos in range(at - 1, max(-1, at - _FAR), -1):
        chunk = chunks[pos]
        if chunk.titles:
            title = chunk.titles.titles[-1]
            if title.plural and title.body and title.body.is_state:
                yield pos, title.body
                yield from ((n, one.body) for n, one in enumerate(chunks[:at]) if n > pos and one.body)
                yield from joined_before(chunks, pos)
            return
        state = chunk.body is not None and chunk.body.is_state
        if not (state or chunk.is_word(",", "and", "the", "today", "yesterday", "also") or chunk.text.endswith("ly")):
            return


def joined_before(chunks: Sequence[Chunk], at: int) -> Iterator[tuple[int, BodyMention]]:
    """Those joined to the one that opens a title or a plural: the *Norwegian and* Kenyan ministers, and the sides."""
    for pos in range(at - 1, -1, -1):
        body = chunks[pos].body
        if body:
            yield pos, body
        elif not chunks[pos].is_word(",", "and", "the"):
            return


def is_missing(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether words in front say that those of ``at`` were not there: *in the absence of* the Kenyan and Lao sides."""
    while at > 0 and (chunks[at - 1].body or chunks[at - 1].is_word("the", "a", "an", "any", ",", "and", "of", "or")):
        at -= 1
    return at > 0 and chunks[at - 1].text in tables.words("missing-words")
