"""Plain text and Markdown, in any encoding; never a character dropped in silence."""

import re
import textwrap
import unicodedata
from itertools import takewhile

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
_HEADLINE_LEAST = 5  # words
_TOP = 24  # lines
_TOP_LENGTH = 2000
_OPENING = 60


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
    r"""The line at the top that looks like a headline, if there is one: short, no final stop, something after it.

    The first line, unless it has but a few words (*Press release*, a date) and a fuller one follows above the prose.

    >>> headline("\n# Third dialogue held in New York\n\nThe EU and the UN met.")
    'Third dialogue held in New York'
    >>> headline("Press release\n3 May 2024\n\nEU and UN hold their third dialogue\n\nThey met.")
    'EU and UN hold their third dialogue'
    >>> headline("The EU and the UN met.") is None
    True
    """
    lines = [plain for line in text.split("\n", _TOP)[:_TOP] if (plain := " ".join(line.strip().strip("#*_ ").split()))]
    top = list(takewhile(_is_headline, lines))
    if not top or not text.split(top[-1], 1)[-1].strip():
        return None
    return next((line for line in top if len(line.split()) >= _HEADLINE_LEAST and not _is_menu(line)), top[0])


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE_MOST and line[-1] not in ".:;," and any(c.isalpha() for c in line)


def _is_menu(line: str) -> bool:
    """Whether a line is of the page around the text: links beside each other, an icon's name."""
    return line[0].islower() or any(mark in line for mark in "|>\u2022\u00bb")


def opening(text: str) -> str:
    """The first words of a text, by which one without a headline is known.

    >>> opening("The EU and the UN met in Oslo on 3 May 2024 to discuss the safety of harbours and of ships.")
    'The EU and the UN met in Oslo on 3 May 2024 to discuss the …'
    """
    return textwrap.shorten(text[:_TOP_LENGTH].strip("#*_ \n"), _OPENING, placeholder=" …")
