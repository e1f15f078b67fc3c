"""Documents in documents, whatever holds them: archives, mails, and one in the other."""

from collections.abc import Iterable

from kg.loaders import archives, attachments, mail
from kg.loaders.holding import Holding


def members(data: bytes) -> Holding:
    """The documents in ``data``; itself alone if it is neither an archive nor a mail with attachments."""
    if archives.fits(data):
        return archives.members(data)
    return attachments.members(data) if mail.fits(data) else Holding()


def member(data: bytes, inside: Iterable[int]) -> bytes:
    """The bytes of one document in ``data``: the way to it, one number for each thing to open."""
    for number in inside:
        data = (archives if archives.fits(data) else attachments).member(data, number)
    return data
