"""A sentence beside the claims of its page: who is named in it of whom nothing was read, and by which words."""

from collections.abc import Callable
from functools import cached_property

from kg.extraction.said import Said, TokenSpan
from kg.extraction.text.page import Sentence
from kg.extraction.words import tables


class Sight:
    """One sentence, and who is named in it of whom the claims of the page say nothing."""

    def __init__(self, said: Said, sentence: Sentence) -> None:
        self.said, self.sentence = said, sentence
        self.page = said.page

    @property
    def offsets(self) -> tuple[int, int]:
        """Where the sentence begins and ends in the text."""
        return self.page.tokens[self.sentence.first].start, self.page.tokens[self.sentence.last - 1].end

    @cached_property
    def people(self) -> list[TokenSpan]:
        """The people named."""
        return self.said.found(self.sentence, self.said.people)

    @cached_property
    def idle(self) -> list[TokenSpan]:
        """The people who take part in nothing."""
        return self.said.found(self.sentence, self.said.idle_people)

    @property
    def idle_names(self) -> frozenset[str]:
        """By their last words, case-folded: a surname."""
        return frozenset(self.page.tokens[last - 1].lower for _, last in self.idle)

    @cached_property
    def acting(self) -> list[TokenSpan]:
        """All who take part in nothing and may act here."""
        return self.said.acting(self.sentence)

    @cached_property
    def passed_over(self) -> list[TokenSpan]:
        """The people of whom no part was read here, whatever else they take part in."""
        return self.said.unread(self.sentence)

    @cached_property
    def agents(self) -> list[TokenSpan]:
        """All who are named."""
        return self.said.found(self.sentence, self.said.agents)

    @cached_property
    def is_partly_read(self) -> bool:
        """Whether somebody's part was read here."""
        return any(self.said.in_parts[self.sentence.first : self.sentence.last])

    @cached_property
    def attending(self) -> list[int]:
        """Where a verb of taking part, hosting or speaking stands."""
        return self.places("attending-verbs")

    @cached_property
    def deciding(self) -> list[int]:
        """The same, of the verbs that are said of bodies too."""
        return self.places("deciding-verbs")

    def places(self, name: str) -> list[int]:
        """Where the words of ``NAME.txt`` stand."""
        return self.page.places(tables.phrases(name), self.sentence.first, self.sentence.last)


Sign = Callable[[Sight], TokenSpan | None]
"""The words of a sentence that show a sign, or None."""
