"""Hearings that a schedule names by their title alone: *Securing the Tides*, over the list of its *Witnesses*."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extraction.body.mentions import BodyMention
from kg.extraction.meeting.meetings import MeetingMention, titled_session
from kg.extraction.meeting.phrases import HEADINGS
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables
from kg.model.dates import PartialDate

_TITLE = 3
"""Words of the shortest title."""
_ABOVE = 5
"""Lines over the list among which the title stands."""
_QUOTES = ('"', "'", "\u201c", "\u201d", "_", "*")


def with_hearings(page: Page, bodies: Sequence[BodyMention], found: Sequence[MeetingMention]) -> list[MeetingMention]:
    """The meetings found and the hearings of the page, in order; a title takes the place of a bare *Hearing:* in it."""
    titled = list(_hearings(page, bodies, found))
    inside = {at for one in titled for at in range(one.first, one.last)}
    return sorted([*titled, *(one for one in found if one.first not in inside)], key=lambda mention: mention.first)


def _hearings(page: Page, bodies: Sequence[BodyMention], found: Sequence[MeetingMention]) -> Iterator[MeetingMention]:
    """A meeting for every list of witnesses over which none of those ``found`` is named."""
    named = sorted(mention.first for mention in found if not mention.is_short)
    begun = {body.first for body in bodies}
    for number, sentence in enumerate(page.sentences):
        if not _heads_witnesses(page, sentence):
            continue
        above = [one for one in page.sentences[max(0, number - _ABOVE) : number] if one.block.kind in HEADINGS]
        if not above or bisect_left(named, above[0].first) < bisect_left(named, sentence.first):
            continue
        titles = [one for one in reversed(above) if _is_title(page, one, begun)]
        if titles:
            quoted = next((one for one in titles if page.tokens[one.first].text in _QUOTES), titles[0])
            days = _days(page, page.sentences[max(0, number - _ABOVE)].first, sentence.first)
            yield _mention(page, quoted, days[-1] if days else None)


def _heads_witnesses(page: Page, sentence: Sentence) -> bool:
    if sentence.block.kind not in HEADINGS:
        return False
    words = [token.lower for token in page.tokens[sentence.first : sentence.last] if token.is_word]
    return " ".join(words) in tables.words("witness-headings")


def _is_title(page: Page, sentence: Sentence, begun: set[int]) -> bool:
    """Whether a line may be a title: no day, no body with its room, no single word."""
    tokens = page.tokens[sentence.first : sentence.last]
    first = next((at for at in range(sentence.first, sentence.last) if page.tokens[at].is_word), sentence.last)
    dated = bool(_days(page, sentence.first, sentence.last))
    counted = any(token.text.isdecimal() for token in tokens[:1])  # the number of a house
    return sum(token.is_word for token in tokens) >= _TITLE and first not in begun and not (dated or counted)


def _days(page: Page, first: int, last: int) -> list[PartialDate | None]:
    """The days told in the tokens from ``first`` to ``last``, in order."""
    return [hit.first for hit in page.dates_between(page.tokens[first].start, page.tokens[last - 1].end)]


def _mention(page: Page, sentence: Sentence, day: PartialDate | None) -> MeetingMention:
    first, last = sentence.first, sentence.last
    while first < last - 2 and page.tokens[first].text in _QUOTES and page.tokens[last - 1].text in _QUOTES:
        first, last = first + 1, last - 1
    return titled_session(first, last, when=day)
