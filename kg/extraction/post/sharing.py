"""Which titles of a sentence are whose: shared out between the names at the least strain, gap by gap."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.rosters import is_finite
from kg.extraction.person.people import PersonMention
from kg.extraction.post.apposition import (
    DASHES,
    Tie,
    appoints,
    backward,
    chained,
    ends_aside,
    follows_unread_name,
    forward,
    has_post_in_front,
    is_code,
    is_letters,
    serves,
)
from kg.extraction.post.holders import is_rank
from kg.extraction.post.title import are_of_two_states, is_taken_up
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST_GAP = 12
"""Chunks between a title and its holder."""
_MOST = 5
"""Titles between two names that are read as a run of one person's."""
_OTHERS = 4
"""Titles behind a name that has one in front: so many are of others whom nobody names."""
_UNTITLED, _UNHELD, _GLUE_BROKEN = 1.0, 4.0, 3.0
_ON_BOTH_SIDES, _BESIDE_GLUE = 1.5, 0.3
_BEFORE_GLUE = 0.1
"""Strain of a title set apart by a comma from the one glued to the name: T P, *U*, V Q may have U behind P."""
_IN_STEP = -0.8
"""Strain of one more entry of a list that names titles first, a title now and then without comma: T, P, U Q, V, R …"""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Holding:
    """A person mention and the titles attached to it, with the body named between them if any.

    ``sent``: the lead and tokens of where an envoy is sent; ``field``: those that stand for the title's own field.
    """

    person: Final[PersonMention]
    titles: Final[Titles]
    rule: Final[str]
    body: Final[Chunk | None] = None
    sent: Final[tuple[str, tuple[int, int]] | None] = None
    field: Final[tuple[int, int] | None] = None


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class _Side:
    """Titles given to one name: for each its place and tie; how much that strains; whether one is glued on, a rank."""

    ties: Final[tuple[tuple[int, Tie], ...]] = ()
    strain: Final[float] = 0.0
    glued: Final[bool] = False
    rank: Final[bool] = False


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class _Course:
    """The best reading so far: what it strains, and the holdings it makes."""

    strain: Final[float]
    made: Final[tuple["_Course | None", tuple[tuple[int, int, Tie], ...]]]


class Segment:
    """One entry of a list, or a sentence without any."""

    def __init__(self, page: Page, chunks: list[Chunk]) -> None:
        self.page = page
        self.chunks = chunks
        self.people = [at for at, chunk in enumerate(chunks) if chunk.person]
        self.titles = [at for at, chunk in enumerate(chunks) if chunk.titles and not self._is_letters(at)]

    def _is_letters(self, at: int) -> bool:
        """Whether *MP* follows a name here, with or without a comma; or an acronym its title: the Inspector (*IGP*)."""
        if is_code(self.page, self.chunks, at):
            return True
        before = at - 2 if at > 1 and self.chunks[at - 1].is_word(",") else at - 1
        return before >= 0 and self.chunks[before].person is not None and is_letters(self.page, self.chunks[at])

    def holdings(self) -> list[Holding]:
        """The attachments of the reading that strains least."""
        if not self.people or not self.titles:
            return []
        found = []
        for at, person, tie in sorted(self._best(), key=lambda made: made[0]):
            holder, titles = self.chunks[person].person, self.chunks[at].titles
            assert holder is not None
            assert titles is not None
            found.append(Holding(holder, titles, tie.rule, tie.body))
        return found

    def _best(self) -> list[tuple[int, int, Tie]]:
        """From name to name: titles left of it, then those between it and the next one, shared out."""
        courses: dict[str, _Course] = {}
        for right in self._shares(None, self.people[0]):
            _keep(courses, right[1], _Course(right[2], (None, right[3])))
        for place, person in enumerate(self.people):
            following = self.people[place + 1] if place + 1 < len(self.people) else None
            after: dict[str, _Course] = {}
            for left, right_state, strain, made in self._shares(person, following):
                for state, course in courses.items():
                    total = course.strain + strain + _of_name(state, left)
                    total += _IN_STEP * (not left and "held" in (state, right_state) and "" not in (state, right_state))
                    _keep(after, right_state, _Course(total, (course, made)))
            courses = after
        best = min(courses.values(), key=lambda course: course.strain)
        made_: list[tuple[int, int, Tie]] = []
        step: _Course | None = best
        while step is not None:
            made_ += step.made[1]
            step = step.made[0]
        return made_

    def _shares(
        self, before: int | None, after: int | None
    ) -> Iterator[tuple[str, str, float, tuple[tuple[int, int, Tie], ...]]]:
        """The ways to share the titles between two names: what the left and the right one get, and the strain."""
        since = 0 if before is None else bisect_left(self.titles, before)
        until = len(self.titles) if after is None else bisect_left(self.titles, after)
        if since == until:
            yield "", "", 0.0, ()
            return
        between = self.titles[since:until]
        lefts = self._leftward(before, between)
        rights = self._rightward(between, after)
        for left in lefts:
            for right in rights:
                if len(left.ties) + len(right.ties) > len(between):
                    continue
                strain = left.strain + right.strain + _UNHELD * (len(between) - len(left.ties) - len(right.ties))
                if not right.ties and rights[-1].glued and left.ties and left.ties[-1][0] == between[-1]:
                    strain += _GLUE_BROKEN
                made = tuple((at, before, tie) for at, tie in left.ties if before is not None)
                made += tuple((at, after, tie) for at, tie in right.ties if after is not None)
                yield _state(left), _state(right), strain, made

    def _leftward(self, person: int | None, between: Sequence[int]) -> list[_Side]:
        """Nothing, the first title, the first two …: what the name before the titles may get."""
        sides = [_Side()]
        if person is None or not between or between[0] - person > _LONGEST_GAP:
            return sides
        several = person > 0 and self.chunks[person - 1].is_word("and", "&")
        if self._is_plural(between[0]) and not several:
            return sides  # thanked by P, the Ambassadors left: several bear it, and one is named
        if len(between) > 1 and self._is_plural(between[1]) and has_post_in_front(self.chunks, person):
            return sides  # the Prime Minister, P, *Deputy Prime Minister, Ministers of Tides*: whom nobody names
        holder = self.chunks[person].person
        honoured = holder is not None and holder.outer > holder.last
        gap = self.chunks[person + 1 : between[0]]
        if [chunk.text for chunk in gap] == [",", "the"] and self._is_subject(between[0], person):
            return sides
        if any(chunk.is_word("as") for chunk in gap) and appoints(self.chunks, person):
            return sides
        if ends_aside(self.chunks, person, gap):
            return sides
        tie = backward(self.page, gap, self.chunks[between[0]].first, honoured=honoured) or self._of_cells(person, gap)
        for at, following in zip(between[:_MOST], [*between[1:_MOST], None], strict=False):
            if tie is None or (self._is_plural(at) and not several):
                break
            sides.append(_Side((*sides[-1].ties, (at, tie)), sides[-1].strain + tie.strain))
            if following is None:
                break
            if not chained(self.page, self.chunks[at + 1 : following]) and not self._is_rank_aside(at, following):
                break
            tie = replace(tie, strain=0.0)
        return sides[:1] if len(sides) > _OTHERS and self._is_titled(person) else sides

    def _of_cells(self, person: int, gap: Sequence[Chunk]) -> Tie | None:
        """The tie of an entry that names one person, a mark and the post: *P: Director, Ministry*; *P; Director*."""
        opens = person == 0 or self.chunks[person - 1].is_word(":", ";")
        if not opens or self.people[-1] != person or len(gap) != 1 or not gap[0].is_word(":", ";"):
            return None
        told = any(c.kind == "word" and (is_finite(c) or c.text.endswith("ed")) for c in self.chunks[person:])
        return None if told or self.chunks[-1].is_word(".", "?", "!") else Tie(0.0, "post.name-title")

    def _is_titled(self, person: int) -> bool:
        """Whether a post right in front is a name's own: Minister P, *the Secretary, the Head of B, the Chief* came."""
        return person > 0 and self.chunks[person - 1].titles is not None and not self._is_rank(person - 1)

    def _is_rank_aside(self, at: int, following: int) -> bool:
        """Whether a title is but a rank in brackets before the next one: P *(Ambassador)*, Director of B."""
        gap = self.chunks[at + 1 : following]
        return len(gap) == 2 and gap[0].is_word(")") and gap[1].is_word(",") and self._is_rank(at)

    def _is_rank(self, at: int) -> bool:
        titles = self.chunks[at].titles
        return titles is not None and all(is_rank(self.page, title) for title in titles.titles)

    def _lacks_body(self, at: int) -> bool:
        titles = self.chunks[at].titles
        return titles is not None and all(title.body is None for title in titles.titles)

    def _is_plural(self, at: int) -> bool:
        titles = self.chunks[at].titles
        return titles is not None and all(title.plural for title in titles.titles)

    def _rightward(self, between: Sequence[int], person: int | None) -> list[_Side]:
        """Nothing, the last title, the last two …: what the name behind the titles may get."""
        sides = [_Side()]
        if person is None or not between or person - between[-1] > _LONGEST_GAP:
            return sides
        gap = self.chunks[between[-1] + 1 : person]
        tie = forward(self.page, gap, self.chunks[person].first, labels=_is_label(self.chunks[between[-1]]))
        glued = tie is not None and tie.strain == 0.0
        if (glued and serves(self.page, self.chunks[between[-1]])) or not tie:
            return sides
        if not glued and self._is_of_another(between[-1], person):
            return sides
        rank = glued and self._is_rank(between[-1]) and self._lacks_body(between[-1])
        for at, before in zip(between[::-1][:_MOST], [*between[::-1][1:_MOST], None], strict=False):
            sides.append(_Side((*sides[-1].ties, (at, tie)), sides[-1].strain + tie.strain, glued, rank))
            if before is None or not chained(self.page, self.chunks[before + 1 : at]) or self._is_plural(before):
                break
            if self._ends_names_before(before, at) or self._is_elsewhere(before, at):
                break
            tie = replace(tie, strain=_BEFORE_GLUE if glued and self.chunks[before + 1].is_word(",") else 0.0)
        return sides

    def _is_of_another(self, at: int, person: int) -> bool:
        """Whether a title that a mark parts from the name behind it is not his: Q *– T*, P."""
        dashed = at > 1 and self.chunks[at - 1].is_word(*DASHES) and self.chunks[at - 2].person is not None
        return dashed or follows_unread_name(self.page, self.chunks, at) or self._is_fronted(at, person)

    def _ends_names_before(self, before: int, at: int) -> bool:
        """Whether a title behind a name and a comma is his, for *and* leads to the next one's: P, T*, and the U,* Q."""
        apposed = before > 1 and self.chunks[before - 1].is_word(",") and self.chunks[before - 2].person is not None
        joint = self.chunks[before + 1 : at]
        return apposed and len(joint) > 1 and joint[0].is_word(",") and joint[1].is_word("and")

    def _is_elsewhere(self, before: int, at: int) -> bool:
        """Whether a title is of another state than the one behind *and*: *the T of Kenya* and the U of Norway, P.

        Or of somebody named before by it: *the Secretary* and Minister P.
        """
        titles = [title for one in (before, at) if (held := self.chunks[one].titles) for title in held.titles]
        joined = self.chunks[before + 1].is_word("and")
        return joined and (are_of_two_states(titles) or is_taken_up(self.page, titles))

    def _is_fronted(self, at: int, person: int) -> bool:
        """Whether a title ends a phrase in front of the subject: in a talk with *the Ambassador*, P said."""
        lead = at - 2 if at > 1 and self.chunks[at - 1].is_word("the", "his", "her", "its") else at - 1
        opens = self.chunks[0].is_among(tables.words_of("fronted-leads", "facing-verbs"))
        behind = self.chunks[person + 1] if person + 1 < len(self.chunks) else None
        told = behind is not None and behind.kind == "word" and behind.text.isalpha() and not behind.is_word("and")
        if not opens or not told or person != self.people[0]:
            return False
        leads = self.chunks[lead].is_word("with", "by", "between", "from", "to", "for")
        return leads or self.chunks[lead].is_among(tables.words("facing-verbs"))

    def _is_subject(self, at: int, person: int) -> bool:
        """Whether a title is the subject behind a phrase in front: after talks with P, *the President* left."""
        lead = person - 1 - (person > 0 and self.chunks[person - 1].titles is not None)
        lead -= lead > 0 and self.chunks[lead].is_word("the", "his", "her", "its")
        opens = self.chunks[0].is_among(tables.words("fronted-leads")) and person == self.people[0] and lead > 0
        verb = self.chunks[at + 1].text if at + 1 < len(self.chunks) and self.chunks[at + 1].kind == "word" else ""
        told = verb.endswith("ed") or verb in tables.words_of("modals", "speech-verbs", "finite-verbs", "auxiliaries")
        return opens and told and self.chunks[lead].is_word("with", "by", "between", "from", "to", "for")


def _is_label(chunk: Chunk) -> bool:
    """Whether a title says enough to stand before a colon for one person: Minister of Justice, no mere Chair."""
    titles = chunk.titles.titles if chunk.titles else ()
    return chunk.last - chunk.first > 2 and not any(title.plural for title in titles)


def _state(side: _Side) -> str:
    """What the gap before a name gives it: a rank, which its post may follow (*Under-Secretary-General* P, T) …"""
    return "" if not side.ties else "rank" if side.rank and len(side.ties) == 1 else "glued" if side.glued else "held"


def _of_name(right: str, left: str) -> float:
    """The strain of a name with titles before it (``right`` of the gap there) and behind it."""
    if right and left:
        return {"rank": 0.0, "glued": _BESIDE_GLUE}.get(right, _ON_BOTH_SIDES)
    return 0.0 if right or left else _UNTITLED


def _keep(courses: dict[str, _Course], state: str, course: _Course) -> None:
    if state not in courses or course.strain < courses[state].strain:
        courses[state] = course
