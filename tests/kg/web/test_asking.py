"""Questions as forms with addresses, and the JSON API as its description says."""

import csv
import html
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

BROWSER = {"Accept": "text/html"}


def test_every_question_has_its_form(server: Any) -> None:
    from kg.questions import questions

    listed = server.ask("/ask", headers=BROWSER).text
    for question in questions():
        assert f'href="/ask/{question.name}"' in listed
        form = server.ask(f"/ask/{question.name}", headers=BROWSER)
        assert form.status == 200
        assert all(f'name="{name}"' in form.text for name in question.parameters)


def test_an_answer_has_an_address_and_its_words(server: Any) -> None:
    page = server.ask("/ask/co-chairs?official=Voronkov&go=1", headers=BROWSER).text
    quotes = re.findall(r'<q><a href="(/document/\w+)#w\d+-\d+">([^<]+)</a>', page)
    assert quotes
    said = html.unescape(server.ask(quotes[0][0], headers=BROWSER).text)
    assert html.unescape(quotes[0][1]).split()[0] in said


def test_the_api_answers_as_the_command_line_does(server: Any, sample_graph: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "ask", "holders", "--body", "UNOCT", "--graph", str(sample_graph),
         "--format", "json"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert json.loads(server.ask("/api/ask/holders?body=UNOCT").body) == json.loads(done.stdout)


def test_an_answer_can_be_taken_away_as_csv(server: Any) -> None:
    reply = server.ask("/ask/met?official=Voronkov&format=csv")
    rows = list(csv.DictReader(io.StringIO(reply.text)))
    assert (reply.kind, len(rows) > 0) == ("text/csv", True)
    assert "attachment" in reply.headers["content-disposition"]


def test_a_name_that_nobody_bears_is_answered_with_the_nearest(server: Any) -> None:
    page = server.ask("/ask/holders?official=Voronkof", headers=BROWSER)
    assert (page.status, "Voronkov" in page.text) == (200, True)
    reply = server.ask("/api/ask/holders?official=Voronkof")
    assert (reply.status, "Voronkov" in json.loads(reply.body)["error"]) == (404, True)


@pytest.mark.parametrize(
    "address",
    ["/api/ask/holders?nonsense=1", "/api/ask/holders?official=a&official=b", "/api/search", "/api/show?name=%20",
     f"/api/ask/holders?official={'x' * 301}", "/api/ask/holders?as_of=yesterday", "/api/search?q=a&kind=cat"],
)  # fmt: skip
def test_what_is_wrong_is_said(server: Any, address: str) -> None:
    reply = server.ask(address)
    assert (reply.status, reply.kind) == (400, "application/json")
    assert "expected" in json.loads(reply.body)["error"]


@pytest.mark.parametrize(
    "typed", ['" } DROP ALL #', "x> . ?s ?p ?o", "'); --", "{{ 770*770 }}", "<script>", "\\", "?x"]
)
def test_no_parameter_becomes_a_query(server: Any, typed: str) -> None:
    assert server.ask(f"/api/ask/holders?official={quote(typed)}").status == 404
    assert server.ask(f"/api/ask/met?meeting={quote(typed)}").status == 404
    page = server.ask(f"/ask/holders?official={quote(typed)}", headers=BROWSER)
    assert (page.status, "<script>" in page.text) == (200, False)


def test_schemathesis_finds_nothing(server: Any, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "schemathesis"), "run", f"{server.url}/api/openapi.json",
         "--max-examples", "2", "--phases", "examples,coverage,fuzzing", "--seed", "7", "--no-color",
         "--generation-database", "none", "--workers", "1"],
        capture_output=True, encoding="utf-8", check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-6000:]
