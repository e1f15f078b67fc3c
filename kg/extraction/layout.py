"""What each part of a page is: headline, dateline, prose, list, item, caption, heading, table, boilerplate.

A page is read from the top, one meant line after the other (:mod:`kg.extraction.lines`). The words by which
furniture is known stand in ``lexicon/page-words.tsv``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.extraction.lines import Line, lines
from kg.extraction.sentences import Stretch, sentences


@dataclass(frozen=True, slots=True)
class Block:
    """One part ``[start, end)`` of a page, in code points.

    ``kind`` is one of ``headline dateline prose list item caption heading table boilerplate``. A list (or table)
    has ``items``, bullets and numbers taken off, and ``intro``, the words that introduce it. An item is one entry
    that stands alone ("Moderator: …").
    """

    kind: str
    start: int
    end: int
    items: tuple[Stretch, ...] = ()
    intro: Stretch | None = None


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s?(?:-|\u2013|and|to|&)\s?{_DAY})?"
_DATE = (
    rf"(?:{_DAYS}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH},?\s+{_DAYS},?\s+\d{{4}}|{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH}|(?:Early|Mid|Late|Spring|Summer|Autumn|Winter)[ -]\d{{4}}"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day|\.)?)"
_DASH = r"(?:\u2013|\u2014|-{1,2})"
_NEXT = r"(?=[A-Z\"'(\[])"
_PLACE = r"[A-Z][^\s.:;|\u2013\u2014]*(?:[ .][A-Za-z(][^\s.:;|\u2013\u2014]*){0,7}"

_DATE_ANYWHERE = re.compile(rf"(?<![\w/]){_DATE}(?![\w/])", re.IGNORECASE)
_WEEKDAY_ONLY = re.compile(rf"{_WEEKDAY}\.?", re.IGNORECASE)
_OPENING_DATE = re.compile(
    rf"\(?(?:(?!(?:On|In|At|From|By|Since|Until|The|During)\b){_PLACE}(?:\s*[,.:|/\u2013\u2014]\s*|\s+-+\s+|\s+))?"
    rf"(?:{_WEEKDAY},?\s+)?{_DATE}\)?\s*(?:{_DASH}|:|\||\.-?|/)\s+{_NEXT}",
    re.IGNORECASE,
)
_CAPITALS = r"[A-Z][A-Z'-]+"
_OPENING_CAPITALS = re.compile(
    rf"([A-Z][A-Z'-]{{2,}}(?: {_CAPITALS}){{0,2}})(?:[ ,/]+[A-Z][A-Z.'/-]+){{0,3}}"
    rf"\s*(\u2013|\u2014|\s-{{1,2}}|:|\.)\s+{_NEXT}"
)
_OPENING_PLACE = re.compile(
    rf"([A-Z][\w'.-]+(?: (?:[a-z]{{2}} )?[A-Z][\w'.-]+){{0,2}})(?:, [A-Z][\w. ]{{1,20}})?\s+{_DASH}\s+{_NEXT}"
)
_MARKS_ONLY = re.compile(
    r"[^>]+ > [^>]+ > |[-\u2013]? ?\d{1,3} ?[-\u2013]$|page \d+(?: of \d+)?$|[\W_]{2,}$|(?:\* ?){3}", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\(?(?:\d{1,2}[:.h]\d{2}(?:\s*(?:-|\u2013|to)\s*\d{1,2}[:.h]\d{2})?(?:[ap]m)?|[01]\d[0-5]\d\s*[-\u2013]\s*\d{4})\b(?![./])"
)
_COLUMN = re.compile(r"\S+(?: \S+)*")
_NEW_SENTENCE = re.compile(r"[a-z\")\d][.!?]\s+[\"']?[A-Z]")
_LONGEST_INTRODUCTION = 3000  # so that a page of unfinished paragraphs is read in linear time
_SMALL_WORDS = frozenset(
    (
        "and",
        "correspondents",
        "des",
        "editors",
        "for",
        "hrs",
        "immediate",
        "item",
        "meeting",
        "release",
        "session",
        "the",
    )
)


def blocks(masked: str) -> tuple[Block, ...]:
    """The parts of a masked page, in order, apart from each other; every word stands in one of them."""
    return tuple(_Reader(masked).read())


class _Reader:
    """Reads the meant lines of a page; ``found`` grows, and its last block may still be widened."""

    def __init__(self, masked: str) -> None:
        self.masked = masked
        self.lines = lines(masked)
        self.found: list[Block] = []
        self.at = 0
        self.top = True  # no prose yet

    def read(self) -> list[Block]:
        """Let each kind try the line at hand; a line that none takes is a title."""
        while self.at < len(self.lines):
            if not (self._furniture() or self._list() or self._prose()):
                self._title()
        return self.found

    # One reader a kind; each answers whether it took the line.

    def _furniture(self) -> bool:
        line = self.lines[self.at]
        if _is_boilerplate(line.text) and (len(line.text) < 160 or not _NEW_SENTENCE.search(line.text)):
            self._take("boilerplate")
        elif not line.marker and _begins("caption", line.text.lstrip("[( ")):
            self._take("caption")
        elif self._is_dateline(self.at):
            last = self.found[-1] if self.found else None
            if last and last.kind == "dateline" and not line.gap:
                self.found[-1] = Block("dateline", last.start, line.end)
                self.at += 1
            else:
                self._take("dateline")
        else:
            return False
        return True

    def _list(self) -> bool:
        """Marked lines, short lines or stanzas after what introduces them, table rows, lines that read like entries."""
        line, intro = self.lines[self.at], self._introduction()
        if line.text.startswith("|") and line.text.endswith("|"):
            return self._take_list("table", intro, self._run(lambda one, _: one.text.startswith("|")))
        if line.marker:
            run = [] if _is_numbered_prose(line) or self._is_numbered_heading() else self._marked()
            return (
                bool(run) and bool(intro or len(run) > 1 or len(line.text) > 80) and self._take_list("list", intro, run)
            )
        if intro and self._announces(intro):
            if line.text.count(";") > 1 and len(line.text) > 200:
                return self._take_semicolons(intro)
            if self._is_entry(line):
                return self._take_entries(intro)
        if not self.top and not intro and _is_name_line(line):
            return self._take_name_lines()
        return False

    def _prose(self) -> bool:
        line = self.lines[self.at]
        if not (_is_prose(line) or self._introduces_list()):
            return False
        if self._carries_on(line):
            self._widen(line.end)
            return True
        start = self._after_dateline(line) if self.top else line.start
        self.found.append(Block("prose", start, line.end))
        self.top = False
        self.at += 1
        return True

    def _title(self) -> None:
        line = self.lines[self.at]
        text = line.text.lstrip("#> ") or line.text
        if self._carries_on(line):
            self._widen(line.end)
        elif _is_label(text) or (not self.top and _is_lone_entry(line)):
            self._take("item", skip=len(line.text) - len(text))
        elif self.top and _is_title(text) and not self._is_letterhead(text):
            self._take("headline", skip=len(line.text) - len(text))
        else:
            self._take("heading", skip=len(line.text) - len(text))

    # Taking lines.

    def _take(self, kind: str, skip: int = 0) -> None:
        line = self.lines[self.at]
        self.found.append(Block(kind, line.start + skip, line.end))
        self.at += 1

    def _widen(self, end: int) -> None:
        self.found[-1] = Block("prose", self.found[-1].start, end)
        self.at += 1

    def _run(self, belongs: Callable[[Line, int], bool]) -> list[Line]:
        """The lines from here on that belong together."""
        run: list[Line] = []
        for line in self.lines[self.at :]:
            if not belongs(line, len(run)):
                break
            run.append(line)
        return run

    def _marked(self) -> list[Line]:
        """The marked lines from here on; a whole paragraph belongs to them only after "…;" or "… and"."""
        run: list[Line] = []
        for line in self.lines[self.at :]:
            open_before = bool(run) and run[-1].text.endswith((";", ",", " and", " or"))
            if not line.marker or (_is_numbered_prose(line) and not open_before):
                break
            run.append(line)
        return run

    def _take_list(self, kind: str, intro: Stretch | None, run: Sequence[Line]) -> bool:
        items = tuple(_cells(run) if kind == "list" else map(_item, run))
        self.found.append(Block(kind, items[0].start, run[-1].end, items, intro))
        self.top = False
        while self.at < len(self.lines) and self.lines[self.at].start < run[-1].end:
            self.at += 1
        return True

    def _take_entries(self, intro: Stretch) -> bool:
        gap = self.lines[self.at].gap
        run = self._run(lambda one, k: self._is_entry(one) and (k == 0 or one.gap in (0, gap)))
        certain = self.masked[intro.end - 1] == ":" or bool(_CLOCK.match(self.masked, intro.start))
        return (certain or len(run) > 1) and self._take_list("list", intro, _stanzas(run))

    def _take_name_lines(self) -> bool:
        run = self._run(lambda one, _: self._is_entry(one) and _is_name_line(one))
        last = self.found[-1] if self.found else None
        heading = Stretch(last.start, last.end) if last and last.kind == "heading" else None
        return len(run) > 1 and self._take_list("list", heading, run)

    def _take_semicolons(self, intro: Stretch) -> bool:
        line = self.lines[self.at]
        items = [Stretch(line.start + start, line.start + end) for start, end in _between_semicolons(line.text)]
        self.found.append(Block("list", line.start, line.end, tuple(items), intro))
        self.top = False
        self.at += 1
        return True

    # What decides.

    def _introduction(self) -> Stretch | None:
        """The words just before that may introduce a list: a heading, or a sentence without a full stop."""
        last = self.found[-1] if self.found else None
        if last and last.kind in ("heading", "headline"):
            line = self.lines[self.at]
            indented = line.indent > 1 and self.masked[last.start - 1 : last.start] in ("", "\n")
            below = last.kind == "heading" and not line.gap and bool(line.marker or indented or _is_name_line(line))
            return Stretch(last.start, last.end) if below or self.masked[last.end - 1] == ":" else None
        if last and last.kind == "prose" and self._final_mark(last) not in ".!?\u2026":
            return sentences(self.masked, max(last.start, last.end - _LONGEST_INTRODUCTION), last.end)[-1]
        return None

    def _announces(self, intro: Stretch) -> bool:
        """Whether the lines after an introduction without colon may be its list: it does not break off at a comma."""
        return self.masked[intro.end - 1] not in ",;"

    def _carries_on(self, line: Line) -> bool:
        """Whether a line goes on with the paragraph before, which lacks its stop, in mid-sentence."""
        last = self.found[-1] if self.found else None
        if not last or last.kind != "prose" or line.marker:
            return False
        return self._final_mark(last) not in ".!?:\u2026" and (line.starts_lower or self.masked[last.end - 1] in ",;")

    def _final_mark(self, block: Block) -> str:
        """The last character of a block, closing quotes and brackets aside."""
        return self.masked[max(block.start, block.end - 5) : block.end].rstrip("\"')]")[-1:]

    def _below(self, at: int) -> Line | None:
        return self.lines[at + 1] if at + 1 < len(self.lines) else None

    def _introduces_list(self) -> bool:
        """Whether a short line is a clause that a list finishes ("The delegations were led")."""
        line, below = self.lines[self.at], self._below(self.at)
        words = line.text.rstrip(":").split()
        lower = sum(word[0].islower() for word in words)
        if below is None or len(words) < 3 or lower * 2 < len(words) or line.ends_with_stop or line.marker:
            return False
        return line.text.endswith(":") or (not self.top and bool(below.marker) and not _is_numbered_prose(below))

    def _is_entry(self, line: Line) -> bool:
        """Whether an unmarked line can be one entry of a list: short, no sentence, no new introduction."""
        text = line.text
        if line.marker or text.endswith(":") or text.isupper() or _CLOCK.match(text) or _is_boilerplate(text):
            return False
        if line.starts_lower:
            return len(text) < 160 and (not line.gap or self.masked[self.found[-1].end - 1] == ":")
        sentence = line.ends_with_stop and (len(text.split()) > 14 or bool(_NEW_SENTENCE.search(text)))
        return len(text) < 320 and (not sentence or ";" in self.masked[line.start - 8 : line.start])

    def _is_numbered_heading(self) -> bool:
        """Whether a numbered line is a title: in capitals, or short with prose right below it."""
        line, below = self.lines[self.at], self._below(self.at)
        if line.marker != "number" or line.ends_with_stop or "," in line.text or ";" in line.text:
            return False
        return line.text.isupper() or bool(below and not below.marker and not below.gap and _is_prose(below))

    def _is_dateline(self, at: int) -> bool:
        line = self.lines[at]
        if not self.top or line.marker or len(line.text) > 110:
            return False
        text = re.split(r" {3,}", line.text, maxsplit=1)[0]
        date = _DATE_ANYWHERE.search(text)
        if date:
            words = re.findall(r"[\w']+", _CLOCK.sub(" ", text[: date.start()] + " " + text[date.end() :]))
            strange = [word for word in words if word.islower() and len(word) > 2 and word not in _SMALL_WORDS]
            return len(words) <= 9 and not strange and not (line.ends_with_stop and len(words) > 5)
        return bool(_WEEKDAY_ONLY.fullmatch(text)) or self._is_place_above_date(at, text)

    def _is_place_above_date(self, at: int, text: str) -> bool:
        below = self._below(at)
        short = len(text) < 40 and len(text.split()) < 5
        return bool(short and below and not below.gap and _is_place(text) and self._is_dateline(at + 1))

    def _after_dateline(self, line: Line) -> int:
        """Take a dateline off the first paragraph; where its prose begins."""
        match = _OPENING_DATE.match(line.text) or _opening_place(line.text)
        if not match:
            return line.start
        printed = match.group().rstrip(" -\u2013\u2014:|./")
        self.found.append(Block("dateline", line.start, line.start + len(printed)))
        return line.start + match.end()

    def _is_letterhead(self, text: str) -> bool:
        """Whether a line at the top names the issuer and a longer title follows."""
        if len(text.split()) > 9 or not _letterhead().match(text):
            return False
        titles = [line.text for line in self.lines[self.at + 1 : self.at + 5] if not _is_prose(line)]
        return any(len(title.split()) > 3 and not _DATE_ANYWHERE.search(title) for title in titles)


# Lines by their shape.


def _is_prose(line: Line) -> bool:
    """Whether a line is running text: stopped and long enough, or long, or more than one sentence."""
    text = line.text
    if line.marker:
        return _is_numbered_prose(line)
    words = text.count(" ") + 1
    if len(text) < 150 and _CLOCK.match(text):
        return False
    if len(text) > 200 or (line.ends_with_stop and words > 5 and not text.isupper()):
        return True
    return bool(words > 8 and not text.isupper() and _NEW_SENTENCE.search(text))


def _is_numbered_prose(line: Line) -> bool:
    """Whether a marked line is a numbered (or bulleted) paragraph rather than an entry."""
    if not line.marker or not line.ends_with_stop:
        return False
    if len(line.text) > 120 and _NEW_SENTENCE.search(line.text):
        return True
    return line.marker == "number" and len(line.text.split()) > 12 and ";" not in line.text


def _is_name_line(line: Line) -> bool:
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


def _is_lone_entry(line: Line) -> bool:
    """Whether a short line reads "Address at the opening: Name, post", or like one entry of a list."""
    label, colon, rest = line.text.partition(": ")
    if line.text.isupper() or _CLOCK.match(line.text):
        return False
    return bool(colon and len(label) < 70 and len(rest) > 3) or _is_name_line(line)


def _stanzas(run: list[Line]) -> list[Line]:
    """Entries of several lines each, parted by blank lines, as one line an entry; other runs as they are."""
    groups: list[list[Line]] = []
    for line in run:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    tall = [group for group in groups if len(group) > 1]
    if len(groups) < 2 or len(tall) * 2 < len(groups) or any("," in group[0].text for group in tall):
        return run
    return [Line(group[0].start, group[-1].end, group[0].text, group[0].indent, group[0].gap) for group in groups]


def _cells(run: Sequence[Line]) -> list[Stretch]:
    """One entry a line; one a column where names are set out in three columns or more."""
    if not any(len(_COLUMN.findall(line.text)) > 2 for line in run) or any("," in line.text for line in run):
        return [_item(line) for line in run]
    return [
        Stretch(line.start + cell.start(), line.start + cell.end())
        for line in run
        for cell in _COLUMN.finditer(line.text)
    ]


def _item(line: Line) -> Stretch:
    """The words of one entry, without the marks that part it from the next."""
    tail = line.text[-8:]
    cut = len(tail) - len(re.sub(r"[\s,;]+(?:and|or)?\s*\Z", "", tail))
    return Stretch(line.start, line.end - cut if line.end - cut > line.start else line.end)


def _between_semicolons(text: str) -> list[tuple[int, int]]:
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


# Lines by their words.


def _is_boilerplate(text: str) -> bool:
    return bool(_MARKS_ONLY.match(text)) or _begins("boilerplate", text)


def _is_heading(text: str) -> bool:
    plain = text.rstrip(":").casefold()
    return plain in _words("heading") or (plain.startswith("about ") and len(plain) < 50)


def _is_title(text: str) -> bool:
    return text[-1:] != ":" and not _is_heading(text) and not _CLOCK.match(text)


def _is_label(text: str) -> bool:
    label = re.split(r"[:|]", text[:60], maxsplit=1)[0]
    return bool(text[len(label) + 1 :].strip()) and label.strip().casefold() in _words("label")


def _is_place(text: str) -> bool:
    return text.split(",", maxsplit=1)[0].casefold() in _cities()


def _opening_place(text: str) -> re.Match[str] | None:
    """A dateline without date ("RIYADH: …", "Amman – …"): capitals before a dash, else a known city."""
    match = _OPENING_CAPITALS.match(text)
    if match and (match.group(2) not in ":." or _is_place(match.group(1))):
        return match
    match = _OPENING_PLACE.match(text)
    return match if match and _is_place(match.group(1)) else None


def _begins(kind: str, text: str) -> bool:
    return bool(_beginning(kind).match(text))


@cache
def _beginning(kind: str) -> re.Pattern[str]:
    """A pattern for the words of one kind at the beginning of a line, whole words only."""
    ended = [re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "") for word in sorted(_words(kind), reverse=True)]
    return re.compile(f"(?:{'|'.join(ended)})", re.IGNORECASE)


@cache
def _letterhead() -> re.Pattern[str]:
    lead = "|".join(re.escape(word) for word in sorted(_words("letterhead-lead"), reverse=True))
    return re.compile(rf"(?:(?:{lead}) ){{0,2}}{_beginning('letterhead').pattern}", re.IGNORECASE)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(form for form, of_kind in _rows("page-words.tsv") if of_kind == kind)


@cache
def _cities() -> frozenset[str]:
    return frozenset(city.casefold() for city, _ in _rows("cities.tsv"))


@cache
def _rows(table: str) -> tuple[tuple[str, str], ...]:
    """The first two columns of a word table, its header and notes left out."""
    text = (resources.lexicon() / table).read_text(encoding="utf-8")
    lines_of_table = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((cells[0], cells[1]) for cells in lines_of_table[1:])
