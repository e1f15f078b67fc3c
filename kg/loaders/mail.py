"""E-mail (RFC 5322, MIME): the subject as headline, then the text part, else the HTML part.

Addresses are left out, and a sender is no publisher ("Press desk", or a person). The parser of the standard library
runs out of stack and time on a mail of thousands of parts: they are counted before it is called.
"""

import email
import re
from email.message import EmailMessage
from email.policy import default

from kg.errors import Unreadable
from kg.loaders import webpage
from kg.loaders.encoding import decode
from kg.loaders.loaded import Loaded
from kg.loaders.mail_text import flowed, said_in, without_prefixes
from kg.loaders.metadata import Metadata
from kg.loaders.printed_days import day_said
from kg.loaders.text import printable

MOST_PARTS = 100
"""A mail of more parts is not read."""

_HEADERS = re.compile(
    rb"(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,200}){3,200}\r?\n"
)
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_OF_A_MAIL = frozenset({b"from", b"to", b"date", b"subject"})
_OF_A_MACHINE = frozenset(
    {b"mime-version", b"message-id", b"received", b"return-path", b"content-type", b"delivered-to"}
)
_HEAD = 65_536
_PARTS = re.compile(rb"^--\S", re.MULTILINE)
_LEAST_OF_PAGE = 0.5
"""A text part that says less than this share of the HTML part is only there to say "see the other"."""


def fits(data: bytes) -> bool:
    """Whether bytes begin with the headers of a mail, some of which only a machine writes."""
    headers = _HEADERS.match(data[:_HEAD])
    names = {name.lower() for name in _FIELD.findall(headers.group())} if headers else set()
    return len(names & _OF_A_MAIL) >= 2 and bool(names & _OF_A_MACHINE)


def read(data: bytes) -> Loaded:
    """What a mail says; raises :class:`kg.errors.Unreadable`."""
    message = parsed(data)
    body = _body(message)
    printed = subject_of(message)
    said = said_in(body.text, printed)
    subject = without_prefixes(said.subject or printed)
    text = said.text if not subject or said.text.lstrip().startswith(subject) else f"{subject}\n\n{said.text}"
    date = said.published if said.forwards else day_said(_header(message, "Date"))
    known = Metadata(title=subject or None, published=date, published_from="mail" if date else None)
    return Loaded(printable(text), known.or_else(body.metadata))


def parsed(data: bytes) -> EmailMessage:
    """The parts of a mail; raises :class:`kg.errors.Unreadable` if they are too many."""
    if len(_PARTS.findall(data)) > MOST_PARTS or data.count(b"boundary=") > MOST_PARTS:
        raise Unreadable(f"expected a mail of at most {MOST_PARTS} parts, found more; save its text as a document")
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def subject_of(message: EmailMessage) -> str:
    """The subject of a mail."""
    return _header(message, "Subject")


def has_text(message: EmailMessage) -> bool:
    """Whether a mail says something itself, beside what is attached."""
    parts = (message.get_body((kind,)) for kind in ("plain", "html"))
    return any(isinstance(data := part.get_payload(decode=True), bytes) and data.strip() for part in parts if part)


def _body(message: EmailMessage) -> Loaded:
    """The text part if it says something, else the HTML part."""
    plain, page = _part(message, "plain"), _part(message, "html")
    if plain and page and len(plain) < _LEAST_OF_PAGE * len((read := webpage.read_page(page)).text):
        return read
    if plain or page:
        return Loaded(plain) if plain else webpage.read_page(page)
    names = [each.get_filename() or each.get_content_type() for each in message.iter_attachments()]
    raise Unreadable(
        f"expected a mail with a text, found none{f'; save what is attached ({names[0]})' if names else ''}"
    )


def _part(message: EmailMessage, kind: str) -> str:
    """The characters of the text part or of the HTML part; none if there is none, or nothing in it."""
    part = message.get_body((kind,))
    data = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(data, bytes) or not data.strip():
        return ""
    characters = decode(data, part.get_content_charset())
    if kind == "html":
        return characters
    plain = characters.replace("\r\n", "\n").replace("\r", "\n")
    return flowed(plain) if part.get_param("format", "") == "flowed" else plain


def _header(message: EmailMessage, name: str) -> str:
    """A header as one line; none if it is damaged beyond reading."""
    try:
        return " ".join(printable(str(message[name] or "-")).split()).removeprefix("-").strip()
    except (ValueError, IndexError, AttributeError, TypeError, Unreadable):  # what the parser raises at odd addresses
        return ""
