"""Lists of those who took part, one to a line: their headings, their entries, the sides that head their people."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from kg.extraction.participation.chunks import Chunk
from kg.extraction.text.entries import heads_entries, opening_body
from kg.extraction.text.page import Sentence
from kg.extraction.words import tables

_MARKS = (":", ";")
_LABEL = 6  # chunks that a label has at most
_PART = 3  # chunks of a label that is a part: *Rapporteurs:*
_LONGEST_LABEL = 14
_LONGEST_DESCRIPTION = 14
_LONGEST_TAIL = 24  # chunks behind the last comma of a sentence that introduces a list


def roster_noun(chunks: Sequence[Chunk]) -> int | None:
    """Behind the noun by which a line heads a list of those who took part (*Confirmed speakers* at …), or None."""
    if any(chunk.kind in ("person", "body") or is_finite(chunk) for chunk in chunks):
        return None
    for end in range(len(chunks), 0, -1):
        behind = chunks[end] if end < len(chunks) else None
        if behind is not None and not behind.is_word("of", "in", "at", "to", "from", "on", "by", "(", ":", "/"):
            continue
        if any(heads_roster(chunks[first:end]) for first in range(max(0, end - _LABEL), end)):
            return end
    return None


def heads_roster(chunks: Sequence[Chunk]) -> bool:
    """Whether these words are those of a heading over who took part or stayed away, as the tables have them."""
    if any(chunk.kind not in ("word", "titles") for chunk in chunks):
        return False
    words = " ".join([chunk.text for chunk in chunks if chunk.text])  # a post is one chunk: Heads of Delegation
    return words in _headings()


@cache
def _headings() -> frozenset[str]:
    """The headings over those who took part or stayed away, without their colon."""
    there = (phrase for same in tables.by_first_word("triggers").values() for phrase, row in same
             if row["rule"] == "part.heading")  # fmt: skip
    away = (phrase for same in tables.by_first_word("absence-cues").values() for phrase, row in same
            if phrase[-1] == ":" and row["presence"] == "absent")  # fmt: skip
    return frozenset(" ".join(phrase).removesuffix(":").rstrip() for phrase in (*there, *away)) - {""}


def is_finite(chunk: Chunk) -> bool:
    """Whether a word is a verb of a sentence, so that its line is no heading and no entry."""
    verbs = ("finite-verbs", "finite-helpers", "speech-verbs", "modals")
    if chunk.kind != "word" or (chunk.capital and chunk.text in tables.words("calendar-words")):
        return False  # 3 *May*
    return chunk.text in tables.words_of(*verbs)


def describes(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word in *-ed* only describes those of whom more is told: states *accused* of piracy *were* absent."""
    if at >= len(chunks) or not chunks[at].text.endswith("ed"):
        return False
    behind = takewhile(lambda chunk: not _ends_description(chunk), chunks[at + 1 : at + _LONGEST_DESCRIPTION])
    return any(chunk.kind == "word" and chunk.text in tables.words("auxiliaries") for chunk in behind)


def acts(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb stands at ``at`` that says what was done, or is to be done, and no denial."""
    helpers = takewhile(lambda c: c.is_word("has", "have", "also", "both") or c.text.endswith("ly"), chunks[at:])
    at += sum(1 for _ in helpers)
    if at >= len(chunks) or chunks[at].kind != "word" or chunks[at].capital:
        return False
    if describes(chunks, at):
        return False
    verb = chunks[at].text
    if verb in tables.words("auxiliaries") or verb in tables.words("modals") or verb in tables.words("negations"):
        return verb == "will"
    done = verb in tables.words("speech-verbs") or verb in tables.words("finite-verbs")
    return done or (verb.endswith("ed") and verb.isalpha())


def acts_behind(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether one at ``at`` or behind the comma there: the Minister of Ports, *P, said*."""
    comma = at < len(chunks) and chunks[at].is_word(",")
    return acts(chunks, at + comma)


def _ends_description(chunk: Chunk) -> bool:
    return chunk.is_word(",", ";", ":", "that", "who", "how", "what", "but") or chunk.text in tables.words(
        "clause-openers"
    )


def is_roster_entry(sentence: Sentence, chunks: Sequence[Chunk]) -> bool:
    """Whether a line is an entry of the list above it, or heads some of its entries."""
    if not chunks or heads_entries(chunks):
        return bool(chunks)
    if len(chunks) <= _PART and chunks[-1].is_word(":") and all(chunk.titles for chunk in chunks[:-1]):
        return False  # Rapporteur: a part of its own, and who had it
    if sentence.block.kind in ("headline", "heading", "prose", "caption") and not sentence.is_item:
        named = chunks[0].kind in ("person", "titles", "body") or opening_body(chunks) is not None
        return named and not any(chunk.meeting or is_finite(chunk) for chunk in chunks)
    return (sentence.block.kind in ("item", "list", "table") or sentence.is_item) and not _is_labelled(chunks)


def goes_on_heading(sentence: Sentence, chunks: Sequence[Chunk]) -> bool:
    """Whether a line behind the heading of a list says of which meeting it is, and where and when that was."""
    line = sentence.block.kind in ("headline", "heading", "dateline") and 0 < len(chunks) <= _LONGEST_LABEL
    told = sentence.block.kind == "dateline" or any(chunk.meeting for chunk in chunks)
    return line and told and not any(chunk.person or is_finite(chunk) for chunk in chunks)


def _is_labelled(chunks: Sequence[Chunk]) -> bool:
    """Whether a line has a label of its own that is no body's and heads no list: *Venue: Oslo*."""
    colon = next((at for at, chunk in enumerate(chunks[:_LABEL]) if chunk.is_word(":")), None)
    if colon is None or any(chunk.body or chunk.person or chunk.titles for chunk in chunks[:colon]):
        return False
    return not (heads_roster(chunks[:colon]) or heads_entries(chunks[: colon + 1]))


def side_lists(chunks: Sequence[Chunk]) -> Iterator[tuple[int, int]]:
    """Where a side is named over its people and where they begin: *Kenyan side:* P; *For Norway:* Q."""
    for at, chunk in enumerate(chunks):
        if not chunk.body or (at and not _opens_line(chunks, at)):
            continue
        end = at + 1
        while end < len(chunks) and _is_side(chunks[end]):
            end += 1
        named = end > at + 1 or any(c.is_word("for") or _is_side(c) for c in chunks[max(0, at - 3) : at])
        if named and end < len(chunks) and chunks[end].is_word(":", ";"):
            yield at, end + 1


def _is_side(chunk: Chunk) -> bool:
    return chunk.text in tables.words("delegation-nouns") or chunk.text in tables.words("member-nouns")


def _opens_line(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether nothing but *the delegation of* stands between the beginning of a line and chunk ``at``."""
    while at and (chunks[at - 1].is_word("the", "of", "from", "for") or _is_side(chunks[at - 1])):
        at -= 1
    return at == 0 or chunks[at - 1].is_word(";", ":")


@cache
def _label_roles() -> dict[str, str]:
    return {first: row["role"] for first, same in tables.by_first_word("label-roles").items() for _, row in same}


def labelled_lists(chunks: Sequence[Chunk]) -> Iterator[tuple[int, int, str]]:
    """Where a label before people begins, where they begin, and their role: *Round the table:* P, T; Q, T."""
    begin = 0
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.text not in _MARKS or chunk.kind != "word":
            continue
        if chunk.text == ":" or (begin == 0 and chunk.first == chunk.last):
            start = begin if at - begin <= _LONGEST_LABEL else _last_comma(chunks, begin, at)
            label = chunks[start:at]
            longest = _LONGEST_LABEL if start == begin else _LONGEST_TAIL
            if 0 < len(label) <= longest and not any(c.person for c in label):
                role = label_role(label)
                if role and _introduces(label, is_line=chunk.text == ";"):
                    yield start, at + 1, role
        begin = at + 1


def _last_comma(chunks: Sequence[Chunk], begin: int, end: int) -> int:
    """Behind the last comma of a sentence that ends with a colon: the talks are held in Oslo, *with those present:*"""
    return next((at for at in range(end, begin, -1) if chunks[at - 1].is_word(",")), end)


def labels(chunks: Sequence[Chunk]) -> list[int]:
    """Where the entries of a programme begin, each with its own label: *Keynote:* P; *Statement:* Q."""
    found: list[int] = []
    begin = 0
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.text not in _MARKS or chunk.kind != "word":
            continue
        if chunk.text == ":" and 0 < at - begin <= _LONGEST_LABEL and chunks[at + 1].kind in ("person", "titles"):
            label = chunks[begin:at]
            if any(map(_is_subject, label)) and not any(one.person or one.titles for one in label):
                found.append(begin)
        begin = at + 1
    return found


def _is_subject(chunk: Chunk) -> bool:
    """Whether a word of a label is more than what leads to a side: *for* Norway, *from* the Kenyan *side*."""
    leads = chunk.text in tables.words("function-words") or _is_side(chunk)
    return chunk.kind == "word" and chunk.text[0].isalpha() and not leads


def has_role(label: Sequence[Chunk]) -> bool:
    """Whether a word of a label says what those behind it did."""
    return any(_label_roles().get(_word_of(chunk), "-") not in ("-", "participant") for chunk in label)


def is_of_one(label: Sequence[Chunk]) -> bool:
    """Whether a label is that of one person, so that the entries behind are of others: *Moderator:* P; Q; R."""
    return any(_word_of(chunk) in tables.words("labels-of-one") for chunk in label[-1:])


def has_subject(label: Sequence[Chunk]) -> bool:
    """Whether a label says what was spoken on, beside the side or body of who did: *the Fund (harbour dues)*."""
    return any(_is_subject(chunk) and _label_roles().get(chunk.text) != "participant" for chunk in label)


def _introduces(label: Sequence[Chunk], *, is_line: bool) -> bool:
    """Whether a label stands before those who came: it has a word for that or names them by body or post, not both."""
    words = _introductory()
    done = [bool(chunk.titles and chunk.titles.titles[-1].plural and _word_of(chunk) in words) for chunk in label]
    cued = any(done) or any(chunk.kind == "word" and chunk.text in words for chunk in label)
    named = any(chunk.body or (chunk.titles and not does) for chunk, does in zip(label, done, strict=True))
    if cued and label[-1].kind == "word" and any(chunk.is_word("following") for chunk in label):
        return True  # *the following* says that a list is to come
    return cued != named if is_line else not (cued and named)


@cache
def _introductory() -> frozenset[str]:
    """The words for those who came, and for what they did."""
    return tables.words_of("attending-verbs", "member-nouns") | _label_roles().keys()


def _word_of(chunk: Chunk) -> str:
    """A word of a label; of a post, the last of its noun: Joint *chairmen*; *heads* of delegation."""
    plural = chunk.titles.titles[-1].plural if chunk.titles else None
    said = plural[0].lower() if plural else chunk.text if chunk.kind in ("word", "titles") else ""
    return said.partition(" of ")[0].rpartition(" ")[2]


def label_role(label: Sequence[Chunk]) -> str | None:
    """What people listed behind a label did; None: they took no part."""
    roles = _label_roles()
    said = [roles[word] for chunk in label if (word := _word_of(chunk)) in roles]
    return None if "-" in said else next(iter(said), "participant")
