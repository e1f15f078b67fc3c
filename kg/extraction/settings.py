"""When and where each meeting was: the date and the place that a sentence ties to one of its mentions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extraction import tables
from kg.extraction.chunks import Chunk, of_sentence
from kg.extraction.dates import DateHit
from kg.extraction.meetings import Meeting, MeetingMention
from kg.extraction.page import Page
from kg.model.dates import PartialDate

_PLACE_LEADS = frozenset(("in", "at"))
_INHERITING = frozenset(("where", "which", "when"))


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where a meeting was, as far as the text says; ``when`` and ``where`` are offsets of the words."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    printed: str | None = None
    when: tuple[int, int] | None = None
    place: str | None = None
    where: tuple[int, int] | None = None
    state: str = "held"


def settings(page: Page, begins: Sequence[Chunk | None], meetings: Sequence[Meeting]) -> dict[int, Setting]:
    """The setting of every meeting, by its number."""
    found: dict[int, Setting] = {}
    for meeting in meetings:
        found[meeting.number] = _setting(page, begins, meeting)
    return _inherited(page, begins, meetings, found)


def _setting(page: Page, begins: Sequence[Chunk | None], meeting: Meeting) -> Setting:
    hit = place = None
    for mention in meeting.mentions:
        hit = hit or _date_of(page, begins, mention)
        place = place or _place_of(page, begins, mention)
    start, end, printed, when = None, None, None, None
    if hit:
        start, end, printed, when = (
            hit.first,
            hit.last if hit.last != hit.first else None,
            hit.printed,
            (hit.start, hit.end),
        )
    elif meeting.year:
        start = PartialDate(meeting.year)
    setting = Setting(start, end, printed, when, *(place or (None, None)))
    return _with_state(page, meeting, setting)


def _with_state(page: Page, meeting: Meeting, setting: Setting) -> Setting:
    published = page.published
    ahead = setting.start and published and setting.start.bounds()[0] > published.bounds()[1]
    if (
        ahead
        or all(mention.planned for mention in meeting.mentions)
        or (setting.start is None and _announced(page, meeting))
    ):
        return replace(setting, state="planned")
    return setting


def _announced(page: Page, meeting: Meeting) -> bool:
    """Whether every mention stands behind words that look ahead."""
    return all(_looks_ahead(page, mention) for mention in meeting.mentions)


def _looks_ahead(page: Page, mention: MeetingMention) -> bool:
    index = page.sentence_of(mention.first)
    if index is None:
        return False
    first = max(page.sentences[index].first, mention.first - 8)
    return any(token.lower in tables.words("looking-ahead") for token in page.tokens[first : mention.first])


def _date_of(page: Page, begins: Sequence[Chunk | None], mention: MeetingMention) -> DateHit | None:
    """The nearest date of the same sentence that no other meeting, person or title stands nearer to."""
    index = page.sentence_of(mention.first)
    if index is None or page.sentences[index].block.kind in ("headline", "heading"):
        return None
    sentence = page.sentences[index]
    first, last = page.tokens[sentence.first].start, page.tokens[sentence.last - 1].end
    hits = [hit for hit in page.dates if first <= hit.start and hit.end <= last and not _inside_name(begins, page, hit)]
    fits = [hit for hit in hits if not _another_between(page, begins, mention, hit)]
    return min(fits, key=lambda hit: (_distance(page, mention, hit), hit.start), default=None)


def _inside_name(begins: Sequence[Chunk | None], page: Page, hit: DateHit) -> bool:
    """Whether the date is part of a meeting's name, a title or a body's name."""
    at = page.at(hit.start)
    return at < len(begins) and (begins[at] is None or begins[at].kind != "word")  # type: ignore[union-attr]


def _another_between(page: Page, begins: Sequence[Chunk | None], mention: MeetingMention, hit: DateHit) -> bool:
    first, last = sorted((page.at(hit.start), mention.first))
    chunks = [chunk for chunk in begins[first:last] if chunk is not None]
    between = [chunk for chunk in chunks if chunk.first != mention.first]
    return any(chunk.meeting is not None or chunk.is_word(";", "where") for chunk in between)


def _distance(page: Page, mention: MeetingMention, hit: DateHit) -> int:
    at = page.at(hit.start)
    return at - mention.last if at >= mention.last else mention.first - at


def _place_of(
    page: Page, begins: Sequence[Chunk | None], mention: MeetingMention
) -> tuple[str, tuple[int, int]] | None:
    """The city after ``in`` or ``at`` in the mention's clause, or where a visit goes."""
    if mention.destination:
        first, last = mention.destination
        return page.words(first, last), (page.tokens[first].start, page.tokens[last - 1].end)
    index = page.sentence_of(mention.first)
    if index is None:
        return None
    chunks = of_sentence(begins, page.sentences[index])
    centre = next((k for k, chunk in enumerate(chunks) if chunk.first == mention.first), None)
    if centre is None:
        return None
    for step in range(1, 12):
        for at in (centre + step, centre - step):
            if not 0 <= at < len(chunks) or chunks[at].kind != "word" or chunks[at].text not in _PLACE_LEADS:
                continue
            city = page.match(tables.table("cities"), chunks[at].last)
            own = not _foreign(chunks, min(at, centre), max(at, centre), at)
            if own and city and page.tokens[city.first].is_capitalised:
                span = (page.tokens[city.first].start, page.tokens[city.last - 1].end)
                return page.words(city.first, city.last), span
    return None


def _foreign(chunks: Sequence[Chunk], low: int, high: int, at: int) -> bool:
    """Whether the place belongs to something else: another meeting, or a title or body right before it."""
    between = chunks[low + 1 : high]
    if any(chunk.meeting or chunk.is_word(";", "that") for chunk in between):
        return True
    before = chunks[at - 1] if at else None
    return bool(before and before.kind in ("titles", "body"))


def _inherited(
    page: Page, begins: Sequence[Chunk | None], meetings: Sequence[Meeting], found: Mapping[int, Setting]
) -> dict[int, Setting]:
    """``the Week, where … the Congress``: a meeting inside another has its date and state, if it tells none itself."""
    settled = dict(found)
    for meeting in meetings:
        setting = settled[meeting.number]
        outer = _outer(page, begins, meetings, meeting) if setting.start is None else None
        if outer is not None and outer.number != meeting.number:
            other = settled[outer.number]
            settled[meeting.number] = replace(
                setting, start=other.start, end=other.end, printed=other.printed, state=other.state
            )
    return settled


def _outer(page: Page, begins: Sequence[Chunk | None], meetings: Sequence[Meeting], meeting: Meeting) -> Meeting | None:
    for mention in meeting.mentions:
        index = page.sentence_of(mention.first)
        if index is None:
            continue
        previous: MeetingMention | None = None
        relative = False
        for chunk in of_sentence(begins, page.sentences[index]):
            if chunk.first >= mention.first:
                break
            if chunk.meeting:
                previous, relative = chunk.meeting, False
            relative = relative or (previous is not None and chunk.is_word(*_INHERITING))
        if previous and relative:
            return next((other for other in meetings if previous in other.mentions), None)
    return None
