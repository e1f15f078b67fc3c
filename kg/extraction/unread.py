"""Sentences that seem to say more than was read in them: a title, a verb of taking part, a list, a claim not trusted.

What is listed here is what a reader should look at, and what the grammar should learn next. Every sign that a sentence
bears has a weight (``unread-signs.tsv``); a sentence is listed from a sum on.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.part_signs import HEADING_SIGNS, PART_SIGNS, is_heading
from kg.extraction.post_signs import POST_SIGNS, doubted
from kg.extraction.said import Said, TokenSpan
from kg.extraction.sight import Sight, Sign
from kg.extraction.text.page import Page
from kg.extraction.text.parts import moved_unread, parts, within
from kg.extraction.words import tables
from kg.extraction.words.tables import Row
from kg.model.claims import Attestation, Claim, Participation
from kg.model.explanations import Unread
from kg.model.text import Document

SIGNS: Mapping[str, Sign] = {**POST_SIGNS, **PART_SIGNS}
"""All signs, by the name that they have in ``unread-signs.tsv``."""

THRESHOLD = "listed from"
"""The row whose weight is the sum from which on a sentence is listed."""

ONCE = "idle"
"""The sign that counts once for each person: where a sentence listed names him, another need not."""

Borne = Mapping[str, TokenSpan]
"""The signs that a sentence bears, each with its words."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How many sentences a document has, and those that are unread."""

    sentences: int
    unread: tuple[Unread, ...]


def unread(document: Document, claims: Sequence[Claim]) -> Looked:
    """The sentences of ``document`` that seem to say more than ``claims``, which came from it."""
    sentences, found = 0, []
    for part in parts(document):
        page = Page(part.document)
        sentences += len(page.sentences)
        found += [moved_unread(each, part.start) for each in unread_on(page, within(claims, part))]
    return Looked(sentences, tuple(found))


def unread_on(page: Page, claims: Sequence[Claim]) -> tuple[Unread, ...]:
    """The same, of a page that lies open already."""
    sights = [Sight(said, sentence) for said in (Said(page, claims),) for sentence in page.sentences]
    borne = [signs_of(sight) for sight in sights]
    named = [sight.idle_names for sight in sights]
    listed = chosen(borne, named, _weights(), _threshold())
    return tuple(_entry(sights[at], borne[at]) for at in listed)


def chosen(
    borne: Sequence[Collection[str]], named: Sequence[Collection[str]], weights: Mapping[str, int], threshold: int
) -> list[int]:
    """Which sentences of a page are listed, by the signs that each bears and the idle people whom it names.

    That somebody is idle counts only where no sentence listed names him: one is enough.
    """
    sums = [sum(weights[name] for name in signs) for signs in borne]
    without = [total - (weights[ONCE] if ONCE in signs else 0) for total, signs in zip(sums, borne, strict=True)]
    listed = {at for at, total in enumerate(without) if total >= threshold}
    seen = {name for at in listed for name in named[at]}
    for at, total in enumerate(sums):
        if total >= threshold and not seen.issuperset(named[at]):
            listed.add(at)
            seen.update(named[at])
    return sorted(listed)


def signs_of(sight: Sight) -> Borne:
    """Every sign that a sentence bears; of a heading those that headings may bear."""
    names = HEADING_SIGNS if is_heading(sight) else _weights()
    found = ((name, SIGNS[name](sight)) for name in names)
    return {name: words for name, words in found if words}


def _entry(sight: Sight, signs: Borne) -> Unread:
    """What is told of a sentence: the heaviest of its signs that have a reason, its words and the reason."""
    name = max(signs, key=lambda name: (bool(_rows()[name]["reason"]), _weights()[name]))
    row, span = _rows()[name], signs[name]
    start, end = sight.offsets
    text, tokens = sight.page.document.text, sight.page.tokens
    words = text[tokens[span[0]].start : tokens[span[1] - 1].end]
    claim = doubted(sight, Attestation) or doubted(sight, Participation)
    reason = row["reason"].replace("{rule}", claim.rule if claim else "")
    return Unread(start, end, text[start:end], row["kind"], " ".join(words.split()), reason)


@cache
def _rows() -> Mapping[str, Row]:
    return {row.form: row for row in tables.rows("unread-signs")}


@cache
def _weights() -> Mapping[str, int]:
    return {name: int(row["weight"]) for name, row in _rows().items() if name != THRESHOLD}


def _threshold() -> int:
    return int(_rows()[THRESHOLD]["weight"])
