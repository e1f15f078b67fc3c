"""What the words around a noun make of a meeting that is no occasion: a manner, a portfolio, a notion, a custom."""

from kg.extraction.computed import computed
from kg.extraction.meeting.fronts import is_definite, is_indefinite
from kg.extraction.meeting.numbers import ordinal_ending
from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.words import tables

_LOOK_BACK = 7
_TO_BID = 10
_TO_IDEA = 8
_TO_VERB = 8
_TO_FOES = 5
"""Words of: of some suspected foreign militants."""
_OF_LEAD = 4
"""Sentences at the beginning of a text."""
_BEING = frozenset(("is", "was", "would", "will", "be", "seems", "seemed", "therefore", "thus", "now", "also"))


class NotionReader(NamingReader):
    """Reads the words around a naming that say what it is, not that it was."""

    def is_manner(self, first: int) -> bool:
        """Whether the words say how, not what: *by* video conference, *via* video link."""
        return first > 0 and self.tokens[first - 1].lower in tables.words("manner-leads")

    def is_portfolio(self, first: int) -> bool:
        """Whether the words say what somebody's post is about: the Minister *for Trade Negotiations*."""
        if self._is_presided(first):
            return True
        if first < 2 or self.tokens[first - 1].lower != "for" or not self.page.joined(first - 2):
            return False
        post = self.page.match(tables.table("role-heads"), first - 2)
        return post is not None and post.last == first - 1 and self.tokens[first].is_capitalised

    def _is_presided(self, first: int) -> bool:
        """Whether the words only say of what somebody is the president now: Chair *of the current session*."""
        if first < 3 or self.tokens[first].lower not in ("current", "present") or self.tokens[first - 1].lower != "the":
            return False
        return self.tokens[first - 2].lower == "of" and self.tokens[first - 3].lower in tables.words("presiding-posts")

    def is_held_to(self, first: int, last: int) -> bool:
        """Whether somebody only held it to be something: *held* the Forum *responsible*."""
        if last >= len(self.tokens) or self.page.match(tables.phrases("held-to"), last) is None:
            return False
        near = self.tokens[max(0, first - 2) : first]
        return any(token.lower in tables.words("holding-forms") for token in near)

    def is_of_foes(self, last: int) -> bool:
        """Whether those come together whom officials are against: the training *of some suspected militants*."""
        if last >= len(self.tokens) or self.tokens[last].lower != "of":
            return False
        foes = tables.words("foes-people")
        for at in range(last + 1, min(last + _TO_FOES, len(self.tokens))):
            if self.tokens[at].is_capitalised or not self.page.joined(at - 1):
                return False
            if self.tokens[at].lower in foes:
                return True
        return False

    def is_lead(self, first: int, determiner: str) -> bool:
        """Whether the text opens with it: the group *held its latest meeting* in Oslo, *At its last meeting*, …"""
        here = self.page.sentence_of(first)
        if here is None or not is_definite(determiner) or here != self._first_telling:
            return False
        lead = [token.lower for token in self.tokens[max(self.page.sentences[here].first, first - 2) : first]]
        held = tables.words("holding-verbs").intersection(lead)
        opens = first - self.page.sentences[here].first < 2
        return opens or bool(held) or not tables.words("part-leads").isdisjoint(lead[:1])

    @computed
    def _first_telling(self) -> int:
        """The first sentence of prose in which the word for a meeting stands, if it is one of the first."""
        prose = [at for at, sentence in enumerate(self.page.sentences) if sentence.block.kind == "prose"][:_OF_LEAD]
        return next((at for at in prose if self._names_kind(at)), prose[0] if prose else 0)

    def _names_kind(self, index: int) -> bool:
        sentence = self.page.sentences[index]
        return any(self.page.match(tables.table("meeting-kinds"), at) for at in range(sentence.first, sentence.last))

    def is_class(self, first: int, last: int, determiner: str) -> bool:
        """``was a dialogue among equals``, *the need for* one, *no* or *every* meeting: no one occasion."""
        if determiner in ("no", "every", "each"):
            return True
        if is_indefinite(determiner) and first > 1:
            before = self.tokens[first - 2].lower
            if before == "as" or before in tables.words("copulas"):
                return True
        if self.tokens[last - 1].lower.endswith("s") and self._is_customary(first):
            return True
        if self._is_one_of(first, determiner) or self._is_over_years(first, last):
            return True
        if first > 1 and "under" in (self.tokens[first - 1].lower, self.tokens[first - 2].lower * bool(determiner)):
            return True
        behind = " ".join(token.lower for token in self.tokens[last : last + 3])
        if behind in ("of its kind", "of this kind", "of the kind"):
            return True
        end = first - 1 if is_definite(determiner) or is_indefinite(determiner) else first
        near = [token.lower for token in self.tokens[max(0, first - _TO_BID) : first]]
        if any(word in tables.words("bids") for word in near):
            return True
        if end and self.tokens[end - 1].lower in tables.words("gerunds-of-holding") and not is_definite(determiner):
            talked = any(self._is_behind(name, end - 1) for name in ("thought-of", "holding-thought-of"))
            return talked or self.are_thought_of(first)  # stressed the importance of *holding a seminar*
        names = ("thought-of", "plans-of") if end == first else ("thought-of",)
        return any(self._is_behind(name, end) for name in names) or self.are_thought_of(first)

    def is_framework(self, first: int, last: int) -> bool:
        """Whether it is a programme in which something was done: met *in the framework of an* exchange *programme*."""
        if self.tokens[last - 1].lower not in ("program", "programme", "programmes", "programs"):
            return False
        near = [token.lower for token in self.tokens[max(0, first - 3) : first]]
        return not tables.words("framework-words").isdisjoint(near)

    def is_printed(self, first: int, last: int) -> bool:
        """Whether it is an edition of a paper, told beside a word of printing: *the previous edition* was published."""
        if self.tokens[last - 1].lower not in tables.words("meeting-containers"):
            return False
        near = (*self.tokens[max(0, first - _TO_VERB) : first], *self.tokens[last : last + _TO_VERB])
        return any(token.lower in tables.words("printing-words") for token in near)

    def _is_one_of(self, first: int, determiner: str) -> bool:
        """Whether only one of them is told of: *the first in a* series of courses, *part of a* cycle of talks."""
        if not is_indefinite(determiner) or first < 3 or self.tokens[first - 2].lower not in ("in", "of"):
            return False
        if self.tokens[first].lower not in tables.words("meeting-containers"):
            return False
        before = self.tokens[first - 3].lower
        return before in ("part", "one", "last", "latest") or ordinal_ending(self.page, first - 2, 0) is not None

    def _is_over_years(self, first: int, last: int) -> bool:
        """Whether several went on for long: *a series of workshops that have been held* for six years."""
        if self.tokens[first].lower not in tables.words("meeting-containers"):
            return False
        behind = self.tokens[last : last + _TO_VERB]
        at = next((at for at, token in enumerate(behind) if token.lower in ("that", "which")), None)
        return at is not None and any(token.lower in ("have", "has") for token in behind[at + 1 : at + 2])

    def are_thought_of(self, first: int) -> bool:
        """Whether somebody only asks for several: *wants two* meetings, *calls for more* meetings."""
        return self._is_behind("thought-of", first) or self._is_behind("thought-of", first - 1)

    def _is_behind(self, name: str, end: int) -> bool:
        """Whether a phrase of the table ends right before token ``end``."""
        phrases = tables.phrases(name)
        if end < 1 or self.tokens[end - 1].lower not in phrases.lasts:
            return False
        hits = (self.page.match(phrases, at, end) for at in range(max(0, end - 3), end))
        return any(hit is not None and hit.last == end for hit in hits)

    def is_idea(self, last: int, determiner: str) -> bool:
        """Whether it is said to be what ought to be, not to have been: a dialogue *is the next step*, *is needed*."""
        if not is_indefinite(determiner):
            return False
        words = [token.lower for token in self.tokens[last : last + _TO_IDEA]]
        said = next((at for at, word in enumerate(words) if word not in _BEING and not word.endswith("ly")), len(words))
        if not _BEING.intersection(words[:said]):
            return False
        named = words[said : said + 1]
        if named and (is_definite(named[0]) or is_indefinite(named[0])):
            named = words[said + 1 : said + 4]
        return not tables.words("ideas").isdisjoint(named)

    def _is_customary(self, first: int) -> bool:
        """Whether words in front tell of a custom: *regularly* holds workshops."""
        for at in range(first - 1, max(-1, first - 1 - _LOOK_BACK), -1):
            if not self.phrases.flows(at) or self.tokens[at].text in ".;":
                return False
            if self.tokens[at].lower in tables.words("habit-words"):
                return True
        return False
