"""The tools of an assistant, asked by the official client over standard input and output."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest


def _called(graph: Path, *calls: tuple[str, dict[str, Any]]) -> tuple[list[str], list[Any]]:
    """The names of the tools, and what these calls gave."""
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    started = StdioServerParameters(
        command=sys.executable, args=["-m", "kg", "mcp", "--graph", str(graph), "--quiet"], env=dict(os.environ)
    )

    async def talk() -> tuple[list[str], list[Any]]:
        async with stdio_client(started) as (reading, writing), ClientSession(reading, writing) as session:
            await session.initialize()
            tools = (await session.list_tools()).tools
            assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
            return [tool.name for tool in tools], [await session.call_tool(name, given) for name, given in calls]

    return asyncio.run(talk())


def test_an_assistant_gets_answers_with_their_words(sample_graph: Path) -> None:
    tools, (asked, found, shown, unknown) = _called(
        sample_graph,
        ("ask", {"question": "co-chairs", "parameters": {"official": "Voronkov"}}),
        ("search", {"text": "voronk"}),
        ("show", {"name": "Joanneke Balfourt"}),
        ("ask", {"question": "no-such-question"}),
    )
    assert tools == ["questions", "ask", "search", "show", "evidence"]
    answer = json.loads(asked.content[0].text)
    assert answer["rows"]
    assert all(row["evidence"] for row in answer["rows"])
    assert "Voronkov" in found.content[0].text
    assert "Director" in shown.content[0].text
    assert unknown.is_error
    assert "expected the name of a question" in unknown.content[0].text


def test_a_claim_is_quoted(sample_graph: Path) -> None:
    import kg

    with kg.open(sample_graph) as graph:
        claim = graph.select("SELECT ?c { ?c a ct:Participation } ORDER BY ?c LIMIT 1")[0]["c"]["value"]
    _, (said, none) = _called(
        sample_graph, ("evidence", {"claim": claim}), ("evidence", {"claim": "https://w3id.org/ct-kg/id/none/1"})
    )
    assert json.loads(said.content[0].text)["evidence"][0]["quote"]
    assert none.is_error


@pytest.mark.parametrize("folder", ["nothing"])
def test_a_folder_that_is_no_graph_is_said(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    from kg.cli import run

    assert run(["mcp", "--graph", folder]) == 2
    assert "expected a graph folder" in capsys.readouterr().err
