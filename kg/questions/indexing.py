"""What the index of a version is made of: fixed queries over its graph, and the words by which things are known."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg import resources
from kg.errors import GraphError
from kg.index import FILE, Contents, Index, Naming, Passages, Projection, write
from kg.iris import fold
from kg.questions.bags import bag
from kg.questions.parameters import ENTITIES
from kg.questions.question import fixed, header, projected, with_base

_UNNAMED = {"claim"}
"""Kinds that bear no names: people point them out by IRI."""

Rows = Callable[[str], Iterable[Mapping[str, Any]]]
"""Runs a query and gives its rows: plain values by variable, absent or None where unbound."""


def write_index(folder: Path, rows: Rows) -> None:
    """Write the index of a version into its folder."""
    write(folder / FILE, _contents(rows)).close()


def index_in_memory(rows: Rows) -> Index:
    """The index of a version that has none beside it."""
    return Index(write(None, _contents(rows)))


def _contents(rows: Rows) -> Contents:
    base = next((str(row["graph"]).removesuffix("graph/entities") for row in rows(fixed("base"))), None)
    if base is None:
        raise GraphError("expected the concepts of the vocabularies in the graph, found none; build it again")

    def read(name: str) -> Iterator[Mapping[str, Any]]:
        return iter(rows(with_base(fixed(name), base)))

    also: defaultdict[str, list[str]] = defaultdict(list)
    for row in read("index/addresses"):
        also[row["document"]].append(row["address"])
    return Contents(
        base,
        (thing for kind in ENTITIES if kind not in _UNNAMED for thing in _things(kind, read(f"lookup/{kind}"))),
        (
            (row["document"], row.get("title"), row.get("published"), " ".join(also[row["document"]]))
            for row in read("index/documents")
        ),
        Passages(
            ((row["passage"], row["document"]) for row in read("index/passages")),
            ((row["passage"], int(row["start"]), int(row["end"])) for row in read("index/positions")),
            ((row["passage"], row["quote"]) for row in read("index/quotations")),
            ((row["passage"], row["place"]) for row in read("index/places")),
        ),
        ((row["claim"], row["passage"], row["tier"], row.get("rule")) for row in read("index/claims")),
        (_projection(path, rows, base) for path in _projections("*.rq")),
        (path.read_text("utf-8") for path in _projections("*.sql")),
    )


def _projections(pattern: str) -> list[Path]:
    return sorted((resources.queries() / "projections").glob(pattern))


def _projection(path: Path, rows: Rows, base: str) -> Projection:
    """The table that a query of ``queries/projections`` makes, with the keys that its header names."""
    text = path.read_text("utf-8")
    columns, keys = projected(text), header(path.stem, text)["keys"]
    found = ([row.get(column) for column in columns] for row in rows(with_base(text, base)))
    return Projection(path.stem, columns, tuple(map(tuple, keys)), found)


def _things(kind: str, rows: Iterable[Mapping[str, Any]]) -> Iterable[Naming]:
    """The things of a kind, each with all its names."""
    found: dict[str, Naming] = {}
    for row in rows:
        iri = str(row["entity"])
        thing = found.setdefault(iri, Naming(kind, iri, str(row["label"])))
        for column, forms in (("form", thing.forms), ("also", thing.beside)):
            if row.get(column) is not None:
                form = str(row[column])
                forms[form] = fold(form)
                thing.words |= bag(form)
    return found.values()
