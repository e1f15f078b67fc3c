"""Languages: English is read; any other is kept and reported, and nothing is read from it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli import run
from kg.extraction import read, unread_stretches
from kg.ledger import Ledger
from kg.loaders import Metadata, load
from kg.loaders.language import language_of
from kg.loaders.stretches import stretches
from kg.model.claims import NameUse
from kg.pipeline import build
from kg.store import open_current, quads

ENGLISH = "Lisbon, 4 May 2021\n\nMs. Ada Nkemelu, Director of the Port Office, chaired the Harbour Council today."
FRENCH = (
    "Lisbonne, le 4 mai 2021\n\nMme Ada Nkemelu, directrice de l'Office des ports, a présidé aujourd'hui la réunion du "
    "Conseil portuaire, en présence de M. Bob Cole, ministre de la Justice du Norland."
)
OTHERS = {
    "ar": "ترأست السيدة آدا نكيميلو مديرة مكتب الموانئ اليوم اجتماع مجلس الموانئ بحضور وزير العدل السيد بوب كول",
    "de": "Frau Ada Nkemelu, Direktorin des Hafenamts, leitete heute die Sitzung des Hafenrats in Anwesenheit von "
    "Herrn Bob Cole, dem Justizminister von Norland, und dankte allen Delegationen für die gute Zusammenarbeit.",
    "es": "La señora Ada Nkemelu, directora de la Oficina de Puertos, presidió hoy la reunión del Consejo Portuario, "
    "en presencia del señor Bob Cole, ministro de Justicia de Norlandia, y agradeció a las delegaciones su trabajo.",
    "fr": FRENCH,
    "ru": "Директор Управления портов госпожа Ада Нкемелу провела сегодня заседание Совета портов в присутствии "
    "министра юстиции Норландии господина Боба Коула",
    "zh": "港口办公室主任艾达·恩克梅卢女士今天主持了港口理事会会议诺兰司法部长鲍勃·科尔先生出席了会议" * 3,
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_is_told_from_english_and_named(language: str) -> None:
    assert language_of(OTHERS[language]) == language


def test_every_document_of_the_sample_and_the_corpus_is_english(top: Path) -> None:
    paths = [*sorted((top / "kg" / "sample").glob("*.txt")), *sorted((top / "tests" / "corpus").glob("*.*"))]
    said = {
        path.name: load(path.read_bytes(), path.name).language for path in paths if path.suffix in (".txt", ".html")
    }
    assert len(said) > 30
    assert {name: language for name, language in said.items() if (language or "")[:2] != "en"} == {}


def test_a_document_of_another_language_is_kept_and_reported_and_leaves_no_trace_in_the_graph(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "en.txt").write_text(ENGLISH)
    build([docs], tmp_path / "without")
    (docs / "fr.txt").write_text(FRENCH)
    summary = build([docs], tmp_path / "graph")
    assert (summary.admitted, summary.exit_code) == (1, 3)
    (reported,) = summary.set_aside
    assert reported.document == "fr.txt"
    assert reported.reason.startswith("no reader for fr: expected a document in en; it is kept")
    with Ledger(tmp_path / "graph") as ledger:
        kept = [document for document in ledger.documents() if document.name == "fr.txt"]
        assert [(document.text, ledger.claims(document.key)) for document in kept] == [(FRENCH, ())]
    with open_current(tmp_path / "graph") as one, open_current(tmp_path / "without") as other:
        assert list(quads(one)) == list(quads(other))
    assert build([docs], tmp_path / "graph").set_aside == summary.set_aside


def test_who_knows_better_is_believed(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH)
    (tmp_path / "fr.meta.toml").write_text('language = "en"')
    assert build([tmp_path / "fr.txt"], tmp_path / "graph").exit_code == 0
    (tmp_path / "en.txt").write_text(ENGLISH)
    (tmp_path / "en.meta.toml").write_text('language = "fr"')
    assert build([tmp_path / "en.txt"], tmp_path / "other").exit_code == 1


@pytest.mark.parametrize(
    ("page", "language"),
    [
        (f"<html lang='fr'><p>{ENGLISH}", "en"),
        (f"<html lang='en-GB'><p>{ENGLISH}", "en-GB"),
        (f"<html lang='en'><p>{FRENCH}", "fr"),
        ("<html lang='pt-BR'><p>Brasília, 3 de maio", "pt-BR"),
        ("<html><p>Geneva, 3 May 2021", None),
    ],
)
def test_the_text_is_believed_before_what_a_page_says_of_itself(page: str, language: str | None) -> None:
    assert load(page.encode(), "note").language == language


def test_extract_says_so_and_prints_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH)
    for arguments in ([], ["--explain"]):
        assert run(["extract", str(tmp_path / "fr.txt"), *arguments]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("kg: fr.txt: no reader for fr: expected a document in en")


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert language_of(text) == language_of(text)
    assert language_of(text) is None or str(language_of(text)).isascii()


BILINGUAL = {
    "the other half after": f"{ENGLISH}\n\n{FRENCH}",
    "the other half first": f"{FRENCH}\n\n{ENGLISH}",
    "line by line": f"{ENGLISH}\n{FRENCH}".replace("\n\n", "\n"),
    "a list of names in it": f"{ENGLISH}\n\n{FRENCH}\n\nM. Noé Marchand, directeur de l'Institut maritime\nMme Lia Sol",
} | {f"and {language}": f"{ENGLISH}\n\n{words}" for language, words in OTHERS.items()}


@pytest.mark.parametrize("name", BILINGUAL)
def test_of_two_languages_the_one_that_is_read_says_what_it_says_alone(name: str) -> None:
    language = name.removeprefix("and ") if name.startswith("and ") else "fr"
    document, alone = load(BILINGUAL[name].encode(), "release"), load(ENGLISH.encode(), "release")
    assert document.language == "en"
    assert {each.language for each in document.foreign} == {language}
    assert [claim.name for claim in read(document) if isinstance(claim, NameUse)] == [
        claim.name for claim in read(alone) if isinstance(claim, NameUse)
    ]
    assert (unread_stretches(document) or "").startswith(f"no reader for {language}: ")
    assert unread_stretches(alone) is None


@pytest.mark.parametrize("heading", ["Réunion du Comité pour la sécurité des ports", "Déclaration sur les ports"])
def test_a_heading_in_another_language_goes_with_what_stands_below_it(heading: str) -> None:
    document = load(f"{ENGLISH}\n\n{heading}\n\n{FRENCH}".encode(), "release")
    assert document.text[document.foreign[0].start :].startswith(heading)


def test_a_name_above_another_language_stays_where_it_is() -> None:
    for line in ("Mr Luis de la Vega, Ministry of Ports", "Harbour Council of the North"):
        document = load(f"{ENGLISH}\n\n{line}\n\n{FRENCH}".encode(), "release")
        assert not document.text[document.foreign[0].start :].startswith(line)


def test_who_says_that_all_of_it_is_english_is_believed() -> None:
    document = load(BILINGUAL["the other half after"].encode(), "release", Metadata(language="en"))
    assert document.foreign == ()


@pytest.mark.parametrize(
    "words",
    [
        "The Conseil supérieur de la lutte contre le terrorisme met in Lyon.",
        "Participants:\n\nM. Luis de la Vega, Ministerio de Defensa de la República y del Mar\nMme Aude Le Gall, Paris",
        "“Nous ne céderons pas à la peur”, he said, and the minister of Norland agreed with him.",
    ],
)
def test_names_and_words_of_another_language_in_english_are_read(words: str) -> None:
    assert load(f"{ENGLISH}\n\n{words}\n\n{ENGLISH}".encode(), "release").foreign == ()


@given(st.lists(st.sampled_from([ENGLISH, FRENCH, OTHERS["ru"], "Lisbon, 3 May 2021", "- Ms Ada Cole"]), max_size=6))
def test_stretches_stand_in_order_in_the_text(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    found = stretches(text, "en")
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(set(places))
    assert all(text[each.start : each.end].strip() for each in found)
    assert sum(text[each.start : each.end].count(ENGLISH) for each in found) == 0


def test_a_build_tells_of_what_it_read_in_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release = tmp_path / "both.txt"
    release.write_text(BILINGUAL["the other half after"], encoding="utf-8")
    for again in range(2):
        assert run(["build", str(release), "--graph", str(tmp_path / "graph")]) == 3, again
        said = capsys.readouterr().err
        assert "read in part: both.txt: no reader for fr: " in said
        assert "1 read in part" in said
    assert run(["extract", str(release)]) == 3
    assert "both.txt: no reader for fr" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        "Joint Statement Counter-Terrorism Dialogue European Union United States",
        "Cambodia: Mr Hun Sok\nIndonesia: Ms Retno Lind\nViet Nam: Mr Pham Binh\nThailand: Mr Don Pramud",
        "Photo: Minister Lind, Ambassador Varn, Commissioner Roth and Colonel Berg (Brussels, 2021)",
    ],
)
def test_words_that_hold_no_sentence_together_are_of_no_other_language(words: str) -> None:
    assert language_of(words) in (None, "en")


@pytest.mark.parametrize(
    ("minister", "ambassador"),
    [("Budi Santoso", "Nguyen Van Thanh"), ("Jan Novák", "Piotr Wiśniewski"), ("Hassan Sheikh Ali", "Tenzin Dorji")],
)
@pytest.mark.parametrize(
    "words",
    [
        "Press release\n\nMinister {} receives Ambassador {}\n\nMinister {} received Ambassador {} on 3 May 2024.",
        "Minister {} met Ambassador {}, discussing port security.",
        "Colonel {}, Commander, Special Forces; Brigadier {}, Director, Operations.",
        "Participants: {}, ITU, Mae Quan, {}, Su Lin, SA Ports; INTERPOL, Budi Ismail, Siti Rahimi",
    ],
)
def test_a_short_release_full_of_names_is_of_no_other_language(words: str, minister: str, ambassador: str) -> None:
    assert language_of(words.format(*(minister, ambassador) * 2)) in (None, "en")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "id",
            "Menteri Dalam Negeri menerima kunjungan duta besar Kenya di Jakarta untuk membahas kerja sama keamanan.",
        ),
        ("ms", "Menteri Pertahanan telah menerima kunjungan hormat daripada Duta Besar Kenya di Kuala Lumpur."),
        (
            "sk",
            "Minister vnútra prijal veľvyslanca Kene v Bratislave, aby rokovali o tom, ktorá je podľa neho.",
        ),
        ("hr", "Ministar je primio veleposlanika Kenije, koji je u službenom posjetu Hrvatskoj, prema priopćenju."),
        ("no", "Ministeren møtte ambassadøren i Oslo og de snakket om sikkerhet, som ikke ble nevnt etter møtet."),
        ("vi", "Bộ trưởng đã tiếp Đại sứ Kenya tại Hà Nội và hai bên đã trao đổi về an ninh của các nước."),
    ],
)
def test_one_sentence_tells_a_language(language: str, words: str) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize(
    ("first", "second", "language", "foreign"),
    [
        ("Communiqué de presse", ENGLISH, "en", 0),
        ("Press release", FRENCH, "fr", 0),
        ("Press release", f"{ENGLISH}\n\nCommuniqué de presse\n\n{FRENCH}", "en", 1),
        ("Communiqué de presse", f"{FRENCH}\n\nPress release\n\n{ENGLISH}", "en", 1),
    ],
)
def test_a_heading_tells_neither_more_nor_less_than_what_stands_below_it(
    first: str, second: str, language: str, foreign: int
) -> None:
    document = load(f"{first}\n\n{second}".encode(), "note.txt")
    assert (document.language, len(document.foreign)) == (language, foreign)
    for stretch in document.foreign:
        assert document.text[stretch.start :].startswith("Communiqué de presse")
        assert "Press release" not in document.text[stretch.start : stretch.end]
