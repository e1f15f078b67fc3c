"""What is open is closed when the block is left, also by an error."""

import pytest

from kg.closing import Closing


class Door(Closing):
    shut = False

    def close(self) -> None:
        self.shut = True


def test_leaving_the_block_closes() -> None:
    with Door() as door:
        assert not door.shut
    assert door.shut


def test_an_error_inside_closes_and_goes_on() -> None:
    door = Door()
    with pytest.raises(ValueError, match="draught"), door:
        raise ValueError("draught")
    assert door.shut
