"""One call of the command line: every way it can end is one line and one documented exit code."""

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence

import click

from kg.cli.group import commands
from kg.cli.manner import Manner, complain
from kg.errors import KgError

BUG, INTERRUPTED, PIPE_CLOSED = 4, 130, 141


def run(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` ask for; returns the exit code. ``--debug`` shows the traceback of what went wrong."""
    manner = Manner()
    try:
        code = commands.main(list(arguments), prog_name="kg", standalone_mode=False, obj=manner)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        _let_go_of_stdout()
        return PIPE_CLOSED
    except (click.Abort, KeyboardInterrupt):
        complain("kg: interrupted")
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the last door: whatever it is, a person gets one line
        if manner.debug:
            traceback.print_exc()
        complain(_line(error))
        return _code(error)


def _line(error: Exception) -> str:
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else "kg"
        said = _said(error)
        stop = "" if said.endswith((".", "?", "!")) else "."
        return f"kg: {said}{stop} See '{path} --help'."
    if isinstance(error, click.ClickException):
        return f"kg: {error.format_message()}"
    if isinstance(error, KgError):
        return f"kg: {error}"
    if isinstance(error, OSError):
        where = f" {error.filename!r}" if error.filename else ""
        return f"kg: the system refused{where}: {error.strerror or error}"
    return (
        f"kg: this is a bug of ct-kg, please report it: {type(error).__name__}: {error} "
        f"(the same call with --debug shows where)"
    )


def _said(error: click.UsageError) -> str:
    """What click says, as we say it: where, what is expected, what was found."""
    parameter = error.param if isinstance(error, click.BadParameter) else None
    where = parameter.get_error_hint(error.ctx) if parameter and error.ctx else ""
    where = where[1:-1] if where.startswith("'") else where
    if isinstance(error, click.MissingParameter):
        return f"expected {where or error.message}, found nothing"
    if where and error.message.startswith("expected "):
        return f"{where}: {error.message}"
    return error.format_message()


def _code(error: Exception) -> int:
    if isinstance(error, click.ClickException | KgError):
        return error.exit_code
    return 1 if isinstance(error, OSError) else BUG


def _let_go_of_stdout() -> None:
    """Nobody reads any more: point standard output at nothing, so that the interpreter's last flush is quiet."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
