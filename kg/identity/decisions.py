"""What was decided, for the graph: merges by their rules, judgements with who, when and why, and what each touches."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.identity.names import without_ordinal
from kg.iris import fold
from kg.model.actors import Actors, Applied, Decision
from kg.model.judgements import IDENTITY, Judgement, Judgements, Named


def decisions(actors: Actors, judgements: Judgements, applied: Iterable[Applied]) -> tuple[Decision, ...]:
    """All of them, sorted. A judgement on what no document mentions touches nothing, and is left out."""
    by_rule = (
        Decision("same", merge.rule, (merge.iri,), tuple(sorted({merge.left.name, merge.right.name})))
        for merge in actors.merges
        if merge.rule != "judgement"
    )
    named = _Meant(actors)
    by_people = (each for line in judgements.lines if line.verdict in IDENTITY for each in _judged(line, named))
    return tuple(sorted({*by_rule, *by_people, *(_corrected(each, actors) for each in applied)}))


def _judged(line: Judgement, named: "_Meant") -> Iterator[Decision]:
    left, right = (named.iris(line.kind, side) for side in line.sides)
    if left and right:
        about, forms = tuple(sorted(left | right)), tuple(sorted({line.left, line.right}))
        yield Decision(line.verdict, "judgement", about, forms, line.who, line.when, line.why)


class _Meant:
    """What a judgement names: the IRIs of people, bodies, posts, meetings or series, by document and name."""

    def __init__(self, actors: Actors) -> None:
        self._actors = actors
        self._by_name: dict[str, defaultdict[str, set[str]]] = {}
        self._posts = {
            (document, fold(f"{title} @ {actors.bodies[body].label}") if body else title): iri
            for (document, body, title), iri in actors.posts_named.items()
        }

    def _anywhere(self, kind: str, names: Mapping[tuple[str, str], str]) -> defaultdict[str, set[str]]:
        if kind not in self._by_name:
            found = self._by_name[kind] = defaultdict(set)
            for (_, name), iri in names.items():
                found[name].add(iri)
        return self._by_name[kind]

    def iris(self, kind: str, side: Named) -> set[str]:
        """The IRIs that one side of a judgement means."""
        actors = self._actors
        names = {"person": actors.people, "body": actors.bodies_named, "post": self._posts}.get(kind)
        if names is not None:
            if side.document:
                return {names[side.folded]} if side.folded in names else set()
            return self._anywhere(kind, names)[side.folded[1]]
        found = actors.meetings if kind == "meeting" else actors.series
        alike = {iri for iri, each in found.items() if fold(side.name) in _labels(each.label)}
        inside = {iri for (document, _), iri in actors.meetings_numbered.items() if document == side.document}
        if kind == "series":
            editions = {each.series for iri, each in actors.meetings.items() if fold(side.name) in _labels(each.label)}
            return alike | {iri for iri in editions if iri}
        return alike & inside if side.document and alike & inside else alike


def _labels(label: str) -> set[str]:
    return {fold(label), fold(without_ordinal(label))}


def _corrected(applied: Applied, actors: Actors) -> Decision:
    """A correction touches its document, and whatever its claim speaks of that is still known."""
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
    return Decision(judgement.verdict, "judgement", tuple(sorted(about)), (), judgement.who, judgement.when, why)
