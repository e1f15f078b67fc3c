"""Characters that would command a terminal, a spreadsheet or an eye, made harmless.

Documents come from strangers: an escape sequence in a title must not move a cursor, a right-to-left override must not
turn a sentence round, a cell that starts with ``=`` must not be computed.
"""

import re

_C0 = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
_VISIBLE: dict[int, int | str] = {
    **_C0,
    0x7F: 0x2421,
    **{code: f"\\x{code:02x}" for code in range(0x80, 0xA0)},
    **{
        code: f"\\u{code:04x}"
        for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029)
    },
    **{code: f"\\u{code:04x}" for code in range(0xD800, 0xE000)},
}
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    r"""``text`` with control and direction characters in visible form; line breaks and tabs stay.

    >>> harmless("\x1b[2Jgone")
    '␛[2Jgone'
    """
    return text.translate(_VISIBLE)


def harmless_json(text: str) -> str:
    """JSON with the same values, in which such characters are escaped (RFC 8259, section 7)."""
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def harmless_cell(text: str) -> str:
    """A CSV cell that no spreadsheet computes: one that starts like a formula gets an apostrophe before it.

    >>> harmless_cell("=1+1")
    "'=1+1"
    """
    return "'" + harmless(text) if text.startswith(_FORMULA) else harmless(text)
