"""The words that tie two bodies, as the lexicon has them."""

from dataclasses import dataclass
from functools import cache

from kg.extraction.words import tables


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tie two bodies; ``swapped``: the body after them is the subject. The kinds stand in the table."""

    words: tuple[str, ...]
    predicate: str
    swapped: bool
    kind: str
    tail: str
    rule: str


@cache
def cues() -> dict[str, list[Cue]]:
    """The cues of ``relation-cues.tsv`` by their first word, longest first."""
    return {
        first: [Cue(words, r["predicate"], r.flag("swapped"), r["kind"], r["tail"], r["rule"]) for words, r in same]
        for first, same in tables.by_first_word("relation-cues").items()
    }


@cache
def copulas() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases of ``copulas.tsv`` by their last word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for same in tables.by_first_word("copulas").values():
        for words, row in same:
            found.setdefault(words[-1], []).append((words, row["kind"]))
    return {last: sorted(same, key=lambda entry: -len(entry[0])) for last, same in found.items()}
