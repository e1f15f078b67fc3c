"""What is printed in pieces → whole words: the pieces of a line, and words that are broken at its end."""

import re
from functools import cache
from importlib.resources import files

_BROKEN = re.compile(r"(\w+)([-\u2010])\Z")
_REST = re.compile(r"\w*")


def continued(text: str, words: str, printed: str) -> str:
    """``text`` with ``words`` behind it; a word that was broken at the line end is made whole again.

    The hyphen stays where the word goes on with a capital or a digit, where all that is ``printed`` (in lower case) has
    it unbroken with one, and where ``hyphened-words.tsv`` says so.

    >>> continued("all the inter-", "national bodies", ""), continued("It was co-", "chaired by", "")
    ('all the international bodies', 'It was co-chaired by')
    """
    broken = _BROKEN.search(text)
    if not broken:
        return f"{text} {words}"
    rest = _REST.match(words)
    assert rest is not None
    begun, mark = broken.groups()
    whole = text[: broken.start(2)]
    if _keeps_hyphen(begun, rest.group(), mark, printed):
        return f"{whole}-{words}"
    return whole + words


def _keeps_hyphen(begun: str, rest: str, mark: str, printed: str) -> bool:
    if mark != "-" and rest[:1].isupper() == begun[-1:].isupper():  # only printed where a word is broken
        return False
    begun, rest = begun.lower(), rest.lower() if begun.isupper() else rest
    if not rest[:1].islower() or not begun[-1:].isalpha():
        return True
    hyphened = f"{begun}-{rest}"
    if hyphened in printed or f"{begun}{rest}" in printed:
        return hyphened in printed
    return hyphened.startswith(_hyphened())


@cache
def _hyphened() -> tuple[str, ...]:
    """The beginnings of words that keep their hyphen."""
    lines = files("kg.loaders").joinpath("hyphened-words.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
