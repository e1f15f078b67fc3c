"""Properties that are computed once."""

from kg.extraction.computed import computed


class _Tide:
    """Counts how often its height is worked out."""

    def __init__(self, height: int) -> None:
        self.worked = 0
        self._height = height

    @computed
    def height(self) -> int:
        """How high it is."""
        self.worked += 1
        return self._height


def test_is_worked_out_when_first_asked_for_and_then_kept() -> None:
    tide = _Tide(3)
    assert tide.worked == 0
    assert (tide.height, tide.height, tide.worked) == (3, 3, 1)


def test_each_instance_has_its_own() -> None:
    assert [_Tide(height).height for height in (1, 2)] == [1, 2]


def test_the_class_shows_the_property_and_its_words() -> None:
    assert isinstance(_Tide.height, computed)
    assert _Tide.height.__doc__ == "How high it is."
