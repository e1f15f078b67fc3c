"""Fetching: from a server on loopback, which each test allows; politely, within limits, never a private network."""

import gzip
import ipaddress
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.cli import run
from kg.errors import InputError, Refused
from kg.fetching import Limits, Manners, Visitor, network
from kg.fetching.addresses import is_open, reachable
from kg.gathering import Gathered, gather
from kg.pipeline import build

LOOPBACK = (network("127.0.0.1"),)
RELEASE = "<html lang=en><h1>Council meets</h1><p>Ms. Ada Nkemelu, Director of the Port Office, chaired the Council."
Answer = tuple[int, dict[str, str], bytes]


class Site(ThreadingHTTPServer):
    """A web site: answers by path, and what it was asked, in order."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()

    def page(self, path: str, data: str | bytes, kind: str = "text/html", status: int = 200, **headers: str) -> str:
        """Put an answer at a path; its address."""
        body = data.encode() if isinstance(data, str) else data
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {"Content-Type": kind, **named}, body)
        return self.url(path)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.agents.add(self.headers["User-Agent"])
        answer = self.server.answers.get(self.path, (404, {}, b""))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class Clock:
    """A clock that only goes on when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def _manifest(folder: Path, *rows: str, header: str = "url") -> Path:
    path = folder / "wanted.csv"
    path.write_text("\n".join((header, *rows)), encoding="utf-8")
    return path


def _gather(
    tmp_path: Path, *urls: str, limits: Limits | None = None, allowed: tuple[ipaddress.IPv4Network, ...] = LOOPBACK
) -> Gathered:
    visitor, clock = Visitor(limits, allowed), Clock()
    manners = Manners(visitor, sleep=clock.sleep, clock=lambda: clock.now)
    return gather(_manifest(tmp_path, *urls), tmp_path / "into", visitor, manners)


def _rows(tmp_path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (tmp_path / "into" / "manifest.jsonl").read_text().splitlines()]


def test_documents_are_saved_with_hash_and_headers_and_build_as_they_are(site: Site, tmp_path: Path) -> None:
    url = site.page("/r?id=1&l=é".replace("é", "%C3%A9"), RELEASE, Last_Modified="Mon, 3 May 2021 09:00:00 GMT")
    manifest = _manifest(tmp_path, f"{url},Port Office,2021-05-04", header="url,publisher,date")
    visitor = Visitor(allowed=LOOPBACK)
    assert gather(manifest, tmp_path / "into", visitor, Manners(visitor, 0)) == Gathered(1, 0, ())
    (row,) = _rows(tmp_path)
    saved = tmp_path / "into" / row["path"]
    assert saved.read_bytes() == RELEASE.encode()
    assert (saved.suffix, saved.stem) == (".html", row["sha256"][:16])
    assert (row["url"], row["publisher"], row["published"]) == (url, "Port Office", "2021-05-04")
    (headers,) = (tmp_path / "into").glob("*.headers.json")
    told = json.loads(headers.read_text())
    assert (told["status"], told["sha256"], told["from"]) == (200, row["sha256"], url)
    assert told["headers"]["last-modified"] == "Mon, 3 May 2021 09:00:00 GMT"
    summary = build([], tmp_path / "graph", manifest=tmp_path / "into" / "manifest.jsonl")
    assert (summary.admitted, summary.exit_code) == (1, 0)
    assert all(agent.startswith("ct-kg/") for agent in site.agents)


def test_what_is_here_is_not_asked_for_again_and_what_was_changed_is(site: Site, tmp_path: Path) -> None:
    one, two = site.page("/1", RELEASE), site.page("/2", RELEASE + " Two.")
    _gather(tmp_path, one, two)
    site.asked.clear()
    assert _gather(tmp_path, one, two) == Gathered(0, 2, ())
    assert site.asked == []
    (tmp_path / "into" / _rows(tmp_path)[1]["path"]).write_text("changed")
    assert _gather(tmp_path, one, two) == Gathered(1, 1, ())
    assert site.asked == ["/robots.txt", "/2"]


def test_another_manifest_adds_to_the_folder_and_a_lost_page_leaves_it(site: Site, tmp_path: Path) -> None:
    one, two = site.page("/1", RELEASE), site.page("/2", RELEASE + " Two.")
    _gather(tmp_path, one)
    assert _gather(tmp_path, two) == Gathered(1, 0, ())
    assert [row["url"] for row in _rows(tmp_path)] == [one, two]
    (tmp_path / "into" / _rows(tmp_path)[0]["path"]).write_text("changed")
    del site.answers["/1"]
    assert [url for url, _ in _gather(tmp_path, one).refused] == [one]
    assert [row["url"] for row in _rows(tmp_path)] == [two]


def test_a_site_is_asked_as_it_wishes(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 7\n", "text/plain")
    urls = [site.page(path, RELEASE + path) for path in ("/a", "/private/b", "/c")]
    visitor, clock = Visitor(allowed=LOOPBACK), Clock()
    manners = Manners(visitor, sleep=clock.sleep, clock=lambda: clock.now)
    found = gather(_manifest(tmp_path, *urls), tmp_path / "into", visitor, manners)
    assert found.fetched == 2
    assert [reason for _, reason in found.refused] == [
        f"expected a page that programs may fetch, found that robots.txt of 127.0.0.1:{site.server_port} says no"
    ]
    assert site.asked == ["/robots.txt", "/a", "/c"]
    assert clock.slept == [7.0, 7.0]  # after robots.txt, and between the two


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", "", status=503)
    found = _gather(tmp_path, site.page("/a", RELEASE))
    assert "found status 503; try again later" in found.refused[0][1]
    assert site.asked == ["/robots.txt"]


def test_redirects_are_followed_and_bounded_and_each_is_checked(site: Site, tmp_path: Path) -> None:
    site.page("/new", RELEASE)
    moved = site.page("/old", "", status=301, Location="/new")
    circle = site.page("/circle", "", status=302, Location="/circle")
    inward = site.page("/inward", "", status=302, Location="http://169.254.169.254/latest/meta-data")
    file = site.page("/file", "", status=302, Location="file:///etc/passwd")
    found = _gather(tmp_path, moved, circle, inward, file)
    assert found.fetched == 1
    reasons = [reason for _, reason in found.refused]
    assert reasons[0].startswith("expected at most 5 redirects, found more")
    assert reasons[1].startswith("expected a host of the public internet, found 169.254.169.254")
    assert reasons[2].startswith("expected an address with http: or https:")
    assert site.asked.count("/circle") == 6


def test_a_private_address_is_not_reached_unless_it_is_named(site: Site, tmp_path: Path) -> None:
    found = _gather(tmp_path, site.page("/a", RELEASE), site.url("/b").replace("127.0.0.1", "localhost"), allowed=())
    assert found == Gathered(0, 0, found.refused)
    assert all("a private address; name its network with --allow-private" in reason for _, reason in found.refused)
    assert found.exit_code == 1
    assert site.asked == []
    again = _gather(tmp_path, site.page("/a", RELEASE))
    assert (again.fetched, again.exit_code) == (1, 0)


def test_a_name_that_leads_elsewhere_a_moment_later_leads_nowhere(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection goes to the address that was checked, whatever the name means by then."""
    found = iter(["127.0.0.1"])

    def resolve(host: str, port: int, *args: object, **kwargs: object) -> list[tuple[object, ...]]:
        address = next(found, "10.0.0.1") if host == "rebound.example" else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    site.page("/a", RELEASE)
    visit = Visitor(allowed=LOOPBACK).get(f"http://rebound.example:{site.server_port}/a")
    assert visit.data == RELEASE.encode()
    with pytest.raises(Refused, match=r"found rebound\.example at 10\.0\.0\.1, a private address"):
        Visitor(allowed=LOOPBACK).get(f"http://rebound.example:{site.server_port}/a")


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 255.255.255.255 ::1 :: "
    "fe80::1 fc00::1 ff02::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 64:ff9b::a00:1 2002:a00:1::1 2001:db8::1".split(),
)
def test_addresses_that_are_not_of_the_public_internet(address: str) -> None:
    assert not is_open(ipaddress.ip_address(address))


def test_addresses_that_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(is_open(ipaddress.ip_address(each)) for each in ("1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"))
    mixed = [(0, 0, 0, "", (each, 80)) for each in ("1.1.1.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: mixed)
    with pytest.raises(Refused, match=r"10\.0\.0\.1"):  # one of its addresses is enough
        reachable("mixed.example", 80)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    stop = threading.Event()
    try:
        while not stop.wait(0.05):
            handler.wfile.write(b"x")
    except OSError:
        stop.set()


def test_limits_of_size_and_time_end_a_document_and_the_others_go_on(site: Site, tmp_path: Path) -> None:
    large = site.page("/large", "x" * 20_001)
    packed = site.page("/bomb", gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")
    site.answers["/slow"] = _drip
    short = site.page("/short", b"abc", Content_Length="10")
    whole = site.page("/ok", gzip.compress(RELEASE.encode()), Content_Encoding="gzip")
    urls = (large, packed, site.url("/slow"), short, site.url("/absent"), site.page("/empty", b""), whole)
    found = _gather(tmp_path, *urls, limits=Limits(1.5, 20_000, 5))
    assert (found.fetched, found.exit_code) == (1, 3)
    said = {url.rpartition("/")[2]: reason for url, reason in found.refused}
    assert said["large"] == said["bomb"] == "expected at most 20000 bytes, found more; set KG_DOCUMENT_BYTES higher"
    assert said["slow"] == "expected the document within 1.5 s, stopped it there; raise --timeout"
    assert "IncompleteRead(3 bytes read, 7 more expected)" in said["short"]
    assert said["absent"] == "expected the document (200), found status 404"
    assert said["empty"] == "expected the document, found no bytes"
    assert (tmp_path / "into" / _rows(tmp_path)[0]["path"]).read_bytes() == RELEASE.encode()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("path\na.txt", "expected a first line with the names of columns, url among them"),
        ("url\nfile:///etc/passwd", "wanted.csv, line 2: expected url as an address with http: or https:"),
        ("url,dat\nhttps://example.org,2020", "wanted.csv, line 2: expected one of"),
        ("url", "expected a row for each document, found none"),
    ],
)
def test_a_wrong_manifest_stops_it_before_anything_is_asked(tmp_path: Path, rows: str, said: str) -> None:
    (tmp_path / "wanted.csv").write_text(rows)
    visitor = Visitor()
    with pytest.raises(InputError) as caught:
        gather(tmp_path / "wanted.csv", tmp_path / "into", visitor, Manners(visitor))
    assert said in str(caught.value)


def test_the_command_tells_what_came_and_what_did_not(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = _manifest(tmp_path, site.page("/a", RELEASE), site.url("/absent"), "http://u:p@127.0.0.1/x")
    arguments = ["fetch", str(manifest), "--into", str(tmp_path / "into"), "--delay", "0"]
    assert run([*arguments, "--allow-private", "127.0.0.1", "--format", "json"]) == 3
    out, err = capsys.readouterr()
    assert json.loads(out)["fetched"] == 1
    assert f"not fetched: {site.url('/absent')}: expected the document (200), found status 404" in err
    assert "without user and password" in err
    assert run([*arguments, "--allow-private", "somewhere"]) == 2
