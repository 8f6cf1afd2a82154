"""The same input gives the same bytes, and nothing is asked of the network, whatever the surroundings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

COMMAND = str(Path(sys.executable).with_name("quotecheck"))
FIXTURES = Path(__file__).parents[2] / "fixtures"

GUARD = """
import os, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"):
        with open(os.environ["REFUSED"], "a") as log:
            log.write(f"{event} {arguments[1:]!r}\\\\n")
        raise OSError(f"{event} is refused here")

sys.addaudithook(refuse)
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Every article of ours, in a folder by itself."""
    folder = tmp_path / "articles"
    shutil.copytree(FIXTURES / "articles", folder)
    return folder


def run(articles: Path, home: Path, *options: str, **surroundings: str) -> tuple[bytes, int]:
    home.mkdir(exist_ok=True)
    kept = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8"}
    command = [COMMAND, "check", "articles", "--format", "jsonl", "--quiet", *options]
    done = subprocess.run(
        command, capture_output=True, cwd=articles.parent, env={**kept, **surroundings}, timeout=300, check=False
    )
    assert done.returncode in (0, 1, 3), done.stderr
    assert done.stdout.count(b"\n") > 3
    return done.stdout, done.returncode


def test_the_same_bytes_whatever_the_surroundings(articles: Path, tmp_path: Path) -> None:
    cold = run(articles, tmp_path / "a", PYTHONHASHSEED="1")
    assert run(articles, tmp_path / "a", PYTHONHASHSEED="2") == cold, "a warm cache"
    assert run(articles, tmp_path / "b", "--jobs", "2", PYTHONHASHSEED="3", TZ="Pacific/Auckland") == cold, "processes"
    assert run(articles, tmp_path / "c", "--no-cache", LC_ALL="C", TZ="America/Lima") == cold, "no cache, C locale"


def test_nothing_is_asked_of_the_network(articles: Path, tmp_path: Path) -> None:
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    log = tmp_path / "refused"
    surroundings = {"PYTHONPATH": str(guard), "REFUSED": str(log)}

    proof = [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))"]
    done = subprocess.run(proof, capture_output=True, env={**os.environ, **surroundings}, timeout=60, check=False)
    assert b"is refused here" in done.stderr and log.exists()
    log.unlink()

    refused = run(articles, tmp_path / "home", **surroundings)
    assert not log.exists(), log.read_text()
    assert refused == run(articles, tmp_path / "other")
