"""What literals mean: whether one is well-formed, which of two is less. As rdflib has it, and so pySHACL.

The two engines ask the same library, so that they cannot disagree about a date. Answers are kept: the same dates and
numbers come back in document after document.
"""

from collections.abc import Callable
from functools import lru_cache
from operator import le, lt
from typing import TYPE_CHECKING, Any

from kg.validation.terms import is_literal, parts
from kg.vocabulary import RDF, XSD

if TYPE_CHECKING:
    from rdflib import Literal

_KEPT = 2**14
_INTEGER, _LONG = f'"^^<{XSD.integer}>', 19
LANG_STRING = f"{RDF.iri}langString"


@lru_cache(_KEPT)
def literal(term: str) -> "Literal":
    """The literal of rdflib, in the lexical form it was given."""
    from rdflib import Literal, URIRef

    text, language, datatype = parts(term)
    return Literal(text, lang=language or None, datatype=URIRef(datatype) if datatype else None, normalize=False)


@lru_cache(_KEPT)
def well_formed(term: str, datatype: str) -> bool:
    """Whether a term is a literal of the datatype, and one of its lexical forms (SHACL §4.1.2)."""
    if not is_literal(term):
        return False
    if datatype == XSD.integer and _number(term) is not None:
        return True
    _, language, stated = parts(term)
    if datatype == LANG_STRING:
        return bool(language)
    if datatype == XSD.string:
        return not language and not stated
    return stated == datatype and literal(term).ill_typed is not True and _is_value(term, datatype)


def _is_value(term: str, datatype: str) -> bool:
    kind = _values().get(datatype)
    return kind is None or isinstance(literal(term).value, kind)


@lru_cache(1)
def _values() -> dict[str, type]:
    """The Python type of the values of a datatype, where pySHACL looks at it."""
    from datetime import date, datetime, time
    from decimal import Decimal

    kinds = {
        "integer": int, "float": float, "decimal": Decimal, "boolean": bool, "date": date, "time": time,
        "dateTime": datetime,
    }  # fmt: skip
    return {XSD.iri + name: kind for name, kind in kinds.items()}


@lru_cache(_KEPT)
def compared(term: str, with_: str) -> int | None:
    """-1, 0 or 1 as the value of a literal is less than, equal to or greater than another; None: no order (§4.3)."""
    if not is_literal(term):
        return None
    numbers = _number(term), _number(with_)
    if numbers[0] is not None and numbers[1] is not None:
        return (numbers[0] > numbers[1]) - (numbers[0] < numbers[1])
    one, other = literal(term), literal(with_)
    if isinstance(one.value, str) != isinstance(other.value, str):
        return None
    try:
        if one.eq(other):
            return 0
        greater = one.value > other.value if _is_timed(one) else one > other
    except (TypeError, NotImplementedError):
        return None
    return 1 if greater else -1


def _is_timed(one: "Literal") -> bool:
    from datetime import datetime, time

    return type(one.value) in (
        datetime,
        time,
    )  # rdflib orders these even where there is no order: with and without zone


@lru_cache(_KEPT)
def is_less(term: str, than: str) -> bool:
    """Whether the value of a term is less than that of another (``sh:lessThan``); not, if they have no order (§4.5)."""
    return _are_in_order(term, than, lt)


@lru_cache(_KEPT)
def is_not_more(term: str, than: str) -> bool:
    """The same, or equal (``sh:lessThanOrEquals``)."""
    return _are_in_order(term, than, le)


def _are_in_order(term: str, than: str, order: Callable[[Any, Any], Any]) -> bool:
    numbers = _number(term), _number(than)
    if None not in numbers:
        return bool(order(*numbers))
    one, other = _ordered(term), _ordered(than)
    if one is None or other is None or isinstance(one, _TEXT) != isinstance(other, _TEXT):
        return False
    try:
        return bool(order(one, other))
    except TypeError:
        return False


def _number(term: str) -> int | None:
    """The value of an ordinary integer: no library is asked about those, of which a graph is full."""
    digits = term[1 : -len(_INTEGER)] if term.endswith(_INTEGER) else ""
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < _LONG else None


def _ordered(term: str) -> "str | Literal | None":
    """What pySHACL compares: the text of an IRI or a string, the literal otherwise; a blank node has no order."""
    if term[0] == "<":
        return _Text(term[1:-1])
    if term[0] == "_":
        return None
    value = literal(term)
    return _Text(value.value) if isinstance(value.value, str) else value


class _Text(str):
    """A plain text, told apart from rdflib's literals, which are strings too."""

    __slots__ = ()


_TEXT = _Text
