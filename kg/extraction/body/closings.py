"""What closes the name of a body behind its words: a shorter form in brackets, a name in quotation marks."""

from kg.extraction.body.bodynames import head_at
from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page

_QUOTES = {"'": "'", '"': '"', "\u2018": "\u2019", "\u201c": "\u201d", "\u00ab": "\u00bb"}
_LONGEST_QUOTED = 4


def shorter(page: Page, mention: BodyMention) -> int | None:
    """Where a shorter form in brackets ends, headed as the name is: Council of Harbour States *(Harbour Council)*."""
    tokens, at = page.tokens, mention.last
    if at + 3 >= len(tokens) or tokens[at].text != "(" or not page.beside[at - 1]:
        return None
    end = at + 1
    while end < min(at + _LONGEST_QUOTED, len(tokens)) and tokens[end].is_capitalised and tokens[end].is_word:
        end += 1
    named = {token.lower for token in tokens[mention.first : at]}
    headed = end > at + 2 and tokens[end - 1].lower in named and head_at(page, end - 1) == end
    return end + 1 if headed and end < len(tokens) and tokens[end].text == ")" else None


def quoted(page: Page, at: int) -> int | None:
    """Where the name ends that a body has in quotation marks behind it: the Special Tide Unit *"Alpha"*."""
    tokens = page.tokens
    if at >= len(tokens) or tokens[at].text not in _QUOTES or not page.beside[at - 1]:
        return None
    end = at + 1
    while end < min(at + _LONGEST_QUOTED, len(tokens)) and tokens[end].is_capitalised and tokens[end].is_word:
        end += 1
    closed = at + 1 < end < len(tokens) and tokens[end].text == _QUOTES[tokens[at].text]
    return end + 1 if closed else None
