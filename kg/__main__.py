"""The door from outside: ``kg`` and ``python -m kg``."""

import sys

HELP = __file__.removesuffix("__main__.py") + "cli/help.txt"
"""What ``kg --help`` says (``make docs`` writes it), so that the first thing anybody types needs no library."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] in (["--help"], ["-h"]):
        with open(HELP, encoding="ascii") as page:  # noqa: PTH123 - pathlib would cost more than all the rest
            print(page.read(), end="")
        return
    from kg.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
