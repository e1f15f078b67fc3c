"""Several workers behind one door."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg.errors import KgError, UsageError
from kg.workers.limits import Limits
from kg.workers.worker import Worker

if TYPE_CHECKING:
    from concurrent.futures import Future


class Pool:
    """``size`` workers behind one door; results come in the order of the calls. A context manager.

    >>> from kg.workers.limits import QUERY
    >>> with Pool(2) as pool:
    ...     [reply["echo"] for reply in pool.map("echo", [{"say": 1}, {"say": 2}], QUERY)]
    [1, 2]
    """

    def __init__(self, size: int = 1, module: str = "kg.worker", niceness: int = 0) -> None:
        from concurrent.futures import ThreadPoolExecutor  # slow to start, and one worker needs no threads

        if size < 1:
            raise UsageError(f"expected at least one worker, found {size}")
        self._size = size
        self._workers = [Worker(module, niceness) for _ in range(size)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="kg-worker")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:  # a call may be under way
            for worker in self._workers:
                worker.kill()
        self.close()

    def call(self, task: str, arguments: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
        """As :meth:`Worker.call`, in the first worker that is free; for several threads at once."""
        worker = self._idle.get()
        try:
            return worker.call(task, arguments, limits)
        finally:
            self._idle.put(worker)

    def map(self, task: str, calls: Iterable[Mapping[str, Any]], limits: Limits) -> Iterator[dict[str, Any] | KgError]:
        """One result for each call, in their order; a call that failed gives its error as the result."""
        waiting: deque[Future[dict[str, Any] | KgError]] = deque()
        for arguments in calls:
            waiting.append(self._threads.submit(self._outcome, task, arguments, limits))
            if len(waiting) > 2 * self._size:  # enough ahead to keep all busy, not so many as to hold every document
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def interrupt(self) -> None:
        """Let all calls that are under way fail, at once."""
        for worker in self._workers:
            worker.interrupt()

    def close(self) -> None:
        """End all children, at once."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def _outcome(self, task: str, arguments: Mapping[str, Any], limits: Limits) -> dict[str, Any] | KgError:
        try:
            return self.call(task, arguments, limits)
        except KgError as error:
            return error
