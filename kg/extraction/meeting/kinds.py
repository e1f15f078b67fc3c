"""The word for a meeting's kind: which noun it is, and that it is no verb, no body and no other noun's modifier."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.numbers import ordinal_ending, year_at
from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit

_CONTAINED_ENDS = frozenset(("for", "in", "on", "with", "to", "by"))
_BEING = frozenset(("is", "are", "was", "were"))
_INSIDE = frozenset(("-", "\u2013", "'s", "'", "/", "&"))
_SERIES_NAMES = ("COP", "CoP", "MOP")
_SERIES = re.compile(rf"(?:{'|'.join(_SERIES_NAMES)})-?(\d{{1,2}})?")
_ASIDE = 20  # tokens of an aside: meeting at ministerial level in Oslo on 3 May,
_FINITE = ("finite-verbs", "speech-verbs", "modals")
_TO_LEAD = 5  # tokens from a noun to what says that it was held
_SPEECH = 4  # tokens from a word for speaking to where it was
_WHEN_OR_THIS = frozenset(("on", "today", "yesterday", "this", "so", "earlier"))
_LABEL = re.compile(r"[IVX]{1,5}|\d{1,2}|[A-D]")

_LENGTHS = ("-day", "-days", "-week")
_ARTICLES = ("a", "an", "the", "this")


class KindReader(NamingReader):
    """Finds the words for kinds on one page."""

    def places(self) -> list[int]:
        """Where the word for a kind may begin."""
        printed = any(name in self.page.text for name in _SERIES_NAMES)
        series = [word for word in self.page.said if word.startswith(("cop", "mop"))] if printed else []
        places = self.page.places_of_any((_beginnings() & self.page.said).union(series))
        return [at for at in places if _may_begin(self.tokens[at].text)] if series else places

    def at(self, at: int) -> Hit | None:
        """The word for a kind that begins at token ``at``."""
        if not _may_begin(self.tokens[at].text):
            return None
        word = self.tokens[at].lower
        if word in tables.words("meeting-containers") and (contained := self._contained(at)):
            return contained
        hit = self.page.match(tables.table("meeting-kinds"), at)
        if hit is None and (series := _SERIES.fullmatch(self.tokens[at].text)):
            return Hit(at, at + 1, _conference()) if series[1] or self._is_figure(at + 1) else None
        if hit or not word.endswith("s"):
            return hit
        row = _plurals().get(word)
        return Hit(at, at + 1, row) if row else None

    def _is_figure(self, at: int) -> bool:
        return (
            at < len(self.tokens)
            and self.page.joined(at - 1)
            and self.tokens[at].text.isdecimal()
            and len(self.tokens[at].text) < 3
        )

    def _contained(self, at: int) -> Hit | None:
        """``series of bilateral meetings``, ``edition of the Forum``: of the kind that it is made of."""
        if at + 2 >= len(self.tokens) or self.tokens[at + 1].lower != "of":
            return None
        for pos in range(at + 2, min(at + 14, len(self.tokens))):
            token = self.tokens[pos]
            if token.text in _INSIDE:
                continue
            if not token.is_word or token.lower in tables.words("topic-ends") or token.lower in _CONTAINED_ENDS:
                return None
            hit = None if token.lower in tables.words("meeting-containers") else self.at(pos)
            if hit:
                return Hit(at, at + 1, hit.row)
        return None

    def is_plural(self, hit: Hit) -> bool:
        """Whether it names several: *seminars*, *meetings*."""
        word = self.tokens[hit.last - 1].lower
        return word in ("meetings", "rounds") or (
            word in _plurals() and word not in tables.table("meeting-kinds").firsts
        )

    def is_noun(self, hit: Hit) -> bool:
        """Not a verb ("to visit", "will visit"), not inside a body's name, not in front of the noun that is meant."""
        tokens = self.tokens
        before = tokens[hit.first - 1].lower if hit.first else ""
        if not tokens[hit.first].is_capitalised and before in tables.words("verb-leads"):
            return False
        if before in _BEING and tokens[hit.first].lower == "meeting" and self._is_where_or_whom(hit.last):
            return False  # the ministers *are meeting* in Oslo
        met = tokens[hit.first].text == "meeting" and self._names_whom(hit.last)
        if met and before in tables.words("gerund-leads"):
            return False  # he visited Oslo*, meeting* Minister P
        if before == "," and tokens[hit.first].text == "meeting" and self._is_what_they_did(hit):
            return False  # the ministers, *meeting* in Oslo, adopted it
        if tokens[hit.last - 1].lower in tables.words("treaty-nouns") and not self._is_gathering(hit):
            return False  # parties to the *Convention*
        if tokens[hit.last - 1].lower == "exchange" and hit.last < len(tokens) and tokens[hit.last].lower == "of":
            return False  # of information, of prisoners; an exchange of views is a row of its own
        if hit.row["kind"] == "launch" and self._is_of_meeting(hit.last):
            return False  # said at the *inauguration* of the event
        if hit.row["kind"] == "launch" and self._is_verb_of_headline(hit):
            return False  # UNODC and Norway *Launch* the Tide Initiative
        if self._is_phrase(hit) or self._is_span(hit.first) or self._counts_others(hit):
            return False
        owner = self.phrases.around.get(hit.last - 1)
        ends = owner is not None and (owner.last == hit.last or tokens[hit.last].lower in ("on", "for"))
        if owner is not None and not (ends and (self._is_numbered(owner) or self._is_one_held(owner))):
            return False
        return not self._qualifies(hit)

    def _counts_others(self, hit: Hit) -> bool:
        """Whether what it counts is no meeting: a *round* of grants; a round of talks is counted as talks."""
        counts = hit.row.form in tables.words("meeting-containers")
        return counts and hit.last < len(self.tokens) and self.tokens[hit.last].lower == "of"

    def _is_span(self, at: int) -> bool:
        """Whether the word is a stretch of time: last *week*; not the Tide *Week*."""
        return self.tokens[at].lower == "week" and not self.tokens[at].is_capitalised

    def _is_verb_of_headline(self, hit: Hit) -> bool:
        """Whether capitals of a headline hide a verb: what is launched follows with its article."""
        behind = self.tokens[hit.last].lower if hit.last < len(self.tokens) else ""
        single = hit.last == hit.first + 1 and self.tokens[hit.first].lower == "launch"
        return single and behind in tables.words("determiners") and self.phrases.in_heading(hit.first)

    def _is_where_or_whom(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].lower in tables.words("meeting-followers")

    def _names_whom(self, at: int) -> bool:
        """Whether somebody may be named at ``at``: meeting *(with) Minister P*, *with the* Minister."""
        at += self.tokens[at].lower == "with" if at < len(self.tokens) else 0
        at += self.tokens[at].lower in tables.words_of("determiners", "possessives") if at < len(self.tokens) else 0
        return at < len(self.tokens) and self.tokens[at].is_capitalised

    def _is_gathering(self, hit: Hit) -> bool:
        """Whether people were at it, or it was held: *at the* Harbour Convention, which *was held* in Oslo."""
        before = (token.lower for token in self.tokens[max(0, hit.first - _TO_LEAD) : hit.first])
        behind = (token.lower for token in self.tokens[hit.last : hit.last + _TO_LEAD])
        led = any(word in tables.words("gathered-leads") for word in before)
        return led or any(word in tables.words("held-words") for word in behind)

    def _is_what_they_did(self, hit: Hit) -> bool:
        """Whether those in front of a comma met when they did what is told: *, meeting in Oslo, adopted* it."""
        if hit.first < 2 or hit.last - hit.first > 1 or not self._is_where_or_whom(hit.last):
            return False
        who, index = self.tokens[hit.first - 2], self.page.sentence_of(hit.first)
        if index is None or not (who.is_capitalised or who.text.endswith("s") or who.text == ")"):
            return False
        behind = self.tokens[hit.last : min(hit.last + _ASIDE, self.page.sentences[index].last)]
        return any(
            one.text == "," and (other.lower.endswith("ed") or other.lower in tables.words_of(*_FINITE))
            for one, other in pairwise(behind)
        )

    def _is_of_meeting(self, at: int) -> bool:
        """Whether *of the* and the word for a meeting follow."""
        behind = [token.lower for token in self.tokens[at : at + 2]]
        return (
            len(behind) == 2
            and behind[0] == "of"
            and behind[1] in tables.words("definite-determiners")
            and bool(at + 2 < len(self.tokens) and self.at(at + 2))
        )

    def _is_phrase(self, hit: Hit) -> bool:
        """Whether the word is part of a phrase that names no meeting: over *the course of* two days."""
        phrases = tables.phrases("no-meetings")
        for at in range(max(0, hit.first - 2), hit.first + 1):
            found = self.page.match(phrases, at)
            if found and found.last >= hit.last:
                return True
        return False

    def _is_numbered(self, body: BodyMention) -> bool:
        """Whether a number in front makes a meeting of a body: the *48th* Harbour Forum, the *2019* Harbour Forum."""
        return body.first > 0 and (
            ordinal_ending(self.page, body.first, 0) is not None or year_at(self.page, body.first - 1) is not None
        )

    def _is_one_held(self, body: BodyMention) -> bool:
        """Whether what looks like a body was held: organised *a Regional Forum*, the *Tide Forum* took place."""
        before = [token.lower for token in self.tokens[max(0, body.first - 2) : body.first]]
        if body.rule != "body.known" and self.page.match(tables.phrases("meeting-happens"), body.outer):
            return True
        if len(before) < 2:
            return False
        if body.rule != "body.known" and before[1].endswith(_LENGTHS) and before[0] in _ARTICLES:
            return True  # concluded *a two-day* Regional Forum
        if body.rule != "body.known" and before[1] == "the" and self._is_spoken_at(body.first - 2):
            return not self._goes_on(body.outer)
        if before[0] not in tables.words("holding-verbs"):
            return False
        owns = body.outer < len(self.tokens) and self.tokens[body.outer].lower in ("'s", "'")
        named = before[1] == "the" and before[0] != "for" and body.rule != "body.known" and not owns
        return before[1] in ("a", "an") or named

    def _goes_on(self, at: int) -> bool:
        """Whether a name goes on as that of something else: the Tide Forum *office*, the Tide Forum*'s* website."""
        if at >= len(self.tokens) or not self.page.joined(at - 1):
            return False
        token = self.tokens[at]
        return token.text in ("'s", "'") or (token.is_word and token.lower not in tables.words("topic-ends"))

    def _is_spoken_at(self, at: int) -> bool:
        """Whether somebody spoke where the words stand: *spoke on Monday at* the Tide Forum, *at the opening of* it."""
        lower, before = self.tokens[at].lower, [token.lower for token in self.tokens[max(0, at - _SPEECH) : at]]
        if lower == "of":
            return bool(before) and before[-1] in tables.words("opening-parts")
        while before and (before[-1] in tables.words("calendar-words") or before[-1] in _WHEN_OR_THIS):
            before.pop()
        said = bool(before) and before[-1] in tables.words("speech-verbs") and lower == "at"
        if said or (lower == "at" and self.phrases.in_heading(at) and self._is_of_speech(at)):
            return True
        return bool(before) and before[-1] in tables.words("speech-nouns") and lower in ("at", "to")

    def _is_of_speech(self, at: int) -> bool:
        """Whether the heading so far names a speech: *Remarks by Minister P* at the Tide Forum."""
        index = self.page.sentence_of(at)
        heading = self.tokens[self.page.sentences[index].first : at] if index is not None else []
        return any(token.lower in tables.words("speech-nouns") for token in heading)

    def _qualifies(self, hit: Hit) -> bool:
        """Whether the word qualifies the noun behind it: workshop *meeting*, training *programme*, Forum *Centre*."""
        at = hit.last
        inside = [token.text for token in self.tokens[at : at + 3]]
        if len(inside) == 3 and inside[0] == "(" and inside[2] == ")" and self.tokens[at + 1].is_acronym:
            return self._leads_to_kind(at + 3)  # the Harbour Forum *(HF)* Ministerial Meeting
        if at >= len(self.tokens) or not self.phrases.flows(at - 1):
            return False
        following = self.tokens[at]
        if following.lower in tables.words("meeting-compounds"):
            return True
        if self._leads_to_kind(at):
            return True
        if not (following.is_capitalised and following.is_word and self.tokens[at - 1].is_capitalised):
            return False
        if hit.row.form == "exercise" and self._is_called(at):
            return False
        if self.phrases.in_heading(at):
            return bool(self.page.match(tables.table("organisation-heads"), at))
        return not (following.is_acronym or _LABEL.fullmatch(following.text) or at in self.bodies)

    def _is_called(self, at: int) -> bool:
        """Whether the name of an exercise stands at ``at``: Exercise *Lagoon Shield*; no Exercise *Director*."""
        tables_of_others = (
            tables.table("role-heads"),
            tables.table("organisation-heads"),
            tables.table("meeting-kinds"),
        )
        return not any(self.page.match(table, at) for table in tables_of_others)

    def _leads_to_kind(self, at: int) -> bool:
        """Whether modifiers and another word for a kind follow: bilateral *counter-terrorism dialogue*."""
        for pos in range(at, min(at + 3, len(self.tokens))):
            if pos > at and not self.phrases.flows(pos - 1):
                return False
            if self.people[pos] or pos in self.phrases.around:
                return False
            if self.at(pos):
                return not self._is_span(pos)
            if "-" not in self.tokens[pos].lower and self.tokens[pos].lower not in tables.words("meeting-modifiers"):
                return False
        return False


def series_number(words: str) -> int | None:
    """The number of a conference of parties: COP 22, COP22."""
    found = re.fullmatch(r"(?:COP|CoP|MOP)[ -]?(\d{1,2})", words)
    return int(found[1]) if found else None


@cache
def _conference() -> tables.Row:
    return next(row for row in tables.rows("meeting-kinds") if row.form == "conference")


@lru_cache(maxsize=1 << 14)
def _may_begin(printed: str) -> bool:
    """Whether a word may begin the word for a kind, whatever stands around it."""
    return printed.casefold() in _beginnings() or _SERIES.fullmatch(printed) is not None


@cache
def _beginnings() -> frozenset[str]:
    """The words with which the word for a kind begins, but for series (*COP22*)."""
    return tables.words("meeting-containers").union(tables.table("meeting-kinds").firsts, _plurals())


@cache
def _plurals() -> dict[str, tables.Row]:
    """The nouns of one word in the plural: seminars, drills."""
    rows = tables.rows("meeting-kinds")
    return {f"{row.form}s": row for row in rows if row.form.isalpha() and not row.form.endswith(("s", "lks"))}
