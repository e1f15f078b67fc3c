"""Bodies known by nothing but their place behind a title: CEO *of Norsurf*; P, Bureau Chief, *Norsurf*, Oslo."""

from kg.extraction.body.acronyms import with_acronym
from kg.extraction.body.bodynames import capital_run
from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.heads import Ground
from kg.extraction.post.role_homes import of_unknown
from kg.extraction.words import tables
from kg.extraction.words.names import is_given, is_of_speech, is_ordinary
from kg.extraction.words.tables import Hit

_LONGEST_UNKNOWN = 4


def unknown(ground: Ground, pos: int, head: Hit) -> BodyMention | None:
    """A place or firm by nothing but its place: Interior Minister *of Lower Ambria*, CEO *of Norsurf*."""
    tokens, at = ground.page.tokens, pos + 1
    if tokens[pos].lower != "of" or at >= len(tokens) or not _may_be_unknown(head):
        return None
    town = ground.page.match(tables.table("cities"), at)
    if town and of_unknown(head.row["role"]) == "place":
        return BodyMention(at, town.last, town.last, "body.place")  # Mayor of *Mexico City*
    if at in ground.body_at:
        return None
    end = capital_run(ground.page, at, ground.taken)
    of_place = of_unknown(head.row["role"]) == "place"
    if end is None or end - at > _LONGEST_UNKNOWN or ground.head(at):
        return None
    if is_given(tokens[at]) and not of_place:
        return None  # but the Mayor of *Victoria*
    if all(is_ordinary(token) or not token.is_capitalised for token in tokens[at:end]):
        return None
    rule = "body.place" if of_place else "body.slot"
    return with_acronym(ground.page, BodyMention(at, end, end, rule))


def apposed(ground: Ground, pos: int, head: Hit) -> BodyMention | None:
    """A firm or body by nothing but its place in an entry: P, Bureau Chief, *Norsurf*, Oslo."""
    tokens, at = ground.page.tokens, pos + 1
    if tokens[pos].text != "," or at >= len(tokens) or head.row["class"] not in tables.words("housed-classes"):
        return None
    end = capital_run(ground.page, at, ground.taken)
    if end is None or _is_other(ground, at, end):
        return None
    end = _past_company(ground, end)
    if not closes(ground, end) or not follows_name(ground, head):
        return None
    behind = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    if behind in ground.body_at:
        return None  # a unit of the body behind it, or a part of its name
    return with_acronym(ground.page, BodyMention(at, end, end, "body.slot"))


def _past_company(ground: Ground, end: int) -> int:
    """Where the name of a company ends that says so behind a comma: Norsurf*, Inc.*"""
    tokens = ground.page.tokens
    if end + 1 >= len(tokens) or tokens[end].text != "," or not ground.page.joined(end):
        return end
    said = tokens[end + 1].lower.rstrip(".") in tables.words("company-ends")
    return end + 2 if said else end


def follows_name(ground: Ground, head: Hit) -> bool:
    """Whether a name and a comma or bracket stand before the title."""
    tokens, at = ground.page.tokens, head.first
    while at > max(0, head.first - _LONGEST_UNKNOWN) and not ground.taken[at - 1] and tokens[at - 1].is_word:
        at -= 1
    return at > 1 and tokens[at - 1].text in (",", "|", "(", "-", "\u2013", "\u2014") and ground.taken[at - 2]


def _is_other(ground: Ground, at: int, end: int) -> bool:
    """Whether capitals behind a comma are ordinary words, a place, a day, a name or another post."""
    tokens = ground.page.tokens
    if all(is_ordinary(token) or not token.is_capitalised for token in tokens[at:end]) or is_given(tokens[at]):
        return True
    names = ("cities", "honorifics", "role-heads", "role-modifiers", "name-suffixes")
    places = [ground.page.match(tables.table(name), at) for name in names]
    places += [ground.page.match(tables.phrases("regions"), at), ground.page.match(tables.states(), at)]
    days = any(token.lower in tables.words("calendar-words") for token in tokens[at:end])
    return days or any(places) or any(ground.covered[k] or ground.taken[k] for k in range(at, end))


def closes(ground: Ground, pos: int) -> bool:
    """Whether an apposition may end at ``pos``."""
    if pos >= len(ground.page.tokens):
        return True
    token = ground.page.tokens[pos]
    if token.text == ",":
        post = ground.head(pos + 1) if pos + 1 < len(ground.page.tokens) else None
        return post is None or ground.is_glued(post)  # Chair, Tide Committee, *Senator Varga*
    said = token.lower in tables.words("behind-posts") or is_of_speech(token)
    return token.text in ".;:()|[" or said or not ground.page.joined(pos - 1)


def _may_be_unknown(head: Hit) -> bool:
    """Whether *of* behind a post leads to a place or firm of which nothing else is known; a minister needs a field."""
    role = head.row["role"]
    return of_unknown(role) != "" and (role != "minister" or head.last - head.first > 1)
