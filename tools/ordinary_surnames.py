"""Write the census part of kg/extraction/lexicon/surnames-too.txt: family names that are also ordinary English words.

Usage: python tools/ordinary_surnames.py DIST_ALL_LAST

DIST_ALL_LAST is the list of family names of the 1990 census of the United States (a work of its government, in the
public domain), as the package ``names`` carries it: NAME, share, cumulated share, rank. Names up to rank 10,000 are
taken which kg/extraction/lexicon/common-words.txt has too, but for words of the calendar, helping verbs and the like.
"""

import sys
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "kg" / "extraction" / "lexicon"
LAST_RANK = 10_000
NEVER = ("calendar-words.txt", "finite-verbs.txt", "function-words.txt")
NOT_NAMES = {"high", "new", "vice", "brothers", "north", "south", "east", "west", "three", "four", "five", "six", "ten"}


def words(name: str) -> set[str]:
    """The lines of a list of words, in lower case."""
    lines = (LEXICON / name).read_text("utf-8").splitlines()
    return {line.strip().casefold() for line in lines if line and not line.startswith("#")}


def census(path: Path) -> set[str]:
    """The names of the census down to the last rank taken."""
    rows = (line.split() for line in path.read_text("utf-8").splitlines())
    return {row[0].casefold() for row in rows if int(row[3]) <= LAST_RANK}


def main(path: Path) -> None:
    """Add to the table what it lacks, in alphabetical order, and keep its heading."""
    table = LEXICON / "surnames-too.txt"
    heading = [line for line in table.read_text("utf-8").splitlines() if line.startswith("#")]
    never = NOT_NAMES.union(*map(words, NEVER))
    names = words("surnames-too.txt") | ((census(path) & words("common-words.txt")) - never)
    table.write_text("\n".join([*heading, *sorted(names)]) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
