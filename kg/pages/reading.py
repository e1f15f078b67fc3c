"""A document to read: its text cut where claims begin and end, and beside each paragraph what it says.

Claims overlap; the text is cut into runs so that each run stands in the same claims from its first character to its
last. Nothing of the text is lost or changed: the runs of all paragraphs and the blanks between them are the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.errors import NotFound
from kg.model.answers import Row
from kg.model.text import Document
from kg.pages.edition import Edition
from kg.pages.telling import Teller

LAYERS = ("meeting", "participation", "post", "relation", "name")
"""The kinds of claims, in the order of notes beside a paragraph."""
_GAP = re.compile(r"\n[^\S\n]*(?:\n\s*)+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the text on which claims rest: their place, and the numbers of the claims."""

    start: int
    end: int
    claims: tuple[int, ...]

    @property
    def name(self) -> str:
        """The name of its place in the page: ``w79-87``."""
        return f"w{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that stands in the same claims throughout; ``begins`` are the passages that begin here."""

    text: str
    claims: tuple[int, ...]
    layers: tuple[str, ...]
    begins: tuple[Passage, ...]
    first: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """What one claim says; ``number`` is its place in the page, ``passages`` its words."""

    number: int
    layer: str
    row: Row
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text, and the claims whose first words stand in it."""

    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as its page shows it."""

    iri: str
    document: Document
    about: Row
    meetings: tuple[Row, ...]
    paragraphs: tuple[Paragraph, ...]
    main: str | None
    counts: dict[str, int] = field(default_factory=dict)


def read(edition: Edition, teller: Teller, iri: str) -> Reading:
    """The document of that IRI; raises :class:`kg.errors.NotFound`."""
    document = edition.document(iri)
    about = teller.tell("documents", document=iri)
    if document is None or not about:
        raise NotFound(f"expected a document of this graph, found {iri!r}")
    rows = teller.tell("document", document=iri)
    notes = numbered(rows)
    return Reading(
        iri,
        document,
        about[0],
        teller.tell("meetings", document=iri),
        paragraphs(document, notes),
        _main(notes),
        {layer: sum(note.layer == layer for note in notes) for layer in LAYERS},
    )


def _main(notes: Sequence[Note]) -> str | None:
    """The meeting that most participations are about."""
    about = Counter(str(note.row.values["object"]) for note in notes if note.layer == "participation")
    return max(about, key=lambda iri: (about[iri], iri), default=None)


def numbered(rows: Sequence[Row]) -> tuple[Note, ...]:
    """The claims of a document as notes, numbered in the order of their first words."""
    spoken = [row for row in rows if row.evidence]
    spoken.sort(key=lambda row: (min((w.start, w.end) for w in row.evidence), _layer(row), str(row.values["claim"])))
    places: dict[tuple[int, int], list[int]] = {}
    for number, row in enumerate(spoken, 1):
        for words in row.evidence:
            places.setdefault((words.start, words.end), []).append(number)
    passages = {place: Passage(*place, tuple(numbers)) for place, numbers in places.items()}
    return tuple(
        Note(
            number,
            str(row.values["kind"]),
            row,
            tuple(sorted({passages[w.start, w.end] for w in row.evidence}, key=_place)),
        )
        for number, row in enumerate(spoken, 1)
    )


def paragraphs(document: Document, notes: Sequence[Note]) -> tuple[Paragraph, ...]:
    """The text in paragraphs, each with the notes that begin in it."""
    found, part = [], None
    stretches = _stretches(document.text)
    following = [start for start, _ in stretches[1:]] + [len(document.text) + 1]
    for number, ((start, end), until) in enumerate(zip(stretches, following, strict=False)):
        since = start if number else 0
        here = tuple(note for note in notes if since <= note.passages[0].start < until)
        now = document.part_at(start)
        runs = _runs(document.text, start, end, notes)
        ordered = sorted(here, key=lambda note: (_layer(note.row), note.number))
        found.append(Paragraph(runs, tuple(ordered), now if now != part else None))
        part = now
    return tuple(found)


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where paragraphs begin and end: what stands between blank lines."""
    gaps = [(gap.start(), gap.end()) for gap in _GAP.finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _runs(text: str, start: int, end: int, notes: Sequence[Note]) -> tuple[Run, ...]:
    passages = sorted({p for note in notes for p in note.passages if p.start < end and start < p.end}, key=_place)
    layer_of = {note.number: note.layer for note in notes}
    cuts = sorted({start, end, *(min(max(edge, start), end) for p in passages for edge in (p.start, p.end))})
    return tuple(_run(text, one, other, passages, layer_of) for one, other in pairwise(cuts) if one < other)


def _run(text: str, start: int, end: int, passages: Sequence[Passage], layer_of: dict[int, str]) -> Run:
    over = [p for p in passages if p.start <= start and end <= p.end]
    claims = tuple(sorted({number for p in over for number in p.claims}))
    narrowest = min(over, key=lambda p: (p.end - p.start, p.start), default=None)
    return Run(
        text[start:end],
        claims,
        tuple(layer for layer in LAYERS if any(layer_of[number] == layer for number in claims)),
        tuple(p for p in over if p.start == start),
        narrowest.claims[0] if narrowest else None,
    )


def _place(passage: Passage) -> tuple[int, int]:
    return passage.start, -passage.end


def _layer(row: Row) -> int:
    return LAYERS.index(str(row.values["kind"]))
