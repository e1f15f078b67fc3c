"""What is named like a person and is none: places, buildings, prizes, ships, credits and bylines."""

from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import cues
from kg.extraction.words.names import is_ordinary

_THINGS_AHEAD = 6
_BYLINE = 6
_LONGEST_STATE = 6


def is_royal(page: Page, at: int) -> bool:
    """Whether a royal or clerical style begins at ``at``: the names of things begin so too."""
    style = page.match(tables.table("honorifics"), at)
    return style is not None and style.row["class"] in ("royal", "clerical")


def is_thing(page: Page, first: int, name: int, last: int) -> bool:
    """Whether the words name a place, building, prize, law or body after a person: Olof Palme *Street*."""
    royal = first < name and is_royal(page, first)
    if (first == name or royal) and last - name > 1 and page.tokens[last - 1].lower in tables.words("place-heads"):
        return True
    if royal and last - name > 2 and all(is_ordinary(token) for token in page.tokens[last - 2 : last]):
        return True
    if first == name and (_is_inn(page, first, last) or _is_head(page, first, last)):
        return True
    if _is_of_chair(page, name, last) if first == name else _is_state_with_minister(page, name, last):
        return True
    courtesy = name > first and page.tokens[first].lower in tables.words("courtesies")
    for at in range(last, min(last + _THINGS_AHEAD, len(page.tokens))):
        token = page.tokens[at]
        if courtesy or not page.beside[at - 1] or not (token.is_capitalised and token.is_word):
            return False
        if token.lower in tables.words("place-heads"):
            chosen = first > 0 and page.tokens[first - 1].lower in tables.words_of("choosing-verbs", "electing-verbs")
            return not (chosen and page.match(tables.table("role-heads"), at))  # elected P *Chair*
        if page.match(tables.table("organisation-heads"), at):
            return not page.match(tables.table("role-heads"), at)
        if page.match(tables.table("role-heads"), at) or page.match(tables.table("honorifics"), at):
            return False
    return False


def _is_state_with_minister(page: Page, name: int, last: int) -> bool:
    """Whether a style stands before the genitive of a state whose post follows: His Excellency *Qatar's* Minister."""
    state = page.match(tables.states(), name)
    owns = state is not None and state.last == last < len(page.tokens) - 1 and page.tokens[last].lower == "'s"
    return owns and page.match(tables.table("role-heads"), last + 1) is not None


def _is_inn(page: Page, first: int, last: int) -> bool:
    """Whether a house is named by its town, in which something was: *at Hilton Colombo*, Venue: *Conrad Manila*."""
    lead = page.tokens[first - 1].lower if first else ""
    labelled = lead == ":" and first > 1 and page.match(cues("setting-cues", "place-label"), first - 2) is not None
    if lead != "at" and not labelled:
        return False
    town = page.match(tables.table("cities"), last - 1, last)
    behind = page.tokens[last].lower if last < len(page.tokens) and page.beside[last - 1] else ""
    if last - first < 2 or town is None or behind == "'s":
        return False
    after = last + 1 + (behind == "," and last + 1 < len(page.tokens) and page.tokens[last + 1].lower == "the")
    return behind != "," or page.match(tables.table("role-heads"), after) is None


def _is_head(page: Page, first: int, last: int) -> bool:
    """Whether the one word heads the names of bodies: Director of Tides *Directorate*; not *Church*, a surname too."""
    word = page.tokens[first].lower
    heads = last == first + 1 and page.match(tables.table("organisation-heads"), first, last) is not None
    return heads and word not in tables.words("surnames-too")


def _is_of_chair(page: Page, first: int, last: int) -> bool:
    """Whether a post behind a name and a comma is called so: P, *Anna Ilvesoo* Professor of Law."""
    if last >= len(page.tokens) or first < 2 or not page.beside[last - 1]:
        return False
    called = page.tokens[last].lower in tables.words("named-chairs") and page.tokens[last].is_capitalised
    apart = page.tokens[first - 1].text == "," and page.tokens[first - 2].is_capitalised
    return called and (apart or page.tokens[first - 1].lower in ("the", "as"))


def is_barred(page: Page, first: int) -> bool:
    """Whether the mark or word before bars a person: a ship (HMS), a photo credit (OSCE/Anna Ilvesoo)."""
    at = first - 1
    if at >= 0 and page.tokens[at].lower == "by" and _is_byline(page, first):
        return True
    if at >= 0 and page.tokens[at].text in (":", "/", "|"):
        slash = page.tokens[at].text == "/" and page.tokens[at].end == page.tokens[first].start
        if slash:
            return True
        if not page.beside[at] and at > 1 and page.beside[at - 2]:
            return False  # the end of a sentence over a list: watching the *operation:*
        at -= 1
        return at >= 0 and page.tokens[at].lower in tables.words("no-person-before")
    if at >= 0 and page.tokens[at].text in ("\u00a9", "@"):
        return True
    return at >= 0 and page.beside[at] and page.tokens[at].lower in tables.words("no-person-before")


def _is_byline(page: Page, first: int) -> bool:
    """``By Anna Ilvesoo``: a line of its own, of a few words."""
    index = page.sentence_of(first)
    if index is None:
        return False
    sentence = page.sentences[index]
    return sentence.first == first - 1 and page.tokens[first - 1].is_capitalised and sentence.last - first <= _BYLINE


def is_inside_name(page: Page, first: int, last: int) -> bool:
    """Whether the run, with nothing beside it that speaks of a person, is a place or part of a longer name."""
    if _is_place(page, first, last) or is_city(page, first, last) or page.match(tables.phrases("listed-groups"), first):
        return True
    index = page.sentence_of(first)
    sentence = page.sentences[index] if index is not None else None
    if sentence is None or sentence.block.kind in ("headline", "heading"):
        return False
    if last < len(page.tokens) and page.beside[last - 1] and page.tokens[last].is_capitalised:
        known = (tables.table("role-heads"), tables.states(), tables.bodies(), tables.table("honorifics"))
        if page.tokens[last].is_word and not any(page.match(table, last) for table in known):
            return True
    before = page.tokens[first - 1]
    if first == sentence.first or not page.beside[first - 1] or not (before.is_capitalised and before.is_word):
        return False
    return _is_foreign(page, first - 1) and not _is_behind_state(page, first)


def _is_behind_state(page: Page, first: int) -> bool:
    """Whether an entry of a list begins with the state before a name: P, *the Republic of Kenya* Anna Ilvesoo."""
    for at in range(max(1, first - _LONGEST_STATE), first):
        hit = page.match(tables.states(), at)
        if hit and hit.last == first:
            before = page.tokens[at - 2 if page.tokens[at - 1].lower == "the" else at - 1]
            return before.lower in (",", ";", "and", "of")
    return False


def _is_foreign(page: Page, at: int) -> bool:
    """Whether a capital word before a name may begin the name of a thing: *Palacio*, *Fondation*, *Hotel*."""
    token = page.tokens[at]
    if token.lower in tables.words("place-heads") or page.match(tables.table("organisation-heads"), at):
        return True
    calendar = token.lower in tables.words("calendar-words")
    return not (is_ordinary(token) or calendar or token.is_acronym or page.match(tables.demonyms(), at))


def is_city(page: Page, first: int, last: int) -> bool:
    """Whether the run is a city."""
    hit = page.match(tables.table("cities"), first)
    return hit is not None and hit.last >= last


def _is_place(page: Page, first: int, last: int) -> bool:
    """Whether the run is a place in brackets with its state: (Anna Bay, Norway)."""
    tokens = page.tokens
    bracketed = first > 0 and tokens[first - 1].text == "(" and last + 1 < len(tokens) and tokens[last].text == ","
    return bracketed and page.match(tables.states(), last + 1) is not None


def is_region(page: Page, at: int, last: int) -> bool:
    """Whether the run is but a part of the world, where somebody serves: Regional Director *West Africa*, P.

    Or begins with the last word of one: Director for Southeast *Asia Varga*.
    """
    hit = page.match(tables.phrases("regions"), at, last)
    before = page.match(tables.phrases("regions"), at - 1) if at and page.beside[at - 1] else None
    return (hit is not None and hit.last == last) or (before is not None and before.last == at + 1)
