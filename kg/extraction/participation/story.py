"""The sentences of a page in turn: who took part in what, with the meetings told of so far kept in mind."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.absences import AbsenceReader
from kg.extraction.participation.acts import ActParts
from kg.extraction.participation.agents import AgentReader
from kg.extraction.participation.between import BetweenParts
from kg.extraction.participation.called import CalledParts
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.coverage import CoveredParts, is_coverage
from kg.extraction.participation.fronted import FrontedParts
from kg.extraction.participation.listed import ListedParts
from kg.extraction.participation.ministers import MinisterParts
from kg.extraction.participation.own_sessions import OwnSessionParts
from kg.extraction.participation.participations import of_clauses
from kg.extraction.participation.parties import PartyParts
from kg.extraction.participation.parts import Part, Scene
from kg.extraction.participation.phrased import PhraseParts
from kg.extraction.participation.programmes import AgendaParts, Biographies, ProgrammeParts, is_programme
from kg.extraction.participation.reported import ReportedParts
from kg.extraction.participation.rows import opens_recital
from kg.extraction.participation.senders import SenderParts
from kg.extraction.participation.set_phrases import SetPhrases
from kg.extraction.participation.speeches import SpeechParts
from kg.extraction.participation.spelt_out import SpeltOutParts
from kg.extraction.participation.theirs import TheirParts
from kg.extraction.participation.there import ThereParts
from kg.extraction.participation.unsaid import UnsaidParts
from kg.extraction.participation.with_whom import WithWhomParts
from kg.extraction.text.blocks import Block
from kg.extraction.text.hours import timed
from kg.extraction.text.page import Page
from kg.extraction.words.cue_phrases import ending

_TITLES = ("headline", "heading", "dateline")
_PAIR = 2


def _in_signing(part: Part) -> Part:
    """The part as it is at a signing: a body is there to sign, by whosever hand."""
    signs = part.meeting.kind == "signing" and part.agent.body and part.role == "participant"
    return replace(part, role="signatory") if signs and part.presence == "present" else part


def _once_listed(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, but that whose label names their meeting is listed for no other: *Present at the ceremony:* P."""
    labelled = {part.agent.at: part.meeting for part in parts if part.rule == "part.labelled"}
    for part in parts:
        if part.rule != "part.heading" or labelled.get(part.agent.at, part.meeting) is part.meeting:
            yield part


class StoryReader:
    """Reads the sentences one after the other; ``reported`` are those of whom only what they said is told.

    ``unsaid`` are the lists of people of whom the sentence that names them tells nothing.
    ``ahead`` has the numbers of meetings still to come.
    """

    def __init__(
        self,
        page: Page,
        meetings: Iterable[Meeting],
        homes: Iterable[tuple[Clause, Meeting]],
        main: Meeting | None,
        ahead: Container[int],
    ) -> None:
        self.page = page
        self.meeting_of = {mention: meeting for meeting in meetings for mention in meeting.mentions}
        self._alone = len({meeting.number for meeting in self.meeting_of.values()}) == 1
        self.home_of = {id(clause): home for clause, home in homes}
        self.main = main
        self._ahead = ahead if main and main.number not in ahead else ()
        self.reported: list[Part] = []
        self.unsaid: list[tuple[Part, ...]] = []
        self._last: Meeting | None = None
        self._told_in: Block | None = None
        self._heading: Meeting | None = None
        self._before: AgentReader | None = None
        self._is_programme = is_programme(page)
        self._session: Meeting | None = None
        self._told: list[Meeting] = []
        self._speakers = Biographies(page)

    def read(self, agents: AgentReader, clauses: Sequence[Clause]) -> Iterator[Part]:
        """The parts that the next sentence states, construction by construction."""
        stated = list(self._parts(agents, clauses))
        away = {(part.meeting.number, part.agent.at) for part in stated if part.presence in ("absent", "message")}
        there = [
            part for part in stated if part.presence != "present" or (part.meeting.number, part.agent.at) not in away
        ]
        yield from map(_in_signing, _once_listed(there))

    def _parts(self, agents: AgentReader, clauses: Sequence[Clause]) -> Iterator[Part]:
        block = self._block_of(agents.chunks)
        self._speakers.note(agents.chunks, block)
        if part := self._speakers.part(agents.chunks, block, self.main):
            yield part
        if agents.names_somebody:
            yield from self._stated(agents, clauses, block)
        self._before = agents
        self._keep_in_mind(agents, clauses, block)

    def _stated(self, agents: AgentReader, clauses: Sequence[Clause], block: Block | None) -> Iterator[Part]:
        scene = self._scene(block)
        phrases = SetPhrases(agents, clauses)
        told = list(of_clauses(clauses, scene))
        yield from told
        if "meeting" in agents.kinds:
            yield from PartyParts(phrases, agents, scene).all()
            yield from OwnSessionParts(agents, scene).all()
        yield from ListedParts(phrases, agents, clauses, scene).all()
        if "meeting" in agents.kinds:
            yield from AgendaParts(phrases, agents, scene).all()
        yield from FrontedParts(phrases, agents, scene).all()
        yield from WithWhomParts(agents, scene).all()
        if scene.session:
            yield from ProgrammeParts(agents, scene).all()
        if "there" in agents.said:
            yield from ThereParts(agents, scene, self._before).all()
        yield from SpeechParts(agents, scene).all()
        yield from ActParts(agents, scene).all()
        yield from CalledParts(agents, scene).all()
        if block and block.kind not in _TITLES and is_coverage(self.page):
            yield from CoveredParts(agents, scene).all()
        elif block and block.kind == "prose":
            self.reported += ReportedParts(agents, scene, told).all()
        if block and block.kind not in _TITLES:
            self.unsaid += UnsaidParts(agents, scene, alone=self._alone).all()
        yield from PhraseParts(phrases, agents, scene, self._before).all()
        yield from SenderParts(phrases, agents, scene).all()
        yield from SpeltOutParts(agents, scene, self._before).all()
        if "titles" in agents.kinds:
            yield from MinisterParts(agents, clauses, scene).all()
        if "between" in agents.said:
            yield from BetweenParts(agents, scene).all()
        yield from AbsenceReader(agents, scene).all()
        if "meeting" in agents.kinds:
            yield from TheirParts(agents, scene, self._before).all()

    def _scene(self, block: Block | None) -> Scene:
        near = self._last if block is self._told_in else None
        pair = tuple(self._told) if len(self._told) == _PAIR else ()
        return Scene(
            self.meeting_of, self.home_of, near, self.main, self._last, self._heading, self._noun, self._session, pair
        )

    def _noun(self, mention: MeetingMention) -> str:
        return self.page.tokens[mention.head].lower

    def _keep_in_mind(self, agents: AgentReader, clauses: Sequence[Clause], block: Block | None) -> None:
        chunks = agents.chunks
        named = self._foremost(chunks) if "meeting" in agents.kinds else ()
        told = self._newly_told(chunks, named, clauses)
        titled = bool([one for one in named if one.meeting and one.meeting.labelled and one.meeting.is_part])
        for one in told:
            if (
                len(self._told) <= _PAIR
                and (one.ordinal or not one.is_part)
                and all(one is not known for known in self._told)
            ):
                self._told.append(one)
        if self._is_programme and self._is_timed(chunks):
            self._session = told[0] if told else self.main
        elif self._session and told and titled:
            self._session = told[0]  # its title stands below the hour
        if self._last:
            told = [meeting for meeting in told if not self._is_apart(meeting)]
        if not (told or block is self._told_in or opens_recital(chunks)):  # a noun goes before a verb beside it
            told = [self.home_of[id(one)] for one in clauses if id(one) in self.home_of]
        if told:
            self._last, self._told_in = told[-1], block
            heads = titled or (block and block.kind in ("heading", "headline")[: 1 + (self._heading is not None)])
            self._heading = told[-1] if heads else self._heading

    def _newly_told(self, chunks: Sequence[Chunk], named: Sequence[Chunk], clauses: Sequence[Clause]) -> list[Meeting]:
        """The meetings of a sentence, but those that only say when or whereof another was: talks *ahead of* the Summit.

        One that stands alone is told of, unless another was before: a *follow-up to* the Workshop held in Oslo.
        """
        known = [(self.meeting_of[one.meeting], at) for at, one in enumerate(named) if one.meeting in self.meeting_of]
        recalled = [meeting for meeting, at in known if self._is_recalled(chunks, at)]
        fresh = [meeting for meeting, at in known if not self._is_recalled(chunks, at)]
        if fresh or not recalled:
            return fresh
        met = [self.home_of[id(one)] for one in clauses if id(one) in self.home_of]
        if met:
            return met
        return recalled if self._last is None else [meeting for meeting in recalled if meeting is self.main]

    @staticmethod
    def _is_recalled(chunks: Sequence[Chunk], at: int) -> bool:
        end = at - (at > 0 and chunks[at - 1].is_word("the", "its", "their"))
        return opens_recital(chunks) or ending("recalled-leads", chunks, end) is not None

    def _is_timed(self, chunks: Sequence[Chunk]) -> bool:
        index = self.page.sentence_of(chunks[0].first) if chunks else None
        return index in self.page.kept(timed)

    def _is_apart(self, meeting: Meeting) -> bool:
        """Whether a meeting is only recalled, or still to come in a text that tells what was: no sentence goes on."""
        return meeting.number in self._ahead or all(one.apart for one in meeting.mentions)

    @staticmethod
    def _foremost(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
        """The chunks without what is only told of somebody: a ceremony for officers *who completed a course*."""
        for at, chunk in enumerate(chunks):
            if chunk.text in ("who", "whose") and chunk.kind == "word" and any(one.meeting for one in chunks[:at]):
                return chunks[:at]
        return chunks

    def _block_of(self, chunks: Sequence[Chunk]) -> Block | None:
        index = self.page.sentence_of(chunks[0].first) if chunks else None
        return self.page.sentences[index].block if index is not None else None
