"""Bodies that a title describes before it names them: head of *the Union's police agency, the Tide Office,* P."""

from kg.extraction.body.acronyms import with_acronym
from kg.extraction.body.bodynames import capital_run
from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.heads import Ground
from kg.extraction.words import tables

_LONGEST = 6
"""Words that say what a body is."""
_ARTICLES = frozenset(("the", "its", "a", "an"))
_CLOSERS = {",": ",", "(": ")"}


def described_body(ground: Ground, pos: int) -> tuple[BodyMention, int] | None:
    """The body named behind *of the …agency,* or *of the … agency (* at ``pos``, and where that ends."""
    page, tokens = ground.page, ground.page.tokens
    if tokens[pos].lower not in ("of", "at") or pos + 4 >= len(tokens) or tokens[pos + 1].lower not in _ARTICLES:
        return None
    at = pos + 2
    owner = ground.body_at.get(at)
    if owner and owner.last < len(tokens) and tokens[owner.last].lower == "'s":
        at = owner.last + 1
    elif demonym := page.match(tables.demonyms(), at):
        at = demonym.last
    if beside := _behind_kind(ground, at):
        return beside
    end = next((k for k in range(at, min(at + _LONGEST, len(tokens) - 2)) if not _says_what(ground, k)), at)
    if end == at or tokens[end - 1].lower not in tables.words("body-descriptions") or tokens[end].text not in _CLOSERS:
        return None
    first = end + 1 + (tokens[end + 1].lower == "the")
    named = ground.body_at.get(first)
    if named is None or named.is_state or named.prefix or named.outer >= len(tokens):
        return None
    behind, closer = tokens[named.outer].text, _CLOSERS[tokens[end].text]
    if closer == ")":
        return (named, named.outer + 1) if behind == closer else None
    return (named, named.outer) if behind == closer or ground.taken[named.outer] else None


def body_in_charge(ground: Ground, pos: int, *, owned: bool) -> tuple[BodyMention, int] | None:
    """The unit of which somebody is in charge: Assistant Secretary General *in charge of the Tide Division*.

    ``owned``: a body stands in front; a field without article is then none: TC Deputy Head in charge of Social Sectors.
    """
    page, tokens = ground.page, ground.page.tokens
    at = pos + (tokens[pos].text == ",")
    lead = page.match(tables.phrases("charges"), at) if at < len(tokens) and page.joined(pos - 1) else None
    first = lead.last + (tokens[lead.last].lower == "the") if lead and lead.last < len(tokens) else len(tokens)
    body = ground.body_at.get(first)
    if owned and lead and body and first == lead.last and not body.known:
        return None
    return (body, body.outer) if body and not body.is_state and not body.prefix else None


def past_owner(ground: Ground, at: int) -> int:
    """Where a body begins behind an owner of whom nothing else is known: head of *the Met's* Tide Command."""
    tokens = ground.page.tokens
    if at not in ground.body_at and (sat := _past_session(ground, at)) in ground.body_at:
        return sat
    unread = at + 2 < len(tokens) and at not in ground.body_at and not ground.taken[at]
    owned = unread and tokens[at].is_capitalised and tokens[at + 1].lower == "'s"
    return at + 2 if owned and at + 2 in ground.body_at else at


def _past_session(ground: Ground, at: int) -> int:
    """Where the body begins of whose session somebody is president: of the *current session of the* Tide Council."""
    tokens, pos = ground.page.tokens, at
    while pos < min(at + _LONGEST, len(tokens) - 3) and tokens[pos].lower != "session":
        which = tokens[pos].lower in tables.words("session-words")
        if not (which or ground.page.match(tables.table("ordinals"), pos)):
            return at
        pos += 1
    if pos == at or tokens[pos].lower != "session" or tokens[pos + 1].lower != "of":
        return at
    return pos + 2 + (tokens[pos + 2].lower == "the")


def _behind_kind(ground: Ground, at: int) -> tuple[BodyMention, int] | None:
    """What is named right behind the word for its kind: CEO of *the company Norsurf*, founder of *the NGO Tides*."""
    page, tokens = ground.page, ground.page.tokens
    end = next((k for k in range(at, min(at + _LONGEST, len(tokens) - 1)) if not _says_what(ground, k)), at)
    end += end < len(tokens) - 1 and tokens[end].is_acronym and tokens[end].lower in tables.words("body-kinds")
    kind = tokens[end - 1]
    if end == at or not (kind.lower in tables.words("body-descriptions") or kind.lower in tables.words("body-kinds")):
        return None
    named = ground.body_at.get(end)
    if named:
        return None if named.is_state or named.prefix else (named, named.outer)
    last = capital_run(page, end, ground.taken)
    if last is None or not page.joined(end - 1):
        return None
    field = last + 1 < len(tokens) and tokens[last].lower in ("of", "for") and page.joined(last)
    last = (capital_run(page, last + 1, ground.taken) if field else None) or last
    body = with_acronym(page, BodyMention(end, last, last, "body.slot"))
    return body, body.outer


def _says_what(ground: Ground, at: int) -> bool:
    """Whether a word in small letters may say what a body is."""
    token = ground.page.tokens[at]
    return token.text.islower() and token.is_word and not ground.taken[at] and at not in ground.body_at
