"""Titles that stand alone for a person whose post was named before: *the Minister*; unique or nothing."""

from collections import deque
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.body.mentions import BodyMention
from kg.extraction.person.people import Person, PersonMention
from kg.extraction.post.title import Title
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_REMEMBERED = 16
"""How many holders of like posts are remembered: of more than that nobody is meant."""
_SMALL = frozenset(("of", "for", "to", "and", "the", "affairs", "on", "in", "at", "'s", ",", "&"))
_APPOINTED = ("designate", "substantive")  # "the Director-designate", appointed "as Director"


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class _Holder:
    """One post of one person: its words, its body if any, and the mention that holds it."""

    words: Final[frozenset[str]]
    body: Final[str | None]
    status: Final[str]
    person: Final[Person]
    mention: Final[PersonMention]


class _Holders:
    """The holders of posts named so far, by the word that heads the post and by its letters."""

    def __init__(self, page: Page, body_name: Callable[[BodyMention | None], str | None]) -> None:
        self.page = page
        self.body_name = body_name
        self.known: dict[str, deque[_Holder]] = {}

    def note(self, title: Title, mention: PersonMention, person: Person) -> None:
        """Keep in mind who holds a post."""
        head, words = _words(self.page, title)
        for key in (head, *_initials(self.page, title)):
            said = words if key == head else frozenset((key,))
            here = self.known.setdefault(key, deque(maxlen=_REMEMBERED))
            here.append(_Holder(said, self.body_name(title.body), title.status, person, mention))

    def meant(self, title: Title) -> PersonMention | None:
        """Who alone, so far, holds a post of which these words say a part and whose body is no other."""
        head, words = _words(self.page, title)
        body = self.body_name(title.body)
        fits = [
            holder
            for holder in self.known.get(head, ())
            if words <= holder.words
            and not (holder.words - words) & tables.words("lesser-posts")
            and (body is None or holder.body in (None, body))
            and (title.status in ("substantive", holder.status) or (title.status, holder.status) == _APPOINTED)
        ]
        if body:  # the *Kenyan* Minister is not the one of whom no state is told
            fits = [holder for holder in fits if holder.body == body] or fits
        fits = [holder for holder in fits if holder.status == title.status] or fits
        same = {id(holder.person) for holder in fits}
        return fits[-1].mention if len(same) == 1 else None

    def of_headline(self, title: Title) -> PersonMention | None:
        """Who is meant by the title of a headline: its holder by the text below, first those of no other body."""
        head, words = _words(self.page, title)
        body, here = self.body_name(title.body), self.known.get(head, ())
        alike = [holder for holder in here if words <= holder.words and holder.status != "designate"]
        alike = [holder for holder in alike if body is None or holder.body in (None, body)]
        own = [holder for holder in alike if body is None and holder.body is None] or alike
        meant = len({id(holder.person) for holder in own}) == 1 and len(here) < _REMEMBERED
        return own[0].mention if meant else None

    def named_later(self, title: Title) -> PersonMention | None:
        """Who is named further on with the same title of several words, if neither is of a body and nobody else has it.

        *The Home Secretary* met … Home Secretary P said: the house's own, whose body no page prints.
        """
        head, words = _words(self.page, title)
        here = self.known.get(head, ())
        alike = [holder for holder in here if words <= holder.words]
        fits = title.body is None and len(words) > 1 and title.status == "substantive" and len(here) < _REMEMBERED
        same = {id(holder.person) for holder in alike}
        if not fits or len(same) != 1 or any(holder.body or holder.words != words for holder in alike):
            return None
        return alike[0].mention


def standing(
    page: Page,
    groups: Sequence[Titles],
    owner: Mapping[int, PersonMention],
    person_of: Mapping[PersonMention, Person],
    body_name: Callable[[BodyMention | None], str | None],
) -> dict[int, PersonMention]:
    """For titles that stand alone (by their first token): the mention of the one person meant.

    *the Minister* is whoever alone, so far, holds a post of which these words say a part and whose body is no other.
    """
    found: dict[int, PersonMention] = {}
    holders = _Holders(page, body_name)
    bearers = _bearers(person_of)
    ahead: list[Titles] = []
    headed: list[Titles] = []
    for group in groups:
        mention = owner.get(group.first)
        person = person_of.get(mention) if mention else None
        if mention and person:
            for title in group.titles:
                if title.status != "former" and not title.plural:
                    holders.note(title, mention, person)
        elif group.first not in owner and len(group.titles) == 1 and _stands_alone(page, group):
            meant = holders.meant(group.titles[0]) or _bearer(page, group, holders.known, bearers)
            if meant:
                found[group.first] = meant
            else:
                ahead.append(group)
        elif group.first not in owner and _opens_headline(page, group):
            headed.append(group)
    named = [(group, holders.named_later(group.titles[0])) for group in ahead]
    named += [(group, holders.of_headline(group.titles[0])) for group in headed]
    return found | {group.first: mention for group, mention in named if mention}


def _opens_headline(page: Page, group: Titles) -> bool:
    """Whether one title without a name opens the headline and a verb follows: *Tide Agency Director* visits Norway."""
    index = page.sentence_of(group.first)
    if index is None or page.sentences[index].block.kind != "headline" or len(group.titles) != 1:
        return False
    tokens, opens = page.tokens, group.first - (page.tokens[group.first - 1].lower == "the" if group.first else 0)
    after = tokens[group.last] if group.last < len(tokens) and page.beside[group.last - 1] else None
    verb = after is not None and after.is_word and not after.is_capitalised and after.lower not in _SMALL - {"to"}
    return verb and opens == page.sentences[index].first and not group.titles[0].plural


def _bearers(person_of: Mapping[PersonMention, Person]) -> dict[str, list[tuple[PersonMention, Person]]]:
    """The first mention of everybody who is called by each word of an honorific: *King* P."""
    found: dict[str, list[tuple[PersonMention, Person]]] = {}
    for mention, person in sorted(person_of.items(), key=lambda pair: pair[0].first):
        for word in mention.honorific.casefold().split() if mention.honorific else ():
            here = found.setdefault(word, [])
            if len(here) < _REMEMBERED and all(other is not person for _, other in here):
                here.append((mention, person))
    return found


def _bearer(
    page: Page,
    group: Titles,
    posts: Container[str],
    bearers: Mapping[str, Sequence[tuple[PersonMention, Person]]],
) -> PersonMention | None:
    """The one person so far who is called so before his name: King P; *the King*; nobody, where a post is so called."""
    head = _words(page, group.titles[0])[0]
    if group.last > group.first + 1 or head in posts:
        return None
    fits = [mention for mention, _ in bearers.get(head, ()) if mention.first < group.first]
    return fits[0] if len(fits) == 1 else None


def _words(page: Page, title: Title) -> tuple[str, frozenset[str]]:
    """The word that heads the role, and all words that say something: (minister, {minister, foreign})."""
    words = title.role(page).casefold().replace("-", " ").split()
    lead = next((at for at, word in enumerate(words) if at and word in ("of", "for", "to", "on", "in", "at")), None)
    return words[(lead or len(words)) - 1], frozenset(words) - _SMALL


def _initials(page: Page, title: Title) -> set[str]:
    """By which letters a post of several words may be called later: the Inspector-General of Police, the *IGP*."""
    words = title.role(page).replace("-", " ").split()
    letters = "".join(word[0] for word in words if word[0].isalpha()).casefold()
    capitals = "".join(word[0] for word in words if word[0].isupper()).casefold()
    return {short for short in (letters, capitals) if len(short) > 1}


def _stands_alone(page: Page, group: Titles) -> bool:
    """Whether the words are *the Minister*, one person, and no name or office is made of them."""
    tokens, first, last = page.tokens, group.first, group.last
    if first == 0 or tokens[first - 1].lower != "the" or not page.beside[first - 1]:
        return False
    if first > 1 and tokens[first - 2].lower in tables.words("office-leads"):
        return False
    head = _words(page, group.titles[0])[0]
    if group.titles[0].plural or (head.endswith("s") and not head.endswith("ss")):
        return False
    if last >= len(tokens) or not page.beside[last - 1]:
        return True
    if _is_of_others(page, last, group.titles[0].body):
        return False
    return tokens[last].text not in ("-", "'s") and not (tokens[last].is_capitalised and tokens[last].is_word)


def _is_of_others(page: Page, at: int, body: BodyMention | None) -> bool:
    """Whether *and* joins those whose body follows, which is that of both: the Chair *and members of the Bureau*."""
    tokens = page.tokens
    if body is not None or at + 2 >= len(tokens) or tokens[at].lower != "and":
        return False
    theirs = tokens[at + 3].lower in tables.words("possessives") if at + 3 < len(tokens) else True
    people = tokens[at + 1].lower in tables.words_of("attendee-nouns", "member-nouns")
    return people and tokens[at + 2].lower == "of" and not theirs
