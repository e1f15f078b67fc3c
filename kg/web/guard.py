"""What stands before every answer: the Host it may be asked under, the headers it carries, its line in the log."""

import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import NotFound

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Answers 421 under a foreign name; gives every other answer its headers, and a line in the access log.

    A page elsewhere could make a browser ask a name that leads to this machine; only names that are ours are answered.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: Iterable[str],
        origins: Iterable[str] = (),
        log: Callable[[str], None] | None = None,
    ) -> None:
        self._app, self._log = app, log
        self._hosts = {host.lower() for host in (*LOOPBACK, *hosts)}
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The answer of what is guarded."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        line = _Line(scope, headers)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                line.status = message["status"]
                self._add(MutableHeaders(scope=message), headers.get("origin"))
            elif message["type"] == "http.response.body":
                line.bytes += len(message.get("body", b""))
            await send(message)

        try:
            if _name(headers.get("host", "")) in self._hosts:
                await self._app(scope, receive, guarded)
            else:
                await _misdirected(scope, receive, guarded)
        finally:
            if self._log:
                self._log(str(line))

    def _add(self, headers: MutableHeaders, origin: str | None) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        if self._origins:
            headers.add_vary_header("Origin")
            if origin in self._origins or "*" in self._origins:
                headers["access-control-allow-origin"] = "*" if "*" in self._origins else str(origin)
                headers["cross-origin-resource-policy"] = "cross-origin"


async def _misdirected(scope: Scope, receive: Receive, send: Send) -> None:
    text = "expected the name of this server as Host, found another; name it with --allow-host (KG_SERVE_HOSTS)\n"
    await PlainTextResponse(text, 421)(scope, receive, send)


def _name(host: str) -> str:
    """A Host without its port, in lower case.

    >>> _name("LocalHost:8000"), _name("[::1]:80"), _name("")
    ('localhost', '[::1]', '')
    """
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdecimal() else host.lower().rstrip(".")


class _Line:
    """One answer in the Combined Log Format (https://httpd.apache.org/docs/current/logs.html#combined)."""

    def __init__(self, scope: Scope, headers: Headers) -> None:
        self._scope, self._headers = scope, headers
        self._began = time.time()
        self.status, self.bytes = 499, 0  # whoever goes away before the answer gets no status

    def __str__(self) -> str:
        scope = self._scope
        query = scope["query_string"].decode("latin-1")
        target = scope.get("raw_path", b"").decode("latin-1") + (f"?{query}" if query else "")
        day = datetime.fromtimestamp(self._began).astimezone().strftime("%d/%b/%Y:%H:%M:%S %z")
        client = scope["client"][0] if scope.get("client") else "-"
        request = f"{scope['method']} {target} HTTP/{scope['http_version']}"
        referer, agent = (self._headers.get(name, "-") for name in ("referer", "user-agent"))
        return f'{client} - - [{day}] "{_safe(request)}" {self.status} {self.bytes} "{_safe(referer)}" "{_safe(agent)}"'


def _safe(text: str) -> str:
    r"""What a stranger wrote, so that it stays one field of one line.

    >>> print(_safe('a"b\n'))
    a\x22b\x0a
    """
    plain = (c if " " <= c <= "~" and c not in '"\\' else f"\\x{min(ord(c), 0xFF):02x}" for c in text[:2000])
    return "".join(plain)


def to_stderr(line: str) -> None:
    """Write a line of the access log; a terminal that has gone is no reason to fail."""
    try:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def to_file(path: Path) -> Callable[[str], None]:
    """What appends lines to a file, opened anew for each, so that it may be moved away (rotated) at any time."""

    def append(line: str) -> None:
        with path.open("a", encoding="ascii") as file:
            file.write(line + "\n")

    if not path.parent.is_dir():
        raise NotFound(f"{path}: expected a folder that exists, found none; make {path.parent} first")
    return append
