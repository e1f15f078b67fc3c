"""Titles of posts as they are compared: short forms written out, portfolios said one way, the body not said twice."""

import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from kg.identity.names import is_light, rows, word_list, words
from kg.identity.states import states_in

_HERE = Path(__file__).resolve().parent
_LONGEST = 3


@cache
def phrases(table: str) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """A table of forms and the words that they are compared as, both as words."""
    return {tuple(row["form"].split()): tuple(row["words"].split()) for row in rows(_HERE / table)}


def rewritten(spelt: tuple[str, ...], table: str) -> tuple[str, ...]:
    """Words with the longest forms of a table replaced, from left to right."""
    forms, found, at = phrases(table), list[str](), 0
    while at < len(spelt):
        for length in range(min(_LONGEST, len(spelt) - at), 0, -1):
            if (form := spelt[at : at + length]) in forms:
                found += forms[form]
                at += length
                break
        else:
            found.append(spelt[at])
            at += 1
    return tuple(found)


@cache
def _many_seats() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in word_list("many-seats.txt"))


@lru_cache(maxsize=16_384)
def title_key(role: str, body: tuple[str, ...] = ()) -> str:
    """What two titles of one post share; ``body`` is the names of the body in which it is held.

    >>> title_key("Under-Secretary-General for Counter-Terrorism", ("UN Office of Counter-Terrorism",))
    'under secretary general'
    >>> title_key("Foreign Minister") == title_key("Minister for Foreign Affairs")
    True
    """
    telling = _telling(rewritten(words(role), "role-spellings.tsv"))
    for name in body:
        said = _telling(words(name))
        if len(telling) > len(said) and telling[: len(said)] == said:
            return sys.intern(" ".join(telling[len(said) :]))
        for complement in (said, _topic(name)):
            if complement and len(telling) > len(complement) and telling[-len(complement) :] == complement:
                return sys.intern(" ".join(telling[: -len(complement)]))
    return sys.intern(" ".join(telling))


@lru_cache(maxsize=16_384)
def ministry_words(name: str) -> list[str]:
    """The words of a ministry's name without its state, *ministry* first, the others sorted; of another body, its own.

    >>> ministry_words("Norwegian Foreign Ministry"), ministry_words("Government of Fiji")
    (['ministry', 'affairs', 'foreign'], ['government'])
    """
    telling = _telling(
        rewritten(tuple(word for word in states_in(name)[1] if not is_light(word)), "ministry-forms.tsv")
    )
    return [*(word for word in telling if word == "ministry"), *sorted(word for word in telling if word != "ministry")]


def _telling(spelt: tuple[str, ...]) -> list[str]:
    return [word for word in spelt if not is_light(word)]


def _topic(name: str) -> list[str]:
    """What stands behind the first preposition of a body's name: Office *of Counter-Terrorism*."""
    spelt = words(name)
    at = next((at for at, word in enumerate(spelt) if at and is_light(word)), len(spelt))
    return _telling(spelt[at:])


def has_many_seats(title: str) -> bool:
    """Whether several people hold a post of this :func:`title_key` in one body at a time."""
    spelt = title.split()
    return any(
        tuple(spelt[at : at + length]) in _many_seats() for length in (1, 2, 3) for at in range(len(spelt) - length + 1)
    )
