"""The ontology as rdflib graphs, each file parsed once."""

from pathlib import Path

import pytest
from rdflib import Graph

from kg import resources

ONTOLOGY = resources.ontology()


def parsed(*files: Path) -> Graph:
    """These Turtle files as one graph."""
    graph = Graph()
    for file in files:
        graph.parse(file)
    return graph


@pytest.fixture(scope="session")
def terms() -> Graph:
    """The classes and properties."""
    return parsed(ONTOLOGY / "ct.ttl")


@pytest.fixture(scope="session")
def vocabularies() -> Graph:
    """The concepts of all schemes."""
    return parsed(*sorted((ONTOLOGY / "vocabularies").glob("*.ttl")))


@pytest.fixture(scope="session")
def shapes() -> Graph:
    """The shapes of all classes."""
    return parsed(*sorted((ONTOLOGY / "shapes").glob("*.ttl")))


@pytest.fixture(scope="session")
def examples() -> Graph:
    """The examples that conform."""
    conforming = (file for file in (ONTOLOGY / "examples").glob("*.ttl") if not file.name.endswith(".invalid.ttl"))
    return parsed(*sorted(conforming))
