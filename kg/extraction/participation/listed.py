"""Who took part by where he is named: as a delegation, under a side, a label."""

from collections.abc import Iterator, Sequence

from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.gathered import is_missing, joined_before
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.participation.rosters import (
    has_role,
    has_subject,
    is_of_one,
    labelled_lists,
    side_lists,
)
from kg.extraction.participation.set_phrases import SetPhrases
from kg.extraction.words import tables

_TO_COME = ("will", "would", "shall", "could", "may", "might", "should")
_OPENS = frozenset((":", ";"))
"""Marks behind which people are listed."""
_OPENING = 6
"""Chunks in which a sentence says that it tells of somebody's words."""


class ListedParts(PartReader):
    """Reads these parts in one sentence, or in one list with what introduces it."""

    def __init__(self, phrases: SetPhrases, agents: AgentReader, clauses: Sequence[Clause], scene: Scene) -> None:
        super().__init__(agents, scene)
        self.phrases = phrases
        self._clauses = clauses

    def all(self) -> Iterator[Part]:
        """Every part, manner by manner."""
        yield from self._delegates()
        yield from self._sides()
        yield from self._labelled()
        yield from self._for_side()
        yield from self._as_representative()
        yield from self._for_country()
        yield from self._in_brackets()
        yield from self._among()

    def _for_side(self) -> Iterator[Part]:
        """*For Norway,* P took part: who sends somebody is there too."""
        if not self._clauses or not self.chunks[0].is_word("for", "from"):
            return
        first = next((at for at, chunk in enumerate(self.chunks[:3]) if chunk.body), None)
        if first is None or first + 1 >= len(self.chunks):
            return
        told = [
            c for c in self._clauses if c.subject and c.subject[0].person and c.frame.subject and not c.hit.negative
        ]
        meeting = next((known for c in told if c.meeting and (known := self.scene.of(c.meeting))), None)
        meeting = meeting or self.scene.last or self.scene.main
        if told and told[0].begins == first + 2 and self.chunks[first + 1].is_word(",") and meeting:
            body = self.chunks[first]
            agent = Agent(first, body=body.body)
            yield Part(meeting, agent, body, "participant", "present", "part.delegates", None, None)

    def _as_representative(self) -> Iterator[Part]:
        """P, *as representative of the Tide Council*, attended it: whom he stands for is there too."""
        if "titles" not in self.agents.kinds or "as" not in self.agents.said:
            return
        told = [c for c in self._clauses if c.frame.subject == "participant" and c.meeting and not c.hit.negative]
        meeting = next((known for c in told if c.meeting and (known := self.scene.of(c.meeting))), None)
        for at, chunk in enumerate(self.chunks[1:] if meeting else (), 1):
            body = chunk.titles.titles[-1].body if chunk.titles and chunk.noun in tables.words("stand-ins") else None
            if meeting and body and self.chunks[at - 1].is_word("as"):
                agent = Agent(at, body=body)
                yield Part(meeting, agent, chunk, "participant", "present", "part.delegates", None, None)

    def _for_country(self) -> Iterator[Part]:
        """P, Envoy of Norway, *represented her country*: the state or body of his title was there."""
        for clause in self._clauses:
            behind = [chunk.text for chunk in self.chunks[clause.hit.end : clause.hit.end + 2]]
            stands = clause.frame.rule == "part.represent" and not clause.hit.negative and len(clause.subject) == 1
            meeting = (self.scene.of(clause.meeting) if clause.meeting else None) or self.scene.last or self.scene.main
            if not (stands and meeting and behind[:1] and behind[0] in tables.words("possessives")):
                continue
            person = clause.subject[0].person
            item = next((one for one in self.agents.items if clause.subject[0] in one.agents), None)
            for at in range(item.first, item.last) if item and behind[-1] in tables.words("own-lands") else ():
                titles = self.chunks[at].titles
                body = (
                    titles.titles[-1].body
                    if titles and self.agents.owner.get(self.chunks[at].first) == person
                    else None
                )
                if body:
                    agent = Agent(at, body=body)
                    yield Part(meeting, agent, self.chunks[at], "participant", "present", "part.delegates", None, None)

    def _in_brackets(self) -> Iterator[Part]:
        """Delegations were led by P *(Norway)* and Q *(Kenya)*: the states in brackets sent them."""
        for clause in self._clauses if "(" in self.agents.said else ():
            sends = clause.frame.is_of_delegation or clause.frame.rule == "part.represent"
            meeting = (self.scene.of(clause.meeting) if clause.meeting else None) or self.scene.last or self.scene.main
            if not (sends and clause.hit.passive and meeting) or clause.hit.negative:
                continue
            ends = [one.at for one in clause.subject[1:]] + [len(self.chunks)]
            found = [self._bracketed(one.at, end) for one, end in zip(clause.subject, ends, strict=False) if one.person]
            states = [at for at in found if at is not None]
            for at in states if len(states) > 1 else ():
                chunk, agent = self.chunks[at], Agent(at, body=self.chunks[at].body)
                yield Part(meeting, agent, chunk, "participant", "present", "part.delegates", clause.words, None)

    def _bracketed(self, at: int, end: int) -> int | None:
        """The state that alone stands in a bracket between ``at`` and ``end``."""
        inside = (pos for pos in range(at + 2, min(end, len(self.chunks) - 1)) if self.chunks[pos - 1].is_word("("))
        states = (pos for pos in inside if (body := self.chunks[pos].body) and body.is_state)
        return next((pos for pos in states if self.chunks[pos + 1].is_word(")")), None)

    def _among(self) -> Iterator[Part]:
        """Senior officials at the opening, *including P and Q,* said: those named of whoever was there."""
        for at, chunk in enumerate(self.chunks[:-2] if self._names_meeting else ()):
            if not chunk.meeting:
                continue
            meeting = self.scene.of(chunk.meeting)
            opens = self.chunks[at + 1].is_word("\u2013", "\u2014", ",", "(")
            if not meeting or not opens or self.chunks[at + 2].text not in tables.words("list-openers"):
                continue
            near = range(max(0, at - _OPENING), at)
            there = any(map(self.agents.links.is_of_people, near)) and any(self.chunks[n].is_word("at") for n in near)
            start = at + 3
            for agent in self.agents.after(start, self.phrases.next_start(start))[0] if there else ():
                place = (chunk.first, chunk.last)
                who = self.chunks[agent.at]
                yield Part(meeting, agent, who, "participant", "present", "part.with", None, place)

    def _delegates(self) -> Iterator[Part]:
        """``the Pakistani delegation``, ``the EU side``: whoever has one takes part in the main event."""
        told = self.scene.last or self.scene.main
        nouns = tables.words("delegation-nouns")
        if told is not None and (told.kind == "visit" or self._dated_before):
            told = None  # who has a delegation at a visit is told of with the talks
        for at, chunk in enumerate(self.chunks[:-1]) if self.says(nouns) else ():
            following = self.chunks[at + 1]
            if not (chunk.body or chunk.text in nouns) or self._is_of_another(at):
                continue
            there = self._met_there(at) or self._went_to(at)
            main, met = there or told, self._met if there is None else frozenset()
            behind = chunk.text in nouns and following.is_word("of", "from")
            named = next(
                (pos for pos in (at + 2, at + 3) if behind and pos < len(self.chunks) and self.chunks[pos].body), None
            )
            named = self._whence(named) if named else None
            if named and main and (named > at + 3 or self.chunks[at + 2].is_word("the") == (named == at + 3)):
                span = (chunk.first, chunk.last)
                several = self.agents.after(named)[0] if chunk.text.endswith("s") else []
                for agent in [one for one in several if one.body] or [Agent(named, body=self.chunks[named].body)]:
                    if agent.at in met:
                        continue
                    yield Part(
                        main, agent, self.chunks[agent.at], "participant", "present", "part.delegates", span, None
                    )
            owned = following.is_word("'s") and at + 2 < len(self.chunks)
            following = self.chunks[at + 2] if owned else following
            sends = following.kind == "word" and following.text in nouns and not self._is_sent_to(at + 1 + owned)
            if chunk.body and main and at not in met and sends:
                span = (following.first, following.last)
                others = joined_before(self.chunks, at) if following.text.endswith("s") else ()
                for pos, body in ((at, chunk.body), *others):
                    agent = Agent(pos, body=body)
                    yield Part(main, agent, self.chunks[pos], "participant", "present", "part.delegates", span, None)

    def _is_sent_to(self, noun: int) -> bool:
        """Whether a delegation stands at another body: Kenya's *delegation to the Reef Council* made it known."""
        led = self.chunks[noun + 1 : noun + 2]
        behind = self.chunks[noun + 2 : noun + 4]
        return bool(led) and led[0].is_word("at", "to") and any(one.body and not one.body.is_state for one in behind)

    def _met_there(self, at: int) -> Meeting | None:
        """The meeting in whose telling a delegation is named: earlier P had *met a delegation of the Agency*."""
        first, last = self.chunks[at].first, self.chunks[at].last
        homes = self.scene.home_of.values()
        met = (home for home in homes for one in home.mentions if one.by_verb and one.first <= first < last < one.last)
        return next(met, None)

    def _went_to(self, at: int) -> Meeting | None:
        """What the delegation paid of which a verb tells: *a delegation from Kenya visited* the Office last month."""
        paid = (one for one in self._clauses if one.frame.kind == "visit" and id(one) in self.scene.home_of)
        return next((self.scene.home_of[id(one)] for one in paid if 0 < one.hit.first - at < _OPENING), None)

    @computed
    def _met(self) -> frozenset[int]:
        """Those of whom a verb tells that they met somebody apart: he *met* the Kenyan delegation on Tuesday."""
        own = [one for one in self._clauses if one.frame.meeting == "own" and one.frame.kind != "visit"]
        return frozenset(agent.at for one in own for agent in (*one.subject, *one.object, *one.partners))

    @property
    def _dated_before(self) -> bool:
        """Whether the sentence opens with a year long ago: *In 2019*, a delegation of Kenya came."""
        words = [chunk.text for chunk in self.chunks[:2]]
        return len(words) > 1 and words[0] in ("in", "since") and words[1].isdecimal() and len(words[1]) == 4

    def _is_of_another(self, at: int) -> bool:
        """Whether those named from ``at`` came for something else, or did not: a *team* from B *would be* here."""
        ahead = self.chunks[at : at + _OPENING]
        noun = next((chunk.text for chunk in ahead if chunk.text in tables.words("delegation-nouns")), "")
        team = noun.startswith("team") and not self._names_people
        missing = is_missing(self.chunks, at)
        return missing or (not self._names_meeting and (team or any(chunk.is_word(*_TO_COME) for chunk in ahead)))

    @property
    def _names_meeting(self) -> bool:
        return "meeting" in self.agents.kinds

    @property
    def _names_people(self) -> bool:
        return "person" in self.agents.kinds

    def _whence(self, at: int) -> int | None:
        """The body from which a delegation came: of *Norway*; of EU tides experts from *the Agency*, not of the EU."""
        for pos in range(at + 1, min(at + _OPENING, len(self.chunks))):
            chunk = self.chunks[pos]
            if chunk.kind != "word" or not chunk.text[0].isalpha():
                return at
            if self.agents.links.is_of_people(pos):
                behind = self.chunks[pos + 1 : pos + 4]
                led = bool(behind) and behind[0].is_word("from", "of")
                return next((pos + 1 + n for n, one in enumerate(behind) if led and one.body), None)
            if chunk.text in tables.words("phrase-breaks") or chunk.text in tables.words("function-words"):
                return at
        return at

    def _sides(self) -> Iterator[Part]:
        """``Kenyan side: P, T; Q, T``: those listed under the name of a side."""
        main = self.scene.last or self.scene.main
        heads = list(side_lists(self.chunks)) if main and self.says(_OPENS) else []
        beside = len(heads) > 1
        for head, start in heads:
            span = (self.chunks[head].first, self.chunks[start - 2].last)
            for agent in self.agents.after(start, self.phrases.next_start(start))[0]:
                if main and (agent.person or (beside and self._is_entry(agent.at))):
                    chunk = self.chunks[agent.at]
                    role = "signatory" if main.kind == "signing" and agent.person else "participant"
                    yield Part(main, agent, chunk, role, "present", "part.heading", span, None)

    def _is_entry(self, at: int) -> bool:
        """Whether a chunk is an entry, not where the one above is: Kenyan side; *Coast Guard*; not P; *Coast Guard*."""
        behind = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        alone = self.chunks[at - 1].is_word(";", ":") and (behind is None or behind.is_word(";"))
        above = self.chunks[at - 2] if alone and at > 1 and self.chunks[at - 3].is_word(";") else None
        return alone and not (above and (above.person or above.titles))

    def _labelled(self) -> Iterator[Part]:
        """``Round the table: P, T; Q, T; R, T``: several people listed behind words that introduce them."""
        main = self.scene.last or self.scene.heading or self.scene.main
        if main is None or not self.says(_OPENS):
            return
        several = len(self.agents.labels) > 1
        told = {agent.at for clause in self._clauses for agent in (*clause.subject, *clause.object, *clause.partners)}
        last = self._headed or main
        for label, start, role in labelled_lists(self.chunks):
            named = (chunk.meeting for chunk in self.chunks[label:start] if chunk.meeting)
            main = next((known for one in named if (known := self.scene.of(one))), last)
            if any(label <= at < start or at < label < end for at, _, end in self.phrases.hits):
                continue
            agents, _ = self.agents.after(start, self.phrases.next_start(start))
            if self._headed and is_of_one(self.chunks[label : start - 1]):
                agents = agents[:1]  # *Moderator:* P; the others speak
            people = [agent for agent in agents if agent.person]
            alone = has_role(self.chunks[label : start - 1]) or several
            if role == "speaker" and len(agents) > 1 and all(one.body and one.body.is_state for one in agents):
                people = agents  # *Took the floor:* Norway, Kenya
            if len(people) < (1 if alone else 2) or told & {agent.at for agent in people}:
                continue
            span = (self.chunks[label].first, self.chunks[start - 2].last)
            label_ = self.chunks[label : start - 1]
            if several and role == "participant" and not has_role(label_) and has_subject(label_):
                done = "speaker"  # a subject, and who spoke on it
            else:
                done = role
            listed = agents if done in ("participant", "head-of-delegation") else people
            for agent in (*self._states(label_, label, done), *listed):
                own = done if agent.person else "participant"  # *Heads of delegation:* Norway: P
                yield Part(main, agent, self.chunks[agent.at], own, "present", "part.labelled", span, None)

    @property
    def _headed(self) -> Meeting | None:
        """The session whose name stands over the entries: *Panel I*; Moderator: P; Q, T; R, T."""
        named = self.chunks[0].meeting if len(self.chunks) > 1 and self.chunks[1].is_word(";", ":") else None
        return self.scene.of(named) if named else None

    @staticmethod
    def _states(label: Sequence[Chunk], at: int, done: str) -> list[Agent]:
        """The state over whose people a label stands, if it says nothing else: *NORWAY*; *From Kenya*."""
        named = [n for n, chunk in enumerate(label) if chunk.body and chunk.body.is_state]
        alone = all(chunk.body or chunk.is_word("from", "for") for chunk in label)
        first = label[named[0]] if len(named) == 1 and alone and done == "participant" else None
        return [Agent(at + named[0], body=first.body)] if first else []
