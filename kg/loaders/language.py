"""In which language a text is: English by its words, any other by the detector that tells encodings (chardet).

The detector alone took four of 326 English documents, lists of names, for Turkish and French; the words alone tell
English from all else, and no more than that (docs/decisions/0014-languages.md).
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from kg.loaders.language_words import others

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = "en"
_LEAST_SHARE = 0.03
_LEAST_LETTERS = 60
_SAMPLE = 20_000


def language_of(text: str) -> str | None:
    """The language of a text (BCP 47); None if there is too little of it to tell.

    >>> language_of("The Council met in Geneva. It was chaired by the Minister of Norland, who was elected last year.")
    'en'
    >>> language_of("Le Conseil s'est réuni hier à Genève sous la présidence de la ministre de la Justice du Norland.")
    'fr'
    >>> language_of("Geneva, 3 May 2021") is None
    True
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if sum(map(len, words)) < _LEAST_LETTERS:
        return None
    if is_english(words):
        return _ENGLISH
    import chardet

    found = chardet.detect(text[:_SAMPLE].encode("utf-8", "replace"))["language"]
    return found if found and _is_held(words, found) else None


def _is_held(words: Sequence[str], language: str) -> bool:
    """Whether a text has words that hold this language together, if it is one that we tell by them: a list of names has
    none, in whatever language the detector believes it to be.
    """
    held = others().get(language)
    return held is None or held.has_any(words)


def is_english(words: Sequence[str]) -> bool:
    """Whether these words (in lower case) are held together by English ones."""
    held = sum(word in _english_words() for word in words)
    return held > 0 and held >= _LEAST_SHARE * len(words)


def same_language(one: str | None, other: str | None) -> bool:
    """Whether two tags name one language, whatever the country: ``en`` and ``en-GB``."""
    return one is not None and other is not None and one.lower().split("-")[0] == other.lower().split("-")[0]


@cache
def _english_words() -> frozenset[str]:
    lines = files("kg.loaders").joinpath("english-words.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
