"""What chance would give: the same meetings, as large as they were, with the same people as often, but drawn by lot.

The draw trades participants between pairs of meetings, which keeps both how large each meeting is and how often each
agent takes part. Strona, G. et al. (2014). A fast and unbiased procedure to randomize ecological binary matrices with
fixed row and column totals. Nature Communications 5, 4114.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from kg.network.measures import SEED
from kg.network.parts import Part
from kg.network.projecting import co_participation, ties

DRAWS = 200
"""How many networks are drawn."""
_TRADES = 5


@dataclass(frozen=True, slots=True)
class Surprise:
    """A tie beside chance: the meetings shared, how many a draw gives on average, and in which share of the draws at
    least as many (small: more than chance).
    """

    first: str
    second: str
    meetings: int
    expected: float
    share: float


def surprises(parts: Iterable[Part], draws: int = DRAWS, seed: int = SEED) -> tuple[Surprise, ...]:
    """Every tie beside what chance gives, the least likely first, then by meetings and agents."""
    parts = list(parts)
    there: defaultdict[str, set[str]] = defaultdict(set)
    for part in parts:
        there[part.meeting].add(part.agent)
    observed = {(tie.first, tie.second): tie.meetings for tie in ties(co_participation(parts))}
    lot = random.Random(seed)  # noqa: S311 - chance that can be repeated is what is wanted
    total: Counter[tuple[str, str]] = Counter()
    reached: Counter[tuple[str, str]] = Counter()
    drawn = [sorted(there[meeting]) for meeting in sorted(there)]
    for _ in range(draws):
        _trade(drawn, lot)
        for pair, count in _pairs(drawn).items():
            if pair in observed:
                total[pair] += count
                reached[pair] += count >= observed[pair]
    found = [
        Surprise(*pair, count, round(total[pair] / draws, 4), round((reached[pair] + 1) / (draws + 1), 4))
        for pair, count in observed.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.share, -each.meetings, each.first, each.second)))


def _pairs(meetings: Iterable[Iterable[str]]) -> Counter[tuple[str, str]]:
    return Counter(pair for agents in meetings for pair in combinations(sorted(agents), 2))


def _trade(meetings: list[list[str]], lot: random.Random) -> None:
    """Let pairs of meetings trade those of their participants whom the other does not have."""
    if len(meetings) < 2:
        return
    for _ in range(_TRADES * len(meetings)):
        one, other = lot.sample(range(len(meetings)), 2)
        both = set(meetings[one]) & set(meetings[other])
        mine = [agent for agent in meetings[one] if agent not in both]
        free = mine + [agent for agent in meetings[other] if agent not in both]
        lot.shuffle(free)
        shared = sorted(both)
        meetings[one], meetings[other] = shared + free[: len(mine)], shared + free[len(mine) :]
