"""What a loader makes of bytes: the text, what the document says of itself, and where its pages begin."""

from dataclasses import dataclass, field

from kg.loaders.metadata import Metadata
from kg.model.text import Part


@dataclass(frozen=True, slots=True)
class Loaded:
    """A text, with what its own format says of it: metadata, and the parts that a reader can turn to."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    parts: tuple[Part, ...] = ()
