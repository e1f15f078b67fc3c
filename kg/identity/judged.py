"""Judgements of people on nodes that have several mentions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.identity.profiles import Profile
from kg.model.judgements import Judgements, Named

_Side = tuple[str, str]


class Judged:
    """Which mentions are judged the same, and which different."""

    def __init__(self, kind: str, judgements: Judgements) -> None:
        self._same = [_sides(each.sides) for each in judgements.of_actors("same", kind)]
        self._apart: defaultdict[_Side, set[_Side]] = defaultdict(set)
        for each in judgements.of_actors("different", kind):
            left, right = _sides(each.sides)
            self._apart[left].add(right)
            self._apart[right].add(left)

    def different(self, here: Iterable[Named], there: Sequence[Named]) -> bool:
        """Whether a judgement tells one of these from one of those."""
        if not self._apart:
            return False
        others = {side for mention in there for side in _meant_by(mention)}
        return any(
            not others.isdisjoint(self._apart[side])
            for mention in here
            for side in _meant_by(mention)
            if side in self._apart
        )

    def joined(self, nodes: Sequence[Profile]) -> tuple[list[Profile], list[tuple[Named, Named, str]]]:
        """The nodes with those joined that are judged the same, unless a *different* stands against it."""
        if not self._same:
            return list(nodes), []
        named: defaultdict[_Side, list[int]] = defaultdict(list)
        for number, node in enumerate(nodes):
            for side in {side for mention in node.mentions for side in _meant_by(mention)}:
                named[side].append(number)
        now = list(range(len(nodes)))
        merged: list[tuple[Named, Named, str]] = []
        for left, right in sorted(self._same):
            for one in named[left]:
                for other in named[right]:
                    here, there = nodes[now[one]], nodes[now[other]]
                    if here is there or self.different(here.mentions, there.mentions):
                        continue
                    merged.append((here.mentions[0], there.mentions[0], "judgement"))
                    here.add(there)
                    gone = now[other]
                    now = [now[one] if at == gone else at for at in now]
        return [nodes[number] for number in sorted(set(now))], merged


def _sides(named: tuple[Named, Named]) -> tuple[_Side, _Side]:
    return named[0].folded, named[1].folded


def _meant_by(mention: Named) -> tuple[_Side, _Side]:
    """The two ways in which a judgement may mean a mention: in its document, or anywhere."""
    document, name = mention.folded
    return (document, name), ("", name)
