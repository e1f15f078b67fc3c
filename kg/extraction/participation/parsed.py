"""One sentence as the readers of noun phrases and lists see it: its chunks, and what is known of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.extraction.participation.chunks import Chunk
from kg.extraction.person.people import PersonMention


@dataclass(frozen=True, slots=True)
class Parsed:
    """The chunks of a sentence.

    ``owner`` tells whose a title is and ``pronouns`` who is meant by one, both by first token; ``verbs`` are the chunks
    at which verbs begin.
    """

    chunks: Sequence[Chunk]
    owner: Mapping[int, PersonMention] = field(default_factory=dict)
    pronouns: Mapping[int, PersonMention] = field(default_factory=dict)
    verbs: frozenset[int] = frozenset()
