"""Keep what rdflib and pySHACL say about each other away from people who asked about a graph."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """No deprecation warnings (they use deprecated parts of each other), no traceback for each ill-formed date."""
    rdflib = logging.getLogger("rdflib")
    before = rdflib.level
    rdflib.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        rdflib.setLevel(before)
