"""Lists of those who take part: the items of a sentence, joined by commas and the like.

A list is parsed whole: its items are separated in any way, and a body inside a person's apposition is no item of its
own. In a list with semicolons an odd item does not end the list.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extraction.computed import computed
from kg.extraction.participation.items import Agent, Item
from kg.extraction.participation.joints import JointReader
from kg.extraction.participation.links import LinkReader
from kg.extraction.participation.odd import OddItems
from kg.extraction.participation.parsed import Parsed
from kg.extraction.participation.phrases import PhraseReader
from kg.extraction.participation.rosters import labels
from kg.extraction.participation.unlisted import UnlistedItems

_AHEAD = 6
"""Items that may stand inside one that was not understood."""
_TO_THE_HEAD = 5
"""Chunks from an article to the noun for those unnamed: *the newly accredited* ambassadors."""
_FAR = 40
"""How many chunks may stand between what opens a list and its first item."""


class ListReader:
    """Reads lists of agents in one sentence."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed, self.chunks = parsed, parsed.chunks
        self.said, self.kinds = parsed.chunks.said, parsed.chunks.kinds
        self.owner, self.verbs = parsed.owner, parsed.verbs
        self.labels = labels(self.chunks) if ":" in self.said else []  # where a programme's entries begin
        self.links = LinkReader(parsed.chunks, parsed.verbs)
        self.joints = JointReader(parsed.chunks, parsed.verbs, self.links)
        self.odd = OddItems(parsed.chunks, self.links)
        meant = parsed.pronouns.keys() | parsed.groups.keys()
        self.names_somebody = self.kinds != {"word"} or (bool(meant) and any(one.first in meant for one in self.chunks))
        self.unlisted = UnlistedItems(parsed.chunks, self.links)

    @computed
    def items(self) -> list[Item]:
        """Who is named in the sentence, or somebody nobody names, in order; of many sentences nobody asks."""
        return PhraseReader(self._parsed).all()

    @computed
    def covering(self) -> list[int | None]:
        """For every chunk the index of the item that holds it."""
        covering: list[int | None] = [None] * len(self.chunks)
        for index, item in enumerate(self.items):
            covering[item.first : item.last] = [index] * (item.last - item.first)
        return covering

    @computed
    def ending(self) -> dict[int, int]:
        """By the chunk behind it, the index of the item that ends there."""
        inner_first = sorted(enumerate(self.items), key=lambda entry: not entry[1].inner)
        return {item.last: index for index, item in inner_first}

    @computed
    def _next(self) -> list[int | None]:
        """For every item the one that goes on with its list."""
        following: list[int | None] = [None] * len(self.items)
        before: dict[bool, int] = {}
        for index, item in enumerate(self.items):
            earlier = before.get(item.inner)
            if earlier is not None and self.joints.joins(self.items[earlier], item):
                following[earlier] = index
            before[item.inner] = index
            if not item.inner:
                before.pop(True, None)
        head = list(range(len(self.items)))
        for index, item in enumerate(self.items):
            if following[index] is None and not item.inner:
                whole = item.agents and (item.last >= len(self.chunks) or self.links.end(item.last, len(self.chunks)))
                start = item.last if whole else item.first  # the Agency *statutory bodies and offices*, Norway
                opens = self.items[head[index]].first == 0
                following[index] = self._resumed(start, index + 1, following, parted=not whole, opens=opens)
            if (behind := following[index]) is not None:
                head[behind] = head[index]
        return following

    def _resumed(
        self, at: int, index: int, joined: Sequence[int | None], *, parted: bool, opens: bool = False
    ) -> int | None:
        """The item, of those from ``index``, with which a list goes on behind what was not understood at ``at``.

        Not one that goes on with a name inside that: met *the heads of the delegations of Norway* and Kenya. Only a
        list that ``opens`` the sentence may end at a verb.
        """
        entry = any(chunk.is_word(";") for chunk in self.chunks[max(0, at - 1) : at + 1])
        for following in range(index, min(index + _AHEAD, len(self.items))):
            item = self.items[following]
            goes_on = following > index and joined[following - 1] == following and self._is_plain(following)
            if goes_on and not (parted and self._is_cut(index)):
                if entry:
                    continue  # ; Director, *of Norway P*; Q
                return None
            listed = item.agents and not item.inner and (self._is_listed(item) or (opens and item.last in self.verbs))
            if listed and self.odd.lead_to(item.first, at, parted=parted):
                return following
        return None

    def _is_cut(self, index: int) -> bool:
        """Whether a state is only the end of a name that was not read: officials from *Upper Norway*, Kenya."""
        item = self.items[index]
        before = self.chunks[item.first - 1] if item.first else None
        state = all(agent.body and agent.body.is_state for agent in item.agents)
        return state and before is not None and before.kind == "word" and before.capital and before.text.isalpha()

    def _is_plain(self, index: int) -> bool:
        """Whether nothing but a comma or *and* parts an item from the one before."""
        between = self.chunks[self.items[index - 1].last : self.items[index].first]
        return all(chunk.is_word(",", "and", "&") for chunk in between)

    def _is_listed(self, item: Item) -> bool:
        """Whether nothing is told of an item but that it stands in a list: no verb of its own follows."""
        if item.last >= len(self.chunks) or self.chunks[item.last].is_word("."):
            return True
        return item.last not in self.verbs and self.links.end(item.last, len(self.chunks)) is not None

    @computed
    def _previous(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for index, following in enumerate(self._next):
            if following is not None:
                found.setdefault(following, index)  # what stands between is inside an odd item
        return found

    def items_between(self, first: int, last: int) -> Sequence[Item]:
        """The noun phrases that begin at or behind chunk ``first`` and before ``last``; no other is looked at."""
        low = bisect_left(self.items, first, key=lambda item: item.first)
        return self.items[low : bisect_left(self.items, last, low, key=lambda item: item.first)]

    def after(self, at: int, stop: int | None = None, *, is_list: bool = False) -> tuple[list[Agent], int]:
        """The agents of the list that begins at chunk ``at`` (and ends before ``stop``), and the chunk after it.

        ``is_list``: the words in front are those before a list, so that even its first item may be an odd one.
        """
        stop = len(self.chunks) if stop is None else stop
        index = self._first_item(at, stop)
        if index is None and is_list:
            index = self._first_understood(at, stop)
        if index is not None and self.joints.is_of_source(at, self.items[index]):
            return [], at  # the Council met*, the Agency said*
        found: list[Item] = []
        end = at
        while index is not None:
            item = self.items[index]
            if item.first >= stop or not all(at <= agent.at < stop for agent in item.agents):
                break
            if found and self.opens_clause(item):
                break
            found.append(item)
            end = min(item.last, stop)
            index = self._next[index]
        return [agent for item in self.unlisted.left(found) for agent in item.agents], end

    def opens_clause(self, item: Item) -> bool:
        """Whether a comma, *and* and a verb of its own part one from a list: hosted by Norway*, and P attended*."""
        before = [chunk.text for chunk in self.chunks[max(0, item.first - 3) : item.first] if chunk.text != "the"]
        told = item.last in self.verbs and not any(c.is_word("by") for c in self.chunks[item.last + 1 : item.last + 2])
        purpose = told and self.chunks[item.last].is_word("to")  # met A, B, and C *to discuss* it
        return before[-2:] == [",", "and"] and told and not purpose

    def _first_item(self, at: int, stop: int) -> int | None:
        """The item that begins at ``at``, marks and words of lists passed over."""
        heading = self._heading_ends(at, stop)
        pos = next((pos for pos in range(at, min(at + _FAR, stop)) if self.covering[pos] is not None), None)
        if pos is None:
            return None
        start = min(max(heading, at), pos)
        while start < pos and (link := self.links.end(start, pos)) is not None:
            start = link
        index = self.covering[pos]
        leads = start == pos or (self.links.leads(start, pos, linked=True) and self._is_of_people(start, pos))
        return index if leads or (index is not None and self._is_modified(start, index)) else None

    def _is_modified(self, at: int, index: int) -> bool:
        """Whether nothing but modifiers stands at ``at`` before somebody nobody names: *the foreign* ambassadors."""
        item = self.items[index]
        of_other = any(chunk.is_word("of", "for", "from") for chunk in self.chunks[at : item.first])
        return not item.agents and not of_other and self.links.unnamed(at, item.first) == item.first

    def _is_of_people(self, at: int, first: int) -> bool:
        """Whether people stand at ``at``, or an item that begins with them: judicial *officials from* Norway."""
        return self.links.names_people(at, first + 1) or self.links.is_of_people(first)

    def _first_understood(self, at: int, stop: int) -> int | None:
        """The item with which a list of several goes on behind a first one that was not understood."""
        index = next((index for index in self.covering[at : min(at + _FAR, stop)] if index is not None), None)
        found = self._resumed(at, index, self._next, parted=True) if index is not None else None
        return found if found is not None and self._next[found] is not None else None

    def _heading_ends(self, at: int, stop: int) -> int:
        """Behind the words that head a list up to a colon: present were: *on the part of the guests:* P."""
        if at and self.chunks[at - 1].is_word(":"):
            for pos in range(at, min(at + 8, stop)):
                if self.chunks[pos].is_word(":"):
                    return pos
                if self.chunks[pos].is_word(";", ".") or self.chunks[pos].person:
                    break
        return at

    def ending_at(self, last: int) -> Item | None:
        """The item that ends right before chunk ``last``."""
        index = self.ending.get(last)
        return self.items[index] if index is not None else None

    def items_before(self, last: int) -> list[Item]:
        """The items of the list that ends with chunk ``last - 1``, in order."""
        index = self.ending.get(last)
        if index is None:
            return []
        found = [self.items[index]]
        while index in self._previous:
            index = self._previous[index]
            found.append(self.items[index])
        return found[::-1]

    def lists(self) -> Iterator[list[Item]]:
        """Every list of the sentence, in order: its items."""
        for index, item in enumerate(self.items):
            if index not in self._previous and not item.inner:
                found, at = [item], index
                while (behind := self._next[at]) is not None:
                    found.append(self.items[behind])
                    at = behind
                yield found

    def goes_across(self, at: int) -> bool:
        """Whether a list goes on across chunk ``at``: attended by P, *along with* Q."""
        return any(
            following is not None and item.last <= at < self.items[following].first
            for item, following in zip(self.items, self._next, strict=True)
        )

    def behind_odd(self, last: int) -> int | None:
        """Where a list of several ends that only odd items part from ``last``: Norway, Kenya *and Reef Watch* met."""
        index = next(
            (index for index in reversed(self.covering[max(0, last - _FAR) : last]) if index is not None), None
        )
        item = self.items[index] if index is not None else None
        several = item is not None and not item.inner and len(self.items_before(item.last)) > 1
        return item.last if item and several and self.odd.fill(item.last, last) else None

    def is_aside(self, at: int) -> bool:
        """Whether a verb at ``at`` interrupts no list: in an aside of an item (P, *who chaired,* and Q), as a link."""
        index = self.covering[at]
        inside = index is not None and bool(self.items[index].aside) and at > self.items[index].aside
        return inside or self.links.end(at, len(self.chunks)) is not None

    def unnamed(self, at: int) -> int:
        """Behind somebody unnamed at chunk ``at``: received *the foreign heads* of delegations; 0: nobody."""
        for pos in range(at, min(at + _TO_THE_HEAD, len(self.chunks))):
            index = self.covering[pos]
            if index is not None:
                return 0 if self.items[index].agents else self._with_owners(self.items[index].last)
            if self.chunks[pos].titles:
                return 0 if self.is_owner(pos) else pos + 1  # whose name was not read
            if not self.links.is_of_kind(pos):
                return 0
            if self.links.is_of_people(pos):
                return self._with_owners(pos + 1)
        return 0

    def is_owner(self, at: int) -> bool:
        """Whether something of those at chunk ``at`` follows: the *envoys'* report."""
        at += at + 1 < len(self.chunks) and self.chunks[at + 1].person is not None  # *Director P's* letter
        return any(chunk.is_word("'s", "'", "\u2019s", "\u2019") for chunk in self.chunks[at + 1 : at + 2])

    def _with_owners(self, at: int) -> int:
        """Behind those from whom people come whom nobody names: the heads *of the delegations of Norway and Kenya*.

        0, if only something of theirs is meant: the *envoys'* report.
        """
        if self.is_owner(at - 1):
            return 0
        if not (at < len(self.chunks) and self.chunks[at].is_word("of", "from")):
            return at
        index = self._first_item(self.links.unnamed(at, len(self.chunks)), len(self.chunks))
        bodies = index is not None and all(agent.body for agent in self.items[index].agents)
        while bodies and index is not None:
            at, index = self.items[index].last, self._next[index]
        return at
