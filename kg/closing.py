"""What is open until it is closed: usable with ``with``."""

from types import TracebackType
from typing import Self


class Closing:
    """Base of what holds a file or a process: ``with`` closes it, whatever happened inside."""

    def close(self) -> None:
        """Lets go of what is held; closing twice does nothing."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
