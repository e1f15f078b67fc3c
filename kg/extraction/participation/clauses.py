"""Clauses: a verb of taking part with those around it, each in its place, and the meeting it is said of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.participation.agents import Agent, AgentReader, Subject
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.verbs import Frame, VerbHit, frames, starts, verbs
from kg.extraction.person.people import PersonMention
from kg.extraction.words import tables

_TO_BY = 14
_TO_THE_MEETING = 14
_TO_THE_OBJECT = 14
_TO_THE_NAME = 20
_TO_THE_SUBJECT = 24
_ROOM = 4
_BE = frozenset(("are", "be", "been", "being", "had", "has", "have", "is", "was", "were", "will"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its agents. ``meeting`` is named as object or subject, or None; ``is_it``: by a pronoun."""

    hit: VerbHit
    frame: Frame
    chunks: Sequence[Chunk]
    subject: tuple[Agent, ...]
    object: tuple[Agent, ...]
    partners: tuple[Agent, ...]
    meeting: MeetingMention | None
    is_it: bool = False
    of_body: bool = False
    begins: int = 0
    joint: bool = False
    unnamed: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands behind the verb that it could be said of: P chaired. P spoke on Monday."""
        for chunk in self.chunks[self.hit.end :]:
            if chunk.kind == "word" and (chunk.text.endswith("ly") or chunk.text in tables.words("verb-helpers")):
                continue
            return chunk.kind == "word" and (not chunk.text[0].isalnum() or chunk.text in tables.words("bare-ends"))
        return True

    @property
    def words(self) -> tuple[int, int]:
        """The tokens of the verb and the words that go with it."""
        return self.chunks[self.hit.at].first, self.chunks[self.hit.end - 1].last


class ClauseReader:
    """Reads the clauses of one sentence."""

    def __init__(
        self,
        chunks: Sequence[Chunk],
        owner: Mapping[int, PersonMention],
        pronouns: Mapping[int, PersonMention] | None = None,
    ) -> None:
        self.chunks = chunks
        self.hits = verbs(chunks)
        participles = frozenset(hit.at for hit in self.hits if self._is_reduced(hit) and hit.first)
        self.agents = AgentReader(chunks, owner, pronouns, starts(self.hits), participles)

    def all(self) -> list[Clause]:
        """Every clause that names somebody, in order; a verb joined by *and* shares the subject before it."""
        subjects = self._subjects()
        found: list[Clause] = []
        for number, hit in enumerate(self.hits):
            clause = self._clause(hit, subjects[number], self._stop(number, subjects))
            if clause:
                found.append(clause)
        return found

    def _subjects(self) -> list[Subject]:
        subjects: list[Subject] = []
        last = Subject()
        for hit in self.hits:
            subject = (
                self._fronted(hit)
                or self._meanwhile(hit)
                or self._thanked(hit)
                or self._modified(hit)
                or self.agents.subject(hit.first)
            )
            silent = not (subject.agents or subject.meeting or subject.item or subject.is_it)
            if silent and hit.infinitive:
                subject = self.agents.nearest(hit.first)
            elif silent and last.meeting and self._is_reduced(hit):
                subject = last  # it was held in Oslo, *chaired by P*
            elif subject.shared or (silent and hit.form == "ing"):
                subject = last if last.agents or last.meeting else replace(last, is_it=True)
            elif not silent:
                last = subject
            subjects.append(subject)
        return subjects

    def _fronted(self, hit: VerbHit) -> Subject | None:
        """*Speaking at the launch,* P …: the subject of the sentence stands behind the comma."""
        if hit.form != "ing" or any(chunk.kind != "word" for chunk in self.chunks[: hit.first]) or hit.first > 2:
            return None
        for at in range(hit.end, min(hit.end + 10, len(self.chunks) - 1)):  # Heading the delegations *were P and Q*
            if self.chunks[at].is_word("were", "was", "are", "is", "included", "include", ":"):
                return Subject(tuple(self.agents.after(at + 1)[0]))
        commas = [
            at
            for at in range(hit.end, min(hit.end + _TO_THE_SUBJECT, len(self.chunks)))
            if self.chunks[at].is_word(",")
        ]
        for comma in commas:
            agents = self.agents.after(comma + 1)[0]
            if agents and (agents[0].person or not hit.options[0].is_of_meeting):
                return Subject(tuple(agents))
        return None

    def _meanwhile(self, hit: VerbHit) -> Subject | None:
        """P, *while delivering remarks,* thanked Q; said P, *addressing the conference*: the one before the comma."""
        at = hit.first - 1
        if hit.form != "ing" or at < 1 or not self.chunks[at].is_word("while", "when", "after", "before", ","):
            return None
        if self.chunks[at].is_word(","):
            item = self.agents.ending_at(at)
            alone = item is not None and any(agent.person for agent in item.agents)
            return Subject(item.agents, first=item.first, item=item) if item and alone else None
        item = self.agents.ending_at(at - self.chunks[at - 1].is_word(","))
        return Subject(item.agents, first=item.first, item=item) if item and item.agents else None

    def _modified(self, hit: VerbHit) -> Subject | None:
        """The delegation*, led by P*: what a participle without an auxiliary is said of."""
        if not self._is_reduced(hit):
            return None
        if hit.first == 0:
            return self._of_main_clause(hit)
        represents = hit.options[0].object == "represented"
        found = self.agents.modified(hit.first, named=represents)
        return found if found.item or found.meeting else None

    def _is_reduced(self, hit: VerbHit) -> bool:
        """Whether a passive has no auxiliary: the talks *chaired by* P."""
        return hit.passive and not any(chunk.text in _BE for chunk in self.chunks[hit.first : hit.at])

    def _of_main_clause(self, hit: VerbHit) -> Subject | None:
        """*Led by P and Q,* the Indian and U.S. delegations met: the subject stands behind the comma."""
        for at in range(len(self.chunks) - 2, hit.end, -1):
            if self.chunks[at].is_word(",") and self.chunks[at + 1].is_word("the", "this", "their"):
                near = self.chunks[at + 2 : at + 8]
                meeting = next((chunk.meeting for chunk in near if chunk.meeting), None)
                sides = any(chunk.text in tables.words("delegation-nouns") for chunk in near)
                if meeting or sides:
                    agents = () if meeting else tuple(self.agents.after(at + 1)[0])
                    item = next((i for i in self.agents.items if i.first >= at and i.is_delegation), None)
                    return Subject(agents, meeting=meeting, first=at, item=item)
        return None

    def _thanked(self, hit: VerbHit) -> Subject | None:
        """Thanked *Norway for hosting* the talks: who did it stands before *for*."""
        if hit.form != "ing" or not hit.first or not self.chunks[hit.first - 1].is_word("for"):
            return None
        items = self.agents.items_before(hit.first - 1)
        return Subject(items[-1].agents, first=items[-1].first, item=items[-1]) if items else None

    def _stop(self, number: int, subjects: Sequence[Subject]) -> int:
        """Where the words of a verb end: at the subject of the next one."""
        if number + 1 >= len(self.hits):
            return len(self.chunks)
        following, subject = self.hits[number + 1], subjects[number + 1]
        if following.first and self.chunks[following.first - 1].is_word("who"):
            return following.first  # whoever is told of by *who* is named in these words
        begins = subject.first if subject.first is not None and subject.agents else None
        if begins is not None and begins >= self.hits[number].end:
            return begins
        return following.first

    def _clause(self, hit: VerbHit, subject: Subject, stop: int) -> Clause | None:
        if hit.passive:
            fronted = hit.first == 0 and subject.first
            return self._in_passive(hit, subject, min(stop, subject.first) if fronted and subject.first else stop)
        meeting, is_it = self._meeting(hit.end, stop)
        things = [(frame, self._object(hit, frame, stop)) for frame in hit.options]
        frame, thing = max(things, key=lambda entry: (bool(entry[0].object) == bool(entry[1]), bool(entry[1])))
        partners = self._partners(hit, subject, stop) if frame.partner else ()
        if frame.meeting == "bare" and frame.object:  # the Dialogue saw Norway and Kenya; the Council heard P
            sat = subject.meeting is not None or (subject.item is not None and any(a.body for a in subject.agents))
            meeting, thing = subject.meeting, thing if sat else ()
        if meeting is None:
            meeting = subject.meeting if not subject.agents else self._relative(subject)
        return self._with(hit, frame, subject.agents, thing, partners, meeting, is_it, subject)

    def _in_passive(self, hit: VerbHit, subject: Subject, stop: int) -> Clause | None:
        agents = self._by(hit.end, stop)
        about = subject.meeting is not None or not subject.agents
        ending = self.agents.ending_at(hit.first)
        delegation = any(item is not None and item.is_delegation for item in (subject.item, ending))
        delegation = delegation or self.chunks[hit.first - 1].text in tables.words("delegation-nouns")
        if not subject.meeting and (speech := self._of_speech(hit, agents, stop)):
            return speech
        frame = self._fitting(hit, about=about, delegation=delegation)
        if frame is None or (not subject.meeting and self._is_given(hit, frame)):
            return None
        meeting, is_it = self._meeting(hit.end, stop)
        if subject.meeting:
            meeting = subject.meeting
        is_it = is_it or subject.is_it
        return self._with(hit, frame, agents, subject.agents, (), meeting, is_it, subject)

    def _of_speech(self, hit: VerbHit, agents: tuple[Agent, ...], stop: int) -> Clause | None:
        """*The opening address* at the Conference *was delivered by* P: a speech is what the verb is said of."""
        options = (frame for _, frame in frames()[self.chunks[hit.at].text])
        frame = next((frame for frame in options if frame.subject == "speaker" and frame.meeting == "main"), None)
        noun = next((at for at in self._back_from(hit.first) if self._is_speech(at)), None)
        if frame is None or noun is None or not agents:
            return None
        named = next((chunk.meeting for chunk in self.chunks[noun : hit.first] if chunk.meeting), None)
        meeting = named or self._meeting(hit.end, stop)[0]
        return self._with(hit, frame, agents, (), (), meeting, False, Subject(first=noun))

    def _back_from(self, at: int) -> Iterator[int]:
        """The chunks in front of ``at``, backwards, as far as its clause goes."""
        for pos in range(at - 1, max(-1, at - _TO_THE_SUBJECT), -1):
            if self.chunks[pos].is_word(";", ":", "that", "which", "who"):
                return
            yield pos

    def _is_speech(self, at: int) -> bool:
        chunk = self.chunks[at]
        return chunk.kind == "word" and chunk.text in tables.words("speech-nouns")

    def _is_given(self, hit: VerbHit, frame: Frame) -> bool:
        """Whether it may be said of words: *remarks* were delivered at the Conference by P."""
        return frame.subject == "organiser" and self.chunks[hit.at].text in tables.words("given-words")

    def _partners(self, hit: VerbHit, subject: Subject, stop: int) -> tuple[Agent, ...]:
        """``with B`` behind the verb; in front of it, *A, in cooperation with B,* held."""
        for at in range(subject.agents[-1].at + 1 if subject.agents else hit.first, hit.first):
            if self.chunks[at].is_word("with") and self.chunks[at - 1].text in tables.words("partner-words"):
                return tuple(self.agents.after(at + 1, hit.first)[0])
        found = self._behind("with", hit.end, stop)
        if not found and any(frame.rule == "part.host" for frame in hit.options):
            found = tuple(agent for agent in self._behind("for", hit.end, stop) if agent.person)
        return found

    def _is_of_body(self, subject: Subject) -> bool:
        """Whether it is said of a standing body: the Harbour Forum, *which Norway co-chairs*."""
        which = (subject.first or 0) - 1
        if which < 1 or not self.chunks[which].is_word("which"):
            return False
        before = self.chunks[which - 1] if not self.chunks[which - 1].is_word(",") else self.chunks[which - 2]
        return before.body is not None

    def _is_joint(self, at: int) -> bool:
        """Whether a word of doing it together leads to a partner: *in cooperation with* B."""
        before = self.chunks[max(0, at - 6) : at]
        return any(
            chunk.is_word("with") and number and before[number - 1].text in tables.words("partner-words")
            for number, chunk in enumerate(before)
        )

    def _relative(self, subject: Subject) -> MeetingMention | None:
        """The conference, *which Argentina hosted*: what the relative pronoun before the subject stands for."""
        first = subject.first or 0
        if first < 2 or not self.chunks[first - 1].is_word("which", "that"):
            return None
        for chunk in reversed(self.chunks[max(0, first - 6) : first - 1]):
            if chunk.meeting or chunk.kind != "word":
                return chunk.meeting
        return None

    @staticmethod
    def _fitting(hit: VerbHit, *, about: bool, delegation: bool) -> Frame | None:
        """The frame that fits what a passive is said of: a delegation, a meeting, or somebody."""
        options = [frame for frame in hit.options if frame.is_of_delegation == delegation] or list(hit.options)
        if about:
            options.sort(key=lambda frame: (frame.meeting == "own", not frame.is_of_meeting))
        else:
            options.sort(key=lambda frame: not frame.object)
        return options[0] if options else None

    def _with(
        self,
        hit: VerbHit,
        frame: Frame,
        subject: tuple[Agent, ...],
        thing: tuple[Agent, ...],
        partners: tuple[Agent, ...],
        meeting: MeetingMention | None,
        is_it: bool,
        of: Subject,
    ) -> Clause | None:
        if not (subject or thing or partners):
            return None
        of_body = (of.is_which and not of.meeting and hit.passive) or self._is_of_body(of)
        joint = bool(partners) and self._is_joint(partners[0].at)
        unnamed = self.agents.is_unnamed(hit.end)
        begins = of.first if of.first is not None and of.first < hit.first else hit.first
        return Clause(
            hit, frame, self.chunks, subject, thing, partners, meeting, is_it, of_body, begins, joint, unnamed
        )

    # ---------------------------------------------------------------- what stands behind

    def _object(self, hit: VerbHit, frame: Frame, stop: int) -> tuple[Agent, ...]:
        if not frame.object:
            return ()
        at = hit.end
        if frame.is_of_delegation:  # led the *Indian* delegation of experts; led the delegation *of India*
            inside = self.agents.after(hit.at + 1, hit.end)[0]
            behind = self.agents.after(at + 1, stop)[0] if at < stop and self.chunks[at].is_word("of", "from") else []
            return tuple(inside or behind)
        if frame.is_of_meeting:
            return ()
        while at < stop and self.chunks[at].kind == "word" and self._is_adverb(self.chunks[at].text):
            at += 1
        found = self.agents.after(at, stop)[0]
        if frame.object == "represented" and found and found[0].body:
            found = list(takewhile(lambda agent: agent.body is not None, found))
        if not found and frame.rule in ("part.gather", "part.bring") and frame.meeting != "own":
            found = self.agents.after(self._approach(at, stop), stop)[0]
        if not found and frame.meeting == "own":
            found = self.agents.after(self._approach(at, stop), stop)[0] or self._far_name(at, stop)
        return tuple(found)

    def _far_name(self, at: int, stop: int) -> list[Agent]:
        """Who stands behind a title too long to be read: met the Secretary, T Group, in the Ministry of B, *P*."""
        if not self.agents.is_unnamed(at):
            return []
        for pos in range(at, min(at + _TO_THE_NAME, stop)):
            chunk = self.chunks[pos]
            if chunk.person:
                return [Agent(pos, person=chunk.person)]
            if chunk.is_word("among", "including") and pos + 1 < stop:
                return self.agents.after(pos + 1 + self.chunks[pos + 1].is_word("them"), stop)[0]
            if chunk.is_word(";", ":", "that", "who", "which", "and", "to", "during", "after", "before", "."):
                break
        return []

    def _approach(self, at: int, stop: int) -> int:
        """Behind what may stand between *met* and those met: *in Oslo today*, *his Kenyan counterpart,*."""
        pos = at
        while pos < min(at + _TO_THE_OBJECT, stop):
            chunk = self.chunks[pos]
            if chunk.is_word("his", "her", "its", "their", "the"):
                noun = next(
                    (
                        end
                        for end in range(pos + 1, min(pos + 5, stop))
                        if self.chunks[end].text in tables.words("counterpart-words")
                    ),
                    None,
                )
                if noun is None:
                    return pos
                pos = noun + 1
                while pos < stop and self.chunks[pos].is_word("number", "from", "of", ",", "the"):
                    pos += 1
                return pos
            if chunk.is_word("in", "at"):
                pos = self._room_ends(pos + 1, stop)
                continue
            passed = chunk.kind == "word" and (
                chunk.is_word("on", "here")
                or chunk.capital
                or chunk.text.isdecimal()
                or chunk.text in tables.words("calendar-words")
                or self._is_adverb(chunk.text)
            )
            if not passed:
                return pos
            pos += 1
        return pos

    def _room_ends(self, at: int, stop: int) -> int:
        """Behind the place of a meeting: received in *her office* at *the ministry* Minister P; met at *B* Q."""
        pos = at + (at < stop and self._is_determiner(self.chunks[at]))
        if pos < stop and self.chunks[pos].body and pos > at:
            return pos + 1
        end = pos
        while end < min(pos + _ROOM, stop) and self._is_of_room(self.chunks[end]):
            end += 1
        return max(end, at)

    def _is_of_room(self, chunk: Chunk) -> bool:
        small = chunk.kind == "word" and chunk.text.isalpha() and not chunk.text.endswith("ing")
        ends = any(chunk.text in tables.words(name) for name in ("calendar-words", "phrase-breaks"))
        return small and not ends and not self._is_determiner(chunk) and not self._is_adverb(chunk.text)

    @staticmethod
    def _is_determiner(chunk: Chunk) -> bool:
        return chunk.text in tables.words("determiners") or chunk.is_word("his", "her", "its", "their")

    @staticmethod
    def _is_adverb(text: str) -> bool:
        return text.endswith("ly") or text in tables.words("verb-helpers") or text == "separately"

    def _by(self, at: int, stop: int) -> tuple[Agent, ...]:
        """The list behind ``by``, and behind each *by* that goes on with it: by P, and on the other side *by Q*."""
        found: list[Agent] = []
        if [chunk.text for chunk in self.chunks[at : at + 3]] == ["as", "follows", ":"]:
            return tuple(self.agents.after(at + 3, stop)[0])
        while at < stop:
            by = next(
                (pos for pos in range(at, min(at + _TO_BY, stop)) if self.chunks[pos].is_word("by", ";", "that")), None
            )
            if by is None or not self.chunks[by].is_word("by") or self._is_of_other(by, at):
                break
            agents, at = self.agents.after(by + 1, stop)
            found += agents
            if not agents:
                break
        return tuple(found)

    def _is_of_other(self, by: int, at: int) -> bool:
        """Whether another participle has the *by*: held on Monday, said a note *issued by* B."""
        before = self.chunks[by - 1]
        return by > at and before.kind == "word" and before.text.endswith("ed") and before.text.isalpha()

    def _behind(self, word: str, at: int, stop: int) -> tuple[Agent, ...]:
        """The list behind ``with``."""
        for pos in range(at, min(at + _TO_BY, stop)):
            chunk = self.chunks[pos]
            if chunk.is_word(word):
                return tuple(self.agents.after(pos + 1, stop)[0] or self._far_name(pos + 1, stop))
            if chunk.is_word(";", ":", "that"):
                return ()
        return ()

    def _meeting(self, at: int, stop: int) -> tuple[MeetingMention | None, bool]:
        """The meeting named behind the verb, or whether a pronoun stands for it."""
        if at < len(self.chunks) and self.chunks[at].is_word("it", "them"):
            return None, True
        if at and self.chunks[at - 1].is_word("it", "them"):
            return None, True
        for pos in range(at, min(at + _TO_THE_MEETING, stop)):
            chunk = self.chunks[pos]
            if chunk.meeting:
                return chunk.meeting, False
            if chunk.is_word("that") and pos + 1 < stop and self.chunks[pos + 1].meeting:
                continue
            if chunk.is_word(";", ":", "that", "who", "after", "before", "since", "ahead"):
                return None, False
        return None, False
