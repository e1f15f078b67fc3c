"""*Fetch*: the documents of a manifest from the web into a folder, from which a corpus can be built again.

Beside each document stand its headers; ``manifest.jsonl`` says for each its address, its hash and what was known of it.
Nothing that came is looked into here: that is done by a child, when it is built.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from kg.errors import NotFound, Refused, Unreadable
from kg.fetching import Manners, Visit, Visitor
from kg.fetching.visiting import succeeded
from kg.loaders import ENDINGS
from kg.loaders.manifest import OWN, rows_of
from kg.loaders.metadata import checked
from kg.whole import write_whole

MANIFEST = "manifest.jsonl"
_NONE_DONE, _SOME_REFUSED = 1, 3
_KINDS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/xhtml+xml": ".xhtml",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}

Step = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a fetch did: how many documents came, how many were here already, and which did not come, and why."""

    fetched: int
    kept: int
    refused: tuple[tuple[str, str], ...]

    @property
    def exit_code(self) -> int:
        """0: all are here; 3: some did not come; 1: none did."""
        if not self.refused:
            return 0
        return _SOME_REFUSED if self.fetched or self.kept else _NONE_DONE

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        refused = [{"url": url, "reason": reason} for url, reason in self.refused]
        return {"fetched": self.fetched, "kept": self.kept, "refused": refused}


def gather(manifest: Path, folder: Path, visitor: Visitor, manners: Manners, progress: Step | None = None) -> Gathered:
    """Fetch what ``manifest`` lists by ``url`` into ``folder``, one after the other; what is there is not asked again.

    What other manifests brought there before stays in the folder's own manifest.
    Raises :class:`kg.errors.InputError` for a manifest that is wrong; what does not come is told, and the others go on.
    """
    wanted = list(_wanted(manifest))
    folder.mkdir(parents=True, exist_ok=True)
    rows = _known(folder)
    refused: list[tuple[str, str]] = []
    fetched = kept = 0
    for number, row in enumerate(wanted, 1):
        url = row["url"]
        here = rows.get(url)
        if here is not None and _is_whole(folder, here):
            kept += 1
            rows[url] = {**here, **row}
        else:
            rows.pop(url, None)
            try:
                rows[url] = _save(folder, visitor.get(url, manners.check), row)
                fetched += 1
            except Refused as error:
                refused.append((url, str(error)))
        _write(folder, rows.values())  # after each: what has come stays, whatever happens next
        if progress:
            progress(number, len(wanted), url)
    return Gathered(fetched, kept, tuple(refused))


def _wanted(manifest: Path) -> Iterator[dict[str, str]]:
    """The rows, checked, each address once."""
    seen: set[str] = set()
    for line, row in rows_of(manifest, "url"):
        said = {key: value for key, value in row.items() if key not in OWN}
        try:
            checked(said, "manifest", OWN)
        except Unreadable as error:
            raise Unreadable(f"{manifest.name}, line {line}: {error}") from None
        if said["url"] not in seen:
            seen.add(said["url"])
            yield said
    if not seen:
        raise NotFound(f"{manifest}: expected a row for each document, found none")


def _known(folder: Path) -> dict[str, Mapping[str, str]]:
    """What an earlier fetch brought, by address."""
    path = folder / MANIFEST
    return {row["url"]: row for _, row in rows_of(path, "url")} if path.is_file() else {}


def _is_whole(folder: Path, row: Mapping[str, str]) -> bool:
    path = folder / PurePosixPath(row.get("path", "")).name
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == row.get("sha256")


def _save(folder: Path, visit: Visit, row: Mapping[str, str]) -> dict[str, str]:
    data = succeeded(visit)
    digest = hashlib.sha256(data).hexdigest()
    name = f"{digest[:16]}{_ending(visit)}"
    told = {"url": row["url"], "from": visit.url, "status": visit.status, "sha256": digest, "bytes": len(data)}
    write_whole(folder / name, data)
    headers = json.dumps(told | {"headers": dict(sorted(visit.headers.items()))}, indent=2, ensure_ascii=False) + "\n"
    write_whole(folder / f"{hashlib.sha256(row['url'].encode()).hexdigest()[:16]}.headers.json", headers.encode())
    return {"path": name, "sha256": digest, **row}


def _ending(visit: Visit) -> str:
    """An ending that is looked at: as the server says what it is, else as the address ends."""
    kind = visit.headers.get("content-type", "").partition(";")[0].strip().lower()
    ending = PurePosixPath(urlsplit(visit.url).path).suffix.lower()
    return _KINDS.get(kind) or (ending if ending in ENDINGS else ".html")


def _write(folder: Path, rows: Iterable[Mapping[str, str]]) -> None:
    lines = (json.dumps(dict(sorted(row.items())), ensure_ascii=False) + "\n" for row in rows)
    write_whole(folder / MANIFEST, "".join(lines).encode())
