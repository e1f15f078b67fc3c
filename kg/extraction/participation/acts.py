"""Who addressed a meeting by what he did there in words: the *appeal was made by* P at it, P *said this* there."""

from collections.abc import Iterator

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.words import tables

_TO_VERB, _TO_NOUN, _TO_PLACE = 4, 5, 12
_PRONOUNS = frozenset(("this", "it", "so"))


class ActParts(PartReader):
    """Reads those of one sentence whose speech act is told together with the meeting at which it was done."""

    def all(self) -> Iterator[Part]:
        """A part for whoever did it, at the meeting that the words behind name."""
        acts = tables.words("speech-acts")
        if not self.says(acts) and not self.says(_PRONOUNS):
            return
        for at, chunk in enumerate(self.chunks):
            if chunk.kind != "word" or not (chunk.text in acts or chunk.text in _PRONOUNS):
                continue
            agents, end = self._done(at) if chunk.text in acts else self._told(at)
            meeting, mention = self._where(end) if any(agent.person for agent in agents) else (None, None)
            if meeting is None:
                continue
            span, place = (chunk.first, chunk.last), (mention.first, mention.last) if mention else None
            for agent in agents[:1] if agents[0].person else ():
                role = "participant" if self._is_talk(meeting, mention) else "speaker"
                yield Part(meeting, agent, self.chunks[agent.at], role, "present", "part.speak.said", span, place)

    def _done(self, at: int) -> tuple[list[Agent], int]:
        """Who did what the noun at ``at`` says, and where that ends: the appeal *was made by P*; *P made* the plea."""
        by = self._by(at + 1, tables.words("act-verbs"))
        if by is not None:
            return self.agents.after(by + 1)
        for pos in range(at - 1, max(0, at - _TO_NOUN), -1):
            if self.chunks[pos].kind != "word" or self.chunks[pos].is_word(",", ";", ":", "by", "to", "of"):
                break
            if self.chunks[pos].text in tables.words("act-verbs"):
                return self.agents.before(pos), at + 1
        return [], at

    def _told(self, at: int) -> tuple[list[Agent], int]:
        """Who said what a pronoun at ``at`` takes up: *this was disclosed by P*; *P made this known*, *P said this*."""
        by = self._by(at + 1, tables.words("speech-verbs")) if at == 0 else None
        if by is not None:
            return self.agents.after(by + 1)
        verb = self.chunks[at - 1].text if at else ""
        known = self.chunks[at + 1 : at + 2]
        if verb == "made" and known and known[0].is_word("known"):
            return self.agents.before(at - 1), at + 2
        return (self.agents.before(at - 1), at + 1) if verb in tables.words("speech-verbs") else ([], at)

    def _by(self, at: int, verbs: frozenset[str]) -> int | None:
        """Where *by* stands behind the passive of one of these verbs: *was made* on Monday *by*; *came from*."""
        said = False
        for pos in range(at, min(at + _TO_VERB, len(self.chunks) - 1)):
            chunk = self.chunks[pos]
            if said and (chunk.is_word("by") or (chunk.is_word("from") and self.chunks[pos - 1].is_word("came"))):
                return pos
            helper = chunk.text in tables.words("verb-helpers") or chunk.text in tables.words("auxiliaries")
            if chunk.kind != "word" or not (helper or chunk.text in verbs or chunk.text.endswith("ly")):
                return None
            said = said or chunk.text in verbs
        return None

    def _where(self, at: int) -> tuple[Meeting | None, MeetingMention | None]:
        """The meeting *at the opening of the seminar*, *during the event*; *at its opening* that the text is about."""
        led = False
        for pos in range(at, min(at + _TO_PLACE, len(self.chunks))):
            chunk = self.chunks[pos]
            if chunk.is_word(";", ":", "that", "who", "ahead", "before", "after", "interview", "statement"):
                break
            if chunk.meeting:
                return (self.scene.of(chunk.meeting), chunk.meeting) if led else (None, None)
            if led and chunk.text in tables.words("opening-parts") and chunk.kind == "word":
                named = next((one.meeting for one in self.chunks[pos : pos + _TO_NOUN] if one.meeting), None)
                return self.scene.of(named) if named else self.scene.main, named
            led = chunk.is_word("at", "during", "in") or (led and self._is_led_on(pos))
        return None, None

    def _is_led_on(self, at: int) -> bool:
        chunk = self.chunks[at]
        return chunk.kind == "word" and (
            chunk.text in tables.words("determiners") or chunk.text.endswith(("ing", "al"))
        )

    def _is_talk(self, meeting: Meeting, mention: MeetingMention | None) -> bool:
        """Whether sides talk there, without an audience: in a meeting *with the Council*."""
        if meeting.kind in tables.meetings("talked"):
            return True
        return mention is not None and meeting.kind == "meeting" and bool(mention.parties or mention.partners)
