"""The files of ``static/``: read once, known by name, so that no address leads to any other file."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

_HERE = Path(__file__).resolve().parent / "static"
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_FOR_GOOD = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is sent."""

    body: bytes
    packed: bytes | None
    kind: str
    hash: str


@cache
def files() -> dict[str, File]:
    """All files by name."""
    paths = sorted(path for path in _HERE.rglob("*") if path.suffix in _KINDS)
    return {path.relative_to(_HERE).as_posix(): _file(path) for path in paths}


def _file(path: Path) -> File:
    body = path.read_bytes()
    packed = None if path.suffix == ".woff2" else gzip.compress(body, 9, mtime=0)
    return File(body, packed, _KINDS[path.suffix], hashlib.sha256(body).hexdigest()[:12])


def versioned(name: str) -> str:
    """The address of a file, which changes with its contents."""
    return f"/static/{name}?v={files()[name].hash}"


async def static(request: Request) -> Response:
    """``/static/NAME``."""
    file = files().get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    for_good = request.query_params.get("v") == file.hash or file.kind == "font/woff2"
    headers = {
        "cache-control": _FOR_GOOD if for_good else "no-cache",
        "etag": f'"{file.hash}"',
        "vary": "Accept-Encoding",
    }
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(None, 304, headers)
    if file.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(file.packed, 200, headers | {"content-encoding": "gzip"}, media_type=file.kind)
    return Response(file.body, 200, headers, media_type=file.kind)
