"""Names grouped by what they are compared as, then as people judged: *same* joins groups, *different* always wins."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.identity.joining import Joined
from kg.model.actors import Merge
from kg.model.judgements import Judgements, Named

Mention = tuple[str, str]
"""A document and a folded name."""

Key = tuple[str, ...]
"""What names are compared as; the first word says how."""

Node = tuple[Key, Mention | None]
"""What is grouped: all of a key, or one mention that was taken out of it."""


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
    """Says to which group a name belongs, once all names have been added; of what is not judged, it keeps nothing."""

    def __init__(self, kind: str, judgements: Judgements | None) -> None:
        self._kind, self._judgements = kind, judgements or Judgements()
        judged = (each for verdict in ("same", "different") for each in self._judgements.of_actors(verdict, kind))
        self._sides = {side.folded for each in judged for side in each.sides}
        self._keys: dict[Mention, Key] = {}
        self._settled: dict[Node, Group] | None = None
        self._apart: set[Mention] = set()
        self._judged: list[tuple[Mention, Mention]] = []

    @property
    def are_judged(self) -> bool:
        """Whether there is a judgement at all; if not, no name need be added."""
        return bool(self._sides)

    def add(self, name: Named, key: Key) -> None:
        """A name with its key."""
        if not self._sides.isdisjoint((name.folded, ("", name.folded[1]))):
            self._keys.setdefault(name.folded, key)

    def of(self, name: Named, key: Key) -> Group:
        """The group of a name that was added with this key."""
        if self._settled is None:
            self._settled = self._settle()
        node = self._node(name.folded, key)
        return self._settled.get(node) or Group((node[0],), node[1])

    def is_judged_same(self, name: Named) -> bool:
        """Whether a judgement says of this name, once all have been added, that it is the same as another."""
        return any(name.folded in pair for pair in self._judged)

    def _node(self, mention: Mention, key: Key) -> Node:
        return self._keys.get(mention, key), mention if mention in self._apart else None

    def _judged_node(self, mention: Mention) -> Node:
        return self._node(mention, self._keys[mention])

    def _settle(self) -> dict[Node, Group]:
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
            if {self._keys[each] for each in left} & {self._keys[each] for each in right}:
                self._apart.update((*left, *right))
        same = [tuple(map(meant, each.sides)) for each in self._judgements.of_actors("same", self._kind)]
        self._judged = [(one, other) for left, right in same for one in left for other in right]
        return self._joined(apart)

    def _joined(self, apart: list[tuple[list[Mention], list[Mention]]]) -> dict[Node, Group]:
        joined = Joined[Node]()
        forbidden = [(self._judged_node(a), self._judged_node(b)) for left, right in apart for a in left for b in right]
        nodes: set[Node] = set()
        for one, other in sorted((self._judged_node(a), self._judged_node(b)) for a, b in self._judged):
            nodes.update((one, other))
            tops = {joined.top(one), joined.top(other)}
            if not any({joined.top(a), joined.top(b)} == tops for a, b in forbidden):
                joined.join(one, other)
        members: defaultdict[Node, list[Node]] = defaultdict(list)
        for node in nodes:
            members[joined.top(node)].append(node)
        return {
            node: Group(tuple(sorted({key for key, _ in together})), min((m for _, m in together if m), default=None))
            for together in members.values()
            if len(together) > 1
            for node in together
        }


@dataclass(frozen=True, slots=True)
class _First:
    """The first name of a group, and whether it is judged the same as another."""

    name: Named
    key: Key
    judged: bool


class Forms:
    """The names of each group as they are met, each printed form once; and why they are one."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._firsts: dict[Group, _First] = {}
        self._seen: dict[Group, set[str]] = {}
        self.merges: set[tuple[Group, str, str, str]] = set()
        """Group, rule, and the two names."""

    def met(self, name: Named, key: Key, rule: str) -> Group:
        """The group of a name, which is met now."""
        group, mention = self._groups.of(name, key), name.folded
        first = self._firsts.setdefault(group, _First(name, key, self._groups.is_judged_same(name)))
        seen = self._seen.setdefault(group, set())
        if mention[1] not in seen:
            seen.add(mention[1])
            if mention[1] != first.name.folded[1]:
                judged = first.judged or self._groups.is_judged_same(name) or len(group.keys) > 1
                why = "judgement" if key != first.key and judged else rule
                self.merges.add((group, why, first.name.name, name.name))
        return group

    def told(self, iri: Mapping[Group, str]) -> Iterator[Merge]:
        """Why the names of each group are one."""
        return (Merge(iri[group], rule, Named(one), Named(other)) for group, rule, one, other in self.merges)
