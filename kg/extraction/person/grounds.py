"""Why a run of capitalised words may be taken for a person: its weight by shape, and the words beside it."""

from collections.abc import Sequence

from kg.extraction.person.beside_posts import (
    is_said_to_hold,
    past_origin,
    post_before,
    post_is_title,
    post_of_acronym,
    role_after,
    role_before,
)
from kg.extraction.person.forenames import told_name_end
from kg.extraction.person.name_reader import name_end
from kg.extraction.person.suffixes import suffix_at
from kg.extraction.person.things import is_barred, is_city, is_inside_name, is_region, is_royal, is_thing
from kg.extraction.text.page import Page
from kg.extraction.text.tokens import Token
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

_SHORTEST_FIELD = 5
_LONGEST_NAME = 4
"""Words of a name right behind the state of a post."""
_LONGEST_STATE = 6
_LONGEST_ORIGIN = 16
"""Tokens of: (Kenya, on behalf of the African Group)."""
_LEADS = frozenset(("of", "for", "the", "at", "on", "in", "&"))


def grounds(page: Page, at: int, taken: Sequence[bool]) -> tuple[int, str] | None:
    """Where the name of a person that begins at ``at`` ends and the rule that takes it, or None."""
    if post_of_acronym(page, at):
        return None
    after_role = role_before(page, at)
    told = told_name_end(page, at)
    last = told or _run_end(page, at, taken, strong=after_role)
    style = at - 1 if after_role and is_royal(page, at - 1) else at
    if last is not None and (_is_field(page, at, last) if after_role else _is_inner(page, at, last, taken)):
        return None
    if (
        last is None
        or is_region(page, at, last)
        or _is_barred(page, style)
        or (is_thing(page, style, at, last) and not _is_titled(page, at, last))
    ):
        return None
    whole = weight(page, at, last)
    if whole is None:
        return (last, "person.titled") if after_role and _is_surname(page, at, last) else None
    rule = _rule(page, at, last, max(whole, 1) if told else whole, after_role)
    return (last, rule) if rule else None


def _is_barred(page: Page, first: int) -> bool:
    """Whether what stands before bars a person; no word that a post ends with: Secretary of Public *Credit* P."""
    return is_barred(page, first) and not (page.tokens[first - 1].is_word and post_before(page, first))


def _is_titled(page: Page, at: int, last: int) -> bool:
    """Whether a post makes a person of a place: Anna *Hill*, Head of the Office; Director (of Ports) Anna *Hill*."""
    if last != at + 2 or not is_given(page.tokens[at]):
        return False
    goes_on = last < len(page.tokens) and page.beside[last - 1] and page.tokens[last].is_capitalised
    return role_after(page, last) or (not goes_on and (post_is_title(page, at) or post_before(page, at)))


def _begins_late(page: Page, at: int, last: int) -> bool:
    """Whether the name begins with a later word of the run: head of the Amiri Diwan *Ibrahim Al-Shatti*."""
    before = page.tokens[at - 1] if at and page.beside[at - 1] else None
    if before is None or not (before.is_capitalised or before.lower in _LEADS):
        return False
    if is_given(page.tokens[at]) or is_initial(page.tokens[at]) or leads_east_asian(page.tokens[at]):
        return False
    if last > at + 1 and page.tokens[at + 1].lower in tables.words("patronymics"):
        return False
    if _is_field(page, at, last) and post_before(page, at):
        return True
    if last - at <= _LONGEST_NAME and _is_behind_state(page, at):
        return False
    inside = before.is_capitalised and not page.match(tables.demonyms(), at - 1)
    return any(is_given(page.tokens[k]) for k in range(at + 1, last - 1)) and (inside or post_before(page, at + 1))


def _is_behind_state(page: Page, at: int) -> bool:
    """Whether a post and its state stand right before: Minister of Tides of the Republic of Kenya *Hina Rabbani*."""
    names = (page.match(tables.states(), at - back) for back in range(1, _LONGEST_STATE) if at >= back)
    return any(hit is not None and hit.last == at for hit in names) and post_before(page, at)


def _is_inner(page: Page, at: int, last: int, taken: Sequence[bool]) -> bool:
    """Whether what begins here only ends a longer name; behind a body it begins one: the Council *Kao Kim Hourn*."""
    return _begins_late(page, at, last) and not (taken[at - 1] or _ends_body(page, at))


def _ends_body(page: Page, at: int) -> bool:
    """Whether the word before heads the name of a body, so that whatever begins here is no part of it."""
    return bool(at and page.match(tables.table("organisation-heads"), at - 1, at) and post_before(page, at))


def _is_field(page: Page, at: int, last: int) -> bool:
    """Whether the run begins with the last word of a field: Director *Operations* Anna Ilvesoo.

    Behind it stands a given name, or no ordinary word.
    """
    token = page.tokens[at]
    if last - at < 3 or not is_ordinary(token) or len(token.text) < _SHORTEST_FIELD or _is_named(token.lower):
        return False
    named = is_given(page.tokens[at + 1]) or not any(map(is_ordinary, page.tokens[at + 1 : last]))
    return token.text[1:].islower() and named and not is_particle(token)


def _is_surname(page: Page, first: int, last: int) -> bool:
    """Whether one word behind a post names its holder: Minister *Varga*, President *von der Leyen*."""
    token = page.tokens[last - 1]
    if is_ordinary(token) or is_initial(token) or token.is_acronym or len(token.text) < 3:
        return False
    if token.lower in tables.words("regions"):
        return False  # Director *Europe*
    follows = last < len(page.tokens) and page.beside[last - 1] and page.tokens[last].is_capitalised
    if follows and not page.match(tables.table("role-heads"), last):
        return False
    known = (tables.table("cities"), tables.demonyms(), tables.table("honorifics"), tables.table("name-suffixes"))
    return post_is_title(page, first) and not any(page.match(table, last - 1) for table in known)


def _run_end(page: Page, at: int, taken: Sequence[bool], *, strong: bool) -> int | None:
    """Where the run of name words ends; behind a known given name its last word may be ordinary: Jane (de) *Brown*."""
    last = name_end(page, at, strong=strong)
    if last is None:
        return None
    if not strong and last == at + 1 and is_given(page.tokens[at]) and not is_ordinary(page.tokens[at]):
        longer = name_end(page, at, strong=True)
        if longer and all(
            is_particle(page.tokens[k]) or is_particle(page.tokens[k - 1]) for k in range(at + 1, longer - 1)
        ):
            last = longer
    elif not strong and _lacks_surname(page, at, last):
        last = name_end(page, at, strong=True) or last
    known = next((k for k in range(at, last) if taken[k]), last)
    if known < last and _is_surname_of_state(page, at, known, last, strong=strong):
        return last
    return known if known > at else None


def _is_surname_of_state(page: Page, at: int, known: int, last: int, *, strong: bool) -> bool:
    """Whether the name of a state is a surname: Minister Anna *Jordan*; Lisa *Monaco*, Director of the Office."""
    usual = known == at + 1 == last - 1 and is_given(page.tokens[at]) and not is_ordinary(page.tokens[at])
    follows = last < len(page.tokens) and page.beside[known] and page.tokens[last].is_capitalised
    titled = strong or role_after(page, last) or post_before(page, at)
    return usual and page.beside[at] and not follows and titled


def _lacks_surname(page: Page, first: int, last: int) -> bool:
    """Whether an ordinary word right behind other names or initials ends the name: J. Odvar *Black*, Ann K. *Young*."""
    tokens = page.tokens
    if (
        not (is_given(tokens[first]) or is_initial(tokens[first]))
        or last >= len(tokens)
        or not page.beside[last - 1]
        or not all(_is_forename(token) for token in tokens[first:last])
    ):
        return False
    word = tokens[last]
    surname = word.lower in tables.words("surnames-too") or post_before(page, first)
    goes_on = last + 1 < len(tokens) and page.beside[last] and tokens[last + 1].is_capitalised
    plain = word.is_capitalised and word.text[1:].islower() and word.lower not in tables.words("finite-verbs")
    return plain and surname and not goes_on and name_end(page, first, strong=True) == last + 1


def _is_forename(token: Token) -> bool:
    """``J``, ``.``, ``Peter``, ``Odvar``: a part of what stands before a family name."""
    return token.text == "." or is_initial(token) or is_given(token) or not is_ordinary(token)


def _rule(page: Page, first: int, last: int, whole: int, after_role: bool) -> str | None:
    if after_role:
        odd = whole == -1 and last - first > 2 and not is_ordinary(page.tokens[first]) and post_is_title(page, first)
        return "person.after-role" if whole >= 0 or odd else None
    if is_city(page, first, last):
        return None
    if role_after(page, last):
        mark = "comma" if page.tokens[past_origin(page, last)].text == "," else "mark"
        return f"person.before-role/{mark}-{stands(page, first)}" if whole >= 1 else None
    if whole >= 1 and post_before(page, first):
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
    words = [token for token in page.tokens[first:last] if token.is_word]
    ends = (words[0], words[-1]) if words and words[0].lower in tables.words("particles-too") else words[-1:]
    run = [token for token in words if not is_particle(token) or (token in ends and token.is_capitalised)]
    full = [token for token in run if not is_initial(token)]
    if len(run) < 2 or not full:
        return None
    east_asian = any(is_east_asian(token) for token in run)
    cut = run[0].lower in tables.words("name-abbreviations")  # *Ma.* Theresa
    given = is_given(run[int(cut)]) or run[0].lower in tables.words("given-too")
    total = int(len(run) > len(full)) + 2 * east_asian + leads_east_asian(run[0]) + 2 * given
    total += 1 if not is_ordinary(full[-1]) or is_east_asian(full[-1]) else 0 if _is_usual_end(run) else -1
    return total - sum(is_ordinary(token) and not _is_named(token.lower) for token in full[:-1])


def _is_usual_end(run: Sequence[Token]) -> bool:
    """Whether a last word that is ordinary English is also a name: Anna *Grace*, Vlasto *Garland*, Tran Quoc *To*."""
    if run[-1].lower in tables.words("surnames-too") and run[-1].text[1:].islower():
        return run[0].lower not in tables.words("regions")
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


def stands(page: Page, first: int) -> str:
    """Where a name stands: it is ``opening`` a sentence or an entry, or ``inside`` one."""
    opens = not page.beside[first - 1] or page.tokens[first - 1].text in (".", ":", ";")
    return "opening" if opens else "inside"


def _speaks(page: Page, first: int, last: int) -> bool:
    tokens = page.tokens
    if (last < len(tokens) and is_of_speech(tokens[last])) or (first > 0 and is_of_speech(tokens[first - 1])):
        return True
    behind = _past_bracketed_state(page, last)
    return bool(behind and behind < len(tokens) and (is_of_speech(tokens[behind]) or _adds(page, behind)))


def _past_bracketed_state(page: Page, last: int) -> int | None:
    """Where the brackets end that say for whom one speaks: P *(Norway)*, *(Kenya, on behalf of the African Group)*."""
    tokens = page.tokens
    if last >= len(tokens) or tokens[last].text != "(" or not page.match(tables.states(), last + 1):
        return None
    inside = range(last + 2, min(last + _LONGEST_ORIGIN, len(tokens)))
    return next((at + 1 for at in inside if tokens[at].text == ")"), None)


def _adds(page: Page, at: int) -> bool:
    """Whether a comma parts the verb, or a participle, from the name: P (Norway)*, aligning* herself with A, said."""
    behind = page.tokens[at : at + 2]
    return behind[0].text == "," and (behind[-1].text.endswith("ing") or is_of_speech(behind[-1]))


def _is_cued(page: Page, first: int, last: int) -> bool:
    """Whether a word beside the name speaks of a person: *succeeded* P, *chaired by* P, P *took* office."""
    table = tables.table("person-cues")
    for back in range(1, 5):
        at = first - back
        if at < 0 or not page.beside[at]:
            break
        hit = page.match(table, at, first)
        if hit and hit.last == first and hit.row["side"] != "after":
            return True
    last = past_origin(page, last)
    at = last + 1 if last < len(page.tokens) and page.tokens[last].text == "," else last
    hit = page.match(table, at)
    if hit is not None and hit.row["side"] != "before" and page.beside[last - 1]:
        return True
    return page.beside[last - 1] and is_said_to_hold(page, last)
