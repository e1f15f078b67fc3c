"""Build: the same bytes from the same documents, whatever happened on the way; nothing lost; nothing hidden."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.errors import BadDate, Busy, NotAGraph, NotFound, UsageError, WrongFormat
from kg.ledger import NAME, Ledger, SetAside
from kg.model.claims import MeetingReport
from kg.model.dates import PartialDate
from kg.model.text import Document
from kg.pipeline import build
from kg.resources import sample
from kg.store import hold_folder, open_current, published_state, quads, start_folder

SOME = ("s03-first-dialogue-2018.txt", "s11-gherman-appointed-2022.txt", "s14-wegter-appointed-2024.txt")
URL = "https://example.org/release"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Three of the sample documents."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in SOME:
        shutil.copy(sample() / name, folder)
    return folder


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What these documents give, built elsewhere, at once, in one worker, under one hash seed."""
    return _elsewhere([sample() / name for name in SOME], tmp_path_factory.mktemp("wanted") / "graph", seed=1)


def _bytes(graph: Path) -> bytes:
    """All quads of the published version."""
    with open_current(graph) as version:
        return "".join(quads(version)).encode()


def _elsewhere(paths: Iterable[Path], graph: Path, *, seed: int = 0, workers: int = 1) -> bytes:
    """The same build in a process of its own."""
    script = "import sys; from kg.pipeline import build; build(sys.argv[3:], sys.argv[1], workers=int(sys.argv[2]))"
    command = [sys.executable, "-c", script, str(graph), str(workers), *map(str, paths)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": str(seed)})
    return _bytes(graph)


def test_a_build_tells_what_it_did(docs: Path, tmp_path: Path) -> None:
    (docs / "notes.json").write_text("{}")
    steps: list[tuple[int, int, str]] = []
    summary = build([docs], tmp_path / "graph", progress=lambda *step: steps.append(step))
    assert {name: value for name, value in summary.to_plain().items() if name != "seconds"} == {
        "documents": 3,
        "read": 3,
        "admitted": 3,
        "unchanged": 0,
        "skipped": 1,
        "set_aside": [],
        "claims": summary.claims,
        "passed_over": [str(docs / "notes.json")],
    }
    assert summary.exit_code == 0
    assert summary.claims > 10
    assert steps == [(number, 3, name) for number, name in enumerate(SOME, 1)]


def test_what_has_not_changed_is_not_read_again(docs: Path, tmp_path: Path) -> None:
    first = build([docs], tmp_path / "graph")
    before = sorted((path, path.stat().st_mtime_ns) for path in (tmp_path / "graph" / "versions").rglob("*"))
    again = build([docs], tmp_path / "graph")
    assert (again.read, again.admitted, again.unchanged, again.claims) == (0, 0, 3, first.claims)
    assert sorted((path, path.stat().st_mtime_ns) for path in (tmp_path / "graph" / "versions").rglob("*")) == before


def test_order_workers_and_hash_seed_leave_no_trace(wanted: bytes, docs: Path, tmp_path: Path) -> None:
    assert _elsewhere([docs / name for name in reversed(SOME)], tmp_path / "graph", seed=2, workers=3) == wanted


def test_bit_by_bit_is_the_same_as_at_once_and_removing_leaves_what_never_had_it(
    wanted: bytes, docs: Path, tmp_path: Path
) -> None:
    build([docs / SOME[0], docs / SOME[2]], tmp_path / "two")
    for name in reversed(SOME):
        build([docs / name], tmp_path / "steps")
    assert _bytes(tmp_path / "steps") == wanted

    with Ledger(tmp_path / "steps") as ledger:
        (key,) = [document.key for document in ledger.documents() if document.name == SOME[1]]
        assert ledger.remove(key)
    build([docs / SOME[0]], tmp_path / "steps")
    assert _bytes(tmp_path / "steps") == _bytes(tmp_path / "two") != wanted


def test_where_documents_lie_and_what_they_are_called_is_no_content(wanted: bytes, docs: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "renamed"
    moved.mkdir(parents=True)
    for name in SOME:
        shutil.copy(docs / name, moved / f"x-{name}")
    build([moved], tmp_path / "graph")
    assert _bytes(tmp_path / "graph") == wanted


def test_a_changed_document_replaces_the_version_read_before(docs: Path, tmp_path: Path) -> None:
    build([docs], tmp_path / "graph")
    (docs / SOME[0]).write_bytes((docs / SOME[0]).read_bytes() + b"\nA line more.\n")
    summary = build([docs], tmp_path / "graph")
    assert (summary.read, summary.unchanged) == (1, 2)
    build([docs], tmp_path / "scratch")
    assert _bytes(tmp_path / "graph") == _bytes(tmp_path / "scratch")


@pytest.fixture
def twins(docs: Path) -> Path:
    """Three files that are two documents: the same bytes, one with a sidecar; and two versions of one URL."""
    shutil.copy(docs / SOME[0], docs / "copy.txt")
    (docs / "copy.meta.toml").write_text('title = "A title of its own"\npublisher = "A publisher"')
    for name, published in ((SOME[1], "2022-03-04"), (SOME[2], "2024-05-06")):
        (docs / name).with_suffix(".meta.toml").write_text(f'url = "{URL}"\npublished = "{published}"')
    return docs


def test_of_a_document_at_several_places_the_same_one_speaks_whatever_is_read_last(twins: Path, tmp_path: Path) -> None:
    build([twins], tmp_path / "whole")
    wanted = _bytes(tmp_path / "whole")
    names = [*SOME, "copy.txt"]
    for number, order in enumerate((names, names[::-1], [*names[2:], *names[:2], names[3]])):
        for name in order:
            build([twins / name], tmp_path / str(number))
        assert _bytes(tmp_path / str(number)) == wanted
        assert build([twins], tmp_path / str(number)).unchanged == 4
        assert _bytes(tmp_path / str(number)) == wanted
    assert b"A title of its own" in wanted
    assert b"2024-05-06" in wanted
    assert b"2022-03-04" not in wanted


def test_a_document_that_gets_another_url_leaves_the_old_one_to_the_others(twins: Path, tmp_path: Path) -> None:
    build([twins], tmp_path / "graph")
    sidecar = (twins / SOME[2]).with_suffix(".meta.toml")
    sidecar.write_text(sidecar.read_text().replace(URL, f"{URL}/moved"))
    build([twins], tmp_path / "graph")
    build([twins], tmp_path / "scratch")
    assert _bytes(tmp_path / "graph") == _bytes(tmp_path / "scratch")
    with Ledger(tmp_path / "graph") as ledger:
        assert {document.key: document.name for document in ledger.documents() if document.url} == {
            URL: SOME[1],
            f"{URL}/moved": SOME[2],
        }


def test_where_one_of_its_files_is_gone_a_document_is_what_the_others_say(twins: Path, tmp_path: Path) -> None:
    build([twins], tmp_path / "graph")
    (twins / "copy.txt").unlink()
    (twins / SOME[2]).unlink()
    build([twins], tmp_path / "graph")
    build([twins], tmp_path / "scratch")
    assert _bytes(tmp_path / "graph") == _bytes(tmp_path / "scratch")


def test_a_document_whose_only_file_is_gone_is_kept(wanted: bytes, docs: Path, tmp_path: Path) -> None:
    build([docs], tmp_path / "graph")
    (docs / SOME[0]).unlink()
    build([docs], tmp_path / "graph")
    assert _bytes(tmp_path / "graph") == wanted


def test_only_the_published_version_stays_on_disk(docs: Path, tmp_path: Path) -> None:
    for name in SOME[:2]:
        build([docs / name], tmp_path / "graph")
    assert [path.name for path in (tmp_path / "graph" / "versions").iterdir()] == [published_state(tmp_path / "graph")]


def test_the_date_of_issue_comes_from_the_sidecar_else_from_the_call(docs: Path, tmp_path: Path) -> None:
    (docs / SOME[0]).with_suffix(".meta.toml").write_text('published = "2017-02"\nurl = "https://example.org/first"')
    build([docs], tmp_path / "graph", published="2019-05-06")
    with Ledger(tmp_path / "graph") as ledger:
        found = {document.name: document for document in ledger.documents()}
    assert (str(found[SOME[0]].published), found[SOME[0]].published_from) == ("2017-02", "sidecar")
    assert found[SOME[0]].key == "https://example.org/first"
    assert (str(found[SOME[1]].published), found[SOME[1]].published_from) == ("2019-05-06", "option")


def test_a_new_sidecar_makes_a_document_read_again(docs: Path, tmp_path: Path) -> None:
    build([docs], tmp_path / "graph")
    (docs / SOME[0]).with_suffix(".meta.toml").write_text('title = "Another title"')
    summary = build([docs], tmp_path / "graph")
    assert (summary.read, summary.unchanged) == (1, 2)
    assert b"Another title" in _bytes(tmp_path / "graph")


def test_standard_input_is_a_document(docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tmp_path / "file"
    build([docs / SOME[0]], wanted)
    data = (docs / SOME[0]).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert build(["-"], tmp_path / "graph").admitted == 1
    assert _bytes(tmp_path / "graph") == _bytes(wanted)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert build(["-"], tmp_path / "graph", published="2019-05-06").admitted == 1
    with Ledger(tmp_path / "graph") as ledger:
        assert [str(document.published) for document in ledger.documents()] == ["2019-05-06"]


def test_the_base_of_the_iris_is_kept_with_the_graph(docs: Path, tmp_path: Path) -> None:
    build([docs / SOME[0]], tmp_path / "graph", base="https://example.org/kg/")
    build([docs], tmp_path / "graph")
    found = _bytes(tmp_path / "graph")
    assert b"<https://example.org/kg/graph/entities>" in found
    assert b"https://w3id.org/ct-kg/id/" not in found


# Bad input


def test_what_cannot_be_read_is_set_aside_and_the_others_go_on(wanted: bytes, docs: Path, tmp_path: Path) -> None:
    (docs / "empty.txt").write_bytes(b"")
    (docs / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    (docs / "damaged.txt").write_bytes("caf\xe9 noir, th\xe9".encode() + b", caf\xe9")
    (docs / "sided.txt").write_text("The EU met the UN.")
    (docs / "sided.meta.toml").write_text("published = 2020")
    summary = build([docs], tmp_path / "graph", workers=2)
    assert (summary.read, summary.admitted, summary.exit_code) == (7, 3, 3)
    assert [each.document for each in summary.set_aside] == ["damaged.txt", "empty.txt", "picture.txt", "sided.txt"]
    assert summary.set_aside[1] == SetAside("empty.txt", "expected a text, found an empty file")
    assert _bytes(tmp_path / "graph") == wanted


def test_where_nothing_can_be_read_the_build_says_so(docs: Path, tmp_path: Path) -> None:
    build([docs], tmp_path / "graph")
    before = _bytes(tmp_path / "graph")
    (tmp_path / "empty.txt").write_bytes(b"")
    assert build([tmp_path / "empty.txt"], tmp_path / "graph").exit_code == 1
    assert _bytes(tmp_path / "graph") == before


def test_a_document_that_becomes_unreadable_keeps_what_was_read_before(docs: Path, tmp_path: Path) -> None:
    build([docs], tmp_path / "graph")
    before = _bytes(tmp_path / "graph")
    (docs / SOME[0]).write_bytes(b"")
    summary = build([docs], tmp_path / "graph")
    assert [each.document for each in summary.set_aside] == [SOME[0]]
    assert _bytes(tmp_path / "graph") == before


def test_a_note_goes_when_its_file_is_gone_or_is_again_what_it_was(docs: Path, tmp_path: Path) -> None:
    good = (docs / SOME[0]).read_bytes()
    build([docs], tmp_path / "graph")
    for name in (SOME[0], "gone.txt", "stays.txt"):
        (docs / name).write_bytes(b"")
    build([docs], tmp_path / "graph")
    (docs / SOME[0]).write_bytes(good)
    (docs / "gone.txt").unlink()
    assert build([docs], tmp_path / "graph").unchanged == 3
    with Ledger(tmp_path / "graph") as ledger:
        assert [each.document for each in ledger.aside()] == ["stays.txt"]


def test_a_document_that_takes_too_long_is_set_aside_with_the_setting(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_DOCUMENT_TIMEOUT", "0.001")
    summary = build([docs / SOME[0]], tmp_path / "graph")
    assert "KG_DOCUMENT_TIMEOUT" in summary.set_aside[0].reason
    monkeypatch.delenv("KG_DOCUMENT_TIMEOUT")
    assert build([docs / SOME[0]], tmp_path / "graph").admitted == 1


def test_what_the_shapes_refuse_leaves_no_trace_but_its_reason(wanted: bytes, docs: Path, tmp_path: Path) -> None:
    build([docs / SOME[0]], tmp_path / "graph")
    odd = Document("The Backwards Meeting ended before it began.", "e" * 64, "odd.txt")
    backwards = MeetingReport(
        meeting="e1",
        name="Backwards Meeting",
        kind="meeting",
        start=PartialDate(2020, 5, 2),
        end=PartialDate(2020, 5, 1),
        rule="test",
        evidence=(odd.evidence(4, 21),),
    )
    with Ledger(tmp_path / "graph") as ledger:
        ledger.keep(odd, (backwards,))
    summary = build([docs], tmp_path / "graph")
    assert [each.document for each in summary.set_aside] == ["odd.txt"]
    assert summary.set_aside[0].reason.startswith("refused by the shapes: ")
    assert (summary.admitted, summary.unchanged, summary.exit_code) == (2, 1, 3)
    assert _bytes(tmp_path / "graph") == wanted
    assert build([docs], tmp_path / "graph").exit_code == 0  # said once; `Graph.set_aside` goes on saying it


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"paths": ["absent.txt"]}, NotFound),
        ({"paths": []}, NotFound),
        ({"published": "yesterday"}, BadDate),
        ({"base": "no IRI"}, UsageError),
        ({"workers": 0}, UsageError),
    ],
)
def test_a_wrong_call_makes_no_graph(
    docs: Path, tmp_path: Path, wrong: dict[str, object], error: type[Exception]
) -> None:
    call: dict[str, object] = {"paths": [docs], "graph": tmp_path / "graph"} | wrong
    with pytest.raises(error):
        build(**call)  # type: ignore[arg-type]
    assert not (tmp_path / "graph").exists()


# The folder


def test_a_folder_of_other_things_is_left_alone(docs: Path) -> None:
    before = sorted(path.name for path in docs.iterdir())
    with pytest.raises(NotAGraph):
        build([docs], docs)
    assert sorted(path.name for path in docs.iterdir()) == before


def test_a_second_build_is_refused_with_who_holds_the_graph(docs: Path, tmp_path: Path) -> None:
    start_folder(tmp_path / "graph")
    with hold_folder(tmp_path / "graph"), pytest.raises(Busy, match=f"process {os.getpid()} on"):
        build([docs], tmp_path / "graph")
    assert build([docs], tmp_path / "graph").exit_code == 0


def test_a_graph_of_another_format_says_how_to_rebuild_and_is_left_alone(docs: Path, tmp_path: Path) -> None:
    build([docs], tmp_path / "graph")
    (tmp_path / "graph" / "format").write_text("ct-kg graph 2\n")
    before = (tmp_path / "graph" / NAME).read_bytes()
    with pytest.raises(WrongFormat, match="build it again"):
        build([docs], tmp_path / "graph")
    assert (tmp_path / "graph" / NAME).read_bytes() == before


def test_a_lost_index_is_made_again_from_the_ledger(docs: Path, tmp_path: Path) -> None:
    build([docs], tmp_path / "graph")
    before = _bytes(tmp_path / "graph")
    shutil.rmtree(tmp_path / "graph" / "versions")
    assert build([docs], tmp_path / "graph").unchanged == 3
    assert _bytes(tmp_path / "graph") == before


def test_a_row_of_a_folders_table_that_tells_of_no_file_is_told(docs: Path, tmp_path: Path) -> None:
    (docs / "metadata.csv").write_text(f"file,publisher\n{SOME[0]},Harbour Council\nmissing.txt,Harbour Council\n")

    assert build([docs], tmp_path / "graph").without_file == (str(docs / "missing.txt"),)


def test_a_child_that_a_killed_build_was_just_starting_keeps_nobody_out(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    start_folder(graph)
    script = (
        "import fcntl, os, socket, sys, time\n"
        "lock = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)\n"
        "fcntl.flock(lock, fcntl.LOCK_EX)\n"
        "os.write(lock, f'process {os.getpid()} on {socket.gethostname()}'.encode())\n"
        "if os.fork():\n"
        "    os._exit(0)\n"
        "time.sleep(0.3)\n"  # the child has the lock, and its parent is gone
    )
    subprocess.run([sys.executable, "-c", script, str(graph / "lock")], check=True)
    with hold_folder(graph):
        assert (graph / "lock").read_text().startswith(f"process {os.getpid()} on ")
