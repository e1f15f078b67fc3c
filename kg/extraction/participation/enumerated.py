"""Of which meetings a verb is said that lists several: hosted *a seminar and a course*, *two events: a seminar; …*."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause, ClauseReader
from kg.extraction.participation.frame_words import is_when_or_where
from kg.extraction.words import tables

_TO_THE_LIST = 10
_MODIFIERS = 4
"""Words between the article and the noun of a meeting: a *two-day regional* seminar."""
_ENDS = frozenset((";", ":", "that", "which", "who", "where", "when", "after", "before"))
_FURTHER = 24
"""Chunks from one meeting to the next that *and* joins to it."""


def enumerated(clause: Clause, reader: ClauseReader) -> Iterator[Clause]:
    """The clause, and one for each further meeting that its verb lists, with whom that entry names."""
    several = not clause.hit.passive and clause.frame.kind != "signing"
    entries = list(_behind_colon(clause)) if several else []
    if not entries:
        yield clause
        entries = list(_joined(clause)) if several and clause.meeting else []
    frame = replace(clause.frame, meeting="object") if entries else clause.frame
    for at, stop in entries:
        partners = reader.around.beside(at, stop) if frame.partner else ()
        joint = bool(partners) and reader.around.is_joint(clause.hit.at, at)
        meeting = clause.chunks[at].meeting
        yield replace(clause, frame=frame, meeting=meeting, partners=partners, joint=joint, is_it=False)


def _behind_colon(clause: Clause) -> Iterator[tuple[int, int]]:
    """The meetings that the entries behind a colon open with, and where each entry ends: *two events: a seminar; …*."""
    chunks, end = clause.chunks, clause.hit.end
    colon = next((at for at in range(end, min(end + _TO_THE_LIST, len(chunks))) if chunks[at].is_word(":")), None)
    said = chunks[end:colon]
    if colon is None or any(chunk.person or (chunk.meeting and not chunk.meeting.plural) for chunk in said):
        return
    begins = [at for at in range(colon, len(chunks)) if at == colon or chunks[at].is_word(";", "and")]
    found = [(at, noun) for at in begins if (noun := _opened(chunks, at + 1)) is not None]
    if found and found[0][0] == colon:
        stops = [*(begin for begin, _ in found[1:]), len(chunks)]
        yield from zip((noun for _, noun in found), stops, strict=True)


def _joined(clause: Clause) -> Iterator[tuple[int, int]]:
    """The meetings that *and* joins to the one behind the verb, and where they end: hosted *a seminar and a course*."""
    chunks, end = clause.chunks, clause.hit.end
    named = next((at for at in range(end, len(chunks)) if chunks[at].meeting is clause.meeting), len(chunks))
    by_comma: list[int] = []
    for at in range(named + 1, min(named + _FURTHER, len(chunks) - 1)):
        chunk = chunks[at]
        if chunk.person or chunk.titles or (chunk.kind == "word" and chunk.text in _ENDS):
            return
        as_well = chunk.is_word("as") and chunks[at - 1].is_word("well") and chunks[at - 2].is_word("as")
        if (as_well or chunk.is_word("and", ",")) and chunks[at + 1].is_word("a", "an", "the"):
            noun = _opened(chunks, at + 1)
            by_comma += [noun] if noun is not None and chunk.is_word(",") else []
            if noun is not None and not chunk.is_word(","):
                yield from ((each, each + 1) for each in (*by_comma, noun))
                return


def _opened(chunks: Sequence[Chunk], at: int) -> int | None:
    """The meeting with which an entry opens at chunk ``at``: *a two-day regional* seminar; no verb is said of it."""
    if [chunk.text for chunk in chunks[at : at + 3 : 2]] == ["(", ")"]:
        at += 3  # (i) a seminar
    for pos in range(at, min(at + _MODIFIERS + 2, len(chunks))):
        chunk = chunks[pos]
        if chunk.meeting:
            verb = next((one for one in chunks[pos + 1 :] if not is_when_or_where(one)), None)
            told = verb is not None and verb.text in tables.words("finite-helpers")  # a course in Oslo *was* led by P
            return None if told or (pos == at and chunk.meeting.is_short) else pos
        if chunk.kind != "word" or not chunk.text[0].isalnum() or chunk.text in tables.words("phrase-breaks"):
            return None
    return None
