"""A part that somebody has in a meeting, and what the sentence that says so can be about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables


@dataclass(frozen=True, slots=True)
class Part:
    """One agent's part in one meeting, with the tokens of the trigger and of the meeting's mention."""

    meeting: Meeting
    agent: Agent
    chunk: Chunk
    role: str
    presence: str
    rule: str
    trigger: tuple[int, int] | None
    mention: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence can be about: the meeting of each mention, that told of last, and the main event."""

    meeting_of: Mapping[MeetingMention, Meeting]
    home_of: Mapping[int, Meeting]
    last: Meeting | None
    main: Meeting | None
    before: Meeting | None = None
    """The one told of last, in whichever block."""
    heading: Meeting | None = None
    """The one that the last heading names."""
    word_of: Callable[[MeetingMention], str] = lambda mention: mention.kind
    """The noun of a mention."""

    def of(self, mention: MeetingMention) -> Meeting | None:
        """The meeting that a mention means; *the event*, if no one meeting is known for it, is the one told of."""
        known = self.meeting_of.get(mention)
        part = mention.definite and (mention.is_part or self.word_of(mention) in tables.words("meeting-parts"))
        if known or not (part or (mention.definite and mention.is_short)):
            return known
        told = self.last or self.main
        if told is None:
            return None
        words = {self.word_of(mine) for mine in told.mentions}
        word = self.word_of(mention)
        if part or word in words or word in tables.words("generic-meetings"):
            return told
        return None if {mention.kind, told.kind} & tables.meetings("lone") else told
