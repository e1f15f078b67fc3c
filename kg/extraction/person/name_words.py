"""Which words may be parts of a name, each looked at alone: patronymics, numbers, particles written together."""

from collections.abc import Sequence

from kg.extraction.text.tokens import Token
from kg.extraction.words import tables
from kg.extraction.words.names import (
    is_east_asian,
    is_given,
    is_initial,
    is_ordinary,
    is_particle,
    leads_east_asian,
    of_form,
)


def has_digit(text: str) -> bool:
    """``G7``: a word with a digit in it."""
    return not text.isalpha() and any(letter.isdigit() for letter in text)


def may_begin_name(token: Token) -> bool:
    """Whether a name may begin with the word that nothing in front tells of: no ordinary word but one that names."""
    return _may_begin_name(token.text, token.lower, token.is_acronym)


@of_form
def _may_begin_name(text: str, lower: str, is_acronym: bool) -> bool:
    word = Token(0, len(text), text, lower, True, is_acronym, True)
    if not is_ordinary(word) or is_given(word) or is_initial(word):
        return True
    if is_east_asian(word) or leads_east_asian(word):
        return True
    return lower in tables.words("given-too") or lower in tables.words("name-abbreviations")


def is_patronymic(token: Token) -> bool:
    """``bin``: the father's name follows."""
    return token.lower in tables.words("patronymics")


def leads_to_father(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether what is a style elsewhere is a name here: Gen. *Sultan* bin Mohammed."""
    return last == at + 1 and last < len(tokens) and is_patronymic(tokens[last])


def is_joint(token: Token) -> bool:
    """``al``: a part of the name follows, whatever else it means; behind ``bin`` styles stand: bin *Tun* Varga."""
    return is_particle(token) and not is_patronymic(token)


def is_weekday(token: Token) -> bool:
    """``Wednesday``: a day on which somebody did something."""
    return token.lower.endswith("day") and token.lower in tables.words("calendar-words")


def is_number(token: Token) -> bool:
    """``II``, ``III``, ``IV``: which of that name."""
    return token.text.isupper() and token.lower in tables.words("numbers-of-names")


def is_plain(token: Token) -> bool:
    """``Fusae``: a capital, then small letters."""
    return token.is_capitalised and len(token.text) > 1 and token.text[1:].islower() and not is_ordinary(token)


def is_joined_particle(token: Token) -> bool:
    """``al-Mansouri``: a particle written together with the name it leads to."""
    particle, hyphen, name = token.text.partition("-")
    return bool(hyphen) and name[:1].isupper() and particle in tables.words("name-particles")
