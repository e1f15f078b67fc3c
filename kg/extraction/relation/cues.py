"""The words that tie two bodies, as the lexicon has them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import Asked

GAP = "\u2026"
"""In a cue: up to eight words."""
_CLASS = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tie two bodies; ``swapped``: the body after them is the subject. The kinds stand in the table."""

    words: tuple[str, ...]
    predicate: str
    swapped: bool
    kind: str
    tail: str
    rule: str
    needs: frozenset[str]
    """The words that must stand in the sentence."""


@cache
def cues() -> tuple[Cue, ...]:
    """The cues of ``relation-cues.tsv``, in order, each once."""
    rows = tables.rows("relation-cues")
    told = (
        Cue(
            words,
            row["predicate"],
            row.flag("swapped"),
            row["kind"],
            row["tail"],
            row["rule"],
            frozenset(words) - {GAP},
        )
        for row in rows
        for words in _phrases(row.form)
    )
    return tuple(dict.fromkeys(told))


def cues_with(first: str, second: str) -> list[Cue]:
    """The cues that may begin with two words, longest first; a gap may stand in place of the second."""
    seconds = first_words().get(first, {})
    return seconds.get(second) or seconds.get("", [])


@cache
def beginnings() -> frozenset[str]:
    """The words with which a cue may begin."""
    return frozenset(first_words())


@cache
def asked() -> Asked:
    """What a sentence must say to have a cue."""
    return Asked(dict.fromkeys(cue.needs for cue in cues()))


@cache
def first_words() -> Mapping[str, Mapping[str, list[Cue]]]:
    """The words with which a cue may begin, and by the second (empty: any other) the cues that may; longest first."""
    found: dict[str, dict[str, list[Cue]]] = {}
    for first, seconds in _by_words().items():
        for second in (*seconds, ""):
            fits = (cue for key in dict.fromkeys((second, GAP, "")) for cue in seconds.get(key, ()))
            found.setdefault(first, {})[second] = sorted(fits, key=lambda cue: -len(cue.words))
    return found


@cache
def _by_words() -> dict[str, dict[str, list[Cue]]]:
    """The cues by their first word, then by their second (empty if there is none)."""
    found: dict[str, dict[str, list[Cue]]] = {}
    for cue in cues():
        found.setdefault(cue.words[0], {}).setdefault("".join(cue.words[1:2]), []).append(cue)
    return found


def _phrases(form: str) -> Iterator[tuple[str, ...]]:
    """The phrases that a form stands for, each ``{word}`` in it replaced by those of ``relation-words.tsv``."""
    parts = [tables.lists("relation-words")[part] if at % 2 else (part,) for at, part in enumerate(_CLASS.split(form))]
    for chosen in product(*parts):
        yield tuple("".join(chosen).split())


@cache
def copulas() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases of ``copulas.tsv`` by their last word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for same in tables.by_first_word("copulas").values():
        for words, row in same:
            found.setdefault(words[-1], []).append((words, row["kind"]))
    return {last: sorted(same, key=lambda entry: -len(entry[0])) for last, same in found.items()}
