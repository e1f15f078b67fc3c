"""Terms as N-Triples text: an IRI in angle brackets, a blank node as ``_:label``, a literal from its quotation mark.

A term is one string, so that two terms are the same exactly if the strings are. What N-Triples lets vary is folded
first (:func:`canonical`): escapes, the case of language tags, and ``xsd:string``, which is no datatype of its own.
"""

import re
from functools import lru_cache

from kg.vocabulary import XSD

_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"))
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"\'\\]))')
_MEANT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_OTHER_ESCAPE = re.compile(r'\\[^\\"nr]')
_CAPITAL_TAG = re.compile('"@[a-z0-9-]*[A-Z]')
_STRING = f'"^^<{XSD.string}>'


def quoted(text: str) -> str:
    """The text in quotation marks, with what N-Triples does not allow inside them escaped."""
    for plain, escaped in _ESCAPES:
        text = text.replace(plain, escaped)
    return f'"{text}"'


def is_iri(term: str) -> bool:
    """Whether a term is an IRI."""
    return term[0] == "<"


def is_blank(term: str) -> bool:
    """Whether a term is a blank node."""
    return term[0] == "_"


def is_literal(term: str) -> bool:
    """Whether a term is a literal."""
    return term[0] == '"'


def plainly(term: str) -> str:
    """A term as reports give it: an IRI without its brackets, all else as it is."""
    return term[1:-1] if term[0] == "<" else term


def parts(literal: str) -> tuple[str, str, str]:
    r"""The lexical form of a literal, its language and its datatype; empty where there is none.

    >>> parts(r'"a \"b\""@en')
    ('a "b"', 'en', '')
    >>> parts('"7"^^<http://www.w3.org/2001/XMLSchema#integer>')
    ('7', '', 'http://www.w3.org/2001/XMLSchema#integer')
    """
    end = literal.rindex('"')
    text = literal[1:end]
    if "\\" in text:
        text = _ESCAPE.sub(_meant, text)
    rest = literal[end + 1 :]
    if rest.startswith("@"):
        return text, rest[1:], ""
    return text, "", rest[3:-1]


@lru_cache(2**14)
def canonical(term: str) -> str:
    r"""The one way of writing a term.

    >>> canonical(r'"caf\u00e9"@EN'), canonical('"a"^^<http://www.w3.org/2001/XMLSchema#string>')
    ('"café"@en', '"a"')
    """
    if term[0] == "<":
        return _ESCAPE.sub(_meant, term)
    if term[0] == "_":
        return term
    text, language, datatype = parts(term)
    if language:
        return f"{quoted(text)}@{language.lower()}"
    return f"{quoted(text)}^^<{datatype}>" if datatype and datatype != XSD.string else quoted(text)


def may_vary(text: str) -> bool:
    """Whether any term of this N-Triples text might not be written in the canonical way."""
    return _STRING in text or bool(_CAPITAL_TAG.search(text) or ("\\" in text and _OTHER_ESCAPE.search(text)))


def _meant(found: re.Match[str]) -> str:
    short, long, letter = found.groups()
    return _MEANT[letter] if letter else chr(int(short or long, 16))
