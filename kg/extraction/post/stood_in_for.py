"""Titles of somebody nobody names, in whose stead the one named next acts: *On behalf of the Minister,* P spoke."""

from kg.extraction.participation.chunks import Row
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning

_OF = ("of", "from")
_VERBS = ("finite-verbs", "finite-helpers", "speech-verbs", "modals")


def stood_in_for(chunks: Row) -> int | None:
    """The first token of the title with which a sentence opens, if the one person named behind it is the subject."""
    if not chunks or "titles" not in chunks.kinds or "person" not in chunks.kinds:
        return None
    hit = beginning("stand-in-openings", chunks, 0)
    at = hit[0] if hit else 0
    at += bool(hit) and at < len(chunks) and chunks[at].is_word("the", "our", "his", "her")
    titles = chunks[at].titles if hit and at < len(chunks) else None
    if titles is None:
        return None
    named, led = 0, ""
    for chunk in chunks[at + 1 :]:
        verb = chunk.kind == "word" and chunk.text in tables.words_of(*_VERBS)
        if verb or (named == 1 and chunk.text.endswith("ed") and chunk.text.isalpha()):
            return titles.first if named == 1 else None
        if chunk.person:
            named += 1
        elif not (chunk.titles or (chunk.body and led in _OF) or chunk.is_word(",", "the", "also", *_OF[: 2 * named])):
            return None
        led = led if chunk.is_word("the") else chunk.text  # P *of the* B handed it over
    return None
