"""What the layers agree to call a meeting: its mentions, and all of them taken together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

from kg.extraction.body.mentions import BodyMention
from kg.extraction.words import tables
from kg.model.dates import PartialDate

Apart = Literal["", "earlier", "later", "other"]


@dataclass(slots=True)  # as tokens are: not frozen, made too often
class MeetingMention:
    """A meeting named at tokens ``[first, last)``, its determiner left out; ``parties`` are named inside it.

    ``joined`` are the parties of a name alone (*EU-UN* Dialogue): who may take part, not who did.

    ``is_short``: the kind stands alone. ``told``: a verb of holding stands in front; ``happens``: one follows.
    The name runs to ``name_last`` ("meeting with Dr Varga", whose title is read apart). ``apart`` tells it from the
    meeting a text is about: the *next*, the *previous* one. ``is_class``: it says what something is, habitually.
    ``is_part``: it is the opening, a panel, a dinner of a meeting; ``acronym``: by which it is called, or in brackets.
    ``is_named``: a body, a name or a subject of its own stands in the naming; ``place`` and ``when`` right behind it.
    ``by_verb``: no noun names it, a verb tells of it; ``gathered``: that people came together, not who met whom.
    ``counts_some``: its number counts some of a series. ``teamed``: a delegation ends it (with *a delegation of B*).
    ``owned``: whose it is, stands in it: *Kenya's* meeting.
    ``recorded``: a label over those met tells of it.
    """

    first: Final[int]
    last: Final[int]
    head: Final[int]
    kind: Final[str]
    definite: Final[bool]
    proper: Final[bool]
    weak: Final[bool]
    ordinal: Final[int | None] = None
    year: Final[int | None] = None
    planned: Final[bool] = False
    parties: Final[tuple[BodyMention, ...]] = ()
    joined: Final[tuple[BodyMention, ...]] = ()
    destination: Final[tuple[int, int] | None] = None
    is_short: Final[bool] = False
    told: Final[bool] = False
    name_last: Final[int] = 0
    name_first: Final[int | None] = None
    apart: Final[Apart] = ""
    indefinite: Final[bool] = False
    plural: Final[bool] = False
    happens: Final[bool] = False
    in_heading: Final[bool] = False
    opens_line: Final[bool] = False
    is_class: Final[bool] = False
    is_named: Final[bool] = False
    labelled: Final[bool] = False
    title_last: Final[int] = 0
    partners: Final[tuple[tuple[int, int], ...]] = ()
    at_it: Final[bool] = False
    was_it: Final[bool] = False
    place: Final[str | None] = None
    when: Final[PartialDate | None] = None
    acronym: Final[str | None] = None
    is_part: Final[bool] = False
    by_verb: Final[bool] = False
    counts_some: Final[bool] = False
    gathered: Final[bool] = False
    teamed: Final[bool] = False
    owned: Final[bool] = False
    recorded: Final[bool] = False

    def __hash__(self) -> int:
        return self.first  # of so many fields this one tells mentions apart well enough


def titled_session(
    first: int, last: int, *, when: PartialDate | None = None, labelled: bool = False, is_part: bool = False
) -> MeetingMention:
    """A session that a line names whole, by its title: *Securing the Tides* over its witnesses or speakers."""
    return MeetingMention(
        first, last, last - 1, "session", definite=False, proper=True, weak=False, name_last=last, in_heading=True,
        opens_line=True, is_named=True, when=when, labelled=labelled, is_part=is_part,
    )  # fmt: skip


@dataclass(slots=True)
class Meeting:
    """All mentions of one meeting; ``name`` is its fullest form.

    ``partner``: the person with whom it was, if one noun names several meetings (*meetings with P, Q and R*).
    ``announced``: it is still to come, and what the text calls *upcoming* is no other.
    """

    number: int
    name: str
    kind: str
    mentions: list[MeetingMention]
    ordinal: int | None = None
    year: int | None = None
    also: list[str] = field(default_factory=list)
    partner: tuple[int, int] | None = None
    announced: bool = False

    @property
    def identifier(self) -> str:
        """Its name inside the document: ``e1``, ``e2`` …"""
        return f"e{self.number}"

    @property
    def parties(self) -> list[BodyMention]:
        """The bodies and states between which it is, as its namings say; those joined by a hyphen are only named."""
        return [party for mention in self.mentions for party in (*mention.parties, *mention.joined)]

    @property
    def counts_some(self) -> bool:
        """Whether its number counts only some meetings of its series: the *first* in eight years."""
        return all(mention.counts_some for mention in self.mentions if mention.ordinal)

    @property
    def is_part(self) -> bool:
        """Whether it is only called a part of a meeting."""
        return all(mention.is_part for mention in self.mentions)

    @property
    def is_apart(self) -> bool:
        """Whether words tell it from the meeting a text is about."""
        return any(mention.apart for mention in self.mentions) and not self.announced

    @property
    def is_between(self) -> bool:
        """Whether it is a meeting of two sides, by a verb that names them or a naming that does: talks *with Q*."""
        sides = any(m.name_last > m.last or (m.by_verb and not m.gathered and not m.plural) for m in self.mentions)
        return sides and self.ordinal is None and self.kind in ("meeting", "call", "visit")

    @property
    def told_as(self) -> frozenset[str]:
        """What verbs say it was, as the nouns that may take it up are listed by."""
        kinds = {self.kind} if any(mention.by_verb for mention in self.mentions) else set()
        return frozenset(kinds | {"gathering" for mention in self.mentions if mention.gathered})

    @property
    def is_encounter(self) -> bool:
        """Whether a verb tells of it, and nouns only take it up."""
        told = any(mention.by_verb for mention in self.mentions)
        return told and all(mention.by_verb or mention.is_short for mention in self.mentions)


def numbered(meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings in the order of their first mentions, numbered so."""
    for meeting in meetings:
        meeting.mentions.sort(key=lambda mention: mention.first)
    ordered = sorted(meetings, key=lambda meeting: meeting.mentions[0].first)
    for number, meeting in enumerate(ordered, 1):
        meeting.number = number
    return ordered


@cache
def references() -> dict[str, frozenset[str]]:
    """The nouns by which a text takes up a meeting that it has named otherwise, and the kinds they may stand for."""
    return {row.form: frozenset(row["kinds"].split()) for row in tables.rows("meeting-references")}
