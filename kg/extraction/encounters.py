"""Meetings told by a verb alone: *A met B*, *A received B*, *A visited PLACE*.

A noun names a meeting better than a verb does: where the document has a meeting of the verb's kind that can be meant
(its main event, or one with the same partner), the verb speaks of that one; else it makes a meeting of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction import tables
from kg.extraction.agents import Agent, AgentReader
from kg.extraction.chunks import Chunk
from kg.extraction.meetings import Meeting, MeetingMention
from kg.extraction.page import Page

_VERBS_OF = {
    "meeting": ("meeting",),
    "dialogue": ("meeting",),
    "consultation": ("meeting", "consultation"),
    "visit": ("meeting", "visit"),
    "call": ("call", "meeting"),
    "session": ("meeting",),
    "summit": ("meeting",),
}
"""Which verbs of meeting may speak of a meeting of this kind."""


_TOGETHER = frozenset(("meeting", "signing", "consultation"))
"""Kinds of which a subject of several is enough: A and B met, A and B signed."""


@dataclass(frozen=True, slots=True)
class EncounterVerb:
    """Words of meeting: what kind of meeting they tell, the roles of subject and object."""

    words: tuple[str, ...]
    kind: str
    subject: str
    object: str
    rule: str


@dataclass(frozen=True, slots=True)
class Encounter:
    """One verb of meeting in a sentence, with its agents; ``words`` are the tokens of verb and first object."""

    verb: EncounterVerb
    subjects: tuple[Agent, ...]
    objects: tuple[Agent, ...]
    chunks: Sequence[Chunk]
    at: int
    end: int

    @property
    def words(self) -> tuple[int, int]:
        """The tokens from the verb to the end of its first object."""
        last = self.chunks[self.objects[0].at].last if self.objects else self.chunks[self.end - 1].last
        return self.chunks[self.at].first, last


@cache
def encounter_verbs() -> dict[str, list[EncounterVerb]]:
    """The verbs of ``encounter-verbs.tsv`` by their first word, longest first."""
    return {
        first: [EncounterVerb(words, r["kind"], r["subject"], r["object"], r["rule"]) for words, r in same]
        for first, same in tables.by_first_word("encounter-verbs").items()
    }


def encounters(chunks: Sequence[Chunk], agents: AgentReader) -> Iterator[Encounter]:
    """Every verb of meeting in the sentence that has both its sides."""
    at = 0
    while at < len(chunks):
        verb = _verb_at(chunks, at)
        if verb is None:
            at += 1
            continue
        end = at + len(verb.words)
        subjects = agents.before(at)
        objects = agents.after(end, _next_verb(chunks, end))[0] if verb.object else []
        together = len(subjects) > 1 and verb.kind in _TOGETHER
        if subjects and (objects or together):
            yield Encounter(verb, tuple(subjects), tuple(objects), chunks, at, end)
        at = end


def _next_verb(chunks: Sequence[Chunk], at: int) -> int:
    """Where the next verb of meeting stands: a list does not run across it."""
    return next((pos for pos in range(at, len(chunks)) if _verb_at(chunks, pos)), len(chunks))


def _verb_at(chunks: Sequence[Chunk], at: int) -> EncounterVerb | None:
    if chunks[at].kind != "word":
        return None
    for verb in encounter_verbs().get(chunks[at].text, ()):
        end = at + len(verb.words)
        if end <= len(chunks) and all(chunks[at + k].is_word(word) for k, word in enumerate(verb.words)):
            return verb
    return None


def meant_by(
    encounter: Encounter, named: Mapping[MeetingMention, Meeting], before: Sequence[tuple[Encounter, Meeting]]
) -> Meeting | None:
    """The meeting that a noun names and a verb speaks of: in its sentence, or the one of its kind not yet told."""
    for chunk in encounter.chunks[encounter.end :]:
        if chunk.is_word(";", "that", "margins", "sidelines"):
            break
        meeting = named.get(chunk.meeting) if chunk.meeting else None
        if meeting and encounter.verb.kind in _VERBS_OF.get(meeting.kind, ()):
            return meeting
    told = {id(home) for _, home in before}
    fits = {
        id(meeting): meeting
        for meeting in named.values()
        if encounter.verb.kind in _VERBS_OF.get(meeting.kind, ())
        and not any(mention.planned for mention in meeting.mentions)
    }
    return next(iter(fits.values())) if len(fits) == 1 and not told else None


def as_meeting(page: Page, encounter: Encounter) -> Meeting:
    """A meeting that only a verb tells of, named by the words from the verb to its first object."""
    first, last = encounter.words
    mention = MeetingMention(
        first, last, first, encounter.verb.kind, definite=False, proper=False, weak=False, name_last=last
    )
    return Meeting(0, page.words(first, last), encounter.verb.kind, [mention])
