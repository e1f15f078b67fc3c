"""HTML: the release that stands on a page, without menus, notices and related links."""

import re

from kg.errors import Unreadable
from kg.loaders.elements import parse
from kg.loaders.encoding import decode
from kg.loaders.loaded import Loaded
from kg.loaders.main_text import Main
from kg.loaders.page_layout import lay_out
from kg.loaders.page_metadata import said_by, titles_of
from kg.loaders.paths import Paths
from kg.model.text import Part

_HEAD = 4096
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|main|article|section|header|div|table|center|h1|p)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_ENTITIES = re.compile(r"(<!doctype[^>\[]{0,500})\[[^\]]{0,20000}\]", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)


def fits(data: bytes) -> bool:
    """Whether bytes begin as a page does."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = data[: 2 * _HEAD].decode("utf-16", "replace").encode()
    return bool(_OPENING.match(head))


def read(data: bytes) -> Loaded:
    """The release on a page; raises :class:`kg.errors.Unreadable`."""
    declared = _CHARSET.search(data[:_HEAD]) or _XML.match(data[:_HEAD])
    return read_page(decode(data, declared.group(1).decode("ascii") if declared else None))


def read_page(page: str) -> Loaded:
    """The release on a page that is characters already (the HTML part of a mail)."""
    tree = parse(_ENTITIES.sub(r"\1", page, count=1))  # entities that a page declares are not resolved
    main = Main(tree.top, titles_of(tree.top, tree.data))
    lines = lay_out(main.top, main.kept, main.headline)
    if not (text := lines.text()).strip():
        raise Unreadable("expected a page with a text, found none beside menus, scripts and notices")
    paths = Paths(tree.top)
    parts = tuple(Part(start, paths.of(origin)) for start, origin in lines.origins())
    return Loaded(text, said_by(tree.top, tree.data, main.top, main.headline), parts)
