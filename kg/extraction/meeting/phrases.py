"""The noun phrases behind a meeting's kind: what it is *on*, *of* whom, *between* whom, where a visit goes *to*."""

from collections.abc import Sequence
from itertools import takewhile

from kg.extraction.body.mentions import BodyMention
from kg.extraction.computed import computed
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_ordinary

_LONGEST = 24
_SMALL_WORDS = 8
_OPENING = 14
"""Tokens of a phrase with which a sentence opens, in front of its subject."""
_JOINTS = frozenset("-\u2013/&")
HEADINGS = frozenset(("headline", "heading", "item", "table"))
_ARTICLES = frozenset(("the", "its", "their", "his", "her"))


class PhraseReader:
    """Finds where a noun phrase ends; a person ends it, a body inside it is taken whole."""

    def __init__(self, page: Page, bodies: Sequence[BodyMention], people: Sequence[bool]) -> None:
        self.page = page
        self.tokens = page.tokens
        self.bodies = {mention.first: mention for mention in bodies}
        self.ending = {mention.last: mention for mention in bodies}
        self.people = people

    @computed
    def around(self) -> dict[int, BodyMention]:
        """The body around each token that is part of one."""
        return {at: body for body in self.bodies.values() for at in range(body.first, body.last)}

    def in_heading(self, at: int) -> bool:
        """Whether a token stands in a heading, an entry that stands alone or a table."""
        index = self.page.sentence_of(at)
        return index is not None and self.page.sentences[index].block.kind in HEADINGS

    def in_list(self, at: int) -> bool:
        """Whether a token stands in an entry of a list."""
        index = self.page.sentence_of(at)
        return index is not None and self.page.sentences[index].is_item

    def flows(self, left: int) -> bool:
        """Whether the words at ``left`` and behind it go on: no column and no line of a heading between."""
        if not self.page.joined(left):
            return False
        gap = self.page.text[self.tokens[left].end : self.tokens[left + 1].start]
        if gap in ("", " "):
            return True
        if "\n" not in gap:
            return len(gap) < 3 and "\t" not in gap
        return (
            self._in_prose(left) or self._is_open(self.tokens[left].lower) or self._is_open(self.tokens[left + 1].lower)
        )

    def _in_prose(self, at: int) -> bool:
        sentence = self.page.sentence_of(at)
        return sentence is not None and self.page.sentences[sentence].block.kind in ("prose", "caption", "list")

    def _is_open(self, word: str) -> bool:
        return word in ("and", "of", "on", "for", "the", "to", "between", "with", "against", "&")

    def is_count(self, at: int) -> bool:
        """Whether a figure counts those that a phrase goes on to name: of *19* Cabinet Secretaries."""
        counts = at < len(self.tokens) and self.tokens[at].text.isdecimal() and len(self.tokens[at].text) < 4
        return counts and self._word(at + 1).isalpha() and self._word(at + 1) not in tables.words("calendar-words")

    def end(self, at: int, *, small: bool, articles: bool = True) -> int | None:
        """Where the phrase that begins at ``at`` ends, coordinated parts included.

        ``small``: it may be lower case; ``articles``: a part of it may begin with an article (of A and *the* B).
        """
        if at < len(self.tokens) and self.tokens[at].lower in _ARTICLES:
            at += 1
        end = self._part(at + self.is_count(at), small)
        if end is None:
            return None
        capital = self.tokens[end - 1].is_capitalised
        while (more := self._coordinated(end, capital, small, articles)) is not None:
            if capital and self._acts(end, more):
                break
            end = more
        return end

    def _acts(self, comma: int, end: int) -> bool:
        """Whether a list behind a comma is the subject: *At* a meeting of the Council*, A, B and C agreed* on tides."""
        index = self.page.sentence_of(comma)
        if index is None or self.tokens[comma].text != "," or comma - self.page.sentences[index].first > _OPENING:
            return False
        fronted = self.tokens[self.page.sentences[index].first].lower in tables.words("meeting-openers")
        verb = self._word(end)
        acts = verb.endswith("ed") or verb in tables.words("finite-verbs") or verb in tables.words("speech-verbs")
        told_of = verb in tables.words("held-words") and self._word(end + 1) not in tables.words("determiners")
        return fronted and acts and not told_of  # of A, B and C *held in Oslo*: so the meeting was

    def _part(self, at: int, small: bool) -> int | None:
        pos, lower = at, 0
        while pos < min(at + _LONGEST, len(self.tokens)) and not self.people[pos]:
            if pos > at and not self.flows(pos - 1):
                break
            token, body = self.tokens[pos], self.bodies.get(pos)
            if body:
                pos = body.last
            elif pos > at and (passed := self._inner(pos)):
                pos += passed
            elif token.is_capitalised and token.is_word and token.lower not in tables.words("calendar-words"):
                pos += 1
            elif token.lower == "the" and small and pos > at and self.tokens[pos - 1].lower.endswith("ing"):
                pos += 1  # on countering *the* financing of piracy
            elif token.lower in ("and", "the"):
                break
            elif small and token.is_word and lower < _SMALL_WORDS and not self.closes(pos):
                pos, lower = pos + 1, lower + 1
            else:
                break
        while pos > at and (self.tokens[pos - 1].text in ("'", "the") or self.tokens[pos - 1].text in _JOINTS):
            pos -= 1
        return pos if pos > at else None

    def _inner(self, at: int) -> int:
        """How many tokens there stand inside a phrase and begin none: marks, *in charge of*, Cooperation *in* Tides."""
        word = self.tokens[at].lower
        if word in ("'s", "'"):
            return 4 if self._is_acronym_in_brackets(at + 1) else 1
        if word == "in":
            return 3 if self._word(at + 1) == "charge" and self._word(at + 2) == "of" else self._is_of_topic(at)
        return int(word in _JOINTS and self._capital(at + 1))

    def _is_of_topic(self, at: int) -> bool:
        """Whether *in* goes on with a topic in capitals: on Cooperation *in* Defence Matters; no town, no month."""
        if not (self._capital(at + 1) and self.tokens[at - 1].is_capitalised and at + 1 not in self.bodies):
            return False
        other = self.tokens[at + 1].lower in tables.words("calendar-words") or self.people[at + 1]
        place = self.page.match(tables.table("cities"), at + 1) or self.page.match(tables.states(), at + 1)
        place = place or self.page.match(tables.demonyms(), at + 1)
        headed = self._word(at + 2) in tables.words("place-heads")  # in Grand *Bay*
        topic = takewhile(lambda token: token.is_word and token.is_capitalised, self.tokens[at + 1 : at + _LONGEST])
        return not (other or place or headed) and all(map(is_ordinary, (self.tokens[at - 1], *topic)))  # in Port *Larn*

    def _is_acronym_in_brackets(self, at: int) -> bool:
        """Whether the acronym of an owner stands there, and what is his behind it: the Reef Council's *(RC)* Forum."""
        tokens = self.tokens
        inside = at + 3 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")"
        return inside and tokens[at + 1].is_acronym and self._capital(at + 3)

    def _capital(self, at: int) -> bool:
        return at < len(self.tokens) and self.page.joined(at - 1) and self.tokens[at].is_capitalised

    def closes(self, at: int) -> bool:
        """Whether a word in small letters ends a phrase: a preposition, or a verb."""
        word = self.tokens[at].lower
        if word in tables.words("topic-ends") or (word in tables.words("speech-verbs") and not self._is_thing(at)):
            return True
        if word in tables.words("done-by") and self._word(at + 1) == "by":
            return True  # on port security *run* by the Council
        started = self.page.match(tables.phrases("meeting-happens"), at)
        if started and started.last > at + 1:
            return True  # of the Ministers of Tides *kicked off*
        if not word.endswith("ed") or "-" in word:
            return False
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) and self.page.joined(at) else None
        if following is None or not following.is_word or following.lower in tables.words("topic-ends"):
            return True
        return following.lower in _ARTICLES  # of the heads of member nations *discussed the* risks

    def _is_thing(self, at: int) -> bool:
        """Whether a noun only looks like a verb, its adjective in front: the Ministers of *coastal states*."""
        before = self._word(at - 1) if at else ""
        small = before.isalpha() and not self.tokens[at - 1].is_capitalised and not before.endswith("ly")
        led = small and before not in tables.words("function-words") and before not in tables.words("cue-adverbs")
        says = self._word(at + 1) == "that" or self._word(at + 1) in tables.words("determiners")
        return led and not says and self.tokens[at].lower in tables.words("said-or-things")

    def _coordinated(self, end: int, capital: bool, small: bool, articles: bool) -> int | None:
        """The end of ``, NP … and NP`` behind a phrase, or None if something else follows."""
        pos = end
        while pos < min(end + _LONGEST, len(self.tokens)) and self.tokens[pos].text == ",":
            if self._word(pos + 1) in ("and", "&"):
                pos += 1
                break
            part = self._member(pos + 1, capital, small, articles)
            if part is None:
                return None
            pos = part
        if self._word(pos) not in ("and", "&"):
            return None
        return self._member(pos + 1, capital, small, articles)

    def _word(self, at: int) -> str:
        return self.tokens[at].lower if at < len(self.tokens) and self.page.joined(at - 1) else ""

    def _is_titled_part(self, at: int) -> bool:
        """Whether a part of a title in capitals follows an article: on Tides and *the Prevention of* Floods."""
        tokens = self.tokens
        if at + 2 >= len(tokens) or tokens[at].lower != "the" or at + 1 in self.bodies or self.people[at + 1]:
            return False
        return tokens[at + 1].is_capitalised and tokens[at + 2].lower == "of" and not self._is_post(at + 1)

    def _is_post(self, at: int) -> bool:
        return self.page.match(tables.table("role-heads"), at) is not None

    def is_qualified(self, at: int) -> bool:
        """Whether a word only says of the body behind it where it sits: the *Lagoon-based* Tide Council."""
        whole, _, end = self._word(at).rpartition("-")
        return bool(whole) and end in tables.words("qualifying-ends") and at + 1 in self.bodies

    def _member(self, at: int, capital: bool, small: bool, articles: bool) -> int | None:
        """The end of one more part: begun as the first one was, no post and no clause of its own."""
        if at >= len(self.tokens) or self.people[at]:
            return None
        if articles and capital and self.tokens[at].lower == "the":
            at += 1 if at + 1 in self.bodies else 2 * self.is_qualified(at + 1)
        if capital and self._is_titled_part(at):
            at += 1
        token = self.tokens[at]
        if token.is_capitalised != capital or not token.is_word or token.lower in _ARTICLES or token.lower == "a":
            return None
        starts_post = self.page.match(tables.table("role-heads"), at) or self.page.match(tables.table("honorifics"), at)
        if at not in self.bodies and starts_post and capital:
            return None
        return self._part(at, small and not capital)


class NamingReader:
    """What the readers of one side of a naming have: the page, its bodies and people, and its phrases."""

    def __init__(self, phrases: PhraseReader) -> None:
        self.page = phrases.page
        self.tokens = phrases.tokens
        self.bodies = phrases.bodies
        self.people = phrases.people
        self.phrases = phrases
