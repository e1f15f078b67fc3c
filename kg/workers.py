"""Killable child processes: what comes from strangers, documents and queries, runs in one of these.

A child is ``python -m kg.worker``; calls and replies are JSON values, each behind four bytes that hold its length.
The child limits its own memory, the parent keeps the clock and kills; the program that called lives on.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg import errors
from kg.errors import KgError, LimitReached, UsageError

if TYPE_CHECKING:
    from concurrent.futures import Future

MEBIBYTE, GIBIBYTE = 2**20, 2**30
_UNITS = {"": 1, "B": 1, "KIB": 2**10, "MIB": MEBIBYTE, "GIB": GIBIBYTE}
_CHUNK = 2**20
_FAREWELL = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: ``seconds`` of wall clock and ``memory`` in bytes of address space.

    ``what`` names what is limited, and so the settings: ``query`` → ``KG_QUERY_TIMEOUT``, ``KG_QUERY_MEMORY``.
    """

    seconds: float
    memory: int
    what: str

    @property
    def timeout_setting(self) -> str:
        """The environment variable that sets ``seconds``."""
        return f"KG_{self.what.upper()}_TIMEOUT"

    @property
    def memory_setting(self) -> str:
        """The environment variable that sets ``memory``."""
        return f"KG_{self.what.upper()}_MEMORY"

    def from_environment(self, environment: Mapping[str, str] | None = None) -> "Limits":
        """These limits with what the environment says instead; raises :class:`kg.errors.UsageError`.

        >>> str(QUERY.from_environment({"KG_QUERY_TIMEOUT": "2.5", "KG_QUERY_MEMORY": "512 MiB"}))
        '2.5 s, 512 MiB'
        """
        settings = os.environ if environment is None else environment
        seconds, memory = settings.get(self.timeout_setting), settings.get(self.memory_setting)
        return replace(
            self,
            seconds=self.seconds if seconds is None else _seconds(seconds, self.timeout_setting),
            memory=self.memory if memory is None else _bytes(memory, self.memory_setting),
        )

    def __str__(self) -> str:
        return f"{self.seconds:g} s, {self.memory / MEBIBYTE:g} MiB"


QUERY = Limits(10, 2 * GIBIBYTE, "query")
"""One SPARQL query: 10 s and 2 GiB."""
VALIDATION = Limits(300, 2 * GIBIBYTE, "validation")
"""Checking RDF from outside, or with shapes from outside: 300 s and 2 GiB."""
DOCUMENT = Limits(60, 1 * GIBIBYTE, "document")
"""Reading one document: 60 s and 1 GiB."""


def _seconds(printed: str, setting: str) -> float:
    try:
        seconds = float(printed)
    except ValueError:
        seconds = 0
    if not 0 < seconds < 1e6:
        raise UsageError(f"{setting}: expected a number of seconds above 0, found {printed!r}")
    return seconds


def _bytes(printed: str, setting: str) -> int:
    digits = printed.strip().rstrip("BbIiKkMmGg ")
    unit = printed.strip()[len(digits) :].strip().upper()
    if not digits.isdecimal() or int(digits) == 0 or unit not in _UNITS:
        raise UsageError(f"{setting}: expected a size such as 512MiB or 2GiB, found {printed!r}")
    return int(digits) * _UNITS[unit]


class _Late(Exception):
    """The deadline has passed."""


class _Gone(Exception):
    """The child closed its end."""


class Worker:
    """One child process, started at the first call and again after each death; a context manager.

    Not for several threads at once: see :class:`Pool`.
    """

    def __init__(self, module: str = "kg.worker") -> None:
        self._module = module
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, task: str, arguments: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
        """What ``task`` returns for ``arguments`` (JSON values both).

        Raises :class:`kg.errors.LimitReached` when stopped, and what the task itself raised (by its class name).
        """
        message = json.dumps({"task": task, "arguments": arguments, "seconds": limits.seconds, "memory": limits.memory})
        reply = self._exchange(message.encode(), limits)
        if "error" in reply:
            raise _error(reply["error"], limits)
        value = reply["value"]
        assert isinstance(value, dict)
        return value

    def close(self) -> None:
        """End the child: it is told to go, and killed if it does not."""
        if self._child is not None and self._child.stdin is not None and self._child.poll() is None:
            self._child.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(_FAREWELL)
        self.kill()

    def interrupt(self) -> None:
        """Let the call that another thread is waiting for fail, at once."""
        if (child := self._child) is not None:
            child.kill()

    def kill(self) -> None:
        """End the child, at once."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()

    def _exchange(self, message: bytes, limits: Limits) -> dict[str, Any]:
        child = self._started()
        deadline = time.monotonic() + limits.seconds
        try:
            _send(child, message, deadline)
            return _receive(child, deadline)
        except _Late:
            self.kill()
            raise LimitReached(
                f"expected this {limits.what} to end within {limits.seconds:g} s, stopped it there "
                f"(setting {limits.timeout_setting}); make it smaller, or set {limits.timeout_setting} higher"
            ) from None
        except (_Gone, BrokenPipeError):
            child.wait()
            code = child.returncode
            self.kill()
            raise LimitReached(_death(code, limits)) from None
        except BaseException:  # Ctrl-C in the middle of a message: the pipe is no longer in step
            self.kill()
            raise

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.kill()
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", self._module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=_environment(),
            start_new_session=True,  # Ctrl-C goes to the parent, which ends its children in order
        )
        for pipe in (self._child.stdin, self._child.stdout):
            assert pipe is not None
            os.set_blocking(pipe.fileno(), False)
        return self._child


class Pool:
    """``size`` workers behind one door; results come in the order of the calls. A context manager.

    >>> with Pool(2) as pool:
    ...     [reply["echo"] for reply in pool.map("echo", [{"say": 1}, {"say": 2}], QUERY)]
    [1, 2]
    """

    def __init__(self, size: int = 1, module: str = "kg.worker") -> None:
        from concurrent.futures import ThreadPoolExecutor  # slow to start, and one worker needs no threads

        if size < 1:
            raise UsageError(f"expected at least one worker, found {size}")
        self._size = size
        self._workers = [Worker(module) for _ in range(size)]
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


def _environment() -> dict[str, str]:
    """The parent's environment, with the package importable and without a proxy to reach the network through."""
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    here = str(Path(__file__).resolve().parent.parent)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    return environment


def _send(child: subprocess.Popen[bytes], message: bytes, deadline: float) -> None:
    assert child.stdin is not None
    pipe = child.stdin.fileno()
    rest = memoryview(len(message).to_bytes(4, "big") + message)
    while rest:
        _wait(pipe, select.POLLOUT, deadline)
        rest = rest[os.write(pipe, rest[:_CHUNK]) :]


def _receive(child: subprocess.Popen[bytes], deadline: float) -> dict[str, Any]:
    assert child.stdout is not None
    length = int.from_bytes(_read(child.stdout.fileno(), 4, deadline), "big")
    reply = json.loads(_read(child.stdout.fileno(), length, deadline))
    assert isinstance(reply, dict)
    return reply


def _read(pipe: int, length: int, deadline: float) -> bytes:
    found = bytearray()
    while len(found) < length:
        _wait(pipe, select.POLLIN, deadline)
        chunk = os.read(pipe, min(_CHUNK, length - len(found)))
        if not chunk:
            raise _Gone
        found += chunk
    return bytes(found)


def _wait(pipe: int, event: int, deadline: float) -> None:
    poll = select.poll()
    poll.register(pipe, event)
    left = deadline - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise _Late


def _death(code: int, limits: Limits) -> str:
    if -code in (signal.SIGABRT, signal.SIGKILL):
        return _out_of_memory(limits)
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    return (
        f"expected an end of this {limits.what}, but the process that ran it died ({how}): it is nested too deeply, or "
        f"outgrew its {limits.memory / MEBIBYTE:g} MiB of memory (setting {limits.memory_setting}); make it simpler"
    )


def _out_of_memory(limits: Limits) -> str:
    return (
        f"expected this {limits.what} to do with {limits.memory / MEBIBYTE:g} MiB of memory, stopped it there "
        f"(setting {limits.memory_setting}); make it smaller, or set {limits.memory_setting} higher"
    )


def _error(raised: Mapping[str, str], limits: Limits) -> KgError:
    """What the child raised, as the same class; what is none of ours, as a plain :class:`KgError` that names it."""
    if raised["class"] == "MemoryError":
        return LimitReached(_out_of_memory(limits))
    kind = getattr(errors, raised["class"], None)
    if isinstance(kind, type) and issubclass(kind, KgError):
        return kind(raised["message"])
    return KgError(f"the {limits.what} met a fault of ct-kg, please report it: {raised['class']}: {raised['message']}")
