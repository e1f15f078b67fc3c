"""What is meant by a body here: a mention of it in the text, and all its mentions taken together."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body or state named at tokens ``[first, last)``; brackets with its acronym end at ``outer``.

    ``prefix`` says that it only qualifies the word that follows (*UN* entities, *EU* Coordinator). ``core`` is where
    its own name ends if that of its parent or state follows ("Business Council *of the* Organisation"), else 0.
    """

    first: int
    last: int
    outer: int
    rule: str
    acronym: str | None = None
    known: str | None = None
    is_state: bool = False
    prefix: bool = False
    is_alias: bool = False
    core: int = 0


@dataclass(slots=True)
class Body:
    """All mentions of one body in a document; ``name`` is its fullest printed form."""

    name: str
    mentions: list[BodyMention]
    acronym: str | None = None
    known: str | None = None
    is_state: bool = False
    also: list[str] = field(default_factory=list)
