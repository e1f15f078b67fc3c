"""One release on several sites: which documents are versions of which, and what only the version says.

The same text from another address is a copy, whatever its date; nearly the same text is one if it came out within two
months of it. All is decided from the texts and dates of the documents that are there, in a fixed order: the earliest is
the original, the others are versions of it (``dcterms:isVersionOf``), and no version has versions.
"""

import base64
import hashlib
import json
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from kg.model.actors import Reading
from kg.model.claims import Claim, MeetingReport
from kg.model.text import Document
from kg.model.wire import claim_to_plain

LIKE = 0.6
"""Texts that share as much of their runs of five words (Jaccard) are one release."""
WITHIN = timedelta(days=62)
"""Issued further apart, they are two: releases about each year's meeting are much alike."""

_RUN = 5
_LEAST_WORDS = 30
_SKETCH = 64
_SHARED = _SKETCH // 4
_TOO_COMMON = 200
_OPEN = 64
"""Sketches that are at hand while they are compared."""
_BITS = 1 << 27
_WORD = re.compile(r"\w+")
_LEFT_OUT = ("rule", "tier", "evidence", "meeting", "start", "end", "attested_on")

Shingles = frozenset[int]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What of a document is compared: the first and last day on which it may be issued, its words, its shingles."""

    document: str
    issued: tuple[str, str] | None
    words: str
    shingles: Shingles

    def text(self) -> str:
        """As JSON."""
        runs = base64.b64encode(array("Q", sorted(self.shingles)).tobytes()).decode()
        return json.dumps((self.document, self.issued, self.words, runs))

    @classmethod
    def parse(cls, text: str) -> "Sketch":
        """What :meth:`text` wrote."""
        document, issued, words, runs = json.loads(text)
        return cls(document, tuple(issued) if issued else None, words, frozenset(array("Q", base64.b64decode(runs))))


def sketch_of(document: Document) -> Sketch:
    """The sketch of a document: it is made of that one alone, and can be kept."""
    words = _WORD.findall(document.text.casefold())
    first, last = document.published.bounds() if document.published else (None, None)
    issued = (str(first), str(last)) if first else None
    whole = hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest()
    return Sketch(document.key, issued, whole, _shingles(words))


def originals(sketches: Iterable[Sketch], again: Callable[[str], Sketch]) -> dict[str, str]:
    """By the key of each version, the key of its original. ``again`` gives a sketch by its key."""
    order = sorted(map(_Outline.of, sketches), key=lambda each: (each.first, each.document))
    found: dict[str, str] = {}
    for document, alike in _alike(order, lru_cache(_OPEN)(again)):
        if first := next((key for key in alike if key not in found), None):
            found[document] = first
    return found


def of_its_own(version: Reading, original: Reading) -> tuple[Claim, ...]:
    """What a version says that its original does not say in the same words."""
    said = set(_sayings(original))
    return tuple(claim for claim, saying in zip(version.claims, _sayings(version), strict=True) if saying not in said)


class _Outline(NamedTuple):
    """The part of a sketch that stands in memory for every document: the least of its shingles."""

    document: str
    issued: tuple[str, str] | None
    words: str
    least: "array[int]"

    @classmethod
    def of(cls, sketch: Sketch) -> "_Outline":
        return cls(sketch.document, sketch.issued, sketch.words, array("Q", sorted(sketch.shingles)[:_SKETCH]))

    @property
    def first(self) -> str:
        """The first day on which it may be issued."""
        return self.issued[0] if self.issued else str(date.max)


def _alike(order: list[_Outline], again: Callable[[str], Sketch]) -> Iterator[tuple[str, list[str]]]:
    """By document: those before it that say the same, in order."""
    whole: defaultdict[str, list[int]] = defaultdict(list)
    holders: dict[int, list[int]] = {each: [] for each in _met_again(order)}
    for place, this in enumerate(order):
        sketch = [each for each in this.least if each in holders]
        shared = Counter(other for each in sketch for other in holders[each])
        near = {
            other
            for other, number in shared.items()
            if number >= min(_SHARED, len(this.least))
            and _near_in_time(this, order[other])
            and _likeness(again(this.document).shingles, again(order[other].document).shingles) >= LIKE
        }
        yield this.document, [order[other].document for other in sorted({*whole[this.words], *near})]
        whole[this.words].append(place)
        for each in sketch:
            if len(holders[each]) < _TOO_COMMON:
                holders[each].append(place)


def _met_again(order: Iterable[_Outline]) -> set[int]:
    """The shingles that more than one document may have: most have none in common, and need not be remembered."""
    seen = bytearray(_BITS // 8)
    again: set[int] = set()
    for each in (shingle for outline in order for shingle in outline.least):
        byte, bit = divmod(each % _BITS, 8)
        if seen[byte] >> bit & 1:
            again.add(each)
        seen[byte] |= 1 << bit
    return again


def _shingles(words: list[str]) -> Shingles:
    """Hashes of all runs of five words; none of a text too short to be told from others by them."""
    if len(words) < _LEAST_WORDS:
        return frozenset()
    runs = (" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def _likeness(one: Shingles, other: Shingles) -> float:
    return len(one & other) / (len(one | other) or 1)


def _near_in_time(one: _Outline, other: _Outline) -> bool:
    """Whether two dates of issue may be at most ``WITHIN`` apart; unknown ones may."""
    if one.issued is None or other.issued is None:
        return True
    (first, last), (other_first, other_last) = (map(date.fromisoformat, each) for each in (one.issued, other.issued))
    return first - other_last <= WITHIN and other_first - last <= WITHIN


def _sayings(reading: Reading) -> Iterator[str]:
    """What each claim says, and in which words, without where they stand and how a meeting is numbered.

    Days are compared as they are printed: "today" in a release is the same day wherever it is published again.
    """
    meetings = {
        claim.meeting: repr((claim.name, claim.ordinal, claim.printed_date, claim.state))
        for claim in reading.claims
        if isinstance(claim, MeetingReport)
    }
    for claim in reading.claims:
        plain: Mapping[str, Any] = claim_to_plain(claim)
        words = sorted(" ".join(evidence.quotation.split()) for evidence in claim.evidence)
        about = {name: value for name, value in plain.items() if name not in _LEFT_OUT}
        yield repr((sorted(about.items()), meetings.get(plain.get("meeting", ""), ""), words))
