"""Bodies whose naming says of which body they are part: *X's Office*, *the Office of X*, *Centre at X*, *X Council*."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.body.bodies import Body, BodyMention
from kg.extraction.relation.relations import Tie
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.names import fold


def named_by_owner(page: Page, bodies: Sequence[Body]) -> Iterator[Tie]:
    """Every tie that the naming of a body says, in order of the mentions."""
    organisations = [body for body in bodies if not body.is_state]
    owners = {fold(form): body for body in organisations for form in _forms(body)}
    mentions = sorted(((m.first, m, body) for body in organisations for m in body.mentions), key=lambda told: told[0])
    beside = dict(zip((first for first, _, _ in mentions), (m for _, m, _ in mentions[1:]), strict=False))
    for first, mention, body in mentions:
        if first in beside:
            yield from _side_by_side(page, mention, beside[first])
        yield from _organ(page, mention, body, owners)


def _forms(body: Body) -> list[str]:
    """The names of a body that may own others; one that begins as an organ (Secretariat of X) is no owner's."""
    forms = [body.name, body.acronym or "", *body.also]
    opens = body.name.split()[0].casefold() in tables.words("organ-words")
    return [] if opens else [form for form in forms if form]


def _side_by_side(page: Page, one: BodyMention, other: BodyMention) -> Iterator[Tie]:
    between = tuple(token.lower for token in page.tokens[one.outer : other.first])
    span = (one.first, other.outer)
    if other.prefix:
        return
    if between == ("'s",):
        yield Tie(other, "part-of", one, "relation.owner", span)
    elif one.prefix:
        return
    elif between in (("of",), ("of", "the")):
        yield Tie(one, "part-of", other, "relation.of", span)
    elif between in (("at",), ("at", "the"), ("within",), ("within", "the")) and _is_unit(page, one):
        yield Tie(one, "part-of", other, "relation.at", span)


def _is_unit(page: Page, mention: BodyMention) -> bool:
    """Whether the name says that the body may be a unit of another: a Centre, a Branch; a Council meets at places."""
    return any(token.lower in tables.words("housed-heads") for token in page.tokens[mention.first : mention.last])


def _organ(page: Page, mention: BodyMention, body: Body, owners: Mapping[str, Body]) -> Iterator[Tie]:
    """``ICAO Council``, ``Council of the IMO``: the rest of the name is the plain name of an organ."""
    if mention.known:  # the name of a body known for itself says nothing: United Nations General Assembly
        return
    first, last = mention.first, mention.last
    for at in range(first + 1, last):
        owner = None
        if page.tokens[at].lower == "of":
            begin = at + 2 if at + 1 < last and page.tokens[at + 1].lower == "the" else at + 1
            if begin < last and _is_organ(page, first, at):
                owner = owners.get(fold(page.words(begin, last)))
        elif _is_organ(page, at + 1 if page.tokens[at].lower == "'s" else at, last):
            owner = owners.get(fold(page.words(first, at)))
        if owner and owner is not body:
            yield Tie(mention, "part-of", owner.mentions[0], "relation.organ", (first, last))
            return


def _is_organ(page: Page, first: int, last: int) -> bool:
    words = [token.lower for token in page.tokens[first:last]]
    return bool(words) and all(word in tables.words("organ-words") for word in words)
