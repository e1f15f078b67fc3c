"""Cells of a row and lines of an entry read like the parts of one: *Name | Post | Body* as *Name, Post, Body*."""

import re
from collections.abc import Iterable

from kg.extraction.text.blocks import Block

_STROKES = re.compile(r"(?<! ) *+\|[ |]*+")  # from the first blank of a run only: linear


def with_commas(masked: str, blocks: Iterable[Block]) -> str:
    """The masked text with a comma for what parts two cells or lines, and blanks for a table's frame; nothing moves.

    >>> from kg.extraction.text.sentences import Stretch
    >>> table = "| Ada Lind | Director |"
    >>> with_commas(table, [Block("table", 0, len(table), (Stretch(0, len(table)),))])
    '  Ada Lind,  Director  '
    """
    pieces, at = [], 0
    for block in blocks:
        for joint in block.joints:
            pieces += [masked[at:joint], "|"]
            at = joint + 1
        if block.kind not in ("table", "list", "item") or block.joints:
            continue
        for start, end in block.items or [(block.start, block.end)]:
            if "|" not in masked[start:end]:
                continue
            pieces += [masked[at:start], _row(masked[start:end])]
            at = end
    return "".join([*pieces, masked[at:]])


def _row(row: str) -> str:
    def comma(match: re.Match[str]) -> str:
        inner = match.start() > 0 and match.end() < len(row)
        return ("," if inner else " ").ljust(len(match.group()))

    return _STROKES.sub(comma, row)
