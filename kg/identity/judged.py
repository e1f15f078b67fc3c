"""Judgements of people on nodes that have several mentions."""

from collections import defaultdict
from collections.abc import Sequence

from kg.identity.profiles import Mention, Profile, Side
from kg.model.judgements import Judgements, Named


class Judged:
    """Which mentions are judged the same, and which different."""

    def __init__(self, kind: str, judgements: Judgements) -> None:
        self._same = [_sides(each.sides) for each in judgements.of_actors("same", kind)]
        self._apart: defaultdict[Side, set[Side]] = defaultdict(set)
        for each in judgements.of_actors("different", kind):
            left, right = _sides(each.sides)
            self._apart[left].add(right)
            self._apart[right].add(left)
        self._meant = frozenset((*self._apart, *(side for pair in self._same for side in pair)))

    def mark(self, profile: Profile) -> None:
        """Note in the profile of a mention which judgements mean it."""
        if self._meant:
            profile.sides = self._meant.intersection(profile.first.sides)

    def different(self, here: frozenset[Side], there: frozenset[Side]) -> bool:
        """Whether a judgement tells one of these from one of those."""
        return any(not there.isdisjoint(self._apart[side]) for side in here if side in self._apart)

    def joined(self, nodes: Sequence[Profile]) -> tuple[list[int], list[tuple[int, Mention, Mention, str]]]:
        """For each node the number of the one that it is now, what is judged the same added to the first; and why.

        A *different* that stands against it wins.
        """
        now = list(range(len(nodes)))
        merged: list[tuple[int, Mention, Mention, str]] = []
        named: defaultdict[Side, list[int]] = defaultdict(list)
        for number, node in enumerate(nodes):
            for side in node.sides if self._same else ():
                named[side].append(number)
        for left, right in sorted(self._same):
            for one in named[left]:
                for other in named[right]:
                    here, there = nodes[now[one]], nodes[now[other]]
                    if here is there or self.different(here.sides, there.sides):
                        continue
                    merged.append((now[one], here.first, there.first, "judgement"))
                    here.add(there)
                    gone = now[other]
                    now = [now[one] if at == gone else at for at in now]
        return now, merged


def _sides(named: tuple[Named, Named]) -> tuple[Side, Side]:
    return named[0].folded, named[1].folded
