"""How a document was read: its blocks, sentences and mentions, the claims of each sentence, and what gave none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.model.claims import Attestation, Claim, NameUse, Participation, Tier
from kg.model.text import Document


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence ``[start, end)`` that seems to say something: by which ``sign`` (claim, title, verb, names), in which
    of its ``words``; and the ``reason`` why no claim came, as far as it is known.
    """

    start: int
    end: int
    quote: str
    sign: str
    words: str
    reason: str

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        return {name: getattr(self, name) for name in ("start", "end", "quote", "sign", "words", "reason")}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention at ``[start, end)``: a ``person``, ``organisation``, ``state``, ``meeting``, ``title`` or ``date``.

    ``means`` is what it was taken for: the name in this document, the number of the meeting, whose title it is, the
    date in ISO form; None if that stayed open. ``rule`` found it, where rules have names.
    """

    start: int
    end: int
    kind: str
    means: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence, or an entry of a list, at ``[start, end)``: its mentions and the claims that stand here."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    claims: tuple[Claim, ...] = ()
    unread: Unread | None = None


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A part of the page at ``[start, end)`` and what layout takes it for; furniture has no sentences."""

    kind: str
    start: int
    end: int
    sentences: tuple[ReadSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """One document as it was read, from top to bottom. Every claim stands under exactly one sentence."""

    document: Document
    blocks: tuple[ReadBlock, ...]

    def sentences(self) -> Iterator[ReadSentence]:
        """All sentences, in order."""
        for block in self.blocks:
            yield from block.sentences

    def claims(self) -> Iterator[Claim]:
        """All claims, sentence by sentence."""
        for sentence in self.sentences():
            yield from sentence.claims

    def entering(self) -> frozenset[Claim]:
        """The claims of which a graph is made: none that is only possible, nobody without a post or a part here."""
        claims = [claim for claim in self.claims() if claim.tier is not Tier.POSSIBLE]
        acting = {claim.person for claim in claims if isinstance(claim, Attestation)}
        acting |= {claim.agent for claim in claims if isinstance(claim, Participation)}
        idle = {c for c in claims if isinstance(c, NameUse) and c.kind == "person" and c.name not in acting}
        return frozenset(claims) - idle
