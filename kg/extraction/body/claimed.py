"""Which bodies and states of a text become claims, by what rule: what the text shows them doing.

A body holds a post, takes part, has its acronym printed, is the subject of a verb, is named again, or is only
named; what stands inside a role or the name of a meeting was not named for itself. A state must act.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from kg.extraction.body.actors import acting_states
from kg.extraction.body.bodynames import head_hit
from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.body.nested import NESTED
from kg.extraction.participation.parts import Part
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_of_speech

Span = tuple[int, int]

_FEW = frozenset(("body.introduced", "body.acronym", "body.slot", "body.company", "body.plural"))
"""Sources that name few bodies: their evidence is only told apart as good or not."""
_PLAIN = 2  # words of: Regional Centre
_PASSING = frozenset(("once", "again", "listed", "prefix"))


class Evidence:
    """What one document shows of its bodies; ``held`` are the names of those in which somebody holds a post.

    ``people`` and ``tied`` are the tokens with which names begin: of people, and of bodies of which a tie is told.
    """

    def __init__(
        self,
        page: Page,
        *,
        mentions: Sequence[BodyMention],
        people: Collection[int],
        held: Collection[str],
        parts: Sequence[Part],
        tied: Collection[int],
        titles: Sequence[Titles],
        meetings: Iterable[Span],
    ) -> None:
        self.page = page
        self._held = held
        self._states = acting_states(page, mentions, people)
        self._parts = {part.agent.body.first for part in parts if part.agent.body and part.presence == "present"}
        self._acting = self._parts | set(tied)
        roles = (part for group in titles for title in group.titles for part in title.parts)
        self._in_role, self._in_meeting = _mask(page, roles), _mask(page, meetings)

    def rule(self, body: Body) -> str | None:
        """The rule that claims a body or state; None for a state that does nothing."""
        if body.is_state:
            return self._acts_as_state(body)
        rules = {mention.rule for mention in body.mentions}
        if rules == {"body.place"}:
            return None
        if rules == {NESTED}:
            return NESTED
        kind = "body.bare" if all(m.is_alias and m.last - m.first == 1 for m in body.mentions) else _source(body)
        acts = any(mention.first in self._parts for mention in body.mentions)
        tied = any(mention.first in self._acting for mention in body.mentions)
        if acts or (tied and not (kind == "body.head" and _is_undertaking(body))):
            if not acts and _is_of_news(self.page, body):
                return "body.reporter"
            return f"{kind}/{'named' if kind in _FEW else 'acts' if acts else 'tied'}"
        shown = self._shown(body)
        coded = all(_is_code(self.page, mention) for mention in body.mentions)
        if kind == "body.known" and shown in _PASSING and (coded or _may_be_another(body)):
            return "body.acronym/only"
        if all(self._is_credited(mention) for mention in body.mentions):
            return "body.reporter"
        if shown not in ("post", "headline") and _is_of_news(self.page, body):
            return "body.reporter"
        if kind == "body.head" and shown in _PASSING and _is_undertaking(body):
            return "body.undertaking"
        if kind == "body.head" and shown == "once" and _says_only_what(body):
            return "body.bare/once"
        if kind in _FEW:
            return f"{kind}/{'named' if shown in ('post', 'acronym', 'subject') else 'only'}"
        return f"{kind}/{shown}"

    def _acts_as_state(self, body: Body) -> str | None:
        acting = [mention for mention in body.mentions if mention.first in self._parts]
        if acting:
            adjective = all(mention.rule == "state.demonym" for mention in acting)
            entry = not any(self._is_told(mention) for mention in acting)
            return f"state.acts/{'adjective' if adjective else 'entry' if entry else 'named'}"
        return next((self._states[m.first] for m in body.mentions if m.first in self._states), None)

    def _is_told(self, mention: BodyMention) -> bool:
        """Whether a sentence names it, no line of a list and no heading."""
        index = self.page.sentence_of(mention.first)
        sentence = None if index is None else self.page.sentences[index]
        return sentence is not None and sentence.block.kind == "prose" and not sentence.is_item

    def _shown(self, body: Body) -> str:
        if body.name in self._held:
            return "post"
        told = [mention for mention in body.mentions if not self._is_heading(mention)]
        free = [mention for mention in told if not self._in_role[mention.first] and not self._in_meeting[mention.first]]
        if not told:
            return "headline" if any(self._is_cried(mention) for mention in body.mentions) else "heading"
        if not free:
            if any(self._in_role[mention.first] for mention in told):
                return "in-role"
            if any(mention.acronym for mention in told):
                return "acronym"
            return "session" if any(self._meets(mention) for mention in told) else "in-meeting"
        if any(mention.acronym for mention in free):
            return "acronym"
        if any(self._is_subject(mention) for mention in free):
            return "subject"
        if all(mention.prefix for mention in free):
            return "prefix"
        if len(free) > 1:
            return "again"
        if self._is_listed(free[0]):
            return "listed"
        return "once"

    def _meets(self, mention: BodyMention) -> bool:
        """Whether a meeting is said to be one of the body: the third session *of the Tide Council*."""
        tokens, at = self.page.tokens, mention.first - 1
        at -= at >= 0 and tokens[at].lower == "the"
        return at >= 0 and tokens[at].lower == "of" and not mention.prefix

    def _is_heading(self, mention: BodyMention) -> bool:
        index = self.page.sentence_of(mention.first)
        return index is not None and self.page.sentences[index].block.kind in ("headline", "heading")

    def _is_cried(self, mention: BodyMention) -> bool:
        """Whether a heading is the headline, or capitals all over, where any word may belong to the name."""
        index = self.page.sentence_of(mention.first)
        sentence = self.page.sentences[index] if index is not None else None
        if sentence is None or sentence.block.kind == "headline":
            return True
        return not any(token.text[-1].islower() for token in self.page.tokens[sentence.first : sentence.last])

    def _is_subject(self, mention: BodyMention) -> bool:
        """Whether a verb follows: the Centre *said*, the Office *has*."""
        at = mention.outer
        if mention.prefix or at >= len(self.page.tokens) or self._is_governed(mention):
            return False
        token = self.page.tokens[at]
        return is_of_speech(token) or token.lower in tables.words("finite-verbs")

    def _is_credited(self, mention: BodyMention) -> bool:
        """Whether a label says that a text or picture is its: *Source:* Tide Press."""
        tokens, at = self.page.tokens, mention.first - 1
        return at > 0 and tokens[at].text == ":" and tokens[at - 1].lower in tables.words("credit-words")

    def _is_governed(self, mention: BodyMention) -> bool:
        """Whether a preposition stands in front: a report *of the* Council was, attacks *by* the Army are."""
        tokens, at = self.page.tokens, mention.first - 1
        while at > 0 and tokens[at].lower in ("the", "its", "their"):
            at -= 1
        return at >= 0 and tokens[at].lower in tables.words("governing-words")

    def _is_listed(self, mention: BodyMention) -> bool:
        index = self.page.sentence_of(mention.first)
        return index is not None and self.page.sentences[index].is_item


def _mask(page: Page, spans: Iterable[Span]) -> list[bool]:
    mask = [False] * len(page.tokens)
    for first, last in spans:
        mask[first:last] = [True] * (last - first)
    return mask


def _is_undertaking(body: Body) -> bool:
    """Whether a name may be that of what is undertaken: the Youth Tides *Initiative*, *Partnership* for Lagoons."""
    words = body.name.casefold().split()
    ends = next((at for at, word in enumerate(words) if at and word in tables.words("complement-leads")), len(words))
    return words[ends - 1] in tables.words("undertakings")


def _says_only_what(body: Body) -> bool:
    """Whether a name only tells of what kind a body is: the *Special Committee*, a *Regional Centre*."""
    words = body.name.casefold().split()
    abroad = words[-1] in tables.words("bodies-abroad")  # the EU *Delegation* is in the land
    return len(words) == _PLAIN and words[0] in tables.words("organ-adjectives") and not abroad


def _may_be_another(body: Body) -> bool:
    """Whether only letters that stand for something else too are printed: *ICT*, no institute beside it."""
    letters = all(mention.last == mention.first + 1 for mention in body.mentions)
    return letters and body.name.isupper() and body.known in _shared_acronyms()


@cache
def _shared_acronyms() -> frozenset[str]:
    return frozenset(row["id"] for row in tables.rows("bodies") if row.flag("acronym_ambiguous"))


def _is_code(page: Page, mention: BodyMention) -> bool:
    """Whether a body is only letters in a bracket: the Tide Commission *(OAS/SMS/TC)*; Regulation *(EU)* 1/24."""
    tokens, first, last = page.tokens, mention.first - 1, mention.last
    if first < 1 or last >= len(tokens) or mention.last > mention.first + 1:
        return False
    if tokens[first].text == "(" and tokens[last].text == ")":
        return tokens[first - 1].lower in tables.words("legal-acts")
    while first > 0 and tokens[first].text == "/" and tokens[first - 1].is_acronym:
        first -= 2
    while last + 1 < len(tokens) and tokens[last].text == "/" and tokens[last + 1].is_acronym:
        last += 2
    return tokens[first].text == "(" and tokens[last].text == ")" and tokens[first - 1].is_capitalised


def _is_of_news(page: Page, body: Body) -> bool:
    """Whether a body tells of what others do: the Tide *News Agency* reported."""
    mention = max(body.mentions, key=lambda one: one.last - one.first)
    heads = (head_hit(page, at) for at in range(mention.first, mention.last))
    return any(head and head.row["kind"] == "media" for head in heads)


def _source(body: Body) -> str:
    rules = {mention.rule for mention in body.mentions if not mention.is_alias}
    order = ("body.known", "body.head", "body.introduced", "body.acronym", "body.slot", "body.company", "body.plural")
    return next((rule for rule in order if rule in rules), "body.head")
