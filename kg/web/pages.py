"""The pages of the explorer: which sentence each address asks for, and which template shows it."""

import json
from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import NotFound
from kg.model.answers import Answer
from kg.pages import Edition, Teller
from kg.pages.entities import body, official, post, series
from kg.pages.home import home
from kg.pages.reading import LAYERS, read
from kg.pages.search import Found, quotations
from kg.pages.search import search as names_like
from kg.pages.table import table
from kg.web.negotiation import HTML, chosen
from kg.web.shelf import Made
from kg.web.state import State, state_of
from kg.web.templating import link_to, rendered

Maker = Callable[[Edition, Teller], tuple[str, dict[str, Any]]]
"""What makes a page: the name of its template, and what it shows."""

_ENTITIES: dict[str, Callable[[Teller, str], Any]] = {
    "body": body,
    "meeting": table,
    "official": official,
    "post": post,
    "series": series,
}


async def first(request: Request) -> Response:
    """``/``: the first page."""
    return await page(request, lambda _, teller: ("home.html", {"home": home(teller)}))


async def thing(request: Request, kind: str, iri: str) -> Response:
    """The page of something that has one."""

    def make(edition: Edition, teller: Teller) -> tuple[str, dict[str, Any]]:
        decided = {"decided": teller.decided(iri)}
        if kind == "document":
            return "document.html", {"reading": read(edition, teller, iri), "layers": LAYERS} | decided
        return f"{kind}.html", {kind: _ENTITIES[kind](teller, iri)} | decided

    return await page(request, make)


async def search(request: Request) -> Response:
    """``/search?q=``: what a name may mean, as a page or (by ``Accept``) as JSON."""
    typed = request.query_params.get("q", "")[:200]
    kind = request.query_params.get("kind")
    state = state_of(request)
    edition = state.folder.edition()
    if chosen(request.headers.get("accept"), [HTML, "application/json"]) == "application/json":
        found = await state.search(lambda index: names_like(index, typed, 8, kind))
        return JSONResponse(
            [plain_found(each, edition) for each in found], headers={"vary": "Accept", "cache-control": "no-cache"}
        )

    def make(_: Edition, teller: Teller) -> tuple[str, dict[str, Any]]:
        groups: dict[str, list[Found]] = {}
        for each in names_like(teller.engine.index, typed, 60):
            groups.setdefault(each.kind, []).append(each)
        return "search.html", {"typed": typed, "groups": groups, "said": quotations(teller.engine.index, typed)}

    return await page(request, make)


def plain_found(found: Found, edition: Edition) -> dict[str, str | None]:
    """Something found, as JSON values, with its address here."""
    path = link_to(edition.base)(found.iri)
    return {"kind": found.kind, "iri": found.iri, "path": path, "label": found.label, "also": found.also}


async def documents(request: Request) -> Response:
    """``/documents``: all documents, the latest first."""
    return await page(request, lambda _, teller: ("documents.html", {"documents": teller.tell("documents")}))


def columns(answer: Answer | None) -> list[str]:
    """The columns for people: names instead of IRIs, none that stands in no row."""
    if answer is None:
        return []
    said = [c for c in answer.columns if any(row.values.get(c) is not None for row in answer.rows)]
    return [column for column in said if f"{column}_label" not in answer.columns]


async def plain(request: Request, kind: str, iri: str) -> Response:
    """The page of something that has no page of its own: its triples."""

    def make(_: Edition, teller: Teller) -> tuple[str, dict[str, Any]]:
        said, of_it = teller.triples(iri)
        if not said and not of_it:
            raise NotFound(iri)
        return "plain.html", {"kind": kind, "iri": iri, "said": said, "of_it": of_it}

    return await page(request, make)


async def page(request: Request, make: Maker, *, keep: bool = True, status: int = 200) -> Response:
    """The page of this address in the version that is served, made once for as long as it is kept."""
    state = state_of(request)
    edition = state.folder.edition()
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    made = state.shelf.find(edition.state, address) if keep else None
    if made is None:
        made = await state.pages.do(_make, state, edition, make)
        if keep:
            state.shelf.keep(edition.state, address, made)
    return made.response(request, status)


async def sent(request: Request, make: Callable[[Edition, Teller], object]) -> Response:
    """What is made, as JSON, kept as a page is."""
    state = state_of(request)
    edition = state.folder.edition()
    address = f"json {request.url.path}?{request.url.query}"

    def made() -> Made:
        with Teller(edition.path, state.pages, state.settings.limits) as teller:
            return Made.of(json.dumps(make(edition, teller), ensure_ascii=False), "application/json")

    found = state.shelf.find(edition.state, address)
    if found is None:
        found = await state.pages.do(made)
        state.shelf.keep(edition.state, address, found)
    return found.response(request)


def _make(state: State, edition: Edition, make: Maker) -> Made:
    with Teller(edition.path, state.pages, state.settings.limits) as teller:
        try:
            template, shown = make(edition, teller)
        except NotFound:
            raise HTTPException(404) from None
    return Made.of(rendered(template, edition.base, **shown))
