"""Titles that several share: ``Ministers P and Q``; ``P and Q, Vice-Chairs of B``; ``Governors: P (X), Q (Y)``."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from kg.extraction.body.mentions import BodyMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.person.people import PersonMention
from kg.extraction.post.elliptical import fielded
from kg.extraction.post.envoys import envoys
from kg.extraction.post.holders import is_national, role_of
from kg.extraction.post.role_homes import of_unknown
from kg.extraction.post.statesnamed import states_before
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_JOINS = frozenset((",", "and", "&", ";"))
_APART = (",", "(", "-", "\u2013", "\u2014")
_FARTHEST = 5
"""Words between a title that heads a list and its colon."""
_BARE = 2
"""Words of a title with its body that heads a list."""
_MARKS = (",", ":", "-", "\u2013", "\u2014", "(")


@dataclass(frozen=True, slots=True)
class Share:
    """One of several people (by chunk) who bear a title (by chunk), with the body named beside the name.

    ``lead`` and ``place`` say where an envoy is sent: *to*, Norway; ``field`` what the post is about in place of the
    words of the title: Ministers of Ports, P, and *of Reefs*, Q.
    """

    title: int
    person: int
    rule: str
    body: Chunk | None = None
    lead: str = ""
    place: tuple[int, int] | None = None
    field: tuple[int, int] | None = None


def shares(
    page: Page, chunks: Sequence[Chunk], titled: Set[PersonMention], owner: Mapping[int, PersonMention]
) -> Iterator[Share]:
    """The people who bear a title in the plural, besides the one it stands beside; ``titled`` have one of their own."""
    for at, chunk in enumerate(chunks):
        if chunk.titles and any(title.plural for title in chunk.titles.titles):
            first = owner.get(chunk.titles.first)
            if sent := envoys(page, chunks, at):
                for one in sent:
                    yield Share(at, one.person, "post.title-names", one.sender, one.lead, one.place)
                continue
            if apart := fielded(page, chunks, at):
                yield from (Share(at, person, "post.title-names", field=field) for person, field in apart)
                continue
            if several := list(_of_several_states(page, chunks, at)):
                yield from several
                continue
            matched = list(_matched(chunks, at)) if first is None else []
            if matched:
                yield from matched
                continue
            if first is None and (pos := _of_countries(chunks, at)) is not None:
                yield from _listed(page, chunks, at, frozenset(), None, pos, of_places=False)
                continue
            yield from _in_turn(chunks, at, titled, first)
            opening, of_places = _opening(chunks, at, first), _is_of_places(page, chunk)
            yield from _listed(page, chunks, at, titled, first, opening, of_places=of_places)
            if first is not None:
                yield from _before(chunks, at, titled, first)


def _opening(chunks: Sequence[Chunk], at: int, first: PersonMention | None) -> int | None:
    """Where the list of names behind a title begins: right behind it, or behind a colon."""
    set_apart = at + 1 < len(chunks) and chunks[at + 1].is_word(",") and _has_body(chunks[at])
    behind = at + 1 + set_apart
    if behind < len(chunks) and chunks[behind].person and chunks[behind].person == first:
        return behind
    if chunks[at].last - chunks[at].first > _BARE and _has_body(chunks[at]):
        return None  # "ambassadors of his country: P (Kenya)": what stands beside the names says something else
    for pos in range(at + 1, min(at + 2 + _FARTHEST, len(chunks))):
        if chunks[pos].is_word(":") or (chunks[pos].person and chunks[pos - 1].is_word("were", "are")):
            return pos + chunks[pos].is_word(":")  # the ministers who attended *were P (Kenya)* and Q
        if chunks[pos].kind not in ("word", "body", "meeting") or chunks[pos].is_word(
            ",", ";", ".", "of", "by", "with"
        ):
            return None
    return None


def _of_countries(chunks: Sequence[Chunk], at: int) -> int | None:
    """Where the names begin, each with its state: *Ministers of the Lake countries*, P (X), Q (Y)."""
    pos, said = at + 1, False
    while pos < min(at + 2 + _FARTHEST, len(chunks)) and not chunks[pos].is_word(*_MARKS):
        if chunks[pos].person or chunks[pos].meeting:
            return None
        said = chunks[pos].text in tables.words("states-in-number")
        pos += 1
    if not said or pos + 1 >= len(chunks) or not chunks[pos].is_word(*_MARKS) or chunks[pos + 1].person is None:
        return None
    body, following = _body_of(chunks, pos + 2)
    more = following < len(chunks) and chunks[following].is_word(*_JOINS)
    return pos + 1 if more and body and body.body and body.body.is_state else None


def _has_body(chunk: Chunk) -> bool:
    return chunk.titles is not None and chunk.titles.titles[-1].body is not None


def _is_of_places(page: Page, chunk: Chunk) -> bool:
    """Whether a title is one that towns and districts have, no government, and names none: *Governors*, Mayors."""
    titles = [title for title in chunk.titles.titles if title.body is None] if chunk.titles else []
    roles = [role_of(page, title) for title in titles]
    return any(roles) and all(of_unknown(role) == "place" and not is_national(role) for role in roles)


def _listed(
    page: Page,
    chunks: Sequence[Chunk],
    at: int,
    titled: Set[PersonMention],
    first: PersonMention | None,
    pos: int | None,
    *,
    of_places: bool,
) -> Iterator[Share]:
    """The names from chunk ``pos`` on, joined by marks and *and*, each with the body in brackets or behind *of*."""
    while pos is not None and pos < len(chunks):
        person = chunks[pos].person
        place = _place_of(page, chunks, pos + 1) if of_places else None
        if person is None or (person in titled and person != first and place is None):
            return
        body, following = _body_of(chunks, pos + 1)
        if person != first or place:
            yield Share(at, pos, "post.title-names", place or body)
        pos = _behind_aside(chunks, following)
        while pos < len(chunks) and chunks[pos].is_word(*_JOINS):
            pos += 1
        if pos == following:
            return


def _of_several_states(page: Page, chunks: Sequence[Chunk], at: int) -> Iterator[Share]:
    """``A's and B's Ministers P and Q``; ``the A, B and C Ministers, P, Q and R``: as many names as states."""
    group = chunks[at].titles
    title = group.titles[0] if group and len(group.titles) == 1 else None
    if title is None or title.body is None or not title.body.is_state or title.first >= title.body.first:
        return
    states = [*states_before(page, title.body.first, title.first), title.body]
    people, _ = _run(chunks, at + 1, "person")
    if len(states) > 1 and len(people) == len(states):
        for state, person in zip(states, people, strict=True):
            yield Share(at, person, "post.title-names", Chunk("body", state.first, state.last, body=state))


def _matched(chunks: Sequence[Chunk], at: int) -> Iterator[Share]:
    """``Ministers of A and B, P and Q``: as many names as bodies, in one order."""
    titles = chunks[at].titles
    if titles is None or titles.titles[-1].body is None:
        return
    bodies, pos = _run(chunks, at + 1, "body")
    people, _ = _run(chunks, pos, "person")
    if bodies and len(people) == len(bodies) + 1:
        for place, person in enumerate(people):
            yield Share(at, person, "post.title-names", chunks[bodies[place - 1]] if place else None)


def _in_turn(
    chunks: Sequence[Chunk], at: int, titled: Set[PersonMention], first: PersonMention | None
) -> Iterator[Share]:
    """``Ministers of A, P, and B, Q``; ``of A (P) and B (Q)``; ``of A P and B Q``: a body and a name in turn."""
    apart = at + 1 < len(chunks) and chunks[at + 1].is_word(*_APART)
    pos = at + 1 + apart if _has_body(chunks[at]) else len(chunks)
    if pos >= len(chunks) or first is None or chunks[pos].person != first:
        return
    while pos < len(chunks):
        body = _behind(chunks, pos + 1, (",", ";", "and", "&", "of", "the", ")"))
        person = _behind(chunks, body + 1, _APART) if body < len(chunks) and chunks[body].body else len(chunks)
        named = chunks[person].person if person < len(chunks) else None
        if body == pos + 1 or (person > body + 1) > apart or named is None or named in titled:
            return
        yield Share(at, person, "post.title-names", chunks[body])
        pos = person


def _behind(chunks: Sequence[Chunk], pos: int, words: Sequence[str]) -> int:
    """The place of the first chunk from ``pos`` on that is none of these words."""
    while pos < len(chunks) and chunks[pos].is_word(*words):
        pos += 1
    return pos


def _run(chunks: Sequence[Chunk], pos: int, kind: str) -> tuple[list[int], int]:
    """The places of the chunks of one kind that stand joined from ``pos`` on, and where the next word stands."""
    found: list[int] = []
    while pos < len(chunks) and (chunks[pos].kind == kind or chunks[pos].is_word("the", *_JOINS)):
        if chunks[pos].kind == kind:
            found.append(pos)
        pos += 1
    return found, pos


def _body_of(chunks: Sequence[Chunk], pos: int) -> tuple[Chunk | None, int]:
    """The body of ``(BODY)`` or ``of (the) BODY`` at ``pos``, and where the next word stands."""
    at = pos + 1 + (pos + 1 < len(chunks) and chunks[pos + 1].is_word("the"))
    if at < len(chunks) and chunks[pos].is_word("of", "from") and chunks[at].body:
        return chunks[at], at + 1
    if pos + 1 < len(chunks) and chunks[pos].is_word(",") and chunks[pos + 1].is_word("("):
        pos += 1
    if pos < len(chunks) and chunks[pos].is_word("("):
        end = next((k for k in range(pos + 1, min(pos + 6, len(chunks))) if chunks[k].is_word(")")), None)
        if end is not None:
            return next((chunk for chunk in chunks[pos + 1 : end] if chunk.body), None), end + 1
    return None, pos


def _place_of(page: Page, chunks: Sequence[Chunk], pos: int) -> Chunk | None:
    """The place in brackets at ``pos`` of which no more is known: P *(Lower Ambria, Kenya)*; no party, no letters."""
    if pos >= len(chunks) or not chunks[pos].is_word("("):
        return None
    end = pos + 1
    while end < len(chunks) and chunks[end].capital and not page.tokens[chunks[end].first].is_acronym:
        if chunks[end].is_among(tables.words("party-words")):
            return None
        end += 1
    if end == pos + 1 or end >= len(chunks) or not chunks[end].is_word(")", ","):
        return None
    first, last = chunks[pos + 1].first, chunks[end].first
    return Chunk("body", first, last, body=BodyMention(first, last, last, "body.place"))


def _behind_aside(chunks: Sequence[Chunk], pos: int) -> int:
    """Where a list of semicolons goes on behind what is told of one: P (X)*, who takes over as chairman*; Q (Y)."""
    if pos + 1 < len(chunks) and chunks[pos].is_word(",") and chunks[pos + 1].is_word("who", "which"):
        return next((k for k in range(pos, len(chunks)) if chunks[k].is_word(";", ".")), pos)
    return pos


def _before(chunks: Sequence[Chunk], at: int, titled: Set[PersonMention], first: PersonMention) -> Iterator[Share]:
    """The names in front of the one right before the title: P, Q and R, Vice-Chairs."""
    pos = next((k for k in range(at - 1, max(-1, at - 8), -1) if chunks[k].person == first), None)
    while pos is not None:
        before = pos - 1
        while before >= 0 and chunks[before].is_word(*_JOINS):
            before -= 1
        if before == pos - 1 or before < 0:
            return
        if chunks[before].is_word(")"):
            before = next((k for k in range(before, max(-1, before - 6), -1) if chunks[k].is_word("(")), 0) - 1
        person = chunks[before].person if before >= 0 else None
        if person is None or person in titled:
            return
        yield Share(at, before, "post.title-names", _body_of(chunks, before + 1)[0])
        pos = before
