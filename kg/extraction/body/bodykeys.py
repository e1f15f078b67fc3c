"""By what two names are told to be those of one body: their words, whatever the order and the spelling."""

from collections.abc import Iterable
from functools import lru_cache

from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.words import tables
from kg.model.names import fold

Key = tuple[str, ...]
"""The words of a name that tell it from others, sorted: *Committee on Tides* is the *Tides Committee*."""


def initials(name: str) -> str:
    """The first letters of the words of a name that begin with a capital."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def join(body: Body, mention: BodyMention, form: str) -> None:
    """Gives a body one more mention, and what it tells."""
    body.mentions.append(mention)
    body.acronym = body.acronym or mention.acronym
    body.known = body.known or mention.known
    if form != body.name and form not in body.also:
        body.also.append(form)


def key(words: Iterable[str]) -> Key:
    """The key of a name in these words."""
    return _folded(" ".join(words))


@lru_cache(maxsize=1 << 12)
def _folded(name: str) -> Key:
    words = " ".join(tables.column("spellings", "same_as").get(word, word) for word in fold(name).split()).split()
    return tuple(sorted({word for word in words if word not in tables.words("light-words")}))  # the GTF *Forum*


def name_without_owner(body: Body) -> None:
    """An owner's acronym in front makes no fuller name: *UN* Task Force is the Task Force, if so printed."""
    owner, _, rest = body.name.partition(" ")
    if owner.isupper() and rest in body.also:
        body.also[body.also.index(rest)] = body.name
        body.name = rest
