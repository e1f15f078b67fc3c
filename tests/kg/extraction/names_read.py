"""The names read in a text, for the tests of names."""

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def names(text: str) -> list[str]:
    """The people of ``text``, each by the fullest form."""
    return [person.name for person in Reading(Page(Document(text, "0" * 64, "note"))).people]


def rules(text: str) -> list[str]:
    """The rule by which each person of ``text`` was first read."""
    people = Reading(Page(Document(text, "0" * 64, "note"))).people
    return [person.mentions[0].rule for person in people]
