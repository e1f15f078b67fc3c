"""Where the data files live: ontology, questions, lexicon, sample documents.

In a checkout ``ontology/`` and ``queries/`` stand at the top; in a wheel they travel under ``kg/_shared/``.
This is the only module that knows both places.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shared(name: str) -> Path:
    packed = _PACKAGE / "_shared" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def ontology() -> Path:
    """The folder of the ontology: terms, shapes, vocabularies, authority data, examples (Turtle)."""
    return _shared("ontology")


def queries() -> Path:
    """The folder of the questions, one ``.rq`` file each."""
    return _shared("queries")


def lexicon() -> Path:
    """The folder of the word tables that extraction reads."""
    return _PACKAGE / "extraction" / "lexicon"


def publishers() -> Path:
    """The folder of the publishers' descriptors (TOML)."""
    return _PACKAGE / "extraction" / "publishers"


def sample() -> Path:
    """The folder of the sample documents."""
    return _PACKAGE / "sample"
