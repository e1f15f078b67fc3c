"""The SPARQL 1.1 Protocol, its query half, and the reading half of the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/.
A limit is an error that names itself, never a shortened answer. Updates are refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.errors import LimitReached
from kg.pages.edition import Most
from kg.store import GRAPH_FORMATS, TABLE_FORMATS, Result, admit
from kg.web.description import service
from kg.web.negotiation import GRAPHS, HTML, TABLES, chosen
from kg.web.settings import Settings, setting
from kg.web.state import body_of, graph_form, state_of

QUERY_BODY, UPDATE_BODY = "application/sparql-query", "application/sparql-update"
FORM_BODY = "application/x-www-form-urlencoded"
_CHARSET = "; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks: the query, its dataset if it names one, and the form of the answer if it says so."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str | None = None

    @property
    def dataset(self) -> dict[str, Sequence[str] | None]:
        """The dataset as the engine takes it: none at all, or both halves."""
        if not self.default_graphs and not self.named_graphs:
            return {"default_graphs": None, "named_graphs": None}
        return {"default_graphs": self.default_graphs, "named_graphs": self.named_graphs}


async def sparql(request: Request) -> Response:
    """``/sparql``: a query by GET or POST; without one, the service description."""
    given = _pairs(request.url.query)
    if request.method == "OPTIONS":
        return Response(None, 204, {"allow": "GET, HEAD, OPTIONS, POST"})
    if request.method in ("GET", "HEAD"):
        if not given:
            return _described(request)
        return await _answered(request, _asked(given))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await body_of(request)
    if kind == FORM_BODY:
        return await _answered(request, _asked([*given, *_pairs(_text(body))]))
    if kind == QUERY_BODY:
        if any(name == "query" for name, _ in given):
            raise HTTPException(400, "expected the query in the body alone, found another in the address")
        return await _answered(request, _asked([*given, ("query", _text(body))]))
    if kind == UPDATE_BODY:
        raise HTTPException(403, _READ_ONLY)
    raise HTTPException(415, f"expected the body as {QUERY_BODY} or {FORM_BODY}, found {kind or 'no content type'}")


_READ_ONLY = "expected a query, found an update; a graph changes by `kg build` alone"


def _asked(pairs: Sequence[tuple[str, str]]) -> Asked:
    if any(name == "update" for name, _ in pairs):
        raise HTTPException(403, _READ_ONLY)
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) != 1:
        raise HTTPException(400, f"expected one query parameter, found {len(queries)}")
    forms = [value for name, value in pairs if name == "format"]
    known = (*TABLE_FORMATS, *GRAPH_FORMATS)
    if any(form not in known for form in forms) or len(forms) > 1:
        raise HTTPException(400, f"expected one format of {', '.join(sorted(known))}")
    return Asked(
        queries[0],
        tuple(value for name, value in pairs if name == "default-graph-uri"),
        tuple(value for name, value in pairs if name == "named-graph-uri"),
        forms[0] if forms else None,
    )


async def _answered(request: Request, asked: Asked) -> Response:
    state = state_of(request)
    try:
        form = admit(asked.query).form
    except LimitReached as error:  # of length or nesting: no later moment will help
        raise HTTPException(400, str(error)) from None
    if not form:
        raise HTTPException(400, "expected SELECT, ASK, CONSTRUCT or DESCRIBE, found none of them")
    kinds: Mapping[str, str] = GRAPHS if form in ("CONSTRUCT", "DESCRIBE") else TABLES
    kind = _media_type(request, asked, kinds)
    result: Result = await state.queries.do(
        lambda: state.folder.edition().query(
            asked.query,
            state.queries,
            state.settings.limits,
            most(state.settings),
            syntax=kinds[kind],
            base=_address(request),
            **asked.dataset,  # type: ignore[arg-type]  # the two graphs keywords of query
        )
    )
    headers = {"vary": "Accept", "cache-control": "no-cache"}
    if asked.form:
        headers["content-disposition"] = f'attachment; filename="result.{_ENDINGS[asked.form]}"'
    return Response(result.body, 200, headers, media_type=typed(kind))


_ENDINGS = {
    "csv": "csv", "json": "json", "jsonld": "jsonld", "ntriples": "nt", "tsv": "tsv", "turtle": "ttl", "xml": "xml",
}  # fmt: skip


def _media_type(request: Request, asked: Asked, kinds: Mapping[str, str]) -> str:
    if asked.form:
        found = next((kind for kind, form in kinds.items() if form == asked.form), None)
        if not found:
            raise HTTPException(
                400, f"expected a format for this form of query: {', '.join(sorted({*kinds.values()}))}"
            )
        return found
    found = chosen(request.headers.get("accept"), kinds) or chosen(request.headers.get("accept"), [HTML])
    if not found:
        raise HTTPException(406, f"expected to be asked for one of {', '.join(kinds)}")
    return next(iter(kinds)) if found == HTML else found


def most(settings: Settings) -> Most:
    """The most of one result."""
    return Most(settings.max_rows, settings.max_bytes, setting("max_rows"), setting("max_bytes"))


def typed(kind: str) -> str:
    """A media type with its charset where one is due (the XML and JSON types know theirs)."""
    return kind + _CHARSET if kind.startswith("text/") else kind


def _address(request: Request) -> str:
    """The address that was asked: what relative IRIs are relative to (RFC 3986, 5.1.3)."""
    return str(request.url.replace(query=""))


def _described(request: Request) -> Response:
    kind = chosen(request.headers.get("accept"), [*GRAPHS, HTML])
    if kind == HTML:
        return RedirectResponse("/query", 303, {"vary": "Accept"})
    return graph_form(service(_address(request), state_of(request).folder.edition()), kind)


async def graph_store(request: Request) -> Response:
    """``/data?default`` or ``/data?graph=IRI``: one graph (https://www.w3.org/TR/sparql11-http-rdf-update/)."""
    pairs = _pairs(request.url.query)
    names = [name for name, _ in pairs]
    if names not in (["default"], ["graph"]):
        raise HTTPException(400, "expected ?default or ?graph=IRI, one of them, once")
    kind = chosen(request.headers.get("accept"), GRAPHS)
    if not kind:
        raise HTTPException(406, f"expected to be asked for one of {', '.join(GRAPHS)}")
    graph = pairs[0][1] if names == ["graph"] else None
    state = state_of(request)
    named = () if graph is None else (graph,)
    result = await state.queries.do(lambda: _graph(request, named, GRAPHS[kind]))
    return Response(result.body, 200, {"vary": "Accept"}, media_type=typed(kind))


def _graph(request: Request, named: Sequence[str], syntax: str) -> Result:
    state = state_of(request)
    edition = state.folder.edition()
    if named and not edition.has_graph(named[0]):
        raise HTTPException(404, "expected the name of a graph of this dataset, found another")
    return edition.query(
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        state.queries,
        state.settings.limits,
        most(state.settings),
        syntax=syntax,
        default_graphs=named or None,
    )


def _pairs(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError:
        raise HTTPException(400, "expected parameters as %-encoded UTF-8, at most 100, found others") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"expected UTF-8, found byte {body[error.start]:#04x} at {error.start}") from None
