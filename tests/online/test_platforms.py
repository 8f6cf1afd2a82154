"""Every platform's way of answering, spoken by a server of our own, faults included."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.model import Post
from quotecheck.online import client as client_module
from quotecheck.online import resolve
from quotecheck.online.client import Client

Answer = Callable[[BaseHTTPRequestHandler], None]

X = "https://twitter.com/inesroca/status/1790000000000000123"
X_MARKUP = (
    '<blockquote class="twitter-tweet"><p lang="es" dir="ltr">El ferry zarpó con 40 coches.</p>&mdash; Inés Roca '
    f'(@inesroca) <a href="{X}?ref_src=twsrc%5Etfw">March 6, 2026</a></blockquote>'
)
X_ANSWER = {"html": X_MARKUP, "author_name": "Inés Roca", "url": X}
X_PATH = "/publish.x.com/oembed?url=https%3A%2F%2Ftwitter.com%2Finesroca%2Fstatus%2F1790000000000000123"


def answer(data: object, status: int = 200, kind: str = "application/json", **headers: str) -> Answer:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


class Site:
    """Answers in turn for each path (without what follows `&`); the last answer stays."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.busy = 0
        self.most_busy = 0
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.busy += 1
                site.most_busy = max(site.most_busy, site.busy)
                try:
                    site.seen.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
                    given = site.answers.get(self.path.split("&")[0], [answer({}, 404)])
                    (given.pop(0) if len(given) > 1 else given[0])(self)
                finally:
                    site.busy -= 1

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def on(self, path: str, *answers: Answer) -> None:
        self.answers[path] = list(answers)

    def asked(self, part: str = "") -> list[dict[str, str]]:
        """The headers of the requests for paths that hold `part`, robots.txt left out."""
        return [headers for path, headers in self.seen if part in path and not path.endswith("robots.txt")]


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_GAP_S", 0.0)
    monkeypatch.setattr(client_module, "_BACKOFF_S", 0.01)
    monkeypatch.setattr(client_module, "_SECONDS", 0.8)


def post(platform: str, url: str) -> Post:
    return Post(platform=platform, url=url, text=None, line=1, column=1)


def resolved(site: Site, *posts: Post, cache: Path | None = None, private: bool = True) -> tuple[Post, ...]:
    config = Config(
        online=True, online_gateway=site.url, allow_private=private, cache=cache is not None, cache_dir=cache
    )
    return resolve(posts, config, Cache.open(config))


def one(site: Site, platform: str = "x", url: str = X, private: bool = True) -> Post:
    (found,) = resolved(site, post(platform, url), private=private)
    return found


def test_x(site: Site) -> None:
    site.on(X_PATH, answer(X_ANSWER))
    found = one(site)
    assert (found.text, found.author, found.handle) == ("El ferry zarpó con 40 coches.", "Inés Roca", "inesroca")
    assert found.declared_language == "es" and found.posted_at is not None
    assert found.resolution is not None and found.resolution.status == "found"
    assert found.resolution.url is not None and found.resolution.url.startswith("https://publish.x.com/oembed?url=")
    assert site.asked()[0]["user-agent"].startswith("quotecheck/")


def test_bluesky(site: Site) -> None:
    told = {
        "$type": "app.bsky.feed.defs#threadViewPost",
        "post": {
            "author": {"handle": "ines.example", "displayName": "Inés Roca"},
            "record": {"text": "El ferry zarpó.", "createdAt": "2026-03-06T08:00:00.000Z", "langs": ["es-ES"]},
        },
    }
    path = "/public.api.bsky.app/xrpc/app.bsky.feed.getPostThread"
    uri = "at%3A%2F%2Fines.example%2Fapp.bsky.feed.post%2F3kabc"
    site.on(f"{path}?uri={uri}", answer({"thread": told}))
    found = one(site, "bluesky", "https://bsky.app/profile/ines.example/post/3kabc")
    assert (found.text, found.handle, found.declared_language) == ("El ferry zarpó.", "ines.example", "es")
    for kind, status in (("notFoundPost", "gone"), ("blockedPost", "protected")):
        site.on(f"{path}?uri={uri}", answer({"thread": {"$type": f"app.bsky.feed.defs#{kind}"}}))
        missing = one(site, "bluesky", "https://bsky.app/profile/ines.example/post/3kabc")
        assert missing.text is None and missing.resolution is not None and missing.resolution.status == status


def test_mastodon(site: Site) -> None:
    told = {
        "content": "<p>El ferry zarp&oacute;.</p><p>Por fin &amp; ya.</p>",
        "spoiler_text": "Barcos",
        "created_at": "2026-03-06T08:00:00.000Z",
        "language": "es",
        "account": {"display_name": "Inés Roca", "acct": "ines"},
    }
    site.on("/social.example/api/v1/statuses/112233", answer(told))
    found = one(site, "mastodon", "https://social.example/@ines/112233")
    assert found.text == "Barcos\n\nEl ferry zarpó.\n\nPor fin & ya."
    assert (found.author, found.handle) == ("Inés Roca", "ines")


@pytest.mark.parametrize(
    ("platform", "host", "url"),
    [
        ("tiktok", "www.tiktok.com", "https://www.tiktok.com/@ines/video/7300000000000000001"),
        ("youtube", "www.youtube.com", "https://www.youtube.com/watch?v=abcdefghijk"),
    ],
)
def test_titles(platform: str, host: str, url: str, site: Site) -> None:
    from urllib.parse import quote

    told = {"title": "El ferry zarpó #puerto", "author_name": "Inés", "author_url": f"https://{host}/@ines"}
    site.on(f"/{host}/oembed?url={quote(url, safe='')}", answer(told))
    found = one(site, platform, url)
    assert (found.text, found.author, found.handle) == ("El ferry zarpó #puerto", "Inés", "ines")


def test_reddit(site: Site) -> None:
    about = {"title": "El ferry", "selftext": "Zarpó.", "author": "ines", "created_utc": 1772784000.0}
    said = {"body": "Por fin.", "author": "vera", "created_utc": 1772787600}
    listings = [{"data": {"children": [{"data": about}]}}, {"data": {"children": [{"data": said}]}}]
    site.on("/www.reddit.com/r/barcos/comments/1abc/el_ferry.json?limit=1", answer(listings))
    site.on("/www.reddit.com/r/barcos/comments/1abc/el_ferry/k9.json?limit=1", answer(listings))
    whole = one(site, "reddit", "https://www.reddit.com/r/barcos/comments/1abc/el_ferry/")
    assert (whole.text, whole.handle, whole.posted_at) == ("El ferry\n\nZarpó.", "ines", "2026-03-06T08:00:00+00:00")
    assert one(site, "reddit", "https://www.reddit.com/r/barcos/comments/1abc/el_ferry/k9/").text == "Por fin."
    about["selftext"] = "[removed]"
    site.on("/www.reddit.com/r/barcos/comments/1abc/el_ferry.json?limit=1", answer(listings))
    missing = one(site, "reddit", "https://www.reddit.com/r/barcos/comments/1abc/el_ferry/")
    assert missing.resolution is not None and missing.resolution.status == "gone"


@pytest.mark.parametrize("leak", [False, True])
def test_instagram_needs_a_token_and_keeps_it(leak: bool, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    url = "https://www.instagram.com/p/CabcdefGHIJ/"
    monkeypatch.delenv("QUOTECHECK_META_TOKEN", raising=False)
    without = one(site, "instagram", url)
    assert without.resolution is not None and without.resolution.status == "unsupported"
    assert "QUOTECHECK_META_TOKEN" in (without.resolution.detail or "") and site.seen == []

    monkeypatch.setenv("QUOTECHECK_META_TOKEN", "a-secret")
    markup = (
        f'<blockquote class="instagram-media" data-instgrm-permalink="{url}"><p>El ferry zarpó con 40 coches.</p>'
        f'<a href="{url}">A post shared by Inés Roca (@inesroca)</a></blockquote>'
    )
    path = "/graph.facebook.com/v23.0/instagram_oembed?url=https%3A%2F%2Fwww.instagram.com%2Fp%2FCabcdefGHIJ%2F"
    if leak:
        site.on(path, answer(b"", 302, Location="https://elsewhere.example/x"))
        site.on("/elsewhere.example/x", answer({"html": markup}))
    else:
        site.on(path, answer({"html": markup}))
    found = one(site, "instagram", url)
    assert site.asked("instagram_oembed")[0]["authorization"] == "Bearer a-secret"
    assert not any("authorization" in headers for headers in site.asked("elsewhere"))
    assert "a-secret" not in repr(found)


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        ([answer({}, 404)], "gone", "404"),
        ([answer({}, 410)], "gone", "410"),
        ([answer({}, 403)], "protected", "403"),
        ([answer({}, 400)], "unreadable", "400"),
        ([answer({}, 503)], "unreachable", "503"),
        ([answer({}, 429, Retry_After="3600")], "unreachable", "asks to wait 3600 s"),
        ([answer(b'{"html": "<blockq', ETag='"v1"')], "unreachable", "breaks off"),
        ([answer({}, 503, Retry_After="²")], "unreachable", "503"),
        ([answer(b"<html>sign in</html>", kind="text/html")], "unreadable", "text/html"),
        ([answer([1, 2])], "unreadable", "no words"),
        ([answer({"html": 5})], "unreadable", "no words"),
        ([answer(b"x" * 3_000_000)], "unreadable", "larger"),
        ([answer(b"", 302, Location="ftp://x.example/")], "refused", "no web address"),
        (
            [answer(b"", 302, Location=X_PATH.replace("/publish.x.com", "https://publish.x.com"))],
            "unreadable",
            "redirects",
        ),
        ([lambda handler: time.sleep(1.2)], "unreachable", "too slow"),
        ([lambda handler: handler.connection.shutdown(socket.SHUT_RDWR)], "unreachable", "connection failed"),
    ],
    ids=[
        "404",
        "410",
        "403",
        "400",
        "503",
        "wait",
        "cut",
        "two",
        "page",
        "list",
        "number",
        "huge",
        "ftp",
        "loop",
        "slow",
        "shut",
    ],
)
@pytest.mark.slow
def test_faults(given: list[Answer], status: str, says: str, site: Site) -> None:
    site.on(X_PATH, *given)
    found = one(site)
    assert found.text is None
    assert found.resolution is not None
    assert (found.resolution.status, says in (found.resolution.detail or "")) == (status, True), found.resolution


def test_what_fails_for_a_moment_is_asked_for_again(site: Site) -> None:
    soon = formatdate(time.time() - 5, usegmt=True)
    site.on(X_PATH, answer({}, 503), answer({}, 429, Retry_After=soon), answer(X_ANSWER))
    assert one(site).text is not None
    assert len(site.asked("oembed")) == 3


def test_an_address_of_ones_own_network_is_not_asked(site: Site) -> None:
    found = one(site, private=False)
    assert found.resolution is not None and found.resolution.status == "refused"
    assert site.seen == []


def test_a_redirect_into_ones_own_network_is_not_followed(site: Site) -> None:
    """Without a gateway the guard judges every hop; a literal address stands for a name that leads there."""
    config = Config(online=True, cache=False)
    found = Client(Cache.open(config)).get("http://169.254.169.254/latest/meta-data/")
    assert found.status == "refused"


@pytest.mark.parametrize("url", ["http://[::1", "http://%5Bx/", "http:///x", "no address"])
def test_what_is_no_address_is_an_answer_too(url: str) -> None:
    assert Client(Cache.open(Config(cache=False))).get(url).status in ("unreadable", "unreachable")


def test_robots_are_obeyed(site: Site) -> None:
    site.on("/publish.x.com/robots.txt", answer(b"User-agent: *\nDisallow: /oembed\n", kind="text/plain"))
    site.on(X_PATH, answer(X_ANSWER))
    found = one(site)
    assert found.resolution is not None and found.resolution.status == "refused"
    assert "robots.txt" in (found.resolution.detail or "") and site.asked() == []
    site.on("/publish.x.com/robots.txt", answer(b"User-agent: quotecheck\nAllow: /\n\nUser-agent: *\nDisallow: /\n"))
    assert one(site).text is not None
    site.on("/publish.x.com/robots.txt", answer(b"", 500))
    unsure = one(site)
    assert unsure.resolution is not None and unsure.resolution.status == "unreachable"


def test_robots_are_asked_about_where_a_redirect_leads(site: Site) -> None:
    site.on("/publish.x.com/robots.txt", answer(b"User-agent: *\nDisallow: /closed\n", kind="text/plain"))
    site.on(X_PATH, answer(b"", 302, Location="/closed/oembed"))
    site.on("/publish.x.com/closed/oembed", answer(X_ANSWER))
    found = one(site)
    assert found.resolution is not None and found.resolution.status == "refused"
    assert site.asked("closed") == []


def test_a_broken_answer_is_not_kept(site: Site, tmp_path: Path) -> None:
    site.on(X_PATH, answer(b'{"html": "<blockq', ETag='"v1"'), answer(X_ANSWER, ETag='"v1"'))
    assert resolved(site, post("x", X), cache=tmp_path)[0].text is not None
    assert [headers.get("if-none-match") for headers in site.asked("oembed")] == [None, None]


def test_an_answer_is_kept_and_confirmed(site: Site, tmp_path: Path) -> None:
    site.on(X_PATH, answer(X_ANSWER, ETag='"v1"'), answer(b"", 304))
    first = resolved(site, post("x", X), cache=tmp_path)
    second = resolved(site, post("x", X), cache=tmp_path)
    assert first[0].text == second[0].text is not None
    assert [headers.get("if-none-match") for headers in site.asked("oembed")] == [None, '"v1"']


def test_one_request_to_a_host_at_a_time_and_the_order_is_kept(site: Site) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.03)
        number = handler.path.split("%2F")[-1].split("&")[0]
        answer({"title": f"video {number}"})(handler)

    posts = [post("tiktok", f"https://www.tiktok.com/@ines/video/{n}") for n in range(5)]
    for n in range(5):
        site.on(f"/www.tiktok.com/oembed?url=https%3A%2F%2Fwww.tiktok.com%2F%40ines%2Fvideo%2F{n}", slow)
    found = resolved(site, *posts)
    assert [one.text for one in found] == [f"video {n}" for n in range(5)]
    assert site.most_busy == 1
    assert sum(path.endswith("robots.txt") for path, _ in site.seen) == 1


def test_only_what_the_page_lacks_is_asked_for(site: Site) -> None:
    whole = Post(platform="x", url=X, text="Todo.", line=1, column=1)
    other = Post(platform="gab", url="https://gab.com/a/posts/1", text=None, line=1, column=1)
    assert resolved(site, whole, other) == (whole, other)
    assert site.seen == []


def test_a_post_that_is_cut_keeps_its_words_where_there_are_no_others(site: Site) -> None:
    cut = Post(platform="x", url=X, text="El ferry…", truncated=True, line=1, column=1)
    (found,) = resolved(site, cut)
    assert (found.text, found.truncated) == ("El ferry…", True)
    site.on(X_PATH, answer(X_ANSWER))
    (found,) = resolved(site, cut)
    assert (found.text, found.truncated) == ("El ferry zarpó con 40 coches.", False)


@pytest.mark.parametrize(
    ("platform", "url"),
    [("bluesky", "https://bsky.app/"), ("mastodon", "https://a.example/"), ("reddit", "https://www.reddit.com/r/a")],
)
def test_an_address_that_names_no_post(platform: str, url: str, site: Site) -> None:
    found = one(site, platform, url)
    assert found.resolution is not None and found.resolution.status == "unsupported"
    assert site.seen == []
