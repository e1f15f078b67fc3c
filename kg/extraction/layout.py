"""What each part of a page is: headline, dateline, prose, list, caption, heading, table, boilerplate."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.extraction.lines import Line, lines
from kg.extraction.sentences import Stretch, sentences


@dataclass(frozen=True, slots=True)
class Block:
    """One part ``[start, end)`` of a page, in code points.

    ``kind`` is one of ``headline dateline prose list item caption heading table boilerplate``. A list (or table)
    has ``items``, bullets and numbers taken off, and the words that introduce it, if any.
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
    rf"(?:{_DAYS}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH},?\s+{_DAYS},?\s+\d{{4}}|{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY}"
    rf"|{_DAY}\s+{_MONTH}|(?:[Ee]arly|[Mm]id|[Ll]ate|Spring|Summer|Autumn|Winter)[ -]\d{{4}}"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day|\.)?)"
_DATE_ANYWHERE = re.compile(rf"(?<![\w/]){_DATE}(?![\w/])", re.IGNORECASE)
_WEEKDAY_ONLY = re.compile(rf"{_WEEKDAY}\.?", re.IGNORECASE)
_PLACE = r"[A-Z][^\s.:;|\u2013\u2014]*(?:[ .][A-Za-z(][^\s.:;|\u2013\u2014]*){0,7}"
_OPENING_DATE = re.compile(
    rf"\(?(?:(?!(?:On|In|At|From|By|Since|Until|The|During)\b){_PLACE}(?:\s*[,.:|/\u2013\u2014]\s*|\s+-+\s+|\s+))?"
    rf"(?:{_WEEKDAY},?\s+)?{_DATE}\)?\s*(?:\u2013|\u2014|-{{1,2}}|:|\||\.-?|/)\s+(?=[A-Z\"'(\[])",
    re.IGNORECASE,
)
_OPENING_CAPITALS = re.compile(
    r"([A-Z][A-Z'-]{2,}(?: [A-Z][A-Z'-]+){0,2})(?:[ ,/]+[A-Z][A-Z.'/-]+){0,3}\s*(\u2013|\u2014|\s-{1,2}|:|\.)\s+(?=[A-Z\"])"
)
_OPENING_PLACE = re.compile(
    r"([A-Z][\w'.-]+(?: (?:[a-z]{2} )?[A-Z][\w'.-]+){0,2})(?:, [A-Z][\w. ]{1,20})?\s+(?:\u2013|\u2014|-{1,2})\s+(?=[A-Z\"])"
)
_CAPTION = re.compile(
    r"\[?\(?(?:Photo|PHOTO|Picture|PICTURE|Image|IMAGE|Caption|CAPTION|Pictured|In the (?:photo|picture)|Photograph)"
    r"(?:graph)?s?\b(?! service| exhibition)",
)
_BOILERPLATE = re.compile(
    r"(?:for (?:more|further|additional|media) (?:information|inquiries|enquiries|details)|(?:media|press) (?:contact|enquir|"
    r"inquir|relations)|contacts?\b ?(?:person|information|us|details)?:|copyright|\u00a9|all rights reserved|skip (?:to|navigation)"
    r"|home ?[>/|\u00bb]|share (?:this|on)|follow us|read more|subscribe|print this|download|if you cannot see this|unsubscribe"
    r"|page \d+(?: of \d+)?$|[^>]+ > [^>]+ > |-? ?\d{1,3} ?-$|ends?$|#{2,}|\*{3,}|_{3,}|-{3,}|={3,}|\* ?\* ?\*|\(?continued|haga click|for immediate release"
    r"|(?:last )?updated:?|tel\.?:|phone:|e-?mail:|fax:|https?://|www\.)",
    re.IGNORECASE,
)
_HEADING_WORDS = re.compile(
    r"(?:joint )?(?:press|news|media|statement|information)(?: (?:release|statement|note|communiqu[e\u00e9]|advisory|briefing|"
    r"service|centre|center|office|conference))s?|(?:joint )?(?:statement|communiqu[e\u00e9]|readout|read-out|background|summary|"
    r"annex|agenda|programme|program|participants|speakers|news|note|notes|conclusions?|introduction|contents|press|archive|"
    r"note to (?:editors|correspondents)|notes to editors|about us|present|witnesses|delegations?|panel(?:l?ists)?|by|with|date|hit|page)"
    r"|about (?:the |mr\.? |ms\.? )?[\w -]{2,40}|for (?:the )?(?:information|record)[\w ]{0,20}",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:hosts?|organi[sz]ers?|organi[sz]ed by|(?:co-?|joint )?chair(?:s|man|men|person|persons)?|(?:co-)?moderat(?:or|ors|ion)|"
    r"(?:key ?note )?(?:speakers?|speech|address|remarks)|opening remarks|masters? of ceremon(?:y|ies)|venue|place|location|"
    r"presenters?|panel(?:l?ists)?|participants|present|witnesses|rapporteurs?|facilitators?)\s*[:|]\s+\S",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\(?\d{1,2}[:.h]?\d{2}(?:\s*(?:-|\u2013|to)\s*\d{1,2}[:.h]?\d{2})?(?:[ap]m)?\b")
_STOPPED = re.compile(r"[a-z\")\d][.!?]\s+[\"']?[A-Z]")
_LETTERHEAD = re.compile(
    r"(?:the |u\.?s\.? |european |federal |national |royal )?(?:office|ministry|embassy|department|government|republic|kingdom|"
    r"federation|white house|council|commission|committee|subcommittee|secretariat|delegation|mission|permanent|consulate|agency|directorate|"
    r"bureau|state department|prime minister's|chancellery|presidency|parliament|senate|house of|union|commonwealth|"
    r"organi[sz]ation|historical|publisher|media cent|foreign office|home office|united nations)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    {"of", "the", "de", "and", "at", "la", "el", "am", "pm", "hrs", "to", "for", "y", "des", "du", "st", "nd", "rd", "th", "item", "meeting", "session", "release", "no", "nr", "editors", "correspondents", "immediate"}
)


def blocks(masked: str) -> tuple[Block, ...]:
    """The parts of a masked page, in order, apart from each other; every word stands in one of them."""
    return tuple(_Reader(masked).read())


class _Reader:
    """Reads the meant lines of a page from the top; ``self.found`` grows, its last block may still be widened."""

    def __init__(self, masked: str) -> None:
        self.masked = masked
        self.lines = lines(masked)
        self.found: list[Block] = []
        self.at = 0
        self.top = True  # no prose yet

    def read(self) -> list[Block]:
        while self.at < len(self.lines):
            if not (self._furniture() or self._list() or self._prose()):
                self._title()
        return self.found

    # --- one reader a kind; each answers whether it took the line -------------------------------------------------

    def _furniture(self) -> bool:
        line = self.lines[self.at]
        if _BOILERPLATE.match(line.text) and (len(line.text) < 160 or not _STOPPED.search(line.text)):
            self._add("boilerplate", line.start, line.end)
        elif not line.marker and _CAPTION.match(line.text):
            self._add("caption", line.start, line.end)
        elif self._is_dateline(self.at):
            last = self.found[-1] if self.found else None
            if last and last.kind == "dateline" and not line.gap:
                self.found[-1] = Block("dateline", last.start, line.end)
            else:
                self._add("dateline", line.start, line.end)
        else:
            return False
        self.at += 1
        return True

    def _list(self) -> bool:
        """A run of marked lines, of short lines after what introduces them, of table rows, or of lines like entries."""
        intro = self._introduction()
        line = self.lines[self.at]
        if line.text.startswith("|") and line.text.endswith("|"):
            return self._take_list("table", intro, self._run(lambda one, _: one.text.startswith("|")))
        if line.marker and not _is_numbered_prose(line) and not self._is_numbered_heading():
            run = self._marked()
            if intro or len(run) > 1 or len(line.text) > 80:
                return self._take_list("list", intro, run)
        if intro and self._ends_in_colon(intro) and not line.marker and line.text.count(";") > 1 and len(line.text) > 200:
            return self._take_semicolons(intro)
        if intro and not line.marker and self._is_entry(line):
            first_gap = line.gap
            run = self._run(lambda one, k: self._is_entry(one) and (one.gap == 0 or one.gap == first_gap or k == 0))
            if self._ends_in_colon(intro) or len(run) > 1 or _CLOCK.match(self.masked, intro.start):
                return self._take_list("list", intro, _stanzas(run))
        if not self.top and not intro and _is_like_a_name_line(line):
            run = self._run(lambda one, _: self._is_entry(one) and _is_like_a_name_line(one))
            if len(run) > 1:
                last = self.found[-1] if self.found else None
                heading = Stretch(last.start, last.end) if last and last.kind == "heading" else None
                return self._take_list("list", heading, run)
        return False

    def _prose(self) -> bool:
        line = self.lines[self.at]
        if not _is_prose(line) and not self._introduces_list():
            return False
        start = line.start
        if self.top:
            start = self._opening_dateline(line)
        last = self.found[-1] if self.found else None
        if last and last.kind == "prose" and self._is_unfinished(last) and self._carries_on(last, line):
            self.found[-1] = Block("prose", last.start, line.end)
        else:
            self._add("prose", start, line.end)
        self.top = False
        self.at += 1
        return True

    def _title(self) -> None:
        line = self.lines[self.at]
        last = self.found[-1] if self.found else None
        text = line.text.lstrip("#> ")
        start = line.end - len(text)
        if last and last.kind == "prose" and self._is_unfinished(last) and line.starts_lower:
            self.found[-1] = Block("prose", last.start, line.end)
        elif _LABELLED.match(text) or (not self.top and _is_labelled(line)):
            self._add("item", start, line.end)
        elif self.top and not _HEADING_WORDS.fullmatch(text.rstrip(":")) and not self._is_letterhead(text):
            self._add("headline", start, line.end)
        elif text:
            self._add("heading", start, line.end)
        else:
            self._add("boilerplate", line.start, line.end)
        self.at += 1

    # --- what is needed to decide -----------------------------------------------------------------------------------

    def _add(self, kind: str, start: int, end: int) -> None:
        self.found.append(Block(kind, start, end))

    def _run(self, belongs: Callable[[Line, int], bool]) -> list[Line]:
        """The lines from here on that belong together."""
        run: list[Line] = []
        for line in self.lines[self.at :]:
            if not belongs(line, len(run)):
                break
            run.append(line)
        return run

    def _marked(self) -> list[Line]:
        """The marked lines from here on; a whole sentence belongs to them only after "…;" or "… and"."""
        run: list[Line] = []
        for line in self.lines[self.at :]:
            open_before = bool(run) and run[-1].text.endswith((";", ",", " and", " or"))
            if not line.marker or (_is_numbered_prose(line) and not open_before):
                break
            run.append(line)
        return run

    def _take_list(self, kind: str, intro: Stretch | None, run: list[Line]) -> bool:
        if not run:
            return False
        items = tuple(_item(line) for line in run)
        self.found.append(Block(kind, items[0].start, max(run[-1].end, items[-1].end), items, intro))
        self.at += sum(1 for line in self.lines[self.at :] if line.start < run[-1].end)
        return True

    def _take_semicolons(self, intro: Stretch) -> bool:
        line = self.lines[self.at]
        items = [Stretch(line.start + start, line.start + end) for start, end in _between_semicolons(line.text)]
        self.found.append(Block("list", line.start, line.end, tuple(items), intro))
        self.top = False
        self.at += 1
        return True

    def _introduction(self) -> Stretch | None:
        """The words just before that announce a list: a sentence that ends in a colon or not at all, or a heading."""
        if not self.found:
            return None
        last = self.found[-1]
        if last.kind in ("heading", "headline"):
            line = self.lines[self.at]
            below = last.kind == "heading" and not line.gap
            announces = self.masked[last.end - 1] == ":" or (below and (line.marker or _is_like_a_name_line(line)))
            return Stretch(last.start, last.end) if announces else None
        if last.kind == "prose" and self._is_unfinished(last, colon=True):
            return sentences(self.masked, last.start, last.end)[-1]
        return None

    def _ends_in_colon(self, stretch: Stretch) -> bool:
        return self.masked[stretch.end - 1] == ":"

    def _is_unfinished(self, block: Block, *, colon: bool = False) -> bool:
        final = self.masked[block.start : block.end].rstrip("\"')]")[-1:]
        return final not in ".!?\u2026" and (colon or final != ":")

    def _carries_on(self, last: Block, line: Line) -> bool:
        return not line.marker and (line.starts_lower or self.masked[last.end - 1] in ",;")

    def _introduces_list(self) -> bool:
        """Whether a short line is a clause that a list finishes ("The delegations were led")."""
        line = self.lines[self.at]
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
        words = line.text.rstrip(":").split()
        lower = sum(word[0].islower() for word in words)
        if below is None or len(words) < 3 or lower * 2 < len(words) or line.ends_with_stop:
            return False
        if line.text.endswith(":"):
            return True
        return bool(not self.top and below.marker and not _is_numbered_prose(below))

    def _is_entry(self, line: Line) -> bool:
        """Whether an unmarked line can be one entry of a list: short, not a sentence, not a new introduction."""
        text = line.text
        return (
            (not line.marker
            and len(text) < 320
            and not text.endswith(":")
            and not text.isupper()
            and not (line.ends_with_stop and len(text) > 160)
            and not _is_sentence(line)
            and not _CLOCK.match(text)
            and not _BOILERPLATE.match(text)
            and not line.starts_lower)
            or (line.starts_lower and text.startswith(("and ", "as well")) and len(text) < 160 and not line.gap)
        )

    def _is_numbered_heading(self) -> bool:
        """A numbered short line with prose right below it, or in capitals."""
        line = self.lines[self.at]
        if line.marker != "number" or line.ends_with_stop or "," in line.text or ";" in line.text:
            return False
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
        return line.text.isupper() or bool(below and not below.marker and not below.gap and _is_prose(below))

    def _is_dateline(self, at: int) -> bool:
        line = self.lines[at]
        if not self.top or line.marker or len(line.text) > 110:
            return False
        text = re.split(r" {3,}", line.text)[0]
        if _WEEKDAY_ONLY.fullmatch(text):
            return True
        date = _DATE_ANYWHERE.search(text)
        if date:
            rest = _CLOCK.sub(" ", text[: date.start()] + " " + text[date.end() :])
            words = [word for word in re.split(r"[^\w']+", rest) if word]
            strange = [word for word in words if word.islower() and word not in _SMALL_WORDS and len(word) > 2]
            return len(words) <= 9 and not strange and not (line.ends_with_stop and len(words) > 5)
        below = self.lines[at + 1] if at + 1 < len(self.lines) else None
        short = len(text) < 40 and len(text.split()) < 5 and text[:1].isupper() and (at > 0 or not text.isupper())
        return bool(short and below and not below.gap and "," in text + "," and self._is_place(text) and self._is_dateline(at + 1))

    def _is_place(self, text: str) -> bool:
        return text.split(",", maxsplit=1)[0].casefold() in _cities()

    def _opening_dateline(self, line: Line) -> int:
        """Cuts a dateline off the first paragraph; returns where its prose begins."""
        match = _OPENING_DATE.match(line.text)
        if not match:
            match = _OPENING_CAPITALS.match(line.text)
            if match and match.group(2) in ":." and not self._is_place(match.group(1)):
                match = None
        if not match:
            match = _OPENING_PLACE.match(line.text)
            if match and not self._is_place(match.group(1)):
                match = None
        if not match:
            return line.start
        cut = match.group().rstrip(" -\u2013\u2014:|./")
        self._add("dateline", line.start, line.start + len(cut))
        return line.start + match.end()

    def _is_letterhead(self, text: str) -> bool:
        """Whether a line at the top names the issuer and a longer title follows."""
        if not _LETTERHEAD.match(text) or len(text.split()) > 9:
            return False
        below = self.lines[self.at + 1 : self.at + 5]
        return any(not _is_prose(line) and len(line.text.split()) > 3 and not self._is_date(line) for line in below)

    def _is_date(self, line: Line) -> bool:
        return bool(_DATE_ANYWHERE.search(line.text) and len(line.text.split()) < 9)


@cache
def _cities() -> frozenset[str]:
    """The names of the known cities, case-folded."""
    path = resources.lexicon() / "cities.tsv"
    rows = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(row.split("\t")[0].casefold() for row in rows if row and not row.startswith("#"))


def _is_sentence(line: Line) -> bool:
    return line.ends_with_stop and (len(line.text.split()) > 14 or bool(_STOPPED.search(line.text)))


def _is_prose(line: Line) -> bool:
    """Whether a line is running text: stopped and long enough, or long, or more than one sentence."""
    text = line.text
    if line.marker and not _is_numbered_prose(line):
        return False
    words = text.count(" ") + 1
    if len(text) > 200 or (line.ends_with_stop and words > 5 and not text.isupper()):
        return True
    return bool(words > 8 and not text.isupper() and _STOPPED.search(text))


def _is_numbered_prose(line: Line) -> bool:
    """Whether a marked line is a numbered (or bulleted) paragraph rather than an entry."""
    if not line.marker or not line.ends_with_stop:
        return False
    if _STOPPED.search(line.text) and len(line.text) > 120:
        return True
    return line.marker == "number" and len(line.text.split()) > 12 and ";" not in line.text


def _is_labelled(line: Line) -> bool:
    """Whether a short line reads "Address at the opening: Name, post", or is one entry standing alone."""
    label, colon, rest = line.text.partition(": ")
    if colon and len(label) < 70 and len(rest) > 3 and not line.text.isupper():
        return True
    return _is_like_a_name_line(line) and not _CLOCK.match(line.text) and not line.text.isupper()


def _is_like_a_name_line(line: Line) -> bool:
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
    return len(columns) < len(words) + 1 < 10 and capitals * 3 > len(words) * 2


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
    return [
        Line(group[0].start, group[-1].end, group[0].text, group[0].indent, group[0].gap) for group in groups
    ]


def _item(line: Line) -> Stretch:
    """The words of one entry, without the marks that part it from the next."""
    text = re.sub(r"[\s,;]+(?:and|or)?\s*\Z", "", line.text[-8:])
    cut = len(line.text[-8:]) - len(text)
    end = line.end - cut
    return Stretch(line.start, end if end > line.start else line.end)


def _between_semicolons(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` between semicolons outside brackets, without a leading "and" and a final stop."""
    parts: list[tuple[int, int]] = []
    depth = begin = 0
    for position, char in enumerate(text + ";"):
        depth += (char == "(") - (char == ")")
        if char == ";" and (depth <= 0 or position == len(text)):
            part = text[begin:position]
            lead = len(part) - len(re.sub(r"\A\s*(?:(?:and|as well as)\s+)?", "", part))
            end = position - (len(part) - len(part.rstrip()))
            if begin + lead < end:
                parts.append((begin + lead, end))
            begin = position + 1
    return parts
