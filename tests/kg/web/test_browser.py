"""The pages in a real browser: clicked through, by keyboard, dark, on a phone; a quiet console, and axe content.

The pictures are kept in ``build/screenshots/``.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DIALOGUE = re.compile("third annual UN-EU")
PAGES = {
    "home": "/",
    "search": "/search?q=counter-terrorism",
    "questions": "/ask",
    "question": "/ask/co-chairs?official=Voronkov&go=1",
    "network": "/network?official=Voronkov",
    "query": "/query?query=SELECT+%2A+%7B+%3Fs+a+ct%3AOfficial+%7D+LIMIT+5",
    "ontology": "/ns",
    "dataset": "/.well-known/void",
    "review": "/review",
    "api": "/api",
    "documents": "/documents",
    "official": "/official/joanneke-balfourt",
    "body": "/body/un-oct",
    "missing": "/nothing",
}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # the machine may be busy: what is awaited is what counts, not when it comes
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield running
        running.close()


@pytest.fixture
def page(browser: Any, server: Any) -> Iterator[Any]:
    """A page of a wide window; whatever is said on its console fails the test."""
    context = browser.new_context(base_url=server.url, viewport={"width": 1280, "height": 900})
    opened, said = context.new_page(), []
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert [line for line in said if "status of 404" not in line] == []


@pytest.fixture(scope="session")
def shots(top: Path) -> Path:
    folder = top / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_from_search_to_the_highlighted_words_and_back(page: Any, shots: Path) -> None:
    from playwright.sync_api import expect

    page.goto("/")
    page.screenshot(path=shots / "home.png")
    page.fill("#q", "balfour")
    page.get_by_role("option", name="Joanneke Balfourt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Joanneke Balfourt")
    page.screenshot(path=shots / "official.png", full_page=True)
    page.get_by_role("link", name=DIALOGUE).first.click()
    expect(page.get_by_role("heading", name="At the table")).to_be_visible()
    page.screenshot(path=shots / "meeting.png", full_page=True)
    seat = page.locator(".chairs .fact", has_text="Balfourt")
    seat.locator("summary").click()
    quotation = seat.locator("q a").first
    words = quotation.inner_text()
    quotation.click()
    expect(page.locator(".run.on").first).to_be_in_viewport()
    lit = " ".join("".join(page.locator(".run.on").all_inner_texts()).split())
    assert words.split()[0] in lit
    page.screenshot(path=shots / "document.png")
    page.go_back()
    expect(page.get_by_role("heading", name="At the table")).to_be_visible()


def test_words_lead_to_their_claim_and_a_claim_to_its_words(page: Any, server: Any) -> None:
    from playwright.sync_api import expect

    page.goto("/search?q=third+eu-un")
    page.locator("main a[href^='/document/']").first.click()
    run = page.locator(".run").first
    run.click()
    expect(run).to_have_class(re.compile(r"\bon\b"))
    expect(page.locator(".note.on").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".run.on")).to_have_count(0)
    note = page.locator(".note").first
    note.locator(".find").click()
    expect(note).to_have_class(re.compile(r"\bon\b"))
    expect(page.locator(".run.on").first).to_be_visible()
    box = page.get_by_label("Posts")
    if box.count():
        box.uncheck()
        expect(page.locator(".note.k-post").first).to_be_hidden()


def test_by_keyboard_alone(page: Any) -> None:
    from playwright.sync_api import expect

    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("voronk")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Voronkov")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.words[open] q").first).to_be_visible()


def test_a_question_is_filled_in_and_can_be_sent_on(page: Any, browser: Any, server: Any) -> None:
    from playwright.sync_api import expect

    page.goto("/ask/holders")
    page.get_by_label("Official").fill("Balfour")
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("table")).to_contain_text("Joanneke Balfourt")
    other = browser.new_context()
    again = other.new_page()
    again.goto(page.url)
    expect(again.locator("table")).to_contain_text("Joanneke Balfourt")
    other.close()


def test_a_query_is_written_completed_run_and_taken_away(page: Any) -> None:
    from playwright.sync_api import expect

    page.goto("/query")
    editor = page.get_by_role("textbox", name="SPARQL query")
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.press(
        "Delete"
    )  # typing over coloured text makes Chromium carry its style over, which the policy refuses
    page.keyboard.type("SELECT ?who { ?who a ct:Offi")
    page.locator(".cm-tooltip-autocomplete").wait_for()
    page.wait_for_timeout(150)  # a list that has only just come takes no key for 75 ms, lest it take what was typed
    page.keyboard.press("Enter")
    expect(editor).to_contain_text("?who a ct:Official")
    page.keyboard.type(" } LIMIT 3")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="3 rows")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "result.csv"


def test_the_network_is_drawn_dragged_and_searched(page: Any, shots: Path) -> None:
    from playwright.sync_api import expect

    page.goto("/network?official=Balfourt&to=Voronkov")
    mark = page.locator(".web g").first
    mark.wait_for()
    mark.scroll_into_view_if_needed()
    expect(page.get_by_role("heading", name="The way")).to_be_visible()
    expect(page.locator("ol.facts .fact").first).to_contain_text("→")
    before = mark.get_attribute("transform")
    box = mark.locator("circle").bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 60, steps=4)
    page.mouse.up()
    assert mark.get_attribute("transform") != before
    page.screenshot(path=shots / "network.png", full_page=True)


def test_the_network_is_filtered_by_time_role_and_body(page: Any) -> None:
    from playwright.sync_api import expect

    page.goto("/network")
    marks, ties = page.locator(".web g"), page.locator("details.ties li.fact")
    expect(marks.first).to_be_attached()
    everybody = marks.count()
    page.get_by_label("Since").fill("2020-12")
    page.get_by_label("Until").fill("2020-12")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**since=2020-12**")
    expect(marks.first).to_be_attached()
    then = marks.count()
    assert 0 < then < everybody
    told = ties.all_text_contents()
    assert told
    assert all("2020" in text for text in told)
    page.get_by_label("Role").select_option("co-chair")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**role=co-chair**")
    expect(page.get_by_role("heading", name="2 people, 1 tie")).to_be_visible()
    expect(ties.first).to_contain_text("Joanneke Balfourt")
    page.get_by_label("Role").select_option("")
    page.get_by_label("Of a body").fill("European External Action Service")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**body=European**")
    expect(page.locator("h2#picture")).not_to_have_text("2 people, 1 tie")
    page.locator("details.ties > summary").click()  # a long list is folded
    expect(ties.filter(has_text="Joanneke Balfourt").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*PAGES, "document", "meeting"])
def test_axe_finds_nothing_serious(browser: Any, server: Any, shots: Path, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(base_url=server.url, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(PAGES.get(name, "/search?q=third+annual"))
    if name not in PAGES:
        page.locator(f"main a[href^='/{name}/']").first.click()
        page.wait_for_url(f"**/{name}/**")
    found = Axe().run(page).response["violations"]
    page.screenshot(path=shots / f"{name}-{scheme}.png", full_page=True)
    context.close()
    serious = [each for each in found if each["impact"] in ("serious", "critical")]
    assert [(each["id"], [node["html"][:160] for node in each["nodes"]][:3]) for each in serious] == []


@pytest.mark.parametrize("width", [360, 768, 1900])
@pytest.mark.parametrize("name", ["home", "question", "official", "query", "network"])
def test_no_page_is_wider_than_its_window(browser: Any, server: Any, shots: Path, name: str, width: int) -> None:
    context = browser.new_context(base_url=server.url, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(PAGES[name])
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.screenshot(path=shots / f"{name}-{width}.png")
    context.close()
    assert wide <= width


def test_without_script_nothing_is_missing(browser: Any, server: Any) -> None:
    from playwright.sync_api import expect

    context = browser.new_context(base_url=server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.fill("#q", "Balfourt")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Joanneke Balfourt").first.click()
    page.locator("summary").first.click()
    page.locator("details.words q a").first.click()
    expect(page.locator(":target").first).to_be_attached()
    page.goto("/query")
    page.get_by_label("SPARQL query").fill("ASK { ?s a ct:Official }")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("heading", name="Yes")).to_be_visible()
    context.close()
