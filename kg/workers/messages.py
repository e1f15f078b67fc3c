"""Messages to a child and back: JSON values over its pipes, each behind four bytes that hold its length."""

import json
import os
import select
import subprocess
import time
from typing import Any

_CHUNK = 2**20


class Late(Exception):
    """The deadline has passed."""


class Gone(Exception):
    """The child closed its end."""


def send(child: subprocess.Popen[bytes], message: bytes, deadline: float) -> None:
    """Give the child a message; raises :class:`Late` at the deadline (of the monotonic clock), and BrokenPipeError."""
    assert child.stdin is not None
    pipe = child.stdin.fileno()
    rest = memoryview(len(message).to_bytes(4, "big") + message)
    while rest:
        _wait(pipe, select.POLLOUT, deadline)
        rest = rest[os.write(pipe, rest[:_CHUNK]) :]


def receive(child: subprocess.Popen[bytes], deadline: float) -> dict[str, Any]:
    """What the child answers, as a JSON object; raises :class:`Late` at the deadline and :class:`Gone`."""
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
            raise Gone
        found += chunk
    return bytes(found)


def _wait(pipe: int, event: int, deadline: float) -> None:
    poll = select.poll()
    poll.register(pipe, event)
    left = deadline - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise Late
