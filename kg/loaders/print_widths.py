"""How wide words are when they are printed: as in the types that most releases are set in, about.

What a PDF says of the widths of its letters is not always there; that an "m" is three times an "i" always is.
"""

# Thousandths of the size of the type, rounded from the widths of Helvetica and Times.
_WIDTHS = {
    letter: width
    for letters, width in (
        ("ijl'|.,:;!I", 250),
        ('ft /\\()[]-\u2010\u2011r\u2018\u2019"', 320),
        ("aceszkvxyJ\u2013\u201c\u201d", 470),
        ("w", 720),
        ("m%&@\u2014", 840),
        ("ABCDEFGHKLNOPQRSTUVXYZ", 690),
        ("MW", 900),
    )
    for letter in letters
}
_OTHER = 530


def width(words: str, size: float) -> float:
    """How wide words are in points, about.

    >>> round(width("mill", 10), 1), round(width("MILL", 10), 1)
    (15.9, 25.3)
    """
    return sum(_WIDTHS.get(letter, _OTHER) for letter in words) * size / 1000
