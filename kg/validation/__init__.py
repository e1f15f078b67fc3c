"""The gate: shapes admit a graph or refuse it, and say why.

``validating``   the shapes, run over one graph: :func:`validate`
``shapes``       shapes files, read and compiled once
``compiler``     a shapes graph as functions: ``declared`` · ``targets`` · ``paths`` · ``constraints`` · ``shape``
``reference``    pySHACL, the judge: for what the compiler does not know, and to compare
``triples``      one graph in memory; ``terms`` and ``literals`` are what stands in it
``report``       what was found: :class:`Report` and :class:`Violation`, as values, JSON values, ``sh:ValidationReport``
``reading``      RDF files from outside
"""

from kg.validation.reading import read_rdf
from kg.validation.report import Report, Severity, Violation
from kg.validation.validating import validate

__all__ = ["Report", "Severity", "Violation", "read_rdf", "validate"]
