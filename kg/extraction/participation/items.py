"""Who is named in a sentence: an agent, the noun phrase that names him or somebody nobody names, a subject."""

from dataclasses import dataclass
from typing import Final

from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.person.people import PersonMention


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Agent:
    """A person or a body, or ``count`` members of a body. ``at`` is its chunk.

    ``begins`` is the first token of its words if they begin before the chunk (the number of a counted group).
    """

    at: Final[int]
    person: Final[PersonMention | None] = None
    body: Final[BodyMention | None] = None
    count: Final[int | None] = None
    begins: Final[int | None] = None


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Item:
    """The chunks ``[first, last)`` of one noun phrase, lead words included; nobody named: no agents.

    ``is_delegation`` says that the words are those of a delegation. An aside, if one ends the phrase, begins at
    ``aside``; items inside it are ``inner``, and join only one another.
    """

    first: Final[int]
    last: Final[int]
    agents: Final[tuple[Agent, ...]]
    is_delegation: Final[bool] = False
    aside: Final[int] = 0
    inner: Final[bool] = False


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Subject:
    """What stands as the subject of a verb: agents, or a meeting, or that of the verb before (``shared``).

    ``first`` is the chunk at which it begins; ``item`` is the last of its noun phrases.
    """

    agents: Final[tuple[Agent, ...]] = ()
    meeting: Final[MeetingMention | None] = None
    shared: Final[bool] = False
    first: Final[int | None] = None
    item: Final[Item | None] = None
    is_which: Final[bool] = False
    is_it: Final[bool] = False
