"""Getting a package from an index, from a server of our own that serves a real one and misbehaves on demand."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from quotecheck.config import Config
from quotecheck.errors import ModelError
from quotecheck.translate.engines.argos import Argos, library_installed
from quotecheck.translate.models import download as downloading
from quotecheck.translate.models import install
from quotecheck.translate.models.download import Wanted, download
from quotecheck.translate.models.index import choose, fetch, index_url


class Server:
    """What the index and the package are, how the server behaves, and what it was asked."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.etag = '"one"'
        self.links = ["/p.argosmodel"]
        self.extra: dict[str, object] = {}
        self.index: bytes | None = None
        self.cut_after: list[int] = []
        self.status = 200
        self.ranges = True
        self.promise_length = True
        self.content_type = "application/octet-stream"
        self.asked: list[tuple[str, str | None]] = []

    def index_bytes(self) -> bytes:
        if self.index is not None:
            return self.index
        entry = {
            "package_version": "0.2",
            "from_code": "es",
            "from_name": "Spanish",
            "to_code": "en",
            "to_name": "English",
            "links": self.links,
            **self.extra,
        }
        return json.dumps(
            [{"type": "sbd"}, "odd", {**entry, "package_version": "0.1", "links": ["/old"]}, entry]
        ).encode()


def handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            asked_range = self.headers.get("Range")
            server.asked.append((self.path, asked_range))
            if self.path.endswith("index.json"):
                return self.reply(200, server.index_bytes(), {})
            if self.path == "/moved.argosmodel":
                return self.reply(302, b"", {"Location": "/p.argosmodel"})
            if self.path != "/p.argosmodel":
                return self.reply(404, b"no such thing", {})
            if server.status != 200:
                return self.reply(server.status, b"sorry", {})
            headers = {"ETag": server.etag, "Content-Type": server.content_type}
            if asked_range and server.ranges and self.headers.get("If-Range") == server.etag:
                start = int(asked_range.removeprefix("bytes=").rstrip("-"))
                if start >= len(server.data):
                    return self.reply(416, b"", {"Content-Range": f"bytes */{len(server.data)}"})
                headers["Content-Range"] = f"bytes {start}-{len(server.data) - 1}/{len(server.data)}"
                return self.reply(206, server.data[start:], headers)
            return self.reply(200, server.data, headers)

        def reply(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if server.promise_length:
                self.send_header("Content-Length", str(len(body)))
            else:
                self.send_header("Connection", "close")
                self.close_connection = True
            self.end_headers()
            if server.cut_after and self.path == "/p.argosmodel":
                self.wfile.write(body[: server.cut_after.pop(0)])
                self.close_connection = True
                return
            self.wfile.write(body)

    return Handler


@pytest.fixture
def server(package: Path, packages: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    state = Server(package.read_bytes())
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler(state))
    # A client that hangs up is part of the tests, and no news.
    monkeypatch.setattr(http, "handle_error", lambda *_: None)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"http://127.0.0.1:{http.server_address[1]}/")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("time.sleep", lambda _: None)
    yield state
    http.shutdown()
    http.server_close()


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_language_is_downloaded_installed_and_translates(server: Server, home: Path, listener: Any) -> None:
    model = install("es", Config(cache_dir=home / "cache"), listener)
    assert (model.language, model.target) == ("es", "en")
    assert [path for path, _ in server.asked] == ["/index.json", "/p.argosmodel"]
    done = [update for update in listener.updates if update[0].startswith("downloading")]
    assert done[-1] == ("downloading translate-es_en-0.2", len(server.data), len(server.data))
    assert model.path is not None
    origin = json.loads((model.path / "quotecheck-origin.json").read_text())
    assert origin["sha256"] == hashlib.sha256(server.data).hexdigest() and origin["url"].endswith("/p.argosmodel")
    assert not [name for name in files(home / "cache" / "downloads") if not name.endswith(".lock")]
    if library_installed():
        assert Argos().translate(["La huelga terminó."], "es") == ["The strike is over."]


def test_a_broken_connection_is_gone_on_with(server: Server, home: Path) -> None:
    server.cut_after = [100_000, 50_000]
    install("es", Config(cache_dir=home / "cache"))
    assert [asked for path, asked in server.asked if path == "/p.argosmodel"] == [
        None,
        "bytes=100000-",
        "bytes=150000-",
    ]


def test_the_next_run_goes_on_where_this_one_stopped(server: Server, home: Path, packages: Path) -> None:
    server.cut_after = [100_000, 10, 10]
    with pytest.raises(ModelError, match=r"broke off.*run it again to go on"):
        install("es", Config(cache_dir=home / "cache"))
    assert files(packages) == []
    server.asked.clear()
    install("es", Config(cache_dir=home / "cache"))
    assert server.asked[-1] == ("/p.argosmodel", "bytes=100020-")


def test_an_interrupt_keeps_what_has_come(server: Server, home: Path, packages: Path) -> None:
    class Impatient:
        def update(self, task: str, done: int, total: int | None) -> None:
            if done > 100_000:
                raise KeyboardInterrupt

        def warn(self, message: str) -> None:
            pass

    with pytest.raises(KeyboardInterrupt):
        install("es", Config(cache_dir=home / "cache"), Impatient())
    assert files(packages) == []
    install("es", Config(cache_dir=home / "cache"))
    last = server.asked[-1][1]
    assert last is not None and int(last.removeprefix("bytes=").rstrip("-")) > 90_000


def test_a_file_that_changed_on_the_server_is_begun_anew(server: Server, home: Path) -> None:
    server.cut_after = [100_000, 10, 10]
    with pytest.raises(ModelError):
        install("es", Config(cache_dir=home / "cache"))
    server.etag = '"two"'
    assert install("es", Config(cache_dir=home / "cache")).language == "es"


def test_a_server_without_ranges_is_asked_for_everything_again(server: Server, home: Path) -> None:
    server.ranges = False
    server.cut_after = [100_000]
    assert install("es", Config(cache_dir=home / "cache")).language == "es"


def test_a_leftover_that_is_complete_already(server: Server, home: Path) -> None:
    server.cut_after = [100_000, 10, 10]
    with pytest.raises(ModelError):
        install("es", Config(cache_dir=home / "cache"))
    part = next((home / "cache" / "downloads").glob("*.part"))
    part.write_bytes(server.data)
    assert install("es", Config(cache_dir=home / "cache")).language == "es"


def test_a_server_that_promises_no_length(server: Server, home: Path) -> None:
    server.promise_length = False
    assert install("es", Config(cache_dir=home / "cache")).language == "es"


def test_a_size_in_the_index_catches_an_unnoticed_cut(server: Server, home: Path, packages: Path) -> None:
    server.promise_length = False
    server.extra = {"size": len(server.data)}
    server.ranges = False
    server.cut_after = [1000, 1000, 1000]
    with pytest.raises(ModelError, match="broke off"):
        install("es", Config(cache_dir=home / "cache"))
    assert files(packages) == []


def test_size_and_hash_that_are_right_pass(server: Server, home: Path) -> None:
    server.extra = {"size": len(server.data), "sha256": hashlib.sha256(server.data).hexdigest().upper()}
    assert install("es", Config(cache_dir=home / "cache")).language == "es"


@pytest.mark.parametrize(("extra", "why"), [({"sha256": "0" * 64}, "SHA-256"), ({"size": 17}, "the index promises 17")])
def test_size_or_hash_that_is_wrong_is_refused(
    server: Server, home: Path, packages: Path, extra: dict[str, object], why: str
) -> None:
    server.extra = extra
    with pytest.raises(ModelError, match=why):
        install("es", Config(cache_dir=home / "cache"))
    assert files(packages) == []
    assert not [name for name in files(home / "cache" / "downloads") if not name.endswith(".lock")]


@pytest.mark.parametrize(("status", "why"), [(404, "answered 404"), (403, "answered 403"), (503, "answered 503")])
def test_a_server_that_refuses(server: Server, home: Path, status: int, why: str) -> None:
    server.status = status
    with pytest.raises(ModelError, match=why) as caught:
        install("es", Config(cache_dir=home / "cache"))
    assert "/p.argosmodel" in str(caught.value) and "\n" not in str(caught.value)


def test_a_web_page_is_no_package(server: Server, home: Path) -> None:
    server.content_type = "text/html; charset=utf-8"
    with pytest.raises(ModelError, match="web page"):
        install("es", Config(cache_dir=home / "cache"))


def test_a_web_page_that_says_it_is_a_package(server: Server, home: Path, packages: Path) -> None:
    server.data = b"<!doctype html><title>Sign in</title>"
    with pytest.raises(ModelError, match="not a valid Argos package"):
        install("es", Config(cache_dir=home / "cache"))
    assert files(packages) == []
    assert not [name for name in files(home / "cache" / "downloads") if not name.endswith(".lock")]


def test_redirects_are_followed_and_the_next_link_is_tried(server: Server, home: Path) -> None:
    server.links = ["ipfs://nothing", "/gone.argosmodel", "/moved.argosmodel"]
    assert install("es", Config(cache_dir=home / "cache")).language == "es"
    assert [path for path, _ in server.asked] == [
        "/index.json",
        "/gone.argosmodel",
        "/moved.argosmodel",
        "/p.argosmodel",
    ]


def test_a_full_disk_is_said_before_anything_is_fetched(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    usage = type(shutil.disk_usage("/"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 9, 1))
    with pytest.raises(ModelError, match="disk is full"):
        install("es", Config(cache_dir=home / "cache"))


def test_a_folder_that_cannot_be_written(server: Server, home: Path) -> None:
    (home / "file").write_text("")
    with pytest.raises(ModelError, match="cannot be written"):
        install("es", Config(cache_dir=home / "file"))


def test_offline_refuses_without_asking(server: Server, home: Path) -> None:
    with pytest.raises(ModelError, match="--offline"):
        install("es", Config(cache_dir=home / "cache", offline=True))
    assert server.asked == []


def test_offline_installs_a_file(server: Server, home: Path, package: Path) -> None:
    assert install(str(package), Config(offline=True)).language == "es"
    assert server.asked == []


@pytest.mark.parametrize("what", ["", "../x", "español", "e", "es en", "a" * 40, "1"])
def test_what_is_neither_a_language_nor_a_file(server: Server, home: Path, what: str) -> None:
    with pytest.raises(ModelError):
        install(what, Config(cache_dir=home / "cache"))
    assert server.asked == []


def test_a_language_that_the_index_does_not_offer(server: Server, home: Path) -> None:
    with pytest.raises(ModelError, match=r"no package from fr to English.*it offers: es"):
        install("fr", Config(cache_dir=home / "cache"))


@pytest.mark.parametrize("index", [b"<html>", b"{}", b"[" * 50_000, b"\xff"])
def test_an_index_that_is_none(server: Server, home: Path, index: bytes) -> None:
    server.index = index
    with pytest.raises(ModelError, match="no package index"):
        install("es", Config(cache_dir=home / "cache"))


def test_an_index_that_cannot_be_reached(home: Path, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:1/")
    with pytest.raises(ModelError, match=r"cannot be reached.*models install FILE"):
        install("es", Config(cache_dir=home / "cache"))


def test_where_the_index_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert index_url() == "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
    for given in ("https://x.example/y", "https://x.example/y/"):
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", given)
        assert index_url() == "https://x.example/y/index.json"


def test_the_newest_package_is_chosen_and_insecure_links_are_not(server: Server) -> None:
    def entry(code: str, version: str, link: str) -> dict[str, object]:
        return {"from_code": code, "to_code": "en", "package_version": version, "links": [link]}

    entries = [
        entry("pb", "2.0", "https://x/pb"),
        entry("pt", "1.9", "https://x/old"),
        entry("pt", "1.10", "https://x/new"),
        entry("pt", "3.0", "http://x/insecure"),
    ]
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=entries))
    with httpx.Client(transport=transport) as client:
        offers = fetch(client, "https://x/index.json")
    assert choose(offers, "pt", "x").links == ("https://x/new",)
    assert choose(offers, "pb", "x").links == ("https://x/pb",)


def test_two_downloads_of_one_file_do_not_mix(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch, listener: Any
) -> None:
    pytest.importorskip("fcntl")
    wanted = Wanted(url="http://127.0.0.1:1/p", name="p")
    with (
        downloading._alone(home / "x.lock", wanted),
        pytest.raises(ModelError, match="another process"),
        downloading._alone(home / "x.lock", wanted),
    ):
        pass
    with downloading._alone(home / "x.lock", wanted):
        pass


def test_more_than_was_promised_is_refused(home: Path, listener: Any) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=iter([b"x" * 100])))
    with httpx.Client(transport=transport) as client, pytest.raises(ModelError, match="more than it promised"):
        download(Wanted(url="http://x/p", name="p", size=50), home, client, listener)
