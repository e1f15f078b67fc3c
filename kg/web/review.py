"""``/review``: what somebody should look at: what does not fit together, what was set aside, who is not named."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import LimitReached
from kg.findings import Findings, check
from kg.pages import Edition, Teller
from kg.questions import load, told
from kg.web.pages import columns, page
from kg.web.state import State, state_of

_UNNAMED, _MOST = "unnamed", 40


async def review(request: Request) -> Response:
    """The page; the findings of a version are looked for once."""
    state = state_of(request)

    def make(edition: Edition, teller: Teller) -> tuple[str, dict[str, Any]]:
        unnamed = load(_UNNAMED)
        return "review.html", {
            "findings": _findings(state, edition),
            "set_aside": edition.set_aside(),
            "question": unnamed,
            "unnamed": told(teller.engine, unnamed, {}, _MOST + 1),
            "most": _MOST,
            "columns": columns,
        }

    return await page(request, make, keep=False)


def _findings(state: State, edition: Edition) -> Findings:
    if edition.state not in state.findings:
        try:
            found = check(edition.path, limits=state.settings.limits, caller=state.pages)
        except LimitReached as error:
            found = Findings((), (("findings", str(error)),))
        state.findings.clear()
        state.findings[edition.state] = found
    return state.findings[edition.state]
