"""Mentions of meetings, and which of them are one event.

A release tells of one main event and perhaps others. A definite short form ("the Dialogue") always points
back; a fuller form joins an event unless kind, ordinal, year or words contradict.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extraction import tables
from kg.extraction.bodies import BodyMention, capital_list
from kg.extraction.page import Page
from kg.extraction.tables import Hit
from kg.model.names import fold

_LONGEST_NAME = 24  # tokens in front of the word for its kind
_DETERMINERS = frozenset("the this that these their its his her our a an another each every first".split())
_DEFINITE = frozenset("the this that these their its his her our".split())
_LIGHT = frozenset("of for and in on to at with between their its the ever annual".split())


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting named at tokens ``[first, last)``, its determiner left out; ``parties`` are named inside it.

    ``is_short`` says that the kind stands alone, with nothing that tells one meeting from another; ``told`` that a verb
    of holding it stands in front. The name runs to ``name_last`` ("meeting with Dr Varga", whose title is read apart).
    """

    first: int
    last: int
    head: int
    kind: str
    definite: bool
    proper: bool
    weak: bool
    ordinal: int | None = None
    year: int | None = None
    planned: bool = False
    parties: tuple[BodyMention, ...] = ()
    destination: tuple[int, int] | None = None
    is_short: bool = False
    told: bool = False
    name_last: int = 0


@dataclass(slots=True)
class Meeting:
    """All mentions of one meeting; ``name`` is its fullest form."""

    number: int
    name: str
    kind: str
    mentions: list[MeetingMention]
    ordinal: int | None = None
    year: int | None = None
    also: list[str] = field(default_factory=list)

    @property
    def identifier(self) -> str:
        """Its name inside the document: ``e1``, ``e2`` …"""
        return f"e{self.number}"


class MeetingReader:
    """Finds meeting mentions on one page, given its bodies and people."""

    def __init__(self, page: Page, bodies: Sequence[BodyMention], people: Sequence[bool]) -> None:
        self.page = page
        self.people = people
        self.bodies = {mention.first: mention for mention in bodies}
        self.ending = {mention.last: mention for mention in bodies}

    def all(self) -> list[MeetingMention]:
        """Every mention, in order; no two overlap."""
        found: list[MeetingMention] = []
        at = free = 0
        while at < len(self.page.tokens):
            hit = None if self.people[at] else self.page.match(tables.table("meeting-kinds"), at)
            mention = self._mention(hit, free) if hit and self._is_noun(hit) else None
            if mention:
                found.append(mention)
                at = free = mention.last
            else:
                at += 1
        return found

    def _is_noun(self, hit: Hit) -> bool:
        """Not a verb ("to visit", "will visit", "visited") and not the start of a longer proper name."""
        tokens = self.page.tokens
        before = tokens[hit.first - 1].lower if hit.first else ""
        if not tokens[hit.first].is_capitalised and before in ("to", "will", "would", "can", "could", "must", "not"):
            return False
        if hit.last < len(tokens) and self.page.joined(hit.last - 1):
            following = tokens[hit.last]
            if following.is_capitalised and following.is_word and tokens[hit.last - 1].is_capitalised:
                return bool(self.page.match(tables.table("meeting-kinds"), hit.last)) is False and following.is_acronym
        body = next((m for m in self.bodies.values() if m.first <= hit.first and hit.last <= m.last), None)
        return body is None

    def _mention(self, hit: Hit, free: int) -> MeetingMention | None:
        first, ordinal, year, planned = self._before(hit, free)
        tokens = self.page.tokens
        determiner = tokens[first - 1].lower if first > free and self.page.joined(first - 1) else ""
        last, parties, destination = self._after(hit)
        proper = tokens[hit.last - 1].is_capitalised and hit.last - first > 1
        return MeetingMention(
            first=first,
            last=last,
            head=hit.last - 1,
            kind=hit.row["kind"],
            definite=determiner in _DEFINITE or determiner == "'s",
            proper=proper and hit.row.flag("proper"),
            weak=hit.row.flag("weak"),
            ordinal=ordinal,
            year=year,
            planned=planned,
            parties=parties,
            destination=destination,
            is_short=first == hit.first and last == hit.last,
            told=self._is_told(first),
            name_last=self._partner(last),
        )

    def _is_told(self, first: int) -> bool:
        """Whether a verb of holding stands right in front: held *a meeting*, hosted *a workshop*."""
        window = self.page.tokens[max(0, first - 4) : first]
        return any(token.lower in tables.words("holding-verbs") for token in window)

    def _partner(self, last: int) -> int:
        """The end of ``with NAME`` behind the mention (a person; bodies are parties), else the mention's own end."""
        tokens = self.page.tokens
        if last + 1 >= len(tokens) or tokens[last].lower != "with" or not self.page.joined(last - 1):
            return last
        for at in range(last + 1, min(last + 12, len(tokens))):
            if self.people[at]:
                return next((end for end in range(at, len(tokens)) if not self.people[end]), len(tokens))
            if not (tokens[at].is_capitalised or tokens[at].lower in ("the", "his", "her", "its", "of", "for", "and")):
                break
        return last

    def _before(self, hit: Hit, free: int) -> tuple[int, int | None, int | None, bool]:
        pos, ordinal, year, planned = hit.first, None, None, False
        tokens = self.page.tokens
        free = max(free, hit.first - _LONGEST_NAME)
        while pos > free and self.page.joined(pos - 1) and not self.people[pos - 1]:
            token = tokens[pos - 1]
            body = self.ending.get(pos)
            value = self._ordinal_ending(pos, free)
            if body and body.first >= free:
                pos = body.first
            elif value:
                ordinal, pos = value
            elif token.text.isdecimal() and len(token.text) == 4 and 1900 < int(token.text) < 2100:
                year, pos = int(token.text), pos - 1
            elif token.lower in ("'s", "'") and pos - 1 > free and tokens[pos - 2].is_capitalised:
                pos -= 1
            elif token.lower in tables.words("looking-ahead"):
                planned = True
                break
            elif token.lower in tables.words("meeting-modifiers"):
                pos -= 1
            elif (
                token.is_capitalised and token.is_word and not self._opens(pos - 1) and token.lower not in _DETERMINERS
            ):
                pos -= 1
            elif (
                token.lower == "and"
                and tokens[hit.first].is_capitalised
                and tokens[pos - 2].is_capitalised
                and self._inside(pos - 2)
            ):
                pos -= 1
            else:
                break
        return pos, ordinal, year, planned

    def _inside(self, at: int) -> bool:
        return at not in self.bodies and self.ending.get(at + 1) is None and not self.people[at]

    def _ordinal_ending(self, pos: int, free: int) -> tuple[int, int] | None:
        for back in (2, 1):
            at = pos - back
            if at >= free:
                hit = self.page.match(tables.table("ordinals"), at)
                if hit and hit.last == pos and not (hit.row.flag("roman") and not self._before_proper(pos)):
                    return int(hit.row["value"]), at
        return None

    def _before_proper(self, pos: int) -> bool:
        return pos < len(self.page.tokens) and self.page.tokens[pos].is_capitalised

    def _opens(self, at: int) -> bool:
        sentence = self.page.sentence_of(at)
        return (
            sentence is not None
            and self.page.sentences[sentence].first == at
            and self.page.tokens[at].lower in tables.words("common-words")
            and self.page.sentences[sentence].block.kind not in ("headline", "heading")
        )

    def _after(self, hit: Hit) -> tuple[int, tuple[BodyMention, ...], tuple[int, int] | None]:
        """Complements behind the kind word: what it is on or of, whom it is between, where a visit goes."""
        pos, parties, destination = hit.last, [], None
        tokens = self.page.tokens
        for _ in range(4):
            if pos >= len(tokens) or not self.page.joined(pos - 1):
                break
            lead = tokens[pos].lower
            at = pos + 1
            if at < len(tokens) and tokens[at].lower == "the":
                at += 1
            if lead in ("between", "with"):
                end, named = self._parties(at)
                if not named or (lead == "with" and len(named) < 1):
                    break
                parties, pos = named, end
            elif lead in ("on", "of", "for") and at < len(tokens):
                if tokens[at].lower in tables.words("calendar-words"):
                    break  # the dialogue on Monday, the dialogue of May
                run = capital_list(self.page, at, self.people) or self._topic(at, lead)
                if run is None:
                    break
                pos = run
            elif lead == "to" and hit.row["kind"] == "visit" and at < len(tokens):
                run = capital_list(self.page, at, self.people)
                if run is None:
                    break
                destination, pos = (at, run), run
            else:
                break
        return pos, tuple(parties), destination

    def _topic(self, at: int, lead: str) -> int | None:
        """The end of a topic written small: a seminar on *women, peace and security*."""
        if lead == "for":
            return None
        tokens, pos = self.page.tokens, at
        while pos < min(at + 8, len(tokens)) and not self.people[pos] and self.page.joined(pos - 1):
            token = tokens[pos]
            if token.lower in tables.words("topic-ends") or not (token.is_word or token.text == ","):
                break
            pos += 1
        while pos > at and tokens[pos - 1].text in (",", "and", "the"):
            pos -= 1
        return pos if pos > at and not any(char.isdigit() for char in tokens[at].text) else None

    def _parties(self, at: int) -> tuple[int, list[BodyMention]]:
        named: list[BodyMention] = []
        end = at
        while True:
            mention = self.bodies.get(at)
            if mention is None:
                return end, named
            named.append(mention)
            end = at = mention.outer
            tokens = self.page.tokens
            while (
                at < len(tokens)
                and (tokens[at].lower in ("and", "the", ",", "as", "well"))
                and self.page.joined(at - 1)
            ):
                at += 1


def unite(page: Page, mentions: Sequence[MeetingMention]) -> list[Meeting]:
    """The meetings of a document; a mention joins the one it can mean, short forms the main one."""
    meetings: list[Meeting] = []
    kinds_told = {m.kind for m in mentions if not m.is_short and _strong(m)}
    full = [m for m in mentions if not m.is_short or _is_new(m, kinds_told)]
    for mention in sorted(full, key=lambda m: (not _strong(m), m.first)):
        name = page.words(mention.first, max(mention.last, mention.name_last))
        home = next((meeting for meeting in meetings if _fits(page, meeting, mention, name)), None)
        if home is None and not (mention.definite and not _strong(mention) and _one_of_kind(meetings, mention)):
            if not _strong(mention) and mention.weak:
                continue
            home = Meeting(0, name, mention.kind, [])
            meetings.append(home)
        elif home is None:
            home = _one_of_kind(meetings, mention)
            assert home is not None
        _join(home, mention, name)
    for mention in (m for m in mentions if m.is_short and m.definite and m not in full):
        same = _of_head(page, meetings, mention) or _one_of_kind(meetings, mention)
        if same:
            same.mentions.append(mention)
    return numbered(meetings)


def numbered(meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings in the order of their first mentions, numbered so."""
    for meeting in meetings:
        meeting.mentions.sort(key=lambda mention: mention.first)
    ordered = sorted(meetings, key=lambda meeting: meeting.mentions[0].first)
    for number, meeting in enumerate(ordered, 1):
        meeting.number = number
    return ordered


def _join(home: Meeting, mention: MeetingMention, name: str) -> None:
    home.mentions.append(mention)
    home.ordinal = home.ordinal or mention.ordinal
    home.year = home.year or mention.year
    if len(_words(name)) > len(_words(home.name)):
        home.also.append(home.name)
        home.name = name
    elif name != home.name and name not in home.also:
        home.also.append(name)


def _strong(mention: MeetingMention) -> bool:
    """Whether the words tell this meeting from others: an ordinal, a proper name, parties, a destination."""
    named = mention.proper and (not mention.weak or mention.year is not None or mention.head - mention.first > 1)
    return bool(mention.ordinal or named or mention.parties or mention.destination or mention.name_last > mention.last)


def _is_new(mention: MeetingMention, kinds_told: set[str]) -> bool:
    """Whether a bare kind tells of a meeting of its own: *held a workshop*, *a side event*, or with whom it was."""
    if mention.name_last > mention.last or mention.planned:
        return True
    says_more = mention.told or mention.head > mention.first
    return says_more and not mention.definite and not mention.weak and mention.kind not in kinds_told


def _fits(page: Page, meeting: Meeting, mention: MeetingMention, name: str) -> bool:
    if meeting.kind != mention.kind or mention.planned:
        return False
    if meeting.ordinal and mention.ordinal and meeting.ordinal != mention.ordinal:
        return False
    if meeting.year and mention.year and meeting.year != mention.year:
        return False
    mine, theirs = _words(meeting.name), _words(name)
    if meeting.ordinal and mention.ordinal:
        return _head(page, meeting.mentions[0]) == _head(page, mention)
    return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)


def _of_head(page: Page, meetings: Sequence[Meeting], mention: MeetingMention) -> Meeting | None:
    """The one meeting that bears the same noun: *the conference* is the High-level Conference, not the Week."""
    same = [meeting for meeting in meetings if _head(page, meeting.mentions[0]) == _head(page, mention)]
    return same[0] if len(same) == 1 else None


def _one_of_kind(meetings: Sequence[Meeting], mention: MeetingMention) -> Meeting | None:
    same = [meeting for meeting in meetings if meeting.kind == mention.kind]
    if len(same) == 1:
        return same[0]
    held = [meeting for meeting in same if not any(m.planned for m in meeting.mentions)]
    return held[0] if len(held) == 1 else None


def _head(page: Page, mention: MeetingMention) -> str:
    return page.tokens[mention.head].lower


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in fold(name.replace("-", " ")).split() if word not in _LIGHT)
