"""What the handlers share: the graph that is served, the desks where it is asked, the settings."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from kg.findings import Findings
from kg.index import Index
from kg.pages import Folder
from kg.store import graph_as
from kg.web.desk import Desk
from kg.web.negotiation import GRAPHS
from kg.web.settings import Settings, setting
from kg.web.shelf import Shelf

Found = TypeVar("Found")
_STEP_BACK = 10
"""What strangers ask in SPARQL gives way to our own pages, however many cores it could fill."""


@dataclass(frozen=True, slots=True)
class State:
    """One running server. ``pages`` answers our own pages, ``queries`` what strangers ask in SPARQL."""

    folder: Folder
    pages: Desk
    queries: Desk
    settings: Settings
    shelf: Shelf
    findings: dict[str, Findings] = field(default_factory=dict)
    """Those of the version that is served, once somebody has asked for them."""

    @classmethod
    def of(cls, folder: Path, settings: Settings) -> "State":
        """The state of a server of that graph; raises :class:`kg.errors.GraphError`."""
        return cls(
            Folder(folder),
            Desk(settings.page_workers, settings.page_line, setting("page_line")),
            Desk(settings.query_workers, settings.query_line, setting("query_line"), _STEP_BACK),
            settings,
            Shelf(settings.cache_bytes),
        )

    async def search(self, what: Callable[[Index], Found]) -> Found:
        """What is found among the names of the version that is served."""
        index = self.folder.edition().index(self.pages, self.settings.limits)
        return await asyncio.to_thread(what, index)

    def close(self) -> None:
        """Let go of the graph, end the workers."""
        self.pages.close()
        self.queries.close()
        self.folder.close()


def state_of(request: Request) -> State:
    """The state of the server that got this request."""
    state = request.app.state.kg
    assert isinstance(state, State)
    return state


async def body_of(request: Request) -> bytes:
    """The body of a request, bounded in length and time."""
    settings = state_of(request).settings
    try:
        async with asyncio.timeout(settings.request_seconds):
            found = b""
            async for chunk in request.stream():
                found += chunk
                if len(found) > settings.request_bytes:
                    raise HTTPException(
                        413,
                        f"expected a body of at most {settings.request_bytes} bytes, found more "
                        f"(setting {setting('request_bytes')})",
                    )
            return found
    except TimeoutError:
        raise HTTPException(
            408,
            f"expected the body within {settings.request_seconds} s, it did not come "
            f"(setting {setting('request_seconds')})",
        ) from None
    except ClientDisconnect:
        raise HTTPException(400, "expected a whole body, found the beginning of one") from None


def graph_form(turtle: str, kind: str | None) -> Response:
    """Triples written by ourselves, in the form that is wanted."""
    if kind is None:
        raise HTTPException(406, f"expected to be asked for one of {', '.join(GRAPHS)}")
    body = graph_as(turtle, GRAPHS[kind])
    media = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    return Response(body, 200, {"vary": "Accept"}, media_type=media)
