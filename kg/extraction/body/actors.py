"""States that act: what stands beside their names says that they host, take part, are represented, or head an entry.

States are read as lists (*A, B and C were represented*): what is said of one is said of all.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables
from kg.extraction.words.cues import cues

_BETWEEN = frozenset((",", "and", "&", "the", "as", "well", "both", "/"))
_FARTHEST = 4
"""How many helping words may stand between a list and its verb: *will again jointly* host."""

_LONG_LIST = 3


def acting_states(page: Page, mentions: Sequence[BodyMention], people: Collection[int]) -> dict[int, str]:
    """By the first token of each state's mention that acts: the rule that says so. ``people`` begin at these tokens."""
    found = dict(_headings(page, mentions, people))
    for group in _lists(page, mentions):
        if any(mention.is_state for mention in group):
            rule = _rule(page, group, people)
            if rule:
                found |= {mention.first: rule for mention in group if mention.is_state}
    return found


def _lists(page: Page, mentions: Sequence[BodyMention]) -> Iterator[list[BodyMention]]:
    """The mentions, taken together where only commas and *and* stand between them inside one sentence."""
    group: list[BodyMention] = []
    for mention in sorted(mentions, key=lambda m: m.first):
        if group and _adjoins(page, group[-1], mention):
            group.append(mention)
        else:
            if group:
                yield group
            group = [mention]
    if group:
        yield group


def _adjoins(page: Page, left: BodyMention, right: BodyMention) -> bool:
    between = page.tokens[left.outer : right.first]
    joined = bool(between) and len(between) <= _FARTHEST and all(token.lower in _BETWEEN for token in between)
    return joined and page.sentence_of(left.first) == page.sentence_of(right.first)


def _rule(page: Page, group: Sequence[BodyMention], people: Collection[int]) -> str | None:
    first, last = group[0].first, group[-1].outer
    index = page.sentence_of(first)
    if index is None:
        return None
    sentence = page.sentences[index]
    return (
        _behind(page, last, sentence.last)
        or _in_front(page, first, sentence.first)
        or _entry(page, group, sentence, people)
        or _listed(page, group, index)
    )


def _behind(page: Page, at: int, stop: int) -> str | None:
    """The rule of the verb of which the list is the subject."""
    helpers = tables.words("verb-helpers")
    for pos in range(at, min(at + _FARTHEST + 1, stop)):
        hit = page.match(cues("state-cues", "behind"), pos, stop)
        if hit:
            return hit.row["rule"]
        if page.tokens[pos].lower not in helpers:
            return None
    return None


def _in_front(page: Page, at: int, least: int) -> str | None:
    """The rule of the words that lead to the list."""
    end = at - 1 if at > least and page.tokens[at - 1].lower == "the" else at
    for first in range(max(least, end - 5), end):
        hit = page.match(cues("state-cues", "before"), first, end)
        if hit and hit.last == end:
            return hit.row["rule"]
    return None


def _entry(page: Page, group: Sequence[BodyMention], sentence: Sentence, people: Collection[int]) -> str | None:
    """A state alone before those who stand for it: *Kenya*: Minister Varga; for *Kenya*, P."""
    first, last = sentence.first, sentence.last
    if len(group) != 1 or group[0].outer >= last:
        return None
    mark = page.tokens[group[0].outer].text
    if _opens(page, group[0], sentence) and mark == ":":
        return "state.entry" if any(at in people for at in range(group[0].outer, last)) else None
    lead = page.tokens[group[0].first - 1].lower if group[0].first > first else ""
    return "state.entry" if lead == "for" and mark == "," else None


def _opens(page: Page, mention: BodyMention, sentence: Sentence) -> bool:
    begins = mention.first == sentence.first
    return begins or (page.tokens[sentence.first].lower == "the" and mention.first == sentence.first + 1)


def _headings(page: Page, mentions: Sequence[BodyMention], people: Collection[int]) -> Iterator[tuple[int, str]]:
    """States on lines of their own above those who stood for them, in a list of participants."""
    at_first = {mention.first: mention for mention in mentions if mention.is_state}
    announced = False
    for sentence, below in pairwise(page.sentences):
        mention = at_first.get(sentence.first) or at_first.get(sentence.first + 1)
        if mention and _opens(page, mention, sentence) and sentence.last - mention.outer <= 1:
            if announced and any(at in people for at in range(below.first, below.last)):
                yield mention.first, "state.entry"
        elif page.tokens[sentence.last - 1].text == ":" or sentence.block.kind == "heading":
            lists = cues("state-cues", "lists")
            announced = announced or any(
                page.match(lists, at) for at in page.places(lists, sentence.first, sentence.last)
            )


def _listed(page: Page, group: Sequence[BodyMention], index: int) -> str | None:
    """A long list, or an entry that is a state and nothing else, where the words before tell of those who came."""
    sentence = page.sentences[index]
    if sentence.is_item and len(group) == 1:
        if group[0].outer - group[0].first < sentence.last - sentence.first - 2:
            return None
        intro = sentence.block.intro
        spans = [(page.at(intro[0]), page.before(intro[1]))] if intro else []
    elif len(group) >= _LONG_LIST:
        spans = [(sentence.first, group[0].first)]
    else:
        return None
    told = {kind: _is_told(page, kind, spans) for kind in ("came", "not")}
    return "state.listed" if told["came"] and not told["not"] else None


def _is_told(page: Page, kind: str, spans: Sequence[tuple[int, int]]) -> bool:
    found = cues("state-cues", kind)
    return any(page.match(found, at, last) for first, last in spans for at in page.places(found, first, last))
