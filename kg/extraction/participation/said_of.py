"""Of whom each verb of a sentence is said: its subject, or that of a verb before it, or one behind a comma."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.participation.agents import Agent, AgentReader, Subject
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Item
from kg.extraction.participation.rosters import is_finite
from kg.extraction.participation.subject_behind import SubjectBehind
from kg.extraction.participation.verbs import VerbHit, is_reduced
from kg.extraction.words import tables

_TO_THE_SUBJECT = 24
_TO_THE_MEETING = 40
_BESIDE = 5
_TOGETHER = frozenset(("part.gather", "part.meet"))
_CAME = frozenset(("part.bring", "part.gather", "part.attend"))
_TEAMS = frozenset(("part.delegation", "part.bring"))
_CLAUSE_ENDS = (";", ":", "that", "who", "which", "while", "when", "where", "if", "as")


class SaidOf:
    """Finds the subjects of the verbs of one sentence."""

    def __init__(self, agents: AgentReader, hits: Sequence[VerbHit]) -> None:
        self.chunks: Sequence[Chunk] = agents.chunks
        self.agents = agents
        self.hits = hits
        self.behind = SubjectBehind(agents, hits)

    def all(self) -> list[Subject]:
        """The subject of each verb, in order; nobody, if none is found."""
        subjects: list[Subject] = []
        last = Subject()
        bidden = False
        for number, hit in enumerate(self.hits):
            before = self.hits[number - 1] if number else None
            bidden = before is not None and hit.infinitive and (bidden or self._is_bidden(before, hit))
            if bidden or self._counts_others(before, hit) or self._says_what_about(before, hit):
                subjects.append(Subject())
                continue
            subject = (
                self.behind.fronted(hit)
                or self._gladly(hit)
                or self._meanwhile(hit)
                or self._thanked(hit)
                or self._modified(hit)
                or self._plain(before, hit)
            )
            subject = self._of_thing(subject, hit)
            silent = not (subject.agents or subject.meeting or subject.item or subject.is_it)
            if silent and before and self._goes_on(before, hit):
                subject = subjects[-1]
            elif silent and hit.infinitive:
                subject = self.agents.subjects.nearest(hit.first)
                if not subject.agents and before and self._is_way(before):
                    subject = last  # P came on a visit with a large delegation *to attend* it
            elif silent and last.meeting and is_reduced(self.chunks, hit) and not self._is_bracketed(hit):
                subject = (
                    Subject(is_which=True) if self._is_of_body(hit) else last
                )  # it was held in Oslo, *chaired by P*
            elif silent and hit.form == "ing" and hit.first and self.agents.links.is_of_people(hit.first - 1):
                pass  # P met the experts *attending* the Forum
            elif subject.shared or (silent and hit.form == "ing"):
                if subject.shared and not (last.agents or last.meeting):
                    last = replace(self._of_sentence(hit), meeting=None)
                subject = last if last.agents or last.meeting else replace(last, is_it=True)
            elif silent and not last.agents and is_reduced(self.chunks, hit) and self.chunks[hit.at - 1].is_word(","):
                subject = replace(self._of_sentence(hit), agents=())  # it began on Monday, *chaired by P*
            elif not silent:
                last = subject
            subjects.append(subject)
        return [self._with_helpers(hit, subject) for hit, subject in zip(self.hits, subjects, strict=True)]

    def _of_thing(self, subject: Subject, hit: VerbHit) -> Subject:
        """What *which* takes up behind people: the meeting was chaired by P, *which was attended by* Q."""
        people = subject.item is not None and self.chunks[subject.item.last - 1].person
        if not (subject.is_which and people and hit.passive):
            return subject
        named = range(subject.first or 0, max(-1, hit.first - _TO_THE_MEETING), -1)
        at = next((at for at in named if self.chunks[at].meeting or self.chunks[at].is_word(*_CLAUSE_ENDS)), None)
        meeting = None if at is None else self.chunks[at].meeting
        return subject if meeting is None else Subject(meeting=meeting, first=at)

    @staticmethod
    def _says_what_about(before: VerbHit | None, hit: VerbHit) -> bool:
        """Whether it only says what they met for: P met with A, B and C *to discuss* tides; it brought A and B *to*."""
        if before is None or not hit.infinitive or hit.options[0].rule not in ("part.discuss", "part.meet"):
            return False
        came = any(frame.rule in _CAME for frame in before.options)
        if came and (hit.options[0].rule == "part.discuss" or all(not frame.object for frame in hit.options)):
            return True  # to discuss, *to exchange views*; but P attended *to meet Q*
        if hit.options[0].rule != "part.discuss":
            return False
        return not before.passive and any(frame.meeting == "own" and frame.kind != "visit" for frame in before.options)

    def _counts_others(self, before: VerbHit | None, hit: VerbHit) -> bool:
        """Whether it is said of what a meeting dealt with: it discussed threats to many states, *including* A."""
        told = self.chunks[hit.at].is_word("including") and hit.first > 1 and self.chunks[hit.first - 1].is_word(",")
        if not told or (before and before.options[0].rule != "part.discuss"):
            return False
        dealt = self.chunks[1 : hit.first - 1]
        return any(c.kind == "word" and not c.capital and (is_finite(c) or c.text.endswith("ed")) for c in dealt)

    def _with_helpers(self, hit: VerbHit, subject: Subject) -> Subject:
        """Who did it too: the Centre *collaborated with the College to* host it, *teamed up with it in* doing so."""
        at = hit.first - (hit.first > 0 and self.chunks[hit.first - 1].is_word("to", "in"))
        if not (hit.infinitive or hit.form == "ing") or not self.chunks[at].is_word("to", "in"):
            return subject
        items = self.agents.items_before(at)
        lead = items[0].first - 1 if items else 0
        if lead < 1 or not self.chunks[lead].is_word("with"):
            return subject
        verb = next((pos for pos in (lead - 1, lead - 2) if self.chunks[pos].text in tables.words("helping-verbs")), 0)
        helpers = tuple(agent for item in items for agent in item.agents)
        first = subject.agents or tuple(self.agents.before(verb)) if verb else ()
        if not first or not helpers or helpers[0] in first:
            return subject
        return replace(subject, agents=(*first, *helpers))

    def _of_sentence(self, hit: VerbHit) -> Subject:
        """The subject of a verb before it that says nothing of taking part: *P thanked his host* and met Q."""
        for at in range(1, hit.first):
            chunk = self.chunks[at]
            if chunk.is_word(*_CLAUSE_ENDS):
                break
            if not chunk.capital and (is_finite(chunk) or (chunk.kind == "word" and chunk.text.endswith("ed"))):
                found = self.agents.subjects.subject(at)
                if found.agents or found.meeting:
                    return found
        return Subject()

    def _is_bidden(self, before: VerbHit, hit: VerbHit) -> bool:
        """Whether it is what somebody is invited to do: P invited Q *to attend*; neither of the two did."""
        asks = not before.passive and all(frame.object == "invited" for frame in before.options)
        return asks and hit.infinitive and any(before.end <= item.first < hit.first for item in self.agents.items)

    def _goes_on(self, before: VerbHit, hit: VerbHit) -> bool:
        """Whether only what he does beside it parts a verb from its subject: P, currently *visiting Kenya* met Q.

        Behind a comma a verb may go on with what led the one before: P will call on Q*, meet R* and address them.
        """
        if hit.led and self.chunks[hit.first - 1].is_word(",") and not is_reduced(self.chunks, before):
            return True
        between = self.chunks[before.end : hit.first]
        told = before.form == "ing" and hit.form in ("past", "s") and len(between) <= _BESIDE
        return told and any(c.body for c in between) and not any(c.is_word(",", "and", *_CLAUSE_ENDS) for c in between)

    def _plain(self, before: VerbHit | None, hit: VerbHit) -> Subject:
        """What stands in front of the verb; of a delegation of people nobody names, those it is said to be of."""
        subject = self.agents.subjects.subject(hit.first)
        named = subject.agents or subject.meeting or subject.is_it or before is None
        members = () if named or before is None else self._of_team(before, hit)
        if before and members:
            return Subject(members, first=before.first)
        silent = not (subject.agents or subject.meeting or subject.item or subject.is_it)
        return (self._told_more(hit) if silent else None) or subject

    def _of_team(self, before: VerbHit, hit: VerbHit) -> tuple[Agent, ...]:
        """Those of a delegation of people nobody names: five members, *led by P*, visited Oslo; *formed by P and Q*."""
        team = any(frame.rule in _TEAMS for frame in before.options)
        if not (team and hit.form == "past" and is_reduced(self.chunks, before)):
            return ()
        if not self.agents.links.is_of_team(before.first):
            return ()
        end = hit.first - self.chunks[hit.first - 1].is_word(",")
        by = before.end + self.chunks[before.end].is_word("by")
        members, last = self.agents.after(by, end)
        return tuple(members) if last == end and all(agent.person for agent in members) else ()

    @staticmethod
    def _is_way(hit: VerbHit) -> bool:
        """Whether it tells that somebody went somewhere: what follows is what for."""
        return any(frame.rule == "part.visit" for frame in hit.options)

    def _is_of_body(self, hit: VerbHit) -> bool:
        """Whether it is a body that somebody runs: the budget of *the Tide Council, chaired by P*; not *at* it."""
        runs = all(frame.subject in ("chair", "co-chair", "head-of-delegation") for frame in hit.options)
        if not (runs and hit.first > 2 and is_reduced(self.chunks, hit) and self.chunks[hit.first - 1].is_word(",")):
            return False
        body = self.chunks[hit.first - 2].body
        lead = self.chunks[hit.first - 3 - self.chunks[hit.first - 3].is_word("the")] if hit.first > 3 else None
        if body is None or body.is_state or lead is None or lead.text in tables.words("houses"):
            return False
        return lead.is_word("by", "of", "from", "to", "with") and not self._is_housed(hit.first - 4)

    def _is_housed(self, at: int) -> bool:
        """Whether the body behind ``at`` only lends its house: *at the headquarters of* the Council."""
        near = self.chunks[max(0, at - _BESIDE) : at + 1]
        return any(one.text in tables.words("houses") or one.is_word("at") for one in near)

    def _is_bracketed(self, hit: VerbHit) -> bool:
        """Whether it is said in brackets, of what stands before them: the group on tides (*chaired by P*)."""
        return hit.first > 0 and self.chunks[hit.first - 1].is_word("(")

    def _gladly(self, hit: VerbHit) -> Subject | None:
        """*P had the honour of* receiving Q."""
        if not (hit.form == "ing" and hit.first > 2 and self.chunks[hit.first - 2].text in tables.words("gladly-done")):
            return None
        had = next((pos for pos in range(hit.first - 3, 0, -1) if self.chunks[pos].is_word("had", "has", "have")), None)
        return self.agents.subjects.subject(had) if had else None

    def _meanwhile(self, hit: VerbHit) -> Subject | None:
        """P, *while delivering remarks,* thanked Q; said P, *addressing it*; P told Q *after chairing it*."""
        at = hit.first - 1
        if (
            hit.form != "ing"
            or at < 1
            or any(not chunk.text.endswith("ly") for chunk in self.chunks[hit.first : hit.at])  # *having been* led
            or not self.chunks[at].is_word("while", "when", "after", "before", "upon", ",")
        ):
            return None
        if self.chunks[at].is_word(","):
            item = self.agents.ending_at(at)
            came = any(frame.rule == "part.meet" for frame in hit.options)  # the Council*, meeting in Oslo,* adopted
            alone = item is not None and any(agent.person or (came and agent.body) for agent in item.agents)
            return Subject(item.agents, first=item.first, item=item) if item and alone else None
        end = at - (self.chunks[at - 1].is_word(",") or self.chunks[at - 1].text in tables.words("speech-verbs"))
        item = self.agents.ending_at(end) or self._alone_before(hit, at)
        main = not any(chunk.is_word(*_CLAUSE_ENDS) for chunk in self.chunks[:at])
        if item is None and main and self.chunks[at].is_word("while", "when", "upon"):
            said = replace(self._of_sentence(hit), meeting=None)  # P disclosed this *while receiving Q*
            return said if len(said.agents) == 1 and said.agents[0].person else None
        return Subject(item.agents, first=item.first, item=item) if item and item.agents else None

    def _told_more(self, hit: VerbHit) -> Subject | None:
        """The body of which a clause tells more in between: *the Group* that Norway and Kenya have set up *met*."""
        if not any(frame.rule in _TOGETHER for frame in hit.options) or hit.infinitive or hit.passive:
            return None
        for at in range(hit.first - 2, max(0, hit.first - _TO_THE_SUBJECT // 2), -1):
            if self.chunks[at].is_word(",", ";", ":", "and", "but"):
                if not self.chunks[at].is_word("and"):
                    return None
                continue
            if self.chunks[at].is_word("that", "which"):
                item = self.agents.ending_at(at)
                opens = item is not None and item.first <= 1 and any(agent.body for agent in item.agents)
                return Subject(item.agents, first=item.first, item=item) if item and opens else None
        return None

    def _alone_before(self, hit: VerbHit, at: int) -> Item | None:
        """The one person named before: *P told reporters after* chairing it."""
        if any(frame.meeting == "own" for frame in hit.options):
            return None
        before = [item for item in self.agents.items if item.last <= at and not item.inner and item.agents]
        return before[0] if len(before) == 1 and before[0].agents[0].person else None

    def _modified(self, hit: VerbHit) -> Subject | None:
        """The delegation*, led by P*: what a participle without an auxiliary is said of."""
        if not is_reduced(self.chunks, hit):
            return None
        if hit.first == 0:
            return self.behind.of_main_clause(hit)
        represents = any(frame.object == "represented" for frame in hit.options)
        found = self.agents.subjects.antecedents.modified(hit.first, named=represents)
        unread = represents and self.chunks[hit.first - 1].is_word(",") and self.chunks[hit.first - 2].kind == "word"
        return found if found.item or found.meeting or unread else None  # the host country*, represented by Q*

    def _thanked(self, hit: VerbHit) -> Subject | None:
        """Thanked *Norway and Kenya for hosting* the talks; thank you, *Minister*, for hosting us: before *for*."""
        end = hit.first - 1
        if hit.infinitive and end > 0 and self.chunks[end].text.endswith("ing"):
            end -= 1  # thanked Norway for *offering to host* the talks
        elif hit.form != "ing":
            return None
        if end < 0 or not self.chunks[end].is_word("for"):
            return None
        items = self.agents.items_before(end - (end > 0 and self.chunks[end - 1].is_word(",")))
        listed = [one for one in items if not self._says_what_for(one.last, end)]
        agents = tuple(agent for one in listed for agent in one.agents)
        return Subject(agents, first=listed[0].first, item=listed[-1]) if listed else None

    def _says_what_for(self, first: int, last: int) -> bool:
        """Whether *for* stands between: thanked *Kenya for its work and* Norway for hosting."""
        return any(chunk.is_word("for") for chunk in self.chunks[first:last])
