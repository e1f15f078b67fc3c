"""Whom *he*, *she* and *His Excellency* mean: the one person of the words before, unique or nothing; *I* the writer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Final

from kg.extraction.changed import changed
from kg.extraction.computed import computed
from kg.extraction.person.people import Person, PersonMention
from kg.extraction.person.writers import is_writer, writer_of
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables

_PRONOUNS = ("he", "she", "his", "her")
_SENTENCES_BACK = 3
_LONGEST_HEAD = 4
_IN_ONE_SENTENCE = 6
"""How many people named before a pronoun in its own sentence are looked at."""
_GOVERNING = frozenset(("with", "to", "by", "of", "for", "from", "between", "than", "and", "or", "including", "like"))


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Reference:
    """Somebody spoken of at tokens ``[first, last)``.

    ``governed`` by a preposition or *and*; ``leads`` if as the first subject of the sentence.
    """

    first: Final[int]
    last: Final[int]
    mention: Final[PersonMention | None]
    person: Final[Person | None]
    governed: Final[bool]
    leads: Final[bool]


@dataclass
class PronounReader:
    """Reads the pronouns of one page, sentence by sentence, so that one resolved helps with the next."""

    page: Page
    titles: Sequence[Titles]
    owner: Mapping[int, PersonMention]
    person_of: Mapping[PersonMention, Person]
    meant: dict[int, PersonMention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._first_of_block: dict[int, int] = {}
        for index, sentence in enumerate(self.page.sentences):
            self._first_of_block.setdefault(sentence.block.start, index)
        self._pronoun: dict[int, str] = {}
        for mention, person in self.person_of.items():
            said = _said_by(self.page, mention.first, mention.name)
            if said:
                self._pronoun.setdefault(id(person), said)
        self._spoken_of = self._by_sentence()
        self._styled = self._by_style()

    @computed
    def _verbs(self) -> list[int]:
        """How many signs of a verb stand before each token."""
        return [0, *accumulate([is_verb_sign(token.lower) for token in self.page.tokens])]

    @computed
    def _quotes(self) -> list[int]:
        """How many marks of quotation stand before each token."""
        return [0, *accumulate([token.text == '"' for token in self.page.tokens])]

    def all(self) -> dict[int, PersonMention]:
        """For every pronoun (by its token) that can mean one person only: a mention of that person."""
        for at in sorted(at for word in _PRONOUNS for at in self.page.places_of(word, 0, len(self.page.tokens))):
            index, pronoun = self.page.sentence_of(at), self._pronoun_at(at)
            if index is not None and pronoun:
                self._read(index, self.page.sentences[index], at, pronoun)
        self._read_writer()
        return self.meant

    def _read_writer(self) -> None:
        """*I* is the one who writes the page, outside quotations."""
        writer = writer_of(self.page, self.person_of)
        for at in self.page.places_of("i", 0, len(self.page.tokens)) if writer else ():
            index = self.page.sentence_of(at) if is_writer(self.page, at) else None
            if writer and index is not None and not self.is_quoted(self.page.sentences[index], at):
                self.meant[at] = writer

    def _pronoun_at(self, at: int) -> str | None:
        """*he* or *she*, by that word or by a style that stands alone: *His Excellency* thanked them."""
        token = self.page.tokens[at]
        if token.lower in ("he", "she"):
            return None if token.is_acronym else token.lower
        if token.text not in ("His", "Her"):
            return None
        hit = self.page.match(tables.table("honorifics"), at)
        if hit is None or hit.last - at < 2 or hit.last >= len(self.page.tokens):
            return None
        after = self.page.tokens[hit.last]
        alone = after.lower != "the" and after.text != "(" and not after.is_capitalised
        return {"His": "he", "Her": "she"}[token.text] if alone else None

    def _read(self, index: int, sentence: Sentence, at: int, pronoun: str) -> None:
        if self.is_quoted(sentence, at):
            return
        if self.page.tokens[at].lower == pronoun:
            found = self._antecedent(index, at, pronoun)
        else:
            found = self._bearer(at) if self._bearers(at) else self._antecedent(index, at, pronoun)
        if found and found.person and found.mention:
            self.meant[at] = found.mention
            self._pronoun.setdefault(id(found.person), pronoun)
        person = found.person if found else None
        mention = found.mention if found else None
        here = self._spoken_of.setdefault(index, [])
        leads = all(reference.governed for reference in self.before(index, at))
        here.append(Reference(at, at + 1, mention, person, False, leads))
        here.sort(key=lambda reference: reference.first)

    def _bearers(self, at: int) -> frozenset[str]:
        """The words of honorifics that bear the style at ``at``; empty if anybody may."""
        hit = self.page.match(tables.table("honorifics"), at)
        styles = [tables.table("styles-alone").match(self.page.tokens, k) for k in range(at, hit.last)] if hit else []
        return frozenset(word for style in styles if style for word in style.row["bearers"].split("|") if word)

    def _bearer(self, at: int) -> Reference | None:
        """The one person named so far who bears the style: *His Majesty* is a king."""
        borne = [reference for word in sorted(self._bearers(at)) for reference in self._styled.get(word, ())]
        fits = {id(reference.person): reference for reference in borne if reference.first < at}
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _by_style(self) -> dict[str, list[Reference]]:
        """The first two people with each word of an honorific: a third makes nothing clearer."""
        styled: dict[str, list[Reference]] = {}
        for mention, person in sorted(self.person_of.items(), key=lambda pair: pair[0].first):
            for word in mention.honorific.casefold().split() if mention.honorific else ():
                here = styled.setdefault(word, [])
                if len(here) < 2 and all(reference.person is not person for reference in here):
                    here.append(Reference(mention.first, mention.last, mention, person, False, False))
        return styled

    def spoken_of(self, index: int) -> Sequence[Reference]:
        """Those of whom a sentence speaks; none of a heading's."""
        told = index >= 0 and self.page.sentences[index].block.kind not in ("heading", "caption")
        return self._spoken_of.get(index, ()) if told else ()

    def is_quoted(self, sentence: Sentence, at: int) -> bool:
        """Whether a pronoun stands in somebody's words."""
        begins = self.page.at(sentence.block.start)
        return (self._quotes[at] - self._quotes[begins]) % 2 == 1

    def before(self, index: int, at: int) -> list[Reference]:
        """Those spoken of in a sentence in front of a pronoun."""
        spoken = self._spoken_of.get(index, [])
        return [reference for reference in spoken if reference.last <= at][-_IN_ONE_SENTENCE:]

    def _antecedent(self, index: int, at: int, pronoun: str) -> Reference | None:
        earlier = self.before(index, at)
        apart = [r for r in earlier if self._may_be_meant(r, at) and self.fits(r, pronoun)]
        if apart:
            return self._choice(apart, pronoun)
        if earlier and self.page.tokens[at - 1].text == "," and not self._is_of_company(index):
            return None
        return self._in_sentences_before(index, pronoun, earlier)

    def _is_of_company(self, index: int) -> bool:
        """Whether a sentence opens with who came too: *Joined by Q,* he met R; *With Q,* he discussed the tides."""
        first = self.page.sentences[index].first
        opening = [token.lower for token in self.page.tokens[first : first + 2]]
        joined = len(opening) > 1 and opening[0].endswith("ed") and opening[1] == "by"
        return joined or opening[:1] == ["with"] or opening == ["together", "with"]

    def _may_be_meant(self, reference: Reference, at: int) -> bool:
        """Whether a pronoun of the same sentence may go back to somebody: not in *with Mr. P he spoke*."""
        apart = self._verbs[at] > self._verbs[reference.last] or self.page.tokens[at - 1].text == ";"
        return apart or not reference.governed

    def _in_sentences_before(self, index: int, pronoun: str, here: Sequence[Reference]) -> Reference | None:
        """The person of the last sentence that speaks of one, those named in the pronoun's own clause left out."""
        back, met = index, None
        others = {id(reference.person) for reference in here}
        for _ in range(_SENTENCES_BACK):
            back = self._sentence_before(back)
            if back < 0 or self.page.sentences[back].block.kind in ("heading", "caption"):
                break
            spoken = self._spoken_of.get(back, [])
            fits = [reference for reference in spoken if self.fits(reference, pronoun)]
            choice = self._choice([r for r in spoken if id(r.person) not in others], pronoun) if fits else None
            if fits and not all(self._is_only_met(back, reference) for reference in fits):
                return choice
            met = met or choice
        return met

    def _is_only_met(self, index: int, reference: Reference) -> bool:
        """Whether somebody is only named in front of the verb as whom talks were with: the talks *with Q* went on."""
        first = self.page.sentences[index].first
        with_him = any(
            self.page.tokens[at].lower == "with" for at in range(max(first, reference.first - 2), reference.first)
        )
        return reference.governed and with_him and self._verbs[reference.first] == self._verbs[first]

    def fits(self, reference: Reference, pronoun: str) -> bool:
        """Whether somebody may be *he*, or *she*, by what is known of him."""
        return reference.person is None or self._pronoun.get(id(reference.person), pronoun) == pronoun

    def _sentence_before(self, index: int) -> int:
        """The sentence before, or that before the list before, its heading and the lists above it."""
        block = self.page.sentences[index - 1].block if index else None
        if block is None or not block.items or block is self.page.sentences[index].block:
            return index - 1
        before = self._first_of_block[block.start] - 1
        while before >= 0 and (self.page.sentences[before].block.items or self._heads(before)):
            before = self._first_of_block[self.page.sentences[before].block.start] - 1
        return before

    def _heads(self, index: int) -> bool:
        """Whether a short line stands here that heads a list: *27 February*."""
        sentence = self.page.sentences[index]
        return sentence.block.kind == "heading" and sentence.last - sentence.first <= _LONGEST_HEAD

    def _choice(self, candidates: Sequence[Reference], pronoun: str) -> Reference | None:
        """The one person the pronoun fits; of several the one who alone is the subject."""
        fits = [reference for reference in candidates if self.fits(reference, pronoun)]
        if len({id(reference.person) for reference in fits}) == 1:
            return fits[-1] if fits[-1].person else None
        lead = next((reference for reference in fits if reference.leads), None)
        if lead is None or lead.person is None or any(self._is_joined(lead, other) for other in fits):
            return None
        return lead

    def _is_joined(self, lead: Reference, other: Reference) -> bool:
        """Whether both are the subject: *P and Q* opened it."""
        no_verb = self._verbs[other.first] == self._verbs[lead.last]
        return other.first > lead.last and no_verb and self.page.tokens[other.first - 1].lower in ("and", "&")

    def _by_sentence(self) -> dict[int, list[Reference]]:
        """The people spoken of by name or title in each sentence, in order."""
        spoken: dict[int, list[Reference]] = {}
        for first, last, mention in sorted(self._spans(), key=lambda span: span[:2]):
            index = self.page.sentence_of(first)
            if index is None:
                continue
            here = spoken.setdefault(index, [])
            person = self.person_of.get(mention) if mention else None
            if here and person and here[-1].person is person and first - here[-1].last <= 1:
                here[-1] = changed(here[-1], last=last)
            else:
                governed = self._is_governed(self.page.sentences[index], first)
                leads = not governed and all(reference.governed for reference in here)
                here.append(Reference(first, last, mention, person, governed, leads))
        return spoken

    def _spans(self) -> Iterator[tuple[int, int, PersonMention | None]]:
        for mention in self.person_of:
            yield mention.first, mention.last, mention
        for group in self.titles:
            mention_of = self.owner.get(group.first)
            alone = group.first and self.page.tokens[group.first - 1].lower == "the"
            owns = group.last < len(self.page.tokens) and self.page.tokens[group.last].lower == "'s"
            if mention_of or (alone and not owns and not self._is_plural(group)):
                yield group.first, group.last, mention_of

    def _is_plural(self, group: Titles) -> bool:
        return any(self.page.tokens[k].lower.endswith("s") for k in range(group.first, group.titles[0].parts[0][1]))

    def _is_governed(self, sentence: Sentence, first: int) -> bool:
        """Whether a preposition or *and* stands right before: *with* Mr. P."""
        at = first - 1
        while at >= sentence.first and self.page.tokens[at].lower in ("the", "its"):
            at -= 1
        return at >= sentence.first and self.page.tokens[at].lower in _GOVERNING


@lru_cache(maxsize=1 << 14)
def is_verb_sign(word: str) -> bool:
    """Whether a word may be a verb of which somebody is the subject."""
    return word.endswith("ed") or word in tables.words_of(
        "speech-verbs", "verb-helpers", "holding-verbs", "attending-verbs"
    )


def _said_by(page: Page, first: int, last: int) -> str | None:
    """*he* or *she*, if an honorific at tokens ``[first, last)`` says so."""
    for at in range(first, last):
        hit = page.match(tables.table("gendered-words"), at, last)
        if hit:
            return hit.row["pronoun"]
    return None
