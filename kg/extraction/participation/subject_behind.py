"""Subjects behind what leads to them: *Speaking at the launch,* P said so; *led by P,* the delegations met."""

from collections.abc import Sequence

from kg.extraction.participation.agents import AgentReader, Subject
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.rosters import acts_behind, is_finite
from kg.extraction.participation.verbs import VerbHit, is_reduced
from kg.extraction.words import tables

_TO_THE_SUBJECT = 24
_RUN_BY = frozenset(("chair", "co-chair", "host", "head-of-delegation", "moderator"))


class SubjectBehind:
    """Finds the subjects that stand behind the verbs of one sentence."""

    def __init__(self, agents: AgentReader, hits: Sequence[VerbHit]) -> None:
        self.chunks: Sequence[Chunk] = agents.chunks
        self.agents = agents
        self.hits = hits

    def fronted(self, hit: VerbHit) -> Subject | None:
        """*Speaking at the launch,* P …: the subject of the sentence stands behind the comma."""
        if hit.form != "ing" or any(chunk.kind != "word" for chunk in self.chunks[: hit.first]) or hit.first > 2:
            return None
        for at in range(hit.end, min(hit.end + 10, len(self.chunks) - 1)):  # Heading the delegations *were P and Q*
            if self.chunks[at].is_word(",", "which", "that", "who"):
                break  # Speaking at the seminar *which was* held in Oslo, P …
            if self.chunks[at].is_word("were", "was", "are", "is", "included", "include", ":"):
                return Subject(tuple(self.agents.after(at + 1)[0]))
        commas = [
            at
            for at in range(hit.end, min(hit.end + _TO_THE_SUBJECT, len(self.chunks)))
            if self.chunks[at].is_word(",")
        ]
        told = self._unnamed_does(commas[0]) if commas else None
        listed = (self.agents.after(comma + 1) for comma in commas if told is None or comma < told)
        named = [
            (agents, end) for agents, end in listed if agents and (agents[0].person or not hit.options[0].is_of_meeting)
        ]
        doers = (
            agents for agents, end in named if acts_behind(self.chunks, end)
        )  # after meeting the Director, Q, *P* said
        agents = next(doers, named[0][0] if named else None)
        return Subject(tuple(agents)) if agents else self._without_comma(hit)

    def _unnamed_does(self, comma: int) -> int | None:
        """Where one nobody names is the subject: Addressing it, *the Director* thanked his host, Minister P."""
        for at in range(comma + 1, len(self.chunks) - 1):
            who, verb = self.chunks[at], self.chunks[at + 1]
            alone = who.is_word("he", "she", "they") or (who.titles is not None and self.chunks[at - 1].is_word("the"))
            if alone and verb.kind == "word" and (is_finite(verb) or verb.text.endswith("ed")):
                return at
        return None

    def _without_comma(self, hit: VerbHit) -> Subject | None:
        """*Speaking at the launch in Oslo on Monday* P said: nothing parts the subject from what leads to it."""
        for item in self.agents.items:
            if item.first <= hit.end or item.inner or not any(agent.person for agent in item.agents):
                continue
            lead, said = self.chunks[item.first - 1], self.chunks[item.last : item.last + 1]
            led = lead.kind == "word" and lead.text in tables.words("function-words")
            speaks = any(one.text in tables.words("speech-verbs") for one in said)
            return Subject(item.agents, first=item.first, item=item) if speaks and not led else None
        return None

    def of_main_clause(self, hit: VerbHit) -> Subject | None:
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
        return self._of_gathering(hit)

    def _of_gathering(self, hit: VerbHit) -> Subject | None:
        """*Chaired by P,* the ministers met in Oslo: of the meeting of which the verb behind the comma tells."""
        runs = all(frame.subject in _RUN_BY for frame in hit.options)
        told = (
            one for one in self.hits if one.first > hit.end and not one.passive and not is_reduced(self.chunks, one)
        )
        verb = next(told, None)
        if (
            not runs
            or verb is None
            or not any(frame.rule == "part.gather" or frame.rule == "part.meet" for frame in verb.options)
        ):
            return None
        commas = (at for at in range(verb.first - 1, hit.end, -1) if self.chunks[at].is_word(","))
        comma = next((at for at in commas if self.chunks[at + 1].is_word("the", "its", "their")), None)
        return Subject(is_it=True, first=comma) if comma else None
