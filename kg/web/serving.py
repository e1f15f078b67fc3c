"""Start, serve until told to stop, stop gracefully."""

import asyncio
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import UsageError
from kg.web.app import application
from kg.web.guard import to_stderr
from kg.web.settings import Settings


def serve(
    graph: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8080,
    hosts: tuple[str, ...] = (),
    log: Callable[[str], None] | None = to_stderr,
    ready: Callable[[str], None] | None = None,
    settings: Settings | None = None,
) -> None:
    """Serve a graph until SIGINT or SIGTERM; ``ready`` is told the address when it can be asked.

    Raises :class:`kg.errors.GraphError`, :class:`kg.errors.UsageError`.
    """
    chosen = settings or Settings.from_environment()
    app = application(graph, chosen, hosts=(*hosts, _bracketed(host)), log=log)
    config = uvicorn.Config(
        app,
        http=_patient(chosen.request_seconds),
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="error",  # a line for every broken request would fill whatever it is written to
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=chosen.connections,
        backlog=min(2048, 2 * chosen.connections),
        timeout_keep_alive=15,
        timeout_graceful_shutdown=chosen.stop_seconds,
    )
    listening = _listening(host, port)
    server = _Server(config, ready)
    # uvicorn raises again, when it has stopped, the signals that stopped it: once is enough.
    before = {number: signal.signal(number, _heard) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        server.run([listening])
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _listening(host: str, port: int) -> socket.socket:
    """A socket at the address."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        why = (error.strerror or str(error)).partition(" (")[0].lower()  # create_server adds the address
        raise UsageError(
            f"expected an address to listen on, found {_bracketed(host)}:{port}: {why}; "
            "name another with --host or --port (0 takes a free one)"
        ) from None


def _heard(*_: object) -> None:
    """A signal that has been acted upon."""


class _Server(uvicorn.Server):
    """As uvicorn's, and says when it can be asked."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[str], None] | None) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[Any] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        if self._ready and self.servers:
            address = self.servers[0].sockets[0].getsockname()
            self._ready(f"http://{_bracketed(str(address[0]))}:{address[1]}/")


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _patient(seconds: float) -> type[H11Protocol]:
    """A connection that must have sent the head of its first request after some seconds, or is closed."""

    class Patient(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.loop.call_later(seconds, self._close_if_silent)

        def _close_if_silent(self) -> None:
            cycle: object | None = self.cycle
            if cycle is None and not self.transport.is_closing():
                self.transport.close()

    return Patient
