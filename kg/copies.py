"""One release on several sites: which documents are versions of which, and what only the version says.

The same text from another address is a copy, whatever its date; nearly the same text is one if it came out within two
months of it. All is decided from the texts and dates of the documents that are there, in a fixed order: the earliest is
the original, the others are versions of it (``dcterms:isVersionOf``), and no version has versions.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

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
_WORD = re.compile(r"\w+")
_LEFT_OUT = ("rule", "tier", "evidence", "meeting", "start", "end", "attested_on")

Shingles = frozenset[int]


@dataclass(frozen=True, slots=True)
class Version:
    """A document that says what another says too: the key of that one, and the claims that only this one makes."""

    of: str
    claims: tuple[Claim, ...]


def versions(readings: Iterable[Reading]) -> dict[str, Version]:
    """By key: the documents that are versions of others."""
    known = {reading.document.key: reading for reading in readings}
    found = originals(reading.document for reading in known.values())
    return {key: Version(first, of_its_own(known[key], known[first])) for key, first in found.items()}


def said_once(readings: Iterable[Reading], versions: Mapping[str, Version]) -> list[Reading]:
    """The readings, those of versions without what their originals say already."""
    return [
        Reading(document, versions[document.key].claims if document.key in versions else claims)
        for document, claims in readings
    ]


def originals(documents: Iterable[Document]) -> dict[str, str]:
    """By the key of each version, the key of its original."""
    order = sorted(documents, key=_rank)
    alike = _alike(order)
    found: dict[str, str] = {}
    for document in order:
        firsts = (key for key in alike.get(document.key, ()) if key not in found)
        if first := next(firsts, None):
            found[document.key] = first
    return found


def of_its_own(version: Reading, original: Reading) -> tuple[Claim, ...]:
    """What a version says that its original does not say in the same words."""
    said = set(_sayings(original))
    return tuple(claim for claim, saying in zip(version.claims, _sayings(version), strict=True) if saying not in said)


def _rank(document: Document) -> tuple[date, str]:
    first, _ = document.published.bounds() if document.published else (None, None)
    return first or date.max, document.key


def _alike(order: list[Document]) -> dict[str, list[str]]:
    """By document: those before it that say the same, in order."""
    shingles = {document.key: _shingles(_words(document)) for document in order}
    whole: defaultdict[str, list[str]] = defaultdict(list)
    holders: defaultdict[int, list[str]] = defaultdict(list)
    known: dict[str, Document] = {}
    alike: dict[str, list[str]] = {}
    places = {document.key: place for place, document in enumerate(order)}
    for document in order:
        key, words = document.key, " ".join(_words(document))
        same = set(whole[words])
        sketch = sorted(shingles[key])[:_SKETCH]
        shared = Counter(other for each in sketch for other in holders[each])
        near = {
            other
            for other, number in shared.items()
            if number >= min(_SHARED, len(sketch))
            and _near_in_time(document, known[other])
            and _likeness(shingles[key], shingles[other]) >= LIKE
        }
        alike[key] = sorted(same | near, key=places.__getitem__)
        known[key] = document
        whole[words].append(key)
        for each in sketch:
            if len(holders[each]) < _TOO_COMMON:
                holders[each].append(key)
    return alike


def _words(document: Document) -> list[str]:
    return _WORD.findall(document.text.casefold())


def _shingles(words: list[str]) -> Shingles:
    """Hashes of all runs of five words; none of a text too short to be told from others by them."""
    if len(words) < _LEAST_WORDS:
        return frozenset()
    runs = (" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def _likeness(one: Shingles, other: Shingles) -> float:
    return len(one & other) / (len(one | other) or 1)


def _near_in_time(one: Document, other: Document) -> bool:
    """Whether two dates of issue may be at most ``WITHIN`` apart; unknown ones may."""
    if one.published is None or other.published is None:
        return True
    (first, last), (other_first, other_last) = one.published.bounds(), other.published.bounds()
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
