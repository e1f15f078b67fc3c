"""The forms of English verbs: attend, attends, attended, attending; the irregular ones are a table."""

from functools import cache
from typing import Literal

from kg.extraction.words import tables

Form = Literal["base", "s", "past", "participle", "ing"]
_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[str, str, str]]:
    """Past, participle and -ing form of the verbs of ``irregular-verbs.tsv``; empty where regular."""
    return {row.form: (row["past"], row["participle"], row["ing"]) for row in tables.rows("irregular-verbs")}


@cache
def forms(verb: str) -> tuple[tuple[str, Form], ...]:
    """Every form of a verb with what it is; past and participle of a regular verb are one form, told as past.

    >>> forms("preside")
    (('preside', 'base'), ('presides', 's'), ('presided', 'past'), ('presiding', 'ing'))
    >>> [form for form, _ in forms("carry")]
    ['carry', 'carries', 'carried', 'carrying']
    """
    past, participle, ing = _irregular().get(verb, ("", "", ""))
    found: list[tuple[str, Form]] = [(verb, "base"), (_third(verb), "s"), (past or _past(verb), "past")]
    if participle and participle != (past or _past(verb)):
        found.append((participle, "participle"))
    found.append((ing or _ing(verb), "ing"))
    if past == f"{verb}led":  # as Americans spell it: traveled
        found += [(_past(verb), "past"), (_ing(verb), "ing")]
    return tuple(found)


def is_only_past(form: str) -> bool:
    """Whether a form is the past of an irregular verb and not its participle too: *spoke*, not *met*."""
    return form in _only_pasts()


@cache
def _only_pasts() -> frozenset[str]:
    return frozenset(past for past, participle, _ in _irregular().values() if participle and past != participle)


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in _VOWELS


def _third(verb: str) -> str:
    if _ends_in_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")


def _past(verb: str) -> str:
    if _ends_in_y(verb):
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
