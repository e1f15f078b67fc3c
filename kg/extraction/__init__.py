"""Reading: a document's text → claims, each with the words that say it.

Layers, each over those before it: masking, layout, sentences, tokens → people → bodies → meetings → titles →
posts, participations, relations → claims. Deterministic, offline, no model. What the layers know stands in
the word tables of ``lexicon/``.
"""

from kg.model.claims import Claim
from kg.model.explanations import Explanation
from kg.model.text import Document

__all__ = ["dated", "explain", "read", "unread_language", "unread_stretches"]

LANGUAGES = frozenset({"en"})
"""The languages that are read."""


def unread_language(language: str | None) -> str | None:
    """Why nothing is read from a document in this language, if there is no reader of it; else None.

    One whose language is not known is read.
    """
    if language is None or language.lower().split("-")[0] in LANGUAGES:
        return None
    return (
        f"no reader for {language}: expected a document in {' or '.join(sorted(LANGUAGES))}; it is kept, and nothing "
        "is read from it; if that is not its language, say so in a sidecar file (language)"
    )


def unread_stretches(document: Document) -> str | None:
    """What of a document is not read, because it is in a language of which there is no reader; None if all is."""
    unread = [each for each in document.foreign if each.language not in LANGUAGES]
    if not unread:
        return None
    languages = " and ".join(sorted({each.language for each in unread}))
    size = sum(each.end - each.start for each in unread)
    return (
        f"no reader for {languages}: {size:,} of its {len(document.text):,} characters, from character "
        f"{unread[0].start:,} on, are kept and not read; the rest is; if all of it is in one language, say so in a "
        "sidecar file (language)"
    )


def read(document: Document) -> tuple[Claim, ...]:
    """All that a document says of people, bodies, posts, meetings and who took part, each with its words."""
    from kg.extraction.reading import Reading
    from kg.extraction.stating import claims
    from kg.extraction.text import parts  # the tables load with it: only when a document is read
    from kg.extraction.text.page import Page

    said: list[Claim] = []
    meetings = 0
    for part in parts.parts(document):
        found = claims(Reading(Page(part.document)))
        if part.document is document:
            return found
        said += [parts.moved(claim, document, part.start, meetings) for claim in found]
        meetings += max(map(parts.number_of, found), default=0)
    return tuple(said)


def dated(document: Document) -> Document:
    """The document with its date of issue: as it is known already, else as its dateline prints it."""
    from kg.extraction import reading

    return reading.dated(document)


def explain(document: Document) -> Explanation:
    """How a document is read: its blocks, its mentions, every claim under its sentence, and what gave none."""
    from kg.extraction import explaining

    return explaining.explain(document)
