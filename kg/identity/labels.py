"""The form under which a thing is shown: the most frequent, then the fullest, then the first in code point order."""

from collections import Counter
from collections.abc import Iterable, Mapping


def best(forms: Iterable[str] | Mapping[str, int]) -> str:
    """The canonical label among the forms printed: one entry a use, or how often each is used.

    >>> best(["Antonio Guterres", "António Guterres", "António Guterres"])
    'António Guterres'
    >>> best(["ANTONIO GUTERRES", "Antonio Guterres"])
    'Antonio Guterres'
    """
    counted = Counter(forms)
    return min(counted, key=lambda form: (form.isupper(), -counted[form], -_fullness(form), form))


def _fullness(form: str) -> int:
    """Length, where a diacritic counts as more: it is lost more often than it is invented."""
    return len(form) + sum(not letter.isascii() for letter in form)
