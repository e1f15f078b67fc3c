"""Letters that stand for a post and not for the body of the same letters: *The NSA, Dr P,* received Q."""

from collections.abc import Sequence

from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page


def stands_for_post(page: Page, mention: BodyMention, people: Sequence[bool]) -> bool:
    """Whether a sentence opens with letters that a name between commas explains; ``people``: tokens of names."""
    first, end = mention.first, mention.last + 1
    if mention.last != first + 1 or first == 0 or not page.tokens[first].is_acronym:
        return False
    index = page.sentence_of(first)
    if index is None or page.sentences[index].first != first - 1 or page.tokens[first - 1].lower != "the":
        return False
    if end >= len(page.tokens) or page.tokens[mention.last].text != "," or not people[end]:
        return False
    while end < len(page.tokens) and people[end]:
        end += 1
    behind = [token.lower for token in page.tokens[end : end + 2]]
    return behind[:1] == [","] and behind[1:] != ["and"]
