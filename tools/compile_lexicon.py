"""Compile ``ontology/authority/*.ttl`` into the tables that extraction and identity read: bodies, body-ties, states.

``python tools/compile_lexicon.py`` writes them; with ``--check`` it says whether they are in step (exit 1 if not).
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import DCTERMS, ORG, RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kg import resources
from kg.errors import KnowledgeError
from kg.vocabulary import CT, concept

BODY = "https://w3id.org/ct-kg/id/body/"
STATE = URIRef(concept("organisation-kind", "state"))
NOTE = "# Compiled from ontology/authority/*.ttl by tools/compile_lexicon.py (make lexicon): correct that, not this."


def authority() -> Graph:
    """All authority data as one graph."""
    graph = Graph()
    for file in sorted((resources.ontology() / "authority").glob("*.ttl")):
        graph.parse(file)
    return graph


def compiled(graph: Graph) -> dict[str, str]:
    """The text of each table by its file name; raises :class:`kg.errors.KnowledgeError`."""
    return {
        "bodies.tsv": _table(_BODY_COLUMNS, _bodies(graph)),
        "body-ties.tsv": _table(_TIE_COLUMNS, _ties(graph)),
        "states.tsv": _table(_STATE_COLUMNS, _states(graph)),
    }


_BODY_COLUMNS = ("id", "name", "acronym", "aliases", "parent", "kind", "acronym_ambiguous")
_TIE_COLUMNS = ("subject", "relation", "object", "on", "source")
_STATE_COLUMNS = ("id", "name", "official", "aliases", "demonym_adjectives", "demonym_nouns", "capital")


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [NOTE, "\t".join(columns), *("\t".join(row) for row in sorted(rows))]
    return "\n".join(lines) + "\n"


def _bodies(graph: Graph) -> Iterator[tuple[str, ...]]:
    """One row a body. An ambiguous acronym is told only where there is no other: it is no alias."""
    for body in _of_kind(graph, state=False):
        sure, unsure = _texts(graph, body, CT.acronym), _texts(graph, body, CT.ambiguousAcronym)
        acronym = (sure or unsure or [""])[0]
        aliases = [*sure[1:], *_texts(graph, body, SKOS.altLabel)]
        parent = graph.value(body, ORG.subOrganizationOf)
        yield (
            _local(body),
            _one(graph, body, SKOS.prefLabel),
            acronym,
            "|".join(aliases),
            _local(parent) if parent else "",
            _kind(graph, body),
            "1" if acronym and acronym not in sure else "0",
        )


def _ties(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Memberships with the day to which their source testifies; and which body followed which."""
    for membership in sorted(graph.subjects(RDF.type, ORG.Membership)):
        member, body = graph.value(membership, ORG.member), graph.value(membership, ORG.organization)
        if member is None or body is None:
            raise KnowledgeError(f"expected a member and a body, found none at {membership}: ontology/authority/")
        on, source = _one(graph, membership, URIRef(CT.attestedOn)), _one(graph, membership, DCTERMS.source)
        yield _local(member), "member-of", _local(body), on, source
    for later, earlier in sorted(graph.subject_objects(DCTERMS.replaces)):
        yield _local(later), "formerly", _local(earlier), "", ""


def _states(graph: Graph) -> Iterator[tuple[str, ...]]:
    for state in _of_kind(graph, state=True):
        joined = ["|".join(_texts(graph, state, said)) for said in (SKOS.altLabel, CT.adjective, CT.demonym)]
        official, capital = ("|".join(_texts(graph, state, said)) for said in (CT.officialName, CT.capital))
        yield _local(state), _one(graph, state, SKOS.prefLabel), official, *joined, capital


def _of_kind(graph: Graph, *, state: bool) -> list[URIRef]:
    named = {body for body in graph.subjects(SKOS.prefLabel) if isinstance(body, URIRef)}
    return sorted(body for body in named if ((body, ORG.classification, STATE) in graph) == state)


def _texts(graph: Graph, body: Node, said: str | URIRef) -> list[str]:
    """The values of a property, the shortest first."""
    values = {str(value) for value in graph.objects(body, URIRef(said)) if isinstance(value, Literal)}
    for value in values:
        if "|" in value or "\t" in value or value != value.strip():
            raise KnowledgeError(f"expected a form without bar, tab or outer space, found {value!r} at {body}")
    return sorted(values, key=lambda form: (len(form), form))


def _one(graph: Graph, body: Node, said: URIRef) -> str:
    values = list(graph.objects(body, said))
    if len(values) != 1:
        raise KnowledgeError(f"expected one {said} at {body}, found {len(values)}: ontology/authority/")
    return str(values[0])


def _kind(graph: Graph, body: Node) -> str:
    return str(graph.value(body, ORG.classification)).rsplit("/", 1)[1]


def _local(body: Node) -> str:
    if not str(body).startswith(BODY):
        raise KnowledgeError(f"expected an IRI under {BODY}, found {body}: ontology/authority/")
    return str(body).removeprefix(BODY)


def main(arguments: list[str]) -> int:
    """Write the tables, or compare them; returns the exit code."""
    folder: Path = resources.lexicon()
    stale = []
    for name, text in compiled(authority()).items():
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                file.write_text(text, encoding="utf-8")
    if stale:
        print("\n".join(f"{name} was not in step with ontology/authority/" for name in stale), file=sys.stderr)
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
