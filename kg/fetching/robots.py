"""What a site asks of programs (robots.txt, RFC 9309), and how long to wait between two requests to one host."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.errors import MissingExtra, Refused
from kg.fetching.visiting import Visitor

if TYPE_CHECKING:
    from protego import Protego

LONGEST_WAIT = 60.0
"""A site that asks to wait longer between two requests is asked no more than this often."""

_FOUND, _UNAVAILABLE = 200, 500
_MOST = 500_000


class Manners:
    """Asks each site first, and waits between requests: ``delay`` seconds, or as long as the site asks for.

    ``sleep`` and ``clock`` are those of :mod:`time`.
    """

    def __init__(
        self,
        visitor: Visitor,
        delay: float = 1.0,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._visitor, self._delay, self._sleep, self._clock = visitor, delay, sleep, clock
        self._rules: dict[str, Protego | None] = {}
        self._last: dict[str, float] = {}

    def check(self, url: str) -> None:
        """Wait until it is polite to ask for ``url``; raises :class:`kg.errors.Refused` if its site says no."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._wait(origin, self._delay)
            self._rules[origin] = self._asked(origin)
        rules = self._rules[origin]
        if rules is not None and not rules.can_fetch(url, self._visitor.agent):
            raise Refused(f"expected a page that programs may fetch, found that robots.txt of {parts.netloc} says no")
        asked = rules.crawl_delay(self._visitor.agent) if rules is not None else None
        self._wait(origin, max(self._delay, min(LONGEST_WAIT, asked or 0.0)))

    def _asked(self, origin: str) -> "Protego | None":
        """The rules of a site; None where it has none. One that fails to say so wants nothing fetched (RFC 9309)."""
        try:
            from protego import Protego
        except ImportError:
            raise MissingExtra(
                "expected the extra that fetches documents, found none; install it: pip install 'ct-kg[fetch]'"
            ) from None
        visit = self._visitor.get(f"{origin}/robots.txt")
        if visit.status >= _UNAVAILABLE:
            raise Refused(f"expected the robots.txt of {origin}, found status {visit.status}; try again later")
        if visit.status != _FOUND:
            return None
        rules: Protego = Protego.parse(visit.data[:_MOST].decode("utf-8", "replace"))
        return rules

    def _wait(self, origin: str, seconds: float) -> None:
        now = self._clock()
        due = self._last.get(origin, now - seconds) + seconds
        if due > now:
            self._sleep(due - now)
        self._last[origin] = self._clock()
