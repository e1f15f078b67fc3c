"""``/network``: who was present with whom, to look at and to filter; and the way between two people."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import UsageError
from kg.pages import Edition, Teller
from kg.pages.company import Company, Wanted, company
from kg.questions.lookup import resolve
from kg.web.negotiation import HTML, chosen
from kg.web.pages import page, sent
from kg.web.templating import link_to

_FIELDS = ("official", "to", "body", "since", "until", "role")


async def network(request: Request) -> Response:
    """The page, or (by ``Accept``) its people and ties as JSON."""
    given = {name: request.query_params.get(name, "").strip()[:200] for name in _FIELDS}

    def make(_: Edition, teller: Teller) -> tuple[str, dict[str, Any]]:
        shown, error = _company(teller, given)
        return "network.html", {"company": shown, "error": error, "given": given, "query": request.url.query}

    def plain(edition: Edition, teller: Teller) -> dict[str, Any]:
        return _plain(_company(teller, given)[0], edition)

    if chosen(request.headers.get("accept"), [HTML, "application/json"]) == HTML:
        return await page(request, make)
    return await sent(request, plain)


def _company(teller: Teller, given: dict[str, str]) -> tuple[Company, str | None]:
    try:
        things = {
            name: tuple(thing.iri for thing in resolve(teller.engine.index, kind, given[name])[0])
            if given[name]
            else ()
            for name, kind in (("official", "official"), ("to", "official"), ("body", "body"))
        }
    except UsageError as error:
        return company(teller, Wanted()), str(error)
    wanted = Wanted(**things, since=given["since"], until=given["until"], role=given["role"])
    return company(teller, wanted), None


def _plain(shown: Company, edition: Edition) -> dict[str, Any]:
    href = link_to(edition.base)
    numbers = {person.iri: number for number, person in enumerate(shown.people)}
    return {
        "people": [{"label": p.label, "path": href(p.iri), "meetings": p.meetings} for p in shown.people],
        "ties": [[numbers[tie.first.iri], numbers[tie.second.iri], len(tie.meetings)] for tie in shown.ties],
    }
