"""The first page: how much is in the graph, what is new, who is seen most."""

from dataclasses import dataclass

from kg.model.answers import Row
from kg.pages.telling import Teller

_NEW = 8


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page shows."""

    counts: dict[str, int]
    documents: tuple[Row, ...]
    people: tuple[tuple[str, str, int], ...]


def home(teller: Teller) -> Home:
    """The first page of this version."""
    counts = {str(row["kind"]): int(row["number"] or 0) for row in teller.count("counts")}
    people = (
        (str(row["official"]), str(row["official_label"]), int(row["meetings"] or 0))
        for row in teller.count("most-seen")
    )
    return Home(counts, teller.tell("documents")[:_NEW], tuple(people))
