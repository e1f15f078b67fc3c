"""The gate: shapes admit a graph or refuse it, and say why.

``gate``     the shapes, run over one graph (the only module that knows pySHACL)
``report``   what was found: :class:`Report` and :class:`Violation`, as values, JSON values and ``sh:ValidationReport``
``reading``  RDF files from outside, as N-Triples text
"""

from kg.validation.gate import validate
from kg.validation.reading import read_rdf
from kg.validation.report import Report, Severity, Violation

__all__ = ["Report", "Severity", "Violation", "read_rdf", "validate"]
