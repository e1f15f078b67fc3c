"""What an entry of a list is headed by: *Norway*: Minister Varga; the name of a body over those who came from it."""

from collections.abc import Sequence

from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.chunks import Chunk, of_sentence
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables

_DASHES = ("-", "\u2013", "\u2014", "|")
_IN_FRONT = (".", ")", "|", "-", "the", "from", "for", "on", "behalf", "of")
"""What may stand before the name of an entry: *from* Norway - P."""
_AGAIN = 5
"""Chunks in which a heading is said again in another language."""
_JOINTS = ("of", "the", ":", "for", "from")


def headings(page: Page, begins: Sequence[Chunk | None]) -> dict[int, BodyMention]:
    """The body that heads each sentence or entry, by its number; its own heading, else that of the lines above."""
    found: dict[int, BodyMention] = {}
    above: BodyMention | None = None
    for number, sentence in enumerate(page.sentences):
        chunks = of_sentence(begins, sentence)
        alone = _alone(chunks)
        if alone:
            above = alone
            continue
        if sentence.block.kind in ("prose", "headline", "dateline", "heading") and not sentence.is_item:
            above = above if above and above.is_state and _lists_people(chunks) else None
        body = opening_body(chunks) or above
        if body and not (body.is_state and _is_dateline(sentence, chunks)):
            found[number] = body
    return found


def _lists_people(chunks: Sequence[Chunk]) -> bool:
    """Whether a paragraph says nothing but who they are: T, P, U, Q."""
    people = sum(chunk.person is not None for chunk in chunks)
    return people > 1 and all(
        chunk.kind != "word" or chunk.is_word(",", ";", ".", "and", "(", ")", "&") for chunk in chunks
    )


def heads_entries(chunks: Sequence[Chunk]) -> bool:
    """Whether a line only names whose people stand below it: *KENYA*; *International organisations:*."""
    if _alone(chunks):
        return True
    said = [chunk for chunk in _in_one_language(chunks) if not chunk.is_word(":")]
    nouns = tables.words_of("member-nouns", "entry-words")
    return 0 < len(said) <= 5 and all(chunk.text in nouns and not (chunk.person or chunk.body) for chunk in said)


def _in_one_language(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """A heading without what says it again: *Observers* / Observateurs."""
    if "/" not in [chunk.text for chunk in chunks]:
        return chunks
    slash = next((at for at, chunk in enumerate(chunks) if at and chunk.is_word("/")), len(chunks))
    again = all(chunk.kind != "person" for chunk in chunks[slash:]) and len(chunks) - slash <= _AGAIN
    return chunks[:slash] if again else chunks


def _alone(chunks: Sequence[Chunk]) -> BodyMention | None:
    """The body of a line that says nothing else: *Norway*; *Delegation of Norway:*."""
    if chunks and chunks[0].body is None and not _is_joint(chunks[0]):
        return None
    body: BodyMention | None = None
    for chunk in _in_one_language(chunks):
        if chunk.body and body is None:
            body = chunk.body
        elif not _is_joint(chunk):
            return None
    return body


def _is_joint(chunk: Chunk) -> bool:
    """Whether a word only says that people of a body come: *Delegation of* Norway."""
    return chunk.kind == "word" and (chunk.text in _JOINTS or chunk.text in tables.words("member-nouns"))


def _is_dateline(sentence: Sentence, chunks: Sequence[Chunk]) -> bool:
    """Whether a paragraph opens with where it was written: *Mexico* – The Minister met …"""
    opens = sentence.block.kind == "prose" and not sentence.is_item
    return opens and len(chunks) > 1 and chunks[1].is_word(*_DASHES)


def opening_body(chunks: Sequence[Chunk]) -> BodyMention | None:
    """``BODY: ...``, ``BODY (remark): ...``, ``BODY - ...``, ``BODY | ...``, numbers and *from* in front left out."""
    at = 0
    while (
        at < len(chunks) and chunks[at].kind == "word" and (chunks[at].text.isdecimal() or chunks[at].text in _IN_FRONT)
    ):
        at += 1
    body = chunks[at].body if at < len(chunks) else None
    if body is None:
        return None
    at += 1
    while at < len(chunks) and chunks[at].kind == "word" and chunks[at].text in tables.words("member-nouns"):
        at += 1
    if at < len(chunks) and chunks[at].is_word("("):
        closing = next((k for k in range(at, min(at + 12, len(chunks))) if chunks[k].is_word(")")), None)
        at = closing + 1 if closing else at
    return body if at < len(chunks) and chunks[at].is_word(":", *_DASHES) else None
