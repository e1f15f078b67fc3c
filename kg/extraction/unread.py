"""Sentences that look like a claim and gave none: a title, a verb of chairing or attending, a list of names, or a claim
by a rule that is not trusted yet.

What is listed here is what a reader should look at, and what the grammar should learn next. The signs are wider than
the rules: they need no trigger, no meeting and no attachment.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extraction.said import Said, TokenSpan
from kg.extraction.text.page import Page, Sentence
from kg.extraction.text.parts import moved_unread, parts, within
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit
from kg.model.claims import Attestation, Claim, Participation
from kg.model.explanations import Unread
from kg.model.text import Document

CLAIM, TITLE, VERB, NAMES = "claim", "title", "verb", "names"

_SHORTEST_LIST = 3
_NEAR = 6
_LIST_MARKS = frozenset((",", ";", "and", "&"))
_NO_SENTENCES = ("headline", "dateline", "heading")
_NO_NAMES = ("headline", "dateline")
_UNSAID = "no words say what those listed did"
_BEFORE_ITEMS = _LIST_MARKS | {"the"}
_BEHIND_ITEMS = _LIST_MARKS | {".", "(", "as"}
_NOBODY = "an item of a list was read as nobody"
_UNSEEN = "no words say what this person took part in"
_TIED_TO_NOBODY = "the title was tied to nobody"

Found = tuple[str, TokenSpan, str]
"""A sign, the tokens of its words, and a reason."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How many sentences a document has, and those that are unread."""

    sentences: int
    unread: tuple[Unread, ...]


def unread(document: Document, claims: Sequence[Claim]) -> Looked:
    """The sentences of ``document`` that look like a claim although none of ``claims`` came from them."""
    sentences, found = 0, []
    for part in parts(document):
        page = Page(part.document)
        sentences += len(page.sentences)
        found += [moved_unread(each, part.start) for each in unread_on(page, within(claims, part))]
    return Looked(sentences, tuple(found))


def unread_on(page: Page, claims: Sequence[Claim]) -> tuple[Unread, ...]:
    """The same, of a page that lies open already."""
    return tuple(_Look(Said(page, claims)).all())


class _Look:
    """The signs on one page."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self.page = said.page

    def all(self) -> Iterator[Unread]:
        """At most one entry a sentence: the first sign that holds."""
        signs = [(sentence, self._sign(sentence)) for sentence in self.page.sentences]
        seen = {name for sentence, found in signs if found for name in self._idle(sentence)}
        for sentence, found in signs:
            entry = found or self._unseen(sentence, seen)
            if entry:
                seen.update(self._idle(sentence))
                yield self._entry(sentence, *entry)

    def _sign(self, sentence: Sentence) -> Found | None:
        if sentence.block.kind in _NO_SENTENCES:
            return None
        return (
            self._claim(sentence)
            or self._title(sentence)
            or self._told(sentence)
            or self._homeless(sentence)
            or self._verb(sentence)
            or self._list(sentence)
            or self._odd(sentence)
        )

    def _entry(self, sentence: Sentence, sign: str, span: TokenSpan, reason: str) -> Unread:
        start, end = self.page.tokens[sentence.first].start, self.page.tokens[sentence.last - 1].end
        words = self._printed(self.page.tokens[span[0]].start, self.page.tokens[span[1] - 1].end)
        return Unread(start, end, self._printed(start, end), sign, " ".join(words.split()), reason)

    def _printed(self, start: int, end: int) -> str:
        return self.page.document.text[start:end]

    # ---------------------------------------------------------------- a claim that enters no graph

    def _claim(self, sentence: Sentence) -> Found | None:
        """A post or part read by a rule that is not trusted, of somebody of whom nothing else says it."""
        for at in range(sentence.first, sentence.last):
            if claim := self._doubted_at.get(at):
                return CLAIM, self.said.tokens_of(claim.evidence[-1]), f"the rule {claim.rule} is not trusted yet"
        return None

    @cached_property
    def _doubted_at(self) -> dict[int, Claim]:
        """By its last words: each claim of a rule that is not trusted and says what no other claim says."""
        found: dict[int, Claim] = {}
        for claim in self.said.doubted:
            first, last = self.said.tokens_of(claim.evidence[-1])
            if isinstance(claim, Attestation):
                news = not any(self.said.in_posts[first:last])
            else:
                idle = self.said.named_people - self.said.busy
                news = isinstance(claim, Participation) and claim.agent in idle
            if news and first < last:
                found.setdefault(first, claim)
        return found

    # ---------------------------------------------------------------- a title

    def _title(self, sentence: Sentence) -> Found | None:
        """A title that no post covers, in a sentence that names a person; not one that only points back."""
        if not self.said.found(sentence, self.said.people):
            return None
        named = {at for span in self.said.found(sentence, self.said.agents) for at in range(*span)}
        for at in self.page.places(tables.table("role-heads"), sentence.first, sentence.last):
            if self.said.in_posts[at] or at in named or not self.page.tokens[at].is_capitalised:
                continue
            behind = self.page.tokens[at + 1].lower if at + 1 < len(self.page.tokens) else ""
            if behind in tables.words("member-nouns"):  # the Member States
                continue
            hit = self.page.match(tables.table("role-heads"), at)
            if hit and not self._is_rank(hit) and not self._points_back(hit):
                return TITLE, (hit.first, hit.last), _TIED_TO_NOBODY
        return None

    def _is_rank(self, hit: Hit) -> bool:
        """A title that stands as an honorific before a name: Ambassador Fries."""
        if not (hit.row.flag("rank_only") or self.page.match(tables.table("honorifics"), hit.first)):
            return False
        return hit.last < len(self.page.tokens) and self.page.tokens[hit.last].is_capitalised

    def _points_back(self, hit: Hit) -> bool:
        """``the Director``, who holds that post by another sentence; ``Minister Eide``, whose post is known."""
        if self.page.match(self.said.holders, hit.last):
            return True
        before = self.page.tokens[hit.first - 1].lower if hit.first else ""
        role = self.page.words(hit.first, hit.last).casefold()
        return before in ("the", "its", "his", "her") and self.said.is_held(role)

    def _told(self, sentence: Sentence) -> Found | None:
        """A title behind a verb that says what became of it, which no post covers: was appointed *governor*."""
        verbs, titles = tables.table("tenure-verbs"), tables.table("role-heads")
        for at in self.page.places(verbs, sentence.first, sentence.last):
            verb = self.page.match(verbs, at)
            if verb is None or verb.row["sense"] == "now" or self._is_auxiliary(verb.last - 1):
                continue
            for pos in range(verb.last, min(verb.last + _NEAR, sentence.last)):
                if self.said.in_posts[pos]:
                    break
                if hit := self.page.match(titles, pos):
                    return TITLE, (hit.first, hit.last), _TIED_TO_NOBODY
        return None

    def _is_auxiliary(self, at: int) -> bool:
        return self.page.tokens[at].lower in tables.words("auxiliaries")

    def _homeless(self, sentence: Sentence) -> Found | None:
        """A post that was read without the body in which it is held."""
        spans = (self.said.homeless.get(at) for at in range(sentence.first, sentence.last))
        return next(((TITLE, span, "the post was read without its body") for span in spans if span), None)

    # ---------------------------------------------------------------- a verb

    def _verb(self, sentence: Sentence) -> Found | None:
        """A verb of chairing or attending beside somebody named who takes part in nothing."""
        verbs, nouns = self._attending(sentence), self._places("attending-nouns", sentence)
        if not verbs and not nouns:
            return None
        at = (verbs or nouns)[0] if self.said.found(sentence, self.said.idle_people) else None
        deciding = self._places("deciding-verbs", sentence)
        if at is None and not self._is_partly_read(sentence):
            at = _beside(self.said.acting(sentence), deciding)
        if at is None:
            at = _beside(self.said.unread(sentence), deciding)
        if at is None:
            return None
        reason = "no rule took the verb" if self.said.meets else "no meeting was read in the document"
        return VERB, (at, at + 1), reason

    def _attending(self, sentence: Sentence) -> list[int]:
        return self._places("attending-verbs", sentence)

    def _places(self, name: str, sentence: Sentence) -> list[int]:
        return self.page.places(tables.phrases(name), sentence.first, sentence.last)

    def _is_partly_read(self, sentence: Sentence) -> bool:
        return any(self.said.in_parts[sentence.first : sentence.last])

    # ---------------------------------------------------------------- a list

    def _list(self, sentence: Sentence) -> Found | None:
        """A list, or an item of one, with somebody who neither takes part nor holds a post by these words."""
        idle = self.said.found(sentence, self.said.idle_people)
        if sentence.is_item and idle:
            return NAMES, idle[0], _UNSAID
        acting = self.said.acting(sentence)
        if sentence.is_item and acting and 2 * sum(last - first for first, last in acting) >= _length(sentence):
            return NAMES, acting[0], _UNSAID
        partly = self._is_partly_read(sentence)
        if partly and (left := self._left_out(sentence, acting)):
            return NAMES, left, "others in the list take part"
        named = self.said.found(sentence, self.said.agents) if partly else acting
        named = [span for span in named if self.said.is_listed(span, _LIST_MARKS)]
        if len(named) < _SHORTEST_LIST:
            return None
        if partly:
            return (NAMES, idle[0], "others in the list take part") if idle else None
        return NAMES, (named[0][0], named[-1][1]), _UNSAID

    def _odd(self, sentence: Sentence) -> Found | None:
        """Words with capitals among those who take part that were read as nobody: Norway, *Harbour Watch* and Kenya."""
        if not self._is_partly_read(sentence):
            return None
        taking = [span for span in self.said.found(sentence, self.said.busy_agents) if self.said.in_parts[span[0]]]
        listed = [span for span in taking if self.said.is_listed(span, _LIST_MARKS)]
        if len(listed) < _SHORTEST_LIST - 1:
            return None
        stop = min(listed[-1][1] + _NEAR, sentence.last)
        odd = (self._odd_at(at, sentence) for at in range(listed[0][0], stop))
        return next(((NAMES, span, _NOBODY) for span in odd if span), None)

    def _odd_at(self, first: int, sentence: Sentence) -> TokenSpan | None:
        """The words of an item of a list that begins there, if it is a name and was read as nothing."""
        if self.page.tokens[first - 1].lower not in _BEFORE_ITEMS or self.said.is_read(first):
            return None
        last = first
        while last < sentence.last and self._is_of_name(last) and not self.said.is_read(last):
            last += 1
        ends = last >= sentence.last or self.page.tokens[last].lower in _BEHIND_ITEMS
        named = self.page.tokens[first].is_capitalised and self.page.tokens[last - 1].is_capitalised
        return (first, last) if last > first and ends and named else None

    def _is_of_name(self, at: int) -> bool:
        token = self.page.tokens[at]
        return token.is_capitalised or token.lower in ("of", "for", "on", "the")

    def _left_out(self, sentence: Sentence, acting: Sequence[TokenSpan]) -> TokenSpan | None:
        """The first of those listed in a sentence that was read in part: several, or one close to a verb."""
        listed = [span for span in acting if self.said.is_listed(span, _LIST_MARKS)]
        several = len(listed) > 1 or _beside(listed, self._attending(sentence)) is not None
        return listed[0] if listed and several else None

    # ---------------------------------------------------------------- a person

    def _unseen(self, sentence: Sentence, seen: Collection[str]) -> Found | None:
        """Somebody who takes part in nothing although people meet, where no sentence listed names him."""
        if not self.said.meets or sentence.block.kind in _NO_NAMES:
            return None
        idle = self.said.found(sentence, self.said.idle_people)
        free = (span for span in idle if self._surname(span) not in seen and not self._is_spoken_of(span))
        return next(((NAMES, span, _UNSEEN) for span in free), None)

    def _idle(self, sentence: Sentence) -> Iterator[str]:
        return (self._surname(span) for span in self.said.found(sentence, self.said.idle_people))

    def _surname(self, span: TokenSpan) -> str:
        return self.page.tokens[span[1] - 1].lower

    def _is_spoken_of(self, span: TokenSpan) -> bool:
        """Whether the words before a person say that others act: according *to* P; the director *is* P."""
        before = self.said.before(span[0])
        while before > 0 and self._is_style(before):
            before -= 1
        return before >= 0 and self.page.tokens[before].lower in tables.words("spoken-of-behind")

    def _is_style(self, at: int) -> bool:
        """Whether an honorific stands there, or the full stop behind one."""
        start = at - 1 if self.page.tokens[at].text == "." else at
        return self.page.match(tables.table("honorifics"), start) is not None


def _beside(acting: Sequence[TokenSpan], verbs: Sequence[int]) -> int | None:
    """The verb close to one of those who may act."""
    near = (at for at in verbs if any(first - at <= _NEAR and at - last <= _NEAR for first, last in acting))
    return next(near, None)


def _length(sentence: Sentence) -> int:
    return sentence.last - sentence.first
