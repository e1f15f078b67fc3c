"""Participations, and which of them count."""

from collections.abc import Collection, Iterable
from typing import NamedTuple


class Part(NamedTuple):
    """Somebody at a meeting: ``kind`` is ``official`` or ``body``, ``role`` a notation of the scheme. A tuple: a large
    graph has a hundred thousand, and they are sorted.

    ``first`` and ``last`` bound the day of the meeting (``YYYY-MM-DD``); None where it is not known. ``through`` is who
    sat there for a body; None or the agent where it was there itself.
    """

    meeting: str
    agent: str
    kind: str
    role: str
    first: str | None = None
    last: str | None = None
    through: str | None = None


def chosen(
    parts: Iterable[Part],
    *,
    kinds: Collection[str] = ("official", "body"),
    roles: Collection[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Part]:
    """The parts that count, sorted, none twice: of these kinds, in these roles, at meetings between these days.

    A meeting whose day is not known lies in no window.
    """
    return sorted(
        {
            part
            for part in parts
            if part.kind in kinds
            and (roles is None or part.role in roles)
            and (since is None or (part.last is not None and part.last >= since))
            and (until is None or (part.first is not None and part.first <= until))
        }
    )
