"""``/sparql`` and ``/data`` over a graph of ours: what the W3C's suites (test_protocol.py) leave open."""

import json
import shutil
import socket
import subprocess
import threading
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

ASK = "ASK { ?who a ct:Official }"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
GRAPHS = "https://w3id.org/ct-kg/id/graph/"
NUMBER = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def number(body: bytes) -> int:
    return int(json.loads(body)["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/sparql-results+json"),
    ],
)
def test_query_content_type_select(server: Any, accept: str, kind: str) -> None:
    reply = server.query("SELECT ?name { ?who a ct:Official ; foaf:name ?name } ORDER BY ?name LIMIT 1", accept)
    assert (reply.status, reply.kind, reply.headers["vary"]) == (200, kind, "Accept")
    assert b"name" in reply.body


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "application/n-triples"])
@pytest.mark.parametrize("query", ["CONSTRUCT { ?who a foaf:Person } { ?who a ct:Official }", "DESCRIBE ct:Official"])
def test_query_content_type_graphs(server: Any, query: str, accept: str) -> None:
    reply = server.query(query, accept)
    assert (reply.status, reply.kind) == (200, accept)


def test_a_form_that_nobody_has_is_406(server: Any) -> None:
    assert server.query(ASK, "image/png").status == 406


@pytest.mark.parametrize(
    ("parameters", "defaults", "named"),
    [
        ("default-graph-uri=entities", True, False),
        ("named-graph-uri=entities", False, True),
        ("default-graph-uri=entities&named-graph-uri=derived", True, True),
    ],
)
def test_query_dataset(server: Any, parameters: str, defaults: bool, named: bool) -> None:
    protocol = parameters.replace("=", f"={quote(GRAPHS)}")
    in_default = server.ask(f"/sparql?query={quote(NUMBER)}&{protocol}")
    in_named = server.ask(f"/sparql?query={quote(NUMBER.replace('?s ?p ?o', 'GRAPH ?g { ?s ?p ?o }'))}&{protocol}")
    assert (number(in_default.body) > 0, number(in_named.body) > 0) == (defaults, named)


def test_the_dataset_of_the_protocol_outweighs_that_of_the_query(server: Any) -> None:
    in_query = NUMBER.replace("{", f"FROM <{GRAPHS}derived> {{", 1)
    alone = number(server.query(NUMBER, **{"default-graph-uri": f"{GRAPHS}entities"}).body)
    assert number(server.query(in_query, **{"default-graph-uri": f"{GRAPHS}entities"}).body) == alone


@pytest.mark.parametrize(
    ("name", "method", "path", "body", "kind", "status"),
    [
        ("bad_query_twice", "POST", f"/sparql?query={quote(ASK)}", ASK, QUERY, 400),
        ("no query", "POST", "/sparql", "", FORM, 400),
        ("update_as_query", "GET", f"/sparql?query={quote('CLEAR ALL')}", "", "", 400),
    ],
)
def test_bad_requests(server: Any, name: str, method: str, path: str, body: str, kind: str, status: int) -> None:
    before = number(server.query(NUMBER).body)
    reply = server.ask(path, method, body.encode() or None, {"Content-Type": kind} if kind else {})
    assert reply.status == status, name
    assert reply.kind == "text/plain"
    assert number(server.query(NUMBER).body) == before


def test_an_address_that_is_not_utf8_is_refused(server: Any) -> None:
    assert server.ask("/sparql?query=ASK%20%FF").status == 400


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "application/n-triples"])
def test_service_description(server: Any, accept: str) -> None:
    reply = server.ask("/sparql", headers={"Accept": accept})
    assert (reply.status, reply.kind) == (200, accept)
    assert "http://www.w3.org/ns/sparql-service-description#Service" in reply.text
    assert f"{server.url}/sparql" in reply.text
    assert "BasicFederatedQuery" not in reply.text


def test_the_graph_store_is_read_by_name(server: Any) -> None:
    accept = {"Accept": "application/n-triples"}
    entities = server.ask(f"/data?graph={quote(GRAPHS)}entities", headers=accept)
    whole = server.ask("/data?default", headers=accept)
    assert (entities.status, entities.kind) == (200, "application/n-triples")
    assert set(entities.text.splitlines()) < set(whole.text.splitlines())
    head = server.ask("/data?default", "HEAD", headers=accept)
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(whole.body)))


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_the_graph_store_is_not_written(server: Any, method: str) -> None:
    reply = server.ask("/data?default", method, b"<a:a> <a:a> <a:a> .", {"Content-Type": "text/turtle"})
    assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD")


def test_a_graph_that_is_none_is_404(server: Any) -> None:
    assert server.ask(f"/data?graph={quote(GRAPHS)}none").status == 404
    assert server.ask("/data").status == 400


class Listener:
    """Listens on this machine, and counts who comes."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port, self.heard = self.socket.getsockname()[1], 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                self.socket.accept()[0].close()
            except OSError:
                return
            self.heard += 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "PREFIX s: <http://127.0.0.1:PORT/> SELECT * { { SERVICE s:x { ?s ?p ?o } } }",
        "SELECT * FROM <http://127.0.0.1:PORT/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:PORT/> { GRAPH ?g { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:PORT/>",
        "DESCRIBE <http://127.0.0.1:PORT/> FROM <http://127.0.0.1:PORT/>",
    ],
)
def test_no_query_reaches_outside(server: Any, query: str) -> None:
    listener = Listener()
    reply = server.query(query.replace("PORT", str(listener.port)))
    assert (reply.status, listener.heard) == (400, 0)
    for parameter in ("default-graph-uri", "named-graph-uri"):
        address = f"http://127.0.0.1:{listener.port}/"
        assert server.query(ASK, **{parameter: address}).status == 400
    listener.socket.close()
    assert listener.heard == 0


BOMBS = {
    "product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "sort": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i LIMIT 1",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (!ct:x|^!ct:x)* ?b . ?c (!ct:x|^!ct:x)* ?d . ?e (!ct:x|^!ct:x)* ?f }",
    "words": "SELECT ?z { BIND('0123456789' AS ?v0) "
    + " ".join(f"BIND(CONCAT(?v{n},?v{n},?v{n}) AS ?v{n + 1})" for n in range(30))
    + " BIND(?v30 AS ?z) }",
    "nest": "SELECT * " + "{" * 3000 + "}" * 3000,
}


def test_bombs_are_stopped_while_others_are_answered(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph, KG_QUERY_TIMEOUT="2", KG_SERVE_QUERY_LINE="16")
    replies: dict[str, object] = {}
    threads = [
        threading.Thread(target=lambda name=name, bomb=bomb: replies.update({name: running.query(bomb)}))
        for name, bomb in BOMBS.items()
    ]
    for thread in threads:
        thread.start()
    health = [running.ask("/health").status for _ in range(20)]
    for thread in threads:
        thread.join()
    after = running.query(ASK)
    running.close()
    assert health == [200] * 20
    assert {name: reply.status for name, reply in replies.items()} == {  # type: ignore[attr-defined]
        "product": 503, "sort": 503, "path": 503, "words": 503, "nest": 400,
    }  # fmt: skip
    assert all("KG_QUERY_" in replies[name].text for name in ("product", "sort", "path", "words"))  # type: ignore[attr-defined]
    assert after.status == 200


def test_a_full_line_says_when_to_come_again(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph, KG_QUERY_TIMEOUT="3", KG_SERVE_QUERY_WORKERS="1", KG_SERVE_QUERY_LINE="1")
    replies = []
    threads = [threading.Thread(target=lambda: replies.append(running.query(BOMBS["product"]))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    running.close()
    assert [reply.status for reply in replies] == [503] * 4
    full = [reply for reply in replies if reply.headers["retry-after"]]
    assert len(full) == 2
    assert all("KG_SERVE_QUERY_LINE" in reply.text for reply in full)


@pytest.mark.parametrize("setting", ["KG_SERVE_MAX_ROWS", "KG_SERVE_MAX_BYTES"])
def test_a_result_that_is_too_long_is_an_error_and_not_its_beginning(
    sample_graph: Path, setting: str, serve: Any
) -> None:
    running = serve(sample_graph, **{setting: "700"})
    whole, part = running.query("SELECT * { ?s ?p ?o }"), running.query("SELECT * { ?s ?p ?o } LIMIT 2")
    triples = running.ask("/data?default")
    running.close()
    assert (whole.status, part.status, triples.status) == (400, 200, 400)
    assert setting in whole.text


NAMES = "SELECT ?name { ?who a <https://w3id.org/ct-kg/ns#Official> ; foaf:name ?name } ORDER BY ?name LIMIT 3"


def test_sparqlwrapper_is_answered(server: Any) -> None:
    from SPARQLWrapper import GET, JSON, POST, POSTDIRECTLY, TURTLE, URLENCODED, XML, SPARQLWrapper

    rows = []
    for method, request, form in ((GET, URLENCODED, JSON), (POST, URLENCODED, JSON), (POST, POSTDIRECTLY, JSON)):
        client = SPARQLWrapper(f"{server.url}/sparql", returnFormat=form)
        client.setMethod(method)
        client.setRequestMethod(request)
        client.setQuery(NAMES)
        rows.append([row["name"]["value"] for row in client.queryAndConvert()["results"]["bindings"]])
    assert len(rows[0]) == 3
    assert rows == [rows[0]] * 3
    client = SPARQLWrapper(f"{server.url}/sparql", returnFormat=XML)
    client.setQuery(NAMES)
    assert client.queryAndConvert().toxml().count("<result>") == 3
    client.setQuery("CONSTRUCT { ?who a foaf:Person } { ?who a ct:Official }")
    client.setReturnFormat(TURTLE)
    assert b"foaf:Person" in client.queryAndConvert()
    client.setQuery("INSERT DATA { ct:a ct:b ct:c }")
    client.setMethod(POST)
    with pytest.raises(Exception, match="403"):
        client.query()


def test_rdflib_asks_it_as_a_store(server: Any) -> None:
    from rdflib import Graph
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = Graph(SPARQLStore(f"{server.url}/sparql"))
    found = list(graph.query(NAMES))
    assert len(found) == 3


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
@pytest.mark.parametrize(
    "given",
    [
        ["--get", "--data-urlencode", f"query={NUMBER}"],
        ["--data-urlencode", f"query={NUMBER}"],
        ["--header", "Content-Type: application/sparql-query", "--data", NUMBER],
    ],
)
def test_curl_gets_its_rows(server: Any, given: list[str]) -> None:
    asked = ["curl", "-s", "--fail", *given, "-H", "Accept: text/csv", f"{server.url}/sparql"]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True)
    header, number = done.stdout.split()
    assert (header, int(number) > 0) == ("n", True)
