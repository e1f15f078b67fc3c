"""What is attached to a mail: documents of their own. Pictures, calendars and signatures are none."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePosixPath

from kg.errors import Unreadable
from kg.loaders import mail
from kg.loaders.holding import HEAD, MOST_DOCUMENTS, Holding, Member
from kg.loaders.naming import is_named_as_document
from kg.loaders.text import one_line

_TYPES = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/zip",
        "message/rfc822",
        "text/html",
        "text/markdown",
        "text/plain",
    }
)


def members(data: bytes) -> Holding:
    """The documents attached to a mail, in order; raises :class:`kg.errors.Unreadable`."""
    message = mail.parsed(data)
    attached = list(_attached(message))
    found = tuple(
        Member(number, _name(part, number), head=_bytes(part)[:HEAD])
        for number, part in enumerate(attached)
        if _is_document(part)
    )
    if len(found) > MOST_DOCUMENTS:
        raise Unreadable(f"expected at most {MOST_DOCUMENTS} documents in a mail, found {len(found)}; split it")
    return Holding(found, len(attached) - len(found), itself=mail.has_text(message) or not found)


def member(data: bytes, number: int) -> bytes:
    """The bytes of one document attached to a mail, by its number; raises :class:`kg.errors.Unreadable`."""
    attached = list(_attached(mail.parsed(data)))
    if number >= len(attached):
        raise Unreadable(f"expected a mail with {number + 1} attachments, found {len(attached)}; it has changed")
    return _bytes(attached[number])


def _attached(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that stand beside the text: those with a name, and mails that were forwarded whole."""
    if not message.is_multipart():
        return
    try:
        parts = list(message.iter_attachments())
    except (AttributeError, KeyError, ValueError):  # a mail that lies about its parts
        return
    for part in parts:
        if part.get_filename() or part.get_content_type() == "message/rfc822":
            yield part


def _is_document(part: EmailMessage) -> bool:
    return part.get_content_type() in _TYPES or is_named_as_document(PurePosixPath(part.get_filename() or ""))


def _name(part: EmailMessage, number: int) -> str:
    """As it is called; a mail that was forwarded whole is called by its subject."""
    inside = part.get_payload(0) if part.get_content_type() == "message/rfc822" and part.is_multipart() else None
    subject = mail.subject_of(inside) if isinstance(inside, EmailMessage) else None
    return one_line(part.get_filename()) or one_line(subject) or f"attachment {number + 1}"


def _bytes(part: EmailMessage) -> bytes:
    """The bytes of an attachment; none where the mail is damaged beyond reading."""
    try:
        whole = part.get_content_type() == "message/rfc822"
        data = part.get_content().as_bytes() if whole else part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError):  # what the library raises at odd headers
        return b""
    return data if isinstance(data, bytes) else b""
