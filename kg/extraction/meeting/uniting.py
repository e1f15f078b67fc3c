"""Which mentions of meetings are one event.

A mention joins an event unless something contradicts: kind, ordinal, date, place, parties, or a word such as *next*,
*previous*, *another*. What names a meeting is placed first, then verbs tell of theirs, then what only points back is
placed: it makes no event of its own, unless the text never names the meeting otherwise and says that it took place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.meeting.contradictions import LOOKED_AT, contradicts, head, is_announced, is_to_come
from kg.extraction.meeting.fronts import is_indefinite
from kg.extraction.meeting.joining import Joining
from kg.extraction.meeting.likeness import of_noun, same_name
from kg.extraction.meeting.meetings import Meeting, MeetingMention, numbered, references
from kg.extraction.meeting.occasions import Occasions, is_strong
from kg.extraction.meeting.pointing import Pointing, follows
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import cues

_TO_WHOLE = 3
_OF_LENGTH = 4
"""Words of: after three days of."""


class Uniting:
    """Gathers the mentions of one page: those that name a meeting, then headlines; what points back, behind verbs."""

    def __init__(self, page: Page, mentions: Sequence[MeetingMention]) -> None:
        self.page = page
        self.occasions = Occasions(page)
        self.joining = Joining(page, self.occasions)
        self.meetings: list[Meeting] = []
        self._previous = dict(zip(mentions[1:], mentions, strict=False))
        self._following = dict(pairwise(mentions))
        self.pointing = Pointing(page, self.occasions, self._previous)
        self._rows: dict[str, list[MeetingMention]] = {}
        for mention in mentions:
            self._rows.setdefault(self._row(mention), []).append(mention)

    def named(self) -> list[Meeting]:
        """The meetings that nouns name, in no order."""
        rows, names = self._rows, self.occasions.names_event
        for mention in rows.get("strong", ()):
            home = same_name(self.page, self.meetings, mention) or self._apposed(mention) or self._this(mention)
            if home is None and (home := self._said_to_be(mention)) is not None:
                home.mentions.append(mention)
                continue
            for one in self._separate(mention):
                self._put(one, home, create=names(one))
        for mention in rows.get("apart", ()):
            home = self._said_to_be(mention) or self._neighbour(mention) or self._announced(mention)
            self._put(mention, home, create=names(mention))
        for mention in rows.get("new", ()):
            if names(mention):
                home = same_name(self.page, self.meetings, mention) or self._apposed(mention) or self._unnamed(mention)
                self._put(mention, home or self._come_for(mention))
        for mention in rows.get("headline", ()):
            before = self.page.tokens[max(0, mention.first - _TO_WHOLE - 1) : max(0, mention.first - 1)]
            ahead = mention.apart or any(token.lower in ("to", "will") for token in before)  # *to host* the Forum
            here = [meeting for meeting in self.meetings if ahead or not meeting.is_apart]
            home = same_name(self.page, here, mention) or self._of_headline(mention)  # before *the next* of that name
            self._put(mention, home or same_name(self.page, self.meetings, mention), create=names(mention))
        self.meetings = [meeting for meeting in self.meetings if self.occasions.occurs(meeting)]
        return self.meetings

    def all(self, told: Iterable[Meeting]) -> list[Meeting]:
        """The meetings of the document with those that verbs have told of, numbered in the order of the text."""
        names, only = self.occasions.names_event, self.occasions.is_only_naming
        self.meetings = list({id(meeting): meeting for meeting in (*self.meetings, *told)}.values())
        placed = {mention for meeting in self.meetings for mention in meeting.mentions}
        for mention in self._rows.get("back", ()):
            if mention in placed:
                continue
            if mention.is_part and names(mention):
                self._put(mention, self.pointing.part(mention, self.meetings))
            if mention.is_part:
                continue
            create = names(mention) if self.occasions.is_vague(mention) else only(mention)
            home, fits = self.pointing.meant(mention, self.meetings)
            home = self._apposed(mention) or self._inside(mention) or home
            self._put(mention, home, create=create and len(fits) < 2)
        return numbered(self.meetings)

    def unite(self, told: Meeting, again: Meeting) -> None:
        """Make the first the second, which keeps its name."""
        self.meetings = [meeting for meeting in self.meetings if meeting is not told]
        again.mentions += told.mentions
        again.also += [name for name in (told.name, *told.also) if name not in again.also]

    def _row(self, mention: MeetingMention) -> str:
        """In which turn a mention is placed: what says most goes first."""
        if self.occasions.is_headline(mention) and not (mention.is_part and mention.labelled):
            return "headline"
        if mention.apart and not mention.ordinal and not mention.partners:
            return "apart"
        if mention.was_it and self.page.tokens[mention.first - 1].lower == "'s":  # this was P's second meeting with Q
            return "back"
        if is_strong(mention):
            return "strong"
        if mention.is_part:
            return "back" if mention.is_short and (mention.definite or self._leads_to_deed(mention)) else "new"
        return "back" if mention.definite or self.occasions.is_vague(mention) else "new"

    def _leads_to_deed(self, mention: MeetingMention) -> bool:
        """Whether its sentence tells what was done there: in *a ceremony* in Oslo, P and Q signed *the agreement*."""
        deed = self._following.get(mention)
        if deed is None or deed.kind not in tables.meetings("deed") or deed.in_heading:
            return False
        return self.page.sentence_of(deed.first) == self.page.sentence_of(mention.first)

    def _separate(self, mention: MeetingMention) -> list[MeetingMention]:
        """*Meetings with P, Q and R* are one for each."""
        if len(mention.partners) < 2:
            return [mention]
        return [replace(mention, partners=(partner,)) for partner in mention.partners]

    def _put(self, mention: MeetingMention, home: Meeting | None, *, create: bool = True) -> None:
        name = self.joining.name(mention)
        if home is None and create:
            home = self._gathered()
            if home is None:
                self.meetings.append(home := Meeting(0, name, mention.kind, []))
            home.name, home.kind = name, mention.kind
            home.partner = mention.partners[0] if len(mention.partners) == 1 else None
        if home is not None:
            self.joining.join(home, mention, name)

    def _gathered(self) -> Meeting | None:
        """The meeting of people nobody names that a noun is the first to call something: *experts gathered*."""
        return next((m for m in self.meetings if all(one.by_verb and one.plural for one in m.mentions)), None)

    def taken_up(self, mention: MeetingMention) -> Meeting | None:
        """The meeting that a noun means, by those that nouns name."""
        home = next((meeting for meeting in self.meetings if mention in meeting.mentions), None)
        back = mention in self._rows.get("back", ()) and not mention.is_part
        return home or (self.pointing.meant(mention, self.meetings)[0] if back else None)

    def _differs(self, meeting: Meeting, mention: MeetingMention) -> bool:
        return contradicts(self.page, meeting, mention)

    def _of_headline(self, mention: MeetingMention) -> Meeting | None:
        """What a headline names in other words: the first meeting of its kind that nothing contradicts."""
        fits = [
            m for m in self.meetings
            if not (self._differs(m, mention) or m.is_apart or any(one.labelled for one in m.mentions))
            and (not m.is_part or of_noun(self.page, m, mention))
            and not (mention.at_it and all(is_to_come(self.page, one) for one in m.mentions))
        ]  # fmt: skip
        fits.sort(key=lambda m: min(one.first for one in m.mentions))
        called = [m for m in fits if of_noun(self.page, m, mention)]
        generic = head(self.page, mention) in references()
        if mention.ordinal:
            counted = [m for m in fits if m.ordinal is None and generic and self._is_sitting(m)]
            return next(iter(called or counted), None)
        if mention.name_last > mention.last:  # P's meeting with Q is no conference that the text names
            return next(iter(called), None)
        of_kind = [m for m in fits if m.kind == mention.kind and (generic or m.kind != "meeting")]
        beside = [m for m in fits if m.kind == "session" and all(one.indefinite for one in m.mentions)]
        loose = [m for m in fits if generic and not (mention.is_named and m in beside)]  # of the Board no *panel*
        return next(iter(called or of_kind or loose), None)

    def _is_sitting(self, meeting: Meeting) -> bool:
        """Whether a body was named for its meeting: they held *the Partnership Council*."""
        return any(head(self.page, mention) in tables.words("sitting-bodies") for mention in meeting.mentions)

    def _apposed(self, mention: MeetingMention) -> Meeting | None:
        """``the Lagoon Forum, a meeting of pilots``, ``the Conference (COP 9)``: both are one meeting."""
        before = self._previous.get(mention)
        tokens = self.page.tokens
        if before is None:
            return None
        gap = [token.text for token in tokens[before.last : mention.first]]
        apposed = gap == ["("] or (mention.indefinite and len(gap) == 2 and gap[0] == ",")
        if not (apposed or self._is_length(gap[-_OF_LENGTH:])):
            return None
        return next((m for m in self.meetings if before in m.mentions), None)

    def _inside(self, mention: MeetingMention) -> Meeting | None:
        """*The discussions took place during* a courtesy call by P: one encounter, called by two nouns."""
        whole = self._following.get(mention)
        if whole is None or whole.destination or whole.plural or whole.kind not in tables.meetings("had"):
            return None
        held = self.page.match(cues("setting-cues", "held"), mention.last)
        inside = self.page.match(cues("setting-cues", "inside"), held.last) if held else None
        if inside is None or not 0 <= whole.first - inside.last < _TO_WHOLE:
            return None
        return next((m for m in self.meetings if whole in m.mentions and not m.is_apart), None)

    @staticmethod
    def _is_length(words: Sequence[str]) -> bool:
        """Whether words say how long a meeting was: it ended *after three days of* discussions."""
        since = any(word in ("after", "following") for word in words)
        return since and words[-1] == "of" and words[-2] in tables.words("length-words")

    def _this(self, mention: MeetingMention) -> Meeting | None:
        """*This ninth meeting*: the one of its noun that the text has named last, as yet without a number."""
        if mention.ordinal is None or self.page.tokens[mention.first - 1].lower != "this":
            return None
        fits = [m for m in self.meetings if m.mentions[-1].first < mention.first and of_noun(self.page, m, mention)]
        fits = [m for m in fits if m.ordinal is None and not self._differs(m, mention)]
        return max(fits, key=lambda m: m.mentions[-1].first, default=None)

    def _said_to_be(self, mention: MeetingMention) -> Meeting | None:
        """*This was the first meeting* hosted by P: what the text was telling of, whatever number that has."""
        before = self._previous.get(mention)
        if not mention.was_it or before is None:
            return None
        if not (follows(self.page, before, mention) or self._opens_with(before, mention)):
            return None
        home = self.taken_up(before)  # this was the first visit; or, in the sentence between, *the visit comes* …
        stands = home is not None and home.kind in references().get(head(self.page, mention), ())
        return home if home is not None and (stands or home.kind == mention.kind) else None

    def _opens_with(self, before: MeetingMention, mention: MeetingMention) -> bool:
        """Whether a sentence says of the one taken up what it was: *the visit* marked the first meeting of the two."""
        index = self.page.sentence_of(mention.first)
        opens = index is not None and before.first - self.page.sentences[index].first < _TO_WHOLE - 1
        return opens and before.is_short and before.definite

    def _unnamed(self, mention: MeetingMention) -> Meeting | None:
        """The one meeting of its kind that an indefinite naming without a subject of its own introduces."""
        if mention.last > mention.head + 1 or mention.labelled or mention.is_part:
            return None
        fits = [m for m in self.meetings if m.kind == mention.kind and not self._differs(m, mention)]
        if mention.kind in tables.meetings("wide"):  # a ceremony is no working lunch
            fits = [m for m in fits if of_noun(self.page, m, mention)]
        fits = [m for m in fits if not m.is_apart and not any(one.labelled for one in m.mentions)]
        if not mention.was_it:  # an indefinite naming introduces: what was named before is another
            fits = [m for m in fits if all(one.first > mention.first for one in m.mentions)]
        return fits[0] if len(fits) == 1 else None

    def _come_for(self, mention: MeetingMention) -> Meeting | None:
        """The one to come of its noun for which somebody is there: will hold a dialogue. He came *for a dialogue*."""
        before = [token.lower for token in self.page.tokens[max(0, mention.first - 2) : mention.first]]
        if before[:1] != ["for"] or not is_indefinite(before[-1]) or mention.plural:
            return None
        told = (m for m in self.meetings if any(is_to_come(self.page, one) for one in m.mentions[:LOOKED_AT]))
        fits = [m for m in told if of_noun(self.page, m, mention) and m.mentions[0].first < mention.first]
        return fits[0] if len(fits) == 1 and not self._differs(fits[0], mention) else None

    def _announced(self, mention: MeetingMention) -> Meeting | None:
        """The one meeting of which the text tells that it is to come, if a naming only calls it *upcoming*."""
        if not mention.definite or mention.plural:
            return None
        to_come = [m for m in self.meetings if is_announced(self.page, m, mention) and not m.is_part]
        fits = [m for m in to_come if not self._differs(m, mention) and self._may_be_called(m, mention)]
        if len(to_come) != 1 or not fits:
            return None
        fits[0].announced = True
        return fits[0]

    def _may_be_called(self, meeting: Meeting, mention: MeetingMention) -> bool:
        """Whether a naming without a name of its own may be of it: the session, the *hemispheric conference*."""
        return of_noun(self.page, meeting, mention) or not (mention.is_named or mention.proper)

    def _neighbour(self, mention: MeetingMention) -> Meeting | None:
        """*The previous dialogue* is the one of the ordinal before, or another mention told apart by the same word."""
        same = [m for m in self.meetings if of_noun(self.page, m, mention)]
        for meeting in same:
            if any(one.apart == mention.apart for one in meeting.mentions) and not contradicts(
                self.page, meeting, mention
            ):
                return meeting
        step = {"earlier": -1, "later": 1}.get(mention.apart)
        numbers = {m.ordinal for m in same if m.ordinal}
        return next((m for m in same if step and m.ordinal and m.ordinal - step in numbers), None)
