"""Bytes → Document: one module a format, chosen by the content, never by the name.

``loading``   the door: bytes, name and metadata → Document
``formats``   which format bytes are in
``encoding``  bytes → characters
``text``      plain text and Markdown
``webpage``   HTML: its tree (``elements``), the release in it (``main_text``), its lines (``layout``), and what it says
              of itself (``page_metadata``)
``mail``      e-mail
``word``      DOCX
``pdf``       PDF, and what its pages print (``print_lines``)
``metadata``  what is known of a document beside its text: sidecar files
``finding``   which files are documents
"""

from kg.loaders.finding import Found, Source, find
from kg.loaders.formats import ENDINGS
from kg.loaders.loading import MAX_DOCUMENT_BYTES, largest, load
from kg.loaders.metadata import Metadata, sidecar

__all__ = ["ENDINGS", "MAX_DOCUMENT_BYTES", "Found", "Metadata", "Source", "find", "largest", "load", "sidecar"]
