"""The noun phrases of a sentence that name somebody: one item each, with all that stands in apposition to it.

An item is a person with his titles, a body (or its delegation), a number of a body's members ("16 Compact entities"),
or somebody unnamed ("the ministers of A and B"), who names no agent but holds a place in a list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.person.people import PersonMention
from kg.extraction.words import tables

_ASIDE = 16  # chunks that an aside between commas may have
_CLOSERS = (",", ";", "and", "&", ".")

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
        """Chunks at which a verb begins that an aside may not run across."""

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
        while named < min(at + _ASIDE, len(self.chunks)) and (
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
        last = self._apposition(at + 1, person)
        if self._owns(last):
            return None
        side = self._side_of(last)
        if side is not None:
            return Item(first, side + 1, (Agent(at, person=person), Agent(side, body=self.chunks[side].body)))
        aside = self._stand_in(last) or self._aside(last)
        return Item(first, aside or last, (Agent(at, person=person),), aside=last if aside else 0)

    def _side_of(self, at: int) -> int | None:
        """The body for which a person stands: P *for Norway* and Q *for Kenya*."""
        if at + 1 >= len(self.chunks) or not self.chunks[at].is_word("for"):
            return None
        named = at + 2 if self.chunks[at + 1].is_word("the") and at + 2 < len(self.chunks) else at + 1
        closed = named + 1 >= len(self.chunks) or self.chunks[named + 1].is_word(*_CLOSERS)
        return named if self.chunks[named].body and closed else None

    def _stand_in(self, at: int) -> int | None:
        """Where it ends for whom a person came: P, Adviser*, for Minister Q, Minister of Tides*; the next entry."""
        if at + 2 >= len(self.chunks) or not self.chunks[at].is_word(",") or not self.chunks[at + 1].is_word("for"):
            return None
        named = at + 3 if self.chunks[at + 2].is_word("the") else at + 2
        if named >= len(self.chunks) or not (self.chunks[named].person or self.chunks[named].titles):
            return None
        ends = (
            pos for pos in range(named, min(named + _ASIDE, len(self.chunks))) if self.chunks[pos].is_word(";", ".")
        )
        return next(ends, len(self.chunks) if len(self.chunks) < named + _ASIDE else None)

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
            if not (end < len(self.chunks) and self._is_members(end)):
                return None
        delegation = any(chunk.text in tables.words("delegation-nouns") for chunk in self.chunks[first:at])
        if end < len(self.chunks) and self._is_members(end):
            delegation = delegation or self.chunks[end].text in tables.words("delegation-nouns")
            return Item(first, end + 1, (Agent(at, body=body),), delegation)
        if end < len(self.chunks) and self.chunks[end].is_word("("):
            end = self._closing(end) or end
        aside = self._aside(end)
        return Item(first, aside or end, (Agent(at, body=body),), delegation, aside=end if aside else 0)

    def _holder_behind(self, at: int) -> int | None:
        """The title that goes on from the body before ``at``: the European Union (EU) *Coordinator* P."""
        if at < len(self.chunks) and self.chunks[at].is_word("("):
            at = self._closing(at) or at
        return at if at < len(self.chunks) and self.chunks[at].titles else None

    def _is_members(self, at: int) -> bool:
        return self.chunks[at].kind == "word" and self.chunks[at].text in tables.words("member-nouns")

    # ---------------------------------------------------------------- apposition

    def _apposition(self, at: int, person: PersonMention) -> int:
        """Where the words in apposition to ``person`` end: titles, bodies between, brackets, a place, an aside."""
        while at < len(self.chunks):
            step = self._apposition_step(at, person)
            if step is None:
                break
            at = step
        return at

    def _apposition_step(self, at: int, person: PersonMention) -> int | None:
        chunk = self.chunks[at]
        following = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if chunk.titles and self.owner.get(chunk.first) == person:
            return at + 1
        if chunk.text in tables.words("delegation-nouns") and self.chunks[at - 1].titles:
            return at + 1  # P, Head of the Kenyan *delegation*
        if chunk.is_word("("):
            return self._closing(at)
        if following is None:
            return None
        if chunk.is_word(",", "-", "\u2013", "\u2014", "|") and following.titles:
            return at + 2 if self.owner.get(following.first) == person else None
        if chunk.is_word(",") and (title := self._title_of(person, at + 1)):
            return title
        if chunk.is_word("of", "from", "at"):
            return self._belonging(at + 1)
        if chunk.is_word("in") and following.kind == "word" and following.capital:
            return self._place_ends(at + 1)
        if chunk.is_word(",", "-", "\u2013", "\u2014", "|") and following.body:
            goes_on = self._title_follows(at + 2, person) or self._closes_entry(at + 2)
            return at + 2 if goes_on or self._is_home(at + 1) else None
        return None

    def _is_home(self, at: int) -> bool:
        """Whether a body behind a title belongs to it: P, Director, *Ministry of Tides*, Q, Judge, *High Court*."""
        if at < 2 or not self.chunks[at - 2].titles or at + 1 >= len(self.chunks):
            return False
        following = self.chunks[at + 1]
        if following.is_word(",") and at + 2 < len(self.chunks):
            following = self.chunks[at + 2]
            if following.is_word("and") and at + 3 < len(self.chunks):
                following = self.chunks[at + 3]
        elif following.is_word("and") and at + 2 < len(self.chunks):
            following = self.chunks[at + 2]
        return bool(following.person or following.titles) or at + 1 in self.verbs or at + 2 in self.verbs

    def _title_of(self, person: PersonMention, at: int) -> int | None:
        """Behind his title when a few words lead to it: P*, His Majesty's chief adviser*."""
        for pos in range(at, min(at + 6, len(self.chunks))):
            if self.chunks[pos].titles:
                return pos + 1 if pos > at and self.owner.get(self.chunks[pos].first) == person else None
            if self.chunks[pos].kind != "word" or self.chunks[pos].is_word(",", ";", ":", "and", "by", "with", "."):
                return None
        return None

    def _closing(self, at: int) -> int | None:
        """Behind the bracket that closes the one at ``at``."""
        ends = (pos + 1 for pos in range(at, min(at + 8, len(self.chunks))) if self.chunks[pos].is_word(")"))
        return next(ends, None)

    def _belonging(self, at: int) -> int | None:
        """``of B``, ``from the B``."""
        if self.chunks[at].is_word("the"):
            at += 1
        return at + 1 if at < len(self.chunks) and self.chunks[at].body else None

    @cached_property
    def _entries(self) -> tuple[int, int]:
        """The first and last semicolon: between and beside them stand entries."""
        marks = [at for at, chunk in enumerate(self.chunks) if chunk.is_word(";")]
        return (marks[0], marks[-1]) if marks else (len(self.chunks), -1)

    def _closes_entry(self, at: int) -> bool:
        """Whether an entry of a list parted by semicolons ends at ``at``: P, *Norway*; Q, *Kenya*."""
        first, last = self._entries
        if at >= len(self.chunks) or self.chunks[at].is_word("."):
            return first < at
        return self.chunks[at].is_word(";") and at <= last

    def _title_follows(self, at: int, person: PersonMention) -> bool:
        while at < len(self.chunks) and self.chunks[at].is_word(",", "and"):
            at += 1
        return (
            at < len(self.chunks) and self.owner.get(self.chunks[at].first) == person and bool(self.chunks[at].titles)
        )

    def _place_ends(self, at: int) -> int | None:
        for end in range(at + 1, min(at + 4, len(self.chunks) + 1)):
            if end == len(self.chunks) or self.chunks[end].is_word(*_CLOSERS):
                return end
            if self.chunks[end].kind != "word":
                return None
        return None

    def _aside(self, at: int) -> int | None:
        """The end of an aside between commas at ``at``: P*, who has led it since May,* chaired. None: no aside there.

        What is told in an aside is told of the item, so an aside runs up to its comma. It does not begin with a word
        that joins items, nor with a name, and holds no verb of its own unless *who* or *which* opens it.
        """
        if at + 2 >= len(self.chunks) or not self.chunks[at].is_word(","):
            return None
        opener = self.chunks[at + 1]
        relative = opener.is_word("who", "which", "whose", "himself", "herself")
        if opener.kind != "word" or not opener.text[0].isalpha() or self._is_presence(at + 1):
            return None
        determined = opener.is_word("a", "an", "the") and self.chunks[at + 2].kind == "word"
        if self._opens_item(opener.text) and not determined:
            return None
        for end in range(at + 1, min(at + _ASIDE, len(self.chunks))):
            chunk = self.chunks[end]
            if chunk.is_word("with") and self.chunks[end - 1].text in tables.words("partner-words"):
                return None
            if relative and chunk.is_word(";"):
                return end
            if chunk.meeting and opener.is_word("on", "at", "during"):
                return None  # P met Q, on the sidelines of the Conference, hosted by R
            if chunk.is_word(";", ":") or (not relative and (chunk.person or end in self.verbs)):
                return None
            if chunk.is_word(",") and end > at + 1:
                return end if self._goes_on(end + 1) else None
        return None

    def _is_presence(self, at: int) -> bool:
        """Whether words begin that say who else was there: *in the presence of* Q."""
        return [chunk.text for chunk in self.chunks[at : at + 3]] == ["in", "the", "presence"]

    @staticmethod
    def _opens_item(text: str) -> bool:
        """Whether a word behind a comma begins the next item of a list, and no aside."""
        return any(text in tables.words(name) for name in ("list-joiners", "list-leads", "member-nouns"))

    def _goes_on(self, at: int) -> bool:
        """Whether what stands behind an aside goes on with the sentence: a verb, a joining word, or a new name."""
        if at >= len(self.chunks):
            return False
        chunk = self.chunks[at]
        return at in self.verbs or chunk.kind != "word" or chunk.text in tables.words("list-joiners")
