"""Who does it for whom a sentence names by a title, or by name: the Minister*, represented by P,* opened it."""

from kg.extraction.participation.items import Agent, Subject
from kg.extraction.participation.lists import ListReader

_FAR = 20
"""Chunks between *represented* and the verb, or between *by* and *represented*."""
_BETWEEN = (",", ")", "also", "then", "later", "and")


def in_front(lists: ListReader, at: int) -> Subject | None:
    """Who stands in front of the verb at ``at`` for somebody nobody names: the Minister, *represented by P*, opened."""
    if "represented" not in lists.said:
        return None
    for verb in range(at - 3, max(0, at - _FAR), -1):
        if not lists.chunks[verb].is_word("represented"):
            continue
        agents, end = lists.after(verb + 2, at)
        alone = len(agents) == 1 and agents[0].person is not None and _is_told(lists, verb)
        behind = lists.chunks[end:at]
        apart = bool(behind) and all(one.is_word(*_BETWEEN) or one.text.endswith("ly") for one in behind)
        return Subject(tuple(agents), first=verb) if alone and apart else None
    return None


def behind_by(lists: ListReader, at: int) -> tuple[list[Agent], int]:
    """Who stands for whom a title names behind *by*: opened by the Minister, *represented by P*; where it ends."""
    for verb in range(at + 2, min(at + _FAR, len(lists.chunks) - 2)) if "represented" in lists.said else ():
        chunk = lists.chunks[verb]
        if chunk.is_word("represented"):
            agents, end = lists.after(verb + 2)
            named = [agent for agent in agents if agent.person][:1] if _is_told(lists, verb) else []
            return named, end
        if chunk.person or chunk.meeting or chunk.is_word(";", "."):
            break
    return [], at


def _is_told(lists: ListReader, verb: int) -> bool:
    """Whether *represented by* at ``verb`` is told of a person or of a title that stands alone: the Minister (*…*)."""
    if not lists.chunks[verb + 1].is_word("by"):
        return False
    lead = verb - 1
    while lead > 0 and lists.chunks[lead].is_word("who", "was", "is", ",", "("):
        lead -= 1
    if lead == verb - 1:
        return False
    return lists.chunks[lead].kind in ("titles", "person")
