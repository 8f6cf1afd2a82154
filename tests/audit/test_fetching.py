"""Pages that are fetched: one request at a time to a host, in order, and each trouble costs its own article."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from quotecheck.audit import Plan, run
from quotecheck.audit.fetching import fetched
from quotecheck.audit.inputs import Reading, read_inputs
from quotecheck.audit.item import Item
from quotecheck.audit.watch import Watch
from quotecheck.config import Config
from quotecheck.online import client as client_module
from quotecheck.pipeline import Unreadable
from quotecheck.pipeline.workbench import Workbench
from quotecheck.progress import Silent
from quotecheck.sources.source import RawSource

PAGE = b"<html><body><article><p>The ferry sailed on Friday, said the harbour master.</p></article></body></html>"


def answer(
    handler: BaseHTTPRequestHandler,
    body: bytes = PAGE,
    status: int = 200,
    kind: str = "text/html; charset=utf-8",
    length: int | None = None,
    **headers: str,
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b"<p>")
        handler.wfile.flush()
        time.sleep(0.05)


def bomb(handler: BaseHTTPRequestHandler) -> None:
    import gzip

    answer(handler, gzip.compress(b"<p>" * 25_000_000, 1), Content_Encoding="gzip")


FAULTS: dict[str, tuple[Callable[[BaseHTTPRequestHandler], None], str]] = {
    "silent": (lambda h: time.sleep(1.5), "too slow"),
    "drip": (drip, "too slow"),
    "busy": (lambda h: answer(h, b"", 429, Retry_After="3600"), "429 and asks to wait 3600 s"),
    "broken": (lambda h: answer(h, b"", 502), "502"),
    "gone": (lambda h: answer(h, b"", 404), "404"),
    "closed": (lambda h: answer(h, b"", 403), "save it, and name the file"),
    "cut": (lambda h: answer(h, PAGE[:20], length=5000), "connection failed"),
    "badly-packed": (lambda h: answer(h, b"no gzip", Content_Encoding="gzip"), "badly compressed"),
    "bomb": (bomb, "larger than"),
    "huge": (lambda h: answer(h, b"", length=99_000_000_000), "larger than"),
    "picture": (lambda h: answer(h, b"\x89PNG", kind="image/png"), "image/png, not a page of text"),
    "empty": (lambda h: answer(h, b""), "empty"),
    "loop": (lambda h: answer(h, b"", 302, Location="/loop"), "redirects"),
    "home": (lambda h: answer(h, b"", 302, Location="http://10.0.0.1/"), "no address of the open internet"),
    "nowhere": (lambda h: answer(h, b"", 302, Location="http://[::1"), "Invalid URL"),
    "ftp": (lambda h: answer(h, b"", 302, Location="ftp://files.example/"), "no web address"),
    "private/page": (answer, "robots.txt"),
    "to-private": (lambda h: answer(h, b"", 302, Location="/private/page"), "robots.txt"),
}


class Site:
    """Serves pages, faults, and counts who asks for what."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.busy: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.robots = b"User-agent: *\nDisallow: /private\n"
        self.answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.lock = lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with lock:
                    site.seen.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
                try:
                    if self.path == "/robots.txt":
                        answer(self, site.robots, kind="text/plain")
                    elif self.path[1:] in FAULTS:
                        FAULTS[self.path[1:]][0](self)
                    else:
                        site.answers.get(self.path, answer)(self)
                except OSError:
                    pass  # whoever asked has gone

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(client_module, "_GAP_S", 0.0)
    monkeypatch.setattr(client_module, "_BACKOFF_S", 0.01)
    monkeypatch.setattr(client_module, "_SECONDS", 0.6)
    # This server stands for one of the open internet; other private addresses are what they are.
    monkeypatch.setattr("quotecheck.sources.connection.is_public", lambda address: address == "127.0.0.1")
    found = Site()
    yield found
    found.server.shutdown()
    found.server.server_close()


def everything(names: list[str], tmp_path: Path, *, cache: bool = False) -> list[Item]:
    addresses = tmp_path / "pages.urls"
    addresses.write_text("\n".join(names), encoding="utf-8")
    config = Config(cache=cache, cache_dir=tmp_path / "cache")
    with Workbench(config) as bench:
        items = (item for item in read_inputs([str(addresses)], Reading(config=config)) if isinstance(item, Item))
        return list(fetched(items, bench))


@pytest.mark.slow
def test_each_fault_costs_its_own_article_and_says_why(site: Site, tmp_path: Path) -> None:
    names = [name for fault in FAULTS for name in (fault, f"fine-after-{fault}")]
    found = everything([f"{site.url}/{name}" for name in names], tmp_path)
    assert [item.name for item in found] == [f"{site.url}/{name}" for name in names]
    for name, item in zip(names, found, strict=True):
        if name in FAULTS:
            assert isinstance(item.found, Unreadable), name
            assert FAULTS[name][1] in str(item.found.error), (name, str(item.found.error))
            if name == "home":
                assert "--allow-private" in (item.found.error.hint or "")
        else:
            assert isinstance(item.found, RawSource), (name, item.found)
            assert item.found.data == PAGE
    assert sum(path == "/robots.txt" for path, _ in site.seen) == 1
    assert not any(path == "/private/page" for path, _ in site.seen)


def test_many_hosts_at_once_but_each_only_once(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.server.server_port
    monkeypatch.setattr(
        "quotecheck.sources.connection.GuardedTransport.__init__.__kwdefaults__",
        {"resolver": lambda host, port: ["127.0.0.1"]},
    )

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        names = (handler.headers["Host"], "all")
        with site.lock:
            for name in names:
                site.busy[name] += 1
                site.most[name] = max(site.most[name], site.busy[name])
        time.sleep(0.05)
        with site.lock:  # before the answer is there: whoever has it may ask for the next page at once
            site.busy.subtract(names)
        answer(handler)

    for n in range(4):
        site.answers[f"/{n}"] = slowly
    hosts = [f"h{host}.example:{port}" for host in range(6)]
    names = [f"http://{host}/{n}" for n in range(4) for host in hosts]
    found = everything(names, tmp_path)
    assert [item.name for item in found] == names
    assert all(isinstance(item.found, RawSource) for item in found)
    assert all(site.most[host] == 1 for host in hosts)
    assert site.most["all"] > 2


def test_a_page_is_kept_and_confirmed(site: Site, tmp_path: Path) -> None:
    def tagged(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == '"v1"'
        answer(handler, b"" if known else PAGE, 304 if known else 200, ETag='"v1"')

    site.answers["/a"] = tagged
    first, second = (everything([f"{site.url}/a"], tmp_path, cache=True) for _ in range(2))
    assert first == second and isinstance(second[0].found, RawSource)
    assert (second[0].found.media_type, second[0].found.charset) == ("text/html", "utf-8")
    asked = [headers.get("if-none-match") for path, headers in site.seen if path == "/a"]
    assert asked == [None, '"v1"']


def test_a_delay_that_robots_ask_for_is_kept(site: Site, tmp_path: Path) -> None:
    site.robots = b"User-agent: *\nCrawl-delay: 1\n"
    began = time.monotonic()
    everything([f"{site.url}/{n}" for n in range(2)], tmp_path)
    assert time.monotonic() - began > 0.9


def test_where_a_page_was_found_is_told(site: Site, tmp_path: Path) -> None:
    site.answers["/old"] = lambda handler: answer(handler, b"", 301, Location="/new")
    (found,) = everything([f"{site.url}/old"], tmp_path)
    assert isinstance(found.found, RawSource)
    assert (found.found.name, found.found.url) == (f"{site.url}/old", f"{site.url}/new")


def test_what_waits_is_bounded(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotecheck.audit.fetching.AHEAD", 5)
    taken = 0

    def items() -> Iterator[Item]:
        nonlocal taken
        config = Config(cache=False)
        addresses = tmp_path / "many.urls"
        addresses.write_text("\n".join(f"{site.url}/{n}" for n in range(40)), encoding="utf-8")
        for item in read_inputs([str(addresses)], Reading(config=config)):
            assert isinstance(item, Item)
            taken += 1
            yield item

    with Workbench(Config(cache=False)) as bench:
        for done, _ in enumerate(fetched(items(), bench), 1):
            assert taken <= done + 5
    assert taken == 40


@pytest.mark.slow
def test_the_table_of_errors_says_what_could_not_be_fetched(site: Site, tmp_path: Path) -> None:
    addresses = tmp_path / "pages.urls"
    addresses.write_text(f"{site.url}/fine\n{site.url}/gone\n", encoding="utf-8")
    config = Config(cache=False, jobs=1)
    plan = Plan(inputs=(str(addresses),), output=tmp_path / "out.jsonl", reading=Reading(config=config))
    outcome = run(
        plan, Silent(), Watch(Silent(), lambda line: None, shown="none", terminal=False, metrics=tmp_path / "m")
    )
    assert (outcome.read, outcome.unread) == (1, 1)
    (error,) = [json.loads(line) for line in (tmp_path / "out.errors.jsonl").read_text().splitlines()]
    assert error["source"] == f"{site.url}/gone" and "404" in error["error"]
    (fine,) = [json.loads(line) for line in (tmp_path / "out.articles.jsonl").read_text().splitlines()]
    assert fine["source"] == f"{site.url}/fine"
