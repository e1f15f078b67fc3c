"""Linked data: every IRI of the graph answers people with a page and programs with triples."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.pages import KINDS
from kg.rdf.terms import iri
from kg.web import pages
from kg.web.endpoint import most, typed
from kg.web.negotiation import GRAPHS, HTML, SUFFIXES, chosen
from kg.web.state import state_of

OTHER_KINDS = (
    "attestation",
    "decision",
    "graph",
    "group",
    "meeting-report",
    "membership",
    "name-use",
    "participation",
    "passage",
    "relation",
    "tenure",
)
"""The kinds of things that have triples, and a plain page, but no page of their own."""
_OFFERS = [HTML, *GRAPHS]
_ABOUT = "CONSTRUCT { ?thing ?p ?o . ?s ?q ?thing } WHERE { { ?thing ?p ?o } UNION { ?s ?q ?thing } }"
_ALL_OF = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


async def identifier(request: Request) -> Response:
    """``/id/KIND/NAME``: the thing itself cannot be sent; what is said of it stands elsewhere (303)."""
    kind = _wanted(request)
    ending = next(ending for ending, media in SUFFIXES.items() if media == kind)
    place = f"/{request.path_params['path']}" + ("" if kind == HTML else f".{ending}")
    return RedirectResponse(place, 303, {"vary": "Accept"})


async def thing(request: Request, kind: str) -> Response:
    """``/KIND/NAME`` and ``/KIND/NAME.ttl``: what is said of a thing, as a page or as triples."""
    name = request.path_params["name"]
    stem, dot, ending = name.rpartition(".")
    suffix = SUFFIXES.get(ending) if dot else None
    wanted = suffix or _wanted(request)
    address = f"{state_of(request).folder.edition().base.iri}{kind}/{stem if suffix else name}"
    if wanted != HTML:
        return await _triples(request, kind, address, wanted)
    if kind in KINDS:
        return await pages.thing(request, kind, address)
    return await pages.plain(request, kind, address)


async def _triples(request: Request, kind: str, address: str, wanted: str) -> Response:
    state = state_of(request)
    edition = state.folder.edition()
    whole = kind == "graph"
    if whole and not edition.has_graph(address):
        raise HTTPException(404)
    result = await state.pages.do(
        lambda: edition.query(
            _ALL_OF if whole else _ABOUT,
            state.pages,
            state.settings.limits,
            most(state.settings),
            syntax=GRAPHS[wanted],
            bindings={} if whole else {"thing": iri(address)},
            default_graphs=(address,) if whole else None,
        )
    )
    if not result.rows:
        raise HTTPException(404)
    headers = {"vary": "Accept", "cache-control": "no-cache", "link": f'<{address}>; rel="describes"'}
    return Response(result.body, 200, headers, media_type=typed(wanted))


def _wanted(request: Request) -> str:
    wanted = chosen(request.headers.get("accept"), _OFFERS)
    if not wanted:
        raise HTTPException(406, f"expected to be asked for one of {', '.join(_OFFERS)}")
    return wanted
