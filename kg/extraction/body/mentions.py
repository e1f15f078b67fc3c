"""What is meant by a body here: a mention of it in the text, and all its mentions taken together."""

from dataclasses import dataclass, field
from typing import Final

_COMPLETED_BY = frozenset(("of", "for", "on", "against", "in", "to"))


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class BodyMention:
    """A body or state named at tokens ``[first, last)``; brackets with its acronym end at ``outer``.

    ``prefix`` says that it only qualifies the word that follows (*UN* entities, *EU* Coordinator). ``core`` is where
    its own name ends if that of its parent or state follows ("Business Council *of the* Organisation"), else 0.
    """

    first: Final[int]
    last: Final[int]
    outer: Final[int]
    rule: Final[str]
    acronym: Final[str | None] = None
    known: Final[str | None] = None
    is_state: Final[bool] = False
    prefix: Final[bool] = False
    is_alias: Final[bool] = False
    core: Final[int] = 0


@dataclass(slots=True)
class Body:
    """All mentions of one body in a document; ``name`` is its fullest printed form."""

    name: str
    mentions: list[BodyMention]
    acronym: str | None = None
    known: str | None = None
    is_state: bool = False
    also: list[str] = field(default_factory=list)


def last_head(name: str) -> str:
    """The word that ends a name, what it is for or of left out: Executive *Directorate* of the Tide Committee."""
    words = name.casefold().split()
    ends = next((k for k, word in enumerate(words) if k and word in _COMPLETED_BY), len(words))
    return words[ends - 1]
