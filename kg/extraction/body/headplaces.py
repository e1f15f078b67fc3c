"""Where on a page the words stand that head the names of bodies: acting ones, things, those of other languages."""

from dataclasses import dataclass

from kg.extraction.text.page import Page
from kg.extraction.text.tokens import Token
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit

_LONGEST_FIELD = 6
_INSIDE = frozenset(("and", "of", "the", "/", "&", "'s", "'"))
_CRIED_LEADS = frozenset(("WITH", "BETWEEN", "FROM", "BY", "DURING"))
_CRIED_SMALL = frozenset(("AND", "THE", "TO", "OF", "FOR", "ON", "IN", "AT"))
LONGEST_NAME = 24  # tokens: a longer run of capitals is a page printed so, no name


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of bodies and the words for things, by their first token; those in other languages.

    ``ahead``: for every token whether a head begins at it, or behind it and only words between that a name may hold.
    """

    acting: dict[int, Hit]
    things: dict[int, Hit]
    foreign: frozenset[int]
    ahead: list[bool]


def heads_on(page: Page) -> Heads:
    """Those of a page; :meth:`Page.kept` finds them once."""
    heads = tables.table("organisation-heads")
    hits = {at: hit for at in page.places(heads) if page.tokens[at].is_capitalised and (hit := page.match(heads, at))}
    acting = {at: hit for at, hit in hits.items() if hit.row.flag("acts")}
    things = {at: hit for at, hit in hits.items() if at not in acting}
    words = tables.phrases("foreign-heads")
    foreign = {at: hit for at in page.places(words) if (hit := page.match(words, at))}
    inside = {at for hit in (*hits.values(), *foreign.values()) for at in range(hit.first + 1, hit.last)}
    ahead = [False] * len(page.tokens)
    for head in (*acting, *foreign):
        ahead[head], at = True, head - 1
        while at >= head - LONGEST_NAME and page.beside[at] and (at in inside or _may_be_inside(page.tokens[at])):
            ahead[at], at = True, at - 1
    return Heads(acting, things, frozenset(foreign), ahead)


def _may_be_inside(token: Token) -> bool:
    """Whether a word or mark may stand in front of a head in a name: Rule *of* Law Section, Children*'s* Fund."""
    return token.is_capitalised or token.lower in _INSIDE or token.lower in tables.words("foreign-joints")


def field_goes_on(page: Page, at: int, heads: Heads) -> bool:
    """Whether a small word stands inside the field of a unit named behind it: Victims *of* Terrorism Unit.

    The words behind run up to the unit: Rule *of* Law and Security Section, Countering *the* Financing of Floods Desk.
    """
    tokens, fields = page.tokens, tables.words("fields-with-of")
    if tokens[at].lower == "the":
        inside = at + 1 < len(tokens) and tokens[at - 1].lower.endswith("ing") and tokens[at + 1].lower in fields
    else:
        inside = tokens[at].lower == "of" and tokens[at - 1].lower in fields
    ahead = range(at + 1, min(at + 1 + _LONGEST_FIELD, len(tokens)))
    for pos in ahead if inside else ():
        head = heads.acting.get(pos)
        if head and tokens[pos].lower in tables.words("unit-heads"):
            return pos > at + 1
        if not page.beside[pos - 1] or not (tokens[pos].is_capitalised or tokens[pos].lower in ("and", "of")):
            return False
    return False


def is_field(page: Page, first: int, last: int) -> bool:
    """Whether words behind *of* say what a unit is for and name no body: Department of *Tides and Reefs* (TR)."""
    if page.tokens[first - 1].lower == "the":
        return False
    return not any(page.match(tables.table("organisation-heads"), at, last) for at in range(first, last))


def is_cried_verb(page: Page, at: int) -> bool:
    """Whether a verb stands between words in capitals: GLAG *TAKES* OFFICE."""
    if page.tokens[at].lower not in tables.words("finite-verbs"):
        return False
    return at > 0 and all(token.is_acronym for token in page.tokens[at - 1 : at + 2])


def is_cried_lead(token: Token, *, first: bool) -> bool:
    """Whether a word of a headline in capitals is in no name, or begins none: MEETING *WITH THE* TIDE DIRECTORATE."""
    return token.text in _CRIED_LEADS or (first and token.text in _CRIED_SMALL)
