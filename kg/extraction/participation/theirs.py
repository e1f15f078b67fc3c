"""Who took part by the pronoun that ties them to it: *their* third Dialogue; talks *in which* A and B looked ahead."""

from collections.abc import Iterator, Sequence

from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.words import tables

_TO_THE_NOUN = 3
_TO_WHICH = 4
_PAIR = 2

Named = tuple[Agent, Chunk]


def together(agents: AgentReader, stop: int) -> tuple[Named, ...] | None:
    """The one list of several that is named before chunk ``stop``; empty if others are named too, None if nobody is."""
    named = [item for item in agents.items if item.agents and item.last <= stop and not item.inner]
    named = [item for item in named if len({agent.at for agent in item.agents}) == len(item.agents)] or named
    if not named:
        return None  # else those named go before a plural that takes up others
    first = agents.items_before(named[-1].last)
    several = [agent for item in first for agent in item.agents]
    alone = len(first) == len(named) and len(several) > 1
    return tuple((agent, agents.chunks[agent.at]) for agent in several) if alone else ()


class TheirParts(PartReader):
    """Reads these parts in one sentence; ``behind`` are those named in the sentence before."""

    def __init__(self, agents: AgentReader, scene: Scene, behind: AgentReader | None) -> None:
        super().__init__(agents, scene)
        self.behind = behind

    @computed
    def before(self) -> tuple[Named, ...]:
        """Those named together in the sentence before."""
        return (together(self.behind, len(self.behind.chunks)) or ()) if self.behind else ()

    def all(self) -> Iterator[Part]:
        """Every part, meeting by meeting."""
        for at, chunk in enumerate(self.chunks):
            meeting = self.scene.meeting_of.get(chunk.meeting) if chunk.meeting else None
            if meeting and self._is_of_sides(meeting):
                yield from self._theirs(at, meeting)
                yield from self._his(at, meeting)
                yield from self._in_which(at, meeting)
            if meeting:
                yield from self._where(at, meeting)
                yield from self._had(at, meeting)

    @staticmethod
    def _is_of_sides(meeting: Meeting) -> bool:
        return meeting.kind in tables.meetings("had") or meeting.kind in tables.meetings("sided")

    def _theirs(self, at: int, meeting: Meeting) -> Iterator[Part]:
        """Norway and Kenya signed it *at their third Dialogue*; it was signed by them. This was at *their* Dialogue."""
        near = range(max(0, at - _TO_THE_NOUN), at)
        their = next((pos for pos in near if self.chunks[pos].is_word("their")), None)
        if their is None or any(self.chunks[pos].kind != "word" for pos in range(their, at)):
            return
        if their and self.chunks[their - 1].text not in tables.words("their-leads"):
            return  # strengthened *their dialogue*
        here = together(self.agents, their)
        unnamed = any(self.agents.links.is_of_people(pos) or self.chunks[pos].titles for pos in range(their))
        named = here if here is not None else () if unnamed else self.before
        yield from self._of(at, meeting, named, "part.theirs")

    def _his(self, at: int, meeting: Meeting) -> Iterator[Part]:
        """P called for nets. *This came during his meeting* with Q: P, if nobody else is named before it."""
        near = range(max(1, at - _TO_THE_NOUN), at)
        his = next((pos for pos in near if self.chunks[pos].is_word("his", "her")), None)
        if his is None or self.behind is None or any(self.chunks[pos].kind != "word" for pos in range(his, at)):
            return
        others = any(
            chunk.person or chunk.titles or self.agents.links.is_of_people(at)
            for at, chunk in enumerate(self.chunks[:his])
        )
        if others or not self.chunks[his - 1].is_word("during", "in", "at"):
            return
        named = [(agent, self.behind.chunks[agent.at]) for item in self.behind.items for agent in item.agents]
        people = [(agent, chunk) for agent, chunk in named if agent.person]
        if len(people) == 1 and self.chunks[0].is_word("this", "it", "that"):
            yield from self._of(at, meeting, people, "part.theirs")

    def _in_which(self, at: int, meeting: Meeting) -> Iterator[Part]:
        """The Dialogue, *in which Norway and Kenya* looked for new ways; in which *the two states* did."""
        for pos in range(at + 1, min(at + _TO_WHICH, len(self.chunks) - 3)):
            if self.chunks[pos].is_word("in", "at", "during") and self.chunks[pos + 1].is_word("which"):
                found, end = self.agents.after(pos + 2)
                acted = found and self._acts(pos + 2, end)
                named = [(each, self.chunks[each.at]) for each in found] if acted else self._the_two(pos + 2)
                yield from self._of(at, meeting, named, "part.in-which")

    def _where(self, at: int, meeting: Meeting) -> Iterator[Part]:
        """The Meeting, *where she and her counterparts P and Q* will look ahead."""
        where = next(
            (pos for pos in (at + 1, at + 2) if self.chunks[pos : pos + 1] and self.chunks[pos].is_word("where")), 0
        )
        if not where or (where == at + 2 and not self.chunks[at + 1].is_word(",")):
            return
        found, end = self.agents.after(where + 1)
        while self.chunks[end : end + 1] and self.chunks[end].text in tables.words("modals"):
            end += 1
        if found and self._acts(where + 1, end):
            named = [(each, self.chunks[each.at]) for each in found if each.person]
            yield from self._of(at, meeting, named, "part.in-which")

    def _had(self, at: int, meeting: Meeting) -> Iterator[Part]:
        """The talks *that P had with Q*; a visit *he made* to Norway: who has what stands before the verb."""
        if not (self._is_of_sides(meeting) or meeting.kind in tables.meetings("lone")):
            return
        begins = at + 1 + self.chunks[at + 1 : at + 2][0].is_word("that", "which") if at + 1 < len(self.chunks) else at
        if begins == at or (begins == at + 1 and meeting.kind != "visit"):
            return
        found, end = self.agents.after(begins)
        while end < len(self.chunks) - 1 and self.chunks[end].is_word("has", "had", "is", "was", "also"):
            if self.chunks[end].is_word("had") and self.chunks[end + 1].text not in tables.words("had-verbs"):
                break
            end += 1
        if not found or end >= len(self.chunks) or self.chunks[end].text not in tables.words("had-verbs"):
            return
        end += 1
        partners: list[Agent] = []
        if meeting.kind != "visit" and end < len(self.chunks) and self.chunks[end].is_word("with"):
            partners = [one for one in self.agents.after(end + 1)[0] if one.person or not self._is_of_kind(one.at + 1)]
        yield from self._of(at, meeting, [(each, self.chunks[each.at]) for each in (*found, *partners)], "part.had")

    def _is_of_kind(self, at: int) -> bool:
        """Whether a noun follows a body, so that somebody else is meant: the *Kenyan* official."""
        chunk = self.chunks[at] if at < len(self.chunks) else None
        return (
            chunk is not None
            and chunk.kind == "word"
            and self.agents.links.is_of_kind(at)
            and chunk.text
            not in (
                "and",
                "in",
                "on",
                "at",
                "here",
            )
        )

    def _acts(self, first: int, at: int) -> bool:
        """Whether a verb of doing follows, and no denial: *in which Norway* spoke; not *where P never* came."""
        verb = self.chunks[at].text if at < len(self.chunks) else ""
        denied = any(chunk.text in tables.words("negations") for chunk in self.chunks[first : at + 1])
        return verb.isalpha() and verb not in tables.words("auxiliaries") and not denied

    def _the_two(self, at: int) -> Sequence[Named]:
        """The pair that was named together in the sentence before: *the two states*, *both organisations*."""
        words = [chunk.text for chunk in self.chunks[at : at + 3]]
        noun = words[2:] if words[:2] == ["the", "two"] else words[1:2] if words[:1] == ["both"] else []
        bodies = len(self.before) == _PAIR and all(agent.body for agent, _ in self.before)
        return self.before if bodies and noun and noun[0] in tables.words("member-nouns") else ()

    def _of(self, at: int, meeting: Meeting, named: Sequence[Named], rule: str) -> Iterator[Part]:
        place = (self.chunks[at].first, self.chunks[at].last)
        for agent, chunk in named:
            yield Part(meeting, agent, chunk, "participant", "present", rule, None, place)
