"""Sides that act together, each told of with who leads it: *a Kenyan team led by P and a Ugandan one led by Q met*."""

from collections.abc import Container
from dataclasses import replace

from kg.extraction.participation.items import Item, Subject
from kg.extraction.participation.lists import ListReader
from kg.extraction.words import tables

_FAR = 80
"""Chunks in front of a side in which others joined to it begin."""


def with_other_sides(lists: ListReader, participles: Container[int], found: Subject, verb: int) -> Subject:
    """The subject of a verb with every side that is joined to it: by *and*, behind who leads the one before."""
    if not (found.item and _is_side(lists, found.item)):
        return found
    near = lists.items_between(found.item.first - _FAR, verb)
    sides = [item for item in near if _is_side(lists, item) and item.last <= verb]
    if len(sides) < 2 or found.item not in sides:
        return found
    at = sides.index(found.item)
    first = last = at
    while first > 0 and _is_joined(lists, participles, sides[first - 1], sides[first].first):
        first -= 1
    while last + 1 < len(sides) and _is_joined(lists, participles, sides[last], sides[last + 1].first):
        last += 1
    joined = sides[first : last + 1]
    if len(joined) < 2 or {agent.at for side in joined for agent in side.agents} == {a.at for a in found.agents}:
        return found
    agents = tuple(agent for side in joined for agent in side.agents)
    return replace(found, agents=agents, first=joined[0].first, item=joined[-1])


def _is_side(lists: ListReader, item: Item) -> bool:
    """Whether a noun phrase is a delegation, or people of a body: *Kenyan officials*, led by P."""
    if item.inner or not item.agents or any(agent.person for agent in item.agents):
        return False
    return item.is_delegation or lists.links.is_of_people(item.last - 1)


def _is_joined(lists: ListReader, participles: Container[int], side: Item, stop: int) -> bool:
    """Whether between a side and ``stop`` only *and* stands, and who leads the side: *under the leadership of P*."""
    leaders = tables.words("leading-sides")
    joint = False
    at = side.last
    while at < stop:
        chunk = lists.chunks[at]
        index = lists.covering[at]
        item = lists.items[index] if index is not None else None
        if item and item.agents and all(agent.person for agent in item.agents):
            at = item.last
            continue
        if not (chunk.kind == "word" and (at in participles or chunk.text in leaders)):
            return False
        joint |= chunk.is_word("and")
        at += 1
    return joint
