"""Networks in the formats of other programs: GraphML and GEXF (Gephi, Cytoscape, yEd, igraph)."""

import re
from collections.abc import Mapping

import networkx as nx

FORMATS = ("graphml", "gexf")
_MOMENT = re.compile(r' ?lastmodifieddate="[^"]*"')
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def written(network: "nx.Graph[str]", labels: Mapping[str, str], syntax: str) -> str:
    """A network as GraphML 1.1 or GEXF 1.2, with a label for each node; the same network gives the same text.

    The ties of a one-mode network carry their ``weight`` and the ``shared`` meetings.
    """
    plain: nx.Graph[str] = nx.Graph()
    for node, known in network.nodes(data=True):
        plain.add_node(node, label=_FORBIDDEN.sub("\ufffd", labels.get(node, node)), **known)
    for one, other, known in network.edges(data=True):
        # "meetings" is a number on nodes: one name, one type, or readers stumble.
        shared = {"shared": " ".join(known["meetings"]), "weight": known["weight"]} if known else {}
        plain.add_edge(one, other, **shared)
    lines = nx.generate_gexf(plain) if syntax == "gexf" else nx.generate_graphml(plain, named_key_ids=True)
    return _MOMENT.sub("", "\n".join(lines)) + "\n"
