"""Signs that a sentence tells of a part that was not read: a verb, a list, a name; each with the words that show it.

The signs are wider than the rules: they need no trigger, no meeting and no attachment. How much each of them weighs is
in ``unread-signs.tsv``.
"""

from collections.abc import Mapping, Sequence

from kg.extraction.said import TokenSpan
from kg.extraction.sight import Sight, Sign
from kg.extraction.words import tables

_SHORTEST_LIST = 3
_NEAR = 6
_MANY = 8
_LONG = 40  # tokens
_ROWS = ("item", "list", "table")
_NO_SENTENCES = ("headline", "dateline", "heading")
_LIST_MARKS = frozenset((",", ";", "and", "&"))
_BEFORE_ITEMS = _LIST_MARKS | {"the"}
_BEHIND_ITEMS = _LIST_MARKS | {".", "(", "as"}

# ---------------------------------------------------------------- a verb


def verb_beside_idle(sight: Sight) -> TokenSpan | None:
    """A verb of chairing or attending beside a person who takes part in nothing."""
    verbs = sight.attending or sight.places("attending-nouns")
    return _one(verbs[0]) if verbs and sight.idle else None


def verb_beside_acting(sight: Sight) -> TokenSpan | None:
    """Such a verb close to anybody who may act, in a sentence from which nobody's part came."""
    return None if sight.is_partly_read else _one(_beside(sight.acting, sight.deciding))


def verb_beside_passed_over(sight: Sight) -> TokenSpan | None:
    """Such a verb close to a person of whom no part was read here, though elsewhere."""
    return _one(_beside(sight.passed_over, sight.deciding))


# ---------------------------------------------------------------- a list


def passed_over_item(sight: Sight) -> TokenSpan | None:
    """An item or a row that names somebody of whom no part was read there, though elsewhere."""
    return sight.passed_over[0] if _is_row(sight) and sight.passed_over else None


def _is_row(sight: Sight) -> bool:
    return sight.sentence.is_item or sight.sentence.block.kind in _ROWS


def acting_item(sight: Sight) -> TokenSpan | None:
    """An item that is little more than the name of somebody who takes part in nothing."""
    length = sum(last - first for first, last in sight.acting)
    named = sight.sentence.is_item and 2 * length >= sight.sentence.last - sight.sentence.first
    return sight.acting[0] if named and sight.acting else None


def read_in_part(sight: Sight) -> TokenSpan | None:
    """The first of those listed who takes part in nothing while others in the sentence do."""
    listed = [span for span in sight.acting if sight.said.is_listed(span, _LIST_MARKS)]
    several = len(listed) > 1 or _beside(listed, sight.attending) is not None
    if sight.is_partly_read and listed and several:
        return listed[0]
    named = [span for span in sight.agents if sight.said.is_listed(span, _LIST_MARKS)]
    return sight.idle[0] if sight.is_partly_read and sight.idle and len(named) >= _SHORTEST_LIST else None


def unread_list(sight: Sight) -> TokenSpan | None:
    """Three or more listed who take part in nothing, in a sentence from which nobody's part came."""
    if sight.is_partly_read:
        return None
    named = [span for span in sight.acting if sight.said.is_listed(span, _LIST_MARKS)]
    return (named[0][0], named[-1][1]) if len(named) >= _SHORTEST_LIST else None


def nobody(sight: Sight) -> TokenSpan | None:
    """Words with capitals among those who take part that were read as nobody: Norway, *Harbour Watch* and Kenya."""
    if not sight.is_partly_read:
        return None
    taking = [s for s in sight.said.found(sight.sentence, sight.said.busy_agents) if sight.said.in_parts[s[0]]]
    listed = [span for span in taking if sight.said.is_listed(span, _LIST_MARKS)]
    if len(listed) < _SHORTEST_LIST - 1:
        return None
    stop = min(listed[-1][1] + _NEAR, sight.sentence.last)
    odd = (_nobody_at(sight, at) for at in range(listed[0][0], stop))
    return next((span for span in odd if span), None)


def _nobody_at(sight: Sight, first: int) -> TokenSpan | None:
    """The words of an item of a list that begins there, if it is a name and was read as nothing."""
    tokens = sight.page.tokens
    if tokens[first - 1].lower not in _BEFORE_ITEMS or sight.said.is_read(first):
        return None
    last = first
    while last < sight.sentence.last and _is_of_name(sight, last) and not sight.said.is_read(last):
        last += 1
    ends = last >= sight.sentence.last or tokens[last].lower in _BEHIND_ITEMS
    named = tokens[first].is_capitalised and tokens[last - 1].is_capitalised
    return (first, last) if last > first and ends and named else None


def _is_of_name(sight: Sight, at: int) -> bool:
    token = sight.page.tokens[at]
    return token.is_capitalised or token.lower in ("of", "for", "on", "the")


# ---------------------------------------------------------------- names and meetings


def idle(sight: Sight) -> TokenSpan | None:
    """A person who takes part in nothing, though people meet; not one only spoken of: according *to P*."""
    if not sight.said.meets:
        return None
    return next((span for span in sight.idle if not is_spoken_of(sight, span)), None)


def two_idle(sight: Sight) -> TokenSpan | None:
    """Two people who take part in nothing."""
    return sight.idle[0] if len(sight.idle) > 1 else None


def three_people(sight: Sight) -> TokenSpan | None:
    """Three people or more."""
    return sight.people[0] if len(sight.people) > _SHORTEST_LIST - 1 else None


def named(sight: Sight) -> TokenSpan | None:
    """Anybody named."""
    return sight.agents[0] if sight.agents else None


def many_named(sight: Sight) -> TokenSpan | None:
    """Three or more named."""
    return sight.agents[0] if len(sight.agents) >= _SHORTEST_LIST else None


def several_meetings(sight: Sight) -> TokenSpan | None:
    """A part read in a document of several meetings: it may be of another one."""
    part = next((at for at in range(sight.sentence.first, sight.sentence.last) if sight.said.in_parts[at]), None)
    return _one(part) if sight.said.several_meetings else None


def unread_capitals(sight: Sight) -> TokenSpan | None:
    """Many words with capitals that were read as nothing."""
    inside = range(sight.sentence.first + 1, sight.sentence.last)
    left = [at for at in inside if sight.page.tokens[at].is_capitalised and not sight.said.in_any[at]]
    return _one(left[0]) if len(left) >= _MANY else None


def eight_named(sight: Sight) -> TokenSpan | None:
    """Eight or more named."""
    return sight.agents[0] if len(sight.agents) >= _MANY else None


def apart(sight: Sight) -> TokenSpan | None:
    """Somebody of whom no part was read here."""
    said = sight.said
    return next((span for span in sight.agents if not said.in_parts[span[0]] and not said.in_meetings[span[0]]), None)


def long(sight: Sight) -> TokenSpan | None:
    """A long sentence with a name: it may say several things."""
    return sight.agents[0] if sight.agents and sight.sentence.last - sight.sentence.first > _LONG else None


def idle_in_heading(sight: Sight) -> TokenSpan | None:
    """A person who takes part in nothing, in a heading."""
    return sight.idle[0] if sight.idle and is_heading(sight) else None


def person_in_heading(sight: Sight) -> TokenSpan | None:
    """A person in a heading below the headline."""
    return sight.people[0] if sight.people and sight.sentence.block.kind == "heading" else None


def is_heading(sight: Sight) -> bool:
    """Whether a sentence is none of the text: a headline, a heading, a dateline."""
    return sight.sentence.block.kind in _NO_SENTENCES


def is_spoken_of(sight: Sight, span: TokenSpan) -> bool:
    """Whether the words before a person say that others act: according *to* P; the director *is* P."""
    before = sight.said.before(span[0])
    while before > 0 and _is_style(sight, before):
        before -= 1
    return before >= 0 and sight.page.tokens[before].lower in tables.words("spoken-of-behind")


def _is_style(sight: Sight, at: int) -> bool:
    """Whether an honorific stands there, or the full stop behind one."""
    start = at - 1 if sight.page.tokens[at].text == "." else at
    return sight.page.match(tables.table("honorifics"), start) is not None


def _one(at: int | None) -> TokenSpan | None:
    return None if at is None else (at, at + 1)


def _beside(acting: Sequence[TokenSpan], verbs: Sequence[int]) -> int | None:
    """The verb close to one of those who may act."""
    near = (at for at in verbs if any(first - at <= _NEAR and at - last <= _NEAR for first, last in acting))
    return next(near, None)


PART_SIGNS: Mapping[str, Sign] = {
    "verb beside idle": verb_beside_idle,
    "verb beside acting": verb_beside_acting,
    "verb beside passed over": verb_beside_passed_over,
    "passed over item": passed_over_item,
    "acting item": acting_item,
    "read in part": read_in_part,
    "unread list": unread_list,
    "nobody": nobody,
    "idle": idle,
    "two idle": two_idle,
    "three people": three_people,
    "named": named,
    "many named": many_named,
    "several meetings": several_meetings,
    "unread capitals": unread_capitals,
    "eight named": eight_named,
    "apart": apart,
    "long": long,
    "idle in heading": idle_in_heading,
    "person in heading": person_in_heading,
}

HEADING_SIGNS = ("idle in heading", "person in heading")
"""Those that a heading may bear, and nothing else."""
