"""Sentences that look like a claim and gave none: a title, a verb of chairing or attending, a list of names.

What is listed here is what a reader should look at, and what the grammar should learn next. The signs are wider than
the rules: they need no trigger, no meeting and no attachment.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.extraction import tables
from kg.extraction.page import Page, Sentence
from kg.extraction.tables import Row, Table
from kg.model.claims import Attestation, Claim, NameUse, Participation
from kg.model.text import Document

TITLE, VERB, NAMES = "title", "verb", "names"

_SHORTEST_LIST = 3
_LIST_MARKS = frozenset((",", ";", "and", "&"))


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence ``[start, end)``: the ``sign`` that it says something (title, verb, names), the ``words`` of the sign,
    and the ``reason`` why no claim came, as far as it is known.
    """

    start: int
    end: int
    quote: str
    sign: str
    words: str
    reason: str

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        return {name: getattr(self, name) for name in ("start", "end", "quote", "sign", "words", "reason")}


@dataclass(frozen=True, slots=True)
class Looked:
    """How many sentences a document has, and those that are unread."""

    sentences: int
    unread: tuple[Unread, ...]


def unread(document: Document, claims: Sequence[Claim]) -> Looked:
    """The sentences of ``document`` that look like a claim although none of ``claims`` came from them."""
    look = _Look(Page(document), claims)
    return Looked(len(look.page.sentences), tuple(look.all()))


class _Look:
    """One page and the claims that came from it."""

    def __init__(self, page: Page, claims: Sequence[Claim]) -> None:
        self.page = page
        self.claims = claims
        self._posts = self._covered(Attestation)
        self._parts = self._covered(Participation)

    def all(self) -> Iterator[Unread]:
        """At most one entry a sentence: the first sign that holds."""
        for sentence in self.page.sentences:
            if sentence.block.kind in ("headline", "dateline", "heading"):
                continue
            found = self._title(sentence) or self._verb(sentence) or self._names(sentence)
            if found:
                sign, (first, last), reason = found
                start, end = self.page.tokens[sentence.first].start, self.page.tokens[sentence.last - 1].end
                quote, words = self.page.document.text[start:end], self.page.words(first, last)
                yield Unread(start, end, quote, sign, words, reason)

    def _title(self, sentence: Sentence) -> tuple[str, tuple[int, int], str] | None:
        """A title that no post covers, in a sentence that names a person."""
        if not self._named(sentence, self._people):
            return None
        for at in range(sentence.first, sentence.last):
            if self._posts[at] or not self.page.tokens[at].is_capitalised or self._in_name(at):
                continue
            hit = self.page.match(tables.table("role-heads"), at)
            if hit:
                return TITLE, (hit.first, hit.last), "the title was tied to nobody"
        return None

    def _verb(self, sentence: Sentence) -> tuple[str, tuple[int, int], str] | None:
        """A verb of chairing or attending beside somebody named, and nobody takes part."""
        if any(self._parts[sentence.first : sentence.last]):
            return None
        verbs = tables.words("attending-verbs")
        verb = next((at for at in range(sentence.first, sentence.last) if self.page.tokens[at].lower in verbs), None)
        if verb is None or not self._named(sentence, self._agents):
            return None
        reason = "no rule took the verb" if self._meets else "no meeting was read in the document"
        return VERB, (verb, verb + 1), reason

    def _names(self, sentence: Sentence) -> tuple[str, tuple[int, int], str] | None:
        """A list of people or bodies that neither take part nor hold a post."""
        span = slice(sentence.first, sentence.last)
        if any(self._parts[span]) or any(self._posts[span]):
            return None
        named = self._named(sentence, self._agents)
        marks = sum(self.page.tokens[at].lower in _LIST_MARKS for at in range(sentence.first, sentence.last))
        if len(named) < _SHORTEST_LIST or marks < _SHORTEST_LIST - 1:
            return None
        return NAMES, (named[0][0], named[-1][1]), "no words say what those listed did"

    # ---------------------------------------------------------------- what was read

    @cached_property
    def _meets(self) -> bool:
        return any(isinstance(claim, Participation) for claim in self.claims)

    @cached_property
    def _people(self) -> Table:
        return _table(
            form
            for claim in self.claims
            if isinstance(claim, NameUse) and claim.kind == "person"
            for form in (claim.name, *claim.also, claim.name.split()[-1])
        )

    @cached_property
    def _agents(self) -> Table:
        return _table(
            form
            for claim in self.claims
            if isinstance(claim, NameUse)
            for form in (claim.name, *claim.also, claim.acronym, *(claim.name.split()[-1:] * (claim.kind == "person")))
            if form
        )

    @cached_property
    def _name_tokens(self) -> list[bool]:
        covered = [False] * len(self.page.tokens)
        for sentence in self.page.sentences:
            for first, last in self._named(sentence, self._agents):
                covered[first:last] = [True] * (last - first)
        return covered

    def _in_name(self, at: int) -> bool:
        return self._name_tokens[at]

    def _named(self, sentence: Sentence, table: Table) -> list[tuple[int, int]]:
        """The mentions of these names in a sentence, and the states it names."""
        found, at = [], sentence.first
        while at < sentence.last:
            hit = self.page.match(table, at)
            if hit is None and table is self._agents:
                hit = self.page.match(tables.states(), at)
            if hit and hit.last <= sentence.last:
                found.append((hit.first, hit.last))
                at = hit.last
            else:
                at += 1
        return found

    def _covered(self, kind: type[Claim]) -> list[bool]:
        """For every token whether the words of a claim of that kind hold it."""
        covered = [False] * len(self.page.tokens)
        for claim in self.claims:
            if isinstance(claim, kind):
                for words in claim.evidence:
                    first, last = self.page.at(words.span.start), self.page.before(words.span.end)
                    covered[first:last] = [True] * (last - first)
        return covered


def _table(forms: Iterable[str]) -> Table:
    return Table((form, Row(form, {})) for form in sorted(set(forms)))
