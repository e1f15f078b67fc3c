"""Summaries and reports as lines of text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.rendering.characters import harmless
from kg.rendering.terms import short_iri
from kg.rendering.wording import counted

_NAMED = 3


def refusal_lines(summary: Mapping[str, Any]) -> Iterator[str]:
    """What a build set aside or read in part, and why."""
    for refused in summary["set_aside"]:
        yield f"set aside: {refused['document']}: {refused['reason']}"
    for read in summary.get("in_part", ()):
        yield f"read in part: {read['document']}: {read['reason']}"
    for path in summary.get("without_file", ()):
        yield f"metadata.csv: {path}: expected a file there, found none; its row says nothing of any document"


def summary_line(summary: Mapping[str, Any], folder: Path) -> str:
    """What a build did, in numbers; the first names of the files it skipped, and of those from which no claim came."""
    passed_over, silent = summary.get("passed_over", ()), summary.get("silent", ())
    counts = [
        f"{summary['admitted']} admitted",
        *([f"{summary['unchanged']} unchanged"] if summary["unchanged"] else []),
        *([f"{summary['skipped']} skipped{_some(passed_over)}"] if summary["skipped"] else []),
        *([f"{len(silent)} without a claim{_some(silent)}"] if silent else []),
        *([counted(summary["versions"], "copy", "copies")] if summary.get("versions") else []),
        *([f"{len(summary['set_aside'])} set aside"] if summary["set_aside"] else []),
        *([f"{len(summary['in_part'])} read in part"] if summary.get("in_part") else []),
    ]
    return f"{folder}: {', '.join(counts)}; {counted(summary['claims'], 'claim')} in {summary['seconds']:.1f} s"


def _some(places: Sequence[str]) -> str:
    """The first names in brackets."""
    names = [harmless(Path(place).name) for place in places[:_NAMED]]
    return f" ({', '.join([*names, *(['…'] if len(places) > _NAMED else [])])})" if names else ""


def _place(found: Mapping[str, Any]) -> str:
    """The document and the words that a result is about, as far as they are known."""
    words = f"“{' '.join(found['words'].split())}”" if found["words"] else ""
    document = f"in {found['title'] or found['document']}" if found["document"] else ""
    return ": ".join(part for part in (document, words) if part)


def findings_count(counts: Mapping[str, int], folder: Path) -> str:
    """What a build adds to its summary."""
    found = sum(counts.values())
    return f"; {counted(found, 'finding')}, see `kg validate --graph {folder}`" if found else ""


def findings_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """What does not fit together across documents: both sides with their words, and what to do."""
    for each in found["findings"]:
        yield f"{each['severity']}: {each['message']}"
        for name in ("one", "other"):
            side = each[name]
            better = ", preferred" if each["preferred"] == name else ""
            source = f" [{side['source']}{better}]" if side["source"] else ""
            for document, words in _by_document(side["words"]):
                yield f"  {document}{source}: {words}"
        yield f"  {each['do']}"
        yield ""
    for each in found["not_checked"]:
        yield f"not checked: {each['kind']}: {each['reason']}"


def _by_document(words: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    documents: dict[str, list[Mapping[str, Any]]] = {}
    for each in words:
        documents.setdefault(str(each["document"]), []).append(each)
    for quoted in documents.values():
        dated = f"{quoted[0]['title']} ({quoted[0]['published']})" if quoted[0]["published"] else quoted[0]["title"]
        yield str(dated), " … ".join(f"“{each['quote']}”" for each in quoted)


def report_lines(report: Mapping[str, Any]) -> Iterator[str]:
    """What the shapes found: for each result where it stands and what to do, then the verdict."""
    for found in report["violations"]:
        path = f" {short_iri(found['path'])}" if found["path"] else ""
        value = found["value"] if found["value"] != found["focus_node"] else None
        value = f", found {short_iri(value)}" if value else ""
        yield f"{found['severity']}: {found['name'] or short_iri(found['focus_node'])}{path}: {found['message']}{value}"
        if place := _place(found):
            yield f"    {place}"
    yield verdict(report)


def quarantine_lines(aside: Sequence[Mapping[str, str]], held: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Each document that is not in the graph with its reason, then the report on each that the shapes refused."""
    for refused in aside:
        yield f"set aside: {refused['document']}: {refused['reason']}"
    for each in held:
        yield ""
        yield each["document"]
        for line in report_lines(each["report"]):
            yield f"  {line}"
    if not aside:
        yield "nothing is set aside: all documents that were read are in the graph"


def verdict(report: Mapping[str, Any]) -> str:
    """The verdict of the shapes in one line."""
    refused = sum(found["severity"] == "violation" for found in report["violations"])
    warned = len(report["violations"]) - refused
    held = "conforms" if report["conforms"] else f"does not conform: {counted(refused, 'violation')}"
    also = f", {counted(warned, 'warning')}" if warned else ""
    return f"{held}{also} in {counted(report['focus_nodes'], 'node')}"
