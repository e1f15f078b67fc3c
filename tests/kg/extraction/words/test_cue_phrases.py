"""Whether a phrase of a table may stand in a sentence, asked of its words before anybody looks for it."""

import pytest

from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import Asked, may_stand


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("the council is part of the union", True),
        ("of the union it is no part", True),  # order is for those to see who look
        ("the council took part", False),
        ("in the union", False),
        ("members", True),
        ("", False),
    ],
)
def test_a_phrase_may_stand_where_all_its_words_are_said(said: str, may: bool) -> None:
    asked = Asked([frozenset(("part", "of")), frozenset(("members",)), frozenset(("members", "of"))])
    assert asked.may_stand(frozenset(said.split())) is may


@pytest.mark.parametrize("name", ["absence-cues", "triggers", "succession-cues", "sent-by", "reporting-phrases"])
def test_every_phrase_of_a_table_may_stand_where_it_does(name: str) -> None:
    for same in tables.by_first_word(name).values():
        assert all(may_stand(name, frozenset(words)) for words, _ in same)
    assert not may_stand(name, frozenset(("zzz",)))
