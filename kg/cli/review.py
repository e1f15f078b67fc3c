"""``kg review``: decide on proposed merges, one by one or from a file."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import write

if TYPE_CHECKING:
    from kg.model.judgements import Judgement
    from kg.review import Case

VERDICTS = {"y": "same", "n": "different", "u": "unsure"}
KEYS = "y same · n different · u unsure · s skip · z undo · q quit"


@click.command("review", short_help="Decide on proposed merges; writes the judgement file.")
@options.graph
@options.judgements
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Add the lines of this file (in the form of the judgement file; - is standard input), and ask nothing.",
)
@click.option("--who", metavar="NAME", help="Who decides.  [default: $USER]")
@click.option("--why", default="", metavar="TEXT", help="Why; kept with each decision of this call.")
@click.option("--all", "every", is_flag=True, help="Show what was decided as unsure, too.")
@options.output
@options.format_of("table", "json", "tsv")
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    folder: Path,
    judgements: Path | None,
    decisions: Path | None,
    who: str | None,
    why: str,
    every: bool,
    output: Path | None,
    format_: str,
) -> None:
    """Decide what is one and what is two, where the rules only propose.

    Shows both sides with their words and what would change in the answers, and takes one key each: y (the same),
    n (different), u (unsure), s (skip), z (undo the last), q (quit). Without a terminal, the keys are read from
    standard input, one a line. Decisions go to the judgement file, a sorted text for version control, and hold from
    then on: *different* goes before everything else. To take one back, delete its line and build again.

    With --output, or --format json or tsv, the proposals are written and nothing is asked. As tsv they are lines for
    --decisions, each *unsure* until you put another word there.

    \b
    Examples:
      kg review
      kg review --who "Ada Lindqvist" --why "list of participants"
      kg review --output proposals.txt
      kg review --output decided.tsv
      kg review --decisions decided.tsv
      printf 'y\\nn\\n' | kg review
    """
    from kg.review import cases, record

    if decisions is not None:
        lines = _from_file(decisions)
        path = record(folder, lines, judgements)
        manner.say(f"{path}: {len(lines)} judgements added; {folder} follows them")
        return
    decider = who or os.environ.get("USER") or "unknown"
    open_ = cases(folder, judgements, every=every)
    if output is not None or format_ != "table":
        write(_written(open_, format_, decider, why), output)
        return
    if not open_:
        manner.say(f"{folder}: nothing to decide")
        return
    made = _walk(open_, decider, why)
    if made:
        path = record(folder, made, judgements)
        manner.say(f"{path}: {len(made)} decided, {len(open_) - len(made)} left; {folder} follows them")
    else:
        manner.say(f"{folder}: nothing decided, {len(open_)} left")


def _written(open_: "list[Case]", format_: str, who: str, why: str) -> str:
    """The proposals, for somebody to read or to decide on in a file."""
    from kg.model.judgements import Judgements
    from kg.rendering.plain import as_json
    from kg.rendering.review import case_lines

    if format_ == "json":
        return as_json([case.to_plain() for case in open_])
    if format_ == "tsv":
        return Judgements.of(case.judgement("unsure", who, _today(), why) for case in open_).text()
    numbered = enumerate(open_, 1)
    lines = (line for number, case in numbered for line in case_lines(case.to_plain(), number, len(open_)))
    return "".join(f"{line}\n" for line in lines)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _from_file(path: Path) -> "list[Judgement]":
    from kg.errors import UsageError
    from kg.model.judgements import Judgements

    try:
        octets = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return list(Judgements.parse(octets.decode(), path.name).lines)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "no UTF-8"
        raise UsageError(f"{path}: expected decisions, lines of judgements as text, found: {why}") from None


def _walk(open_: "list[Case]", who: str, why: str) -> "list[Judgement]":
    """Ask case by case; undo goes back to the last one decided."""
    made: dict[int, Judgement] = {}
    order: list[int] = []
    keys, at = _keys(), 0
    while at < len(open_):
        _show(open_[at], at + 1, len(open_))
        key = next(keys, "q")
        if key == "q":
            break
        if key == "z" and order:
            at = order.pop()
            made.pop(at)
        elif key in VERDICTS:
            made[at] = open_[at].judgement(VERDICTS[key], who, _today(), why)
            order.append(at)
            at += 1
        elif key == "s":
            at += 1
    return [made[number] for number in sorted(made)]


def _show(case: "Case", number: int, count: int) -> None:
    from kg.rendering.review import case_lines

    for line in (*case_lines(case.to_plain(), number, count), f"  [{KEYS}]"):
        click.echo(line)


def _keys() -> Iterator[str]:
    """One key after the other: from the keyboard, else the first letter of each line."""
    if sys.stdin.isatty():
        while True:
            yield click.getchar().lower()
    for line in sys.stdin:
        if answer := line.strip().lower():
            yield {"undo": "z"}.get(answer, answer[0])
