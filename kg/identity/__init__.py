"""Who is who across documents: deterministic, global; made anew from the ledger at every build.

What is certain is merged, each time by a named rule; what is likely is proposed; what people judged goes before both.
The order in which documents come makes no difference. ``docs/identity.md`` has the rules.

``deciding``                                         the order of all this
``gist``, ``body_uses``                              what decides of one document; can be kept, and read instead of it
``names``, ``states``, ``titles``, ``person_names``   names as they are compared
``bodies``, ``posts``, ``people``, ``meetings``      one step each, in this order
``person_rules``, ``namesakes``, ``profiles``       when two names are one person, and one name two people
``corrections``                                      claims and people put right before anybody is resolved
``reports``, ``report_rules``, ``clusters``, ``series``   reports of one meeting, and what it is one of
``grouping``, ``judged``, ``uniting``, ``joining``   judgements, and merges that never contradict themselves
``proposing``                                        what may be one, for a person to decide
``spool``, ``shelf``                                 many rows, many names: on disk, or packed
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.identity.deciding import Decided, decide, resolve
    from kg.identity.gist import Gist, Gists, gist_of

__all__ = ["Decided", "Gist", "Gists", "decide", "gist_of", "resolve"]

_HOMES = {
    "Decided": "deciding", "decide": "deciding", "resolve": "deciding",
    "Gist": "gist", "Gists": "gist", "gist_of": "gist",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """The part of that name, imported when it is first asked for: who only compares names needs no more."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
