"""Who is named around the verbs of one sentence: the lists behind words, and the subjects in front of verbs."""

from kg.extraction.participation.items import Agent, Item, Subject
from kg.extraction.participation.lists import ListReader
from kg.extraction.participation.parsed import Parsed
from kg.extraction.participation.subjects import SubjectReader

__all__ = ["Agent", "AgentReader", "Item", "Subject"]


class AgentReader(ListReader):
    """A reader of lists that knows the subjects of verbs too (``subjects``)."""

    def __init__(self, parsed: Parsed, participles: frozenset[int] = frozenset()) -> None:
        super().__init__(parsed)
        self.subjects = SubjectReader(self, participles)

    def before(self, at: int) -> list[Agent]:
        """The agents of the list that ends right before chunk ``at``: the subject of a verb there."""
        return list(self.subjects.subject(at).agents)
