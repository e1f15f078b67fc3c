"""Whom somebody met one after the other: met with P on Monday *and on Tuesday with Q*; *and later with* R."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.frame_words import is_when_or_where
from kg.extraction.words import tables

_TO_JOINT = 8
"""Words from *and* to *with*: and on Monday, 3 May, in Oslo with."""


def in_turn(clause: Clause, agents: AgentReader, stop: int) -> Iterator[Clause]:
    """The clause of those met first, and one for those of each other time."""
    met, chunks = clause.object or clause.partners, agents.chunks
    own = clause.frame.meeting == "own" and not clause.hit.passive and clause.frame.kind != "signing"
    if not (own and met and met[0].at > clause.hit.at and chunks[clause.hit.end - 1].is_word("with")):
        yield clause
        return
    joints = list(_joints(chunks, met[0].at, stop))
    named = [(at, tuple(agents.after(at + 1, stop)[0])) for _, at in joints]
    others = [(at, found) for at, found in named if any(agent.person for agent in found)]
    if not others:
        yield clause
        return
    mine = tuple(agent for agent in met if agent.at < joints[0][0])
    yield replace(clause, object=mine, partners=()) if clause.object else replace(clause, partners=mine)
    for at, found in others:
        hit = replace(clause.hit, first=at, at=at, end=at + 1)
        yield replace(clause, hit=hit, object=found, partners=(), unnamed=0)


def met_first(chunks: Sequence[Chunk], met: Sequence[Agent]) -> list[Agent]:
    """Those of a list behind *with* who were met then, and not the others named behind *and later with*."""
    joint = next((pos for pos, _ in _joints(chunks, met[0].at, met[-1].at)), None) if met else None
    return [agent for agent in met if joint is None or agent.at < joint]


def _joints(chunks: Sequence[Chunk], first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where *and* stands behind which a *with* tells of another time or place, and where the *with* does."""
    for at in range(first + 1, min(stop, len(chunks) - 1)):
        if chunks[at].is_word("with") and (joint := _joint(chunks, at, first)) is not None:
            yield joint, at


def _joint(chunks: Sequence[Chunk], at: int, first: int) -> int | None:
    """Where the *and* stands in front of the *with* at ``at``, if words tell another time or place; else None."""
    for pos in range(at - 1, max(first, at - _TO_JOINT), -1):
        chunk = chunks[pos]
        if chunk.is_word("and"):
            when = chunks[pos + 1 : at]
            alone = not when and any(one.is_word("on", "in", "today", "yesterday") for one in chunks[first:pos])
            told = any(one.text in tables.words("going-on") for one in when)
            return pos if alone or told or (when and when[0].is_word("on", "in", "at")) else None
        if not (is_when_or_where(chunk) or chunk.text in tables.words("going-on")):
            return None
    return None
