"""Where the judgements of a graph are: the file named, ``$KG_JUDGEMENTS``, the file named before, or one beside it.

The file is text for version control, so it stands outside the graph folder, where a removed document leaves nothing.
"""

import os
from pathlib import Path

from kg.errors import UsageError
from kg.ledger import Ledger
from kg.model.judgements import Judgements
from kg.whole import write_whole

SETTING = "judgements"
VARIABLE = "KG_JUDGEMENTS"


def beside(folder: Path) -> Path:
    """The file beside a graph folder: ``graph.judgements.tsv`` for ``graph``."""
    whole = folder.absolute()
    return whole.with_name(f"{whole.name}.judgements.tsv")


def judgements_path(folder: Path, ledger: Ledger | None, chosen: str | os.PathLike[str] | None = None) -> Path:
    """The file that holds for a graph, whether it is there or not."""
    if chosen or os.environ.get(VARIABLE):
        return Path(chosen or os.environ[VARIABLE]).absolute()
    kept = ledger.setting(SETTING) if ledger else None
    return Path(kept) if kept else beside(folder)


def judgements_of(folder: Path, ledger: Ledger, chosen: str | os.PathLike[str] | None = None) -> Judgements:
    """The judgements of a graph. A file that is named, now or before, must be there: no decision is lost in silence.

    Raises :class:`kg.errors.UsageError` if it is not, or is no file of judgements.
    """
    path = judgements_path(folder, ledger, chosen)
    named = chosen or os.environ.get(VARIABLE) or ledger.setting(SETTING)
    if chosen:
        ledger.set(SETTING, str(path))
    if not path.is_file() and not named:
        return Judgements()
    return read_judgements(path)


def read_judgements(path: Path) -> Judgements:
    """The judgements of a file; raises :class:`kg.errors.UsageError`."""
    try:
        return Judgements.parse(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "no UTF-8"
        raise UsageError(
            f"{path}: expected the judgements of this graph, found: {why}; name the file with --judgements"
        ) from None


def write_judgements(path: Path, judgements: Judgements) -> None:
    """Write the file, whole or not at all."""
    write_whole(path, judgements.text())
