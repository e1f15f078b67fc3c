"""Posts that one person holds at a time."""

import pytest

from kg.tenures import has_one_seat
from kg.tenures.seats import _table
from kg.vocabulary import concepts


@pytest.mark.parametrize(
    ("role", "title", "kind"),
    [
        ("coordinator", "Counter-Terrorism Coordinator", "international-organisation"),
        ("executive-director", "Executive Director", "un-office"),
        ("under-secretary-general", "Under-Secretary-General", "un-office"),
        ("under-secretary-general", "Under-Secretary-General for Counter-Terrorism", "international-organisation"),
        ("minister", "Minister of Foreign Affairs", "state"),
        ("head", "Head", "intelligence-service"),
    ],
)
def test_one_person_at_a_time(role: str, title: str, kind: str) -> None:
    assert has_one_seat(role, title, kind, in_body=True)
    assert not has_one_seat(role, title, kind, in_body=False)


@pytest.mark.parametrize(
    ("role", "title", "kind"),
    [
        ("under-secretary-general", "Under-Secretary-General", "international-organisation"),
        ("director", "Director", "ministry"),
        ("head", "Head of Division", "ministry"),
        ("minister", "Minister", "state"),
        ("ambassador", "Ambassador to Norland", "state"),
        ("director", "Director", None),
        (None, "Keeper of the Seal", "state"),
    ],
)
def test_nothing_is_said_of_posts_that_many_may_hold(role: str | None, title: str, kind: str | None) -> None:
    assert not has_one_seat(role, title, kind, in_body=True)


def test_the_table_speaks_of_roles_of_the_scheme() -> None:
    roles = {word for word, where in _table().items() if where != "no-portfolio"}
    assert roles <= set(concepts("post-role"))
