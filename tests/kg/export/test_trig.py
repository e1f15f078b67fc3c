"""Turtle, TriG and N-Quads: read back by two parsers to the same triples, the same bytes from any order."""

import random
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError, UsageError
from kg.export import FORMATS, export
from kg.identity import resolve
from kg.model.actors import Reading
from kg.rdf import attested, derived_graph, document_graph, entity_graph, in_graph
from kg.rdf.terms import integer, iri, text, triple, typed
from kg.vocabulary import CT, PREFIXES, RDF, XSD

BASE = "https://w3id.org/ct-kg/id/"
ENTITIES = f"{BASE}graph/entities"

locals_ = st.text(alphabet="abcXYZ019-_./#%:~", min_size=1, max_size=8).filter(lambda s: "#" not in s and "%" not in s)
iris = st.builds(
    lambda start, local: start + local,
    st.sampled_from([BASE, f"{BASE}official/", CT.iri, PREFIXES["role"], "https://example.org/", "urn:x:"]),
    locals_,
)
literals = st.one_of(
    st.builds(text, st.text()),
    st.builds(text, st.text(), st.sampled_from(["en", "de-AT"])),
    st.builds(integer, st.integers()),
    st.builds(typed, st.sampled_from(["007", "2020-12-02", "+1"]), st.sampled_from([XSD.integer, XSD.date, XSD.gYear])),
)
lines = st.builds(
    triple, iris, st.one_of(st.just(RDF.type), st.just(CT.meeting), iris), st.one_of(st.builds(iri, iris), literals)
)


@st.composite
def quads(draw: Any) -> list[str]:
    graphs = st.sampled_from([ENTITIES, f"{BASE}graph/0123456789abcdef", "https://example.org/g"])
    return [next(in_graph([line], draw(graphs))) for line in draw(st.lists(lines, max_size=12))]


def oxigraph(data: bytes, syntax: pyoxigraph.RdfFormat) -> set[str]:
    return {f"{quad} .\n" for quad in pyoxigraph.parse(data, format=syntax)}


@given(quads())
def test_trig_reads_back_to_the_same_quads(given_: list[str]) -> None:
    expected = oxigraph("".join(given_).encode(), pyoxigraph.RdfFormat.N_QUADS)
    assert oxigraph(export(given_, "trig"), pyoxigraph.RdfFormat.TRIG) == expected
    assert oxigraph(export(given_, "nquads"), pyoxigraph.RdfFormat.N_QUADS) == expected


@given(quads())
def test_turtle_reads_back_to_the_union_with_both_parsers(given_: list[str]) -> None:
    expected = oxigraph(
        "".join(line[: line.rindex(" <")] + " .\n" for line in given_).encode(), pyoxigraph.RdfFormat.N_TRIPLES
    )
    written = export(given_, "turtle")
    assert oxigraph(written, pyoxigraph.RdfFormat.TURTLE) == expected
    normal = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        graph = rdflib.Graph().parse(data=written, format="turtle")
        again = rdflib.Graph().parse(data="".join(sorted(expected)), format="nt")
    finally:
        rdflib.NORMALIZE_LITERALS = normal
    assert set(graph) == set(again)


@given(quads(), st.randoms(use_true_random=False))
def test_the_order_of_lines_leaves_no_trace(given_: list[str], chance: random.Random) -> None:
    shuffled = [*given_, *given_]
    chance.shuffle(shuffled)
    for syntax in FORMATS:
        assert export(given_, syntax) == export(shuffled, syntax)


def test_the_whole_sample(readings: list[Reading]) -> None:
    actors = resolve(readings)
    lines_ = [*in_graph(entity_graph(actors), actors.base.entities)]
    lines_ += in_graph(derived_graph(attested(readings, actors), actors), actors.base.derived)
    for reading in readings:
        lines_ += in_graph(document_graph(*reading, actors), actors.base.graph(reading.document.key))
    expected = oxigraph("".join(lines_).encode(), pyoxigraph.RdfFormat.N_QUADS)
    assert oxigraph(export(lines_, "trig"), pyoxigraph.RdfFormat.TRIG) == expected
    assert len(rdflib.Graph().parse(data=export(lines_, "turtle"))) == len(
        {line[: line.rindex(" <")] for line in lines_}
    )


def test_it_reads_well() -> None:
    co_chair = f"{PREFIXES['role']}co-chair"
    given_ = in_graph(
        [
            triple(f"{BASE}participation/p1", "http://data.europa.eu/m8g/role", iri(co_chair)),
            triple(f"{BASE}participation/p1", CT.count, integer(16)),
            triple(f"{BASE}participation/p1", CT.attestedOn, typed("2020-12-02", XSD.date)),
            triple(f"{BASE}participation/p1", RDF.type, iri(CT.Participation)),
            triple(f"{BASE}participation/p1", CT.form, text('"a"\n')),
        ],
        ENTITIES,
    )
    assert export(given_, "trig").decode() == (
        "@base <https://w3id.org/ct-kg/id/> .\n"
        "@prefix ct: <https://w3id.org/ct-kg/ns#> .\n"
        "@prefix role: <https://w3id.org/ct-kg/ns/role/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "@prefix cv: <http://data.europa.eu/m8g/> .\n"
        "\n"
        "GRAPH <graph/entities> {\n"
        "    <participation/p1> a ct:Participation ;\n"
        "        cv:role role:co-chair ;\n"
        '        ct:attestedOn "2020-12-02"^^xsd:date ;\n'
        "        ct:count 16 ;\n"
        '        ct:form "\\"a\\"\\n" .\n'
        "}\n"
    )


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="turtle, trig, nquads"):
        export([], "rdfxml")


def test_what_is_no_quad_of_ours_is_refused() -> None:
    with pytest.raises(GraphError, match="without blank nodes"):
        export(["_:b <a:p> <a:o> <a:g> .\n"], "trig")
