"""One sentence as the readers of noun phrases and lists see it: its chunks, and what is known of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.extraction.participation.chunks import Row
from kg.extraction.participation.items import Agent
from kg.extraction.person.people import PersonMention


@dataclass(frozen=True, slots=True)
class Group:
    """Those whom a plural of so many chunks takes up: *the two ministers*."""

    length: int
    agents: tuple[Agent, ...]


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Parsed:
    """The chunks of a sentence.

    ``owner`` tells whose a title is, ``pronouns`` who is meant by one and ``groups`` who by a plural, all by first
    token; ``verbs`` are the chunks at which verbs begin.
    """

    chunks: Final[Row]
    owner: Final[Mapping[int, PersonMention]] = field(default_factory=dict)
    pronouns: Final[Mapping[int, PersonMention]] = field(default_factory=dict)
    verbs: Final[frozenset[int]] = frozenset()
    groups: Final[Mapping[int, Group]] = field(default_factory=dict)
