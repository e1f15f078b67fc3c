"""The W3C's suites for the SPARQL 1.1 Protocol and Service Description (tests/sparql-protocol/README.md)."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import rdflib

SUITE = tomllib.loads((Path(__file__).parents[2] / "sparql-protocol" / "tests.toml").read_text(encoding="utf-8"))
SD = "http://www.w3.org/ns/sparql-service-description#"
FORM = "application/x-www-form-urlencoded"
KINDS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "table": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"),
    "graph": ("text/turtle", "application/n-triples"),
}


def encoded(pairs: list[list[str]]) -> str:
    return urlencode([(name, value) for name, value in pairs])


def sent(endpoint: Any, test: Mapping[str, Any]) -> Any:
    body = encoded(test["form"]) if "form" in test else test.get("body", "")
    kind = FORM if "form" in test else test.get("type", "")
    address = f"/sparql?{encoded(test['address'])}" if "address" in test else "/sparql"
    return endpoint.ask(
        address,
        test.get("method", "POST" if body else "GET"),
        body.encode(test.get("encoding", "utf-8")) or None,
        {"Content-Type": kind} if kind else {},
    )


def test_the_suite_is_whole() -> None:
    names = {test["name"] for test in SUITE["test"]}
    assert (len(SUITE["test"]), len(names)) == (34, 34)


@pytest.mark.parametrize("test", SUITE["test"], ids=lambda test: test["name"])
def test_protocol(endpoint: Any, test: Mapping[str, Any]) -> None:
    everything = "/data?default"
    before = endpoint.ask(everything).body
    reply = sent(endpoint, test)
    if test["expect"] == "refused":
        assert 400 <= reply.status < 500
    else:
        assert reply.status == 200
        assert reply.kind in KINDS["boolean" if test["expect"] == "true" else test["expect"]]
    if test["expect"] == "true":
        assert json.loads(reply.body)["boolean"] is True
    assert endpoint.ask(everything).body == before


@pytest.fixture(scope="module")
def description(endpoint: Any) -> rdflib.Graph:
    return rdflib.Graph().parse(data=endpoint.ask("/sparql").text, format="turtle")


def test_returns_rdf(endpoint: Any) -> None:
    reply = endpoint.ask("/sparql")
    assert (reply.status, reply.kind) == (200, "text/turtle")
    assert len(rdflib.Graph().parse(data=reply.text, format="turtle")) > 0


def test_has_endpoint_triple(endpoint: Any, description: rdflib.Graph) -> None:
    (service,) = description.subjects(rdflib.RDF.type, rdflib.URIRef(f"{SD}Service"))
    assert list(description.objects(service, rdflib.URIRef(f"{SD}endpoint"))) == [
        rdflib.URIRef(f"{endpoint.url}/sparql")
    ]


def test_conforms_to_schema(description: rdflib.Graph) -> None:
    found = [
        (str(name).removeprefix(SD), owner, value) for owner, name, value in description if str(name).startswith(SD)
    ]
    assert {name for name, _, _ in found} <= SUITE["description"].keys()
    for name, owner, value in found:
        of, to = SUITE["description"][name]
        assert is_a(description, owner, of) and is_a(description, value, to), name  # noqa: PT018 - one law
    assert {"endpoint", "supportedLanguage", "resultFormat", "defaultDataset"} <= {name for name, _, _ in found}


def is_a(description: rdflib.Graph, thing: Any, kind: str) -> bool:
    """Whether it is said to be of that class, or is known to be: a resource, an instance, a format of the W3C."""
    return (
        (isinstance(thing, rdflib.URIRef) and (not kind or kind == "Format"))
        or str(thing).removeprefix(SD) in SUITE["description-instances"].get(kind, ())
        or (thing, rdflib.RDF.type, rdflib.URIRef(SD + kind)) in description
    )
