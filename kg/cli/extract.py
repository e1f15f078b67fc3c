"""``kg extract``: the claims of documents, in the format of the annotated corpus."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.manner import Manner, complain
from kg.cli.output import write
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.loaders import Source

ALL_READ, NONE_READ, SOME_SET_ASIDE = 0, 1, 3


@click.command("extract", short_help="Print the claims of documents as JSON, without a graph.")
@click.argument("documents", nargs=-1, required=True, metavar="FILE…")
@options.format_of("json")
@options.published_option
@click.option("--all-tiers", is_flag=True, help="Print the claims of the tier 'possible' too; no graph holds them.")
@options.workers
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    documents: tuple[str, ...],
    format_: str,
    published: Any,
    all_tiers: bool,
    workers: int,
    output: Path | None,
) -> int:
    """Print the claims of documents as JSON, without a graph.

    JSON Lines: one object a document, in the order given, in the gold format of the annotated corpus; each row with its
    evidence, the rule that read it and its tier.

    \b
    Examples:
      kg extract release.txt
      kg extract releases/*.txt --published 2020-12 -o claims.jsonl
    """
    from kg.rendering.plain import as_json_line

    lines, failed = [], 0
    for outcome in _read(documents, published, workers, all_tiers=all_tiers):
        if isinstance(outcome, KgError):
            failed += 1
            complain(f"kg: {outcome}")
        else:
            lines.append(as_json_line(outcome))
    if lines:
        write("".join(lines), output)
    if not failed:
        return ALL_READ
    return SOME_SET_ASIDE if lines else NONE_READ


@dataclass(frozen=True, slots=True)
class _Call:
    """One document to be read in a child: what it is told."""

    name: str
    arguments: dict[str, Any]


def _read(
    documents: Iterable[str], published: Any, workers: int, *, all_tiers: bool
) -> Iterator[dict[str, Any] | KgError]:
    """Each document as a gold object, or why it could not be read; in order."""
    from kg.workers import DOCUMENT, Pool

    calls = list(_calls(documents, published))
    with Pool(min(workers, max(1, len(calls)))) as pool:
        told = (call.arguments for call in calls if isinstance(call, _Call))
        answers = pool.map("read", told, DOCUMENT.from_environment())
        for call in calls:
            if isinstance(call, KgError):
                yield call
                continue
            answer = next(answers)
            if isinstance(answer, KgError):
                reason = str(answer).removeprefix(f"{call.name}: ")
                yield type(answer)(f"{call.name}: {reason}")
            else:
                yield _gold(answer, all_tiers=all_tiers)


def _gold(answer: dict[str, Any], *, all_tiers: bool) -> dict[str, Any]:
    from kg.export import gold
    from kg.model.claims import Tier
    from kg.model.wire import claim_from_plain, document_from_plain

    document = document_from_plain(answer["document"])
    claims = [claim_from_plain(claim, document.key) for claim in answer["claims"]]
    return gold(document, [claim for claim in claims if all_tiers or claim.tier is not Tier.POSSIBLE])


def _calls(documents: Iterable[str], published: Any) -> Iterator[_Call | KgError]:
    """What to read, in the order given, none twice; an error where a path leads to nothing."""
    from kg.loaders import find

    seen = set()
    for path in documents:
        try:
            found = find([path]).documents
        except KgError as error:
            yield error
            continue
        for source in found:
            if source.place not in seen:
                seen.add(source.place)
                yield _call(source, published)


def _call(source: "Source", published: Any) -> _Call | KgError:
    import base64
    import sys

    from kg.loaders import Metadata, largest, sidecar

    try:
        metadata = sidecar(source.path) if source.path else Metadata()
    except KgError as error:
        return error
    if metadata.published is None and published is not None:
        metadata = replace(metadata, published=published, published_from="option")
    if source.path:
        what = {"path": str(source.path)}
    else:
        what = {"data": base64.b64encode(sys.stdin.buffer.read(largest() + 1)).decode()}
    return _Call(source.name, what | {"name": source.name, "metadata": metadata.to_plain()})
