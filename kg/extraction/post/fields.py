"""Where the field of a post goes on or ends: Cooperation *with the Lagoon World*; for Tides, *and P, Head of the B*."""

from kg.extraction.body.bodynames import capital_list
from kg.extraction.post.heads import Ground
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_TO_MANY = 4  # words of: the Great Lakes member states
_JOINS = frozenset(("and", "&"))
_ENDS = frozenset((",", ";", ".", ")", ":"))
_LONGEST_NAME = 4


def is_of_many(page: Page, pos: int, at: int) -> bool:
    """Whether the words tell whose, not of what, the post is: ministers | of *the Sahel countries*."""
    near = page.tokens[at : at + _TO_MANY]
    said = next((k for k, token in enumerate(near) if token.text in tables.words("states-in-number")), 0)
    marked = any(token.text in _ENDS or token.lower in _JOINS for token in near[:said])
    return page.tokens[pos].lower == "of" and said > 0 and not marked


def is_span(page: Page, at: int) -> bool:
    """Whether it says for how long: President for *two years*."""
    span = at + 1 < len(page.tokens) and page.tokens[at + 1].lower in ("year", "years", "months", "terms")
    return span and not page.tokens[at].is_capitalised


def beyond_joint(ground: Ground, end: int) -> int:
    """Where a field ends that says with whom: in charge of Cooperation | *with the Lagoon World*."""
    page, tokens = ground.page, ground.page.tokens
    if end + 1 >= len(tokens) or tokens[end].lower != "with" or not page.joined(end - 1):
        return end
    if tokens[end - 1].lower not in tables.words("joint-fields"):
        return end
    return capital_list(page, end + 1 + (tokens[end + 1].lower == "the"), ground.taken) or end


def before_titled(ground: Ground, first: int, end: int) -> int:
    """Where a list of topics ends whose last part is a name with its own title: for Tides*, and P, Head of B*."""
    tokens = ground.page.tokens
    joint = next(
        (at for at in range(end - 1, max(first, end - 2 - _LONGEST_NAME), -1) if tokens[at].lower in _JOINS), 0
    )
    if joint <= first or tokens[joint - 1].text != "," or end + 1 >= len(tokens) or tokens[end].text != ",":
        return end
    behind = end + 1 + (tokens[end + 1].lower in ("the", "a"))
    titled = behind < len(tokens) and ground.head(behind) is not None and end - joint > 2
    return joint - 1 if titled else end


def over_states(ground: Ground, start: int, end: int) -> int:
    """Where a list of states ends to which somebody is sent: Ambassador *to Kenya* | *, Malawi and Norway*, P."""
    tokens, last, joined = ground.page.tokens, ground.body_ending.get(end), False
    if tokens[start].lower not in ("to", "for") or last is None or not last.is_state or last.first <= start:
        return end
    at = end
    while at + 1 < len(tokens) and not joined and tokens[at].lower in (",", "and", "&"):
        pos = at + 1
        joined = tokens[at].lower != ","
        if not joined and tokens[pos].lower in ("and", "&"):
            pos, joined = pos + 1, True
        state = ground.body_at.get(pos + (tokens[min(pos, len(tokens) - 1)].lower == "the"))
        if state is None or not state.is_state or state.prefix:
            return end
        at = state.outer
    ends = at >= len(tokens) or ground.taken[at] or tokens[at].text in ",;.):(" or not ground.page.joined(at - 1)
    return at if joined and (ends or ground.page.match(tables.table("honorifics"), at)) else end
