"""Bodies that a post names by their kind, that head its lines, or its office: *Committee* Chair; *Board*, Chair: P."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.computed import computed
from kg.extraction.post.heirs import Heir, Home
from kg.extraction.post.holders import kind_in_front
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_TO_VERB = 8
"""Words from *elected* to where: elected five officials onto the Committee."""
_CHAIRS = ("chair", "vice-chair")


class Committees:
    """The bodies of a page of whose kind a post may speak."""

    def __init__(self, page: Page, bodies: Sequence[Body]) -> None:
        self.page = page
        self._bodies = bodies

    def named(self, heir: Heir) -> Home | None:
        """The body of whose kind the post speaks, or to which its holder was elected."""
        return self.by_kind(heir) or self.elected(heir)

    def by_kind(self, heir: Heir) -> Home | None:
        """The body named last whose name has the word in front of the role: *Committee* Chair P, the Reef Committee."""
        kind = kind_in_front(self.page, heir.title)
        body = _last_before(self._by_kind.get(kind, []), heir.title.first) if kind else None
        return Home(body, "near") if body else None

    def above(self, heir: Heir) -> Home | None:
        """The committee whose name heads the lines in which its bare *Chair* is told of."""
        if heir.role not in _CHAIRS or heir.title.last - heir.title.first > 1 or not heir.is_named:
            return None
        body = _last_before(self._headings, heir.title.first)
        return Home(body, "heading") if body else None

    def secretariat(self, heir: Heir) -> Home | None:
        """The one secretariat of the page, headed by its *Executive Secretary*."""
        if heir.title.role(self.page).casefold() not in tables.words("secretariat-posts"):
            return None
        return Home(_fullest(self._secretariats[0]), "only") if len(self._secretariats) == 1 else None

    def elected(self, heir: Heir) -> Home | None:
        """The body to which people were elected, of posts that label their names: *Chair for Asia*: P."""
        after = heir.row[heir.titles_at + 1] if heir.titles_at + 1 < len(heir.row) else None
        if after is None or not after.is_word(":") or heir.titles_at > heir.low:
            return None
        body = _last_before(self._elected_to, heir.title.first)
        return Home(body, "elector") if body else None

    @computed
    def _secretariats(self) -> list[Body]:
        """The secretariats that are named in full."""
        return [body for body in self._bodies if "secretariat" in body.name.casefold().split() and " " in body.name]

    @computed
    def _elected_to(self) -> list[BodyMention]:
        """The bodies to which people were elected: voted five officials onto *the Tide Committee*."""
        return [mention for mention in self._mentions if self._takes_elected(mention)]

    def _takes_elected(self, mention: BodyMention) -> bool:
        tokens, at = self.page.tokens, mention.first
        at -= at > 0 and tokens[at - 1].lower in tables.words("definite-determiners")
        if at < 1 or tokens[at - 1].lower not in ("onto", "to", "into", "on"):
            return False
        number = self.page.sentence_of(mention.first)
        first = self.page.sentences[number].first if number is not None else at
        verbs = tables.words("electing-verbs")
        return any(tokens[k].lower in verbs for k in range(max(first, at - _TO_VERB), at - 1))

    @computed
    def _mentions(self) -> list[BodyMention]:
        """The mentions of bodies, in order, no states."""
        found = (mention for body in self._bodies if not body.is_state for mention in body.mentions)
        return sorted(found, key=lambda mention: mention.first)

    def _kinds(self, mention: BodyMention) -> set[str]:
        """The words of a body's name that say of what kind it is."""
        words = {self.page.tokens[at].lower for at in range(mention.first, mention.last)}
        return words & tables.words("kind-owners")

    @computed
    def _by_kind(self) -> dict[str, list[BodyMention]]:
        found: dict[str, list[BodyMention]] = {}
        for mention in self._mentions:
            for word in self._kinds(mention):
                found.setdefault(word, []).append(mention)
        return found

    @computed
    def _headings(self) -> list[BodyMention]:
        """The bodies under whose name, as a heading, lines stand: *Subcommittee on Tides*, May 3."""
        return [mention for mention in self._mentions if self._is_heading(mention) and self._kinds(mention)]

    def _is_heading(self, mention: BodyMention) -> bool:
        """Whether the name of a body opens a heading, and a mark or nothing follows it."""
        number = self.page.sentence_of(mention.first)
        sentence = self.page.sentences[number] if number is not None else None
        if sentence is None or sentence.first != mention.first or sentence.block.kind not in ("headline", "heading"):
            return False
        return mention.outer >= sentence.last or self.page.tokens[mention.outer].text in (",", ":", "(", "|")


def _fullest(body: Body) -> BodyMention:
    return max(body.mentions, key=lambda mention: (mention.last - mention.first, -mention.first))


def _last_before(mentions: Sequence[BodyMention], token: int) -> BodyMention | None:
    place = bisect_left(mentions, token, key=lambda mention: mention.first)
    return mentions[place - 1] if place else None
