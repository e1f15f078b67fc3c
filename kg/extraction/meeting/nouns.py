"""Mentions of meetings by a noun: an ordinal, modifiers and names, the word for the kind, and what stands behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.body.mentions import BodyMention
from kg.extraction.computed import computed
from kg.extraction.meeting.acronyms import AcronymReader
from kg.extraction.meeting.backs import BackReader
from kg.extraction.meeting.beside import BesideReader
from kg.extraction.meeting.deeds import DeedReader
from kg.extraction.meeting.fronts import FrontReader, determiner_of, is_definite, is_indefinite
from kg.extraction.meeting.hearings import with_hearings
from kg.extraction.meeting.kinds import KindReader, series_number
from kg.extraction.meeting.meetings import Apart, MeetingMention, references
from kg.extraction.meeting.notions import NotionReader
from kg.extraction.meeting.numbers import counts_some
from kg.extraction.meeting.parties import hyphenated
from kg.extraction.meeting.partners import PartnerReader
from kg.extraction.meeting.phrases import PhraseReader
from kg.extraction.meeting.quoted import QuotedReader
from kg.extraction.meeting.records import with_records
from kg.extraction.meeting.series import with_series
from kg.extraction.meeting.sessions import with_sessions
from kg.extraction.meeting.subtitles import SubtitleReader
from kg.extraction.meeting.taking_place import EventReader
from kg.extraction.meeting.was_it import was_it
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_of_speech
from kg.extraction.words.tables import Hit

_LOOK_BEHIND = 10
_LONGEST_DATE = 30
_ENUMERATOR = re.compile(r"\W*(?:[IVX]{1,5}|\d{1,2}|[A-Za-z])?[.)]?\W*|\W*\d{1,2}[:.]\d\d(?:\W+\d{1,2}[:.]\d\d)?\W*")


def _before(had: int) -> Apart:
    """A meeting that somebody *had had* was before the one told of."""
    return "earlier" if had > 1 else ""


class MeetingReader:
    """Finds meeting mentions on one page, given its bodies and people."""

    def __init__(self, page: Page, bodies: Sequence[BodyMention], people: Sequence[bool]) -> None:
        self.page = page
        self.tokens = page.tokens
        self.bodies = bodies
        self.people = people
        self.phrases = PhraseReader(page, bodies, people)
        self.kinds = KindReader(self.phrases)
        self.partners = PartnerReader(self.phrases)
        self.deeds = DeedReader(self.phrases)
        self.fronts = FrontReader(self.phrases)
        self.backs = BackReader(self.phrases)
        self.acronyms = AcronymReader(self.phrases)
        self.beside = BesideReader(self.phrases)
        self.quoted = QuotedReader(page, people)
        self.notions = NotionReader(self.phrases)
        self.subtitles = SubtitleReader(self.phrases)
        self.event = EventReader(self.phrases, self.kinds)

    def all(self) -> list[MeetingMention]:
        """Every mention, in order; no two overlap."""
        found: list[MeetingMention] = []
        free = 0
        for at in sorted({*self.kinds.places(), *self.deeds.places()}):
            mention = None if at < free or self.people[at] else self._at(at, free)
            if mention:
                found.append(mention)
                free = mention.last
        titled = with_records(self.page, self.people, with_hearings(self.page, self.bodies, found))
        titled = with_sessions(self.page, self.people, titled)
        return self.acronyms.complete(with_series(self.page, titled))

    def _at(self, at: int, free: int) -> MeetingMention | None:
        hit = self.kinds.at(at)
        if hit and self.kinds.is_noun(hit):
            return self._mention(hit, free)
        deed = self.deeds.at(at)
        mention = self._mention(deed, free) if deed else None
        if deed is None or mention is None:
            return None
        verb = self.deeds.verb(deed)
        named = mention.is_named or deed.first in self.phrases.bodies
        return replace(mention, told=True, name_first=verb, is_named=named)

    def _mention(self, hit: Hit, free: int) -> MeetingMention | None:
        front, tokens = self.fronts.read(hit, free), self.tokens
        back = self.backs.read(hit, front)
        if back.last > hit.last and self._goes_on(back.last):
            back.last = hit.last
        first, last = self.quoted.span(front.first + (tokens[front.first].lower in ("'s", "'")), back.last)
        determiner = determiner_of(self.page, first, free)
        if first == last - 1 and self._is_body(first, determiner):
            return None
        if (
            self.notions.is_manner(first)
            or self.notions.is_portfolio(first)
            or self.notions.is_framework(first, hit.last)
            or self.notions.is_held_to(first, last)
            or self.notions.is_printed(first, hit.last)
            or self.notions.is_of_foes(hit.last)
            or (front.apart and hit.row.flag("weak") and tokens[hit.last - 1].lower not in references())
        ):
            return None
        plural = self.kinds.is_plural(hit)
        proper = (tokens[hit.last - 1].is_capitalised and hit.last - first > 1) or back.labelled
        told = self.event.is_told(first, determiner, several=tokens[hit.last - 1].lower.endswith("s"))
        had = self.event.had(last)
        partners = self.partners.of(hit, last, plural=plural)
        counted = self.partners.are_counted(last, partners) and not self.notions.are_thought_of(first)
        held = self.beside.is_held_with(last)
        past = not proper and self.beside.is_long_past(first, last, front.year)
        guests = hit.row["kind"] == "visit" and is_indefinite(determiner) and self.beside.is_received(first, last)
        told = told or bool(had) or counted or held or guests or self.event.is_spoken_in(first)
        weak = hit.row.flag("weak") or plural
        partner = last if self.beside.is_run_with(first, determiner) else self.beside.partner(first, last)
        title = self.subtitles.title(hit, first, last)
        opens = self._opens_line(first)
        venue = self.beside.venue(last) if is_indefinite(determiner) or (opens and not proper) else last
        if plural and not (told or partner > last or (hit.row["kind"] == "exercise" and first < hit.first)):
            return None
        return MeetingMention(
            first=first,
            last=last,
            head=hit.last - 1,
            kind=hit.row["kind"],
            definite=is_definite(determiner) or determiner in ("'s", "'") or self._is_term(first, last),
            proper=(proper and hit.row.flag("proper")) or back.labelled,
            weak=weak,
            ordinal=front.ordinal or series_number(self.page.words(hit.first, last)),
            year=front.year or back.year,
            planned=front.planned,
            parties=back.parties,
            joined=tuple(hyphenated(self.phrases, first, hit.first)),
            owned=any(token.lower in ("'s", "\u2019s", "'") for token in tokens[first : hit.first]),
            teamed=any(token.lower in tables.words("delegation-nouns") for token in tokens[hit.last : last + 1]),
            destination=back.destination,
            is_short=first == last - 1,
            told=told,
            partners=partners,
            name_first=title,
            name_last=max(last, partner, back.named),
            apart=""
            if front.newest and self.notions.is_lead(first, determiner)
            else front.apart or _before(had or 2 * past),
            indefinite=is_indefinite(determiner),
            was_it=was_it(self.page, first),
            counts_some=front.ordinal is not None and any(counts_some(self.page, at) for at in (hit.last, last)),
            is_class=self.notions.is_class(first, hit.last, determiner) or self.notions.is_idea(last, determiner),
            is_named=self._is_named(first, hit, last),
            labelled=back.labelled,
            title_last=(self._title(last) if self.phrases.in_heading(first) and opens else 0)
            or venue * (last == hit.last),
            at_it=self.event.is_at_it(first),
            place=self.beside.place(last) or self.beside.city_in_front(hit.first - 1, first),
            when=self.beside.when(last) or self.beside.day_in_front(first),
            opens_line=opens,
            plural=plural,
            is_part=self._is_part(hit),
            happens=self.event.happens(first, last)
            or had > 0
            or title is not None
            or venue > last
            or self.event.is_what_was_done(last)
            or tokens[first].lower in ("today", "yesterday"),
            in_heading=self.phrases.in_heading(first) or self.phrases.in_list(first),
        )

    def _is_term(self, first: int, last: int) -> bool:
        """Whether a noun alone stands for what is told of: *Summit* was attended by P; hereafter called *Summit*."""
        tokens = self.tokens
        if last - first > 1 or last >= len(tokens) or not tokens[first].is_capitalised:
            return False
        if tokens[first].lower.endswith("s"):
            return False  # *Discussions* focused on tides: nothing is called so
        if first and tokens[first - 1].lower in tables.words("term-callers"):
            return True
        verb = tokens[last].lower
        acts = verb in tables.words("finite-verbs") or verb in tables.words("speech-verbs") or verb.endswith("ed")
        return acts and self.page.joined(last - 1)

    def _goes_on(self, at: int) -> bool:
        """Whether what stands behind a naming qualifies another: an agreement for the TC *session*."""
        other = self.kinds.at(at) if at < len(self.tokens) and self.page.joined(at - 1) else None
        return other is not None and not self.tokens[at].is_capitalised and self.kinds.is_noun(other)

    def _is_body(self, at: int, determiner: str) -> bool:
        """Whether a word alone takes up a body that bears it: *the forum* of the Lagoon Forum, if it does something."""
        word = self.tokens[at].lower
        if determiner not in ("the", "this") or word not in self._bodies_heads:
            return False
        behind = self.tokens[at + 1 : at + 3]
        return any(is_of_speech(token) or token.lower in tables.words("finite-verbs") for token in behind)

    @computed
    def _bodies_heads(self) -> frozenset[str]:
        """The words for kinds of meetings that stand in the names of bodies."""
        return frozenset(self.tokens[at].lower for at in self.phrases.around if self.kinds.at(at))

    def _is_part(self, hit: Hit) -> bool:
        """Whether it is a part of a meeting: the *opening ceremony*, a *panel*; not the ceremony of a signing."""
        if hit.row["kind"] in tables.meetings("deed"):
            return False
        parts = tables.phrases("meeting-parts")
        found = (self.page.match(parts, at, hit.last) for at in range(max(0, hit.last - 3), hit.last))
        return any(part is not None and part.last == hit.last for part in found)

    def _title(self, last: int) -> int:
        """The end of the title behind a numbered session: Session I - *Tides and Lagoons*."""
        index = self.page.sentence_of(last) if last < len(self.tokens) else None
        if index is None or self.tokens[last].text not in ":-\u2013\u2014":
            return 0
        end = last + 1
        stop = self.page.sentences[index].last
        while end < stop and "\n" not in self.page.text[self.tokens[end - 1].end : self.tokens[end].start]:
            end += 1
        return end if 1 < end - last < 30 else 0

    def _is_named(self, first: int, hit: Hit, last: int) -> bool:
        """Whether names stand in the naming: a body in front, a name behind; a city in front is only where it was."""
        modifiers = tables.words("meeting-modifiers")
        front = any(
            at in self.phrases.around or (self.tokens[at].is_capitalised and self.tokens[at].lower not in modifiers)
            for at in range(first, hit.first)
            if not self.page.match(tables.table("ordinals"), at) and not self.page.match(tables.table("cities"), at)
        )
        return front or any(self.tokens[at].is_capitalised for at in range(hit.last, last))

    def _opens_line(self, first: int) -> bool:
        """Whether the naming begins a line, an entry or a column: *Press conference*, II. *Panel discussion*."""
        if first and self.tokens[first - 1].text == ";" and self.phrases.in_heading(first):
            return True
        start = self.tokens[first].start
        line = self.page.text[max(0, start - 60) : start].rpartition("\n")[2]
        return (
            not line.strip()
            or line.endswith(("   ", "\t", ",  "))
            or (line.rstrip().endswith(":") and len(line) < _LONGEST_DATE)
            or _ENUMERATOR.fullmatch(line) is not None
        )
