"""What stands in front of a role head: modifiers, and the body or state whose post it is."""

from dataclasses import dataclass
from typing import Final

from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.districts import district_before
from kg.extraction.post.heads import Ground
from kg.extraction.post.joint_owners import first_of_two, of_office
from kg.extraction.post.role_homes import of_unknown, role_home
from kg.extraction.post.tenures import tenure
from kg.extraction.words import tables
from kg.extraction.words.names import is_initial, is_ordinary
from kg.extraction.words.tables import Hit

_LONGEST_FIELD = 3
"""Words of a field on either side of *and*."""
_SHORTEST = 3
"""Letters of an acronym that may be a body's though nothing else is known of it."""
_ARTICLES = frozenset(("the", "a", "an"))
_JOINS = frozenset(("and", "&"))
STATUSES = frozenset(("acting", "former", "designate"))


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Front:
    """Where a title begins, where its role does, its owner, and its status."""

    first: Final[int]
    role_first: Final[int]
    owner: Final[BodyMention | None]
    status: Final[str]
    rank: Final[tuple[int, int] | None] = None  # *Deputy* Kenyan Minister


class Owners:
    """Reads leftwards from role heads."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.page = ground.page

    def front(self, head: Hit, free: int) -> Front:
        """What belongs to the title in front of its head, not before token ``free``."""
        pos, status, role_first = head.first, "substantive", head.first
        tokens = self.page.tokens
        while pos > free and self.page.joined(pos - 1) and not (self.ground.taken[pos - 1] or self._is_verb(pos - 1)):
            if owned := self._owned(pos, head, free, role_first, status):
                return owned
            hit = self._modifier_ending(pos, free)
            if hit and hit.row["position"] != "after":
                effect = hit.row["effect"]
                pos = hit.first
                if effect in STATUSES:
                    status = effect
                elif effect != "aside" and (effect != "counted" or tokens[pos].is_capitalised):
                    role_first = pos
                continue
            master = self._master_ending(pos, free)
            if master is not None:
                pos = role_first = master
                continue
            field = self._field_ending(pos, free)
            if field is not None:
                pos = role_first = field
                continue
            if pos - 2 > free and self._is_mark_within(pos - 1, head):
                pos -= 1
                continue
            styled = self._ends_style(pos, free)
            if unknown := None if styled else self._unknown_ending(pos, head):
                return Front(unknown.first, max(role_first, unknown.last), unknown, status)
            if styled or not self._is_of_role(pos - 1):
                break
            pos = role_first = pos - 1
        return Front(pos, role_first, None, status)

    def _owned(self, pos: int, head: Hit, free: int, role_first: int, status: str) -> Front | None:
        """The front of a title whose owner ends at ``pos``: *Norway's* Minister, *the agency's* Director."""
        owner = self._owner_ending(pos, free)
        if owner and pos == head.first and (holder := self._holder_within(owner, head)):
            return Front(holder.first, holder.last, holder, self._status_before(holder.first, free, status))
        if owner:
            owner = first_of_two(self.ground, owner, free)
            first = self._rank_before(owner.first, free)
            rank = (first, owner.first) if first < owner.first else None
            return Front(first, role_first, owner, self._status_before(first, free, status), rank)
        if pointed := self.ground.pointed.owner(pos, free):
            return Front(pointed[1], role_first, pointed[0], self._status_before(pointed[1], free, status))
        return None

    def _is_verb(self, at: int) -> bool:
        """Whether a participle is that of a verb, not of a title: *was reappointed* Director; no *re-elected* Chair."""
        before = self.page.tokens[at - 1].lower if at else ""
        return before in ("been", "was", "were", "is", "are") and tenure((self.page.tokens[at].lower,), 1) is not None

    def _is_mark_within(self, at: int, head: Hit) -> bool:
        """Whether a mark stands inside a title: CT/Security Adviser; Anna R. Ilvesoo Professor of Law."""
        tokens = self.page.tokens
        if tokens[at].text == ".":
            return is_initial(tokens[at - 1]) and tokens[head.first].lower in tables.words("named-chairs")
        return tokens[at].text == "/" and tokens[at - 1].is_capitalised and self.page.joined(at - 1)

    def _is_of_role(self, at: int) -> bool:
        """Whether a word in front may be one of the role: with a capital that is not only that of the sentence."""
        token = self.page.tokens[at]
        plain = token.is_capitalised and token.is_word and token.lower not in _ARTICLES
        if token.lower in tables.words("function-words"):
            return False  # a headline with capitals: Visit *By* Minister Varga, Call *With* Minister Varga
        if token.lower in tables.words("calendar-words"):
            return False  # 22 March Minister Varga; on Monday Minister Varga
        if at and self.page.tokens[at - 1].lower == "in" and not is_ordinary(token) and not self.ground.modifier(at):
            return False  # on 3 May in *Oslo* Acting Minister Varga
        return plain and not (self.ground.covered[at] or self._opens(at) or self.ground.is_hour(at))

    def force(self, head: Hit, first: int) -> BodyMention | None:
        """The force whose name runs into a post that nobody owns: *Federal Police* chief, *Tidemouth police* chief."""
        tokens, end = self.page.tokens, head.last - 1
        if tokens[end].lower != "chief" or end <= first or tokens[end - 1].lower != "police":
            return None
        for at in range(first, end - 1):
            hit = self.page.match(tables.table("organisation-heads"), at, end)
            if hit and hit.last == end:
                return BodyMention(at, end, end, "body.slot")
        at = end - 2
        place = tokens[at].is_capitalised and not is_ordinary(tokens[at]) and not self.ground.covered[at]
        return BodyMention(at, end, end, "body.slot") if at >= first and place and not self._opens(at) else None

    def _owner_ending(self, pos: int, free: int) -> BodyMention | None:
        """The body or state that ends at ``pos``: *EU* Coordinator; *Norway's* Minister; the *Kenyan* Minister."""
        owner = self.ground.body_ending.get(pos)
        end = self._before_bracket(pos)
        if owner is None and self.page.tokens[end - 1].lower == "'s":
            owner = self.ground.body_ending.get(end - 1)
        if owner and owner.first >= free:
            return of_office(self.ground, owner, free)
        return self._demonym(pos, free)

    def _before_bracket(self, pos: int) -> int:
        """Where a short form in brackets behind a genitive begins: the Marine Tide Union's *(MTU)* Director."""
        tokens = self.page.tokens
        opens = pos > 4 and tokens[pos - 1].text == ")" and tokens[pos - 3].text == "(" and tokens[pos - 2].is_acronym
        return pos - 3 if opens and tokens[pos - 4].lower == "'s" else pos

    def _holder_within(self, owner: BodyMention, head: Hit) -> BodyMention | None:
        """The state of a post whose first word seems to end a body: *Kenya* Police Commissioner."""
        if owner.last != head.first:
            return None
        inside = range(owner.last - 1, max(owner.first, owner.last - _LONGEST_FIELD), -1)
        hits = (self.page.match(tables.table("role-heads"), at) for at in inside)
        hit = next((hit for hit in hits if hit and hit.last == head.last), None)
        if hit is None:
            return None
        end = hit.first
        for table, rule in ((tables.states(), "state.known"), (tables.demonyms(), "state.demonym")):
            state = self.page.match(table, owner.first, end)
            if state and state.last == end:
                return BodyMention(owner.first, end, end, rule, known=state.row["id"], is_state=True)
        body = self.page.match(tables.bodies(), owner.first, end) if self.page.tokens[end].lower == "police" else None
        sent = body is not None and body.last == end  # a mission's Police Commissioner
        return BodyMention(owner.first, end, end, "body.slot", known=body.row["id"]) if body and sent else None

    def _field_ending(self, pos: int, free: int) -> int | None:
        """Where a field joined by *and* begins: *Peace and Security* Director, *Trade and Home Industry* Secretary."""
        tokens = self.page.tokens
        joint = next((at for at in range(pos - 1, pos - 4, -1) if at > free and tokens[at].lower in _JOINS), None)
        if joint is None:
            return None
        first = joint - 1
        while first > max(free, joint - _LONGEST_FIELD) and self._is_of_field(first - 1):
            if self._demonym(first, free):
                break  # *Kenyan* Petroleum and Lagoon Resources Minister
            first -= 1
        plain = all(self._is_of_field(at) for at in range(first, pos) if at != joint)
        first = self._listed_field(first, max(free, joint - 2 * _LONGEST_FIELD)) if plain else first
        before = (
            first == 0
            or first in self.ground.body_ending
            or self._demonym(first, free) is not None
            or tokens[first - 1].is_acronym
            or tokens[first - 1].lower in _ARTICLES
            or not tokens[first - 1].is_capitalised
        )
        posts = any(
            self.ground.head(at) or self.ground.taken[at] or self.ground.covered[at] for at in range(first, pos)
        )
        return first if plain and before and not posts else None

    def _listed_field(self, first: int, least: int) -> int:
        """Where a list of fields begins whose last two *and* joins: *Education*, Youth and Sports Minister."""
        fields, tokens = tables.words("portfolio-fields"), self.page.tokens
        while first - 2 >= least and tokens[first - 1].text == "," and tokens[first - 2].lower in fields:
            if not self._is_of_field(first - 2):
                break
            first -= 2
        return first

    def _is_of_field(self, at: int) -> bool:
        """Whether a word may be one of a field in front of a post: an ordinary one, with a capital, of no body."""
        token = self.page.tokens[at]
        plain = token.is_capitalised and token.is_word and token.lower not in _ARTICLES
        return plain and is_ordinary(token) and not self.ground.covered[at]

    def _ends_style(self, pos: int, free: int) -> bool:
        """Whether a style ends at ``pos``: *His Excellency* Minister Varga, *Hon'ble* Minister, *H.E.* Minister."""
        for first in range(pos - 3, pos):
            hit = self.page.match(tables.table("honorifics"), first, pos) if first >= free else None
            alone = first == pos - 1 and not (hit and (hit.row["class"] == "style" or hit.row.form.count(".") > 1))
            if hit is not None and hit.last == pos and not alone:
                return True
        return False

    def _unknown_ending(self, pos: int, head: Hit) -> BodyMention | None:
        """A body by nothing but its acronym: *TAO* President; no subject (*CVE* Coordinator), no post of a state.

        A city whose post it is: *Lagos* Police Commissioner.
        """
        if district := district_before(self.ground, pos, head):
            return district
        token = self.page.tokens[pos - 1]
        city = self.page.match(tables.table("cities"), pos - 1, pos)
        home = role_home(head.row["role"])
        where = pos > 1 and self.page.tokens[pos - 2].lower == "in" and home and home["holder"] == "government"
        if city and of_unknown(head.row["role"]) == "place" and not self.ground.covered[pos - 1] and not where:
            return BodyMention(pos - 1, pos, pos, "body.place")  # but today in *Oslo* Foreign Minister Varga
        if (
            home is None
            or home["holder"] == "government"
            or (home["holder"] == "state" and head.row["class"] != "minister")
            or self.ground.covered[pos - 1]
            or len(token.text) < _SHORTEST
        ):
            return None
        if home.flag("whole") and self._is_plain_name(pos - 1):
            return BodyMention(pos - 1, pos, pos, "body.slot")
        if not (token.is_acronym and token.text.isupper()) or token.lower in tables.words("subject-acronyms"):
            return None
        whole = self.ground.body_ending.get(pos - 1)  # the *FATF RTMG* Co-Chair
        own = whole is not None and not whole.is_state and self.page.joined(pos - 2)
        return BodyMention(whole.first if whole and own else pos - 1, pos, pos, "body.slot")

    def _is_plain_name(self, at: int) -> bool:
        """Whether a capital word, no modifier, may be all that names a body: *Commonwealth* Secretary-General."""
        token = self.page.tokens[at]
        alone = at == 0 or not self.page.joined(at - 1) or not self.page.tokens[at - 1].is_capitalised
        names = token.is_capitalised and token.is_word and token.lower not in _ARTICLES
        return alone and names and not self.ground.modifier(at) and not self._opens(at)

    def _master_ending(self, pos: int, free: int) -> int | None:
        """Where the post begins whose post this is: the *Secretary-General's* Envoy."""
        if self.page.tokens[pos - 1].lower != "'s":
            return None
        for first in range(pos - 2, max(free, pos - 6) - 1, -1):
            hit = self.page.match(tables.table("role-heads"), first, pos - 1)
            if hit and hit.last == pos - 1 and self.page.tokens[first].is_capitalised:
                return first
        return None

    def _demonym(self, pos: int, free: int) -> BodyMention | None:
        for back in (1, 2):
            at = pos - back
            if at >= free and self.page.joined(at) and self.page.tokens[at].is_capitalised:
                hit = self.page.match(tables.demonyms(), at)
                if hit and hit.last == pos and not self.page.match(tables.phrases("lands-by-adjectives"), at):
                    return BodyMention(at, pos, pos, "state.demonym", known=hit.row["id"], is_state=True)
        return None

    def _status_before(self, pos: int, free: int, status: str) -> str:
        hit = self._modifier_ending(pos, free)
        return hit.row["effect"] if hit and hit.row["effect"] in STATUSES else status

    def _rank_before(self, pos: int, free: int) -> int:
        """Where words of the role begin in front of its owner: *First Deputy* Kenyan Minister."""
        while pos > free and self.page.joined(pos - 1) and self.page.tokens[pos - 1].is_capitalised:
            hits = (self.ground.modifier(at, pos) for at in range(max(free, pos - 3), pos))
            fits = (hit.first for hit in hits if hit and hit.last == pos and hit.row["effect"] == "none")
            if (first := next(fits, pos)) == pos:
                break
            pos = first
        return pos

    def _modifier_ending(self, pos: int, free: int) -> Hit | None:
        for back in (1, 2, 3):
            at = pos - back
            if at < free:
                break
            hit = self.ground.modifier(at, pos)
            if hit and hit.last == pos:
                return hit
        return None

    def _opens(self, at: int) -> bool:
        """Whether the capital at ``at`` is only that of a sentence's first word."""
        lower = self.page.tokens[at].lower
        return self.ground.opens(at) and lower in tables.words("common-words") and not self.ground.modifier(at)
