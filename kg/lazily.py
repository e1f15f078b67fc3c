"""Packages whose parts are imported when they are first asked for, so that a command pays only for what it uses."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazily(package: str, parts: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package (PEP 562); ``parts`` maps each module of it to the names that it gives.

    No module may be called like one of these names: once imported, it would be what the package gives.
    """
    homes = {name: f"{package}.{part}" for part, names in parts.items() for name in names.split()}

    def part_of(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return part_of
