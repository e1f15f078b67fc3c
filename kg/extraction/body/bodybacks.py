"""What stands behind the head of a body's name: Office *on Drugs and Crime*, Delegation *to the Union in Oslo*."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.body.bodynames import capital_list, head_at, head_hit, headed_run, heads_meeting
from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at
from kg.extraction.words.names import is_ordinary

ANY_LEAD = frozenset(("of", "for", "on", "against"))
OWNER_LEAD = frozenset(("of",))
_OWNED = ("of", "under", "attached")
_LONGEST_FIELD = 12
_TO_BRACKET = 5
_TO_COMMA = 5  # tokens in front of *of* back to the comma behind a name
_GOVERNMENT = ("ministry", "department")
_FIELD_ENDS = ("phrase-breaks", "finite-helpers", "finite-verbs", "speech-verbs", "modals", "governing-words")


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Named:
    """A name read to its end at token ``last``; its own words end at ``core`` if its parent's or state's follow."""

    last: Final[int]
    core: Final[int] = 0


def complements(page: Page, at: int, pos: int, people: Sequence[bool], leads: frozenset[str]) -> Named:
    """The name that begins at ``at`` with its head ending at ``pos``, read through its complements.

    (Office of the) High Commissioner for Human Rights. A part of a ministry ends before *of the Ministry*.
    """
    abroad = page.tokens[pos - 1].lower in tables.words("bodies-abroad")
    alone, core = head_at(page, at) == pos, 0
    first = head_hit(page, pos - 1)
    ministry = first is not None and first.row["kind"] == "ministry"
    for _ in range(4):
        if pos >= len(page.tokens) or people[pos] or not page.beside[pos - 1]:
            break
        token = page.tokens[pos]
        sited = (_in_field(page, pos, people) or _sited(page, at, pos)) if leads is ANY_LEAD else None
        if sited:
            return Named(sited, core or pos)
        attached = _is_attached(page, pos)
        if not (_is_lead(page, pos, leads) or (abroad and token.lower == "to") or _is_under(page, pos) or attached):
            break
        start = pos + 1 + attached
        start = _past_article(page, start, token.lower)
        if start >= len(page.tokens) or _begins_day(page, start):
            break
        known, head = known_at(page, start), head_hit(page, _after_adjective(page, start))
        if head and head.row["kind"] == "ministry" and not alone and token.lower == "of":
            break
        if known and known.is_state and page.tokens[min(known.last, len(page.tokens) - 1)].lower == "'s":
            break  # the Tide Department of Kenya's Ministry
        end = _field_ends(page, pos - 1, start, people)
        if end is None or _is_adjective(page, start, end):
            break
        field, house = token.lower == "of" and ministry, token.lower == "of" and first is not None and first.row["kind"]
        end = _before_post(page, start, end, people, field=field, fielded=house in _GOVERNMENT)
        if token.lower in _OWNED and not alone and (known or head or token.lower != "of"):
            core = core or pos
        pos, alone = end, False
    return Named(pos, core)


def _past_article(page: Page, at: int, lead: str) -> int:
    """The first token of a field: behind *the*, and behind *a* where *for* leads to it: for *a* Safer Coast."""
    if at < len(page.tokens) and page.tokens[at].lower in ("the", *(("a", "an") if lead == "for" else ())):
        at += 1
    return at + (at < len(page.tokens) and page.tokens[at].lower in tables.words("courtesy-adjectives"))


def _is_lead(page: Page, pos: int, leads: frozenset[str]) -> bool:
    """Whether a word leads to a complement; *for* not behind each head: Secretary of the Treasury *for* Tides."""
    word = page.tokens[pos].lower
    return word in leads and not (word == "for" and page.tokens[pos - 1].lower in tables.words("heads-without-field"))


def _field_ends(page: Page, head: int, start: int, people: Sequence[bool]) -> int | None:
    """Where what the body with the ``head`` is for or of ends; in small letters too."""
    known = known_at(page, start)
    complete = known.last if known else start
    if known and known.is_state and known.last < len(page.tokens) and page.tokens[known.last].text == ",":
        return known.last  # the Tide Bureau of Kenya, and the Reef Ministry
    end = max(capital_list(page, start, people) or 0, complete if complete > start else 0)
    if page.tokens[start - 1].lower == "the":  # of the Interstate Lagoon *and Tide Committee*
        end = max(end, headed_run(page, start, complete, people) or 0)
    told = page.tokens[head + 1].lower == "on" or heads_meeting(page, head)  # a workshop, or of what it told
    return end or (None if told else _in_small_letters(page, start))


def _begins_day(page: Page, at: int) -> bool:
    """Whether a day is told here, no field: the Department *on Monday*, *on Dec. 16*."""
    if page.tokens[at].lower in tables.words("calendar-words"):
        return True
    stop, day = page.tokens[at + 1 : at + 2], page.tokens[at + 2 : at + 3]
    short = page.tokens[at].lower in tables.words("abbreviations") and [token.text for token in stop] == ["."]
    return short and any(token.text.isdecimal() for token in day)


def _in_small_letters(page: Page, start: int) -> int | None:
    """Where a field printed in small letters ends: Centre for *the study of tides and floods*."""
    if page.tokens[start].lower not in tables.words("fields-of-work"):
        return None
    end = pos = start + 1
    while pos < min(start + _LONGEST_FIELD, len(page.tokens)) and page.beside[pos - 1]:
        token = page.tokens[pos]
        if token.lower not in tables.words("field-joints"):
            if token.is_capitalised or not token.is_word or any(token.lower in tables.words(n) for n in _FIELD_ENDS):
                break
            end = pos + 1
        pos += 1
    return end


def _in_field(page: Page, pos: int, people: Sequence[bool]) -> int | None:
    """The end of the field that belongs to the name ending at ``pos``: Council for Work *in the Field of Tides*."""
    words = [token.lower for token in page.tokens[pos : pos + 4]]
    if len(words) < 4 or words[:2] != ["in", "the"] or words[3] != "of" or not page.tokens[pos + 2].is_capitalised:
        return None
    return capital_list(page, pos + 4, people) if words[2] in tables.words("field-nouns") else None


def _sited(page: Page, at: int, pos: int) -> int | None:
    """The end of a place that belongs to the name ending at ``pos``: Commission on Tides *in Europe*."""
    if page.tokens[pos - 1].lower in tables.words("bodies-abroad") and (
        city := page.match(tables.table("cities"), pos)
    ):
        return city.last if page.tokens[pos].is_capitalised else None
    if page.tokens[pos].lower != "in" or pos + 1 >= len(page.tokens):
        return None
    start = pos + 2 if page.tokens[pos + 1].lower == "the" else pos + 1
    region = page.match(tables.phrases("regions"), pos + 1) or page.match(tables.phrases("regions"), start)
    if region and page.tokens[region.last - 1].is_capitalised:
        return region.last
    if (short := _shortened_behind(page, at, pos, start)) is not None:
        return short
    if any(page.tokens[k].lower in tables.words("bodies-abroad") for k in range(at, pos - 1)):
        seat = page.match(tables.table("cities"), start) or page.match(tables.states(), start)
        return seat.last if seat and page.tokens[start].is_capitalised else None
    owner = known_at(page, at) or page.match(tables.demonyms(), at)
    if owner is None or owner.last >= pos:
        return None
    of_state = not isinstance(owner, BodyMention) or owner.is_state
    posted = tables.phrases("state-houses-abroad" if of_state else "posted-heads")
    heads = (page.match(posted, head, pos) for head in range(max(at, pos - 3), pos))
    if not any(hit and hit.last == pos for hit in heads):
        return None
    place = page.match(tables.states(), start) or page.match(tables.table("cities"), start)
    return place.last if place and page.tokens[start].is_capitalised else None


def _shortened_behind(page: Page, at: int, pos: int, start: int) -> int | None:
    """The end of a place whose letter an acronym in brackets has at its end: Tide Mission *in Darfur* (TMD)."""
    tokens = page.tokens
    end = next((k for k in range(start, min(start + _TO_BRACKET, len(tokens) - 2)) if tokens[k].text == "("), start)
    place = tokens[start:end]
    if not place or tokens[end + 2].text != ")" or not tokens[end + 1].is_acronym:
        return None
    own = "".join(token.text[0] for token in tokens[at:pos] if token.is_capitalised)
    letters = "".join(token.text[0] for token in place if token.is_capitalised)
    plain = all(token.is_word and page.beside[token_at] for token_at, token in enumerate(place, start))
    short = tokens[end + 1].text
    return end if plain and letters and short != own and short.endswith(letters) else None


def _is_under(page: Page, at: int) -> bool:
    """Whether the office above a body follows: Security Council *under the President* of the Republic."""
    if page.tokens[at].lower != "under" or at + 2 >= len(page.tokens) or page.tokens[at + 1].lower != "the":
        return False
    return page.tokens[at + 2].is_capitalised and page.match(tables.table("role-heads"), at + 2) is not None


def _is_attached(page: Page, at: int) -> bool:
    """Whether the court or body follows at which an office is: Prosecutor's Office *attached to the Tide Court*."""
    words = [token.lower for token in page.tokens[at : at + 3]]
    return words == ["attached", "to", "the"]


def _is_adjective(page: Page, start: int, end: int) -> bool:
    """Whether the adjective of a state goes with words in small letters: the Board of *the Kenyan company*."""
    hit = page.match(tables.demonyms(), start)
    state = page.match(tables.states(), start)
    plain = end < len(page.tokens) and page.beside[end - 1] and page.tokens[end].text.isalpha()
    small = plain and page.tokens[end].text.islower() and page.tokens[end].lower not in tables.words("function-words")
    follows = small and is_ordinary(page.tokens[end]) and page.tokens[end].lower in tables.words("pointing-heads")
    return hit is not None and hit.last == end and state is None and follows


def _after_adjective(page: Page, at: int) -> int:
    """The token after the adjective of a state: of the *Kenyan* Ministry."""
    hit = page.match(tables.demonyms(), at)
    return hit.last if hit and page.beside[hit.last - 1] else at


def _before_post(page: Page, start: int, end: int, people: Sequence[bool], *, field: bool, fielded: bool) -> int:
    """Where a complement ends before a post behind the body: Department for Tides | *Director* P.

    The ``field`` of a ministry ends before any: *Foreign Affairs* Additional Secretary; not Prime Minister's.
    One word is a post where its own field follows: Ministry of Tides | *Undersecretary* for Ports.
    """
    named = end < len(page.tokens) and people[end]
    whole = named or _is_apposed(page, start, end)
    fielded = fielded and end < len(page.tokens) and page.tokens[end].lower == "for" and page.beside[end - 1]
    for at in range(start + 1, end):
        if fielded and not whole and page.match(tables.phrases("portfolio-fields"), at):
            continue  # Department of National *Defence* | Undersecretary for Ports
        modifier = page.match(tables.table("role-modifiers"), at, end)
        post = page.match(tables.table("role-heads"), modifier.last if modifier else at, end)
        if (
            post
            and ((field and post.last - at > 1) or ((whole or fielded) and post.last == end))
            and not _names_office(page, post.last)
        ):
            return at
    return end


def _is_apposed(page: Page, start: int, end: int) -> bool:
    """Whether a body behind a comma without an article ends with a post: P, University of Oslo *Rector*, said."""
    head = next((at for at in range(start - 2, max(-1, start - _TO_COMMA), -1) if page.tokens[at].text == ","), None)
    own = head is not None and all(token.is_capitalised for token in page.tokens[head + 1 : start - 1])
    behind = page.tokens[end].lower if own and end < len(page.tokens) else "and"
    return behind in (",", "who", ".", ")", ";", "for")


def _names_office(page: Page, at: int) -> bool:
    """Whether a post is only the name of an office: the *Prime Minister's* Office, *Attorney General* Chambers."""
    return at < len(page.tokens) and (page.tokens[at].lower == "'s" or head_at(page, at) is not None)
