"""The dataset: immutable Oxigraph stores on disk, one of them published, and queries on them.

``folder``    which folder is a graph of ours, in which format
``versions``  write a version, publish it, open it, take its quads out again
``admission`` what a query may not be, before an engine sees it
``asking``    a query run on an open version
``results``   what it returned, in the W3C formats
``rdflib_dataset``  a version as an rdflib ``Dataset`` (imported apart: rdflib is slow to start)
"""

from kg.store.admission import admit, bind
from kg.store.asking import MAX_ROWS, query
from kg.store.folder import FORMAT, check_folder, hold_folder, start_folder
from kg.store.results import GRAPH_FORMATS, TABLE_FORMATS, Result, graph_as, parsed
from kg.store.versions import (
    ENGINE,
    Rows,
    Version,
    count_of,
    current_version,
    has_graph,
    open_current,
    open_version,
    publish,
    published_state,
    quads,
    sweep,
    triples,
    write_version,
)

__all__ = [
    "ENGINE",
    "FORMAT",
    "GRAPH_FORMATS",
    "MAX_ROWS",
    "TABLE_FORMATS",
    "Result",
    "Rows",
    "Version",
    "admit",
    "bind",
    "check_folder",
    "count_of",
    "current_version",
    "graph_as",
    "has_graph",
    "hold_folder",
    "open_current",
    "open_version",
    "parsed",
    "publish",
    "published_state",
    "quads",
    "query",
    "start_folder",
    "sweep",
    "triples",
    "write_version",
]
