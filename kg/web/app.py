"""Which address is answered by what, and how every error is said."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from kg.errors import BadQuery, KgError, LimitReached, UnknownName, UsageError
from kg.iris import Base
from kg.pages import KINDS, Edition, TooMuch
from kg.web import asking, network, ontology, pages, query, review
from kg.web.desk import Full
from kg.web.endpoint import graph_store, sparql
from kg.web.guard import Guard, to_stderr
from kg.web.leaving import Leaving
from kg.web.negotiation import HTML, chosen
from kg.web.settings import Settings
from kg.web.state import State, state_of
from kg.web.static import static
from kg.web.templating import rendered
from kg.web.things import OTHER_KINDS, identifier, thing

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
    app.router.redirect_slashes = False
    app.state.kg = state
    return Guard(Leaving(app), (*settings.hosts, *hosts), settings.origins, log)


def _routes() -> list[Route]:
    return [
        Route("/sparql", sparql, methods=["GET", "HEAD", "OPTIONS", "POST"]),
        Route("/data", graph_store, methods=READ),
        Route("/health", health, methods=READ),
        Route("/", pages.first, methods=READ),
        Route("/search", pages.search, methods=READ),
        Route("/documents", pages.documents, methods=READ),
        Route("/query", query.editor, methods=READ),
        Route("/network", network.network, methods=READ),
        Route("/ns", ontology.namespace, methods=READ),
        Route("/ns.{ending}", ontology.namespace, methods=READ),
        Route("/ns/{name:path}", ontology.concepts, methods=READ),
        Route("/.well-known/void", ontology.dataset, methods=READ),
        Route("/review", review.review, methods=READ),
        Route("/ask", asking.listing, methods=READ),
        Route("/ask/{name}", asking.form, methods=READ),
        Route("/api", asking.api, methods=READ),
        Route("/api/openapi.json", asking.openapi, methods=READ),
        Route("/api/questions", asking.api_questions, methods=READ),
        Route("/api/search", asking.api_search, methods=READ),
        Route("/api/show", asking.api_show, methods=READ),
        Route("/api/ask/{name}", asking.api_ask, methods=READ),
        Route("/static/{name:path}", static, methods=READ),
        Route("/id/{path:path}", identifier, methods=READ),
        *(Route(f"/{kind}/{{name:path}}", _of(kind), methods=READ) for kind in (*KINDS, *OTHER_KINDS)),
    ]


def _of(kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return await thing(request, kind)

    return answer


async def health(request: Request) -> Response:
    """``/health``: whether a query is answered, for those who watch over servers."""
    state = state_of(request)
    edition = state.folder.edition()
    await state.pages.do(state.pages.call, "query", _alive(edition), state.settings.limits)
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


def _alive(edition: Edition) -> dict[str, str]:
    return {"version": str(edition.path.absolute()), "query": "ASK {}"}


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    text = error.detail
    if error.status_code == 405:
        headers["allow"] = ", ".join(sorted(headers.get("allow", "GET").split(", ")))
        text = f"expected {headers['allow']}, found {request.method[:20]}; this graph is read-only here"
    if error.status_code == 404:
        text = "expected an address of this server, found another; begin at /"
    return _said(request, error.status_code, text, headers)


async def _failed(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    headers = dict[str, str]()
    if isinstance(error, Full):
        headers["retry-after"] = "1"
    return _said(request, status, str(error) if status != 500 else "this answer could not be given", headers)


async def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001 - no trace of it leaves
    return _said(request, 500, "this is a bug of ct-kg, please report it with what you asked", {})


_STATUS: dict[type[KgError], int] = {UnknownName: 404, BadQuery: 400, UsageError: 400, TooMuch: 400, LimitReached: 503}


def _said(request: Request, status: int, text: str, headers: dict[str, str]) -> Response:
    """An error: a page for people, a line for programs."""
    kept = headers | {"cache-control": "no-store", "vary": "Accept"}
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": text}, status, kept)
    plain = request.url.path.startswith(("/sparql", "/data", "/health"))
    if plain or chosen(request.headers.get("accept"), ["text/plain", HTML]) != HTML:
        return PlainTextResponse(f"{text}\n", status, kept)
    heading = _HEADINGS.get(status, "This cannot be answered")
    shown = rendered("said.html", Base(), status=status, heading=heading, text=text)
    return HTMLResponse(shown, status, kept)


_HEADINGS = {404: "There is nothing here", 500: "Something broke", 503: "Too much at once"}
