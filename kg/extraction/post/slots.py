"""The body in a title's own phrase: ``of the BODY``, ``at the BODY``, ``, BODY``, and the parent behind it."""

from kg.extraction.body.acronyms import body_in_slot
from kg.extraction.body.bodynames import capital_list, head_at
from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.described import past_owner
from kg.extraction.post.firms import closes, follows_name
from kg.extraction.post.heads import Ground
from kg.extraction.post.role_homes import mention_kind
from kg.extraction.words import tables
from kg.extraction.words.holders import singular
from kg.extraction.words.names import is_of_speech, is_ordinary
from kg.extraction.words.tables import Hit

_LEADS = frozenset(("of", "at", "in", "within", "from", "with", "to", "de", "del", "des", "do", "du", "da"))
_ARTICLES = frozenset(("the", "its", "both", "la", "el", "las", "los", "l'"))
_PARENTS = frozenset(("of", "at", "in", "within"))


class BodySlots:
    """Finds the bodies of titles behind their heads."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.page = ground.page

    def body(self, pos: int, head: Hit) -> BodyMention | None:
        """The body at ``of BODY``, ``at the BODY`` or ``, BODY`` right after a title; of a minister *in STATE* too."""
        tokens = self.page.tokens
        lead = tokens[pos]
        comma = lead.text in (",", "|")
        serves = lead.lower == "for" and (self._serves(pos) or self._to_ministry(pos))
        leads = comma or serves or lead.lower in _LEADS
        if not leads or (lead.is_capitalised and not self.page.joined(pos - 1)):
            return None  # or the next line: *For* the Tide Agency
        at = pos + 1
        while at < len(tokens) and tokens[at].lower in _ARTICLES:
            at += 1
        while at + 1 < len(tokens) and self._is_passed(at):
            at += 1
        at = past_owner(self.ground, at)
        if at >= len(tokens):
            return None
        mention = self.ground.body_at.get(at)
        if mention is None or (mention.prefix and not self._owned(mention)):
            mention = body_in_slot(self.page, at, self.ground.taken)
        if mention is None or (at == pos + 1 and not mention.known and self._is_of_field(pos)):
            return None
        mention = self._organ(mention)
        if mention.is_state and comma:
            return None
        if lead.lower == "to" and self._advises(head, mention):
            return mention
        if lead.lower in ("to", "with") or (lead.lower in ("in", "from") and mention.is_state):
            several = lead.lower == "from" and singular(self.page.words(head.first, head.last)) is not None
            governs = (lead.lower == "in" or several) and head.row["class"] in tables.words("governing-classes")
            return mention if (governs and mention.is_state) or self._is_with(lead.lower, mention, head) else None
        if comma and not closes(self.ground, self._past_parent(mention)) and not self._twin(mention):
            return None
        if serves and not mention.known and at == pos + 1 and not (self._is_unit(mention) or self._is_own(mention)):
            return None  # Commissioner for Tidal Services: a field without article
        return mention

    def _is_with(self, lead: str, mention: BodyMention, head: Hit) -> bool:
        """Whether *with* leads to where somebody is: P, Legal Officer *with* the Agency; no Minister with the Union."""
        housed = lead == "with" and head.row["class"] in tables.words("housed-classes")
        return housed and not mention.is_state and not mention.prefix and follows_name(self.ground, head)

    def _is_of_field(self, pos: int) -> bool:  # for *Rule of* Law and Security Institutions
        return self.page.tokens[pos].lower == "of" and self.page.tokens[pos - 1].lower in tables.words("field-heads")

    def _advises(self, head: Hit, mention: BodyMention) -> bool:
        """Whether a post is one *to* the body in which it is held: Legal Adviser *to the Ministry*; no official's."""
        served = (
            self.page.match(tables.table("role-heads"), mention.outer) if self.page.joined(mention.outer - 1) else None
        )
        house = any(
            self.page.match(tables.phrases("state-houses-abroad"), at) for at in range(mention.first, mention.last)
        )
        fits = head.row["role"] == "adviser" or (house and not mention.is_state)  # Attaché *to the Embassy*
        fits = fits or (head.row["role"] == "secretary" and mention_kind(self.page, mention) == "ministry")
        formal = any(token.lower == "of" for token in self.page.tokens[mention.first : mention.last])
        return fits and (formal or not mention.is_state) and not mention.prefix and served is None

    def is_field(self, pos: int) -> bool:
        """Whether ``of UNIT`` without article is no more than a field: the Union's Head of *Lagoon Division*."""
        mention = self.ground.body_at.get(pos + 1) if self.page.tokens[pos].lower == "of" else None
        return mention is not None and not mention.known and self._is_unit(mention) and mention.outer == mention.last

    def is_portfolio(self, pos: int) -> bool:
        """Whether ``of CAPITALS`` without article is what a post is about: Director of *National Intelligence*."""
        mention = self.ground.body_at.get(pos + 1) if self.page.tokens[pos].lower == "of" else None
        if mention is None or mention.known or mention.acronym or mention.outer > mention.last:
            return False
        words = self.page.tokens[mention.first : mention.last]
        plain = not self.page.match(tables.demonyms(), mention.first)
        plain = plain and all(is_ordinary(token) or not token.is_capitalised for token in words)
        return plain and words[-1].lower in tables.words("portfolio-ends")

    def _is_unit(self, mention: BodyMention) -> bool:
        """Whether the name of a unit ends the words: Director for *Lagoon Division*."""
        words = (self.page.tokens[at].lower for at in range(mention.first + 1, mention.last))
        return any(word in tables.words("unit-heads") for word in words)

    def _is_own(self, mention: BodyMention) -> bool:
        """Whether words can only be a body's name: Inspector General for *Kenya* Police, for the Reef Office *(RO)*."""
        of_state = self.page.match(tables.states(), mention.first)
        return mention.acronym is not None or (of_state is not None and of_state.last < mention.last)

    def _is_passed(self, at: int) -> bool:
        """Whether a word before a body says where or how old it is: the *Vienna-based* Office, the *new* Office."""
        lower = self.page.tokens[at].lower
        return at not in self.ground.body_at and (lower.endswith("-based") or lower in tables.words("before-bodies"))

    def _serves(self, pos: int) -> bool:
        """Whether a post is one *for* a body, in which it is held: spokesperson *for* the Ministry."""
        heads = (self.page.match(tables.table("role-heads"), at, pos) for at in range(max(0, pos - 4), pos))
        hit = next((hit for hit in heads if hit and hit.last == pos), None)
        return hit is not None and hit.row["class"] in tables.words("serving-classes")

    def _to_ministry(self, pos: int) -> bool:
        """Whether a ministry follows, of which somebody is the secretary: Permanent Secretary for *the Ministry*."""
        at = pos + 2 if pos + 2 < len(self.page.tokens) and self.page.tokens[pos + 1].lower == "the" else pos + 1
        hit = self.page.match(tables.table("organisation-heads"), at) if at < len(self.page.tokens) else None
        if at != pos + 2:
            return False
        office = self.ground.body_at.get(at)  # Under-Secretary for *the Office (TO)*
        printed = office is not None and office.acronym is not None and not office.is_state
        return printed or (hit is not None and hit.row["kind"] == "ministry")

    def adjoined(self, pos: int, *, bare: bool) -> BodyMention | None:
        """The unit right behind a head: Director *Tide Department*; behind a field only a state: of Tides *Kenya*."""
        mention = self.ground.body_at.get(pos)
        if mention is None or not self.page.joined(pos - 1) or not (bare or mention.is_state):
            return None
        if "\n" in self.page.text[self.page.tokens[pos - 1].end : self.page.tokens[pos].start]:
            return None
        return mention if not mention.prefix or self._owned(mention) else None

    def _organ(self, mention: BodyMention) -> BodyMention:
        """The organ that a body or state is said to have: *the Council's Committee*, *Kenya's Council*, *EU/Team*."""
        owned = mention.last < len(self.page.tokens) and self.page.tokens[mention.last].lower in ("'s", "/")
        organ = self.ground.body_at.get(mention.last + 1) if owned else None
        return organ if organ and not organ.is_state else mention

    def master(self, pos: int) -> tuple[BodyMention, int, int] | None:
        """Whose post this is, where it begins and ends, and the body of both: Envoy *of the UN Secretary-General*."""
        tokens = self.page.tokens
        if tokens[pos].lower not in ("of", "to") or pos + 2 >= len(tokens):
            return None
        mention = self.ground.body_at.get(pos + 2 if tokens[pos + 1].lower == "the" else pos + 1)
        if mention is None or mention.outer >= len(tokens) or not self.page.joined(mention.outer - 1):
            return None
        if tokens[pos].lower == "to" and mention.is_state:
            return None
        hit = self.page.match(tables.table("role-heads"), mention.outer)
        served = hit and tokens[hit.first].is_capitalised and not self.ground.taken[hit.first]
        served = served and head_at(self.page, hit.last if hit else 0) is None  # the Tide Chiefs of Staff Committee
        served = served and not (hit and self._is_rank_of_next(hit)) and self.past_rank(mention.outer, mention) is None
        return (mention, hit.first, hit.last) if hit and served else None

    def _is_rank_of_next(self, hit: Hit) -> bool:
        """Whether a post is the rank of who is named behind it: Chief of the Police *Commissioner General* Varga."""
        rank = self.page.match(tables.table("honorifics"), hit.first)
        at = hit.last
        before_name = at < len(self.page.tokens) and self.ground.taken[at] and self.page.joined(at - 1)
        return before_name and rank is not None and rank.last == at

    def past_rank(self, pos: int, body: BodyMention | None) -> int | None:
        """Where a rank behind a post in a police force ends, right before a name: chief *Director General* Varga."""
        tokens = self.page.tokens
        hit = self.page.match(tables.phrases("police-ranks"), pos) if body and pos < len(tokens) else None
        if hit is None or body is None or not tokens[pos].is_capitalised or not self.page.joined(pos - 1):
            return None
        named = hit.last < len(tokens) and self.ground.taken[hit.last] and self.page.joined(hit.last - 1)
        return hit.last if named and mention_kind(self.page, body) == "police" else None

    def parent(self, pos: int) -> BodyMention | None:
        """The body to which the body of the post belongs: *of the Structure (RATS)* of the Organisation."""
        tokens = self.page.tokens
        if tokens[pos].lower not in _PARENTS or pos + 2 >= len(tokens):
            return None
        mention = self.ground.body_at.get(pos + 2 if tokens[pos + 1].lower == "the" else pos + 1)
        if mention is None or (mention.is_state and tokens[pos].lower != "of"):
            return None
        return mention if not mention.prefix or self._owned(mention) else None

    def _past_parent(self, mention: BodyMention) -> int:
        """Where a body ends behind a comma, whose parent follows: Director, Department of Tides *of the Union*."""
        parent = self.parent(mention.outer) if mention.outer < len(self.page.tokens) else None
        return parent.outer if parent else mention.outer

    def _owned(self, mention: BodyMention) -> bool:
        """A prefix is a body of its own only if no topic follows it."""
        return capital_list(self.page, mention.last, self.ground.taken) is None

    def _twin(self, body: BodyMention) -> BodyMention | None:
        """A body of one kind that *and* joins and a mark ends: Ministry of Tides *and Ministry of Reefs*, P."""
        tokens, at = self.page.tokens, body.outer + 1
        if at + 1 >= len(tokens) or tokens[body.outer].lower != "and":
            return None
        mention = self.ground.body_at.get(at + (tokens[at].lower == "the"))
        if mention is None or tokens[mention.first].lower != tokens[body.first].lower or body.is_state:
            return None
        ends = mention.outer >= len(tokens) or tokens[mention.outer].text in ",;)(" or self.ground.taken[mention.outer]
        return mention if ends and tokens[mention.first].is_capitalised else None

    def second(self, first: int, pos: int, body: BodyMention | None) -> BodyMention | None:
        """The same post in a second body: *Director of A and of B*; *the Director of A and B said* (one speaks)."""
        tokens = self.page.tokens
        if body is None or body.outer != pos or pos + 1 >= len(tokens) or tokens[pos].lower != "and":
            return None
        at = pos + 1
        both = any(token.lower == "both" for token in tokens[first : body.first])
        again = both or tokens[at].lower in ("of", "at")
        while at < len(tokens) and tokens[at].lower in ("of", "at", "the"):
            at += 1
        mention = self.ground.body_at.get(at)
        if mention is None or mention.prefix or mention.is_state:
            return None
        if self._twin(body) == mention:
            return mention
        speaks = mention.outer < len(tokens) and is_of_speech(tokens[mention.outer])
        return mention if again or (speaks and first > 0 and tokens[first - 1].lower == "the") else None
