"""Where on a page the name of a body or state can begin, so that it is tried nowhere else."""

from kg.extraction.body.acronyms import BRACKET, brackets_in
from kg.extraction.body.headplaces import LONGEST_NAME, heads_on
from kg.extraction.text.page import Page
from kg.extraction.words.known import known_places, state_places


def may_begin(page: Page) -> list[bool]:
    """For every token whether a name of a body or state can begin there: what it needs stands there or behind."""
    found = list(page.kept(heads_on).ahead)
    for at in (*known_places(page), *state_places(page)):
        found[at] = True
    for bracket in brackets_in(page, -1, len(found) + 2):  # the acronym of a name that begins before it
        first = max(0, bracket - LONGEST_NAME - BRACKET)
        found[first:bracket] = [True] * (bracket - first)
    return found
