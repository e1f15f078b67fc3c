"""What a post is about, behind its head: ``for Human Rights``, ``(Consular Affairs)``, ``, Youth``, ``- Tides``."""

from kg.extraction.body.bodynames import capital_list, capital_run
from kg.extraction.post.abroad import held_abroad
from kg.extraction.post.fields import before_titled, beyond_joint, is_of_many, is_span
from kg.extraction.post.heads import Ground
from kg.extraction.post.small_fields import in_small_letters, leads_to_body
from kg.extraction.words import tables
from kg.extraction.words.known import known_at
from kg.extraction.words.names import is_given, is_ordinary
from kg.extraction.words.tables import Hit

_JOINS, _DASHES = frozenset(("and", "&")), ("-", "\u2013", "\u2014")
_ENDS = frozenset((",", ";", ".", ")", ":"))
_TO_NAME = 6
"""Words of a title behind a name and a comma."""


class Complements:
    """Reads the complements of titles on one page."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.page = ground.page

    def of_head(self, head: Hit) -> int:
        """Where a head ends whose list goes on: Minister for Trade | *and Harbours*, of trade | *and tides*."""
        tokens = self.page.tokens
        leads = [at for at in range(head.first + 1, head.last - 1) if tokens[at].lower in ("of", "for", "on", "to")]
        if leads and head.last < len(tokens) and tokens[head.last - 1].text.islower():
            small = tokens[head.last].text.islower() and self.page.joined(head.last - 1)
            return (small and in_small_letters(self.ground, head.last - 1)) or head.last
        goes_on = head.last < len(tokens) and (
            tokens[head.last].lower in (",", *_JOINS) or self._is_topic_word(head.last)
        )
        if not leads or not goes_on:
            return head.last
        first = leads[-1] + 1
        return self._list(first + (tokens[first].lower == "the"), head.last) or head.last

    def end(self, pos: int, *, slot_is_open: bool) -> int | None:
        """The end of a complement that begins at ``pos``; ``slot_is_open``: no body was named so far."""
        if not self.page.joined(pos - 1):
            return None
        text = self.page.tokens[pos].text
        if text == "(":
            return self._bracket(pos)
        if text == "/":
            return self._slash(pos)
        if text in _DASHES:
            return self._dashed(pos) if slot_is_open else None
        if text == ",":
            return self._in_charge(pos) or (self._apposed(pos) if slot_is_open else None)
        return self._led(pos) or self._adjoined(pos) or held_abroad(self.ground, pos)

    def _adjoined(self, pos: int) -> int | None:
        """``Director General | Security Policy``: a field right behind, in ordinary words up to a mark or a name."""
        tokens = self.page.tokens
        if not self._is_topic_word(pos) or "\n" in self.page.text[tokens[pos - 1].end : tokens[pos].start]:
            return None
        end = capital_list(self.page, pos, self.ground.taken)
        if end is None or not all(self._is_topic_word(k) or not tokens[k].is_capitalised for k in range(pos, end)):
            return None
        bounded = end >= len(tokens) or tokens[end].text in _ENDS or self.ground.taken[end]
        return end if bounded or tokens[end].lower in ("of", "at", *_JOINS) else None

    def _led(self, pos: int) -> int | None:
        """``for Human Rights``, ``to the United Nations``, ``in charge of tides``."""
        hit = self.page.match(tables.phrases("complement-leads"), pos)
        if hit is None:
            return None
        tokens, at = self.page.tokens, hit.last
        while at < len(tokens) and tokens[at].lower in ("the", "all", "its"):
            at += 1
        if at >= len(tokens) or self.ground.taken[at] or tokens[at].lower in tables.words("calendar-words"):
            return None
        if is_of_many(self.page, pos, at) or is_span(self.page, at):
            return None
        mention = self.ground.body_at.get(at)
        if mention and not mention.prefix and tokens[pos].lower in ("to", "for"):
            return self._beside_body(mention.outer)
        if tokens[pos].lower == "to" and at == hit.last and tokens[at].text.islower() and hit.last - pos == 1:
            return None  # the Director to replace P
        return self._other_post(at) or self._list(at, at) or in_small_letters(self.ground, at)

    def _other_post(self, at: int) -> int | None:
        """Where the post of somebody else ends, printed small: assistant to | *the Kenyan foreign minister*."""
        owner = self.ground.body_at.get(at)
        adjective = self.page.match(tables.demonyms(), at)
        start = owner.outer if owner and owner.prefix else adjective.last if adjective else at
        hit = self.page.match(tables.table("role-heads"), start) if start < len(self.page.tokens) else None
        return hit.last if hit and not self.ground.taken[start] and self.page.tokens[start].text.islower() else None

    def _beside_body(self, end: int) -> int:
        """One field more behind a body: for the UN | *and OIC*, | *and Economic Diplomacy* before a name or mark."""
        tokens = self.page.tokens
        if end + 2 >= len(tokens) or tokens[end].lower not in _JOINS:
            return end
        at = end + 1 + (tokens[end + 1].lower == "the")
        mention = self.ground.body_at.get(at)
        last = mention.outer if mention and not mention.prefix else None
        region = self.page.match(tables.phrases("regions"), end + 1)
        if region and tokens[region.last - 1].is_capitalised:
            last = region.last  # for Kenya | and the Sahel
        if mention is None and self._is_topic_word(at):
            last = capital_run(self.page, at, self.ground.taken)
        if last is None:
            return end
        ended = last >= len(tokens) or tokens[last].text in _ENDS or self.ground.taken[last]
        return last if ended else end

    def _in_charge(self, pos: int) -> int | None:
        """``, in charge of Marine Resources``: a second field behind a comma."""
        hit = self.page.match(tables.phrases("complement-leads"), pos + 1)
        return self._led(pos + 1) if hit and hit.last - hit.first > 1 else None

    def _list(self, at: int, least: int) -> int | None:
        """The end, beyond ``least``, of a list of topics in capitals; a state alone after *and* is no topic."""
        end = capital_list(self.page, at, self.ground.taken)
        if end is None or end < least:
            return None
        joint = next((k for k in range(end - 1, max(at, least - 1), -1) if self.page.tokens[k].lower in _JOINS), None)
        if joint is not None and (state := known_at(self.page, joint + 1)) and state.is_state and state.last == end:
            end = joint - 1 if self.page.tokens[joint - 1].text == "," else joint
        end = self._before_state(at, end)
        stroke = next((k for k in range(at + 1, end - 1) if self._parts_posts(k)), None)
        end = self._with_article(end) if stroke is None else stroke
        end = self.with_second(self._with_tail(end)) if end > least else end
        end = before_titled(self.ground, at, beyond_joint(self.ground, end))
        return end if end > least else None

    def _before_state(self, at: int, end: int) -> int:
        """Where a field ends right behind which a state is named: Minister of *Water Resources* Nigeria."""
        for first in range(at + 1, end):
            state = self.page.match(tables.states(), first, end)
            if state and self.page.tokens[first].is_capitalised and self._is_topic_word(first - 1):
                return first
        return end

    def _parts_posts(self, at: int) -> bool:
        """Whether a stroke parts two posts: High Representative for Tides*/*Vice-President; *and* too."""
        if self.page.tokens[at].lower == "and":  # Minister of Foreign Affairs *and* OSCE Chairperson
            body = self.ground.body_at.get(at + 1)
            return body is not None and not body.is_state and self.ground.head(body.outer) is not None
        return self.page.tokens[at].text == "/" and self.ground.head(at + 1) is not None

    def _with_article(self, end: int) -> int:
        """A last part with its article: Europe | *and the Americas*; Silencing | *the Guns*."""
        tokens = self.page.tokens
        if end + 1 < len(tokens) and tokens[end].lower == "the" and tokens[end - 1].lower.endswith("ing"):
            done = self._is_field(end + 1) and self.page.joined(end - 1) and not self.ground.covered[end + 1]
            return (capital_list(self.page, end + 1, self.ground.taken) or end) if done else end
        if end + 2 >= len(tokens) or tokens[end].lower not in _JOINS or tokens[end + 1].lower != "the":
            return end
        if self.ground.covered[end + 2] or self.ground.head(end + 2) or not self._is_field(end + 2):
            return end
        return capital_list(self.page, end + 2, self.ground.taken) or end

    def _is_field(self, at: int) -> bool:
        """Whether a capitalised word may begin a field: no honorific and no given name."""
        token = self.page.tokens[at]
        named = is_given(token) or self.page.match(tables.table("honorifics"), at) is not None
        return token.is_capitalised and token.is_word and not self.ground.taken[at] and not named

    def _with_tail(self, end: int) -> int:
        """Last parts joined in themselves: Human Rights | *, Global & Lagoon Issues*; *, Lagoons and the Diaspora*."""
        tokens = self.page.tokens
        if end + 1 >= len(tokens) or tokens[end].text != ",":
            return end
        if not self._is_field(end + 1):
            return self._over_small(end)
        last = capital_list(self.page, end + 1, self.ground.taken)
        if last is None or self.ground.covered[end + 1] or self.ground.head(end + 1):
            return end
        if self._is_topic_word(end + 1) and any(token.text == "&" for token in tokens[end + 1 : last]):
            return last
        longer = self._with_article(last)
        ended = longer >= len(tokens) or not self.page.joined(longer - 1)
        ended = ended or tokens[longer].text in _ENDS or self.ground.taken[longer]
        return longer if longer > last and ended else end

    def _over_small(self, end: int) -> int:
        """A list with one part in small letters: Director of Tides | *, planning and Lagoon Policy*."""
        tokens, at = self.page.tokens, end + 2
        plain = tokens[end + 1].text.islower() and is_ordinary(tokens[end + 1]) and not self.ground.head(end + 1)
        if not plain or at + 1 >= len(tokens) or tokens[at].lower not in _JOINS or not self._is_topic_word(at + 1):
            return end
        last = capital_run(self.page, at + 1, self.ground.taken) or end
        return last if last >= len(tokens) or tokens[last].text in _ENDS else end

    def with_second(self, end: int) -> int:
        """One field more behind another *and*: Security and Tide Policy | *and Lagoon Response* at the Council."""
        tokens = self.page.tokens
        if end + 1 >= len(tokens) or tokens[end].lower not in _JOINS or self.ground.head(end + 1):
            return end
        last = capital_run(self.page, end + 1, self.ground.taken) if self._is_topic_word(end + 1) else None
        ended = last is not None and (last >= len(tokens) or tokens[last].text in _ENDS)
        if last is None or not (ended or tokens[last].lower in ("of", "at", "in")):
            return end
        return last if all(self._is_topic_word(k) for k in range(end + 1, last)) else end

    def _bracket(self, pos: int) -> int | None:
        """``(Consular Affairs)``, ``(CT)``: a field in brackets; no acronym of the title, no state, no body."""
        tokens = self.page.tokens
        end = next((k for k in range(pos + 1, min(pos + 8, len(tokens))) if tokens[k].text == ")"), None)
        if end is None or end == pos + 1:
            return None
        hit = self.ground.modifier(pos)
        if hit and hit.last == end + 1 and hit.row["effect"] == "none":
            return end + 1
        inner = range(pos + 1, end)
        unknown = self.ground.body_at.get(pos + 1)
        if unknown and unknown.rule in ("body.head", "body.plural") and unknown.last == end and not unknown.acronym:
            return end + 1
        if any(self.ground.taken[k] for k in inner):
            return None
        joined = [tokens[k].text in "&/" or tokens[k].lower in _JOINS for k in inner]
        if any(joined) and all(joint or tokens[k].is_acronym for joint, k in zip(joined, inner, strict=True)):
            return end + 1
        if end - pos > 2 and all(tokens[k].is_acronym for k in inner) and leads_to_body(self.ground, end + 1):
            return end + 1  # Deputy Director (LAGA WEST) of the Agency
        if any(tokens[k].text in "&/" for k in inner) and all(
            tokens[k].text in "&/" or tokens[k].is_capitalised for k in inner
        ):
            return end + 1
        if any(self.ground.covered[k] for k in inner):
            return None
        small = (*_JOINS, "of", "the", ",")
        plain = all(self._is_topic_word(k) or tokens[k].lower in small for k in inner) or self._is_region(pos + 1, end)
        return end + 1 if plain and tokens[pos + 1].is_capitalised else None

    def _is_region(self, at: int, end: int) -> bool:
        """Whether capitals are a region, or the affairs of some: East Asia; East Asian and Pacific *Affairs*."""
        region = self.page.match(tables.phrases("regions"), at, end)
        fields = all(token.is_capitalised or token.lower in (*_JOINS, ",") for token in self.page.tokens[at:end])
        return (region is not None and region.last == end) or (fields and self.page.tokens[end - 1].lower == "affairs")

    def _slash(self, pos: int) -> int | None:
        """``/Political and Economic``; another post behind the stroke is a title of its own."""
        at = pos + 1
        if at >= len(self.page.tokens) or not self._is_topic_word(at) or self.ground.head(at):
            return None
        return capital_list(self.page, at, self.ground.taken)

    def _apposed(self, pos: int) -> int | None:
        """``, Youth and Sport``: a field behind a comma, in ordinary words, that a mark or *at B* ends."""
        tokens, at = self.page.tokens, pos + 1
        if at >= len(tokens) or not self._is_topic_word(at) or self.ground.head(at) or not self.page.joined(pos):
            return None
        if (end := self._topics(at)) is None:
            return None
        ended = end >= len(tokens) or tokens[end].text in _ENDS or not self.page.joined(end - 1)
        return end if ended or leads_to_body(self.ground, end) else None

    def _dashed(self, pos: int) -> int | None:
        """``P, Adviser | - Health Systems``: a field behind a dash, in ordinary words, in the line of a name."""
        tokens, at = self.page.tokens, pos + 1
        named = any(self.ground.taken[k] for k in range(max(0, pos - _TO_NAME), pos))
        if not named or at >= len(tokens) or not self._is_topic_word(at) or not self.page.joined(pos):
            return None
        if (end := self._topics(at)) is None:
            return None
        joined = end + 1 < len(tokens) and tokens[end].lower in _JOINS and self.ground.taken[end + 1]
        ended = end >= len(tokens) or tokens[end].text in _ENDS or not self.page.joined(end - 1)
        return end if ended or joined else None

    def _topics(self, at: int) -> int | None:
        """The end of a list of fields in ordinary words."""
        end = capital_list(self.page, at, self.ground.taken)
        words = range(at, end or at)
        topics = all(self._is_topic_word(k) or not self.page.tokens[k].is_capitalised for k in words)
        return end if topics else None

    def _is_topic_word(self, at: int) -> bool:
        """Whether a capitalised word may name a field: ordinary English, no name, body, place, honorific or post."""
        token = self.page.tokens[at]
        if not token.is_capitalised or not token.is_word or token.is_acronym or is_given(token):
            return False
        if self.ground.taken[at] or self.ground.covered[at] or not is_ordinary(token):
            return False
        return not any(self.page.match(tables.table(name), at) for name in ("cities", "honorifics", "role-heads"))
