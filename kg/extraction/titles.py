"""Titles: phrases that name a post, parsed into slots (role, body, status), never cut as strings.

``[modifiers] [owner] HEAD [complements] [of|at|, BODY]``, several joined by *and*: an organisation may stand in
the middle ("High Representative of the EU for Foreign Affairs"), and the last body serves the titles before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extraction import tables
from kg.extraction.bodies import BodyMention, body_in_slot, capital_list
from kg.extraction.page import Page
from kg.extraction.people import is_of_speech
from kg.extraction.tables import Hit

_LONGEST_ROLE = 16
_TOPIC_LEADS = frozenset(("for", "on", "to", "in", "of"))
_STATUSES = frozenset(("acting", "former", "designate"))
_BODY_LEADS = frozenset(("of", "at", "in", "from", "with", "to"))


@dataclass(frozen=True, slots=True)
class Title:
    """One post as printed at tokens ``[first, last)``; ``parts`` are the stretches that make the role."""

    first: int
    last: int
    parts: tuple[tuple[int, int], ...]
    body: BodyMention | None
    status: str

    def role(self, page: Page) -> str:
        """The position without the body: ``Director for Security and Defence Policy``."""
        return " ".join(page.words(first, last) for first, last in self.parts)


@dataclass(frozen=True, slots=True)
class Titles:
    """Coordinated titles of one person at tokens ``[first, last)``: *A and B of BODY*."""

    first: int
    last: int
    titles: tuple[Title, ...]


class TitleReader:
    """Reads titles on one page, given its bodies and people."""

    def __init__(self, page: Page, bodies: Sequence[BodyMention], people: Sequence[bool]) -> None:
        self.page = page
        self.people = people
        self.body_at = {mention.first: mention for mention in bodies}
        self.body_ending = {mention.last: mention for mention in bodies}
        self.covered = [False] * len(page.tokens)
        for mention in bodies:
            self.covered[mention.first : mention.last] = [True] * (mention.last - mention.first)

    def all(self) -> list[Titles]:
        """Every group of titles, in order."""
        groups: list[Titles] = []
        at, free = 0, 0
        while at < len(self.page.tokens):
            head = self._head(at)
            group = self._group(head, free) if head else None
            if group:
                groups.append(group)
                at = free = group.last
            else:
                at += 1
        return groups

    def _head(self, at: int) -> Hit | None:
        """The role head at ``at``, up to a person or body: capitalised, or one that is also written small."""
        heads = tables.table("role-heads")
        if self.people[at] or self.covered[at] or self.page.tokens[at].lower not in heads.firsts:
            return None
        ahead = range(at, min(at + _LONGEST_ROLE, len(self.page.tokens)))
        stop = next((k for k in ahead if self.people[k] or self.covered[k]), None)
        hit = self.page.match(heads, at, stop)
        if not hit or (not hit.row.flag("lower_ok") and self._names_members(at)):
            return None
        return hit if self.page.tokens[at].is_capitalised or hit.row.flag("lower_ok") else None

    def _names_members(self, at: int) -> bool:
        """``Representatives of Norway`` at the start of a sentence: those who came, as in small letters."""
        sentence = self.page.sentence_of(at)
        opens = sentence is not None and self.page.sentences[sentence].first == at
        return opens and self.page.tokens[at].lower in tables.words("member-nouns")

    def _group(self, head: Hit, free: int) -> Titles | None:
        titles = [self._title(head, free)]
        while True:
            following = self._coordinated(titles[-1].last)
            if following is None:
                break
            titles.append(self._title(following, titles[-1].last + 1))
        second = self._second_body(titles[-1])
        if second:
            titles.append(second)
        return Titles(titles[0].first, titles[-1].last, tuple(_shared_body(titles)))

    def _second_body(self, title: Title) -> Title | None:
        """The same post in a second body: *Director of A and of B*; *the Director of A and B said* (one speaks)."""
        tokens, pos = self.page.tokens, title.last
        if title.body is None or title.body.outer != pos or pos + 1 >= len(tokens) or tokens[pos].lower != "and":
            return None
        at = pos + 1
        again = tokens[at].lower in ("of", "at")
        while at < len(tokens) and tokens[at].lower in ("of", "at", "the"):
            at += 1
        mention = self.body_at.get(at)
        if mention is None or mention.prefix or mention.is_state:
            return None
        speaks = mention.outer < len(tokens) and is_of_speech(tokens[mention.outer])
        described = title.first > 0 and tokens[title.first - 1].lower == "the"
        if not again and not (speaks and described):
            return None
        return replace(title, last=mention.outer, body=mention)

    def _coordinated(self, pos: int) -> Hit | None:
        """The role head of a title joined by *and* at ``pos``, modifiers and owner allowed between."""
        tokens = self.page.tokens
        if pos < len(tokens) and tokens[pos].text == "," and pos + 1 < len(tokens) and tokens[pos + 1].lower == "and":
            pos += 1
        if pos >= len(tokens) or tokens[pos].lower not in ("and", "&") or not self.page.joined(pos - 1):
            return None
        at = pos + 1
        for step in range(7):
            if at >= len(tokens) or self.people[at] or (step and not self.page.joined(at - 1)):
                return None
            hit = self._head(at)
            if hit:
                return hit
            owner = self.body_at.get(at)
            if owner and owner.prefix:
                at = owner.last
            elif tokens[at].is_capitalised or self._modifier(at) or tokens[at].lower in ("the", "'s"):
                at += 1
            else:
                return None
        return None

    def _modifier(self, at: int) -> Hit | None:
        return self.page.match(tables.table("role-modifiers"), at)

    def _title(self, head: Hit, free: int) -> Title:
        first, role_first, owner, status = self._before(head, free)
        last, parts, body, after = self._after(head, owner)
        status = after or status
        if role_first < head.first or parts[0][0] == head.first:
            parts = [(role_first, parts[0][1]), *parts[1:]]
        return Title(first, last, tuple(parts), body, status)

    def _before(self, head: Hit, free: int) -> tuple[int, int, BodyMention | None, str]:
        """Modifiers and owner in front of the head: first token, first of the role, owner, status."""
        pos, status, role_first = head.first, "substantive", head.first
        tokens = self.page.tokens
        while pos > free and self.page.joined(pos - 1) and not self.people[pos - 1]:
            owner = self.body_ending.get(pos)
            if owner and owner.first >= free:
                return owner.first, role_first, owner, self._status_before(owner.first, free, status)
            if tokens[pos - 1].lower == "'s" and (owner := self.body_ending.get(pos - 1)) and owner.first >= free:
                return owner.first, role_first, owner, self._status_before(owner.first, free, status)
            demonym = self._demonym(pos, free)
            if demonym:
                return demonym.first, role_first, demonym, self._status_before(demonym.first, free, status)
            hit = self._modifier_ending(pos, free)
            if hit and hit.row["position"] != "after":
                effect = hit.row["effect"]
                pos = hit.first
                if effect in _STATUSES:
                    status = effect
                elif effect != "aside":
                    role_first = pos
                continue
            token = tokens[pos - 1]
            if self.covered[pos - 1] or not (token.is_capitalised and token.is_word) or self._opens(pos - 1):
                break
            pos = role_first = pos - 1
        return pos, role_first, None, status

    def _demonym(self, pos: int, free: int) -> BodyMention | None:
        """A state by its adjective right before ``pos``: the *Kenyan* Minister."""
        for back in (1, 2):
            at = pos - back
            if at >= free and self.page.joined(at) and self.page.tokens[at].is_capitalised:
                hit = self.page.match(tables.demonyms(), at)
                if hit and hit.last == pos:
                    return BodyMention(at, pos, pos, "state.demonym", known=hit.row["id"], is_state=True)
        return None

    def _status_before(self, pos: int, free: int, status: str) -> str:
        hit = self._modifier_ending(pos, free)
        return hit.row["effect"] if hit and hit.row["effect"] in _STATUSES else status

    def _modifier_ending(self, pos: int, free: int) -> Hit | None:
        for back in (1, 2, 3):
            at = pos - back
            if at < free:
                break
            hit = self.page.match(tables.table("role-modifiers"), at, pos)
            if hit and hit.last == pos:
                return hit
        return None

    def _opens(self, at: int) -> bool:
        """Whether the capital at ``at`` is only that of a sentence's first word."""
        sentence = self.page.sentence_of(at)
        if sentence is None or self.page.sentences[sentence].first != at:
            return False
        lower = self.page.tokens[at].lower
        return lower in tables.words("common-words") and not self._modifier(at)

    def _after(
        self, head: Hit, owner: BodyMention | None
    ) -> tuple[int, list[tuple[int, int]], BodyMention | None, str]:
        """Complements and body behind the head: last token, parts of the role, body, status."""
        pos, body, status = head.last, owner, ""  # a body named behind the head outranks its owner in front
        parts = [(head.first, head.last)]
        while pos < len(self.page.tokens) and not self.people[pos]:
            effect = self._effect_after(pos)
            if effect:
                status, pos = effect
                continue
            if self.page.tokens[pos].lower == "both" and pos == head.last:
                pos += 1
                continue
            slot = self._body_slot(pos) if body is owner else None
            if slot:
                body, pos = slot, slot.outer
                continue
            parent = self._parent(pos) if body is not owner else None
            if parent:
                pos = parent.outer
                continue
            end = self._topic(pos)
            if end is None:
                break
            parts.append((pos, end))
            pos = end
        return pos, _merged(parts), body, status

    def _effect_after(self, pos: int) -> tuple[str, int] | None:
        """``a.i.``, ``ad interim``, ``-designate`` after the head: the status and where it ends."""
        at = pos + 1 if self.page.tokens[pos].text in ",(-" else pos
        if at >= len(self.page.tokens):
            return None
        hit = self._modifier(at)
        if hit and hit.row["position"] != "before" and hit.row["effect"] in _STATUSES:
            end = hit.last
            if self.page.tokens[pos].text == "(" and end < len(self.page.tokens) and self.page.tokens[end].text == ")":
                end += 1
            return hit.row["effect"], end
        return None

    def _body_slot(self, pos: int) -> BodyMention | None:
        """The body at ``of BODY``, ``at the BODY`` or ``, BODY`` right after a title."""
        tokens = self.page.tokens
        lead = tokens[pos]
        comma = lead.text == ","
        if not comma and lead.lower not in _BODY_LEADS:
            return None
        at = pos + 1
        if at < len(tokens) and tokens[at].lower in ("the", "its") and not comma:
            at += 1
        if at >= len(tokens):
            return None
        mention = self.body_at.get(at)
        if mention is None or (mention.prefix and not self._owned(mention)):
            mention = body_in_slot(self.page, at, self.people)
        if mention is None:
            return None
        if mention.is_state and comma:
            return None
        if lead.lower in ("to", "with", "from") or (lead.lower == "in" and mention.is_state):
            return None
        if comma and not self._closes(mention.outer):
            return None
        return mention

    def _parent(self, pos: int) -> BodyMention | None:
        """The body to which the body of the post belongs: *of the Structure (RATS)* of the Organisation."""
        tokens = self.page.tokens
        if tokens[pos].lower != "of" or pos + 2 >= len(tokens):
            return None
        mention = self.body_at.get(pos + 2 if tokens[pos + 1].lower == "the" else pos + 1)
        return mention if mention and not mention.prefix else None

    def _owned(self, mention: BodyMention) -> bool:
        """A prefix is a body of its own only if no topic follows it."""
        return capital_list(self.page, mention.last, self.people) is None

    def _closes(self, pos: int) -> bool:
        """Whether an apposition may end at ``pos``."""
        if pos >= len(self.page.tokens):
            return True
        token = self.page.tokens[pos]
        if token.text == ",":
            return not (pos + 1 < len(self.page.tokens) and self._head(pos + 1) is not None)
        return token.text in ".;:)" or token.lower in ("and", "as", "who", "in") or not self.page.joined(pos - 1)

    def _topic(self, pos: int) -> int | None:
        """The end of a complement that belongs to the role: ``for Human Rights``, ``to the United Nations``."""
        tokens = self.page.tokens
        if tokens[pos].lower not in _TOPIC_LEADS or not self.page.joined(pos - 1):
            return None
        at = pos + 1
        if at < len(tokens) and tokens[at].lower == "the":
            at += 1
        if at >= len(tokens):
            return None
        mention = self.body_at.get(at)
        if mention and not mention.prefix and tokens[pos].lower in ("to", "for"):
            return mention.outer
        if tokens[pos].lower == "in":
            return None
        return capital_list(self.page, at, self.people)


def _merged(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged = [parts[0]]
    for first, last in parts[1:]:
        if first == merged[-1][1]:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return merged


def _shared_body(titles: list[Title]) -> list[Title]:
    """A title without a body takes that of the next one: *A and B of BODY*."""
    shared: list[Title] = []
    body: BodyMention | None = None
    for title in reversed(titles):
        inherits = title.body is None and body is not None and title is not titles[-1]
        shared.append(replace(title, body=body) if inherits else title)
        body = shared[-1].body
    return shared[::-1]
