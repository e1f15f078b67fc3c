"""Lines of a page known by their shape: prose, entries of lists, names, times of day, stanzas, columns."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.date.datelines import DATE_ALONE, DATE_ANYWHERE, WEEKDAY_ONLY
from kg.extraction.text.headlines import has_capitals
from kg.extraction.text.lines import Line
from kg.extraction.text.sentences import Stretch, sentences
from kg.extraction.words import tables

CLOCK = re.compile(
    r"\(?(?:\d{1,2}[:.h]\d{2}(?:\s*(?:-|\u2013|to)\s*\d{1,2}[:.h]\d{2})?(?:[ap]m)?|[01]\d[0-5]\d\s*[-\u2013]\s*\d{4})\b(?![./])"
)
_STROKE = re.compile(r" \| |\S\|+\S")
_OPEN = re.compile(r"(?:[^\w.)\"']|\b(?:of|the|and|on|in|to|at|for|by|with|from|or))\Z")
_FRESH = re.compile(r"[^\W\d_a-z]")
_COLUMN = re.compile(r"\S+(?: \S+)*")
_LONGEST_TITLE = 320
_SHORTENED = re.compile(r"[\s.]\(?[^\W\d_a-z]\w{0,3}\.\)?\Z")  # a row that ends with Inc., Jr. or Ltd.
_NEW_SENTENCE = re.compile(r"[a-z\")\d][.!?]\s+[\"']?[A-Z]")


def is_prose(line: Line) -> bool:
    """Whether a line is running text: stopped and long enough, or long, or more than one sentence."""
    text = line.text
    if line.marker:
        return is_numbered_prose(line)
    words = text.count(" ") + 1
    if len(text) < 150 and CLOCK.match(text):
        return False
    if (len(text) > 200 and not _is_long_title(text)) or (line.ends_with_stop and words > 5 and not text.isupper()):
        return True
    return bool(words > 8 and not text.isupper() and _NEW_SENTENCE.search(text))


def holds_sentences(text: str) -> bool:
    """Whether a sentence ends inside a text; not one in which only an abbreviation does: *Remarks by Ms. Varga*."""
    return bool(_NEW_SENTENCE.search(text)) and len(sentences(text, 0, len(text))) > 1


def _is_long_title(text: str) -> bool:
    """Whether a long line is a headline whose long words all have a capital, verbs too: no list and no sentence."""
    if text[-1:] in ".!?" or any(mark in text for mark in ";:|") or text.count(",") > 1 or len(text) > _LONGEST_TITLE:
        return False
    return has_capitals(word.lstrip("(\"'") for word in text.split()) and not holds_sentences(text)


def is_numbered_prose(line: Line) -> bool:
    """Whether a marked line is a numbered (or bulleted) paragraph rather than an entry."""
    if not line.marker or not line.ends_with_stop:
        return False
    if len(line.text) > 120 and holds_sentences(line.text):
        return True
    return line.marker == "number" and len(line.text.split()) > 12 and ";" not in line.text


def is_name_line(line: Line) -> bool:
    """Whether a short line reads like "Name, post, body", "Name | post" or "Name   post"."""
    text = line.text
    if line.marker or len(text) > 260 or (line.ends_with_stop and len(text) > 120):
        return False
    columns = re.split(r" {3,}", text, maxsplit=1)
    first = columns[0] if len(columns) > 1 else re.split(r",| \| | \(| - | \u2013 ", text, maxsplit=1)[0]
    if first == text or len(first) > 60:
        return False
    words = first.split()
    capitals = sum(not word[0].islower() for word in words)
    return 1 < len(words) < 10 and capitals * 3 > len(words) * 2


def is_lone_entry(line: Line) -> bool:
    """Whether a short line reads "Address at the opening: Name, post", or like one entry of a list."""
    label, colon, rest = line.text.partition(": ")
    if line.text.isupper() or CLOCK.match(line.text):
        return False
    return bool(colon and len(label) < 70 and len(rest) > 3) or is_name_line(line)


def stanzas(run: list[Line]) -> list[Line]:
    """Entries of several lines each, parted by blank lines, as one line an entry; other runs as they are."""
    groups: list[list[Line]] = []
    for line in run:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    tall = [group for group in groups if len(group) > 1]
    if len(groups) < 2 or len(tall) * 2 < len(groups) or any("," in group[0].text for group in tall):
        return run
    return [_stacked(group) for group in groups]


def _stacked(group: list[Line]) -> Line:
    """The lines of one entry as one, which remembers where a line ended that the next does not go on with."""
    first = group[0]
    parted = [above.end for above, line in pairwise(group) if _FRESH.match(line.text) and not _OPEN.search(above.text)]
    return Line(first.start, group[-1].end, first.text, first.indent, first.gap, joints=tuple(parted))


def cells(run: Sequence[Line]) -> list[Stretch]:
    """One entry a line; one a column where names are set out in three columns or more."""
    if not any(len(_COLUMN.findall(line.text)) > 2 for line in run) or any("," in line.text for line in run):
        return [item(line) for line in run]
    return [
        Stretch(line.start + cell.start(), line.start + cell.end())
        for line in run
        for cell in _COLUMN.finditer(line.text)
    ]


def item(line: Line) -> Stretch:
    """The words of one entry, without the marks that part it from the next."""
    tail = line.text[-8:]
    cut = len(tail) - len(re.sub(r"[\s,;]+(?:and|or)?\s*\Z", "", tail))
    return Stretch(line.start, line.end - cut if line.end - cut > line.start else line.end)


def between_semicolons(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` between semicolons outside brackets, without a leading "and"."""
    parts: list[tuple[int, int]] = []
    depth = begin = 0
    for position, char in enumerate(text + ";"):
        depth += (char == "(") - (char == ")")
        if char == ";" and (depth <= 0 or position == len(text)):
            part = text[begin:position]
            lead = len(part) - len(re.sub(r"\A\s*(?:(?:and|as well as)\s+)?", "", part))
            end = begin + len(part.rstrip())
            if begin + lead < end:
                parts.append((begin + lead, end))
            begin = position + 1
    return parts


def is_dateline(line: Line) -> bool:
    """Whether a line holds a date, a place and little else, or a weekday; behind a bullet nothing but a date."""
    if line.marker:
        return bool(DATE_ALONE.fullmatch(CLOCK.sub(" ", line.text)))
    text = re.split(r" {3,}", line.text, maxsplit=1)[0]
    date = DATE_ANYWHERE.search(text)
    if not date:
        return bool(WEEKDAY_ONLY.fullmatch(text))
    words = re.findall(r"[\w']+", CLOCK.sub(" ", text[: date.start()] + " " + text[date.end() :]))
    strange = {word for word in words if word.islower() and len(word) > 2} - tables.words("dateline-words")
    return len(words) <= 9 and not strange and not (line.ends_with_stop and len(words) > 5)


def is_row(line: Line) -> bool:
    """Whether a line is one row of a table: cells parted by strokes."""
    parted = "|" in line.text and bool(_STROKE.search(line.text))
    stopped = line.ends_with_stop and not _SHORTENED.search(line.text)
    return parted and not line.marker and not stopped and len(line.text) < 300


def opens_recital(line: Line) -> bool:
    """Whether a paragraph is a recital of its own: *Also recalling* its 5th session; below another that ends in ;."""
    words = line.text.split(maxsplit=2)
    first = words[1:2] if words[:1] and words[0].casefold() in ("also", "further", "again") else words[:1]
    return line.gap > 0 and any(word.casefold() in tables.words("recital-openers") for word in first)
