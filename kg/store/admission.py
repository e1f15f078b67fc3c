"""What a query may not be, before an engine sees it: too long, too deep, an update, a call to the network.

Also where a parameter goes into a query: as a ``VALUES`` block of a parsed term, never as text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph

from kg.errors import BadQuery, LimitReached
from kg.vocabulary import PREFIXES

MAX_QUERY_BYTES = 65_536
MAX_NESTING = 100

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n\r]* )
    | (?P<iri>     <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<string>  \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                 | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<name>    (?P<prefix>\w[\w.-]*)?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)* )
    | (?P<word>    \w+ )
    | (?P<open>    [({\[] )
    | (?P<close>   [)}\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Admitted:
    """A query that may be run: its text, its form, the graphs its FROM clauses name, where its pattern begins."""

    text: str
    form: str
    graphs: tuple[str, ...]
    pattern: int | None


def admit(text: str) -> Admitted:
    """Let ``text`` pass to the engine, or raise: ``LimitReached`` (length, nesting), ``BadQuery`` (not for here)."""
    if (size := len(text.encode("utf-8", "replace"))) > MAX_QUERY_BYTES:
        raise LimitReached(f"expected a query of at most {MAX_QUERY_BYTES} bytes, found {size}; make it shorter")
    depth, form, groups = 0, "", []
    for token in _tokens(text):
        kind, words = token.lastgroup, token.group()
        if kind == "open":
            if words == "{" and depth == 0:
                groups.append(token.end())
            depth += 1
            if depth > MAX_NESTING:
                raise LimitReached(
                    f"expected at most {MAX_NESTING} brackets inside each other, found more at "
                    f"{_place(text, token.start())}; make the query flatter"
                )
        elif kind == "close":
            depth -= 1
        elif kind in ("word", "name"):
            word = _admitted_word(token, text)
            form = form or (word if word in _FORMS else "")
    at = 1 if form == "CONSTRUCT" else 0
    return Admitted(text, form, tuple(_graphs(text)), groups[at] if len(groups) > at else None)


def bind(query: Admitted, bindings: Mapping[str, str]) -> str:
    """The query with each variable held to one term (N-Triples); raises ``BadQuery`` for what is not a term.

    >>> bind(admit("SELECT ?n { ?who <http://e/name> ?n }"), {"who": "<http://e/ann>"})
    'SELECT ?n { VALUES ?who { <http://e/ann> } ?who <http://e/name> ?n }'
    """
    if not bindings:
        return query.text
    if query.pattern is None:
        raise BadQuery("expected a pattern in braces to bind parameters in, found none")
    blocks = "".join(f" VALUES ?{_variable(name)} {{ {_term(term)} }}" for name, term in sorted(bindings.items()))
    return query.text[: query.pattern] + blocks + query.text[query.pattern :]


def _tokens(text: str) -> Iterator[re.Match[str]]:
    return (token for token in _TOKEN.finditer(text) if token.lastgroup not in ("comment", "string", "variable"))


def _graphs(text: str) -> Iterator[str]:
    """The graphs that the FROM clauses name, as IRIs; a name without a known prefix as it stands."""
    prefixes, before, last = dict(PREFIXES), "", ""
    for token in _tokens(text):
        words = token.group()
        if token.lastgroup == "iri" and before.upper() == "PREFIX":
            prefixes[last.removesuffix(":")] = words[1:-1]
        elif last.upper() == "FROM" or (before.upper(), last.upper()) == ("FROM", "NAMED"):
            if token.lastgroup == "iri":
                yield words[1:-1]
            elif token.lastgroup == "name":
                prefix, _, local = words.partition(":")
                yield prefixes.get(prefix, f"{prefix}:") + local
        before, last = last, words


def _admitted_word(token: re.Match[str], text: str) -> str:
    """The word in upper case, empty for a prefixed name; refuses one that may reach outside."""
    bare = token.lastgroup == "word"
    word = (token.group() if bare else token["prefix"] or "").upper()
    # The engine's parser wants no space around a keyword: "SERVICE:x" and "trueSERVICE" are calls too.
    if "SERVICE" in word:
        raise BadQuery(
            f"expected a query that stays in this graph, found SERVICE at {_place(text, token.start())}; "
            "nothing is fetched here (a prefix of that name must be renamed)"
        )
    if bare and word in _UPDATES:
        raise BadQuery(
            f"expected SELECT, ASK, CONSTRUCT or DESCRIBE, found {word} at {_place(text, token.start())}; "
            "a graph changes by `kg build` alone"
        )
    return word if bare else ""


def _place(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"line {line}, column {offset - text.rfind(chr(10), 0, offset)}"


def _variable(name: str) -> str:
    if not _VARIABLE.fullmatch(name):
        raise BadQuery(f"expected the name of a variable without its question mark, found {name!r}")
    return name


def _term(printed: str) -> str:
    """An IRI or literal, read and written again by the engine, so that nothing else can come in with it."""
    try:
        triples = list(pyoxigraph.parse(f"<a:a> <a:a> {printed} .", format=pyoxigraph.RdfFormat.N_TRIPLES))
    except (SyntaxError, ValueError):
        triples = []
    if len(triples) != 1 or not isinstance(triples[0].object, pyoxigraph.NamedNode | pyoxigraph.Literal):
        raise BadQuery(f"expected an IRI in angle brackets or a quoted literal (N-Triples), found {printed!r}")
    return str(triples[0].object)
