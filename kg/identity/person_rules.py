"""When two names are one person: the rules by name, and what two documents must share for each to be certain.

Each rule looks at the names alone and says from which support on it is certain (:class:`Support`); below that, with
some support, it is a proposal. ``docs/identity.md`` has them with examples.
"""

from dataclasses import dataclass
from enum import IntEnum

from kg.identity.person_names import PersonName, in_full, is_patronymic, sound, spelt

SHORTEST_MISPRINT = 5
"""A family name of fewer letters may be another name when one letter differs."""


class Support(IntEnum):
    """What documents say of both names beside the names; NEVER is more than any can."""

    NONE = 0
    STATE = 1
    BODY = 2
    POST = 3
    NEVER = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """A rule that two names meet, and the support that makes it certain."""

    rule: str
    certain_from: Support


def alike(one: PersonName, other: PersonName) -> Likeness | None:
    """The rule that says these may be one person; None if nothing does."""
    if not generations_agree(one, other):
        return None
    found = _same_words(one, other) or _other_words(one, other)
    if found and one.generation != other.generation:
        return Likeness(found.rule, max(found.certain_from, Support.BODY))
    return found


def contradict(one: PersonName, other: PersonName) -> bool:
    """Whether two names cannot be one person's: two generations, two given names, two fathers."""
    if not generations_agree(one, other):
        return True
    if sorted(one.bare) == sorted(other.bare) or "".join(one.words) == "".join(other.words):
        return False
    if len(one.bare) < 2 or len(other.bare) < 2:
        return False
    return not (_given_agree(one.given, other.given) and _middles_agree(one.middle, other.middle))


def generations_agree(one: PersonName, other: PersonName) -> bool:
    """Whether no two generations are named (Jr. and Sr.)."""
    return None in (one.generation, other.generation) or one.generation == other.generation


def _same_words(one: PersonName, other: PersonName) -> Likeness | None:
    if one.words == other.words:
        return Likeness("people.same-name", Support.NONE if one.is_full else Support.NEVER)
    if "".join(one.words) == "".join(other.words):
        return Likeness("people.spacing", Support.NONE)
    if sorted(one.words) == sorted(other.words) and len(one.words) > 1:
        certain = one.family_first != other.family_first and not one.is_common
        return Likeness("people.order", Support.NONE if certain else Support.POST)
    if one.bare == other.bare:
        return Likeness("people.particle", Support.BODY if len(one.bare) > 1 else Support.NEVER)
    if _joined_particles(one) == _joined_particles(other):
        return Likeness("people.particle", Support.BODY)
    return None


def _other_words(one: PersonName, other: PersonName) -> Likeness | None:
    if 1 in (len(one.bare), len(other.bare)):
        alone = one.family == other.family and len(one.bare) != len(other.bare)
        return Likeness("people.family-name", Support.NEVER) if alone else None
    if not _middles_agree(one.middle, other.middle):
        return None
    families = _families(one.family, other.family)
    if families is None:
        return None
    if 1 in (len(one.given), len(other.given)):
        same = one.given[0] == other.given[0] and families == "same"
        return Likeness("people.initials", Support.POST) if same else None
    return _both_full(one, other, families)


def _both_full(one: PersonName, other: PersonName, families: str) -> Likeness | None:
    given = _givens(one.given, other.given)
    common = Support.BODY if one.is_common or other.is_common else Support.STATE
    match given, families:
        case "same", "same":
            return Likeness(_middle_rule(one, other), common)
        case "spelling", "same":
            return Likeness("people.transliteration", common)
        case ("same" | "spelling" | "sound", "sound") | ("sound", "same"):
            return Likeness("people.transliteration", Support.POST)
        case "short", "same":
            return Likeness("people.short-given-name", Support.POST)
        case "same" | "spelling", "misprint":
            return Likeness("people.misprint", Support.POST)
        case "misprint", "same":  # Mario and Maria
            return Likeness("people.misprint", Support.NEVER)
    return None


def _middle_rule(one: PersonName, other: PersonName) -> str:
    extra = {*one.middle} ^ {*other.middle}
    if any(is_patronymic(word) for word in extra):
        return "people.patronymic"
    return "people.middle-initial" if any(len(word) == 1 for word in extra) else "people.middle-name"


def _joined_particles(name: PersonName) -> str:
    """Al-Saleh, El Saleh and Alsaleh are one word."""
    return "".join("al" if word in ("el", "ul", "as", "ad", "an") else word for word in name.words)


def _givens(one: str, other: str) -> str | None:
    if one == other:
        return "same"
    if spelt(one) == spelt(other):
        return "spelling"
    if in_full(one) == in_full(other):
        return "short"
    if sound(one) == sound(other):
        return "sound"
    return "misprint" if min(len(one), len(other)) >= SHORTEST_MISPRINT and one_apart(one, other) else None


def _families(one: str, other: str) -> str | None:
    if one == other:
        return "same"
    if sound(one) == sound(other):
        return "sound"
    return "misprint" if min(len(one), len(other)) >= SHORTEST_MISPRINT and one_apart(one, other) else None


def _given_agree(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0] or spelt(one)[0] == spelt(other)[0]
    return _givens(one, other) is not None


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each middle word of the shorter list stands in the longer, in order; an initial for a word."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(any(_is_middle(word, there) for there in rest) for word in short)


def _is_middle(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return spelt(one) == spelt(other) or sound(one) == sound(other)


def one_apart(one: str, other: str) -> bool:
    """Whether one letter is put in, left out or changed.

    >>> one_apart("balfourt", "balfoort"), one_apart("coninx", "coninsx"), one_apart("brekk", "berkk")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] or (len(short) == len(long) and short[at + 1 :] == long[at + 1 :])
