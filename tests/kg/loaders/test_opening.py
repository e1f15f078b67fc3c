"""Archives and mails: each document in them is one of its own, known by its bytes, read where it stands."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import Unreadable
from kg.ledger import Ledger
from kg.loaders import member, members
from kg.loaders.holding import Holding
from kg.model.text import Document
from kg.pipeline import build
from kg.store import open_current, quads

FIRST = "Lisbon, 4 May 2021\n\nMs. Ada Nkemelu, Director of the Port Office, chaired the Harbour Council today."
SECOND = "Oslo, 5 May 2022\n\nMr. Bob Cole, Minister of Norland, chaired the second Harbour Council today."
MENU = "Ms. Eve Dean, Ambassador of Norland, hosted the third Harbour Council in Rome today."


def _zip(**files: bytes | str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return file.getvalue()


def _mail(text: str | None, *attached: tuple[str, bytes]) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "press@example.org", "all@example.org", "Council meets"
    if text is not None:
        message.set_content(text)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def _built(tmp_path: Path, **files: bytes | str) -> tuple[dict[str, Document], dict[str, str]]:
    """What a build makes of these files: documents by name, reasons by name."""
    docs = tmp_path / "docs"
    docs.mkdir(exist_ok=True)
    for name, data in files.items():
        (docs / name.replace("_", ".")).write_bytes(data if isinstance(data, bytes) else data.encode())
    summary = build([docs], tmp_path / "graph")
    with Ledger(tmp_path / "graph") as ledger:
        found = {document.name: document for document in ledger.documents()}
    return found, {each.document: each.reason for each in summary.set_aside}


def test_the_documents_of_an_archive_are_documents_of_their_own(tmp_path: Path) -> None:
    archive = _zip(a_txt=FIRST, sub__b_txt=SECOND, sub__b_meta_toml='published = "2022-05-06"', notes_json="{}")
    found, refused = _built(tmp_path, releases_zip=archive)
    assert refused == {}
    assert {name: document.text for name, document in found.items()} == {
        "releases.zip!/a.txt": FIRST,
        "releases.zip!/sub/b.txt": SECOND,
    }
    assert (str(found["releases.zip!/sub/b.txt"].published), found["releases.zip!/sub/b.txt"].published_from) == (
        "2022-05-06",
        "sidecar",
    )


def test_where_a_document_stands_makes_no_difference(tmp_path: Path) -> None:
    mail = bytes(_mail(None, ("b.txt", SECOND.encode())))
    for name, files in (
        ("one", {"a_txt": FIRST, "b_txt": SECOND}),
        ("two", {"all_zip": _zip(a_txt=FIRST, m_eml=mail)}),
    ):
        (tmp_path / name).mkdir()
        _built(tmp_path / name, **files)
    with open_current(tmp_path / "one" / "graph") as one, open_current(tmp_path / "two" / "graph") as two:
        assert list(quads(one)) == list(quads(two))


def test_a_mail_is_read_and_what_is_attached_too(tmp_path: Path) -> None:
    picture, calendar = ("seal.png", b"\x89PNG"), ("invite.ics", b"BEGIN:VCALENDAR")
    forwarded = _mail(SECOND)
    mail = _mail(FIRST, ("annex.txt", MENU.encode()), picture, calendar)
    mail.add_attachment(forwarded)
    found, refused = _built(tmp_path, m_eml=bytes(mail))
    assert refused == {}
    assert {name: document.text.strip() for name, document in found.items()} == {
        "m.eml": f"Council meets\n\n{FIRST}",
        "m.eml!/annex.txt": MENU,
        "m.eml!/Council meets": f"Council meets\n\n{SECOND}",
    }


def test_a_mail_that_only_brings_a_document_is_that_document(tmp_path: Path) -> None:
    found, refused = _built(tmp_path, m_eml=bytes(_mail(None, ("annex.txt", FIRST.encode()))))
    assert (list(found), refused) == (["m.eml!/annex.txt"], {})


def test_a_bad_document_is_set_aside_and_the_others_of_its_archive_go_on(tmp_path: Path) -> None:
    archive = _zip(a_txt=FIRST, b_txt=b"\x00\x01", c_pdf=b"%PDF-1.7 \xff", d_txt=SECOND, d_meta_toml="published = 1")
    found, refused = _built(tmp_path, releases_zip=archive)
    assert list(found) == ["releases.zip!/a.txt"]
    assert {name: reason.split(",")[0] for name, reason in refused.items()} == {
        "releases.zip!/b.txt": "expected a text",
        "releases.zip!/c.pdf": "expected a PDF",
        "releases.zip!/d.txt": 'd.meta.toml: expected published as a string (published = "…")',
    }


def test_two_documents_of_one_name_are_both_read(tmp_path: Path) -> None:
    mail = bytes(_mail(None, ("a.txt", FIRST.encode()), ("a.txt", SECOND.encode())))
    found, _ = _built(tmp_path, m_eml=mail)
    assert sorted(found) == ["m.eml!/a.txt (1)", "m.eml!/a.txt (2)"]


def test_names_in_an_archive_are_labels_and_lead_nowhere(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in (
            "../../evil.txt",
            "/etc/evil.txt",
            "a\nb\x1b[2J.txt",
            ".hidden.txt",
            "gold/a.txt",
            "__MACOSX/a.txt",
        ):
            archive.writestr(name, FIRST + name)
    found, refused = _built(tmp_path, releases_zip=file.getvalue())
    assert refused == {}
    assert sorted(found) == ["releases.zip!/../../evil.txt", "releases.zip!//etc/evil.txt", "releases.zip!/a b [2J.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "graph"]
    assert not (tmp_path.parent / "evil.txt").exists()


def test_what_has_not_changed_in_an_archive_is_not_read_again_and_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    _built(tmp_path, r_zip=_zip(a_txt=FIRST, b_txt=b"\x00"))
    again = build([tmp_path / "docs"], tmp_path / "graph")
    assert (again.unchanged, again.read) == (1, 1)  # what was set aside is tried again
    found, refused = _built(tmp_path, r_zip=_zip(a_txt=FIRST))
    assert (list(found), refused) == (["r.zip!/a.txt"], {})
    with Ledger(tmp_path / "graph") as ledger:
        assert ledger.aside() == ()


def test_archives_in_archives_are_opened_three_deep(tmp_path: Path) -> None:
    archive = _zip(a_txt=FIRST)
    for _ in range(2):
        archive = _zip(inner_zip=archive)
    found, _ = _built(tmp_path, r_zip=archive)
    assert list(found) == ["r.zip!/inner.zip!/inner.zip!/a.txt"]
    _, refused = _built(tmp_path, r_zip=_zip(inner_zip=archive))
    (reason,) = refused.values()
    assert reason == "expected a document, found a zip archive; unpack it (archives in each other are opened 3 deep)"


def _bomb() -> bytes:
    return _zip(**{f"a{number}_txt": bytes(9_000_000) for number in range(23)})


def _encrypted() -> bytes:
    data = bytearray(_zip(a_txt=FIRST))
    data[6] |= 1  # of the file
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # of the directory
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_bomb, "expected at most 200000000 bytes unpacked, found 207000000; split it"),
        (
            lambda: _zip(a_txt=bytes(9_900_000), b_txt=bytes(9_900_000)),
            "expected at most 200 times the size",
        ),
        (
            lambda: _zip(**{f"a{number}_txt": "x" for number in range(1001)}),
            "expected at most 1000 documents",
        ),
        (lambda: _zip(a_txt=FIRST)[:-30], "expected a zip archive, found a damaged one"),
        (lambda: _zip(a_png=b"x"), "expected an archive with documents, found none among its 1 files"),
    ],
)
def test_an_archive_that_breaks_a_limit_is_refused_with_it(tmp_path: Path, data: object, said: str) -> None:
    assert callable(data)
    found, refused = _built(tmp_path, a_txt=SECOND, r_zip=data())
    assert list(found) == ["a.txt"]
    assert refused["r.zip"].startswith(said)


def test_an_encrypted_document_of_an_archive_is_refused(tmp_path: Path) -> None:
    _, refused = _built(tmp_path, r_zip=_encrypted())
    (reason,) = refused.values()
    assert reason.startswith("expected a document that can be opened, found an encrypted one")


@given(st.binary(max_size=60), st.integers(0, 700))
def test_any_damage_is_members_or_a_reason(damage: bytes, at: int) -> None:
    whole = _zip(a_txt=FIRST, b_txt=SECOND)
    data = whole[:at] + damage + whole[at + len(damage) :]
    try:
        found = members(data)
        said = "".join(str(member(data, (each.number,))) for each in found.members)
    except Unreadable as error:
        found, said = Holding(itself=False), str(error)
    assert found.itself or said
