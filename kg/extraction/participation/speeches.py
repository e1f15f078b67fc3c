"""Who addressed a meeting, by the speech told of: *in his opening remarks* P said; P, *in her address to it,* asked."""

from collections.abc import Iterator

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.words import tables

_QUOTES = frozenset((",", "\u201d", '"', "\u2019", "'", "!", "?", "."))
_TO_NOUN = 5
_TO_COMMA = 16
_TO_VERB = 14
_TO_BY = 8
_TO_NOTED = 24
_SUBJECT = 16
_TO_MEETING = 32
_TO_GIVEN = 3
"""Words of: an opening address; at the final."""


class SpeechParts(PartReader):
    """Reads the speakers of one sentence."""

    def all(self) -> Iterator[Part]:
        """A part for whoever gave each speech."""
        yield from self._at_it()
        if not self.says(tables.words("speech-nouns") | {"goodwill"}):
            return
        for at in range(len(self.chunks)):
            given = self._given(at)
            noun = (self._noun(at) if at else None) if given is None else at + 1
            if noun is None:
                continue
            people = given if given is not None else self._ahead(noun) if at < 3 else self._behind(at - 1)
            named = self._meeting_named(noun)
            mention = self.chunks[named].meeting if named is not None else None
            meeting = self._meeting(named, at)
            for agent in people if meeting else ():
                if meeting and (agent.person or given):
                    span = (self.chunks[at].first, self.chunks[noun - 1].last)
                    place = (mention.first, mention.last) if mention else None
                    chunk = self.chunks[agent.at]
                    talks = given is None and meeting.kind in tables.meetings("talked")
                    role = "participant" if talks else "speaker"
                    yield Part(meeting, agent, chunk, role, "present", "part.address", span, place)

    def _at_it(self) -> Iterator[Part]:
        """\u201c\u2026\u201d, *said* P *at the opening of the seminar*: who is quoted with words of where it was."""
        verbs = tables.words("speech-verbs")
        for at in range(1, len(self.chunks) - 1) if self.says(verbs) and self.says(_QUOTES) else ():
            verb = self.chunks[at]
            if verb.kind != "word" or verb.text not in verbs:
                continue
            quoted = self.chunks[at - 1].text in _QUOTES
            agents, end = self.agents.after(at + 1) if quoted else ([], at)
            place = self._where(end) if agents and all(agent.person for agent in agents) else None
            mention = self.chunks[place].meeting if place is not None else None
            meeting = self.scene.of(mention) if mention else None
            if mention is None or meeting is None or meeting.kind in tables.meetings("deed"):
                continue
            role = "speaker" if meeting.kind in tables.meetings("audience") else "participant"
            span = (verb.first, verb.last)
            for agent in agents[:1]:
                chunk = self.chunks[agent.at]
                yield Part(
                    meeting, agent, chunk, role, "present", "part.speak.said", span, (mention.first, mention.last)
                )

    def _where(self, at: int) -> int | None:
        """The meeting of *at the (opening of the) seminar*, *during the event* behind chunk ``at``."""
        at += at < len(self.chunks) and self.chunks[at].is_word(",")
        if at >= len(self.chunks) or not self.chunks[at].is_word("at", "during"):
            return None
        for pos in range(at + 1, min(at + _TO_NOUN + 1, len(self.chunks))):
            if self.chunks[pos].meeting:
                return pos
            if self.chunks[pos].kind != "word" or not self.chunks[pos].text[0].isalpha():
                return None
        return None

    def _given(self, at: int) -> list[Agent] | None:
        """After an *address by P*; the Dialogue began with *P's opening remarks*."""
        chunk = self.chunks[at]
        if chunk.kind != "word" or chunk.text not in tables.words("speech-nouns"):
            return None
        by = self._by(at + 1)
        found, end = self.agents.after(by + 1) if by is not None else ([], 0)
        spoken = found and (self._is_noted(at) or self._is_at_meeting(end))
        if chunk.is_word("statement", "statements") and not spoken:
            return None  # many are only issued
        if by is not None:
            return [agent for agent in found if agent.person or self._is_presented(at)]
        mark = next((pos for pos in range(at - 1, max(0, at - 4), -1) if self.chunks[pos].is_word("'s")), None)
        told = any(one.meeting for one in self.chunks) or (mark is not None and at - mark > 1)
        person = self.chunks[mark - 1].person if mark and told else None
        return [Agent(mark - 1, person=person)] if mark and person else None

    def _is_presented(self, at: int) -> bool:
        """Whether it is a presentation on something, which states and bodies give too: *presentations* on it by A."""
        on = self.chunks[at + 1 : at + 2]
        return self.chunks[at].is_word("presentation", "presentations") and bool(on) and on[0].is_word("on", "about")

    def _is_noted(self, at: int) -> bool:
        """Whether those who met heard a statement: *took note of* the remarks of P and *the statement* by Q."""
        before = self.chunks[max(0, at - _TO_NOTED) : at]
        return any(chunk.kind == "word" and chunk.text in tables.words("noted-words") for chunk in before)

    def _is_at_meeting(self, at: int) -> bool:
        """Whether words behind somebody lead to a meeting: a statement by P*, at the Conference*."""
        at += at < len(self.chunks) and self.chunks[at].is_word(",")
        led = at < len(self.chunks) and self.chunks[at].is_word("at", "to", "during", "before")
        return led and any(chunk.meeting for chunk in self.chunks[at + 1 : at + 3])

    def _by(self, at: int) -> int | None:
        """Where those who gave a speech are led to: remarks *by* P; addresses *were* also *pronounced* there *by* Q."""
        at = self._subject_ends(at)
        for pos in range(at, min(at + _TO_BY, len(self.chunks) - 1)):
            chunk = self.chunks[pos]
            came = pos == at or self.chunks[pos - 1].is_word("came", "come")
            if chunk.is_word("by") or (came and chunk.is_word("from")):
                return pos
            passed = chunk.text in tables.words("verb-helpers") or chunk.text in tables.words("auxiliaries")
            given = chunk.text.endswith(("ed", "en", "ly")) and chunk.text not in tables.words("attending-verbs")
            if not (
                chunk.meeting
                or (chunk.kind == "word" and (passed or given or chunk.is_word("at", "the", "also", "came", "come")))
            ):
                return None
        return None

    def _subject_ends(self, at: int) -> int:
        """Behind what a speech was on, if those who gave it follow: a presentation *on tides and buoys* by P."""
        if at >= len(self.chunks) or not self.chunks[at].is_word("on", "about"):
            return at
        for pos in range(at, min(at + _SUBJECT, len(self.chunks))):
            if self.chunks[pos].is_word("by"):
                return pos
            if self.chunks[pos].kind not in ("word", "body") or self.chunks[pos].is_word(",", ";", ":", "."):
                break
        return at

    def _noun(self, at: int) -> int | None:
        """Behind the noun of a speech with a determiner at ``at``: in *his opening remarks*; *In an address*, P.

        And in P said *in a speech* at it; with a word that says which: *In opening remarks*, P. And wherever words
        say that it was given there: P thanked the hosts *in a speech delivered* at it, *in remarks made* at it.
        """
        leads = self.chunks[at - 1].text in tables.words("speech-leads")
        if leads and self.chunks[at - 1].is_word("in") and (noun := self._delivered(at)) is not None:
            return noun + 1
        fronted = self.chunks[at].is_word("a", "an") and (at == 1 or self._is_said(at - 1))
        fronted = fronted or (at == 1 and self.chunks[at].is_among(tables.words("opening-remarks")))
        if not leads or not (fronted or self.chunks[at].text in tables.words("possessives")):
            return None
        for pos in range(at + 1, min(at + _TO_NOUN, len(self.chunks))):
            if self._is_speech(pos):
                elsewhere = at > 1 and any(chunk.body for chunk in self.chunks[pos + 1 : pos + 4])  # at the Agency
                return None if elsewhere or self._is_unspoken(at, pos) else pos + 1
            if self.chunks[pos].kind != "word" or not self.chunks[pos].text[0].isalpha():
                return None
        return None

    def _delivered(self, at: int) -> int | None:
        """The noun of a speech of which words say, naming nobody else, where it was given: *remarks made at it*."""
        noun = next((pos for pos in range(at, min(at + _TO_GIVEN, len(self.chunks))) if self._is_speech(pos)), None)
        if noun is None or any(chunk.kind != "word" or chunk.capital for chunk in self.chunks[at:noun]):
            return None
        said = self.chunks[noun + 1 : noun + 2 + _TO_GIVEN + _TO_BY]
        if len(said) < _TO_GIVEN or said[0].text not in tables.words("giving-forms"):
            return None
        told = said[1].is_word("at", "to", "in", "during") and not any(chunk.is_word("by") for chunk in said)
        return noun if told and any(chunk.meeting for chunk in said[2 : 2 + _TO_GIVEN]) else None

    def _is_speech(self, at: int) -> bool:
        """Whether a speech stands at ``at``: an *address*; a goodwill *message*, which is none that was sent."""
        chunk, behind = self.chunks[at], self.chunks[at + 1 : at + 2]
        message = chunk.is_word("message", "messages") and self.chunks[at - 1].is_word("goodwill")
        if message and not any(one.is_word("sent", "from", "conveyed", "addressed") for one in behind):
            return True
        return chunk.kind == "word" and chunk.text in tables.words("speech-nouns")

    def _is_said(self, at: int) -> bool:
        """Whether a verb of speech stands in front of the words for it: P *said* in a speech at the Conference."""
        return at > 1 and self.chunks[at - 1].text in tables.words("speech-verbs")

    def _is_unspoken(self, at: int, noun: int) -> bool:
        """Whether it is a text that nobody gave: in a *written* statement, *read* out by Q."""
        near = self.chunks[at : min(noun + 4, len(self.chunks))]
        return any(chunk.text in tables.words("unspoken-words") for chunk in near)

    def _ahead(self, noun: int) -> list[Agent]:
        """In his remarks *to the Conference, P* said; In his remarks *P* said."""
        found = self.agents.after(noun)[0]
        if found and found[0].person:
            return found[:1]
        for pos in range(noun, min(noun + _TO_COMMA, len(self.chunks) - 1)):
            if self.chunks[pos].is_word(",") and (found := self.agents.after(pos + 1)[0]) and found[0].person:
                return found
            if self.chunks[pos].is_word(";", ":"):
                break
        return []

    def _behind(self, at: int) -> list[Agent]:
        """P *said* in his remarks; P*,* in his remarks; "…", *said* P in his remarks."""
        if self.chunks[at - 1].is_word(","):
            item = self.agents.ending_at(at - 1)
            return list(item.agents) if item else []
        for pos in range(at - 1, max(0, at - _TO_VERB), -1):
            if self.chunks[pos].kind == "word" and self.chunks[pos].text in tables.words("speech-verbs"):
                return self.agents.before(pos) or self._quoted(pos, at)
            if self.chunks[pos].is_word(";"):
                break
        return []

    def _quoted(self, verb: int, stop: int) -> list[Agent]:
        """Whom a verb right behind a quotation names last before the words for the speech: said *Minister P*."""
        found = [agent for agent in self.agents.after(verb + 1)[0] if agent.person and agent.at < stop]
        return found[:1] if found and verb and self.chunks[verb - 1].text in _QUOTES else []

    def _meeting_named(self, noun: int) -> int | None:
        near = range(noun, min(noun + _TO_COMMA, len(self.chunks)))
        for pos in near:
            if self.chunks[pos].meeting:
                return pos
            if self.chunks[pos].is_word(",", ";", ":", "that"):
                break
        return None

    def _meeting(self, named: int | None, at: int) -> Meeting | None:
        """The meeting named behind, else that of which the sentence speaks: *the meeting* heard remarks by P."""
        mention = self.chunks[named].meeting if named is not None else None
        if mention:
            return self.scene.of(mention)
        before = reversed(self.chunks[max(0, at - _TO_MEETING) : at])
        ahead = (self.scene.of(chunk.meeting) for chunk in before if chunk.meeting)
        return next(filter(None, ahead), None) or self.scene.last or self.scene.before or self.scene.main
