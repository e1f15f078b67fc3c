"""N-Triples text read into the triples of one graph, by predicate; and what literals mean there."""

from collections.abc import Callable

import pytest

from kg.errors import ShapesError
from kg.validation.literals import compared, is_less, is_not_more, well_formed
from kg.validation.triples import NONE, Triples, all_of, read
from kg.vocabulary import XSD

ANNA, MEETS, IVAN, TALK = "<https://e.org/anna>", "<https://e.org/meets>", "<https://e.org/ivan>", '"a talk . <x> "'
LINE = f"{ANNA} {MEETS} {IVAN} .\n"


@pytest.mark.parametrize(
    "text",
    [
        LINE + f"{ANNA} {MEETS} {TALK} .\n",
        LINE + f"{ANNA} {MEETS} {TALK} .",
        f"# Anna\n\n  {ANNA}\t{MEETS} {TALK} . # said\n{LINE}",
        LINE + LINE + f"{ANNA}{MEETS}{TALK}.\n" + LINE,
        LINE.replace("anna", r"\u0061nna") + f"{ANNA} {MEETS} {TALK}^^<{XSD.string}> .\n",
    ],
)
def test_the_same_triples_however_their_lines_are_written(text: str) -> None:
    assert sorted(read(text)) == [(ANNA, MEETS, TALK), (ANNA, MEETS, IVAN)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (2, LINE + f"{ANNA} meets {IVAN} .\n"),
        (1, f'"Anna" {MEETS} {IVAN} .\n'),
        (2, LINE + f"{ANNA} {MEETS} .\n" + LINE),
        (3, LINE + "\n" + f"{ANNA} {MEETS} {IVAN}"),
        (1, f"{ANNA} {MEETS}\n{IVAN} .\n"),
    ],
)
def test_a_line_that_is_no_triple_is_named(line: int, text: str) -> None:
    with pytest.raises(ShapesError, match=f"in line {line}: "):
        read(text)


def test_what_is_reached_from_many_nodes_each_value_once() -> None:
    graph = Triples([(ANNA, MEETS, IVAN), (ANNA, MEETS, TALK), (ANNA, MEETS, IVAN), (IVAN, MEETS, ANNA)])

    assert len(graph) == 3
    assert graph.objects(ANNA, MEETS) == [IVAN, TALK]
    reached = graph.reached(MEETS, {ANNA, IVAN, TALK})
    assert reached == ([ANNA], [[IVAN, TALK]])
    assert all_of(reached) == {ANNA, IVAN, TALK}
    assert all_of(graph.reached_back(MEETS, [IVAN, TALK]) or NONE) == {ANNA}
    assert graph.reached(MEETS, [TALK]) is graph.reached(TALK, [ANNA]) is None


def integer(digits: str) -> str:
    """An ``xsd:integer``."""
    return f'"{digits}"^^<{XSD.integer}>'


@pytest.mark.parametrize("long", ["7", "12345678901234567890"])
@pytest.mark.parametrize("holds", [is_less, is_not_more])
def test_integers_are_in_order_whether_or_not_a_library_is_asked(long: str, holds: Callable[[str, str], bool]) -> None:
    assert holds(integer("06"), integer(long)) is True
    assert holds(integer(long), integer("6")) is False
    assert holds(integer(long), integer(long)) is (holds is is_not_more)
    assert holds(integer("6"), '"7"') is False
    assert compared(integer("06"), integer("6")) == 0
    assert compared(integer(long), integer("+6")) == 1
    assert well_formed(integer(long), XSD.integer)
