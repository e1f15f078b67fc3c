"""Printed pages → paragraphs: lines put in order, what pages repeat taken away, broken words and lines joined.

Only where words stand is known, and how large; how wide they are is told by their number of characters.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from kg.loaders.layout import one_line
from kg.loaders.print_entries import entries

_SAME_LINE = 0.3  # of the size of the type
_SAME_EDGE = 3.0  # points
_LEAST_ROWS = 6
_LEAST_WIDTH = 25  # characters: a narrower column is one of a table
_MARGIN = 0.1
_FULL = 0.9
_ENDLESS = 10_000
_LEAST_SET = 4  # lines
_LEADING = 1.2
_GAP = 1.45  # of the usual leading: what is further apart is another paragraph
_TITLE = 1.15
_LONGEST_TITLE = 300
# Not "Berlin, 17.10.2014" and not "May 2021": the date of a release may stand in the margin too.
_PAGE_NUMBER = re.compile(
    r"(?:.{0,80}(?:[|\u2022\u00b7]\s*|\s[\u2013\u2014-]\s))?(?:page\s*)?[-\u2013]?\s*\d{1,3}\s*(?:(?:of|/)\s*\d{1,3})?\s*[-\u2013]?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_STROKES = re.compile(r"[-+|_=\s]+")  # under the head of a table
_BROKEN = re.compile(r"(\w+)-\Z")
_STOPS = ".!?:;\u2026"


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words on a page: their left edge in points, their height on the page (0 bottom, 1 top), their size in points.

    ``page`` is the height of the page in points.
    """

    x: float
    y: float
    size: float
    words: str
    page: float

    def is_level_with(self, other: "PrintedLine") -> bool:
        """Whether both stand on one line of the page."""
        return abs(self.y - other.y) * self.page <= _SAME_LINE * max(self.size, other.size)

    def is_below(self, other: "PrintedLine") -> bool:
        """Whether this stands lower, and begins at the same edge in type of the same size."""
        level = abs(self.x - other.x) <= _SAME_EDGE and abs(self.size - other.size) < 0.5
        return level and self.y < other.y


def in_reading_order(drawn: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page in the order in which they are read: pieces joined, two columns one after the other.

    What a page draws is in reading order, but for columns that are drawn line by line across.
    """
    rows: list[list[PrintedLine]] = []
    for piece in drawn:
        if rows and piece.is_level_with(rows[-1][-1]) and piece.x >= rows[-1][-1].x:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    edges = Counter(round(row[-1].x / _SAME_EDGE) for row in rows if _is_of_columns(row))
    edge, number = edges.most_common(1)[0] if edges else (0, 0)
    across = [number >= _LEAST_ROWS and len(row) == 2 and abs(row[-1].x / _SAME_EDGE - edge) <= 1 for row in rows]
    ordered: list[PrintedLine] = []
    right: list[PrintedLine] = []
    for row, parts in zip(rows, across, strict=True):
        if not parts and right and row[0].x / _SAME_EDGE < edge - 1 and len(row[0].words) > 2 * _LEAST_WIDTH:
            ordered += right  # what goes across both columns stands below them
            right = []
        if parts:
            ordered.append(row[0])
            right.append(row[-1])
        elif right and abs(row[0].x / _SAME_EDGE - edge) <= 1:
            right.append(_joined(row))
        else:
            ordered.append(_joined(row))
    return ordered + right


def _is_of_columns(row: Sequence[PrintedLine]) -> bool:
    return len(row) == 2 and all(len(one_line(piece.words)) >= _LEAST_WIDTH for piece in row)


def _joined(row: Sequence[PrintedLine]) -> PrintedLine:
    return replace(row[0], words=" ".join(piece.words for piece in row))


def without_furniture(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """The pages without page numbers and the lines that they repeat at top and bottom; the first header stays.

    It may be the only place where the publisher is named.
    """
    repeated = Counter(key for page in pages for key in {_key(line) for line in page if _in_margin(line)})
    kept: list[list[PrintedLine]] = []
    seen: set[tuple[str, int]] = set()
    for page in pages:
        lines = []
        for line in page:
            key = _key(line)
            running = _in_margin(line) and (repeated[key] > 1 or bool(_PAGE_NUMBER.fullmatch(one_line(line.words))))
            if not running or (line.y > 0.5 and repeated[key] > 1 and key not in seen):
                lines.append(line)
            seen.add(key)
        kept.append(lines)
    return kept


def _in_margin(line: PrintedLine) -> bool:
    return not _MARGIN <= line.y <= 1 - _MARGIN


def _key(line: PrintedLine) -> tuple[str, int]:
    """What a line has in common with that of the next page: its words but for numbers, and whether it is on top."""
    return _DIGITS.sub("0", one_line(line.words)).casefold(), round(line.y)


def paragraphs(lines: Sequence[PrintedLine]) -> str:
    """The text of one page: a line for each paragraph, heading or entry; blank lines where there is more space."""
    leading = _leading(lines)
    blocks = _blocks(lines, leading)
    widths = _widths(lines, blocks)
    goes_on = [False] + [
        _continues(above, line, width, leading) for (above, line), width in zip(pairwise(lines), widths, strict=False)
    ]
    close = [False] + [one == other for one, other in pairwise(blocks)]
    sure = [near and not on for near, on in zip(close, goes_on, strict=True)] if lines else []
    printed = [one_line(line.words) for line in lines]
    begun = entries(printed, sure, blocks)
    whole, text = " ".join(printed), "".join(printed[:1])
    for number in range(1, len(lines)):
        if goes_on[number] and not begun[number]:
            text = _continued(text, printed[number], whole)
        else:
            text += ("\n" if _is_close(lines[number - 1], lines[number], leading) else "\n\n") + printed[number]
    return text


def _blocks(lines: Sequence[PrintedLine], leading: float) -> list[int]:
    """The number of the block in which each line stands: lines of one column, close to each other."""
    blocks = [0] * len(lines[:1])
    for above, line in pairwise(lines):
        blocks.append(blocks[-1] + (not (line.is_below(above) and _is_close(above, line, leading))))
    return blocks


def title(lines: Sequence[PrintedLine]) -> str | None:
    """What is printed larger than all else on a page, if anything is."""
    sizes = Counter(round(line.size, 1) for line in lines)
    largest, usual = max(sizes, default=0.0), max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
    if largest < _TITLE * usual or not usual:
        return None
    return one_line(" ".join(line.words for line in lines if round(line.size, 1) == largest))[:_LONGEST_TITLE]


def _widths(lines: Sequence[PrintedLine], blocks: Sequence[int]) -> list[int]:
    """For each line: the number of characters to which lines are filled there; endless if only one is so long.

    That of the column, or of the block where it is set narrower: each of its lines had no room for the next word.
    """
    lengths: dict[tuple[int, int], list[int]] = {}
    for line in lines:
        lengths.setdefault(_column(line), []).append(len(one_line(line.words)))
    longest = {column: max(found) for column, found in lengths.items()}
    full = {column: sum(length > _FULL * longest[column] for length in found) for column, found in lengths.items()}
    narrow = {
        block: _measure([one_line(line.words) for line, _ in pairs])
        for block, pairs in groupby(zip(lines, blocks, strict=True), key=lambda pair: pair[1])
    }
    return [
        min(narrow[block], longest[_column(line)] if full[_column(line)] > 1 else _ENDLESS)
        for line, block in zip(lines, blocks, strict=True)
    ]


def _measure(lines: Sequence[str]) -> int:
    """The measure to which these lines are set as one paragraph; endless if they are not, or too few to tell."""
    most = max(map(len, lines))
    filled = all(len(above) + 1 + len(line.split(" ", 1)[0]) > most for above, line in pairwise(lines))
    amid = sum(line[0].islower() for line in lines)  # of a list of names no line begins in the middle of a sentence
    return most if filled and len(lines) >= _LEAST_SET and amid * 3 >= len(lines) else _ENDLESS


def _column(line: PrintedLine) -> tuple[int, int]:
    return round(line.x / _SAME_EDGE), round(line.size)


def _leading(lines: Sequence[PrintedLine]) -> float:
    """The distance of two lines of a paragraph in points: the smallest that occurs again; 0 if there is none."""
    steps = Counter(round(2 * (a.y - b.y) * a.page) for a, b in pairwise(lines) if b.is_below(a))
    again = [step for step, number in steps.items() if number > 1]
    return min(again or steps, default=0) / 2


def _is_close(above: PrintedLine, line: PrintedLine, leading: float) -> bool:
    """Whether a line follows right below, or at the top of the next column."""
    if abs(line.size - above.size) >= 0.5:
        return False
    step = (above.y - line.y) * line.page
    usual = max(min(leading, 2 * line.size), _LEADING * line.size)
    return -usual < step <= _GAP * usual


def _continues(above: PrintedLine, line: PrintedLine, width: int, leading: float) -> bool:
    """Whether a line goes on with the one above: that one is full, or a word or sentence is broken off."""
    upper, words = one_line(above.words), one_line(line.words)
    if abs(line.size - above.size) >= 0.5:
        return False
    if not line.is_below(above):  # another column, or another cell
        return line.y > above.y and words[0].islower() and upper[-1] not in _STOPS
    if not _is_close(above, line, leading):
        return False
    if _STROKES.fullmatch(words) or _STROKES.fullmatch(upper):
        return False
    broken_off = words[0].islower() and upper[-1] not in _STOPS and _has_letters(upper)
    return broken_off or len(upper) + 1 + len(words.split(" ", 1)[0]) > _FULL * width


def _has_letters(words: str) -> bool:
    return any(map(str.isalpha, words))


def _continued(text: str, words: str, whole: str) -> str:
    """``text`` with ``words`` behind it; a word that was broken at the line end is made whole again.

    The hyphen stays where the word goes on with a capital or a digit, and where the page has it unbroken with one.
    """
    broken = _BROKEN.search(text)
    if not broken:
        return f"{text} {words}"
    rest = re.match(r"\w*", words)
    assert rest is not None
    begun, after = broken.group(1), rest.group()
    if not after[:1].islower() or not begun[-1:].isalpha() or f"{begun}-{after}".casefold() in whole.casefold():
        return text + words
    return text[:-1] + words
