"""Posts right before or behind a name: *Director* Anna Ilvesoo; Anna Ilvesoo, *Director*; *Presidents* A and B."""

from collections.abc import Iterator
from functools import cache

from kg.extraction.text.page import Page
from kg.extraction.text.tokens import tokenise
from kg.extraction.words import tables
from kg.extraction.words.names import is_given, is_ordinary
from kg.extraction.words.tables import Hit

_LONGEST_POST = 20
_FIELD = 4
_SHORTEST_ACRONYM = 4
"""Letters of an acronym that are no initials: Minister *AKM* Varga."""
_OF_BODIES_TOO = frozenset(("chair", "deputy-chair", "member", ""))
_BEFORE_POSTS = frozenset(",(\u2013\u2014-")
_INSIDE_POSTS = frozenset(("of", "for", "the", "to", "and", "at", "on", "in", "'s", "&", "against", "responsible"))
_BRACKET = 9
_APPOSED_TO = frozenset((",", ".", ";", "and"))
"""What may follow a name that a comma sets apart from the post before it."""


def role_before(page: Page, first: int) -> bool:
    """Whether the words right before name a post, or one like it: her Kenyan *counterpart*."""
    before = page.tokens[first - 1]
    if first == 0 or not (
        before.lower in _before_names() or before.text.isupper() or (first > 1 and page.tokens[first - 2].text == "-")
    ):
        return False
    like = before.lower in tables.words("likes") and page.tokens[first].is_capitalised
    return like or _role_ending(page, first) is not None or post_of_acronym(page, first - 1)


def post_of_acronym(page: Page, at: int) -> bool:
    """Whether an acronym behind a post says whose it is, before the name: Director General *TIDA* Anna Ilvesoo."""
    printed = page.tokens[at].text if at > 0 else ""
    if not printed.isupper() or len(printed) < _SHORTEST_ACRONYM or at + 2 >= len(page.tokens):
        return False
    named = all(token.is_capitalised and not token.text.isupper() for token in page.tokens[at + 1 : at + 3])
    return named and page.beside[at] and page.beside[at + 1] and _role_ending(page, at) is not None


@cache
def _last_words() -> dict[str, int]:
    """The words with which a post ends, and how many words the longest of those posts has."""
    longest: dict[str, int] = {}
    for row in tables.rows("role-heads"):
        words = tokenise(row.form)
        longest[words[-1].lower] = max(len(words), longest.get(words[-1].lower, 0))
    return longest


@cache
def _before_names() -> frozenset[str]:
    """The words, and the mark, right before a name of one who holds a post or one like it."""
    return tables.words("likes") | _last_words().keys() | {")"}


def _role_ending(page: Page, first: int) -> Hit | None:
    """The post whose words end at token ``first``, its initials or field in brackets before a name left out."""
    if first == 0:
        return None
    if page.tokens[first - 1].text == ")":
        first = _before_bracket(page, first)
    if page.tokens[first - 2].text == "-":
        first = _before_suffix(page, first)
    for back in range(1, _last_words().get(page.tokens[first - 1].lower, 0) + 1):
        at = first - back
        if at < 0 or not page.beside[at]:
            return None
        hit = page.match(tables.table("role-heads"), at)
        if hit and hit.last == first:
            return hit
    return None


def _before_bracket(page: Page, first: int) -> int:
    """Where a post ends behind which stand its initials, or its field: Secretary *(Home Affairs)* Ko Ang Min."""
    tokens = page.tokens
    if first < 4 or tokens[first - 1].text != ")" or not page.beside[first - 1]:
        return first
    if tokens[first - 2].is_acronym:
        return first - 3 * (tokens[first - 3].text == "(" and is_given(tokens[first]))
    opens = next((at for at in range(first - 3, max(0, first - _BRACKET), -1) if tokens[at].text == "("), first)
    named = all(token.is_word and token.is_capitalised for token in tokens[first : first + 2])
    housed = page.match(tables.table("organisation-heads"), first) is not None
    return opens if named and not housed and tokens[first - 2].is_capitalised else first


def _before_suffix(page: Page, first: int) -> int:
    """Where a post ends that *-elect*, *-designate* qualifies right before ``first``."""
    if first < 3 or page.tokens[first - 2].text != "-":
        return first
    hit = page.match(tables.table("role-modifiers"), first - 2)
    return first - 2 if hit and hit.last == first else first


def post_is_title(page: Page, first: int) -> bool:
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


def post_before(page: Page, first: int) -> bool:
    """Whether a post with its body ends right before: *President of the Republic of Kiribati* Anote Tong.

    A comma may stand between: *Secretary to the State Government*, Anna Ilvesoo.
    """
    at = first - 1
    if at >= 0 and page.tokens[at].text == "," and page.beside[at]:
        at -= 1
    at = _before_acronym(page, at)
    if at < 0 or not page.beside[at] or not (page.tokens[at].is_capitalised and page.tokens[at].is_word):
        return at >= 0 and _is_plain_post(page, at, first)
    stop = max(0, first - _LONGEST_POST)
    while at > stop and page.beside[at - 1]:
        token = page.tokens[at]
        joins = token.lower in _INSIDE_POSTS or _lists_fields(page, at)
        if not (token.is_capitalised and token.is_word) and not joins:
            if _is_inside_role(page, at, first):
                return True
            named = is_given(page.tokens[first]) or _is_apposed(page, first) or _is_behind_body(page, first)
            return named and _is_small_post(page, at, first)
        hit = page.match(tables.table("role-heads"), at, first)
        if hit and token.is_capitalised and hit.last < first:
            return True
        at = _before_acronym(page, at - 1)
    return page.tokens[at].is_capitalised and page.match(tables.table("role-heads"), at, first) is not None


def _lists_fields(page: Page, at: int) -> bool:
    """Whether a comma stands between fields of a post: for Political*,* Legal and Security Affairs."""
    if page.tokens[at].text != "," or at + 2 >= len(page.tokens):
        return False
    beside = page.tokens[at - 1], page.tokens[at + 1]
    joined = page.tokens[at + 2].lower in (",", "and", "&")
    fields = all(token.is_capitalised and not is_given(token) for token in beside)  # *Tourism* is in no word list
    return joined and fields and any(is_ordinary(token) for token in beside)


def _is_apposed(page: Page, first: int) -> bool:
    """Whether two words that are no ordinary ones stand between commas: head of the Office, *Anna Ilvesoo*, said.

    What ends the sentence or its part, or joins another, parts them from the rest as well.
    """
    tokens = page.tokens
    if first + 2 >= len(tokens) or tokens[first - 1].text != "," or tokens[first + 2].lower not in _APPOSED_TO:
        return False
    if any(page.match(table, first) for table in (tables.table("cities"), tables.states(), tables.demonyms())):
        return False
    both = tokens[first].is_capitalised and tokens[first + 1].is_capitalised
    if is_given(tokens[first]) and tokens[first + 1].lower in tables.words("surnames-too"):
        return both
    return both and not (is_ordinary(tokens[first]) or is_ordinary(tokens[first + 1]))


def _is_inside_role(page: Page, at: int, first: int) -> bool:
    """Whether a small word is one of a post printed with a capital: Chargé *d'affaires* of the Embassy of Kenya."""
    heads = (page.match(tables.table("role-heads"), begin, first) for begin in range(max(0, at - 2), at))
    return any(hit and hit.last > at and page.tokens[hit.first].is_capitalised for hit in heads)


def _is_behind_body(page: Page, first: int) -> bool:
    """Whether two words that are no ordinary ones follow the head of a body: head of the Agency *Oro Velk* said."""
    tokens = page.tokens
    if first + 2 >= len(tokens) or not page.match(tables.table("organisation-heads"), first - 1, first):
        return False
    ends = not tokens[first + 2].is_capitalised or not page.beside[first + 1]
    return ends and all(tokens[at].is_capitalised and not is_ordinary(tokens[at]) for at in (first, first + 1))


def _is_small_post(page: Page, at: int, first: int) -> bool:
    """Whether a post in small letters and its body stand before: the *head of* the Tide Bureau Anna Ilvesoo.

    Words of its field may stand between: the *head of border authority of* Norway Anna Ilvesoo.
    """
    for pos in range(at, max(-1, at - _FIELD), -1):
        if pos < at and (page.tokens[pos + 1].text in ",.;:" or not page.beside[pos]):
            return False
        hit = page.match(tables.table("role-heads"), pos, first)
        if hit:
            last = page.tokens[hit.last].lower
            return hit.row.flag("lower_ok") and (last == "of" or (last == "to" and hit.row["class"] == "envoy"))
    return False


def _is_plain_post(page: Page, at: int, first: int) -> bool:
    """Whether a post in small letters ends at ``at``, a comma behind it: the *ambassador,* Oro Velk."""
    if page.tokens[first - 1].text != "," or not _is_apposed(page, first):
        return False
    hits = (page.match(tables.table("role-heads"), begin, first - 1) for begin in range(max(0, at - 3), at + 1))
    hit = next((hit for hit in hits if hit and hit.last == at + 1), None)
    if hit is None or hit.first == 0 or not hit.row.flag("lower_ok"):
        return False
    leads = {page.tokens[hit.first - 1].lower, page.tokens[max(0, hit.first - 2)].lower}  # Norway's *new* minister
    return not leads.isdisjoint(("the", "its", "their", "his", "her", "'s")) or any(
        page.match(tables.demonyms(), begin, hit.first) for begin in range(max(0, hit.first - 2), hit.first)
    )


def _before_acronym(page: Page, at: int) -> int:
    """The token before an acronym in brackets that ends at ``at``: Director of the Tide Centre *(TC)*."""
    tokens = page.tokens
    bracketed = at > 2 and tokens[at].text == ")" and tokens[at - 1].is_acronym and tokens[at - 2].text == "("
    return at - 3 if bracketed else at


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


def role_after(page: Page, last: int) -> bool:
    """Whether a comma, dash or bracket and the words of a post follow, or a line that begins with a post."""
    tokens = page.tokens
    if last < len(tokens) and not page.beside[last - 1] and page.match(tables.table("role-heads"), last):
        return tokens[last].is_capitalised and page.text.count("\n", tokens[last - 1].end, tokens[last].start) == 1
    if last < len(tokens) and "  " in page.text[tokens[last - 1].end : tokens[last].start]:
        return page.match(tables.table("role-heads"), last) is not None  # the next column
    people = page.match(tables.demonyms(), last)
    if people and page.beside[last - 1] and page.beside[people.last - 1]:
        post = page.match(tables.table("role-heads"), people.last)
        return post is not None and tokens[post.first].is_capitalised  # Anna Ilvesoo *Kenyan Ambassador*
    last = past_origin(page, last)
    if last < len(tokens) and tokens[last].text in _BEFORE_POSTS:
        for at in range(last + 1, min(last + 9, len(tokens))):
            if tokens[at].text in ",;.()":
                return False
            if page.match(tables.table("role-heads"), at):
                return True
    return False


def is_said_to_hold(page: Page, last: int) -> bool:
    """Whether a verb of being and a post that no body holds follow: P *has been Executive Secretary* since May."""
    being = page.match(tables.table("copulas"), last)
    past = last < len(page.tokens) and page.tokens[last].lower == "was"
    at = being.last if being and being.row["kind"] == "verb" else last + 1 if past else len(page.tokens)
    if at >= len(page.tokens):
        return False
    at += page.tokens[at].lower in ("the", "now", "currently", "also")
    post = page.match(tables.table("role-heads"), at) if at < len(page.tokens) and page.beside[at - 1] else None
    if post is None or not page.tokens[post.first].is_capitalised:
        return False
    return post.row["role"] not in _OF_BODIES_TOO


def past_origin(page: Page, last: int) -> int:
    """Where *of Norway*, *of the Republic of Korea*, *(Norway)* behind a name ends."""
    if last + 1 >= len(page.tokens) or page.tokens[last].lower not in ("of", "from", "("):
        return last
    at = last + 2 if page.tokens[last + 1].lower == "the" else last + 1
    hit = page.match(tables.states(), at)
    if hit is None or page.tokens[last].text != "(":
        return hit.last if hit else last
    return hit.last + 1 if hit.last < len(page.tokens) and page.tokens[hit.last].text == ")" else last
