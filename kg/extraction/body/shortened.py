"""Bodies named again by the head of their name alone: *the Convention*, *this Fund*; unique or nothing."""

from collections.abc import Sequence

from kg.extraction.body.bodies import Body, BodyMention
from kg.extraction.body.mentions import last_head
from kg.extraction.text.page import Page


def shortened(page: Page, bodies: Sequence[Body]) -> dict[int, BodyMention]:
    """For every token that names a body by its head alone: the first mention of the one body that can be meant."""
    heads: dict[str, list[Body]] = {}
    named = {m.first for body in bodies for m in body.mentions if m.last - m.first > 1 or not m.is_alias}
    for body in bodies:
        if not body.is_state and " " in body.name:
            heads.setdefault(last_head(body.name), []).append(body)
    found: dict[int, BodyMention] = {}
    for at in page.capitals:
        token = page.tokens[at]
        if at in named or at == 0 or page.tokens[at - 1].lower not in ("the", "this"):
            continue
        fits = [body for body in heads.get(token.lower, ()) if body.mentions[0].first < at]
        alone = at + 1 >= len(page.tokens) or not page.tokens[at + 1].is_capitalised
        if len(fits) == 1 and alone:
            found[at] = fits[0].mentions[0]
    return found
