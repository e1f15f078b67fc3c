"""Names of bodies and states in a text.

A body is known (authority data), or reads like one: modifiers, an organisation head, complements
("UN Office on Drugs and Crime"), or is introduced by its acronym in brackets.
"""

import re
from collections.abc import Sequence

from kg.extraction.body.acronyms import (
    body_in_slot,
    introduced,
    qualified,
    unit_with_acronym,
    with_acronym,
    with_bound_acronyms,
    with_names_in_brackets,
    without_acronyms_of_posts,
)
from kg.extraction.body.beginnings import may_begin
from kg.extraction.body.bodybacks import ANY_LEAD, OWNER_LEAD, complements
from kg.extraction.body.bodynames import (
    capital_list,
    capital_run,
    foreign_run,
    head_at,
    head_hit,
    headed_run,
    plural_heads,
    thing_at,
)
from kg.extraction.body.fronted import with_fields_in_front
from kg.extraction.body.headplaces import is_cried_verb
from kg.extraction.body.listed import in_company, with_listed
from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.body.numbered import numbered
from kg.extraction.body.postwords import begins_post, follows_post, is_in_post, is_of_envoy, is_of_post, names_none
from kg.extraction.changed import changed
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at, known_places, state_by_government, state_by_people
from kg.extraction.words.names import is_given, is_ordinary

_NUMERAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_LONGEST_PROVINCE = 2
_LONGEST_STATE = 6
_FORMED = frozenset(("body.head", "body.introduced"))

__all__ = ["Body", "BodyMention", "body_at", "body_in_slot", "capital_list", "find_bodies", "known_at"]


def find_bodies(page: Page, people: Sequence[bool]) -> list[BodyMention]:
    """Every mention of a body or state outside the tokens of ``people``, in order."""
    found: list[BodyMention] = []
    free, begin = 0, page.kept(may_begin)
    numbers = [at - 1 for at in page.capitals if at and page.tokens[at - 1].text[0].isdigit()]
    for at in sorted({*page.capitals, *known_places(page), *numbers}):
        if at < free:
            continue
        token = page.tokens[at]
        if token.is_capitalised:
            mention = body_at(page, at, people) if begin[at] and token.is_word and not people[at] else None
        else:
            mention = numbered(page, at, people) if token.text[0].isdigit() else None
        if mention and _is_numbered_meeting(page, mention):
            free = mention.last
        elif mention:
            found.append(_explained(page, _with_organ(page, with_acronym(page, mention), people), people))
            free = found[-1].outer
    found = with_fields_in_front(page, found, people)
    found = with_names_in_brackets(page, without_acronyms_of_posts(page, found))
    found = with_listed(page, with_bound_acronyms(page, found, people), people)
    return in_company(page, found, people)


def _explained(page: Page, mention: BodyMention, people: Sequence[bool]) -> BodyMention:
    """The mention with the bracket that says in English what it is: the Lagoon Council *(Parliament of Norway)*."""
    at = mention.outer
    if mention.is_state or at > mention.last or at + 2 >= len(page.tokens) or page.tokens[at].text != "(":
        return mention
    inner = body_at(page, at + 1, people) if page.tokens[at + 1].is_capitalised and not people[at + 1] else None
    whole = inner is not None and inner.last < len(page.tokens) and page.tokens[inner.last].text == ")"
    short = mention.last - mention.first == 1 and page.tokens[mention.first].is_acronym  # TU (Tide Union of Norway)
    if not whole or inner is None or inner.is_state or inner.known or inner.last - inner.first < _LONGEST_PROVINCE:
        return mention
    return mention if short else changed(mention, outer=inner.last + 1, prefix=False)


def _with_organ(page: Page, mention: BodyMention, people: Sequence[bool]) -> BodyMention:
    """The organ whose name goes on behind its parent's acronym: Marine Tide Union *(MTU) Commission on Lagoons*."""
    at = mention.outer
    if at == mention.last or at >= len(page.tokens) or not page.beside[at - 1] or mention.is_state:
        return mention
    end = headed_run(page, at, at, people)
    if end is None or is_of_post(page, at, end) or page.tokens[end - 1].lower in plural_heads():
        return mention
    last = complements(page, at, end, people, ANY_LEAD).last
    return with_acronym(page, BodyMention(mention.first, last, last, "body.head"))


def _is_numbered_meeting(page: Page, mention: BodyMention) -> bool:
    """Whether an ordinal makes a meeting of what else would be a body: the *third* Forum on Borders."""
    if mention.is_state:
        return False
    if mention.last - mention.first == 1 and mention.first and page.tokens[mention.first].is_acronym:
        numbered = _NUMERAL.fullmatch(page.tokens[mention.first - 1].lower) is not None
        return numbered and not _qualifies_meeting(page, mention.last)
    standing = frozenset() if mention.rule in _FORMED else tables.meetings("standing")
    ordinals = tables.table("ordinals")
    numbered = any(
        (hit := page.match(ordinals, at)) and at < hit.last <= mention.last and not hit.row.flag("roman")
        for at in range(max(0, mention.first - 1), min(mention.first + 2, mention.last))
    )
    kinds = (page.match(tables.table("meeting-kinds"), at) for at in range(mention.first, mention.last))
    return numbered and any(
        hit is not None and hit.row.flag("proper") and hit.row["kind"] not in standing for hit in kinds
    )


def _qualifies_meeting(page: Page, at: int) -> bool:
    """Whether the word for a meeting follows, maybe qualified, so that the acronym is a body's: 3rd LMM *Plenary*."""
    ahead = range(at, min(at + 3, len(page.tokens)))
    last = next((k for k in ahead if not page.beside[k - 1] or not page.tokens[k].is_word), ahead.stop)
    return any(page.match(tables.table("meeting-kinds"), k) for k in range(at, last))


def body_at(page: Page, at: int, people: Sequence[bool]) -> BodyMention | None:
    """The body or state whose name begins at token ``at``, or None."""
    if not page.kept(may_begin)[at]:
        return None
    token = page.tokens[at]
    if is_cried_verb(page, at) if token.is_acronym else token.lower in tables.words("function-words"):
        return None
    if token.text.rpartition("-")[2] in tables.words("qualifying-ends") or _is_in_front(page, at):
        return None
    if is_in_post(page, at, people) or _are_governments(page, at):
        return None
    state = state_by_people(page, at) or state_by_government(page, at)
    if state:
        return state
    known = known_at(page, at)
    if known and _is_held(page, known, people):
        return None
    foreign = foreign_run(page, at, people)
    if foreign and not (known and known.last >= foreign):
        return qualified(page, BodyMention(at, foreign, foreign, "body.head"))
    headed = unit_with_acronym(page, at, people) if known is None else None
    headed = headed or _headed(page, at, known, people) or _service_of_state(page, at, people)
    if headed:
        return headed
    by_acronym = introduced(page, at, known, people)
    if by_acronym:
        return by_acronym
    return qualified(page, _with_owner(page, known, people)) if known else None


def _are_governments(page: Page, at: int) -> bool:
    """Whether states are meant whose names follow: the *Governments of* Norway and Kenya."""
    several = page.tokens[at].lower in tables.words("governments") and page.tokens[at].lower.endswith("s")
    return several and at + 1 < len(page.tokens) and page.tokens[at + 1].lower == "of" and page.beside[at]


def _is_held(page: Page, known: BodyMention, people: Sequence[bool]) -> bool:
    """Whether a body called like a post is the post of somebody beside it: P, *National Coordinator for Tides*."""
    head = page.match(tables.table("role-heads"), known.first, known.last)
    if head is None or head.last == known.last:
        return False
    at = known.first - 1 - (known.first > 0 and page.tokens[known.first - 1].lower == "the")
    behind = at > 0 and page.tokens[at].text == "," and people[at - 1]
    before = known.last < len(people) and people[known.last] and page.beside[known.last - 1]
    return behind or before


def _service_of_state(page: Page, at: int, people: Sequence[bool]) -> BodyMention | None:
    """A service of which every state has one, named by the state alone: *Kenya Customs*, *Norwegian Coast Guard*."""
    state = page.match(tables.states(), at) or page.match(tables.demonyms(), at)
    if state is None or state.last >= len(page.tokens) or not page.beside[state.last - 1] or people[state.last]:
        return None
    service = page.match(tables.phrases("services-of-states"), state.last)
    if service is None or not page.tokens[state.last].is_capitalised:
        return None
    goes_on = service.last < len(page.tokens) and page.beside[service.last - 1]
    if goes_on and page.tokens[service.last].is_capitalised:
        return None  # Kenya Customs Week
    return BodyMention(at, service.last, service.last, "body.head")


def _is_in_front(page: Page, at: int) -> bool:
    """Whether a word is no part of the name behind it: *Headquarters* Tide Force; photo *courtesy* Tide Council."""
    if page.tokens[at].lower in tables.words("credit-words"):
        return True
    end = thing_at(page, at)
    behind = known_at(page, end) if end and end < len(page.tokens) and page.beside[end - 1] else None
    return behind is not None and not behind.is_state


def _headed(page: Page, at: int, known: BodyMention | None, people: Sequence[bool]) -> BodyMention | None:
    """A body by the grammar of its name, if that reaches further than a known name does."""
    end = headed_run(page, at, known.last if known else at, people)
    if known and not known.is_state and known.last - at > 1 and (end is None or end <= known.last):
        end = _behind(page, known, people) or end
    if known and end == known.last and _is_another(page, known, end):
        own = complements(page, at, end, people, ANY_LEAD)
        return BodyMention(at, own.last, own.last, "body.head") if own.last > end else None
    if end is None or (known and end <= known.last) or thing_at(page, at) == end or names_none(page, at, end):
        return None
    if is_of_envoy(page, at, end):
        return BodyMention(at, end, end, "body.alias", is_alias=True)
    if _is_party(page, at, end):
        return None
    named = complements(page, at, _with_province(page, end, people), people, ANY_LEAD)
    if named.last - at > 1 and head_at(page, at) != named.last:
        rule = "body.plural" if page.tokens[end - 1].lower in plural_heads() else "body.head"
        return qualified(page, BodyMention(at, named.last, named.last, rule, core=named.core))
    if named.last - at > 1 and at > 1 and page.tokens[at - 1].lower in ("'s", "\u2019s") and head_at(page, at - 2):
        return qualified(page, BodyMention(at, named.last, named.last, "body.head", core=named.core))
    pointed = named.last - at > 2 or (at > 0 and page.tokens[at - 1].lower in ("the", "this", "its"))
    pointed = pointed or (named.last - at > 1 and follows_post(page, at, named.last))
    head = head_hit(page, at)
    if head and head.last == named.last and head.last - at > 1 and head.row.flag("never_alone"):
        return None  # Law Enforcement Agencies
    owns = named.last - at > 1 and begins_post(page, named.last)
    party = named.last == at + 1 and page.tokens[at].lower in tables.words("parties-alone")
    if not known and not party and (pointed or owns):
        return BodyMention(at, named.last, named.last, "body.alias", is_alias=True)
    return None


def _is_party(page: Page, at: int, end: int) -> bool:
    """Whether it is who came for a state, and no body: *Delegations* of the Republic of Kenya."""
    if end > at + 1 or page.tokens[at].lower not in tables.words("parties-alone") or end + 1 >= len(page.tokens):
        return False
    owner = end + 1 + (page.tokens[end + 1].lower == "the")
    named = known_at(page, owner) if page.tokens[end].lower in ("of", "from") and owner < len(page.tokens) else None
    seat = named is not None and page.tokens[named.last : named.last + 1] and page.tokens[named.last].lower == "to"
    sends = named is not None and (named.is_state or named.known not in tables.words("bodies-with-delegations"))
    return sends and not seat


def _is_another(page: Page, known: BodyMention, end: int) -> bool:
    """Whether what follows a known name makes another body of it: the European Commission *against Racism*.

    Of a department a field does so too: State Department *for Tides*.
    """
    if known.is_state or end + 1 >= len(page.tokens):
        return False
    heads = (head_hit(page, at) for at in range(known.first, end))
    head, lead = next((hit for hit in heads if hit and hit.last == end), None), page.tokens[end].lower
    field = lead == "for" and head is not None and head.row["kind"] in ("ministry", "department")
    return head is not None and (lead == "against" or (field and not known_at(page, end + 1)))


def _with_province(page: Page, end: int, people: Sequence[bool]) -> int:
    """Where a department ends right behind which its province is named: Tide Department *Lower Ambria*, a mark."""
    head = page.match(tables.phrases("province-heads"), end - 1)
    last = capital_run(page, end, people) if head and page.beside[end - 1] and end < len(page.tokens) else None
    if last is None or last - end > _LONGEST_PROVINCE or page.match(tables.table("role-heads"), end):
        return end
    words = page.tokens[end:last]
    plain = any(is_ordinary(token) or is_given(token) or token.is_acronym for token in words)
    ended = last >= len(page.tokens) or not page.beside[last - 1]
    ended = ended or page.tokens[last].text in ",;.()" or page.tokens[last].lower == "and"
    return last if ended and not plain else end


def _behind(page: Page, known: BodyMention, people: Sequence[bool]) -> int | None:
    """The end of a name that goes on behind a known one: League of Lagoon States *General Secretariat*."""
    at = known.last
    if at >= len(page.tokens) or not page.beside[at - 1] or not page.tokens[at].is_capitalised or people[at]:
        return None
    if not any(page.tokens[pos].lower == "of" for pos in range(known.first, at)):
        return None  # capitals all through are one run already
    end = headed_run(page, at, at, people)
    return end if end and end - at > 1 else None


def _with_owner(page: Page, known: BodyMention, people: Sequence[bool]) -> BodyMention:
    """A known body with the parent that its name does not hold: Legal Affairs Committee *of the Council*."""
    named_by_head = head_at(page, known.last - 1) == known.last and known.last - known.first > 1
    if known.is_state or not named_by_head:
        return known
    if _is_of_a_state(page, known.first):
        return changed(known, known=None, rule="body.head")  # *Norway's* Security Council too
    named = complements(page, known.first, known.last, people, OWNER_LEAD)
    longer = changed(known, last=named.last, outer=named.last, core=named.core)
    if any(page.match(tables.states(), at) for at in range(known.last, named.last)):
        return changed(longer, known=None, rule="body.head")  # the Security Council *of Norway* is another one
    return longer


def _is_of_a_state(page: Page, at: int) -> bool:
    """Whether the genitive of a state stands in front: *Sri Lanka's* Security Council."""
    if at < 2 or page.tokens[at - 1].lower != "'s":
        return False
    states = (page.match(tables.states(), first, at - 1) for first in range(max(0, at - _LONGEST_STATE), at - 1))
    return any(state and state.last == at - 1 for state in states)
