"""Whether a naming tells of an occasion: not of a habit, a kind, a process, a subject or a standing body."""

from itertools import pairwise

from kg.extraction.computed import computed
from kg.extraction.date.dates import DateHit
from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.meeting.standing import Standing
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_TO_DENIAL = 6
_TO_COLON = 8
"""Tokens from meetings that are only counted to the colon behind which they are named."""
_PROCESSES = frozenset(("dialogue", "consultation"))


class Occasions:
    """Says of the namings on one page what they tell of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.standing = Standing(page)

    @computed
    def _first_of_prose(self) -> int:
        """The first sentence that is no heading: headings above it are part of the headline."""
        kinds = [sentence.block.kind for sentence in self.page.sentences]
        return next((at for at, kind in enumerate(kinds) if kind in ("prose", "list", "table", "item")), 0)

    def is_headline(self, mention: MeetingMention) -> bool:
        """Whether it stands in the headline, or in a heading above the text."""
        index = self.page.sentence_of(mention.first)
        if index is None:
            return False
        kind = self.page.sentences[index].block.kind
        return kind == "headline" or (kind == "heading" and index < self._first_of_prose)

    def names_event(self, mention: MeetingMention) -> bool:
        """Whether a naming tells of a meeting, not of a habit, a kind, a process or a subject; nor denies it."""
        if mention.is_part and not mention.is_class and self._is_attended(mention):
            return True
        occurs = mention.told or mention.happens or mention.place is not None or mention.when is not None
        kind = mention.is_class and (not mention.ordinal or self._is_of_its_kind(mention))
        kind = kind or self._is_spelt_out(mention) or self._is_denied(mention) or self._is_way(mention)
        if kind or self._is_of_relative(mention) or self._is_aim(mention) or self.standing.is_body(mention):
            return False
        several = self.page.tokens[mention.head].lower.endswith("s")
        if mention.apart == "other" and several and not mention.partners and not mention.name_last > mention.last:
            return mention.told and (not mention.weak or bool(mention.parties))
        if mention.apart and not mention.ordinal:
            return self._is_neighbour(mention, occurs=occurs)
        says_more = mention.ordinal or mention.parties or mention.destination or mention.year or mention.in_heading
        if mention.weak and not says_more and not occurs and mention.name_last == mention.last:
            return False
        if mention.partners:
            return True
        if is_strong(mention):
            return occurs or not self._is_process(mention) or self._has_date(mention)
        told = mention.kind == "exercise" or self._is_with(mention) or self._is_counted_one_day(mention)
        if mention.plural and not (mention.told and told):
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

    def _is_way(self, mention: MeetingMention) -> bool:
        """Whether it only says how something was done: worked out *after consultations* with members; *in talks*."""
        bare = mention.is_short and not (mention.definite or mention.indefinite or mention.in_heading)
        more = mention.parties or mention.when or mention.place or mention.name_last > mention.last
        lead = self.page.tokens[mention.first - 1].lower if mention.first else ""
        return bare and not more and mention.kind in _PROCESSES and lead in tables.words("ways-of-doing")

    def _is_spelt_out(self, mention: MeetingMention) -> bool:
        """Whether a colon names those that it only counts: *two rounds of talks* in Oslo: the 3rd Forum, the 4th …."""
        values, tokens = tables.column("counts", "value"), self.page.tokens
        words = [token.lower for token in tokens[max(0, mention.first - 1) : mention.first + 1]]
        behind = tokens[mention.last : mention.last + _TO_COLON]
        colon = next((at for at, token in enumerate(behind, mention.last) if token.text in (":", ".", ";")), None)
        if colon is None or tokens[colon].text != ":" or not any(values.get(word, "1") != "1" for word in words):
            return False
        opening = [token.lower for token in tokens[colon + 1 : colon + 3]]
        return opening[:1] == ["the"] and opening[1:2] != ["first"] and tokens[colon + 2].text[0].isdecimal()

    def _is_neighbour(self, mention: MeetingMention, *, occurs: bool) -> bool:
        """Whether one told apart is told of itself: several may only be referred to, outcomes of *prior meetings*."""
        if mention.plural and not (mention.happens or mention.when or mention.partners):
            return False
        if not (mention.definite or mention.indefinite or mention.in_heading or occurs):
            return False  # for future training
        if not (mention.place or mention.when or mention.ordinal or self._has_date(mention)) and self._is_since(
            mention
        ):
            return False
        return occurs or is_strong(mention) or not mention.is_short or self._has_date(mention)

    def _is_since(self, mention: MeetingMention) -> bool:
        """Whether it only says since when: what was done *since the last Dialogue*."""
        words = [token.lower for token in self.page.tokens[max(0, mention.first - 2) : mention.first]]
        return words[:1] == ["since"]

    def is_vague(self, mention: MeetingMention) -> bool:
        """Whether it names no meeting of its own where there is another: the delegations *held discussions*."""
        own = mention.parties or mention.place or mention.when or mention.ordinal or mention.year or mention.is_named
        partner = mention.name_last > mention.last or mention.partners
        occurs = mention.told or (mention.happens and mention.indefinite)
        loose = mention.weak or (mention.kind == "call" and mention.told)
        return loose and occurs and not (own or partner or mention.apart or mention.in_heading)

    def is_aside(self, mention: MeetingMention) -> bool:
        """Whether something else was beside it: on the sidelines of *the Assembly*; what follows tells of that."""
        words = [token.lower for token in self.page.tokens[max(0, mention.first - 4) : mention.first]]
        if not mention.is_short and not tables.words("beside-words").isdisjoint(words[-3:]):
            return True
        return any(words[at] in tables.words("asides") and words[at + 1] == "of" for at in range(len(words) - 1))

    def _is_of_relative(self, mention: MeetingMention) -> bool:
        """Whether it only goes on about those just told of: met P, *with whom he had* an exchange of views."""
        words = [token.lower for token in self.page.tokens[max(0, mention.first - 7) : mention.first]]
        return ("with", "whom") in pairwise(words)

    def _is_with(self, mention: MeetingMention) -> bool:
        """Whether those met follow: held meetings *with* his counterparts, one event if the text does not part them."""
        tokens, at = self.page.tokens, mention.last
        city = (
            self.page.match(tables.table("cities"), at + 1)
            if tokens[at : at + 1] and tokens[at].lower == "in"
            else None
        )
        at = city.last if city else at
        return mention.kind in ("meeting", "session") and at < len(tokens) and tokens[at].lower == "with"

    def _is_counted_one_day(self, mention: MeetingMention) -> bool:
        """Whether several are told of as one: on 27 and 28 May the Council held *two technical seminars*."""
        values, tokens = tables.column("counts", "value"), self.page.tokens
        words = (token.lower for token in tokens[max(0, mention.first - 1) : mention.first + 1])
        if mention.definite or not any(values.get(word, "1") != "1" for word in words):
            return False
        here = self.page.sentence_of(mention.first)
        return any(hit.first and hit.first.day for hit in self._dates_of(here))

    def _is_of_its_kind(self, mention: MeetingMention) -> bool:
        """Whether it only counts: the fourth workshop *of its kind*."""
        return not mention.proper and self.page.tokens[mention.last - 1].lower == "kind"

    def _is_attended(self, mention: MeetingMention) -> bool:
        """Whether something happened there: *in*, *at*, *during* it; it *marked*, it *was*."""
        tokens, first = self.page.tokens, mention.first
        before = {token.lower for token in tokens[max(0, first - 2) : first]}
        index = self.page.sentence_of(first)
        opens = index is not None and first - self.page.sentences[index].first < 2
        return mention.at_it or mention.told or opens or not before.isdisjoint(tables.words("part-leads"))

    def _is_entry(self, mention: MeetingMention) -> bool:
        index = self.page.sentence_of(mention.first)
        return index is not None and self.page.sentences[index].is_item

    def _is_denied(self, mention: MeetingMention) -> bool:
        """Whether it is said that there was none: did *not include a meeting* with P, *requested a meeting*."""
        if mention.definite or mention.ordinal or mention.in_heading:
            return False
        tokens, lead = self.page.tokens, tables.words("denied-leads")
        index = self.page.sentence_of(mention.first)
        first = max(self.page.sentences[index].first if index is not None else 0, mention.first - _TO_DENIAL)
        for at in range(mention.first - 1, first - 1, -1):
            word = tokens[at].lower
            if word in lead:
                only = at + 1 < len(tokens) and tokens[at + 1].lower in ("only", "just")
                return not only
            if not tokens[at].is_word or word in tables.words("clause-openers") or word in ("and", "but", "with"):
                return False
            if word in ("ever", "never"):
                return True  # *no* state *had ever been* the venue of a meeting
        return False

    def _is_aim(self, mention: MeetingMention) -> bool:
        """Whether an entry tells of what is to be done: the aims are *to: hold a discussion* on tides."""
        index = self.page.sentence_of(mention.first)
        if index is None or not self.page.sentences[index].is_item:
            return False
        intro = self.page.sentences[index].block.intro
        return intro is not None and self.page.text[intro.start : intro.end].rstrip(" :\n").endswith(" to")

    def _is_process(self, mention: MeetingMention) -> bool:
        """Whether it may be something that goes on, as talks do; an article or a number makes it one event."""
        opens = mention.first == mention.head and not mention.in_heading  # a capital that only opens the sentence
        small = opens or not self.page.tokens[mention.head].is_capitalised
        one = mention.ordinal is not None or mention.year is not None or mention.indefinite
        one = one or mention.name_last > mention.last or bool(mention.partners)
        return small and not one and (mention.weak or mention.kind in _PROCESSES)

    def is_only_naming(self, mention: MeetingMention) -> bool:
        """Whether a definite form names a meeting that the text names nowhere else."""
        if self._is_aim(mention) or self.standing.is_body(mention):
            return False
        occurs = mention.happens or mention.place is not None or mention.when is not None
        called = mention.plural and mention.kind == "exercise" and mention.is_named  # the *Lagoon Shield exercises*
        if mention.is_short or (mention.weak and not called):
            return occurs and not mention.plural
        spoken_of = mention.at_it and mention.kind in tables.meetings("attended")
        return occurs or mention.told or spoken_of or self._has_date(mention)

    def _has_date(self, mention: MeetingMention) -> bool:
        return bool(self._dates_of(self.page.sentence_of(mention.first)))

    def _dates_of(self, index: int | None) -> list[DateHit]:
        """The dates of a sentence."""
        if index is None:
            return []
        sentence = self.page.sentences[index]
        first, last = self.page.tokens[sentence.first].start, self.page.tokens[sentence.last - 1].end
        return self.page.dates_between(first, last)

    def occurs(self, meeting: Meeting) -> bool:
        """Whether anything says that it is an occasion and no standing body of that name: *at* it, a date, a number."""
        return any(
            not (m.definite and m.proper and m.kind in tables.meetings("standing"))
            or m.ordinal is not None or m.year is not None or m.parties or m.destination or m.name_last > m.last
            or m.told or m.happens or m.place is not None or m.when is not None or m.at_it
            or m.in_heading or self._has_date(m)
            for m in meeting.mentions
        )  # fmt: skip


def is_strong(mention: MeetingMention) -> bool:
    """Whether the words tell this meeting from others: an ordinal, names, parties, a destination, a partner."""
    named = mention.proper and (not mention.weak or mention.year is not None or mention.head - mention.first > 1)
    if named and mention.definite and not mention.is_named and not mention.labelled and mention.year is None:
        named = mention.last > mention.head + 1  # the Leaders' Dialogue: modifiers alone tell none from another
    partner = mention.name_last > mention.last or bool(mention.partners)
    subject = mention.is_named and mention.last > mention.head + 1
    return bool(mention.ordinal or named or subject or mention.parties or mention.destination or partner)
