"""The parties that a meeting's name joins by a hyphen: the *EU-UN* Dialogue, *Norway-Kenya* Consultations."""

import re
from collections.abc import Iterator

from kg.extraction.body.bodies import BodyMention
from kg.extraction.meeting.phrases import PhraseReader
from kg.extraction.text.tokens import tokenise
from kg.extraction.words import tables
from kg.extraction.words.tables import Table

_HYPHEN = re.compile("[-\u2013]")


def hyphenated(phrases: PhraseReader, first: int, last: int) -> Iterator[BodyMention]:
    """The parties in tokens ``[first, last)``, if each of those joined is a body or state that is known."""
    tokens = phrases.tokens
    for at in range(first, last):
        if tokens[at].text in "-\u2013" and first < at < last - 1:
            left, right = phrases.ending.get(at), phrases.bodies.get(at + 1)
            if left and right:
                yield from (left, right)
        elif tokens[at].is_capitalised and _HYPHEN.search(tokens[at].text):
            named = [_known(part, at) for part in _HYPHEN.split(tokens[at].text)]
            if all(named):
                yield from (mention for mention in named if mention)


def _known(part: str, at: int) -> BodyMention | None:
    """The body or state of one part; its tokens are those of the whole word."""
    for table, is_state in ((tables.states(), True), (tables.demonyms(), True), (tables.bodies(), False)):
        if known := _whole(table, part):
            rule = "state.known" if is_state else "body.known"
            return BodyMention(at, at + 1, at + 1, rule, known=known, is_state=is_state)
    return None


def _whole(table: Table, part: str) -> str | None:
    tokens = tokenise(part)
    hit = table.match(tokens, 0) if tokens and part[0].isupper() else None
    return hit.row["id"] if hit and hit.last == len(tokens) else None
