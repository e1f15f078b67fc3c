"""The words that tie two bodies, as the lexicon has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from kg import resources
from kg.extraction.words import tables

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


@cache
def cues() -> dict[str, list[Cue]]:
    """The cues of ``relation-cues.tsv`` by their first word, longest first."""
    found: dict[str, dict[Cue, None]] = {}
    for row in tables.rows_of(resources.lexicon() / "relation-cues.tsv"):
        for words in _phrases(row.form):
            cue = Cue(words, row["predicate"], row.flag("swapped"), row["kind"], row["tail"], row["rule"])
            found.setdefault(words[0], {})[cue] = None
    return {first: sorted(same, key=lambda cue: -len(cue.words)) for first, same in found.items()}


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
