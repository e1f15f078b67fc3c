"""The index of a generated graph, written from its claims as they are made up, without a store of triples between.

``kg build`` asks the store for what goes into the index; of 100,000 documents that takes hours on a small machine. This
writes the same tables in minutes. ``python benchmarks/tables.py 1000`` compares them with those of the store.
"""

import shutil
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import graphs
import pyoxigraph

from kg.index import FILE, Contents, Naming, Passages, Projection, write
from kg.iris import fold
from kg.model.actors import Actors
from kg.questions.bags import bag
from kg.questions.indexing import _projection, _projections
from kg.rdf import entity_graph

TOP = Path(__file__).resolve().parent.parent


class Tables(graphs.Graph):
    """What the index says of a generated graph."""

    def __init__(self, documents: int) -> None:
        super().__init__(documents)
        self.rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self.read: list[tuple[str, str | None, str | None, str]] = []
        self.passages: list[tuple[str, str, int, int, str]] = []
        self.claims: list[tuple[str, str, str, str | None]] = []
        self.named: set[str] = set()
        self.places: dict[str, str] = {}
        for at in range(documents):
            for _ in self._document(at):
                pass
        self._of_meetings()
        self._of_tenures()

    def contents(self) -> Contents:
        """All of the index."""
        made = [self._projection(path) for path in _projections("*.rq")]
        tables = (path.read_text("utf-8") for path in _projections("*.sql"))
        passages = Passages(
            ((iri, document) for iri, document, *_ in self.passages),
            ((iri, start, end) for iri, _, start, end, _ in self.passages),
            ((iri, words) for iri, *_, words in self.passages),
        )
        return Contents(self.base.iri, self._things(), self.read, passages, self.claims, made, tables)

    def _projection(self, path: Path) -> Projection:
        """The rows made up here, under the columns of the query; those of the vocabularies from the query itself."""
        found = _projection(path, self._vocabularies, self.base.iri)
        if path.stem not in self.rows:
            return Projection(found.name, found.columns, found.keys, list(found.rows))
        rows = [[row.get(column) for column in found.columns] for row in self.rows[path.stem]]
        return Projection(found.name, found.columns, found.keys, rows)

    def _vocabularies(self, query: str) -> Iterable[dict[str, Any]]:
        store = pyoxigraph.Store()
        lines = "".join(f"{line[:-2]}<{self.base.entities}> .\n" for line in entity_graph(Actors(self.base)))
        store.load(lines.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
        found = store.query(query)
        names = [variable.value for variable in found.variables]  # type: ignore[union-attr]
        return [{name: term.value for name, term in zip(names, row, strict=True) if term} for row in found]  # type: ignore

    def _node(self, subject: str, _: list[str], *stated: tuple[str, str]) -> Iterator[str]:
        """A document: all else is a claim."""
        said = {_local(predicate): _plain(term) for predicate, term in stated}
        self.iri, self.said, self.title = _plain(subject), said["issued"], said["title"]
        self.read.append((self.iri, self.title, self.said, ""))
        self.rows["issues"].append(
            {"document": self.iri, "title": self.title, "published": self.said}
            | {"issued_from": self.said, "issued_to": self.said}
        )
        self.named.add(said["sha256"])
        yield from ()

    def _claim(self, kind: str, _: list[str], *stated: tuple[str, str]) -> Iterator[str]:
        start = 100 * self.offset
        self.passage = f"<{self.base.iri}passage/{self.key}-{start}-{start + 60}>"
        passage, claim = _plain(self.passage), f"{self.base.iri}{kind}/{self.key}-{self.offset}"
        words = f"the words of claim {self.offset} in release {self.key}"
        self.passages.append((passage, self.iri, start, start + 60, words))
        self.claims.append((claim, passage, "asserted", f"bench.{kind}"))
        said = {_local(predicate): _plain(term) for predicate, term in stated}
        known = {"claim": claim, "document": self.iri, "said": self.said}
        if kind == "meeting-report":
            self.places[said["reports"]] = said["place"]
            row = {"meeting": said["reports"], "state": _notation(said["meetingState"]), "place": said["place"]}
            self.rows["reports"].append(known | row)
        elif kind == "participation":
            row = {"meeting": said["meeting"], "agent": said["hasParticipant"], "behalf": said.get("onBehalfOf")}
            row |= {"role": _notation(said["role"]), "presence": _notation(said["presence"])}
            self.rows["participations"].append(known | row)
        elif kind == "attestation":
            row = {"person": said["person"], "post": said["post"], "body": said["organisation"]}
            row |= {"status": _notation(said["status"]), "attested": said["attestedOn"]}
            self.rows["attestations"].append(known | row)
        elif kind == "name-use":
            self.named.add(said["names"])
            row = {"named": said["names"], "form": said["form"], "kind": _notation(said["nameKind"])}
            self.rows["uses"].append(known | row)
        else:
            row = {"subject": said["subject"], "relation": _notation(said["relation"]), "object": said["object"]}
            self.rows["relations"].append(known | row)
        self.offset += 1
        yield from ()

    def _of_meetings(self) -> None:
        for at in range(self.meetings):
            day = str(self._day(-(-at * self.documents // self.meetings)))
            row: dict[str, Any] = {
                "meeting": _plain(self._iri("meeting", at)),
                "state": "held",
                "first": day,
                "last": day,
            }
            row |= {"date": day, "ordinal": at // len(self.series) + 1}
            self.rows["meetings"].append(row | {"series": _plain(self._iri("series", at % len(self.series)))})
        days = {row["meeting"]: row["first"] for row in self.rows["meetings"]}
        for part in self.rows["participations"]:
            if "/official/" in part["agent"]:
                day = days[part["meeting"]]
                row = {"meeting": part["meeting"], "agent": part["agent"], "first": day, "last": day}
                self.rows["people"].append(row)

    def _of_tenures(self) -> None:
        for (person, body, head), seen in self.tenures.items():  # type: ignore[misc]
            days = sorted(_plain(day) for _, day, _ in seen)
            tenure = f"{self.base.iri}tenure/{person}-{body}-{head}"
            row = {"tenure": tenure, "post": _plain(self._post((body, head)))}  # type: ignore[arg-type]
            row |= {"person": _plain(self._iri("official", person)), "body": _plain(self._iri("body", body))}  # type: ignore[arg-type]
            self.rows["tenures"].append(row | {"status": "substantive", "first": days[0], "last": days[-1]})
            self.rows["witnesses"] += ({"tenure": tenure, "claim": _plain(claim)} for claim, _, _ in seen)
            self.claims += ((tenure, _plain(passage), "asserted", None) for _, _, passage in seen)

    def _things(self) -> Iterator[Naming]:
        for kind, names in (("official", self.people), ("body", self.bodies)):
            for at, name in enumerate(names):
                yield _thing(kind, _plain(self._iri(kind, at)), name)
        for body, head in self.posts:
            name, of = f"{graphs.HEADS[head]}, {self.bodies[body]}", _plain(self._iri("body", body))
            forms = (name, f"{graphs.HEADS[head]} of the {self.bodies[body]}")
            yield _thing(
                "post", _plain(self._post((body, head))), *forms, also=[self.bodies[body]] * (of in self.named)
            )
        editions: defaultdict[int, list[str]] = defaultdict(list)
        for at in range(self.meetings):
            editions[at % len(self.series)].append(self._meeting(at))
            row = self.rows["meetings"][at]
            also = [str(row["ordinal"]), row["first"], row["first"][:7], row["first"][:4]]
            also += [self.places[row["meeting"]]] * (row["meeting"] in self.places)
            yield _thing("meeting", row["meeting"], self._meeting(at), also=also)
        for at, name in enumerate(self.series):
            yield _thing("series", _plain(self._iri("series", at)), name, *editions[at])
        for at, (iri, title, _, _) in enumerate(self.read):
            yield _thing("document", iri, title or "", f"{at:064x}")


def _thing(kind: str, iri: str, label: str, *forms: str, also: Iterable[str] = ()) -> Naming:
    thing = Naming(kind, iri, label)
    for into, texts in ((thing.forms, (label, *forms)), (thing.beside, also)):
        for text in texts:
            into[text] = fold(text)
            thing.words |= bag(text)
    return thing


def _plain(term: str) -> str:
    """An IRI without its brackets, a literal without its datatype."""
    return term[1:-1] if term[0] == "<" else term[1 : term.rindex('"')]


def _local(iri: str) -> str:
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]


def _notation(iri: str) -> str:
    return iri.rpartition("/")[2]


def written(folder: Path, documents: int) -> Path:
    """A folder with the index of a generated graph alone, written unless it is there: enough to answer questions."""
    target = folder / f"{documents}-index"
    if not (target / FILE).is_file():
        draft = folder / f"{documents}-index.tmp"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        write(draft / FILE, Tables(documents).contents()).close()
        draft.replace(target)
    return target


def differing(one: Path, other: Path) -> list[str]:
    """The tables that do not say the same in two indexes."""
    first, second = (sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) for path in (one, other))
    tables = [row[0] for row in first.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return [
        table
        for table in tables
        if sorted(map(repr, first.execute(f'SELECT * FROM "{table}"')))  # noqa: S608 - names of ours
        != sorted(map(repr, second.execute(f'SELECT * FROM "{table}"')))  # noqa: S608
    ]


def main() -> None:
    """Compare the index written here with that of the store."""
    documents = int(sys.argv[1])
    folder = TOP / "build" / "graphs"
    of_store = graphs.generated(folder / str(documents), documents) / FILE
    print(f"{documents} documents, tables that differ: {differing(of_store, written(folder, documents) / FILE)}")


if __name__ == "__main__":
    main()
