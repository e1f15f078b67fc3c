"""The word tables of the lexicon, and how their forms are found on tokens.

A table is a TSV file of ``kg/extraction/lexicon``: a header line, ``#`` lines for notes, one form a row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from sys import intern
from typing import Final

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction.text.tokens import Token, tokenise

_BODIES_ARE_KNOWN = ContextVar("bodies are known", default=True)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the form as written there and its other columns."""

    form: str
    columns: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.columns[column]

    def flag(self, column: str) -> bool:
        """Whether a 0/1 column says 1."""
        return self.columns.get(column) == "1"


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Hit:
    """A form found on tokens ``[first, last)``."""

    first: Final[int]
    last: Final[int]
    row: Final[Row]


class Table:
    """The forms of one kind, found longest first. Forms all in capitals are matched by exact case."""

    def __init__(self, rows: Iterable[tuple[str, Row]]) -> None:
        self.firsts: dict[str, _Step] = {}
        """The words with which a form may begin: what is none of them need not be matched."""
        self.lasts: set[str] = set()
        """The words with which a form may end."""
        for form, row in rows:
            tokens = tokenise(form)
            if not tokens:
                continue
            self.lasts.add(tokens[-1].lower)
            step, then = _Step(), self.firsts
            for token in tokens:
                step = then.setdefault(token.lower, _Step())
                then = step.then
            step.ends.append((tuple(token.text for token in tokens) if is_cased(form) else None, row))
            step.ends.sort(key=lambda end: end[0] is None)  # as written goes before folded; else the first row given
        self.begins = frozenset(self.firsts)

    def match(self, tokens: Sequence[Token], at: int, stop: int | None = None) -> Hit | None:
        """The longest form that begins at token ``at`` and ends by ``stop``, or None."""
        step = self.firsts.get(tokens[at].lower)
        stop = len(tokens) if stop is None else stop
        if step is None or at >= stop:
            return None
        last = at + 1
        if not step.then or last >= stop or (then := step.then.get(tokens[last].lower)) is None:
            return step.ended(tokens, at, last) if step.ends else None  # most forms found are of one word
        passed = [(last, step)]
        while then is not None:
            last += 1
            passed.append((last, then))
            then = then.then.get(tokens[last].lower) if then.then and last < stop else None
        for last, step in passed[::-1]:
            if step.ends and (hit := step.ended(tokens, at, last)):
                return hit
        return None


class _Step:
    """One word of the forms that share their beginning: how they go on, and the rows of those that end here."""

    __slots__ = ("ends", "then")

    def __init__(self) -> None:
        self.then: dict[str, _Step] = {}
        self.ends: list[tuple[tuple[str, ...] | None, Row]] = []

    def ended(self, tokens: Sequence[Token], first: int, last: int) -> Hit | None:
        """The form that ends here, on tokens ``[first, last)``, if one does as it is written."""
        for exact, row in self.ends:
            if exact is None or all(token.text == word for token, word in zip(tokens[first:last], exact, strict=True)):
                return Hit(first, last, row)
        return None


def is_cased(form: str) -> bool:
    """Whether a form means something only as written: an acronym (WHO, not who)."""
    letters = [letter for letter in form if letter.isalpha()]
    return len(letters) <= 8 and sum(letter.isupper() for letter in letters) * 2 > len(letters) and " " not in form


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of one table file; raises :class:`kg.errors.KnowledgeError` naming file and line."""
    header: list[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise KnowledgeError(
                f"expected at most {len(header)} columns ({', '.join(header)}), "
                f"found {len(cells)}: {path.name}:{number}"
            )
        cells += [""] * (len(header) - len(cells))
        yield Row(intern(cells[0]), dict(zip(map(intern, header), cells, strict=True)))


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of ``NAME.tsv``, in order."""
    return tuple(rows_of(resources.lexicon() / f"{name}.tsv"))


@cache
def column(name: str, column: str) -> Mapping[str, str]:
    """What ``NAME.tsv`` says of each form in one column."""
    return {row.form: row[column] for row in rows(name)}


@cache
def table(name: str) -> Table:
    """The table ``NAME.tsv``, keyed by its first column."""
    return Table((row.form, row) for row in rows(name))


@cache
def by_first_word(name: str) -> dict[str, list[tuple[tuple[str, ...], Row]]]:
    """The phrases of ``NAME.tsv`` as case-folded words, each with its row, by their first word, longest first.

    A form may have alternatives for a word, those of several words with low lines: ``could|did not come|take_part``.
    """
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in rows(name):
        for form in alternatives(row.form):
            phrase = tuple(token.lower for token in tokenise(form))
            found.setdefault(phrase[0], []).append((phrase, row))
    for same in found.values():
        same.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def first_words(name: str) -> frozenset[str]:
    """The words with which the phrases of ``NAME.tsv`` begin."""
    return frozenset(by_first_word(name))


def alternatives(form: str) -> Iterator[str]:
    """The phrases that a form with alternatives stands for."""
    choices = [word.split("|") if len(word) > 1 else [word] for word in form.split()]
    return (" ".join(words).replace("_", " ") for words in product(*choices))


@cache
def lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """The rows of ``NAME.tsv`` as key and list: the first column, and the second parted at ``|``."""
    return {row.form: tuple(next(iter(list(row.columns.values())[1:])).split("|")) for row in rows(name)}


@cache
def words(name: str) -> frozenset[str]:
    """The lines of ``NAME.txt``, case-folded."""
    lines = (resources.lexicon() / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(intern(line.strip().casefold()) for line in lines if line.strip() and not line.startswith("#"))


@cache
def words_of(*names: str) -> frozenset[str]:
    """The lines of several lists together, case-folded."""
    return frozenset().union(*map(words, names))


@cache
def phrases(name: str) -> Table:
    """The lines of ``NAME.txt`` as a table, for lines of several words."""
    return Table((line, Row(line, {})) for line in sorted(words(name)))


@cache
def bodies() -> Table:
    """The known bodies by name, alias and acronym."""
    return Table(_forms(("name", "acronym", "aliases"), "bodies") if _BODIES_ARE_KNOWN.get() else ())


@contextmanager
def without_bodies() -> Iterator[None]:
    """Reads as if no body were known beforehand (states are): what grammar alone makes of a text. Not for threads."""
    before = _BODIES_ARE_KNOWN.set(False)
    bodies.cache_clear()
    try:
        yield
    finally:
        _BODIES_ARE_KNOWN.reset(before)
        bodies.cache_clear()


@cache
def states() -> Table:
    """The states by name, official name and alias."""
    return Table(_forms(("name", "official", "aliases"), "states"))


@cache
def demonyms() -> Table:
    """The states by adjective (Kenyan) and noun (Kenyans)."""
    return Table(_forms(("demonym_adjectives", "demonym_nouns"), "states"))


def _forms(columns: Sequence[str], name: str) -> Iterator[tuple[str, Row]]:
    for row in rows(name):
        for column in columns:
            for form in row.columns.get(column, "").split("|"):
                if form.strip():
                    yield form.strip(), row


@cache
def meetings(trait: str) -> frozenset[str]:
    """The kinds of meeting that ``meeting-traits.tsv`` gives a trait (``audience``, ``wide`` …)."""
    return frozenset(row.form for row in rows("meeting-traits") if row.flag(trait))
