"""One request over HTTP(S), with its redirects: each address is checked, and bytes and time are counted."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from kg.errors import MissingExtra, Refused
from kg.fetching.addresses import Network, reachable

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

_CHUNK = 65_536
_MOVED = frozenset({301, 302, 303, 307, 308})
_FOUND = 200
_SAFE = "/:?#[]@!$&'()*+,;=%-._~"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: ``seconds`` from the first request to the last byte, ``bytes``, ``redirects``."""

    seconds: float = 60
    bytes: int = 10_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Visit:
    """What came back: where from in the end, with which status and headers (names in lower case), and the bytes."""

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes


class Visitor:
    """Asks for documents by address. ``allowed`` are networks that are private and meant all the same."""

    def __init__(self, limits: Limits | None = None, allowed: Sequence[Network] = ()) -> None:
        self.limits = limits or Limits()
        self.agent = f"ct-kg/{version('ct-kg')}"
        self._allowed = tuple(allowed)
        self._library = _library()

    def get(self, url: str, check: Callable[[str], None] = lambda _: None) -> Visit:
        """The document at ``url``; ``check`` is asked about each address on the way there, and may raise.

        Raises :class:`kg.errors.Refused` with one reason: a limit, a private address, what the server said.
        """
        ends = time.monotonic() + self.limits.seconds
        for _ in range(self.limits.redirects + 1):
            check(url)
            visit = self._ask(url, ends)
            if visit.status not in _MOVED or "location" not in visit.headers:
                return visit
            url = urljoin(url, visit.headers["location"].strip())
        raise Refused(f"expected at most {self.limits.redirects} redirects, found more (the last to {url})")

    def _ask(self, url: str, ends: float) -> Visit:
        parts = _parts(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        address = reachable(host, port, self._allowed)
        sockets: list[socket.socket] = []
        pool = self._pool(parts, address, port, sockets)
        timer = threading.Timer(max(0.0, ends - time.monotonic()), _hang_up, [sockets])
        timer.start()
        try:
            return self._answer(url, pool, parts, ends)
        except (self._library.exceptions.HTTPError, OSError, ValueError) as error:
            if time.monotonic() >= ends:
                raise Refused(_late(self.limits)) from None
            raise Refused(f"expected an answer from {host}, found: {_said(error)}") from None
        finally:
            timer.cancel()
            pool.close()

    def _pool(self, parts: SplitResult, address: str, port: int, sockets: list[socket.socket]) -> "HTTPConnectionPool":
        """Connections to the address that was checked, in the name of the host that was asked for."""
        wait = self._library.Timeout(connect=min(20.0, self.limits.seconds), read=self.limits.seconds)
        given = {"maxsize": 1, "retries": False, "timeout": wait}
        if parts.scheme == "https":
            secure = {"server_hostname": parts.hostname, "assert_hostname": parts.hostname}
            context = ssl.create_default_context()
            pool = self._library.HTTPSConnectionPool(address, port, ssl_context=context, **secure, **given)
        else:
            pool = self._library.HTTPConnectionPool(address, port, **given)

        class Known(pool.ConnectionCls):  # type: ignore[name-defined,misc]
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        pool.ConnectionCls = Known
        found: HTTPConnectionPool = pool
        return found

    def _answer(self, url: str, pool: "HTTPConnectionPool", parts: SplitResult, ends: float) -> Visit:
        path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        headers = {"Host": parts.netloc, "User-Agent": self.agent, "Accept-Encoding": "gzip, identity", "Accept": "*/*"}
        response = pool.urlopen("GET", path, headers=headers, redirect=False, preload_content=False)
        try:
            kept = {name.lower(): value for name, value in response.headers.items()}
            data = b"" if response.status in _MOVED else self._body(response, ends)
            return Visit(url, response.status, kept, data)
        finally:
            response.close()

    def _body(self, response: "BaseHTTPResponse", ends: float) -> bytes:
        """The bytes, unpacked, counted while they come."""
        found = bytearray()
        while chunk := response.read1(_CHUNK, decode_content=True):
            found += chunk
            if len(found) > self.limits.bytes:
                raise Refused(f"expected at most {self.limits.bytes} bytes, found more; set KG_DOCUMENT_BYTES higher")
        if time.monotonic() >= ends:  # it did not end, we hung up
            raise Refused(_late(self.limits))
        return bytes(found)


def succeeded(visit: Visit) -> bytes:
    """The bytes of an answer that is one; raises :class:`kg.errors.Refused` for any other status."""
    if visit.status != _FOUND:
        raise Refused(f"expected the document (200), found status {visit.status}")
    if not visit.data:
        raise Refused("expected the document, found no bytes")
    return visit.data


def _parts(url: str) -> SplitResult:
    parts = urlsplit("")
    try:
        parts = urlsplit(url)
        well_formed = parts.scheme in ("http", "https") and parts.hostname and parts.port is not False
    except ValueError:
        well_formed = False
    if not well_formed or parts.username is not None or parts.password is not None:
        raise Refused(f"expected an address with http: or https:, without user and password, found {url!r}")
    return parts


def _hang_up(sockets: list[socket.socket]) -> None:
    """End what is under way: a server may send one byte a minute for ever."""
    for each in sockets:
        try:
            each.shutdown(socket.SHUT_RDWR)
        except OSError:  # it has ended by itself
            continue


def _late(limits: Limits) -> str:
    return f"expected the document within {limits.seconds:g} s, stopped it there; raise --timeout"


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _library() -> ModuleType:
    try:
        import urllib3
    except ImportError:
        raise MissingExtra(
            "expected the extra that fetches documents, found none; install it: pip install 'ct-kg[fetch]'"
        ) from None
    return urllib3
