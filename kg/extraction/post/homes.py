"""Where every post is held whose own phrase prints no body: by the words around it, else by the rest of the text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extraction.body.bodies import Body, BodyMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.person.people import PersonMention
from kg.extraction.post.heirs import Heir, Home, Told, heirs, is_cut_off, is_entry
from kg.extraction.post.holders import (
    has_field,
    is_national,
    is_office,
    is_rank,
    is_style,
    names_its_body,
    role_of,
    says_enough,
    says_more,
)
from kg.extraction.post.inheritance import Inheritance
from kg.extraction.post.recalled import Recollection
from kg.extraction.post.role_homes import can_hold
from kg.extraction.post.sharing import Holding
from kg.extraction.post.signed import Signed
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_SEVERAL = 3
"""Lines of a list whose titles name no body: whose house it is they need not say."""
_LAST_MARK = 1
_MAY_BE_LISTED = ("", "style", "unread")


@dataclass(frozen=True, slots=True)
class Homes:
    """The home of each title that lacks a body, by its first token, and why others have none.

    ``between`` holds the bodies named between person and titles, by the first token of the group. ``without`` says of
    titles that stay without a body: *unread* (it may stand in words not understood), *office* (the title says all),
    *field* (it says what the post is about), *national* (a post of a state in a sentence that names no body: the text
    leaves the state to the reader), *titled* (a whole title right before the name leaves it to him too), *style*,
    *listed* (several entries of a list are names with titles, and nothing else).
    """

    between: Mapping[int, BodyMention]
    found: Mapping[int, Home]
    without: Mapping[int, str]


class HomeReader:
    """Reads the homes of posts on one page, given its titles and whose they are."""

    def __init__(
        self,
        page: Page,
        groups: Sequence[Titles],
        holdings: Sequence[Holding],
        holders: Mapping[int, PersonMention],
    ) -> None:
        self.page = page
        self.groups = groups
        self.holdings = holdings
        self.holders = holders
        self._fielded = {holding.titles.first for holding in holdings if holding.field}
        self.between = {
            holding.titles.first: holding.body.body
            for holding in holdings
            if holding.body
            and holding.body.body
            and holding.rule != "post.title-names"
            and self._says_where(holding.titles, holding.body.body)
        }

    def all(
        self,
        begins: Sequence[Chunk | None],
        rows: Sequence[Sequence[Chunk]],
        bodies: Sequence[Body],
        name_of: Callable[[PersonMention], str | None],
        body_name: Callable[[BodyMention], str | None],
    ) -> Homes:
        """The homes of all titles that lack a body."""
        lack = {
            group.first: bare
            for group in self.groups
            if group.first not in self.between and (bare := [title for title in group.titles if title.body is None])
        }
        lacking = list(heirs(self.page, rows, self.holders, lack)) if lack else []
        if not lacking:
            return Homes(self.between, {}, {})
        around, below = Inheritance(self.page, begins), Signed(self.page, rows)
        found = {heir.title.first: home for heir in lacking if (home := around.home(heir) or below.home(heir))}
        chunks = [chunk for chunk in begins if chunk and chunk.kind in ("person", "meeting")]
        meetings = [(chunk.first, chunk.last) for chunk in chunks if chunk.meeting]
        told = list(self._told(found, name_of, body_name))
        homeless = [(name_of(heir.person), heir.role) for heir in lacking if heir.title.first not in found]
        named = frozenset(at for chunk in chunks if chunk.person for at in range(chunk.first, chunk.last))
        recalled = Recollection(self.page, told, bodies, meetings, homeless, named)
        unread = {heir.title.first for heir in lacking if heir.title.first not in found and self._is_unread(heir)}
        for heir in lacking:
            if heir.title.first in found or heir.title.first in unread:
                continue
            if home := recalled.home(name_of(heir.person), heir):
                found[heir.title.first] = home
        without = {heir.title.first: self._why(heir, recalled) for heir in lacking if heir.title.first not in found}
        entries = [heir for heir in lacking if heir.title.first in without and self._is_entry(heir)]
        if len({heir.person for heir in entries}) >= _SEVERAL:
            without |= {heir.title.first: "listed" for heir in entries if without[heir.title.first] in _MAY_BE_LISTED}
        return Homes(self.between, found, without)

    def _is_entry(self, heir: Heir) -> bool:
        """Whether a name and its title are a line of a list, and all of it: *P, Operations Manager*."""
        index = self.page.sentence_of(heir.title.first)
        if index is None or not is_entry(self.page, heir.title.first) or heir.title.first < heir.person.first:
            return False
        sentence = self.page.sentences[index]
        end = heir.row[heir.high].last
        ends = end >= sentence.last - _LAST_MARK or self.page.tokens[end].text in "([;"
        return heir.person.first <= sentence.first + _LAST_MARK and ends and says_enough(heir.title)

    def _why(self, heir: Heir, recalled: Recollection) -> str:
        """Why a title has no body; empty if nothing is known."""
        if is_cut_off(self.page, heir) and heir.title.first not in self._fielded:
            return "unread"
        if is_office(self.page, heir.title):
            return "office"
        if self._is_unread(heir):
            return "unread"
        national = is_national(heir.role) and not recalled.is_among_bodies(heir)
        if national:
            return "national"
        if self.page.match(tables.phrases("offices-of-state"), heir.title.parts[0][0]):
            return "office"
        if has_field(self.page, heir.title):
            return "field"
        if heir.is_glued and (says_enough(heir.title) or is_rank(self.page, heir.title)):
            return "titled"
        if (
            heir.is_named
            and not heir.is_glued
            and says_more(self.page, heir.title, named_behind=heir.titles_at < heir.high)
        ):
            return "telling"
        return "style" if is_style(self.page, heir.title) else ""

    def _says_where(self, group: Titles, body: BodyMention) -> bool:
        """Whether a body between name and title is where the post is held; a state in brackets is of national posts."""
        before = body.first - 1 - (body.first > 1 and self.page.tokens[body.first - 1].lower == "the")
        bracketed = before >= 0 and self.page.tokens[before].lower in ("(", "of", "from")  # P of Kenya, the envoy
        if not any(can_hold(self.page, role_of(self.page, title), body) for title in group.titles):
            return False
        if body.is_state and self._is_of_town(body.first):
            return False
        return not (bracketed and body.is_state) or any(
            is_national(role_of(self.page, title)) for title in group.titles
        )

    def _is_of_town(self, at: int) -> bool:
        """Whether a state only says where a town is: the Attaché in *Lagos, Nigeria*, P."""
        at -= self.page.tokens[at - 1].lower == "the"
        if at < 2 or self.page.tokens[at - 1].text != ",":
            return False
        cities = (self.page.match(tables.table("cities"), first, at - 1) for first in range(max(0, at - 4), at - 1))
        return any(city is not None and city.last == at - 1 for city in cities)

    def _is_unread(self, heir: Heir) -> bool:
        """Whether words were not read that may name the body; the fields of several who share a title are no bodies."""
        unread = is_cut_off(self.page, heir) or names_its_body(self.page, heir.title)
        return unread and heir.title.first not in self._fielded

    def _told(
        self,
        found: Mapping[int, Home],
        name_of: Callable[[PersonMention], str | None],
        body_name: Callable[[BodyMention], str | None],
    ) -> Iterator[Told]:
        """The posts whose body is known by now, those too that several share."""
        for share in self.holdings:
            own = share.body.body if share.rule == "post.title-names" and share.body else None
            if own and (name := body_name(own)):
                for title in share.titles.titles:
                    words = title.role(self.page).casefold()
                    yield Told(name_of(share.person), role_of(self.page, title), words, own, name)
        for group in self.groups:
            holder = self.holders.get(group.first)
            for title in group.titles:
                home = found.get(title.first)
                body = title.body or self.between.get(group.first) or (home.body if home else None)
                name = body_name(body) if body else None
                if body and name:
                    words = title.role(self.page).casefold()
                    yield Told(name_of(holder) if holder else None, role_of(self.page, title), words, body, name)
