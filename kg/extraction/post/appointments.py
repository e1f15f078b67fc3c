"""Posts told by a verb: *he was formerly T*, *was appointed T*, *took office as T*, *appointed P as T*; and when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.person.people import PersonMention
from kg.extraction.post.heirs import bodies_before
from kg.extraction.post.tenures import tenure
from kg.extraction.post.terms import Term, TermReader, together
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import ending

_ARTICLES = frozenset(("the", "a", "an", "its", "their", "new", "both", "first", "next", "his", "her"))
_NEAR = 8
_CLAUSE = 16
_ASIDE = 30
_WITHIN = 5
_NO_TERM = Term()


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Told:
    """What a sentence tells of a group of titles: whose, in what sense, when; ``words`` are the tokens of the verb."""

    person: Final[PersonMention | None]
    sense: Final[str] = ""
    term: Final[Term] = _NO_TERM
    words: Final[tuple[int, int] | None] = None
    said: Final[bool] = False


class AppointmentReader:
    """Reads what one page tells of its posts. ``owner`` tells whom a title means, ``pronouns`` whom *he* does."""

    def __init__(
        self,
        page: Page,
        holders: Mapping[int, PersonMention],
        owner: Mapping[int, PersonMention],
        pronouns: Mapping[int, PersonMention],
    ) -> None:
        self.page = page
        self.holders, self.owner, self.pronouns = holders, owner, pronouns
        self.terms = TermReader(page)

    def told(self, rows: Iterable[Row]) -> dict[int, Told]:
        """What is told of every group of titles, by its first token."""
        found: dict[int, Told] = {}
        for row in rows:
            before: int | None = None
            for at, chunk in enumerate(row if "titles" in row.kinds else ()):
                if chunk.titles:
                    found[chunk.first] = self._of_titles(row, at, before, found)
                    before = at
        return found

    def _of_titles(self, row: Sequence[Chunk], at: int, before: int | None, found: Mapping[int, Told]) -> Told:
        holder = self.holders.get(row[at].first)
        verb = self._verb(row, at)
        if verb and holder and holder.first > row[at].first and verb[1] != "appointed":
            verb = None  # among those present was the Director, P
        if verb is None:
            chained = self._chained(row, at, before, found) if holder is None else None
            term = self._term_beside(row, at)
            if chained:
                return Told(chained.person, chained.sense, term, chained.words, said=True)
            return Told(holder, "", term)
        begin, sense, appointed = verb
        if sense == "appointed" and _is_undone(row, begin):
            return Told(None)
        person = holder or appointed or self.subject(row, begin)
        term = self._term(row, begin, at)
        return Told(person, sense, term, (row[begin].first, row[at].first), said=holder is None)

    def _chained(self, row: Sequence[Chunk], at: int, before: int | None, found: Mapping[int, Told]) -> Told | None:
        """He was T, *U and V*: what is told of the titles right before."""
        told = found.get(row[before].first) if before is not None else None
        if before is None or told is None or told.sense not in ("past", "appointed", "now"):
            return None
        spans = told.term.words
        dated = [chunk for chunk in row[before + 1 : at] if any(lo <= chunk.first < hi for lo, hi in spans)]
        between = [chunk for chunk in row[before + 1 : at] if chunk not in dated]
        again = told.said or any(chunk.is_word("as") for chunk in between)  # P was T, *and as U*
        chain = tables.words("title-chains")
        if not again or any(chunk.text not in chain and not chunk.text.isdecimal() for chunk in between):
            return None
        return None if at + 1 < len(row) and row[at + 1].person else told

    # ------------------------------------------------------------ the verb

    def _verb(self, row: Sequence[Chunk], at: int) -> tuple[int, str, PersonMention | None] | None:
        """Where the words begin that tell of the titles at ``at``, their sense, and who is appointed if they say it."""
        end, passed = at, _ARTICLES.union(tables.table("ordinals").firsts)  # is to be *the tenth* T
        while end and row[end - 1].kind == "word" and row[end - 1].text in passed:
            end -= 1
        hit = self._phrase(row, end) or self._dated_phrase(row, end) or self._bodied_phrase(row, end)
        hit = hit or self._timed_phrase(row, end)
        if hit:
            return *hit, None
        place = self._person_as(row, end)
        hit = self._phrase(row, self._before_titles(row, place)) if place is not None else None
        if place is None or hit is None or hit[1] != "appointed" or self._is_present(row, at):
            return self._of_career(row, end)
        return *hit, row[place].person

    def _of_career(self, row: Sequence[Chunk], end: int) -> tuple[int, str, PersonMention | None] | None:
        """Held various *positions, including (as)* T; her *career includes* T: posts of the one person named before."""
        at = end
        while at and row[at - 1].is_word("as", "being", "serving", "those", "that", "of"):
            at -= 1
        if not at or not row[at - 1].is_word("including", "include", "includes", "included"):
            return None
        nouns = tables.words("career-nouns")
        begin = next((k for k in range(at - 2, max(-1, at - _ASIDE), -1) if row[k].text in nouns), None)
        person = self.shared(row, at) if begin is not None else None
        return (begin, "past", person) if begin is not None and person else None

    def _is_present(self, row: Sequence[Chunk], at: int) -> bool:
        """Whether the new post follows: appointed P, *current T*, as U."""
        after = [chunk for chunk in row[at + 1 : at + 5] if not chunk.is_word(",", *_ARTICLES)]
        return (
            len(after) > 1 and after[0].is_word("as") and after[1].titles is not None and not row[at - 1].is_word("as")
        )

    def _phrase(self, row: Sequence[Chunk], end: int) -> tuple[int, str] | None:
        """The words that tell of a post and end before ``end``, adverbs left out: will *immediately* serve as."""
        hit, adverbs = _said(row, end), tables.words("tenure-adverbs")
        near = range(max(0, end - _NEAR), end)
        said = [at for at in near if row[at].kind != "word" or row[at].text not in adverbs]
        short = ending("tenure-verbs", [row[at] for at in said], len(said)) if len(said) < min(end, _NEAR) else None
        if short and (hit is None or said[short[0]] < hit[0]):
            return said[short[0]], short[1]["sense"]
        return hit

    def _dated_phrase(self, row: Sequence[Chunk], end: int) -> tuple[int, str] | None:
        """Took office *today* as T; took over *on 3 May* as T: the date between verb and *as* left out."""
        if not end or not row[end - 1].is_word("as"):
            return None
        for start in range(end - 2, max(-1, end - 7), -1):
            if row[start].kind != "word" or row[start].is_word(",", ";", "."):
                return None
            dated = self.terms.before(row[start].first, row[end - 1].first).day
            hit = _said([*row[:start], row[end - 1]], start + 1) if dated else None
            if hit:
                return hit
        return None

    def _timed_phrase(self, row: Sequence[Chunk], end: int) -> tuple[int, str] | None:
        """Was *until 2022* T; had been *since May* T: the term between left out; not appointed in May *by* T."""
        for start in range(end - 1, max(0, end - _WITHIN), -1):
            if row[start].kind != "word" or row[start].is_word(",", ";", ".", "by"):
                return None
            bound = row[start].text in tables.by_first_word("term-leads")
            if bound and self.terms.before(row[start].first, row[end - 1].last).words:
                return _said(row, start)
        return None

    def _bodied_phrase(self, row: Sequence[Chunk], end: int) -> tuple[int, str] | None:
        """Leads *the BODY (B) of the BODY* as T, confirmed *by the Senate* as T: the body between left out."""
        if not end or not row[end - 1].is_word("as") or (start := bodies_before(row, end - 1)) == end - 1:
            return None
        start -= start > 0 and row[start - 1].is_word("by")
        return _said([*row[:start], row[end - 1]], start + 1)

    def _person_as(self, row: Sequence[Chunk], end: int) -> int | None:
        """Appointed *P of Kenya as* T, *P to serve as* T: where the person stands."""
        link = ending("appointee-links", row, end)
        return self._person_before(row, link[0] if link else end)

    def _person_before(self, row: Sequence[Chunk], end: int) -> int | None:
        for pos in range(end - 1, max(-1, end - _NEAR), -1):
            chunk = row[pos]
            if chunk.person:
                return pos
            if not (chunk.body or chunk.titles or chunk.is_word("of", "the", ",", "(", ")", "from")):
                return None
        return None

    def _before_titles(self, row: Sequence[Chunk], pos: int) -> int:
        """Where the titles in front of a name begin: appointed | *former Head of B* P."""
        while pos and (row[pos - 1].titles or row[pos - 1].body or row[pos - 1].is_word(*_ARTICLES, "former")):
            pos -= 1
        return pos

    # ------------------------------------------------------------ the subject

    def subject(self, row: Sequence[Chunk], end: int) -> PersonMention | None:
        """The person who is the subject of the verb at ``end``: named, described, or meant by *he*, *she*, *who*."""
        pos = end
        if end + 1 < len(row) and row[end].is_word("his", "her") and _is_appointment(row, end):
            return self._possessed(row, end)
        if not end:
            return self._behind_comma(row, end)
        while pos and row[pos - 1].is_among(tables.words("cue-adverbs")):
            pos -= 1
        who = next(
            (
                at
                for at in range(pos - 1, max(-1, pos - _WITHIN), -1)
                if row[at].kind != "word" or row[at].is_word("who", ",")
            ),
            -1,
        )
        if who >= 0 and row[who].is_word("who"):  # who *earlier this month* was appointed
            pos = who + 1
        if pos and row[pos - 1].is_word("who"):
            pos -= 1
            pos -= bool(pos and row[pos - 1].is_word(","))
            return self._named(row, pos)
        if pos and row[pos - 1].is_word("and", "but") and not row[pos - 1].titles:
            return self.shared(row, pos - 1)
        if pos and row[pos - 1].is_word(",", ")"):
            opening = "(" if row[pos - 1].is_word(")") else ","
            inner = range(pos - 2, max(-1, pos - _ASIDE), -1)
            opened = next((at for at in inner if row[at].is_word(opening)), None)
            if opened is None and any(chunk.text.endswith("ing") for chunk in row[end : end + _WITHIN]):
                return self.shared(row, pos)  # joined in 2010, most recently *serving* as T
            return self._named(row, opened) if opened is not None else None
        return self._named(row, pos)

    def _named(self, row: Sequence[Chunk], end: int) -> PersonMention | None:
        """The person named right before ``end``: by name, *he*, or title; with a state or body behind the name."""
        if not end:
            return None
        chunk = row[end - 1]
        if chunk.is_word("'s") and end > 1:
            return row[end - 2].person  # extended P's mandate as T
        if chunk.kind == "word":
            return self.pronouns.get(chunk.first)
        if chunk.titles:
            return self.owner.get(chunk.first)
        if chunk.body:
            pos = end - 1
            while pos and row[pos - 1].is_word("of", "the", "from"):
                pos -= 1
            return row[pos - 1].person if pos < end - 1 and pos else None
        return chunk.person

    def _possessed(self, row: Sequence[Chunk], at: int) -> PersonMention | None:
        """Whose appointment it is: congratulated *P* on *his* election as; after *her* nomination as T, *P* spoke."""
        before = [chunk.person for chunk in row[:at] if chunk.person]
        if before:
            beside = at > 1 and row[at - 1].is_word("on", "upon", "for") and row[at - 2].person is not None
            return before[-1] if beside or len(before) == 1 else None
        people = [chunk.person for chunk in row[at:] if chunk.person]
        return people[0] if len(people) == 1 else None

    def _behind_comma(self, row: Sequence[Chunk], at: int) -> PersonMention | None:
        """Of whom a participle with which the sentence opens is said: *sworn in* as T in May, *P* spoke."""
        people = [pos for pos in range(at, len(row)) if row[pos].person]
        return row[people[0]].person if len(people) == 1 and row[people[0] - 1].is_word(",") else None

    def shared(self, row: Sequence[Chunk], end: int) -> PersonMention | None:
        """The subject of the verb before *and*: the one person named before it in the sentence."""
        people = {chunk.person or self.pronouns.get(chunk.first) for chunk in row[:end]} - {None}
        return people.pop() if len(people) == 1 else None

    # ------------------------------------------------------------ the term

    def _term_beside(self, row: Sequence[Chunk], at: int) -> Term:
        """T *since 2019*; T *(2013-2016)*: right behind a post of which no verb tells."""
        return self.terms.beside(row[at].last, row[-1].last)

    def _term(self, row: Sequence[Chunk], begin: int, at: int) -> Term:
        stop = next((c.first for c in row[at + 1 :] if c.person or c.titles or c.is_word(";", ".")), row[-1].last)
        behind = self.terms.behind(row[at].last, stop)
        inside = self.terms.before(row[begin].first, row[at].first)
        opens = next((k for k in range(begin - 1, -1, -1) if row[k].titles or row[k].is_word(";", ".", ":")), -1)
        if opens >= 0 and row[opens].titles:  # T *until 2017*, now leads: that was the term of T
            opens = next((k for k in range(opens, begin) if row[k].is_word(",")), opens)
        front = self.terms.before(row[opens + 1].first, row[begin].first) if begin else Term()
        return together((behind, inside, front))


def _is_appointment(row: Sequence[Chunk], at: int) -> bool:
    """Whether a possessive leads to a noun of appointment: *her* recent *election* as; no *his* previous posts."""
    nouns = tables.words("appointment-nouns")
    return any(chunk.text in nouns for chunk in row[at + 1 : at + _WITHIN])


def _is_undone(row: Sequence[Chunk], begin: int) -> bool:
    """Whether what stands right before says that it came to nothing or may: *rejected the* nomination; *if* elected."""
    while begin and row[begin - 1].is_word("the", "his", "her", "their"):
        begin -= 1
    before = row[begin - 1] if begin else None
    undone = (tables.words("undone-verbs"), tables.words("conditions"))
    return before is not None and before.kind == "word" and any(before.text in words for words in undone)


def _said(row: Sequence[Chunk], end: int) -> tuple[int, str] | None:
    """The longest words before ``end`` that say what became of a post, by the table or by the grammar of its verbs."""
    start = max(0, end - _CLAUSE)
    listed = ending("tenure-verbs", row, end)
    parsed = tenure([chunk.text if chunk.kind == "word" else "" for chunk in row[start:end]], end - start)
    if parsed and (listed is None or start + parsed[0] < listed[0]):
        return start + parsed[0], parsed[1]
    return (listed[0], listed[1]["sense"]) if listed else None
