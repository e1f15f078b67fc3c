"""Lines of a programme that begin with the hour, and which of them every line stands under."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from kg.extraction.text.tokens import Token

_HALVES = ("am", "pm", "a.m", "p.m", "a.m.", "p.m.")
_BEHIND_FIGURES = ("hrs", "hours", "h", "-", "\u2013", "\u2014", ":")
_BETWEEN_HOURS = (".", ",", "to", "until", "|", "from")
_UNDER = 12  # lines that one hour is over
_DAY, _HOUR = 24, 60


class _Span(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


class _Lines(Protocol):
    @property
    def tokens(self) -> Sequence[Token]: ...
    @property
    def sentences(self) -> Sequence[_Span]: ...


def opens_with_hour(tokens: Sequence[Token], line: _Span) -> bool:
    """Whether a line begins with the hour: 9:05 - 9:15 am; 10.00; 14h30; 0900 -; 9 a.m."""
    if line.first >= line.last or not tokens[line.first].text[0].isdigit():
        return False
    words = [token.lower for token in tokens[line.first : min(line.first + 3, line.last)]]
    hour, _, minute = "".join(words).replace("h", ":").replace(".", ":").partition(":")
    if hour.isdigit() and len(hour) < 3 and minute[:2].isdigit() and not minute[2:3].isdigit():
        return True
    if len(words) < 2 or not words[0].isdigit():
        return False
    if len(words[0]) < 3:
        return "".join(words[1:]).startswith(_HALVES) and int(words[0]) <= _DAY
    return len(words[0]) == 4 and words[1] in _BEHIND_FIGURES and _is_clock(words[0])


def timed(page: _Lines) -> tuple[int, ...]:
    """The numbers of the lines that begin with the hour; :meth:`Page.kept` finds them once."""
    return tuple([number for number, line in enumerate(page.sentences) if opens_with_hour(page.tokens, line)])


def behind_hour(tokens: Sequence[Token], line: _Span) -> int:
    """Where the words behind the hour of a line begin: 9:00 to 10:45 | *Opening*."""
    at = line.first
    while at < line.last and _is_of_hour(tokens[at].lower):
        at += 1
    return at


def _is_of_hour(word: str) -> bool:
    return word[0].isdigit() or word in _HALVES or word in _BEHIND_FIGURES or word in _BETWEEN_HOURS


def _is_clock(figures: str) -> bool:
    """Whether four figures are an hour and no year: 0900, 1430."""
    return int(figures[:2]) < _DAY and int(figures[2:]) < _HOUR and not figures.startswith(("19", "20"))


def entries(tokens: Sequence[Token], lines: Sequence[_Span]) -> tuple[int | None, ...]:
    """For every line the number of the hour above it; for none where fewer than two lines begin with one."""
    found = tuple(_entries(tokens, lines))
    return found if len({entry for entry in found if entry is not None}) > 1 else (None,) * len(found)


def _entries(tokens: Sequence[Token], lines: Sequence[_Span]) -> Iterator[int | None]:
    above: int | None = None
    for number, line in enumerate(lines):
        if opens_with_hour(tokens, line):
            above = number
        yield above if above is not None and number - above <= _UNDER else None
