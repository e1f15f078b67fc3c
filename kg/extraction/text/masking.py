"""Clean-up that moves nothing: a text of the same length, in which furniture has become spaces.

Every span found in the masked text indexes the original. A character is only ever replaced by one character.
"""

import re
from collections.abc import Iterable
from html.entities import html5

from kg.model.text import Stretch

_SPACES = "\t\r\x0b\x0c\x85\xa0\xad\u1680\u180e\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u3000\ufeff\ufffc" + "".join(
    map(chr, (*range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
_CONTROLS = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n")
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2035\u02bb\u02bc\u02bd\u02b9\u00b4\u0060\u2039\u203a\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u301d\u301e\uff02"
_SINGLE = {
    **dict.fromkeys(_SPACES + _CONTROLS, " "),
    **dict.fromkeys("\u2028\u2029", "\n"),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    "\u2010": "-",
    "\u2011": "-",
    "\u2212": "-",
    "\u2012": "\u2013",
    "\u2015": "\u2014",
    "\uff0c": ",",
    "\uff1a": ":",
    "\uff1b": ";",
    "\uff08": "(",
    "\uff09": ")",
    "\u3002": ".",
}
_ODD = re.compile("[" + re.escape("".join(_SINGLE)) + "]")

_LINK = re.compile(r"!?\[([^\[\]]{1,300}+)\](\((?:[^()\s]{0,400}+(?:\([^()\s]{0,200}+\))?)(?: \"[^\"\n]{0,200}+\")?\))")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,10})(?:\s[^<>]{0,500}+|/)?>|<!--[^<>]{0,500}+>")
_BLOCK_TAG_NAMES = (
    "address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 head header "
    "hr html li main nav ol p pre section table tbody td th thead title tr ul"
)
_INLINE_TAG_NAMES = (
    "a abbr acronym b big cite code del em font i img ins link mark meta q s script small span strike strong style "
    "sub sup time u wbr"
)
_BLOCK_TAGS = frozenset(_BLOCK_TAG_NAMES.split())
_INLINE_TAGS = frozenset(_INLINE_TAG_NAMES.split())
_EMPHASIS = re.compile(
    r"(?<![*\w])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![*\w])|(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\s_])_{1,3}(?!\w)"
)
_STRAY_STOP = re.compile(r", ?\.(?=\s+[^\W\d_])")
"""A stop too many behind a comma: *Oslo, . Kenya*."""
_PARTED = re.compile(
    r"\b(?<![^\s(\"'])(?:Dr|Mr|Mrs|Ms|Prof|Amb|Hon|Eng|H\.E|Gen|Lt|Col|Maj|Brig)\.[ \t]{0,3}\n\s{0,6}"
    r"(?=[^\W\d_a-z][a-z])"
)
"""An honorific at the end of a paragraph, whose name begins the next: *Chairman Dr.* | *Peter Brandvik*."""
_TEASER = re.compile(
    r"\([^()\n]{1,16}(?:\.{3}|\u2026)\)(?=[ \t]*+(?:\n|\Z))"
)  # ends a line that goes on elsewhere: (more...)
_PASSED_ON = re.compile(
    r"^[ \t]{0,4}\([A-Z]{3,12} ?[-\u2013] ?[^()\n]{1,60}(?:\([^()\n]{1,20}\))?\)(?=[ \t]{1,4}[A-Z])", re.MULTILINE
)
"""Who passes a text on, in brackets before its dateline: *(TIDENEWS- Reef Agency (RA))* OSLO, May 3 (RA) --."""
_LEADERS = re.compile(r"\.{5,}+ {0,3}\d{0,4}(?=[ \t]*+(?:\n|\Z))")  # from an entry to its page, in a table of contents
_TABBED = re.compile(r"^[^\s|][^\t\n|]+\t+[^\s|][^\t\n|]*\t+[^\s|][^\n|]*$", re.MULTILINE)  # three cells or more
# Curly quotes that were decoded with the wrong table: read as what they were, never edited.
_MOJIBAKE = {
    "\u00e2\u20ac\u2122": "'",
    "\u00e2\u20ac\u02dc": "'",
    "\u00e2\u20ac\u0153": '"',
    "\u00e2\u20ac\u009d": '"',
    "\u00e2\u20ac\u201c": "\u2013",
    "\u00e2\u20ac\u201d": "\u2014",
    "\u00a1\u00af": "'",
    "\u00a1\u00ae": "'",
    "\u00a1\u00b0": '"',
    "\u00a1\u00b1": '"',
    "\u00a1\u00aa": "\u2014",
}


def mask(text: str) -> str:
    """The text with links, emphasis, mark-up remnants and odd characters blanked; as long as ``text``.

    Every newline of ``text`` stays where it is; a block-level tag left in plain text becomes one.
    """
    if "<" in text:
        text = _TAG.sub(_tag, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "\u00e2\u20ac" in text or "\u00a1" in text:
        for damaged, meant in _MOJIBAKE.items():
            text = text.replace(damaged, meant.ljust(len(damaged)))
    if "](" in text:
        text = _LINK.sub(_link, text)
    if "\t" in text:
        text = _TABBED.sub(_stroked, text)
    text = _ODD.sub(_single, text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_blank, text)
    if ",." in text or ", ." in text:
        text = _STRAY_STOP.sub(_without_stop, text)
    text = _PARTED.sub(_joined, text)
    if "...)" in text or "\u2026)" in text:
        text = _TEASER.sub(_blank, text)
    if "\n(" in text or text.lstrip().startswith("("):
        text = _PASSED_ON.sub(_blank, text)
    if "....." in text:
        text = _LEADERS.sub(_blank, text)
    return text


def _without_stop(match: re.Match[str]) -> str:
    return match.group().replace(".", " ")


def _joined(match: re.Match[str]) -> str:
    return match.group().replace("\n", " ")


def _single(match: re.Match[str]) -> str:
    return _SINGLE[match.group()]


def _stroked(match: re.Match[str]) -> str:
    return match.group().replace("\t", "|")


def _blank(match: re.Match[str]) -> str:
    return "".join("\n" if char == "\n" else " " for char in match.group())


def _link(match: re.Match[str]) -> str:
    opening = match.start(1) - match.start()
    return " " * opening + match.group(1) + " " * (1 + len(match.group(2)))


def _entity(match: re.Match[str]) -> str:
    printed = match.group()
    if printed.startswith("&#"):
        number = int(printed[3:-1], 16) if printed[2] in "xX" else int(printed[2:-1])
        meant = chr(number) if 32 < number < 0x110000 and not 0xD800 <= number < 0xE000 else " "
    else:
        meant = html5.get(printed[1:], "")
        if not meant:
            return printed
    return meant[0].replace("\n", " ").ljust(len(printed))


def _tag(match: re.Match[str]) -> str:
    name = (match.group(1) or "").lower()
    if name and name not in _BLOCK_TAGS and name not in _INLINE_TAGS:
        return match.group()
    blanked = _blank(match)
    if name not in _BLOCK_TAGS:
        return blanked
    if name == "li" and not match.group().startswith("</"):
        return "\n" + "* ".rjust(len(blanked) - 1) if "\n" not in blanked else blanked
    breaks = 1 if name in ("br", "td", "th", "tr", "li") else 2
    return "\n" * breaks + blanked[breaks:]


def without(masked: str, stretches: Iterable[Stretch]) -> str:
    """The text with nothing but its line ends in these stretches: nobody reads the language in which they are."""
    for each in stretches:
        masked = masked[: each.start] + _WORDS.sub(" ", masked[each.start : each.end]) + masked[each.end :]
    return masked


_WORDS = re.compile(r"[^\n]")
