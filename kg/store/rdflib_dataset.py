"""The published version for everybody who knows rdflib: a ``Dataset`` that reads from it."""

from typing import Any

from oxrdflib import OxigraphStore
from rdflib import Dataset

from kg.store.published import Version


class _ReadOnly(OxigraphStore):
    """An Oxigraph store that is read; writing to it raises ``RuntimeError``."""

    def add_graph(self, graph: Any) -> None:
        """Nothing: ``Dataset.graph(iri)`` calls this for a graph it only wants to look into."""


def dataset(version: Version) -> Dataset:
    """The version as an rdflib ``Dataset``, its default graph all graphs together; open as long as ``version`` is."""
    return Dataset(store=_ReadOnly(store=version.store), default_union=True)
