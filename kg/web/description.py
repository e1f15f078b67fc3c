"""The service description and the VoID description of the dataset, as Turtle."""

from kg.pages import Edition

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
