"""The pages as a browser without script gets them: every fact with its words, nothing of a stranger as markup."""

import html
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
DIALOGUE = "/meeting/third-annual-un-eu-leaders-dialogue-on-counter-terrorism-e5b2b15e"


def links(page: str, kind: str) -> list[str]:
    return sorted(set(re.findall(rf'href="(/{kind}/[^"#]+?)"', page)))


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


@pytest.fixture(scope="module")
def meeting(server: Any) -> str:
    """The address of a meeting of the sample."""
    found = server.ask("/search?q=third+annual+dialogue", headers={"Accept": "text/html"}).text
    return links(found, "meeting")[0]


def test_the_first_page_counts_and_lists(server: Any) -> None:
    page = server.ask("/", headers=BROWSER)
    assert (page.status, page.kind) == (200, "text/html")
    assert "14 documents" in text_of(page.text)
    assert len(links(page.text, "document")) == 8


def test_from_search_to_the_words(server: Any, meeting: str) -> None:
    page = server.ask(meeting, headers=BROWSER).text
    assert "co-chair" in page
    assert links(page, "official")
    document, place = re.search(r'href="(/document/\w+)#(w\d+-\d+)"', page).groups()  # type: ignore[union-attr]
    assert f'id="{place}"' in server.ask(document, headers=BROWSER).text


def test_every_kind_of_thing_in_the_graph_has_an_address(server: Any) -> None:
    base = "https://w3id.org/ct-kg/id/"
    named = (
        f'SELECT (SAMPLE(?s) AS ?one) {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), "{base}") && !CONTAINS(STR(?s), "#")) }}'
    )
    found = server.query(f'{named} GROUP BY (STRBEFORE(SUBSTR(STR(?s), {len(base) + 1}), "/"))', "text/csv")
    one_of_each = found.text.split()[1:]
    assert len(one_of_each) > 10
    assert {server.ask(each.removeprefix(base[:-1]), headers=BROWSER).status for each in one_of_each} == {200}


CLASSES = {
    "body": "org:Organization",
    "document": "ct:Document",
    "meeting": "ct:Meeting",
    "official": "ct:Official",
    "post": "org:Post",
    "series": "ct:MeetingSeries",
}


@pytest.mark.parametrize("kind", CLASSES)
def test_every_thing_has_its_page(server: Any, kind: str) -> None:
    found = server.query(f"SELECT ?x {{ ?x a {CLASSES[kind]} }}", "text/csv")
    addresses = [line.removeprefix("https://w3id.org/ct-kg/id") for line in found.text.split()[1:]]
    assert addresses
    for address in addresses[:40]:
        page = server.ask(address, headers=BROWSER)
        assert (page.status, page.kind) == (200, "text/html"), address
        assert f'href="{address}.ttl"' in page.text


def test_a_document_is_its_text_and_every_claim_points_into_it(server: Any, sample_graph: Path) -> None:
    from kg.ledger import Ledger

    with Ledger(sample_graph) as ledger:
        texts = {ledger.document(key).text for key in ledger.document_keys()}  # type: ignore[union-attr]
    for address in links(server.ask("/documents", headers=BROWSER).text, "document"):
        page = server.ask(address, headers=BROWSER).text
        article = page[page.index("<article") : page.index("</article>")]
        shown = "\n".join(
            html.unescape(re.sub(r"<[^>]+>", "", p)) for p in re.findall(r'<p dir="auto">(.*?)</p>', article, re.DOTALL)
        )
        assert any(shown.split() == text.split() for text in texts)
        names = re.findall(r' id="([wc][\d-]+)"', article)
        assert len(names) == len(set(names))
        assert set(re.findall(r'href="#([wc][\d-]+)"', article)) <= set(names)


@pytest.mark.parametrize(
    "address", ["/official/nobody", "/document/0000000000000000", "/nothing", "/body/x%00y", "/passage/1-2"]
)
def test_what_is_not_there_is_404(server: Any, address: str) -> None:
    page = server.ask(address, headers=BROWSER)
    assert (page.status, page.kind) == (404, "text/html")
    assert server.ask(address, headers={"Accept": "text/turtle"}).status == 404


@pytest.mark.parametrize(
    ("accept", "ending", "kind"),
    [
        ("text/turtle", "ttl", "text/turtle"),
        ("application/ld+json", "jsonld", "application/ld+json"),
        ("application/n-triples", "nt", "application/n-triples"),
        ("text/html", "html", "text/html"),
    ],
)
def test_every_iri_answers_by_accept_and_by_suffix(
    server: Any, meeting: str, accept: str, ending: str, kind: str
) -> None:
    thing = server.ask(f"/id{meeting}", headers={"Accept": accept})
    assert (thing.status, thing.headers["vary"]) == (303, "Accept")
    followed = server.ask(thing.headers["location"], headers={"Accept": accept})
    by_accept = server.ask(meeting, headers={"Accept": accept})
    by_suffix = server.ask(f"{meeting}.{ending}")
    assert {each.kind for each in (followed, by_accept, by_suffix)} == {kind}
    assert by_accept.body == by_suffix.body
    assert "third annual" in by_suffix.text


def test_a_claim_and_a_graph_answer_too(server: Any) -> None:
    claim = server.query("SELECT ?c { ?c a ct:Participation } LIMIT 1", "text/csv").text.split()[1]
    address = claim.removeprefix("https://w3id.org/ct-kg/id")
    assert "quote" in server.ask(address, headers=BROWSER).text or "passage" in server.ask(address).text
    assert "supportedBy" in server.ask(f"{address}.nt").text
    graph = server.query("SELECT DISTINCT ?g { GRAPH ?g { ?d a ct:Document } } LIMIT 1", "text/csv").text.split()[1]
    assert "ct#Document" in server.ask(f"{graph.removeprefix('https://w3id.org/ct-kg/id')}.nt").text.replace(
        "ns#", "ct#"
    )


def test_a_page_that_has_not_changed_is_not_sent_again(server: Any, meeting: str) -> None:
    first = server.ask(meeting, headers=BROWSER)
    again = server.ask(meeting, headers={**BROWSER, "If-None-Match": first.headers["etag"]})
    packed = server.ask(meeting, headers={**BROWSER, "Accept-Encoding": "gzip"})
    assert (again.status, again.body) == (304, b"")
    assert len(packed.body) < len(first.body) / 2


ATTACK = "<script>alert(1)</script>"
HOSTILE = f"""Tide Council {ATTACK} opens "talks" & <img src=x onerror=alert(2)> {{{{ 7 * 7 }}}}

Helsinki, 3 March 2021. The fourth Tide Dialogue on Counter-Terrorism was held in Helsinki on 2 March 2021. It was
co-chaired by Ms Anna Ilvesoo, Director for <b onmouseover=alert(3)>Security</b> at the Tide Council, and Mr Jonas
Bergqvist, Secretary-General of the Harbour Union. \u202eevil\u202c
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of a document that would like to be a program."""
    folder = tmp_path_factory.mktemp("hostile")
    name = "<svg onload=alert(4)>.txt"
    (folder / name).write_text(HOSTILE, encoding="utf-8")
    (folder / f"{name.removesuffix('.txt')}.meta.toml").write_text(
        f"title = '{ATTACK} of a title'\nurl = 'https://tide.example/?q=1&onclick=alert(5)'\npublisher = '{ATTACK}'\n",
        "utf-8",
    )
    from kg.cli import run

    assert run(["build", str(folder), "--graph", str(folder / "graph"), "--quiet"]) in (0, 3)
    return folder


def test_what_a_document_says_stays_text(hostile: Path, serve: Any) -> None:
    running = serve(hostile / "graph")
    pages = ["/", "/documents", "/search?q=tide", f"/search?q={quote(ATTACK)}", f"/nothing/{quote(ATTACK)}"]
    (document,) = links(running.ask("/documents", headers=BROWSER).text, "document")
    reading = running.ask(document, headers=BROWSER).text
    pages += [document, *(each for kind in ("official", "meeting", "body", "post") for each in links(reading, kind))]
    assert len(pages) > 8
    assert html.escape(ATTACK) in reading
    for address in pages:
        page = running.ask(address, headers=BROWSER).text
        assert not re.search(r"<(img|iframe|object|embed|svg onload)", page), address
        assert not re.search(r"<script(?! type=\"module\" src=\"/static/)", page), address
        assert not re.search(r"<[^>]+\son\w+=", page), address
        assert "javascript:" not in "".join(re.findall(r'(?:href|src|action)="([^"]*)"', page)), address
        assert "\u202e" not in page


def test_parameters_are_bound_and_never_pasted(server: Any) -> None:
    for typed in ("x> } ; DROP ALL ; #", '" } UNION { ?s ?p ?o } #', "\\u003e", "%00", "'" * 500, "💥" * 300):
        assert server.ask(f"/search?q={quote(typed)}", headers=BROWSER).status == 200
        assert server.ask(f"/official/{quote(typed, safe='')}", headers=BROWSER).status == 404


def test_the_ontology_is_documented_at_its_namespace(server: Any) -> None:
    page = server.ask("/ns", headers=BROWSER)
    assert all(f'id="{place}"' in page.text for place in ("Official", "Participation", "role", "role/co-chair"))
    assert server.ask("/ns", headers={"Accept": "text/turtle"}).body == server.ask("/ns.ttl").body
    concept = server.ask("/ns/role/co-chair", headers=BROWSER)
    assert (concept.status, concept.headers["location"]) == (303, "/ns#role/co-chair")
    assert "co-chair" in server.ask("/ns/role/co-chair.nt").text
    assert server.ask("/ns/role/none").status == 404


def test_the_dataset_says_what_it_holds(server: Any) -> None:
    from rdflib import Graph, Namespace
    from rdflib.namespace import VOID

    described = Graph().parse(data=server.ask("/.well-known/void", headers={"Accept": "text/turtle"}).text)
    quads = server.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "text/csv").text.split()[1]
    assert [str(each) for each in described.objects(None, VOID.triples)] == [quads]
    officials = server.query("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ct:Official }", "text/csv").text.split()[1]
    part = described.value(None, VOID["class"], Namespace("https://w3id.org/ct-kg/ns#")["Official"])
    assert str(described.value(part, VOID.entities)) == officials
    assert server.ask("/.well-known/void", headers=BROWSER).kind == "text/html"


def test_the_editor_works_without_script(server: Any) -> None:
    page = server.ask(
        "/query?query=SELECT+%3Fname+%7B+%3Fx+a+ct%3AOfficial+%3B+foaf%3Aname+%3Fname+%7D", headers=BROWSER
    )
    assert "Voronkov" in page.text[page.text.index("<table") :]
    assert "expected SPARQL" in server.ask("/query?query=SELECT+%7B", headers=BROWSER).text
    saved = server.ask("/query?question=co-chairs", headers=BROWSER).text
    assert "Which" in saved or "co-chair" in html.unescape(saved)


def test_what_needs_review_is_listed(server: Any) -> None:
    page = server.ask("/review", headers=BROWSER)
    assert (page.status, "Every document that was handed in is in the graph" in page.text) == (200, True)


def test_what_comes_from_elsewhere_is_what_was_bundled(top: Path) -> None:
    import hashlib

    static = top / "kg" / "web" / "static"
    said = dict(reversed(line.split()) for line in (static / "SHA256SUMS").read_text("utf-8").splitlines())
    found = {
        path.relative_to(static).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("fonts", "vendor")
        for path in (static / folder).iterdir()
    }
    assert found == said
