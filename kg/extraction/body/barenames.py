"""What the head of a body's name says when it stands alone: the *Alliance* names nothing, the *Parliament* any."""

from kg.extraction.body.bodynames import head_hit
from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables


def says_nothing(page: Page, mention: BodyMention) -> bool:
    """Whether a head is no name of its own, even with an article: the *Alliance*."""
    head = head_hit(page, mention.first)
    return head is not None and head.last == mention.last and head.row.flag("never_alone")


def says_little(page: Page, mention: BodyMention) -> bool:
    """Whether a head means no body that is named only later: the *Parliament*, and then the Parliament of Kenya."""
    head = head_hit(page, mention.first)
    return head is not None and head.row["kind"] in tables.words("kinds-in-every-state")
