"""Which mentions are one person: a shorter name joins the one longer name it can mean, unique or nothing."""

import re
from collections.abc import Iterator
from itertools import islice

from kg.extraction.person.people import Person, PersonMention
from kg.extraction.text.page import Page
from kg.extraction.text.tokens import Token
from kg.extraction.words import tables
from kg.extraction.words.names import is_of_speech, is_ordinary, is_particle, plain


def with_surnames(page: Page, mentions: list[PersonMention]) -> list[PersonMention]:
    """The mentions, and every later one by surname alone that only one of the people named so far can mean.

    Another word of a name alone (*Abiy*, *Wang*, the first of two surnames) is taken within a sentence, before an
    auxiliary or beside a verb of speech, a surname that is also a word or a state beside such a verb only.
    """
    surnames: dict[str, int] = {}
    others: dict[str, int] = {}
    for mention in mentions:
        if mention.last - mention.name > 1:
            surnames.setdefault(_surname_of(page, mention).lower, mention.first)
            for token in page.tokens[mention.name : mention.last - 1]:
                if token.is_capitalised and len(token.text) > 2 and not is_ordinary(token):
                    others.setdefault(token.lower, mention.first)
    covered = {at for mention in mentions for at in range(mention.first, mention.outer)}
    more = [
        PersonMention(_name_begins(page, at), _name_begins(page, at), at + 1, None, "person.surname")
        for at in page.places_of_any(page.said & (surnames.keys() | others.keys()))
        if page.tokens[at].is_capitalised and at not in covered and _is_named_before(page, at, surnames, others)
    ]
    return sorted([*mentions, *more], key=lambda mention: mention.first)


def _surname_of(page: Page, mention: PersonMention) -> Token:
    """The last word of a name that is no number and no Jr.; the one printed in capitals alone: *HARADA* Kenji."""
    shouted = [token for token in page.tokens[mention.name : mention.last] if _is_shouted(token)]
    if len(shouted) == 1 and not _is_shouted(page.tokens[mention.last - 1]):
        return shouted[0]
    last = mention.last - 1
    while last > mention.name and not (page.tokens[last].is_word and len(page.tokens[last].text) > 2):
        last -= 1
    return page.tokens[last]


def _is_shouted(token: Token) -> bool:
    return token.is_word and len(token.text) > 2 and token.text.isupper()


def _is_set_off(page: Page, at: int) -> bool:
    """Whether a surname stands behind a post, printed in capitals among other words: Commissioner *ROSE* signed."""
    if at == 0 or not _is_shouted(page.tokens[at]) or not page.match(tables.table("role-heads"), at - 1):
        return False
    beside = (page.tokens[pos].text for pos in (at - 1, at + 1) if pos < len(page.tokens))
    return not any(word.isupper() for word in beside)


def _is_named_before(page: Page, at: int, surnames: dict[str, int], others: dict[str, int]) -> bool:
    token = page.tokens[at]
    if surnames.get(token.lower, at) < at and _is_set_off(page, at):
        return True
    if surnames.get(token.lower, at) < at and _stands_free(page, at):
        doubtful = is_ordinary(token) or token.lower in tables.words("calendar-words")
        return _speaks(page, at) or not (doubtful or page.match(tables.states(), at))
    if others.get(token.lower, at) >= at or not _stands_free(page, at):
        return False
    return _speaks(page, at) or _acts(page, at)


def _acts(page: Page, at: int) -> bool:
    """Whether a word that names no place stands behind one in small letters or before an auxiliary: *Abiy* will."""
    before = at > 0 and page.beside[at - 1] and page.tokens[at - 1].text.islower()
    after = at + 1 < len(page.tokens) and page.beside[at] and page.tokens[at + 1].lower in tables.words("auxiliaries")
    return (before or after) and not (page.match(tables.table("cities"), at) or page.match(tables.states(), at))


def _name_begins(page: Page, at: int) -> int:
    """Where the particles in front of a surname begin: *de* Kerchove said."""
    first = at
    while first and is_particle(page.tokens[first - 1]) and page.beside[first - 1] and first > at - 3:
        first -= 1
    return first


def _speaks(page: Page, at: int) -> bool:
    beside = (at - 1, at + 1)
    return any(0 <= k < len(page.tokens) and is_of_speech(page.tokens[k]) for k in beside)


def _stands_free(page: Page, at: int) -> bool:
    """Whether no capitalised word stands right beside the token and the particles in front of it: P met *De Varga*."""
    before = _name_begins(page, at) - 1
    beside = [k for k, gap in ((before, before), (at + 1, at)) if 0 <= k < len(page.tokens) and page.beside[gap]]
    index = page.sentence_of(at)
    first = page.sentences[index].first if index is not None else at
    return not any(page.tokens[k].is_capitalised and page.tokens[k].is_word and k != first for k in beside)


def unite(page: Page, mentions: list[PersonMention]) -> list[Person]:
    """The people of a document, each with all mentions; the fullest form is the name."""
    people: list[Person] = []
    known = _Known()
    for mention in sorted(mentions, key=lambda m: (-len(_folded(page, m)), m.first)):
        words = _folded(page, mention)
        fits = list(islice((person for person, full in known.alike(words) if _may_be(words, full)), 2))
        if len(fits) == 1:
            fits[0].mentions.append(mention)
        elif not fits and (len(words) > 1 or mention.honorific or mention.rule == "person.titled"):
            people.append(Person(page.words(mention.name, mention.last), [mention]))
            known.add(people[-1], words)
    for person in people:
        _settle(page, person)
    return sorted(people, key=lambda person: person.mentions[0].first)


class _Known:
    """People by the words of their names, so that a name is compared only with those it may mean."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, ...], list[tuple[Person, list[str]]]] = {}

    def add(self, person: Person, words: list[str]) -> None:
        """One more: under each word, each surname with each other word or its initial, and all words in any order."""
        keys: list[tuple[str, ...]] = [(word,) for word in words]
        keys += [(last, form) for last in words[1:] for word in words for form in (word, word[0])]
        keys.append(("", *sorted(words)))
        for key in dict.fromkeys(keys):
            self._by_key.setdefault(key, []).append((person, words))

    def alike(self, words: list[str]) -> Iterator[tuple[Person, list[str]]]:
        """Those a name may mean, in the order in which they came."""
        if len(words) == 1:
            yield from self._by_key.get((words[0],), ())
            return
        seen: set[int] = set()
        for key in (("", *sorted(words)), (words[-1], words[0])):
            for person, full in self._by_key.get(key, ()):
                if id(person) not in seen:
                    seen.add(id(person))
                    yield person, full


def _settle(page: Page, person: Person) -> None:
    """Mentions in order; the name as printed in small letters if it is anywhere; the honorific before that name."""
    person.mentions.sort(key=lambda mention: mention.first)
    same = [m for m in person.mentions if page.words(m.name, m.last).casefold() == person.name.casefold()]
    mixed = next((m for m in same if not page.words(m.name, m.last).isupper()), same[0])
    person.name = page.words(mixed.name, mixed.last)
    person.honorific = next((m.honorific for m in same if m.honorific), None)


def _folded(page: Page, mention: PersonMention) -> list[str]:
    return _words(page.words(mention.name, mention.last))


def _words(name: str) -> list[str]:
    """The words of a name without case, stops, commas (Freij*,* Jr.), hyphens and marks on letters."""
    return re.sub(r"[.,-]", " ", plain(name).casefold()).split() or [name.casefold()]


def _may_be(short: list[str], full: list[str]) -> bool:
    """Whether ``short`` (Khan; M. Coninsx; Vladimir Voronkov) can name the bearer of ``full``."""
    if short == full or sorted(short) == sorted(full):
        return True
    if len(short) == 1:
        return len(short[0]) > 1 and short[0] in full
    if _is_of_father(short[0], full):
        return False
    return short[-1] in full[1:] and _each_fits(short[:-1], full, short[-1])


def _each_fits(words: list[str], full: list[str], last: str) -> bool:
    """Whether each word is one of its own of the name, its last aside: Tell *Al Tell* is not Omar Al Tell."""
    free = list(full)
    free.reverse()
    free.remove(last)
    free.reverse()
    for word in words:
        match = next((other for other in free if _fits(word, other)), None)
        if match is None:
            return False
        free.remove(match)
    return True


def _is_of_father(word: str, full: list[str]) -> bool:
    """Whether the first word of a name is the father's in another: Omar *bin Said* Tell is not Said Tell."""
    fathers = tables.words("patronymics")
    behind = [at for at, other in enumerate(full) if at and other in fathers]
    named = any(full[at + 1 : at + 2] == [word] for at in behind)
    return named and not any(_fits(word, other) for other in full[: behind[0]])


def _fits(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))
