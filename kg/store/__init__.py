"""The dataset: immutable Oxigraph stores on disk, one of them published, and queries on them.

``folder``    which folder is a graph of ours, in which format
``published`` which version is published, held open for reading
``versions``  write a version, publish it, take its quads out again
``admission`` what a query may not be, before an engine sees it
``asking``    a query run on an open version
``results``   what it returned, in the W3C formats
``rdflib_dataset``  a version as an rdflib ``Dataset`` (imported apart: rdflib is slow to start)
"""

from typing import TYPE_CHECKING

from kg.lazily import lazily

if TYPE_CHECKING:
    from kg.store.admission import admit, bind
    from kg.store.asking import MAX_ROWS, query, rows
    from kg.store.folder import FORMAT, check_folder, hold_folder, start_folder
    from kg.store.published import Version, count_of, current_version, open_current, open_version, published_state
    from kg.store.results import GRAPH_FORMATS, TABLE_FORMATS, Result, graph_as, parsed
    from kg.store.versions import ENGINE, Rows, has_graph, publish, quads, sweep, triples, write_version

__all__ = [
    "ENGINE", "FORMAT", "GRAPH_FORMATS", "MAX_ROWS", "TABLE_FORMATS", "Result", "Rows", "Version", "admit", "bind",
    "check_folder", "count_of", "current_version", "graph_as", "has_graph", "hold_folder", "open_current",
    "open_version", "parsed", "publish", "published_state", "quads", "query", "rows", "start_folder", "sweep",
    "triples", "write_version",
]  # fmt: skip

__getattr__ = lazily(
    __name__,
    {
        "admission": "admit bind",
        "asking": "MAX_ROWS query rows",
        "folder": "FORMAT check_folder hold_folder start_folder",
        "published": "Version count_of current_version open_current open_version published_state",
        "results": "GRAPH_FORMATS TABLE_FORMATS Result graph_as parsed",
        "versions": "ENGINE Rows has_graph publish quads sweep triples write_version",
    },
)
