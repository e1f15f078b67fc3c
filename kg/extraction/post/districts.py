"""Districts whose posts are named with them: *Tide County* Sheriff, Governor of the *Reef Region*."""

from kg.extraction.body.bodynames import capital_run
from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.heads import Ground
from kg.extraction.post.role_homes import of_unknown
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit

_LONGEST = 4


def district_before(ground: Ground, pos: int, head: Hit) -> BodyMention | None:
    """The district that ends at ``pos``, by its name and what it is: *Tide County* Sheriff."""
    tokens = ground.page.tokens
    pos += _is_district(ground, pos)  # the word before was taken for one of the post: *County* Sheriff
    if pos < 2 or not _is_district(ground, pos - 1):
        return None
    name = tokens[pos - 2]
    named = (
        name.is_capitalised and name.is_word and name.lower not in ("the", "a", "an") and ground.page.joined(pos - 2)
    )
    opens = ground.opens(pos - 2) and name.lower in tables.words("common-words")
    return BodyMention(pos - 2, pos, pos, "body.place") if named and _has_posts(head) and not opens else None


def district_behind(ground: Ground, pos: int, head: Hit) -> BodyMention | None:
    """The district named at ``pos``: Governor *of the Reef Region*, Prefect *of Tide Province*."""
    tokens = ground.page.tokens
    at = pos + 1 + (pos + 1 < len(tokens) and tokens[pos + 1].lower == "the")
    if tokens[pos].lower != "of" or at >= len(tokens) or at in ground.body_at or not _has_posts(head):
        return None
    end = capital_run(ground.page, at, ground.taken)
    if end is None or not 1 < end - at <= _LONGEST or not _is_district(ground, end - 1):
        return None
    return BodyMention(at, end, end, "body.place")


def _is_district(ground: Ground, at: int) -> bool:
    return ground.page.tokens[at].lower in tables.words("district-words")


def _has_posts(head: Hit) -> bool:
    """Whether a post is one that districts have."""
    return of_unknown(head.row["role"]) == "place" or head.row["class"] == "judicial"
