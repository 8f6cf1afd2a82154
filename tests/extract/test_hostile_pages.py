"""Pages made to break a reader: deep nesting, unclosed tags, traps for backtracking. Work is counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from quotecheck.extract import extract_posts
from quotecheck.sources.source import RawSource

START = "<!doctype html><article><h1>A headline</h1>"
TWEET = '<blockquote class="twitter-tweet"><p lang="es">Hola, puerto</p>&mdash; Ana (@ana) '
LINK = '<a href="https://twitter.com/ana/status/1522349168131{:06}">May 5, 2022</a>'

PAGES: dict[str, Callable[[int], str]] = {
    "nested posts": lambda n: "".join(TWEET + LINK.format(i) for i in range(n)) + "</blockquote>" * n,
    "nested posts that never end": lambda n: TWEET * n,
    "boxes in boxes": lambda n: ('<div class="tweet-box">' + LINK.format(1)) * n,
    "threads in threads": lambda n: '<blockquote class="text-post-media"><div>x' * n,
    "cards of reddit": lambda n: '<blockquote class="reddit-card"><a href="//reddit.com/r/a/comments/abcd/">x</a>' * n,
    "players in players": lambda n: '<div class="youtube" data-id="abcdefgh001"><img alt="a b">' * n,
    "plugins in plugins": lambda n: '<blockquote cite="https://www.facebook.com/a/posts/12345678">x' * n,
    "addresses": lambda n: "<p>https://twitter.com/ana/status/1522349168131" * n,
    "emphasised addresses": lambda n: "<p>" + "<b>" * n + "https://x.com/a/status/1522349168131" + "</b>" * n,
    "attributes full of data": lambda n: '<div data-a=\'{"url":"//x.com/a/status/1522349168131","text":"<a "}\'>' * n,
    "lists in lists": lambda n: "<script type='application/json'>" + "[" * n + "]" * n + "</script>",
    "alternative texts": lambda n: '<img alt="screenshot of a tweet by A “x “y @a: @b">' * n,
}


def calls(page: str) -> int:
    """How many functions are entered while a page is read."""
    count = 0

    def see(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    raw = RawSource(name="page.html", data=(START + page).encode())
    extract_posts(raw)  # so that imports and caches are not counted
    before = sys.getprofile()
    sys.setprofile(see)
    try:
        extract_posts(raw)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_four_times_the_page_is_no_more_than_some_four_times_the_work(name: str) -> None:
    small, large = calls(PAGES[name](150)), calls(PAGES[name](600))
    assert large < 6 * small, f"{small} calls, then {large}"


@pytest.mark.parametrize(
    "page",
    [
        '<div data-x="' + "%2F" * 200_000 + '">',
        '<img alt="tweet @' + "a: " * 100_000 + '">',
        '<img alt="screenshot of a Facebook post ' + "by Abc " * 40_000 + "“" * 40_000 + '">',
        '<div data-html="PG' + "A" * 500_000 + '">',
        "<script>twitter-tweet " + "\\u003c" * 100_000 + "</script>",
        "<script>VK.Widgets.Post(" + " " * 300_000 + "</script>",
        "<script>twitter-tweet __INITIAL_STATE__" + " " * 300_000 + "</script>",
        "<script>createTweet(" + " createTweet(" * 30_000 + "</script>",
        "<p>" + "<" * 200_000,
        "<p " + "a=" * 200_000,
        "<blockquote class=twitter-tweet>" + "—" * 100_000 + "(@a)",
        "<iframe src='https://www.reddit.com/r/a/comments/" + "a" * 200_000 + "'>",
        "<iframe src='https://www.linkedin.com/posts/" + "-activity" * 40_000 + "'>",
    ],
    ids=lambda page: page[:30],
)
def test_long_runs_are_read_at_all(page: str) -> None:
    assert len(extract_posts(RawSource(name="page.html", data=(START + page).encode()))) <= 1


@pytest.mark.slow
@pytest.mark.parametrize("depth", [400, 495, 505, 2000, 30_000])
def test_a_post_is_found_however_deep_it_stands(depth: int) -> None:
    for more in range(0, 70, 7):
        levels = depth + more
        page = "<div>" * levels + TWEET + LINK.format(levels) + "</blockquote>" + "</div>" * levels
        (post,) = extract_posts(RawSource(name="page.html", data=(START + page).encode()))
        assert (post.handle, post.text) == ("ana", "Hola, puerto")
        if depth > 10_000:
            break


def test_posts_nested_a_thousand_deep_are_all_found() -> None:
    page = "".join(TWEET + LINK.format(i) for i in range(1000)) + "</blockquote>" * 1000
    found = extract_posts(RawSource(name="page.html", data=(START + page).encode()))
    assert len(found) == 1000
    assert found[0].text == "Hola, puerto"
