"""Killable child processes: what comes from strangers, documents and queries, runs in one of these.

The child limits its own memory, the parent keeps the clock and kills; the program that called lives on.
"""

from kg.workers.limits import DOCUMENT, GIBIBYTE, MEBIBYTE, QUERY, VALIDATION, Limits
from kg.workers.pool import Pool
from kg.workers.worker import Worker

__all__ = ["DOCUMENT", "GIBIBYTE", "MEBIBYTE", "QUERY", "VALIDATION", "Limits", "Pool", "Worker"]
