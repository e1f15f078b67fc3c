"""The command line: parse, call one sentence, render. No knowledge lives here.

One module a command, each imported only when it is called, and each importing what it needs only when it runs:
``kg --help`` costs little. Data goes to standard output, talk to standard error.
"""

from kg.cli.run import run

__all__ = ["run"]
