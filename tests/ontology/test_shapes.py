"""The shapes are plain SHACL Core with messages for people, and each of their constraints can fail."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SH, SKOS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg import resources
from kg.validation import Violation, validate
from kg.vocabulary import CT, PREFIXES, concept

ONTOLOGY = resources.ontology()
SHAPES = sorted((ONTOLOGY / "shapes").glob("*.ttl"))
SHAPE = PREFIXES["shape"]
EACH_FILE = pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.stem)

CORE = {
    *("class", "datatype", "disjoint", "hasValue", "in", "lessThan", "lessThanOrEquals", "maxCount", "minCount"),
    *("minInclusive", "minLength", "nodeKind", "not", "or", "pattern", "property", "uniqueLang"),
    *("qualifiedMaxCount", "qualifiedMinCount", "qualifiedValueShape"),
}
SAID = {"path", "targetClass", "message", "severity", "inversePath", "alternativePath", "zeroOrMorePath"}


def named(graph: Graph, kind: Node) -> list[URIRef]:
    return sorted(each for each in graph.subjects(RDF.type, kind) if isinstance(each, URIRef))


def test_only_core_is_used(shapes: Graph) -> None:
    used = {str(p).removeprefix(str(SH)) for p in shapes.predicates() if str(p).startswith(str(SH))}
    assert used <= CORE | SAID
    assert used >= CORE


def test_patterns_keep_to_what_every_engine_knows(shapes: Graph) -> None:
    patterns = {str(pattern) for pattern in shapes.objects(None, SH.pattern)}
    assert patterns
    assert [pattern for pattern in patterns if re.search(r"\\|\(\?", pattern)] == []


def test_dates_that_may_be_partial_have_a_pattern_beside_the_datatype(shapes: Graph) -> None:
    for datatype in (XSD.gYear, XSD.gYearMonth):
        for each in shapes.subjects(SH.datatype, datatype):
            assert shapes.value(each, SH.pattern) is not None


@EACH_FILE
def test_a_file_stands_alone_and_each_shape_says_what_is_expected(file: Path) -> None:
    graph = Graph().parse(file)
    properties = named(graph, SH.PropertyShape)
    rules = [each for each in named(graph, SH.NodeShape) if graph.value(each, SH.property) is None]
    for each in [*properties, *rules]:
        (message,) = graph.objects(each, SH.message)
        assert isinstance(message, Literal)
        assert message.language == "en"
        assert message.startswith("expected ")
        assert str(each).startswith(SHAPE)
    assert set(graph.objects(None, SH.property)) == set(properties)


def test_each_class_of_ours_has_a_shape(terms: Graph, shapes: Graph) -> None:
    targets = set(shapes.objects(None, SH.targetClass))
    assert [each for each in terms.subjects(RDF.type, OWL.Class) if each not in targets] == []


def test_each_claim_needs_words_a_rule_and_a_tier(shapes: Graph) -> None:
    for claim in ("Attestation", "BodyRelation", "MeetingReport", "NameUse", "Participation"):
        for key, path in (("words", CT.supportedBy), ("rule", CT.rule), ("tier", CT.tier)):
            shape = URIRef(f"{SHAPE}{claim}-{key}")
            assert (shape, SH.path, URIRef(path)) in shapes
            assert (shape, SH.minCount, Literal(1)) in shapes


# Each constraint can fail: the conforming example of its class, changed so that this constraint does not hold.

FRESH = URIRef("https://example.org/fresh")
OTHER = URIRef("https://example.org/other")
Change = Callable[[Graph, Node, Node, Node], None]


def change(parameter: str) -> Change | None:
    """What to do to (graph, focus node, property, value of the parameter) so that the constraint fails."""

    def add(*values: Node) -> Change:
        return lambda graph, focus, path, _: [graph.add((focus, path, value)) for value in values] and None

    def remove(graph: Graph, focus: Node, path: Node, _: Node) -> None:
        graph.remove((focus, path, None))

    def too_many(graph: Graph, focus: Node, path: Node, most: Node) -> None:
        for number in range(int(str(most)) + 1):
            graph.add((focus, path, URIRef(f"{FRESH}-{number}")))

    def out_of_order(graph: Graph, focus: Node, path: Node, later: Node) -> None:
        graph.remove((focus, path, None))
        graph.remove((focus, later, None))
        number = str(path).startswith(PREFIXES["oa"])
        graph.add((focus, path, Literal(2) if number else Literal("2031-05-07", datatype=XSD.date)))
        graph.add((focus, later, Literal(1) if number else Literal("2031-05-06", datatype=XSD.date)))

    def same(graph: Graph, focus: Node, path: Node, other: Node) -> None:
        graph.add((focus, path, FRESH))
        graph.add((focus, other, FRESH))

    def of_another_scheme(graph: Graph, focus: Node, path: Node, schemes: Node) -> None:
        graph.add((focus, path, OTHER))
        graph.add((OTHER, SKOS.inScheme, FRESH))

    def twice(graph: Graph, focus: Node, path: Node, shape: Node) -> None:
        graph.add((focus, path, FRESH))
        graph.add((FRESH, RDF.type, URIRef(PREFIXES["oa"] + "TextPositionSelector")))
        graph.add((FRESH, RDF.type, URIRef(PREFIXES["oa"] + "TextQuoteSelector")))

    return {
        "minCount": remove,
        "hasValue": lambda graph, focus, path, value: graph.remove((focus, path, value)) and None,
        "maxCount": too_many,
        "class": add(FRESH),
        "datatype": add(FRESH),
        "or": add(FRESH),
        "nodeKind": add(Literal("text")),
        "minLength": add(Literal("")),
        "minInclusive": add(Literal(-1)),
        "pattern": add(Literal("!")),
        "uniqueLang": add(Literal("one", "en"), Literal("two", "en")),
        "lessThan": out_of_order,
        "lessThanOrEquals": out_of_order,
        "disjoint": same,
        "in": of_another_scheme,
        "qualifiedMinCount": remove,
        "qualifiedMaxCount": twice,
    }.get(parameter)


def constraints(graph: Graph) -> Iterator[tuple[URIRef, Node, Node, str, Node]]:
    """Shape, its target class, its path, and each parameter with its value."""
    for owner in named(graph, SH.NodeShape):
        for shape in sorted(graph.objects(owner, SH.property)):
            for predicate, value in sorted(graph.predicate_objects(shape)):
                parameter = str(predicate).removeprefix(str(SH))
                if parameter in CORE and parameter != "qualifiedValueShape":
                    yield (
                        URIRef(shape),
                        graph.value(owner, SH.targetClass),
                        graph.value(shape, SH.path),
                        parameter,
                        value,
                    )


def example(file: Path, vocabularies: Graph) -> Graph:
    """The conforming example of a shape file, with the concepts that it names."""
    graph = Graph().parse(ONTOLOGY / "examples" / file.name)
    ahead = set(graph.objects())
    while ahead:
        node = ahead.pop()
        for triple in vocabularies.triples((node, None, None)):
            if triple not in graph and str(triple[1]) not in (SKOS.definition, SKOS.altLabel):
                graph.add(triple)
                ahead.add(triple[2])
    return graph


def broken(graph: Graph, target: Node, shapes: Graph, path: Node, parameter: str, value: Node) -> Graph:
    """The graph, changed at one focus node."""
    changed = Graph()
    for triple in graph:
        changed.add(triple)
    focus = min(changed.subjects(RDF.type, target))
    alter = change(parameter)
    assert alter is not None, f"a way to break sh:{parameter} is missing here"
    if (inverse := shapes.value(path, SH.inversePath)) is not None:
        for subject in list(changed.subjects(inverse, focus)):
            if parameter == "minCount":
                changed.remove((subject, inverse, focus))
        if parameter != "minCount":
            for extra in (FRESH, OTHER):
                changed.add((extra, inverse, focus))
        return changed
    for choice in (shapes.value(path, SH.alternativePath), path):
        if choice is not None and (choice, RDF.first, None) in shapes:
            path = Collection(shapes, choice)[0]
            break
    alter(changed, focus, path, value)
    return changed


@EACH_FILE
def test_each_constraint_can_fail(file: Path, vocabularies: Graph) -> None:
    shapes = Graph().parse(file)
    good = example(file, vocabularies)
    assert validate(good.serialize(format="nt"), shapes=file).violations == ()
    silent = []
    for shape, target, path, parameter, value in constraints(shapes):
        component = f"{SH}{parameter[0].upper()}{parameter[1:]}ConstraintComponent"
        report = validate(broken(good, target, shapes, path, parameter, value).serialize(format="nt"), shapes=file)
        if (str(shape), component) not in {(each.shape, each.component) for each in report.violations}:
            silent.append(f"{shape} sh:{parameter}")
    assert silent == []


LEAGUE = URIRef("https://w3id.org/ct-kg/id/body/northern-league")


def replaced(path: str, *values: Node) -> Callable[[Graph, Node], None]:
    def alter(graph: Graph, focus: Node) -> None:
        graph.remove((focus, URIRef(path), None))
        for value in values:
            graph.add((focus, URIRef(path), value))

    return alter


def typed(*kinds: str) -> Callable[[Graph, Node], None]:
    return lambda graph, focus: [graph.add((focus, RDF.type, URIRef(kind))) for kind in kinds] and None


def too_early(graph: Graph, focus: Node) -> None:
    replaced(CT.status, URIRef(concept("status", "designate")))(graph, focus)
    replaced(CT.startNotAfter, Literal("2031-05-05", datatype=XSD.date))(graph, focus)


def after_its_document(graph: Graph, focus: Node) -> None:
    for name, day in (("startNotBefore", "08"), ("startNotAfter", "08"), ("endNotBefore", "09"), ("endNotAfter", "09")):
        replaced(CT[name], Literal(f"2031-05-{day}", datatype=XSD.date))(graph, focus)


def with_one_co_chair(graph: Graph, focus: Node) -> None:
    graph.add((OTHER, URIRef(CT.meeting), focus))
    graph.add((OTHER, URIRef(PREFIXES["cv"] + "role"), URIRef(concept("role", "co-chair"))))


RULES = {
    "MeetingReport-held": ("meeting-report.ttl", after_its_document),
    "Meeting-co-chairs": ("meeting.ttl", with_one_co_chair),
    "Official-kind": ("official.ttl", typed(PREFIXES["org"] + "Organization")),
    "MeetingSeries-kind": ("meeting-series.ttl", typed(CT.Meeting)),
    "Group-kind": ("group.ttl", typed(PREFIXES["org"] + "Organization")),
    "Participation-leader-is-there": (
        "participation.ttl",
        replaced(CT.presence, URIRef(concept("presence", "message"))),
    ),
    "Participation-capacity-of-a-person": ("participation.ttl", replaced(PREFIXES["cv"] + "hasParticipant", LEAGUE)),
    "Attestation-designate": ("attestation.ttl", too_early),
    "NameUse-honorific-of-a-person": ("name-use.ttl", replaced(CT.names, LEAGUE)),
    "Document-issued-bounds": ("document.ttl", replaced(CT.issuedNotAfter)),
}


def judged(rule: str, vocabularies: Graph, alter: Callable[[Graph, Node], None] | None = None) -> list[Violation]:
    """The results of one rule on its example, altered."""
    file = ONTOLOGY / "shapes" / RULES[rule][0]
    graph = example(file, vocabularies)
    target = Graph().parse(file).value(URIRef(SHAPE + rule), SH.targetClass)
    (alter or RULES[rule][1])(graph, min(graph.subjects(RDF.type, target)))
    return [
        each for each in validate(graph.serialize(format="nt"), shapes=file).violations if each.shape == SHAPE + rule
    ]


def test_the_rules_here_are_all_there_are(shapes: Graph) -> None:
    rules = {each for each in named(shapes, SH.NodeShape) if shapes.value(each, SH.property) is None}
    assert {str(each).removeprefix(SHAPE) for each in rules} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_can_fail(rule: str, vocabularies: Graph) -> None:
    assert len(judged(rule, vocabularies)) == 1


@pytest.mark.parametrize("presence", ["message", "invited", "absent", "mentioned"])
@pytest.mark.parametrize("role", ["chair", "host", "organiser", "participant", "speaker"])
def test_who_leads_is_there_and_who_takes_part_may_be_invited(role: str, presence: str, vocabularies: Graph) -> None:
    def alter(graph: Graph, focus: Node) -> None:
        for iri in (concept("role", role), concept("role", "leading"), concept("presence", presence)):
            for triple in vocabularies.triples((URIRef(iri), None, None)):
                graph.add(triple)
        replaced(PREFIXES["cv"] + "role", URIRef(concept("role", role)))(graph, focus)
        replaced(CT.presence, URIRef(concept("presence", presence)))(graph, focus)

    leads = role in {"chair", "host", "organiser"}
    assert len(judged("Participation-leader-is-there", vocabularies, alter)) == leads


@pytest.mark.parametrize(
    ("start", "attested", "finding"),
    [
        ("2031-06-01", Literal("2031-05-06", datatype=XSD.date), False),
        ("2031-05-05", Literal("2031-05-06", datatype=XSD.date), True),
        ("2031-05-05", Literal("2031-05", datatype=XSD.gYearMonth), False),
        ("2031-05-05", None, False),
    ],
)
def test_a_designate_who_started_before_is_a_finding_where_days_are_known(
    start: str, attested: Literal | None, finding: bool, vocabularies: Graph
) -> None:
    def alter(graph: Graph, focus: Node) -> None:
        replaced(CT.status, URIRef(concept("status", "designate")))(graph, focus)
        replaced(CT.startNotAfter, Literal(start, datatype=XSD.date))(graph, focus)
        replaced(CT.attestedOn, *([attested] if attested else []))(graph, focus)

    found = judged("Attestation-designate", vocabularies, alter)
    assert [str(each.severity) for each in found] == ["warning"] * finding
