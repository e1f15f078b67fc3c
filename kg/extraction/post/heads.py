"""Where titles may begin: the words that head a post, and the modifiers about them."""

from collections.abc import Sequence
from operator import or_

from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.pointed import PointedBodies
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.holders import singular
from kg.extraction.words.tables import Hit

_LONGEST_ROLE = 16
_LONGEST_FIELD = 4
_TO_COLON = 4


class Ground:
    """One page for the reading of titles: its words, the bodies on it, and the tokens that are others' (names)."""

    def __init__(self, page: Page, bodies: Sequence[BodyMention], taken: Sequence[bool]) -> None:
        self.page = page
        self.taken = taken
        self.body_at = {mention.first: mention for mention in bodies}
        self.body_ending = {end: mention for mention in bodies for end in (mention.outer, mention.last)}
        self.pointed = PointedBodies(page, bodies)
        self.covered = [False] * len(page.tokens)
        for mention in bodies:
            self.covered[mention.first : mention.last] = [True] * (mention.last - mention.first)
        self._others = bytes(map(or_, taken, self.covered))
        """For every token whether it is in a name or a body."""

    def head(self, at: int) -> Hit | None:
        """The role head at ``at``, up to a person or body: capitalised, or one that is also written small."""
        heads = tables.table("role-heads")
        if self.taken[at] or self.page.tokens[at].lower not in heads.firsts:
            return None
        begins = self._outgrown(at) if self.covered[at] else at
        if begins is None:
            return None
        others = self._others.find(1, begins, at + _LONGEST_ROLE)
        stop = None if others < 0 else others
        hit = self._first_post(self._of_unit(at, stop) or self._whole(at, stop) or self.page.match(heads, at, stop))
        if hit and (hit.last <= begins if begins > at else self._qualifies_next(hit)):
            return None
        if self.is_hour(at):
            return None
        if not hit or (not hit.row.flag("lower_ok") and self._names_members(at)) or self._is_seat(hit):
            return None
        if self._owns_post(hit.last) or self._is_field_of_next(hit):
            return None
        printed_as_title = self.page.tokens[at].is_capitalised or hit.row.flag("lower_ok")
        return hit if printed_as_title or self._is_of_body(hit.last) or self._heads_list(hit) else None

    def _of_unit(self, at: int, stop: int | None) -> Hit | None:
        """A post that holds the noun with which a body seems to begin: Chief of *Section* for Kenya."""
        mention = self.body_at.get(stop) if stop is not None and self.page.tokens[stop - 1].lower == "of" else None
        hit = self.page.match(tables.table("role-heads"), at) if mention and not mention.known else None
        if hit is None or stop is None or hit.last != stop + 1 or hit.last >= len(self.page.tokens):
            return None
        return hit if self.page.tokens[hit.last].lower == "for" else None

    def _whole(self, at: int, stop: int | None) -> Hit | None:
        """A post that ends with what seems to be a body, or one word behind: Director of *National Intelligence*."""
        mention = self.body_at.get(stop) if stop is not None else None
        hit = self.page.match(tables.table("role-heads"), at) if mention and not mention.known else None
        if mention is None or hit is None:
            return None
        whole = hit.last == mention.last == mention.outer and self.page.tokens[mention.first - 1].lower == "of"
        return hit if whole or (hit.last == mention.last + 1 and not self.taken[mention.last]) else None

    def _outgrown(self, at: int) -> int | None:
        """Where the plain name of a body ends that may be but the first word of a post: *Cabinet* Secretary."""
        mention = self.body_at.get(at)
        return mention.last if mention and not mention.known and not mention.acronym else None

    def _qualifies_next(self, hit: Hit) -> bool:
        """Whether the words of a post only qualify the one right behind: *Deputy* Assistant Director."""
        modifier = self.modifier(hit.first, hit.last)
        if modifier is None or modifier.last != hit.last or hit.last >= len(self.page.tokens):
            return False
        tokens = self.page.tokens
        if self._qualifies_owned(hit.last):
            return True
        whole = tokens[hit.first].text.islower() and hit.first in self.body_ending  # Tide Police *chief* General Varga
        behind = tokens[hit.last].is_capitalised and self.page.joined(hit.last - 1) and not whole
        return behind and (self.head(hit.last) is not None or self._leads_to_minister(hit.last))

    def _qualifies_owned(self, at: int) -> bool:
        """Whether a body or state follows, and its post right behind: Assistant *United States Attorney*."""
        owner = self.body_at.get(at) if self.page.joined(at - 1) else None
        state = self.page.match(tables.demonyms(), at) if owner is None and self.page.joined(at - 1) else None
        end = owner.outer if owner else state.last if state else len(self.page.tokens)
        for pos in range(end, min(end + _LONGEST_FIELD, len(self.page.tokens))):
            token = self.page.tokens[pos]
            if not (token.is_capitalised and self.page.joined(pos - 1)) or self.taken[pos]:
                return False
            if self.head(pos) is not None:
                return True
        return False

    def _leads_to_minister(self, at: int) -> bool:
        """Whether the field of a minister follows, and the word for him: Deputy *Higher Education Minister*."""
        for pos in range(at, min(at + _LONGEST_FIELD, len(self.page.tokens))):
            token = self.page.tokens[pos]
            if not (token.is_capitalised and token.is_word) or self.taken[pos] or self.covered[pos]:
                return False
            if pos > at and token.lower == "minister":
                return True
            if not self.page.joined(pos):
                return False
        return False

    def _heads_list(self, hit: Hit) -> bool:
        """Whether the names of several holders follow: *governors present:* …"""
        words = [token.text for token in self.page.tokens[hit.last : hit.last + _TO_COLON]]
        if ":" not in words or singular(self.page.words(hit.first, hit.last)) is None:
            return False
        return all(word.islower() for word in words[: words.index(":")])

    def _is_of_body(self, pos: int) -> bool:
        """Whether ``of the BODY`` follows, which makes a post of any chair: *chairman of the Tide Council*."""
        tokens = self.page.tokens
        if pos + 2 >= len(tokens) or tokens[pos].lower != "of":
            return False
        mention = self.body_at.get(pos + 2 if tokens[pos + 1].lower == "the" else pos + 1)
        return mention is not None and not mention.prefix and not mention.is_state

    def _first_post(self, hit: Hit | None) -> Hit | None:
        """The first of two posts that stand as one in the table: *Deputy Prime Minister* and Minister of Tides."""
        heads = tables.table("role-heads")
        for at in range(hit.first + 1, hit.last - 1) if hit else ():
            joint = hit and self.page.tokens[at].lower in ("and", "&", "/")
            second = self.page.match(heads, at + 1, hit.last) if hit and joint else None
            if hit and second and second.row.flag("lower_ok"):  # Ambassador Extraordinary and Plenipotentiary is one
                return self.page.match(heads, hit.first, at) or hit
        return hit

    def _owns_post(self, pos: int) -> bool:
        """Whether a post follows that is this one's: the *Secretary-General's* Envoy on Tides."""
        tokens = self.page.tokens
        if pos + 1 >= len(tokens) or tokens[pos].lower != "'s":
            return False
        at = pos + 1
        while at < min(pos + 4, len(tokens)) and (modifier := self.modifier(at)):
            at = modifier.last
        hit = self.page.match(tables.table("role-heads"), at) if at < len(tokens) and not self.taken[at] else None
        return hit is not None and (tokens[at].is_capitalised or hit.row.flag("lower_ok"))

    def _is_field_of_next(self, hit: Hit) -> bool:
        """Whether a word that may be a post is a field of the one behind *and*: *Justice* and Tides Minister."""
        tokens = self.page.tokens
        field = tokens[hit.first].lower in tables.words("portfolio-fields") and hit.last == hit.first + 1
        if not field or hit.last >= len(tokens) or tokens[hit.last].lower not in (",", "and", "&"):
            return False
        for at in range(hit.last + 1, min(hit.last + 6, len(tokens))):
            if self.page.match(tables.table("role-heads"), at) and tokens[at].lower in ("minister", "secretary"):
                return True
            if not (tokens[at].is_capitalised or tokens[at].lower in (",", "and", "&")):
                return False
        return False

    def _names_members(self, at: int) -> bool:
        """``Representatives of Norway`` at the start of a sentence: those who came, as in small letters."""
        return self.opens(at) and self.page.tokens[at].lower in tables.words("member-nouns")

    def _is_seat(self, hit: Hit) -> bool:
        """``in the chair``: words in which a post is none."""
        for back in (1, 2):
            said = self.page.match(tables.phrases("seats"), hit.first - back) if hit.first >= back else None
            if said and said.last == hit.last:
                return True
        return False

    def opens(self, at: int) -> bool:
        """Whether the token is the first of its sentence."""
        sentence = self.page.sentence_of(at)
        return sentence is not None and self.page.sentences[sentence].first == at

    def is_hour(self, at: int) -> bool:
        """Whether a word only says of what half of the day an hour is: 3 *PM*."""
        token, before = self.page.tokens[at], self.page.tokens[at - 1].text if at else ""
        return before[:1].isdigit() and token.lower in tables.words("hour-words")

    def is_glued(self, post: Hit) -> bool:
        """Whether a name follows a post right away: *Senator* Varga."""
        return post.last < len(self.page.tokens) and self.taken[post.last] and self.page.joined(post.last - 1)

    def modifier(self, at: int, stop: int | None = None) -> Hit | None:
        """The modifier (Acting, Deputy, a.i.) that begins at ``at``; *at present* is none."""
        hit = self.page.match(tables.table("role-modifiers"), at, stop)
        adverb = self.page.match(tables.phrases("cue-adverbs"), at - 1) if hit and at > 0 else None
        return None if adverb and adverb.last == at + 1 else hit
