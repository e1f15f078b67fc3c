"""Of which body the sentences before a row spoke, worked out back to where that is told, and only when it is asked."""

from collections.abc import Sequence

from kg.extraction.body.bodies import BodyMention
from kg.extraction.computed import computed
from kg.extraction.relation.bodyrows import BodyRow


class Topics:
    """What the rows of a page speak of, each in turn; ``known`` is the body of which they are known to speak."""

    def __init__(self, rows: Sequence[BodyRow], known: BodyMention | None = None) -> None:
        self.rows = rows
        self.known = known
        self._behind: list[BodyMention | None] = [known]
        """Of what is spoken before each row, as far as that was asked."""

    def before(self, at: int) -> BodyMention | None:
        """The body of which the text speaks before row ``at``."""
        while len(self._behind) <= at:
            topic, row = self._behind[-1], self.rows[len(self._behind) - 1]
            if not (topic and row.topic and row.topic.is_state):  # *Kenya joined in 2005. Peru followed.*
                topic = row.topic or (topic if row.goes_on() else None)
            self._behind.append(topic)
        return self._behind[at]

    def lead(self, at: int) -> BodyMention | None:
        """The body of which the text spoke first, no state, before row ``at``."""
        if self.known:
            return self.known
        told = (topic for topic in map(self.before, range(1, at + 1)) if topic and not topic.is_state)
        return next(told, None)

    def name(self, body: BodyMention, at: int) -> str:
        """How a body mentioned is called in the rows before row ``at``."""
        said = (one.text for row in self.rows[:at] for one in row.items if one.body and one.body.first == body.first)
        return next(said, "")


class Spoken:
    """What the sentences before row ``at`` spoke of."""

    def __init__(self, topics: Topics, at: int) -> None:
        self._topics = topics
        self._at = at

    @computed
    def topic(self) -> BodyMention | None:
        """The body of which the sentence before spoke."""
        return self._topics.before(self._at)

    @computed
    def lead(self) -> BodyMention | None:
        """The body of which the text spoke first, if sentences about others stand between."""
        return self._topics.lead(self._at)

    @property
    def name(self) -> str:
        """How the body is called of which the sentence before spoke."""
        return self._topics.name(self.topic, self._at) if self.topic else ""
