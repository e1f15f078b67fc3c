"""Publishers' descriptors: how a house prints, and who speaks on its pages. Reading does not need them.

One TOML file a house in ``kg/extraction/publishers``; ``docs/publishers.md`` says how to write one.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction.text.tokens import tokenise
from kg.extraction.words.tables import demonyms, states
from kg.model.names import fold
from kg.model.text import Document

_TOP, _END = 12, 6  # lines of a page in which it says whose it is
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who speaks on a page: the body, and the state (an id of ``states.tsv``) to whose government it belongs."""

    name: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class House:
    """One descriptor. ``headings`` are lines above a text that are no headline, ``furniture`` lines to leave out."""

    identifier: str
    name: str
    issuer: Issuer
    hosts: tuple[str, ...] = ()
    lines: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    month_first: bool = False
    headings: frozenset[str] = frozenset()
    furniture: tuple[str, ...] = ()

    def is_heading(self, line: str) -> bool:
        """Whether a line is one of the house's own headings."""
        return line.rstrip(":").casefold() in self.headings

    def is_furniture(self, line: str) -> bool:
        """Whether a line begins with furniture of the house; one word alone must be the whole line."""
        plain = line.casefold()
        return any(_begins(plain, form) for form in self.furniture)


def house_of(document: Document, masked: str) -> House | None:
    """The house that a document comes from: by its address, its publisher, or what its first and last lines print."""
    host = urlsplit(document.url).hostname if document.url else None
    by_host = [house for house in houses() if host and any(_is_under(host, own) for own in house.hosts)]
    if by_host:
        return _only(by_host) or _by_lines(_edges(masked), by_host)
    publisher = fold(document.publisher) if document.publisher else ""
    named = [house for house in houses() if publisher and publisher in (fold(house.name), fold(house.issuer.name))]
    return _only(named) or _by_lines(_edges(masked), houses())


def issuer_of(house: House | None, publisher: str | None) -> Issuer | None:
    """Who speaks on a page: by the descriptor, else the publisher told by metadata, with its state."""
    if house:
        return house.issuer
    return Issuer(publisher, _state_in(publisher)) if publisher else None


def _state_in(name: str) -> str | None:
    """The id of the one state that a body's name names, or None."""
    tokens = tokenise(name)
    hits = [table.match(tokens, at) for at in range(len(tokens)) for table in (states(), demonyms())]
    found = {hit.row["id"] for hit in hits if hit and tokens[hit.first].is_capitalised}
    return found.pop() if len(found) == 1 else None


@cache
def houses() -> tuple[House, ...]:
    """Every descriptor, by file name. Raises :class:`kg.errors.KnowledgeError` for one that is not as agreed."""
    return tuple(_house(path.stem, path.read_text("utf-8")) for path in sorted(resources.publishers().glob("*.toml")))


def _house(identifier: str, text: str) -> House:
    try:
        plain = tomllib.loads(text)
        match, furniture = plain["match"], plain["furniture"]
        return House(
            identifier,
            plain["name"],
            Issuer(plain["issuer"], plain.get("state")),
            hosts=tuple(match["hosts"]),
            lines=frozenset(line.casefold() for line in match["lines"]),
            marks=tuple(match["marks"]),
            month_first=plain["dateline"]["order"] == "mdy",
            headings=frozenset(line.rstrip(":").casefold() for line in furniture["headings"]),
            furniture=tuple(line.casefold() for line in furniture["boilerplate"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise KnowledgeError(f"expected a descriptor as docs/publishers.md says, found {error}: {identifier}") from None


def _only(found: Sequence[House]) -> House | None:
    return found[0] if len(found) == 1 else None


def _is_under(host: str, own: str) -> bool:
    return host == own or host.endswith("." + own)


def _begins(line: str, form: str) -> bool:
    if not line.startswith(form):
        return False
    if form.isalpha():
        return line.rstrip(" .:") == form
    return not (form[-1].isalnum() and line[len(form) : len(form) + 1].isalnum())


def _edges(masked: str) -> list[str]:
    """The first and last printed lines of a page, the long ones left out."""
    top = re.findall(r"\S[^\n]*", masked[: _TOP * _LONGEST_LINE])[:_TOP]
    end = re.findall(r"\S[^\n]*", masked[-_END * _LONGEST_LINE :])[-_END:]
    return [line.strip() for line in (*top, *end) if len(line) <= _LONGEST_LINE]


def _by_lines(lines: Iterable[str], among: Iterable[House]) -> House | None:
    """The one house of several whose letterhead stands among the lines; nobody if two may be meant."""
    printed = list(lines)
    plain = {line.casefold().strip(" .:|") for line in printed}
    folded, text = set(map(fold, plain)), "\n".join(printed)
    told = {name for line in plain & _by_line().keys() for name in _by_line()[line]}
    told |= {name for line in folded & _by_issuer().keys() for name in _by_issuer()[line]}
    told |= {name for mark, name in _marks() if mark in text}
    return _only([house for house in among if house.identifier in told]) if told else None


@cache
def _by_line() -> dict[str, list[str]]:
    """The houses that print each line."""
    found = defaultdict(list)
    for house in houses():
        for line in house.lines:
            found[line].append(house.identifier)
    return dict(found)


@cache
def _by_issuer() -> dict[str, list[str]]:
    """The houses by the folded names of those who speak on their pages."""
    found = defaultdict(list)
    for house in houses():
        found[fold(house.issuer.name)].append(house.identifier)
    return dict(found)


@cache
def _marks() -> tuple[tuple[str, str], ...]:
    """What only one house prints, with that house."""
    return tuple((mark, house.identifier) for house in houses() for mark in house.marks)
