"""Which parts of a text are in another language than the rest: half of a bilingual release, a summary at the end.

A paragraph is of a language if the words that hold its sentences together stand in it (``other-words.tsv``), or if
it is in another script. A list of names has no such words: it goes with what stands around it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.loaders.language import is_english, language_of, same_language
from kg.loaders.language_words import others
from kg.model.text import Stretch

_WORD = re.compile(r"[^\W\d_]+")
_BLOCK = re.compile(r"\S.*?(?=\n[^\S\n]*\n|\Z)", re.DOTALL)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LEAST_WORDS = 8
_LEAST_LETTERS = 60
_LONGEST_HEADING = 14  # words
_NO_HEADING = re.compile(r"[,;:\n]|\.\Z")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    language: str | None


def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    """What is in another language than ``language``, as far as it is English or a language told by its words."""
    if not same_language(language, "en"):
        return ()
    paragraphs = [_Paragraph(start, end, _language(text[start:end])) for block in _blocks(text) for start, end in block]
    found = []
    for told, group in groupby(zip(paragraphs, _settled(text, paragraphs), strict=True), key=lambda pair: pair[1]):
        if told not in (None, "en"):
            members = [paragraph for paragraph, _ in group]
            found.append(Stretch(members[0].start, members[-1].end, str(told)))
    return tuple(found)


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """What stands between blank lines: one paragraph, or its lines where they are in different languages."""
    for block in _BLOCK.finditer(text):
        if "\n" not in block.group():
            yield [block.span()]
            continue
        lines, at = [], block.start()
        for line in block.group().split("\n"):
            lines.append((at, at + len(line)))
            at += len(line) + 1
        told = {_language(text[start:end]) for start, end in lines} - {None}
        yield lines if len(told) > 1 else [(block.start(), block.end())]


def _settled(text: str, paragraphs: Sequence[_Paragraph]) -> list[str | None]:
    """The language of each paragraph; one that tells none goes with both its neighbours, or with the one it has.

    A heading goes with what stands below it, if it leans to the language of that.
    """
    told = [paragraph.language for paragraph in paragraphs]
    before: list[str | None] = []
    for language in told:
        before.append(language or (before[-1] if before else None))
    after: list[str | None] = []
    for language in reversed(told):
        after.append(language or (after[-1] if after else None))
    settled: list[str | None] = []
    for paragraph, above, below in zip(paragraphs, before, reversed(after), strict=True):
        # A dateline goes with the heading above it.
        one = (settled[-1] if settled and not paragraph.language else None) or above
        if one is None or below is None or one == below:
            settled.append(one or below)
        else:
            leaning = None if paragraph.language else _leaning(text[paragraph.start : paragraph.end])
            settled.append(paragraph.language or (below if leaning == below else None))
    return settled


def _leaning(words: str) -> str | None:
    """The language to which a heading leans; None if this is none."""
    found = _WORD.findall(words.lower())
    if len(found) > _LONGEST_HEADING or _NO_HEADING.search(words) or is_english(found):
        return None
    told = {language: held.number(found) for language, held in others().items()}
    best = max(told, key=lambda language: (told[language], language))
    return best if told[best] else None


def _language(words: str) -> str | None:
    """The language of one paragraph; None if it does not tell."""
    found = _WORD.findall(words.lower())
    letters = sum(map(len, found))
    if letters - len(_LATIN.findall(words)) > max(_LEAST_LETTERS, letters / 2):
        return language_of(words)
    if is_english(found):
        return "en"
    if len(found) < _LEAST_WORDS:
        return None
    told = {language: held.share(found) for language, held in others().items()}
    best = max(told, key=lambda language: (told[language], language))
    return best if told[best] else None
