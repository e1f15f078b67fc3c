"""How a call talks: quietly or not, with tracebacks or not. Talk goes to standard error, never to standard output."""

import contextlib
import sys
from dataclasses import dataclass

from kg.rendering.characters import harmless


@dataclass(slots=True)
class Manner:
    """What ``--quiet`` and ``--debug`` ask for; they may stand before or after the command."""

    quiet: bool = False
    debug: bool = False

    def say(self, message: str) -> None:
        """One line for the person at the terminal, unless ``--quiet``."""
        if not self.quiet:
            complain(message)


def complain(message: str) -> None:
    """One line for the person at the terminal, in any case; a terminal that has gone is no reason to fail."""
    with contextlib.suppress(BrokenPipeError, ValueError):
        sys.stderr.write(harmless(" ".join(message.split())) + "\n")
        sys.stderr.flush()
