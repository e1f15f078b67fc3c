"""A picture of a network as SVG: the same network gives the same picture. Labels can be read, and a legend explains.

Positions come from a spring layout (Fruchterman, T. & Reingold, E. (1991). Graph drawing by force-directed placement.
Software: Practice and Experience 21(11), 1129-1164) that starts on a circle in the order of the names: no chance in it.
"""

import math
from collections.abc import Iterator, Mapping
from html import escape

import networkx as nx

from kg.network.measures import measure

MOST = 60
"""As many nodes as a picture shows: those with most shared meetings."""
_WIDTH, _HEIGHT, _MARGIN, _LEGEND = 1200, 900, 90, 110
_STEPS, _GRAVITY = 300, 1.2
# Okabe, M. & Ito, K. (2008): colours that all can tell apart.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999")
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535), 65533)
Places = dict[str, tuple[float, float]]


def drawn(network: "nx.Graph[str]", labels: Mapping[str, str], title: str) -> str:
    """The network as SVG. The ``MOST`` nodes of greatest strength are shown, and the legend says how many there are."""
    strength = dict(network.degree(weight="weight"))
    shown = network.subgraph(sorted(network, key=lambda node: (-strength[node], node))[:MOST]).copy()
    groups = {score.agent: int(score.values[0] or 1) for score in measure("communities", shown)}
    places = _placed(shown)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT + _LEGEND}" role="img">',
        f"<title>{_text(title)}</title>",
        '<g font-family="sans-serif" font-size="13">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT + _LEGEND}" fill="#ffffff"/>',
        *_edges(shown, places),
        *_nodes(shown, places, groups, strength),
        *_labels(shown, places, labels, strength),
        *_legend(network, shown, title, groups),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


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


def _edges(network: "nx.Graph[str]", places: Places) -> Iterator[str]:
    for one, other, weight in sorted(network.edges(data="weight", default=1)):
        (x, y), (u, v) = places[one], places[other]
        yield (
            f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{u:.1f}" y2="{v:.1f}" stroke="#b0b0b0" '
            f'stroke-width="{min(8, 0.8 + 0.9 * (weight - 1)):.1f}" stroke-opacity="0.7"/>'
        )


def _nodes(
    network: "nx.Graph[str]", places: Places, groups: Mapping[str, int], strength: Mapping[str, int]
) -> Iterator[str]:
    for node in sorted(network):
        (x, y), size = places[node], _size(strength[node])
        look = f'fill="{_colour(groups[node])}" stroke="#ffffff" stroke-width="1.5"'
        if network.nodes[node].get("kind") == "body":
            yield f'<rect x="{x - size:.1f}" y="{y - size:.1f}" width="{2 * size:.1f}" height="{2 * size:.1f}" {look}/>'
        else:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" {look}/>'


def _labels(
    network: "nx.Graph[str]", places: Places, labels: Mapping[str, str], strength: Mapping[str, int]
) -> Iterator[str]:
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
        yield (
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" fill="#1a1a1a" stroke="#ffffff" stroke-width="3" '
            f'paint-order="stroke">{_text(text)}</text>'
        )


def _legend(network: "nx.Graph[str]", shown: "nx.Graph[str]", title: str, groups: Mapping[str, int]) -> Iterator[str]:
    y = _HEIGHT + 28
    said = f"{len(shown)} of {len(network)} shown, those with most shared meetings" if len(shown) < len(network) else ""
    yield f'<text x="20" y="{y}" font-size="17" font-weight="bold">{_text(title)}</text>'
    yield f'<circle cx="28" cy="{y + 24}" r="7" fill="#666666"/><text x="42" y="{y + 29}">official</text>'
    yield f'<rect x="111" y="{y + 17}" width="14" height="14" fill="#666666"/><text x="132" y="{y + 29}">body</text>'
    yield (
        f'<line x1="190" y1="{y + 24}" x2="230" y2="{y + 24}" stroke="#b0b0b0" stroke-width="3"/>'
        f'<text x="238" y="{y + 29}">took part together; wider: more often; larger: more in all</text>'
    )
    many = len(set(groups.values()))
    for number in range(1, min(many, len(_COLOURS)) + 1):
        x = 20 + 130 * (number - 1)
        name = f"community {number}" if number < len(_COLOURS) else "other communities"
        yield f'<rect x="{x}" y="{y + 44}" width="14" height="14" fill="{_colour(number)}"/>'
        yield f'<text x="{x + 20}" y="{y + 56}">{name}</text>'
    if said:
        yield f'<text x="{_WIDTH - 20}" y="{y}" text-anchor="end">{_text(said)}</text>'


def _size(strength: int) -> float:
    return 5 + 2.2 * math.sqrt(strength)


def _colour(group: int) -> str:
    return _COLOURS[min(group, len(_COLOURS)) - 1]


def _short(label: str, most: int = 34) -> str:
    return label if len(label) <= most else label[: most - 1].rstrip() + "…"


def _text(words: str) -> str:
    return escape(words.translate(_FORBIDDEN))
