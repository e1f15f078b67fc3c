"""``kg extract``: the claims of documents, in the format of the annotated corpus; or how they were read."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.manner import Manner, complain
from kg.cli.output import in_colour, write
from kg.errors import KgError, Unreadable

if TYPE_CHECKING:
    from kg.intake import Intake, Intended
    from kg.loaders import Source

Plain = dict[str, Any]
ALL_READ, SOME_SET_ASIDE = 0, 3


@click.command("extract", short_help="Print the claims of documents, or how they were read.")
@click.argument("documents", nargs=-1, metavar="FILE…")
@options.manifest
@click.option("--explain", is_flag=True, help="Show how each document was read: blocks, mentions, claims, rules.")
@options.format_of("json", "text", "html", also={".jsonl": "json"}, default=None)
@options.published_option
@click.option("--all-tiers", is_flag=True, help="Print the claims of the tier 'possible' too; no graph holds them.")
@options.workers
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    documents: tuple[str, ...],
    manifest: Path | None,
    explain: bool,
    format_: str | None,
    published: Any,
    all_tiers: bool,
    workers: int,
    output: Path | None,
) -> int:
    """Print the claims of documents as JSON, without a graph.

    JSON Lines: one object a document, in the order given, in the gold format of the annotated corpus; each row with its
    evidence, the rule that read it and its tier.

    With --explain: the text as it was read. Its blocks, its mentions marked, and under each sentence the claims cut
    from it, those of the tier 'possible' too, each with its rule; and what looks like a claim and gave none. As text
    for a terminal (the default), or as one page of HTML that needs no script and fetches nothing.

    \b
    Examples:
      kg extract release.txt
      kg extract releases/*.txt --published 2020-12 -o claims.jsonl
      kg extract --manifest releases/manifest.jsonl
      kg extract release.txt --explain
      kg extract release.txt --explain -o release.html
    """
    if not documents and manifest is None:
        raise click.UsageError("expected FILE…, found nothing")
    if format_ in ("text", "html") and not explain:
        raise click.UsageError(f"expected --explain to print {format_}; claims are printed as json")
    read, failed, codes = [], 0, set[int]()
    for outcome in _answers("explain" if explain else "read", documents, manifest, published, workers):
        if isinstance(outcome, KgError):
            failed += 1
            codes.add(outcome.exit_code)
            complain(f"kg: {outcome}")
        else:
            read.append(outcome)
            if reason := outcome.pop("in_part", None):
                failed += 1
                complain(f"kg: {outcome['document']['name']}: {reason}")
    if read:
        write(_explained(read, format_ or "text", output) if explain else _claims(read, all_tiers=all_tiers), output)
    if not failed:
        return ALL_READ
    return SOME_SET_ASIDE if read else min(codes)


def _claims(read: Iterable[Plain], *, all_tiers: bool) -> str:
    from kg.rendering.plain import as_json_line

    return "".join(as_json_line(_gold(answer, all_tiers=all_tiers)) for answer in read)


def _explained(read: Iterable[Plain], format_: str, output: Path | None) -> str:
    from kg.model.wire import explanation_from_plain
    from kg.rendering.plain import as_json_line

    if format_ == "json":
        return "".join(as_json_line(answer) for answer in read)
    explanations = [explanation_from_plain(answer) for answer in read]
    if format_ == "html":
        from kg.rendering.explanation_page import explanations_as_page

        return explanations_as_page(explanations)
    from kg.rendering.explanation import explanation_as_text
    from kg.rendering.table import Page

    page = Page.of_terminal(colour=in_colour(output))
    return "\n".join(explanation_as_text(explanation, page) for explanation in explanations)


def _answers(
    task: str, documents: Iterable[str], manifest: Path | None, published: Any, workers: int
) -> Iterator[Plain | KgError]:
    """What a child says of each document (:mod:`kg.worker`), or why it could not be read; in order."""
    from kg.intake import Intake, listed
    from kg.workers import DOCUMENT, Pool

    more, rows = listed(manifest) if manifest else ([], {})
    with Pool(workers) as pool:
        calls = list(_calls(documents, more, Intake(pool, published, rows)))
        told = (call.arguments for call in calls if not isinstance(call, KgError) and call.arguments is not None)
        answers = pool.map(task, told, DOCUMENT.from_environment())
        for call in calls:
            if isinstance(call, KgError):
                yield call
                continue
            answer = next(answers) if call.arguments is not None else call.error
            if isinstance(answer, dict) and "unread" in answer:
                answer = Unreadable(answer["unread"])
            if isinstance(answer, KgError):
                reason = str(answer).removeprefix(f"{call.source.name}: ")
                yield type(answer)(f"{call.source.name}: {reason}")
            elif answer is not None:
                yield answer


def _gold(answer: Plain, *, all_tiers: bool) -> Plain:
    from kg.export import gold
    from kg.model.claims import Tier
    from kg.model.wire import claim_from_plain, document_from_plain

    document = document_from_plain(answer["document"])
    claims = [claim_from_plain(claim, document.key) for claim in answer["claims"]]
    return gold(document, [claim for claim in claims if all_tiers or claim.tier is not Tier.POSSIBLE])


def _calls(documents: Iterable[str], listed: Sequence["Source"], intake: "Intake") -> Iterator["Intended | KgError"]:
    """What to read, what a manifest lists first, in order and none twice; an error where a path leads to nothing."""
    from kg.loaders import find

    seen = {source.place for source in listed}
    yield from intake.of(listed)
    for path in documents:
        try:
            found = find([path]).documents
        except KgError as error:
            yield error
            continue
        for source in found:
            if source.place not in seen:
                seen.add(source.place)
                yield from intake.of([source])
