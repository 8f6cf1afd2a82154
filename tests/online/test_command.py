"""`--online` on the command line, against a server of our own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

COMMAND = str(Path(sys.executable).with_name("quotecheck"))
URL = "https://twitter.com/inesroca/status/1790000000000000123"
PAGE = f"""<html lang="en"><body><article><h1>The ferry sails again</h1>
<p>“The ferry sailed with 50 cars,” Inés Roca wrote on Friday.</p>
<blockquote class="twitter-tweet"><a href="{URL}"></a></blockquote>
<p>The company gave no reason for the delay, and none was expected in the port.</p></article></body></html>"""
MARKUP = (
    '<blockquote class="twitter-tweet"><p lang="es">El ferry zarpó con 40 coches.</p>&mdash; Inés Roca (@inesroca) '
    f'<a href="{URL}">March 6, 2026</a></blockquote>'
)


@pytest.fixture
def gateway() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = "1790000000000000123" in self.path
            body = json.dumps({"html": MARKUP}).encode() if known else b""
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    return subprocess.run(
        [COMMAND, *arguments], cwd=folder, capture_output=True, text=True, env=environment, timeout=120, check=False
    )


@pytest.fixture
def article(tmp_path: Path, gateway: str) -> Path:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "quotecheck.toml").write_text(f'online-gateway = "{gateway}"\nallow-private = true\n', encoding="utf-8")
    return tmp_path


def test_without_it_the_post_is_a_link(article: Path) -> None:
    done = run(article, "check", "a.html", "--format", "json")
    (post,) = json.loads(done.stdout)["posts"]
    assert (post["text"], post["verdict"], done.returncode) == (None, "unchecked", 3)
    assert "resolution" not in post


def test_with_it_the_post_is_compared(article: Path) -> None:
    done = run(article, "check", "a.html", "--online", "--format", "json")
    report = json.loads(done.stdout)
    (post,) = report["posts"]
    assert post["text"] == "El ferry zarpó con 40 coches."
    assert post["resolution"]["status"] == "found" and post["resolution"]["at"].startswith("20")
    assert "number-changed" in {found["rule"] for found in report["findings"]}
    assert done.returncode == 1


def test_posts_lists_it(article: Path) -> None:
    done = run(article, "posts", "a.html", "--online", "--format", "jsonl")
    (post,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert post["text"] == "El ferry zarpó con 40 coches."


def test_a_post_that_is_gone_says_so(article: Path) -> None:
    page = (article / "a.html").read_text(encoding="utf-8").replace("1790000000000000123", "1790000000000000999")
    (article / "a.html").write_text(page, encoding="utf-8")
    done = run(article, "check", "a.html", "--online")
    assert "its platform has it no longer" in " ".join(done.stdout.split())
    assert done.returncode == 3


def test_it_is_not_offline(article: Path) -> None:
    done = run(article, "check", "a.html", "--online", "--offline")
    assert done.returncode == 2 and "contradict" in done.stderr
    with (article / "quotecheck.toml").open("a", encoding="utf-8") as settings:
        settings.write("online = true\n")
    done = run(article, "check", "a.html", "--offline", "--format", "json")
    assert json.loads(done.stdout)["posts"][0]["text"] is None
