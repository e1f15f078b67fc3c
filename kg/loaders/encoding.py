"""Bytes → characters: by byte order mark, by what is declared, as strict UTF-8, else as detected.

A wrong guess writes wrong letters into names: what is UTF-8 but for some damaged bytes is refused, not guessed at.
"""

import codecs
import re

from kg.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Declared in their narrow sense by few and meant in the wide one by all (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "shift_jis": "cp932"}
# Any bytes fit these: text that is UTF-8 all the same was declared wrongly, and is ASCII otherwise.
_OF_ONE_BYTE = ("cp125", "iso8859", "koi8", "mac", "cp437", "cp85", "cp86", "tis-620")
_SAMPLE = 200_000
_DAMAGE = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of ``data``, without a byte order mark; ``declared`` is the name of an encoding, if it says one.

    Raises :class:`kg.errors.Unreadable`.

    >>> decode("Michèle Coninsx présida la réunion à Genève".encode("cp1252"))
    'Michèle Coninsx présida la réunion à Genève'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    known = _known(declared)
    candidates = ("utf-8", known) if known and known.startswith(_OF_ONE_BYTE) else (known, "utf-8")
    for candidate in candidates:
        if candidate and (text := _strictly(data, candidate)) is not None:
            return text
    _refuse_damaged(data)
    return _detected(data)


def _marked(data: bytes, encoding: str) -> str:
    """What begins with a byte order mark is in that encoding, or damaged."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"expected {encoding.upper()}, as its byte order mark says, found the byte 0x{data[error.start]:02x} "
            f"at offset {error.start} ({error.reason}); convert it to UTF-8"
        ) from None


def _known(declared: str | None) -> str | None:
    """The codec of a declared name; None if there is none, or none of text."""
    try:
        codec = codecs.lookup(declared.strip()) if declared else None
        "".encode(codec.name if codec else "utf-8")
    except (LookupError, ValueError):  # "base64" is a codec, but not of text
        return None
    return _MEANT.get(codec.name, codec.name) if codec else None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _refuse_damaged(data: bytes) -> None:
    """Refuse what is UTF-8 for the most part: two encodings in one file, or bytes that were lost."""
    text = data.decode("utf-8", "surrogateescape")
    damage = _DAMAGE.search(text)
    if damage and len(_BEYOND_ASCII.findall(text)) >= len(_DAMAGE.findall(text)):
        at = len(text[: damage.start()].encode("utf-8", "surrogateescape"))
        raise Unreadable(
            f"expected one encoding, found UTF-8 with the byte 0x{data[at]:02x} at offset {at}; convert it to UTF-8"
        )


def _detected(data: bytes) -> str:
    import chardet

    encoding = chardet.detect(data[:_SAMPLE])["encoding"]
    text = _strictly(data, encoding) if encoding else None
    if text is None:
        raise Unreadable(
            f"expected a text, found bytes of no known encoding{f' (like {encoding})' if encoding else ''}; "
            "convert it to UTF-8"
        )
    return text.removeprefix("\ufeff")
