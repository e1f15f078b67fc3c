"""Holders of posts in the plural: Foreign *Ministers*, *Heads* of Agencies."""

from functools import lru_cache

from kg.extraction.text.tokens import tokenise
from kg.extraction.words import tables


@lru_cache(maxsize=1 << 12)
def singular(words: str) -> str | None:
    """A post as one of several bears it: *Foreign Minister* for Foreign Ministers; None if the words are no plural."""
    parts = words.split()
    nouns = next((at for at, part in enumerate(parts) if at and part in ("of", "for")), len(parts))
    for at, part in enumerate(parts[:nouns]):
        for ending, single in (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", "")):
            if part.endswith(ending) and len(part) > len(ending) + 1:
                changed = [*parts[:at], part[: -len(ending)] + single, *parts[at + 1 :]]
                tokens = tokenise(" ".join(changed))
                hit = tables.table("role-heads").match(tokens, 0)
                if hit and hit.last == len(tokens):
                    return " ".join(changed)
    return None
