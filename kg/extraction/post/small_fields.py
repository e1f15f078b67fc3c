"""Fields of posts in small letters, up to a mark, a name, another post or a body: coordinator for *lagoons* at B."""

from kg.extraction.post.heads import Ground
from kg.extraction.words import tables

_LONGEST = 12
_JOINS = frozenset(("and", "&"))
_ENDS = frozenset((",", ";", ".", ")", ":"))


def in_small_letters(ground: Ground, at: int) -> int | None:
    """The end of a topic in small letters that a mark, a name or another post ends."""
    tokens = ground.page.tokens
    if not tokens[at].is_word or tokens[at].lower in tables.words("topic-ends"):
        return None
    for pos in range(at, min(at + _LONGEST, len(tokens))):
        token = tokens[pos]
        named = ground.taken[pos] and token.is_capitalised
        if pos > at and token.text == "," and (end := _list_ends(ground, pos)):
            return end
        if pos > at and (token.text in _ENDS or named or _joins_title(ground, pos)):
            return pos - (named and tokens[pos - 1].lower in _JOINS)  # Director of tides | *and P*, Head of B
        if pos > at and leads_to_body(ground, pos):
            return pos
        if not (_goes_on(ground, pos) or _is_owner(ground, pos)):
            return None
    return None


def _list_ends(ground: Ground, comma: int) -> int | None:
    """Where a list of fields ends right before a name: director for tides*, reefs and lagoon affairs* P."""
    tokens, joined = ground.page.tokens, False
    for pos in range(comma, min(comma + _LONGEST, len(tokens))):
        token = tokens[pos]
        if joined and pos > comma + 2 and ground.taken[pos] and token.is_capitalised:
            return pos
        joined = joined or token.lower in _JOINS
        if not (token.text == "," and not joined) and (not _goes_on(ground, pos) or token.is_capitalised):
            return None
    return None


def _is_owner(ground: Ground, pos: int) -> bool:
    """Whether a body only says whose affairs a post is for: for lagoons and *UN* affairs."""
    body = ground.body_at.get(pos)
    after = body.last if body and not body.is_state else len(ground.page.tokens)
    return after < len(ground.page.tokens) and ground.page.tokens[after].lower in tables.words("portfolio-ends")


def leads_to_body(ground: Ground, pos: int) -> bool:
    """Whether a body follows in which the post is held: coordinator for lagoons | *at the Tide Council*."""
    tokens = ground.page.tokens
    if tokens[pos].lower not in ("at", "of", "in", "within") or pos + 2 >= len(tokens):
        return False
    body = ground.body_at.get(pos + 1 + (tokens[pos + 1].lower == "the"))
    return body is not None and (not body.is_state or tokens[pos].lower == "of")


def _goes_on(ground: Ground, pos: int) -> bool:
    token = ground.page.tokens[pos]
    if not token.is_word or ground.covered[pos] or ground.taken[pos] or (pos and not ground.page.joined(pos - 1)):
        return False
    if token.lower in ("of", "in", "on", "the"):
        return True
    return token.lower not in tables.words("topic-ends") and token.lower not in tables.words("speech-verbs")


def _joins_title(ground: Ground, pos: int) -> bool:
    """Whether ``and`` at ``pos`` leads to another post, modifiers allowed between."""
    tokens = ground.page.tokens
    if tokens[pos].lower not in _JOINS:
        return False
    for at in range(pos + 1, min(pos + 5, len(tokens))):
        if ground.taken[at]:
            return False
        if ground.head(at) is not None:
            return True
        if not (tokens[at].is_capitalised or ground.modifier(at) or tokens[at].lower in ("the", "'s", "his")):
            return False
    return False
