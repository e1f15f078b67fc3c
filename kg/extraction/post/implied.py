"""Posts that no title names: *BODY, headed by P*; *P, who heads BODY*; *the Minister and his Kenyan counterpart, P*."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.person.people import PersonMention
from kg.extraction.post.heirs import bodies_before, body_said_at
from kg.extraction.post.holders import is_rank
from kg.extraction.post.title import Title
from kg.extraction.text.page import Page
from kg.extraction.words import tables

Subject = Callable[[Sequence[Chunk], int], PersonMention | None]
"""The person who is the subject of the verb at a place in a row."""

_BETWEEN = (",", "and", "&", ";", "from", "of", "in", "the", "both")
_HEADS = ("heads", "headed")
_NEAR = 3
_OF_IT = ("of", "into", "on", "for", "in", "at", "within")


@dataclass(frozen=True, slots=True)
class Implied:
    """A post that words other than its title give to a person, and those words."""

    person: PersonMention
    role: str
    body: BodyMention
    words: tuple[int, int]
    rule: str


class ImpliedReader:
    """Reads such posts on one page; ``owner`` tells whom a title means, ``subject`` who is the subject of a verb."""

    def __init__(self, page: Page, owner: Mapping[int, PersonMention], subject: Subject) -> None:
        self.page = page
        self.owner = owner
        self.subject = subject

    def all(self, rows: Iterable[Row]) -> Iterator[Implied]:
        """Every such post, in order."""
        likes = tables.words("likes")
        for row in rows:
            if not (row.said.isdisjoint(likes) and row.said.isdisjoint(_HEADS)):
                yield from self._of_row(row, likes)

    def _of_row(self, row: Sequence[Chunk], likes: frozenset[str]) -> Iterator[Implied]:
        titled = {self.owner.get(chunk.first) for chunk in row if chunk.titles and not self._is_rank(chunk)}
        latest: Title | None = None
        for at, chunk in enumerate(row):
            if chunk.titles and chunk.first in self.owner:
                latest = chunk.titles.titles[0]
            elif chunk.kind == "word" and chunk.text in likes:
                if latest is not None:
                    yield from self._counterparts(row, at, latest, titled)
            elif chunk.is_word("heads"):
                yield from self._heading(row, at)
            elif chunk.is_word("headed") and at + 1 < len(row) and row[at + 1].is_word("by"):
                yield from self._headed(row, at, titled)

    def _is_rank(self, chunk: Chunk) -> bool:
        return chunk.titles is not None and all(is_rank(self.page, title) for title in chunk.titles.titles)

    # ---------------------------------------------------------------- heads, headed by

    def _heading(self, row: Sequence[Chunk], at: int) -> Iterator[Implied]:
        """*P, who heads the BODY*; not *heads the BODY delegation*, nor *heads the BODY as its T*."""
        place = at + 2 if at + 1 < len(row) and row[at + 1].is_word("the") else at + 1
        body, _ = body_said_at(row, place)
        if any(bodies_before(row, end) <= place for end in range(place + 1, len(row)) if row[end].is_word("as")):
            return
        person = self.subject(row, at) if body and self._may_be_headed(body) else None
        if body and person:
            yield Implied(person, "head", body, (row[at].first, body.outer), "post.headed")

    def _headed(self, row: Sequence[Chunk], at: int, titled: set[PersonMention | None]) -> Iterator[Implied]:
        """*the BODY, headed by P*, of whom the sentence tells no post; not *a delegation of the BODY headed by P*."""
        behind = at + 3 if at + 2 < len(row) and row[at + 2].titles and self._is_rank(row[at + 2]) else at + 2
        person = row[behind].person if behind < len(row) else None
        place = at - 1
        while place >= 0 and row[place].is_word(",", "is", "was", "which", "now", "has", "been", "currently"):
            place -= 1
        body = row[place].body if place >= 0 else None
        if person is None or person in titled or body is None or not self._may_be_headed(body):
            return
        if not any(chunk.is_word(",") for chunk in row[place + 1 : at]) and self._is_of_another(row, place):
            return
        members = tables.words("member-nouns")
        if not any(chunk.kind == "word" and chunk.text in members for chunk in row[max(0, place - _NEAR) : place]):
            yield Implied(person, "head", body, (body.first, row[at + 1].last), "post.headed")

    @staticmethod
    def _is_of_another(row: Sequence[Chunk], place: int) -> bool:
        """Whether something else is headed than the body at ``place``: *the inquiry into* it has been headed by P."""
        lead = place - 1 - (place > 0 and row[place - 1].is_word("the"))
        return lead > 0 and row[lead].is_word(*_OF_IT)

    @staticmethod
    def _may_be_headed(body: BodyMention) -> bool:
        return not body.is_state and not body.prefix

    # ---------------------------------------------------------------- counterparts

    def _counterparts(
        self, row: Sequence[Chunk], at: int, like: Title, titled: set[PersonMention | None]
    ) -> Iterator[Implied]:
        """Those named behind *his (Kenyan) counterpart(s)*, each with a state before, or behind the name.

        The states stand before the word, or behind it in one order with the names: *from Kenya and Norway, P and Q*.
        """
        states = self._states_before(row[at].first)
        begins = states[0].first if states else row[at].first
        shared = states[0] if len(states) == 1 else None
        place = at + 1
        while place < len(row) and (row[place].body or row[place].person or row[place].is_word(*_BETWEEN)):
            chunk, place = row[place], place + 1
            if chunk.body and chunk.body.is_state:
                states.append(chunk.body)
            if (person := chunk.person) is None:
                continue
            own, place = _body_behind(row, place)
            body = own or (states.pop(0) if states else shared)
            if body and body.is_state and person not in titled:
                yield Implied(person, like.role(self.page), body, (begins, row[at].last), "post.counterpart")
            if not row[at].text.endswith("s"):
                return

    def _states_before(self, at: int) -> list[BodyMention]:
        """The states of which adjectives or a genitive right before ``at`` speak: his *Kenyan and Estonian* …"""
        found: list[BodyMention] = []
        while state := self._state_before(at):
            found.insert(0, state)
            at = state.first
            while at > 0 and self.page.tokens[at - 1].lower in (",", "and"):
                at -= 1
            if at == state.first:
                break
        return found

    def _state_before(self, at: int) -> BodyMention | None:
        """The state of which an adjective or genitive right before ``at`` speaks."""
        for first in range(max(0, at - _NEAR), at):
            hit = self.page.match(tables.demonyms(), first)
            if hit and hit.last == at and self.page.tokens[first].is_capitalised:
                return BodyMention(first, at, at, "state.demonym", known=hit.row["id"], is_state=True)
        return None


def _body_behind(row: Sequence[Chunk], at: int) -> tuple[BodyMention | None, int]:
    """The state in *of STATE* or *(STATE)* at ``at``, and where the row goes on."""
    if at + 2 < len(row) and row[at].is_word(",") and row[at + 1].is_word("of", "from"):
        at += 1
    if at + 1 < len(row) and row[at].is_word("of", "from", "(") and row[at + 1].body:
        closed = at + 2 < len(row) and row[at + 2].is_word(")")
        return row[at + 1].body, at + 2 + closed
    return None, at
