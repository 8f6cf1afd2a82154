"""Ten thousand broken pages: none of them crashes extraction, or keeps it busy for long.

Two sources: trees of tags that no author would write, and our own pages with bytes changed. The
work is counted, in calls of functions, not timed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.errors import SourceError
from quotecheck.extract import extract
from quotecheck.model import Document
from quotecheck.sources.source import RawSource

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TREES, MUTATIONS, DRAWN = 3_600, 6_000, 400
CALLS_PER_BYTE = 60
CALLS_AT_LEAST = 100_000
"""Calls of Python functions that a page may cost; a second is some five million."""

TAGS = """article aside blockquote div p span a b br hr img h1 h2 ul li table tr td figure figcaption iframe script
style template noscript textarea select option svg title head body html section header footer amp-twitter time
q""".split()
CLASSES = """twitter-tweet instagram-media mastodon-embed tiktok-embed bluesky-embed fb-post reddit-embed-bq comments
sidebar related byline caption headline consent advert""".split()
ATTRIBUTES = """class id href src data-tweet-id data-bluesky-uri cite lang datetime content property hidden style
data-attrs data-src alt type""".split()
VALUES = [
    *CLASSES,
    "https://twitter.com/ana/status/1790000000000000123",
    "https://bsky.app/profile/ana.example/post/3kabcdefghi",
    "https://mastodon.example/@ana/112233445566778899/embed",
    "https://t.me/canal/77?embed=1",
    "javascript:alert(1)",
    "{&quot;url&quot;:&quot;https://x.com/a/status/12&quot;,&quot;full_text&quot;:&quot;hola&quot;}",
    "application/ld+json",
    "es",
    "2026-03-06",
    "&#x110000;&amp&lt;",
    "\x00\ud83d",
]
WORDS = [
    "“The bridge is closed,” said Ana Gil on Sunday. ",
    "— Ana Gil (@anagil) March 3, 2024",
    '{"@type":"NewsArticle","articleBody":"“Words,” she said.","x":[[[',
    "<!-- quotecheck: ignore[number-changed] -->",
    "«¿Qué?» 「はい」 \u202e\u200b",
    "'tis 5' 10\" \"",
    "<![CDATA[", "-->", "</", "<", ">", "&", "\r\n", "\n\n", "\t", "\\", "pic.twitter.com/x",
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is imported and compiled on first use is not the pages' work."""
    for name, data in pages():
        with suppress(SourceError):
            extract(RawSource(name=name, data=data))


def tree(rng: random.Random) -> bytes:
    """A page: runs of tags, some left open, some closed twice, with words between."""
    out = []
    for _ in range(rng.randint(1, 40)):
        tag, kind = rng.choice(TAGS), rng.randrange(10)
        if kind < 4:
            quote = rng.choice(['"', "'", "", '"'])
            given = ((rng.choice(ATTRIBUTES), rng.choice(VALUES)) for _ in range(rng.randint(0, 3)))
            out.append(f"<{tag}" + "".join(f" {name}={quote}{value}{quote}" for name, value in given) + ">")
        elif kind < 6:
            out.append(f"</{tag}>")
        else:
            out.append(rng.choice(WORDS) * rng.choice((1, 1, 1, 2, 30)))
    return "".join(out).encode("utf-8", "surrogatepass")


def check(data: bytes, name: str) -> Document | None:
    """Extract, with the work counted; what is found must lie in the page."""
    calls = 0
    allowed = CALLS_AT_LEAST + CALLS_PER_BYTE * len(data)

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        if event == "call":
            calls += 1
            assert calls < allowed, "too much work for this page"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        document = extract(RawSource(name=name, data=data))
    except SourceError as error:
        assert "\n" not in error.message
        return None
    finally:
        sys.setprofile(before)
    for post in document.posts:
        assert post.line >= 1 and post.column >= 1 and post.offset >= 0
    blocks = document.article.blocks
    for quotation in document.article.quotations:
        assert quotation.line >= 1 and quotation.column >= 1
        for block, start, end in quotation.parts:
            assert 0 <= start <= end <= len(blocks[block].text)
    return document


NAMES = ("a.html", "a.md", "a.mdx", "a.txt", "-")


@pytest.mark.parametrize("seed", range(4))
def test_trees(seed: int) -> None:
    rng = random.Random(seed)
    for number in range(TREES // 4):
        tried(tree(rng), rng.choice(NAMES), f"seed {seed}, tree {number}")


@settings(max_examples=DRAWN, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    parts=st.lists(st.sampled_from([*WORDS, *VALUES, *(f"<{tag} class=" for tag in TAGS)])), name=st.sampled_from(NAMES)
)
def test_pieces(parts: list[str], name: str) -> None:
    check("".join(parts).encode("utf-8", "surrogatepass"), name)


def tried(data: bytes, name: str, which: str) -> None:
    """Check a page, and say which it was where that fails."""
    try:
        check(data, name)
    except Exception as error:
        error.add_note(f"{which} ({name}): {data!r}")
        raise


@cache
def pages() -> tuple[tuple[str, bytes], ...]:
    """Our own pages, the small ones: a mutation is as telling in them, and quicker to read."""
    paths = sorted(path for folder in ("articles", "pages") for path in (ROOT / "fixtures" / folder).rglob("*.*"))
    found = ((path.name, path.read_bytes()) for path in paths if path.is_file())
    return tuple((name, data) for name, data in found if len(data) < 8_000)


def _flip(data: bytearray, rng: random.Random) -> None:
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(len(data))] = rng.randrange(256)


def _cut(data: bytearray, rng: random.Random) -> None:
    del data[rng.randrange(len(data)) :]


def _drop(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    del data[at : at + rng.randint(1, 200)]


def _repeat(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    data[at:at] = data[at : at + rng.randint(1, 60)] * rng.choice((2, 5, 50))


def _insert(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    data[at:at] = rng.choice((*WORDS, *VALUES, "<div>" * 40, "</p>" * 40)).encode("utf-8", "surrogatepass")


def _swap(data: bytearray, rng: random.Random) -> None:
    at, other = sorted(rng.randrange(len(data)) for _ in range(2))
    data[:] = data[other:] + data[at:other] + data[:at]


CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (_flip, _cut, _drop, _repeat, _insert, _swap)


@pytest.mark.parametrize("seed", range(6))
def test_mutations(seed: int) -> None:
    rng = random.Random(seed)
    for number in range(MUTATIONS // 6):
        name, original = rng.choice(pages())
        data = bytearray(original)
        for _ in range(rng.randint(1, 3)):
            if data:
                rng.choice(CHANGES)(data, rng)
        tried(bytes(data), name, f"seed {seed}, page {number}")


def test_the_pages_are_read_when_they_are_whole() -> None:
    assert len(pages()) >= 5
    assert sum(check(data, name) is not None for name, data in pages()) >= len(pages()) // 2
