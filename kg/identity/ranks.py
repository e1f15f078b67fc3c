"""Where a rank with a field is held if no body is named: Under-Secretary-General for Tides, in the Office of Tides."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from kg.identity.authority import Authority, Known, role_of
from kg.identity.joining import upwards
from kg.identity.names import rows
from kg.identity.titles import title_key

_HERE = Path(__file__).resolve().parent


def home_of(role: str, authority: Authority) -> Known | None:
    """The one known body whose field a rank names, in the organisation that alone has such a rank; else None.

    A body is meant rather than its parts.
    """
    title = title_key(role)
    rank = role_of(title)
    root = _organisations().get(rank or "")
    if rank is None or root is None or title == title_key(rank):
        return None
    fields = {id_: known for id_, known in authority.bodies.items() if title_key(role, known.forms) == title_key(rank)}
    fitting = [known for known in fields.values() if _is_under(known, root, fields, authority)]
    return fitting[0] if len(fitting) == 1 else None


def _is_under(known: Known, root: str, passed: Collection[str], authority: Authority) -> bool:
    """Whether a body is part of the organisation, and of none of these."""
    _, *above = upwards(known, lambda at: authority.bodies.get(at.parent or ""))
    return any(each.local == root for each in above) and not any(each.local in passed for each in above)


@cache
def _organisations() -> Mapping[str, str]:
    return {row["role"]: row["body"] for row in rows(_HERE / "ranks-of-bodies.tsv")}
