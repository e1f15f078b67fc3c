"""What stands in apposition to somebody named: titles, bodies, places, brackets, asides, for whom he stands."""

from kg.extraction.computed import computed
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parsed import Parsed
from kg.extraction.participation.unread import UnreadNames
from kg.extraction.participation.whereabouts import says_where
from kg.extraction.person.people import PersonMention
from kg.extraction.words import tables

_ASIDE = 16  # chunks that an aside between commas may have
_BRACKET = 12  # chunks that a bracket may have
_CLOSERS = (",", ";", "and", "&", ".")


class AppositionReader:
    """Tells where appositions end in one sentence; no aside runs across ``verbs``, the chunks at which one begins."""

    def __init__(self, parsed: Parsed) -> None:
        self.chunks = parsed.chunks
        self.owner = parsed.owner
        self.verbs = parsed.verbs
        self.names = UnreadNames(parsed.chunks, parsed.verbs)

    def side_of(self, at: int) -> int | None:
        """The body for which a person stands: P *for Norway* and Q *for Kenya*."""
        if at + 1 >= len(self.chunks) or not self.chunks[at].is_word("for"):
            return None
        named = at + 2 if self.chunks[at + 1].is_word("the") and at + 2 < len(self.chunks) else at + 1
        closed = named + 1 >= len(self.chunks) or self.chunks[named + 1].is_word(*_CLOSERS)
        return named if self.chunks[named].body and closed else None

    def stand_in(self, at: int) -> int | None:
        """Where it ends for whom a person came: P, Adviser*, for Minister Q, Minister of Tides*; the next entry."""
        if at + 2 >= len(self.chunks) or not self.chunks[at].is_word(",") or not self.chunks[at + 1].is_word("for"):
            return None
        named = at + 3 if self.chunks[at + 2].is_word("the") else at + 2
        if named >= len(self.chunks) or not (self.chunks[named].person or self.chunks[named].titles):
            return None
        ends = (
            pos for pos in range(named, min(named + _ASIDE, len(self.chunks))) if self.chunks[pos].is_word(";", ".")
        )
        return next(ends, len(self.chunks) if len(self.chunks) < named + _ASIDE else None)

    def government(self, at: int) -> int:
        """Behind the government whose body the one before ``at`` is: the Ministry of Tides*, Government of Kenya*,*."""
        named = self.chunks[at + 1 : at + 2]
        of_state = bool(named) and named[0].body is not None and named[0].body.is_state
        ends = at + 2 >= len(self.chunks) or self.chunks[at + 2].is_word(",", ".", ";", "(")
        return at + 2 if of_state and ends and named[0].noun == "government" and self.chunks[at].is_word(",") else at

    def ends(self, at: int, person: PersonMention) -> int:
        """Where the words in apposition to ``person`` end: titles, bodies between, brackets, a place, an aside."""
        while at < len(self.chunks):
            step = self._apposition_step(at, person)
            if step is None:
                break
            at = step
        return at

    def _apposition_step(self, at: int, person: PersonMention) -> int | None:
        chunk = self.chunks[at]
        following = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if chunk.titles and self._may_be_of(person, at):
            return at + 1
        if chunk.text in tables.words("delegation-nouns") and self.chunks[at - 1].titles:
            return at + 1  # P, Head of the Kenyan *delegation*
        if chunk.is_word("(", "["):
            return self.closing(at)
        if following is None:
            return None
        if chunk.is_word(",") and following.is_word("("):
            return self.closing(at + 1)  # P, (Kenya) and Q
        if (served := self._title_served(at)) is not None:
            return served
        return self._joined_step(at, person, chunk, following)

    def _joined_step(self, at: int, person: PersonMention, chunk: Chunk, following: Chunk) -> int | None:
        """Behind what a mark or preposition at ``at`` joins to him."""
        if chunk.is_word(",", "-", "\u2013", "\u2014", "|") and following.titles:
            return at + 2 if self._may_be_of(person, at + 1) else None
        if chunk.is_word(",") and (title := self._title_of(person, at + 1)):
            return title
        if chunk.body and self.chunks[at - 1].person and following.is_word(*_CLOSERS, "("):
            return at + 1  # General P *KNP*, who serves in it
        if chunk.is_word("of", "from", "at"):
            return self.belonging(at + 1)
        if chunk.is_word(",") and following.is_word("of", "from", "at") and at + 2 < len(self.chunks):
            whose = self.belonging(at + 2)
            others = whose is not None and whose < len(self.chunks) and self.chunks[whose].person
            return None if others else whose  # Presidents of Norway P*, of Kenya Q*
        if chunk.is_word("in") and following.kind == "word" and following.capital:
            return self._place_ends(at + 1)
        if chunk.is_word(",", "-", "\u2013", "\u2014", "|") and following.body:
            goes_on = self._title_follows(at + 2, person) or self._closes_entry(at + 2)
            return at + 2 if goes_on or self._is_home(at + 1) else None
        return None

    def _may_be_of(self, person: PersonMention, at: int) -> bool:
        """Whether a title is his, or goes on with his own: P, Prime Minister, *Lead Head of Tides* who chaired."""
        owner = self.owner.get(self.chunks[at].first)
        follows = owner is None and any(chunk.titles for chunk in self.chunks[at - 2 : at])
        pos = at + 1 + (at + 1 < len(self.chunks) and self.chunks[at + 1].kind == "titles")
        told = pos < len(self.chunks) and (self.chunks[pos].is_word("who") or pos in self.verbs)
        return owner == person or (follows and told)

    def _is_home(self, at: int) -> bool:
        """Whether a body behind a title belongs to it: P, Director, *Ministry of Tides*, Q, Judge, *High Court*."""
        if at < 2 or not self.chunks[at - 2].titles:
            return False
        behind = self.belonging(at + 2) if self._is_of(at + 1) else at + 1  # Office B *of Ministry B*
        if behind is None:
            return False
        comma = behind < len(self.chunks) and self.chunks[behind].is_word(",")
        pos = behind + comma
        if pos >= len(self.chunks) or self.chunks[pos].is_word(".", "while", "whereas"):
            return True
        if comma and self.chunks[pos].is_word("at", "in", "on", "during"):
            return True
        pos += self.chunks[pos].is_word("and")
        following = self.chunks[pos] if pos < len(self.chunks) else None
        named = following is not None and bool(following.person or following.titles)
        return named or behind in self.verbs or behind + 1 in self.verbs

    def _is_of(self, at: int) -> bool:
        return at + 1 < len(self.chunks) and self.chunks[at].is_word("of", "at", "in")

    def _title_of(self, person: PersonMention, at: int) -> int | None:
        """Behind his title when a few words lead to it: P*, His Majesty's chief adviser*."""
        for pos in range(at, min(at + 6, len(self.chunks))):
            if self.chunks[pos].titles:
                return pos + 1 if pos > at and self.owner.get(self.chunks[pos].first) == person else None
            marks = self.chunks[pos].is_word(",", ";", ":", "and", "by", "with", ".")
            if self.chunks[pos].kind != "word" or marks or pos in self.verbs:
                return None  # P, Director, *was the chief* guest
        return None

    def _title_served(self, at: int) -> int | None:
        """Behind the title he serves as: P, Envoy of Peru, *serving as the Chair of the Council*."""
        if self.chunks[at].text not in tables.words("serving-words") or not self.chunks[at + 1].is_word("as"):
            return None
        at += 2
        at += at < len(self.chunks) and self.chunks[at].is_word("the", "a", "an")
        return at + 1 if at < len(self.chunks) and self.chunks[at].titles else None

    def closing(self, at: int) -> int | None:
        """Behind the bracket that closes the one at ``at``."""
        ends = (
            pos + 1 for pos in range(at, min(at + _BRACKET, len(self.chunks))) if self.chunks[pos].is_word(")", "]")
        )
        return next(ends, None)

    def belonging(self, at: int) -> int | None:
        """Behind that to which somebody belongs: of *B*, from the *B*, of *Bank Negara B*, from the *Kenyan side*."""
        at += self.chunks[at].is_word("the")
        end = self.names.unread(at)
        if end < len(self.chunks) and self.chunks[end].body:
            while self._is_owner(end) and self.chunks[end + 2].body:
                end += 2  # of the Ministry's *Tide Office*
            owned = self._is_owner(end)
            side = self.chunks[end + 1 + owned : end + 2 + owned]
            return end + 2 + owned if side and side[0].text in tables.words("delegation-nouns") else end + 1
        return end if end > at else None

    def _is_owner(self, at: int) -> bool:
        """Whether something of what stands at ``at`` follows."""
        return at + 2 < len(self.chunks) and self.chunks[at + 1].is_word("'s", "\u2019s", "'", "\u2019")

    @computed
    def _entries(self) -> tuple[int, int]:
        """The first and last semicolon: between and beside them stand entries."""
        marks = [at for at, chunk in enumerate(self.chunks) if chunk.is_word(";")]
        return (marks[0], marks[-1]) if marks else (len(self.chunks), -1)

    def _closes_entry(self, at: int) -> bool:
        """Whether an entry of a list parted by semicolons ends at ``at``: P, *Norway*; Q, *Kenya*."""
        first, last = self._entries
        if at >= len(self.chunks) or self.chunks[at].is_word("."):
            return first < at
        return self.chunks[at].is_word(";") and at <= last

    def _title_follows(self, at: int, person: PersonMention) -> bool:
        while at < len(self.chunks) and self.chunks[at].is_word(",", "and"):
            at += 1
        return (
            at < len(self.chunks) and self.owner.get(self.chunks[at].first) == person and bool(self.chunks[at].titles)
        )

    def _place_ends(self, at: int) -> int | None:
        for end in range(at + 1, min(at + 4, len(self.chunks) + 1)):
            if end == len(self.chunks) or self.chunks[end].is_word(*_CLOSERS):
                return end + 2 if says_where(self.chunks, end + 1) else end
            if self.chunks[end].kind != "word":
                return None
        return None

    def origin(self, at: int) -> int:
        """Behind the state or parent of a body: the Reef Centre (RC) *of Norway* and B; between commas too.

        Not where several follow, of which one reads as well as an item: the ministers (M) of Norway and Kenya.
        """
        if at + 1 < len(self.chunks) and self.chunks[at].is_word("of"):
            owner = at + 1 + (self.chunks[at + 1].is_word("the") and at + 2 < len(self.chunks))
            behind = self.chunks[owner + 1 : owner + 3]
            several = len(behind) > 1 and behind[0].is_word("and") and self._is_state(behind[1])
            return owner + 1 if self.chunks[owner].kind == "body" and not several else at
        words, closers = self.chunks[at : at + 2], self.chunks[at + 3 : at + 4]
        named = self.chunks[at + 2 : at + 3]
        if not (
            named and self._is_state(named[0]) and len(words) == 2 and words[0].is_word(",") and words[1].is_word("of")
        ):
            return at
        told = bool(closers) and closers[0].is_word(",") and at + 4 in self.verbs
        return at + 4 if told else at + 3 if not closers or closers[0].is_word(*_CLOSERS, "and") else at

    @staticmethod
    def _is_state(chunk: Chunk) -> bool:
        return chunk.body is not None and chunk.body.is_state

    def aside(self, at: int) -> int | None:
        """The end of an aside between commas at ``at``: P*, who has led it since May,* chaired. None: no aside there.

        What is told in an aside is told of the item, so an aside runs up to its comma. It does not begin with a word
        that joins items, nor with a name, and holds no verb of its own unless *who* or *which* opens it.
        """
        if at + 2 >= len(self.chunks) or not self.chunks[at].is_word(","):
            return None
        opener = self.chunks[at + 1]
        led = self._is_led(at + 1)
        relative = led or opener.is_word("who", "which", "whose", "himself", "herself") or opener.text.endswith("ing")
        if opener.kind != "word" or not opener.text[0].isalpha() or self._is_presence(at + 1):
            return None
        if opener.text in tables.words("exceptions") or (opener.is_word("which") and self.chunks[at - 1].person):
            return None  # all members, *except Norway, Kenya* and Ghana; chaired by P*, which was attended by*
        determined = opener.is_word("a", "an", "the") and self.chunks[at + 2].kind == "word"
        capacity = opener.is_word("as") and not self.chunks[at + 2].is_word("well")  # P, *as one of the hosts,* spoke
        if self._opens_item(opener.text) and not (determined or capacity):
            return None
        for end in range(at + 1, min(at + _ASIDE, len(self.chunks))):
            chunk = self.chunks[end]
            if chunk.is_word("with") and self.chunks[end - 1].text in tables.words("partner-words"):
                return None
            if relative and chunk.is_word(";"):
                return end
            if chunk.meeting and opener.is_word("on", "at", "during"):
                return None  # P met Q, on the sidelines of the Conference, hosted by R
            if chunk.is_word(";", ":") or (not relative and (chunk.person or end in self.verbs)):
                return None
            names = led and end + 1 < len(self.chunks) and self.chunks[end + 1].kind in ("person", "titles")
            if chunk.is_word(",") and end > at + 1 and not (names or self._entitles(end, relative)):
                return end if self._goes_on(end + 1) else None
        return None

    def _entitles(self, at: int, relative: bool) -> bool:
        """Whether a comma parts a name and its title: P, representing *Q, Minister of Tides,* or *the Minister, Q,*."""
        before, behind = self.chunks[at - 1], self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        named, titled = (behind, before) if relative and not before.person else (before, behind)
        return bool(
            named and titled and titled.titles and named.person and self.owner.get(titled.first) == named.person
        )

    def _is_led(self, at: int) -> bool:
        """Whether a participle opens that says by whom: the delegation, *headed by P,*."""
        side = at > 1 and self.chunks[at - 2].text in tables.words("delegation-nouns")
        return side and at in self.verbs and at + 1 < len(self.chunks) and self.chunks[at + 1].is_word("by")

    def _is_presence(self, at: int) -> bool:
        """Whether words begin that say who else was there: *in the presence of* Q."""
        return [chunk.text for chunk in self.chunks[at : at + 3]] == ["in", "the", "presence"]

    @staticmethod
    def _opens_item(text: str) -> bool:
        """Whether a word behind a comma begins the next item of a list, and no aside."""
        return text in tables.words_of("list-joiners", "list-leads", "member-nouns")

    def _goes_on(self, at: int) -> bool:
        """Whether what stands behind an aside goes on with the sentence: a verb, a joining word, or a new name."""
        if at >= len(self.chunks):
            return False
        chunk = self.chunks[at]
        tells = chunk.text in tables.words("speech-verbs") or chunk.text in tables.first_words("reporting-phrases")
        return at in self.verbs or chunk.kind != "word" or tells or chunk.text in tables.words("list-joiners")
