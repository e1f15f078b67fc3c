"""Publishers' descriptors: how a house prints, and who speaks on its pages. Reading does not need them.

One TOML file a house in ``kg/extraction/publishers``; ``docs/publishers.md`` says how to write one.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from kg import resources
from kg.errors import KnowledgeError
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
    found = [
        house
        for house in among
        if not plain.isdisjoint(house.lines)
        or fold(house.issuer.name) in folded
        or (house.marks and any(map(text.__contains__, house.marks)))
    ]
    return _only(found)
