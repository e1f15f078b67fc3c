"""Who is named around the verbs of one sentence: the lists behind words, and the subjects in front of verbs."""

from collections.abc import Mapping, Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Agent, Item
from kg.extraction.participation.lists import ListReader
from kg.extraction.participation.subjects import Subject, SubjectReader
from kg.extraction.person.people import PersonMention

__all__ = ["Agent", "AgentReader", "Item", "Subject"]


class AgentReader(ListReader):
    """A reader of lists that knows the subjects of verbs too (``subjects``)."""

    def __init__(
        self,
        chunks: Sequence[Chunk],
        owner: Mapping[int, PersonMention],
        pronouns: Mapping[int, PersonMention] | None = None,
        verbs: frozenset[int] = frozenset(),
        participles: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(chunks, owner, pronouns, verbs)
        self.subjects = SubjectReader(self, participles)

    def before(self, at: int) -> list[Agent]:
        """The agents of the list that ends right before chunk ``at``: the subject of a verb there."""
        return list(self.subjects.subject(at).agents)
