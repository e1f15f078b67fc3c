"""The body in a title's own phrase: ``of the BODY``, ``at the BODY``, ``, BODY``, and the parent behind it."""

from kg.extraction.acronyms import body_in_slot
from kg.extraction.body import BodyMention
from kg.extraction.bodynames import capital_list
from kg.extraction.heads import Ground
from kg.extraction.names import is_of_speech

_LEADS = frozenset(("of", "at", "in", "from", "with", "to"))


class BodySlots:
    """Finds the bodies of titles behind their heads."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.page = ground.page

    def body(self, pos: int) -> BodyMention | None:
        """The body at ``of BODY``, ``at the BODY`` or ``, BODY`` right after a title."""
        tokens = self.page.tokens
        lead = tokens[pos]
        comma = lead.text in (",", "|")
        if not comma and lead.lower not in _LEADS:
            return None
        at = pos + 1
        if at < len(tokens) and tokens[at].lower in ("the", "its") and not comma:
            at += 1
        if at >= len(tokens):
            return None
        mention = self.ground.body_at.get(at)
        if mention is None or (mention.prefix and not self._owned(mention)):
            mention = body_in_slot(self.page, at, self.ground.taken)
        if mention is None:
            return None
        if mention.is_state and comma:
            return None
        if lead.lower in ("to", "with", "from") or (lead.lower == "in" and mention.is_state):
            return None
        if comma and not self._closes(mention.outer):
            return None
        return mention

    def parent(self, pos: int) -> BodyMention | None:
        """The body to which the body of the post belongs: *of the Structure (RATS)* of the Organisation."""
        tokens = self.page.tokens
        if tokens[pos].lower != "of" or pos + 2 >= len(tokens):
            return None
        mention = self.ground.body_at.get(pos + 2 if tokens[pos + 1].lower == "the" else pos + 1)
        return mention if mention and not mention.prefix else None

    def _owned(self, mention: BodyMention) -> bool:
        """A prefix is a body of its own only if no topic follows it."""
        return capital_list(self.page, mention.last, self.ground.taken) is None

    def _closes(self, pos: int) -> bool:
        """Whether an apposition may end at ``pos``."""
        if pos >= len(self.page.tokens):
            return True
        token = self.page.tokens[pos]
        if token.text == ",":
            return not (pos + 1 < len(self.page.tokens) and self.ground.head(pos + 1) is not None)
        return token.text in ".;:)|" or token.lower in ("and", "as", "who", "in") or not self.page.joined(pos - 1)

    def second(self, first: int, pos: int, body: BodyMention | None) -> BodyMention | None:
        """The same post in a second body: *Director of A and of B*; *the Director of A and B said* (one speaks)."""
        tokens = self.page.tokens
        if body is None or body.outer != pos or pos + 1 >= len(tokens) or tokens[pos].lower != "and":
            return None
        at = pos + 1
        again = tokens[at].lower in ("of", "at")
        while at < len(tokens) and tokens[at].lower in ("of", "at", "the"):
            at += 1
        mention = self.ground.body_at.get(at)
        if mention is None or mention.prefix or mention.is_state:
            return None
        speaks = mention.outer < len(tokens) and is_of_speech(tokens[mention.outer])
        described = first > 0 and tokens[first - 1].lower == "the"
        return mention if again or (speaks and described) else None
