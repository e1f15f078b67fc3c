"""Pages that were made, kept up to so many bytes: the same version and address give the same page."""

import gzip
import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: its bytes as they are and packed, its type, its ``ETag``."""

    body: bytes
    packed: bytes
    kind: str
    tag: str

    @classmethod
    def of(cls, text: str, kind: str = "text/html") -> "Made":
        """A page of this text."""
        body = text.encode("utf-8", "replace")
        return cls(body, gzip.compress(body, 6, mtime=0), kind, hashlib.sha256(body).hexdigest()[:20])

    def response(self, request: Request, status: int = 200) -> Response:
        """The page as an answer: whole, packed, or "you have it"."""
        headers = {"etag": f'"{self.tag}"', "cache-control": "no-cache", "vary": "Accept, Accept-Encoding"}
        if status == 200 and request.headers.get("if-none-match") == headers["etag"]:
            return Response(None, 304, headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(self.packed, status, headers | {"content-encoding": "gzip"}, media_type=self.kind)
        return Response(self.body, status, headers, media_type=self.kind)


class Shelf:
    """The pages asked for last, of the version that is served; safe for several threads."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._made: OrderedDict[tuple[str, str], Made] = OrderedDict()
        self._lock = Lock()

    def find(self, state: str, address: str) -> Made | None:
        """The page of that version and address, if it is kept."""
        with self._lock:
            if (state, address) in self._made:
                self._made.move_to_end((state, address))
                return self._made[state, address]
            return None

    def keep(self, state: str, address: str, made: Made) -> None:
        """Keep a page; those asked for longest ago make room."""
        with self._lock:
            before = self._made.pop((state, address), None)
            self._size += _size(made) - (_size(before) if before else 0)
            self._made[state, address] = made
            while self._size > self._most:
                _, gone = self._made.popitem(last=False)
                self._size -= _size(gone)


def _size(made: Made) -> int:
    return len(made.body) + len(made.packed)
