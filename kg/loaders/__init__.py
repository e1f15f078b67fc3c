"""Bytes → Document: one module a format, chosen by the content, never by the name.

``loading``   the door: bytes, name and metadata → Document
``formats``   which format bytes are in
``encoding``  bytes → characters
``text``      plain text and Markdown
``webpage``   HTML: its tree (``elements``), the release in it (``main_text``, ``page_headline``, ``page_furniture``),
              its lines (``page_layout``, ``page_tables``), what it says of itself (``page_metadata``, ``printed_days``)
``mail``      e-mail; what of its text is its own (``mail_text``)
``word``      DOCX; one part of it (``word_parts``)
``layout``    lines in the making, for all that have blocks (``line_ends``)
``pdf``       PDF: the pieces that its pages print, in order (``print_order``), tables (``print_tables``), and lines and
              paragraphs (``print_lines``)
``opening``   documents in documents: ``archives`` (zip) and ``attachments`` (of mails)
``language``  in which language a text is
``metadata``  what is known of a document beside its text, from ``sidecars`` and a ``manifest`` (``tables`` both)
``finding``   which files are documents
"""

from kg.loaders.finding import Found, Source, find
from kg.loaders.holding import MOST_DOCUMENTS, may_hold
from kg.loaders.limits import DEEPEST, MAX_DOCUMENT_BYTES, largest
from kg.loaders.loading import load
from kg.loaders.manifest import Listed, read_manifest
from kg.loaders.metadata import Metadata
from kg.loaders.naming import ENDINGS
from kg.loaders.opening import member, members
from kg.loaders.sidecars import sidecar, without_file

__all__ = [
    "DEEPEST",
    "ENDINGS",
    "MAX_DOCUMENT_BYTES",
    "MOST_DOCUMENTS",
    "Found",
    "Listed",
    "Metadata",
    "Source",
    "find",
    "largest",
    "load",
    "may_hold",
    "member",
    "members",
    "read_manifest",
    "sidecar",
    "without_file",
]
