"""What `kg evaluate` found, as tables and as CSV."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.rendering.plain import as_csv
from kg.rendering.table import Page, as_table, heading

Plain = Mapping[str, Any]

_SHOWN = 15
_COUNTS = ("gold", "system", "tp", "fp", "fn")
_SHARES = ("precision", "recall", "f1")
_BRIEF = ("people", "organisations", "posts", "events", "participations")
_MARKS = {"missed": "-", "added": "+", "differs": "~"}


def measurement_as_table(report: Plain, page: Page) -> str:
    """The figures for a person: layers, accuracies, rules, the worst publishers and documents, what is unread."""
    return "\n".join(part for part in _parts(report, page) if part)


def _parts(report: Plain, page: Page) -> Iterator[str]:
    layers = report["layers"]
    bounded = any("interval" in figures for figures in layers.values())
    yield as_table(
        ["layer", *_COUNTS, *_SHARES, *(["95 % of f1"] if bounded else [])],
        [[name, *_figures(figures), *([_interval(figures)] if bounded else [])] for name, figures in layers.items()],
        page,
    )
    yield as_table(
        ["of the rows found", "right", "of", "share"],
        [[name, found["right"], found["of"], _share(found["share"])] for name, found in report["accuracies"].items()],
        page,
    )
    yield as_table(
        ["rule", "layer", "right", "wrong", "precision", "lower", "of layer", "tier", "measured"],
        [
            [
                *(row[name] for name in ("rule", "layer", "right", "wrong")),
                *(_share(row[name]) for name in ("precision", "lower", "share")),
                *(row[name] for name in ("tier", "measured")),
            ]
            for row in report["rules"]
        ],
        page,
    )
    for name in ("publishers", "per_document"):
        yield from _worst(report, name, page)
    yield from _unread(report["unread"], page)


def _worst(report: Plain, name: str, page: Page) -> Iterator[str]:
    """The groups with the most errors: F1 of the main layers."""
    groups = {key: found.get("layers", found) for key, found in report[name].items()}
    errors = {key: sum(layers[layer]["fp"] + layers[layer]["fn"] for layer in _BRIEF) for key, layers in groups.items()}
    worst = sorted((key for key in groups if errors[key]), key=lambda key: (-errors[key], key))
    noun = "publisher" if name == "publishers" else "document"
    of = f"the worst {min(_SHOWN, len(worst))} of {len(groups)}; all of them with --format json or csv"
    yield heading(f"By {noun}, F1", of, page) + as_table(
        [noun, "errors", *_BRIEF],
        [[key, errors[key], *(_share(groups[key][layer]["f1"]) for layer in _BRIEF)] for key in worst[:_SHOWN]],
        page,
    )


def _unread(unread: Plain, page: Page) -> Iterator[str]:
    beside = (
        f"{unread['listed']} of {unread['sentences']} sentences ({_percent(unread['listed'], unread['sentences'])})"
    )
    caught = ", ".join(
        f"{found['listed']} of {found['missed']} missed {layer} ({_percent(found['listed'], found['missed'])})"
        for layer, found in unread["missed"].items()
    )
    yield heading("Unread", f"{beside}, in which stand {caught}", page) + as_table(
        ["sign", "reason", "sentences"],
        [[row["sign"], row["reason"], row["sentences"]] for row in unread["reasons"]],
        page,
    )


def mistake_lines(report: Plain) -> Iterator[str]:
    """Each miss (-), false alarm (+) and difference (~) with its words, and the unread sentences (?), by document."""
    document = None
    for row in report["errors"]:
        if row["document"] != document:
            document = row["document"]
            yield f"\n{document}"
        rule = f" [{row['rule']}]" if row["rule"] else ""
        yield f"  {_MARKS[row['kind']]} {row['layer']}: {row['row']}{rule}"
        if row["words"]:
            yield f"      “{row['words']}”"
    yield from unread_lines(report["unread"].get("found", ()))


def unread_lines(found: Iterable[Plain]) -> Iterator[str]:
    """Each unread sentence with its sign and the reason, by document."""
    document = None
    for row in found:
        if row["document"] != document:
            document = row["document"]
            yield f"\n{document}: unread"
        yield f"  ? {row['sign']} “{row['words']}”: {row['reason']}"
        yield f"      “{' '.join(row['quote'].split())}”"


def measurement_as_csv(report: Plain) -> str:
    """One line a figure: of all, of each publisher, of each document; and of each rule (right is tp, wrong is fp)."""
    header = ["of", "name", "layer", *_COUNTS, *_SHARES, "low", "high"]
    rows: list[Sequence[object]] = [["all", None, *_csv(*pair)] for pair in report["layers"].items()]
    for of, groups in (("publisher", report["publishers"]), ("document", report["per_document"])):
        for name, found in groups.items():
            rows += [[of, name, *_csv(*pair)] for pair in found.get("layers", found).items()]
    for rule in report["rules"]:
        said = rule["right"] + rule["wrong"]
        figures = [None, said, rule["right"], rule["wrong"], None, rule["precision"], None, None, rule["lower"], None]
        rows.append(["rule", rule["rule"], rule["layer"], *figures])
    return as_csv(header, rows)


def mistakes_as_csv(report: Plain) -> str:
    """One line an error."""
    header = ["document", "layer", "kind", "row", "rule", "words"]
    return as_csv(header, [[row[name] for name in header] for row in report["errors"]])


def _csv(name: str, figures: Plain) -> list[object]:
    bounds = figures.get("interval") or (None, None)
    return [name, *(figures[key] for key in (*_COUNTS, *_SHARES)), *bounds]


def _figures(figures: Plain) -> list[object]:
    return [*(figures[name] for name in _COUNTS), *(_share(figures[name]) for name in _SHARES)]


def _interval(figures: Plain) -> str:
    return "–".join(_share(bound) for bound in figures["interval"])


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"
