"""Names that only a post beside them tells from words: *Blessing* Ilvesoo, *Chad* Ilvesoo, Wame *Rice*."""

from kg.extraction.person.beside_posts import post_before, role_after, role_before
from kg.extraction.person.name_reader import name_end
from kg.extraction.text.page import Page
from kg.extraction.text.tokens import Token
from kg.extraction.words import tables
from kg.extraction.words.names import is_given, is_ordinary

_LONGEST = 4
_HEADS = ("organisation-heads", "role-heads", "role-modifiers")
_NO_NAMES = (*_HEADS, "honorifics", "cities")


def told_name_end(page: Page, at: int) -> int | None:
    """Where a name ends of which one half is a word: *Blessing Ilvesoo*, Director; Director *Wame Rice*."""
    token = page.tokens[at]
    if token.lower in tables.words("given-too"):
        likely = _is_plain(token) and _is_family_name(page, at + 1)
    else:
        likely = _is_plain(token) and _ends_with_word(page, at)
    last = name_end(page, at, strong=True) if likely else None
    if last is None or not at + 2 <= last <= at + _LONGEST:
        return None
    alone = last >= len(page.tokens) or not (page.beside[last - 1] and page.tokens[last].is_capitalised)
    titled = role_after(page, last) or (alone and (role_before(page, at) or post_before(page, at)))
    return last if titled else None


def _is_plain(token: Token) -> bool:
    return token.is_capitalised and token.text[1:].islower()


def _ends_with_word(page: Page, at: int) -> bool:
    """Whether a name that no table has stands before a family name that is a word: *Wame* Rice."""
    token, family = page.tokens[at], page.tokens[at + 1] if at + 1 < len(page.tokens) else None
    if family is None or family.lower not in tables.words("surnames-too") or is_ordinary(token) or is_given(token):
        return False
    if token.lower in tables.words("regions") or (at and page.tokens[at - 1].lower == "the"):
        return False
    known = (tables.states(), tables.demonyms(), tables.bodies(), *map(tables.table, _NO_NAMES))
    return _is_family_name(page, at + 1) and not any(page.match(table, at) for table in known)


def _is_family_name(page: Page, at: int) -> bool:
    """Whether a family name stands here, behind another word: Blessing *Ilvesoo*, Sandy *Fields*, no *Peace Corps*."""
    if at >= len(page.tokens) or not page.beside[at - 1]:
        return False
    token = page.tokens[at]
    if is_given(token) and page.match(tables.states(), at - 1):
        return False  # in a list of envoys: *Jordan* Robert Varga, Minister
    usual = not is_ordinary(token) or token.lower in tables.words("surnames-too")
    known = (tables.states(), tables.demonyms(), tables.bodies(), *map(tables.table, _HEADS))
    return _is_plain(token) and usual and not any(page.match(table, at) for table in known)
