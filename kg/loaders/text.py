"""Plain text and Markdown, in any encoding; never a character dropped in silence."""

import re
import unicodedata

from kg.errors import Unreadable
from kg.loaders.encoding import decode
from kg.loaders.loaded import Loaded

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_MOST_CONTROLS = 0.01
# What XML 1.0 cannot hold: SPARQL results and RDF/XML with it would not be well-formed (XML 1.0, production 2).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# They turn the order in which words are shown: what a reader sees would not be what is quoted (UAX #9, table 1).
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Where a word may be broken, or its letters may not touch: nobody sees them, and they part a word for who reads it.
_IN_WORDS = "\u00ad|(?<=[A-Za-z])\u200c(?=[A-Za-z])"
_UNSEEN = re.compile(f"[{_BIDIRECTIONAL}]|{_IN_WORDS}")
_LIGATURES = str.maketrans(
    dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", "ff fi fl ffi ffl st st".split(), strict=True))
)
_HEADLINE_MOST = 200


def read(data: bytes) -> Loaded:
    r"""The text in ``data``, line ends as ``\n``; raises :class:`kg.errors.Unreadable`.

    Offsets count in what is returned: a byte order mark is left out, ``\r\n`` and ``\r`` become ``\n``, each control
    character (form feed and the like) becomes one space, and the invisible ones that turn the direction of writing are
    left out. Markdown stays as it is printed.
    """
    if not data.strip():
        raise Unreadable("expected a text, found an empty file")
    if not data.startswith(_WIDE_MARKS) and (at := data.find(0)) >= 0:
        raise Unreadable(f"expected a text, found a binary file (a zero byte at offset {at})")
    text = decode(data)
    if (controls := len(_UNWRITABLE.findall(text))) > _MOST_CONTROLS * len(text):
        raise Unreadable(f"expected a text, found a binary file ({controls} control characters in {len(text)})")
    return Loaded(printable(text.replace("\r\n", "\n").replace("\r", "\n")))


def printable(text: str) -> str:
    """A text that can be written anywhere; raises ``Unreadable`` if nothing is left but space.

    Each character that XML cannot hold is one space; those that nobody sees (marks of direction, soft hyphens) are left
    out.
    """
    plain = cleaned(text)
    if not plain.strip():
        raise Unreadable("expected a text, found nothing but space")
    return plain


def cleaned(text: str) -> str:
    """A text without the characters that no text of ours has; see :func:`printable`.

    Letters are single characters, whoever set them: an accent with its letter (NFC), "fi" as two.
    """
    plain = _UNSEEN.sub("", _UNWRITABLE.sub(" ", text))
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain.translate(_LIGATURES))


def one_line(said: str | None) -> str | None:
    """What is said of a document, on one line, or None if that is nothing."""
    return " ".join(cleaned(said or "").split()) or None


def headline(text: str) -> str | None:
    r"""The first line that is not empty, if it looks like a headline: short, no final stop, something after it.

    >>> headline("\n# Third dialogue held in New York\n\nThe EU and the UN met.")
    'Third dialogue held in New York'
    >>> headline("The EU and the UN met.") is None
    True
    """
    first, _, rest = text.lstrip().partition("\n")
    line = " ".join(first.strip().strip("#*_ ").split())
    fits = 0 < len(line) <= _HEADLINE_MOST and line[-1] not in ".:;," and any(c.isalpha() for c in line)
    return line if fits and rest.strip() else None
