"""What stands in front of a name: representatives *of*, the *Washington-based*, her Kenyan *counterpart*."""

from collections.abc import Collection, Sequence
from functools import cache

from kg.extraction.body.bodynames import plural_heads
from kg.extraction.computed import computed
from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.words import tables

_PEER = 16  # chunks from the word for a peer to his name
_OWNER = 4  # chunks from *of* to whose they are: of *the nine* Union states
_PEOPLE = 9  # chunks that tell which people were sent
_SERVICES = 7  # chunks that tell which services of a body are meant
_LONGEST_LEAD = 24  # words: what goes on longer leads to no name
_DESCRIBED = 5  # words that say of what kind a body is


class LeadReader:
    """Reads past such words; ``verbs`` are the chunks at which a verb begins."""

    def __init__(self, chunks: Row, verbs: frozenset[int]) -> None:
        self.chunks = chunks
        self.verbs = verbs
        self.has_based = _names_place(chunks.said)

    def past(self, at: int) -> tuple[int, int]:
        """Past the words that lead to a name (the, senior; representatives *of*), and where the last noun ends."""
        chunk = self.chunks[at]
        if at in self.people_sent:
            return self.people_sent[at], self.people_sent[at] - 1
        if not self.has_based and (chunk.kind != "word" or not (chunk.capital or chunk.text in _beginnings())):
            return at, at
        leads, members = _leads(), tables.words("member-nouns")
        noun, nouns, first = False, at, at
        end = min(len(self.chunks), at + _LONGEST_LEAD)
        while at < end and (self.chunks[at].kind == "word" or self._based(at) > at):
            at = self._based(at)
            if at >= end or self.chunks[at].kind != "word":
                break
            text = self.chunks[at].text
            if self.chunks[at].capital and at + 1 < end and self._is_peer(at + 1):
                at += 1
                continue
            if noun and text in tables.words("drawn-words") and at + 1 < end and self.chunks[at + 1].is_word("from"):
                at += 1
                continue  # officers *drawn from* the Agency
            if text in people_unsaid() and at + 1 < end and self.chunks[at + 1].is_word("from"):
                noun, at = True, at + 1
                continue  # other officials, including *those from* the Ministry; ten of Norway and *two from* Kenya
            if text == "visiting" and self._is_visited(at + 1):
                break
            if noun and text in ("of", "from", "and") and (more := self._services(at + 1, end)):
                at = more
                continue
            if not (text in leads or text in members or (noun and text in ("of", "from"))):
                break
            noun = text in members or (noun and text in leads)
            at += 1
            nouns = at if text in members else nouns
        return self._described(at) if at > first else at, nouns

    @computed
    def people_sent(self) -> dict[int, int]:
        """Where words for people of any kind begin, and whence they came: *practitioners, judges and clerks from* B."""
        counts, found = tables.column("counts", "value"), dict[int, int]()
        people = tables.words("people-nouns")
        if "from" not in self.chunks.said or self.chunks.said.isdisjoint(people):
            return found
        for at, chunk in enumerate(self.chunks):
            if not chunk.is_word("from") or not at or self.chunks[at - 1].text not in people:
                continue
            near = range(at + 1, min(at + _OWNER, len(self.chunks)))
            led = (
                pos for pos in near if not (self.chunks[pos].is_word("the", "both") or self.chunks[pos].text in counts)
            )
            named = next(led, None)
            start = self._people_before(at) if named and self.chunks[named].body else at
            if named and start < at:
                found[start] = named
        return found

    def _people_before(self, at: int) -> int:
        """Where nouns of people and their adjectives begin that end before ``at``: *judges, clerks and young guards*.

        ``at`` if they only go on what stands before: *a group of* judges.
        """
        people, pos = tables.words("people-nouns"), at
        while pos > max(0, at - _PEOPLE) and self._may_be_of_people(pos - 1, people):
            pos -= 1
        group = pos > 1 and self.chunks[pos - 1].is_word("of") and not _tells_of_presence(self.chunks[pos - 2])
        return at if group else pos

    def _may_be_of_people(self, at: int, people: Collection[str]) -> bool:
        chunk = self.chunks[at]
        if chunk.is_word(",", "and"):
            joint = at - 1 - (at > 1 and chunk.is_word("and") and self.chunks[at - 1].is_word(","))
            return at > 0 and self.chunks[joint].text in people
        verb = at in self.verbs and chunk.text not in tables.words("said-or-things")  # focal *points*
        ends = chunk.text in tables.words("topic-ends") or (at and chunk.capital)
        return not (verb or ends) and chunk.kind == "word" and chunk.text.replace("-", "").isalpha()

    def _described(self, at: int) -> int:
        """Where a body is named behind words that say what it is: the *regional body the* Tide Group; else ``at``."""
        for pos, chunk in enumerate(self.chunks[at : min(at + _DESCRIBED, len(self.chunks) - 1)], at):
            if chunk.kind != "word" or chunk.capital or pos in self.verbs or not chunk.text.replace("-", "").isalpha():
                break
            if chunk.text in tables.words("body-descriptions"):
                named = pos + 1 + (pos + 2 < len(self.chunks) and self.chunks[pos + 1].is_word("the"))
                body = self.chunks[named].body
                if body and not body.is_state:
                    return named
        return at

    def hold_posts(self, first: int, at: int) -> bool:
        """Whether holders of posts whom nobody names are of the state at ``at``, not sent from it: ministers *of* A."""
        words = {chunk.text for chunk in self.chunks[first:at]}
        holders = words & tables.words("unnamed-holders")
        return bool(holders) and not ("from" in words and holders.isdisjoint(tables.words("counterpart-words")))

    def _is_visited(self, at: int) -> bool:
        """Whether a state is where somebody is, not whence: currently *visiting Kenya*; the visiting *Kenyan* envoy."""
        state = self.chunks[at].body if at < len(self.chunks) else None
        behind = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        goes_on = behind is not None and (behind.kind != "word" or behind.text in tables.words("member-nouns"))
        return state is not None and state.is_state and not goes_on

    def _services(self, at: int, end: int) -> int:
        """Behind services that only their owner names: officers of the *security agencies and special services of* B.

        0 if none stand at ``at``.
        """
        pos, counts = at, tables.column("counts", "value")
        while pos < min(at + _SERVICES, end) and self.chunks[pos].kind == "word" and pos not in self.verbs:
            chunk = self.chunks[pos]
            if chunk.is_word("of", "from"):
                named, stop = pos + 1, min(pos + _OWNER, len(self.chunks))
                while named < stop and (self.chunks[named].is_word("the") or self.chunks[named].text in counts):
                    named += 1  # special services of *nine* Union states
                said = any(one.text in plural_heads() for one in self.chunks[at:pos])
                return named if said and named < stop and self.chunks[named].body else 0
            if not chunk.text[0].isalpha() or chunk.text in tables.words("modals"):
                break
            pos += 1
        return 0

    def _based(self, at: int) -> int:
        """Behind an adjective of place at ``at``: the *Washington, D.C.-based* Centre; the *Lagoon-based* Council."""
        if not self.has_based:
            return at
        whole, _, end = self.chunks[at].text.rpartition("-")
        if whole and self.chunks[at].kind == "word" and end in tables.words("qualifying-ends"):
            return at + 1
        for pos in range(at, min(at + 6, len(self.chunks) - 1)):
            if self.chunks[pos].is_word("-") and self.chunks[pos + 1].text in tables.words("qualifying-ends"):
                return pos + 2
            if not (self.chunks[pos].body or self.chunks[pos].capital or self.chunks[pos].is_word(",")):
                break
        return at

    def behind_peer(self, at: int) -> int | None:
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
        return said and not (at in self.verbs or at + 1 in self.verbs)


@cache
def _leads() -> frozenset[str]:
    return tables.words_of("list-leads", "holder-adjectives")


@cache
def openers() -> frozenset[str]:
    """The words in small letters that may stand in front of a name."""
    return _leads() | tables.words_of("member-nouns", "counterpart-words")


def _tells_of_presence(chunk: Chunk) -> bool:
    """Whether whose presence it is follows: with the *participation* of judges from B."""
    return chunk.text in tables.words("attending-nouns")


@cache
def _beginnings() -> frozenset[str]:
    """The words in small letters with which what leads to a name may begin."""
    return _leads() | tables.words("member-nouns") | {"those", "representation"}


@cache
def people_unsaid() -> frozenset[str]:
    """Words for people whose noun was said before: *those* from the Ministry, *two* from Norway."""
    return frozenset(("those", "representation", *tables.column("counts", "value")))


def _names_place(said: frozenset[str]) -> bool:
    """Whether a word or its end may say where a body is: the *Lagoon-based* Council, the Washington, D.C.*-based*."""
    if "-" not in "".join(said):
        return False
    ends = tables.words("qualifying-ends")
    return not ends.isdisjoint([word.rpartition("-")[2] for word in said if "-" in word]) or (
        "-" in said and not said.isdisjoint(ends)
    )


def is_of_talk(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether what follows is only talked about: the results *of* the Summit, preparations *for* it."""
    return chunks[at].is_word("of", "for") and chunks[at - 1].text in tables.words("discussing-verbs")
