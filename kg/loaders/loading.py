"""The door to all loaders: the content chooses one."""

import hashlib

from kg.errors import Unreadable
from kg.loaders import formats, text
from kg.loaders.language import language_of, same_language
from kg.loaders.limits import largest
from kg.loaders.loaded import Loaded
from kg.loaders.metadata import Metadata
from kg.loaders.stretches import stretches
from kg.model.text import Document


def load(data: bytes, name: str, metadata: Metadata | None = None) -> Document:
    """The document in ``data``, in whatever format it is; ``name`` is what it is called, and decides nothing.

    ``metadata`` says more than the document does itself. Raises :class:`kg.errors.Unreadable` with one reason.
    """
    if len(data) > (limit := largest()):
        raise Unreadable(
            f"{name}: expected at most {limit} bytes, found more; split it, or set KG_DOCUMENT_BYTES higher"
        )
    try:
        found = formats.read(data)
    except Unreadable as error:
        raise type(error)(f"{name}: {error}") from None
    known = (metadata or Metadata()).or_else(found.metadata)
    language = _language(found, metadata or Metadata())
    return Document(
        text=found.text,
        sha256=hashlib.sha256(data).hexdigest(),
        name=name,
        title=text.one_line(known.title) or text.headline(found.text) or text.opening(found.text),
        publisher=text.one_line(known.publisher),
        published=known.published,
        published_from=known.published_from,
        publisher_from=known.publisher_from,
        language=language,
        url=known.url,
        parts=found.parts,
        foreign=stretches(found.text, language) if language and not (metadata and metadata.language) else (),
    )


def _language(found: Loaded, known: Metadata) -> str | None:
    """As somebody says who knows it, else as the text is; what a page says of itself counts where the text is short."""
    printed, said = language_of(found.text), found.metadata.language
    return known.language or (said if same_language(said, printed) else printed or said)
