"""Which meeting a page is about: told in the headline or lead, held, not long ago, mentioned most."""

from collections.abc import Mapping, Sequence

from kg.extraction.circumstances.setting import Setting
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.text.page import Page

_LEAD = 2  # sentences
_LONG_AGO = 200  # days


def foremost(page: Page, meetings: Sequence[Meeting], settings: Mapping[int, Setting]) -> Meeting | None:
    """The main event; one that is still to come only if nothing else is there."""
    told = [
        meeting
        for meeting in meetings
        if not all(one.apart == "later" or (one.is_part and one.labelled) for one in meeting.mentions)
    ]  # nor one session of a programme
    ends = lead_ends(page)

    def weight(meeting: Meeting) -> tuple[bool, bool, bool, int, bool, int]:
        is_led = any(mention.first < ends for mention in meeting.mentions)
        setting = settings[meeting.number]
        numbered = meeting.ordinal is not None and meeting.kind != "session"  # often one of several within another
        recent = not _is_long_ago(page, setting)
        return (
            is_led,
            setting.state == "held",
            recent,
            len({page.sentence_of(one.first) for one in meeting.mentions}),
            numbered,
            -meeting.number,
        )

    return max(told, key=weight, default=None)


def _is_long_ago(page: Page, setting: Setting) -> bool:
    """Whether it was so long before the day of issue that a text may recall it, but hardly tells of it."""
    start, issued = setting.start, page.published
    return bool(start and issued and (issued.bounds()[0] - start.bounds()[1]).days > _LONG_AGO)


def lead_ends(page: Page) -> int:
    """The token behind the first sentences."""
    told = [s for s in page.sentences if s.block.kind not in ("headline", "heading", "dateline")][:_LEAD]
    return told[-1].last if told else len(page.tokens)
