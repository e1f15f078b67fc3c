"""Posts that one person holds at a time. Known of some by their role (``one-seat.tsv``); of others nothing is said."""

import re
from functools import cache
from pathlib import Path

from kg.errors import KnowledgeError
from kg.iris import fold

_TABLE = Path(__file__).with_name("one-seat.tsv")
_SHARED = re.compile(r"co (?!ordinat|operat)")
"""A co-facilitator is never alone; a co-ordinator may be."""
_WHERE = ("always", "office", "portfolio", "no-portfolio")
_WIDE = frozenset({"state", "ministry", "government-body", "international-organisation", "organisation"})


def has_one_seat(role: str | None, title: str, kind: str | None, *, in_body: bool) -> bool:
    """Whether one person at a time holds a post.

    ``role`` is a notation of the post-role scheme, ``title`` the position without the body, ``kind`` the notation of
    the kind of the body; a post in no known body (``in_body``) may be any.

    >>> has_one_seat("coordinator", "Counter-Terrorism Coordinator", "international-organisation", in_body=True)
    True
    >>> has_one_seat("director", "Director", "state", in_body=True)
    False
    >>> has_one_seat("coordinator", "Co-Facilitator of the review", "international-organisation", in_body=True)
    False
    """
    where = _table().get(role or "")
    if role is None or where is None or not in_body or _SHARED.match(fold(title)):
        return False
    silent = {*role.split("-"), *(word for word, says in _table().items() if says == "no-portfolio")}
    named = bool(set(fold(title).split()) - silent)
    return where == "always" or named or (where == "office" and kind is not None and kind not in _WIDE)


@cache
def _table() -> dict[str, str]:
    found = dict[str, str]()
    for number, line in enumerate(_TABLE.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#") or line == "word\twhere":
            continue
        word, _, where = line.partition("\t")
        if where not in _WHERE:
            raise KnowledgeError(
                f"{_TABLE.name}:{number}: expected a word and where ({', '.join(_WHERE)}), found {line!r}"
            )
        found[word] = where
    return found
