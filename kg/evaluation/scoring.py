"""One document scored: every layer, and how exact the matched rows are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from kg.evaluation.layers import Layer, layer, layer_of
from kg.evaluation.meetings import match_events, same_kind, same_place, same_value
from kg.evaluation.names import name_words
from kg.evaluation.participations import MatchedEvents, non_participations, participations, relations
from kg.evaluation.posts import match_posts
from kg.evaluation.resolution import Resolver
from kg.evaluation.rows import Annotation, Row
from kg.evaluation.wording import normal

WHOLE = ("people", "organisations", "posts", "events", "participations", "relations", "non-participations")
"""The layers in which every row of an annotation stands once."""

LAYERS = (
    "people",
    "organisations",
    "organisations (states)",
    "posts",
    "posts (person+role)",
    "events",
    "participations",
    "participations (role-agnostic)",
    "participations (oracle events)",
    "relations",
    "non-participations",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A matched pair of rows, and whether they agree in what is asked."""

    gold: Row
    system: Row
    agree: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """The layers of one document by name, and its accuracies: matched pairs by what is asked of them."""

    layers: Mapping[str, Layer]
    accuracies: Mapping[str, tuple[Compared, ...]]


def score(gold: Row, system: Row) -> Scored:
    """Compare what ct-kg says of a document with its annotation, both in the gold format."""
    mine, theirs = Annotation.of(gold), Annotation.of(system)
    if "relations" not in gold:  # an optional key: nobody looked for relations there
        theirs = replace(theirs, relations=())
    resolver = Resolver(mine, theirs)
    posts = match_posts(mine, theirs, resolver)
    pairs = match_events(mine, theirs, resolver)
    events = MatchedEvents.of(mine, theirs, pairs)
    parts = participations(mine, theirs, resolver, events)
    layers = {
        "people": layer_of(mine.people, theirs.people, resolver.people, lambda _: True),
        "organisations": layer_of(mine.organisations, theirs.organisations, resolver.bodies, lambda _: True),
        "organisations (states)": layer_of(
            mine.organisations, theirs.organisations, resolver.bodies, lambda row: bool(row.get("state"))
        ),
        "posts": layer(posts.gold, posts.system, posts.full),
        "posts (person+role)": layer(posts.gold, posts.system, posts.loose),
        "events": layer(mine.events, theirs.events, pairs),
        "participations": parts.layer(),
        "participations (role-agnostic)": parts.whatever_role().layer(),
        "participations (oracle events)": parts.of_events(events.found).layer(),
        "relations": relations(mine, theirs, resolver).layer(),
        "non-participations": non_participations(mine, theirs, resolver, events).layer(),
    }
    return Scored(layers, _accuracies(layers))


def _accuracies(layers: Mapping[str, Layer]) -> dict[str, tuple[Compared, ...]]:
    def over(name: str, agree: Callable[[Row, Row], bool]) -> tuple[Compared, ...]:
        return tuple(_compared(layers[name].matched, agree))

    def printed(bound: str) -> tuple[Compared, ...]:
        """Where the annotation has the optional bound of a post."""
        pairs = (pair for pair in layers["posts"].matched if pair[0].get(bound))
        return tuple(_compared(pairs, lambda a, b: a.get(bound) == b.get(bound)))

    return {
        "person name exact": over("people", lambda a, b: name_words(a["name"]) == name_words(b["name"])),
        "organisation name exact": over("organisations", lambda a, b: normal(a["name"]) == normal(b["name"])),
        "post status": over("posts", lambda a, b: _status(a) == _status(b)),
        "post start": printed("start"),
        "post end": printed("end"),
        "event date": over("events", lambda a, b: same_value(a, b, "date")),
        "event place": over("events", same_place),
        "event ordinal": over("events", lambda a, b: same_value(a, b, "ordinal")),
        "event kind": over("events", same_kind),
    }


def _compared(pairs: Iterable[tuple[Row, Row]], agree: Callable[[Row, Row], bool]) -> Iterable[Compared]:
    return (Compared(gold, system, agree(gold, system)) for gold, system in pairs)


def _status(row: Row) -> str:
    return row.get("status") or "current"
