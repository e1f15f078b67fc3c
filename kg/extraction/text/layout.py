"""What each part of a page is: headline, dateline, prose, list, item, caption, heading, table, about, boilerplate.

A page is read from the top, one meant line after the other (:mod:`kg.extraction.text.lines`). The words by which
furniture is known stand in ``lexicon/page-words.tsv``.
"""

from collections.abc import Callable, Sequence
from itertools import chain, count, takewhile

from kg.extraction.date.datelines import DATE_ANYWHERE, OPENING_DATE, is_of_agency, opening_place
from kg.extraction.text.blocks import Block
from kg.extraction.text.furniture import FurnitureReader
from kg.extraction.text.houses import House
from kg.extraction.text.line_shapes import (
    CLOCK,
    between_semicolons,
    cells,
    holds_sentences,
    is_dateline,
    is_lone_entry,
    is_name_line,
    is_numbered_prose,
    is_prose,
    is_row,
    item,
    opens_recital,
    stanzas,
)
from kg.extraction.text.lines import Line, lines
from kg.extraction.text.page_words import is_heading, is_label, is_place
from kg.extraction.text.sentences import Stretch, sentences
from kg.extraction.text.sides import columns

__all__ = ["Block", "blocks"]

_HEAD = 16  # blocks in which the opening of a page lies
_FOOT = 4  # lines at the end of a page, one of which may date it
_LONGEST_INTRODUCTION = 3000  # so that a page of unfinished paragraphs is read in linear time


def blocks(masked: str, house: House | None = None, meant: Sequence[Line] | None = None) -> tuple[Block, ...]:
    """The parts of a masked page (``meant``: its lines), in order, apart; every word stands in one of them."""
    return tuple(_Reader(masked, house, lines(masked) if meant is None else meant).read())


class _Reader:
    """Reads the meant lines of a page; ``found`` grows, and its last block may still be widened."""

    def __init__(self, masked: str, house: House | None, meant: Sequence[Line]) -> None:
        self.masked = masked
        self.house = house
        self.lines = meant
        self.found: list[Block] = []
        self.at = 0
        self.top = True  # no prose yet
        self.furniture = FurnitureReader(masked, house, meant, self.found)

    def read(self) -> list[Block]:
        """Let each kind try the line at hand; a line that none takes is a title."""
        while self.at < len(self.lines):
            if not (self._furniture() or self._list() or self._prose()):
                self._title()
        return self.found

    # One reader a kind; each answers whether it took the line.

    def _furniture(self) -> bool:
        line = self.lines[self.at]
        if kind := self.furniture.kind(line, top=self.top):
            self._take(kind)
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
        items, run = columns(self.lines, self.at)
        if items:
            return self._take_list("list", None, run, items)
        if is_row(line):
            run = self._run(lambda one, k: is_row(one) and (k == 0 or not one.gap))
            if len(run) > 1:
                return self._take_list("table", intro, run)
        if line.marker:
            run = [] if is_numbered_prose(line) or self._is_numbered_heading() else self._marked()
            listed = bool(intro) or len(run) > 1 or len(line.text) > 80
            return bool(run) and listed and self._take_list("list", intro, run)
        if intro and self._announces(intro):
            if line.text.count(";") > 1 and len(line.text) > 200 and not line.text.endswith(":"):
                return self._take_semicolons(intro)
            if self._is_entry(line):
                return self._take_entries(intro)
        if not self.top and not intro and is_name_line(line):
            return self._take_name_lines()
        return False

    def _prose(self) -> bool:
        line = self.lines[self.at]
        if not (is_prose(line) or self._introduces_list()) or self._is_styled_title(line):
            return False
        if self._carries_on(line):
            self._widen(line.end)
            return True
        start = self._after_dateline(line) if self._may_be_dated(line) else line.start
        self.found.append(Block("prose", start, line.end))
        self.top = False
        self.at += 1
        return True

    def _title(self) -> None:
        line = self.lines[self.at]
        text = line.text.lstrip("#> ") or line.text
        skip = len(line.text) - len(text)
        if self._carries_on(line):
            self._widen(line.end)
        elif is_label(text) or (not self.top and is_lone_entry(line)):
            self._take("item", skip)
        elif self.top and _is_title(text) and not self.furniture.is_letterhead(text, self.at):
            self._take("headline", skip)
        else:
            dated = self._after_dateline(line) if self.top and text.endswith(":") else line.start
            self._take("heading", max(dated - line.start, skip))

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
        ahead = zip(self.lines[self.at :], count(), strict=False)
        return [line for line, _ in takewhile(lambda one: belongs(*one), ahead)]

    def _marked(self) -> list[Line]:
        """The marked lines from here on; a whole paragraph belongs to them only after "…;" or "… and"."""
        run: list[Line] = []
        for line in self.lines[self.at :]:
            open_before = bool(run) and run[-1].text.endswith((";", ",", " and", " or"))
            if not line.marker or (is_numbered_prose(line) and not open_before):
                break
            run.append(line)
        return run

    def _take_list(self, kind: str, intro: Stretch | None, run: Sequence[Line], apart: Sequence[Stretch] = ()) -> bool:
        items = tuple(apart or (cells(run) if kind == "list" else map(item, run)))
        joints = tuple(chain.from_iterable(line.joints for line in run))
        self.found.append(Block(kind, items[0].start, run[-1].end, items, intro, joints))
        self.top = False
        while self.at < len(self.lines) and self.lines[self.at].start < run[-1].end:
            self.at += 1
        return True

    def _take_entries(self, intro: Stretch) -> bool:
        first = self.lines[self.at]
        run = self._run(lambda one, k: self._is_entry(one) and (k == 0 or one.gap in (0, first.gap)))
        out = (k for k, one in enumerate(run) if one.gap and one.indent < first.indent)  # there the text goes on
        run = run[: next(out, len(run))]
        certain = self.masked[intro.end - 1] == ":" or bool(CLOCK.match(self.masked, intro.start))
        return (certain or len(run) > 1) and self._take_list("list", intro, stanzas(run))

    def _take_name_lines(self) -> bool:
        run = self._run(lambda one, _: self._is_entry(one) and is_name_line(one))
        last = self.found[-1] if self.found else None
        heading = Stretch(last.start, last.end) if last and last.kind == "heading" else None
        return len(run) > 1 and self._take_list("list", heading, run)

    def _take_semicolons(self, intro: Stretch) -> bool:
        line = self.lines[self.at]
        items = [Stretch(line.start + start, line.start + end) for start, end in between_semicolons(line.text)]
        last, *beyond = sentences(self.masked, items[-1].start, items[-1].end)
        self.found.append(Block("list", line.start, last.end, (*items[:-1], last), intro))
        if beyond:  # the sentences behind the last entry
            self.found.append(Block("prose", beyond[0].start, line.end))
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
            below = last.kind == "heading" and not line.gap and bool(line.marker or indented or is_name_line(line))
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
        if not last or last.kind != "prose" or line.marker or opens_recital(line):
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
        return line.text.endswith(":") or (not self.top and bool(below.marker) and not is_numbered_prose(below))

    def _is_entry(self, line: Line) -> bool:
        """Whether an unmarked line can be one entry of a list: short, no sentence, no new introduction."""
        text = line.text
        if line.marker or text.endswith(":") or text.isupper() or CLOCK.match(text) or self.furniture.is_known(text):
            return False
        if line.starts_lower:
            return len(text) < 160 and (not line.gap or self.masked[self.found[-1].end - 1] == ":")
        sentence = line.ends_with_stop and (len(text.split()) > 14 or holds_sentences(text))
        return len(text) < 320 and (not sentence or ";" in self.masked[line.start - 8 : line.start])

    def _is_numbered_heading(self) -> bool:
        """Whether a numbered line is a title: in capitals, or short with prose right below it."""
        line, below = self.lines[self.at], self._below(self.at)
        if line.marker != "number" or line.ends_with_stop or "," in line.text or ";" in line.text:
            return False
        return line.text.isupper() or bool(below and not below.marker and not below.gap and is_prose(below))

    def _is_dateline(self, at: int) -> bool:
        line = self.lines[at]
        if len(self.found) <= _HEAD and not line.marker and is_of_agency(line.text):
            return True
        if not (self.top or self._signs(at)) or len(line.text) > 110:
            return False
        return is_dateline(line) or (not line.marker and self._is_place_above_date(at, line.text))

    def _signs(self, at: int) -> bool:
        """Whether a line is one of the last, and short: a page without dateline may be dated at its end."""
        last = at > 2 and at >= len(self.lines) - _FOOT and len(self.lines[at].text) < 50
        return last and not any(block.kind == "dateline" for block in self.found[:_HEAD])

    def _is_place_above_date(self, at: int, text: str) -> bool:
        below = self._below(at)
        short = len(text) < 40 and len(text.split()) < 5
        return bool(short and below and not below.gap and is_place(text) and self._is_dateline(at + 1))

    def _may_be_dated(self, line: Line) -> bool:
        """Whether a dateline may open this paragraph: the first, or, with its place, the second where none was seen."""
        if self.top or len(self.found) > _HEAD:
            return self.top
        kinds = [block.kind for block in self.found]
        most = 1 if "dateline" in kinds else 2
        return kinds.count("prose") < most and not DATE_ANYWHERE.match(line.text)

    def _after_dateline(self, line: Line) -> int:
        """Take datelines off the first paragraph, that of the page and that of the agency; where its prose begins."""
        start = line.start
        for _ in range(2):
            text = self.masked[start : line.end]
            match = OPENING_DATE.match(text) or opening_place(text)
            if not match:
                break
            printed = match.group().rstrip(" -\u2013\u2014:|./,")
            self.found.append(Block("dateline", start, start + len(printed)))
            start += match.end()
        return start

    def _is_styled_title(self, line: Line) -> bool:
        """Whether only the stop of a style made prose of a line at the top: *Remarks by Ms. Varga at the Forum*."""
        below = self._below(self.at)
        apart = below is not None and (below.gap > 0 or self._is_dateline(self.at + 1))
        short = line.text[-1].isalnum() and len(line.text) < 200 and not holds_sentences(line.text)
        return self.top and apart and short


def _is_title(text: str) -> bool:
    return text[-1:] != ":" and not is_heading(text) and not CLOCK.match(text)
