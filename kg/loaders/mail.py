"""E-mail (RFC 5322, MIME): the subject as headline, then the text part, else the HTML part.

Addresses are left out, and a sender is no publisher ("Press desk", or a person). The parser of the standard library
runs out of stack and time on a mail of thousands of parts: they are counted before it is called.
"""

import email
import re
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

from kg.errors import Unreadable
from kg.loaders import webpage
from kg.loaders.encoding import decode
from kg.loaders.loaded import Loaded
from kg.loaders.metadata import Metadata
from kg.loaders.text import printable
from kg.model.dates import PartialDate

MOST_PARTS = 100
"""A mail of more parts is not read."""

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,200}){3,200}\r?\n")
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_OF_A_MAIL = frozenset({b"from", b"to", b"date", b"subject"})
_OF_A_MACHINE = frozenset(
    {b"mime-version", b"message-id", b"received", b"return-path", b"content-type", b"delivered-to"}
)
_HEAD = 65_536
_PARTS = re.compile(rb"^--\S", re.MULTILINE)
_REPLY = re.compile(r"(?:\s*(?:re|fw|fwd|tr|wg|aw)\s*:)+\s*", re.IGNORECASE)
_FORWARDED = re.compile(r"[-_\s]*(?:begin )?(?:forwarded|original) message[-_\s:]*\n", re.IGNORECASE)
# What stands below a text: the mail that it answers, and who sent it (RFC 3676, section 4.3). Neither is of its date.
_EARLIER = re.compile(
    r"\n[^\n>]*(?:\n[^\n>]*)?\b(?:wrote|a écrit|schrieb|escribió)\s?:[ \t]*\n(?:>[^\n]*\n|[ \t]*\n)*(?:>[^\n]*)?\Z"
)
_SIGNATURE = re.compile(r"\n-- \n(?:[^\n]*\n){0,12}[^\n]*\Z")
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)


def fits(data: bytes) -> bool:
    """Whether bytes begin with the headers of a mail, some of which only a machine writes."""
    headers = _HEADERS.match(data[:_HEAD])
    names = {name.lower() for name in _FIELD.findall(headers.group())} if headers else set()
    return len(names & _OF_A_MAIL) >= 2 and bool(names & _OF_A_MACHINE)


def read(data: bytes) -> Loaded:
    """What a mail says; raises :class:`kg.errors.Unreadable`."""
    message = parsed(data)
    body = _body(message)
    subject = _REPLY.sub("", _header(message, "Subject"), count=1)
    text = body.text if not subject or body.text.lstrip().startswith(subject) else f"{subject}\n\n{body.text}"
    return Loaded(printable(text), _said_by(message, subject).or_else(body.metadata))


def parsed(data: bytes) -> EmailMessage:
    """The parts of a mail; raises :class:`kg.errors.Unreadable` if they are too many."""
    if len(_PARTS.findall(data)) > MOST_PARTS or data.count(b"boundary=") > MOST_PARTS:
        raise Unreadable(f"expected a mail of at most {MOST_PARTS} parts, found more; save its text as a document")
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def has_text(message: EmailMessage) -> bool:
    """Whether a mail says something itself, beside what is attached."""
    parts = (message.get_body((kind,)) for kind in ("plain", "html"))
    return any(isinstance(data := part.get_payload(decode=True), bytes) and data.strip() for part in parts if part)


def _body(message: EmailMessage) -> Loaded:
    """The text part if it says something, else the HTML part."""
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        data = part.get_payload(decode=True) if part else None
        if not isinstance(data, bytes) or not data.strip():
            continue
        characters = decode(data, part.get_content_charset() if part else None)
        if kind == "html":
            return webpage.read_page(characters)
        plain = _unquoted(characters.replace("\r\n", "\n").replace("\r", "\n"))
        answered = _EARLIER.sub("", plain) if "\n>" in plain else plain
        return Loaded(_SIGNATURE.sub("", answered).strip("\n"))
    names = [each.get_filename() or each.get_content_type() for each in message.iter_attachments()]
    raise Unreadable(
        f"expected a mail with a text, found none{f'; save what is attached ({names[0]})' if names else ''}"
    )


def _unquoted(text: str) -> str:
    """A forwarded text without the marks of quotation, if most of the mail is one."""
    lines = [line for line in text.split("\n") if line.strip()]
    if sum(line.startswith(">") for line in lines) * 2 <= len(lines):
        return text
    return _QUOTED.sub("", _FORWARDED.sub("\n", text, count=1))


def _said_by(message: EmailMessage, subject: str) -> Metadata:
    date = _date(_header(message, "Date"))
    return Metadata(title=subject or None, published=date, published_from="mail" if date else None)


def _header(message: EmailMessage, name: str) -> str:
    """A header as one line; none if it is damaged beyond reading."""
    try:
        return " ".join(printable(str(message[name] or "-")).split()).removeprefix("-").strip()
    except (ValueError, IndexError, AttributeError, TypeError, Unreadable):  # what the parser raises at odd addresses
        return ""


def _date(printed: str) -> PartialDate | None:
    try:
        sent = parsedate_to_datetime(printed)
        return PartialDate(sent.year, sent.month, sent.day)
    except (ValueError, TypeError, IndexError):
        return None
