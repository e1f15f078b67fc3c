"""Where sentences end: a full stop, unless an abbreviation, an initial or what follows says otherwise.

Line ends mean nothing here; which lines belong together is for :mod:`kg.extraction.text.layout` to say.
"""

import re
from calendar import month_name
from functools import cache
from typing import NamedTuple

from kg import resources


class Stretch(NamedTuple):
    """A half-open stretch ``[start, end)`` of the masked text, in code points; unpacks as a pair."""

    start: int
    end: int


_STOP = re.compile(r"[.!?\u2026]+[\"')\]]*(?:\[\d{1,3}\])?(?=(\s*)(.?)(.?))", re.DOTALL)
_WORD_BEFORE = re.compile(r"[^\s(\[\"',;/\u2013-]*\Z")
_NEXT_WORD = re.compile(r"[\"'(\[]*([^\W\d_]+)")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)*[^\W\d_]")
_ENUMERATOR = re.compile(r"\d{1,3}|[ivxIVX]{1,5}|[A-Za-z]")


def sentences(masked: str, start: int, end: int) -> list[Stretch]:
    """The sentences of ``[start, end)`` in order, without surrounding white space; they cover all its words."""
    found: list[Stretch] = []
    begin = _skip_space(masked, start, end)
    for stop in _STOP.finditer(masked, start, end):
        if stop.start() >= begin and _ends(masked, begin, stop, end):
            found.append(Stretch(begin, stop.end()))
            begin = _skip_space(masked, stop.end(), end)
    last = end
    while last > begin and masked[last - 1].isspace():
        last -= 1
    if begin < last:
        found.append(Stretch(begin, last))
    return found


def _skip_space(masked: str, position: int, end: int) -> int:
    while position < end and masked[position].isspace():
        position += 1
    return position


def _ends(masked: str, begin: int, stop: re.Match[str], end: int) -> bool:
    gap, follower, second = stop.groups()
    if not follower:
        return True
    mark = masked[stop.start()]
    before = _word_before(masked, begin, stop.start())
    if not gap:
        return mark == "." and follower.isupper() and second.islower() and len(before) > 3 and _plain(before)
    if follower.islower() or (follower in "\"'(" and second.islower()) or follower in ",;:)":
        return False
    if mark != ".":
        return True
    if stop.end() - stop.start() > 3 and follower.isdigit():
        return False  # leaders of a table of contents
    if stop.start() - len(before) == begin and _ENUMERATOR.fullmatch(before):
        return False
    return _may_follow(masked, before, stop.end() + len(gap), end)


def _may_follow(masked: str, before: str, position: int, end: int) -> bool:
    """Whether a new sentence may begin at ``position`` after the word ``before`` and its full stop."""
    never, maybe, openers, titles = _tables()
    if before in never or ("." in before and all(part in never for part in before.split("."))):
        return False  # Gen.; Lt.Gen.
    word = _NEXT_WORD.match(masked, position, end)
    initial = word is not None and len(word.group(1)) == 1 and masked.startswith(".", word.end(1))
    opener = word is not None and not initial and word.group(1) in openers
    if opener and word is not None and masked.startswith(titles, word.start(1)):
        return False  # the U.S. Under Secretary
    if before in maybe or (len(before) < 12 and _INITIALS.fullmatch(before)):
        return opener
    if before.isdigit() and len(before) < 3:
        return not (word and word.group(1) in _MONTHS)
    return True


def _word_before(masked: str, begin: int, position: int) -> str:
    found = _WORD_BEFORE.search(masked, max(begin, position - 30), position)
    return found.group() if found else ""


def _plain(word: str) -> bool:
    return word.isalpha() and word[1:].islower() and word not in _tables()[0]


_MONTHS = frozenset(month_name[1:])


@cache
def _tables() -> tuple[frozenset[str], frozenset[str], frozenset[str], tuple[str, ...]]:
    """Abbreviations that end no sentence, that may, words that open one behind the latter, titles of such words."""
    never: set[str] = set()
    maybe: set[str] = set()
    openers: set[str] = set()
    titles: set[str] = set()
    for line in (resources.lexicon() / "abbreviations.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith(("#", "form\t")):
            continue
        form, _, flag = line.partition("\t")
        {"opens": openers, "may end": maybe, "title": titles}.get(flag, never).add(form)
    return frozenset(never), frozenset(maybe), frozenset(openers), tuple(sorted(titles))
