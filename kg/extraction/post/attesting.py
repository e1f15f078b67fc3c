"""The posts that a reading tells of, as claims: whose, what, in which body, with the words and the rule that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.body.mentions import BodyMention
from kg.extraction.computed import computed
from kg.extraction.person.people import Person
from kg.extraction.post.appointments import Told
from kg.extraction.post.holders import is_national, is_office, role_of
from kg.extraction.post.house import is_elected
from kg.extraction.post.no_posts import is_post
from kg.extraction.post.role_homes import can_hold
from kg.extraction.post.sharing import Holding
from kg.extraction.post.terms import of_sense, status_of
from kg.extraction.post.title import Title
from kg.extraction.quoting import passages
from kg.extraction.reading import Reading
from kg.extraction.rules import tier
from kg.extraction.suspicion import suspects
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.claims import Attestation, Tier
from kg.model.dates import PartialDate

_RECALLED = frozenset(
    f"post.inherited/{step}" for step in ("elsewhere", "title", "acting", "near", "state", "ours", "office")
) | {"post.national"}
"""Rules by which a post has its body, or its want of one, from the rest of the text."""
_SHORT = ("post.title-name/bare", "post.title-name/style")
_TITLED = "post.title-name/titled"
_MARKED = ("post.title-comma-name", "post.name-title")
_WITHOUT = {
    "unread": "post.unread-body",
    "office": "post.office",
    "field": "post.field",
    "national": "post.national",
    "listed": "post.listed",
    "telling": "post.telling",
}


class Attesting:
    """States the posts of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.page = reading.page

    def all(self) -> Iterator[Attestation]:
        """One per person, role and body; "Minister Varga" says nothing that a fuller title of hers does not say."""
        seen: set[tuple[str, str, str | None]] = set()
        full: dict[str, list[Attestation]] = {}
        for claim in self.each:
            full.setdefault(claim.person, []).append(claim)
        for claim in _best(list(self._dated_and_merged())):
            key, others = _key(claim), full.get(claim.person, ())
            if key not in seen and not _is_short(claim, others) and not self._is_of_headline(claim, others):
                seen.add(key)
                yield claim

    def _is_of_headline(self, claim: Attestation, others: Sequence[Attestation]) -> bool:
        """Whether a headline only calls *head* of a body the one whose title there the text gives."""
        if claim.role.casefold() not in tables.words("headline-posts"):
            return False
        titled = any(one.organisation == claim.organisation and _key(one) != _key(claim) for one in others)
        headline = next((block for block in self.page.blocks if block.kind == "headline"), None)
        return titled and headline is not None and all(words.span.end <= headline.end for words in claim.evidence)

    def _dated_and_merged(self) -> Iterator[Attestation]:
        """Every attestation, the first of a post with what later ones say of its status and term."""
        told: dict[tuple[str, str, str | None], Attestation] = {}
        for claim in self.each:
            if claim.status != "substantive" or claim.start or claim.end:
                told.setdefault(_key(claim), claim)
        for claim in self.each:
            more = told.get(_key(claim)) if told and claim.status == "substantive" else None
            yield _with_term(claim, more) if more else claim

    @computed
    def each(self) -> list[Attestation]:
        """Every attestation, those too that say the same."""
        return list(self._each_attestation())

    def _each_attestation(self) -> Iterator[Attestation]:
        for group in self.reading.titles:
            told = self.reading.told.get(group.first, Told(None))
            if told.person is None or group.first in self._tainted:
                continue
            posts = [title for title in group.titles if is_post(self.page, title)]
            for holding in self._held.get(group.first, [None]):
                if holding and holding.rule == "post.broken":
                    continue  # words between title and name were not read: whose it is, but not where
                another = holding is not None and holding.person is not told.person
                of_one = replace(told, person=holding.person) if holding and another else told
                yield from self._posts(of_one, posts, holding)
        yield from self._inherited()
        yield from self._implied()

    def _posts(self, told: Told, titles: Sequence[Title], holding: Holding | None) -> Iterator[Attestation]:
        person = self.reading.person_of.get(told.person) if told.person else None
        if person:
            yield from (self._attestation(person, told, title, holding) for title in titles)

    @computed
    def _held(self) -> dict[int, list[Holding | None]]:
        """The holdings of each group of titles, by its first token; a title in the plural has several."""
        held: dict[int, list[Holding | None]] = {}
        for holding in self.reading.holdings:
            held.setdefault(holding.titles.first, []).append(holding)
        return held

    def _inherited(self) -> Iterator[Attestation]:
        """The posts of those who came before or after another in them."""
        for succession in self.reading.successions:
            group = succession.titles
            if group.first not in self._tainted:
                told = Told(succession.person, term=succession.term, words=succession.words)
                for claim in self._posts(told, group.titles, self._held.get(group.first, [None])[0]):
                    says_all = claim.rule in ("post.office", "post.field")  # Minister of Tides
                    rule = f"post.succession/{'body' if claim.organisation else 'office' if says_all else 'bare'}"
                    title = _without_status(claim)
                    yield replace(claim, title=title, status=succession.status, rule=rule, tier=tier(rule))

    def _implied(self) -> Iterator[Attestation]:
        """The posts that no title names."""
        for post in self.reading.implied:
            person, rule = self.reading.person_of.get(post.person), post.rule
            if person:
                spans = [(post.person.first, post.person.last), post.words, (post.body.first, post.body.outer)]
                yield Attestation(
                    person=person.name, role=post.role, organisation=self.reading.body_name(post.body),
                    title=self.page.words(*post.words), start=None, end=None, status="substantive",
                    attested_on=self._attested_on(post.words[0]), rule=rule, tier=tier(rule),
                    evidence=passages(self.page, spans),
                )  # fmt: skip

    @computed
    def _tainted(self) -> set[int]:
        """The titles that make nobody an official."""
        titled = (row for row in self.reading.rows if "titles" in row.kinds)
        return {first for row in titled for first in suspects(self.page, row)}

    def _attestation(self, person: Person, told: Told, title: Title, holding: Holding | None) -> Attestation:
        mention = told.person
        assert mention is not None
        own = self._shared(holding, title)
        between = own or (self.reading.homes.between.get(holding.titles.first) if holding else None)
        home = None if title.body or between else self.reading.homes.found.get(title.first)
        if home and home.step == "bracket" and holding and holding.rule == "post.title-names":
            home = None  # Prime Ministers P (Kenya) and Q: it stands behind another
        body = own or title.body or between or (home.body if home else None)
        name = self.reading.body_name(body)
        how = holding.rule if holding else "post.told" if told.said else "post.described"
        rule = f"{how}/{'body' if name else 'bare'}"
        if rule == "post.name-title/body":
            rule = f"post.name-title/{self._tie(title)}"
        if home and name:
            rule = f"post.inherited/{home.step}"
        elif name is None:
            why = self.reading.homes.without.get(title.first, "")
            why = "" if why == "telling" and how not in _MARKED else why
            before = how in ("post.title-name", "post.title-names") and why in ("style", "titled")
            rule = f"post.title-name/{why}" if before else _WITHOUT.get(why, rule)
        office = is_office(self.page, title) or is_national(role_of(self.page, title))
        nameless = body is not None and name is None and body.is_alias and office
        rule = _WITHOUT["office"] if nameless else rule  # Attorney General *of the Federation*
        end = title.body.last if title.body and title.body.outer == title.last else title.last
        spans = [(mention.first, mention.last), (title.first, end)]
        if between and (own or not title.body):
            spans.append((between.first, between.outer))
        if home:
            spans += [(home.body.first, home.body.outer), *((home.tie,) if home.tie else ())]
        term = of_sense(told.sense, told.term)
        role, more = _role(self.page, title, holding)
        spans += more
        spans += [*((told.words,) if told.words else ()), *(term.words if term.start or term.end else ())]
        return Attestation(
            person=person.name, organisation=name,
            role=self.page.words(title.parts[0][0], title.last) if nameless else role,
            title=self.page.words(title.first, end), start=term.start, end=term.end,
            status=status_of(told.sense, title.status, term, self.page.published),
            attested_on=self._attested_on(title.first), rule=rule, tier=tier(rule), evidence=passages(self.page, spans),
        )  # fmt: skip

    def _shared(self, holding: Holding | None, title: Title) -> BodyMention | None:
        """The body of one of several who share a title; no state for what no state has: Vice-Chairs P *(Norway)*."""
        body = holding.body.body if holding and holding.body and holding.rule == "post.title-names" else None
        if body is None or not body.is_state:
            return body
        role = role_of(self.page, title)
        if title.body and not title.body.is_state and not is_national(role):
            return None  # the Group's Co-Chairs, P (Norway) and Q (Kenya)
        return body if can_hold(self.page, role, body) and not is_elected(self.page, title) else None

    def _tie(self, title: Title) -> str:
        """Where the body of the commonest kind of title stands, and what it is: Head *of* a *known* body.

        ``owner``: the Agency's Head; ``beside``: Head, the Agency; ``apart``: no part of the title.
        """
        body = title.body
        if body is None:
            return "apart"
        role_last = title.parts[0][1]
        if body.first < role_last:
            return "owner"
        words = {token.lower for token in self.page.tokens[role_last : body.first]}
        how = "beside" if "," in words else "of" if "of" in words else "at"
        return f"{how}-{'state' if body.is_state else 'known' if body.known else 'named'}"

    def _attested_on(self, token: int) -> PartialDate | None:
        """The day of the meeting of which the sentence tells, else the date of issue."""
        index = self.page.sentence_of(token)
        day = self._days_told.get(index) if index is not None else None
        return day or self.page.published

    @computed
    def _days_told(self) -> dict[int, PartialDate]:
        """The day of the first meeting held of which each sentence tells."""
        found: dict[int, PartialDate] = {}
        for part in self.reading.parts:
            index, setting = self.page.sentence_of(part.chunk.first), self.reading.settings[part.meeting.number]
            if index is not None and setting.start and setting.start.day and setting.state == "held":
                found.setdefault(index, setting.start)
        return found


def _role(page: Page, title: Title, holding: Holding | None) -> tuple[str, list[tuple[int, int]]]:
    """The role of a title that somebody holds, and the words besides the title's own that say it."""
    role = title.role(page)
    if holding and holding.sent:
        lead, place = holding.sent
        return f"{role} {lead} {page.words(*place)}", [place]
    if holding and holding.field:
        lead = f" {page.tokens[holding.field[0]].lower} "
        return f"{role.partition(lead)[0]} {page.words(*holding.field)}", [holding.field]
    return role, []


def _best(claims: Sequence[Attestation]) -> Iterator[Attestation]:
    """For each claim that is only possible a better one that says the same, if the text has one further on."""
    if Tier.POSSIBLE not in {claim.tier for claim in claims}:
        return iter(claims)
    better: dict[tuple[str, str, str | None], Attestation] = {}
    for claim in claims:
        if claim.tier is not Tier.POSSIBLE:
            better.setdefault(_key(claim), claim)
    return (better.get(_key(claim), claim) if claim.tier is Tier.POSSIBLE else claim for claim in claims)


def _key(claim: Attestation) -> tuple[str, str, str | None]:
    """Whose post, which and where; Counter-Terrorism Coordinator and *Counter Terrorism Co-ordinator* are one."""
    return claim.person, claim.role.casefold().replace("-", " "), claim.organisation


def _without_status(claim: Attestation) -> str:
    """A title without the word that says how far the other is in it: *next* President of the Council."""
    word, _, rest = claim.title.partition(" ")
    return (
        rest
        if rest and word.casefold() in tables.table("role-modifiers").firsts and not claim.role.startswith(word)
        else claim.title
    )


def _is_short(claim: Attestation, full: Sequence[Attestation]) -> bool:
    """Whether a title is but a short form of one told in full."""
    if claim.status != "substantive" or not full:
        return False
    words = set(claim.role.casefold().split())
    longer = [other for other in full if words < set(other.role.casefold().split())]
    shortened = bool(longer)
    if claim.rule in _RECALLED and any(_is_acronym_of(claim.role, other.role) for other in full):
        return True  # the DG, of the Director General
    if claim.organisation is None and any(other.rule == "post.succession/body" for other in longer):
        return True
    if claim.rule == "post.inherited/behind" and claim.role.casefold() in tables.words("ranks-of-envoys"):
        return any(_key(other) != _key(claim) for other in full)
    if claim.rule in _SHORT:
        return shortened or any(other.organisation and other.rule not in _RECALLED for other in full)
    if claim.rule == _TITLED:
        return shortened or any(other.organisation and _key(other)[:2] == _key(claim)[:2] for other in full)
    return (claim.rule in _RECALLED or claim.rule == "post.office") and shortened


def _is_acronym_of(short: str, role: str) -> bool:
    """Whether a role is only the initials of another: DG, Director General for Tides."""
    initials = "".join(word[0] for word in role.replace("-", " ").split() if word[0].isupper())
    return len(short) > 1 and short.isupper() and short != role and initials.startswith(short)


def _with_term(claim: Attestation, more: Attestation) -> Attestation:
    """A post with the status and term that other words of the document give it."""
    if more is claim or claim.start or claim.end:
        return claim
    evidence = (*claim.evidence, *(e for e in more.evidence if e not in claim.evidence))
    return replace(claim, status=more.status, start=more.start, end=more.end, evidence=evidence)
