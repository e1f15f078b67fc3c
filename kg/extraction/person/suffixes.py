"""What stands behind a name: the parts that belong to it (Jr.), letters of honour (QC, MP), the rest of a headline."""

from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_given, is_ordinary, leads_east_asian

_MOST_HONOURS = 8


def suffix_at(page: Page, at: int) -> tuple[int, bool] | None:
    """What follows a name at ``at``: where it ends, and whether it is part of the name (Jr.) or an honour (QC)."""
    if at >= len(page.tokens) or not page.beside[at - 1]:
        return None
    comma = page.tokens[at].text == ","
    if comma and not page.beside[at]:
        return None
    if page.tokens[at].text == "(" and (hit := page.match(tables.table("name-suffixes"), at + 1)):
        closed = hit.last < len(page.tokens) and page.tokens[hit.last].text == ")"
        return (hit.last + 1, False) if closed and hit.row["kind"] == "honour" else None
    hit = page.match(tables.table("name-suffixes"), at + 1 if comma else at)
    if hit is None and not comma and page.tokens[at].is_acronym and _is_among_honours(page, at):
        return at + 1, False
    if hit is None or (hit.row.form[0].isupper() and page.tokens[hit.last - 1].text.islower()):
        return None
    last = hit.last
    if page.tokens[last - 1].text != "." and last < len(page.tokens) and page.tokens[last].text == ".":
        last += 1 if hit.row["kind"] == "name" and _goes_on(page, last) else 0
    return last, hit.row["kind"] == "name"


def _is_among_honours(page: Page, at: int) -> bool:
    """Whether short letters that no table has lead on to known honours: General Ilvesoo *TWR* VSM ndc."""
    last = at
    while last < at + _MOST_HONOURS and last < len(page.tokens) and page.beside[last - 1]:
        token = page.tokens[last]
        known = page.match(tables.table("name-suffixes"), last)
        if known is not None and known.row["kind"] == "honour":
            return last > at
        if not (token.is_acronym and token.text.isalpha() and 2 <= len(token.text) <= 4):
            return False
        last += 1
    return False


def _goes_on(page: Page, at: int) -> bool:
    """Whether the text goes on behind the stop at ``at``, so that it belongs to the word before."""
    after = at + 1
    return after < len(page.tokens) and page.sentence_of(after) == page.sentence_of(at)


def honours_end(page: Page, last: int) -> int:
    """Where the honours behind a name that ends at ``last`` end: *Anna Ilvesoo*, OBE, MP."""
    while suffix := suffix_at(page, last):
        if suffix[1]:
            break
        last = suffix[0]
    return last


def goes_on_headline(page: Page, first: int, at: int) -> bool:
    """Whether the headline goes on at ``at`` behind the name that begins at ``first``: Minister Varga *Steel* workers.

    An ordinary word goes on behind a surname: behind a name that is neither given nor a word.
    """
    token = page.tokens[at]
    if not is_ordinary(token) or is_given(token) or token.lower in tables.words("surnames-too"):
        return False
    index = page.sentence_of(first)
    if index is None or page.sentences[index].block.kind != "headline" or leads_east_asian(page.tokens[first]):
        return False
    surname = any(not (is_given(name) or is_ordinary(name)) for name in page.tokens[first:at])
    return surname and page.beside[at] and page.tokens[at + 1].is_word
