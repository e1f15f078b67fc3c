"""Which mentions of meetings are one event.

A mention joins an event unless something contradicts: kind, ordinal, date, place, parties, or a word such as *next*,
*previous*, *another*. What is definite and short always points back and makes no event of its own, unless the text
never names the meeting otherwise and says that it took place.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property

from kg import resources
from kg.extraction import tables
from kg.extraction.meetings import Meeting, MeetingMention, numbered, references
from kg.extraction.page import Page
from kg.model.names import fold

_LIGHT = frozenset("of for and in on to at with between their its the ever annual s".split())
_BODY_KINDS = frozenset(("conference", "forum", "session"))
_ATTENDED = frozenset(("briefing", "conference", "forum", "summit", "training", "workshop"))
_PROCESSES = frozenset(("dialogue", "consultation"))


def unite(page: Page, mentions: Sequence[MeetingMention]) -> list[Meeting]:
    """The meetings of a document, numbered in the order of the text."""
    return _Uniting(page).all(mentions)


class _Uniting:
    """Gathers the mentions of one page: those that name a meeting first, then headlines, then what points back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.meetings: list[Meeting] = []

    def all(self, mentions: Sequence[MeetingMention]) -> list[Meeting]:
        rows: dict[str, list[MeetingMention]] = {}
        for mention in mentions:
            rows.setdefault(self._row(mention), []).append(mention)
        self._previous = dict(zip(mentions[1:], mentions, strict=False))
        for mention in rows.get("strong", ()):
            home = self._same_name(mention) or self._apposed(mention)
            for one in self._separate(mention):
                self._put(one, home, create=self._names_event(one))
        for mention in rows.get("apart", ()):
            self._put(mention, self._neighbour(mention), create=self._names_event(mention))
        for mention in rows.get("new", ()):
            if self._names_event(mention):
                self._put(mention, self._same_name(mention) or self._apposed(mention) or self._unnamed(mention))
        for mention in rows.get("headline", ()):
            self._put(
                mention, self._same_name(mention) or self._of_headline(mention), create=self._names_event(mention)
            )
        for mention in rows.get("back", ()):
            self._put(mention, self._same_name(mention) or self._meant(mention), create=self._is_only_naming(mention))
        return numbered([meeting for meeting in self.meetings if self._occurs(meeting)])

    def _occurs(self, meeting: Meeting) -> bool:
        """Whether anything says that it is an occasion and no standing body of that name: *at* it, a date, a number."""
        return any(
            not (m.definite and m.proper and m.kind in _BODY_KINDS)
            or m.ordinal is not None or m.year is not None or m.parties or m.destination or m.name_last > m.last
            or m.told or m.happens or m.place is not None or m.when is not None or m.at_it
            or m.in_heading or self._has_date(m)
            for m in meeting.mentions
        )  # fmt: skip

    def _row(self, mention: MeetingMention) -> str:
        """In which turn a mention is placed: what says most goes first."""
        if self._is_headline(mention):
            return "headline"
        if mention.apart and not mention.ordinal and not mention.partners:
            return "apart"
        if _is_strong(mention):
            return "strong"
        return "back" if mention.definite else "new"

    def _separate(self, mention: MeetingMention) -> list[MeetingMention]:
        """*Meetings with P, Q and R* are one for each."""
        if len(mention.partners) < 2:
            return [mention]
        return [replace(mention, partners=(partner,)) for partner in mention.partners]

    def _put(self, mention: MeetingMention, home: Meeting | None, *, create: bool = True) -> None:
        name = self._name(mention)
        if home is None and create:
            home = Meeting(0, name, mention.kind, [])
            self.meetings.append(home)
            home.partner = mention.partners[0] if len(mention.partners) == 1 else None
        if home is not None:
            self._join(home, mention, name)

    def _name(self, mention: MeetingMention) -> str:
        first = mention.first if mention.name_first is None else mention.name_first
        if len(mention.partners) == 1:
            return f"{self.page.words(first, mention.last)} with {self.page.words(*mention.partners[0])}"
        return self.page.words(first, max(mention.last, mention.name_last, mention.title_last))

    def _join(self, home: Meeting, mention: MeetingMention, name: str) -> None:
        home.mentions.append(mention)
        home.ordinal = home.ordinal or mention.ordinal
        home.year = home.year or mention.year
        if len(_words(name)) > len(_words(home.name)) and not self._is_headline(mention):
            home.also.append(home.name)
            home.name = name
            home.kind = mention.kind if _is_strong(mention) else home.kind
        elif name != home.name and name not in home.also:
            home.also.append(name)

    # ---------------------------------------------------------------- what a mention is

    @cached_property
    def _first_of_prose(self) -> int:
        """The first sentence that is no heading: headings above it are part of the headline."""
        kinds = [sentence.block.kind for sentence in self.page.sentences]
        return next((at for at, kind in enumerate(kinds) if kind in ("prose", "list", "table", "item")), 0)

    def _is_headline(self, mention: MeetingMention) -> bool:
        index = self.page.sentence_of(mention.first)
        if index is None:
            return False
        kind = self.page.sentences[index].block.kind
        return kind == "headline" or (kind == "heading" and index < self._first_of_prose)

    def _names_event(self, mention: MeetingMention) -> bool:
        """Whether a naming tells of a meeting, not of a habit, a kind, a process or a subject."""
        occurs = mention.told or mention.happens or mention.place is not None or mention.when is not None
        if mention.is_class and not mention.ordinal:
            return False
        several = self.page.tokens[mention.head].lower.endswith("s")
        if mention.apart == "other" and several and not mention.partners and not mention.name_last > mention.last:
            return mention.told and not mention.weak
        if mention.apart and not mention.ordinal:
            return occurs or _is_strong(mention) or not mention.is_short or self._has_date(mention)
        says_more = mention.ordinal or mention.parties or mention.destination or mention.year or mention.in_heading
        if mention.weak and not says_more and not occurs and mention.name_last == mention.last:
            return False
        if mention.partners:
            return True
        if _is_strong(mention):
            return occurs or not self._is_process(mention) or self._has_date(mention)
        if mention.plural and not (mention.told and mention.kind == "exercise"):
            return False
        if mention.weak:
            heads_line = (
                mention.in_heading and mention.opens_line and not mention.is_short and not self._is_entry(mention)
            )
            return heads_line or (occurs and (mention.indefinite or not mention.is_short or (mention.told and several)))
        if mention.indefinite:
            return occurs or not mention.is_short
        if mention.in_heading and mention.opens_line:
            return True
        return occurs and (several or not mention.is_short or mention.happens)

    def _is_entry(self, mention: MeetingMention) -> bool:
        index = self.page.sentence_of(mention.first)
        return index is not None and self.page.sentences[index].is_item

    def _is_process(self, mention: MeetingMention) -> bool:
        """Whether it may be something that goes on, as talks do; an article or a number makes it one event."""
        opens = mention.first == mention.head and not mention.in_heading  # a capital that only opens the sentence
        small = opens or not self.page.tokens[mention.head].is_capitalised
        one = mention.ordinal is not None or mention.year is not None or mention.indefinite
        one = one or mention.name_last > mention.last or bool(mention.partners)
        return small and not one and (mention.weak or mention.kind in _PROCESSES)

    def _is_only_naming(self, mention: MeetingMention) -> bool:
        """Whether a definite form names a meeting that the text names nowhere else."""
        occurs = mention.happens or mention.place is not None or mention.when is not None
        if mention.is_short or mention.weak:
            return occurs and not mention.plural
        spoken_of = mention.at_it and mention.kind in _ATTENDED
        return occurs or mention.told or spoken_of or self._has_date(mention)

    def _has_date(self, mention: MeetingMention) -> bool:
        index = self.page.sentence_of(mention.first)
        if index is None:
            return False
        sentence = self.page.sentences[index]
        first, last = self.page.tokens[sentence.first].start, self.page.tokens[sentence.last - 1].end
        return any(first <= hit.start and hit.end <= last for hit in self.page.dates)

    # ---------------------------------------------------------------- which meeting a mention means

    def _same_name(self, mention: MeetingMention) -> Meeting | None:
        """The meeting of the same ordinal, or one of whose names is part of the other."""
        words = _words(self._name(mention))
        if not words - _words(self.page.tokens[mention.head].text):
            return None
        for meeting in self.meetings:
            if self._contradicts(meeting, mention):
                continue
            same_noun = self._of_noun(meeting, mention)
            if meeting.ordinal and mention.ordinal:
                if same_noun or self._shares(meeting, words, mention):
                    return meeting
            elif meeting.kind == mention.kind or same_noun:
                names = [_words(name) for name in (meeting.name, *meeting.also)]
                if any(theirs and (theirs <= words or words <= theirs) for theirs in names):
                    return meeting
        return None

    def _of_noun(self, meeting: Meeting, mention: MeetingMention) -> bool:
        return any(self._head(one) == self._head(mention) for one in meeting.mentions)

    def _shares(self, meeting: Meeting, words: frozenset[str], mention: MeetingMention) -> bool:
        """Whether two namings of one ordinal but another noun share a word that says more than kind and number."""
        own = words - _words(self.page.tokens[mention.head].text) - _ordinal_words()
        return any(own & _words(name) for name in (meeting.name, *meeting.also))

    def _of_headline(self, mention: MeetingMention) -> Meeting | None:
        """What a headline names in other words: the first meeting of its kind that nothing contradicts."""
        fits = [
            m for m in self.meetings
            if not self._contradicts(m, mention) and not _is_apart(m) and not any(one.labelled for one in m.mentions)
        ]  # fmt: skip
        fits.sort(key=lambda m: min(one.first for one in m.mentions))
        of_noun = [m for m in fits if self._of_noun(m, mention)]
        generic = self._head(mention) in references()
        if mention.ordinal:
            counted = [m for m in fits if m.ordinal is None and generic and self._is_sitting(m)]
            return next(iter(of_noun or counted), None)
        of_kind = [m for m in fits if m.kind == mention.kind and (generic or m.kind != "meeting")]
        return next(iter(of_noun or of_kind or (fits if generic else ())), None)

    def _is_sitting(self, meeting: Meeting) -> bool:
        """Whether a body was named for its meeting: they held *the Partnership Council*."""
        return any(self._head(mention) in tables.words("sitting-bodies") for mention in meeting.mentions)

    def _apposed(self, mention: MeetingMention) -> Meeting | None:
        """``the Lagoon Forum, a meeting of pilots``, ``the Conference (COP 9)``: both are one meeting."""
        before = self._previous.get(mention)
        tokens = self.page.tokens
        if before is None:
            return None
        gap = [token.text for token in tokens[before.last : mention.first]]
        if gap != ["("] and not (mention.indefinite and len(gap) == 2 and gap[0] == ","):
            return None
        return next((m for m in self.meetings if before in m.mentions), None)

    def _unnamed(self, mention: MeetingMention) -> Meeting | None:
        """The one meeting of its kind that an indefinite naming without a subject of its own introduces."""
        if mention.last > mention.head + 1 or mention.labelled:
            return None
        fits = [m for m in self.meetings if m.kind == mention.kind and not self._contradicts(m, mention)]
        if mention.kind == "meeting":  # a word for many things: a ceremony is no working lunch
            fits = [m for m in fits if self._of_noun(m, mention)]
        fits = [m for m in fits if not _is_apart(m) and not any(one.labelled for one in m.mentions)]
        if not mention.was_it:  # an indefinite naming introduces: what was named before is another
            fits = [m for m in fits if all(one.first > mention.first for one in m.mentions)]
        return fits[0] if len(fits) == 1 else None

    def _meant(self, mention: MeetingMention) -> Meeting | None:
        """The meeting that a form points to: of its noun, else of its kind, else of a kind it may stand for."""
        fits = [m for m in self.meetings if not self._contradicts(m, mention)]
        own = [m for m in fits if not _is_apart(m)] or fits
        generic = self._head(mention) in references()
        for same in (
            [m for m in own if self._of_noun(m, mention)],
            [m for m in own if m.kind == mention.kind and (generic or m.kind != "meeting")],
            [m for m in own if m.kind in references().get(self._head(mention), frozenset())],
        ):
            if same:
                return self._one_of(same, mention)
        return None

    def _one_of(self, fits: Sequence[Meeting], mention: MeetingMention) -> Meeting | None:
        """The one, or the one named last before; two of one sentence leave it open."""
        if len(fits) == 1:
            return fits[0]
        before = [(max(m.first for m in meeting.mentions if m.first < mention.first), meeting) for meeting in fits
                  if any(m.first < mention.first for m in meeting.mentions)]  # fmt: skip
        before.sort(key=lambda pair: pair[0])
        if not before:
            return None
        if len(before) > 1 and self.page.sentence_of(before[-1][0]) == self.page.sentence_of(before[-2][0]):
            return None
        return before[-1][1]

    def _neighbour(self, mention: MeetingMention) -> Meeting | None:
        """*The previous dialogue* is the one of the ordinal before, or another mention told apart by the same word."""
        same = [m for m in self.meetings if self._of_noun(m, mention)]
        for meeting in same:
            if any(one.apart == mention.apart for one in meeting.mentions) and not self._contradicts(meeting, mention):
                return meeting
        step = {"earlier": -1, "later": 1}.get(mention.apart)
        numbers = {m.ordinal for m in same if m.ordinal}
        return next((m for m in same if step and m.ordinal and m.ordinal - step in numbers), None)

    def _contradicts(self, meeting: Meeting, mention: MeetingMention) -> bool:
        if meeting.ordinal and mention.ordinal and meeting.ordinal != mention.ordinal:
            return True
        if meeting.year and mention.year and meeting.year != mention.year:
            return True
        same_number = meeting.ordinal is not None and meeting.ordinal == mention.ordinal
        if mention.apart and not same_number and not any(m.apart == mention.apart for m in meeting.mentions):
            return True
        if not self._may_be(meeting, mention):
            return True
        there = [self._destination(m) for m in meeting.mentions if m.destination]
        if mention.destination and there and not any(self._destination(mention) & other for other in there):
            return True
        return _elsewhere(meeting, mention) or _at_another_time(meeting, mention) or _of_others(meeting, mention)

    def _may_be(self, meeting: Meeting, mention: MeetingMention) -> bool:
        """Whether the kinds allow the two to be one."""
        return (
            meeting.kind == mention.kind
            or meeting.kind in references().get(self._head(mention), frozenset())
            or any(mention.kind in references().get(self._head(m), frozenset()) for m in meeting.mentions)
        )

    def _destination(self, mention: MeetingMention) -> frozenset[str]:
        return _words(self.page.words(*mention.destination)) if mention.destination else frozenset()

    def _head(self, mention: MeetingMention) -> str:
        return self.page.tokens[mention.head].lower


def _is_strong(mention: MeetingMention) -> bool:
    """Whether the words tell this meeting from others: an ordinal, names, parties, a destination, a partner."""
    named = mention.proper and (not mention.weak or mention.year is not None or mention.head - mention.first > 1)
    if named and mention.definite and not mention.is_named and not mention.labelled and mention.year is None:
        named = mention.last > mention.head + 1  # the Leaders' Dialogue: modifiers alone tell none from another
    partner = mention.name_last > mention.last or bool(mention.partners)
    subject = mention.is_named and mention.last > mention.head + 1
    return bool(mention.ordinal or named or subject or mention.parties or mention.destination or partner)


def _is_apart(meeting: Meeting) -> bool:
    return any(mention.apart for mention in meeting.mentions)


def _elsewhere(meeting: Meeting, mention: MeetingMention) -> bool:
    places = {m.place for m in meeting.mentions if m.place}
    return bool(mention.place and places and mention.place not in places)


def _at_another_time(meeting: Meeting, mention: MeetingMention) -> bool:
    dates = [m.when.bounds() for m in meeting.mentions if m.when]
    if mention.when is None or not dates:
        return False
    first, last = mention.when.bounds()
    return not any(start <= last and first <= end for start, end in dates)


def _of_others(meeting: Meeting, mention: MeetingMention) -> bool:
    mine = {party.known for party in (*mention.parties, *mention.joined) if party.known}
    theirs = {party.known for party in meeting.parties if party.known}
    return bool(mine and theirs and not mine & theirs)


@cache
def _ordinal_words() -> frozenset[str]:
    rows = tables.rows_of(resources.lexicon() / "ordinals.tsv")
    return frozenset(fold(row.form.replace("-", " ")) for row in rows)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in fold(name.replace("-", " ")).split() if word not in _LIGHT)
