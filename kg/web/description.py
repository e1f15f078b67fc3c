"""The service description and the VoID description of the dataset, as Turtle."""

from collections.abc import Iterable, Mapping

from kg.pages import Edition
from kg.vocabulary import TERMS

_SERVICE = """\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{address}> a sd:Service ;
  sd:endpoint <{address}> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:feature sd:UnionDefaultGraph ;
  sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>,
    <http://www.w3.org/ns/formats/SPARQL_Results_XML>, <http://www.w3.org/ns/formats/SPARQL_Results_CSV>,
    <http://www.w3.org/ns/formats/SPARQL_Results_TSV>, <http://www.w3.org/ns/formats/Turtle>,
    <http://www.w3.org/ns/formats/JSON-LD>, <http://www.w3.org/ns/formats/N-Triples> ;
  sd:defaultDataset <{dataset}> .

<{dataset}> a sd:Dataset, void:Dataset ;
  sd:defaultGraph <{dataset}#union> ;
  sd:namedGraph <{dataset}#entities>, <{dataset}#derived> ;
  void:triples {count} .

<{dataset}#union> a sd:Graph ; void:triples {count} .
<{dataset}#entities> a sd:NamedGraph ; sd:name <{entities}> .
<{dataset}#derived> a sd:NamedGraph ; sd:name <{derived}> .
"""


def service(address: str, edition: Edition) -> str:
    """What the endpoint at ``address`` understands and holds (https://www.w3.org/TR/sparql11-service-description/)."""
    dataset = dataset_of(address)
    return _SERVICE.format(
        address=address,
        dataset=dataset,
        count=edition.quads,
        entities=edition.base.entities,
        derived=edition.base.derived,
    )


def dataset_of(address: str) -> str:
    """The IRI of the dataset behind an endpoint."""
    return address.rpartition("/")[0] + "/.well-known/void"


_VOID = """\
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix void: <http://rdfs.org/ns/void#> .

<{address}.well-known/void> a void:Dataset, dcat:Dataset ;
  dcterms:title "Officials who run counter-terrorism, with the words behind every claim"@en ;
  dcterms:identifier "{state}" ;
  void:sparqlEndpoint <{address}sparql> ;
  void:uriSpace "{base}" ;
  void:uriLookupEndpoint <{address}search?q=> ;
  void:vocabulary <{terms}>, <http://www.w3.org/ns/org#>, <http://xmlns.com/foaf/0.1/>, <http://www.w3.org/ns/oa#>,
    <http://www.w3.org/ns/prov#>, <http://www.w3.org/2004/02/skos/core#>, <http://purl.org/dc/terms/>,
    <https://schema.org/>, <http://data.europa.eu/m8g/> ;
  void:feature <http://www.w3.org/ns/formats/Turtle>, <http://www.w3.org/ns/formats/JSON-LD>,
    <http://www.w3.org/ns/formats/N-Triples> ;
  void:dataDump <{address}data?default> ;
  dcat:distribution <{address}.well-known/void#dump> ;
  void:triples {count} .

<{address}.well-known/void#dump> a dcat:Distribution ;
  dcat:downloadURL <{address}data?default> ;
  dcat:mediaType <https://www.iana.org/assignments/media-types/text/turtle> .
"""


def void(address: str, edition: Edition, classes: Iterable[Mapping[str, object]]) -> str:
    """What the dataset at this address holds, with a partition for each class."""
    whole = _VOID.format(
        address=address, state=edition.state, base=edition.base.iri, terms=f"{TERMS}#", count=edition.quads
    )
    node = f"{address}.well-known/void"
    parts = [
        f"<{node}> void:classPartition <{node}#class-{number}> .\n"
        f"<{node}#class-{number}> void:class <{row['class']}> ; void:entities {row['number']} .\n"
        for number, row in enumerate(classes)
    ]
    return whole + "".join(parts)
