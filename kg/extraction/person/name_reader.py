"""How far a name reaches."""

from kg.extraction.person.name_words import (
    has_digit,
    is_joined_particle,
    is_joint,
    is_number,
    is_patronymic,
    is_plain,
    is_weekday,
    leads_to_father,
)
from kg.extraction.person.suffixes import goes_on_headline, suffix_at
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.names import is_east_asian, is_given, is_initial, is_ordinary, is_particle, leads_east_asian

_LONGEST_NAME = 10


def name_end(page: Page, at: int, *, strong: bool) -> int | None:
    """Where a name that begins at token ``at`` ends, or None; ``strong`` = the context vouches for a name."""
    last = _NameReader(page, at, strong).end()
    if last is None:
        return None
    suffix = suffix_at(page, last)
    return suffix[0] if suffix and suffix[1] else last


class _NameReader:
    """Reads one name from its first token on."""

    def __init__(self, page: Page, at: int, strong: bool) -> None:
        self.page = page
        self.tokens = page.tokens
        self.at = at
        self.strong = strong
        self.words = 0

    def end(self) -> int | None:
        """Where the name ends, or None."""
        last = self.at
        while last < len(self.tokens) and self.words < _LONGEST_NAME:
            if last > self.at and not self.page.beside[last - 1]:
                break
            step = self._step(last)
            if step is None:
                break
            last = step
        while last > self.at and self.tokens[last - 1].text == "." and not is_initial(self.tokens[last - 2]):
            last -= 1
        return last if self.words and last > self.at else None

    def _step(self, last: int) -> int | None:
        """The token after the next word of the name, or None."""
        token = self.tokens[last]
        if self.words and (suffix_at(self.page, last) or self._begins_style(last) or is_weekday(token)):
            return None
        if self.words and token.lower == "to" and self._is_plain_verb(last + 1):
            return None  # in a headline: Minister Varga To Deliver Remarks
        if self.words and is_number(token):
            self.words += 1
            return last + 1
        if token.text == "'" and self._is_apostrophe(last):
            self.words += 1
            return last + 2
        if is_initial(token) and (self.words or self._name_follows(last)):
            self.words += 1
            stop = last + 1 < len(self.tokens) and self.tokens[last + 1].text == "." and self.page.beside[last]
            return last + (2 if stop else 1)
        short = self.words and token.is_acronym and len(token.text) == 2  # Anna *LB.* Ilvesoo
        if (short or token.lower in tables.words("name-abbreviations")) and self._is_cut_short(last):
            self.words += 1
            return last + 2
        if self._is_name_word(last, first=last == self.at) and not (self.words and self._leads_to_post(last)):
            self.words += 1
            return last + 1
        if self.words and self._is_nickname(last):
            return last + 3
        if self.words and self._is_middle_name(last):
            self.words += 1
            return last + 1
        if (self.words or self.strong) and is_particle(token) and self._particles_lead_to_name(last):
            self.words += 1
            return last + 1
        return self._style_inside(last) if self.words and self.strong else None

    def _is_plain_verb(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].lower in tables.words("plain-verbs")

    def _begins_style(self, at: int) -> bool:
        """Whether a style of two words begins, which is no pair of initials: Foreign Affairs *H E* Varga."""
        hit = self.page.match(tables.table("honorifics"), at)
        return hit is not None and hit.row["class"] == "diplomatic" and hit.last - at > 1

    def _is_nickname(self, at: int) -> bool:
        """Juan *"Jing"* Varga: a name in marks of quotation inside the name."""
        if at + 3 >= len(self.tokens) or self.tokens[at].text != '"' or self.tokens[at + 2].text != '"':
            return False
        close = all(self.page.beside[k] for k in range(at - 1, at + 3))
        return close and self.tokens[at + 1].is_capitalised and self._is_name_word(at + 3, first=False)

    def _is_middle_name(self, at: int) -> bool:
        """Anna Grace *Wind* Ilvesoo: an ordinary word between a name and the one word more with which it ends."""
        after, lead = at + 1, self.tokens[at - 1]
        if self.words == 1 and (not is_given(lead) or is_ordinary(lead) or self._is_city(at - 1)):
            return False
        if not self.tokens[at].is_capitalised or self.tokens[at].is_acronym or after >= len(self.tokens):
            return False
        close = self.page.beside[at] and self.page.beside[at - 1] and is_ordinary(self.tokens[at])
        ends = after + 1 >= len(self.tokens) or not self.tokens[after + 1].is_capitalised
        named = is_plain(self.tokens[after]) and not self._heads_something(after) and not self._heads_something(at)
        style = self.page.match(tables.table("honorifics"), at) or self._is_city(after)
        return close and ends and named and not style and not self.page.match(tables.states(), after)

    def _is_city(self, at: int) -> bool:
        return self.page.match(tables.table("cities"), at) is not None

    def _is_apostrophe(self, at: int) -> bool:
        """``'Etuate``: a letter of Polynesian languages in front of a name, no mark of quotation."""
        if not self.strong or at + 2 >= len(self.tokens):
            return False
        word = self.tokens[at + 1]
        alone = self.tokens[at + 2].text != "'" and self.tokens[at].end == word.start
        return alone and word.is_capitalised and not is_ordinary(word)

    def _is_cut_short(self, at: int) -> bool:
        """``Ma.``, ``Md.``: a given name cut short, with its stop."""
        stop = at + 1 < len(self.tokens) and self.tokens[at + 1].text == "." and self.page.beside[at]
        return stop and self.tokens[at].is_capitalised and self._name_follows(at)

    def _leads_to_post(self, at: int) -> bool:
        """Whether an ordinary word belongs to a post behind the name: Anna Ilvesoo *Regional* Director."""
        people = self.page.match(tables.demonyms(), at)
        if people and people.last < len(self.tokens) and self._is_post(people.last):
            return True
        if not is_ordinary(self.tokens[at]) or is_given(self.tokens[at]):
            return False
        if self.page.match(tables.table("role-modifiers"), at):
            return True
        joined = at + 1 < len(self.tokens) and self.page.beside[at]
        return joined and self._is_post(at + 1) and not suffix_at(self.page, at + 1)  # no letters: Anna *May* MP

    def _ends_post(self, at: int) -> bool:
        """Whether a word only says what a post in front is: President *Emeritus*."""
        hit = self.page.match(tables.table("role-modifiers"), at)
        return hit is not None and hit.row["position"] == "after" and not is_given(self.tokens[at])

    def _is_people_and_adverb(self, at: int) -> bool:
        """Whether a headline only goes on: meets Ambassadors of the US and *Romanian Separately*."""
        people = self.page.match(tables.demonyms(), at)
        adverb = self.tokens[people.last] if people and people.last < len(self.tokens) else None
        return adverb is not None and adverb.text.endswith("ly") and not is_given(self.tokens[at])

    def _is_post(self, at: int) -> bool:
        return self.tokens[at].is_capitalised and self.page.match(tables.table("role-heads"), at) is not None

    def _style_inside(self, at: int) -> int | None:
        """Styles inside a name: Mohd Najib bin *Tun Haji* Abdul Razak, Awang *Hj.* Ahmad."""
        hit = self.page.match(tables.table("honorifics"), at)
        patronymic = is_patronymic(self.tokens[at - 1])
        usual = self.tokens[at].lower in tables.words("styles-inside-names")
        if hit is None or not self.tokens[at].is_capitalised or not (patronymic or usual):
            return None
        end = hit.last
        if end < len(self.tokens) and self.tokens[end].text == "." and self.page.beside[end - 1]:
            end += 1
        behind = end < len(self.tokens) and self.page.beside[end - 1]
        named = behind and (self._is_name_word(end, first=False) or self.page.match(tables.table("honorifics"), end))
        return end if named else None

    def _name_follows(self, at: int) -> bool:
        after = at + 1
        if after < len(self.tokens) and self.tokens[after].text == ".":
            after += 1
        return after < len(self.tokens) and (
            is_initial(self.tokens[after]) or self._is_name_word(after, first=False) or self._is_family_name(after)
        )

    def _is_family_name(self, at: int) -> bool:
        """``X.Ota``: a name behind an initial."""
        return self.strong and self.tokens[at].is_capitalised and self.tokens[at].is_word

    def _particles_lead_to_name(self, at: int) -> bool:
        while at < len(self.tokens) and is_particle(self.tokens[at]) and self.page.beside[at]:
            at += 1
        if at >= len(self.tokens):
            return False
        patronymic = self.strong and is_patronymic(self.tokens[at - 1]) and self.tokens[at].is_capitalised
        return self._is_name_word(at, first=False) or (
            patronymic and self.page.match(tables.table("honorifics"), at) is not None
        )

    def _is_name_word(self, at: int, *, first: bool) -> bool:
        token = self.tokens[at]
        if not (token.is_capitalised or is_joined_particle(token)) or has_digit(token.text):
            return False
        odd = token.is_acronym and not self._is_name_in_capitals(at)
        if odd or (goes_on_headline(self.page, self.at, at) if not first else self._is_people_and_adverb(at)):
            return False
        if first and self.strong:
            if self._is_address(at) or self._ends_post(at):
                return False
            return token.lower not in tables.words("function-words") or self._is_short_name(at)
        if not self.strong and not self._is_unusual(at, first=first):
            return False
        before = self.tokens[at - 1] if at > self.at else None
        served = before is not None and (before.lower in tables.words("servant-words") or is_joint(before))
        style = None if served else self.page.match(tables.table("honorifics"), at)
        if style and (self._is_surname_too(at, style.last) or leads_to_father(self.tokens, at, style.last)):
            return True
        if style and (first or not style.row.flag("may_be_given_name") or self._is_style_here(at)):
            return False
        if style is None and self._heads_something(at) and not (before and is_joint(before)):  # Ali Al *Sheriff*
            return is_given(token) or (not first and self._ends_name(at))
        return True

    def _is_address(self, at: int) -> bool:
        """Whether a plural behind a style addresses an audience: Distinguished *Delegates*, Honourable *Guests*."""
        if at == 0 or self.tokens[at].lower not in tables.words_of("attendee-nouns", "member-nouns"):
            return False
        style = self.page.match(tables.table("honorifics"), at - 1)
        follows = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capitalised and self.page.joined(at)
        return style is not None and style.row["class"] == "style" and not follows

    def _ends_name(self, at: int) -> bool:
        """Whether a word that heads the names of bodies is a surname, behind a given name: Mr. Clifford *Chambers*."""
        hit = self.page.match(tables.table("organisation-heads"), at)
        lead = self.tokens[self.at]
        behind = self.words == 1 or (self.words == 2 and not is_ordinary(self.tokens[at - 1]))
        named = self.strong and behind and is_given(lead) and not is_ordinary(lead)
        never_alone = self.words == 1 and hit is not None and hit.row.flag("acts") and hit.row.flag("never_alone")
        if not named or not (never_alone or self.tokens[at].lower in tables.words("surnames-too")):
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) and self.page.beside[at] else None
        return after is None or not (after.is_capitalised or after.lower in ("of", "for", "'s"))

    def _is_surname_too(self, at: int, last: int) -> bool:
        """Whether a word that is a style elsewhere ends a name: Ambassador Usman *Sarki* of Nigeria."""
        token = self.tokens[at]
        whole = last == at + 1 and len(token.text) > 2 and token.text[1:].islower() and not is_ordinary(token)
        stopped = last < len(self.tokens) and self.tokens[last].text == "."
        named = self.strong and self.words < 3 and not is_ordinary(self.tokens[at - 1])  # Hoang Linh *Tuan*
        return whole and named and not (stopped and self.page.beside[at]) and not self._is_followed_by_name(at)

    def _is_style_here(self, at: int) -> bool:
        """Whether a word that may be style or name is a style: a name follows, no initial stands before it."""
        initial = self.tokens[at - 1].text == "." and is_initial(self.tokens[at - 2])  # T. *Raja* Kumar
        lead = self.tokens[at - 1]
        given = at > self.at and (is_given(lead) or leads_east_asian(lead)) and not is_ordinary(lead)
        return self._is_followed_by_name(at) and not initial and not given  # Hossein *Amir* Varga

    def _is_short_name(self, at: int) -> bool:
        """``So`` Naro: a name that is also a small word, before a name that is nothing else."""
        after = at + 1
        named = after < len(self.tokens) and self.page.beside[at] and is_plain(self.tokens[after])
        return self.tokens[at].is_capitalised and self.tokens[at].lower not in ("the", "a") and named

    def _is_unusual(self, at: int, *, first: bool) -> bool:
        """Whether a capital word is more than an ordinary word with a capital."""
        token = self.tokens[at]
        if token.lower in tables.words("calendar-words"):
            return False
        if not is_ordinary(token) or is_given(token) or is_east_asian(token):
            return True
        return self._leads_korean(at) if first else self._ends_vietnamese(at)

    def _leads_korean(self, at: int) -> bool:
        """``Oh`` Joon: a family name that is also a word, within a sentence, before a word that is none."""
        sentence = self.page.sentence_of(at) if leads_east_asian(self.tokens[at]) else None
        if sentence is None or self.page.sentences[sentence].first == at:
            return False
        return at + 1 < len(self.tokens) and self.page.beside[at] and is_plain(self.tokens[at + 1])

    def _ends_vietnamese(self, at: int) -> bool:
        """Tran Quoc ``To``: a short given name that is also a word, behind two others."""
        lead = self.tokens[self.at]
        short = self.words == 2 and len(self.tokens[at].text) <= 5
        return short and leads_east_asian(lead) and not is_ordinary(lead) and not self._is_followed_by_name(at)

    def _heads_something(self, at: int) -> bool:
        match = self.page.match
        return bool(match(tables.table("role-heads"), at) or match(tables.table("organisation-heads"), at))

    def _is_followed_by_name(self, at: int) -> bool:
        after = at + 1
        return after < len(self.tokens) and self.page.beside[at] and self.tokens[after].is_capitalised

    def _is_name_in_capitals(self, at: int) -> bool:
        """Whether a word in capitals can be a name: OTA Fusae, Marcus TAN, but no short form of a body."""
        token = self.tokens[at]
        if tables.bodies().match(self.tokens, at):
            return False
        if len(token.text) > 3 or "-" in token.text:
            return True
        if at == self.at and leads_east_asian(token):
            return at + 1 < len(self.tokens) and self.page.beside[at] and is_plain(self.tokens[at + 1])
        beside = (at + 1 if self.page.beside[at] else -1, at - 1 if at > self.at else -1)
        return self.strong and any(0 <= k < len(self.tokens) and is_plain(self.tokens[k]) for k in beside)
