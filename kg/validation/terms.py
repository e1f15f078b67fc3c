"""Literals as N-Triples text."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Literal

_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"))


def quoted(text: str) -> str:
    """The text in quotation marks, with what N-Triples does not allow inside them escaped."""
    for plain, escaped in _ESCAPES:
        text = text.replace(plain, escaped)
    return f'"{text}"'


def literal_text(literal: "Literal") -> str:
    """A literal with its language or datatype, in the lexical form it was given."""
    text = quoted(str(literal))
    if literal.language:
        return f"{text}@{literal.language}"
    return f"{text}^^<{literal.datatype}>" if literal.datatype else text
