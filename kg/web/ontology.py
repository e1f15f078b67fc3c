"""``/ns``: the ontology for people and programs; ``/.well-known/void``: what the dataset holds."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.pages import Edition, Teller
from kg.pages.ontology import ontology, turtle
from kg.web.description import void
from kg.web.negotiation import GRAPHS, HTML, SUFFIXES, chosen
from kg.web.pages import page
from kg.web.state import graph_form, state_of

_OFFERS = [HTML, *GRAPHS]


async def namespace(request: Request) -> Response:
    """``/ns`` and ``/ns.ttl``: the whole ontology with its vocabularies."""
    ending = request.path_params.get("ending")
    if ending is not None and ending not in SUFFIXES:
        raise HTTPException(404)
    wanted = SUFFIXES[ending] if ending else chosen(request.headers.get("accept"), _OFFERS)
    if wanted == HTML:
        return await page(request, lambda *_: ("ontology.html", {"ontology": ontology()}))
    return graph_form(turtle() or "", wanted)


async def concepts(request: Request) -> Response:
    """``/ns/role/co-chair``: a place on the page of the ontology, or the vocabulary in which it stands."""
    name = request.path_params["name"]
    stem, dot, ending = name.rpartition(".")
    suffix = SUFFIXES.get(ending) if dot else None
    known = stem if suffix else name
    said = turtle(known)
    if said is None:
        raise HTTPException(404)
    wanted = suffix or chosen(request.headers.get("accept"), _OFFERS)
    if wanted == HTML:
        return RedirectResponse(f"/ns#{known}", 303, {"vary": "Accept"})
    return graph_form(said, wanted)


async def dataset(request: Request) -> Response:
    """``/.well-known/void``: the dataset described (https://www.w3.org/TR/void/)."""
    state = state_of(request)
    wanted = chosen(request.headers.get("accept"), [*GRAPHS, HTML])

    def make(edition: Edition, teller: Teller) -> tuple[str, dict[str, Any]]:
        return "dataset.html", {"classes": teller.count("classes"), "edition": edition}

    if wanted == HTML:
        return await page(request, make)
    edition = state.folder.edition()
    with Teller(edition.path, state.pages, state.settings.limits) as teller:
        classes = await state.pages.do(teller.count, "classes")
    return graph_form(void(str(request.base_url), edition, classes), wanted)
