"""Proposals for a person at a terminal: both sides with their words, and what would change."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.rendering.characters import harmless
from kg.rendering.wording import counted

_LONGEST = 200


def case_lines(case: Mapping[str, Any], number: int, count: int) -> Iterator[str]:
    """One proposal (as JSON values), as lines of text."""
    yield f"{number} of {count} · one {case['kind']} or two? ({case['rule']})"
    for side in ("left", "right"):
        known = case[side]
        where = "" if known["label"] == known["name"] else f", shown as {known['label']}"
        yield f"  {known['name']}{where}: {counted(known['documents'], 'document')}"
        for words in known["words"]:
            date = f"{words['published']} " if words["published"] else ""
            yield f"    {date}{_short(words['title'])}: “{_short(words['quote'])}”"
    yield f"  if one: {case['change']}"


def _short(text: str) -> str:
    plain = harmless(" ".join(text.split()))
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
