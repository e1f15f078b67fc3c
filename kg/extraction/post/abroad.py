"""Where a post is held that is told by a place: Resident Coordinator *in Kenya*, Consul *in Lagos*."""

from kg.extraction.post.heads import Ground
from kg.extraction.words import tables

_JOINS = frozenset(("and", "&"))
_ENDS = frozenset((",", ";", ".", ")", ":"))


def held_abroad(ground: Ground, pos: int) -> int | None:
    """``Resident Coordinator | in Kenya``: the state or region in which a post is held, before a name or mark."""
    tokens = ground.page.tokens
    if tokens[pos].lower != "in" or pos + 1 >= len(tokens):
        return None
    at = pos + 1 + (tokens[pos + 1].lower == "the")
    state = ground.body_at.get(at)
    region = ground.page.match(tables.phrases("regions"), pos + 1) or ground.page.match(tables.phrases("regions"), at)
    city = ground.page.match(tables.table("cities"), at) if _is_sent(ground, pos) else None
    end = state.outer if state and state.is_state else region.last if region else city.last if city else None
    if end is None:
        return None
    ended = end >= len(tokens) or ground.taken[end] or tokens[end].text in _ENDS
    goes_on = tokens[end].lower in _JOINS if not ended else True
    return end if goes_on or (_is_sent(ground, pos) and tokens[end].text.islower()) else None


def _is_sent(ground: Ground, pos: int) -> bool:
    """Whether those who hold a post are sent to a city: Consul | in Lagos, Representative to the UN | in Vienna."""
    before = (ground.page.match(tables.table("role-heads"), at, pos) for at in range(max(0, pos - 3), pos))
    envoy = any(hit and hit.last == pos and hit.row["class"] == "envoy" for hit in before)
    body = ground.body_ending.get(pos)
    if body and body.is_state and ground.page.tokens[body.first - 1].lower == "of":
        least = max(0, body.first - 4)
        heads = (ground.page.match(tables.table("role-heads"), at) for at in range(least, body.first))
        envoy = envoy or any(hit and hit.last == body.first - 1 and hit.row["class"] == "envoy" for hit in heads)
    leads = (ground.page.tokens[at].lower for at in range(max(0, body.first - 2), body.first)) if body else ()
    return envoy or "to" in leads
