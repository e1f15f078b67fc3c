"""Why a run of capitalised words may be taken for a person: its weight by shape, and the words beside it."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extraction.person.name_reader import name_end, suffix_at
from kg.extraction.person.things import is_barred, is_city, is_inside_name, is_royal, is_thing
from kg.extraction.text.page import Page
from kg.extraction.text.tokens import Token, tokenise
from kg.extraction.words import tables
from kg.extraction.words.names import (
    is_east_asian,
    is_given,
    is_initial,
    is_of_speech,
    is_ordinary,
    is_particle,
    leads_east_asian,
)
from kg.extraction.words.tables import Hit

_LONGEST_POST = 20
_SHORTEST_FIELD = 5
_BEFORE_POSTS = frozenset(",(\u2013\u2014-")
_INSIDE_POSTS = frozenset(("of", "for", "the", "to", "and", "at", "on", "in", "'s", "&"))


def grounds(page: Page, at: int, taken: Sequence[bool]) -> tuple[int, str] | None:
    """Where the name of a person that begins at ``at`` ends and the rule that takes it, or None."""
    after_role = role_before(page, at)
    last = _run_end(page, at, taken, strong=after_role)
    style = at - 1 if after_role and is_royal(page, at - 1) else at
    if last is not None and (_is_field(page, at, last) if after_role else _begins_late(page, at, last)):
        return None
    if last is None or is_barred(page, style) or (is_thing(page, style, at, last) and not _is_titled(page, at, last)):
        return None
    whole = weight(page, at, last)
    if whole is None:
        return (last, "person.titled") if after_role and _is_surname(page, at, last) else None
    rule = _rule(page, at, last, whole, after_role)
    return (last, rule) if rule else None


def _is_titled(page: Page, at: int, last: int) -> bool:
    """Whether a post behind the comma makes a person of what might be a place: Anna *Hill*, Head of the Office."""
    return last == at + 2 and is_given(page.tokens[at]) and role_after(page, last)


def _begins_late(page: Page, at: int, last: int) -> bool:
    """Whether the name begins with a later word of the run: head of the Amiri Diwan *Ibrahim Al-Shatti*."""
    before = page.tokens[at - 1] if at and page.joined(at - 1) else None
    if before is None or not (before.is_capitalised or before.lower in _INSIDE_POSTS - {"and", "'s", "to"}):
        return False
    if is_given(page.tokens[at]) or is_initial(page.tokens[at]) or leads_east_asian(page.tokens[at]):
        return False
    if last > at + 1 and page.tokens[at + 1].lower in tables.words("patronymics"):
        return False
    inside = before.is_capitalised and not page.match(tables.demonyms(), at - 1)
    return any(is_given(page.tokens[k]) for k in range(at + 1, last - 1)) and (inside or post_before(page, at + 1))


def _is_field(page: Page, at: int, last: int) -> bool:
    """Whether the run begins with the field of the post before it: Director *Operations* Anna Ilvesoo."""
    token = page.tokens[at]
    if last - at < 3 or not is_ordinary(token) or len(token.text) < _SHORTEST_FIELD or _is_named(token.lower):
        return False
    return token.text[1:].islower() and is_given(page.tokens[at + 1]) and not is_particle(token)


def _is_surname(page: Page, first: int, last: int) -> bool:
    """Whether one word behind a post names its holder: Minister *Varga*, President *von der Leyen*."""
    token = page.tokens[last - 1]
    if is_ordinary(token) or is_initial(token) or token.is_acronym or len(token.text) < 3:
        return False
    follows = last < len(page.tokens) and page.joined(last - 1) and page.tokens[last].is_capitalised
    if follows and not page.match(tables.table("role-heads"), last):
        return False
    known = (tables.table("cities"), tables.demonyms(), tables.table("honorifics"), tables.table("name-suffixes"))
    return _post_is_title(page, first) and not any(page.match(table, last - 1) for table in known)


def _post_is_title(page: Page, first: int) -> bool:
    """Whether the post right before is printed as a title: with a capital, and no field of its own."""
    hit = _role_ending(page, first)
    return hit is not None and page.tokens[hit.last - 1].is_capitalised and hit.row["class"] != "member"


def lists_posts(page: Page, first: int) -> bool:
    """Whether a post in the plural stands right before, so that a list of holders follows: *Presidents* A and B."""
    hit = _role_ending(page, first)
    if hit is None or not page.tokens[hit.last - 1].is_capitalised:
        return False
    words = [token.lower for token in page.tokens[hit.first : hit.last]]
    noun = next((at for at, word in enumerate(words) if at and word in ("of", "for")), len(words)) - 1
    return any(" ".join((*words[:noun], one, *words[noun + 1 :])) in _posts() for one in _singulars(words[noun]))


def _singulars(noun: str) -> Iterator[str]:
    """What one of several may be called: *Secretary* of Secretaries; nothing if the word is no plural."""
    for ending, single in (("ies", "y"), ("es", ""), ("s", ""), ("men", "man"), ("women", "woman")):
        if noun.endswith(ending):
            yield noun.removesuffix(ending) + single


@cache
def _posts() -> frozenset[str]:
    return frozenset(row.form for row in tables.rows("role-heads"))


def _run_end(page: Page, at: int, taken: Sequence[bool], *, strong: bool) -> int | None:
    """Where the run of name words ends; behind a known given name its last word may be ordinary: Jane *Brown*."""
    last = name_end(page, at, strong=strong)
    if last is None:
        return None
    if not strong and last == at + 1 and is_given(page.tokens[at]) and not is_ordinary(page.tokens[at]):
        longer = name_end(page, at, strong=True)
        if longer == at + 2:
            last = longer
    last = next((k for k in range(at, last) if taken[k]), last)
    return last if last > at else None


def _rule(page: Page, first: int, last: int, whole: int, after_role: bool) -> str | None:
    if after_role:
        odd = whole == -1 and last - first > 2 and not is_ordinary(page.tokens[first]) and _post_is_title(page, first)
        return "person.after-role" if whole >= 0 or odd else None
    if role_after(page, last):
        mark = "comma" if page.tokens[_past_origin(page, last)].text == "," else "mark"
        return f"person.before-role/{mark}-{stands(page, first)}" if whole >= 1 else None
    if whole >= 1 and post_before(page, first) and not is_city(page, first, last):
        return "person.after-post"
    if first and page.tokens[first - 1].lower == "the":
        return None
    if _speaks(page, first, last):
        return "person.speaks" if whole >= 1 else None
    if _is_cued(page, first, last):
        return "person.cue" if whole >= 1 else None
    ended = suffix_at(page, last) is not None  # letters behind a name: it is whole
    return "person.given-name" if whole >= 3 and (ended or not is_inside_name(page, first, last)) else None


def weight(page: Page, first: int, last: int) -> int | None:
    """How much the shape of a run speaks for a person; None if it cannot name one in full."""
    run = [token for token in page.tokens[first:last] if token.is_word and not is_particle(token)]
    full = [token for token in run if not is_initial(token)]
    if len(run) < 2 or not full:
        return None
    east_asian = any(is_east_asian(token) for token in run)
    total = int(len(run) > len(full)) + 2 * east_asian + leads_east_asian(run[0]) + 2 * is_given(run[0])
    total += 1 if not is_ordinary(full[-1]) or is_east_asian(full[-1]) else 0 if _is_usual_end(run) else -1
    return total - sum(is_ordinary(token) and not _is_named(token.lower) for token in full[:-1])


def _is_usual_end(run: Sequence[Token]) -> bool:
    """Whether a last word that is ordinary English is also a name: Anna *Grace*, Tran Quoc *To*."""
    return is_given(run[-1]) or (len(run) == 3 and leads_east_asian(run[0]) and not is_ordinary(run[0]))


def _is_named(lower: str) -> bool:
    return lower in tables.words("given-names") or lower in tables.words("surnames-first")


def is_weighty_honorific(page: Page, first: int, name: int, last: int) -> bool:
    """Whether the honorific vouches for the name: *General*, *Major* before ordinary words are adjectives."""
    if page.tokens[name - 1].text == "." or name - first > 1:
        return True
    if page.tokens[first].is_acronym and page.match(tables.bodies(), first):
        return _names_somebody(page, name, last)  # the *ACP* House, that of the Group
    if not is_ordinary(page.tokens[first]):
        return True
    hit = page.match(tables.table("honorifics"), first)
    if hit is None or hit.row["class"] not in ("rank", "clerical", "royal"):
        return True
    return _names_somebody(page, name, last)


def _names_somebody(page: Page, name: int, last: int) -> bool:
    return any(not is_ordinary(token) or is_given(token) for token in page.tokens[name:last] if token.is_word)


def role_before(page: Page, first: int) -> bool:
    """Whether the words right before name a post, or one like it: her Kenyan *counterpart*."""
    like = first > 0 and page.tokens[first - 1].lower in tables.words("likes") and page.tokens[first].is_capitalised
    return like or _role_ending(page, first) is not None


@cache
def _last_words() -> frozenset[str]:
    """The words with which a post ends."""
    return frozenset(tokenise(row.form)[-1].lower for row in tables.rows("role-heads"))


def _role_ending(page: Page, first: int) -> Hit | None:
    """The post whose words end at token ``first``, its initials in brackets before a given name left out."""
    if first > 3 and page.tokens[first - 1].text == ")" and page.tokens[first - 2].is_acronym:
        first -= 3 * (page.tokens[first - 3].text == "(" and is_given(page.tokens[first]))
    first = _before_suffix(page, first)
    if first == 0 or page.tokens[first - 1].lower not in _last_words():
        return None
    for back in range(1, 7):
        at = first - back
        if at < 0 or not page.joined(at):
            return None
        hit = page.match(tables.table("role-heads"), at)
        if hit and hit.last == first:
            return hit
    return None


def _before_suffix(page: Page, first: int) -> int:
    """Where a post ends that *-elect*, *-designate* qualifies right before ``first``."""
    if first < 3 or page.tokens[first - 2].text != "-":
        return first
    hit = page.match(tables.table("role-modifiers"), first - 2)
    return first - 2 if hit and hit.last == first else first


def post_before(page: Page, first: int) -> bool:
    """Whether a post with its body ends right before: *President of the Republic of Kiribati* Anote Tong.

    A comma may stand between: *Secretary to the State Government*, Anna Ilvesoo.
    """
    at = first - 1
    if at >= 0 and page.tokens[at].text == "," and page.joined(at):
        at -= 1
    at = _before_acronym(page, at)
    if at < 0 or not page.joined(at) or not (page.tokens[at].is_capitalised and page.tokens[at].is_word):
        return False
    stop = max(0, first - _LONGEST_POST)
    while at > stop and page.joined(at - 1):
        token = page.tokens[at]
        if not (token.is_capitalised and token.is_word) and token.lower not in _INSIDE_POSTS:
            named = is_given(page.tokens[first]) or _is_apposed(page, first)
            return named and _is_small_post(page, at, first)
        hit = page.match(tables.table("role-heads"), at, first)
        if hit and token.is_capitalised and hit.last < first:
            return True
        at = _before_acronym(page, at - 1)
    return page.tokens[at].is_capitalised and page.match(tables.table("role-heads"), at, first) is not None


def _is_apposed(page: Page, first: int) -> bool:
    """Whether two words that are no ordinary ones stand between commas: head of the Office, *Anna Ilvesoo*, said."""
    tokens = page.tokens
    if first + 2 >= len(tokens) or tokens[first - 1].text != "," or tokens[first + 2].text != ",":
        return False
    return all(tokens[at].is_capitalised and not is_ordinary(tokens[at]) for at in (first, first + 1))


def _is_small_post(page: Page, at: int, first: int) -> bool:
    """Whether a post in small letters and its body stand before: the *head of* the Tide Bureau Anna Ilvesoo."""
    hit = page.match(tables.table("role-heads"), at, first)
    return hit is not None and hit.row.flag("lower_ok") and page.tokens[hit.last].lower == "of"


def stands(page: Page, first: int) -> str:
    """Where a name stands: it is ``opening`` a sentence or an entry, or ``inside`` one."""
    opens = not page.joined(first - 1) or page.tokens[first - 1].text in (".", ":", ";")
    return "opening" if opens else "inside"


def ends_field(page: Page, first: int) -> bool:
    """Whether a word is the last of what a post is for: Secretary for Tides and *Negotiations* of Kenya."""
    joined = first > 1 and page.tokens[first - 1].lower in ("and", "&")
    return joined and page.tokens[first].is_capitalised and post_before(page, first - 1)


def begins_field(page: Page, first: int) -> bool:
    """Whether a word is the first of what a minister is for: Minister of *Education* and Lagoon Training."""
    if first < 2 or page.tokens[first - 1].lower not in ("of", "for") or not page.tokens[first].is_capitalised:
        return False
    hits = (page.match(tables.table("role-heads"), at) for at in range(max(0, first - 4), first - 1))
    return any(hit is not None and hit.last >= first - 1 and hit.row["class"] == "minister" for hit in hits)


def _before_acronym(page: Page, at: int) -> int:
    """The token before an acronym in brackets that ends at ``at``: Director of the Tide Centre *(TC)*."""
    tokens = page.tokens
    bracketed = at > 2 and tokens[at].text == ")" and tokens[at - 1].is_acronym and tokens[at - 2].text == "("
    return at - 3 if bracketed else at


def role_after(page: Page, last: int) -> bool:
    """Whether a comma, dash or bracket and the words of a post follow, or a line that begins with a post."""
    tokens = page.tokens
    if last < len(tokens) and not page.joined(last - 1) and page.match(tables.table("role-heads"), last):
        return tokens[last].is_capitalised and page.text.count("\n", tokens[last - 1].end, tokens[last].start) == 1
    if last < len(tokens) and "  " in page.text[tokens[last - 1].end : tokens[last].start]:
        return page.match(tables.table("role-heads"), last) is not None  # the next column
    people = page.match(tables.demonyms(), last)
    if people and page.joined(last - 1) and page.joined(people.last - 1):
        post = page.match(tables.table("role-heads"), people.last)
        return post is not None and tokens[post.first].is_capitalised  # Anna Ilvesoo *Kenyan Ambassador*
    last = _past_origin(page, last)
    if last < len(tokens) and tokens[last].text in _BEFORE_POSTS:
        for at in range(last + 1, min(last + 9, len(tokens))):
            if tokens[at].text in ",;.()":
                return False
            if page.match(tables.table("role-heads"), at):
                return True
    return False


def _past_origin(page: Page, last: int) -> int:
    """Where *of Norway*, *of the Republic of Korea* behind a name ends."""
    if last + 1 >= len(page.tokens) or page.tokens[last].lower not in ("of", "from"):
        return last
    at = last + 2 if page.tokens[last + 1].lower == "the" else last + 1
    hit = page.match(tables.states(), at)
    return hit.last if hit else last


def _speaks(page: Page, first: int, last: int) -> bool:
    tokens = page.tokens
    return (last < len(tokens) and is_of_speech(tokens[last])) or (first > 0 and is_of_speech(tokens[first - 1]))


def _is_cued(page: Page, first: int, last: int) -> bool:
    """Whether a word beside the name speaks of a person: *succeeded* P, *chaired by* P, P *took* office."""
    table = tables.table("person-cues")
    for back in range(1, 5):
        at = first - back
        if at < 0 or not page.joined(at):
            break
        hit = page.match(table, at, first)
        if hit and hit.last == first and hit.row["side"] != "after":
            return True
    last = _past_origin(page, last)
    at = last + 1 if last < len(page.tokens) and page.tokens[last].text == "," else last
    hit = page.match(table, at)
    return hit is not None and hit.row["side"] != "before" and page.joined(last - 1)
