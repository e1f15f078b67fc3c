"""States inside names: the Norwegian Ministry of Justice and the Ministry of Justice of Norway."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from kg import resources
from kg.identity.names import rows, words

_LONGEST = 8


@cache
def _forms() -> Mapping[tuple[str, ...], str]:
    """Names and adjectives of states by their words; what two states share means neither."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows(resources.lexicon() / "states.tsv"):
        forms = [row["name"], row["official"], *row["aliases"].split("|"), *row["demonym_adjectives"].split("|")]
        for form in forms:
            if form.strip():
                found[words(form)].add(row["id"])
    return {form: min(states) for form, states in sorted(found.items()) if len(states) == 1 and form}


@lru_cache(maxsize=16_384)
def states_in(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The states that a name names, in order, and its other words.

    >>> states_in("Norwegian Ministry of Justice")
    (('norway',), ('ministry', 'of', 'justice'))
    """
    spelt, states, rest, at = words(name), list[str](), list[str](), 0
    while at < len(spelt):
        for length in range(min(_LONGEST, len(spelt) - at), 0, -1):
            if state := _forms().get(spelt[at : at + length]):
                states.append(state)
                at += length
                break
        else:
            rest.append(spelt[at])
            at += 1
    return tuple(states), tuple(rest)


def of_state(name: str) -> tuple[str, tuple[str, ...]] | None:
    """The one state whose body a name says it is, and the name without it; None if it says none, or two.

    >>> of_state("Ministry of Justice of Norway"), of_state("Delegation to Norway")
    (('norway', ('ministry', 'of', 'justice')), None)
    """
    states, rest = states_in(name)
    if len(states) != 1 or not rest:
        return None
    first = words(name)[0] != rest[0]
    if first:
        return states[0], rest
    return (states[0], rest[:-1]) if rest[-1] == "of" and len(rest) > 1 else None
