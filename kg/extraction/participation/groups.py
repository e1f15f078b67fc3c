"""Whom a plural takes up: *they*, *both ministers*, *the two sides* are those told of together before, or nobody."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.computed import computed
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.participation.clauses import Clause, ClauseReader
from kg.extraction.participation.frames import AWAY
from kg.extraction.participation.parsed import Group
from kg.extraction.participation.theirs import together
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_BACK = 6
"""Rows back in which those taken up may have been told of together."""
_MOST = 6
_PAIR = 2
_TALKS = ("meeting", "consultation", "dialogue")
_PLURALS = frozenset(("they", "the", "both"))
"""Words with which a plural may begin."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "both": 2}
_NAMED_BEHIND = ("of", "from", "for", ":", "'s", "'", "in", "to", "who", "at")

Name = Callable[[Agent], str | None]


@dataclass(frozen=True, slots=True)
class _Plural:
    """A plural at chunks ``[first, last)``: its noun (empty: *they*), and how many it says they are (0: unsaid)."""

    first: int
    last: int
    noun: str
    count: int


class GroupReader:
    """Finds those whom the plurals of a page take up, row by row; ``read`` gives the reader of a row."""

    def __init__(self, page: Page, rows: Sequence[Row], read: Callable[[int], ClauseReader], name: Name) -> None:
        self.page = page
        self.rows = rows
        self.read = read
        self.name = name
        self._of_row: dict[int, tuple[Agent, ...]] = {}
        self._told: dict[tuple[int, bool | None], tuple[Agent, ...]] = {}
        self._named: dict[int, set[str]] = {}
        self._of_others: dict[int, bool] = {}

    def all(self) -> dict[int, dict[int, Group]]:
        """By row, and by their first token, the plurals that take up somebody."""
        found: dict[int, dict[int, Group]] = {}
        said: set[str] = set()
        told = [list(_plurals(row)) for row in self.rows]
        last = max((number for number, plurals in enumerate(told) if plurals), default=-1)
        for number, (row, plurals) in enumerate(zip(self.rows[: last + 1], told, strict=False)):
            named = next((at for at, chunk in enumerate(row if plurals else ()) if _names_somebody(chunk)), len(row))
            for plural in plurals:
                taken = self._of_row.get(number) if not plural.noun else None  # *The Ministers* left, as *they* do
                own = not plural.noun and named < plural.first  # Minister P said *they* met: of whom his row speaks
                known = not own and (plural.count or plural.noun not in said)
                agents = taken or (self._meant(number, plural) if known else ())
                if agents:
                    found.setdefault(number, {})[row[plural.first].first] = Group(plural.last - plural.first, agents)
                    self._of_row[number] = agents
            if number not in found:
                said.update(word for chunk in row if (word := chunk.noun or chunk.text).endswith("s"))
        return found

    def _meant(self, number: int, plural: _Plural) -> tuple[Agent, ...]:
        """Those whom a plural of a row takes up, if it is clear who they are."""
        between: set[str] = set()
        for before in range(number - 1, max(-1, number - _BACK - 1), -1):
            agents = self._of_row.get(before) or self._together_in(before, of_people=_is_of_people(plural.noun))
            if agents and self._fits(before, plural, agents):
                others = between - self._names(agents)
                named = () if self._met(before) else self._of_name(number, plural)
                return () if others and not plural.count else named or agents
            if not plural.noun and self._speaks_of_others(before):
                return ()
            between |= self._named_in(before)
        return self._of_name(number, plural)

    def _met(self, number: int) -> bool:
        """Whether a row tells that some met or held talks, who are then the sides."""
        told = self.read(number).clauses
        talks = (one.meeting for one in told if one.meeting and one.meeting.kind in _TALKS)
        return any(one.frame.kind == "meeting" for one in told) or any(not one.joined for one in talks)

    def _of_name(self, number: int, plural: _Plural) -> tuple[Agent, ...]:
        """The two by whom a meeting told of before is called, whoever is named since: *the two sides* are those."""
        if plural.count != _PAIR or _is_of_people(plural.noun) is not False:
            return ()
        return next(filter(None, map(self._joined, range(number - 1, max(-1, number - _BACK - 1), -1))), ())

    def _together_in(self, number: int, *, of_people: bool | None) -> tuple[Agent, ...]:
        """Those of whom a row tells that they did something together, looked for once."""
        if (number, of_people) not in self._told:
            self._told[number, of_people] = self._together(number, of_people)
        return self._told[number, of_people]

    def _together(self, number: int, of_people: bool | None) -> tuple[Agent, ...]:
        """Those of whom a row tells that they did something together: P met Q; *P and Q* opened it."""
        for clause in reversed(self.read(number).clauses):
            agents = () if _is_of_absence(clause) else (*clause.subject, *clause.object, *clause.partners)
            several = self._several(agents, of_people)
            if several and not clause.unnamed:
                return several
        listed = together(self.read(number).agents, len(self.rows[number]))
        several = self._several([agent for agent, _ in listed or ()], of_people)
        return several or (self._joined(number) if of_people is False else ())

    def _joined(self, number: int) -> tuple[Agent, ...]:
        """The two by whom a meeting of a row is called: the *Norway-Kenya* Dialogue was held. Both sides …"""
        named = ((at, chunk.meeting) for at, chunk in enumerate(self.rows[number]) if chunk.meeting)
        pairs = (tuple(Agent(at, body=body) for body in one.joined) for at, one in named if len(one.joined) == _PAIR)
        return next(pairs, ())

    def _several(self, agents: Sequence[Agent], of_people: bool | None) -> tuple[Agent, ...]:
        """The people among them, or else the bodies, if they are several."""
        people = {self.name(agent): agent for agent in agents if agent.person}
        bodies = {self.name(agent): agent for agent in agents if agent.body and not agent.count}
        several = bodies if of_people is False or (of_people is None and not people) else people
        several.pop(None, None)
        return tuple(several.values()) if 1 < len(several) <= _MOST else ()

    def _fits(self, number: int, plural: _Plural, agents: Sequence[Agent]) -> bool:
        """Whether they are as many as the plural says, and have the post that it names."""
        if plural.count and plural.count != len(agents):
            return False
        if not plural.noun:
            return not self._speaks_of_others(number)
        return plural.noun in _nouns() or all(self._holds(plural.noun, agent) for agent in agents)

    def _holds(self, noun: str, agent: Agent) -> bool:
        """Whether somebody holds a post of that name."""
        return noun in self._posts.get(self.name(agent), ())

    @computed
    def _posts(self) -> dict[str | None, set[str]]:
        """The words of the posts of everybody, in the plural, by name."""
        posts: dict[str | None, set[str]] = {}
        for number, row in enumerate(self.rows):
            for chunk in row:
                holder = self.read(number).agents.owner.get(chunk.first) if chunk.titles else None
                if holder and chunk.titles:
                    words = (word for one in chunk.titles.titles for word in one.role(self.page).casefold().split())
                    posts.setdefault(self.name(Agent(0, person=holder)), set()).update(f"{word}s" for word in words)
        return posts

    def _speaks_of_others(self, number: int) -> bool:
        """Whether a row speaks of people whom nobody names: *they* may be those."""
        if number not in self._of_others:
            links = self.read(number).agents.links
            self._of_others[number] = any(links.is_of_people(at) for at in range(len(self.rows[number])))
        return self._of_others[number]

    def _named_in(self, number: int) -> set[str]:
        """The people whom a row names."""
        if number not in self._named:
            items = self.read(number).agents.items
            self._named[number] = self._names(agent for item in items for agent in item.agents if agent.person)
        return self._named[number]

    def _names(self, agents: Iterable[Agent]) -> set[str]:
        return {name for agent in agents if (name := self.name(agent))}


def _names_somebody(chunk: Chunk) -> bool:
    return bool(chunk.person or chunk.body or chunk.titles)


def _is_of_absence(clause: Clause) -> bool:
    frame = clause.frame
    return clause.hit.negative or frame.object in AWAY or bool(frame.presence and frame.presence != "present")


@cache
def _nouns() -> Mapping[str, tables.Row]:
    return {row.form: row for row in tables.rows("pair-nouns")}


def _is_of_people(noun: str) -> bool | None:
    """Whether a noun is one of people, as that of a post is, or of bodies; None: there is no noun."""
    row = _nouns().get(noun)
    return row["of"] == "people" if row else True if noun else None


def _plurals(row: Row) -> Iterator[_Plural]:
    """The plurals of a row by which somebody may be taken up."""
    for at in row.places(_PLURALS):
        chunk = row[at]
        if chunk.kind != "word":
            continue
        plural = _Plural(at, at + 1, "", 0) if chunk.text == "they" else _phrase(row, at)
        if plural:
            yield plural


def _phrase(row: Sequence[Chunk], at: int) -> _Plural | None:
    """*the two leaders*, *both sides*, *the Ministers*, at ``at``, if the phrase ends there."""
    count = _NUMBERS.get(row[at].text, 0)
    end = at + 1
    if not count and end < len(row) and row[end].text in _NUMBERS:
        count, end = _NUMBERS[row[end].text], end + 1
    if end >= len(row):
        return None
    noun = row[end].noun if row[end].titles else row[end].text
    known = _nouns().get(noun)
    titles = row[end].titles
    title = titles is not None and titles.titles[-1].plural is not None and titles.titles[-1].body is None
    if not (title or (known and (count or known["bare"]))):
        return None
    behind = row[end + 1] if end + 1 < len(row) else None
    named = behind and (behind.kind != "word" or behind.is_word(*_NAMED_BEHIND) or behind.capital)
    return None if named else _Plural(at, end + 1, noun, count)
