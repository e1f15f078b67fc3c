"""A picture of a network: the same network gives the same picture. Labels can be read, and a legend explains.

What is drawn are shapes (:mod:`kg.network.shapes`), which become SVG or PNG.

Positions come from a spring layout (Fruchterman, T. & Reingold, E. (1991). Graph drawing by force-directed placement.
Software: Practice and Experience 21(11), 1129-1164) that starts on a circle in the order of the names: no chance in it.
"""

import math
from collections.abc import Iterator, Mapping

import networkx as nx

from kg.network.measures import measure
from kg.network.shapes import Box, Disc, Line, Picture, Shape, Words

MOST = 60
"""As many nodes as a picture shows: those with most shared meetings."""
_WIDTH, _HEIGHT, _MARGIN, _LEGEND = 1200, 900, 90, 110
_STEPS, _GRAVITY = 300, 1.2
# Okabe, M. & Ito, K. (2008): colours that all can tell apart.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999")
_GREY = "#666666"
Places = dict[str, tuple[float, float]]


def picture(network: "nx.Graph[str]", labels: Mapping[str, str], title: str) -> Picture:
    """The network as shapes: the ``MOST`` nodes of greatest strength; the legend says how many there are."""
    strength = dict(network.degree(weight="weight"))
    shown = network.subgraph(sorted(network, key=lambda node: (-strength[node], node))[:MOST]).copy()
    groups = {score.agent: int(score.values[0] or 1) for score in measure("communities", shown)}
    places = _placed(shown)
    shapes = (
        *_edges(shown, places),
        *_nodes(shown, places, groups, strength),
        *_labels(shown, places, labels, strength),
        *_legend(network, shown, title, groups),
    )
    return Picture(_WIDTH, _HEIGHT + _LEGEND, title, shapes)


def _placed(network: "nx.Graph[str]") -> Places:
    """Where each node stands, inside the margins."""
    nodes = sorted(network)
    count = len(nodes)
    if count < 2:
        return dict.fromkeys(nodes, (_WIDTH / 2, _HEIGHT / 2))
    at = {n: (math.cos(2 * math.pi * i / count), math.sin(2 * math.pi * i / count)) for i, n in enumerate(nodes)}
    ideal = 2 / math.sqrt(count)
    for step in range(_STEPS):
        at = _moved(network, nodes, at, ideal, 0.1 * (1 - step / _STEPS))
    return _scaled(at)


def _moved(network: "nx.Graph[str]", nodes: list[str], at: Places, ideal: float, most: float) -> Places:
    """All nodes one step on: every two push each other away, ties pull, a little gravity keeps parts together."""
    force = {node: [-_GRAVITY * at[node][0], -_GRAVITY * at[node][1]] for node in nodes}
    for i, one in enumerate(nodes):
        for other in nodes[i + 1 :]:
            dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
            far = math.hypot(dx, dy) or 1e-6
            push = ideal * ideal / far
            if network.has_edge(one, other):
                push -= far * far / ideal * (0.3 + 0.1 * math.log2(network.edges[one, other].get("weight", 1)))
            for node, sign in ((one, 1), (other, -1)):
                force[node][0] += sign * dx / far * push
                force[node][1] += sign * dy / far * push
    moved = {}
    for node in nodes:
        x, y = force[node]
        size = math.hypot(x, y) or 1e-6
        step = min(size, most) / size
        moved[node] = (at[node][0] + x * step, at[node][1] + y * step)
    return moved


def _scaled(at: Places) -> Places:
    xs, ys = [x for x, _ in at.values()], [y for _, y in at.values()]
    wide, high = max(xs) - min(xs) or 1, max(ys) - min(ys) or 1
    return {
        node: (
            _MARGIN + (x - min(xs)) / wide * (_WIDTH - 2 * _MARGIN),
            _MARGIN / 2 + (y - min(ys)) / high * (_HEIGHT - _MARGIN),
        )
        for node, (x, y) in at.items()
    }


def _edges(network: "nx.Graph[str]", places: Places) -> Iterator[Shape]:
    for one, other, weight in sorted(network.edges(data="weight", default=1)):
        yield Line(*places[one], *places[other], min(8, 0.8 + 0.9 * (weight - 1)))


def _nodes(
    network: "nx.Graph[str]", places: Places, groups: Mapping[str, int], strength: Mapping[str, int]
) -> Iterator[Shape]:
    for node in sorted(network):
        (x, y), size, colour = places[node], _size(strength[node]), _colour(groups[node])
        if network.nodes[node].get("kind") == "body":
            yield Box(x - size, y - size, 2 * size, colour, edged=True)
        else:
            yield Disc(x, y, size, colour, edged=True)


def _labels(
    network: "nx.Graph[str]", places: Places, labels: Mapping[str, str], strength: Mapping[str, int]
) -> Iterator[Shape]:
    """A label under each node, moved down until it covers no other; the strongest nodes choose first."""
    taken: list[tuple[float, float, float, float]] = []
    for node in sorted(network, key=lambda node: (-strength[node], node)):
        text = _short(labels.get(node, node))
        wide, (x, y) = 6.8 * len(text), places[node]
        x = min(max(x, wide / 2 + 4), _WIDTH - wide / 2 - 4)
        y += _size(strength[node]) + 13
        while any(abs(x - u) < (wide + w) / 2 and abs(y - v) < 14 for u, v, w, _ in taken) and y < _HEIGHT:
            y += 7
        taken.append((x, y, wide, 14))
        yield Words(x, y, text, anchor="middle", haloed=True)


def _legend(network: "nx.Graph[str]", shown: "nx.Graph[str]", title: str, groups: Mapping[str, int]) -> Iterator[Shape]:
    y = _HEIGHT + 28
    yield Words(20, y, title, size=17, bold=True)
    yield from (Disc(28, y + 24, 7, _GREY), Words(42, y + 29, "official"))
    yield from (Box(111, y + 17, 14, _GREY), Words(132, y + 29, "body"))
    yield Line(190, y + 24, 230, y + 24, 3)
    yield Words(238, y + 29, "took part together; wider: more often; larger: more in all")
    many = len(set(groups.values()))
    for number in range(1, min(many, len(_COLOURS)) + 1):
        x = 20 + 130 * (number - 1)
        name = f"community {number}" if number < len(_COLOURS) else "other communities"
        yield from (Box(x, y + 44, 14, _colour(number)), Words(x + 20, y + 56, name))
    if len(shown) < len(network):
        said = f"{len(shown)} of {len(network)} shown, those with most shared meetings"
        yield Words(_WIDTH - 20, y, said, anchor="end")


def _size(strength: int) -> float:
    return 5 + 2.2 * math.sqrt(strength)


def _colour(group: int) -> str:
    return _COLOURS[min(group, len(_COLOURS)) - 1]


def _short(label: str, most: int = 34) -> str:
    """A label that is too long, to its last whole word."""
    return label if len(label) <= most else (label[:most].rpartition(" ")[0] or label[:most]).rstrip(" ,;:-") + " …"
