"""Who is named in a sentence: an agent, the noun phrase that names him or somebody nobody names, a subject."""

from dataclasses import dataclass

from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.person.people import PersonMention


@dataclass(frozen=True, slots=True)
class Agent:
    """A person or a body, or ``count`` members of a body. ``at`` is its chunk.

    ``begins`` is the first token of its words if they begin before the chunk (the number of a counted group).
    """

    at: int
    person: PersonMention | None = None
    body: BodyMention | None = None
    count: int | None = None
    begins: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """The chunks ``[first, last)`` of one noun phrase, lead words included; nobody named: no agents.

    ``is_delegation`` says that the words are those of a delegation. An aside, if one ends the phrase, begins at
    ``aside``; items inside it are ``inner``, and join only one another.
    """

    first: int
    last: int
    agents: tuple[Agent, ...]
    is_delegation: bool = False
    aside: int = 0
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands as the subject of a verb: agents, or a meeting, or that of the verb before (``shared``).

    ``first`` is the chunk at which it begins; ``item`` is the last of its noun phrases.
    """

    agents: tuple[Agent, ...] = ()
    meeting: MeetingMention | None = None
    shared: bool = False
    first: int | None = None
    item: Item | None = None
    is_which: bool = False
    is_it: bool = False
