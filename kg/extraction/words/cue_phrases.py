"""Phrases of a table found where they end or begin in a row of chunks."""

from collections.abc import Iterable, Sequence
from functools import cache

from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables
from kg.extraction.words.tables import Row

_Phrase = tuple[tuple[str, ...], Row]
_NO_WORDS = frozenset((":", "\u2026"))
"""What stands in a phrase for the end of a line, or for a few words."""


@cache
def _by_last_word(name: str) -> dict[str, list[_Phrase]]:
    found: dict[str, list[_Phrase]] = {}
    for same in tables.by_first_word(name).values():
        for words, row in same:
            found.setdefault(words[-1], []).append((words, row))
    return {last: sorted(same, key=lambda entry: -len(entry[0])) for last, same in found.items()}


@cache
def _by_two_words(name: str) -> dict[str, tuple[dict[str, list[_Phrase]], list[_Phrase]]]:
    """The phrases by their first word: by their second, and those for which any may follow; longest first."""
    found = {}
    for first, same in tables.by_first_word(name).items():
        free = [phrase for phrase in same if phrase[0][1:] in ((), (":",))]
        seconds = {words[1] for words, _ in same if len(words) > 1}
        fits = {word: [one for one in same if one in free or one[0][1] == word] for word in sorted(seconds)}
        found[first] = fits, free
    return found


class Asked:
    """Whether a sentence may hold one of many phrases: it must say all words of one, in whatever order.

    Most sentences do not. The longest word of each phrase is asked for first, for it is rare.
    """

    def __init__(self, phrases: Iterable[frozenset[str]]) -> None:
        by_word: dict[str, set[frozenset[str]]] = {}
        for words in phrases:
            key = max(sorted(words), key=len)
            by_word.setdefault(key, set()).add(words - {key})
        alone = frozenset[str]()
        self._others = {key: (alone,) if alone in same else tuple(same) for key, same in by_word.items()}
        self._keys = frozenset(by_word)

    def may_stand(self, said: frozenset[str]) -> bool:
        """Whether all words of a phrase are among those said."""
        return any(True in map(said.issuperset, self._others[word]) for word in said & self._keys)


@cache
def _asked(name: str) -> Asked:
    same = tables.by_first_word(name).values()
    return Asked(frozenset(words) - _NO_WORDS for phrases in same for words, _ in phrases)


def may_stand(name: str, said: frozenset[str]) -> bool:
    """Whether a phrase of ``NAME.tsv`` may stand in a sentence that says these words."""
    return _asked(name).may_stand(said)


def ending(name: str, chunks: Sequence[Chunk], end: int) -> tuple[int, Row] | None:
    """The longest phrase of ``NAME.tsv`` that ends before chunk ``end``: where it begins, and its row."""
    if not end or chunks[end - 1].kind != "word":
        return None
    for words, row in _by_last_word(name).get(chunks[end - 1].text, ()):
        start = end - len(words)
        if start < 0 or chunks[start].text != words[0]:
            continue
        if all(chunk.is_word(word) for chunk, word in zip(chunks[start:end], words, strict=True)):
            return start, row
    return None


def beginning(name: str, chunks: Sequence[Chunk], at: int) -> tuple[int, Row] | None:
    """The longest phrase of ``NAME.tsv`` that begins at chunk ``at``: where it ends, and its row.

    A line that says no more ends as if with a colon: *Apologies* over the names of those who sent them.
    """
    known = _by_two_words(name).get(chunks[at].text) if chunks[at].kind == "word" else None
    if known is None:
        return None
    seconds, free = known
    for words, row in seconds.get(chunks[at + 1].text, free) if at + 1 < len(chunks) else free:
        end = at + len(words)
        if end > len(chunks) or (
            chunks[end - 1].text != words[-1] and not (at == 0 and _heads(words, chunks[end - 1]))
        ):
            continue
        if all(chunk.text == word for chunk, word in zip(chunks[at : end - 1], words[:-1], strict=True)):
            return end, row
    return None


def _heads(words: Sequence[str], chunk: Chunk) -> bool:
    """Whether the end of a line does for the colon with which a phrase ends that heads a list."""
    return words[-1] == ":" and chunk.is_word(";") and chunk.first == chunk.last
