"""Where the words of a verb end: at the subject of the next one, at a participle, at the end of an entry of a list."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extraction.computed import computed
from kg.extraction.participation.agents import AgentReader, Subject
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.verbs import VerbHit, is_reduced


class Extents:
    """Finds how far the verbs of one sentence reach."""

    def __init__(self, agents: AgentReader, hits: Sequence[VerbHit]) -> None:
        self.chunks: Sequence[Chunk] = agents.chunks
        self.agents = agents
        self.hits = hits

    def end(self, number: int, subjects: Sequence[Subject]) -> int:
        """Where the words of a verb end; ``subjects`` are those of all verbs."""
        return min(self._next(number, subjects), self._entry_ends(self.hits[number]))

    def _next(self, number: int, subjects: Sequence[Subject]) -> int:
        """Where the words of a verb end: at the subject of the next one that stands in no aside of a list."""
        after = (n for n in range(number + 1, len(self.hits)) if not self.agents.is_aside(self.hits[n].first))
        number_behind = next(after, None)
        if number_behind is None:
            return len(self.chunks)
        following, subject = self.hits[number_behind], subjects[number_behind]
        by = following.form == "ing" and self.hits[number].end < following.first
        apart = following.first and self.chunks[following.first - 1].is_word(",")
        # opened by P, *representing* Q; met P, *visiting* Q
        told_of_here = following.first and self.chunks[following.first - 1].is_word("who", "which", *("," * by))
        modifies = is_reduced(self.chunks, following) or (following.form == "ing" and not apart)
        if told_of_here or modifies:
            return following.first  # whoever is told of by *who* or a participle is named in these words
        begins = subject.first if subject.first is not None and subject.agents else None
        if begins is not None and begins >= self.hits[number].end:
            return begins
        return following.first

    def _entry_ends(self, hit: VerbHit) -> int:
        """Where the entry of a list ends in which a verb stands: *Speakers:* P welcomed the Board*;* Q thanked it."""
        ends = self._entry_marks
        at = bisect_left(ends, hit.end) if self._colon < hit.first else len(ends)
        return ends[at] if at < len(ends) else len(self.chunks)

    @computed
    def _colon(self) -> int:
        """Where the first colon stands, else the end."""
        marks = (at for at, chunk in enumerate(self.chunks) if chunk.is_word(":"))
        return next(marks, len(self.chunks)) if ":" in self.agents.said else len(self.chunks)

    @computed
    def _entry_marks(self) -> list[int]:
        """Where the marks set between the entries of a list stand."""
        if ";" not in self.agents.said:
            return []
        marks = (at for at, chunk in enumerate(self.chunks) if chunk.is_word(";"))
        return [at for at in marks if self.chunks[at].first == self.chunks[at].last]
