"""One full name, several people: mentions of the same words, told apart where their documents do."""

from collections.abc import Iterator, Sequence

from kg.identity.judged import Judged
from kg.identity.person_names import person_name
from kg.identity.profiles import LONGEST_CAREER, Profile, Side
from kg.identity.uniting import Tie, components


def persons(mentions: Sequence[Profile], judged: Judged) -> Iterator[list[int]]:
    """The people behind mentions of one name, each by the numbers of the mentions here.

    They are one unless something tells two of them apart, or very many people bear the name: then only those are one
    that share a body, a post or a state; and where even such a group contradicts itself, every mention is a person.
    """
    if len(mentions) == 1 or not _apart(mentions, judged):
        yield list(range(len(mentions)))
        return
    for part in _by_support(mentions):
        if len(part) > 1 and _contradicts([mentions[number] for number in part], judged):
            yield from ([number] for number in part)
        else:
            yield part


def _apart(mentions: Sequence[Profile], judged: Judged) -> bool:
    return person_name(mentions[0].first.name).is_common or _contradicts(mentions, judged)


def _contradicts(mentions: Sequence[Profile], judged: Judged) -> bool:
    """Whether two of these exclude each other; told from what each says, once for each thing said."""
    every = frozenset[Side]().union(*(each.sides for each in mentions))
    if judged.different(every, every):
        return True
    years = [year for each in mentions for year in each.years]
    if years and max(years) - min(years) > LONGEST_CAREER:
        return True
    if max(len(set().union(*(getattr(each, what) for each in mentions))) for what in ("states", "genders")) < 2:
        return False
    said = {
        (frozenset(each.states), frozenset(each.bodies) if each.states else frozenset(), frozenset(each.genders)): each
        for each in mentions
    }
    kinds = list(said.values())
    return any(one.excludes(other) for at, one in enumerate(kinds) for other in kinds[at + 1 :])


def _by_support(mentions: Sequence[Profile]) -> Iterator[list[int]]:
    first: dict[tuple[str, ...], int] = {}
    ties = [
        Tie(1, first.setdefault(key, number), number, "people.same-name")
        for number, each in enumerate(mentions)
        for key in sorted(each.shared_keys())
        if key[0] != "near"
    ]
    alone = [Tie(1, number, number, "") for number in range(len(mentions))]
    for part, _ in components([*ties, *alone]):
        yield part
