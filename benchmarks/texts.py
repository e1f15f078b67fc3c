"""Texts of any length to measure on: ordinary ones, and ones made to be slow. Always the same."""

from itertools import cycle, islice

from kg import resources

_NAMES = "Anna Ilvesoo", "Peter Brandvik", "Ysolde de Castellain", "J. V. Tembrook", "Omar Quarshie"
_RELEASE = (
    "Mr. Peter Brandvik, Head of Tides at the Tide Council, and the Glacier Agency attended the second Lagoon Dialogue "
    "in Oslo on 3 May 2024"
)

ADVERSARIAL = {
    "commas": ",",
    "spaces and letters": "a ",
    "one word": "a",
    "brackets": "(",
    "bracket pairs": "((a) [b](c) ",
    "tags": "<p>a</p>",
    "entities": "&amp;nbsp;",
    "capitalised words": "Lagoon ",
    "names, commas": "Anna Ilvesoo, ",
    "honorifics": "Mr. ",
    "Mr. names": "Mr. Peter Brandvik ",
    "particles": "van der de la ",
    "initials": "V. ",
    "surnames": "Mr. Peter Brandvik met Brandvik. ",
    "body heads": "Office ",
    "bodies": "the Glacier Agency and ",
    "acronyms introduced": "The Glacier Agency (GLA) ",
    "complements": "Director of the Tide Council of the ",
    "and": "Crime and ",
    "titles": "Director ",
    "modifiers": "acting deputy senior ",
    "kinds of meetings": "Dialogue ",
    "numbered meetings": "the third Lagoon Dialogue ",
    "meetings, verbs": "chaired by ",
    "encounters": "Anna Ilvesoo met Peter Brandvik, ",
    "attended by": "attended, among others, by ",
    "they": "Peter Brandvik met Anna Ilvesoo, and they met, and they spoke, and they ",
    "both sides": "Peter Brandvik met Anna Ilvesoo, and the two sides met Kenya, and both sides agreed; ",
    "one sentence": f"{_RELEASE}, ",
    "one sentence, semicolons": f"{_RELEASE}; ",
    "unfinished paragraphs": f"{_RELEASE}\n\n",
    "short lines": "Anna Ilvesoo\n",
    "bullets": "* Anna Ilvesoo, Director\n",
    "nested numbers": "(1) (2) (3) ",
    "dates": "3 May 2024, ",
    "relative dates": "yesterday and last Monday and 3 May and ",
    "days": "28-29 and 30 June - 2 July ",
    "months": "May March August ",
    "colons": "Present: Anna Ilvesoo: Present: ",
    "quotes": "\"a' ",
    "full stops": "U.N. H.E. a.i. ",
    "ellipses": "... ",
    "relations": "part of the Tide Council coordinated by ",
    "digits": "1234567890",
    "hyphens": "a-b-",
    "apostrophes": "a'b'",
    "Arabic": "اجتمع الوزراء أمس في المدينة ",
    "Chinese": "部长们昨天在城里开会，讨论反恐问题。",
    "combining marks": "a\u0301",
    "table": "| Anna Ilvesoo | Director |\n",
    "tabs": "Anna Ilvesoo\tDirector\tTide Council\n",
    "strokes": "| ",
    "mail quotes": "> > > Anna Ilvesoo said\n",
}
"""Fragments of which a text is made that might be slow."""


def ordinary(length: int) -> str:
    """The sample documents one after the other, again and again, cut at ``length`` characters."""
    texts = [path.read_text("utf-8") for path in sorted(resources.sample().glob("*.txt"))]
    whole, parts = 0, []
    for text in cycle(texts):
        if whole >= length:
            break
        parts.append(text)
        whole += len(text) + 2
    return "\n\n".join(parts)[:length]


def adversarial(name: str, length: int) -> str:
    """One fragment again and again, up to ``length`` characters."""
    fragment = ADVERSARIAL[name]
    return (fragment * (length // len(fragment) + 1))[:length]


def names(number: int) -> str:
    """So many names, all different, with commas between them."""
    given = islice(cycle(_NAMES), number)
    return ", ".join(f"{name}{_letters(at)}" for at, name in enumerate(given))


def _letters(number: int) -> str:
    """A number in letters, so that a name stays one."""
    letters = ""
    while number:
        number, digit = divmod(number, 26)
        letters += "abcdefghijklmnopqrstuvwxyz"[digit]
    return letters
