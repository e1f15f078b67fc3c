"""Signs that a sentence tells of a post that was not read, or by a rule that is not trusted; each with its words."""

from collections.abc import Iterator, Mapping

from kg.extraction.post.tenures import tenure
from kg.extraction.said import TokenSpan
from kg.extraction.sight import Sight, Sign
from kg.extraction.words import tables
from kg.extraction.words.tables import Hit
from kg.model.claims import Attestation, Claim, Participation

_ARTICLES = ("a", "an", "the", "its", "new")
_MANY = 3


def doubted_post(sight: Sight) -> TokenSpan | None:
    """A post by a rule that is not trusted, where no other claim says it."""
    claim = doubted(sight, Attestation)
    return sight.said.tokens_of(claim.evidence[-1]) if claim else None


def doubted_part(sight: Sight) -> TokenSpan | None:
    """A part by such a rule, of a person who takes part in nothing else."""
    claim = doubted(sight, Participation)
    return sight.said.tokens_of(claim.evidence[-1]) if claim else None


def doubted(sight: Sight, kind: type[Claim]) -> Claim | None:
    """The first claim of that kind whose rule is not trusted, and which says what no other claim says."""
    held = (sight.said.doubted_at.get(at) for at in range(sight.sentence.first, sight.sentence.last))
    return next((claim for claim in held if isinstance(claim, kind)), None)


def title(sight: Sight) -> TokenSpan | None:
    """A title that no post covers, in a sentence that names a person; not one that only points back."""
    if not sight.people:
        return None
    named = {at for span in sight.agents for at in range(*span)}
    for hit in _titles(sight):
        at = hit.first
        if sight.said.in_posts[at] or at in named or not sight.page.tokens[at].is_capitalised:
            continue
        if not _is_of_members(sight, at) and not _is_rank(sight, hit) and not _points_back(sight, hit):
            return hit.first, hit.last
    return None


def told_title(sight: Sight) -> TokenSpan | None:
    """A title behind a verb that says what became of it, which no post covers: was appointed *governor*."""
    words = [token.lower for token in sight.page.tokens[sight.sentence.first : sight.sentence.last]]
    for hit in _titles(sight):
        end = hit.first - sight.sentence.first
        while end and words[end - 1] in _ARTICLES:
            end -= 1
        if not sight.said.in_posts[hit.first] and tenure(words, end):
            return hit.first, hit.last
    return None


def plain_title(sight: Sight) -> TokenSpan | None:
    """Any title that no post covers, beside anybody named."""
    if not sight.agents:
        return None
    return next(((hit.first, hit.last) for hit in _titles(sight) if not sight.said.in_posts[hit.first]), None)


def homeless(sight: Sight) -> TokenSpan | None:
    """A post that was read without the body in which it is held."""
    spans = (sight.said.homeless.get(at) for at in range(sight.sentence.first, sight.sentence.last))
    return next((span for span in spans if span), None)


def erring_post(sight: Sight) -> TokenSpan | None:
    """A post by a rule that is trusted and has erred often where it was measured."""
    spans = (sight.said.erring.get(at) for at in range(sight.sentence.first, sight.sentence.last))
    return next((span for span in spans if span), None)


def many_posts(sight: Sight) -> TokenSpan | None:
    """Three or more posts."""
    posts = [at for at in _inside(sight) if at in sight.said.post_starts]
    return (posts[0], posts[0] + 1) if len(posts) >= _MANY else None


def post(sight: Sight) -> TokenSpan | None:
    """A post that was read: there may be another beside it."""
    return next(((at, at + 1) for at in _inside(sight) if at in sight.said.post_starts), None)


def _inside(sight: Sight) -> range:
    return range(sight.sentence.first, sight.sentence.last)


def _titles(sight: Sight) -> Iterator[Hit]:
    titles = tables.table("role-heads")
    for at in sight.page.places(titles, sight.sentence.first, sight.sentence.last):
        if hit := sight.page.match(titles, at):
            yield hit


def _is_of_members(sight: Sight, at: int) -> bool:
    """Whether the word behind tells of members: the *Member States*."""
    tokens = sight.page.tokens
    return at + 1 < len(tokens) and tokens[at + 1].lower in tables.words("member-nouns")


def _is_rank(sight: Sight, hit: Hit) -> bool:
    """A title that stands as an honorific before a name: Ambassador Fries."""
    if not (hit.row.flag("rank_only") or sight.page.match(tables.table("honorifics"), hit.first)):
        return False
    return hit.last < len(sight.page.tokens) and sight.page.tokens[hit.last].is_capitalised


def _points_back(sight: Sight, hit: Hit) -> bool:
    """``the Director``, who holds that post by another sentence; ``Minister Eide``, whose post is known."""
    if sight.page.match(sight.said.holders, hit.last):
        return True
    before = sight.page.tokens[hit.first - 1].lower if hit.first else ""
    role = sight.page.words(hit.first, hit.last).casefold()
    return before in ("the", "its", "his", "her") and sight.said.is_held(role)


POST_SIGNS: Mapping[str, Sign] = {
    "doubted post": doubted_post,
    "doubted part": doubted_part,
    "title": title,
    "told title": told_title,
    "plain title": plain_title,
    "homeless": homeless,
    "erring post": erring_post,
    "many posts": many_posts,
    "post": post,
}
