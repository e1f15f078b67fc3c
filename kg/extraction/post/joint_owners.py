"""Two bodies in front of a post: of those joined by a stroke the first owns it, or one says where the other is."""

from kg.extraction.body.mentions import BodyMention
from kg.extraction.post.heads import Ground


def first_of_two(ground: Ground, owner: BodyMention, free: int) -> BodyMention:
    """The first of two bodies that share a post, if a stroke joins them: *TIDE/REEF* Representative."""
    mark = owner.first - 1
    joined = mark > free and ground.page.tokens[mark].text == "/" and ground.page.joined(mark)
    first = ground.body_ending.get(mark) if joined and ground.page.joined(mark - 1) else None
    return first if first and not first.is_state and not owner.is_state and first.first >= free else owner


def of_office(ground: Ground, owner: BodyMention, free: int) -> BodyMention:
    """The office of a body in a state, if the state only names it: *UNODC Kenya* Country Representative."""
    whose = ground.body_ending.get(owner.first) if owner.is_state and owner.rule == "state.known" else None
    if whose is None or whose.is_state or whose.first < free or not ground.page.joined(owner.first - 1):
        return owner
    return BodyMention(whose.first, owner.last, owner.outer, "body.slot")
