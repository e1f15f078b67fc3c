"""Whom a clause is also said of, its verb left out: *as did Q*; *Kenya too*; P represented Norway*, Q Kenya*."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.in_turn import in_turn
from kg.extraction.words import tables

_ACTIVE = ("did", "does", "do", "has", "had", "have", "will")
_COPULAS = ("was", "were", "is", "are")
AUXILIARIES = (*_ACTIVE, *_COPULAS)
"""What stands for a verb left out: *so did* Q."""
_AGAIN = frozenset(("so", "as", "followed", ";"))
"""The words behind which it may be said of others."""
_OPENING = 4
"""Words with which a sentence opens: *In addition to* P, Q spoke."""
_TURNS = ("speaker",)
"""Parts that are taken one after the other: P opened it, *followed by* Q."""


def completed(clauses: Iterable[Clause], agents: AgentReader) -> list[Clause]:
    """The clauses of one sentence with those of whom they are also said, and what is said like them."""
    found = list(clauses)
    for number, clause in enumerate(found):
        behind = found[number + 1] if number + 1 < len(found) else None
        stands_in = behind if behind and behind.frame.object == "represented" and behind.hit.passive else None
        following = stands_in.hit.first if stands_in else behind.begins if behind else len(agents.chunks)
        also = _also(clause, agents, following)
        if stands_in and also is not clause and set(stands_in.object) & set(also.subject):
            also = replace(also, subject=(*also.subject, *stands_in.subject))  # so did B*, represented by P*
        found[number] = also
    ends = [one.begins for one in found[1:]] + [len(agents.chunks)]
    parted = [one for clause, stop in zip(found, ends, strict=False) for one in in_turn(clause, agents, stop)]
    return [one for clause in parted for one in (clause, *_gapped(clause, agents))]


def _also(clause: Clause, agents: AgentReader, stop: int) -> Clause:
    if clause.frame.meeting == "own" and clause.frame.kind:
        return clause
    again = [at for at in agents.chunks.places(_AGAIN) if clause.hit.end <= at < stop]
    more = [agent for at in again for agent in _at(clause, agents, at, stop)]
    more += _besides(clause, agents)
    more = [agent for agent in more if agent not in clause.subject and agent not in clause.object]
    if not more:
        return clause
    if clause.hit.passive and clause.object:
        return replace(clause, object=(*clause.object, *more))
    return replace(clause, subject=(*clause.subject, *more))


def _besides(clause: Clause, agents: AgentReader) -> list[Agent]:
    """Those with whom the sentence opens: *Along with* P, Q spoke."""
    for end in range(1, min(_OPENING, clause.begins)):
        if " ".join(chunk.text for chunk in agents.chunks[:end]) in tables.words("opening-companions"):
            return agents.after(end, clause.begins)[0]
    return []


def _at(clause: Clause, agents: AgentReader, at: int, stop: int) -> list[Agent]:
    """Those told of at chunk ``at``: *so did* Q; *; Kenya too*."""
    chunks = agents.chunks
    if chunks[at].is_word("so", "as") and at + 1 < stop:
        verbs = _COPULAS if clause.hit.passive or clause.hit.at == clause.hit.first else AUXILIARIES
        if chunks[at + 1].is_word(*verbs, *_ACTIVE) or (_is_being(clause) and chunks[at + 1].is_word(*_COPULAS)):
            return agents.after(at + 2, stop)[0]
        return []
    if chunks[at].is_word("followed") and chunks[at + 1 : at + 2] and chunks[at + 1].is_word("by"):
        return [agent for agent in agents.after(at + 2, stop)[0] if clause.frame.subject in _TURNS]
    if not chunks[at].is_word(";"):
        return []
    found, end = agents.after(at + 1, stop)
    if end < len(chunks) and found and not any(verb >= at for verb in agents.verbs):
        too = chunks[end].is_word("too", "likewise", "also") or (
            chunks[end].is_word("as") and end + 1 < len(chunks) and chunks[end + 1].is_word("well")
        )
        whom = next((one for one in chunks[end + 1 :] if not one.is_word("the")), chunks[end])
        instead = chunks[end].is_word("for") and whom.body and all(agent.body for agent in found)
        return found if too or instead else []
    return []


def _is_being(clause: Clause) -> bool:
    """Whether the verb is *to be*: was present, as were Q and R."""
    return clause.chunks[clause.hit.at].is_word("was", "were", "is", "are", "be", "been")


def _gapped(clause: Clause, agents: AgentReader) -> Iterator[Clause]:
    """P represented Norway, *Q Kenya*; P led the Norwegian side *and Q the Kenyan*."""
    fits = clause.frame.object == "represented" or clause.frame.is_of_delegation
    if not fits or clause.hit.passive or len(clause.subject) != 1 or not clause.subject[0].person or not clause.object:
        return
    last = clause.object[-1].at
    for item, following in zip(agents.items, agents.items[1:], strict=False):
        between = agents.chunks[item.last : following.first]
        joined = all(chunk.is_word("for", "the", "of") for chunk in between) and len(between) < 3
        pair = len(item.agents) == len(following.agents) == 1 and item.agents[0].person and following.agents[0].body
        if item.first > last and joined and pair and not item.inner:
            yield replace(clause, subject=item.agents, object=following.agents, partners=())
