"""Each miss and false alarm with its words; and whether the list of unread sentences is honest."""

from typing import Any

from kg.evaluation import listed, mistakes, score, summed

Row = dict[str, Any]

TEXT = """Ms. Ghada Fathi Waly chaired.

Mr. Jehangir  Khan, Director, met Kenya. Mr. Khan left.
"""


def test_a_miss_has_the_words_of_the_document_around_it(gold: Row) -> None:
    system = gold | {"people": gold["people"][:2] + gold["people"][3:]}
    found = [mistake for mistake in mistakes("t1", TEXT, gold, score(gold, system)) if mistake.layer == "people"]

    assert [(mistake.kind, mistake.row) for mistake in found] == [("missed", "Jehangir Khan")]
    assert found[0].words == "Ms. Ghada Fathi Waly chaired. Mr. Jehangir Khan, Director, met Kenya. Mr. Khan left."


def test_a_false_alarm_has_its_own_words_and_its_rule(gold: Row) -> None:
    added = {"name": "Left", "rule": "person.guess", "evidence": [{"start": 1, "end": 5, "quote": "Khan\nleft"}]}
    scored = score(gold, gold | {"people": [*gold["people"], added]})
    (found,) = mistakes("t1", TEXT, gold, scored)

    assert found.to_plain() == {
        "document": "t1",
        "layer": "people",
        "kind": "added",
        "row": "Left",
        "words": "Khan left",
        "rule": "person.guess",
    }


def test_a_value_that_differs_shows_both(gold: Row) -> None:
    events = [gold["events"][0] | {"place": "Geneva"}, gold["events"][1]]
    (found,) = mistakes("t1", TEXT, gold, score(gold, gold | {"events": events}))

    assert (found.layer, found.kind) == ("event place", "differs")
    assert found.row.endswith(": Brussels | Geneva")


def test_missed_rows_stand_in_a_listed_sentence_or_not(gold: Row) -> None:
    scored = score(gold, gold | {"posts": [], "participations": []})
    second = (TEXT.index("Mr. Jehangir"), TEXT.index(" Mr. Khan left"))

    assert listed(TEXT, gold, scored, [second]) == {"posts": (1, 2), "participations": (2, 4)}
    assert listed(TEXT, gold, scored, []) == {"posts": (0, 2), "participations": (0, 4)}
    assert listed(TEXT, gold, scored, [(0, len(TEXT))]) == {"posts": (2, 2), "participations": (3, 4)}
    assert summed([{"posts": (1, 2)}, {"posts": (1, 1)}])["posts"] == {"listed": 2, "missed": 3}
