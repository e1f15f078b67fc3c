"""Questions as forms with addresses that can be shared, and as JSON for programs; the description of both (OpenAPI)."""

import json
import re
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import UsageError
from kg.model.answers import Answer
from kg.pages import Edition, Teller
from kg.pages.search import search
from kg.questions import Question, ask, load, names, questions, show
from kg.questions.parameters import ENTITIES, KINDS
from kg.rendering.plain import answer_as_csv
from kg.web.pages import columns, page, plain_found
from kg.web.shelf import Made
from kg.web.state import State, state_of

ON_A_PAGE, IN_JSON = 300, 5_000
"""Rows of one answer, on a page and in JSON; an answer says if there were more."""
_LONGEST = 300


async def listing(request: Request) -> Response:
    """``/ask``: the questions that can be asked."""
    return await page(request, lambda *_: ("questions.html", {"questions": questions(), "tags": _tags()}))


async def form(request: Request) -> Response:
    """``/ask/NAME``: a question as a form, and its answer when something was filled in or asked for."""
    question = _question(request)
    if request.query_params.get("format") == "csv":
        answer = await _answer(request, question, IN_JSON)
        name = {"content-disposition": f'attachment; filename="{question.name}.csv"'}
        return Response(answer_as_csv(answer, evidence=True), 200, name, media_type="text/csv")

    def make(edition: Edition, _: Teller) -> tuple[str, dict[str, Any]]:
        answer, error = None, None
        if request.url.query:
            try:
                answer = _asked(state_of(request), edition, question, _given(request), ON_A_PAGE)
            except UsageError as wrong:
                error = str(wrong)
        shown: dict[str, Any] = {"question": question, "kinds": KINDS, "entities": ENTITIES, "given": _given(request)}
        shown |= {"answer": answer, "error": error, "query": request.url.query, "columns": columns(answer)}
        return "question.html", shown | {"graded": bool(answer and any(row.grade for row in answer.rows))}

    return await page(request, make)


async def api_ask(request: Request) -> Response:
    """``/api/ask/NAME``: the answer as ``kg ask --format json`` gives it."""
    question = _question(request)
    if blank := [
        name for name, value in _only(request, tuple(question.parameters)).items() if not re.search(_SEEN, value)
    ]:
        raise HTTPException(400, f"expected {blank[0]} with a value or not at all, found it blank")
    return JSONResponse((await _answer(request, question, IN_JSON)).to_plain(), headers=_FRESH)


async def api_questions(request: Request) -> Response:
    """``/api/questions``: the names of the questions, and what each takes."""
    plain = [{"name": q.name, "summary": q.summary, "parameters": dict(q.parameters)} for q in questions()]
    return _kept(request, plain)


async def api_search(request: Request) -> Response:
    """``/api/search?q=``: what a name may mean."""
    given = _only(request, ("q", "kind"))
    if not re.search(_SEEN, given.get("q", "")):
        raise HTTPException(400, "expected q, some letters of a name, found none")
    if given.get("kind", ENTITIES[0]) not in _PAGES:
        raise HTTPException(400, f"expected a kind of {', '.join(_PAGES)}, found another")
    state = state_of(request)
    edition = state.folder.edition()
    found = await state.search(lambda index: search(index, given["q"], 50, given.get("kind")))
    return JSONResponse([plain_found(each, edition) for each in found], headers=_FRESH)


async def api_show(request: Request) -> Response:
    """``/api/show?name=``: all that is known of whatever bears a name."""
    name = _only(request, ("name",)).get("name", "")
    if not re.search(_SEEN, name):
        raise HTTPException(400, "expected a name, found none")
    state = state_of(request)
    edition = state.folder.edition()
    limits = state.settings.limits
    sections = await state.pages.do(
        lambda: show(edition.path, name, limits=limits, max_rows=ON_A_PAGE, caller=state.pages)
    )
    return JSONResponse([section.to_plain() for section in sections], headers=_FRESH)


async def api(request: Request) -> Response:
    """``/api``: the JSON API described for people."""
    return await page(request, lambda *_: ("api.html", {"questions": questions()}))


async def openapi(request: Request) -> Response:
    """``/api/openapi.json``: the JSON API described for programs (https://spec.openapis.org/oas/v3.1.0)."""
    return _kept(request, description())


_FRESH = {"cache-control": "no-cache"}
_PAGES = ("official", "body", "post", "meeting", "series", "document")


def _kept(request: Request, plain: object) -> Response:
    return Made.of(json.dumps(plain, ensure_ascii=False), "application/json").response(request)


def _question(request: Request) -> Question:
    name = request.path_params["name"]
    if name not in names():
        raise HTTPException(404)
    return load(name)


def _tags() -> list[str]:
    return sorted({question.tags[0] for question in questions() if question.tags})


async def _answer(request: Request, question: Question, most: int) -> Answer:
    state, given = state_of(request), _given(request)
    return await state.pages.do(lambda: _asked(state, state.folder.edition(), question, given, most))


def _asked(state: State, edition: Edition, question: Question, given: Mapping[str, str], most: int) -> Answer:
    limits = state.settings.limits
    return ask(edition.path, question.name, given, limits=limits, max_rows=most, caller=state.pages)


def _given(request: Request) -> dict[str, str]:
    """The parameters that were filled in; a switch that is set says true."""
    given = _only(request, (*_question(request).parameters, "format", "go"))
    return {
        name: "true" if KINDS[name] == "switch" and value == "on" else value
        for name, value in given.items()
        if name in KINDS and value.strip()
    }


def _only(request: Request, known: tuple[str, ...]) -> dict[str, str]:
    given = request.query_params.multi_items()
    for name, value in given:
        if name not in known:
            raise HTTPException(400, f"expected the parameters {', '.join(known)}, found {name[:50]!r}")
        if len(value) > _LONGEST:
            raise HTTPException(400, f"expected {name} of at most {_LONGEST} characters, found {len(value)}")
    if len({name for name, _ in given}) < len(given):
        raise HTTPException(400, "expected each parameter once, found one twice")
    return dict(given)


def description() -> dict[str, Any]:
    """The JSON API as OpenAPI 3.1: one path a question, made from its file."""
    error = {"description": "What was expected and found.", "content": {"application/json": {"schema": _REF["Error"]}}}
    refused = {"400": error, "404": error, "503": error}

    def path(summary: str, schema: Mapping[str, Any], parameters: list[dict[str, Any]]) -> dict[str, Any]:
        fine = {"description": "The answer.", "content": {"application/json": {"schema": schema}}}
        return {"get": {"summary": summary, "parameters": parameters, "responses": {"200": fine, **refused}}}

    def given(name: str, text: str, schema: Mapping[str, Any], *, required: bool = False) -> dict[str, Any]:
        return {"name": name, "in": "query", "description": text, "required": required, "schema": dict(schema)}

    paths = {
        f"/api/ask/{q.name}": path(
            q.summary,
            _REF["Answer"],
            [given(n, text, _SCHEMAS.get(KINDS[n], _NAME)) for n, text in q.parameters.items()],
        )
        for q in questions()
    }
    listed = {"type": "array", "items": {"type": "object"}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ct-kg",
            "version": ".".join(version("ct-kg").split(".")[:1]),
            "description": "Who runs counter-terrorism: every row with the words of the documents that say it.",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "paths": {
            "/api/questions": path("The questions that can be asked", listed, []),
            "/api/search": path(
                "What a name may mean",
                listed,
                [
                    given("q", "some letters of a name", _NAME, required=True),
                    given("kind", "only of this kind", {"type": "string", "enum": list(_PAGES)}),
                ],
            ),
            "/api/show": path(
                "All that is known of whatever bears a name",
                listed,
                [given("name", "a name or IRI", _NAME, required=True)],
            ),
            **paths,
        },
        "components": {"schemas": _COMPONENTS},
    }


_SEEN = r"[^\s\x00-\x20\x7f-\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff]"
_NAME = {"type": "string", "minLength": 1, "maxLength": _LONGEST, "pattern": _SEEN}
_DATE = {"type": "string", "pattern": r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?$"}
_SCHEMAS: dict[str, Mapping[str, Any]] = {
    "day": {"type": "string", "format": "date"},
    "since": _DATE,
    "until": _DATE,
    "switch": {"type": "string", "enum": ["true", "false"]},
}
_REF = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("Answer", "Error", "Words")}
_TEXT, _TEXT_OR_NONE = {"type": "string"}, {"type": ["string", "null"]}
_COMPONENTS: dict[str, Any] = {
    "Error": {"type": "object", "required": ["error"], "properties": {"error": _TEXT}},
    "Words": {
        "type": "object",
        "required": ["document", "title", "published", "quote", "start", "end", "page"],
        "properties": {
            "document": _TEXT, "title": _TEXT, "published": _TEXT_OR_NONE, "quote": _TEXT,
            "start": {"type": "integer"}, "end": {"type": "integer"}, "page": {"type": ["integer", "null"]},
            "element": _TEXT, "also": {"type": "array", "items": _TEXT},
        },
    },
    "Decided": {
        "type": "object",
        "required": ["verdict", "rule", "forms", "who", "when", "why"],
        "properties": {
            "verdict": _TEXT, "rule": _TEXT, "forms": {"type": "array", "items": _TEXT},
            "who": _TEXT, "when": _TEXT, "why": _TEXT,
        },
    },
    "Answer": {
        "type": "object",
        "required": ["question", "parameters", "columns", "rows", "truncated", "notes"],
        "properties": {
            "question": _TEXT,
            "parameters": {"type": "object", "additionalProperties": _TEXT},
            "columns": {"type": "array", "items": _TEXT},
            "truncated": {"type": "boolean"},
            "notes": {"type": "array", "items": {"type": "string"}, "description": "What was guessed of the names"},
            "decided": {"type": "array", "items": {"$ref": "#/components/schemas/Decided"}},
            "rows": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["tier", "evidence"],
                    "properties": {
                        "tier": _TEXT_OR_NONE,
                        "grade": _TEXT_OR_NONE,
                        "evidence": {"type": "array", "items": {"$ref": "#/components/schemas/Words"}},
                    },
                },
            },
        },
    },
}  # fmt: skip
