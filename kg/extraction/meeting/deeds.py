"""Meetings that a verb makes of another noun: a paper *signed*, a lecture *given*, a council *held* or counted."""

from bisect import bisect_left
from itertools import takewhile

from kg.extraction.body.bodies import BodyMention
from kg.extraction.computed import computed
from kg.extraction.meeting.launches import LaunchReader
from kg.extraction.meeting.numbers import is_owned_and_counted, ordinal_ending, year_at
from kg.extraction.meeting.phrases import NamingReader, PhraseReader
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit, Row

_BEFORE = 7
_BEHIND = 14
_TO_GOAL = 10
_ASIDE = 40  # tokens that stand between commas behind a verb
_SIDES = 16
"""Words of two sides between which a paper is: the Ministry of Tides of Norway and the Harbour Police of Kenya."""
_MODIFIERS = 4
"""Words between a number and a sitting body: the 2nd *High Level Steering* Committee."""
_NAME, _IN_NAMES = 8, ("of", "for", "and", "the")
"""Words of the name of a house of learning, and those in small letters in it."""


class DeedReader(NamingReader):
    """Finds the nouns of which a verb makes a meeting."""

    def __init__(self, phrases: PhraseReader) -> None:
        super().__init__(phrases)
        self.launches = LaunchReader(phrases)

    @computed
    def _own(self) -> frozenset[int]:
        """Where a noun may begin that names no body."""
        names = ("signed-papers", "sitting-bodies", "lectures")
        own = (at for name in names for at in self.page.places(tables.phrases(name)))
        missions = self.page.places_of("mission", 0, len(self.tokens))
        return frozenset((*own, *missions, *self.launches.places()))

    def places(self) -> list[int]:
        """Where a noun may begin that a verb makes a meeting."""
        return [*self.phrases.bodies, *self._own]

    def at(self, at: int) -> Hit | None:
        """The noun at token ``at`` that a verb makes a meeting, with a row that says of which kind."""
        body = self.phrases.bodies.get(at)
        if body:
            return self.launches.of_body(body) or self._sat(body) or self._aside(body) or self._attended(body)
        if at not in self._own:
            return None
        counted = self._counted(at)
        if counted:
            return counted
        if self.page.match(tables.phrases("lectures"), at):
            return Hit(at, at + 1, _row("briefing")) if self._is_lecture(at) else None
        if launched := self.launches.at(at):
            return launched
        if self._is_errand(at):
            return Hit(at, at + 1, _row("visit"))
        hit = self.page.match(tables.phrases("signed-papers"), at)
        if hit and self.page.match(tables.phrases("signed-papers"), hit.last):
            return None  # a Strategic Partnership *Agreement*
        if hit and (
            self._verb_before(at, "signing-verbs") is not None or self._signed_behind(hit.last) or self._after_aside(at)
        ):
            return Hit(hit.first, hit.last, _row("signing"))
        return None

    def _is_errand(self, at: int) -> bool:
        """Whether somebody's mission somewhere is told of: a *mission of Dr. P to* Oslo, *her mission to* Kenya."""
        if self.tokens[at].text != "mission" or at == 0:
            return False
        behind, owner = self.tokens[at + 1 : at + 1 + _TO_GOAL], self.tokens[at - 1].lower
        words = [token.lower for token in behind]
        if words[:1] == ["of"] and "to" in words:
            goal = words.index("to")
            return (
                any(self.people[at + 1 : at + 1 + goal]) and goal + 1 < len(behind) and behind[goal + 1].is_capitalised
            )
        return owner in ("his", "her") and words[:1] == ["to"] and len(behind) > 1 and behind[1].is_capitalised

    def _is_lecture(self, at: int) -> bool:
        """Whether a speech was given at a house of learning: *gave a* speech *at the Tide University*, no meeting."""
        for pos in range(at + 1, min(at + _BEHIND, len(self.tokens) - 1)):
            word = self.tokens[pos].lower
            if word in (".", ";", ":", "by", "and") or not self.page.joined(pos - 1):
                return False
            if word == "at":
                first = pos + 1 + (self.tokens[pos + 1].lower == "the")
                named = takewhile(
                    lambda one: one.is_capitalised or one.lower in _IN_NAMES, self.tokens[first : first + _NAME]
                )
                names = [one.lower for one in named if one.is_capitalised]
                learned = len(names) > 1 and not tables.words("lectured-at").isdisjoint(names)
                return learned and (self._verb_before(at, "giving-forms") is not None or self._opens_line(at))
            if self.page.match(tables.table("meeting-kinds"), pos) or word in tables.words("lectures"):
                return False  # a *keynote* address
        return False

    def _opens_line(self, at: int) -> bool:
        """Whether the noun opens an entry of a programme: *14 March:* Address at the Academy."""
        index = self.page.sentence_of(at)
        return index is not None and (
            at == self.page.sentences[index].first or self.tokens[at - 1].text in (":", ";", "-", "\u2013")
        )

    def verb(self, hit: Hit) -> int | None:
        """Where the verb in front of the noun stands, or None."""
        name = {"signing": "signing-verbs", "launch": "launching-verbs"}.get(hit.row["kind"])
        opened = self.launches.verb(hit.first) if hit.row["kind"] == "launch" else None
        return opened if opened is not None else self._verb_before(hit.first, name) if name else None

    def _verb_before(self, at: int, verbs: str) -> int | None:
        for pos in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
            word = self.tokens[pos].lower
            if word in (".", ";", ":", "that", "which") or not self.page.joined(pos):
                return None
            if pos == at - 1 and f"{word} {self.tokens[at].lower}" in tables.words("not-verbs"):
                return None  # pledged to keep *signed agreements*
            if word in tables.words(verbs):
                if pos == at - 1 and pos and self.tokens[pos - 1].lower in tables.words("possessives"):
                    return None  # per *their signed* memorandum
                return None if pos and self.tokens[pos - 1].lower in ("will", "would", "to", "not") else pos
        return None

    def _after_aside(self, at: int) -> bool:
        """Whether more stands between the verb and its paper: *signed*, in the presence of P, a *memorandum*."""
        comma = at - 2 if at > 2 and self.tokens[at - 1].lower in ("a", "an", "the", "two", "three") else at - 1
        if comma < 1 or self.tokens[comma].text != ",":
            return False
        for pos in range(comma - 1, max(0, comma - _ASIDE), -1):
            if self.tokens[pos].lower in (";", ":") or not self.page.joined(pos):
                return False
            if self.tokens[pos].text == "," and self.tokens[pos - 1].lower in tables.words("signing-verbs"):
                return self._verb_before(pos, "signing-verbs") is not None
        return False

    def _signed_behind(self, at: int) -> bool:
        """Whether the paper *was signed*; one *signed last year* is only spoken of."""
        sides = any(token.lower == "between" for token in self.tokens[at : at + _BEHIND])  # between A *and the* B
        for pos in range(at, min(at + _BEHIND + _SIDES * sides, len(self.tokens) - 1)):
            word = self.tokens[pos].lower
            ends = word == "and" and not sides and self.tokens[pos + 1].lower in ("the", "a")
            if word in (".", ";", ":") or ends:
                return False
            if word in tables.words("signing-verbs") and word.endswith("ed"):
                return any(self.tokens[k].lower in tables.words("being-forms") for k in range(max(at, pos - 2), pos))
        return False

    def _sat(self, body: BodyMention) -> Hit | None:
        """``held the Partnership Council``, ``the fourth Joint Commission``."""
        goes_on = body.last < len(self.tokens) and self.page.joined(body.last - 1)
        if not self._is_sitting(body) or (goes_on and self.page.match(tables.table("meeting-kinds"), body.last)):
            return None  # held the Tide Council *session*
        at = body.first - 1
        counted = body.first > 0 and ordinal_ending(self.page, body.first, 0) is not None
        while at > 0 and self.tokens[at].lower in ("the", "their", "its", "a", "first", "second", "third"):
            at -= 1
        held = at >= 0 and self.tokens[at].lower in tables.words("holding-forms")
        ministers = any(self.tokens[at].lower == "ministerial" for at in range(body.first, body.last))
        held = held or (ministers and self._is_in_town(body.last))
        if not (held or counted):
            return None
        kind = self._gathering(body)
        return Hit(body.first, body.last, _row(kind.row["kind"] if kind else "meeting"))

    def _counted(self, at: int) -> Hit | None:
        """``the 18th Ministerial Council``: a number makes a meeting of what without it names no body."""
        sitting = self.page.match(tables.phrases("sitting-bodies"), at)
        if sitting is None or not self.tokens[at].is_capitalised or at in self.phrases.around:
            return None
        behind = self.tokens[sitting.last : sitting.last + 1]
        compound = behind and (behind[0].is_capitalised or behind[0].lower in tables.words("meeting-compounds"))
        if compound and self.page.joined(sitting.last - 1):
            return None  # the 4th Joint Committee *Report*
        first = at
        while first > max(0, at - _MODIFIERS) and self._is_modifier(first - 1):
            first -= 1
        if any(token.lower in tables.words("lasting-words") for token in self.tokens[first:at]):
            return None  # the 1st Standing Committee
        says_more = first < at or sitting.last - at > 1  # the Third Committee is a body
        counted = says_more and first > 0 and ordinal_ending(self.page, first, 0) is not None
        return Hit(at, sitting.last, _row("meeting")) if counted else None

    def _is_modifier(self, at: int) -> bool:
        token = self.tokens[at]
        plain = token.is_capitalised and token.is_word and at not in self.phrases.around and self.page.joined(at)
        return plain and ordinal_ending(self.page, at + 1, 0) is None

    def _is_in_town(self, at: int, *, dated: bool = True) -> bool:
        """Whether a city and, if ``dated``, a date follow: the Ministerial Council *in Oslo in December*."""
        if at + 1 >= len(self.tokens) or self.tokens[at].lower != "in" or not self.page.joined(at - 1):
            return False
        city = self.page.match(tables.table("cities"), at + 1)
        if city is None or not self.tokens[at + 1].is_capitalised or city.last >= len(self.tokens):
            return False
        if not dated:
            return True
        low, high = self.tokens[city.last].start, self.tokens[min(city.last + 3, len(self.tokens) - 1)].end
        here = bisect_left(self._date_starts, low)
        return here < len(self._date_starts) and self._date_starts[here] < high

    @computed
    def _date_starts(self) -> list[int]:
        return [hit.start for hit in self.page.dates]

    def _aside(self, body: BodyMention) -> Hit | None:
        """``on the sidelines of the General Assembly``: a body by the name of its session."""
        at = body.first - 1
        while at > 0 and self.tokens[at].lower in ("the", "this", "year", "'s"):
            at -= 1
        if at < 1 or self.tokens[at].lower != "of" or self.tokens[at - 1].lower not in tables.words("asides"):
            return None
        kind = self.page.match(tables.table("meeting-kinds"), body.last - 1, body.last)
        return Hit(body.first, body.last, _row(kind.row["kind"])) if kind else None

    def _attended(self, body: BodyMention) -> Hit | None:
        """``spoke at the Harbour Forum in Oslo``, *2021 was held*: a body named like its meeting."""
        kind = self._gathering(body)
        counted = kind is not None and is_owned_and_counted(self.page, body.first, self.phrases.ending)
        if kind is None or (kind.row.flag("weak") and not counted):
            return None
        if counted or self._happens(body.outer):
            return Hit(body.first, body.last, _row(kind.row["kind"]))
        at = body.first - 1
        while at > 0 and (
            self._word(at) in tables.words("determiners") or self._word(at) in tables.words("meeting-modifiers")
        ):
            at -= 1
        lead = self._word(at) if at >= 0 else ""
        gone_to = lead in tables.words("visited-gatherings") or self._takes_part(at)
        if not (gone_to or lead in ("at", "in")):
            return None
        spoke = lead == "at" and self._word(at - 1) in tables.words("speech-verbs")
        then = self._is_then(body.outer) or self._is_in_town(body.outer, dated=not spoke)
        return Hit(body.first, body.last, _row(kind.row["kind"])) if gone_to or then else None

    def _gathering(self, body: BodyMention) -> Hit | None:
        """The word for a meeting by which a body is called: Harbour *Forum*, General *Assembly* of the Tide Union."""
        behind = range(body.first + 1, body.last)
        end = next((at for at in behind if self.tokens[at].lower in ("of", "on", "for")), body.last)
        return self.page.match(tables.table("meeting-kinds"), end - 1, end)

    def _happens(self, at: int) -> bool:
        """Whether a year follows, or what is only said of a gathering: it *took place*, it *was attended by*."""
        if at >= len(self.tokens) or not self.page.joined(at - 1):
            return False
        dated = year_at(self.page, at) is not None
        return dated or self.page.match(tables.phrases("gathering-happens"), at) is not None

    def _takes_part(self, at: int) -> bool:
        """Whether *in* at ``at`` ends words of taking part: *participated in*, *took part in*."""
        if at < 1 or self._word(at) != "in":
            return False
        part = tables.words("visited-gatherings")
        return self._word(at - 1) in part or f"{self._word(at - 2)} {self._word(at - 1)}" in part

    def _word(self, at: int) -> str:
        return self.tokens[at].lower if at >= 0 else ""

    def _is_then(self, at: int) -> bool:
        """Whether a day follows: *on 3 May*."""
        if at + 1 >= len(self.tokens) or self.tokens[at].lower not in ("in", "on", ",", "("):
            return False
        here = bisect_left(self._date_starts, self.tokens[at].start)
        return here < len(self._date_starts) and self._date_starts[here] == self.tokens[at + 1].start

    def _is_sitting(self, body: BodyMention) -> bool:
        for at in range(body.first, body.last):
            if self.tokens[at].lower == "of":
                return False
            hit = self.page.match(tables.phrases("sitting-bodies"), at, body.last)
            if hit and (hit.last == body.last or self.tokens[hit.last].lower in ("of", "on", "for", "against")):
                return True
        return False


def _row(kind: str) -> Row:
    return Row(kind, {"form": kind, "kind": kind, "proper": "1", "weak": "0"})
