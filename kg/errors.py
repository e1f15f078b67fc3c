"""Every error of ct-kg, as one tree. A message says what was expected, what was found, where, and what to do.

::

    KgError                      root: nothing else reaches a user
    ├── UsageError               the call is wrong: an unknown question, parameter, format
    │   └── UnknownName          a name that nothing bears, or too much; says what is near
    ├── InputError               something handed to us cannot be read
    │   ├── Unreadable           one document: empty, binary, not text, too large; set aside with this reason
    │   │   └── MissingExtra     its format needs a package that is not installed; names the extra
    │   ├── Refused              a document of the web that does not come: a limit, a private address, robots.txt
    │   ├── NotFound             a path that does not exist, a folder without documents
    │   └── BadDate              not a date of the calendar
    ├── ClaimError               a claim that says nothing, or that nothing says
    │   └── EvidenceError        words that do not stand where they are said to stand
    ├── KnowledgeError           a file of ontology/, queries/ or the lexicon is wrong (file and line)
    ├── GraphError               the graph folder
    │   ├── NotAGraph            a folder that is not one of ours, or none
    │   ├── WrongFormat          written by another format version; says how to rebuild
    │   └── Busy                 another build holds it; says who
    ├── ShapesError              validation could not run
    └── QueryError               a query that cannot be answered
        ├── BadQuery             not SPARQL, or not allowed here (updates, SERVICE, FROM outside)
        └── LimitReached         stopped at a limit: names the limit, its setting, and how to raise it
"""

from collections.abc import Iterable


def meant(found: str, known: Iterable[str], most: int = 1) -> str:
    """``; did you mean NAME?`` where what is known comes near to what was found, else nothing.

    >>> meant("betweennes", ["betweenness", "degree"]), meant("xyz", ["degree"])
    ('; did you mean betweenness?', '')
    """
    from difflib import get_close_matches  # only an error needs it

    near = get_close_matches(found, list(known), n=most, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def chosen_from(found: str, known: Iterable[str], there: str = "there are", most: int = 1) -> str:
    """What was meant, and all that there is.

    >>> chosen_from("speeker", ["chair", "speaker"]), chosen_from("x", ["chair"], "it has")
    ('; did you mean speaker? There are: chair, speaker', '; it has: chair')
    """
    every = list(known)
    hint = meant(found, every, most)
    return f"{hint} {there.capitalize()}: {', '.join(every)}" if hint else f"; {there}: {', '.join(every)}"


class KgError(Exception):
    """Root of the tree. ``exit_code`` is what the command line returns for it."""

    exit_code = 1


class UsageError(KgError):
    """The call is wrong: an unknown question, parameter or format."""

    exit_code = 2


class UnknownName(UsageError):
    """A name that nothing in the graph bears, or too many things do; says what comes nearest."""


class InputError(KgError):
    """Something handed to us cannot be read."""


class Unreadable(InputError):
    """One document that cannot be read; it is set aside with this reason, the others go on."""


class MissingExtra(Unreadable):
    """A document of a format that needs a package which is not installed; names the extra that brings it."""


class Refused(InputError):
    """A document of the web that does not come, or may not; the others go on."""


class NotFound(InputError):
    """A path that does not exist, or a folder without documents."""

    exit_code = 2


class BadDate(InputError):
    """Not a date of the calendar."""


class ClaimError(KgError):
    """A claim that says nothing, or that nothing says."""


class EvidenceError(ClaimError):
    """Words that do not stand where they are said to stand."""


class KnowledgeError(KgError):
    """A file of the ontology, the questions or the lexicon is wrong; names file and line."""


class GraphError(KgError):
    """The graph folder cannot be used."""


class NotAGraph(GraphError):
    """A folder that is not a graph of ours, or none at all."""

    exit_code = 2


class WrongFormat(GraphError):
    """A graph written by another format version; says how to rebuild."""


class Busy(GraphError):
    """Another build holds the graph; says who."""


class ShapesError(KgError):
    """Validation could not run."""

    exit_code = 4


class QueryError(KgError):
    """A query that cannot be answered."""


class BadQuery(QueryError):
    """Not SPARQL, or not allowed here: updates, SERVICE, FROM outside."""

    exit_code = 2


class LimitReached(QueryError):
    """Stopped at a limit; names the limit, its setting and how to raise it."""
