"""Whether a word that is a verb of speech is one here: P *states* that, but the officials of all *states*."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables

_SUBJECTS = ("he", "she", "it", "who", "which", "and", "but", "then", "also", "that")


def is_thing(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the word at ``at`` is a noun that looks like a verb: an article, number or adjective leads it."""
    if not at or chunks[at].text not in tables.words("said-or-things"):
        return False
    before = chunks[at - 1]
    led = before.kind == "word" and before.text.isalpha() and before.text not in _SUBJECTS
    return led and not before.text.endswith("ly") and before.text not in tables.words("cue-adverbs")
