"""Evidence is true to the text: at the offsets of a passage stand the very words it quotes."""

from collections.abc import Iterator, Mapping

from kg.validation.places import general_message
from kg.validation.results import Place, Result
from kg.validation.terms import is_literal, parts
from kg.validation.triples import Triples
from kg.vocabulary import CT, OA, SH, TERMS

COMPONENT = f"{TERMS}/shape/EvidenceConstraintComponent"

_PASSAGE, _SOURCE, _SELECTOR = f"<{CT.Passage}>", f"<{OA.hasSource}>", f"<{OA.hasSelector}>"
_START, _END, _EXACT = f"<{OA.start}>", f"<{OA.end}>", f"<{OA.exact}>"


def untrue(graph: Triples, texts: Mapping[str, str]) -> Iterator[Result]:
    """A result for each passage whose words do not stand in the text of its document (document IRI → text).

    A passage of a document whose text is not there says nothing here; the shapes see to its form.
    """
    place = Place(f"<{TERMS}/shape/Passage>", OA.hasSelector, f"<{SH.Violation}>", general_message(COMPONENT))
    for passage in sorted(graph.members(_PASSAGE)) if texts else ():
        for source in graph.objects(passage, _SOURCE):
            text = texts.get(source[1:-1])
            if text is not None and (found := _said(graph, passage)) is not None:
                start, end, exact = found
                if not 0 <= start <= end <= len(text) or text[start:end] != parts(exact)[0]:
                    yield Result(place, passage, COMPONENT, exact)


def _said(graph: Triples, passage: str) -> tuple[int, int, str] | None:
    """The offsets and the quotation; None where the shapes refuse the form of one."""
    selectors = graph.objects(passage, _SELECTOR)
    stated = [[value for each in selectors for value in graph.objects(each, name)] for name in (_START, _END, _EXACT)]
    if any(len(values) != 1 or not is_literal(values[0]) for values in stated):
        return None
    start, end = (parts(values[0])[0] for values in stated[:2])
    if not (start.isascii() and start.isdecimal() and end.isascii() and end.isdecimal()):
        return None
    return int(start), int(end), stated[2][0]
