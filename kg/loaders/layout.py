"""Lines in the making: a paragraph, heading or list entry a line, a table row between strokes.

Blank lines part what stands apart. White space is one space, as it is shown.
"""

from collections.abc import Iterable, Iterator

from kg.loaders.elements import Element
from kg.loaders.text import cleaned

_UNSEEN = str.maketrans("\xa0\u202f", "  ", "\xad\u200b\ufeff\u2060")


class Lines:
    """Lines in the making: words are added to the line at hand, which ends where a block begins or ends."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._origins: list[Element | None] = []
        self._words: list[str] = []
        self._origin: Element | None = None
        self._lead = ""

    @property
    def begun(self) -> bool:
        """Whether the line at hand has words."""
        return any(words.strip() for words in self._words)

    @property
    def ends_with_colon(self) -> bool:
        """Whether the words of the line at hand end with a colon."""
        return "".join(self._words).rstrip().endswith(":")

    def add(self, words: str, origin: Element | None = None) -> None:
        """Words of the line at hand; ``origin`` is the element in which they stand."""
        if origin is not None and not self.begun:
            self._origin = origin
        self._words.append(words)

    def end(self, *, apart: bool = False) -> None:
        """End the line at hand; ``apart``: a blank line follows."""
        if line := one_line("".join(self._words)):
            self._append(self._lead + line, self._origin)
            self._lead = ""
        self._words.clear()
        if apart and self._done and self._done[-1]:
            self._append("", None)

    def lead(self, mark: str) -> None:
        """What the next line begins with."""
        self._lead = mark

    def row(self, cells: Iterable[str], origin: Element | None = None) -> None:
        """One row of a table."""
        self.end()
        self._append(f"| {' | '.join(cells)} |", origin)

    def text(self) -> str:
        """All lines."""
        self.end()
        return "\n".join(self._done).strip("\n")

    def origins(self) -> Iterator[tuple[int, Element]]:
        """Where in :meth:`text` each line begins that stands in an element, and that element."""
        at = 0
        for line, origin in zip(self._done, self._origins, strict=True):
            if origin is not None:
                yield at, origin
            at += len(line) + 1

    def _append(self, line: str, origin: Element | None) -> None:
        self._done.append(line)
        self._origins.append(origin)


def one_line(words: str) -> str:
    """Words with white space as one space, and without characters that nobody sees or nothing can hold."""
    return " ".join(cleaned(words.translate(_UNSEEN)).split())
