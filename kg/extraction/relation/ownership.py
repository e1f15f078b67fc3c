"""Bodies whose naming says of which body they are part: *X's Office*, *Council of X*, *Centre at X*, *X Council*."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from kg import resources
from kg.extraction.body.acronyms import owners_in
from kg.extraction.body.bodies import Body, BodyMention
from kg.extraction.body.nested import NESTED
from kg.extraction.relation.relations import Tie
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at
from kg.extraction.words.tables import Row
from kg.model.names import fold

_LONGEST_JOINT = 6
_LONGEST_QUALIFIER = 4


@cache
def _joints() -> dict[str, Row]:
    return {row.form: row for row in tables.rows_of(resources.lexicon() / "owner-joints.tsv")}


def named_by_owner(page: Page, bodies: Sequence[Body], in_titles: Collection[int]) -> Iterator[Tie]:
    """Every tie that the naming of a body says, in order of the mentions; ``in_titles`` are the tokens of titles."""
    organisations = [body for body in bodies if not body.is_state]
    owners = _Owners(page, organisations)
    mentions = sorted(((m.first, m, body) for body in organisations for m in body.mentions), key=lambda told: told[0])
    states = {m.first for body in bodies if body.is_state for m in body.mentions}
    alone = [m for _, m, _ in mentions if m.rule != NESTED and not _is_owner_again(page, m)]
    beside = dict(zip((m.first for m in alone), alone[1:], strict=False))
    for at, (first, mention, body) in enumerate(mentions):
        owner = owners.inside(mention)
        if first in beside and mention.rule != NESTED:
            other = beside[first]
            listed = _is_next(page, other, beside.get(other.first))
            ends = owner.mentions[0] if owner and owners.ends(mention, owner) else mention
            yield from _side_by_side(page, mention, other, () if listed else in_titles, ends)
            if not listed and _is_apposed(page, mention, other):
                yield Tie(other, _predicate(page, other), mention, "relation.organ", (mention.first, other.outer))
        if its := _meant_by_its(page, mention, reversed(mentions[:at]), states):
            yield Tie(mention, _predicate(page, mention), its, "relation.its", (its.first, mention.outer))
        if owner and owner is not body:
            predicate = _predicate(page, mention)
            yield Tie(mention, predicate, owner.mentions[0], "relation.organ", (mention.first, mention.last))


class _Owners:
    """The bodies of a page by their names, of which other names may be made."""

    def __init__(self, page: Page, bodies: Sequence[Body]) -> None:
        self.page = page
        self.named = {fold(form): body for body in bodies for form in (body.name, body.acronym, *body.also) if form}
        self.named |= {fold(f"{body.name} ({body.acronym})"): body for body in bodies if body.acronym}
        self.known = {body.known: body for body in bodies if body.known}

    def inside(self, mention: BodyMention) -> Body | None:
        """The body of which a name says that it is part: Council *of the IMO*, *ICAO* Council, IGAD (*IGAD* SFO)."""
        return self._behind_of(mention) or self._in_front(mention) or self._in_bracket(mention)

    def ends(self, mention: BodyMention, owner: Body) -> bool:
        """Whether the name of the owner ends that of its part, so that what is told behind it is told of the owner."""
        return self._behind_of(mention) is owner

    def _behind_of(self, mention: BodyMention) -> Body | None:
        found = (self._at(first, mention.last) for first in owners_in(self.page, mention))
        return next((body for body in found if body), None)

    def _in_front(self, mention: BodyMention) -> Body | None:
        """The owner before the name of an organ or unit, or an acronym before another: *SCO* RATS.

        Of a body known for itself only the plain name of an executive organ says it: *AU* Commission, not *UN* Office.
        """
        acronyms = [token.is_acronym for token in self.page.tokens[mention.first : mention.last]]
        if acronyms == [True, True]:
            return self._at(mention.first, mention.first + 1)
        for at in range(mention.last - 1, mention.first, -1):
            owner = self._at(mention.first, at)
            behind = at + 1 if self.page.tokens[at].lower == "'s" else at
            family = owner is not None and owner.known in tables.words("family-owners")
            if owner and not family and self._is_organ(behind, mention):
                return owner
        return None

    def _is_organ(self, first: int, mention: BodyMention) -> bool:
        head = _head(self.page, first, mention.last)
        if mention.known and head not in tables.words("executive-organs"):
            return False
        if _is_made_of(self.page, first, mention.last, "organ-words"):
            return True
        return not mention.known and head in tables.words("owned-heads")

    def _in_bracket(self, mention: BodyMention) -> Body | None:
        """The owner before an acronym: Estuary Facilitation Office (*GLAG* EFO)."""
        tokens, at = self.page.tokens, mention.last
        two = at + 3 < len(tokens) and tokens[at].text == "(" and tokens[at + 3].text == ")"
        return self._at(at + 1, at + 2) if two and tokens[at + 2].is_acronym else None

    def _at(self, first: int, last: int) -> Body | None:
        known = known_at(self.page, first)
        whole = known.known if known and known.last == last and not known.is_state else None
        return self.named.get(fold(self.page.words(first, last))) or (self.known.get(whole) if whole else None)


def _meant_by_its(
    page: Page, mention: BodyMention, before: Iterable[tuple[int, BodyMention, Body]], states: Collection[int]
) -> BodyMention | None:
    """The one body named before *its* in a sentence: the Council, with help from *its* new Tide Division.

    Or none, where a state stands between that *its* may mean as well; ``states`` are the tokens where they are named.
    """
    index, at = page.sentence_of(mention.first), _behind_its(page, mention)
    if at is None or index is None or _head(page, mention.first, mention.last) not in tables.words("owned-heads"):
        return None
    if _predicate(page, mention) == "secretariat-of" and page.tokens[at - 1].lower in tables.words("providing-verbs"):
        return None  # the Agency hosts *its* Secretariat: that of the body spoken of before
    said = takewhile(lambda told: told[0] >= page.sentences[index].first, before)
    named = [(m, body) for first, m, body in said if first < at]
    one = bool(named) and all(body is named[0][1] for _, body in named)
    if one and any(pos in states for pos in range(named[0][0].outer, at)):
        return None  # the Agency thanked Kenya for *its* Harbour Centre
    return named[-1][0] if one and mention not in named[0][1].mentions else None


def _behind_its(page: Page, mention: BodyMention) -> int | None:
    """Where *its* stands before a name, small words that qualify it allowed between: *its* Oslo-based Tide Centre."""
    for at in range(mention.first - 1, max(-1, mention.first - _LONGEST_QUALIFIER), -1):
        if page.tokens[at].lower == "its":
            return at
        if not page.tokens[at].is_word or page.tokens[at].lower in tables.words("function-words"):
            return None
    return None


def _is_apposed(page: Page, one: BodyMention, other: BodyMention) -> bool:
    """Whether a unit follows a name whose acronym stands between commas: the Tide Union, TU*, Lagoon Board*."""
    between = page.tokens[one.outer : other.first]
    printed = one.acronym is not None and page.tokens[one.outer - 1].text == one.acronym
    apposed = printed and [token.text for token in between] == [","]
    return apposed and _head(page, other.first, other.last) in tables.words("owned-heads")


def _is_owner_again(page: Page, mention: BodyMention) -> bool:
    """Whether a mention is the acronym of the name whose unit follows: the Tide Union's (*TU*) Office."""
    before = [token.lower for token in page.tokens[max(0, mention.first - 2) : mention.first]]
    return before == ["'s", "("] and [token.text for token in page.tokens[mention.last : mention.last + 1]] == [")"]


def _joint(page: Page, one: BodyMention, other: BodyMention) -> str:
    """The words between two bodies, *the* left out, and whose state's or by what acronym: 's (TU); of Kenya's."""
    words = [token.lower for token in page.tokens[one.outer : min(other.first, one.outer + _LONGEST_JOINT)]]
    state = known_at(page, one.outer + 1) if words[:1] == ["of"] and words[-1] == "'s" else None
    if state and state.is_state and state.last == other.first - 1:
        return "of"
    if words[:2] == ["'s", "("] and words[3:] == [")"]:
        return "'s"
    return " ".join(words[:-1] if words[-1:] == ["the"] else words)


def _side_by_side(
    page: Page, one: BodyMention, other: BodyMention, in_titles: Collection[int], ends: BodyMention
) -> Iterator[Tie]:
    """What stands between two bodies says; ``ends`` is the owner whose name ends that of the first, else the first."""
    bracketed = one.outer == other.first and page.tokens[one.outer - 1].text == ")"
    if bracketed and _head(page, other.first, other.last) in tables.words("owned-heads"):
        yield Tie(other, _predicate(page, other), one, "relation.organ", (one.first, other.outer))
    row = _joints().get(_joint(page, one, other))
    apart = page.sentence_of(one.first) != page.sentence_of(other.first)
    if row is None or other.prefix or apart or other.first - one.outer >= _LONGEST_JOINT:
        return
    owner, unit = (one, other) if row["owner"] == "first" else (other, ends if row.form == "of" else one)
    qualifies = one.prefix and owner is not one
    untitled = row.flag("in_title") and not (one.first in in_titles and _ends_title(page, other, in_titles))
    if row["rule"] == "relation.slash" and _are_sides(page, other):
        return
    if not qualifies and not untitled and (_is_unit(page, unit) or not row.flag("unit")):
        yield Tie(unit, _predicate(page, unit), owner, row["rule"], (one.first, other.outer))


def _are_sides(page: Page, other: BodyMention) -> bool:
    """Whether two bodies that a dash joins are the sides of a meeting: *Tide Council – Reef Office* consultations."""
    at = other.outer
    at += at < len(page.tokens) and page.tokens[at].lower in tables.words("meeting-modifiers")
    return at < len(page.tokens) and page.match(tables.table("meeting-kinds"), at) is not None


def _is_next(page: Page, one: BodyMention, other: BodyMention | None) -> bool:
    """Whether nothing but a comma or the like parts two bodies: what stands before them is a list."""
    between = page.tokens[one.outer : other.first] if other else ()
    return other is not None and all(token.lower in (",", "and", "the") for token in between)


def _predicate(page: Page, unit: BodyMention) -> str:
    """What a unit is to its owner: its secretariat, else a part of it."""
    return "secretariat-of" if _head(page, unit.first, unit.last) == "secretariat" else "part-of"


def _head(page: Page, first: int, last: int) -> str:
    """The noun that heads the name of a unit: Regional *Office* for X; Law and Order (LO) *Unit*."""
    bracket = next((at for at in reversed(page.places_of(")", first, last)) if at + 1 < last), first - 1)
    words = [token.lower for token in page.tokens[bracket + 1 : last]]
    ends = (at for at, word in enumerate(words) if word in tables.words("complement-leads"))
    return words[next(ends, len(words)) - 1] if words else ""


def _ends_title(page: Page, mention: BodyMention, in_titles: Collection[int]) -> bool:
    """Whether a body ends the title of somebody: in it, or behind it and before a mark."""
    after = page.tokens[mention.outer].lower if mention.outer < len(page.tokens) else "."
    return mention.first in in_titles or not (after == "'s" or after in tables.words("complement-leads"))


def _is_unit(page: Page, mention: BodyMention) -> bool:
    """Whether the name says that the body may be a unit of another: a Centre, a Branch; a Council meets at places."""
    return any(token.lower in tables.words("housed-heads") for token in page.tokens[mention.first : mention.last])


def _is_made_of(page: Page, first: int, last: int, name: str) -> bool:
    words = [token.lower for token in page.tokens[first:last]]
    return bool(words) and all(word in tables.words(name) for word in words)
