"""Where a post is held by what the rest of the text says: of the person, of the title, of the body at hand."""

from collections.abc import Sequence, Set
from functools import cache, partial

from kg.extraction.body.bodies import Body, BodyMention
from kg.extraction.computed import computed
from kg.extraction.post.committees import Committees
from kg.extraction.post.heirs import Heir, Home, Told
from kg.extraction.post.holders import is_national, is_owned, is_rank, kind_of
from kg.extraction.post.house import faces, of_elector, of_house, of_issuer, of_mission, under_told
from kg.extraction.post.role_homes import is_of_state, is_of_whole, is_one_of_few, kinds_of
from kg.extraction.post.statesnamed import (
    is_destination,
    is_of_party,
    is_venue,
    issued_elsewhere,
    spoken_of,
    state_at,
    state_places,
    states,
)
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_OFFICE = "office of the "
_NEAR = 2  # sentences, its own included, in one of which a body must have been named to be meant by a bare title


class Recollection:
    """Finds the bodies of posts from the posts and bodies told elsewhere in the text: unique or nothing.

    ``meetings`` are the tokens of each naming of a meeting, ``bare`` the posts told without a body: whose, and which;
    ``people`` the tokens of people's names.
    """

    def __init__(
        self,
        page: Page,
        told: Sequence[Told],
        bodies: Sequence[Body],
        meetings: Sequence[tuple[int, int]],
        bare: Sequence[tuple[str | None, str]] = (),
        people: Set[int] = frozenset(),
    ) -> None:
        self.page = page
        self._bare = bare
        self._bodies = bodies
        self._people = people
        self._meetings = meetings
        self.told = told
        self._committees = Committees(page, bodies)
        self.of_person: dict[str, list[Told]] = {}
        self.of_words: dict[str, list[Told]] = {}
        for post in told:
            self.of_words.setdefault(post.words, []).append(post)
            if post.person:
                self.of_person.setdefault(post.person, []).append(post)
        self.kinds = {body.name: kind_of(page, body) for body in bodies if not body.is_state}
        self.known = {body.known: body.mentions[0] for body in reversed(bodies) if body.known}
        self.offices = {
            body.name.casefold().removeprefix(_OFFICE): body.mentions[0]
            for body in bodies
            if body.name.casefold().startswith(_OFFICE)
        }
        self.named: set[int | None] = set()
        self.near: dict[int, list[tuple[str, BodyMention]]] = {}
        for body in bodies:
            for mention in body.mentions:
                sentence = page.sentence_of(mention.first)
                if is_of_state(page, mention):
                    self.named.add(sentence)
                if sentence is not None and not body.is_state:
                    self.near.setdefault(sentence, []).append((body.name, mention))

    def home(self, person: str | None, heir: Heir) -> Home | None:
        """The body of a post as told elsewhere."""
        acting = self._committees.secretariat(heir) if heir.title.status == "acting" else None
        home = acting or self._of_person(person, heir) or of_elector(self.page, heir) or self._committees.named(heir)
        if home is None and not is_owned(self.page, heir.title):
            home = (
                self._committees.above(heir)
                or self._of_title(heir)
                or self._committees.secretariat(heir)
                or self._in_turn(heir)
                or self._of_office(heir)
                or self._of_one_body(heir)
                or under_told(self.page, heir, self.told)
                or self._spoken_of(heir)
            )
            home = home or self._of_whole_text(heir) or self._of_meetings(heir)
            home = home or of_house(self.page, heir, self._bodies, partial(kind_of, self.page), self.told)
        home = home or of_mission(self.page, heir, self.told, self._named_with(heir))
        return (
            home
            or self._of_few_states(heir)
            or self._of_state(heir)
            or self._of_our_state(heir)
            or self._sent(heir)
            or of_issuer(self.page, heir, self.told, self._states)
        )

    def _named_with(self, heir: Heir) -> list[BodyMention]:
        """The bodies of the sentence of a title."""
        sentence = self.page.sentence_of(heir.title.first)
        return [mention for _, mention in self.near.get(sentence, ())] if sentence is not None else []

    def is_among_bodies(self, heir: Heir) -> bool:
        """Whether the sentence of a title names a state, or a body of one: the post may be held there."""
        return self.page.sentence_of(heir.title.first) in self.named

    def _of_person(self, person: str | None, heir: Heir) -> Home | None:
        """The same person in the same role; a national post, or a rank, beside his other one."""
        words = heir.title.role(self.page).casefold()
        told = self.of_person.get(person, []) if person else []
        same = [post for post in told if post.words == words or (post.role and post.role == heir.role)]
        if not same and is_national(heir.role):
            same = [post for post in told if post.body.is_state]
        if not same and heir.low < heir.high and is_rank(self.page, heir.title):  # beside his name
            same = [post for post in told if not post.body.is_state]
        return _only(same, "elsewhere")

    def _of_title(self, heir: Heir) -> Home | None:
        """The same title with a body of a kind that has one such post: *UN Secretary-General*, *Secretary-General*."""
        told = self.of_words.get(heir.title.role(self.page).casefold(), [])
        kinds = kinds_of(heir.role)
        step = (
            "acting" if heir.title.status == "acting" else "title"
        )  # who acts in it, where another holds or leaves it
        return _only([post for post in told if self.kinds.get(post.name) in kinds], step)

    def _in_turn(self, heir: Heir) -> Home | None:
        """The same title of more than one word, told of another by a verb: P is Executive Secretary of B; *Q was T*."""
        words = heir.title.role(self.page).casefold()
        told = heir.titles_at > 0 and heir.row[heir.titles_at - 1].text in tables.words("auxiliaries")
        several = " " in words or "-" in words
        same = self.of_words.get(words, []) if told and several and heir.low < heir.titles_at else []
        before = [post for post in same if not post.body.is_state and post.body.first < heir.title.first]
        return _only(before, "elsewhere")

    def _of_office(self, heir: Heir) -> Home | None:
        """The office that bears the title: the *Spokesperson*; Office of the Spokesperson."""
        if is_national(heir.role):
            return None  # the Prime Minister is the state's
        words = heir.title.role(self.page).casefold().split()
        offices = [
            self.offices[" ".join(words[at:])] for at in range(len(words)) if " ".join(words[at:]) in self.offices
        ]
        return Home(offices[0], "office") if offices else None

    def _of_one_body(self, heir: Heir) -> Home | None:
        """A post that only one body has, which the text names: *National Member* for Kenya, Eurojust."""
        words = heir.title.role(self.page).casefold().split()
        rows = (_body_offices().get(" ".join(words[:last])) for last in range(len(words), 0, -1))
        row = next((row for row in rows if row), None)
        body = self.known.get(row["body"]) if row else None
        return Home(body, "office") if body else None

    def _spoken_of(self, heir: Heir) -> Home | None:
        """The one body of a fitting kind just spoken of: the *Centre*; its *Director*; none for a *she*."""
        sentence = self.page.sentence_of(heir.title.first)
        if sentence is None or not (heir.is_named or self._is_owned(heir)) or is_of_party(self.page, heir.title.first):
            return None
        kinds = kinds_of(heir.role)
        for number in range(sentence, sentence - _NEAR, -1):
            fits = {
                name: mention
                for name, mention in self.near.get(number, ())
                if mention.last <= heir.title.first
                and self.kinds[name] in kinds
                and not self._is_of_card(mention, heir)
            }
            if fits:
                step = "own" if self._is_owned(heir) else "near"
                return Home(next(iter(fits.values())), step) if len(fits) == 1 else None
        return None

    def _is_of_card(self, mention: BodyMention, heir: Heir) -> bool:
        """Whether a body ends the lines that tell of another, an empty line before those of the heir."""
        number = self.page.sentence_of(heir.title.first)
        kind = self.page.sentences[number].block.kind if number is not None else ""
        between = self.page.text[self.page.tokens[mention.last - 1].end : self.page.tokens[heir.title.first].start]
        return kind not in ("prose", "") and "\n\n" in between

    def _is_owned(self, heir: Heir) -> bool:
        """Whether *its* stands in front: the Centre; *its Director*."""
        at = heir.title.first
        return at > 0 and self.page.tokens[at - 1].lower in ("its", "their")

    def _of_whole_text(self, heir: Heir) -> Home | None:
        """The one organisation of the text that has such a post: the *Secretary-General*, the United Nations."""
        if not is_of_whole(heir.role):
            return None
        kinds = kinds_of(heir.role)
        fits = {name: mention for near in self.near.values() for name, mention in near if self.kinds[name] in kinds}
        home = next(iter(fits.values())) if len(fits) == 1 else None
        another = home and any(faces(self.page, heir, post.body) for post in self.told if post.body == home)
        return Home(home, "only") if home and not another and is_one_of_few(heir.role, home) else None

    def _of_meetings(self, heir: Heir) -> Home | None:
        """The one organisation in the names of the meetings: the *Lagoon Union* Forum; its *Secretary-General*."""
        if not is_of_whole(heir.role):
            return None
        kinds = kinds_of(heir.role)
        whole = {m.first: (name, m) for near in self.near.values() for name, m in near if self.kinds[name] in kinds}
        named = (whole.get(at) for first, last in self._meetings for at in range(first, last))
        fits = dict(found for found in named if found)
        return Home(next(iter(fits.values())), "meeting") if len(fits) == 1 else None

    def _of_few_states(self, heir: Heir) -> Home | None:
        """An office that only some states have, one of which the text names: *Home Secretary*, the United Kingdom."""
        row = _state_offices().get(heir.title.role(self.page).casefold())
        named = [self._states[state] for state in row["states"].split() if state in self._spoken] if row else []
        return Home(named[0], "state-office") if len(named) == 1 else None

    def _of_state(self, heir: Heir) -> Home | None:
        """The only state of which the text speaks; not one first named in the same sentence, for somebody else."""
        if not is_national(heir.role) or len(self._states) != 1 or self._is_of_others(heir) or self._of_guests:
            return None
        state, once = next(iter(self._states.values())), len(self._places) == 1
        if once and (state.first > heir.title.first or issued_elsewhere(self.page, state.known or "")):
            return None  # later on somebody had a Kenyan proposal, or spoke of Kenya
        if all(is_destination(self.page, at) for at in state_places(self.page)):
            return None
        here = self.page.sentence_of(heir.title.first)
        return None if self.page.sentence_of(state.first) == here else Home(state, "state")

    def _of_our_state(self, heir: Heir) -> Home | None:
        """The state that speaks, where two do: P, Foreign Minister, met the *Kenyan* President; we are not Kenya.

        Its posts come first and need no state; those told so far are all of the other side.
        """
        if not is_national(heir.role):
            return None
        others = [told.body for told in self.told if told.body.is_state]
        first = min((told.body.first for told in self.told if told.body.is_state and told.person), default=0)
        sides = self._two_sides - {body.known or "" for body in others}
        if heir.title.first > first or len({body.known for body in others}) != 1 or len(sides) != 1:
            return None
        return Home(self._states[sides.pop()], "ours")

    def _sent(self, heir: Heir) -> Home | None:
        """The state that sends an envoy, where all posts of states told of are of one: Ambassador *to*."""
        states = {told.body.known: told.body for told in self.told if told.body.is_state and is_national(told.role)}
        leads = (self.page.tokens[at].lower for at in range(heir.title.first, heir.title.last))
        sent = is_national(heir.role) and any(word in ("to", "in") for word in leads)
        return Home(next(iter(states.values())), "sent") if sent and len(states) == 1 else None

    def _is_of_others(self, heir: Heir) -> bool:
        """Whether it is an office of other states, or the one state is named only as that of somebody else's post."""
        own, states = heir.title.role(self.page).casefold(), [told for told in self.told if told.body.is_state]
        held = {told.body.first for told in states if told.words != own}
        union = own.split(" ", 1)[0] in tables.words("regional-adjectives")  # the *European* Attorney General
        same = any(told.role == heir.role for told in states)
        return same or union or own in _state_offices() or all(at in held for at in self._places)

    @computed
    def _of_guests(self) -> bool:
        """Whether the state is that of the other side: the Minister of Tides, P, met the *Kenyan* Minister of Tides."""
        theirs = {(told.role, told.person) for told in self.told if told.body.is_state and told.person}
        ours = {(role, person) for person, role in self._bare if person and is_national(role)}
        both = {role for role, _ in theirs} & {role for role, _ in ours}
        return any({p for r, p in ours if r == role}.isdisjoint(p for r, p in theirs if r == role) for role in both)

    @computed
    def _two_sides(self) -> set[str]:
        """The two states of which a text speaks, any third one being named in passing only."""
        counted = spoken_of(self.page, self._places)
        third = counted[2][1] if len(counted) > 2 else 0
        return {state for state, _ in counted[:2]} if len(counted) > 1 and counted[1][1] >= 2 * third else set()

    @computed
    def _places(self) -> list[int]:
        names = {self.page.tokens[at].lower for at in self._people}  # of Ms. *Monaco*, who is *Monaco* later on
        places = (at for at in state_places(self.page) if self.page.tokens[at].lower not in names)
        return [at for at in places if not is_venue(self.page, at)]

    @computed
    def _spoken(self) -> set[str]:
        """The states named otherwise than as those of posts: not the one whose Ambassador called."""
        held = {told.body.first for told in self.told if told.body.is_state}
        return {state_at(self.page, at) for at in self._places if at not in held}

    @computed
    def _states(self) -> dict[str, BodyMention]:
        return states(self.page, self._places)


@cache
def _state_offices() -> dict[str, tables.Row]:
    return {row.form: row for row in tables.rows("state-offices")}


@cache
def _body_offices() -> dict[str, tables.Row]:
    return {row.form: row for row in tables.rows("body-offices")}


def _only(told: Sequence[Told], step: str) -> Home | None:
    return Home(told[0].body, step) if len({post.name for post in told}) == 1 else None
