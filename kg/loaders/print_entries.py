"""Which printed lines begin an entry of a list or table, however full the line above them is."""

import re
from collections import Counter
from collections.abc import Sequence

# "Norland: Ms Bell, Minister" and "Norland | Ms Bell" begin entries, where several lines of a page begin so.
_HEAD = re.compile(r"\w[\w' -]{2,40}(?::\s|\s\|\s)")
_LEAST_HEADS = 3
# "- Ms Bell", "(a) to agree", "3. It adopted", "11.40 Panel": likewise, if two lines have a mark of one kind.
_MARKS = {
    "bullet": re.compile(r"[-*\u2022\u25cf\u2013>]\s"),
    "letter": re.compile(r"\(?[a-z]\)\s"),
    "number": re.compile(r"\(?\d{1,3}[.)]\s"),
    "time": re.compile(r"\d{1,2}[:.]\d\d\b"),
}
_LEAST_MARKS = 2
_ENDS_ENTRY = re.compile(r";(?:\s(?:and|or))?\Z")
_GOES_ON = re.compile(r"(?:,|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))\Z")
_HONORIFIC = re.compile(r"[A-Z][\w.]{0,4}\.\s")
_SHAPED = 3  # words
_LEAST_CAPITALS = 12


def entries(lines: Sequence[str], sure: Sequence[bool], blocks: Sequence[int]) -> list[bool]:
    """For each line of a page, in order, whether it begins an entry.

    ``sure`` are those that stand below a line which ends early; ``blocks`` number the lines that stand close together.
    """
    begun = [bool(_HEAD.match(line)) for line in lines]
    if sum(begun) < _LEAST_HEADS:
        begun = [False] * len(lines)
    marks = [_mark(line) for line in lines]
    kinds = Counter(mark for mark in marks if mark)
    ended = [bool(_ENDS_ENTRY.search(line)) for line in lines]
    series = sum(ended) > 1
    alike = {(block, _shape(line)) for line, is_sure, block in zip(lines, sure, blocks, strict=True) if is_sure}
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        begun[number] |= (
            kinds[marks[number]] >= _LEAST_MARKS
            or (series and number > 0 and ended[number - 1] and line[:1].isupper())
            or (bool(shape := _shape(line)) and (blocks[number], shape) in alike and not _GOES_ON.search(above))
            or (_is_capitals(above) and not _is_capitals(line) and line[:1].isupper())
        )
    return begun


def _mark(line: str) -> str:
    return next((kind for kind, mark in _MARKS.items() if mark.match(line)), "")


def _shape(line: str) -> str:
    """How a line begins: "Ada Lind, Director" and "Bo Varn, Minister" alike; empty if nothing sets its head apart.

    >>> _shape("Ada Lind, Director"), _shape("Igor VARN, First"), _shape("Mr. Bo Varn, Minister"), _shape("Service of")
    ('Aa Aa,', 'Aa AA,', 'A.', '')
    """
    if _HONORIFIC.match(line):
        return "A."
    shaped: list[str] = []
    for word in line.split()[:_SHAPED]:
        letters = "".join(c for c in word if c.isalpha())
        case = "AA" if letters.isupper() and len(letters) > 1 else "Aa" if letters[:1].isupper() else "a"
        shaped.append(case + (word[-1] if word[-1] in ".,:" else ""))
        if word[-1] in ",:":
            return " ".join(shaped)
    return ""


def _is_capitals(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return len(letters) >= _LEAST_CAPITALS and all(c.isupper() for c in letters)
