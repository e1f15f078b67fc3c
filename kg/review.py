"""*Review*: what may be one, with the words of both sides and what would change; and what a person decides."""

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.iris import fold
from kg.judging import judgements_of, judgements_path, read_judgements, write_judgements
from kg.ledger import Ledger
from kg.model.actors import Actors, Proposal, Reading
from kg.model.claims import Attestation, Claim, MeetingReport, Participation
from kg.model.judgements import IDENTITY, Judgement, Judgements, Named
from kg.publication import ENTERING, base_of, publish_what_follows, who_is_who

_QUOTES = 3
_NAMES = ("name", "person", "agent", "organisation", "on_behalf_of", "subject", "object")
"""The fields of claims that name people and bodies."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that may be one: its label, some of the words that name it, and who comes with it."""

    named: Named
    iri: str
    label: str
    said: tuple[tuple[str, str, str], ...]
    """Title and date of the document, and its words."""
    counts: Mapping[str, int]
    """How many documents, posts and participations speak of it."""
    others: tuple[str, ...] = ()
    """Who holds it, took part in it or acted for it: the first few of them."""

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        words = [{"title": title, "published": date, "quote": quote} for title, date, quote in self.said]
        known = {"name": self.named.name, "document": self.named.document, "iri": self.iri, "label": self.label}
        return known | {"words": words} | dict(self.counts) | {"others": list(self.others)}


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal as a person sees it."""

    proposal: Proposal
    left: Side
    right: Side

    @property
    def change(self) -> str:
        """What would change in the answers."""
        fewer, more = sorted((self.left, self.right), key=lambda side: (sum(side.counts.values()), side.label))
        moved = [f"{count} {what if count != 1 else what[:-1]}" for what, count in fewer.counts.items() if count]
        with_ = f", and with it {', '.join(fewer.others)}" if fewer.others else ""
        return f"{', '.join(moved) or 'nothing'} of {fewer.label!r} would be answered under {more.label!r}{with_}"

    def judgement(self, verdict: str, who: str, when: str, why: str) -> Judgement:
        """What a person decides on it."""
        left, right = self.proposal.left, self.proposal.right
        kind = self.proposal.kind
        return Judgement(verdict, kind, left.name, left.document, right.name, right.document, who, when, why)

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        sides = {"left": self.left.to_plain(), "right": self.right.to_plain()}
        return {"kind": self.proposal.kind, "rule": self.proposal.rule, **sides, "change": self.change}


def cases(
    graph: str | os.PathLike[str], judgements: str | os.PathLike[str] | None = None, *, every: bool = False
) -> list[Case]:
    """What is proposed for a graph and not decided yet; with ``every``, also what is decided as unsure."""
    from kg.store import check_folder

    folder = Path(graph)
    check_folder(folder)
    with Ledger(folder) as ledger:
        judged = judgements_of(folder, ledger, judgements)
        refused = ledger.refused()
        who = who_is_who(ledger, refused, base_of(ledger, None), judged)
        proposals = [each for each in who.actors.proposals if not _is_decided(each, judged, every=every)]
        seen = _Seen({iri for each in proposals for iri in (each.left_iri, each.right_iri)}, who.actors)
        for reading in ledger.readings(ENTERING) if proposals else ():
            if reading.document.key not in refused:
                seen.look(who.admitted(reading))
    return [
        Case(each, seen.side(each.left, each.left_iri), seen.side(each.right, each.right_iri)) for each in proposals
    ]


def _is_decided(proposal: Proposal, judged: Judgements, *, every: bool) -> bool:
    about = (proposal.kind, *sorted((proposal.left, proposal.right)))
    lines = (each for each in judged.lines if each.verdict in IDENTITY and each.about[1:] == about)
    return any(not (every and each.verdict == "unsure") for each in lines)


def record(
    graph: str | os.PathLike[str],
    lines: Iterable[Judgement],
    judgements: str | os.PathLike[str] | None = None,
    *,
    without: Iterable[Judgement] = (),
) -> Path:
    """Add judgements to the file of a graph (made if it is not there), and publish what follows; returns the file.

    A new judgement on the same two things takes the place of an older one.
    """
    from kg.store import check_folder, hold_folder

    folder = Path(graph)
    check_folder(folder)
    with hold_folder(folder), Ledger(folder) as ledger:
        path = judgements_path(folder, ledger, judgements)
        kept = read_judgements(path) if path.is_file() else Judgements()
        new, gone = list(lines), set(without)
        about = {each.about[1:] for each in new if each.verdict in IDENTITY}
        stay = [
            each
            for each in kept.lines
            if each not in gone and not (each.verdict in IDENTITY and each.about[1:] in about)
        ]
        write_judgements(path, Judgements.of([*stay, *new]))
        chosen = judgements or (path if path.is_file() and judgements else None)
        publish_what_follows(folder, ledger, base_of(ledger, None), judgements_of(folder, ledger, chosen))
    return path


class _Seen:
    """What is said of each of these things, by its IRI."""

    def __init__(self, wanted: Collection[str], actors: Actors) -> None:
        self._wanted, self._actors = wanted, actors
        self._said: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._documents: Counter[str] = Counter()
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._others: defaultdict[str, set[str]] = defaultdict(set)

    def look(self, reading: Reading) -> None:
        """Take what one document says."""
        document, claims = reading
        about = (document.title or document.name, str(document.published or ""))
        here: set[str] = set()
        for claim in claims:
            for iri in _about(claim, self._actors).intersection(self._wanted):
                here.add(iri)
                self._counts[iri][type(claim).__name__] += 1
                self._others[iri].update(_officials(claim, self._actors))
                self._said[iri].append((*about, claim.evidence[0].quotation))
        self._documents.update(here)

    def side(self, named: Named, iri: str) -> Side:
        """One side of a proposal."""
        actors = self._actors
        label = next(
            (
                each[iri].label
                for each in (actors.officials, actors.bodies, actors.posts, actors.meetings, actors.series)
                if iri in each
            ),
            named.name,
        )
        counts = {
            "documents": self._documents[iri],
            "posts": self._counts[iri]["Attestation"],
            "participations": self._counts[iri]["Participation"],
        }
        said = sorted(dict.fromkeys(self._said[iri]), key=lambda said: (fold(named.name) not in fold(said[2]), said))
        others = () if iri in actors.officials else sorted(self._others[iri])[:_QUOTES]
        return Side(named, iri, label, tuple(said[:_QUOTES]), counts, tuple(others))


def _about(claim: Claim, actors: Actors) -> set[str]:
    """The people, bodies, posts, meetings and series of which a claim speaks."""
    found: set[str] = set()
    document = claim.document
    for name in _NAMES:
        if isinstance(value := getattr(claim, name, None), str):
            for names in (actors.people, actors.bodies_named):
                if iri := names.get((document, fold(value))):
                    found.add(iri)
    if isinstance(claim, Attestation):
        found.add(actors.post(document, claim.organisation, claim.role))
    elif isinstance(claim, MeetingReport | Participation):
        meeting = actors.meetings[actors.meeting(document, claim.meeting)]
        found.update(filter(None, (meeting.iri, meeting.series)))
    return found


def _officials(claim: Claim, actors: Actors) -> Iterator[str]:
    """The people whose post or part a claim tells."""
    name = getattr(claim, "person", None) or getattr(claim, "agent", None)
    if name and (iri := actors.people.get((claim.document, fold(name)))):
        yield actors.officials[iri].label
