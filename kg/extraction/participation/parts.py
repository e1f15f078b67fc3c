"""A part that somebody has in a meeting, and what the sentence that says so can be about."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.words import tables

_AND_THE = 2  # tokens
_JUST_BEFORE = 25
"""Tokens from the naming of a meeting to a sentence that tells who was *among them*."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Part:
    """One agent's part in one meeting, with the tokens of the trigger and of the meeting's mention."""

    meeting: Final[Meeting]
    agent: Final[Agent]
    chunk: Final[Chunk]
    role: Final[str]
    presence: Final[str]
    rule: Final[str]
    trigger: Final[tuple[int, int] | None]
    mention: Final[tuple[int, int] | None]


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Scene:
    """What a sentence can be about: the meeting of each mention, that told of last, and the main event."""

    meeting_of: Final[Mapping[MeetingMention, Meeting]]
    home_of: Final[Mapping[int, Meeting]]
    last: Final[Meeting | None]
    main: Final[Meeting | None]
    before: Final[Meeting | None] = None
    """The one told of last, in whichever block."""
    heading: Final[Meeting | None] = None
    """The one that the last heading names."""
    word_of: Final[Callable[[MeetingMention], str]] = lambda mention: mention.kind
    """The noun of a mention."""
    session: Final[Meeting | None] = None
    """The one of the entry of a programme below whose hour it stands."""
    pair: Final[tuple[Meeting, ...]] = ()
    """The two told of so far, if they are two: took part in *both meetings*."""

    @property
    def are_told_as_one(self) -> bool:
        """Whether nothing but *and the* stands between the two: *the 3rd Forum and the 2nd Dialogue* were held."""
        first, second = self.pair
        gaps = (theirs.first - max(mine.last, mine.name_last) for mine in first.mentions for theirs in second.mentions)
        return any(0 < gap <= _AND_THE for gap in gaps)

    def of(self, mention: MeetingMention) -> Meeting | None:
        """The meeting that a mention means; *the event*, if no one meeting is known for it, is the one told of."""
        known = self.meeting_of.get(mention)
        part = mention.definite and (mention.is_part or self.word_of(mention) in tables.words("meeting-parts"))
        several = mention.plural and self.word_of(mention) in tables.words("generic-meetings")
        if known or not (part or (mention.definite and (mention.is_short or several))):
            return known  # *the above-mentioned events* are those told of
        word = self.word_of(mention)
        told = self.last or (self.before if part and self._was_called(word) else self.main)
        if told is None:
            return None
        words = {self.word_of(mine) for mine in told.mentions}
        if part or word in words or word in tables.words("generic-meetings"):
            return told
        return None if {mention.kind, told.kind} & tables.meetings("lone") else told

    def _was_called(self, word: str) -> bool:
        """Whether the meeting told of last, in a paragraph before, was named by the same noun: on hand for *it*."""
        return self.before is not None and any(self.word_of(mine) == word for mine in self.before.mentions)


class PartReader:
    """What the readers of parts in one sentence have: its chunks, who is named in it, and what it can be about."""

    def __init__(self, agents: AgentReader, scene: Scene) -> None:
        self.chunks: Row = agents.chunks
        self.agents = agents
        self.scene = scene

    def says(self, words: Set[str]) -> bool:
        """Whether one of these words stands in the sentence."""
        return not self.agents.said.isdisjoint(words)

    def met_by_others(self, words: Sequence[str], near: Meeting | None) -> Meeting | None:
        """Where those were of whom *among them were*, *among those welcomed were* tells: the meeting right before.

        Who was welcomed was so where a verb said it last; none if the meeting was told of long before.
        """
        meeting, begin = near or self.scene.last or self.scene.main, self.chunks[0].first
        if not tables.words("met-words").isdisjoint(words):
            told = {id(home): home for home in self.scene.home_of.values()}
            before = [(one.first, home) for home in told.values() for one in home.mentions if one.first < begin]
            return max(before, key=lambda pair: pair[0])[1] if before else meeting
        if meeting is None or tuple(words[1:2]) != ("them",):
            return meeting
        ends = [mention.last for mention in meeting.mentions]
        return meeting if any(begin - _JUST_BEFORE <= end <= begin for end in ends) else None

    def meeting_near(self, at: int, end: int, reach: int) -> tuple[Meeting | None, tuple[int, int] | None]:
        """Of which meeting words at ``[at, end)`` speak, and where it is named.

        It is the first of the ``reach`` chunks behind, else the last in front, else the one told of.
        """
        for chunk in (*self.chunks[end : end + reach], *self.chunks[:at][::-1]):
            meeting = self.scene.of(chunk.meeting) if chunk.meeting else None
            if meeting:
                return meeting, (chunk.first, chunk.last)
        return self.scene.last or self.scene.main, None
