"""Where on a page the name of a body or state can begin, so that it is tried nowhere else."""

from kg.extraction.body.acronyms import introduced_places
from kg.extraction.body.headplaces import heads_on
from kg.extraction.text.page import Page
from kg.extraction.words.known import known_places, state_places


def may_begin(page: Page) -> list[bool]:
    """For every token whether a name of a body or state can begin there: what it needs stands there or behind."""
    found = list(page.kept(heads_on).ahead)
    for at in (*known_places(page), *state_places(page)):
        found[at] = True
    for places in introduced_places(page):
        found[places.start : places.stop] = [True] * len(places)
    return found
