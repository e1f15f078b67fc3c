"""What stands around a verb beside its subject: whom it is done to, by whom, with whom, and the meeting."""

from itertools import takewhile

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.participation.agents import Agent, Subject
from kg.extraction.participation.approach import approach, is_adverb
from kg.extraction.participation.by_whom import TO_BY, ByReader
from kg.extraction.participation.frame_words import behind_when
from kg.extraction.participation.frames import Frame
from kg.extraction.participation.leads import is_of_talk
from kg.extraction.participation.verbs import VerbHit
from kg.extraction.words import tables

_HOSTING = ("host", "hosted", "hosting", "hosts")
_MEETING_ENDS = frozenset((";", ":", "that", "who", "after", "before", "since", "ahead"))
"""Behind which no meeting is the object of a verb."""
_TO_THE_MEETING = 14
_TO_THE_OBJECT = 14
_TO_THE_NAME = 20
_GOES_ON = ("for", "to", "and", "where", "who", "which", "during", "as", "of", "by", "after", "before")


class ComplementReader(ByReader):
    """Reads these in one sentence; ``stop`` is where the words of the verb end."""

    def thing(self, hit: VerbHit, frame: Frame, stop: int) -> tuple[Agent, ...]:
        """To whom it is done, or what is led or represented."""
        if not frame.object:
            return ()
        at = hit.end
        if frame.is_of_delegation:  # led the *Indian* delegation of experts; led the delegation *of India*
            inside = self.agents.after(behind_when(self.chunks, hit.at + 1), hit.end)[0]
            leads = at < stop and self.chunks[at].is_word("of", "from")
            leads = leads or (at < len(self.chunks) and self.chunks[at].is_word(":"))  # which P led: *Q and R*
            behind = self.agents.after(at + 1, stop)[0] if leads else []
            return tuple(inside or behind)
        if frame.is_of_meeting:  # paid *the Agency* a visit
            if frame.object != "host" or at >= stop:
                return ()
            return tuple(self.agents.after(self._visit_ends(at, stop), stop)[0])
        while at < stop and self.chunks[at].kind == "word" and is_adverb(self.chunks[at].text):
            at += 1
        at = self._aside_ends(at, stop) if frame.meeting == "own" else at
        found = self.agents.after(at, stop)[0]
        if frame.object == "represented" and found and found[0].body:
            found = list(takewhile(lambda agent: agent.body is not None, found))
        elif frame.object == "represented" and hit.form == "ing":
            found = found[:1]  # P representing *Q*, Minister, R and S
        if not found and frame.object == "host":
            found = self._house_of(at)
        if not found and frame.rule in ("part.gather", "part.bring") and frame.meeting != "own":
            found = self.agents.after(approach(self.chunks, at, stop), stop, is_list=True)[0]
        if found and frame.meeting == "own":
            found = self._announced(at, found) or found
        elif frame.meeting == "own":
            begins = approach(self.chunks, at, stop)
            begins -= begins > at and self.chunks[begins - 1].is_word(",")
            behind = self.agents.after(begins, stop)[0]
            found = [agent for agent in behind if not self._is_where(agent)] or self._far_name(at, stop)
        company = {agent.at for agent in self._company(hit.end, stop)} if frame.kind == "visit" else ()
        found = [agent for agent in found if agent.at not in company]
        return tuple(agent for agent in found if frame.meeting != "own" or not self._is_owner(agent))

    def _announced(self, at: int, found: list[Agent]) -> list[Agent]:
        """Whom a colon names behind those announced: welcomed *two officials of the Council* for talks*: P*."""
        sent = len(found) == 1 and found[0].body and any(map(self.agents.links.is_of_people, range(at, found[0].at)))
        if not sent:
            return []
        for pos in range(found[0].at + 1, min(found[0].at + TO_BY, len(self.chunks))):
            if self.chunks[pos].is_word(":"):
                return [agent for agent in self.agents.after(pos + 1)[0] if agent.person]
            if self.chunks[pos].person or self.chunks[pos].is_word(";", ".", "that", "who", "and"):
                break
        return []

    def _is_owner(self, agent: Agent) -> bool:
        """Whether something of a person is meant, not he himself: received *P's* letter."""
        return bool(agent.person) and self.agents.is_owner(agent.at)

    def _aside_ends(self, at: int, stop: int) -> int:
        """Behind an aside right behind the verb: received*, at the Ministry in Oslo,* Minister P."""
        if at + 1 >= stop or not (self.chunks[at].is_word(",") and self.chunks[at + 1].is_word("in", "at", "on")):
            return self.place_ends(at, stop)
        ends = (pos + 1 for pos in range(at + 1, min(at + _TO_THE_OBJECT, stop)) if self.chunks[pos].is_word(","))
        return next(ends, at)

    def _visit_ends(self, at: int, stop: int) -> int:
        """Behind the visit, if it is paid to somebody with it: paid *a courtesy visit to Secretary-General* P."""
        if not self.chunks[at].is_word("a", "an", "his", "her", "their"):
            return at
        visit = next((pos for pos in range(at, min(at + _TO_THE_MEETING, stop)) if self.chunks[pos].meeting), at)
        return visit + 1

    def _is_where(self, agent: Agent) -> bool:
        """Whether a state tells where a town is, or a body whose house it is: Oslo, *Norway*; at the seat of B."""
        if agent.at < 2 or agent.body is None:
            return False
        if not agent.body.is_state:
            of = agent.at - 1 - self.chunks[agent.at - 1].is_word("the")
            return of > 0 and self.chunks[of].is_word("of") and self.chunks[of - 1].text in tables.words("houses")
        return self.chunks[agent.at - 1].is_word(",") and self.chunks[agent.at - 2].capital

    def _house_of(self, at: int) -> list[Agent]:
        """Whose house it is that is visited: visited *the Agency*'s headquarters."""
        at += at < len(self.chunks) and self.chunks[at].is_word("the")
        behind = self.chunks[at + 1 : at + 3]
        owned = len(behind) > 1 and behind[0].is_word("'s", "'", "\u2019s") and behind[1].text in tables.words("houses")
        return [Agent(at, body=self.chunks[at].body)] if owned and self.chunks[at].body else []

    def _far_name(self, at: int, stop: int) -> list[Agent]:
        """Who stands behind a title too long to be read: met the Secretary, T Group, in the Ministry of B, *P*.

        Or behind what introduces them: met several ministers, *among them P*; met the new envoys to Kenya*: P and Q*.
        """
        if not self.agents.unnamed(at):
            return []
        pos = at - 1
        while (pos := pos + 1) < min(at + _TO_THE_NAME, stop):
            chunk = self.chunks[pos]
            if chunk.person:
                return [Agent(pos, person=chunk.person)]
            if chunk.is_word("during", "on", "at") and (comma := self._to_introduced(pos, stop)):
                pos = comma
                continue
            if chunk.is_word("among", "including", "namely", "notably", ":") and pos + 1 < stop:
                return self.agents.after(pos + 1 + self.chunks[pos + 1].is_word("them"), stop)[0]
            if chunk.is_word("to") and pos + 1 < stop and self.chunks[pos + 1].body:
                continue  # the envoys *to Kenya*
            if chunk.is_word(";", "that", "who", "which", "and", "to", "during", "after", "before", "."):
                break
            if chunk.is_word("of") and self.chunks[pos - 1].text in tables.words("stand-ins"):
                break  # met aides *of* P
        return []

    def _to_introduced(self, at: int, stop: int) -> int | None:
        """The comma behind a phrase of time, if it introduces: met leaders *during the visit,* among them P."""
        for pos in range(at + 1, min(at + _TO_THE_MEETING, stop - 1)):
            if self.chunks[pos].is_word(","):
                return pos if self.chunks[pos + 1].text in tables.words("list-openers") else None
            if self.chunks[pos].person or self.chunks[pos].is_word(";", ".", "that", "who", "which"):
                return None
        return None

    def partners(self, hit: VerbHit, subject: Subject, meeting: MeetingMention | None, stop: int) -> tuple[Agent, ...]:
        """``with B`` behind the verb; in front of it, *A, in cooperation with B,* held."""
        for at in range(subject.agents[-1].at + 1 if subject.agents else hit.first, hit.first):
            if self.chunks[at].is_word("with") and self.chunks[at - 1].text in tables.words("partner-words"):
                return tuple(self.agents.after(at + 1, hit.first)[0])
        if any(frame.kind == "visit" for frame in hit.options):
            return self._company(hit.end, stop)
        found = self._behind("with", hit.end, stop) or self._behind("alongside", hit.end, stop)
        if not found and any(frame.rule == "part.host" for frame in hit.options):
            found = tuple(agent for agent in self._behind("for", hit.end, stop) if agent.person)
        if not found and meeting and self.chunks[hit.at].text.startswith("co-"):
            named = (at for at in range(hit.end, stop) if self.chunks[at].meeting is meeting)
            found = next((self.beside(at, stop) for at in named), ())
        return found or self.agents.company_in_front(hit.first, subject)

    def _company(self, at: int, stop: int) -> tuple[Agent, ...]:
        """Who came with a visitor: travelled to Oslo *together with P*; not: *for talks with* P, *and spoke with* P."""
        for pos in range(at, min(at + TO_BY, stop)):
            chunk = self.chunks[pos]
            if chunk.is_word("with", "alongside"):
                return tuple(agent for agent in self.agents.after(pos + 1, stop)[0] if agent.person)
            if chunk.meeting or chunk.person or chunk.titles or chunk.is_word(";", ":", "that", *_GOES_ON):
                break
        return ()

    def _behind(self, word: str, at: int, stop: int) -> tuple[Agent, ...]:
        """The list behind ``with``."""
        if word not in self.agents.said:
            return ()
        for pos in range(at, min(at + TO_BY, stop)):
            chunk = self.chunks[pos]
            if chunk.is_word(word):
                if self._is_of_those_present(pos + 1):
                    return ()
                found, end = self.agents.after(pos + 1, stop)
                if (
                    end < len(self.chunks) - 1
                    and self.chunks[end].is_word("as")
                    and not self.chunks[end + 1].is_word("well")
                ):
                    return ()  # with P and Q *as panellists*: what they did is another thing
                return tuple(found or self._far_name(pos + 1, stop))
            if chunk.is_word(";", ":", "that"):
                return ()
        return ()

    def leads_side(self, hit: VerbHit, subject: Subject, agents: tuple[Agent, ...]) -> bool:
        """Whether a team or a side in talks *was led by its Chair, P*, Norway *by P*: no house that he heads."""
        if subject.meeting or self.agents.links.is_of_team(hit.first):
            return self.agents.links.is_of_team(hit.first)
        led = self.chunks[hit.at].is_word("led", "headed") and self.chunks[hit.at - 1].is_word("was", "were")
        side = subject.agents[0].body if len(subject.agents) == 1 else None
        if not (led and side and len(agents) == 1 and agents[0].person):
            return False
        behind = self.chunks[hit.end + 1 : hit.end + 2]
        own = bool(behind) and behind[0].is_word("its", "their")
        timed = any(chunk.is_word("from", "until", "since", "between", "in") for chunk in self.chunks[agents[0].at :])
        return (own or side.is_state) and not timed

    def beside_speaker(self, at: int, stop: int) -> tuple[Agent, ...]:
        """Who was beside one who spoke: briefed the press in Oslo*, with Dr Q*; not: spoke, with Q *saying* so."""
        for pos in range(at, min(at + TO_BY, stop) - 1):
            chunk = self.chunks[pos]
            if chunk.is_word(",") and self.chunks[pos + 1].is_word("with", "alongside"):
                found, end = self.agents.after(pos + 2, stop)
                ends = end >= len(self.chunks) or self.chunks[end].is_word(".", ";", ",")
                return tuple(agent for agent in found if agent.person) if ends else ()
            if chunk.is_word(";", ":", "that", "who", "which"):
                break
        return ()

    def _is_of_those_present(self, at: int) -> bool:
        """Whether it was with the *participation of* somebody, who did not do it with the others."""
        at += at < len(self.chunks) and self.chunks[at].is_word("the")
        behind = self.chunks[at : at + 2]
        return (
            len(behind) == 2 and behind[0].text in tables.words("attending-nouns") and behind[1].is_word("of", "from")
        )

    def beside(self, at: int, stop: int) -> tuple[Agent, ...]:
        """With whom the meeting at chunk ``at`` was: a seminar on tides*, with A and B*; those its naming names too."""
        meeting = self.chunks[at].meeting
        named = tuple(Agent(at, body=body, begins=body.first) for body in meeting.parties) if meeting else ()
        return named or self._behind("with", at + 1, stop)

    def origin(self, at: int, stop: int) -> tuple[Agent, ...]:
        """Who those are whom nobody names: thirty will attend *from Norway*; it, *namely P*; attended it*: P and Q*."""
        if colon := next((pos for pos in range(at, min(at + TO_BY, stop)) if self.chunks[pos].is_word(":")), None):
            return tuple(self.agents.after(colon + 1, stop, is_list=True)[0])
        begins = at + (at < stop and self.chunks[at].is_word("the", "this"))
        begins += begins < stop and self.chunks[begins].meeting is not None
        if begins < stop and self.chunks[begins].is_word("from"):
            return tuple(self.agents.after(begins + 1, stop)[0])
        named = begins > at and begins + 1 < stop and self.chunks[begins].is_word(",")
        if named and self.chunks[begins + 1].is_word("namely", "including", "among"):
            them = begins + 2 < stop and self.chunks[begins + 2].is_word("them", "whom")
            return tuple(self.agents.after(begins + 2 + them, stop, is_list=True)[0])
        return ()

    def is_joint(self, verb: int, at: int) -> bool:
        """Whether a word of doing it together leads to a partner: *in cooperation with* B; *co-*organised with B."""
        if at < verb or self.chunks[verb].text.startswith("co-"):
            return True
        before = self.chunks[max(0, at - 6) : at]
        return any(
            chunk.is_word("with") and number and before[number - 1].text in tables.words("partner-words")
            for number, chunk in enumerate(before)
        )

    def _is_subject_matter(self, at: int, named: int) -> bool:
        """Whether a speech is on it: gave a talk to the Council *on the Conference*, briefed Minister P *on* it."""
        before = self.chunks[at - 1].text if at else ""
        told = before in tables.words("speech-verbs")
        if told and self.chunks[at].is_word("of"):
            return True  # they spoke *of the visit*
        lead = named - 1 - (named > at and self.chunks[named - 1].text in tables.words("determiners"))
        if before in _HOSTING and lead > at and self.chunks[lead].is_word("during", "at"):
            return True  # hosted *refugees*, as was said during the Conference
        if lead > at and is_of_talk(self.chunks, lead):
            return True  # briefed her on *the results of* the Summit
        if not (told or before in tables.words_of("speech-nouns", "attendee-nouns", "member-nouns")):
            return False
        aside = any(chunk.text in tables.words("asides") for chunk in self.chunks[at:named])
        if self.chunks[at].is_word("on", "about") and not aside:
            return True
        return lead >= at and self.chunks[lead].is_word("on", "about")

    def met_at(self, at: int, stop: int) -> MeetingMention | None:
        """The meeting at which it was done: adopted by P and Q *at the Summit*; not ahead of it, not for it."""
        pos = next((pos for pos in range(at, stop) if self.chunks[pos].meeting), None)
        if pos is None:
            return None
        lead = pos - 1 - (self.chunks[pos - 1].text in tables.words("determiners"))
        return self.chunks[pos].meeting if self.chunks[lead].is_word("at", "during") else None

    def meeting(self, at: int, stop: int) -> tuple[MeetingMention | None, bool]:
        """The meeting named behind the verb, or whether a pronoun stands for it."""
        if at < len(self.chunks) and self.chunks[at].is_word("it", "them"):
            return None, True
        if at and self.chunks[at - 1].is_word("it", "them"):
            return None, True
        for pos in range(at, min(at + _TO_THE_MEETING, stop)):
            chunk = self.chunks[pos]
            if chunk.meeting and not self._is_subject_matter(at, pos):
                return chunk.meeting, False
            if chunk.text not in _MEETING_ENDS or chunk.kind != "word":
                continue
            if not (chunk.text == "that" and pos + 1 < stop and self.chunks[pos + 1].meeting):
                return None, False
        return None, False
