"""Titles without a body: the row each stands in, whose it is, and whether a body may stand in words not read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.person.people import PersonMention
from kg.extraction.post.holders import is_national, role_of
from kg.extraction.post.title import Title
from kg.extraction.text.page import Page
from kg.extraction.words import tables

BODY_CUES = "post-body-cues"
"""The table of words that tie a post to a body beside it."""
_JOINTS = frozenset((",", "(", "of", "for", "at", "in", "from", "and", "&", "the", "/"))
_PARTY = 4
"""Words in which a bracket may name a party and a state."""
_BEHIND_NAME = frozenset((",", "(", "of", "from", "the"))
MARKS = frozenset(
    (",", ";", "and", "&", "the", "(", ")", ":", "-", "\u2013", "\u2014", "as", "well", "both", "by", "/")
)
"""Marks and words that may stand between the people and titles of one row."""


@dataclass(frozen=True, slots=True)
class Home:
    """The body in which a post is held: where it is named, the step that found it, and the words that tie them."""

    body: BodyMention
    step: str
    tie: tuple[int, int] | None = None


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Heir:
    """A title without a body, in its row: ``low`` and ``high`` are the first and last chunk of person and titles."""

    title: Final[Title]
    role: Final[str]
    person: Final[PersonMention]
    row: Final[Sequence[Chunk]]
    low: Final[int]
    high: Final[int]
    titles_at: Final[int]

    @property
    def is_named(self) -> bool:
        """Whether the row names the person; else a pronoun stands for it: *she* served as T."""
        return self.low < self.high

    @property
    def is_glued(self) -> bool:
        """Whether the title stands right before the name: *President* Varga."""
        return self.titles_at + 1 == self.high and self.row[self.high].person is self.person


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Told:
    """A post with its body, told somewhere in the text; ``person`` is None where the title stands for nobody named."""

    person: Final[str | None]
    role: Final[str]
    words: Final[str]
    body: Final[BodyMention]
    name: Final[str]


def is_entry(page: Page, token: int) -> bool:
    """Whether a token stands in a line of a list or table."""
    index = page.sentence_of(token)
    return index is not None and page.sentences[index].block.kind in ("list", "item", "table")


def heirs(
    page: Page, rows: Sequence[Sequence[Chunk]], owner: Mapping[int, PersonMention], lack: Mapping[int, Sequence[Title]]
) -> Iterator[Heir]:
    """The titles ``lack`` (by the first token of their group) whose person is known."""
    for row in rows:
        titled = [at for at, chunk in enumerate(row) if chunk.titles and chunk.first in lack]
        people = {chunk.person: at for at, chunk in enumerate(row) if chunk.person} if titled else {}
        for at in titled:
            chunk, person = row[at], owner.get(row[at].first)
            if person is None:
                continue
            named = person in people  # else by a pronoun: *she* served as T
            low, high = _apposition(row, at, people[person], person, owner) if named else (at, at)
            for title in lack[chunk.first]:
                yield Heir(title, role_of(page, title), person, row, low, high, at)


def _apposition(
    row: Sequence[Chunk], titles: int, person: int, mention: PersonMention, owner: Mapping[int, PersonMention]
) -> tuple[int, int]:
    """The first and last chunk of a person with all titles that stand beside one another."""
    low, high = min(titles, person), max(titles, person)
    while high + 2 < len(row) and row[high + 1].is_word(",", "and", ";") and _is_his(row[high + 2], mention, owner):
        high += 2
    return low, high


def _is_his(chunk: Chunk, mention: PersonMention, owner: Mapping[int, PersonMention]) -> bool:
    return chunk.titles is not None and owner.get(chunk.first) == mention


def is_cut_off(page: Page, heir: Heir) -> bool:
    """Whether capitalised words follow that no layer read: a body may be among them (``Bureau Chief, Tidewatch``)."""
    at = start = _past_origin(heir, _past_party(heir.row, heir.high + 1))
    if at + 1 < len(heir.row) and heir.row[at].is_word(",") and heir.row[at + 1].is_word("at", "in"):
        return False  # P, Minister of Tides, at the Palace: where it was
    if not is_national(heir.role) and heir.row[heir.high].person and is_origin(heir.row, at + 1):
        return False  # the Chairperson, P from Norway
    joints = _BEHIND_NAME if heir.is_glued else _JOINTS
    while at < len(heir.row) and heir.row[at].is_word(*joints):
        at += 1
    if at == start and at < len(heir.row) and not page.joined(heir.row[at].first - 1):
        return False
    if at >= len(heir.row) or page.sentence_of(heir.title.first) != page.sentence_of(heir.row[at].first):
        return False
    token = page.tokens[heir.row[at].first]
    if heir.row[at - 1].is_word("/") and heir.titles_at > heir.low:
        return False  # P, Director / T/XYZ: one more title
    if heir.row[at - 1].is_word("in") and _says_when_or_where(page, heir.row[at].first):
        return False
    return heir.row[at].kind == "body" or (heir.row[at].kind == "word" and token.is_word and token.is_capitalised)


def _past_origin(heir: Heir, at: int) -> int:
    """Where a bracket ends that only says whence a chair or envoy is: Vice-Chair for Asia: P *(Kenya)*."""
    inside = heir.row[at + 1].body if word_at(heir.row, at, "(") and at + 2 < len(heir.row) else None
    closed = inside is not None and inside.is_state and word_at(heir.row, at + 2, ")")
    return at + 3 if closed and not is_national(heir.role) else at


def _past_party(row: Sequence[Chunk], at: int) -> int:
    """Where a bracket ends that says of which party somebody is, which is no body of his: Chairman P *(R-TX)*."""
    if at + 1 >= len(row) or not row[at].is_word("(") or row[at + 1].kind != "word":
        return at
    if row[at + 1].text.partition("-")[0] not in tables.words("party-words"):
        return at
    end = next((k for k in range(at + 2, min(at + 2 + _PARTY, len(row))) if row[k].is_word(")")), at - 1)
    return end + 1


def _says_when_or_where(page: Page, at: int) -> bool:
    """Whether a month or city follows *in*, not a body: P, Prime Minister, in *August*."""
    city = page.match(tables.table("cities"), at) is not None
    return city or page.tokens[at].lower in tables.words("calendar-words")


def bodies_before(row: Sequence[Chunk], end: int) -> int:
    """Where the bodies right before a place begin: ``the BODY (B) of the BODY``; the place if there are none."""
    start = end
    while start and (row[start - 1].body or row[start - 1].is_word("the", "of", "(", ")")):
        start -= 1
    return start if any(chunk.body for chunk in row[start:end]) else end


def cue_before(page: Page, token: int, *kinds: str) -> tuple[int, int, str] | None:
    """The words tying a body to a post, of one of the kinds, that end before ``token``: first token, last, kind."""
    cues = tables.table(BODY_CUES)
    if not token or page.tokens[token - 1].lower not in cues.lasts:
        return None
    for back in range(4, 0, -1):
        hit = page.match(cues, token - back) if token >= back else None
        if hit and hit.last == token and hit.row["cue"] in kinds:
            return hit.first, hit.last, hit.row["cue"]
    return None


def word_at(row: Sequence[Chunk], at: int, *words: str) -> bool:
    """Whether one of the words stands at a place of a row, if the row reaches so far."""
    return 0 <= at < len(row) and row[at].is_word(*words)


def is_member(chunk: Chunk) -> bool:
    """Whether a word is one for those of a body or side: *delegation*, *leaders*."""
    return chunk.kind == "word" and chunk.text in tables.words("member-nouns")


def body_said_at(row: Sequence[Chunk], at: int) -> tuple[BodyMention | None, int]:
    """The body at ``at`` and its place, or the one that it is said to have: from *Kenya's* Ministry of Tides."""
    organ = row[at + 2].body if at + 2 < len(row) and word_at(row, at + 1, "'s") else None
    if organ and row[at].body:
        return organ, at + 2
    return (row[at].body if at < len(row) else None), at


def is_origin(row: Sequence[Chunk], at: int) -> bool:
    """Whether a state says only where somebody is from: *P of Norway* as its Envoy."""
    body = row[at].body if 1 < at < len(row) else None
    return body is not None and body.is_state and row[at - 1].is_word("of", "from") and row[at - 2].person is not None


def ends_with_state(page: Page, heir: Heir) -> bool:
    """Whether a state ends the title, of which the next one is one more: for *Malawi*, Kenya."""
    hit = page.match(tables.states(), heir.title.last - 1)
    return hit is not None and hit.last == heir.title.last
