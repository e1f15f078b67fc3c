"""One killable child: ``python -m kg.worker``, which limits its own memory, while the parent keeps the clock."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg import errors
from kg.closing import Closing
from kg.errors import KgError, LimitReached
from kg.workers.limits import MEBIBYTE, Limits
from kg.workers.messages import Gone, Late, receive, send

_FAREWELL = 2
"""Seconds that a child has to go when it is told to."""


class Worker(Closing):
    """One child process, started at the first call and again after each death; a context manager.

    ``niceness`` is how far it steps back for other processes. Not for several threads at once: see
    :class:`kg.workers.pool.Pool`.
    """

    def __init__(self, module: str = "kg.worker", niceness: int = 0) -> None:
        self._module, self._niceness = module, niceness
        self._child: subprocess.Popen[bytes] | None = None

    def call(self, task: str, arguments: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
        """What ``task`` returns for ``arguments`` (JSON values both).

        Raises :class:`kg.errors.LimitReached` when stopped, and what the task itself raised (by its class name).
        """
        message = json.dumps({"task": task, "arguments": arguments, "seconds": limits.seconds, "memory": limits.memory})
        reply = self._exchange(message.encode(), limits)
        if "error" in reply:
            if reply["error"]["class"] == "MemoryError":  # what filled it may still be there: the next call starts anew
                self.kill()
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
            send(child, message, deadline)
            return receive(child, deadline)
        except Late:
            self.kill()
            raise limits.exceeded() from None
        except (Gone, BrokenPipeError):
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
        if self._niceness:
            ours = os.getpriority(os.PRIO_PROCESS, 0)
            os.setpriority(os.PRIO_PROCESS, self._child.pid, min(ours + self._niceness, 19))
        for pipe in (self._child.stdin, self._child.stdout):
            assert pipe is not None
            os.set_blocking(pipe.fileno(), False)
        return self._child


def _environment() -> dict[str, str]:
    """The parent's environment, with the package importable and without a proxy to reach the network through.

    One arena of memory for all threads: glibc reserves 64 MiB of addresses for each further one, as threads happen to
    meet, and reservations would count against the limit (452 to 772 MiB for one small query, measured; so 197).
    """
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    environment["MALLOC_ARENA_MAX"] = "1"
    here = str(Path(__file__).resolve().parents[2])
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    return environment


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
