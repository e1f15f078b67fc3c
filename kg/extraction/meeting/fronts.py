"""What stands in front of a meeting's kind: ordinal, year, modifiers, names, and words that tell it from others."""

from dataclasses import dataclass
from typing import cast

from kg.extraction.meeting.meetings import Apart
from kg.extraction.meeting.numbers import ordinal_ending, year_at
from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.holders import singular
from kg.extraction.words.tables import Hit

_LONGEST_NAME = 24  # tokens in front of the word for its kind
_QUOTES = {'"': '"\u201c', "\u201d": "\u201c", "'": "'\u2018", "\u2019": "\u2018", "\u00bb": "\u00ab"}
"""Which mark opens what another closes."""
_OF_YEAR = 3  # last year's
_LONGEST_HOLDER = 3  # words for officials: Directors General
_LONGEST_MODIFIER = 4  # words in small letters between the article and the kind
_LONGEST_LABEL = 3  # digits of the number of a name, and one


def is_definite(word: str) -> bool:
    """Whether a determiner points to what is known: *the*, *their*."""
    return word in tables.words("definite-determiners")


def is_indefinite(word: str) -> bool:
    """Whether a determiner introduces or counts: *a*, *another*."""
    return word in tables.words("indefinite-determiners")


def determiner_of(page: Page, first: int, free: int) -> str:
    """The word that determines the naming at ``first``, past one that only points back: *the* said Plenary."""
    at = first - 1
    if at - 1 > free and page.joined(at) and page.tokens[at].lower in tables.words("aforesaid-words"):
        at -= 1
        return page.tokens[at].lower if is_definite(page.tokens[at].lower) else page.tokens[at + 1].lower
    return page.tokens[at].lower if first > free and page.joined(at) else ""


@dataclass(slots=True)
class Front:
    """What stands before the word for the kind."""

    first: int
    ordinal: int | None = None
    year: int | None = None
    planned: bool = False
    apart: Apart = ""
    newest: bool = False
    names: bool = False


class FrontReader(NamingReader):
    """Reads backwards from the word for the kind to the beginning of the naming."""

    def read(self, hit: Hit, free: int) -> Front:
        """What stands before the kind, from token ``free`` on."""
        front = Front(hit.first)
        free = max(free, hit.first - _LONGEST_NAME)
        while front.first > free and self.phrases.flows(front.first - 1) and not self.people[front.first - 1]:
            quoted = self._quoted_title(front.first - 1, free)
            front.names = front.names or quoted is not None
            at = self._one_back(front, free, hit) if quoted is None else quoted
            if at is None:
                break
            front.first = at
        return front

    def _one_back(self, front: Front, free: int, hit: Hit) -> int | None:
        """Where the naming begins if it takes in what stands in front of it, or None if it does not."""
        pos = front.first
        token, body = self.tokens[pos - 1], self.phrases.ending.get(pos)
        if (
            body
            and body.first >= free
            and (hit.last - 1 not in self.phrases.around or self.phrases.around[hit.last - 1] is not body)
        ):
            front.names = True
            return body.first
        number = ordinal_ending(self.page, pos, free) or self._of_last(front, free)
        if number:
            front.ordinal = front.ordinal or number[0]
            return number[1]
        year = year_at(self.page, pos - 1)
        if year or self._is_label(pos, free):
            front.year = year or front.year
            return pos - 1
        telling = tables.table("telling-apart")
        apart = self.page.match(telling, pos - 1, pos) or self.page.match(telling, max(free, pos - _OF_YEAR), pos)
        if apart and apart.last == pos and not self._leads_on(pos - 1):
            front.apart = cast("Apart", apart.row["sense"])
            front.newest = apart.row.flag("newest")
            front.planned = front.planned or apart.row["sense"] == "later"
            return apart.first
        if token.lower in tables.words("looking-ahead"):
            front.planned = True
            return None
        if token.lower in ("'s", "'"):
            return self._owner(pos - 1, free)
        if token.lower in tables.words("meeting-modifiers") or self._is_compound(pos - 1):
            return pos - 1
        if token.is_capitalised and token.is_word and not self._opens(pos - 1) and not self._stops(pos - 1):
            front.names = True
            return pos - 1
        if (
            token.text in "-\u2013/&+"
            and (self._is_tight(pos - 1) or self._parts_sides(pos - 1))
            and pos - 2 >= free
            and self.tokens[pos - 2].is_capitalised
            and self.page.joined(pos - 2)
        ):
            return pos - 1
        if token.text == ")":
            return self._past_acronym(pos, free)
        if token.lower == "and" and pos - 2 >= free:
            return self._joined_modifiers(pos, hit)
        return self._small_modifiers(pos, free, hit)

    def _is_label(self, pos: int, free: int) -> bool:
        """Whether the number of a name stands in front: the *Lagoon Shield 2* exercise; not of a day (May 3)."""
        number, named = self.tokens[pos - 1], self.tokens[pos - 2]
        short = number.text.isdecimal() and len(number.text) < _LONGEST_LABEL and pos - 2 >= free
        name = named.is_capitalised and named.lower not in tables.words_of("calendar-words", "function-words")
        return short and name and self.page.joined(pos - 2) and not self.people[pos - 2]

    def _is_tight(self, at: int) -> bool:
        """Whether a mark joins what is beside it: *Kenya-Norway*, *Tides & Reefs*."""
        before, mark, behind = self.tokens[at - 1 : at + 2]
        return mark.text in "&+" or before.end == mark.start or mark.end == behind.start

    def _parts_sides(self, at: int) -> bool:
        """Whether a dash stands between two sides: *Tide Council – Reef Office* talks, *Kenya - Norway* Dialogue."""
        before = self.phrases.ending.get(at)
        if before is None or at + 1 in self.phrases.bodies:
            return before is not None
        state = self.page.match(tables.states(), at + 1) or self.page.match(tables.demonyms(), at + 1)
        return (before.is_state or before.known is not None) and state is not None

    def _of_last(self, front: Front, free: int) -> tuple[int, int] | None:
        """The ordinal of the last of a series, and where it begins: the *fifth and* last workshop."""
        pos = front.first
        ends = self.tokens[pos - 1].lower == "and" and self.tokens[pos].lower in tables.words("last-words")
        series = ordinal_ending(self.page, pos - 1, free) if ends else None
        front.apart = "" if series else front.apart
        return series

    def _quoted_title(self, at: int, free: int) -> int | None:
        """The mark that opens a title in front of the kind: the *"Voices of the Reef"* conference."""
        opening = _QUOTES.get(self.tokens[at].text)
        if opening is None or self.tokens[at].start != self.tokens[at - 1].end:
            return None
        for k in range(at - 2, free - 1, -1):
            if not self.phrases.flows(k) or self.people[k]:
                return None
            if self.tokens[k].text in opening and self.tokens[k].end == self.tokens[k + 1].start:
                apart = k == 0 or self.tokens[k - 1].end < self.tokens[k].start
                return k if apart and self.tokens[k + 1].is_capitalised else None
        return None

    def _past_acronym(self, pos: int, free: int) -> int | None:
        """In front of an acronym that stands in brackets inside the name: the Harbour Safety *(HS)* Dialogue."""
        at = pos - 3
        if at <= free or self.tokens[at].text != "(":
            return None
        if self.tokens[at + 1].lower in tables.words("meeting-modifiers"):
            return at  # the chiefs' *(virtual)* meeting
        if not self.tokens[at + 1].is_acronym:
            return None
        body = self.phrases.ending.get(at)
        if body is not None and body.outer == pos:
            return body.first
        long = self.tokens[at - 1]
        spelt = long.is_word and long.lower.rpartition("-")[2][:1] == self.tokens[at + 1].lower[-1]
        alike = long.is_capitalised == self.tokens[pos].is_capitalised
        return at if spelt and (alike or self.tokens[pos].lower in tables.words("meeting-modifiers")) else None

    def _owner(self, at: int, free: int) -> int | None:
        """``Norway's``, ``the ministers'``: one who has the meeting; nothing before a small one."""
        owner = self.tokens[at - 1] if at > free else None
        if owner is None or self.people[at - 1] or not owner.is_word or owner.lower in tables.words("no-owners"):
            return None
        if owner.lower in tables.words("calendar-words"):
            return None
        return at if owner.is_capitalised else at - 1

    def _is_compound(self, at: int) -> bool:
        """Whether a word of two qualifies what follows: *capital-level* talks; no verb, as *co-chaired* is."""
        token = self.tokens[at]
        small = token.is_word and "-" in token.text and not token.is_capitalised
        return small and token.lower not in tables.words("holding-verbs")

    def _stops(self, at: int) -> bool:
        """Words with which no name goes on, capital or not: verbs of holding, prepositions, days."""
        word = self.tokens[at].lower
        return (
            is_definite(word)
            or is_indefinite(word)
            or word in tables.words("calendar-words")
            or (
                word in tables.words("function-words")
                and not (self.tokens[at].is_acronym and not self.phrases.in_heading(at))
            )
            or word in tables.words("holding-verbs")
        )

    def _joined_modifiers(self, pos: int, hit: Hit) -> int | None:
        """``counter-terrorism and security``, ``Theory and Practice``: *and* between two modifiers of one kind."""
        before = self.tokens[pos - 2]
        if (
            pos == hit.first
            or not self.phrases.flows(pos - 2)
            or self.people[pos - 2]
            or (pos - 2) in self.phrases.around
        ):
            return None
        if before.is_capitalised and self._is_acronyms(pos):
            return pos - 1
        if before.is_capitalised:
            return (
                pos - 1
                if self.tokens[hit.first].is_capitalised and before.is_word and not self._stops(pos - 2)
                else None
            )
        small = before.lower in tables.words("meeting-modifiers") or "-" in before.text
        return pos - 1 if small else None

    def _holders(self, pos: int, free: int) -> int | None:
        """The officials whose meeting it is: the *Ministers of* Health Retreat, the *Heads of the* Police Forum."""
        of = pos - 1 - (self.tokens[pos - 1].lower == "the")
        if of <= free or self.tokens[of].lower != "of" or not self.tokens[pos].is_capitalised:
            return None
        for at in range(max(free, of - _LONGEST_HOLDER), of):
            capitals = all(self.tokens[k].is_capitalised and self.phrases.flows(k) for k in range(at, of))
            if capitals and singular(self.page.words(at, of)) is not None:
                return at
        return None

    def _is_acronyms(self, pos: int) -> bool:
        """Whether acronyms behind an article are joined to one modifier: a *CT and PVE* workshop."""
        if pos < 3 or not self.tokens[pos - 2].is_acronym:
            return False
        article = self.tokens[pos - 3].lower
        return (self.tokens[pos].is_acronym or self.tokens[pos + 1].text == "/") and (
            is_indefinite(article) or is_definite(article) or ordinal_ending(self.page, pos - 2, 0) is not None
        )

    def _small_modifiers(self, pos: int, free: int, hit: Hit) -> int | None:
        """``a border management workshop``: words in small letters, if an article or a number stands before them."""
        of_body = pos == hit.first and self.tokens[pos - 1].lower == "the"  # *Members of the* Conference
        joint = self.tokens[pos - 1].lower in ("of", "the") and not of_body
        if joint and (holders := self._holders(pos, free)) is not None:
            return holders
        for at in range(pos - 1, max(free, pos - 1 - _LONGEST_MODIFIER) - 1, -1):
            token = self.tokens[at]
            if not self.phrases.flows(at) or self.people[at]:
                return None
            opens = is_definite(token.lower) or is_indefinite(token.lower) or token.lower == "'s"
            if opens or (at < pos - 1 and ordinal_ending(self.page, at + 1, free)):
                return at + 1 if at + 1 < pos else None
            if not token.is_word or token.is_capitalised or token.lower in tables.words("function-words"):
                return None
            if self.phrases.closes(at) or token.lower in tables.words("holding-verbs"):
                return None
        return None

    def _leads_on(self, at: int) -> bool:
        """Whether the word is no adjective here: announced *following* meetings between P and Q."""
        determined = at > 0 and self.tokens[at - 1].lower in tables.words("determiners")
        return self.tokens[at].lower in tables.words("beside-words") and not determined

    def _opens(self, at: int) -> bool:
        sentence = self.page.sentence_of(at)
        return (
            sentence is not None
            and self.page.sentences[sentence].first == at
            and self.tokens[at].lower in tables.words("common-words")
            and self.page.sentences[sentence].block.kind not in ("headline", "heading")
            and not (self.page.joined(at) and self.tokens[at + 1].is_capitalised)
        )
