"""Who took part by what he is called beside his name: *the keynote speaker, P*; *P, the moderator of the session*."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.participation.rosters import heads_roster
from kg.extraction.post.no_posts import leads_its_list
from kg.extraction.words import tables

_LEAD = 5
"""Chunks between a comma and what somebody is called: P, *the day's first* keynote speaker."""
_HEADING = 5
"""Chunks of a heading over those present."""
_COPULAS = ("was", "were", "is", "are")
_TO_WHAT = 7
_NEAR = 12
"""Chunks between what somebody is called and the meeting named."""


def called_as(chunks: Sequence[Chunk]) -> str:
    """The part as which somebody came, by the chunks behind the verb: attended it *as one of the panellists*."""
    company = False
    for at, chunk in enumerate(chunks):
        company |= chunk.is_word("with")
        if chunk.is_word(";", ".", "that", "which", "who") or (company and chunk.person):
            break  # attended it, with *P as* its keynote speaker
        if chunk.is_word("as"):
            ahead = (one for one in chunks[at + 1 : at + _TO_WHAT] if one.text not in tables.words("called-leads"))
            noun = next(ahead, None)
            named = noun is not None and chunks[at + 1].text in tables.words("called-leads")
            parts = tables.column("part-nouns", "role")
            after = next(ahead, None)
            bare = noun is not None and noun.text in parts  # *in her capacity as co-chair*
            bare = bare and not (after and after.is_word("of", "for", "to", "and"))
            if noun is None or not (named or bare):
                break
            said = f"{noun.text} {after.text}" if after and not after.is_word("of") else noun.text
            speaks = noun.text in ("speaker", "speakers")
            return parts.get(noun.text) or parts.get(said) or ("speaker" if speaks else "")
    return ""


class CalledParts(PartReader):
    """Reads these parts in one sentence."""

    def all(self) -> Iterator[Part]:
        """A part for everybody who is called something that says so, in order."""
        nouns = tables.first_words("part-nouns")
        if not self.says(nouns) and "titles" not in self.agents.kinds:
            return
        free, hosts = 0, tables.words("bodies-as-hosts")
        for at in [at for at, chunk in enumerate(self.chunks) if chunk.text in nouns or chunk.titles]:
            if at < free:
                continue
            end, role = self._called(at)
            role = "" if self._is_label(at, end) else role
            of_body = role == "host" and any(one.is_among(hosts) for one in self.chunks[at + 1 : end])
            for agent in self._hosts(at) if of_body else self._called_so(at, end) if role else ():
                meeting, place = self.meeting_near(at, end, _NEAR)
                if meeting:
                    yield from self._sent(at, meeting) if role == "head-of-delegation" else ()
                    span = (self.chunks[at].first, self.chunks[end - 1].last)
                    chunk = self.chunks[agent.at]
                    yield Part(meeting, agent, chunk, role, "present", "part.called", span, place)
            free = end

    def _called_so(self, at: int, end: int) -> list[Agent]:
        """Who is in front of the comma, or behind; *with co-host P*: who is behind."""
        led = at > 0 and self.chunks[at - 1].is_word("with", "by")
        behind = self._behind(end)
        return (behind if led else []) or self._above(at, end) or self._before(at) or behind

    def _sent(self, at: int, meeting: Meeting) -> Iterator[Part]:
        """The body of which he is called the head: P was *head of the Norwegian delegation*."""
        titles = self.chunks[at].titles
        if titles and (body := titles.titles[-1].body):
            agent, chunk = Agent(at, body=body), self.chunks[at]
            yield Part(meeting, agent, chunk, "participant", "present", "part.delegates", None, None)

    def _is_label(self, at: int, end: int) -> bool:
        """Whether it is the label of a line under an hour of a programme: *Moderator:* P moderates that session."""
        return self.scene.session is not None and at == 0 and end < len(self.chunks) and self.chunks[end].is_word(":")

    def _hosts_it(self, words: Sequence[str], end: int) -> bool:
        """Whether it is a meeting of which somebody is called the *host*, no country or show."""
        ahead = self.chunks[end : end + 3]
        meets = (one.meeting is not None or one.text in tables.words("generic-meetings") for one in ahead)
        return words[-1] != "of" or any(meets)

    def _hosts(self, at: int) -> list[Agent]:
        """The body in front of the comma: thanked Kenya*, (the) host of the Dialogue*; not: P of Kenya, host of it."""
        comma = at - 1 - (at > 1 and self.chunks[at - 1].is_word("the", "as"))
        named = comma > 0 and self.chunks[comma].is_word(",")
        item = next((one for one in self.agents.items if one.first < comma <= one.last), None) if named else None
        alone = item is not None and len(item.agents) == 1 and item.agents[0].at == comma - 1
        return list(item.agents) if item and alone and item.agents[0].body else []

    def _called(self, at: int) -> tuple[int, str]:
        """Where the longest name for a part ends that begins at ``at``, and the part; else the next chunk and none."""
        chunk = self.chunks[at]
        if chunk.titles:  # *second keynote speaker* is read as one title
            if (led := self._leads(at)) is not None:
                return led, "head-of-delegation"
            if self._presides(at):
                return at + 1, "chair"
            if leads_its_list([one.text for one in self.chunks[max(0, at - 1) : at + 2]]):
                return at + 1, "head-of-delegation"
            if chunk.titles.titles[-1].status in ("designate", "former"):
                return at + 1, ""  # the designated President of the next Conference
            meeting = self._of_meeting(at + 1)
            named = meeting or (at and self.chunks[at - 1].meeting)  # the third Dialogue's *Chair*
            said = f" {chunk.text} of" if named else f" {chunk.text}"
            return (meeting or at) + 1, _role_ending(said)
        for words, row in tables.by_first_word("part-nouns").get(chunk.text, ()):
            last = at + len(words)
            if len(words) == 1 or [one.text for one in self.chunks[at:last]] == list(words):
                return last, row["role"] if row["role"] != "host" or self._hosts_it(words, last) else ""
        return at + 1, ""

    def _presides(self, at: int) -> bool:
        """Whether a bracket in a list of those present says who chairs: *Present:* P *(Chair)*; Q; R."""
        inside = at > 1 and self.chunks[at - 1].is_word("(", "[")
        closed = at + 1 < len(self.chunks) and self.chunks[at + 1].is_word(")", "]")
        if not (inside and closed and self.chunks[at].text in tables.words("presiding-nouns")):
            return False
        colon = next((pos for pos in range(min(at, _HEADING)) if self.chunks[pos].is_word(":")), 0)
        return colon > 0 and heads_roster(self.chunks[:colon])

    def _leads(self, at: int) -> int | None:
        """Behind a title that says who leads a delegation: the *head of the Kenyan delegation*; None: it says not.

        The head of a body's delegation to a country is posted there.
        """
        titles, behind = self.chunks[at].titles, self.chunks[at + 1 : at + 3]
        body = titles.titles[-1].body if titles else None
        if body and not body.is_state and not any(chunk.is_word("was", "were") for chunk in behind):
            return None
        noun = bool(behind) and behind[0].text in tables.words("delegation-nouns")
        said = f"{self.chunks[at].noun} of {behind[0].text}" if noun else self.chunks[at].noun
        posted = any(chunk.is_word("to", "attending") for chunk in behind[noun : noun + 1])
        leads = tables.column("part-nouns", "role").get(said) == "head-of-delegation"
        return at + 1 + noun if leads and not posted else None

    def _of_meeting(self, at: int) -> int | None:
        """The meeting of which a title at hand tells: the chair *of the third Dialogue*."""
        words = [chunk.text for chunk in self.chunks[at : at + 2] if chunk.kind == "word"]
        named = at + (2 if words == ["of", "the"] else 1)
        meeting = self.chunks[named].meeting if words[:1] == ["of"] and named < len(self.chunks) else None
        return named if meeting and not meeting.planned else None

    def _above(self, at: int, end: int) -> list[Agent]:
        """The one above a line that says nothing but what he was: P; *Head of Delegation*; Director of B."""
        mark = self.chunks[at - 1] if at > 1 else None
        line = mark is not None and mark.is_word(";") and mark.first == mark.last
        alone = line and (end == len(self.chunks) or self.chunks[end].is_word(";"))
        item = self.agents.ending_at(at - 1) if alone and self.chunks[at - 2].person else None
        return [agent for agent in item.agents if agent.person] if item else []

    def _before(self, at: int) -> list[Agent]:
        """P*, the keynote* speaker: the one person in front of the comma; P *was* the head of the delegation."""
        was = at - 1 - (at > 1 and self.chunks[at - 1].is_word("the"))
        if was > 0 and self.chunks[was].is_word("was", "were") and self.chunks[at].titles:
            item = self.agents.ending_at(was)
            if item and len(item.agents) == 1 and item.agents[0].person:
                return list(item.agents)
        if was > 0 and self.chunks[was].is_word("as") and self.chunks[at].titles:
            item = self.agents.ending_at(was)  # with P *as Head of the Delegation* and Q as that of Kenya
            if found := [agent for agent in item.agents if agent.person and agent.at == was - 1] if item else []:
                return found
        for pos in range(at - 1, max(-1, at - _LEAD), -1):
            if self.chunks[pos].is_word(",", "(") and (item := self.agents.ending_at(pos)):
                return [agent for agent in item.agents if agent.person]
            if self.chunks[pos].kind != "word" or self.chunks[pos].is_word(",", "("):
                break
        item = next((item for item in self.agents.items if item.first < at < item.last and not item.inner), None)
        return [agent for agent in item.agents if agent.person and agent.at < at] if item else []

    def _behind(self, end: int) -> list[Agent]:
        """The keynote speaker*, P*; of several, those of the list: the panellists *P, Q and R*."""
        if end < len(self.chunks) and self.chunks[end].is_word(";"):
            return []  # the next entry is somebody else's
        if end < len(self.chunks) and self.chunks[end].is_word("and"):
            return []  # Q served as *discussant and P* as moderator
        start = end + (end < len(self.chunks) and self.chunks[end].is_word(",", *_COPULAS))
        several = self.chunks[end - 1].text.endswith("s") and start == end
        found, _ = self.agents.after(start)
        people = [agent for agent in found if agent.person]
        near = people and self._begins_at(start, people[0])
        return (people if several else people[:1]) if near else []

    def _begins_at(self, start: int, agent: Agent) -> bool:
        return any(item.first <= start + 1 and agent in item.agents for item in self.agents.items)


@lru_cache(maxsize=1 << 12)
def _role_ending(said: str) -> str:
    """The part that a title says by the words with which it ends: second *keynote speaker*; empty: none."""
    roles = tables.column("part-nouns", "role").items()
    return next((role for form, role in roles if said.endswith(f" {form}")), "")
