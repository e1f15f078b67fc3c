"""Bodies under a heading that says whose they are: *Members*, *Subsidiary bodies of X*, a body over its divisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extraction.body.bodies import BodyMention
from kg.extraction.relation.bodyrows import BodyRow
from kg.extraction.relation.pagerows import BodyRows
from kg.extraction.relation.relations import Tie
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import Asked


@dataclass(frozen=True, slots=True)
class _Heading:
    """Over whose bodies a heading stands, what they are to it, and its words; ``units``: only units are."""

    owner: BodyMention
    predicate: str
    words: tuple[int, int]
    units: bool = False


def under_headings(rows: BodyRows) -> Iterator[Tie]:
    """Every tie of a body to the one under whose heading it stands, in order."""
    if not _may_head(rows):
        return
    topic: BodyMention | None = None
    whole: BodyMention | None = None  # whose page it is: the body that its first line names alone
    heading: _Heading | None = None
    for number, row in enumerate(rows):
        whole = row.topic if number == 0 else whole
        spoken_of = whole if topic is None or topic.is_state else topic
        if (split := _headed(row)) and (found := _heading(split[0], spoken_of)):
            yield from _under(found, split[1])
            heading, topic = None, found.owner
            continue
        entry = row.names_only() or (heading is not None and not heading.units and row.names_dated())
        if found := _heading(row, spoken_of):
            heading, topic = found, found.owner
        elif heading and row.heads_columns():
            continue
        elif heading and entry and not (heading.units and not _is_unit(row)):
            yield from _under(heading, row)
        else:
            topic = row.topic or (topic if row.goes_on() else None)
            heading = _Heading(topic, "part-of", _words(row), units=True) if row.names_only() and topic else None


@cache
def _telling() -> Asked:
    """The words of headings that say what the bodies below are."""
    kinds = tables.by_first_word("list-headings").items()
    return Asked(frozenset((word,)) for word, forms in kinds if forms[0][1]["predicate"])


def _may_head(rows: BodyRows) -> bool:
    """Whether there may be a heading at all: words of one, or a line of bodies alone over another such line."""
    telling = frozenset(rows.saying(_telling()))
    if telling and not telling.isdisjoint(rows.opening(tables.by_first_word("list-headings").keys())):
        return True
    return len(rows.lists(tables.words("body-leads"))) > 1


def _under(heading: _Heading, row: BodyRow) -> Iterator[Tie]:
    """The ties of the bodies in a row to the owner of the heading."""
    named = (item.body for item in row.items if item.body and item.body is not heading.owner)
    yield from (Tie(one, heading.predicate, heading.owner, "relation.heading", heading.words) for one in named)


def _headed(row: BodyRow) -> tuple[BodyRow, BodyRow] | None:
    """A heading and the bodies that follow its colon in one row: *Delegations of members (21):* Kenya; Norway."""
    if ":" not in row.said or "body" not in row.kinds:
        return None
    colon = max((at for at, item in enumerate(row.items) if item.text == ":"), default=0)
    head, behind = BodyRow(row.items[:colon]), BodyRow(row.items[colon + 1 :])
    plain = any(item.kind == "word" and item.text.isalpha() for item in head.items)
    bodies = sum(item.body is not None for item in behind.items)
    return (head, behind) if plain and bodies > 1 and behind.names_only() else None


def _is_unit(row: BodyRow) -> bool:
    return all(row.is_unit(item.body) and not item.body.known for item in row.items if item.body)


def _heading(row: BodyRow, topic: BodyMention | None) -> _Heading | None:
    """The heading that a line is over members or units, of the body it names or of the one spoken of."""
    kinds = tables.by_first_word("list-headings")
    if row.said.isdisjoint(kinds):
        return None
    if any(item.kind != "body" and item.text not in kinds and not item.text.isdigit() for item in row.items):
        return None
    said = {kinds[item.text][0][1]["predicate"] for item in row.items if item.kind == "word" and item.text in kinds}
    bodies = [item.body for item in row.items if item.body]
    owner = bodies[0] if bodies else topic
    predicate = next(iter(sorted(said - {""})), "")
    if len(bodies) > 1 or not predicate or owner is None or owner.is_state:
        return None
    return _Heading(owner, predicate, _words(row))


def _words(row: BodyRow) -> tuple[int, int]:
    return row.items[0].first, row.items[-1].last
