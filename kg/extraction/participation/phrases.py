"""The noun phrases of a sentence that name somebody: one item each, with all that stands in apposition to it.

An item is a person with his titles, a body (or its delegation), a number of a body's members ("16 Compact entities"),
or somebody unnamed ("the ministers of A and B"), who names no agent but holds a place in a list.
"""

from dataclasses import replace

from kg.extraction.body.bodynames import plural_heads
from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.appositions import AppositionReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.holders import HolderReader
from kg.extraction.participation.items import Agent, Item
from kg.extraction.participation.leads import LeadReader, openers
from kg.extraction.participation.members import MemberReader
from kg.extraction.participation.parsed import Parsed
from kg.extraction.person.people import PersonMention
from kg.extraction.words import tables

_UNIT = 6
"""Words of a unit up to the title of who works in it."""
_TURN = 14
"""Chunks up to the next who shares a title."""
_NEVER = frozenset(",.;:()[]\u201c\u201d\"'?!\u2013\u2014-/") | {"'s"}
"""Marks with which no item begins."""


class PhraseReader:
    """Reads the items of one sentence from left to right."""

    def __init__(self, parsed: Parsed) -> None:
        self.chunks = parsed.chunks
        self.owner = parsed.owner
        self.pronouns = parsed.pronouns
        self.groups = parsed.groups
        self.verbs = parsed.verbs
        self.beside = AppositionReader(parsed)
        self.leads = LeadReader(parsed.chunks, parsed.verbs)
        self.holders = HolderReader(parsed.chunks)
        self.members = MemberReader(parsed.chunks, self.beside.names)
        self._plain = self._plain_words()

    def all(self) -> list[Item]:
        """Every item, in order; no two overlap."""
        found: list[Item] = []
        at, shared = 0, False
        stop = len(self.chunks)
        while at < stop:
            turn = self._in_turn(at) if shared else None
            if turn is None and self._plain[at]:
                at += 1
                continue
            item = turn or self._item(at)
            if item:
                found.append(item)
                found += self._inside(item)
                shared = turn is not None or self._is_shared(item)
                at = item.last
            else:
                at += 1
        return found

    def _is_shared(self, item: Item) -> bool:
        """Whether one of several is named behind a title that they share: *the Envoys in Mali, P,* in Guinea, Q."""
        titles = [one.titles.titles[-1] for one in self.chunks[item.first : item.last] if one.titles]
        if len(titles) != 1 or titles[0].plural is None:
            return False
        person = any(agent.person for agent in item.agents)
        return person and any(one.person for one in self.chunks[item.last - 2 : item.last])

    def _in_turn(self, at: int) -> Item | None:
        """The next of those who share a title, behind what his own is: the Envoys in Mali, P*, in Guinea, Q*."""
        if not at or not self.chunks[at - 1].is_word(",", ";", "and"):
            return None
        the = self.chunks[at].is_word("the") and at + 1 < len(self.chunks) and self.chunks[at + 1].body
        if not (the or self.chunks[at].body or self.chunks[at].is_word("in", "for", "to", "of", "at")):
            return None
        for pos in range(at + 1, min(at + _TURN, len(self.chunks))):
            person = self.chunks[pos].person
            if person and self.chunks[pos - 1].is_word("("):
                return Item(at, self.beside.closing(pos - 1) or pos + 1, (Agent(pos, person=person),))
            if person:
                beside = self.chunks[pos - 1].body or self.chunks[pos - 1].is_word(",", "-", "\u2013", "\u2014")
                return self._person(at, pos, person) if beside else None
            if pos in self.verbs or self.chunks[pos].titles or self.chunks[pos].is_word(";", ":"):
                break
        return None

    def _inside(self, item: Item) -> list[Item]:
        """The items inside an aside."""
        found: list[Item] = []
        at = item.aside or item.last
        while at < item.last:
            inner = None if self._plain[at] else self._item(at)
            if inner and inner.last <= item.last:
                found.append(replace(inner, inner=True, aside=0))
                at = inner.last
            else:
                at += 1
        return found

    def _item(self, first: int) -> Item | None:
        chunk = self.chunks[first]
        if group := self.groups.get(chunk.first):
            return Item(first, first + group.length, tuple(replace(one, at=first, begins=None) for one in group.agents))
        side = first and chunk.is_word("side", "sides", "hand", "part")
        if side and self.chunks[first - 1].text in tables.words("side-words"):
            return None
        if chunk.text in ("his", "her") and (styled := self.pronouns.get(chunk.first)):
            return Item(first, self._style_ends(first + 1), (Agent(first, person=styled),))
        at, nouns = self.leads.past(first)
        named = self._named(first, at) if at < len(self.chunks) and not self._plain[at] else None
        if named and self._stand_in(first, at):
            return replace(named, agents=())
        return named or (Item(first, nouns, (), self._has_side(first, nouns)) if nouns > first else None)

    def _plain_words(self) -> list[bool]:
        """For every chunk whether it is a word with which no item begins, as most are."""
        opens, meant = openers(), self.pronouns.keys() | self.groups.keys()
        opens |= tables.column("counts", "value").keys() if "from" in self.chunks.said else frozenset()
        never = frozenset() if self.leads.has_based else _NEVER
        return [
            chunk.kind == "word"
            and not (chunk.capital or chunk.text in opens or chunk.first in meant or at in self.leads.people_sent)
            and (chunk.text in never or chunk.text.isalpha())
            for at, chunk in enumerate(self.chunks)
        ]

    def _stand_in(self, first: int, at: int) -> bool:
        """Whether only people of the person named are meant: the *staff of* Minister P."""
        of = at - 1 - (at > first and self.chunks[at - 1].text in tables.words("determiners"))
        mine = of > first and self.chunks[of].is_word("of") and self.chunks[of - 1].text in tables.words("stand-ins")
        return mine and any(chunk.person for chunk in self.chunks[at : at + 2])

    def _has_side(self, first: int, last: int) -> bool:
        """Whether a delegation is named between chunks: the Kenyan *delegation*."""
        return any(chunk.text in tables.words("delegation-nouns") for chunk in self.chunks[first:last])

    def _named(self, first: int, at: int) -> Item | None:
        chunk = self.chunks[at]
        if chunk.person:
            return self._person(first, at, chunk.person)
        if (peer := self.leads.behind_peer(self.holders.more_states(at + 1) if chunk.body else at)) is not None:
            return self._named(first, peer) if self.chunks[peer].kind != "word" else Item(first, peer, ())
        if chunk.titles:
            return self._titled(first, at)
        if chunk.kind == "word" and chunk.text.isdecimal() and len(chunk.text) < 7:
            return self.members.counted(first, at)
        if chunk.body:
            return self._body(first, at, chunk.body)
        if chunk.capital and at and self.chunks[at - 1].is_word(",", ";", "and"):
            named = self.beside.names.unread(at)
            named += named + 1 < len(self.chunks) and self.chunks[named].body is not None
            if named > at and named < len(self.chunks) and (person := self.chunks[named].person):
                return self._person(first, named, person)  # Q, *Commissioner-Designate P*; *General TNI P*
        pronoun = self.pronouns.get(chunk.first) if chunk.kind == "word" else None
        return Item(first, at + 1, (Agent(at, person=pronoun),)) if pronoun else None

    def _style_ends(self, at: int) -> int:
        """Behind the style whose pronoun stands before it: His *Royal Highness* met P."""
        while at < len(self.chunks) and self.chunks[at].capital and self.chunks[at].text in tables.words("majesties"):
            at += 1
        return at

    def _person(self, first: int, at: int, person: PersonMention) -> Item | None:
        last = self.beside.ends(at + 1, person)
        if last > at + 1 and (titles := self.chunks[last - 1].titles) and titles.titles[-1].plural:
            last = self.holders.states_end(last - 1)  # P and Q, the Ambassadors of Norway *and Kenya*
        if self._owns(last):
            office = self.beside.names.unread(last + 1)  # P, Adviser to the Attorney-General's *Department*
            return Item(first, office, (Agent(at, person=person),)) if office > last + 1 and last > at + 1 else None
        side = self.beside.side_of(last)
        if side is not None:
            return Item(first, side + 1, (Agent(at, person=person), Agent(side, body=self.chunks[side].body)))
        aside = self.beside.stand_in(last) or self.beside.aside(last)
        return Item(first, aside or last, (Agent(at, person=person),), aside=last if aside else 0)

    def _owns(self, at: int) -> bool:
        """Whether what follows belongs to it: *Varga's* visit."""
        return at < len(self.chunks) and self.chunks[at].is_word("'s", "'", "\u2019s")

    def _titled(self, first: int, at: int) -> Item | None:
        """A title in front of its person, or one that stands for him; a title of nobody named names no agent."""
        owner = self.owner.get(self.chunks[at].first)
        end = at + 1
        while owner and end < len(self.chunks) and self._goes_on(self.chunks[end]):
            end += 1
        end += owner is not None and end < len(self.chunks) and self.chunks[end].is_word("(")
        if owner and end < len(self.chunks) and self.chunks[end].person == owner:
            if self.chunks[end - 1].is_word("("):
                return Item(first, self.beside.closing(end - 1) or end + 1, (Agent(end, person=owner),))
            named: int | None = self.holders.stood_for(end) or end
        elif self._owns(at + 1):  # the Coordinator's *office*
            office = at + 2 < len(self.chunks) and self.chunks[at + 2].text in tables.words("unit-nouns")
            return Item(first, at + 3, ()) if office else None
        else:
            named = self.holders.named_behind(at + 1, owner)
        if named is not None and (person := self.chunks[named].person):
            return self._person(first, named, person)
        if owner:
            return Item(first, at + 1, (Agent(at, person=owner),))
        return Item(first, self.holders.states_end(at), ())

    @staticmethod
    def _goes_on(chunk: Chunk) -> bool:
        """Whether it may stand between a title and its holder: Judge*, the High Court, and Envoy,* P."""
        return bool(chunk.titles or chunk.body) or chunk.is_word(",", "and", "the", "\u2013", "-")

    def _body(self, first: int, at: int, body: BodyMention) -> Item | None:
        end = at + 1
        if body.is_state and self.leads.hold_posts(first, at):
            return Item(first, self.holders.more_states(end), ())
        if somebody := self._somebody_of(first, end, body):
            return somebody
        if self._owns(end):
            end += 1
            if end < len(self.chunks) and self.chunks[end].first in self.owner:
                return self._titled(first, end)  # Kenya's *Ministry of Tides Secretary* P
            if end < len(self.chunks) and (own := self.chunks[end].person):
                return self._person(first, end, own)  # Norway's *P*
            owned = self.chunks[end].body if end < len(self.chunks) else None
            if owned:
                return self._body(first, end, owned)  # Kenya's *Ministry of Tides*
            if not (end < len(self.chunks) and self.members.are_at(end)):
                somebody = self._titled_of_unit(first, end)
                return somebody or self._unread(first, end)
        delegation = self._has_side(first, at)
        if self.members.is_one_of_them(end):
            return self._named(first, end + 1)  # the Tide Compact members *Norway* and Kenya
        end = self.members.behind(end)
        if end < len(self.chunks) and self.members.are_at(end):
            delegation = delegation or self.chunks[end].text in tables.words("delegation-nouns")
            end += end + 1 < len(self.chunks) and self.members.are_at(end + 1)  # the Agency staff *members*
            led = self.beside.aside(end + 1)  # the Kenyan delegation*, headed by P,* held talks
            return Item(first, led or end + 1, (Agent(at, body=body),), delegation, aside=end + 1 if led else 0)
        if not body.is_state and end < len(self.chunks) and self.chunks[end].body:
            end += 1  # the Reef Society *Malaysia (RSM)*
        if (unit := self.beside.names.unit_ends(end)) > end:
            return Item(first, unit, ())
        closed = self.beside.closing(end) if end < len(self.chunks) and self.chunks[end].is_word("(") else None
        told = end if closed and end + 1 in self.verbs else 0  # Norway *(represented by P)*
        sent = self._sent(end, closed) if closed else ()
        end = self.beside.government(self.beside.names.subject_ends(closed or end))
        end = end if body.is_state else self.beside.origin(end)
        aside = self.beside.aside(end)
        return Item(first, aside or end, (Agent(at, body=body), *sent), delegation, aside=end if aside else told)

    def _sent(self, at: int, end: int) -> tuple[Agent, ...]:
        """The people in the bracket behind the body that sent them: the Agency *(P, Director, and Q)*."""
        if not any(chunk.person for chunk in self.chunks[at + 1 : at + 3]):
            return ()
        return tuple(
            Agent(pos, person=one.person) for pos, one in enumerate(self.chunks[:end]) if pos > at and one.person
        )

    def _somebody_of(self, first: int, end: int, body: BodyMention) -> Item | None:
        """Who is named behind the body whence he is, or its unnamed holders or states; None: the body is meant."""
        if self.members.are_states(end):  # of the OSCE *participating States*, who are not the OSCE
            return Item(first, end + 2 - ("-" in self.chunks[end].text), ())
        holder = self._holder_behind(end)
        if holder is not None:
            return self._titled(first, holder)
        named = self.beside.names.unread(end)
        person = self.chunks[named].person if named < len(self.chunks) else None
        ranked = person and person.first < person.name
        if person and (named > end or ranked or not body.is_state):
            return self._person(first, named, person)  # the Agency *Executive Overseer P*; Norway *Major General P*
        noun = self.members.behind(end)
        if noun < len(self.chunks) and self.members.are_at(noun) and self.members.opens_names(noun + 1):
            return Item(first, noun + 1, ())  # representatives of the Union bodies *(Tide Council, Reef Centre)*
        if noun > end and self.chunks[noun].text in plural_heads():
            return Item(first, noun + 1, ())  # Agency *partner organisations* are other bodies
        holders = end < len(self.chunks) and self.chunks[end].text in tables.words("unnamed-holders")
        return Item(first, end + 1, ()) if holders and end not in self.verbs else None

    def _titled_of_unit(self, first: int, at: int) -> Item | None:
        """Who is named behind the words of a unit that was not read: the Agency's *tides wing director* P."""
        for pos in range(at + 1, min(at + _UNIT, len(self.chunks))):
            if self.chunks[pos].first in self.owner and self.chunks[pos].titles:
                return self._titled(first, pos)
            if not self.beside.names.is_plain(pos - 1):
                break
        return None

    def _unread(self, first: int, at: int) -> Item | None:
        """A body of a state that was not read as one, in a list: Norway*'s Foreign Ministry* and Kenya."""
        end = self.beside.names.unread(at)
        return Item(first, end, ()) if end > at and end not in self.verbs else None

    def _holder_behind(self, at: int) -> int | None:
        """The title that goes on from the body before ``at``: the European Union (EU) *Coordinator* P."""
        if at < len(self.chunks) and self.chunks[at].is_word("("):
            at = self.beside.closing(at) or at
        return at if at < len(self.chunks) and self.chunks[at].titles else None
