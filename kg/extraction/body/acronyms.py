"""Acronyms of bodies: in brackets behind a name, later in its stead, and as proof that words in capitals are one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extraction.body.bodynames import capital_run, headed_run, heads_meeting, plural_heads, thing_at
from kg.extraction.body.closings import quoted, shorter
from kg.extraction.body.headplaces import LONGEST_NAME, is_field
from kg.extraction.body.mentions import BodyMention
from kg.extraction.changed import changed
from kg.extraction.text.page import Page
from kg.extraction.text.tokens import Token
from kg.extraction.words import tables
from kg.extraction.words.known import known_at
from kg.extraction.words.names import is_given, is_ordinary

BRACKET = 4  # tokens behind the longest name in which its acronym in brackets begins


def qualified(page: Page, mention: BodyMention) -> BodyMention:
    """The mention, marked as a prefix if it only qualifies what follows."""
    following = mention.last
    if following < len(page.tokens) and page.beside[following - 1]:
        token = page.tokens[following]
        if page.match(tables.phrases("styles-of-envoys"), following):
            return mention  # Minister of Kenya | *H.E.* Varga
        if (token.is_capitalised and token.is_word) or token.lower in tables.words("member-nouns"):
            return changed(mention, prefix=True)
    return mention


def with_acronym(page: Page, mention: BodyMention) -> BodyMention:
    """The mention with the acronym in brackets after it, if there is one."""
    tokens, at = page.tokens, mention.last
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" and page.beside[at - 1]:
        inner = tokens[at + 1]
        if (
            inner.is_acronym
            or (inner.is_capitalised and page.match(tables.bodies(), at + 1))
            or _is_own_name(page, mention)
        ):
            others = _is_of_longer(page, mention, inner) or _is_of_members(page, mention, inner.text)
            acronym = None if others else inner.text
            return changed(mention, acronym=acronym, outer=at + 3, prefix=False)
    if at + 2 < len(tokens) and tokens[at].text == tokens[at + 2].text == "," and page.beside[at - 1]:
        inner = tokens[at + 1]
        if inner.is_acronym and not mention.is_state and _initials(page, mention.first, mention.last) == inner.text:
            return changed(mention, acronym=inner.text, outer=at + 2)  # the Marine Tide Union, MTU, agreed
    if not mention.is_state and (end := quoted(page, at) or shorter(page, mention)):
        return changed(mention, outer=end, prefix=False)
    return mention


def _is_of_members(page: Page, mention: BodyMention, acronym: str) -> bool:
    """Whether an acronym in the plural is of those of whom a body consists: the Group of Tide Units *(TUs)*."""
    short = acronym.removesuffix("s")
    several = short != acronym and short.isupper() and page.tokens[mention.last - 1].lower.endswith("s")
    return several and _initials(page, mention.first, mention.last) not in (short, acronym)


def _is_of_longer(page: Page, mention: BodyMention, acronym: Token) -> bool:
    """Whether an acronym is that of a parent, or of longer words that a state only ends: Reef Front *Norway (RFN)*."""
    if parent_of(page, mention, acronym.text):
        return True
    if not mention.is_state or mention.first == 0 or not page.beside[mention.first - 1]:
        return False
    led = page.tokens[mention.first - 1].is_capitalised and page.tokens[mention.first - 1].is_word
    own = acronym.text[0] in _initials(page, mention.first, mention.last)
    return led and not own and known_at(page, mention.last + 1) is None


def parent_of(page: Page, mention: BodyMention, acronym: str) -> int | None:
    """Where the body begins whose acronym this is, if it stands behind *of*: Council of the *Tide Union (TU)*."""
    if not acronym.isupper() or _initials(page, mention.first, mention.last) == acronym:
        return None
    for first in owners_in(page, mention):
        known = page.match(tables.bodies(), first, mention.last)
        short = known is not None and known.last == mention.last and acronym in (known.row["acronym"], known.row.form)
        if short or (_initials(page, first, mention.last) == acronym and not is_field(page, first, mention.last)):
            return first
    return None


def owners_in(page: Page, mention: BodyMention) -> list[int]:
    """Where, behind *of* in a name, the name of another body may begin: Council of the *Tide Agency*."""
    behind = (at + 1 for at in range(mention.first + 1, mention.last - 1) if page.tokens[at].lower == "of")
    return [at + (page.tokens[at].lower == "the") for at in behind]


def _initials(page: Page, first: int, last: int) -> str:
    return "".join(token.text[0] for token in page.tokens[first:last] if token.is_capitalised)


def _is_own_name(page: Page, mention: BodyMention) -> bool:
    """Whether the name in brackets is the body's in its own language: Internal Security Force *(Lekhwiya)*."""
    at = mention.last + 1
    token = page.tokens[at]
    if mention.is_state or not (token.is_capitalised and token.is_word) or is_ordinary(token) or is_given(token):
        return False
    places = (tables.table("cities"), tables.states(), tables.demonyms())
    return not any(page.match(table, at) for table in places)


def introduced(page: Page, at: int, known: BodyMention | None, people: Sequence[bool]) -> BodyMention | None:
    """Capitalised words whose initials are the acronym in brackets behind them: United Nations Fish Fund (UNFF)."""
    if not brackets_in(page, at, at + LONGEST_NAME + BRACKET):
        return None
    end = capital_run(page, at, people)
    if not end or end - at < 2 or (known and known.last >= end) or end + 2 >= len(page.tokens):
        return None
    acronym = page.tokens[end + 1]
    if page.tokens[end].text != "(" or page.tokens[end + 2].text != ")" or not acronym.is_acronym:
        return None
    if any(thing_at(page, last) == end or _is_post(page, last, end) for last in range(at, end)):
        return None
    if acronym.lower in tables.words("subject-acronyms"):
        return None  # Improvised Explosive Devices (IED)
    if page.tokens[end - 1].lower in tables.words("member-nouns"):
        return None  # the Tide Council Member States (TCMS)
    if page.tokens[end - 1].lower in tables.words("generic-meetings"):
        return None  # the Tide Ministers Meeting (TMM)
    initials = [token.text[0] for token in page.tokens[at:end] if token.is_capitalised]
    return BodyMention(at, end, end, "body.introduced") if _spells(initials, acronym.text) else None


def _spells(initials: Sequence[str], acronym: str) -> bool:
    """Whether the letters of an acronym stand among the initials, in order."""
    rest = iter(initials)
    return all(letter in rest for letter in acronym if letter.isupper())


def _starts_of(field: Sequence[Token], acronym: str) -> Iterator[int]:
    """From which words on the field may be what the acronym stands for, the last first."""
    letters = [[part[0].upper() for part in token.text.split("-") if part] for token in field]
    for start in reversed(range(len(field))):
        initials = [letter for part in letters[start:] for letter in part]
        if field[start].is_capitalised and initials[0] == acronym[0] and _spells(initials, acronym):
            yield start


def brackets_in(page: Page, first: int, last: int) -> Sequence[int]:
    """Where an acronym stands in brackets between tokens: Marine Tide Union *(*MTU) Commission."""
    found = page.kept(_brackets)
    return found and found[bisect_left(found, first + 1) : bisect_left(found, last - 2)]


def _brackets(page: Page) -> list[int]:
    """Where on a page an acronym stands in brackets."""
    tokens = page.tokens
    opening = page.places_of("(", 0, len(tokens) - 2)
    return [at for at in opening if tokens[at + 1].is_acronym and tokens[at + 2].text == ")"]


def unit_with_acronym(page: Page, at: int, people: Sequence[bool]) -> BodyMention | None:
    """A unit whose field has its acronym in brackets before the noun: *Lagoon Law and Order (LLO) Unit*."""
    brackets = brackets_in(page, at, at + LONGEST_NAME)
    if not brackets or (bracket := brackets[0]) == at + 1:
        return None
    field, small = page.tokens[at:bracket], tables.words("light-words")
    if any(people[at : bracket + 3]) or not all(page.beside[pos] for pos in range(at, bracket)):
        return None
    if not all(token.text in "/&" or token.is_capitalised or token.lower in small for token in field):
        return None
    if next(_starts_of(field, page.tokens[bracket + 1].text), None) != 0 or headed_run(page, at, at, people) == bracket:
        return None  # the Marine Tide Union (MTU) Commission is that of a body
    if any(_is_post(page, pos, bracket) for pos in range(at, bracket)):
        return None
    behind = bracket + 3
    end = headed_run(page, behind, behind, people) if behind < len(page.tokens) and page.beside[bracket + 2] else None
    if end is None or page.tokens[end - 1].lower in plural_heads() or heads_meeting(page, end - 1):
        return None
    return BodyMention(at, end, end, "body.head")


def without_acronyms_of_posts(page: Page, found: Sequence[BodyMention]) -> list[BodyMention]:
    """The mentions without those that are a post's initials here: the Tide Adviser *(NTA)*, later the *NTA*."""
    tokens = page.tokens
    short = {tokens[mention.first].text for mention in found if mention.last == mention.first + 1}
    named = {mention.last for mention in found if mention.last > mention.first + 1}
    posts = {
        tokens[at].text
        for at in (bracket + 1 for bracket in page.places_of("(", 1, len(tokens) - 2))
        if tokens[at].is_acronym and tokens[at].text in short and tokens[at + 1].text == ")"
        if any(_is_post(page, first, at - 1) for first in range(max(0, at - 5), at - 1))
        or (at - 1 not in named and _is_post_of_field(page, at - 1))
    }
    return [m for m in found if m.last > m.first + 1 or tokens[m.first].text not in posts]


def _is_post_of_field(page: Page, end: int) -> bool:
    """Whether a post and what it is for end the words: *Director General of Tide Surveillance* (DGTS)."""
    at = end - 1
    while at > max(0, end - LONGEST_NAME) and page.beside[at - 1] and page.tokens[at].is_capitalised:
        at -= 1
    hits = (page.match(tables.table("role-heads"), first, at) for first in range(max(0, at - 3), at))
    return page.tokens[at].lower in ("of", "for") and any(hit is not None and hit.last == at for hit in hits)


def with_names_in_brackets(page: Page, found: Sequence[BodyMention]) -> list[BodyMention]:
    """The mentions, those with the acronym that stands in front of their brackets: TIA *(Tide Intelligence Agency)*."""
    tokens = page.tokens

    def acronym(mention: BodyMention) -> str | None:
        at = mention.first - 2
        closed = mention.outer < len(tokens) and tokens[mention.outer].text == ")"
        if at < 0 or not closed or tokens[at + 1].text != "(" or not tokens[at].is_acronym or mention.is_state:
            return None
        initials = _initials(page, mention.first, mention.last)
        spelt = len(tokens[at].text) > 1 and initials[:1] == tokens[at].text[0] and _spells(initials, tokens[at].text)
        return tokens[at].text if spelt else None

    told = [
        changed(mention, acronym=short) if not mention.acronym and (short := acronym(mention)) else mention
        for mention in found
    ]
    whole = {new.first - 1: new.outer + 1 for old, new in zip(found, told, strict=True) if new is not old}
    return [changed(one, outer=whole[one.outer]) if one.outer in whole else one for one in told]


def _is_post(page: Page, first: int, end: int) -> bool:
    """Whether a post ends the words: National Security *Adviser* (NSA)."""
    hit = page.match(tables.table("role-heads"), first, end)
    return hit is not None and hit.last == end


def with_bound_acronyms(page: Page, found: list[BodyMention], people: Sequence[bool]) -> list[BodyMention]:
    """Adds the later mentions of a body by the acronym that its name introduced."""
    acronyms = {mention.acronym for mention in found if mention.acronym}
    inside = (page.tokens[at + 1] for mention in found for at in brackets_in(page, mention.first, mention.last))
    acronyms |= {token.text for token in inside if token.lower not in tables.words("subject-acronyms")}
    covered = cover(page, found)
    more = [
        qualified(page, BodyMention(at, at + 1, at + 1, "body.acronym"))
        for at in page.places_of_any({acronym.casefold() for acronym in acronyms} & page.said)
        if page.tokens[at].text in acronyms and not covered[at] and not people[at]
    ]
    return sorted([*found, *more], key=lambda mention: mention.first)


def cover(page: Page, found: Sequence[BodyMention]) -> list[bool]:
    """The tokens that mentions cover."""
    covered = [False] * len(page.tokens)
    for mention in found:
        covered[mention.first : mention.outer] = [True] * (mention.outer - mention.first)
    return covered


def body_in_slot(page: Page, at: int, people: Sequence[bool]) -> BodyMention | None:
    """A body on the word of its place alone (``Director of X``): an acronym, or capitalised words."""
    if at >= len(page.tokens) or people[at]:
        return None
    end = capital_run(page, at, people)
    if end and end - at > 1 and known_at(page, at) and page.match(tables.table("organisation-heads"), end - 1):
        return with_acronym(page, BodyMention(at, end, end, "body.slot"))
    of = page.tokens[at - 1 - (page.tokens[at - 1].lower == "the")].lower == "of" if at > 1 else False
    chamber = page.match(tables.phrases("chambers"), at) if of and page.tokens[at].is_capitalised else None
    if chamber and end == chamber.last:
        return BodyMention(at, end, end, "body.slot")  # Speaker of Parliament
    if end == at + 1 and _is_of_state(page.tokens[at].text):
        return BodyMention(at, end, end, "body.slot")
    if end == at + 2 and page.tokens[at + 1].is_acronym and (state := known_at(page, at)) and state.is_state:
        return BodyMention(at, end, end, "body.slot")  # the Kenya TAB
    people_of = page.match(tables.demonyms(), at)
    if people_of and end == people_of.last + 1 and page.tokens[people_of.last].is_acronym:
        return BodyMention(at, end, end, "body.slot")  # the Kenyan TAB
    if page.tokens[at].is_acronym and end and at + 1 < end:
        place = page.match(tables.table("cities"), at + 1) or page.match(tables.states(), at + 1)
        if place and place.last == end:
            return BodyMention(at, end, end, "body.slot")  # NTB Lisbon, TIU Norway
    if page.tokens[at].is_acronym and (end == at + 1 or not _names_body(page, at + 1, people)):
        return with_acronym(page, BodyMention(at, at + 1, at + 1, "body.slot"))
    return None


def _is_of_state(word: str) -> bool:
    """``TIU-Norway``: an acronym and where it is."""
    short, hyphen, place = word.partition("-")
    return bool(hyphen) and len(short) > 1 and short.isupper() and place[:1].isupper() and not place.isupper()


def _names_body(page: Page, at: int, people: Sequence[bool]) -> bool:
    """Whether the capitalised words from ``at`` on hold the head of a body: GLAG *Chiefs of Staff Committee*."""
    end = at
    while end < len(page.tokens) and page.beside[end - 1] and not people[end]:
        token = page.tokens[end]
        if not (token.is_capitalised and token.is_word) and token.lower not in ("of", "on", "for", "and", "the"):
            return False
        hit = page.match(tables.table("organisation-heads"), end)
        if hit and hit.row.flag("acts"):
            return True
        end += 1
    return False
