"""When two rows name the same person, and when the same body."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.evaluation.rows import Row
from kg.evaluation.wording import content, normal, same, unbracketed

_IDENTICAL, _SAME_WORDS, _CONTAINED, _COMPATIBLE, _SURNAME_ALONE = 3.0, 2.8, 2.5, 2.0, 1.0
_ONE_WORD = 1.5
_BY_ANOTHER_FORM = 0.9
_MORE_THAN_A_SURNAME = 1.7
_SHORTEST_PREFIX = 3

_STATE_FORM = re.compile(
    r"^(?:(?:islamic|arab|socialist|federal|bolivarian|hashemite|sovereign|independent|federative|united) )*"
    r"(?:republic|kingdom|state|sultanate|principality|commonwealth|federation) of (?!korea|congo)"
)


@lru_cache(maxsize=65536)
def name_words(name: str | None) -> tuple[str, ...]:
    """The words of a person's name, without titles in front, suffixes behind, and brackets."""
    words = normal(unbracketed(name)).split()
    titles, suffixes = same("title"), same("suffix")
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    while len(words) > 1 and words[-1] in suffixes:
        words = words[:-1]
    return tuple(words)


@lru_cache(maxsize=65536)
def _names_alike(one: str | None, other: str | None) -> float:
    """How alike two names of people are, 0 if they cannot be one person's."""
    mine, theirs = name_words(one), name_words(other)
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return _IDENTICAL if len(mine) > 1 else _ONE_WORD
    if sorted(mine) == sorted(theirs) or "".join(mine) == "".join(theirs):
        return _SAME_WORDS
    if mine[-1] != theirs[-1]:
        return 0.0
    short, long = sorted((mine[:-1], theirs[:-1]), key=len)
    if not short:
        return _SURNAME_ALONE
    if all(word in long for word in short):
        return _CONTAINED
    return _COMPATIBLE if _given_fit(short[0], long[0]) else 0.0


def _given_fit(one: str, other: str) -> bool:
    """Equal, an initial, or a short form: Vladimir, V, Vlad."""
    shorter = min(len(one), len(other))
    if one == other or (shorter == 1 and one[0] == other[0]):
        return True
    return shorter >= _SHORTEST_PREFIX and (one.startswith(other) or other.startswith(one))


def person_score(one: Row, other: Row) -> float:
    """How well two rows name one person; a surname in common is no proof where both carry other given names."""
    best = _names_alike(one["name"], other["name"])
    for mine in (one["name"], *(one.get("also") or ())):
        for theirs in (other["name"], *(other.get("also") or ())):
            best = max(best, _BY_ANOTHER_FORM * _names_alike(mine, theirs))
    both_full = len(name_words(one["name"])) > 1 and len(name_words(other["name"])) > 1
    return 0.0 if both_full and best < _MORE_THAN_A_SURNAME else best


def state_form(name: str) -> str:
    """A normalised name with the form of the state taken off: Republic of Kenya is Kenya.

    >>> state_form("islamic republic of pakistan"), state_form("uae")
    ('pakistan', 'united arab emirates')
    """
    short = _STATE_FORM.sub("", name)
    return same("state").get(short, short)


def body_form(name: str | None) -> str:
    """What is left of the name of a body when it is compared."""
    return state_form(normal(unbracketed(name)))


def _forms(row: Row) -> Iterator[str]:
    for form in (row.get("name"), row.get("acronym"), *(row.get("also") or ())):
        if form:
            yield body_form(form)
            yield from (normal(inner) for inner in re.findall(r"\(([^)]*)\)", form))


def body_score(one: Row, other: Row) -> float:
    """How well two rows name one body: the same name, a form in common, or the same words in another order."""
    if normal(one.get("name")) == normal(other.get("name")):
        return _IDENTICAL
    mine, theirs = (frozenset(_forms(row)) - {""} for row in (one, other))
    if mine & theirs:
        return 2.0
    alike = {content(form) for form in mine} & {content(form) for form in theirs}
    return _ONE_WORD if alike - {frozenset()} else 0.0
