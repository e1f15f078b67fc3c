"""Whom *the delegation* takes up, and *it* beside a verb of meeting: the body and the head of the one told of."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.participation.clauses import ClauseReader
from kg.extraction.participation.items import Item
from kg.extraction.participation.parsed import Group
from kg.extraction.words import tables

_BACK = 8
"""Rows back in which the delegation may have been told of or taken up."""
_IT = 2
_MOST = 3
_MANY = 8
"""Of so many delegations nobody can be meant."""
_TO_THE_NOUN = 3
_TOLD_MORE = ("of", "from", "led", "headed", "'s", "who", "for", "to", "in", "at", ":", "included")
"""Words behind the noun by which it is told whose it is, or another is told of."""

Name = Callable[[Agent], str | None]


class _Delegation(NamedTuple):
    """A delegation told of: by what noun, who was in it, and the row that spoke of it last."""

    noun: str
    agents: tuple[Agent, ...]
    row: int


class DelegationReader:
    """Finds those whom *the delegation* takes up, row by row; ``read`` gives the reader of a row."""

    def __init__(self, rows: Sequence[Row], read: Callable[[int], ClauseReader], name: Name) -> None:
        self.rows = rows
        self.read = read
        self.name = name
        self._told: dict[frozenset[str], _Delegation] = {}

    def all(self) -> dict[int, dict[int, Group]]:
        """By row, and by their first token, the words that take up a delegation."""
        found: dict[int, dict[int, Group]] = {}
        for number, row in enumerate(self.rows):
            nouns = row.said & tables.words("delegations-alone")
            phrases = [*_standing(row)] if nouns and self._told else []
            if self._told and "it" in row.said:
                phrases += self._its(number)
            for first, last in phrases:
                if agents := self._meant(number, row[last - 1].text):
                    found.setdefault(number, {})[row[first].first] = Group(last - first, agents)
            if nouns:
                self._keep(number)
        return found

    def _meant(self, number: int, noun: str) -> tuple[Agent, ...]:
        """Those of the one delegation told of shortly before; of two nobody is meant."""
        back = _IT if noun == "it" else _BACK
        near = [key for key, told in self._told.items() if number - told.row <= _BACK]
        told = self._told[near[0]] if len(near) == 1 else None
        if told is None or number - told.row > back or noun not in (told.noun, "delegation", "it"):
            return ()
        self._told[near[0]] = told._replace(row=number)
        return told.agents if len(told.agents) <= _MOST else ()

    def _keep(self, number: int) -> None:
        """Keep in mind the delegations of which a row tells: whose they are, and who heads them."""
        reader = self.read(number)
        led = [clause for clause in reader.clauses if clause.frame.subject == "head-of-delegation"]
        self._told = {key: told for key, told in self._told.items() if number - told.row <= _BACK}
        for item in reader.agents.items:
            noun = _noun(reader.chunks, item)
            if not noun or len(self._told) > _MANY:
                continue
            heads = [a for c in led for a in c.subject if a.person and self._is_of(c.object, item)]
            agents = {name: agent for agent in (*item.agents, *heads) if (name := self.name(agent))}
            several = noun not in tables.words("delegations-alone")  # *delegations* of Norway and Kenya
            for each in [{name: agent} for name, agent in agents.items()] if several else [agents]:
                self._tell(noun, each, number)

    def _tell(self, noun: str, agents: dict[str, Agent], number: int) -> None:
        """Keep one in mind, with what was told of it before."""
        if not agents:
            return
        known = next((key for key in self._told if key & agents.keys()), None)
        before = self._told.pop(known).agents if known else ()
        whole = {self.name(agent) or "": agent for agent in before} | agents
        self._told[frozenset(whole)] = _Delegation(noun, tuple(whole.values()), number)

    def _is_of(self, led: Sequence[Agent], item: Item) -> bool:
        """Whether what is led is this delegation: of the same body, or of none at all."""
        return {self.name(agent) for agent in led} <= {self.name(agent) for agent in item.agents}

    def _its(self, number: int) -> Iterator[tuple[int, int]]:
        """Where *it* stands right before a verb of meeting, of which it is said."""
        reader = self.read(number)
        for hit in reader.hits:
            own = any(frame.meeting == "own" and frame.kind != "signing" for frame in hit.options)
            if own and hit.first and reader.chunks[hit.first - 1].is_word("it"):
                yield hit.first - 1, hit.first


def _noun(chunks: Sequence[Chunk], item: Item) -> str:
    """The noun of a delegation in the words of an item, if it is one."""
    words = [chunk.text for chunk in chunks[item.first : item.last]] if item.is_delegation else []
    nouns = tables.words("delegation-nouns") - {"side", "sides"}
    return next((word for word in words if word in nouns), "")


def _standing(row: Row) -> Iterator[tuple[int, int]]:
    """Where the noun stands without a word of whose it is: *the delegation*, *the visiting delegation*."""
    for at, chunk in enumerate(row):
        if not chunk.is_word("the"):
            continue
        for end in range(at + 1, min(at + _TO_THE_NOUN, len(row))):
            word = row[end]
            if word.text in tables.words("delegations-alone") and word.kind == "word":
                behind = row[end + 1] if end + 1 < len(row) else None
                named = any(one.is_word("led", "headed", "comprising") for one in row[end + 2 : end + 3])
                if not (behind and (named or behind.is_word(*_TOLD_MORE) or behind.capital or behind.kind != "word")):
                    yield at, end + 1
            if word.kind != "word" or word.capital:
                break
