"""Write ``kg/extraction/lexicon/given-names.txt``: first names of Faker's locales, and the project's own list.

Faker is no dependency of ct-kg. Run this in an environment of its own::

    python -m venv names && names/bin/pip install faker && names/bin/python tools/given_names.py
"""

import importlib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

LEXICON = Path(__file__).resolve().parent.parent / "kg" / "extraction" / "lexicon"
TOOLS = Path(__file__).resolve().parent


def first_names(locale: str) -> Iterator[str]:
    """The first names of one Faker locale."""
    try:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    except ModuleNotFoundError:
        return
    for attribute in ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary"):
        names = getattr(provider, attribute, ())
        if isinstance(names, Iterable):
            yield from names


def is_latin(name: str) -> bool:
    """Whether a name is one word of Latin letters, capitalised, of two letters at least."""
    letters = [char for char in name if char not in "'-\u2019"]
    latin = all(char.isalpha() and unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return latin and len(letters) > 1 and name[0].isupper() and name[1:] != name[1:].upper()


def plain(name: str) -> str:
    """The name without marks on its letters: Nebojsa for Nebojša."""
    bare = name.translate(str.maketrans("đĐøØłŁıəƏ", "dDoOlLieE"))
    return "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))


def listed(file: str) -> Iterator[str]:
    """The words of one of the project's own lists."""
    for line in (TOOLS / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def main() -> None:
    """Write the list."""
    faker = importlib.import_module("faker")
    locales = importlib.import_module("faker.config").AVAILABLE_LOCALES
    found = {name for locale in sorted(locales) for name in first_names(locale)}
    own = set(listed("given-names-own.txt"))
    found |= own | {plain(name) for name in own}
    unlikely = set(listed("given-names-not.txt"))
    names = {name for name in found if is_latin(name) and name.lower() not in unlikely}
    notes = [
        "# First names in Latin script. Written by tools/given_names.py from Faker and tools/given-names-*.txt:",
        f"# Faker {faker.VERSION}, MIT licence, Copyright (c) 2012 Daniele Faraglia; the project's own lists are CC0.",
    ]
    ordered = sorted(names, key=lambda name: (name.casefold(), name))
    (LEXICON / "given-names.txt").write_text("\n".join([*notes, *ordered]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
