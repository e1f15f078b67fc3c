"""Dates that say since when somebody has a post, or a paper stands: P, *elected* in May; the pact, *signed* in 2019."""

from kg.extraction.date.hits import DateHit
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_TO_VERB = 9
"""Words of: appointed Executive Director of the Reef Agency in."""
_AT_IT = ("at", "during", "by", "when", "following", "after", "within")
_PAPERS = ("signed", "inked")


def tells_past_deed(page: Page, first: int, last: int, hit: DateHit) -> bool:
    """Whether the date at tokens ``[first, last)`` only says when somebody got a post, or a paper was signed.

    What was done *at* something is told of that: P, elected on 3 May *at* the Assembly.
    """
    tokens = page.tokens
    if last < len(tokens) and tokens[last].lower in tables.words("given-posts"):
        return tokens[last].lower not in _PAPERS and first > 0 and tokens[first - 1].text in (",", "(")
    index = page.sentence_of(first)
    if index is None or (last < len(tokens) and tokens[last].lower in _AT_IT):
        return False
    for at in range(first - 1, max(page.sentences[index].first, first - _TO_VERB), -1):
        word = tokens[at].lower
        if tokens[at].text in (",", ";", ":", "(", "and") or word in tables.words("auxiliaries"):
            return False
        if word not in tables.words("given-posts"):
            continue
        if word in _PAPERS:
            return at == first - 2 and tokens[at - 1].text == "," and hit.printed.isdecimal()
        return _is_aside(page, at)
    return False


def _is_aside(page: Page, at: int) -> bool:
    """Whether a participle only tells more of somebody: P*, elected* in May; P, *who was appointed* in May."""
    words = [token.lower for token in page.tokens[max(0, at - 3) : at]]
    while words and words[-1] in ("was", "has", "had", "been", "were", "newly", "recently", "first"):
        words.pop()
    return bool(words) and words[-1] in (",", "who", "(")
