"""Which printed lines begin an entry of a list or table, however full the line above them is."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from kg.loaders.line_ends import breaks_off
from kg.loaders.printed_days import is_day_line

# "Norland: Ms Bell", "Norland - Ms Bell" and "Norland | Ms Bell" begin entries, where several lines of a page begin so.
_HEAD = re.compile(r"\w[\w' -]{2,40}(?::\s|\s[|\u2013-]\s)(?:[^a-z]|the\s)")
_LEAST_HEADS = 3
# "- Ms Bell", "(a) to agree", "3. It adopted", "11.40 Panel": likewise, if two lines have a mark of one kind.
_MARKS = {
    "row": re.compile(r"\|"),
    "bullet": re.compile(r"[-*\u2022\u25cf\u2013>]\s"),
    "letter": re.compile(r"\(?[a-z]\)\s"),
    "number": re.compile(r"\(?\d{1,3}[.)]\s"),
    "time": re.compile(r"\d{1,2}[:.]\d\d\b"),
}
_LEAST_MARKS = 2
_MARK_ALONE = re.compile(r"[-*\u2022\u25cf\u25cb\u25aa\u2013\uf0b7>]|\(?(?:\d{1,3}|[a-z])[.)]")
_ENDS_ENTRY = re.compile(r";(?:\s(?:and|or))?\Z")
_HONORIFIC = re.compile(r"(?:[A-Z][\w.]{0,4}\.|Mr|Ms|Mrs|Mme|Dr|Prof)\s")
_SENTENCE_END = re.compile(r"[a-z\d)]\.(?:\s+[A-Z]|\Z)")
_MOST_OF_ROW = 12  # lines
_SHAPED = 4  # words
_LEAST_CAPITALS = 12


def entries(lines: Sequence[str], sure: Sequence[bool], blocks: Sequence[int]) -> list[bool]:
    """For each line of a page, in order, whether it begins an entry.

    ``sure`` are those that stand below a line which ends early; ``blocks`` number the lines that stand close together.
    """
    heads = [bool(_HEAD.match(line)) for line in lines]
    headed = sum(heads) >= _LEAST_HEADS
    marks = [mark_of(line) for line in lines]
    kinds = Counter(mark for mark in marks if mark)
    series = _series(lines, blocks)
    listed = _listed(lines, blocks)
    alike = {
        (block, _shape(line))
        for number, (line, block) in enumerate(zip(lines, blocks, strict=True))
        if sure[number] and not lines[number - 1].isupper()  # below a heading prose begins, too
    }
    begun = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        begun.append(
            (headed and heads[number] and not breaks_off(above))
            or kinds[marks[number]] >= _LEAST_MARKS
            or (blocks[number] in series and bool(_ENDS_ENTRY.search(above)) and line[:1].isupper())
            or (bool(shape := _shape(line)) and (blocks[number], shape) in alike and not breaks_off(above))
            or (blocks[number] in listed and _names_first(above) and _names_first(line))
            or (is_day_line(line) and not breaks_off(above))
            or (_is_capitals(above) and not line.isupper() and not line[:1].islower())
            or (_is_capitals(line) and any(map(str.islower, above)))
        )
    return begun


def _listed(lines: Sequence[str], blocks: Sequence[int]) -> set[int]:
    """The blocks that are no prose: no sentence ends in them, no line begins or ends amid one."""
    found: set[int] = set()
    for block, pairs in groupby(zip(blocks, lines, strict=True), key=lambda pair: pair[0]):
        inside = [line for _, line in pairs]
        if all(line[0].isupper() and not breaks_off(line) and not _SENTENCE_END.search(line) for line in inside):
            found.add(block)
    return found


def _names_first(line: str) -> bool:
    """Whether a line begins with two or more words in capitals and a comma, as a name with its post does."""
    shape = _shape(line)
    return " " in shape and shape.endswith(",")


def within_rows(lines: Sequence[str]) -> list[bool]:
    """For each line whether it goes on with a row of a table typed with strokes, which ends with one."""
    within = [False] * len(lines)
    for number, line in enumerate(lines):
        if not line.startswith("| ") or line.endswith("|"):
            continue
        for below in range(number + 1, min(number + _MOST_OF_ROW, len(lines))):
            if lines[below].startswith("| "):
                break
            if lines[below].endswith("|"):
                within[number + 1 : below + 1] = [True] * (below - number)
                break
    return within


def _series(lines: Sequence[str], blocks: Sequence[int]) -> set[int]:
    """The blocks whose entries end with semicolons: more of them stand at the ends of lines than within."""
    ends: Counter[int] = Counter()
    within: Counter[int] = Counter()
    for line, block in zip(lines, blocks, strict=True):
        ended = bool(_ENDS_ENTRY.search(line))
        ends[block] += ended
        within[block] += line.count(";") - ended
    return {block for block, number in ends.items() if number > max(1, within[block])}


def is_mark(words: str) -> bool:
    """Whether these words are the mark of an entry and nothing else: "•", "3.", "(a)"."""
    return bool(_MARK_ALONE.fullmatch(words))


def mark_of(line: str) -> str:
    """The kind of mark with which a line begins an entry; none if it has none."""
    return next((kind for kind, mark in _MARKS.items() if mark.match(line)), "")


def _shape(line: str) -> str:
    """How a line begins, "Ada Lind, Director" and "Bo T. Varn Lee, Minister" alike; empty if nothing sets that apart.

    >>> _shape("Ada Lind, Director"), _shape("Bo T. Varn Lee, Minister"), _shape("Igor VARN, First")
    ('Aa Aa,', 'Aa Aa,', 'Aa AA,')
    >>> _shape("Mr. Bo Varn, Minister"), _shape("Service of")
    ('A.', '')
    """
    if mark_of(line):
        return ""
    if _HONORIFIC.match(line):
        return "A."
    shaped: list[str] = []
    for word in line.split()[:_SHAPED]:
        letters = "".join(c for c in word if c.isalpha())
        case = "AA" if letters.isupper() and len(letters) > 1 else "Aa" if letters[:1].isupper() else "a"
        if word[-1] != "." and shaped[-2:] != [case, case]:  # initials and further names tell nothing
            shaped.append(case)
        if word[-1] in ",:":
            return " ".join(shaped) + word[-1]
    return ""


def _is_capitals(line: str) -> bool:
    letters = [c for word in line.split() if not word[0].isdigit() for c in word if c.isalpha()]
    return len(letters) >= _LEAST_CAPITALS and all(c.isupper() for c in letters)
