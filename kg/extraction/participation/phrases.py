"""The noun phrases of a sentence that name somebody: one item each, with all that stands in apposition to it.

An item is a person with his titles, a body (or its delegation), a number of a body's members ("16 Compact entities"),
or somebody unnamed ("the ministers of A and B"), who names no agent but holds a place in a list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.appositions import AppositionReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.person.people import PersonMention
from kg.extraction.words import tables

_PEER = 16  # chunks from the word for a peer to his name
_EITHER = ("one", "other", "each", "either", "first", "second")  # on *one* side
_LONGEST_LEAD = 24  # words: what goes on longer leads to no name
_LONGEST_TITLE = 10  # chunks that a title may have behind its head
_TITLE_WORDS = ("of", "at", "in", "for", "to", "the", "with")


@dataclass(frozen=True, slots=True)
class Agent:
    """A person or a body, or ``count`` members of a body. ``at`` is its chunk.

    ``begins`` is the first token of its words if they begin before the chunk (the number of a counted group).
    """

    at: int
    person: PersonMention | None = None
    body: BodyMention | None = None
    count: int | None = None
    begins: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """The chunks ``[first, last)`` of one noun phrase, lead words included; nobody named: no agents.

    ``is_delegation`` says that the words are those of a delegation. An aside, if one ends the phrase, begins at
    ``aside``; items inside it are ``inner``, and join only one another.
    """

    first: int
    last: int
    agents: tuple[Agent, ...]
    is_delegation: bool = False
    aside: int = 0
    inner: bool = False


class PhraseReader:
    """Reads the items of one sentence from left to right; ``owner`` tells whose a title is (by its first token)."""

    def __init__(
        self,
        chunks: Sequence[Chunk],
        owner: Mapping[int, PersonMention],
        pronouns: Mapping[int, PersonMention] | None = None,
        verbs: frozenset[int] = frozenset(),
    ) -> None:
        self.chunks = chunks
        self.owner = owner
        self.pronouns = pronouns or {}
        self.verbs = verbs
        self.beside = AppositionReader(chunks, owner, verbs)

    def all(self) -> list[Item]:
        """Every item, in order; no two overlap."""
        found: list[Item] = []
        at = 0
        while at < len(self.chunks):
            item = self._item(at)
            if item:
                found.append(item)
                found += self._inside(item)
                at = item.last
            else:
                at += 1
        return found

    def _inside(self, item: Item) -> list[Item]:
        """The items inside an aside."""
        found: list[Item] = []
        at = item.aside or item.last
        while at < item.last:
            inner = self._item(at)
            if inner and inner.last <= item.last:
                found.append(replace(inner, inner=True, aside=0))
                at = inner.last
            else:
                at += 1
        return found

    def _item(self, first: int) -> Item | None:
        if (
            self.chunks[first].is_word("side", "sides", "hand", "part")
            and first
            and self.chunks[first - 1].is_word(*_EITHER)
        ):
            return None
        at, nouns = self._lead(first)
        named = self._named(first, at) if at < len(self.chunks) else None
        return named or (Item(first, nouns, ()) if nouns > first else None)

    def _named(self, first: int, at: int) -> Item | None:
        chunk = self.chunks[at]
        if chunk.person:
            return self._person(first, at, chunk.person)
        if (peer := self._counterpart(at + (chunk.body is not None))) is not None:
            return self._named(first, peer) if self.chunks[peer].kind != "word" else Item(first, peer, ())
        if chunk.titles:
            return self._titled(first, at)
        if chunk.kind == "word" and chunk.text.isdecimal() and len(chunk.text) < 7:
            return self._group(first, at)
        if chunk.body:
            return self._body(first, at, chunk.body)
        pronoun = self.pronouns.get(chunk.first) if chunk.kind == "word" else None
        return Item(first, at + 1, (Agent(at, person=pronoun),)) if pronoun else None

    def _counterpart(self, at: int) -> int | None:
        """Who is named behind a word for a peer at ``at``: her Kenyan *counterpart,* P; else what follows it."""
        if at >= len(self.chunks) or not self._is_peer(at):
            return None
        named = at + 1
        while named < min(at + _PEER, len(self.chunks)) and (
            self.chunks[named].is_word(",", "the", "from", "of", "and") or self.chunks[named].body
        ):
            named += 1
        found = named < len(self.chunks) and (self.chunks[named].person or self.chunks[named].titles)
        return named if found else at + 1 if at + 1 < len(self.chunks) else None

    def _is_peer(self, at: int) -> bool:
        """Whether it is a word for a peer, not one that is also a verb: Norway *hosts*."""
        said = self.chunks[at].kind == "word" and self.chunks[at].text in tables.words("counterpart-words")
        return said and not (at in self.verbs or at + 1 in self.verbs or self.chunks[at].text.startswith("host"))

    def _lead(self, at: int) -> tuple[int, int]:
        """Past the words that lead to a name (the, senior; representatives *of*), and where the last noun ends."""
        leads, members = tables.words("list-leads"), tables.words("member-nouns")
        noun, nouns = False, at
        end = min(len(self.chunks), at + _LONGEST_LEAD)
        while at < end and (self.chunks[at].kind == "word" or self._based(at) > at):
            at = self._based(at)
            if at >= end or self.chunks[at].kind != "word":
                break
            text = self.chunks[at].text
            if self.chunks[at].capital and at + 1 < end and self._is_peer(at + 1):
                at += 1
                continue
            if not (text in leads or text in members or (noun and text in ("of", "from"))):
                break
            noun = text in members or (noun and text in leads)
            at += 1
            nouns = at if text in members else nouns
        return at, nouns

    def _based(self, at: int) -> int:
        """Behind an adjective of place at ``at``: the *Washington, D.C.-based* Centre."""
        for pos in range(at, min(at + 6, len(self.chunks) - 1)):
            if self.chunks[pos].is_word("-") and self.chunks[pos + 1].is_word("based", "led", "wide"):
                return pos + 2
            if not (self.chunks[pos].body or self.chunks[pos].capital or self.chunks[pos].is_word(",")):
                break
        return at

    def _person(self, first: int, at: int, person: PersonMention) -> Item | None:
        last = self.beside.ends(at + 1, person)
        if self._owns(last):
            office = self.beside.unread(last + 1)  # P, Adviser to the Attorney-General's *Department*
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
        while owner and end < len(self.chunks) and (self.chunks[end].titles or self.chunks[end].is_word(",", "and")):
            end += 1
        if owner and end < len(self.chunks) and self.chunks[end].person == owner:
            return self._stood_for(first, end) or self._person(first, end, owner)
        if self._owns(at + 1):
            return None
        named = self._named_behind(at + 1, owner)
        if named is not None and (person := self.chunks[named].person):
            return self._person(first, named, person)
        if owner:
            return Item(first, at + 1, (Agent(at, person=owner),))
        return Item(first, self._holders(at), ())

    def _named_behind(self, at: int, owner: PersonMention | None) -> int | None:
        """The person whose title goes on at ``at``: Director of the Office *at the Ministry* P."""
        end = at
        while end < min(at + _LONGEST_TITLE, len(self.chunks)) and (
            self.chunks[end].is_word(*_TITLE_WORDS) or self.chunks[end].body or self.chunks[end].titles
        ):
            end += 1
        if end == at and owner is None:
            return self._styled(at)
        if end == at or end >= len(self.chunks) or self.chunks[end - 1].kind == "word":
            return None
        person = self.chunks[end].person
        return end if person and (owner is None or owner == person) else None

    def _styled(self, at: int) -> int | None:
        """The person behind a comma and a style: the President of Norway*, His Excellency President* P."""
        styles = self.chunks[at + 1 : at + 3]
        if not self.chunks[at : at + 1] or not self.chunks[at].is_word(",") or len(styles) < 2:
            return None
        if not (styles[0].is_word("his", "her") and styles[1].is_word("excellency", "majesty", "highness", "honour")):
            return None
        named = at + 4 if at + 3 < len(self.chunks) and self.chunks[at + 3].titles else at + 3
        return named if named < len(self.chunks) and self.chunks[named].person else None

    def _stood_for(self, first: int, at: int) -> Item | None:
        """Who is named behind the one he is envoy of: Envoy of President *Q to the region, P*."""
        if not (self.chunks[at].person and at + 1 < len(self.chunks) and self.chunks[at + 1].is_word("to", "for")):
            return None
        for pos in range(at + 2, min(at + _LONGEST_TITLE, len(self.chunks) - 1)):
            if self.chunks[pos].is_word(","):
                person = self.chunks[pos + 1].person
                return self._person(first, pos + 1, person) if person else None
            if self.chunks[pos].kind != "word" and not self.chunks[pos].body:
                return None
        return None

    def _holders(self, at: int) -> int:
        """The end of unnamed holders of posts: the foreign ministers of Denmark, *Estonia and Latvia*."""
        titles = self.chunks[at].titles
        end = at + 1
        if end < len(self.chunks) and self.chunks[end].is_word("of", "from"):
            start = end + 1 + (end + 1 < len(self.chunks) and self.chunks[end + 1].is_word("the"))
            if start < len(self.chunks) and (body := self.chunks[start].body) and body.is_state:
                return self._more_states(start + 1)
            return end
        if titles is None or titles.titles[-1].body is None or not titles.titles[-1].body.is_state:
            return end
        return self._more_states(end)

    def _more_states(self, end: int) -> int:
        """Behind the states that go on with the one that ends at ``end``."""
        while end + 1 < len(self.chunks) and self.chunks[end].is_word(",", "and"):
            following = self.chunks[end + 1]
            if following.is_word("and") and end + 2 < len(self.chunks):
                end, following = end + 1, self.chunks[end + 2]
            if not (following.body and following.body.is_state):
                return end
            end += 2
        return end

    def _group(self, first: int, at: int) -> Item | None:
        """``16 Compact entities``: a count, a body that owns the members, a noun for them."""
        pos = at + 1
        while pos < len(self.chunks) and self.chunks[pos].is_word("of", "the"):
            pos += 1
        if pos + 1 < len(self.chunks) and (body := self.chunks[pos].body) and self._is_members(pos + 1):
            count = int(self.chunks[at].text)
            agent = Agent(pos, body=body, count=count, begins=self.chunks[at].first)
            return Item(first, pos + 2, (agent,))
        return None

    def _body(self, first: int, at: int, body: BodyMention) -> Item | None:
        end = at + 1
        if body.is_state and any(c.text in tables.words("unnamed-holders") for c in self.chunks[first:at]):
            return Item(first, self._more_states(end), ())
        holder = self._holder_behind(end)
        if holder is not None:
            return self._titled(first, holder)
        if end < len(self.chunks) and self.chunks[end].text in tables.words("unnamed-holders"):
            return Item(first, end + 1, ())
        if self._owns(end):
            end += 1
            if end < len(self.chunks) and self.chunks[end].first in self.owner:
                return self._titled(first, end)  # Kenya's *Ministry of Tides Secretary* P
            owned = self.chunks[end].body if end < len(self.chunks) else None
            if owned:
                return self._body(first, end, owned)  # Kenya's *Ministry of Tides*
            if not (end < len(self.chunks) and self._is_members(end)):
                return self._unread(first, end)
        delegation = any(chunk.text in tables.words("delegation-nouns") for chunk in self.chunks[first:at])
        if end < len(self.chunks) and self._is_members(end):
            delegation = delegation or self.chunks[end].text in tables.words("delegation-nouns")
            return Item(first, end + 1, (Agent(at, body=body),), delegation)
        if (unit := self._unit_ends(end)) > end:
            return Item(first, unit, ())
        if end < len(self.chunks) and self.chunks[end].is_word("("):
            end = self.beside.closing(end) or end
        end = self._subject_ends(end)
        aside = self.beside.aside(end)
        return Item(first, aside or end, (Agent(at, body=body),), delegation, aside=end if aside else 0)

    def _subject_ends(self, at: int) -> int:
        """Behind what goes on with the name of a body and was not read: the Eurasian Group *against Laundering*."""
        if at + 1 < len(self.chunks) and self.chunks[at].is_word("against", "for", "on"):
            end = self.beside.unread(at + 1)
            return end if end > at + 1 else at
        return at

    def _unit_ends(self, at: int) -> int:
        """Where the noun of a unit that was not read as a body ends, behind its owner: the UN *office for drugs*."""
        if at >= len(self.chunks) or self.chunks[at].kind != "word" or self.chunks[at].capital:
            return at
        if self.chunks[at].text not in tables.words("unit-nouns") or at in self.verbs:
            return at
        end = at + 1
        if end < len(self.chunks) and self.chunks[end].is_word("for", "on", "of", "against"):
            end += 1
            while end < len(self.chunks) and self._is_plain(end):
                end += 1
        return end

    def _is_plain(self, at: int) -> bool:
        """Whether a word goes on with what a unit is for; *and* and all that opens something else does not."""
        chunk = self.chunks[at]
        ends = ("phrase-breaks", "finite-helpers", "modals")
        plain = chunk.kind == "word" and chunk.text.isalpha() and not chunk.is_word("and") and at not in self.verbs
        return plain and not any(chunk.text in tables.words(name) for name in ends)

    def _unread(self, first: int, at: int) -> Item | None:
        """A body of a state that was not read as one, in a list: Norway*'s Foreign Ministry* and Kenya."""
        end = self.beside.unread(at)
        return Item(first, end, ()) if end > at and end not in self.verbs else None

    def _holder_behind(self, at: int) -> int | None:
        """The title that goes on from the body before ``at``: the European Union (EU) *Coordinator* P."""
        if at < len(self.chunks) and self.chunks[at].is_word("("):
            at = self.beside.closing(at) or at
        return at if at < len(self.chunks) and self.chunks[at].titles else None

    def _is_members(self, at: int) -> bool:
        return self.chunks[at].kind == "word" and self.chunks[at].text in tables.words("member-nouns")
