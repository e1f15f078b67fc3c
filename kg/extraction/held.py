"""Whose the titles of a page are, whom its pronouns mean, and what verbs tell of posts."""

from kg.extraction.computed import computed
from kg.extraction.named import Named
from kg.extraction.person.described import described
from kg.extraction.person.people import PersonMention
from kg.extraction.person.pronouns_beside import ObjectPronounReader
from kg.extraction.person.ranked import ranked
from kg.extraction.person.standing import standing
from kg.extraction.post.appointments import AppointmentReader, Told
from kg.extraction.post.homes import HomeReader, Homes
from kg.extraction.post.implied import Implied, ImpliedReader
from kg.extraction.post.no_posts import is_spokesperson
from kg.extraction.post.successions import Succession, SuccessionReader


class Held(Named):
    """The layers of posts of one page, above those of its names."""

    @computed
    def holders(self) -> dict[int, PersonMention]:
        """Whose post a title tells, by its first token: attached to a name, or the description of one."""
        attached = {holding.titles.first: holding.person for holding in reversed(self.holdings)}
        return attached | described(self.page, self.titles, attached, self.people)

    @computed
    def owner(self) -> dict[int, PersonMention]:
        """Whom a title means, by its first token: its holder, or the person for whom it stands alone."""
        return self.holders | standing(self.page, self.titles, self.holders, self.person_of, self.body_name)

    @computed
    def pronouns(self) -> dict[int, PersonMention]:
        """Whom *he*, *she* and *the admiral* mean, by their token: a mention of that person."""
        meant = ObjectPronounReader(self.page, self.titles, self.owner, self.person_of).all()
        return ranked(self.page, self.person_of) | meant

    @computed
    def _appointments(self) -> AppointmentReader:
        return AppointmentReader(self.page, self.holders, self.owner, self.pronouns)

    @computed
    def told(self) -> dict[int, Told]:
        """What a verb tells of each group of titles, by its first token: whose, in what sense, since and until when."""
        return self._appointments.told(self.rows)

    @computed
    def successions(self) -> list[Succession]:
        """The posts that somebody has by having come before or after another."""
        return list(SuccessionReader(self._appointments, self.told, self.person_of).all(self.rows))

    @computed
    def implied(self) -> list[Implied]:
        """The posts that no title names."""
        return list(ImpliedReader(self.page, self.owner, self._appointments.subject).all(self.rows))

    @computed
    def homes(self) -> Homes:
        """Where posts are held whose own phrase names no body."""
        told = {first: told.person for first, told in self.told.items() if told.said and told.person}
        reader = HomeReader(self.page, self.titles, self.holdings, told | self.holders)
        return reader.all(self.begins, self.rows, self.bodies, self._person_name, self.body_name)

    @computed
    def _spokespersons(self) -> set[str | None]:
        """The names of those who speak to the press for others."""
        heads = {group.first for group in self.titles if is_spokesperson(self.page, group)}
        return {self._person_name(mention) for first, mention in self.owner.items() if first in heads}
