from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from quotecheck.errors import SourceError
from quotecheck.sources.connection import ForbiddenAddress, GuardedTransport
from quotecheck.sources.url import UrlSource

PAGE = "<p>¡Hola!</p>".encode()
Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(
    data: bytes = PAGE, status: int = 200, kind: str | None = "text/html; charset=utf-8", **headers: str
) -> Answer:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if kind is not None:
            handler.send_header("Content-Type", kind)
        for key, value in {"Content_Length": str(len(data)), **headers}.items():
            handler.send_header(key.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return send


def redirect(to: str) -> Answer:
    return answer(b"", 302, Location=to)


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _ in range(200):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.02)
    except OSError:
        pass


def silence(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(0.6)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _ in range(100_000):
            handler.wfile.write(b"x" * 65536)
    except OSError:
        pass


class Site:
    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.seen: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.seen.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
                site.answers.get(self.path, answer(status=404))(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path: str, answer: Answer | None = None) -> str:
        if answer is not None:
            self.answers[path] = answer
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.server.shutdown()
    found.server.server_close()


def source(url: str, **settings: float) -> UrlSource:
    return UrlSource(url, allow_private=True, **settings)  # type: ignore[arg-type]


def refusal(url: str, **settings: float) -> str:
    with pytest.raises(SourceError) as caught:
        source(url, **settings).read()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_with_what_the_server_says_of_it(site: Site) -> None:
    url = site.url("/a")
    site.answers["/a"] = answer(kind="text/html; charset=ISO-8859-15")
    raw = source(url).read()
    assert (raw.name, raw.data, raw.media_type, raw.charset, raw.url) == (url, PAGE, "text/html", "iso-8859-15", url)
    assert site.seen[-1][1]["user-agent"].startswith("quotecheck/")


def test_redirects_are_followed_and_the_last_address_is_told(site: Site) -> None:
    site.answers["/two"] = redirect("/end")
    site.answers["/end"] = answer()
    raw = source(site.url("/one", redirect(site.url("/two")))).read()
    assert raw.data == PAGE
    assert raw.url == site.url("/end")


def test_a_circle_of_redirects_ends(site: Site) -> None:
    site.answers["/ping"] = redirect("/pong")
    assert "more than 8 redirects" in refusal(site.url("/pong", redirect("/ping")))


@pytest.mark.parametrize("to", ["ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)", "http://", "//"])
def test_redirects_to_what_is_no_page_on_the_web(site: Site, to: str) -> None:
    assert refusal(site.url("/odd", redirect(to)))


def test_answers_that_are_no_page(site: Site) -> None:
    assert "404 Not Found" in refusal(site.url("/nothing"))
    assert "save it, and name the file" in refusal(site.url("/pay", answer(status=403)))
    assert "in 30 seconds" in refusal(site.url("/busy", answer(status=429, Retry_After="30")))
    assert "204" in refusal(site.url("/none", answer(b"", 204)))
    assert "application/pdf" in refusal(site.url("/pdf", answer(kind="application/pdf")))
    assert "empty" in refusal(site.url("/empty", answer(b"")))


def test_no_content_type_is_left_to_the_content(site: Site) -> None:
    assert source(site.url("/untold", answer(kind=None))).read().media_type is None


@pytest.mark.parametrize("kind", ["text/plain", "application/xhtml+xml", "text/markdown", "TEXT/HTML"])
def test_kinds_of_text(site: Site, kind: str) -> None:
    assert source(site.url("/kind", answer(kind=kind))).read().media_type == kind.lower()


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE, wbits=-15)),
        ("identity", PAGE),
    ],
)
def test_compressed_pages(site: Site, name: str, packed: bytes) -> None:
    assert source(site.url("/packed", answer(packed, Content_Encoding=name))).read().data == PAGE


def test_compression_that_is_wrong(site: Site) -> None:
    assert "badly compressed" in refusal(site.url("/bad", answer(b"no gzip at all", Content_Encoding="gzip")))
    assert "not asked for: br" in refusal(site.url("/br", answer(Content_Encoding="br")))
    cut = gzip.compress(bytes(range(256)) * 50)[:-20]
    assert "breaks off" in refusal(site.url("/cut", answer(cut, Content_Encoding="gzip")))


def test_pages_that_are_too_large(site: Site) -> None:
    bomb = gzip.compress(b"0" * 30_000_000)
    assert len(bomb) < 50_000
    assert "larger than" in refusal(site.url("/bomb", answer(bomb, Content_Encoding="gzip")), limit=1_000_000)
    assert "larger than" in refusal(site.url("/endless", endless), limit=1_000_000)
    assert "larger than" in refusal(site.url("/told", answer(b"x" * 100)), limit=99)


def test_a_page_that_breaks_off(site: Site) -> None:
    assert "connection failed" in refusal(site.url("/short", answer(PAGE, Content_Length="5000")))


def test_servers_that_are_too_slow(site: Site) -> None:
    assert "too slow" in refusal(site.url("/silence", silence), step_seconds=0.2)
    assert "too slow" in refusal(site.url("/drip", drip), seconds=0.4, step_seconds=0.2)


def test_no_connection() -> None:
    with closing(socket.socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "connection failed" in refusal(f"http://127.0.0.1:{port}/")


def test_tls_where_there_is_none(site: Site) -> None:
    assert "connection failed" in refusal(site.url("/a").replace("http:", "https:"))


@pytest.mark.parametrize("url", ["http://", "http:///a", "http://[::1", "http://a b/", "http://x:99999/"])
def test_what_is_no_address(url: str) -> None:
    assert refusal(url)


def test_the_password_in_an_address_is_not_kept(site: Site) -> None:
    site.answers["/a"] = answer()
    raw = source(site.url("/a").replace("//", "//me:sec%40ret@")).read()
    assert raw.url == raw.name == site.url("/a")
    assert site.seen[-1][1]["authorization"] == "Basic " + b64encode(b"me:sec@ret").decode()  # but it is sent
    assert "secret" not in refusal(site.url("/none").replace("//", "//me:secret@"))


def test_the_environments_proxies_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/a"] = answer()
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert source(site.url("/a")).read().data == PAGE


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "localhost"]
)
def test_private_addresses_are_refused(site: Site, host: str) -> None:
    before = len(site.seen)
    with pytest.raises(SourceError, match=r"--allow-private|connection failed"):
        UrlSource(f"http://{host}:{site.port}/a").read()
    assert len(site.seen) == before


def client(addresses: dict[str, list[str]], *, allow_private: bool) -> httpx.Client:
    def resolver(host: str, port: int) -> list[str]:
        return addresses[host]

    transport = GuardedTransport(allow_private=allow_private, seconds=5, resolver=resolver)
    return httpx.Client(transport=transport, trust_env=False)


def test_one_private_address_among_many_is_enough_to_refuse(site: Site) -> None:
    before = len(site.seen)
    session = client({"news.example": ["93.184.216.34", "10.0.0.5"]}, allow_private=False)
    with session, pytest.raises(ForbiddenAddress, match=r"10\.0\.0\.5"):
        session.get(f"http://news.example:{site.port}/a")
    assert len(site.seen) == before


def test_the_connection_goes_to_the_judged_address_and_carries_the_name(site: Site) -> None:
    site.answers["/a"] = answer()
    with client({"news.example": ["127.0.0.1"]}, allow_private=True) as session:
        assert session.get(f"http://news.example:{site.port}/a").content == PAGE
    assert site.seen[-1][1]["host"] == f"news.example:{site.port}"


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes as public, by decree; where it leads to is judged anew."""
    import quotecheck.sources.connection as connection

    site.answers["/secret"] = answer()
    site.answers["/go"] = redirect(f"http://localhost:{site.port}/secret")
    monkeypatch.setattr(connection, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(
        GuardedTransport.__init__,
        "__kwdefaults__",
        {"resolver": lambda host, port: ["127.0.0.1"] if host == "127.0.0.1" else ["127.0.0.2"]},
    )
    before = len(site.seen)
    with pytest.raises(SourceError, match=r"localhost is at 127\.0\.0\.2"):
        UrlSource(site.url("/go")).read()
    assert [path for path, _ in site.seen[before:]] == ["/go"]
