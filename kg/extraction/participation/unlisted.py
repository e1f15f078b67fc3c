"""Items of a list that name none who came: whence somebody is, whose post he holds, the whole whose organs follow."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Item
from kg.extraction.participation.links import LinkReader
from kg.extraction.participation.whereabouts import says_where
from kg.extraction.words import tables

_SEVERAL = 2
"""Bodies of a list that say whence people are, each behind his name: one alone may have come itself."""


class UnlistedItems:
    """Leaves them out of the lists of one sentence."""

    def __init__(self, chunks: Sequence[Chunk], links: LinkReader) -> None:
        self.chunks = chunks
        self.links = links

    def left(self, items: Sequence[Item]) -> Iterator[Item]:
        """The items but for bodies that say whence the person is who heads an entry: P, Judge, *Court, B*; Q, Judge.

        In the last entry they may be others who came.
        """
        opens = {number for number, item in enumerate(items) if not number or self._is_parted(items[number - 1], item)}
        last = max(opens, default=0)
        homes = self._homes(items) | self._lands(items) if len(items) > 1 else frozenset[int]()
        personal = False
        shared = len(items) > 1 and self._shares_title(items[0])
        for number, item in enumerate(items):
            if number in homes:
                continue
            if shared and number and self._is_seat(items[number : number + 2]):
                continue
            if number + 1 < len(items) and self._is_whole(item):
                continue
            if item.agents and all(says_where(self.chunks, agent.at) for agent in item.agents):
                continue
            if number in opens:
                personal = any(agent.person for agent in item.agents)
            bare = item.agents and all(agent.body and agent.at - item.first < 2 for agent in item.agents)
            if number in opens or not (personal and bare and number < last):
                yield item

    def _homes(self, items: Sequence[Item]) -> frozenset[int]:
        """The items that say whence the person in front is, where all bodies listed do: P, *Court*, Q, *B*."""
        bodies = [number for number, item in enumerate(items) if any(agent.body for agent in item.agents)]
        if len(bodies) < _SEVERAL or not all(
            number and self._is_home(*items[number - 1 : number + 1]) for number in bodies
        ):
            return frozenset()
        return frozenset(bodies)

    def _lands(self, items: Sequence[Item]) -> frozenset[int]:
        """The states that only say where the body before them is: by the Academy*, Kenya,* and the Centre*, Norway*.

        Each body has one, or the last alone has, and no *and* leads to it.
        """
        behind = [number for number in range(1, len(items)) if self._is_land(*items[number - 1 : number + 1])]
        states = [number for number, item in enumerate(items) if self._is_of(item, state=True)]
        bodies = [number for number, item in enumerate(items) if self._is_of(item, state=False)]
        every = len(behind) > 1 and behind == states and len(bodies) == len(states)
        words = self.chunks[items[0].first : items[-1].first] if items else ()
        ends = behind[-1:] == [len(items) - 1] and (
            len(items) == _SEVERAL or any(c.is_word("and", "with") for c in words)
        )
        return frozenset(behind if every else behind[-1:] if ends else ())

    def _is_land(self, body: Item, land: Item) -> bool:
        between = self.chunks[body.last : land.first]
        alone = self._is_of(body, state=False) and self._is_of(land, state=True) and land.last - land.first == 1
        named = all(chunk.capital for chunk in between[:-1])  # the Academy *Lagoonhurst*, Kenya
        return alone and named and len(between) > 0 and between[-1].is_word(",")

    def _is_of(self, item: Item, *, state: bool) -> bool:
        """Whether an item is one body alone, a state or no state."""
        body = item.agents[0].body if len(item.agents) == 1 else None
        return body is not None and body.is_state == state

    def _is_home(self, person: Item, home: Item) -> bool:
        """Whether a body without article stands behind a person alone and his comma: P*, Court*."""
        alone = (
            len(person.agents) == 1 and person.agents[0].person is not None and person.last - person.agents[0].at == 1
        )
        between = self.chunks[person.last : home.first]
        comma = len(between) == 1 and between[0].is_word(",")
        return alone and comma and len(home.agents) == 1 and home.last - home.first == 1

    def _is_whole(self, item: Item) -> bool:
        """Whether the whole of organs or states that follow is named: *the NPA bodies* \u2013 A, B; *states*: A."""
        if item.last >= len(self.chunks) or not self.chunks[item.last].is_word(":", "\u2013", "\u2014"):
            return False
        states = any(chunk.text in tables.words("states-in-number") for chunk in self.chunks[item.first : item.last])
        return states or self.links.is_organ(item.last - 1)

    def _shares_title(self, item: Item) -> bool:
        """Whether a list begins with a title that several share: *the ministers* of Norway, P, Kenya, Q."""
        chunks = self.chunks[max(0, item.first - 1) : item.last]
        if any(chunk.kind == "word" and chunk.text in _peers() for chunk in chunks):
            return True  # his *counterparts* from Norway, P, Kenya, Q
        return any(title.plural for chunk in chunks if chunk.titles for title in chunk.titles.titles)

    def _is_seat(self, items: Sequence[Item]) -> bool:
        """Whether a state says whose post the person behind its comma holds: *Kenya*, Q."""
        if len(items) < 2 or not all(agent.body and agent.body.is_state for agent in items[0].agents):
            return False
        between = self.chunks[items[0].last : items[1].first]
        return len(between) == 1 and between[0].is_word(",") and any(agent.person for agent in items[1].agents)

    def _is_parted(self, item: Item, following: Item) -> bool:
        return any(chunk.is_word(";") for chunk in self.chunks[item.last : following.first])


@cache
def _peers() -> frozenset[str]:
    """Words for several who are met: his *counterparts* from Norway, P, Kenya, Q."""
    return frozenset(word for word in tables.words("counterpart-words") if word.endswith("s"))
