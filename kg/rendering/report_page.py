"""What the shapes found, as one page of HTML: no script, nothing fetched, everything of the graph escaped."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from kg.rendering.characters import harmless
from kg.rendering.sentences import verdict
from kg.rendering.terms import short_iri

_STATED = (
    ("node", "focus_node"),
    ("path", "path"),
    ("value", "value"),
    ("shape", "shape"),
    ("constraint", "component"),
)


def report_as_page(report: Mapping[str, Any]) -> str:
    """The report as a page; same report, same bytes."""
    style = Path(__file__).with_name("report_page.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = "\n".join(line for found in report["violations"] for line in _section(found))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Validation: {_text(verdict(report))}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{_text(verdict(report))}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(found: Mapping[str, Any]) -> Iterator[str]:
    yield f'<section class="{_text(found["severity"])}">'
    yield f"<h2>{_text(found['severity'])}: {_text(found['message'])}</h2>"
    if found["words"]:
        yield f"<blockquote>{_text(found['words'])}</blockquote>"
    called = [("of", found["name"]), ("in", found["title"])]
    rows = [("document", found["document"]), *((label, found[name]) for label, name in _STATED)]
    named = (f"<dt>{label}</dt><dd>{_text(name)}</dd>" for label, name in called if name)
    stated = (f"<dt>{label}</dt><dd><code>{_text(short_iri(value))}</code></dd>" for label, value in rows if value)
    yield f"<dl>{''.join((*named, *stated))}</dl>"
    yield "</section>"


def _text(text: str) -> str:
    return escape(harmless(text))
