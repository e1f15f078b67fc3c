"""The numbers in the naming of a meeting: its ordinal, its year."""

import re
from collections.abc import Mapping

from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST_SPAN = 6
"""Words of: in more than twenty years."""
_BRACKETED = 3
"""Tokens of a number in brackets, and one more than its digits."""
_NUMERAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")


def ordinal_ending(page: Page, pos: int, free: int) -> tuple[int, int] | None:
    """The ordinal that ends at ``pos``, and where it begins."""
    if pos - _BRACKETED >= free and page.tokens[pos - 1].text == ")":
        return _bracketed(page, pos, free)
    for back in (2, 1):
        at = pos - back
        if at >= free:
            hit = page.match(tables.table("ordinals"), at, pos)
            if hit and hit.last == pos and not (hit.row.flag("roman") and not _is_numeral(page, at, pos)):
                return int(hit.row["value"]), at
    numeral = _NUMERAL.fullmatch(page.tokens[pos - 1].lower) if pos > free else None
    return (int(numeral[1]), pos - 1) if numeral else None


def _is_numeral(page: Page, at: int, pos: int) -> bool:
    """Whether a Roman figure counts: *XI* Tide Forum, *the X* meeting; not Malcolm *X* met."""
    return before_proper(page, pos) or (at > 0 and page.tokens[at - 1].lower == "the")


def _bracketed(page: Page, pos: int, free: int) -> tuple[int, int] | None:
    """A number in brackets that ends at ``pos``: the *(41)* meeting, *(41st)* meeting, the *third (3rd)* meeting."""
    at = pos - _BRACKETED
    inner = page.tokens[at + 1]
    numeral = _NUMERAL.fullmatch(inner.lower)
    plain = inner.text.isdecimal() and len(inner.text) < _BRACKETED and at > 0 and page.tokens[at - 1].lower == "the"
    if page.tokens[at].text != "(" or not (numeral or inner.text.isdecimal()):
        return None
    spelt = ordinal_ending(page, at, free)
    if spelt is not None:
        return spelt if spelt[0] == int(numeral[1] if numeral else inner.text) else None
    return (int(numeral[1] if numeral else inner.text), at) if numeral or plain else None


def is_owned_and_counted(page: Page, first: int, ending: Mapping[int, BodyMention]) -> bool:
    """Whether a number, and whose it is, stand before a name: the *18th Tide Union's* Harbour Masters Meeting."""
    owner = ending.get(first - 1) if first > 2 and page.tokens[first - 1].lower == "'s" else None
    return owner is not None and owner.first > 0 and ordinal_ending(page, owner.first, 0) is not None


def before_proper(page: Page, pos: int) -> bool:
    """Whether a capital follows."""
    return pos < len(page.tokens) and page.tokens[pos].is_capitalised


def year_at(page: Page, at: int) -> int | None:
    """The year printed at token ``at``, or None."""
    token = page.tokens[at]
    return (
        int(token.text) if token.text.isdecimal() and len(token.text) == 4 and 1900 < int(token.text) < 2100 else None
    )


def counts_some(page: Page, last: int) -> bool:
    """Whether what follows a naming says of which meetings alone it is the first: *in eight years*, *since* 2019."""
    if page.match(tables.phrases("counting-spans"), last):
        return True
    behind = [token.lower for token in page.tokens[last : last + _LONGEST_SPAN]]
    if behind[:1] != ["in"]:
        return False
    end = next((at for at, word in enumerate(behind) if word in tables.words("long-times")), 0)
    return end > 1
