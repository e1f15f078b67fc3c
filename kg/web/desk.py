"""The bounded line before the workers: whoever finds it full is told so at once, and may come again."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from kg.errors import LimitReached
from kg.workers import Limits, Pool

Found = TypeVar("Found")


class Full(LimitReached):
    """The line is full; names its setting."""


class Desk:
    """``size`` killable workers, and room for ``line`` calls that wait for one of them.

    ``setting`` names what sets the length of the line, for those who find it full; ``niceness`` is how far the workers
    step back for others (https://man7.org/linux/man-pages/man7/sched.7.html).
    """

    def __init__(self, size: int, line: int, setting: str, niceness: int = 0) -> None:
        self._pool = Pool(size, niceness=niceness)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="kg-desk")
        self._room, self._inside = size + line, 0
        self._line, self._setting = line, setting

    def call(self, task: str, arguments: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
        """What a worker returns for a task; for what is done at this desk (:meth:`do`)."""
        return self._pool.call(task, arguments, limits)

    async def do(self, what: Callable[..., Found], *arguments: Any) -> Found:
        """What ``what`` returns, when its turn has come; raises :class:`Full` if too many wait."""
        if self._inside >= self._room:
            raise Full(
                f"expected at most {self._line} calls to wait, found as many waiting already "
                f"(setting {self._setting}); ask again in a moment"
            )
        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, what, *arguments)
        finally:
            self._inside -= 1

    def close(self) -> None:
        """End the workers, also those in the middle of a call."""
        self._pool.interrupt()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._pool.close()
