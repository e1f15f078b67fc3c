"""How a title is tied to the name beside it: by a comma, a bracket, a dash, a verb of being, or nothing at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.participation.chunks import Chunk
from kg.extraction.text.page import Page
from kg.extraction.words import tables

DASHES = ("-", "\u2013", "\u2014")
_MARKS = (*DASHES, "|")
_GLUED, _BROKEN, _APART, _BESIDE, _UNREAD, _UNMARKED = 0.0, 0.8, 0.9, 1.0, 1.2, 2.5
_JOINS = ("and", "&")
_NAMED = ("person", "titles", "body")
_TO_MADE = 4
"""Chunks from *appointed* to *by*: appointed *in May 2024* by P as T."""
_CHAIN = frozenset((",", ";", *_JOINS, "/", "as", "well", "also", "then", "previously", "concurrently", "or", *_MARKS))


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Tie:
    """A reading that joins a title to a name: how much it strains the reader, its rule, a body named between."""

    strain: Final[float]
    rule: Final[str]
    body: Final[Chunk | None] = None


_LONGEST_SERVED = 5
"""Words of the post of somebody served: chief of staff to *Deputy Attorney General* P."""


def backward(page: Page, gap: Sequence[Chunk], title: int, *, honoured: bool = False) -> Tie | None:
    """The tie of a title to the name before it, with ``gap`` between: ``P, T``; ``P of B, T``; ``P, who is T``.

    ``honoured``: letters stand behind the name, which *and* may join to the title: P, MP *and* T.
    """
    if honoured and len(gap) == 1 and gap[0].is_word("and"):
        return Tie(_GLUED, "post.name-title")
    if len(gap) == 2 and gap[0].is_among(tables.words("programme-verbs")) and gap[1].is_word(*_MARKS):
        gap = gap[1:]
    if not gap:
        return Tie(_BROKEN if _is_in_next_field(page, title) else _UNMARKED, "post.name-title")
    if len(gap) == 1 and gap[0].is_word("the"):
        return Tie(_UNMARKED, "post.name-title") if page.tokens[title].is_capitalised else None
    body, seen = None, set[str]()
    for at, chunk in enumerate(gap):
        if chunk.body and body is None:
            body = chunk
            continue
        sign = _sign(page, gap, at, bracketed="(" in seen and ")" not in seen)
        if sign is None:
            return None
        seen.add(sign)
    if body is None and not seen & {",", "(", "dash", "is"}:
        return None
    rule = "post.name-who" if "is" in seen and "," not in seen else "post.name-title"
    return Tie(0.2 if seen & {"dash", "is"} else 0.0, rule, body)


def _sign(page: Page, gap: Sequence[Chunk], at: int, *, bracketed: bool) -> str | None:
    """What a word between a name and a title says of their tie; None if it parts them."""
    chunk = gap[at]
    if is_letters(page, chunk):
        return "aside"
    if chunk.kind != "word":
        return None
    if chunk.text in _MARKS:
        return "dash"
    if chunk.text in (",", "(") or (chunk.text == ")" and bracketed):
        return chunk.text
    said = _says(chunk)
    if said == "lead":
        adverb = page.match(tables.phrases("cue-adverbs"), chunk.first)  # is *at present* Director
        return said if adverb or _leads(gap, at) else "aside" if bracketed else None  # P (Member from Ambria), T
    return said or ("aside" if _is_aside(page, gap, at, bracketed=bracketed) else None)


def is_letters(page: Page, chunk: Chunk) -> bool:
    """Whether a title is but letters behind a name: MP, MEP."""
    alone = chunk.titles is not None and chunk.last == chunk.first + 1
    return alone and page.tokens[chunk.first].is_acronym and page.tokens[chunk.first].lower in tables.words("honours")


def is_code(page: Page, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a title in brackets is but the acronym of the one before it: the Inspector General *(IGP)* P."""
    if at < 2 or at + 1 >= len(chunks) or not page.tokens[chunks[at].first].is_acronym:
        return False
    alone = chunks[at].last == chunks[at].first + 1 and chunks[at - 2].titles is not None
    return alone and chunks[at - 1].is_word("(") and chunks[at + 1].is_word(")")


def follows_unread_name(page: Page, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether capitalised words and a comma stand before a title: somebody who was not read as a person."""
    if at < 3 or not chunks[at - 1].is_word(","):
        return False
    return all(word.kind == "word" and page.tokens[word.first].is_capitalised for word in chunks[at - 3 : at - 1])


def has_post_in_front(chunks: Sequence[Chunk], person: int) -> bool:
    """Whether a title stands before a name that opens a list: attended by *the Prime Minister*, P."""
    before = chunks[max(0, person - 4) : person]
    first, the, title, comma = before if len(before) == 4 else [chunks[0]] * 4
    return the.is_word("the") and bool(title.titles) and comma.is_word(",") and not first.is_word(",", "and")


def ends_aside(chunks: Sequence[Chunk], person: int, gap: Sequence[Chunk]) -> bool:
    """Whether a comma behind a name ends what is told of the subject in passing: Q*, who succeeds P,* is T."""
    gap = gap[2:] if len(gap) > 1 and gap[0].is_word("of") and gap[1].body else gap  # P *of Kenya*
    if len(gap) < 2 or not gap[0].is_word(",") or gap[1].text not in tables.words("auxiliaries"):
        return False
    lead = _lead(chunks, person, "the", "its", "his", "her")
    inside = lead > 0 and not chunks[lead].is_word(",", "and", "&")
    return inside and any(chunks[at].is_word(",") and chunks[at - 1].kind in _NAMED for at in range(1, lead))


def _lead(chunks: Sequence[Chunk], person: int, *skipped: str) -> int:
    """Where the word stands that leads to somebody named, his titles left out: thanked *by* the President P."""
    lead = person - 1
    while lead > 0 and (chunks[lead].titles or chunks[lead].is_word(*skipped)):
        lead -= 1
    return lead


def appoints(chunks: Sequence[Chunk], person: int) -> bool:
    """Whether somebody else is made something by the one named: appointed *by* (the President,) *P* as T."""
    lead = _lead(chunks, person, ",", "the", "its", "his", "her")
    if lead < 1 or not chunks[lead].is_word("by"):
        return False
    return any(_word_says(chunk) == "made" for chunk in chunks[max(0, lead - _TO_MADE) : lead] if chunk.kind == "word")


def _is_in_next_field(page: Page, token: int) -> bool:
    """Whether a tab, a wide gap or a line break stands before the token: the next column, the next line."""
    between = page.document.text[page.tokens[token - 1].end : page.tokens[token].start]
    return "\t" in between or "  " in between or "\n" in between


def _leads(gap: Sequence[Chunk], at: int) -> bool:
    following = next((chunk for chunk in gap[at + 1 :] if not chunk.is_word("the")), None)
    return following is not None and (following.body is not None or _says(following) == "is")


def _says(chunk: Chunk) -> str | None:
    said = _word_says(chunk)
    return "is" if said == "made" else said


def _word_says(chunk: Chunk) -> str | None:
    found = tables.by_first_word("post-links").get(chunk.text)
    return found[0][1]["says"] if found else None


def _is_aside(page: Page, gap: Sequence[Chunk], at: int, *, bracketed: bool) -> bool:
    """Letters after a name (MP, Ph.D.), the year since which, *the third*, *former*, the place in brackets."""
    token = page.tokens[gap[at].first]
    if token.text == ".":
        return at > 0 and page.tokens[gap[at - 1].first].lower in tables.words("honours")
    alone = at + 1 < len(gap) and gap[at + 1].is_word(")") and gap[at - 1].is_word("(")
    if token.text.isdigit() or token.is_acronym or (bracketed and (token.is_capitalised or alone)):
        return True
    if token.lower in tables.words_of("calendar-words", "honours", "majesties"):
        return True
    return any(page.match(tables.table(name), gap[at].first) for name in ("ordinals", "role-modifiers"))


def _is_passed(chunk: Chunk) -> bool:
    """Whether a word between a title and a name says nothing of whose the title is: *the*, *retired*."""
    return chunk.is_word("the") or (chunk.kind == "word" and chunk.text in tables.words("words-behind-ranks"))


def forward(page: Page, gap: Sequence[Chunk], person: int, *, labels: bool) -> Tie | None:
    """The tie of a title to the name behind it that begins at token ``person``: ``T P``; ``T, P``; ``T, B, P``.

    ``labels``: the title says enough to stand before a colon (Minister of Justice: P; no mere Chair: P).
    """
    gap = [chunk for chunk in _behind_meeting(_behind_code(_behind_seat(page, gap))) if not _is_passed(chunk)]
    words = [chunk.text for chunk in gap if chunk.kind == "word"]
    bodies = [chunk for chunk in gap if chunk.body]
    if len(words) + len(bodies) < len(gap) or len(bodies) > 1:
        return None
    body = bodies[0] if bodies else None
    if not words and body is None:
        return Tie(_GLUED if on_one_line(page, person) else _BROKEN, "post.title-name")
    if body is None and words in (["himself", ","], ["herself", ","]):
        return Tie(_APART, "post.title-comma-name")
    if body is None and len(words) == 1 and words[0] in _MARKS:
        return Tie(_APART, "post.title-comma-name")
    if words == [":"] and body is None:
        return Tie(_APART, "post.title-comma-name") if labels else None
    if words == ["("] and body is None:
        return Tie(_APART, "post.title-comma-name")
    if all(word == "," for word in words) and len(words) <= 2:
        return Tie(_APART if body is None else _BESIDE, "post.title-comma-name", body)
    if body is not None and words == ["(", ")"]:
        return Tie(_BESIDE, "post.title-name", body)
    being = body is None and words and all((_says(chunk) == "is" or chunk.text == "has") for chunk in gap)
    if being and _word_says(gap[-1]) != "made":  # the President *has appointed* P: P is another
        return Tie(_BESIDE, "post.title-is-name")
    return Tie(_UNREAD, "post.broken") if _is_rest_of_title(gap) else None


def serves(page: Page, chunk: Chunk) -> bool:
    """Whether a title ends with the post of somebody served, without article: *chief of staff to Minister* P."""
    heads = tables.table("role-heads")
    for at in range(chunk.last - 1, max(chunk.first + 1, chunk.last - _LONGEST_SERVED), -1):
        hit = page.match(heads, at) if page.tokens[at - 1].lower == "to" else None
        if hit and hit.last == chunk.last:
            return page.tokens[at].is_capitalised
    return False


def _is_rest_of_title(gap: Sequence[Chunk]) -> bool:
    """Whether capitals that nobody read end a title before a comma: Director of the Office | *'s Tide (TD) Hub*, P."""
    if len(gap) < 3 or not gap[-1].is_word(",") or not (gap[0].is_word("'s", "(") or gap[0].capital):
        return False
    small = ("'s", "(", ")", "of", "and", "the", "for", "&", "/")
    return any(chunk.capital for chunk in gap) and all(chunk.capital or chunk.is_word(*small) for chunk in gap[:-1])


def _behind_seat(page: Page, gap: Sequence[Chunk]) -> Sequence[Chunk]:
    """What stands behind the city of a post: the Ambassador of the Embassy *in Nairobi* | , P; and T."""
    if len(gap) < 3 or not gap[0].is_word("in"):
        return gap
    city = page.match(tables.table("cities"), gap[1].first)
    rest = [chunk for chunk in gap if chunk.first >= city.last] if city else gap
    return rest if city and rest and rest[0].is_word(",", *_JOINS) else gap


def _behind_meeting(gap: Sequence[Chunk]) -> Sequence[Chunk]:
    """What stands behind the gathering of a post: President *of the Tide Conference* | , P."""
    at = 1 + (len(gap) > 1 and gap[1].is_word("the"))
    led = len(gap) > at and gap[0].is_word("of", "at") and gap[at].kind == "meeting"
    return gap[at + 1 :] if led and at + 1 < len(gap) else gap


def _behind_code(gap: Sequence[Chunk]) -> Sequence[Chunk]:
    """What stands behind the code of a post in brackets: Deputy Director for Operations *(J2)* | P."""
    coded = len(gap) > 2 and gap[0].is_word("(") and gap[1].kind in ("word", "titles") and gap[2].is_word(")")
    return gap[3:] if coded else gap


def on_one_line(page: Page, token: int) -> bool:
    """Whether no line break stands before the token."""
    return token == 0 or "\n" not in page.text[page.tokens[token - 1].end : page.tokens[token].start]


def chained(page: Page, gap: Sequence[Chunk]) -> bool:
    """Whether two titles with ``gap`` between may be one person's: ``T, T``; ``T in CITY and T``; ``T, B, T``."""
    gap = _behind_meeting(_behind_seat(page, gap))
    if not gap:
        return False
    bodies = sum(1 for chunk in gap if chunk.body)
    return bodies <= 1 and all(
        chunk.body or (chunk.kind == "word" and (chunk.text in _CHAIN or _says(chunk) in ("is", "aside")))
        for chunk in gap
    )
