"""Given names that are also words or states, where a post beside them says that they are names."""

from kg.extraction.person.beside_posts import post_before, role_after, role_before
from kg.extraction.person.name_reader import name_end
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_given, is_ordinary

_LONGEST = 4
_HEADS = ("organisation-heads", "role-heads", "role-modifiers")


def ordinary_forename_end(page: Page, at: int) -> int | None:
    """Where a name ends that begins with a word or state: *Blessing Ilvesoo*, Director; Director *Chad Ilvesoo*."""
    token = page.tokens[at]
    if token.lower not in tables.words("given-too") or token.is_acronym or not _is_family_name(page, at + 1):
        return None
    last = name_end(page, at, strong=True)
    if last is None or not at + 2 <= last <= at + _LONGEST:
        return None
    alone = last >= len(page.tokens) or not (page.joined(last - 1) and page.tokens[last].is_capitalised)
    titled = role_after(page, last) or (alone and (role_before(page, at) or post_before(page, at)))
    return last if titled else None


def _is_family_name(page: Page, at: int) -> bool:
    """Whether a family name stands behind: Blessing *Ilvesoo*, Sandy *Fields*, no *Peace Corps*."""
    if at >= len(page.tokens) or not page.joined(at - 1):
        return False
    token = page.tokens[at]
    if is_given(token) and page.match(tables.states(), at - 1):
        return False  # in a list of envoys: *Jordan* Odvar Varga, Minister
    plain = token.is_capitalised and token.text[1:].islower()
    usual = not is_ordinary(token) or token.lower in tables.words("surnames-too")
    known = (tables.states(), tables.demonyms(), tables.bodies(), *map(tables.table, _HEADS))
    return plain and usual and not any(page.match(table, at) for table in known)
