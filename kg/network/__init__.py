"""Who takes part with whom, as NetworkX graphs, and what can be measured on them.

Everything is made from participations (who, at which meeting, when, in which role). Nodes and edges come in sorted
order and chance has a seed, so that every result is the same whatever the order of the rows.

``parts``     participations, and which of them count: a time window, roles, people or bodies
``projecting`` two-mode and one-mode networks
``measures``  each measure with its definition and reference (``measures.toml``)
``paths``     how two are tied, with the meetings of each step
``windows``   change over time
``chance``    what meetings that drew their participants by lot would give
``drawing``   a picture, made of ``shapes`` · ``svg``, ``png``  what it is written as (``png`` imported apart)
``writing``   GraphML and GEXF
"""

from kg.network.chance import Surprise, surprises
from kg.network.drawing import picture
from kg.network.measures import Measure, Score, measure, measures
from kg.network.parts import Part, chosen
from kg.network.paths import Step, path
from kg.network.projecting import Network, Tie, co_participation, ties, two_mode
from kg.network.svg import as_svg
from kg.network.windows import Window, windows
from kg.network.writing import written

__all__ = [
    "Measure", "Network", "Part", "Score", "Step", "Surprise", "Tie", "Window", "as_svg", "chosen",
    "co_participation", "measure", "measures", "path", "picture", "surprises", "ties", "two_mode", "windows", "written",
]  # fmt: skip
