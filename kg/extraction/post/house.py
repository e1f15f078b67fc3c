"""Posts of a house that the page tells of: the *Deputy* of a post told; the *Executive Secretary* of the main body."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.post.heirs import Heir, Home, Told
from kg.extraction.post.holders import has_field, is_national, role_of
from kg.extraction.post.role_homes import mention_kind
from kg.extraction.post.statesnamed import issuers, state_at, states_of_cities
from kg.extraction.post.title import Title
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_OFTEN = 3
"""How often a page must name the body whose house it is."""
_ADVERBS = ("also", "today", "unanimously", "then", "re-")
_LEADS = 3
"""Words in front of a post that say how somebody came by it: *elected as its*."""
_OPENING = 3
"""Until which sentence the first ones reach: headline, dateline, two of the text."""
_MORE = 2
"""How many times as often as any other."""


def under_told(page: Page, heir: Heir, told: Sequence[Told]) -> Home | None:
    """The body whose head was told: B Executive Secretary P; *Deputy* Executive Secretary for Tides, *Q*."""
    words = heir.title.role(page).casefold().split()
    below = tables.words("deputy-words")
    at = next((k for k, word in enumerate(words) if word not in below), len(words))
    head = " ".join(words[at:])
    if not at or not head:
        return None
    if not _is_long(head):
        return _under_one(page, heir, [post for post in told if post.words == head])
    above = [post for post in told if head == post.words or head.startswith(f"{post.words} ")]
    above = [post for post in above if not faces(page, heir, post.body)]
    bodies = {post.name: post.body for post in above if _is_long(post.words) and not post.body.is_state}
    return Home(next(iter(bodies.values())), "under") if len(bodies) == 1 else None


def _under_one(page: Page, heir: Heir, above: Sequence[Told]) -> Home | None:
    """The one body whose *commander* was told before: P, the Centre's commander; *the deputy commander*, Q."""
    bodies = {post.name: post.body for post in above if not post.body.is_state}
    body = next(iter(bodies.values())) if len(bodies) == 1 and heir.is_named else None
    before = body is not None and body.first < heir.title.first and not faces(page, heir, body)
    return Home(body, "under") if body and before else None


def faces(page: Page, heir: Heir, body: BodyMention) -> bool:
    """Whether a verb of meeting parts two in one sentence: the Deputy Secretary-General, P, *met* B's one."""
    if page.sentence_of(body.first) != page.sentence_of(heir.title.first):
        return False
    low, high = sorted((body.first, heir.title.first))
    return any(page.tokens[at].lower in tables.words("attending-verbs") for at in range(low, high))


def of_house(
    page: Page, heir: Heir, bodies: Sequence[Body], kind: Callable[[Body], str], told: Sequence[Told]
) -> Home | None:
    """The body of which a page tells from its first sentence on and most: its *Executive Secretary*, P.

    Or that of which the first sentences tell who is to be its *Secretary-General*: Q, *Secretary-General* till now.
    """
    hit = page.match(tables.phrases("house-posts"), heir.title.parts[0][0])
    if hit is None or not heir.is_named or is_national(heir.role) or has_field(page, heir.title):
        return None  # a Director-General for Tides is in some ministry
    same = {post.name: post.body for post in told if post.words == heir.title.role(page).casefold()}
    if len(same) == 1 and all(
        (page.sentence_of(body.first) or 0) <= _OPENING and body.first < heir.title.first for body in same.values()
    ):
        return Home(next(iter(same.values())), "house")
    counts = sorted(((len(body.mentions), body) for body in bodies if not body.is_state), key=lambda n: -n[0])
    if not counts or counts[0][0] < _OFTEN or (len(counts) > 1 and counts[0][0] < _MORE * counts[1][0]):
        return None
    body = counts[0][1]
    first = min(body.mentions, key=lambda mention: mention.first)
    fits = kind(body) in tables.words("house-kinds") and (page.sentence_of(first.first) or 0) <= 1
    return Home(_fullest(body), "house") if fits else None


def of_mission(page: Page, heir: Heir, told: Sequence[Told], near: Sequence[BodyMention]) -> Home | None:
    """The mission of which a sentence names other staff: the Chargé of the *Embassy*, P, and the Attaché, *Q*.

    Else the state of the ambassador named there.
    """
    sentence = page.sentence_of(heir.title.first)
    if page.match(tables.phrases("mission-staff"), heir.title.parts[0][0]) is None or sentence is None:
        return None
    houses = {page.words(body.first, body.last): body for body in near if _is_mission(page, body)}
    if houses:
        return Home(next(iter(houses.values())), "mission") if len(houses) == 1 else None
    sent = [post for post in told if post.body.is_state and page.sentence_of(post.body.first) == sentence]
    states = {post.name: post.body for post in sent if post.role in tables.words("heads-of-mission")}
    return Home(next(iter(states.values())), "mission") if len(states) == 1 else None


def of_elector(page: Page, heir: Heir) -> Home | None:
    """The body that elected somebody: *the Tide Board* elected P Chair; no parliament that elects who heads a state."""
    row, at = heir.row, heir.low - 1
    while heir.titles_at < heir.high and at > 0 and row[at].is_word("as", "its", "their", "the"):
        at -= 1  # elected as its Chair P
    if at < 1 or not row[at].is_among(tables.words("electing-verbs")):
        return None
    while at and row[at - 1].kind == "word" and row[at - 1].is_word(*tables.words("auxiliaries"), *_ADVERBS):
        at -= 1
    body = row[at - 1].body if at else None
    if body is None or body.is_state or body.prefix or is_national(heir.role):
        return None
    heads_state = mention_kind(page, body) == "parliament" and heir.role in ("president", "vice-president")
    return None if heads_state else Home(body, "elector")


def is_elected(page: Page, title: Title) -> bool:
    """Whether somebody is elected to a post that no state has: the Board *elected as* Vice-Presidents P (Kenya)."""
    before = page.tokens[max(0, title.first - _LEADS) : title.first]
    elected = any(token.lower in tables.words("electing-verbs") for token in before)
    return elected and not is_national(role_of(page, title))


def of_issuer(page: Page, heir: Heir, told: Sequence[Told], states: Mapping[str, BodyMention]) -> Home | None:
    """The state in whose city a page was issued, of whose posts it tells most: *Abuja*; *Nigeria's* Minister, P.

    A sentence that names another state may mean a post of that one, a page with a city of another state too.
    ``states`` are the first mentions of the states of the page.
    """
    issued = next(iter(issuers(page)), "")
    if issued not in states or not (heir.is_named and is_national(heir.role)):
        return None
    posts = Counter(post.body.known for post in told if post.body.is_state)
    if not posts[issued] or posts[issued] < max(posts.values()) or page.kept(states_of_cities) != {issued}:
        return None  # or it was elsewhere: WASHINGTON; the Secretary met the Prime Minister in *Brussels*
    words = heir.title.role(page).casefold()
    if any(post.words == words and post.body.known == issued for post in told):
        return None
    here = page.sentence_of(heir.title.first)
    told_here = page.sentences[here] if here is not None else heir.title
    near = {state_at(page, at) for at in range(told_here.first, told_here.last) if page.tokens[at].is_capitalised}
    return Home(states[issued], "state") if near <= {issued, ""} else None


def _is_mission(page: Page, body: BodyMention) -> bool:
    return any(page.match(tables.phrases("state-houses-abroad"), at) for at in range(body.first, body.last))


def _fullest(body: Body) -> BodyMention:
    return max(body.mentions, key=lambda mention: (mention.last - mention.first, -mention.first))


def _is_long(words: str) -> bool:
    """Whether a post is named by more than a word that any body may have for one: no *Director*, no *Chair*."""
    return " " in words or "-" in words
