"""How documents were read, as one page of HTML: no script, nothing fetched, everything of the documents escaped.

A claim that is hovered, focused or followed by its link shows its words in the text (``:has``); the words it prints
are links to their places.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from kg.model.claims import Claim
from kg.model.explanations import Explanation, Mark, ReadBlock, ReadSentence, Unread
from kg.rendering.characters import harmless
from kg.rendering.marked import NOUNS, SIGNS, pieces, sign
from kg.rendering.wording import counted, in_words, issue, meeting_names

_SHADE = "background:var(--words);outline:1px solid"


def explanations_as_page(explanations: Sequence[Explanation]) -> str:
    """One page for all of them, the same bytes each time."""
    documents = _documents(explanations)
    body = "\n".join(line for document in documents for line in document.lines())
    style = Path(__file__).with_name("explanation_page.css").read_text("utf-8") + "\n".join(
        rule for document in documents for rule in document.rules()
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_title(explanations)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{_title(explanations)}</h1>\n{_legend()}\n</header>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _documents(explanations: Sequence[Explanation]) -> list["_Document"]:
    documents, number = [], 0
    for explanation in explanations:
        documents.append(_Document(explanation, number))
        number += sum(1 for _ in explanation.claims())
    return documents


def _title(explanations: Sequence[Explanation]) -> str:
    if len(explanations) == 1:
        return f"How {_text(explanations[0].document.name)} was read"
    return f"How {len(explanations)} documents were read"


def _legend() -> str:
    rows = (
        f'<li><mark class="{kind}" data-sign="{letter}">{NOUNS.get(kind, kind)}</mark></li>'
        for kind, letter in SIGNS.items()
    )
    return (
        f'<ul class="legend">{"".join(rows)}<li>? what stayed open</li></ul>\n'
        '<p class="soft">Under each sentence stand the claims cut from it, with the rule that read them and its tier; '
        "what is faint enters no graph: it is only possible, or a name without post or part here. "
        "Point at a claim, or tab to it, to see its words.</p>"
    )


def _text(text: str) -> str:
    return escape(harmless(text))


@dataclass(slots=True)
class _Document:
    """One document on the page; its claims are numbered from ``number``."""

    explanation: Explanation
    number: int
    claims: list[Claim] = field(init=False)
    names: Mapping[str, str] = field(init=False)
    entering: frozenset[Claim] = field(init=False)
    _places: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.claims = list(self.explanation.claims())
        self.names = meeting_names(self.claims)
        self.entering = self.explanation.entering()
        self._places = {}
        for number, claim in enumerate(self.claims, self.number):
            for words in claim.evidence:
                for offset in (words.span.start, words.span.end):
                    self._places.setdefault(offset, []).append(number)

    def rules(self) -> Iterator[str]:
        """The style that shows the words of each claim."""
        for number in range(self.number, self.number + len(self.claims)):
            yield f"main:has(#c{number}:is(:hover,:focus-within,:target)) .w{number}{{{_SHADE}}}"

    def lines(self) -> Iterator[str]:
        """The document in HTML."""
        document = self.explanation.document
        unread = [read for read in self.explanation.sentences() if read.unread]
        yield f'<article lang="{_text(document.language or "en")}">\n<h2>{_text(document.name)}</h2>'
        yield f'<p class="soft">{_text(issue(document))}; {counted(len(self.claims), "claim")}</p>'
        if unread:
            links = " ".join(f'<a href="#u{self._id(read)}">{at}</a>' for at, read in enumerate(unread, 1))
            yield f'<nav aria-label="Unread sentences">{counted(len(unread), "sentence")} unread: {links}</nav>'
        number = self.number
        for block in self.explanation.blocks:
            yield from self._block(block, number)
            number += sum(len(read.claims) for read in block.sentences)
        yield "</article>"

    def _id(self, read: ReadSentence) -> str:
        return f"{self.number}-{read.start}"

    def _block(self, block: ReadBlock, number: int) -> Iterator[str]:
        yield f"<section>\n<h3>{block.kind} <small>{block.start}–{block.end}</small></h3>"
        at = block.start
        for read in block.sentences:
            yield from self._apart(at, read.start)
            yield f"<p>{''.join(self._marked(read))}</p>"
            if read.claims:
                items = "\n".join(self._claim(claim, place) for place, claim in enumerate(read.claims, number))
                yield f'<ul class="claims">\n{items}\n</ul>'
            if read.unread:
                yield f'<p class="unread" id="u{self._id(read)}">{_unread(read.unread)}</p>'
            number += len(read.claims)
            at = read.end
        yield from self._apart(at, block.end)
        yield "</section>"

    def _apart(self, start: int, end: int) -> Iterator[str]:
        """What stands in a block but in no sentence: furniture, bullets."""
        text = self.explanation.document.text[start:end].strip()
        if text:
            yield f'<p class="apart">{_text(text)}</p>'

    def _marked(self, read: ReadSentence) -> Iterator[str]:
        text = self.explanation.document.text
        cuts = [offset for offset in range(read.start, read.end + 1) if offset in self._places]
        shown: set[int] = set()
        begun: set[Mark] = set()
        for piece in pieces(read, cuts):
            yield "</mark>" * piece.closing
            for mark in piece.marks[len(piece.marks) - piece.opening :]:
                yield _open(mark, again=mark in begun)
                begun.add(mark)
            for number in self._places.get(piece.start, ()):
                shown ^= {number}
            if piece.start == piece.end:
                continue
            words = _text(text[piece.start : piece.end])
            anchor = f' id="t{self.number}-{piece.start}"' if piece.start in self._places else ""
            classes = " ".join(f"w{number}" for number in sorted(shown))
            yield f'<span{anchor} class="{classes}">{words}</span>' if classes else words

    def _claim(self, claim: Claim, number: int) -> str:
        kind, said = in_words(claim, self.names)
        quotations = " … ".join(
            f'<a href="#t{self.number}-{words.span.start}">“{_text(" ".join(words.quotation.split()))}”</a>'
            for words in claim.evidence
        )
        outside = "" if claim in self.entering else ' class="outside"'
        return (
            f'<li id="c{number}"{outside}><b><a href="#c{number}">{kind}</a></b> {_text(said)} '
            f'<span class="rule">{_text(claim.rule)}, {claim.tier}</span><br>{quotations}</li>'
        )


def _open(mark: Mark, *, again: bool) -> str:
    meaning = f": {mark.means}" if mark.means else ", what is meant stayed open"
    rule = f" ({mark.rule})" if mark.rule else ""
    label = _text(f"{NOUNS.get(mark.kind, mark.kind)}{meaning}{rule}")
    return f'<mark class="{mark.kind}{" again" if again else ""}" data-sign="{_text(sign(mark))}" title="{label}">'


def _unread(unread: Unread) -> str:
    return f"? unread: {_text(unread.reason)} <span>({unread.sign}: “{_text(unread.words)}”)</span>"
