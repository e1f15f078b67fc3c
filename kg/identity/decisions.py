"""What was decided, for the graph: merges by their rules, judgements with who, when and why, and what each touches."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.identity.names import without_ordinal
from kg.iris import fold
from kg.model.actors import Actors, Applied, Decision, Meeting, Series
from kg.model.claims import Attestation, MeetingReport
from kg.model.judgements import IDENTITY, Judgement, Judgements, Named


def decisions(actors: Actors, judgements: Judgements, applied: Iterable[Applied]) -> tuple[Decision, ...]:
    """All of them, sorted. A judgement on what no document mentions touches nothing, and is left out."""
    by_rule = (
        Decision("same", merge.rule, (merge.iri,), tuple(sorted({merge.left.name, merge.right.name})))
        for merge in actors.merges
        if merge.rule != "judgement"
    )
    lines = [line for line in judgements.lines if line.verdict in IDENTITY]
    named = _Meant(actors, lines)
    by_people = (each for line in lines for each in _judged(line, named))
    every = list(applied)
    silent = {each.document for each in every if each.judgement.verdict == "suppress"}
    corrections = (_corrected(each, actors, () if each.document in silent else _forms(each, actors)) for each in every)
    return tuple(sorted({*by_rule, *by_people, *corrections}))


def _judged(line: Judgement, named: "_Meant") -> Iterator[Decision]:
    left, right = (named.iris(line.kind, side) for side in line.sides)
    if left and right:
        about, forms = tuple(sorted(left | right)), tuple(sorted({line.left, line.right}))
        yield Decision(line.verdict, "judgement", about, forms, line.who, line.when, line.why)


class _Meant:
    """What judgements name: the IRIs of people, bodies, posts, meetings or series, by document and name."""

    def __init__(self, actors: Actors, lines: Iterable[Judgement]) -> None:
        self._actors = actors
        self._found: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._inside: defaultdict[str, set[str]] = defaultdict(set)
        sides: defaultdict[str, list[Named]] = defaultdict(list)
        for line in lines:
            sides[line.kind] += line.sides
        for kind in ("person", "body", "post"):
            if wanted := {fold(side.name) for side in sides[kind]}:
                for document, name, iri in self._named(kind):
                    if name in wanted:
                        self._found[kind, document, name].add(iri)
                        self._found[kind, "", name].add(iri)
        if documents := {side.document for kind in ("meeting", "series") for side in sides[kind]} - {""}:
            for (document, _), iri in actors.meetings_numbered.items():
                if document in documents:
                    self._inside[document].add(iri)

    def iris(self, kind: str, side: Named) -> set[str]:
        """The IRIs that one side of a judgement means."""
        actors = self._actors
        if kind not in ("meeting", "series"):
            return self._found.get((kind, *side.folded), set())
        alike = _called(side.name, actors.meetings if kind == "meeting" else actors.series)
        if kind == "series":
            editions = {actors.meetings[iri].series for iri in _called(side.name, actors.meetings)}
            return alike | {iri for iri in editions if iri}
        return (alike & self._inside[side.document]) or alike

    def _named(self, kind: str) -> Iterator[tuple[str, str, str]]:
        """Document, folded name and IRI, as judgements of this kind name things."""
        actors = self._actors
        if kind == "post":
            for (document, body, title), iri in actors.posts_named.items():
                yield document, fold(f"{title} @ {actors.bodies[body].label}") if body else title, iri
        else:
            for (document, name), iri in (actors.people if kind == "person" else actors.bodies_named).items():
                yield document, name, iri


def _called(name: str, things: Mapping[str, Meeting] | Mapping[str, Series]) -> set[str]:
    return {iri for iri, each in things.items() if fold(name) in _labels(each.label)}


def _labels(label: str) -> set[str]:
    return {fold(label), fold(without_ordinal(label))}


def _forms(applied: Applied, actors: Actors) -> tuple[str, ...]:
    """Which claim is meant, in its own words; whoever is known no more without it is not named."""
    claim, document = applied.claim, applied.document
    if isinstance(claim, MeetingReport):
        return (claim.name,)
    said = (getattr(claim, name, None) for name in ("name", "person", "agent", "subject", "object"))
    known = {
        form
        for form in said
        if isinstance(form, str)
        and any((document, fold(form)) in names for names in (actors.people, actors.bodies_named))
    }
    return tuple(sorted({*known, *((claim.title,) if known and isinstance(claim, Attestation) else ())}))


def _corrected(applied: Applied, actors: Actors, forms: tuple[str, ...]) -> Decision:
    """A correction touches its document, and whatever its claim speaks of that is still known.

    ``forms`` say which claim it is; where somebody is suppressed, none do.
    """
    judgement, claim, document = applied.judgement, applied.claim, applied.document
    about = {actors.base.document(document)}
    for name in ("person", "agent", "name", "organisation", "on_behalf_of", "subject", "object"):
        if isinstance(value := getattr(claim, name, None), str):
            about.update(
                iri for names in (actors.people, actors.bodies_named) if (iri := names.get((document, fold(value))))
            )
    if meeting := actors.meetings_numbered.get((document, getattr(claim, "meeting", ""))):
        about.add(meeting)
    why = judgement.why
    if judgement.verdict == "correct":
        why = f"{judgement.right}: {why}" if why else judgement.right
    elif judgement.verdict == "suppress" and any(word in fold(why).split() for word in fold(judgement.left).split()):
        why = ""
    return Decision(judgement.verdict, "judgement", tuple(sorted(about)), forms, judgement.who, judgement.when, why)
