"""Titles: phrases that name a post, parsed into slots (role, body, status), never cut as strings.

``[modifiers] [owner] HEAD [complements] [of|at|, BODY]``, several joined by *and*: an organisation may stand in
the middle ("High Representative of the EU for Foreign Affairs"), and the last body serves the titles before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.abroad import held_abroad
from kg.extraction.post.complements import Complements
from kg.extraction.post.described import body_in_charge, described_body
from kg.extraction.post.districts import district_behind
from kg.extraction.post.fields import over_states
from kg.extraction.post.firms import apposed, unknown
from kg.extraction.post.heads import Ground
from kg.extraction.post.holders import is_national
from kg.extraction.post.levels import past_level
from kg.extraction.post.owners import STATUSES, Owners
from kg.extraction.post.role_homes import can_hold, is_of_government, kinds_of, known_kind
from kg.extraction.post.slots import BodySlots
from kg.extraction.post.statesnamed import first_state
from kg.extraction.post.title import Title, is_of_another, leads_abroad
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.holders import singular
from kg.extraction.words.known import known_at
from kg.extraction.words.tables import Hit

_JOINTS = [tuple(joint.split()) for joint in "and|&|/|, and|as well as|and also|and concurrently|cum".split("|")]
_JOINTS_BEGIN = frozenset(joint[0] for joint in _JOINTS)


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Titles:
    """Coordinated titles of one person at tokens ``[first, last)``: *A and B of BODY*."""

    first: Final[int]
    last: Final[int]
    titles: Final[tuple[Title, ...]]


class TitleReader:
    """Reads titles on one page, given its bodies and people."""

    def __init__(self, page: Page, bodies: Sequence[BodyMention], people: Sequence[bool]) -> None:
        self.page = page
        self.people = people
        self.ground = Ground(page, bodies, people)
        self.owners = Owners(self.ground)
        self.complements = Complements(self.ground)
        self.slots = BodySlots(self.ground)

    def all(self) -> list[Titles]:
        """Every group of titles, in order."""
        groups: list[Titles] = []
        free = 0
        for at in self.page.places(tables.table("role-heads")):
            head = self.ground.head(at) if at >= free else None
            if head:
                groups += self._group(head, free)
                free = groups[-1].last
        return groups

    def _group(self, head: Hit, free: int) -> list[Titles]:
        titles = [self._title(head, free)]
        while True:
            following = self._coordinated(titles[-1].last)
            if following is None:
                break
            titles.append(self._title(following, titles[-1].last + 1))
        second = self.slots.second(titles[-1].first, titles[-1].last, titles[-1].body)
        if second:
            titles.append(replace(titles[-1], last=second.outer, body=second))
        if is_of_another(self.page, self.people, titles):
            return [_together(self.page, titles[:-1]), _together(self.page, titles[-1:])]
        whole = _together(self.page, titles)
        rank = self.slots.past_rank(whole.last, whole.titles[-1].body)
        return [replace(whole, last=rank) if rank else whole]

    def _coordinated(self, pos: int) -> Hit | None:
        """The role head of a title joined by *and* at ``pos``, modifiers and owner allowed between."""
        tokens = self.page.tokens
        words = tuple([token.lower for token in tokens[pos : pos + 3]])
        if not _JOINTS_BEGIN.issuperset(words[:1]):
            return None
        joint = max((joint for joint in _JOINTS if words[: len(joint)] == joint), key=len, default=None)
        if joint is None or not self.page.joined(pos - 1):
            return None
        at = pos + len(joint)
        for step in range(7):
            if at >= len(tokens) or self.people[at] or (step and not self.page.joined(at - 1)):
                return None
            hit = self.ground.head(at)
            if hit:
                return hit
            owner = self.ground.body_at.get(at)
            if owner and owner.prefix:
                at = owner.last
            elif tokens[at].is_capitalised or self.ground.modifier(at) or tokens[at].lower in ("the", "'s"):
                at += 1
            else:
                return None
        return None

    def _title(self, head: Hit, free: int) -> Title:
        front = self.owners.front(head, free)
        force = self.owners.force(head, front.first) if front.owner is None else None
        last, parts, body, after = self._after(head, force or front.owner)
        parts = [(force.last if force else front.role_first, parts[0][1]), *parts[1:]]
        printed = self.page.words(head.first, head.last)
        single = singular(printed)
        plural = (printed, single) if single else None
        status = after or front.status
        status = self._of_head(head) if status == "substantive" else status
        first = first_state(self.page, self.people, front.first, last, free) if plural else front.first
        return Title(first, last, tuple(parts), body, status, plural, front.rank)

    def _of_head(self, head: Hit) -> str:
        """The status that a head says itself: *Officer-in-Charge* is only ever held for somebody; High *-designate*."""
        hit = self.page.match(tables.phrases("acting-heads"), head.first)
        if hit is not None and hit.last == head.last:
            return "acting"
        end = self.ground.modifier(head.last - 1) if head.last - head.first > 1 else None
        coming = end is not None and end.last == head.last and end.row["effect"] == "designate"
        return "designate" if coming else "substantive"

    def _after(
        self, head: Hit, owner: BodyMention | None
    ) -> tuple[int, list[tuple[int, int]], BodyMention | None, str]:
        """Complements and body behind the head: last token, parts of the role, body, status."""
        body, status, served = owner, "", False  # a body named behind the head outranks its owner in front
        pos = bare = self.complements.of_head(head)
        parts = [(head.first, pos)]
        while pos < len(self.page.tokens) and not self.people[pos]:
            effect = self._effect_after(pos)
            if effect:
                status, pos = effect
                pos += self._is_set_apart(pos)
                continue
            if self.page.tokens[pos].lower == "both" and pos == head.last:
                pos += 1
                continue
            if self._is_short_form(pos, head):
                pos += 3
                bare = pos
                more = self.complements.with_second(pos) if pos < len(self.page.tokens) else pos
                if more > pos:
                    parts.append((pos, more))
                pos = more
                continue
            master = self.slots.master(pos) if body is owner and pos == head.last else None
            if master:
                body, first, pos = master
                served = True
                parts.append((head.last, body.first))
                parts.append((first, pos))
                continue
            slot = self._slot(pos, head, bare=pos in (head.last, bare), owner=owner) if body is owner else None
            if slot:
                body, pos = slot
                continue
            parent = self.slots.parent(pos) if body is not owner else None
            if parent:
                pos = parent.outer
                continue
            behind = pos if body is not owner else None
            abroad = behind and (past_level(self.page, pos) or (None if served else held_abroad(self.ground, pos)))
            if abroad:
                pos = abroad
                continue
            end = self.complements.end(pos, slot_is_open=body is owner)
            if end is None:
                break
            end = over_states(self.ground, pos, end)
            parts.append((pos, end))
            pos = end
        return pos, _merged(parts), body, status

    def _slot(self, pos: int, head: Hit, *, bare: bool, owner: BodyMention | None) -> tuple[BodyMention, int] | None:
        """The body that the title prints at ``pos`` and where it ends; ``bare``: the role itself ends there."""
        if owner and pos == head.last and self.slots.is_field(pos):
            return None
        if bare and self.slots.is_portfolio(pos):
            return None
        if owner and self.page.tokens[pos].lower == "to":
            return None
        if found := described_body(self.ground, pos) or body_in_charge(self.ground, pos, owned=owner is not None):
            return found
        if owner is None and (district := district_behind(self.ground, pos, head)):
            return district, district.last
        mention = self.slots.body(pos, head)
        if mention is None and owner is None:
            if pointed := self.ground.pointed.behind(pos, head.first):
                return pointed
            mention = unknown(self.ground, pos, head) if bare else None
            mention = mention or self.slots.adjoined(pos, bare=bare) or apposed(self.ground, pos, head)
        if mention and owner and owner.is_state and mention.is_alias and is_national(head.row["role"]):
            return owner, mention.outer  # Kenya's Attorney General *of the Federation*
        return (mention, mention.outer) if mention else None

    def _is_set_apart(self, pos: int) -> bool:
        """Whether a comma closes what was set apart, and the body follows: Chargé, a.i.*,* at the Embassy."""
        tokens = self.page.tokens
        return pos + 1 < len(tokens) and tokens[pos].text == "," and tokens[pos + 1].lower in ("at", "of")

    def _is_short_form(self, pos: int, head: Hit) -> bool:
        """Whether initials of the post follow in brackets: Inspector General *(IG)*, for Tide Policy *(TP)*."""
        tokens = self.page.tokens
        if pos + 2 >= len(tokens) or tokens[pos].text != "(" or tokens[pos + 2].text != ")":
            return False
        words = [part for word in tokens[head.first : pos] for part in word.text.split("-") if part]
        initials = "".join(word[0] for word in words if word[0].isupper())
        if "".join(word[0] for word in words if word[0].isalpha()).upper() == tokens[pos + 1].text:
            return True  # Chief of Army Staff *(COAS)*
        short = "".join(letter for letter in tokens[pos + 1].text if letter.isupper())
        if len(short) < 2 or not tokens[pos + 1].is_word:
            return False
        rest = iter(initials)  # of the UN Secretary-General *(SRSG)*: the body has no letter in it
        return initials.endswith(short) or (
            len(short) > 2 and initials[0] == short[0] and all(letter in rest for letter in short)
        )

    def _effect_after(self, pos: int) -> tuple[str, int] | None:
        """``a.i.``, ``ad interim``, ``-designate`` after the head: the status and where it ends."""
        tokens = self.page.tokens
        marked = tokens[pos].text in ",(-" and pos + 1 < len(tokens)
        for at in (pos, pos + 1) if marked else (pos,):
            hit = self.ground.modifier(at)
            if hit and hit.row["position"] != "before" and hit.row["effect"] in STATUSES:
                closed = tokens[pos].text == "(" and hit.last < len(tokens) and tokens[hit.last].text == ")"
                return hit.row["effect"], hit.last + (closed and tokens[hit.last - 1].text != ")")
        return None


def _together(page: Page, titles: Sequence[Title]) -> Titles:
    return Titles(titles[0].first, titles[-1].last, tuple(_shared_body(page, titles)))


def _merged(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged = [parts[0]]
    for first, last in parts[1:]:
        if first == merged[-1][1]:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return merged


def _shared_body(page: Page, titles: Sequence[Title]) -> list[Title]:
    """A title without a body takes that of the next one if it can be held there: *A and B of BODY*.

    Not *Adviser to C and B of BODY*, nor *Minister of Tides and Chairman of the COMMITTEE*.
    """
    if len(titles) == 1:
        return list(titles)
    shared: list[Title] = []
    body: BodyMention | None = None
    for title in reversed(titles):
        served = any(leads_abroad(page, at, body) for at in range(title.first, title.last))
        inherits = title.body is None and body is not None and title is not titles[-1] and not served
        fits = body is not None and can_hold(page, _role(page, title), body)
        whole = _whole_of(page, _role(page, title), body) if inherits and fits and body else body
        shared.append(replace(title, body=whole) if inherits and fits else title)
        body = shared[-1].body
    return _owned_in_front(page, shared[::-1])


def _whole_of(page: Page, role: str, part: BodyMention) -> BodyMention:
    """The known body of a unit, if it is one that has the post: *Executive Director* and Head of U of B."""
    at = part.core + 1 + (part.core > 0 and page.tokens[part.core + 1].lower == "the")
    whole = known_at(page, at) if part.core else None
    if whole is None or whole.is_state or whole.last != part.last or whole.known is None:
        return part
    return whole if known_kind(whole.known) in kinds_of(role) and page.tokens[at - 1].lower != "and" else part


def _owned_in_front(page: Page, titles: Sequence[Title]) -> list[Title]:
    """The owner in front of the first title is that of the next ones too: *Kenyan* Envoy and Coordinator for Tides."""
    owner = titles[0].body
    roles = [_role(page, title) for title in titles]
    governs = owner is not None and owner.is_state and all(is_of_government(role) for role in roles)
    if owner is None or (owner.first != titles[0].first and not governs):
        return list(titles)
    return [
        replace(title, body=owner) if title.body is None and can_hold(page, role, owner) else title
        for title, role in zip(titles, roles, strict=True)
    ]


def _role(page: Page, title: Title) -> str:
    first, last = title.parts[0]
    for at in range(first, last):
        hit = page.match(tables.table("role-heads"), at)
        if hit and hit.last <= last:
            return hit.row["role"]
    return ""
