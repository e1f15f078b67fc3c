"""How a document was read, for a terminal: its text with marks, and under each sentence what was read in it.

The marks need no colour: ‹P Anna Ilvesoo› is a person.
"""

import re
from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.model.claims import Claim
from kg.model.explanations import Explanation, ReadBlock, ReadSentence, Unread
from kg.rendering.characters import harmless
from kg.rendering.marked import NOUNS, SIGNS, pieces, sign
from kg.rendering.table import Page, printed
from kg.rendering.wording import counted, in_words, issue, meeting_names, quotations

_STYLES = {
    "person": "bold magenta",
    "organisation": "bold blue",
    "state": "bold cyan",
    "meeting": "bold green",
    "title": "yellow",
    "date": "cyan",
}
_INDENT = 2
_SPACE = re.compile(r"\s+")


def explanation_as_text(explanation: Explanation, page: Page) -> str:
    """One document as it was read, as wide as ``page``; every mark is said without colour too."""
    return printed(Group(*_parts(explanation, page)), page)


def _parts(explanation: Explanation, page: Page) -> Iterator[RenderableType]:
    document = explanation.document
    claims = list(explanation.claims())
    unread = sum(read.unread is not None for read in explanation.sentences())
    yield Text(harmless(document.name), "bold")
    counts = f"{counted(len(claims), 'claim')}; {counted(unread, 'sentence')} unread"
    yield Text(f"{issue(document)}; {counts}", "dim")
    yield _legend()
    names, entering = meeting_names(claims), explanation.entering()
    for block in explanation.blocks:
        yield Text()
        yield _heading(block, page)
        yield from _block(document.text, block, names, entering)


def _legend() -> Text:
    legend = Text()
    for kind, letter in SIGNS.items():
        legend.append(f"‹{letter}›", _STYLES[kind]).append(f" {NOUNS.get(kind, kind)}  ")
    legend.append("•", "bold").append(" claim  ").append("◦", "bold").append(
        " claim that enters no graph (only possible, or a name without post or part)  "
    )
    return legend.append("?", "bold red").append(" what stayed open")


def _heading(block: ReadBlock, page: Page) -> Text:
    label = f"── {block.kind} {block.start}–{block.end} "
    return Text(label + "─" * max(0, page.width - len(label)), "dim")


def _block(
    text: str, block: ReadBlock, names: Mapping[str, str], entering: frozenset[Claim]
) -> Iterator[RenderableType]:
    at = block.start
    for read in block.sentences:
        yield from _plain(text[at : read.start])
        yield _marked(text, read)
        yield from (_claim(claim, names, enters=claim in entering) for claim in read.claims)
        if read.unread:
            yield _unread(read.unread)
        at = read.end
    yield from _plain(text[at : block.end])


def _plain(text: str) -> Iterator[RenderableType]:
    """What stands in a block but in no sentence: furniture, bullets."""
    if text.strip():
        yield Text(_line(text).strip(), "dim")


def _marked(text: str, read: ReadSentence) -> Text:
    line = Text()
    for piece in pieces(read):
        line.append("›" * piece.closing)
        for mark in piece.marks[len(piece.marks) - piece.opening :]:
            line.append(f"‹{harmless(sign(mark))} ", _STYLES[mark.kind])
        line.append(_line(text[piece.start : piece.end]), _STYLES[piece.marks[-1].kind] if piece.marks else "")
    return line


def _line(text: str) -> str:
    return _SPACE.sub(" ", harmless(text))


def _claim(claim: Claim, names: Mapping[str, str], *, enters: bool) -> RenderableType:
    kind, said = in_words(claim, names)
    line = Text.assemble((f"{kind}  ", "bold" if enters else "dim"), (_line(said), "" if enters else "dim"))
    line.append(f"  {claim.rule}, {claim.tier}", "dim")
    words = quotations(claim)
    if words:
        line.append("\n").append(" … ".join(f"“{_line(quotation)}”" for quotation in words), "italic dim")
    return _under("•" if enters else "◦", line)


def _unread(unread: Unread) -> RenderableType:
    line = Text.assemble(("unread  ", "bold red"), (unread.reason, "red"))
    return _under("?", line.append(f"  {unread.sign} “{_line(unread.words)}”", "dim"))


def _under(sign: str, line: Text) -> RenderableType:
    """A line behind a sign, indented under its sentence however often it is wrapped."""
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_row(Text(sign, "bold"), line)
    return Padding(row, (0, 0, 0, _INDENT))
