"""Who held a post before or after whom: *P succeeds Q as T*, *Q was succeeded by P*, *her predecessor, Q*."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.person.people import Person, PersonMention
from kg.extraction.post.appointments import AppointmentReader, Told
from kg.extraction.post.terms import Term
from kg.extraction.post.title import Title
from kg.extraction.post.titles import Titles
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning, may_stand

_NEAR = 6
_NOUNS = frozenset(("predecessor", "predecessors", "successor"))
_IN_OFFICE = ("as", "post", "office", "position", "role", "job")
_NO_TERM = Term()
_FORMER, _STAYS, _COMING = "former", "substantive", "designate"
_OF_OBJECT = {
    "succeeds": _FORMER, "succeeded": _FORMER, "will-succeed": _STAYS,
    "succeeded-by": _STAYS, "will-be-succeeded-by": _COMING, "held-by": _FORMER,
}  # fmt: skip
_OF_SUBJECT = {
    "succeeds": _STAYS, "succeeded": _STAYS, "will-succeed": _COMING,
    "succeeded-by": _FORMER, "will-be-succeeded-by": _STAYS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Succession:
    """A post that the words give to somebody beside whom it is not printed; ``words`` are the tokens of the verb.

    ``term`` is what is printed behind somebody still in office: *in office since 2021*.
    """

    person: PersonMention
    titles: Titles
    status: str
    words: tuple[int, int]
    term: Term = _NO_TERM


class SuccessionReader:
    """Reads successions in the rows of one page."""

    def __init__(
        self, appointments: AppointmentReader, told: Mapping[int, Told], person_of: Mapping[PersonMention, Person]
    ) -> None:
        self.appointments = appointments
        self.told = told
        self.person_of = person_of
        self.last: dict[int, Titles] = {}
        self.latest: Titles | None = None
        self.left: list[Titles] = []
        self.coming: list[Titles] = []

    def all(self, rows: Iterable[Row]) -> Iterator[Succession]:
        """Every post so told, in order; a post told in an earlier sentence may be meant."""
        cues = tables.first_words("succession-cues")
        for row in rows:
            told = _NOUNS | cues if may_stand("succession-cues", row.said) else _NOUNS
            if "titles" not in row.kinds and row.said.isdisjoint(told):
                continue
            for at, chunk in [(at, chunk) for at, chunk in enumerate(row) if chunk.titles or chunk.text in told]:
                if chunk.titles:
                    yield from self._taken_over(row, at) if self.left else ()
                    self._remember(chunk.titles)
                elif chunk.text in _NOUNS and chunk.kind == "word":
                    yield from self._of_noun(row, at)
                elif (hit := beginning("succession-cues", row, at)) and not _spoke_next(row, at):
                    yield from self._of_cue(row, at, hit[0], hit[1]["kind"])

    def _remember(self, titles: Titles) -> None:
        told = self.told.get(titles.first)
        if told is None or told.person is None or self._in_full(titles) is not titles or self._is_one_of_many(titles):
            return
        if told.sense == "past" or titles.titles[0].status == _FORMER:
            self.left.append(titles)
        else:
            self.last[id(self.person_of.get(told.person))] = titles
            self.latest = titles
            self.coming += [titles] if self._is_coming(titles) else []

    def _is_one_of_many(self, titles: Titles) -> bool:
        """Whether an article says that others have such a post too: *a Director* at B is no post to be taken over."""
        return titles.first > 0 and self.appointments.page.tokens[titles.first - 1].lower in ("a", "an")

    def _in_full(self, titles: Titles) -> Titles:
        """The titles told of last, if these say the same without a body: his predecessor as *Secretary-General*."""
        one, latest = titles.titles[-1], self.latest.titles[-1] if self.latest else None
        same = latest is not None and one.body is None and self._role(one) == self._role(latest)
        return self.latest if same and self.latest else titles

    def _taken_over(self, row: Sequence[Chunk], at: int) -> Iterator[Succession]:
        """Who has a post since, that another left, by its title in short: since then *the Coordinator has been P*."""
        titles, place = row[at].titles, self._person_at(row, _behind_being(row, at + 1))
        short = titles.titles[0] if titles and len(titles.titles) == 1 and titles.titles[0].body is None else None
        if short is None or place is None or not at or not row[at - 1].is_word("the"):
            return
        words = self._role(short)
        left = next(
            (group for group in reversed(self.left) if self._role(group.titles[0])[-len(words) :] == words), None
        )
        person = row[place].person
        if left and person and not self._owned(left, person):
            yield Succession(person, left, _STAYS, (row[at].first, row[at].last))

    def _role(self, title: Title) -> list[str]:
        return title.role(self.appointments.page).casefold().split()

    def _of_cue(self, row: Sequence[Chunk], at: int, end: int, kind: str) -> Iterator[Succession]:
        place = self._person_at(row, end)
        if place is None:
            yield from self._of_him(row, at, end, kind)
            return
        other = row[place].person
        assert other is not None
        subject = self._subject(row, at) if kind != "held-by" else None
        printed = self._as_titles(row, place)  # beside the one who held it before: P succeeds Q as T
        appointed = None if printed else self._of_pronoun(row, at)
        subject = None if appointed else subject
        titles = printed or appointed or self._post_of(subject, other, kind)
        if titles is None or (subject is not None and self._same(subject, other)):
            return
        words = (row[at].first, row[end - 1].last)
        if printed or not self._owned(titles, other):
            ahead = _is_in_office(row, place) or self._is_incumbent(row[end:place])
            stays = kind == "succeeds" and self._is_coming(titles) and ahead
            term = self._term(row, place) if stays else _NO_TERM
            yield Succession(other, titles, _STAYS if stays else _OF_OBJECT[kind], words, term)
        if subject and not self._owned(titles, subject):
            yield Succession(subject, titles, _OF_SUBJECT[kind], words)

    def _subject(self, row: Sequence[Chunk], at: int) -> PersonMention | None:
        """Who takes over: the subject of the verb; of a participle behind a comma that of its clause."""
        participle = at > 0 and row[at].text.endswith("ing") and row[at - 1].is_word(",")
        return self.appointments.shared(row, at) if participle else self.appointments.subject(row, at)

    def _of_him(self, row: Sequence[Chunk], at: int, end: int, kind: str) -> Iterator[Succession]:
        """Named P *to replace him*: the post told of last, if another holds it."""
        subject = self._subject(row, at) if end < len(row) and row[end].is_word("him", "her") else None
        if subject and self.latest and kind in _OF_SUBJECT and not self._owned(self.latest, subject):
            yield Succession(subject, self.latest, _OF_SUBJECT[kind], (row[at].first, row[end].last))

    def _term(self, row: Sequence[Chunk], place: int) -> Term:
        """Since when the person has been in office, by the words behind: up to the next title, person or clause."""
        behind = [chunk for chunk in row[place + 1 : place + 4] if not chunk.is_word(",", "(")]
        in_office = len(behind) > 1 and behind[0].is_word("in") and behind[1].is_word("office", "post")
        if not in_office and not (behind and behind[0].is_word("who", "since", "serving")):
            return _NO_TERM
        stop = next((c.first for c in row[place + 1 :] if c.person or c.titles or c.is_word(";", ".")), row[-1].last)
        return self.appointments.terms.behind(row[place].last, stop)

    def _is_incumbent(self, before: Sequence[Chunk]) -> bool:
        """Whether the title of who held it says that he still does: takes over from *the current* CEO, P."""
        words = tables.words("still-in-office")
        return any(chunk.titles and self.appointments.page.tokens[chunk.first].lower in words for chunk in before)

    def _is_coming(self, titles: Titles) -> bool:
        told = self.told.get(titles.first)
        return bool(told and told.sense in ("appointed", "coming")) or titles.titles[0].status == _COMING

    def _post_of(self, subject: PersonMention | None, other: PersonMention, kind: str) -> Titles | None:
        if kind == "held-by":
            return self.latest
        mine = self.last.get(id(self.person_of.get(subject))) if subject else None
        return mine or self.last.get(id(self.person_of.get(other)))

    def _of_pronoun(self, row: Sequence[Chunk], at: int) -> Titles | None:
        """The post to which somebody was just appointed, where *he* may mean several: an appointee takes over."""
        said = at and row[at - 1].is_word("he", "she")
        if not said or self.latest is None or self._is_coming(self.latest):
            return self.latest if said else None
        posts = {tuple(self._role(titles.titles[-1])) for titles in self.coming}
        return self.coming[-1] if len(posts) == 1 else None  # whoever has welcomed it since

    def _of_noun(self, row: Sequence[Chunk], at: int) -> Iterator[Succession]:
        """*His predecessor, Q*; *her predecessor as T was Q*."""
        if not at or not row[at - 1].is_word("his", "her", "their", "the", "whose", "'s"):
            return
        for place in range(at + 1, min(at + _NEAR, len(row))):
            chunk = row[place]
            if chunk.person:
                printed = self._as_titles(row, at) or self._as_titles(row, place)
                titles = self._in_full(printed) if printed else self.latest
                former = row[at].text != "successor"
                status = _FORMER if former else _COMING
                if titles and not self._owned(titles, chunk.person):
                    yield Succession(chunk.person, titles, status, (row[at].first, row[at].last))
                return
            if not (chunk.titles or chunk.is_word(",", "was", "is", "as", "the", "in", "office", "post", "-", ":")):
                break
        yield from self._in_front(row, at)

    def _in_front(self, row: Sequence[Chunk], at: int) -> Iterator[Succession]:
        """Q*, his successor* as T; Q*, her predecessor*."""
        named = at > 2 and row[at - 2].is_word(",") and row[at - 1].is_among(tables.words("possessives"))
        ends = at + 1 == len(row) or not row[at + 1].is_word("and", "or")  # thanked Q, her successor *and* R
        other = row[at - 3].person if named and ends else None
        titles = self._as_titles(row, at) or self.latest
        if other is None or titles is None or self._owned(titles, other):
            return
        status = _COMING if row[at].text == "successor" else _FORMER
        yield Succession(other, self._in_full(titles), status, (row[at].first, row[at].last))

    def _person_at(self, row: Sequence[Chunk], at: int) -> int | None:
        """Where the person stands who is the object of a verb that ends at ``at``; a title may stand before him."""
        for pos in range(at, min(at + 4, len(row))):
            if row[pos].person:
                return pos
            if not (row[pos].titles or row[pos].is_among(tables.words("succeeded-leads"))):
                return None
        return None

    def _as_titles(self, row: Sequence[Chunk], place: int) -> Titles | None:
        """The titles at ``as T`` behind a person, a state or body of his passed over."""
        for pos in range(place + 1, min(place + _NEAR, len(row) - 1)):
            if row[pos].is_word("as", "at"):
                after = pos + 2 if row[pos + 1].is_word("the") and pos + 2 < len(row) else pos + 1
                return row[after].titles
            if not (row[pos].body or row[pos].is_word("of", "the", ",", "(", ")", "from", "in", "post")):
                return None
        return None

    def _owned(self, titles: Titles, person: PersonMention) -> bool:
        told = self.told.get(titles.first)
        return bool(told and told.person and self._same(told.person, person))

    def _same(self, one: PersonMention, other: PersonMention) -> bool:
        return self.person_of.get(one) is self.person_of.get(other)


def _spoke_next(row: Row, at: int) -> bool:
    """Whether it may be told who spoke after whom: P *was followed by* Q; nothing says *as T*, *in office*."""
    follows = any(chunk.is_word("follow", "followed", "follows") for chunk in row[at : at + 3])
    return follows and row.said.isdisjoint(_IN_OFFICE)


def _behind_being(row: Sequence[Chunk], at: int) -> int:
    """Behind *is*, *is now*, *has been* at ``at``; the end of the row if nothing of the kind stands there."""
    end = at
    while end < len(row) and row[end].is_word("is", "has", "been", "now", "currently"):
        end += 1
    return end if end > at else len(row)


def _is_in_office(row: Sequence[Chunk], place: int) -> bool:
    """Whether the words behind a person say that he still holds the post: *in office since 2021*; not *who led it*."""
    words = [chunk.text for chunk in row[place + 1 : place + _NEAR + 4] if chunk.kind == "word"]
    verb = words[words.index("who") + 1 :][:1] if "who" in words else []
    over = bool(verb) and (verb[0] == "was" or not verb[0].endswith("s"))
    return "since" in words and "had" not in words and not over
