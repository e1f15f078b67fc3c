"""ct-kg: who runs counter-terrorism, read from what their institutions publish, with the words behind every claim.

``kg.build(paths, graph=…)`` reads documents into a graph folder, ``kg.open(path)`` opens it, ``graph.ask(question)``
answers; ``kg.sample`` is a folder of documents to begin with. Everything is imported when it is first used.
"""

from typing import TYPE_CHECKING, Any

__all__ = ["Answer", "Document", "Graph", "KgError", "Summary", "build", "open", "sample"]

if TYPE_CHECKING:
    from pathlib import Path

    from kg.api import Graph, build, open  # noqa: A004 - kg.open reads as it should
    from kg.errors import KgError
    from kg.model.answers import Answer
    from kg.model.text import Document
    from kg.pipeline import Summary

    sample: Path

_HOMES = {
    "Answer": "kg.model.answers",
    "Document": "kg.model.text",
    "Graph": "kg.api",
    "KgError": "kg.errors",
    "Summary": "kg.pipeline",
    "build": "kg.api",
    "open": "kg.api",
}


def __getattr__(name: str) -> Any:
    if name == "sample":
        from kg.resources import sample

        return sample()
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}; it has {', '.join(__all__)}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
