"""Asking: named questions (``queries/*.rq``), the names that people type, and the words behind every row.

``question``  a question as its file states it
``parameters`` what a question may be asked about
``indexing``  what the index of a version is made of
``bags``      the words by which things are known
``lookup``    names as people type them → the things they mean
``asking``    a question put to a version of the graph
``words``     the quotations behind claims
"""

from typing import TYPE_CHECKING

from kg.lazily import lazily

if TYPE_CHECKING:
    from kg.questions.asking import Section, ask, show, told
    from kg.questions.indexing import write_index
    from kg.questions.parts import LEVELS, Participations, participations
    from kg.questions.question import Question, load, names, questions
    from kg.questions.words import words_of

__all__ = [
    "LEVELS", "Participations", "Question", "Section", "ask", "load", "names", "participations", "questions", "show",
    "told", "words_of", "write_index",
]  # fmt: skip

__getattr__ = lazily(
    __name__,
    {
        "asking": "Section ask show told",
        "indexing": "write_index",
        "parts": "LEVELS Participations participations",
        "question": "Question load names questions",
        "words": "words_of",
    },
)
