"""Names as people type them: in any order and case, without diacritics, by number, year, acronym, surname or part.

The ways are tried one after the other, the first that finds anything decides: the IRI, the exact name, all its words,
words that begin so, and words that are nearly so (slips of the pen), if that leaves one thing only.
"""

from collections.abc import Iterable, Sequence

from kg.errors import UnknownName
from kg.index import Index, Thing
from kg.iris import fold
from kg.questions.bags import bag

MOST = 100
"""As many things as one name may mean."""
_ALIKE = 0.8
_NEAR = 0.5
"""Below this likeness a name is no suggestion: half of its words, or half of its letters."""
_SHORTEST = 3
_SHOWN = 5


def find(typed: str, kind: str, index: Index) -> list[Thing]:
    """The things of a kind that are meant, in the order of their IRIs; none if nothing is.

    A surname alone means everybody who bears it, also where a document prints no more of a name than that.
    """
    return exactly(typed, kind, index) or _by_words(_plain(typed), kind, index)


def exactly(typed: str, kind: str, index: Index) -> list[Thing]:
    """The things of a kind that have this IRI or bear exactly this name."""
    plain = _plain(typed)
    return _by_iri(plain, kind, index) or _by_name(plain, kind, index)


def nearly(typed: str, kind: str, index: Index) -> list[Thing]:
    """The things of a kind each word of whose name is the one typed but for a slip or two."""
    wanted = fold(typed).split()
    if not wanted or min(map(len, wanted)) < _SHORTEST:
        return []
    return [thing for thing in index.near(kind, " ".join(wanted)) if any(_alike(wanted, form) for form in thing.forms)]


def resolve(index: Index, kind: str, typed: str) -> tuple[list[Thing], str]:
    """What a parameter means, and a note where that is not what was typed or more than one thing.

    Raises :class:`kg.errors.UnknownName` with the nearest names if it means nothing, or too much.
    """
    if kind == "claim":
        return [_claim(index, typed)], ""
    found = find(typed, kind, index)
    if len(found) > MOST:
        raise UnknownName(
            f"{kind}: expected a name that means at most {MOST} of this graph, found {typed!r}, which means more: "
            f"{listed(found)}; add a word, a number or a year"
        )
    if len(found) > 1:
        return found, f"{kind} {typed!r} means {len(found)} of this graph, all are shown: {listed(found)}"
    if found:
        return found, ""
    close = nearly(typed, kind, index)
    if len(close) == 1:
        return close, f"{kind} {typed!r} is not in this graph; taken for {close[0].label}"
    raise unknown(f"{kind}: expected a name or IRI of this graph", typed, [kind], index)


def unknown(expected: str, typed: str, kinds: Sequence[str], index: Index) -> UnknownName:
    """The error of a name that nothing of these kinds bears: what comes nearest, or what there is."""
    near = nearest(typed, kinds, index)
    if near:
        return UnknownName(f"{expected}, found {typed!r}; the nearest: {', '.join(near)}")
    some = [repr(thing.label) for kind in kinds for thing in index.some(kind, _SHOWN)]
    there = f"there are, among others, {', '.join(some[:_SHOWN])}" if some else "there is none of this kind in it"
    return UnknownName(f"{expected}, found {typed!r}; none is near; {there}")


def nearest(typed: str, kinds: Iterable[str], index: Index, count: int = 3) -> list[str]:
    """The labels that come nearest to what was typed, of these kinds; none if nothing is near."""
    folded, wanted = fold(typed), fold(typed).split()

    def distance(thing: Thing) -> tuple[float, float]:
        """By words, then by letters."""
        forms = [fold(form) for form in thing.forms or (thing.label,)]
        letters = max(_likeness(folded, form) for form in forms)
        words = max(sum(_is_among(word, form.split()) for word in wanted) for form in forms) / (len(wanted) or 1)
        return -max(letters, words), -letters

    among = ((distance(thing), thing) for kind in kinds for thing in index.near(kind, folded))
    ranked = sorted((far, thing.label, thing.iri) for far, thing in among if -far[0] >= _NEAR)
    return list(dict.fromkeys(repr(label) for _, label, _ in ranked))[:count]


def _plain(typed: str) -> str:
    return typed.strip().removeprefix("<").removesuffix(">")


def _by_iri(plain: str, kind: str, index: Index) -> list[Thing]:
    whole = index.by_iri(kind, plain) or index.by_iri(kind, index.base + plain)
    return whole or (index.by_iri(kind, f"{index.base}{kind}/{plain}") if plain.isprintable() and plain else [])


def _by_name(plain: str, kind: str, index: Index) -> list[Thing]:
    folded = fold(plain)
    return [] if kind == "official" and len(folded.split()) == 1 else index.named(kind, folded) if folded else []


def _by_words(plain: str, kind: str, index: Index) -> list[Thing]:
    wanted = bag(plain)
    among = index.having(kind, wanted, MOST + 1)
    in_one = [thing for thing in among if any(wanted <= bag(form) | _words(thing.beside) for form in thing.forms)]
    found = in_one or among
    if not found and all(len(word) >= _SHORTEST for word in wanted):
        found = index.having(kind, wanted, MOST + 1, begun=True)
    return sorted(found, key=lambda thing: thing.iri)


def _claim(index: Index, typed: str) -> Thing:
    """The claim of this IRI, or of this step under the base."""
    plain = _plain(typed)
    for iri in (plain, index.base + plain):
        if any(index.said([iri])):
            return Thing("claim", iri, iri, (), ())
    raise UnknownName(
        f"claim: expected the IRI of a claim of this graph, found {typed!r}; `kg ask document` shows them"
    )


def _alike(wanted: Sequence[str], form: str) -> bool:
    """Whether each word typed is nearly a word of the name."""
    words = fold(form).split()
    return all(_is_among(one, words) for one in wanted)


def _is_among(one: str, words: Iterable[str]) -> bool:
    """Whether it is one of the words but for a slip or two."""
    return any(_likeness(one, word) >= _ALIKE for word in words)


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # only a name that is not found needs it

    return SequenceMatcher(None, one, other).ratio()


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in bag(text))


def listed(found: Sequence[Thing]) -> str:
    """The labels of things, the first few of them."""
    return " · ".join([thing.label for thing in found[:_SHOWN]] + ["…"] * (len(found) > _SHOWN))
