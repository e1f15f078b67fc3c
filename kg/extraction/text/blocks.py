"""The parts of a page."""

from dataclasses import dataclass
from typing import Final

from kg.extraction.text.sentences import Stretch


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Block:
    """One part ``[start, end)`` of a page, in code points.

    ``kind`` is one of ``headline dateline prose list item caption heading table about boilerplate``. A list (or table)
    has ``items``, bullets and numbers taken off, and ``intro``, the words that introduce it. An item is one entry
    that stands alone ("Moderator: …"). ``joints`` are the places where one line of an entry ends and its next begins.
    """

    kind: Final[str]
    start: Final[int]
    end: Final[int]
    items: Final[tuple[Stretch, ...]] = ()
    intro: Final[Stretch | None] = None
    joints: Final[tuple[int, ...]] = ()
