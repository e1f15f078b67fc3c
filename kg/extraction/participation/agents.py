"""Who is named around the verbs of one sentence: the lists behind words, and the subjects in front of verbs."""

from collections.abc import Sequence
from itertools import pairwise

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

    def listed_before(self, at: int) -> list[Agent]:
        """The agents of the list that ends at chunk ``at``, or those in whose aside it stands: P, *as host,* spoke."""
        listed = [agent for item in self.items_before(at) for agent in item.agents]
        return listed or (self.before(at) if self.is_aside(at) else [])

    def before_comma(self, agents: Sequence[Agent]) -> list[Agent]:
        """Those named in front of the comma behind which who came follows: *at the invitation of P,* Q and R came."""
        for number, (one, other) in enumerate(pairwise(agents), 1):
            between = self.chunks[one.at + 1 : other.at]
            if any(chunk.is_word(",") for chunk in between) and not between[-1].is_word("and"):
                return list(agents[:number])
        return list(agents)

    def company_in_front(self, verb: int, subject: Subject) -> tuple[Agent, ...]:
        """With whom the sentence opens, in front of the subject of a verb: *With Minister Q,* P discussed the tides.

        No comma is needed before a pronoun: *With Minister Q* she signed it.
        """
        if not subject.agents or not self.chunks[0].is_word("with"):
            return ()
        first = subject.agents[0].at
        found = tuple(agent for agent in self.before_comma(self.after(1, verb)[0]) if agent.at < first)
        between = self.chunks[found[-1].at + 1 : first + 1] if found else ()
        pronoun = len(between) == 1 and between[0].is_word("he", "she")
        return found if pronoun or any(chunk.is_word(",") for chunk in between) else ()
