"""Words that take back what is told: *if* P attended, P *should have* chaired, *asked Q to* chair; *no* part of B."""

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning, ending

_TO_THE_ASKED = 8
"""Chunks of those who are asked, their titles with them."""
_LONGEST_CLAUSE = 15
"""Words before those that tie two bodies."""
_PRONOUNS = ("i", "he", "she", "it", "we", "they", "you")
_CUES = "doubts"


def in_doubt(chunks: Sequence[Chunk], begins: int, first: int, at: int) -> bool:
    """Whether the verb at chunk ``at`` is put in question, as ``doubts.tsv`` has it.

    ``first`` is where its auxiliaries and adverbs begin, ``begins`` where its subject does.
    """
    inside = (beginning(_CUES, chunks, pos) for pos in range(first, at))
    return (
        any(found and found[1]["where"] == "inside" for found in inside)
        or _stands_before(chunks, _without_determiners(chunks, begins), "subject")
        or (first > 0 and chunks[first - 1].is_word(*_PRONOUNS) and _stands_before(chunks, first - 1, "subject"))
        or any(_stands_before(chunks, end, "verb") for end in (first, min(first + 1, at)))
        or _is_asked(chunks, first, at)
        or _is_conditional(chunks, begins, first, at)
    )


def _is_conditional(chunks: Sequence[Chunk], begins: int, first: int, at: int) -> bool:
    """Whether it is or hangs on a condition: *had* P attended, she *would* speak; *unless* A hosts it, B *will*."""
    opens = chunks[0].text if chunks[0].kind == "word" else ""
    inverted = opens in tables.words("inverted-conditions")
    if inverted and begins in (1, 2) and (first > begins or chunks[at - 1].is_word("to")):
        return True
    helpers = {chunk.text for chunk in chunks[first:at]}
    conditions = tables.words("conditions")
    if "would" in helpers:
        return inverted or any(chunk.kind == "word" and chunk.text in conditions for chunk in chunks)
    return "will" in helpers and opens in conditions


def in_doubtful_clause(words: Sequence[str], at: int) -> bool:
    """Whether the clause before the word ``at`` denies or supposes: *if* the Agency is part of the Council."""
    for pos in range(min(at, len(words)) - 1, max(-1, at - _LONGEST_CLAUSE), -1):
        if words[pos] in (";", "."):
            return False
        if is_doubtful(words[pos]):
            return True
    return False


def is_doubtful(word: str) -> bool:
    """Whether a word takes back the ties told behind it: *no*, *unless*."""
    return word in _doubtful()


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(row.form for row in tables.rows(_CUES) if row.flag("clause"))


def _stands_before(chunks: Sequence[Chunk], end: int, where: str) -> bool:
    found = ending(_CUES, chunks, end)
    return found is not None and (found[1]["where"] == where or (found[1]["where"] == "either" and where != "subject"))


def _without_determiners(chunks: Sequence[Chunk], at: int) -> int:
    while at > 0 and chunks[at - 1].text in tables.words("determiners"):
        at -= 1
    return at


def _is_asked(chunks: Sequence[Chunk], first: int, at: int) -> bool:
    """Whether somebody is *asked to*: those asked stand between."""
    if not any(chunk.is_word("to") for chunk in chunks[first:at]):
        return False
    asked = takewhile(_is_of_name, reversed(chunks[max(0, first - _TO_THE_ASKED) : first]))
    begins = first - sum(1 for _ in asked)
    return begins < first and _stands_before(chunks, begins, "asked")


def _is_of_name(chunk: Chunk) -> bool:
    """Whether a chunk names somebody, or joins those who are named."""
    words = tables.words_of("possessives", "counterpart-words")
    return (
        chunk.kind != "word"
        or chunk.capital
        or chunk.is_word(",", "the", "and", "him", "her", "them")
        or chunk.text in words
    )
