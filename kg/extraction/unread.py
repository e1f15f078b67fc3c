"""Sentences that look like a claim and gave none: a title, a verb of chairing or attending, a list of names, or a claim
by a rule that is not trusted yet.

What is listed here is what a reader should look at, and what the grammar should learn next. The signs are wider than
the rules: they need no trigger, no meeting and no attachment.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extraction import tables
from kg.extraction.page import Page, Sentence
from kg.extraction.parts import moved_unread, parts, within
from kg.extraction.tables import Hit, Row, Table
from kg.model.claims import Attestation, Claim, MeetingReport, NameUse, Participation, Tier
from kg.model.explanations import Unread
from kg.model.text import Document, Evidence

CLAIM, TITLE, VERB, NAMES = "claim", "title", "verb", "names"

_SHORTEST_LIST = 3
_NEAR = 6
_BEHIND_NOUN = 4
_LIST_MARKS = frozenset((",", ";", "and", "&"))
_NO_SENTENCES = ("headline", "dateline", "heading")

Found = tuple[str, tuple[int, int], str]
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
    return tuple(_Look(page, claims).all())


class _Look:
    """One page and the claims that came from it; those of the lowest tier enter no graph, and count as unread."""

    def __init__(self, page: Page, claims: Sequence[Claim]) -> None:
        self.page = page
        self._doubted = [claim for claim in claims if claim.tier is Tier.POSSIBLE]
        entering = [claim for claim in claims if claim.tier is not Tier.POSSIBLE]
        self._names = [claim for claim in entering if isinstance(claim, NameUse)]
        self._posts = [claim for claim in entering if isinstance(claim, Attestation)]
        self._parts = [claim for claim in entering if isinstance(claim, Participation)]
        self._meets = any(isinstance(claim, MeetingReport) for claim in entering)
        self._held: dict[str, bool] = {}
        self._in_posts = self._covered(self._posts)
        self._in_parts = self._covered(self._parts)

    def all(self) -> Iterator[Unread]:
        """At most one entry a sentence: the first sign that holds."""
        for sentence in self.page.sentences:
            if sentence.block.kind in _NO_SENTENCES:
                continue
            found = self._claim(sentence) or self._title(sentence) or self._verb(sentence) or self._list(sentence)
            if found:
                sign, (first, last), reason = found
                start, end = self.page.tokens[sentence.first].start, self.page.tokens[sentence.last - 1].end
                words = self._printed(self.page.tokens[first].start, self.page.tokens[last - 1].end)
                yield Unread(start, end, self._printed(start, end), sign, " ".join(words.split()), reason)

    def _printed(self, start: int, end: int) -> str:
        return self.page.document.text[start:end]

    # ---------------------------------------------------------------- signs

    def _claim(self, sentence: Sentence) -> Found | None:
        """A post or part read by a rule that is not trusted, of somebody of whom nothing else says it."""
        for at in range(sentence.first, sentence.last):
            if claim := self._doubted_at.get(at):
                first, last = self._tokens_of(claim.evidence[-1])
                return CLAIM, (first, last), f"the rule {claim.rule} is not trusted yet"
        return None

    @cached_property
    def _doubted_at(self) -> dict[int, Claim]:
        """By its last words: each claim of a rule that is not trusted and says what no other claim says."""
        found: dict[int, Claim] = {}
        for claim in self._doubted:
            first, last = self._tokens_of(claim.evidence[-1])
            if isinstance(claim, Attestation):
                news = not any(self._in_posts[first:last])
            else:
                news = isinstance(claim, Participation) and claim.agent not in self._busy
            if news and first < last:
                found.setdefault(first, claim)
        return found

    def _title(self, sentence: Sentence) -> Found | None:
        """A title that no post covers, in a sentence that names a person; not one that only points back."""
        if not self._found(sentence, self._people):
            return None
        named = self._cover(self._found(sentence, self._agents))
        for at in self.page.places(tables.table("role-heads"), sentence.first, sentence.last):
            if self._in_posts[at] or at in named or not self.page.tokens[at].is_capitalised:
                continue
            hit = self.page.match(tables.table("role-heads"), at)
            if hit and not self._is_rank(hit) and not self._points_back(hit):
                return TITLE, (hit.first, hit.last), "the title was tied to nobody"
        return None

    def _is_rank(self, hit: Hit) -> bool:
        """A title that stands as an honorific before a name: Ambassador Fries."""
        if not (hit.row.flag("rank_only") or self.page.match(tables.table("honorifics"), hit.first)):
            return False
        return hit.last < len(self.page.tokens) and self.page.tokens[hit.last].is_capitalised

    def _points_back(self, hit: Hit) -> bool:
        """``the Director``, who holds that post by another sentence; ``Minister Eide``, whose post is known."""
        role = self.page.words(hit.first, hit.last).casefold()
        if self.page.match(self._holders, hit.last):
            return True
        before = self.page.tokens[hit.first - 1].lower if hit.first else ""
        return before in ("the", "its", "his", "her") and self._is_held(role)

    def _is_held(self, role: str) -> bool:
        if role not in self._held:
            self._held[role] = any(role in claim.role.casefold() for claim in self._posts)
        return self._held[role]

    def _verb(self, sentence: Sentence) -> Found | None:
        """A verb of chairing or attending beside somebody named who takes part in nothing."""
        verbs, nouns = (
            self.page.places(tables.phrases(name), sentence.first, sentence.last)
            for name in ("attending-verbs", "attending-nouns")
        )
        if not verbs and not nouns:
            return None
        at = (verbs or nouns)[0] if self._found(sentence, self._idle_people) else None
        if at is None and not any(self._in_parts[sentence.first : sentence.last]):
            at = self._beside(self._acting(sentence), verbs, nouns)
        if at is None:
            return None
        reason = "no rule took the verb" if self._meets else "no meeting was read in the document"
        return VERB, (at, at + 1), reason

    def _beside(self, acting: Sequence[tuple[int, int]], verbs: Sequence[int], nouns: Sequence[int]) -> int | None:
        """The verb close to one of those who may act, or the noun right before one: talks *with* Kenya."""
        for at in verbs:
            if any(first - at <= _NEAR and at - last <= _NEAR for first, last in acting):
                return at
        for at in nouns:
            if any(0 < first - at <= _BEHIND_NOUN for first, _ in acting):
                return at
        return None

    def _list(self, sentence: Sentence) -> Found | None:
        """A list, or an item of one, with somebody who neither takes part nor holds a post by these words."""
        idle = self._found(sentence, self._idle_people)
        if sentence.is_item and idle:
            return NAMES, idle[0], "no words say what those listed did"
        partly = any(self._in_parts[sentence.first : sentence.last])
        named = self._found(sentence, self._agents) if partly else self._acting(sentence)
        marks = sum(self.page.tokens[at].lower in _LIST_MARKS for at in range(sentence.first, sentence.last))
        if len(named) < _SHORTEST_LIST or marks < _SHORTEST_LIST - 1:
            return None
        if partly:
            return (NAMES, idle[0], "others in the list take part") if idle else None
        return NAMES, (named[0][0], named[-1][1]), "no words say what those listed did"

    def _acting(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Those named who take part in nothing and may act here, not spoken of: *in* Kenya, *of* the Agency."""
        return [span for span in self._found(sentence, self._idle, tables.states()) if self._may_act(span[0])]

    def _may_act(self, first: int) -> bool:
        before = first - 1
        while before >= 0 and self.page.tokens[before].lower in ("the", "both"):
            before -= 1
        if before < 0 or self.page.tokens[before].lower not in tables.words("objects-of"):
            return True
        return before > 0 and self.page.tokens[before - 1].lower in tables.words("member-nouns")

    # ---------------------------------------------------------------- what was read

    @cached_property
    def _people(self) -> Table:
        return _forms(claim for claim in self._names if claim.kind == "person")

    @cached_property
    def _agents(self) -> Table:
        return _forms(self._names)

    @cached_property
    def _idle(self) -> Table:
        """Those who take part in nothing."""
        return _forms(claim for claim in self._names if claim.name not in self._busy)

    @cached_property
    def _idle_people(self) -> Table:
        return _forms(claim for claim in self._names if claim.kind == "person" and claim.name not in self._busy)

    @cached_property
    def _holders(self) -> Table:
        """The people who hold a post."""
        held = {claim.person for claim in self._posts}
        return _forms(claim for claim in self._names if claim.name in held)

    @cached_property
    def _busy(self) -> frozenset[str]:
        return frozenset(claim.agent for claim in self._parts)

    def _found(self, sentence: Sentence, table: Table, *more: Table) -> list[tuple[int, int]]:
        """The mentions of these names in a sentence."""
        found, at = [], sentence.first
        while at < sentence.last:
            hit = next((hit for names in (table, *more) if (hit := self.page.match(names, at))), None)
            if hit and hit.last <= sentence.last:
                found.append((hit.first, hit.last))
                at = hit.last
            else:
                at += 1
        return found

    @staticmethod
    def _cover(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        return frozenset(at for first, last in spans for at in range(first, last))

    def _tokens_of(self, words: Evidence) -> tuple[int, int]:
        return self.page.at(words.span.start), self.page.before(words.span.end)

    def _covered(self, claims: Iterable[Claim]) -> list[bool]:
        """For every token whether the words of a claim hold it."""
        covered = [False] * len(self.page.tokens)
        for claim in claims:
            for words in claim.evidence:
                first, last = self._tokens_of(words)
                covered[first:last] = [True] * (last - first)
        return covered


def _forms(names: Iterable[NameUse]) -> Table:
    """The names, and the surnames of people."""
    forms = set()
    for claim in names:
        forms |= {claim.name, *claim.also, *([claim.acronym] if claim.acronym else [])}
        if claim.kind == "person":
            forms.add(claim.name.split()[-1])
    return Table((form, Row(form, {})) for form in sorted(forms))
