"""Everything decided in order: corrections, officials, bodies, people, posts, meetings, and what all that rests on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.errors import ClaimError
from kg.identity import bodies, meetings, people, posts
from kg.identity.authority import Authority, default
from kg.identity.corrections import Corrections, Suppressed, suppressed_by, without
from kg.identity.decisions import decisions
from kg.identity.gist import Gist, Gists, gist_of
from kg.identity.officials import gist_of_officials, names_with_a_role, of_officials
from kg.identity.profiles import Surroundings
from kg.identity.proposing import proposals
from kg.identity.shelf import Shelf
from kg.iris import Base
from kg.model.actors import Actors, Applied, Reading
from kg.model.judgements import Judgements


@dataclass(frozen=True, slots=True)
class Decided:
    """Who is who, and what of each reading stands: as people corrected it, and officials only.

    ``faulty`` are the documents (keys) whose claims contradict each other, and why; nothing was decided on these.
    """

    actors: Actors
    faulty: Mapping[str, str]
    _corrections: Corrections
    _suppressed: Suppressed
    _known: frozenset[str]
    _corrected: Mapping[str, str]

    def admitted(self, reading: Reading) -> Reading:
        """A reading that was among those decided on, as it stands now."""
        right, _ = _put_right(reading, self._corrections, self._suppressed)
        return of_officials(right, self._known)

    def bearing_on(self, document: str) -> str:
        """All that was decided and bears on one document (its key): where it is the same, so is what is stated of it.

        Whom it calls what, how these bodies are called, and who corrected it how. Who is no official has no name here.
        """
        actors = self.actors
        names = (actors.people, actors.bodies_named, actors.posts_named, actors.meetings_numbered)
        called = [sorted(each.of(document).items()) for each in names if isinstance(each, Shelf)]
        labels = sorted({actors.bodies[iri].label for each in called for _, iri in each if iri in actors.bodies})
        return repr((called, labels, actors.publishers.get(document), self._corrected.get(document)))


def decide(
    gists: Gists, reading: Callable[[str], Reading], base: Base | None = None, judgements: Judgements | None = None
) -> Decided:
    """Who these documents speak of, corrections first. ``reading`` gives a document by its key, if one is corrected.

    Raises :class:`kg.errors.UsageError` for a correction that cannot be.
    """
    judged = judgements or Judgements()
    corrections = Corrections(judged)
    suppressed: Suppressed = {}
    right, applied = _again(map(reading, corrections.touched(gists)), corrections, suppressed)
    known, actors, faulty = _officials(gists, right, base, judged)
    if suppressed := suppressed_by(judged, actors):
        more, also = _again(map(reading, suppressed), corrections, suppressed)
        applied += [each for each in also if each not in applied]
        known, actors, faulty = _officials(gists, right | more, base, judged)
    decided = replace(actors, decisions=decisions(actors, judged, applied))
    corrected = dict.fromkeys((*right, *suppressed), judged.text())
    return Decided(decided, faulty, corrections, suppressed, known, corrected)


def _officials(
    gists: Gists, right: dict[str, Gist], base: Base | None, judgements: Judgements
) -> tuple[frozenset[str], Actors, dict[str, str]]:
    faulty: dict[str, str] = {}

    def corrected() -> Iterator[Gist]:
        for each in gists:
            gist = right.get(each.document, each)
            if gist.fault:
                faulty[gist.document] = gist.fault
            else:
                yield gist

    known = names_with_a_role(corrected())
    officials = Gists(gist_of_officials(each, known) for each in corrected())
    return known, _resolve(officials, base or Base(), default(), judgements), faulty


def _again(
    readings: Iterable[Reading], corrections: Corrections, suppressed: Suppressed
) -> tuple[dict[str, Gist], list[Applied]]:
    """The gists of what is corrected, and which judgements were applied."""
    found: dict[str, Gist] = {}
    every: list[Applied] = []
    for reading in readings:
        right, applied = _put_right(reading, corrections, suppressed)
        if applied:
            found[reading.document.key] = gist_of(right)
            every += applied
    return found, every


def _put_right(reading: Reading, corrections: Corrections, suppressed: Suppressed) -> tuple[Reading, list[Applied]]:
    right, applied = corrections.put_right(reading)
    if names := suppressed.get(reading.document.key):
        right, more = without(right, names)
        applied = [*applied, *more]
    return right, applied


def resolve(
    readings: Iterable[Reading],
    base: Base | None = None,
    authority: Authority | None = None,
    judgements: Judgements | None = None,
) -> Actors:
    """Who the claims of these documents speak of, and under which IRIs; nothing is corrected, everybody is kept.

    ``authority`` is the known bodies and states, by default those of ``ontology/authority/``. Raises
    :class:`kg.errors.ClaimError` where a claim names a meeting that its document does not report.
    """
    known = default() if authority is None else authority
    gists = Gists(gist_of(reading, known) for reading in readings)
    if fault := next((each.fault for each in gists if each.fault), ""):
        raise ClaimError(fault)
    return _resolve(gists, base or Base(), known, judgements)


def _resolve(gists: Gists, base: Base, authority: Authority, judgements: Judgements | None) -> Actors:
    organisations = bodies.resolve(gists, base, authority, judgements)
    found = people.resolve(
        gists, Surroundings(organisations.bodies, organisations.named, organisations.homes), base, judgements
    )
    held = posts.resolve(gists, organisations, base, judgements)
    actors = Actors(
        base=base,
        officials=found.officials,
        people=found.named,
        bodies=organisations.bodies,
        bodies_named=organisations.named,
        publishers=organisations.publishers,
        ties=organisations.ties,
        posts=held.posts,
        posts_named=held.named,
        merges=tuple(sorted({*organisations.merges, *found.merges, *held.merges})),
        proposals=found.proposals,
    )
    actors = meetings.resolve(gists, actors, authority, judgements)
    others = proposals(gists, actors, authority, judgements or Judgements())
    return replace(actors, proposals=tuple(sorted({*actors.proposals, *others})))
