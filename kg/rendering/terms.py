"""IRIs as people read them."""

from kg.vocabulary import PREFIXES


def short_iri(iri: str) -> str:
    """``ct:Meeting`` for the whole IRI, where a prefix fits and what is left is one step.

    >>> short_iri("https://w3id.org/ct-kg/ns#Meeting")
    'ct:Meeting'
    """
    for prefix, namespace in sorted(PREFIXES.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        local = iri.removeprefix(namespace)
        if local != iri and local and "/" not in local and "#" not in local:
            return f"{prefix}:{local}"
    return iri
