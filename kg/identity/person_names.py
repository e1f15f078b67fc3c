"""A person's name taken apart: generation, particles, initials, forms of given names, letters of other alphabets.

Knowledge is in tables beside this module: ``given-name-forms.tsv``, ``letters.tsv``, ``common-name-words.txt``,
``patronymic-endings.txt``, ``generations.tsv``; particles come from the lexicon.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from kg import resources
from kg.identity.names import rows, word_list
from kg.iris import fold

_HERE = Path(__file__).resolve().parent


@cache
def _particles() -> frozenset[str]:
    lines = (resources.lexicon() / "name-particles.txt").read_text("utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


@cache
def _generations() -> dict[str, str]:
    return {row["form"]: row["generation"] for row in rows(_HERE / "generations.tsv")}


@cache
def _forms() -> dict[str, tuple[str, str]]:
    return {row["form"]: (row["name"], row["kind"]) for row in rows(_HERE / "given-name-forms.tsv")}


@cache
def _common() -> frozenset[str]:
    return frozenset(map(spelt, word_list("common-name-words.txt")))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(word_list("patronymic-endings.txt")))


@cache
def _letters() -> tuple[tuple[str, str], ...]:
    return tuple((row["from"], row["to"]) for row in rows(_HERE / "letters.tsv"))


@lru_cache(maxsize=16_384)
def sound(word: str) -> str:
    """What spellings of one word share, whoever wrote it in our letters.

    >>> sound("voronkov") == sound("woronkow"), sound("zelenskyy") == sound("selenskij")
    (True, True)
    """
    for written, heard in _letters():
        word = word.replace(written, heard)
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])


def spelt(word: str) -> str:
    """A given name in its commonest spelling: Sergei is sergey."""
    name, kind = _forms().get(word, (word, ""))
    return name if kind == "spelling" else word


def in_full(word: str) -> str:
    """A given name in its commonest spelling, short forms written out: Tony is antony."""
    return spelt(_forms().get(word, (word, ""))[0])


def is_patronymic(word: str) -> bool:
    """Whether a word says whose son or daughter somebody is."""
    return len(word) > 5 and word.endswith(_endings())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name by its folded ``words``; ``bare`` are those without particles; ``generation`` is jr, sr, ii …"""

    words: tuple[str, ...]
    bare: tuple[str, ...]
    generation: str | None
    family_first: bool

    @property
    def family(self) -> str:
        """The last word."""
        return self.bare[-1]

    @property
    def given(self) -> str:
        """The first word."""
        return self.bare[0]

    @property
    def middle(self) -> tuple[str, ...]:
        """What stands between them."""
        return self.bare[1:-1]

    @property
    def is_full(self) -> bool:
        """Whether it is enough to know the person by: two words that are no initials."""
        return sum(len(word) > 1 for word in self.words) >= 2

    @property
    def is_common(self) -> bool:
        """Whether very many people may bear it: every word of it is common."""
        return all(spelt(word) in _common() or len(word) == 1 for word in self.bare)


@lru_cache(maxsize=16_384)
def person_name(name: str) -> PersonName:
    """Take a printed name apart.

    >>> person_name("Carlito G. Galvez, Jr.").bare, person_name("Carlito G. Galvez, Jr.").generation
    (('carlito', 'g', 'galvez'), 'jr')
    >>> person_name("Gilles de Kerchove").bare, person_name("VORONKOV Vladimir").family_first
    (('gilles', 'kerchove'), True)
    """
    words = fold(name).split()
    generation = None
    if len(words) > 2 and words[-1] in _generations():
        generation = _generations()[words.pop()]
    if not words:
        words = [name]
    bare = tuple(w for at, w in enumerate(words) if w not in _particles() or (at == 0 and w == "ben")) or tuple(words)
    printed = re.findall(r"[^\W\d_][\w'’.-]*", name)
    capitals = [len(word) > 2 and word.isupper() for word in printed]
    family_first = len(printed) > 1 and capitals[0] and not any(capitals[1:]) and not printed[0].endswith(".")
    return PersonName(tuple(words), bare, generation, family_first)
