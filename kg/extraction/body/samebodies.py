"""Which mentions are one body: by name, spelling, word order, acronym, or a short form that can mean but one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kg.extraction.body.acronyms import brackets_in, parent_of
from kg.extraction.body.barenames import says_little, says_nothing
from kg.extraction.body.bodykeys import Key, initials, join, key, name_without_owner
from kg.extraction.body.bodynames import head_at, head_hit
from kg.extraction.body.headplaces import heads_on
from kg.extraction.body.mentions import Body, BodyMention, last_head
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at, known_heads, state_name, state_within

K = TypeVar("K")
_SPELT = 4
"""Letters of an acronym that its name may prove though no bracket ties the two."""


def unite_bodies(page: Page, mentions: Sequence[BodyMention]) -> list[Body]:
    """The bodies of a document, each with all its mentions; short forms join the one body they can mean."""
    states = frozenset(mention.known for mention in mentions if mention.is_state and mention.known)
    united = _Uniting(page, states)
    for mention in sorted(mentions, key=lambda m: (m.is_alias, -_words(page, m), m.first)):
        united.add(mention)
    return united.bodies()


def _words(page: Page, mention: BodyMention) -> int:
    """How many words a name has, stops left out: St. Kitts is no fuller than Saint Kitts."""
    return len([token for token in page.tokens[mention.first : mention.last] if token.text != "."])


@dataclass(slots=True)
class _Known:
    """A body on its way, with the keys under which its mentions are found; ``shorter`` without parent or owner."""

    body: Body
    number: int
    keys: set[Key] = field(default_factory=set)
    shorter: set[Key] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)


class _Uniting:
    """Takes the mentions of one page, longest first, and finds for each the body it means."""

    def __init__(self, page: Page, states: frozenset[str]) -> None:
        self.page = page
        self.states = states
        self.found: list[_Known] = []
        self.by_key: dict[Key, _Known] = {}
        self.by_known: dict[str | None, _Known] = {}
        self.by_acronym: dict[str | None, _Known] = {}
        """The first of those found with a key, an id, an acronym."""
        self.heads = page.kept(heads_on).acting
        places = (*page.places(tables.states()), *page.places(tables.demonyms()))
        self.state_places = {at for at in places if page.tokens[at].is_capitalised}
        self.inner: dict[str, BodyMention] = {}
        self.spelt: dict[str, str] = {}
        """Acronyms with the names in front of them: the *MTU* Secretariat is that of the Marine Tide Union."""

    def add(self, mention: BodyMention) -> _Known | None:
        """Joins a mention to the body it means, else makes a body of it; a short form that may mean two is dropped."""
        form = self._form(mention)
        full, shorter = self._key(mention.first, mention.last), self._shorter(mention)
        if mention.rule == "state.demonym":
            full, shorter = key((form,)), set()
        pointed = self._pointed_at(mention) if mention.is_alias and not mention.acronym else []
        if len(pointed) > 1:
            return None
        home = pointed[0] if pointed else self._same(mention, full, shorter) or self._called(mention, form)
        if home is None and mention.is_alias and (inner := self.inner.get(form.casefold())):
            home = self.add(inner)  # the Committee of the Tide Fund; *the Fund*
        if home is None and mention.is_alias and not mention.acronym and says_nothing(self.page, mention):
            return None
        if home is None:
            body = Body(self._named_by(mention), [], known=mention.known, is_state=mention.is_state)
            home = _Known(body, len(self.found))
            self.found.append(home)
        home.keys.add(full)
        home.shorter |= shorter
        home.heads |= self._heads(mention)
        self.inner |= self._inner(mention)
        if mention.acronym and mention.last > mention.first + 1 and not mention.is_state:
            self.spelt.setdefault(mention.acronym, self.page.words(mention.first, mention.last))
        for at in brackets_in(self.page, mention.first, mention.last):
            self.spelt.setdefault(self.page.tokens[at + 1].text, self.page.words(mention.first, at))
        join(home.body, mention, form)
        self._note(home, full)
        if mention.core and (core := self.page.words(mention.first, mention.core)) not in home.body.also:
            home.body.also.append(core)
        if parent := self._parent(mention):
            self.add(parent)
        return home

    def _note(self, home: _Known, key: Key) -> None:
        """Notes by what a body may be found."""
        _keep(self.by_key, key, home)
        if home.body.known:
            _keep(self.by_known, home.body.known, home)
        if home.body.acronym:
            _keep(self.by_acronym, home.body.acronym, home)

    def bodies(self) -> list[Body]:
        """The bodies in order of their first mention."""
        bodies = [known.body for known in self.found]
        for body in bodies:
            body.mentions.sort(key=lambda m: m.first)
            name_without_owner(body)
        return sorted(bodies, key=lambda body: body.mentions[0].first)

    def _form(self, mention: BodyMention) -> str:
        if mention.rule == "state.demonym" and mention.known:
            return state_name(mention.known)
        return self.page.words(mention.first, mention.last)

    def _named_by(self, mention: BodyMention) -> str:
        """The name that a mention gives its body: of a government that of its state, for they are one actor."""
        inner = state_within(self.page, mention.first) if mention.is_state else None
        return self.page.words(inner.first, inner.last) if inner else self._form(mention)

    def _pointed_at(self, mention: BodyMention) -> list[_Known]:
        """The bodies to which a head alone may point back: *the Centre*; rather those it ends, named before."""
        form = self.page.words(mention.first, mention.last).casefold()
        fits = [known for known in self.found if form in known.heads]
        if len(fits) > 1:  # the Tide Committee Executive Directorate is a Directorate
            fits = [known for known in fits if last_head(known.body.name) == form] or fits
        before = [known for known in fits if any(m.first < mention.first for m in known.body.mentions)]
        return before or ([] if says_little(self.page, mention) else fits)

    def _called(self, mention: BodyMention, form: str) -> _Known | None:
        """The one body whose head stands alone in front of a post: the Lagoon Forum; *Forum* Secretary General."""
        alone = mention.rule == "body.slot" and mention.last == mention.first + 1 and not form.isupper()
        fits = [one for one in self._pointed_at(mention) if one.body.name.endswith(f" {form}")] if alone else []
        return fits[0] if len(fits) == 1 and not fits[0].body.is_state else None

    def _same(self, mention: BodyMention, full: Key, shorter: set[Key]) -> _Known | None:
        form = self.page.words(mention.first, mention.last)
        named = _first(self.by_key.get(full), self.by_known.get(mention.known))
        named = named or _first(self.by_acronym.get(form), self.by_acronym.get(mention.acronym))
        if named:
            return named
        if spelt := self._spelt_by(mention, form):
            return spelt
        if mention.is_state or mention.is_alias:
            return None
        fits = [known for known in self.found if full in known.shorter or not shorter.isdisjoint(known.keys)]
        fits = fits or self._ending(mention, form)
        fits = [known for known in fits if not (known.body.known and mention.known)]  # two that are known apart
        if self._may_be_of_another(mention, fits):
            return None
        return fits[0] if len(fits) == 1 and not fits[0].body.is_state else None

    def _ending(self, mention: BodyMention, form: str) -> list[_Known]:
        """The bodies whose name ends with this one: Reef Islands Forum Secretariat; the *Forum Secretariat*."""
        if mention.known or " " not in form:
            return []
        longer = [known for known in self.found if known.body.name.endswith(f" {form}")]
        return [one for one in longer if all(word.istitle() for word in one.body.name.removesuffix(form).split())]

    def _spelt_by(self, mention: BodyMention, form: str) -> _Known | None:
        """The one body whose words begin with the letters of an acronym: the National Tide Reef Office, *the NTRO*."""
        if mention.is_state or mention.last - mention.first > 1 or len(form) < _SPELT or not form.isupper():
            return None
        fits = [known for known in self.found if initials(known.body.name) == form and not known.body.is_state]
        return fits[0] if len(fits) == 1 and not fits[0].body.acronym else None

    def _may_be_of_another(self, mention: BodyMention, fits: Sequence[_Known]) -> bool:
        """Whether a bare ministry, named before that of a state, may be another state's: two states are spoken of."""
        if len(self.states) < 2 or len(fits) != 1:
            return False
        bare, owned = mention, min(fits[0].body.mentions, key=lambda m: m.first)
        if self._state_in(bare):
            bare, owned = owned, bare
        heads = (head_hit(self.page, at) for at in range(bare.first, bare.last))
        ministry = any(head and head.row["kind"] == "ministry" for head in heads)
        return ministry and bare.first < owned.first and self._state_in(owned) and not self._state_in(bare)

    def _state_in(self, mention: BodyMention) -> bool:
        """Whether the name says whose it is: the *Kenyan* Ministry, the Ministry of *Kenya*."""
        return any(
            self.page.tokens[at].is_capitalised
            and (
                self.page.match(tables.states(), at, mention.last)
                or self.page.match(tables.demonyms(), at, mention.last)
            )
            for at in range(mention.first, mention.last)
        )

    def _key(self, first: int, last: int) -> Key:
        """The words of a name, states by their id whatever their form: *Kenyan* Ministry, Ministry of *Kenya*."""
        words: list[str] = []
        at, brackets = first, set(brackets_in(self.page, first, last))
        while at < last:
            if at in brackets:  # the Marine Tide Union *(MTU)* Commission is the MTU Commission
                at += 3
                continue
            token, state = self.page.tokens[at], None
            if at in self.state_places:
                state = self.page.match(tables.states(), at, last) or self.page.match(tables.demonyms(), at, last)
            words.append(state.row["id"] if state else self.spelt.get(token.text, token.text))
            at = state.last if state else at + 1
        return key(words)

    def _shorter(self, mention: BodyMention) -> set[Key]:
        """The keys of a name without its parent behind it, or without its owner in front of it."""
        found: set[Key] = set()
        if mention.is_state or mention.is_alias or (mention.last == mention.first + 1 and not mention.core):
            return found
        if mention.core:
            found.add(self._key(mention.first, mention.core))
        sited = next((k for k in range(mention.first + 1, mention.last) if self.page.tokens[k].lower == "in"), None)
        if sited and head_at(self.page, sited - 1) == sited:
            found.add(self._key(mention.first, sited))
        if (sent := self._sent_to(mention)) is not None:
            found.add(self._key(mention.first, sent))
        owner = self.page.match(tables.demonyms(), mention.first) or self.page.match(tables.states(), mention.first)
        inner = known_at(self.page, mention.first)
        if inner and inner.last == mention.last and self.page.tokens[mention.first].is_acronym:
            inner = None
            owner = owner or self.page.match(tables.bodies(), mention.first, mention.first + 1)
        begins = owner.last if owner else inner.last if inner else mention.first
        if mention.first < begins < mention.last and begins != mention.core:  # no owner: it is the unit that is named
            found.add(self._key(begins, mention.last))
        return {key for key in found if len(key) > 1}

    def _sent_to(self, mention: BodyMention) -> int | None:
        """Where a mission is named already without where it was sent: Embassy of Kenya *in Oslo*."""
        words = [token.lower for token in self.page.tokens[mention.first : mention.last]]
        if tables.words("bodies-abroad").isdisjoint(words):
            return None
        abroad = next((at for at, word in enumerate(words) if word in tables.words("bodies-abroad")), None)
        whose = abroad is not None and abroad + 2 < len(words) and words[abroad + 1] == "of"
        sent = next((at for at in range((abroad or 0) + 3, len(words)) if words[at] in ("in", "to")), None)
        return mention.first + sent if whose and sent is not None else None

    def _heads(self, mention: BodyMention) -> set[str]:
        """The heads in a name by which the body may be called: the Office; not those of what it is of."""
        last = mention.core or mention.last
        heads: set[str] = set()
        if mention.known and not mention.is_state and mention.last == mention.first + 1:
            heads |= known_heads().get(mention.known, frozenset())  # IIJ; the *Institute*
        for at in range(mention.first, last):
            if heads and self.page.tokens[at].lower == "of":
                break
            if (head := self.heads.get(at)) and head.last <= last:
                heads.add(self.page.words(at, head.last).casefold())
        return heads

    def _parent(self, mention: BodyMention) -> BodyMention | None:
        """The body at the end of a name that prints its own acronym: the Council of the *Tide Union (TU)*."""
        if mention.acronym or mention.outer != mention.last + 3:
            return None
        acronym = self.page.tokens[mention.last + 1].text
        first = parent_of(self.page, mention, acronym)
        if first is None:
            return None
        known = known_at(self.page, first)
        id_ = known.known if known and known.last == mention.last else None
        rule = "body.known" if id_ else "body.head"
        return BodyMention(first, mention.last, mention.outer, rule, acronym=acronym, known=id_)

    def _inner(self, mention: BodyMention) -> dict[str, BodyMention]:
        """The body at the end of a name, by its head: the Committee of the *Tide Fund*."""
        for at in range(mention.first + 1, mention.last - 1):
            if self.page.tokens[at].lower == "of" and not mention.is_alias:
                first = at + 1 + (self.page.tokens[at + 1].lower == "the")
                known = known_at(self.page, first)
                heads = [k for k in range(first, mention.last) if head_at(self.page, k) == mention.last]
                if heads and not (known and known.last < mention.last):
                    id_ = known.known if known else None
                    inner = BodyMention(
                        first, mention.last, mention.last, known.rule if known else "body.head", known=id_
                    )
                    return {self.page.words(heads[-1], mention.last).casefold(): inner}
        return {}


def _keep(found: dict[K, _Known], name: K, home: _Known) -> None:
    """Notes a body under a name, unless one found before has it."""
    if found.setdefault(name, home).number > home.number:
        found[name] = home


def _first(one: _Known | None, other: _Known | None) -> _Known | None:
    """The one that was found before the other."""
    if one is None or other is None:
        return one or other
    return one if one.number <= other.number else other
