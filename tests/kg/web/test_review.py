"""What does not fit together, what is missing, what people judged: on the pages of a graph that has all of it."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest

BROWSER = {"Accept": "text/html"}
DOCUMENTS = {
    "chaired.txt": """Second coastal dialogue held in Port Larn

4 May 2031 – Ms. Ines Tolvane, Director of the Coastal Security Agency, chaired the second Coastal Dialogue on
Counter-Terrorism in Port Larn on 3 May 2031. Mr. Olo Brandvik, Coordinator of the Harbour Police Office, attended.
""",
    "disputed.txt": """Coastal dialogue

5 May 2031 – The second Coastal Dialogue on Counter-Terrorism took place in Port Larn on 3 May 2031. It was chaired
by Mr. Anton Verlaine, Director of the Coastal Security Agency.
""",
    "later.txt": """Fifth coastal dialogue

9 June 2034 – Ms. Ines Tolvane, Director of the Coastal Security Agency, chaired the fifth Coastal Dialogue on
Counter-Terrorism in Port Larn on 8 June 2034.
""",
    "french.txt": """Dialogue côtier

Le 9 juin 2034, la directrice de l'agence a présidé le dialogue avec les ministres, qui ont échangé leurs vues sur
la lutte contre le terrorisme dans la région et ont décidé de se revoir à la fin de l'année avec leurs partenaires.
""",
}
JUDGED = """# ct-kg judgements 1
verdict\tkind\tleft\tleft_in\tright\tright_in\twho\twhen\twhy
different\tperson\tInes Tolvane\t\tAnton Verlaine\t\tPia Maren\t2034-07-01\ttwo people
"""


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory, start: Callable[..., Any]) -> Iterator[Any]:
    """A server of a graph in which two documents disagree, a language is not read, and somebody judged."""
    from kg.cli import run

    folder = tmp_path_factory.mktemp("disputed")
    documents = folder / "documents"
    documents.mkdir()
    for name, text in DOCUMENTS.items():
        (documents / name).write_text(text, encoding="utf-8")
    judgements = folder / "judged.tsv"
    judgements.write_text(JUDGED, encoding="utf-8")
    build = ["build", str(documents), "--graph", str(folder / "graph"), "--judgements", str(judgements), "--quiet"]
    assert run(build) == 3  # the French one is set aside
    running = start(folder / "graph", "--access-log", str(folder / "access.log"))
    yield running
    running.close()


def text_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def address(running: Any, label: str) -> str:
    found = running.query(f'SELECT DISTINCT ?x {{ ?x rdfs:label "{label}" }}', "text/csv").text.split()
    return found[1].removeprefix("https://w3id.org/ct-kg/id")


def test_a_finding_shows_both_sentences_in_their_documents_and_what_to_do(disputed: Any) -> None:
    page = disputed.ask("/review", headers=BROWSER).text
    chairs = next(each for each in re.findall(r"<article.*?</article>", page, re.DOTALL) if "was chaired by" in each)
    assert "Anton Verlaine in one document and by Ines Tolvane in another" in text_of(chairs)
    assert "correct the claim" in text_of(chairs)
    quotes = re.findall(r'<q><a href="(/document/\w+)#(w\d+-\d+)">', chairs)
    assert len({document for document, _ in quotes}) == 2
    for document, place in quotes:
        assert f'id="{place}"' in disputed.ask(document, headers=BROWSER).text


def test_what_was_set_aside_is_there_with_its_reason(disputed: Any) -> None:
    page = text_of(disputed.ask("/review", headers=BROWSER).text)
    assert "french.txt" in page
    assert "no reader for fr" in page


def test_a_series_shows_its_gaps_where_they_are(disputed: Any) -> None:
    page = text_of(disputed.ask(address(disputed, "Coastal Dialogue on Counter-Terrorism"), headers=BROWSER).text)
    places = [
        page.index(said) for said in ("reports number 1.", "3 May 2031", "reports numbers 3 to 4.", "8 June 2034")
    ]
    assert places == sorted(places)
    assert "chair Ines Tolvane" in page


def test_what_people_judged_stands_on_the_pages_it_touches(disputed: Any) -> None:
    for path in (address(disputed, "Ines Tolvane"), "/ask/posts-of?official=Anton+Verlaine"):
        page = text_of(disputed.ask(path, headers=BROWSER).text)
        assert "Judged by people" in page
        assert "Not the same" in page
        assert "Pia Maren, 1 July 2034: two people" in page
    assert "Judged by people" not in disputed.ask(address(disputed, "Olo Brandvik"), headers=BROWSER).text


def test_a_post_is_asked_for_a_day(disputed: Any) -> None:
    page = disputed.ask(address(disputed, "Director, Coastal Security Agency"), headers=BROWSER).text
    post = re.search(r'name="post" value="([^"]+)"', page)
    assert post
    answer = text_of(disputed.ask(f"/ask/holders?post={post[1]}&as_of=2034-06-08", headers=BROWSER).text)
    assert "Ines Tolvane" in answer
