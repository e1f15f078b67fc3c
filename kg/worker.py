"""What a killable child does: reads, runs a query, checks RDF. Started by :mod:`kg.workers`, never by hand."""

import base64
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.confinement import bound, no_network
from kg.errors import Unreadable

if TYPE_CHECKING:
    from kg.model.text import Document

Task = Callable[[Mapping[str, Any]], dict[str, Any]]

_open: dict[Callable[[Path], Any], tuple[str, Any]] = {}
"""The version and the index that were asked last, open."""


def read(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Read one document: ``path`` or ``data`` (base64), ``name``, ``metadata`` → its text and its claims."""
    from kg.extraction import read as claims_of
    from kg.extraction import unread_language, unread_stretches
    from kg.model.wire import claim_to_plain, document_to_plain

    document = _loaded(arguments)
    if reason := unread_language(document.language):
        return {"document": document_to_plain(document), "claims": [], "unread": reason}
    found = {"document": document_to_plain(document), "claims": [claim_to_plain(c) for c in claims_of(document)]}
    return found | ({"in_part": reason} if (reason := unread_stretches(document)) else {})


def explain(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Read one document as :func:`read` does → how it was read, claims and all."""
    from kg.extraction import explain as explained
    from kg.extraction import unread_language, unread_stretches
    from kg.model.wire import explanation_to_plain

    document = _loaded(arguments)
    if reason := unread_language(document.language):
        raise Unreadable(reason)
    found = explanation_to_plain(explained(document))
    return found | ({"in_part": reason} if (reason := unread_stretches(document)) else {})


def open_(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Look into a document: ``path`` or ``data``, ``inside`` → the documents that it holds."""
    from kg.loaders import members

    return members(_bytes(arguments)).to_plain()


def _bytes(arguments: Mapping[str, Any]) -> bytes:
    from kg.loaders import largest, member

    if "path" in arguments:
        with Path(arguments["path"]).open("rb") as file:
            data = file.read(largest() + 1)  # it may have grown since it was looked at
    else:
        data = base64.b64decode(arguments["data"])
    return member(data, arguments.get("inside", ()))


def _loaded(arguments: Mapping[str, Any]) -> "Document":
    from kg.extraction import dated
    from kg.loaders import Metadata, load

    data = _bytes(arguments)
    return dated(load(data, arguments["name"], Metadata.from_plain(arguments.get("metadata", {}))))


def query(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Run one query: ``version`` (a folder), ``query``, ``bindings``, ``format``, ``max_rows`` → body, rows, kind.

    ``default_graphs`` and ``named_graphs`` are its dataset instead of what its FROM clauses say, ``base`` what its
    relative IRIs are relative to; a body of more than ``max_bytes`` stays here, its length is sent instead.
    """
    from kg.store import query as run

    result = run(
        _opened(arguments["version"]),
        arguments["query"],
        bindings=arguments.get("bindings"),
        syntax=arguments.get("format"),
        max_rows=arguments.get("max_rows"),
        default_graphs=arguments.get("default_graphs"),
        named_graphs=arguments.get("named_graphs"),
        base=arguments.get("base"),
    )
    most = arguments.get("max_bytes")
    if most is not None and len(result.body) > most:
        return {"too_long": len(result.body)}
    return {
        "body": base64.b64encode(result.body).decode(),
        "kind": result.kind,
        "syntax": result.syntax,
        "rows": result.rows,
        "truncated": result.truncated,
    }


def rows(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Run one query of ours: ``version``, ``query``, ``max_rows`` → columns, rows of plain values, truncated."""
    from kg.store import rows as run

    columns, found, truncated = run(_opened(arguments["version"]), arguments["query"], arguments["max_rows"])
    return {"columns": columns, "rows": found, "truncated": truncated}


def table(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Run one query of ours on an ``index``: ``query``, ``values``, ``max_rows`` → as :func:`rows`."""
    index = _kept(arguments["index"], _index)
    columns, found, truncated = index.select(arguments["query"], arguments["values"], arguments["max_rows"])
    return {"columns": columns, "rows": found, "truncated": truncated}


def validate(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Run shapes: ``file`` (RDF) or ``version`` (a folder), ``shapes`` (a path), ``reference`` → the report."""
    from kg.store import triples
    from kg.validation import read_rdf
    from kg.validation import validate as run

    if "file" in arguments:
        ntriples = read_rdf(Path(arguments["file"]))
    else:
        ntriples = "".join(triples(_opened(arguments["version"])))
    shapes = Path(arguments["shapes"]) if arguments.get("shapes") else None
    return run(ntriples, shapes=shapes, reference=arguments.get("reference", False)).to_plain()


def echo(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Say back what was said: is anybody there?"""
    return {"echo": arguments.get("say")}


TASKS: dict[str, Task] = {
    "echo": echo,
    "explain": explain,
    "open": open_,
    "query": query,
    "read": read,
    "rows": rows,
    "table": table,
    "validate": validate,
}


def main(tasks: Mapping[str, Task] = TASKS) -> None:
    """Answer calls from standard input until it ends."""
    requests, replies = _pipes()
    no_network()
    while (length := requests.read(4)) and len(length) == 4:
        reply = json.dumps(_answer(tasks, json.loads(requests.read(int.from_bytes(length, "big"))))).encode()
        replies.write(len(reply).to_bytes(4, "big") + reply)
        replies.flush()


def _answer(tasks: Mapping[str, Task], call: Mapping[str, Any]) -> dict[str, Any]:
    bound(call["memory"], call["seconds"])
    try:
        return {"value": tasks[call["task"]](call["arguments"])}
    except MemoryError:
        return {"error": {"class": "MemoryError", "message": ""}}
    except Exception as error:  # noqa: BLE001 - the parent raises it again, nothing is swallowed here
        return {"error": {"class": type(error).__name__, "message": str(error)}}


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes to the parent; whatever prints goes to standard error and cannot garble a reply."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, replies


def _opened(version: str) -> Any:
    return _kept(version, _version)


def _kept(path: str, opened: Callable[[Path], Any]) -> Any:
    """What is open at this path; the last of its kind is let go of when another is asked for."""
    known = _open.get(opened)
    if known is None or known[0] != path:
        if known is not None:
            known[1].close()
        _open[opened] = (path, opened(Path(path)))
    return _open[opened][1]


def _version(path: Path) -> Any:
    from kg.store import open_version

    return open_version(path)


def _index(path: Path) -> Any:
    from kg.index import Index

    return Index.open(path)


if __name__ == "__main__":
    main()
