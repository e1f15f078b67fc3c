"""What a mail says itself: without the mail that it answers, and with the one that it forwards.

Neither is of the date of the mail that holds it: an answered one is left out, a forwarded one brings its own.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.loaders.printed_days import day_said
from kg.model.dates import PartialDate

_SIGNATURE = re.compile(r"\n-- \n(?:[^\n]*\n){0,12}[^\n]*\Z")  # RFC 3676, section 4.3
_FLOWED = re.compile(r"(?<!\n--)(?<!\A--)(?<=\S) \n(?=[^\s>])")
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Said:
    """The text of a mail, and of a mail that it forwards the subject and the day, where they are said.

    ``forwards`` tells that the day of the mail itself is not that of its text.
    """

    text: str
    subject: str | None = None
    published: PartialDate | None = None
    forwards: bool = False


def said_in(text: str, subject: str) -> Said:
    r"""What a mail of that subject says.

    >>> said_in("Yes.\n\nFrom: Ann\nSent: 3 May 2021\nSubject: Talks\n\nShall we?", "Re: Talks").text
    'Yes.'
    """
    forwarded = re.match(rf"\s*(?:{_words('forward')})\s*:", subject, re.IGNORECASE)
    text = _unquoted(text)
    block = _block().search(text)
    if block and (forwarded or block["mark"]):
        return _forwarded(text, block)
    if block and text[: block.start()].strip() and re.match(rf"\s*(?:{_words('reply')})\s*:", subject, re.IGNORECASE):
        text = text[: block.start()]
    answered = _earlier().sub("", text) if "\n>" in text else _mark().sub("", text, count=1)
    return Said(_SIGNATURE.sub("", answered).strip("\n"))


def flowed(text: str) -> str:
    r"""A text in which a space at the end of a line says that its paragraph goes on (RFC 3676).

    >>> flowed("The Council \nmet.\n-- \nAnn")
    'The Council met.\n-- \nAnn'
    """
    return _FLOWED.sub(" ", text)


def without_prefixes(subject: str) -> str:
    """A subject without "Re:", "Fwd:" and the like."""
    return re.sub(rf"\A(?:\s*(?:{_words('reply')}|{_words('forward')})\s*:)+\s*", "", subject, flags=re.IGNORECASE)


def _forwarded(text: str, block: re.Match[str]) -> Said:
    """A note, if there is one, and the mail below the first lines of headers, up to the next of them."""
    headers = [line.strip("* \t").partition(":") for line in block["headers"].split("\n")]
    said = {name.strip("* ").lower(): words.strip("* ") for name, _, words in headers}
    rest = text[block.end() :]
    if earlier := _block().search(rest):
        rest = rest[: earlier.start()]
    return Said(
        f"{text[: block.start()].strip()}\n\n{rest.strip()}".strip(),
        next((said[name.lower()] for name in _listed("subject") if said.get(name.lower())), None),
        next((day for name in _listed("date") if (day := day_said(said.get(name.lower(), "")))), None),
        forwards=True,
    )


def _unquoted(text: str) -> str:
    """A forwarded text without the marks of quotation, if most of the mail is one."""
    lines = [line for line in text.split("\n") if line.strip()]
    return _QUOTED.sub("", text) if sum(line.startswith(">") for line in lines) * 2 > len(lines) else text


@cache
def _block() -> re.Pattern[str]:
    """The headers of a mail in the text of another, with the line above them that says so."""
    others = "|".join((_words("date"), _words("subject"), _words("other")))
    header = r"\*?(?:{})\s?:\*? [^\n]{}"
    return re.compile(
        rf"^(?:(?P<mark>{_mark().pattern})\s*|_{{5,}}[ \t]*\n)?"
        rf"(?P<headers>{header.format(_words('from'), '+')}"
        rf"(?:\n\s*{header.format(others, '*')}(?:\n[ \t]+[^\n]+)?){{2,9}})",
        re.MULTILINE | re.IGNORECASE,
    )


@cache
def _mark() -> re.Pattern[str]:
    """The line that says that a mail is forwarded."""
    return re.compile(rf"[-_\s]*(?:{_words('forwarded')})[-_\s:]*\n", re.IGNORECASE)


@cache
def _earlier() -> re.Pattern[str]:
    """The mail that is answered, at the end, with the line above it that says whose it is."""
    return re.compile(
        rf"\n(?!>)[^\n]*(?:\n(?!>)[^\n]*)?\b(?:{_words('wrote')})\s?:[ \t]*\n(?:>[^\n]*\n|[ \t]*\n)*(?:>[^\n]*)?\Z"
    )


def _words(kind: str) -> str:
    return "|".join(map(re.escape, _listed(kind)))


@cache
def _listed(kind: str) -> tuple[str, ...]:
    lines = files("kg.loaders").joinpath("mail-words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(row[1] for row in rows if row[0] == kind)
