"""Plain text: strict UTF-8 until encodings are detected; never a character dropped in silence."""

import re

from kg.errors import Unreadable

_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_MOST_CONTROLS = 0.01
# What XML 1.0 cannot hold: SPARQL results and RDF/XML with it would not be well-formed (XML 1.0, production 2).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_HEADLINE_MOST = 200


def read(data: bytes) -> str:
    r"""The text in ``data``, line ends as ``\n``; raises :class:`kg.errors.Unreadable`.

    Offsets count in what is returned: a byte order mark is left out, ``\r\n`` and ``\r`` become ``\n``, and each
    control character (form feed and the like) becomes one space.
    """
    if not data.strip():
        raise Unreadable("expected a text, found an empty file")
    if (encoding := _OTHER_BOMS.get(data[:2])) is not None:
        raise Unreadable(f"expected UTF-8, found {encoding}; convert it (`iconv -f {encoding} -t UTF-8`)")
    if (at := data.find(0)) >= 0:
        raise Unreadable(f"expected a text, found a binary file (a zero byte at offset {at})")
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + (len(_BOM) if data.startswith(_BOM) else 0)
        raise Unreadable(
            f"expected UTF-8, found the byte 0x{data[at]:02x} at offset {at} ({error.reason}); "
            "convert it to UTF-8, other encodings are not detected yet"
        ) from None
    if (controls := len(_UNWRITABLE.findall(text))) > _MOST_CONTROLS * len(text):
        raise Unreadable(f"expected a text, found a binary file ({controls} control characters in {len(text)})")
    plain = _UNWRITABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not plain.strip():
        raise Unreadable("expected a text, found nothing but space")
    return plain


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
