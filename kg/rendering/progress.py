"""A progress bar on standard error, for a person at a terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.rendering.characters import harmless

Step = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and what is being done."""


@contextmanager
def bar(*, shown: bool | None = None) -> Iterator[Step]:
    """A bar while the block lasts; ``shown`` None means: if standard error is a terminal, or ``$KG_PROGRESS`` is 1."""
    visible = (sys.stderr.isatty() or os.environ.get("KG_PROGRESS") == "1") if shown is None else shown
    console = Console(stderr=True, highlight=False, emoji=False, markup=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not visible) as progress:
        line = progress.add_task("reading", total=None)

        def step(done: int, total: int, what: str) -> None:
            progress.update(line, completed=done, total=total, description=harmless(what)[:40].ljust(40))

        yield step
