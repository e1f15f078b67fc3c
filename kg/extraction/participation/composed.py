"""Who met where a body is named with its members: *the Committee, comprising Norway, Kenya and Fiji,* met in Oslo."""

from dataclasses import replace

from kg.extraction.participation.items import Item, Subject
from kg.extraction.participation.lists import ListReader
from kg.extraction.words import tables

_FAR = 40
"""Chunks between the word for its members and the verb."""
_HELPERS = 2
"""Chunks of a verb with its auxiliary."""


def with_members(lists: ListReader, found: Subject, verb: int) -> Subject:
    """The subject of a verb behind such words: the body and those who make it up, all of them."""
    sits = any(chunk.text in tables.words("sitting-verbs") for chunk in lists.chunks[verb : verb + _HELPERS])
    at = _comprising(lists, verb) if sits else None
    whole = _whole(lists, at) if at is not None else None
    if at is None or (whole is None and not found.agents) or found.meeting or found.shared:
        return found
    parts = [item for item in lists.items_between(at + 1, verb) if item.last <= verb]
    if any(agent.person for item in parts for agent in item.agents):
        return found
    agents = tuple(agent for item in (*([whole] if whole else []), *parts) for agent in item.agents)
    first = whole.first if whole else parts[0].first
    return replace(found, agents=agents, first=first, item=whole or parts[-1]) if agents else found


def _comprising(lists: ListReader, verb: int) -> int | None:
    """Where a word for making up stands in front of the verb, with no other verb between."""
    for at in range(verb - 1, max(0, verb - _FAR), -1):
        chunk = lists.chunks[at]
        if chunk.kind == "word" and chunk.text in tables.words("comprising-words"):
            return at
        if at in lists.verbs or chunk.meeting or chunk.is_word(";", ":", ".", "that", "who"):
            return None
    return None


def _whole(lists: ListReader, at: int) -> Item | None:
    """The body that the members make up: *the Committee*, which comprises; *the Council (TC)* consisting of."""
    while at > 0 and lists.chunks[at - 1].is_word(",", "which", "is", "(", "-", "\u2013", "\u2014"):
        at -= 1
    index = lists.covering[at - 1] if at else None
    item = lists.items[index] if index is not None else None
    bodies = item is not None and all(agent.body and not agent.body.is_state for agent in item.agents)
    return item if item and item.agents and bodies else None
