"""Names of people in a text, and which mentions are one person.

A name is taken on the word of its context (an honorific, a post beside it, a verb of speech, its place in a
list) and of its shape; lists of given names only add weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from kg.extraction import tables
from kg.extraction.page import Page
from kg.extraction.tokens import Token

_LONGEST_NAME = 7
_LONGEST_STYLE = 16  # tokens of honorifics: H.E. Lt. Gen. (ret.) Prof. Dr. …


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named at tokens ``[first, last)``; the name itself begins at ``name``."""

    first: int
    name: int
    last: int
    honorific: str | None
    rule: str


@dataclass(slots=True)
class Person:
    """All mentions of one person in a document; ``name`` is the fullest form."""

    name: str
    mentions: list[PersonMention]
    honorific: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return self.name.split()[-1].casefold()


def is_initial(token: Token) -> bool:
    """``V``, ``V.I.``: letters that stand for a given name."""
    return (len(token.text) == 1 and token.text.isupper()) or (
        token.text.endswith(".") and token.text.replace(".", "").isupper()
    )


def is_particle(token: Token) -> bool:
    """``de``, ``van``, ``bin``: a small word inside a name."""
    return token.lower in tables.words("name-particles")


def is_of_speech(token: Token) -> bool:
    """``said``, ``stressed``: a verb beside the name of one who speaks."""
    return token.lower in tables.words("speech-verbs")


def name_end(page: Page, at: int, *, strong: bool) -> int | None:
    """Where a name that begins at token ``at`` ends, or None; ``strong`` = the context vouches for a name."""
    tokens, last, words = page.tokens, at, 0
    while last < len(tokens) and words < _LONGEST_NAME:
        if last > at and not page.joined(last - 1):
            break
        token = tokens[last]
        if is_initial(token) and (words or _next_is_name(page, last, strong)):
            last += 2 if last + 1 < len(tokens) and tokens[last + 1].text == "." and page.joined(last) else 1
            words += 1
        elif _is_name_word(page, last, first=last == at, strong=strong):
            last, words = last + 1, words + 1
        elif words and is_particle(token) and _particles_lead_to_name(page, last, strong):
            last, words = last + 1, words + 1
        elif not words and strong and is_particle(token) and _particles_lead_to_name(page, last, strong):
            last, words = last + 1, words + 1
        else:
            break
    while last > at and tokens[last - 1].text == "." and not is_initial(tokens[last - 2]):
        last -= 1
    return last if words and last > at else None


def _next_is_name(page: Page, at: int, strong: bool) -> bool:
    after = at + 1
    if after < len(page.tokens) and page.tokens[after].text == ".":
        after += 1
    return after < len(page.tokens) and (
        is_initial(page.tokens[after]) or _is_name_word(page, after, first=False, strong=strong)
    )


def _particles_lead_to_name(page: Page, at: int, strong: bool) -> bool:
    while at < len(page.tokens) and is_particle(page.tokens[at]) and page.joined(at):
        at += 1
    return at < len(page.tokens) and _is_name_word(page, at, first=False, strong=strong)


def _is_name_word(page: Page, at: int, *, first: bool, strong: bool) -> bool:
    token = page.tokens[at]
    if not (token.is_capitalised or _is_joined_particle(token)) or any(letter.isdigit() for letter in token.text):
        return False
    if token.is_acronym and "-" not in token.text and len(token.text) <= 3:
        return False
    if token.is_acronym and tables.bodies().match(page.tokens, at):
        return False
    if first and strong:
        return True
    if page.match(tables.table("role-heads"), at) or page.match(tables.table("organisation-heads"), at):
        return is_given(token)
    if page.match(tables.table("honorifics"), at):
        return False
    if not strong and token.lower in tables.words("calendar-words"):
        return False
    return strong or not (is_ordinary(token) and not is_given(token))


def _is_joined_particle(token: Token) -> bool:
    """``al-Mansouri``: a particle written together with the name it leads to."""
    particle, hyphen, name = token.text.partition("-")
    return bool(hyphen) and name[:1].isupper() and particle in tables.words("name-particles")


def is_given(token: Token) -> bool:
    """Whether the word is a known given name."""
    return token.lower in tables.words("given-names")


def is_ordinary(token: Token) -> bool:
    """Whether the word is ordinary English."""
    lower = token.lower
    ordinary = tables.words("common-words")
    return lower in ordinary or any(part in ordinary for part in lower.split("-") if "-" in lower)


def find_people(page: Page, taken: Sequence[bool]) -> list[PersonMention]:
    """Every mention of a person outside the tokens that are ``taken`` (states, known bodies), in order."""
    found: list[PersonMention] = []
    at = 0
    while at < len(page.tokens):
        may_begin = page.tokens[at].is_capitalised and not taken[at]
        mention = (_with_honorific(page, at, taken) or _without_honorific(page, at, taken)) if may_begin else None
        if mention:
            found.append(mention)
            at = mention.last
        else:
            at += 1
    return found


def honorific_end(page: Page, at: int) -> int:
    """Where a run of honorifics that begins at ``at`` ends (``at`` itself if there is none)."""
    end = at
    while end < min(at + _LONGEST_STYLE, len(page.tokens)) and page.tokens[end].is_capitalised:
        hit = page.match(tables.table("honorifics"), end)
        if not hit or not page.tokens[hit.first].is_capitalised:
            break
        end = hit.last
        if end < len(page.tokens) and page.tokens[end].text == "." and page.joined(end - 1):
            end += 1
        if not (end < len(page.tokens) and page.joined(end - 1)):
            break
        bracketed = page.tokens[end].text == "(" and end + 2 < len(page.tokens) and page.tokens[end + 2].text == ")"
        if bracketed and page.match(tables.table("honorifics"), end + 1):
            end += 3
    return end if end - at < _LONGEST_STYLE else at


def _with_honorific(page: Page, at: int, taken: Sequence[bool]) -> PersonMention | None:
    start = honorific_end(page, at)
    if start == at or start >= len(page.tokens) or not page.joined(start - 1) or _ends_post(page, at):
        return None
    last = name_end(page, start, strong=True)
    if last is None:
        return None
    if page.match(tables.table("role-heads"), start) and not is_given(page.tokens[start]):
        return None  # "General Secretary": a post, not a general of that name
    if page.match(tables.table("organisation-heads"), start) and not is_given(page.tokens[start]):
        return None
    last = next((k for k in range(start + 1, last) if taken[k] and _is_apart(page, k, taken)), last)
    return PersonMention(at, start, last, page.words(at, start), "person.honorific")


def _is_within_post(page: Page, at: int) -> bool:
    """Whether a post that begins before the token goes on here: Minister of *Justice*, no Justice by name."""
    for first in range(max(0, at - 4), at):
        if page.tokens[first].is_capitalised:
            hit = page.match(tables.table("role-heads"), first)
            if hit and hit.last > at:
                return True
    return False


def _ends_post(page: Page, at: int) -> bool:
    """Whether what looks like a rank ends a post that begins before or here: Secretary *General*, Attorney General."""
    for first in range(max(0, at - 4), at + 1):
        hit = page.match(tables.table("role-heads"), first)
        if hit and hit.last > max(at, first + 1) and hit.row["class"] not in ("military", "staff"):
            rank = page.match(tables.table("honorifics"), hit.last - 1)
            return page.tokens[first].is_capitalised and rank is not None and rank.row["class"] in ("rank", "judicial")
    return False


def _is_apart(page: Page, at: int, taken: Sequence[bool]) -> bool:
    """Whether a known body or state is no surname (Anna Jordan): on the next line, or of several words."""
    begins_line = "\n" in page.text[page.tokens[at - 1].end : page.tokens[at].start]
    return begins_line or (at + 1 < len(taken) and taken[at + 1])


def _without_honorific(page: Page, at: int, taken: Sequence[bool]) -> PersonMention | None:
    token = page.tokens[at]
    if not token.is_capitalised or not token.is_word:
        return None
    last = None if _is_within_post(page, at) else name_end(page, at, strong=False)
    if last is None:
        return None
    last = next((k for k in range(at, last) if taken[k]), last)
    if last <= at:
        return None
    rule = _grounds(page, at, last)
    return PersonMention(at, at, last, None, rule) if rule else None


def _grounds(page: Page, first: int, last: int) -> str | None:
    """Why the run may be taken for a person, by the weight of shape and context; None if it may not."""
    run = [token for token in page.tokens[first:last] if token.is_word and not is_particle(token)]
    full = [token for token in run if not is_initial(token)]
    if len(run) < 2 or not full:
        return None
    weight = 2 * is_given(run[0]) + (len(run) > len(full))
    weight += sum(1 if not is_ordinary(token) else -1 for token in full[-1:])
    weight += sum(0 if not is_ordinary(token) or is_given(token) else -1 for token in full[:-1])
    if _role_before(page, first):
        return "person.after-role" if weight >= 0 else None
    if _role_after(page, last):
        return "person.before-role" if weight >= 1 else None
    if _speaks(page, first, last):
        return "person.speaks" if weight >= 1 else None
    return "person.given-name" if weight >= 3 else None


def _role_before(page: Page, first: int) -> bool:
    for back in range(1, 7):
        at = first - back
        if at < 0 or not page.joined(at):
            return False
        hit = page.match(tables.table("role-heads"), at)
        if hit and hit.last == first:
            return True
    return False


def _role_after(page: Page, last: int) -> bool:
    tokens = page.tokens
    if last < len(tokens) and tokens[last].text in ",(":
        for at in range(last + 1, min(last + 9, len(tokens))):
            if tokens[at].text in ",;.()":
                return False
            if page.match(tables.table("role-heads"), at):
                return True
    return False


def _speaks(page: Page, first: int, last: int) -> bool:
    tokens = page.tokens
    return (last < len(tokens) and is_of_speech(tokens[last])) or (first > 0 and is_of_speech(tokens[first - 1]))


def with_surnames(page: Page, mentions: list[PersonMention]) -> list[PersonMention]:
    """The mentions, and every later one by surname alone that only one of the people named so far can mean."""
    surnames: dict[str, set[str]] = {}
    for mention in mentions:
        words = page.words(mention.name, mention.last).split()
        if len(words) > 1:
            surnames.setdefault(words[-1], set()).add(" ".join(words))
    covered = {at for mention in mentions for at in range(mention.first, mention.last)}
    firsts: dict[str, int] = {}
    for mention in mentions:
        ending = page.tokens[mention.last - 1].text
        firsts[ending] = min(mention.first, firsts.get(ending, mention.first))
    more = [
        PersonMention(at, at, at + 1, None, "person.surname")
        for at, token in enumerate(page.tokens)
        if token.text in surnames and at not in covered and at > firsts[token.text] and _stands_free(page, at)
    ]
    return sorted([*mentions, *more], key=lambda mention: mention.first)


def _stands_free(page: Page, at: int) -> bool:
    """Whether no capitalised word stands right beside the token."""
    beside = [k for k, gap in ((at - 1, at - 1), (at + 1, at)) if 0 <= k < len(page.tokens) and page.joined(gap)]
    index = page.sentence_of(at)
    first = page.sentences[index].first if index is not None else at
    return not any(page.tokens[k].is_capitalised and page.tokens[k].is_word and k != first for k in beside)


def unite(page: Page, mentions: list[PersonMention]) -> list[Person]:
    """The people of a document: a shorter name joins the one longer name it can mean, unique or nothing."""
    people: list[Person] = []
    known = _Known()
    for mention in sorted(mentions, key=lambda m: (-len(page.words(m.name, m.last).split()), m.first)):
        name = page.words(mention.name, mention.last)
        fits = list(islice((person for person in known.alike(name) if _may_be(name, person.name)), 2))
        if len(fits) == 1:
            fits[0].mentions.append(mention)
        elif not fits and (len(name.split()) > 1 or mention.honorific):
            people.append(Person(name, [mention]))
            known.add(people[-1])
    for person in people:
        person.mentions.sort(key=lambda m: m.first)
        person.honorific = next((m.honorific for m in person.mentions if m.honorific), None)
    return sorted(people, key=lambda person: person.mentions[0].first)


class _Known:
    """People by the words of their names, so that a name is compared only with those it may mean."""

    def __init__(self) -> None:
        self._by_words: dict[tuple[str, str], list[Person]] = {}

    def add(self, person: Person) -> None:
        """One more, under its surname with every word and initial, and under its first and last word alone."""
        words = _words(person.name)
        keys = {(words[-1], form) for word in words for form in (word, word[:1])}
        for key in sorted(keys | {(words[-1], ""), (words[0], "")}):
            self._by_words.setdefault(key, []).append(person)

    def alike(self, name: str) -> Sequence[Person]:
        """Those who share the surname and a word or initial; of a single word, those who bear it first or last."""
        words = _words(name)
        return self._by_words.get((words[-1], words[0] if len(words) > 1 else ""), ())


def _words(name: str) -> list[str]:
    return name.casefold().replace(".", "").split() or [""]


def _may_be(short: str, full: str) -> bool:
    """Whether ``short`` (Khan; M. Coninsx; Vladimir Voronkov) can name the bearer of ``full``."""
    if short.casefold() == full.casefold():
        return True
    a, b = _words(short), _words(full)
    if a[-1] != b[-1] and a[0] != b[0]:
        return False
    if len(a) == 1:
        return a[0] == b[-1] or a[0] == b[0]
    return a[-1] == b[-1] and all(any(w == x or (len(w) == 1 and x.startswith(w)) for x in b) for w in a[:-1])
