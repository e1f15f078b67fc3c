"""HTML: the release is read whole, and nothing that stands around it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import Unreadable
from kg.loaders import load
from kg.loaders.elements import Element, parse
from kg.model.dates import PartialDate
from kg.model.text import Document

PROSE = "The Harbour Council met today under the chairmanship of Ms Ann Bell. " * 4


def _read(body: str, head: str = "") -> Document:
    return load(f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode(), "note.txt")


def _text(body: str) -> str:
    return _read(body).text


def test_headings_paragraphs_and_lists_are_lines_apart() -> None:
    assert _text(
        "<h1>Council\n  meets</h1><p>Ms&nbsp;Ann <b>Bell</b> said:<br>“Yes”.</p><h2>Present</h2>"
        "<ul><li>Ms Bell, Chair<li>Mr <i>Cole</i></ul><ol><li>first<li><p>second</p></ol><p>End.</p>"
    ).split("\n") == [
        "Council meets",
        "",
        "Ms Ann Bell said:",
        "“Yes”.",
        "",
        "Present",
        "",
        "- Ms Bell, Chair",
        "- Mr Cole",
        "",
        "1. first",
        "2. second",
        "",
        "End.",
    ]


def test_a_term_and_what_is_said_of_it_are_one_entry() -> None:
    listed = "<dl><dt>Norland<dd>Ms Bell<dd>Mr Cole<dt>Sudland</dt><dd><p>Mr Dean</p></dd></dl>"
    assert _text(f"<h1>Heads of delegation</h1>{listed}").endswith("- Norland: Ms Bell\n- Mr Cole\n- Sudland: Mr Dean")


def test_a_row_of_a_table_is_a_line_of_cells() -> None:
    table = "<table><tr><th>Name<th>Post<tr><td>Ann Bell</td><td>Chair,\nHarbour Council</td></tr><tr><td><td></table>"
    assert _text(f"<h1>Present</h1>{table}<p>End.</p>").endswith(
        "| Name | Post |\n| Ann Bell | Chair, Harbour Council |\n\nEnd."
    )


def test_what_a_cell_says_of_several_rows_is_said_in_each() -> None:
    table = (
        "<table><tr><th>State<th>Name<th>Post</tr><tr><td rowspan=2>Norland<td>Ann Bell<td>Chair</tr>"
        "<tr><td>Bob Cole<td>Minister</tr><tr><td colspan=3>Observers</tr><tr><td colspan=2>Cy Dean<td>Clerk</table>"
    )
    assert _text(f"<h1>Present at the talks</h1>{table}").split("\n")[2:] == [
        "| State | Name | Post |",
        "| Norland | Ann Bell | Chair |",
        "| Norland | Bob Cole | Minister |",
        "| Observers |",
        "| Cy Dean |  | Clerk |",
    ]


def test_lines_of_a_cell_do_not_run_into_each_other() -> None:
    table = (
        "<table><tr><td>Ms Ann Bell<br>Head of Unit<td>Ministry of<br>Justice<tr><td><p>Bob Cole<p>Cy Dean<td>Clerks"
    )
    assert _text(f"<h1>Present at the talks</h1>{table}</table>").endswith(
        "| Ms Ann Bell, Head of Unit | Ministry of Justice |\n| Bob Cole, Cy Dean | Clerks |"
    )


@pytest.mark.parametrize("span", ["65534", "0", "-1", "999999999999", "x"])
def test_a_cell_that_says_it_is_endless_is_one_cell(span: str) -> None:
    row = f"<tr><td rowspan={span} colspan={span}>Ann Bell</td><td>Chair</td></tr>"
    text = _text(f"<h1>Present at the talks</h1><table>{row * 300}</table>")
    assert text.count("| Ann Bell | Chair |") == 300


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    menu = "<td><a href='/a'>News</a><br><a href='/b'>About</a></td>"
    page = f"<table><tr>{menu}<td><h2>Council meets</h2><p>{PROSE}</p></td></tr></table>"
    assert _text(page) == f"Council meets\n\n{PROSE.strip()}"


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href='/'>Minister Dean</a></nav>",
        "<header><p>Ministry of Harbours</p></header>",
        "<footer>Mr Dean chaired the meeting.</footer>",
        "<div id='CybotCookiebotDialog'><p>Mr Dean chaired the meeting.</p></div>",
        "<div class='cc-window cc-banner'><span>Mr Dean chaired the meeting.</span></div>",
        "<div id='didomi-host'><p>Mr Dean chaired the meeting.</p></div>",
        "<p class='sr-only'>Mr Dean chaired the meeting.</p>",
        "<div aria-hidden='true'>Mr Dean chaired the meeting.</div>",
        "<article class='teaser'><h3><a href='/x'>Mr Dean</a></h3><p>Mr Dean chaired the meeting.</p></article>",
        "<div><h2>You may also like</h2><div class='card'><a href='/x'>Mr Dean met Ms Eden</a></div></div>",
        "<p><strong>Read more:</strong> <a href='/x'>Mr Dean met Ms Eden</a></p>",
        "<div id='cookie-notice'>Mr Dean chaired the meeting.</div>",
        "<div class='block relatedNews'><p>Mr Dean chaired the meeting.</p></div>",
        "<div role='navigation'>Mr Dean</div>",
        "<div style='display: none'>Mr Dean chaired the meeting.</div>",
        "<p hidden>Mr Dean chaired the meeting.</p>",
        "<h3>Related news</h3><ul><li><a href='/x'>Mr Dean met Ms Eden</a></ul>",
        "<p><a href='#'>Print</a> | <a href='mailto:x@example.org'>Send to Mr Dean</a></p>",
        "<script>var who = 'Mr Dean';</script><style>.dean{}</style><noscript>Mr Dean</noscript>",
        "<!-- Mr Dean chaired the meeting. -->",
        "<![if !IE]><!-- Mr Dean --><![endif]>",
        "<select><option>Mr Dean</select>",
        "<div class='navcontainer'>Mr Dean</div>",
        "<section><div><h2>Latest news</h2></div><a href='/x'>More</a><p>Mr Dean chaired.</p></section>",
        "<p><a href='/print'>Printer-friendly version</a> | <a href='/mail'>Send by email</a></p>",
        "<ul><li><a href='/a'>Home</a></li><li><a href='/b'>Site map</a></li></ul>",
        "<div class='promo'><a href='/x'>Campaign</a> Mr Dean chaired the meeting.</div>",
    ],
)
@pytest.mark.parametrize("main", ["main", "article", "div"])
def test_furniture_is_not_read_wherever_it_stands(furniture: str, main: str) -> None:
    wanted = f"Council meets\n\n{PROSE.strip()}\n\nEnd of the meeting."
    inside = f"<{main}><h1>Council meets</h1><p>{PROSE}</p>{furniture}<p>End of the meeting.</p></{main}>"
    assert _text(inside) == wanted
    around = f"{furniture}<{main}><h1>Council meets</h1><p>{PROSE}</p><p>End of the meeting.</p></{main}>{furniture}"
    assert _text(around) == wanted


@pytest.mark.parametrize(
    "listed",
    [
        "<ul><li><a href='/bell'>Ann Bell</a></li><li><a href='/cole'>Bob Cole</a></li></ul>",
        "<ul class='participants'><li>Ann Bell, Chair</li><li>Bob Cole, Minister</li></ul>",
        "<div class='list'><div>Ann Bell</div><div>Bob Cole</div></div>",
        "<p><a href='/bell'>Ann Bell</a><br><a href='/cole'>Bob Cole</a></p>",
        "<table><tr><td><a href='/bell'>Ann Bell</a></td><td>Chair</td></tr><tr><td>Bob Cole<td>Minister</table>",
        "<aside><h3>List of participants</h3><ul><li>Ann Bell, Chair</li><li>Bob Cole, Minister</li></ul></aside>",
        "<div class='speakers-carousel'><h5><a href='/b'>Ann Bell</a></h5><p>Chair</p><h5>Bob Cole</h5></div>",
        "<p class='teaser'>Ann Bell, Chair, and Bob Cole, Minister, took part.</p>",
        "<a href='#who'>Who was there</a><div id='who' hidden><p>Ann Bell</p><p>Bob Cole</p></div>",
        "<blockquote><p>We agree.</p><footer>Ann Bell and Bob Cole</footer></blockquote>",
    ],
)
@pytest.mark.parametrize("main", ["main", "div"])
def test_a_list_of_those_present_is_no_furniture(listed: str, main: str) -> None:
    release = f"<h1>Council meets</h1><p>{PROSE}</p><h2>Present</h2>{listed}"
    text = _text(f"<nav>Menu</nav><{main}>{release}</{main}><footer>x</footer>")
    assert "Present" in text
    assert "Ann Bell" in text
    assert "Bob Cole" in text


def test_a_headline_in_the_head_of_an_article_stays_and_one_outside_comes_first() -> None:
    assert _text(f"<article><header><h1>Council meets</h1></header><p>{PROSE}</p></article>").startswith(
        "Council meets\n\n"
    )
    assert _text(f"<div><h1>Council meets</h1></div><main><p>{PROSE}</p></main>").startswith(
        "Council meets\n\nThe Harbour"
    )


def test_a_long_notice_on_a_short_page_is_furniture_all_the_same() -> None:
    notice = (
        f"<div class='cookie-consent'><h2>We value your privacy</h2><p>{'We use cookies for this. ' * 100}</p></div>"
    )
    assert _text(f"{notice}<h1>Council meets</h1><p>{PROSE}</p>") == f"Council meets\n\n{PROSE.strip()}"


def test_a_page_that_calls_all_of_itself_a_menu_is_read() -> None:
    assert PROSE.strip() in _text(f"<div class='has-sidebar nav'><h2>Council meets</h2><p>{PROSE}</p></div>")


SITE = "<title>Council meets in Port Vell | Harbour Office</title>"


@pytest.mark.parametrize(
    "page",
    [
        "<div class='logo'><h1><a href='/'>Harbour Office</a></h1></div><h2>Council meets in Port Vell</h2>",
        "<header><h1>Harbour Office</h1></header><h2>Council meets in Port Vell</h2>",
        "<div class='cookies'><h1>Your choice</h1></div><h3>Council meets in Port Vell</h3>",
        "<div><a href='/a'>News</a><a href='/b'>Mr Dean</a></div><div class='x7'>Council meets in Port Vell</div>",
        "<table><tr><td><a href='/a'>News</a></td><td><b>Council meets in Port Vell</b><br></td></tr></table>",
    ],
)
def test_the_headline_is_what_the_page_gives_as_its_title(page: str) -> None:
    found = _read(f"{page}<div class='y8'>{PROSE}</div>", SITE)
    assert found.title == "Council meets in Port Vell"
    assert found.text == f"Council meets in Port Vell\n\n{PROSE.strip()}"


def test_a_heading_over_those_present_is_no_headline_if_there_is_another() -> None:
    people = "<h3>Speakers</h3><ul><li>Ann Bell</li></ul>"
    found = _read(f"<h4>Council meets</h4><p>{PROSE}</p>{people}", "<title>Harbours</title>")
    assert (found.title, found.text.split("\n")[0]) == ("Council meets", "Council meets")
    assert _read(f"<h1>List of participants</h1><p>{PROSE}</p>").title == "List of participants"


def test_the_head_of_a_part_of_the_page_is_read() -> None:
    parts = (
        f"<article><header><h2><a href='/1'>Bell meets Cole</a></h2><p>3 May 2021</p></header><p>{PROSE}</p></article>"
        f"<section><header><h3>Speakers</h3></header><p>{PROSE}</p></section>"
    )
    text = _text(f"<div><h1>Digest of the week</h1>{parts}</div>")
    assert all(said in text for said in ("Bell meets Cole", "3 May 2021", "Speakers"))


def test_a_page_without_a_heading_has_the_title_that_it_says() -> None:
    assert _read(f"<p>{PROSE}</p>", "<title>Council meets</title>").title == "Council meets"


def test_what_touches_only_in_the_source_is_apart() -> None:
    times = "<p><time datetime='2021-05-03' class='published'>3 May</time><time datetime='2022-01-01'>1 Jan</time></p>"
    found = _read(
        f"<main><h1>Council meets</h1>{times}<p>{PROSE}<p><a href='/b'>Ann Bell</a><a href='/c'>Bob Cole</a></main>"
    )
    assert "3 May 1 Jan" in found.text
    assert found.text.endswith("Ann Bell Bob Cole")
    assert found.published == PartialDate(2021, 5, 3)


def test_what_a_page_says_of_itself() -> None:
    head = (
        "<title>Council meets | Harbours</title><meta property='og:site_name' content='Harbour Office'>"
        "<meta property='article:published_time' content='2021-05-03T10:00:00Z'><link rel=canonical href='https://example.org/1'>"
    )
    found = _read(f"<h1>Council meets</h1><p>{PROSE}</p>", head)
    assert (found.title, found.publisher, found.language) == ("Council meets", "Harbour Office", "en")
    assert (found.published, found.published_from) == (PartialDate(2021, 5, 3), "page")
    assert found.url is None  # what a page is called is decided by whoever gathered it


@pytest.mark.parametrize(
    "said",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "Article", "datePublished": "2021-05-03"}]}</script>',
        "<meta name='DCTERMS.issued' content='2021-05-03'>",
        "<meta name='date' content='yesterday'><meta itemprop='datePublished' content='2021-05-03T00:00'>",
        "<meta name='dc.date' content='05/03/2021'><meta name='date' content='May 3rd, 2021'>",
        "<meta name='pubdate' content='Mon, 05/03/2021 - 12:00'>",
        "<meta name='date' content='Mon, 03 May 2021 23:00:00 +0200'>",
    ],
)
def test_a_date_of_issue_is_found_where_a_page_says_it(said: str) -> None:
    assert _read(f"<h1>Council meets</h1><p>{PROSE}</p>", said).published == PartialDate(2021, 5, 3)


@pytest.mark.parametrize(
    "said",
    [
        '[{"@type": "NewsArticle", "publisher": [{"@type": "Organization", "name": "Harbour Office"}]}]',
        '{"@graph": [{"@type": "Article", "publisher": {"@id": "#us"}}, {"@id": "#us", "name": "Harbour Office"}]}',
    ],
)
def test_a_publisher_is_found_where_it_is_pointed_at(said: str) -> None:
    script = f"<script type='application/ld+json'>{said}</script>"
    assert _read(f"<h1>Council meets</h1><p>{PROSE}</p>", script).publisher == "Harbour Office"


def test_one_time_in_the_release_is_its_date_and_two_are_not() -> None:
    one = "<p><time datetime='2021-05-03T10:00'>3 May</time></p>"
    assert _read(f"<main><h1>Council meets</h1>{one}<p>{PROSE}</p></main>").published == PartialDate(2021, 5, 3)
    assert _read(f"<main><h1>Council meets</h1>{one}{one}<p>{PROSE}</p></main>").published is None


def test_metadata_that_make_no_sense_are_none() -> None:
    head = "<meta name=date content='2021-99-99'><meta name=publisher content=''>"
    broken = "<script type='application/ld+json'>{[</script>"
    found = _read(f"<h1>Council meets</h1><p>{PROSE}</p>", head + broken)
    assert (found.published, found.published_from, found.publisher) == (None, None, None)


@pytest.mark.parametrize(
    "said", ["<meta charset=windows-1251>", "<meta http-equiv=x content='text/html; charset=cp1251'>"]
)
def test_the_encoding_that_a_page_declares_is_believed(said: str) -> None:
    assert load(f"<html>{said}<p>Встреча в Москве</p>".encode("cp1251"), "page").text == "Встреча в Москве"


def test_text_with_a_tag_in_it_is_no_page() -> None:
    assert load(b"The EU &amp; the UN<br>\n<b>met</b>.", "page.html").text == "The EU &amp; the UN<br>\n<b>met</b>."


@pytest.mark.parametrize("body", ["", "<nav>Home</nav>", "<script>x", "<p> &nbsp; </p>"])
def test_a_page_without_a_text_is_refused(body: str) -> None:
    with pytest.raises(Unreadable, match="expected a page with a text, found none"):
        _text(body)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "Ms Bell chaired." + "</div>" * 100_000,
        "<b>" * 100_000 + "Ms Bell chaired.",
        "</p>" * 100_000 + "Ms Bell chaired.",
        "<ul><li>" * 50_000 + "Ms Bell chaired.",
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">Ms Bell chaired.",
        "<p>x</p>" * 100_000 + "Ms Bell chaired.",
        "<![strange[ x ]]>Ms Bell chaired.",
        "<p>Ms Bell\x00 \x1b[31mchaired.\ufffe</p><p>&#0;&#x1b;&#xD800;</p>Ms Bell chaired.",
    ],
    ids=["deep", "inline", "ends", "lists", "attributes", "paragraphs", "section", "controls"],
)
def test_a_hostile_page_is_read_and_holds_no_control_characters(page: str) -> None:
    text = load(b"<html><body>" + page.encode(), "page").text
    assert "Ms Bell chaired." in text
    assert not any(ord(char) < 32 and char not in "\n\t" for char in text)


@given(st.text(alphabet="<>/!-[]=\"'& abdhilprtu1\n", max_size=200))
def test_any_tags_are_a_text_or_a_reason(tags: str) -> None:
    try:
        text = _text(tags)
    except Unreadable as error:
        text = str(error)
    assert text.strip()


def test_no_claim_of_the_corpus_pages_stands_in_their_furniture(top: Path) -> None:
    for path in sorted((top / "tests" / "corpus").glob("*.html")):
        text = load(path.read_bytes(), path.name).text
        for word in ("cookies", "Newsroom", "Subscribe", "Sitemap", "Internships", "All rights", "Videos", "Our work"):
            assert word not in text, path.name


def _at(page: str, path: str) -> str:
    """The words of the element at an XPath of numbered steps."""
    element = parse(page).top
    for step in path.strip("/").split("/"):
        tag, number = step.rstrip("]").split("[")
        same = [child for child in element.children if isinstance(child, Element) and child.tag == tag]
        element = same[int(number) - 1]
    return element.text()


def test_every_line_knows_the_element_in_which_it_stands() -> None:
    page = (
        "<html><head><title>x</title></head><body><nav><p>Menu</p></nav><main><h1>Council \u202emeets</h1><div><p>Ms "
        "<b>Bell</b> chaired.</p><p>Mr Cole spoke.<br>All agreed.</p></div><ul><li>One</li><li><p>Two</p></li></ul>"
        "<pre>Three\nFour</pre><table><tbody><tr><td>Ann</td><td>Chair</td></tr><tr><td>Bob</td><td>Vice</td></tr>"
        "</tbody></table></main></body></html>"
    )
    document = load(page.encode(), "note")
    for line in filter(None, document.text.split("\n")):
        path = document.element_at(document.text.index(line))
        assert path is not None
        words = line.strip("|-. ").replace(" | ", " ")
        assert words in " ".join(_at(page.replace("\u202e", ""), path).split())
    assert document.element_at(document.text.index("Mr Cole")) == "/html[1]/body[1]/main[1]/div[1]/p[2]"
    assert document.element_at(document.text.index("Bob")) == "/html[1]/body[1]/main[1]/table[1]/tbody[1]/tr[2]"
    assert document.page_at(0) is None


def test_what_a_page_leaves_out_stands_in_the_path_as_browsers_put_it() -> None:
    document = load(b"<!doctype html><p>The Council met.<table><tr><td>Ann<td>Chair</table>", "note")
    assert document.element_at(0) == "/html[1]/body[1]/p[1]"
    assert document.element_at(len(document.text) - 1) == "/html[1]/body[1]/table[1]/tbody[1]/tr[1]"


def test_an_element_too_deep_to_be_told_has_no_path_and_hides_no_other() -> None:
    document = load(
        b"<html><body><p>First.</p>" + b"<div>" * 150 + b"Deep." + b"</div>" * 150 + b"<p>Last.</p>", "note"
    )
    found = [document.element_at(document.text.index(word)) for word in ("First", "Deep", "Last")]
    assert found == ["/html[1]/body[1]/p[1]", None, "/html[1]/body[1]/p[2]"]


PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_as_usual_systems_set_them_are_read_whole_and_without_their_furniture(path: Path) -> None:
    """What stands around the release has words with "Zz"; beside each page stands what is to be read, and known."""
    found = load(path.read_bytes(), path.name)
    known, _, text = path.with_suffix(".txt").read_text(encoding="utf-8").partition("\n\n")
    assert f"{found.title} | {found.publisher} | {found.published}" == known
    assert found.text == text.rstrip("\n")
    assert "Zz" not in found.text
