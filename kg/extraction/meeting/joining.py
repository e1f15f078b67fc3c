"""What a meeting is called when a mention joins it: the namings that say most give it name, kind and number."""

from kg.extraction.meeting.contradictions import LOOKED_AT, head
from kg.extraction.meeting.likeness import of_noun
from kg.extraction.meeting.meetings import Meeting, MeetingMention, references
from kg.extraction.meeting.names import words_of
from kg.extraction.meeting.occasions import Occasions, is_strong
from kg.extraction.text.page import Page
from kg.extraction.words import tables


class Joining:
    """Adds mentions to the meetings of one page."""

    def __init__(self, page: Page, occasions: Occasions) -> None:
        self.page = page
        self.occasions = occasions

    def name(self, mention: MeetingMention) -> str:
        """The name that a mention prints: its words, those whom it was with, its title."""
        first = mention.first if mention.name_first is None else mention.name_first
        if len(mention.partners) == 1:
            return f"{self.page.words(first, mention.last)} with {self.page.words(*mention.partners[0])}"
        return self.page.words(first, max(mention.last, mention.name_last, mention.title_last))

    def join(self, home: Meeting, mention: MeetingMention, name: str) -> None:
        """Add a mention, and take over what it says more of its meeting."""
        if mention.kind == "visit" and home.is_encounter and self._is_the(mention):
            home.kind = "visit"  # received Q. *The visit* …
        home.ordinal = self._number(home, mention)
        home.mentions.append(mention)
        home.year = home.year or mention.year
        fuller = self._says_more(name, mention, home) and not self.occasions.is_headline(mention)
        named = is_strong(mention) or mention.kind == home.kind or of_noun(self.page, home, mention)
        named = named and (is_strong(mention) or not any(one.by_verb for one in home.mentions))
        if self._is_first_noun(home, mention):
            fuller = named = True  # the Committee convened. *The open briefing* …
            home.kind = mention.kind
        if fuller and named and not mention.is_class and not self._only_counts(mention, home):
            home.also.append(home.name)
            home.name = name
            home.kind = mention.kind if is_strong(mention) else home.kind
        elif name != home.name and name not in home.also:
            home.also.append(name)

    def _says_more(self, name: str, mention: MeetingMention, home: Meeting) -> bool:
        """Whether a name has more words than the one so far; of a number and a town, *the Oslo session*, the number."""
        city = self.page.match(tables.table("cities"), mention.first, mention.head) if home.ordinal else None
        town = self.page.words(city.first, city.last) if city else ""
        return len(words_of(name) - words_of(town)) > len(words_of(home.name))

    @staticmethod
    def _number(home: Meeting, mention: MeetingMention) -> int | None:
        """The number of a meeting in its series, whatever else it is the first of."""
        whole = mention.ordinal and not mention.counts_some and home.counts_some
        return mention.ordinal if whole else home.ordinal or mention.ordinal

    def _is_first_noun(self, home: Meeting, mention: MeetingMention) -> bool:
        """Whether a noun is the first to say what those who came together held, and says more than *the event*."""
        if home.kind != "meeting" or mention.kind == "meeting":
            return False
        before = [one for one in home.mentions[:LOOKED_AT] if one is not mention]
        return all(one.by_verb for one in before) and any(one.gathered for one in before)

    def _is_the(self, mention: MeetingMention) -> bool:
        return self.page.tokens[mention.first - 1].lower in ("the", "this")

    def _only_counts(self, mention: MeetingMention, home: Meeting) -> bool:
        """Whether a word for any meeting takes one up by its length: a seminar, *the three-day event*."""
        generic = not mention.is_named and mention.ordinal is None and head(self.page, mention) in references()
        return generic and mention.definite and not any(
            head(self.page, one) == head(self.page, mention) for one in home.mentions if one is not mention
        )  # fmt: skip
