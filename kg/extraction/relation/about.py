"""Ties told by a house's account of itself, the paragraph under *About the Agency*, which is no part of the story."""

from collections.abc import Iterator, Sequence

from kg.extraction.body.bodies import Body, BodyMention
from kg.extraction.body.samebodies import unite_bodies
from kg.extraction.body.shortened import shortened
from kg.extraction.computed import computed
from kg.extraction.participation.chunks import Row, chunked, of_sentence
from kg.extraction.relation.pagerows import BodyRows
from kg.extraction.relation.relations import Tie, ties
from kg.extraction.text.page import Page, Sentence


class About:
    """Reads those paragraphs of one page; ``printed`` are all mentions of bodies, ``told`` the bodies of the story."""

    def __init__(self, page: Page, printed: Sequence[BodyMention], told: Sequence[Body]) -> None:
        self.page = page
        self.printed = printed
        self.told = told

    def ties(self) -> Iterator[Tie]:
        """Every tie told, in order; the first sentence goes on about the body of the heading."""
        if self.page.about:
            yield from ties(self._rows, self._subject)

    def name_of(self, mention: BodyMention) -> str | None:
        """The name of a body mentioned there: that of the story, if it is one of it."""
        return self._names.get((mention.first, mention.last)) if self.page.about else None

    @computed
    def _bodies(self) -> list[Body]:
        return unite_bodies(self.page, list(self.printed))

    @computed
    def _names(self) -> dict[tuple[int, int], str]:
        told = {(m.first, m.last): body.name for body in self.told for m in body.mentions}
        found: dict[tuple[int, int], str] = {}
        for body in self._bodies:
            spans = [(m.first, m.last) for m in body.mentions]
            name = next((told[span] for span in spans if span in told), body.name)
            found |= dict.fromkeys(spans, name)
        return found

    @computed
    def _rows(self) -> BodyRows:
        begins = chunked(self.page, [], [], list(self.printed), [])
        named = shortened(self.page, self._bodies) | {m.first: m for body in self._bodies for m in body.mentions}
        return BodyRows(self.page, [Row(of_sentence(begins, sentence)) for sentence in self.page.about], named)

    @computed
    def _subject(self) -> BodyMention | None:
        """The body of the heading over the first of those paragraphs, if it names but one."""
        first = self.page.about[0].first
        above = [sentence for sentence in self.page.sentences if sentence.last <= first]
        heading: Sentence | None = above[-1] if above else None
        if heading is None:
            return None
        found = [m for m in self.printed if heading.first <= m.first < heading.last and not m.is_state]
        return found[0] if len(found) == 1 else None
