"""The lines of a printed page, in order → its paragraphs: what goes on from line to line is joined.

Only where words stand is known, and how large; how wide they are is told by their number of characters.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby, pairwise

from kg.loaders.line_ends import breaks_off, ends_open
from kg.loaders.print_entries import entries, is_mark, mark_of, within_rows
from kg.loaders.print_widths import width
from kg.loaders.print_words import continued

_SAME_LINE = 0.3  # of the size of the type
_RAISED = 0.8  # likewise
_SAME_EDGE = 3.0  # points
_SAME_SIZE = 0.5
_INDENT = 4.0  # times the size of the type, at most
_FULL = 0.9
_ENDLESS = float("inf")
_LEAST_SET = 4  # lines
_LEADING = 1.2
_GAP = 1.45  # of the usual leading: what is further apart is another paragraph
_TITLE = 1.15
_LONGEST_TITLE = 300
_STROKES = re.compile(r"[-+|_=\s]+")  # under the head of a table
_STOPS = ".!?:;\u2026"


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words on a page: their left edge in points, their height on the page (0 bottom, 1 top), their size in points.

    ``page`` is the height of the page in points. ``after`` is what parts them from those drawn before: nothing, a
    space, or the end of a line. In ``typed`` words all letters are equally wide.
    """

    x: float
    y: float
    size: float
    words: str
    page: float
    after: str = "\n"
    typed: bool = False

    @property
    def edge(self) -> int:
        """Its left edge; lines of one column have the same."""
        return round(self.x / _SAME_EDGE)

    @property
    def level(self) -> int:
        """Its height in points, about; what stands on one line has the same, or the next."""
        return round(self.y * self.page / _SAME_EDGE)

    @property
    def width(self) -> float:
        """How wide it is in points, about."""
        return self._wide(self.words)

    def with_first_of(self, line: "PrintedLine") -> float:
        """How wide it would be with the first word of the next line."""
        return self.width + self._wide(f" {line.words.split(' ', 1)[0]}")

    def _wide(self, words: str) -> float:
        return 0.6 * self.size * len(words) if self.typed else width(words, self.size)

    def is_level_with(self, other: "PrintedLine") -> bool:
        """Whether both stand on one line of the page."""
        return abs(self.y - other.y) * self.page <= _SAME_LINE * max(self.size, other.size)

    def goes_on_from(self, row: "Sequence[PrintedLine]") -> bool:
        """Whether this is the next piece of a line of the page; a small raised one ("3rd") too."""
        raised = self.after != "\n" and abs(self.y - row[-1].y) * self.page <= _RAISED * row[-1].size
        return (self.is_level_with(row[0]) or raised) and self.x >= row[-1].x

    def is_below(self, other: "PrintedLine") -> bool:
        """Whether this stands lower, and begins at the same edge in type of the same size."""
        level = abs(self.x - other.x) <= _SAME_EDGE and abs(self.size - other.size) < _SAME_SIZE
        return level and self.y < other.y

    def is_indented_below(self, other: "PrintedLine") -> bool:
        """Whether this stands lower, and begins a little further left or right in type of the same size."""
        near = _SAME_EDGE < abs(self.x - other.x) <= _INDENT * other.size and abs(self.size - other.size) < _SAME_SIZE
        return near and self.y < other.y


def joined(row: Sequence[PrintedLine]) -> PrintedLine:
    """The pieces of a row as one line, with a space where there was room; its edge is not that of its mark."""
    rest = (("" if piece.after == "" else " ") + piece.words for piece in row[1:])
    first = row[1] if len(row) > 1 and is_mark(row[0].words) else row[0]
    return replace(first, words=row[0].words + "".join(rest), after=row[0].after)


def paragraphs(lines: Sequence[PrintedLine], known: str = "") -> str:
    """The text of one page: a line for each paragraph, heading or entry; blank lines where there is more space.

    ``known`` is all that the document prints, in lower case: it tells which words have a hyphen.
    """
    joined, close = _joined(lines)
    text = lines[0].words if lines else ""
    for number in range(1, len(lines)):
        words = lines[number].words
        if joined[number]:
            text = continued(text, words, known)
        else:
            in_table = words.startswith("| ") and lines[number - 1].words.startswith("| ")
            text += ("\n" if close[number] or in_table else "\n\n") + words
    return text


def _joined(lines: Sequence[PrintedLine]) -> tuple[list[bool], list[bool]]:
    """For each line of a page whether it goes on with the one above, and whether it stands close to it."""
    leading = _leading(lines)
    blocks = _blocks(lines, leading)
    measures = _measures(lines, blocks)
    goes_on = [False] * len(lines[:1])
    rights = _Rights(lines)
    for (above, line), measure in zip(pairwise(lines), measures, strict=False):
        room = rights.of(above) - above.x if line.is_indented_below(above) else measure
        goes_on.append(_continues(above, line, room, leading, amid=goes_on[-1] and not mark_of(above.words)))
    sure = [number > 0 and blocks[number] == blocks[number - 1] and not on for number, on in enumerate(goes_on)]
    begun = entries([line.words for line in lines], sure, blocks)
    close = [False] * len(lines[:1]) + [_is_close(above, line, leading) for above, line in pairwise(lines)]
    within = within_rows([line.words for line in lines])
    return [(on and not begins) or row for on, begins, row in zip(goes_on, begun, within, strict=True)], close


def _blocks(lines: Sequence[PrintedLine], leading: float) -> list[int]:
    """The number of the block in which each line stands: lines of one column, close to each other."""
    blocks = [0] * len(lines[:1])
    for above, line in pairwise(lines):
        blocks.append(blocks[-1] + (not (line.is_below(above) and _is_close(above, line, leading))))
    return blocks


def runs_over(page: Sequence[PrintedLine], following: Sequence[PrintedLine]) -> bool:
    """Whether the last paragraph of a page runs over to the next."""
    if not page or not following:
        return False
    measure = _measures(page, _blocks(page, _leading(page)))[-1]
    return _runs_over(page[-1], following[0], measure, amid=_joined(page)[0][-1])


def title(lines: Sequence[PrintedLine]) -> str | None:
    """What is printed larger than all else on a page, if anything is."""
    largest = _largest(lines)
    said = [line.words for line in lines if round(line.size, 1) == largest]
    return reduce(lambda title, words: continued(title, words, ""), said)[:_LONGEST_TITLE] if said else None


def _largest(lines: Sequence[PrintedLine]) -> float:
    """The size of what is printed larger than all else on a page; endless if nothing is."""
    sizes = Counter(round(line.size, 1) for line in lines)
    largest, usual = max(sizes, default=0.0), max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
    return largest if usual and largest >= _TITLE * usual else _ENDLESS


def _measures(lines: Sequence[PrintedLine], blocks: Sequence[int]) -> list[float]:
    """For each line: the width in points to which lines are filled there; endless if only one is so wide.

    That of the block where it is set narrower (each of its lines had no room for the next word), else of the lines of
    its size at the same edge, else of all lines there: a headline is as wide as the text below it.
    """
    alike = _filled(lines, lambda line: (line.edge, round(line.size)))
    below = _filled(lines, lambda line: line.edge)
    narrow = {
        block: _measure([line for line, _ in pairs])
        for block, pairs in groupby(zip(lines, blocks, strict=True), key=lambda pair: pair[1])
    }
    largest = _largest(lines)
    headline = max((line.width for line in lines if round(line.size, 1) == largest), default=0.0)
    return [
        min(narrow[block], same, edge if same == _ENDLESS else same, headline if line.size >= largest else _ENDLESS)
        for line, block, same, edge in zip(lines, blocks, alike, below, strict=True)
    ]


def _filled(lines: Sequence[PrintedLine], column: Callable[[PrintedLine], Hashable]) -> list[float]:
    """For each line the width to which those of its column are filled; endless if only one is so wide."""
    columns: dict[Hashable, list[float]] = {}
    for line in lines:
        columns.setdefault(column(line), []).append(line.width)
    widths = {
        name: max(found) if sum(wide > _FULL * max(found) for wide in found) > 1 else _ENDLESS
        for name, found in columns.items()
    }
    return [widths[column(line)] for line in lines]


def _measure(lines: Sequence[PrintedLine]) -> float:
    """The measure to which these lines are set as one paragraph; endless if they are not, or too few to tell."""
    most = max(line.width for line in lines)
    filled = all(
        above.with_first_of(line) > most or breaks_off(above.words) or _is_amid(above.words, line.words)
        for above, line in pairwise(lines)
    )
    # In a list of names no line begins amid a sentence.
    amid = sum(not line.words[0].isupper() and not mark_of(line.words) for line in lines)
    return most if filled and len(lines) >= _LEAST_SET and amid * 3 >= len(lines) else _ENDLESS


class _Rights:
    """How far to the right the lines of a page reach that begin at about one edge."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self._of: dict[int, list[float]] = {}
        for line in lines:
            self._of[line.edge] = sorted((line.x + line.width, *self._of.get(line.edge, ())), reverse=True)[:2]

    def of(self, line: PrintedLine) -> float:
        """The right edge to which lines are filled there; endless if only one is so wide."""
        reach = round(_INDENT * line.size / _SAME_EDGE)
        found = sorted(
            right for edge in range(line.edge - reach, line.edge + reach) for right in self._of.get(edge, ())
        )
        full = len(found) > 1 and found[-2] - line.x > _FULL * (found[-1] - line.x)
        return found[-1] if full else _ENDLESS


def _leading(lines: Sequence[PrintedLine]) -> float:
    """The distance of two lines of a paragraph in points: the smallest that occurs again; 0 if there is none."""
    steps = Counter(round(2 * (a.y - b.y) * a.page) for a, b in pairwise(lines) if b.is_below(a))
    again = [step for step, number in steps.items() if number > 1]
    return min(again or steps, default=0) / 2


def _is_close(above: PrintedLine, line: PrintedLine, leading: float) -> bool:
    """Whether a line follows right below, or at the top of the next column."""
    if abs(line.size - above.size) >= _SAME_SIZE:
        return False
    step = (above.y - line.y) * line.page
    usual = max(min(leading, 2 * line.size), _LEADING * line.size)
    return -usual < step <= _GAP * usual


def _continues(above: PrintedLine, line: PrintedLine, measure: float, leading: float, *, amid: bool) -> bool:
    """Whether a line goes on with the one above: that one is full, or a word or sentence is broken off.

    ``amid``: the one above goes on already.
    """
    upper, words = above.words, line.words
    if line.is_indented_below(above):
        if amid and line.x > above.x:  # the first line of the next paragraph
            return False
    elif not line.is_below(above):  # another column
        return line.y > above.y and _runs_over(above, line, measure, amid=amid)
    if not _is_close(above, line, leading) or _STROKES.fullmatch(words) or _STROKES.fullmatch(upper):
        return False
    return _is_amid(upper, words) or ends_open(upper) or above.with_first_of(line) > _FULL * measure


def _runs_over(above: PrintedLine, line: PrintedLine, measure: float, *, amid: bool) -> bool:
    """Whether a paragraph runs over from the foot of a column or page to the head of the next."""
    if abs(line.size - above.size) >= _SAME_SIZE:
        return False
    upper, words = above.words, line.words
    full = amid and upper[-1] not in _STOPS and above.with_first_of(line) > _FULL * measure
    return full or breaks_off(upper) or _is_amid(upper, words)


def _is_amid(upper: str, words: str) -> bool:
    """Whether a line begins amid a sentence that the one above has not ended."""
    return words[0].islower() and upper[-1] not in _STOPS and _has_letters(upper)


def _has_letters(words: str) -> bool:
    return any(map(str.isalpha, words))
