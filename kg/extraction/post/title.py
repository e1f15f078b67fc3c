"""One title; and whether the last of titles that *and* joins is that of somebody else: P, A *and the B, Q*."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.role_homes import mention_kind
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_BEFORE_TITLE = (",", "the", "(")
_TWO = 2
_LONGEST_NAME = 10


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Title:
    """One post as printed at tokens ``[first, last)``; ``parts`` are the stretches that make the role."""

    first: Final[int]
    last: Final[int]
    parts: Final[tuple[tuple[int, int], ...]]
    body: Final[BodyMention | None]
    status: Final[str]
    plural: Final[tuple[str, str] | None] = None
    """The head as printed and as each of several holders bears it: Ministers, Minister."""
    rank: Final[tuple[int, int] | None] = None
    """Words of the role that stand in front of its owner: *Deputy* Kenyan Minister."""

    def role(self, page: Page) -> str:
        """The position without the body: ``Director for Security and Defence Policy``."""
        parts = (self.rank, *self.parts) if self.rank else self.parts
        role = " ".join([page.words(first, last) for first, last in parts])
        return role.replace(*self.plural, 1) if self.plural else role


def is_of_another(page: Page, people: Sequence[bool], titles: Sequence[Title]) -> bool:
    """Whether the last title has another holder than those before it."""
    if len(titles) < 2:
        return False
    several = titles[-1].plural and titles[-1].body and titles[-2].body and not titles[-2].plural
    if several or are_of_two_states(titles):  # the Director of B *and ministers*
        return True
    if _is_glued(page, people, titles[-1].last) and is_taken_up(page, titles):
        return True
    return _follows_name(page, people, titles[0].first) and (
        _is_glued(page, people, titles[-1].last) or _is_introduced(page, people, titles[-1])
    )


def is_taken_up(page: Page, titles: Sequence[Title]) -> bool:
    """Whether the first is a title by which somebody was named before: Secretary P; *the Secretary* and Minister Q."""
    first, name = titles[0], titles[-1].last
    if len(titles) != _TWO or first.body or name >= len(page.tokens) or not page.tokens[name].is_capitalised:
        return False
    if first.first < 1 or page.tokens[first.first - 1].lower != "the":
        return False
    words = [token.lower for token in page.tokens[first.first : first.last]]
    for at in page.places_of(words[0], 0, first.first):
        end = at + len(words)
        if page.tokens[at].is_capitalised and [token.lower for token in page.tokens[at:end]] == words:
            named = [token.lower for token in takewhile(lambda token: token.is_capitalised, page.tokens[end:])]
            if named:
                return page.tokens[name].lower not in named
    return False


def _follows_name(page: Page, people: Sequence[bool], first: int) -> bool:
    """Whether the titles stand behind a name: *P*, A and B."""
    at = first - 1
    while at > 0 and page.tokens[at].lower in _BEFORE_TITLE:
        at -= 1
    return at < first - 1 and people[at]


def _is_glued(page: Page, people: Sequence[bool], last: int) -> bool:
    """Whether a name stands right behind, on one line: P, A and B *Q*."""
    glued = last < len(people) and people[last] and page.joined(last - 1)
    return glued and "\n" not in page.text[page.tokens[last - 1].end : page.tokens[last].start]


def _is_introduced(page: Page, people: Sequence[bool], title: Title) -> bool:
    """Whether an article and a comma make a title that of the name behind: P, A and *the* B*, Q*; not … Q, C."""
    name = title.last + 1
    if title.first < 2 or name >= len(people) or page.tokens[title.last].text != "," or not people[name]:
        return False
    if page.tokens[title.first - 1].lower != "the" or page.tokens[title.first - 2].lower not in ("and", "&"):
        return False
    end = next((at for at in range(name, min(name + _LONGEST_NAME, len(people))) if not people[at]), name)
    follows = end + 1 < len(people) and page.tokens[end].text == ","
    behind = end + 1 + (follows and page.tokens[end + 1].lower == "the")
    return not (follows and behind < len(people) and page.match(tables.table("role-heads"), behind))


def are_of_two_states(titles: Sequence[Title]) -> bool:
    """Whether the last title is one of another state, and so of another person: Kenya's T *and Norway's U*."""
    states = [title.body.known for title in titles if title.body and title.body.is_state]
    last = titles[-1].body
    return last is not None and last.is_state and any(state != last.known for state in states)


def leads_abroad(page: Page, at: int, body: BodyMention | None) -> bool:
    """Whether a post is one *to* somebody, or *for* a state, of which the next one's body tells nothing.

    Assistant *to the Minister* and Director, Ministry of Tides, is in the Ministry.
    """
    word = page.tokens[at].lower
    if word == "to" and body is not None and mention_kind(page, body) == "ministry":
        return not any(token.lower == "minister" for token in page.tokens[at + 1 : at + 4])
    if word != "for":
        return word == "to"
    return page.match(tables.states(), at + 1 + (page.tokens[at + 1].lower == "the")) is not None
