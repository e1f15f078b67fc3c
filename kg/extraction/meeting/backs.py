"""What stands behind a meeting's kind: a number, what it is on or of, whom it is between, where a visit goes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.body.bodynames import capital_list
from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.fronts import Front
from kg.extraction.meeting.membership import MemberReader
from kg.extraction.meeting.numbers import before_proper, year_at
from kg.extraction.meeting.payers import PayerReader
from kg.extraction.meeting.phrases import NamingReader, PhraseReader
from kg.extraction.words import tables
from kg.extraction.words.cues import cues
from kg.extraction.words.tables import Hit

_COMPLEMENTS = 6
_TO_PERSON = 14
"""Words from *between* to the first person, his titles in front."""
_TO_SETTLEMENT = 3
"""Words of: small fishing *village of*."""
_LONGEST_TITLE = 40
_MARKS = {'"': '"\u201d', "'": "'\u2019", "\u201c": '"\u201d', "\u00ab": "\u00bb", "\u2018": "\u2019"}
"""Quotation marks that open, with those that close."""
_LABEL = re.compile(r"[IVX]{1,5}|\d{1,2}|[A-D]|(?i:one|two|three|four|five|six|seven|eight|nine|ten)")


@dataclass(slots=True)
class Back:
    """What stands behind the word for the kind."""

    last: int
    parties: tuple[BodyMention, ...] = ()
    destination: tuple[int, int] | None = None
    year: int | None = None
    labelled: bool = False
    named: int = 0
    """Where the name ends of whose it is, read apart with its title: the visit of *Minister P*."""


class BackReader(NamingReader):
    """Reads from the word for the kind to the end of the naming."""

    def __init__(self, phrases: PhraseReader) -> None:
        super().__init__(phrases)
        self.payers = PayerReader(phrases)
        self.members = MemberReader(phrases)

    def read(self, hit: Hit, front: Front) -> Back:
        """Complements behind the kind word: what it is on or of, whom it is between, where a visit goes."""
        back = Back(hit.last)
        self._label(back)
        self._called(back, hit)
        for _ in range(_COMPLEMENTS):
            end = self._complement(back, front, hit)
            if end is None:
                break
            back.last = end
        back.last = self._quoted(back.last) or back.last
        holder = self._holder(hit.last, back.last)
        if holder is not None:
            back.last, back.named = hit.last, self.payers.name_end(holder)
        if hit.row["kind"] == "visit" and not back.named and back.last == hit.last:
            back.named = self.payers.end(back.last)
        if hit.row["kind"] == "visit" and back.named and back.destination is None:
            back.destination = self._goal(back.named)
        return back

    def _goal(self, at: int) -> tuple[int, int] | None:
        """Where the visit of somebody named goes: the visit of Minister P *to Oslo*."""
        at += at < len(self.tokens) and self.tokens[at].text == ","
        if at + 1 >= len(self.tokens) or self.tokens[at].lower != "to" or not self.page.joined(at):
            return None
        first = at + 2 if self.tokens[at + 1].lower == "the" and at + 2 < len(self.tokens) else at + 1
        state = self.page.match(tables.states(), first)
        last = state.last if state else capital_list(self.page, first, self.people)
        return None if last is None else (first, last)

    def _label(self, back: Back) -> None:
        """``Session II``, ``Lagoon Summit 2024``: a number right behind the kind."""
        at = back.last
        if at >= len(self.tokens) or not self.phrases.flows(at - 1) or not self.tokens[at - 1].is_capitalised:
            return
        if _LABEL.fullmatch(self.tokens[at].text) and not self._is_numeral_of_list(at):
            back.last, back.labelled = at + 1, True
        elif year_at(self.page, at):
            back.last, back.year = at + 1, year_at(self.page, at)

    def _called(self, back: Back, hit: Hit) -> None:
        """``exercise Lagoon Shield 2024``: the name of an exercise stands behind it."""
        at = back.last
        if hit.row["kind"] != "exercise" or not before_proper(self.page, at) or not self.phrases.flows(at - 1):
            return
        end = None if at in self.bodies else self.phrases.end(at, small=False)
        if end is not None:
            back.last, back.labelled = end, True

    def _quoted(self, at: int) -> int | None:
        """The end of the title in quotation marks behind a naming: workshop *on “Tides and Lagoons”*; no speech."""
        if at < len(self.tokens) and self.tokens[at].lower in ("on", *tables.words("titled-words")):
            at += 1
        if at + 1 >= len(self.tokens) or (closing := _MARKS.get(self.tokens[at].text)) is None:
            return None
        opens = self.tokens[at + 1]
        if not opens.is_capitalised or opens.lower in tables.words("spoken-openings"):
            return None
        for end in range(at + 1, min(at + _LONGEST_TITLE, len(self.tokens))):
            if self.tokens[end].text in closing:
                return end + 1
            if self.people[end] or not self.page.joined(end - 1):
                return None
        return None

    def _is_numeral_of_list(self, at: int) -> bool:
        """Whether a figure counts something else: a day of a month, an hour, an item."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return following is not None and (
            following.lower in tables.words("calendar-words") or following.text in (".", "/")
        )

    def _complement(self, back: Back, front: Front, hit: Hit) -> int | None:
        if back.destination:
            return None
        pos = self._behind_brackets(back.last)
        if pos >= len(self.tokens) - 1 or not self.phrases.flows(pos - 1):
            return None
        if (
            front.ordinal
            and self.tokens[pos].text == ","
            and self.tokens[pos + 1].lower == "on"
            and pos + 2 < len(self.tokens)
        ):
            pos += 1  # its first session, on the sharing of charts
        if subject := self.page.match(tables.phrases("subject-leads"), pos):
            return self.phrases.end(subject.last, small=True, articles=True)
        lead, at = self.tokens[pos].lower, pos + 1
        inner = at + 1 if self.tokens[at].lower in ("the", "its", "their") else at
        if inner >= len(self.tokens):
            return None
        if lead in ("between", "with", "among"):
            end, named = self._parties(self.members.behind(inner))
            if named:
                if not self.members.are_unnamed(named[0].first):
                    back.parties = (*back.parties, *named)
                return end
            return self._between(at) if lead == "between" or self.phrases.in_heading(pos) else None
        if lead == "for" and self.tokens[hit.last - 1].lower in tables.words("meal-nouns"):
            return None  # a lunch *for the Director, P*
        if lead in ("on", "of", "for"):
            return self._subject(back, lead, at, inner, hit)
        if (lead == "to" or (lead == "in" and self.phrases.in_heading(at))) and hit.row["kind"] == "visit":
            paid = lead == "to" and back.last == hit.last and self._is_named_holder(inner)
            return None if paid else self._destination(back, inner, house=lead == "to")
        return None

    def _destination(self, back: Back, at: int, *, house: bool) -> int | None:
        """Where the name ends of what a visit goes to: *the Republic of Kenya*, a town; a body, which is its host."""
        at = self._behind_settlement(at)
        state, body = self.page.match(tables.states(), at), self.bodies.get(at)
        goal = state.last if state else capital_list(self.page, at, self.people)
        if house and body and not body.is_state:
            goal, back.parties = body.outer, (*back.parties, body)
        if goal is not None:
            back.destination = (at, goal)
        return goal

    def _behind_settlement(self, at: int) -> int:
        """Behind the words for the kind of a town: *the small fishing village of* Varholm; ``at`` without them."""
        towns = cues("setting-cues", "town")
        for word in range(at, min(at + _TO_SETTLEMENT, len(self.tokens))):
            hit = self.page.match(towns, word)
            if hit:
                return hit.last
            if not self.tokens[word].text.islower():
                break
        return at

    def _is_named_holder(self, at: int) -> bool:
        """Whether a title stands there and his name behind it; not of those *by* whom he was visited."""
        posts = tables.table("role-heads")
        hit = self.page.match(posts, at) or self.page.match(posts, at + 1)
        if hit is None or self.tokens[min(hit.last, len(self.tokens) - 1)].text == "'s":
            return False  # the Director's office
        ahead = range(at, min(at + _TO_PERSON, len(self.tokens)))
        stop = next((k for k in ahead if self.tokens[k].lower in ("by", "from", "with", "and")), ahead.stop)
        return self._person_ahead(at) and any(self.people[at:stop])

    def _between(self, at: int) -> int | None:
        """Where the sides end that are no bodies: between *faiths and peoples*; people are no part of the name."""
        return None if self._person_ahead(at) else self.phrases.end(at, small=True)

    def _person_ahead(self, at: int) -> bool:
        """Whether a person is named in the words that follow, titles in front."""
        ahead = range(at, min(at + _TO_PERSON, len(self.tokens)))
        stop = next((k for k in ahead if self.tokens[k].text in ".;" or not self.page.joined(k)), ahead.stop)
        return any(self.people[at:stop])

    def _behind_brackets(self, pos: int) -> int:
        """Behind an acronym in brackets, if a complement follows it: the Conference (COTU) *on Tides*."""
        tokens = self.tokens
        if (
            pos + 3 < len(tokens)
            and tokens[pos].text == "("
            and tokens[pos + 2].text == ")"
            and tokens[pos + 1].is_acronym
        ):
            return pos + 3 if tokens[pos + 3].lower in ("on", "of", "for", "between", "among") else pos
        return pos

    def _subject(self, back: Back, lead: str, at: int, inner: int, hit: Hit) -> int | None:
        token = self.tokens[inner]
        paid = hit.row["kind"] == "visit" or self.tokens[hit.last - 1].lower in ("call", "calls")
        if lead == "on" and paid and self._person_ahead(at):
            return None  # a courtesy call on Minister P
        counts = lead == "of" and self.phrases.is_count(inner)  # the swearing-in of 19 officers
        if token.lower in tables.words("calendar-words") or (token.text[0].isdigit() and not counts):
            return None  # the dialogue on Monday, the dialogue of May
        if self.people[inner]:
            back.named = self.payers.name_end(inner) if lead == "of" else 0
            return None
        if token.lower in tables.words("topic-ends"):
            return None
        small = lead != "for" or (hit.row["kind"] in ("training", "workshop") and at == inner)
        end = self.phrases.end(at, small=small, articles=lead != "on")
        if end is not None and lead == "of" and self.page.joined(end - 1) and self.people[end : end + 1] == [True]:
            back.named = self.payers.name_end(end)
            return None
        return end

    def _holder(self, kind: int, last: int) -> int | None:
        """The name behind the title that ends a naming at ``last``: the visit of *the President of Kenya,* P."""
        if kind + 2 >= last or self.tokens[kind].lower != "of" or last + 1 >= len(self.tokens):
            return None
        posts = tables.table("role-heads")
        titled = any(self.page.match(posts, at, last) for at in range(kind + 1, min(kind + 5, last)))
        at = last + 1 if self.tokens[last].text == "," else last
        return at if titled and self.people[at] and self.page.joined(last - 1) else None

    def _is_holders(self, mention: BodyMention) -> bool:
        """Whether a body only says whose post or part follows: with UN *Secretary-General P*."""
        at = mention.outer
        if at >= len(self.tokens) or not self.page.joined(at - 1):
            return False
        if self._owns(mention):
            return self.tokens[at + 1].is_capitalised
        return self.people[at] or self.page.match(tables.table("role-heads"), at) is not None

    def _owned(self, at: int) -> BodyMention | None:
        """The body named at ``at``, or the one that it owns: between Norland's *Harbour Guard* and …"""
        mention = self.bodies.get(at)
        owned = self.bodies.get(mention.outer + 1) if mention and self._owns(mention) else None
        return owned or mention

    def _owns(self, mention: BodyMention) -> bool:
        """Whether something of a body follows."""
        at = mention.outer
        return at + 1 < len(self.tokens) and self.tokens[at].lower == "'s" and self.page.joined(at)

    def _of_people(self, at: int) -> int:
        """Behind words for members at ``at``, if a body follows, not a state's people: members of *Kenya's press*."""
        behind = self.members.behind(at)
        mention = self.bodies.get(behind)
        return at if mention is None or (behind > at and self._owns(mention)) else behind

    def _noun_end(self, end: int, named: Sequence[BodyMention]) -> int:
        """Behind the noun that a state only qualifies: the Mauritanian *authorities*."""
        if not named or not self.phrases.flows(end - 1):
            return end
        owns = self._owns(named[-1])
        if not owns and named[-1].rule != "state.demonym":
            return end
        return self.phrases.end(end + owns, small=True) or end

    def _parties(self, at: int) -> tuple[int, list[BodyMention]]:
        named: list[BodyMention] = []
        end = at
        while (mention := self._owned(at)) is not None and not self._is_holders(mention):
            named.append(mention)
            end = at = mention.outer
            while (
                at < len(self.tokens)
                and self.tokens[at].lower in ("and", "the", ",", "as", "well")
                and self.page.joined(at - 1)
            ):
                at += 1
            at += self.phrases.is_qualified(at) and at > end
            if at == end:  # nothing joins what follows: of a place, or the next line
                break
            at = self._of_people(at)
        return self._noun_end(end, named), named
