"""What a verb in any tense says became of a post: *will take up her new duties as* T, *had been dismissed as* T."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extraction.words import tables
from kg.extraction.words.inflection import Form, forms

_LINKS: Final = ("as", "of")
_FUTURE: Final = frozenset(("will", "would", "shall"))
_PERFECT: Final = frozenset(("has", "have"))
_PASSIVE: Final = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_PAST: Final = frozenset(("had", "was", "were"))
_NOW: Final = frozenset(("currently", "presently", "now"))
_STILL: Final = frozenset(("continue", "continues"))
_REACH: Final = 5
"""Words between a verb and its noun, or between auxiliaries and their verb, at most."""
_SENSES: Final = {
    "begin": {"past": "taken", "perfect": "taken", "present": "coming", "future": "coming"},
    "install": {"past": "taken", "perfect": "taken", "present": "taken", "future": "coming"},
    "end": {"past": "left", "perfect": "left", "present": "leaving", "future": "leaving"},
    "hold": {"past": "past", "perfect": "now", "present": "now", "future": "coming"},
    "appoint": dict.fromkeys(("past", "perfect", "present", "future"), "appointed"),
}


@dataclass(frozen=True, slots=True)
class _Act:
    """One form of a verb of the table: what it does to a post, what must follow it, and in whose voice."""

    words: tuple[str, ...]
    form: Form
    kind: str
    object: str
    passive: bool


def tenure(words: Sequence[str], end: int) -> tuple[int, str] | None:
    """Where the verb begins that ends before ``end``, and its sense (as in ``tenure-verbs.tsv``).

    ``words`` are the lower-cased words of a clause, empty where something else stands. A participle with no auxiliary
    says the same of whoever stands before it; *-ing* without one, or an adverb of time, says nothing.
    """
    for at, object_ in _objects(words, end):
        for act in _ending(words, at, object_):
            begin, helpers = _helpers(words, at - len(act.words))
            if tense := _tense(act, helpers):
                over = act.kind == "hold" and not helpers.isdisjoint(tables.words("tenure-past-adverbs"))
                return begin, "past" if over else _SENSES[act.kind][tense]
    nominal = _nominal(words, end)
    return (nominal, "appointed") if nominal is not None else None


def _objects(words: Sequence[str], end: int) -> Iterator[tuple[int, str]]:
    """Where the verb may end, and what stands behind it: a noun of office and its link, a mere link, or nothing."""
    link = words[end - 1] if end else ""
    if link not in _LINKS:
        yield end, "bare"
        return
    if (noun := _noun(words, end - 1)) is not None:
        yield noun, "noun"
    if link == "as":
        yield end - 1, "as"


def _nominal(words: Sequence[str], end: int) -> int | None:
    """Where a noun of appointment begins that ends there: *her recent election as*, *his promotion to the post of*."""
    at = end - 1 if end and words[end - 1] == "as" else _to_the_post(words, end)
    if not at or words[at - 1] not in tables.words("appointment-nouns"):
        return None
    asides, adverbs = tables.words("tenure-asides"), tables.words("tenure-adverbs")
    begin = at - 1
    while begin > max(0, at - _REACH) and (words[begin - 1] in asides or words[begin - 1] in adverbs):
        begin -= 1
    return begin


def _to_the_post(words: Sequence[str], end: int) -> int:
    """Where *to the post of* begins that ends there; 0 if it does not."""
    lead = end > 3 and words[end - 1] == "of" and words[end - 2] in tables.words("tenure-nouns")
    return end - 4 if lead and words[end - 3] == "the" and words[end - 4] == "to" else 0


def _noun(words: Sequence[str], end: int) -> int | None:
    """Where the verb ends whose object is a noun of office right before ``end``; *term of office*, *oath of office*."""
    nouns, asides = tables.words("tenure-nouns"), tables.words("tenure-asides")
    at = end
    if at > 1 and words[at - 1] == "office" and words[at - 2] == "of":
        at -= 2
    if not at or words[at - 1] not in nouns:
        return None
    at -= 1
    while at > max(0, end - _REACH) and words[at - 1] in asides:
        at -= 1
    return at


def _ending(words: Sequence[str], at: int, object_: str) -> list[_Act]:
    """The acts whose words end before ``at``, adverbs passed over, and which may have such an object; longest first."""
    if not at:
        return []
    acts = _acts().get(words[at - 1], ())
    return [
        act
        for act in acts
        if len(act.words) <= at
        and tuple(words[at - len(act.words) : at]) == act.words
        and (act.object == object_ or (act.object == "bare" and object_ == "as"))
    ]


def _helpers(words: Sequence[str], start: int) -> tuple[int, frozenset[str]]:
    """Where the auxiliaries before a verb begin, and which they are; adverbs among them are passed over."""
    helpers, adverbs = tables.words("tenure-helpers"), tables.words("tenure-adverbs")
    begin = start
    while begin > max(0, start - _REACH) and (words[begin - 1] in helpers or words[begin - 1] in adverbs):
        begin -= 1
    return begin, frozenset(words[begin:start])


def _tense(act: _Act, helpers: frozenset[str]) -> str:
    """The tense of a verb with its auxiliaries; empty where these do not fit its voice or form no tense."""
    if act.passive and act.form in ("base", "s", "ing") and act.kind != "appoint":
        return ""
    if helpers & _FUTURE or ("to" in helpers and not helpers & _STILL):
        return "future"
    if act.form == "base" and helpers & (_PERFECT | _PAST | _PASSIVE):
        return ""
    if helpers & _PERFECT:
        return "perfect"
    if helpers & _PAST:
        return "past"
    if act.form == "ing":
        over = not helpers.isdisjoint(tables.words("tenure-past-adverbs"))  # most recently *serving as*
        return "past" if over else "present" if helpers & (_PASSIVE | _NOW) else ""
    return "past" if act.form in ("past", "participle") and not (act.passive and helpers & _PASSIVE) else "present"


@cache
def _acts() -> Mapping[str, Sequence[_Act]]:
    """Every form of every act by its last word, the longest first."""
    found: dict[str, list[_Act]] = {}
    for row in tables.rows("tenure-acts"):
        verb, *rest = row.form.split()
        for form, kind in forms(verb):
            act = _Act((form, *rest), kind, row["kind"], row["object"], row["voice"] == "passive")
            found.setdefault(act.words[-1], []).append(act)
    return {last: sorted(acts, key=lambda act: -len(act.words)) for last, acts in found.items()}
