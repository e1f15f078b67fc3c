"""Names of bodies and states in a text, their acronyms, and which mentions are one body.

A body is known (authority data), or reads like one: modifiers, an organisation head, complements
("UN Office on Drugs and Crime"), or is introduced by its acronym in brackets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kg import resources
from kg.extraction import tables
from kg.extraction.page import Page
from kg.extraction.people import is_particle
from kg.extraction.tokens import Token
from kg.model.names import fold

_COMPLEMENT = frozenset(("of", "for", "on", "against"))
_OWNED_BY = frozenset(("of",))
_LONGEST_NAME = 24  # tokens: a longer run of capitals is a page printed so, no name


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body or state named at tokens ``[first, last)``; brackets with its acronym end at ``outer``.

    ``prefix`` says that it only qualifies the word that follows (*UN* entities, *EU* Coordinator).
    """

    first: int
    last: int
    outer: int
    rule: str
    acronym: str | None = None
    known: str | None = None
    is_state: bool = False
    prefix: bool = False
    is_alias: bool = False


@dataclass(slots=True)
class Body:
    """All mentions of one body in a document; ``name`` is its fullest printed form."""

    name: str
    mentions: list[BodyMention]
    acronym: str | None = None
    known: str | None = None
    is_state: bool = False
    also: list[str] = field(default_factory=list)


def head_at(page: Page, at: int) -> int | None:
    """Where an organisation head that begins at token ``at`` ends (Office, Task Force), or None."""
    if at >= len(page.tokens) or not page.tokens[at].is_capitalised:
        return None
    hit = page.match(tables.table("organisation-heads"), at)
    return hit.last if hit and hit.row.flag("acts") else None


def known_at(page: Page, at: int) -> BodyMention | None:
    """The known body or state that begins at token ``at``, longest first."""
    token = page.tokens[at]
    if not token.is_word or not token.text[0].isupper():
        return None
    body = page.match(tables.bodies(), at)
    state = page.match(tables.states(), at)
    if body and (not state or body.last >= state.last):
        return BodyMention(body.first, body.last, body.last, "body.known", known=body.row["id"])
    if state:
        return BodyMention(state.first, state.last, state.last, "state.known", known=state.row["id"], is_state=True)
    return None


def taken_by_known(page: Page) -> list[bool]:
    """The tokens that known bodies and states cover, so that no person is read there."""
    taken = [False] * len(page.tokens)
    at = 0
    while at < len(page.tokens):
        mention = known_at(page, at)
        if mention:
            taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
            at = mention.last
        else:
            at += 1
    return taken


def find_bodies(page: Page, people: Sequence[bool]) -> list[BodyMention]:
    """Every mention of a body or state outside the tokens of ``people``, in order."""
    found: list[BodyMention] = []
    at = 0
    while at < len(page.tokens):
        mention = None if people[at] else _body_at(page, at, people)
        if mention and _is_numbered_meeting(page, mention):
            at = mention.last
        elif mention:
            found.append(_with_acronym(page, mention))
            at = found[-1].outer
        else:
            at += 1
    return _in_company(page, _with_bound_acronyms(page, found, people), people)


def _is_numbered_meeting(page: Page, mention: BodyMention) -> bool:
    """Whether an ordinal makes a meeting of what else would be a body: the *third* Forum on Borders."""
    if mention.rule != "body.head":
        return False
    ordinals = tables.table("ordinals")
    numbered = any(
        (hit := page.match(ordinals, at)) and at < hit.last <= mention.last and not hit.row.flag("roman")
        for at in range(max(0, mention.first - 1), min(mention.first + 2, mention.last))
    )
    kinds = (page.match(tables.table("meeting-kinds"), at) for at in range(mention.first, mention.last))
    return numbered and any(hit is not None and hit.row.flag("proper") for hit in kinds)


def _in_company(page: Page, found: list[BodyMention], people: Sequence[bool]) -> list[BodyMention]:
    """Adds names between bodies in one list: twelve UN agencies, *Seapol* and the Coast Guard."""
    covered = _cover(page, found)
    starts = {mention.first for mention in found}
    more: list[BodyMention] = []
    for at in range(2, len(page.tokens) - 1):
        if covered[at] or people[at] or page.tokens[at - 1].text != "," or not page.tokens[at].is_capitalised:
            continue
        end = _capital_run(page, at, people)
        if end is None or end + 1 >= len(page.tokens) or page.tokens[end].lower != "and":
            continue
        after = end + 2 if page.tokens[end + 1].lower == "the" else end + 1
        ordinary = any(page.match(tables.table(name), at) for name in ("cities", "role-heads"))
        if after in starts and not ordinary and _lists_bodies(page, at - 2, covered):
            more.append(BodyMention(at, end, end, "body.company"))
    return sorted([*found, *more], key=lambda mention: mention.first)


def _cover(page: Page, found: Sequence[BodyMention]) -> list[bool]:
    covered = [False] * len(page.tokens)
    for mention in found:
        covered[mention.first : mention.outer] = [True] * (mention.outer - mention.first)
    return covered


def _lists_bodies(page: Page, at: int, covered: Sequence[bool]) -> bool:
    """Whether the item before a comma is a body, or members of one."""
    return covered[at] or (page.tokens[at].lower in _members() and at > 0 and covered[at - 1])


def _body_at(page: Page, at: int, people: Sequence[bool]) -> BodyMention | None:
    token = page.tokens[at]
    if (
        not token.is_capitalised
        or not token.is_word
        or (token.lower in tables.words("function-words") and not token.is_acronym)
    ):
        return None
    state = _state_by_people(page, at) or _government(page, at)
    if state:
        return state
    known = known_at(page, at)
    head_end = _headed_run(page, at, known, people)
    if head_end and (not known or head_end > known.last):
        last = _complements(page, head_end, people, _COMPLEMENT)
        alone = last - at == 1 or (head_at(page, at) == last)
        if not alone:
            return _qualified(page, BodyMention(at, last, last, "body.head"))
        if not known and at and page.tokens[at - 1].lower in ("the", "this", "its"):
            return BodyMention(at, last, last, "body.alias", is_alias=True)
    introduced = _introduced(page, at, known, people)
    if introduced:
        return introduced
    if known:
        if not known.is_state and head_at(page, known.first) is None:
            last = _complements(page, known.last, people, _OWNED_BY) if _ends_in_head(page, known) else known.last
            known = replace(known, last=last, outer=last)
        return _qualified(page, known)
    return None


def _state_by_people(page: Page, at: int) -> BodyMention | None:
    """A state by its adjective, if those who stand for it follow: the *Pakistani* delegation."""
    hit = page.match(tables.demonyms(), at)
    if not hit or hit.last >= len(page.tokens) or not page.joined(hit.last - 1):
        return None
    if page.tokens[hit.last].lower not in _members():
        return None
    return BodyMention(at, hit.last, hit.last, "state.demonym", known=hit.row["id"], is_state=True, prefix=True)


def _government(page: Page, at: int) -> BodyMention | None:
    """A state by its government, which is the same actor: Government of (the Republic of) Kenya."""
    if page.tokens[at].lower not in ("government", "republic", "kingdom") or at + 2 >= len(page.tokens):
        return None
    if page.tokens[at + 1].lower != "of":
        return None
    start = at + 3 if page.tokens[at + 2].lower == "the" else at + 2
    inner = _government(page, start) or known_at(page, start) if start < len(page.tokens) else None
    if inner is None or not inner.is_state:
        return None
    return BodyMention(at, inner.last, inner.last, "state.known", known=inner.known, is_state=True)


def _introduced(page: Page, at: int, known: BodyMention | None, people: Sequence[bool]) -> BodyMention | None:
    """Capitalised words whose initials are the acronym in brackets behind them: United Nations Fish Fund (UNFF)."""
    end = _capital_run(page, at, people)
    if not end or end - at < 2 or (known and known.last >= end) or end + 2 >= len(page.tokens):
        return None
    acronym = page.tokens[end + 1]
    if page.tokens[end].text != "(" or page.tokens[end + 2].text != ")" or not acronym.is_acronym:
        return None
    initials = [token.text[0] for token in page.tokens[at:end] if token.is_capitalised]
    letters = [letter for letter in acronym.text if letter.isupper()]
    rest = iter(initials)
    return BodyMention(at, end, end, "body.introduced") if all(letter in rest for letter in letters) else None


def _ends_in_head(page: Page, mention: BodyMention) -> bool:
    return mention.last - mention.first > 1 and head_at(page, mention.last - 1) == mention.last


def _headed_run(page: Page, at: int, known: BodyMention | None, people: Sequence[bool]) -> int | None:
    """The end of the last organisation head in the run of capitalised words that begins at ``at``."""
    last_head, pos = None, at
    complete = known.last if known else at
    while pos < len(page.tokens) and not people[pos]:
        if pos > at and not page.joined(pos - 1):
            break
        if pos - at > _LONGEST_NAME:
            return None
        token, head = page.tokens[pos], head_at(page, pos)
        if head:
            last_head = pos = head
        elif token.is_capitalised and token.is_word and token.lower not in tables.words("function-words"):
            pos += 1
        elif token.text in "/&" and _capital_follows(page, pos, people):
            pos += 1
        elif token.lower == "and" and last_head is None and pos > complete and _joins_modifiers(page, pos, people):
            pos += 1
        else:
            break
    return last_head


def _capital_follows(page: Page, at: int, people: Sequence[bool]) -> bool:
    return (
        at + 1 < len(page.tokens)
        and page.joined(at)
        and page.tokens[at + 1].is_capitalised
        and page.tokens[at + 1].is_word
        and not (people and people[at + 1])
    )


def _joins_modifiers(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether ``and`` joins two modifiers of one head that follows: Crime and Justice Research Institute."""
    if not _capital_follows(page, at, people) or known_at(page, at + 1) or head_at(page, at + 1):
        return False
    pos = at + 1
    while pos < len(page.tokens) and not people[pos] and page.joined(pos - 1) and page.tokens[pos].is_capitalised:
        if head_at(page, pos):
            return True
        pos += 1
    return False


def _complements(page: Page, pos: int, people: Sequence[bool], leads: frozenset[str]) -> int:
    """Where the complements of a body head that ends at ``pos`` end: (of the) High Commissioner for Human Rights."""
    abroad = page.tokens[pos - 1].lower in tables.words("bodies-abroad")
    for _ in range(4):
        if pos >= len(page.tokens) or people[pos] or not page.joined(pos - 1):
            break
        token = page.tokens[pos]
        if token.lower not in leads and not (abroad and token.lower == "to"):
            break
        start = pos + 1
        if start < len(page.tokens) and page.tokens[start].lower == "the":
            start += 1
        end = capital_list(page, start, people)
        if end is None:
            break
        pos = end
    return pos


def capital_list(page: Page, start: int, people: Sequence[bool]) -> int | None:
    """The end of ``NP (, NP)* and NP`` in capitals at ``start``; a part that is a body, person or post ends it."""
    end = _capital_run(page, start, people)
    if end is None:
        return None
    joined, pos = end, end
    while True:
        comma = pos < len(page.tokens) and page.tokens[pos].text == ","
        after = pos + 1 if comma else pos
        conjunction = after < len(page.tokens) and page.tokens[after].lower in ("and", "&")
        if not comma and not conjunction:
            return joined
        part = after + 1 if conjunction else after
        if (
            part >= len(page.tokens)
            or _stands_alone(page, part)
            or (not conjunction and _turns_to_state(page, start, part))
        ):
            return joined
        part_end = _capital_run(page, part, people)
        if part_end is None:
            return joined
        pos = part_end
        if conjunction:
            joined = part_end
            if not comma:
                return joined


def _turns_to_state(page: Page, start: int, at: int) -> bool:
    """Whether a state follows what is none: Chief of Police, *Trinidad and Tobago*."""
    first, state = known_at(page, start), known_at(page, at)
    return state is not None and state.is_state and not (first and first.is_state)


def _stands_alone(page: Page, at: int) -> bool:
    """Whether a new body, post or person begins at ``at``, not one more part of a complement."""
    if page.match(tables.table("honorifics"), at) or page.match(tables.table("role-heads"), at):
        return True
    known = known_at(page, at)
    if known and not known.is_state and not _capital_follows(page, known.last - 1, ()):
        return True
    pos, end = at, at
    while pos < len(page.tokens) and page.tokens[pos].is_capitalised and (pos == at or page.joined(pos - 1)):
        head = head_at(page, pos)
        end, pos = head or end, head or pos + 1
    return end > at and end == pos


def _capital_run(page: Page, at: int, people: Sequence[bool]) -> int | None:
    pos = at
    while pos < len(page.tokens) and not people[pos] and (pos == at or page.joined(pos - 1)):
        if pos - at > _LONGEST_NAME:
            return None
        token = page.tokens[pos]
        if token.is_capitalised and token.is_word:
            pos += 1
        elif token.text in "/&" and pos > at and _capital_follows(page, pos, people):
            pos += 1
        elif pos > at and is_particle(token) and _capital_follows(page, pos, people):
            pos += 1
        else:
            break
    return pos if pos > at else None


def _qualified(page: Page, mention: BodyMention) -> BodyMention:
    """The mention, marked as a prefix if it only qualifies what follows."""
    following = mention.last
    if following < len(page.tokens) and page.joined(following - 1):
        token = page.tokens[following]
        if (token.is_capitalised and token.is_word) or token.lower in _members():
            return replace(mention, prefix=True)
    return mention


def _members() -> frozenset[str]:
    return tables.words("member-nouns")


def _with_acronym(page: Page, mention: BodyMention) -> BodyMention:
    """The mention with the acronym in brackets after it, if there is one."""
    tokens, at = page.tokens, mention.last
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" and page.joined(at - 1):
        inner = tokens[at + 1]
        if inner.is_acronym or (inner.is_capitalised and page.match(tables.bodies(), at + 1)):
            return replace(mention, acronym=inner.text, outer=at + 3, prefix=False)
    return mention


def _with_bound_acronyms(page: Page, found: list[BodyMention], people: Sequence[bool]) -> list[BodyMention]:
    """Adds the later mentions of a body by the acronym that its name introduced."""
    acronyms = {mention.acronym for mention in found if mention.acronym}
    covered = _cover(page, found)
    more = [
        _qualified(page, BodyMention(at, at + 1, at + 1, "body.acronym"))
        for at, token in enumerate(page.tokens)
        if token.text in acronyms and not covered[at] and not people[at]
    ]
    return sorted([*found, *more], key=lambda mention: mention.first)


def state_name(known: str) -> str:
    """The name of a state by its id in the authority data."""
    return _state_names()[known]


@cache
def _state_names() -> dict[str, str]:
    return {row["id"]: row["name"] for row in tables.rows_of(resources.lexicon() / "states.tsv")}


def body_in_slot(page: Page, at: int, people: Sequence[bool]) -> BodyMention | None:
    """A body on the word of its place alone (``Director of X``): an acronym, or capitalised words."""
    if at >= len(page.tokens) or people[at]:
        return None
    token: Token = page.tokens[at]
    end = _capital_run(page, at, people)
    if end and end - at > 1 and known_at(page, at) and page.match(tables.table("organisation-heads"), end - 1):
        return _with_acronym(page, BodyMention(at, end, end, "body.slot"))
    if token.is_acronym:
        return _with_acronym(page, BodyMention(at, at + 1, at + 1, "body.slot"))
    return None


def unite(page: Page, mentions: Sequence[BodyMention]) -> list[Body]:
    """The bodies of a document, each with all its mentions; short forms join the one body they can mean."""
    united: list[Body] = []
    by_length = sorted(mentions, key=lambda m: (m.is_alias, -(m.last - m.first), m.first))
    for mention in by_length:
        form = page.words(mention.first, mention.last)
        if mention.rule == "state.demonym" and mention.known:
            form = state_name(mention.known)
        body = _one_body(united, mention, form)
        if body is None:
            if mention.is_alias:
                continue
            body = Body(form, [], known=mention.known, is_state=mention.is_state)
            united.append(body)
        body.mentions.append(mention)
        body.acronym = body.acronym or mention.acronym
        body.known = body.known or mention.known
        if form != body.name and form not in body.also:
            body.also.append(form)
    for body in united:
        body.mentions.sort(key=lambda m: m.first)
        _name_without_owner(body)
    return sorted(united, key=lambda body: body.mentions[0].first)


def _one_body(united: Sequence[Body], mention: BodyMention, form: str) -> Body | None:
    if mention.is_alias and not mention.acronym:
        head = form.casefold()
        fits = [body for body in united if not body.is_state and head in body.name.casefold()]
        return fits[0] if len(fits) == 1 else None
    key = fold(form)
    for body in united:
        keys = {fold(body.name), *(fold(other) for other in body.also)}
        if key in keys or _without_owner(key) in {_without_owner(other) for other in keys}:
            return body
    for body in united:
        if body.acronym and body.acronym in (form, mention.acronym):
            return body
        if body.known and body.known == mention.known:
            return body
    return None


def _name_without_owner(body: Body) -> None:
    """An owner's acronym in front makes no fuller name: *UN* Task Force is the Task Force, if so printed."""
    owner, _, rest = body.name.partition(" ")
    if owner.isupper() and rest in body.also:
        body.also[body.also.index(rest)] = body.name
        body.name = rest


def _without_owner(key: str) -> str:
    """``united nations counter terrorism centre`` without the owner in front, if enough is left."""
    for owner in ("united nations ", "european union "):
        if key.startswith(owner) and len(key.split()) > 4:
            return key[len(owner) :]
    return key
