"""The subject of a verb: what it is said of, with adverbs, places and asides between the two passed over."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.computed import computed
from kg.extraction.participation.antecedents import AntecedentReader
from kg.extraction.participation.chunks import Chunk, bracket_opens
from kg.extraction.participation.composed import with_members
from kg.extraction.participation.frames import frames
from kg.extraction.participation.governed import GovernedReader, governs
from kg.extraction.participation.items import Item, Subject
from kg.extraction.participation.joint_sides import with_other_sides
from kg.extraction.participation.lists import ListReader
from kg.extraction.participation.openings import is_passed, is_preposition
from kg.extraction.participation.stand_ins import in_front
from kg.extraction.words import tables

_NEAREST = 12
"""Chunks between a subject and the verb that says what for."""
_FOR_WHAT = 14
"""Chunks in which it is told what a meeting is for."""
_TO_AMONG = 4
"""Chunks of a bracket that names nobody."""
_FAR = 40
"""How many chunks may stand between a subject and its verb, appositions counted as one."""


class SubjectReader:
    """Reads the subjects of one sentence; ``participles`` follow what they are said of: the delegation *led* by P."""

    def __init__(self, lists: ListReader, participles: frozenset[int] = frozenset()) -> None:
        self.lists = lists
        self.chunks: Sequence[Chunk] = lists.chunks
        self.participles = participles
        self.antecedents = AntecedentReader(lists)
        self.governed = GovernedReader(lists)

    def subject(self, at: int) -> Subject:
        """The subject of the verb at chunk ``at``: what it is said of, adverbs and places between passed over."""
        return with_members(self.lists, with_other_sides(self.lists, self.participles, self._subject(at), at), at)

    def _subject(self, at: int) -> Subject:
        around = self._around(at)
        if around:
            return Subject(around.agents, first=around.first, item=around)
        if told := in_front(self.lists, at) or self.antecedents.all_of(at) or self._across_relative(at):
            return told
        pos, comma = at, None
        while pos > 0 and at - pos < _FAR:
            town = self._town_of(pos) if pos < at or self.chunks[at].is_word("to") else None
            found = (
                town if town is not None else self._of_list(pos) if pos in self.lists.ending else self._of_chunk(pos)
            )
            if found is None and comma is not None:
                found, comma = self._opening(pos), None
            if found is None or isinstance(found, Subject):
                return found or Subject()
            if self.chunks[pos - 1].is_word(","):
                comma = pos - 1
            pos = found
        return Subject()

    def _across_relative(self, at: int) -> Subject | None:
        """What a clause is told of in between: *the workshop*, attended by Norway and Kenya, *was* organised by.

        A delegation likewise: *the delegation*, which included officers of the Agency, *was* led by P.
        """
        if at < 2 or not self.chunks[at - 1].is_word(","):
            return None
        for pos in range(at - 2, max(1, at - _FAR // 2), -1):
            if self.chunks[pos].is_word(";", ":", "but") or (self._joins_verb(pos)):
                return None
            told = self.chunks[pos].is_word("which") or pos in self.participles
            if told and self.chunks[pos - 1].is_word(","):
                inner = any(pos <= verb < at for verb in self.lists.verbs)
                found = replace(self.antecedents.of(pos), is_which=False)
                party = found.item is not None and found.item.is_delegation
                return found if inner and (found.meeting or party) else None
        return None

    def _joins_verb(self, at: int) -> bool:
        """Whether *and* joins a verb, and not the last of a list."""
        return self.chunks[at].is_word("and") and (at + 1 in self.lists.verbs or at + 1 not in self._named)

    @computed
    def _named(self) -> frozenset[int]:
        return frozenset(item.first for item in self.lists.items)

    def _of_chunk(self, pos: int) -> Subject | int | None:
        """What the chunk that ends at ``pos`` tells of the subject: it, where to go on, or nothing."""
        chunk = self.chunks[pos - 1]
        if chunk.meeting:
            before = pos - 3 if pos > 1 and self.chunks[pos - 2].is_word("the", "its", "this", "a", "an") else pos - 2
            place = self.chunks[before].body is not None and self.chunks[0].is_word("at", "in")
            governed = before >= 0 and governs(self.chunks[before]) and not place  # at B *a workshop* was held
            return pos - 1 if governed else Subject(meeting=chunk.meeting, first=pos - 1)
        if chunk.kind != "word":
            return None
        if chunk.is_word("who", "which", "that"):
            return self._counted(pos - 1) or self.antecedents.of(pos - 1)
        if pos - 1 in self.participles:
            found = self.antecedents.of(pos - 1)
            whole = self._of_list(found.item.last) if found.item and not found.item.aside else None
            if isinstance(whole, Subject):
                return whole  # P and Q, accompanied by R, addressed
            return replace(found, is_which=False) if found.item or found.meeting else None
        if chunk.is_word("it") or self._is_opening(pos - 1):
            return Subject(is_it=True, first=pos - 1)
        if chunk.is_word("and") and pos < len(self.chunks) and is_preposition(self.chunks[pos]):
            return pos - 1  # in cooperation with B *and with* support of C
        if chunk.is_word("and", "then"):
            return Subject(shared=True)
        if chunk.is_word(")") and (opened := bracket_opens(self.chunks, pos - 1)) is not None:
            return opened
        if is_passed(self.chunks, pos - 1):
            return pos - 1
        return self._across_unnamed(pos) or self._preposition(pos) or self._behind_meeting(pos)

    def _behind_meeting(self, pos: int) -> int | None:
        """Right behind a meeting of which a participle or *to* tells what for: a ceremony *to mark it* was held."""
        for back in range(pos - 1, max(0, pos - _FOR_WHAT), -1):
            chunk = self.chunks[back]
            if chunk.kind not in ("word", "body") or chunk.is_word(",", ";", ":", "that", "which", "who", "and"):
                return None
            if self.chunks[back - 1].meeting:
                aimed = chunk.text.endswith("ed") and self.chunks[back + 1].is_word("at", "to", "for", "under")
                tells = (aimed or chunk.text.endswith("ing")) and back not in self.lists.verbs
                return back if chunk.kind == "word" and (tells or chunk.is_word("to")) else None
        return None

    def _is_opening(self, at: int) -> bool:
        """Whether the beginning or end of a meeting stands for it: *the opening* was addressed by P."""
        named = self.chunks[at].text in tables.words("opening-parts")
        return named and at > 0 and self.chunks[at - 1].is_word("the", "its")

    def _counted(self, at: int) -> int | None:
        """Behind those who are counted among the people at ``at``: *P and Q* were among those who attended."""
        for pos in range(at - 1, max(0, at - _TO_AMONG), -1):
            one = self.chunks[pos].is_word("of") and self.chunks[pos - 1].is_word("one")
            if one or self.chunks[pos].is_word("among"):
                being = pos - 2 if one or self.chunks[pos - 1].is_word("also") else pos - 1
                return being if self.chunks[being].is_word("was", "were", "is", "are") else None
        return None

    def _across_unnamed(self, pos: int) -> int | None:
        """Where the list ends that people nobody names go on with: Norway and Kenya *and civil society* attended."""
        if self.lists.links.is_company(pos - 1):
            pos -= 2
        if not self.lists.links.is_of_people(pos - 1):
            return self.lists.behind_odd(pos)
        at = before = pos
        while at == before or at > max(0, pos - _FAR // 2):
            before, at = at, self.lists.links.phrase_begins(at)
            while at > 0 and self.chunks[at - 1].is_word(",", "and", "as", "well", "the", "with", "together"):
                at -= 1
            if at in self.lists.ending and at < pos - 1:
                return at
            if at == before:
                break
        behind = self.lists.behind_odd(pos)
        return behind if behind and self.chunks[behind - 1].titles else None  # a title runs on up to the verb

    def _around(self, at: int) -> Item | None:
        """The item in whose aside chunk ``at`` stands: what is told there is told of it."""
        index = self.lists.covering[at] if at < len(self.chunks) else None
        item = self.lists.items[index] if index is not None else None
        return item if item and item.aside and at > item.aside else None

    def nearest(self, at: int) -> Subject:
        """Who is nearest in front with nothing but words between: *P travelled to Oslo* to attend."""
        pos = at
        while pos > 0 and at - pos < _NEAREST:
            if pos in self.lists.ending:
                found = self._town_of(pos) or self._of_list(pos)
                if isinstance(found, Subject):
                    return found
                pos = found  # travelled to *Norway* to attend
                continue
            chunk = self.chunks[pos - 1]
            land = chunk.is_word(",") and pos - 1 in self.lists.ending  # travelled to Oslo, *Norway,* to attend
            visit = chunk.meeting is not None and chunk.meeting.kind == "visit"
            if (
                not land
                and not visit
                and (chunk.kind != "word" or chunk.is_word(";", ":", "that", "which", "who", "and", ","))
            ):
                break
            pos -= 1
        return Subject()

    def _town_of(self, last: int) -> int | None:
        """Where to go on from the item that says where a town is: held in Oslo*, Norway*; the Agency *Oslo, Norway*."""
        if last not in self.lists.ending:
            return None
        item = self.lists.items[self.lists.ending[last]]
        state = len(item.agents) == 1 and all(agent.body and agent.body.is_state for agent in item.agents)
        before = self.chunks[max(0, item.first - 2) : item.first]
        alone = state and item.agents[0].at == item.first  # not *judges from* Norway
        if not (alone and len(before) > 1 and before[1].is_word(",")):
            return None
        joined = any(chunk.is_word("and") for chunk in self.chunks[last : last + 1])
        if before[0].meeting and before[0].meeting.destination and not joined:
            return item.first - 1  # on a visit to Oslo*, Norway*
        if before[0].kind != "word" or not before[0].capital or item.first < 3:
            return None
        lead = self.chunks[item.first - 3]
        if lead.is_word("in", "at", "to", "for", "from"):
            return item.first - 1
        return item.first - 2 if lead.is_word(")") or lead.kind == "body" else None

    def _opening(self, pos: int) -> int | None:
        """The comma that opens an aside in which ``pos`` stands: P*, accompanied by Q,* attended."""
        for at in range(pos - 1, max(0, pos - _FAR // 2), -1):
            if self.chunks[at].is_word(";", ":", "that"):
                return None
            if self.chunks[at].is_word(","):
                return at
        return None

    def _preposition(self, pos: int) -> int | None:
        """Before a phrase of time or place that ends at ``pos``: *on the margins of it*, in Vienna."""
        for back in range(pos - 1, max(-1, pos - 7), -1):
            chunk = self.chunks[back]
            if chunk.kind not in ("word", "body", "meeting") or chunk.is_word(";", ":", ",", "and"):
                return None
            if is_preposition(chunk) or chunk.is_word("via", "since", "through"):
                return back
        return None

    def _of_list(self, last: int) -> Subject | int:
        """The subject made of the list that ends at ``last``; else the chunk to go on from."""
        items = self._with_owned(self._of_sentence(self.lists.items_before(last)))
        first = items[0].first
        if not items[0].agents or self.lists.links.is_of_people(first):
            first = self.lists.links.phrase_begins(first)
        if first > 1 and first - 2 in self.participles and self._is_of_company(first - 2):
            return first - 1  # P, accompanied *by Q, R and S*, met
        if first - 2 not in self.participles and self.antecedents.is_told_more(first - 2):
            return first - 2  # the Council *supported by Norway* met
        if len(items) > 1 and self._is_set_apart(first, last):
            return first - 1  # the Council, chaired *by Q, R and S,* met
        items = self.governed.left_of(items, first, last)
        if not items:
            return first - 1
        if len(items) > 1 and self._town_of(items[0].last) is not None:
            items = items[1:]  # in Oslo, *Norway*, the Agency and the Council held
        agents = tuple(agent for item in items for agent in item.agents)
        return Subject(agents, first=items[0].first, item=items[-1])

    def _with_owned(self, items: list[Item]) -> list[Item]:
        """With what belongs to the first of several: *the Office* of the Council (C), and the Agency, held."""
        of = items[0].first - 1
        if len(items) == 1 or not self.chunks[of].is_word("of") or of not in self.lists.ending:
            return items
        *before, owned = self._of_sentence(self.lists.items_before(of))
        bodies = all(agent.body and not agent.body.is_state for agent in (*owned.agents, *items[0].agents))
        first = (*before, owned)[0].first
        ahead = self.chunks[first - 1] if first else None
        inner = ahead is not None and (governs(ahead) or ahead.is_word("and"))
        if inner or not (bodies and owned.agents):
            return items  # the Head *of* the Office of the Council, P, held
        return [*before, replace(owned, last=items[0].last), *items[1:]]

    def _is_set_apart(self, first: int, last: int) -> bool:
        """Whether commas set a list apart with its participle: *, co-chaired by Norway, Kenya and Fiji,*."""
        verb = first - 2 - (first > 2 and self.chunks[first - 2].text.endswith("ly"))  # led *respectively* by
        by = verb > 0 and self.chunks[first - 1].is_word("by") and verb in self.participles
        return by and self.chunks[verb - 1].is_word(",") and self.chunks[last].is_word(",")

    def _is_of_company(self, at: int) -> bool:
        """Whether a participle says with whom somebody came, who may be many."""
        return any(frame.rule == "part.accompany" for _, frame in frames().get(self.chunks[at].text, ()))

    def _of_sentence(self, items: list[Item]) -> list[Item]:
        """The items behind the last full stop: the entry of a list may end in a sentence of its own.

        A body before a colon opens no sentence, but heads it: *KENYA:* Minister P met Q.
        """
        ends = [
            number
            for number in range(1, len(items))
            if any(
                chunk.is_word(".") or (chunk.is_word(":") and items[number - 1].first == 0)
                for chunk in self.chunks[items[number - 1].last : items[number].first]
            )
        ]
        return items[ends[-1] :] if ends else items
