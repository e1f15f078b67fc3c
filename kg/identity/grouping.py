"""Names grouped by what they are compared as, then as people judged: *same* joins groups, *different* always wins."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from kg.model.actors import Merge
from kg.model.judgements import Judgements, Named

Mention = tuple[str, str]
"""A document and a folded name."""

Key = tuple[str, ...]
"""What names are compared as; the first word says how."""


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Names that are one: by their keys, or (``apart``) taken out of those by a judgement."""

    keys: tuple[Key, ...]
    apart: Mention | None = None

    @property
    def known(self) -> str:
        """The id of the known thing that it is; empty if it is none."""
        return next((key[1] for key in self.keys if key[0] == "known" and not self.apart), "")

    @property
    def scope(self) -> str:
        """What keeps it from others of its name: a document, or the judgement's mention; empty if nothing need."""
        if self.apart:
            return " ".join(self.apart)
        return next((key[1] for key in self.keys if key[0] == "here" and len(self.keys) == 1), "")


class Groups:
    """Collects mentions with their keys, and says to which group each belongs."""

    def __init__(self, kind: str, judgements: Judgements | None) -> None:
        self._kind, self._judgements = kind, judgements or Judgements()
        self._keys: dict[Mention, tuple[Key, str]] = {}
        self._printed: dict[Mention, Named] = {}
        self._settled: dict[tuple[Key, Mention | None], Group] | None = None
        self._apart: set[Mention] = set()
        self._judged: list[tuple[Mention, Mention]] = []

    def add(self, name: Named, key: Key, rule: str) -> None:
        """A name with its key and the rule that gave it."""
        self._keys.setdefault(name.folded, (key, rule))
        self._printed.setdefault(name.folded, name)

    def of(self, name: Named) -> Group:
        """The group of a name that was added."""
        if self._settled is None:
            self._settled = self._settle()
        node = self._node(name.folded)
        return self._settled.get(node) or Group((node[0],), node[1])

    def merges(self, iri: Callable[[Named], str]) -> Iterator[Merge]:
        """Why the names of each group are one: each printed form once, beside the first of its group."""
        firsts: dict[Group, Mention] = {}
        seen: set[tuple[Group, str]] = set()
        judged = {mention for pair in self._judged for mention in pair}
        for mention, printed in self._printed.items():
            group = self.of(printed)
            first = firsts.setdefault(group, mention)
            if (group, mention[1]) in seen or first == mention:
                seen.add((group, mention[1]))
                continue
            seen.add((group, mention[1]))
            if mention[1] != first[1]:
                differs = self._keys[mention][0] != self._keys[first][0]
                rule = (
                    "judgement"
                    if differs and (mention in judged or first in judged or len(group.keys) > 1)
                    else self._keys[mention][1]
                )
                yield Merge(iri(printed), rule, Named(self._printed[first].name), Named(printed.name))

    def _node(self, mention: Mention) -> tuple[Key, Mention | None]:
        return self._keys[mention][0], mention if mention in self._apart else None

    def _settle(self) -> dict[tuple[Key, Mention | None], Group]:
        by_name: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self._keys:
            by_name[mention[1]].append(mention)

        def meant(name: Named) -> list[Mention]:
            if name.document:
                return [name.folded] if name.folded in self._keys else []
            return by_name.get(name.folded[1], [])

        apart: list[tuple[list[Mention], list[Mention]]] = []
        for judgement in self._judgements.of_actors("different", self._kind):
            left, right = map(meant, judgement.sides)
            apart.append((left, right))
            if {self._keys[each][0] for each in left} & {self._keys[each][0] for each in right}:
                self._apart.update((*left, *right))
        same = [tuple(map(meant, each.sides)) for each in self._judgements.of_actors("same", self._kind)]
        self._judged = [(one, other) for left, right in same for one in left for other in right]
        return self._joined(apart)

    def _joined(self, apart: list[tuple[list[Mention], list[Mention]]]) -> dict[tuple[Key, Mention | None], Group]:
        above: dict[Hashable, Hashable] = {}

        def top(node: Hashable) -> Hashable:
            while above.get(node, node) != node:
                node = above[node]
            return node

        forbidden = [(self._node(a), self._node(b)) for left, right in apart for a in left for b in right]
        nodes: set[tuple[Key, Mention | None]] = set()
        for one, other in sorted((self._node(a), self._node(b)) for a, b in self._judged):
            before = top(one), top(other)
            nodes.update((one, other))
            above[before[1]] = before[0]
            if any(top(a) == top(b) for a, b in forbidden):
                above.pop(before[1])
        members: defaultdict[Hashable, list[tuple[Key, Mention | None]]] = defaultdict(list)
        for node in nodes:
            members[top(node)].append(node)
        return {
            node: Group(tuple(sorted({key for key, _ in together})), min((m for _, m in together if m), default=None))
            for together in members.values()
            if len(together) > 1
            for node in together
        }
