"""Printed lines joined into the lines that were meant: hard wraps undone, bullets taken off, nothing moved."""

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(
    r"(?:(?P<dot>[*\u2022\u00b7\u25e6\u25aa\u25cf\u25a0\u2023\u00b0\uf0b7>\u2013\u2014-]{1,2}|o)"
    r"|\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
_WORD_BREAK = re.compile(r"[^\W\d_]-\Z")
_OPEN_END = re.compile(r"(?<![;,] )\b(?:of|the|and|on|in|to|at|for|by|with|from|an?|Mr|Ms|Mrs|Dr)\.?\Z")
_ASIDE = re.compile(r"\([a-z]+ ")  # (represented by …
_SPACE_BEHIND_MARK = 4  # characters
_STOPS = ".!?:;"
_TIME = r"\d{1,2}[:.h]\d{2}(?: ?[ap]m)?"
_HOUR = re.compile(rf"{_TIME}(?: ?(?:-|\u2013|to) ?{_TIME})?[ \u2013-]{{1,4}}[^\W\d_a-z]")
"""The hour and a title, with which a line of a programme begins."""
_NAMED = re.compile(r"(?:[^\W\d_a-z][\w.'-]* ){1,4}[^\W\d_a-z][\w.'-]*(?:,|\Z)")
"""A name and a comma, with which entries of a list begin: *Anna Ilvesoo,* Minister; *Commodore Wame Tembrook*."""
_CELLS = re.compile(r" \| ")
_FEWEST_LINES = 8
"""Printed lines by which it shows that a text was printed with a blank line after every line."""
_CLOSERS = "\"')]\u2019\u201d"


@dataclass(slots=True)
class Line:
    """One meant line ``[start, end)``, marker taken off.

    ``gap`` counts the blank lines before it; ``marker`` is ``"dot"``, ``"number"`` or empty; ``indent`` the white
    space before the first printed line. ``joints`` are the ends of the lines inside an entry made of several.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    marker: str = ""
    joints: tuple[int, ...] = ()

    @property
    def ends_with_stop(self) -> bool:
        """Whether the last mark, closing quotes aside, is a full stop, question or exclamation mark."""
        return self.text.rstrip(_CLOSERS)[-1:] in (".", "!", "?", "\u2026")

    @property
    def starts_lower(self) -> bool:
        """Whether it begins with a lower-case letter."""
        return self.text[:1].islower()


def lines(masked: str) -> list[Line]:
    """The meant lines of a masked text, in order; together they hold every word of it."""
    printed = _printed(masked)
    closed = _closed_up(printed) if _is_spaced_out(printed) else frozenset()
    width = _wrap_width(printed)
    meant: list[Line] = []
    widest = 0
    for position, line in enumerate(printed):
        if line.gap or not meant:
            widest = _paragraph_width(printed, position)
        beside = bool(meant) and not line.gap
        if position in closed or (beside and _continues(printed[position - 1], line, meant[-1], widest or width)):
            meant[-1].end = line.end
        else:
            meant.append(_unmarked(line))
    for line in meant:
        line.text = masked[line.start : line.end]
    return meant


def _printed(masked: str) -> list[Line]:
    found: list[Line] = []
    previous = 0
    for match in _LINE.finditer(masked):
        printed = match.group()
        text = printed.strip()
        if not text:
            continue
        if found and is_rule(text):
            previous = match.end()
            continue
        indent = len(printed) - len(printed.lstrip())
        start = match.start() + indent
        breaks = masked.count("\n", previous, start) - (1 if found else 0)
        found.append(Line(start, start + len(text), text, indent, breaks))
        previous = start + len(text)
    return found


def is_rule(text: str) -> bool:
    """Whether a line only draws the line between two rows of a table: *|---|---|*, *----+----*."""
    drawn = "---" in text or "===" in text
    return drawn and ("|" in text or "+" in text) and not set(text) - set("+|:=- ")


def _is_spaced_out(printed: list[Line]) -> bool:
    """Whether a blank line stands after every printed line, also where the sentence goes on."""
    if len(printed) < _FEWEST_LINES or max(len(line.text) for line in printed) > 120:
        return False
    apart = sum(line.gap > 0 for line in printed[1:])
    going_on = sum(line.starts_lower and above.text[-1] not in _STOPS for above, line in pairwise(printed))
    return apart * 10 >= (len(printed) - 1) * 9 and going_on * 3 >= len(printed) - 1


def _closed_up(printed: list[Line]) -> frozenset[int]:
    """The lines before which a blank line only stands apart: where the one above ends with a stop it may mean more."""
    lengths = sorted(line.indent + len(line.text) for line in printed)
    usual = lengths[len(lengths) * 3 // 4]
    found = set()
    for position, (above, line) in enumerate(pairwise(printed), start=1):
        full = position > 1 and above.indent + len(above.text) > 0.75 * usual
        if line.gap == 1 and above.text[-1] not in _STOPS and (line.starts_lower or full):
            found.add(position)
    return frozenset(found)


def _unmarked(line: Line) -> Line:
    marker = _MARKER.match(line.text)
    if not marker or (marker.group("dot") == "o" and not line.indent):
        return line
    skip = marker.end()
    kind = "number" if marker.group("number") else "dot"
    return Line(line.start + skip, line.end, line.text[skip:], line.indent, line.gap, kind)


def _continues(above: Line, line: Line, meant: Line, width: int) -> bool:
    """Whether the line break between two printed lines was only a matter of width."""
    if _MARKER.match(line.text) or "|" in (above.text[-1], line.text[0]) or above.text.count("|") > 1:
        return False
    if _WORD_BREAK.search(above.text) and line.starts_lower:
        return True
    if line.starts_lower and above.text[-1] not in _STOPS and len(above.text) > 20:
        return True
    if _ASIDE.match(line.text) and above.text[-1] not in _STOPS and len(above.text) > 20:
        return True
    if len(above.text) > 30 and _OPEN_END.search(above.text):
        return True
    if len(above.text) > 30 and _in_brackets(above.text) and not _in_brackets(f"{above.text} {line.text}"):
        return True
    if meant.marker and line.indent > meant.indent and len(above.text) > 50 and above.text[-1] not in _STOPS:
        return True
    if _HOUR.match(line.text) or _CELLS.search(line.text) or (_NAMED.match(line.text) and _NAMED.match(above.text)):
        return False
    first_word = len(line.text.split(None, 1)[0])
    length = above.indent + len(above.text) + _space_behind_mark(above.text)
    return width > 0 and length + 1 + first_word > width


def _space_behind_mark(text: str) -> int:
    """How much longer a line may have been that begins with a mark: "1. The" was typed as "1.    The"."""
    return _SPACE_BEHIND_MARK * bool(_MARKER.match(text))


def _in_brackets(text: str) -> bool:
    """Whether a bracket opened in it is not closed: (introduced by Mr. Peter."""
    return text.count("(") > text.count(")")


def _wrap_width(printed: list[Line]) -> int:
    """The width to which the whole text was wrapped by hand, or 0."""
    inner = sorted(line.indent + len(line.text) for line, below in pairwise(printed) if not below.gap)
    if len(inner) < 6 or inner[-1] > 120:
        return 0
    width = inner[-1 - len(inner) // 20]
    full = sum(length > 0.8 * width for length in inner)
    return width if width >= 38 and full * 3 >= 2 * len(inner) else 0


def _paragraph_width(printed: list[Line], position: int) -> int:
    """The width to which the paragraph that begins at ``position`` was wrapped, or 0."""
    lengths = [printed[position].indent + len(printed[position].text)]
    words = [0]
    for line in printed[position + 1 : position + 60]:
        if line.gap:
            break
        lengths.append(line.indent + len(line.text))
        words.append(len(line.text.split(None, 1)[0]))
    width = max(lengths)
    if len(lengths) < 3 or not 50 <= width <= 110:
        return 0
    lengths[0] += _space_behind_mark(printed[position].text)
    forced = all(above + 1 + word > width for above, word in zip(lengths, words[1:], strict=False))
    return width if forced else 0
