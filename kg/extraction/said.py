"""What the claims of a page say of whom, and where: who takes part in something, which words a claim holds."""

from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from kg.extraction.text.page import Page, Sentence
from kg.extraction.text.tokens import tokenise
from kg.extraction.words import tables
from kg.extraction.words.tables import Row, Table
from kg.model.claims import Attestation, Claim, MeetingReport, NameUse, Participation, Tier
from kg.model.text import Evidence

TokenSpan = tuple[int, int]
_FEW = 2


class Said:
    """One page and the claims that came from it; ``doubted`` are those of the lowest tier, which enter no graph."""

    def __init__(self, page: Page, claims: Sequence[Claim]) -> None:
        self.page = page
        self.doubted = [claim for claim in claims if claim.tier is Tier.POSSIBLE]
        entering = [claim for claim in claims if claim.tier is not Tier.POSSIBLE]
        self._names = [claim for claim in entering if isinstance(claim, NameUse)]
        self._posts = [claim for claim in entering if isinstance(claim, Attestation)]
        self._roles = [claim.role.casefold() for claim in self._posts]
        self._held: dict[str, bool] = {}
        parts = [claim for claim in entering if isinstance(claim, Participation)]
        self.busy = frozenset(claim.agent for claim in parts)
        self.in_posts = self._covered(self._posts)
        self.in_parts = self._covered(parts)
        self._meetings = [claim for claim in entering if isinstance(claim, MeetingReport)]
        self.in_meetings = self._covered(self._meetings)

    @cached_property
    def meets(self) -> bool:
        """Whether a meeting is reported."""
        return bool(self._meetings)

    @cached_property
    def several_meetings(self) -> bool:
        """Whether three or more are."""
        return len(self._meetings) > _FEW

    @cached_property
    def in_any(self) -> list[bool]:
        """The tokens that any claim holds."""
        covered = (self._covered(self._names), self.in_posts, self.in_parts, self.in_meetings)
        return [any(told) for told in zip(*covered, strict=True)]

    @cached_property
    def people(self) -> Table:
        """The people named."""
        return _forms(claim for claim in self._names if claim.kind == "person")

    @cached_property
    def agents(self) -> Table:
        """All who are named."""
        return _forms(self._names)

    @cached_property
    def idle(self) -> Table:
        """Those who take part in nothing."""
        return _forms(claim for claim in self._names if claim.name not in self.busy)

    @cached_property
    def busy_agents(self) -> Table:
        """Those who take part in something."""
        return _forms(claim for claim in self._names if claim.name in self.busy)

    @cached_property
    def idle_people(self) -> Table:
        """The people who take part in nothing."""
        return _forms(claim for claim in self._names if claim.kind == "person" and claim.name not in self.busy)

    @cached_property
    def holders(self) -> Table:
        """The people who hold a post."""
        held = {claim.person for claim in self._posts}
        return _forms(claim for claim in self._names if claim.name in held)

    @cached_property
    def homeless(self) -> dict[int, TokenSpan]:
        """By its first token: each post read without a body, of somebody of whom no other post has one."""
        homed = {claim.person for claim in self._posts if claim.organisation}
        alone = (claim for claim in self._posts if claim.person not in homed and claim.status != "designate")
        told = (claim for claim in alone if claim.role.casefold() not in tables.words("homeless-roles"))
        spans = (self.tokens_of(claim.evidence[-1]) for claim in told)
        return {first: (first, last) for first, last in spans}

    @cached_property
    def erring(self) -> dict[int, TokenSpan]:
        """By its first token: each post read by a rule that is trusted and erred often where it was measured."""
        spans = (self.tokens_of(claim.evidence[-1]) for claim in self._posts if claim.rule in _erring_rules())
        return {first: (first, last) for first, last in spans}

    @cached_property
    def post_starts(self) -> frozenset[int]:
        """The tokens at which the words of a post begin."""
        return frozenset(self.tokens_of(claim.evidence[-1])[0] for claim in self._posts)

    @cached_property
    def doubted_at(self) -> dict[int, Claim]:
        """By its last words: each claim of a rule that is not trusted and says what no other claim says."""
        found: dict[int, Claim] = {}
        for claim in self.doubted:
            first, last = self.tokens_of(claim.evidence[-1])
            if isinstance(claim, Attestation):
                news = not any(self.in_posts[first:last])
            else:
                idle = self.named_people - self.busy
                news = isinstance(claim, Participation) and claim.agent in idle
            if news and first < last:
                found.setdefault(first, claim)
        return found

    @cached_property
    def named_people(self) -> frozenset[str]:
        """The names of the people."""
        return frozenset(claim.name for claim in self._names if claim.kind == "person")

    def is_held(self, role: str) -> bool:
        """Whether somebody holds a post whose role has these (case-folded) words."""
        if role not in self._held:
            self._held[role] = any(role in held for held in self._roles)
        return self._held[role]

    def found(self, sentence: Sentence, table: Table, *more: Table) -> list[TokenSpan]:
        """The mentions of these names in a sentence."""
        found, at = [], sentence.first
        while at < sentence.last:
            hit = next((hit for names in (table, *more) if (hit := self.page.match(names, at))), None)
            if hit and hit.last <= sentence.last:
                found.append((hit.first, hit.last))
                at = hit.last
            else:
                at += 1
        return found

    def acting(self, sentence: Sentence) -> list[TokenSpan]:
        """Those named who take part in nothing and may act here, not spoken of: *in* Kenya, *of* the Agency."""
        return [span for span in self.found(sentence, self.idle, tables.states()) if self._may_act(span[0])]

    def unread(self, sentence: Sentence) -> list[TokenSpan]:
        """The people named where no part was read, whatever else they take part in."""
        named = self.found(sentence, self.people)
        return [span for span in named if not self.in_parts[span[0]] and not self.in_meetings[span[0]]]

    def _may_act(self, first: int) -> bool:
        if self.in_meetings[first] or self.in_posts[first] or self._is_busy_state(first) or self._is_of_town(first):
            return False
        before = self.before(first)
        if before < 0 or self.page.tokens[before].lower not in tables.words("objects-of"):
            return True
        return before > 0 and self.page.tokens[before - 1].lower in tables.words("member-nouns")

    def _is_busy_state(self, first: int) -> bool:
        """Whether it is a state that takes part, by whatever name."""
        state = self.page.match(tables.states(), first)
        return state is not None and state.row["id"] in self._busy_states

    @cached_property
    def _busy_states(self) -> frozenset[str]:
        """The states that take part, by their id."""
        found = (tables.states().match(tokenise(name), 0) for name in self.busy)
        return frozenset(hit.row["id"] for hit in found if hit)

    def _is_of_town(self, first: int) -> bool:
        """Whether it only says where a town is: Phnom Penh, *Cambodia*."""
        if first < 2 or self.page.tokens[first - 1].text != ",":
            return False
        return any(
            (town := self.page.match(tables.table("cities"), at)) is not None and town.last == first - 1
            for at in range(max(0, first - 4), first - 1)
        )

    def is_read(self, at: int) -> bool:
        """Whether a token is of a name, a post, a part, a meeting, a place or a day, or of a title without a name."""
        told = self.in_posts[at] or self.in_parts[at] or self.in_meetings[at]
        known = (self.agents, tables.states(), tables.table("cities"), tables.table("role-heads"))
        return (
            told
            or self.page.tokens[at].lower in tables.words("calendar-words")
            or any(self.page.match(table, at) for table in known)
        )

    def is_listed(self, span: TokenSpan, marks: frozenset[str]) -> bool:
        """Whether one of the marks stands right before or behind."""
        tokens, (first, last) = self.page.tokens, span
        before = self.before(first)
        return (last < len(tokens) and tokens[last].lower in marks) or (before >= 0 and tokens[before].lower in marks)

    def before(self, first: int) -> int:
        """The token before a name, articles left out; -1 if there is none."""
        before = first - 1
        while before >= 0 and self.page.tokens[before].lower in ("the", "both"):
            before -= 1
        return before

    def tokens_of(self, words: Evidence) -> TokenSpan:
        """The tokens of the words of a claim."""
        return self.page.at(words.span.start), self.page.before(words.span.end)

    def _covered(self, claims: Iterable[Claim]) -> list[bool]:
        """For every token whether the words of a claim hold it."""
        covered = [False] * len(self.page.tokens)
        for claim in claims:
            for words in claim.evidence:
                first, last = self.tokens_of(words)
                covered[first:last] = [True] * (last - first)
        return covered


@cache
def _erring_rules() -> frozenset[str]:
    """The rules of which one claim in ten or more was wrong."""
    return frozenset(row.form for row in tables.rows("rules") if int(row["wrong"]) * 9 >= int(row["right"]) > 0)


def _forms(names: Iterable[NameUse]) -> Table:
    """The names, and the surnames of people."""
    forms = set()
    for claim in names:
        forms |= {claim.name, *claim.also, *([claim.acronym] if claim.acronym else [])}
        if claim.kind == "person":
            forms.add(claim.name.split()[-1])
    return Table((form, Row(form, {})) for form in sorted(forms))
