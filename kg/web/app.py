"""Which address is answered by what, and how every error is said."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from kg.errors import BadQuery, KgError, LimitReached, UsageError
from kg.pages.edition import TooMuch
from kg.web.desk import Full
from kg.web.endpoint import graph_store, sparql
from kg.web.guard import Guard, to_stderr
from kg.web.settings import Settings
from kg.web.state import State, state_of

READ = ["GET", "HEAD"]


def application(
    graph: Path, settings: Settings, *, hosts: tuple[str, ...] = (), log: Callable[[str], None] | None = to_stderr
) -> ASGIApp:
    """The whole server of one graph; raises :class:`kg.errors.GraphError` if there is none."""
    state = State.of(graph, settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001 - Starlette calls it with itself
        try:
            yield
        finally:
            state.close()

    app = Starlette(
        routes=_routes(),
        lifespan=lifespan,
        exception_handlers={HTTPException: _refused, KgError: _failed, Exception: _broken},
    )
    app.state.kg = state
    return Guard(app, (*settings.hosts, *hosts), settings.origins, log)


def _routes() -> list[Route]:
    return [
        Route("/sparql", sparql, methods=["GET", "HEAD", "OPTIONS", "POST"]),
        Route("/data", graph_store, methods=READ),
        Route("/health", health, methods=READ),
    ]


async def health(request: Request) -> Response:
    """``/health``: whether a query is answered, for those who watch over servers."""
    state = state_of(request)
    edition = state.folder.edition()
    await state.pages.do(lambda: edition.engine(state.pages, state.settings.limits).base)
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    text = error.detail
    if error.status_code == 405:
        headers["allow"] = ", ".join(sorted(headers.get("allow", "GET").split(", ")))
        text = f"expected {headers['allow']}, found {request.method[:20]}; this graph is read-only here"
    if error.status_code == 404:
        text = "expected an address of this server, found another; begin at /"
    return _said(error.status_code, text, headers)


async def _failed(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette calls it with both
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    headers = dict[str, str]()
    if isinstance(error, Full):
        headers["retry-after"] = "1"
    return _said(status, str(error) if status != 500 else "this answer could not be given", headers)


async def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001 - no trace of it leaves the house
    return _said(500, "this is a bug of ct-kg, please report it with what you asked", {})


_STATUS: dict[type[KgError], int] = {BadQuery: 400, UsageError: 400, TooMuch: 400, LimitReached: 503}


def _said(status: int, text: str, headers: dict[str, str]) -> Response:
    return PlainTextResponse(f"{text}\n", status, headers | {"cache-control": "no-store"})
