"""A sentence as a row of chunks: people, titles, bodies, meetings, and the words between them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar, Final, Literal

from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.meeting.quoted import commas_inside
from kg.extraction.person.people import PersonMention
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page, Sentence
from kg.extraction.text.tokens import is_figures
from kg.extraction.words import tables

Kind = Literal["person", "titles", "body", "meeting", "word"]


_BRACKET = 8
_SERVING = ("to", "of", "for")
_SHORT = 3
_TO_MODAL = 8  # tokens from a verb back to what leads it: will on Tuesday, 3 May 2024,
_LONGEST_NAME = 8
_SOON = 8  # tokens from a title of several to the first of them named: ministers from Norway and Kenya, *P and Q*
"""Tokens of a title that is compared with words: guest of honour."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Chunk:
    """Tokens ``[first, last)`` read as one thing; exactly one of the four values is set, none for a word."""

    kind: Final[Kind]
    first: Final[int]
    last: Final[int]
    text: Final[str] = ""
    person: Final[PersonMention | None] = None
    titles: Final[Titles | None] = None
    body: Final[BodyMention | None] = None
    meeting: Final[MeetingMention | None] = None
    capital: Final[bool] = False
    noun: Final[str] = ""
    """The word that says what it is: paid a *courtesy call* on; *Government* of Kenya; the *Director* of Tides.

    With it who leads a delegation: *Head of* the Kenyan *Delegation*.
    """

    inner: ClassVar[None] = None
    """The body in its name, which none has before a row is taken apart for ties."""

    def is_word(self, *words: str) -> bool:
        """Whether this is one of the given words or marks."""
        return self.kind == "word" and self.text in words

    def is_among(self, words: Set[str]) -> bool:
        """Whether this is one of the words of a list."""
        return self.kind == "word" and self.text in words


class Row(list[Chunk]):
    """The chunks of a sentence, complete: ``said`` are their words, ``kinds`` their kinds.

    By these most readers see at once that they have nothing to look for.
    """

    __slots__ = ("kinds", "said", "texts")

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        super().__init__(chunks)
        self.texts = [chunk.text for chunk in self]
        self.said = frozenset(self.texts)
        self.kinds = frozenset([chunk.kind for chunk in self])

    def places(self, words: Set[str]) -> list[int]:
        """Where chunks stand that say one of these words, in order: no scan where none is said."""
        if self.said.isdisjoint(words):
            return []
        return [at for at, text in enumerate(self.texts) if text in words]


def chunked(
    page: Page,
    people: Collection[PersonMention],
    titles: Sequence[Titles],
    bodies: Iterable[BodyMention],
    meetings: Collection[MeetingMention],
) -> list[Chunk | None]:
    """For every token the chunk that begins there (None inside a chunk). Meetings win, then people, titles, bodies."""
    begins: list[Chunk | None] = [None] * len(page.tokens)
    covered = [False] * len(page.tokens)

    def place(chunk: Chunk) -> None:
        if True not in covered[chunk.first : chunk.last]:
            begins[chunk.first] = chunk
            covered[chunk.first : chunk.last] = [True] * (chunk.last - chunk.first)

    for meeting in meetings:
        single = page.tokens[meeting.first].lower if meeting.last == meeting.first + 1 else ""
        noun = page.tokens[meeting.head].lower if meeting.kind in ("visit", "call", "briefing") else ""
        place(Chunk("meeting", meeting.first, meeting.last, single, meeting=meeting, noun=noun))
    holders = (Chunk("person", person.first, person.outer, person=person) for person in people)
    for chunk in chain(_servants(page, people, titles), holders):
        place(chunk)
    for group in titles:
        behind = begins[group.last] if group.last < len(begins) else None
        named = behind is not None and behind.person is not None
        soon = not named and any(chunk and chunk.person for chunk in begins[group.last : group.last + _SOON])
        if not named and (
            _is_crowd(page, group, soon)
            or (_stands_for(page, group) and not soon and not _is_behind_name(begins, page, group.first))
            or (group.last == group.first + 1 and _is_verb(page, group.first))
        ):
            continue
        short = page.words(group.first, group.last).lower() if group.last <= group.first + _SHORT else ""
        noun = next((_noun(page, *title.parts[0]) for title in group.titles[-1:]), "")
        place(Chunk("titles", group.first, group.last, short, titles=group, noun=noun))
    for body in bodies:
        single = page.tokens[body.first].lower if body.outer == body.first + 1 else ""
        noun = page.tokens[body.first].lower if body.is_state and body.last > body.first + 2 else ""
        place(Chunk("body", body.first, body.outer, single, body=body, noun=noun))
    for at in chain(commas_inside(page, meetings), *(_styles_before(page, group.first) for group in titles)):
        covered[at] = True
    for at, token in enumerate(page.tokens):
        if not covered[at]:
            begins[at] = Chunk("word", at, at + 1, token.lower, None, None, None, None, token.is_capitalised)
    return begins


def _servants(page: Page, people: Collection[PersonMention], titles: Sequence[Titles]) -> Iterator[Chunk]:
    """The titles of those who serve somebody named in them, of whom nothing is told: P, adviser to *President Q*."""
    named = {person.first: person.outer for person in people}
    for group in titles:
        if group.last in named and _serves(page, group, named):
            yield Chunk("titles", group.first, named[group.last], titles=group)


def _serves(page: Page, group: Titles, named: Mapping[int, int]) -> bool:
    """Whether a title behind a name and a mark ends in the post of whom its holder serves: P, adviser *to President* Q.

    So *for* and *of* tell: P, Special Envoy *of President* Q.
    With an article it is told of the holder: the adviser *to the President*, Q.
    """
    lead = group.first - 1
    while lead > 0 and page.tokens[lead].lower in tables.words("servant-leads"):
        lead -= 1
    if lead == group.first - 1 or lead + 1 not in named.values() or not page.joined(group.last - 1):
        return False
    roles = (at + 1 for at in range(group.first + 1, group.last - 1) if page.tokens[at].lower in _SERVING)
    hits = (page.match(tables.table("role-heads"), role, group.last) for role in roles)
    served = (hit for hit in hits if hit is not None and hit.row["class"] != "judicial")  # no Minister of *Justice P*
    return any(hit.last == group.last for hit in served)


def _noun(page: Page, first: int, last: int) -> str:
    """The noun of a role; with who leads it if that is a delegation: *head of* the Kenyan *delegation*."""
    noun = page.tokens[last - 1].lower
    return f"{page.tokens[first].lower} of {noun}" if noun in tables.words("delegation-nouns") else noun


def _is_crowd(page: Page, group: Titles, named_soon: bool) -> bool:
    """Whether a plural only counts people whom nobody names: *prosecutors*, *members of parliament* from Norway."""
    sender = group.titles[-1].body if group.titles and group.titles[-1].plural else None
    if sender and sender.is_state and "from" in page.words(group.first, sender.outer).lower().split():
        return not named_soon  # *Ministers* from Norway and Kenya
    if page.tokens[group.first].is_capitalised or group.titles[0].body:
        return False
    words = page.words(group.first, group.last)
    return words in tables.words("attendee-nouns") and words not in tables.words("unnamed-holders")


def _stands_for(page: Page, group: Titles) -> bool:
    """Whether somebody nobody names only stands for a body: a *representative of* the Reef Council."""
    if len(group.titles) != 1:
        return False
    title = group.titles[0]
    (first, last), sender = title.parts[0], title.body
    if len(title.parts) > 1 or last - first > 1 or sender is None or sender.first < last:
        return False
    one = page.tokens[first].lower == "representative" and first == group.first
    return one and page.tokens[last].lower in ("of", "from") and title.last <= max(sender.outer, sender.last)


def _is_behind_name(begins: Sequence[Chunk | None], page: Page, at: int) -> bool:
    """Whether a name and a mark stand in front: P*, (the)* representative of B; P*, as* representative of B."""
    at -= at > 0 and page.tokens[at - 1].lower in ("the", "a")
    if at and page.tokens[at - 1].lower == "as":
        return True
    if at < 2 or page.tokens[at - 1].text not in (",", "(", "-", "\u2013", "\u2014", ")"):
        return False
    return any(chunk and chunk.person and chunk.last >= at - 1 for chunk in begins[max(0, at - _LONGEST_NAME) : at])


def _is_verb(page: Page, at: int) -> bool:
    """Whether a word that is also a title is a verb here: P and Q will jointly *chair* the meeting."""
    if page.tokens[at].is_capitalised:
        return False
    passed = tables.words_of("verb-helpers", "calendar-words", "times-of-day") - tables.words("auxiliaries")
    for before in reversed(page.tokens[max(0, at - _TO_MODAL) : at]):
        if before.text in tables.words("modals"):  # and no month
            return True  # will on Tuesday, 3 May, chair
        when = before.text == "," or before.lower in ("on", "this") or is_figures(before.text)
        if not (when or before.lower.endswith("ly") or before.lower in passed):
            return False
    return False


def _styles_before(page: Page, at: int) -> range:
    """The tokens of a style in front of a title, which says nothing of its own: *H.E.* the Minister, P."""
    end = at - 1 if at and page.tokens[at - 1].lower == "the" else at
    for first in (end - 1, end - 2):
        hit = page.match(tables.table("honorifics"), first, end) if first >= 0 else None
        if hit and hit.last == end and hit.row["class"] in ("diplomatic", "royal"):
            return range(first, end)
    return range(0)


def of_sentence(begins: Sequence[Chunk | None], sentence: Sentence) -> list[Chunk]:
    """The chunks of one sentence, in order."""
    return [chunk for chunk in begins[sentence.first : sentence.last] if chunk is not None]


def bracket_opens(chunks: Sequence[Chunk], at: int) -> int | None:
    """Where the bracket that ends at ``at`` opens, if it names nobody: the Committee on Tides *(CT)* was held.

    Or a body alone, whose whole name was not read: the team on tides and reefs *(Reef Team)*.
    """
    before = chunks[at - 3] if at > 2 else None
    alone = chunks[at - 1].body and chunks[at - 2].is_word("(") and before and not before.capital
    for pos in range(at - 2 if alone else at - 1, max(-1, at - _BRACKET), -1):
        if chunks[pos].is_word("("):
            return pos
        if chunks[pos].kind != "word":
            return None
    return None
