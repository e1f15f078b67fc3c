"""Titles that name no post: the head of a delegation, a part on one occasion, a calling (*an economist*)."""

from collections.abc import Sequence

from kg.extraction.body.postwords import is_visiting
from kg.extraction.post.title import Title
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at

_SIDES = frozenset(("delegation", "delegations", "side", "team"))


def is_post(page: Page, title: Title) -> bool:
    """Whether a position is named."""
    first, last = title.parts[0]
    counted = page.match(tables.table("ordinals"), first, last)  # the *second* keynote speaker
    hit = page.match(tables.phrases("no-posts"), counted.last if counted and counted.last < last else first)
    if (hit and hit.last == last) or _leads_delegation(page, title):
        return False
    if leads_its_list([token.lower for token in page.tokens[max(0, title.first - 1) : title.last + 1]]):
        return False
    indefinite = title.first > 0 and page.tokens[title.first - 1].lower in ("a", "an")
    small = not any(token.is_capitalised for token in page.tokens[title.first : title.last])
    return not (indefinite and small and title.last - title.first == 1 and title.status == "substantive")


def leads_its_list(words: Sequence[str]) -> bool:
    """Whether a bracket says who leads those listed: P, Minister of Ports *(leader)*; Q; R."""
    enclosed = len(words) == 3 and words[0] in ("(", "[") and words[2] in (")", "]")
    return enclosed and words[1] in ("head", "leader")


def is_spokesperson(page: Page, group: Titles) -> bool:
    """Whether one of the titles is of somebody who speaks to the press for others."""
    hits = (page.match(tables.table("role-heads"), at) for at in range(group.first, group.last))
    return any(hit is not None and hit.row["class"] == "spokes" for hit in hits)


def _leads_delegation(page: Page, title: Title) -> bool:
    """Whether somebody leads those who came from a state: Head of the *Kenyan delegation*, leader of the Kenyan side.

    Who heads the EU's delegation is posted there, and so is who heads one *to* a body or country.
    """
    words = [token.lower for token in page.tokens[title.first : title.last + 2]]
    inside = title.last - title.first
    if words[inside - 1] in _SIDES:
        noun = inside - 1
    elif inside < len(words) and words[inside] in _SIDES:
        noun = inside
    else:
        return False
    leads = "of" in words[:noun] and words[words.index("of") - 1] in tables.words("delegation-leaders")
    of_state = (title.body is not None and title.body.is_state) or any(
        _is_state(page, at) for at in range(title.first, title.first + noun)
    )
    body = title.body
    of_state = of_state or (body is not None and is_visiting(page, body.first, body.last))
    return leads and of_state and words[noun + 1 : noun + 2] != ["to"]


def _is_state(page: Page, at: int) -> bool:
    """Whether a state is named at ``at``, or by its adjective: *Kenyan*."""
    state = known_at(page, at)
    return (state is not None and state.is_state) or page.match(tables.demonyms(), at) is not None
