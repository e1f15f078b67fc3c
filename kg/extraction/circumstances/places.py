"""Places as printed: a known city, or a name after *in* that a state follows, and the word that leads to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import cues, stands_before

_SHORT = 3  # tokens of such a place of which only a meeting tells
_LONGEST = 6  # tokens of a place that no table knows
_PLACE_ENDS = frozenset(",(-\u2013\u2014:|.")


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class PlaceHit:
    """A place at tokens ``[first, last)``; ``lead`` is the word or mark that leads to it, ``at`` where that stands."""

    first: Final[int]
    last: Final[int]
    name: Final[str]
    lead: Final[str]
    at: Final[int]


def places(page: Page, taken: Sequence[bool], named: frozenset[int] = frozenset()) -> list[PlaceHit]:
    """Every place of the page, in order.

    ``taken`` marks the tokens of names of people and titles; at a token of ``named`` the naming of a meeting has ended.
    """
    found: list[PlaceHit] = []
    free = 0
    for at in page.capitals:
        last = None if taken[at] or at < free else _city(page, at, taken) or _unknown(page, at, taken, named)
        if last is None:
            continue
        lead, lead_at = _lead(page, at, last)
        found.append(PlaceHit(at, last, page.words(at, last), lead, lead_at))
        free = last
    return found


def city_of(page: Page, start: int, end: int) -> PlaceHit | None:
    """The first known city in ``[start, end)`` of the text (a dateline)."""
    first, last = page.at(start), page.before(end)
    for at in range(first, last):
        hit = page.match(tables.table("cities"), at, last)
        if hit and page.tokens[at].is_capitalised:
            return PlaceHit(at, hit.last, page.words(at, hit.last), "", at)
    bracket = next((at + 1 for at in range(first, last) if page.tokens[at].text == "("), last)
    return _printed(page, first, last) or _printed(page, bracket, last)


def _printed(page: Page, first: int, last: int) -> PlaceHit | None:
    """A place that no table knows, by where it stands: capitals at the head of a dateline, up to a mark or a number."""
    at = first
    while at < min(first + _LONGEST, last) and (
        _is_of_place(page, at) or (at > first and page.tokens[at].text in "/-")
    ):
        at += 1
    known = page.match(tables.bodies(), first) or page.match(tables.states(), first)
    ended = at == last or page.tokens[at].text in _PLACE_ENDS or page.tokens[at].text[0].isdigit()
    return PlaceHit(first, at, page.words(first, at), "", first) if at > first and ended and not known else None


def _is_of_place(page: Page, at: int) -> bool:
    token = page.tokens[at]
    other = ("common-words", "calendar-words", "dateline-words")
    return token.is_word and token.is_capitalised and token.lower not in tables.words_of(*other)


def _city(page: Page, at: int, taken: Sequence[bool]) -> int | None:
    """The end of a known city at token ``at`` that is no part of a longer name."""
    hit = page.match(tables.table("cities"), at)
    if hit is None or _is_carried(page, at):
        return None
    if _goes_on(page, hit.last) and not _is_before_title(page, at, hit.last, taken):
        return None
    return hit.last


def _goes_on(page: Page, at: int) -> bool:
    """Whether a capitalised word follows that makes it a longer name (*Geneva Conventions*, *Madrid's Mayor*)."""
    if at >= len(page.tokens) or not page.joined(at - 1):
        return False
    token = page.tokens[at]
    if page.match(cues("setting-cues", "area"), at):
        return True
    if not (token.is_capitalised and token.is_word) or _is_house_of_town(page, at):
        return False
    return not (page.match(tables.states(), at) or token.lower in tables.words("calendar-words") or _ends(page, at))


def _is_before_title(page: Page, at: int, last: int, taken: Sequence[bool]) -> bool:
    """Whether somebody's title or name begins behind a place: in Oslo *Foreign Minister P* met Q."""
    led = at > 0 and page.tokens[at - 1].lower in ("in", "at")
    return led and last < len(taken) and taken[last]


def _is_house_of_town(page: Page, at: int) -> bool:
    """Whether a house is named by the town in front of token ``at``: at the Oslo *Tide Hotel*."""
    end = next((k for k in range(at, min(at + 3, len(page.tokens))) if not page.tokens[k].is_capitalised), at + 3)
    return at < end <= len(page.tokens) and page.tokens[end - 1].lower in tables.words("houses-of-towns")


def _ends(page: Page, at: int) -> bool:
    """Whether a new sentence begins at a token."""
    index = page.sentence_of(at)
    return index is not None and page.sentences[index].first == at


def _is_carried(page: Page, at: int) -> bool:
    """Whether a capitalised word stands right before, without a comma (*Fort Washington*), or a hyphen."""
    if at == 0 or not page.joined(at - 1):
        return False
    before = page.tokens[at - 1]
    if any((state := page.match(tables.states(), first)) and state.last == at for first in range(max(0, at - 4), at)):
        return False  # in the capital of Norway Oslo
    return before.is_word and before.is_capitalised and not _ends(page, at) and not _ends(page, at - 1)


def _unknown(page: Page, at: int, taken: Sequence[bool], named: frozenset[int]) -> int | None:
    """The end of a name that no table knows: a state follows it (*in Lindholm, Norway*), or words lead to a place."""
    tokens = page.tokens
    if at == 0:
        return None
    town = stands_before(page, "setting-cues", "town", at, max(0, at - 2)) and not tokens[at - 2].is_capitalised
    housed = tokens[at - 1].lower in tables.words("arriving-leads") and _is_house_end(page, at - 2)
    if not (town or tokens[at - 1].lower in tables.words("arriving-leads") or _is_behind_house(page, at - 1)):
        return None
    if page.match(tables.states(), at) or tokens[at].lower in tables.words("calendar-words"):
        return None
    pos = _end_of_name(page, at, taken)
    if pos == at or town:
        return pos if town and pos > at else None
    if housed or any(stands_before(page, "setting-cues", kind, at, max(0, at - 4)) for kind in ("sited", "arrive")):
        return None if page.match(tables.bodies(), at) else pos
    if at - 1 in named and _is_told_alone(page, at, pos):
        return pos
    return pos if tokens[at - 1].lower != "for" and _is_in_state(page, pos) else None


def _is_told_alone(page: Page, at: int, pos: int) -> bool:
    """Whether a name right behind a meeting can be but its place: the forum in *Lindholm on Friday*."""
    words = page.words(at, pos).casefold()
    if page.tokens[at - 1].lower != "in" or pos - at > _SHORT or page.match(tables.bodies(), at):
        return False
    if page.match(tables.demonyms(), at) or words in tables.words("regions"):
        return False
    return pos < len(page.tokens) and page.tokens[pos].lower in tables.words("behind-places")


def _end_of_name(page: Page, at: int, taken: Sequence[bool] = ()) -> int:
    """Where the capitalised words from token ``at`` on end."""
    tokens, pos = page.tokens, at
    while pos < min(at + _LONGEST, len(tokens)) and (pos == at or page.joined(pos - 1)):
        inner = tokens[pos].lower in tables.words("name-particles") and pos > at
        named = tokens[pos].is_capitalised and tokens[pos].is_word and not tokens[pos].is_acronym
        if not (inner or named) or (taken and taken[pos]):
            break
        pos += 1
    return pos


def _is_in_state(page: Page, pos: int) -> bool:
    """Whether a state follows a name that ends at ``pos``: *, Norway*, *(Norway)*, *, West Vik, Norway*."""
    tokens = page.tokens
    if pos + 1 >= len(tokens) or tokens[pos].text not in (",", "("):
        return False
    if page.match(tables.states(), pos + 1):
        return True
    city = page.match(tables.table("cities"), pos + 1)
    region = city.last if city else _end_of_name(page, pos + 1)
    if region == pos + 1 or (tokens[pos].text == "(" and not city) or region + 1 >= len(tokens):
        return False
    return tokens[region].text == "," and page.match(tables.states(), region + 1) is not None


def _house_behind(page: Page, at: int, last: int) -> tuple[str, int] | None:
    """The word that leads to a house named by its town: *to* the Organization's Lyon *headquarters*."""
    if last >= len(page.tokens) or page.tokens[last].lower not in tables.words("houses"):
        return None
    leads = (pos for pos in range(at - 1, max(-1, at - _LONGEST), -1) if page.tokens[pos].lower in ("at", "in", "to"))
    pos = next(leads, None)
    return None if pos is None else ("at", pos)


def _is_behind_house(page: Page, comma: int) -> bool:
    """Whether a house in capitals stands before a comma: at *the Tide Hotel,* Lindholm, Norway."""
    return comma > 1 and page.tokens[comma].text == "," and _is_house_end(page, comma - 1)


def _is_house_end(page: Page, at: int) -> bool:
    """Whether token ``at`` ends the name of a house: the Tide *Hotel*."""
    return at > 0 and page.tokens[at].lower in tables.words("house-ends") and page.tokens[at - 1].is_capitalised


def _lead(page: Page, at: int, last: int) -> tuple[str, int]:
    """The word or mark that leads to a place, adjectives and *the capital* left out, and where it stands."""
    tokens = page.tokens
    pos = at - 1
    while pos > max(0, at - 6) and (
        tokens[pos].lower in tables.words("place-adjectives")
        or (tokens[pos].is_capitalised and page.match(tables.demonyms(), pos))
    ):
        pos -= 1
    if pos >= 0 and (tokens[pos].lower in tables.words("place-leads") or tokens[pos].text in (",", "(")):
        return tokens[pos].lower, pos
    if house := _house_behind(page, at, last):
        return house
    venue = cues("setting-cues", "venue")
    if any(page.match(venue, behind) for behind in range(last, min(last + 5, len(tokens)))):
        return "venue", at
    return "", at
