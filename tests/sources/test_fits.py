"""Which paths a pattern of the settings names."""

from __future__ import annotations

import pytest

from quotecheck.sources.patterns import fits


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("opinion/a.html", "opinion/**", True),
        ("opinion/2026/a.html", "opinion/**", True),
        ("opinion/2026/a.html", "opinion/*", False),
        ("opinion/2026/a.html", "opinion/", True),
        ("opinion/a.html", "opinion", True),
        ("news/opinion/a.html", "opinion/**", False),
        ("news/opinion/a.html", "**/opinion/**", True),
        ("opinion/a.html", "**/opinion/**", True),
        ("news/a.mdx", "*.mdx", True),
        ("news/a.md", "*.mdx", False),
        ("a.html", "./a.html", True),
        ("opinions/a.html", "opinion", False),
        ("https://example.com/opinion/a", "https://example.com/opinion/**", True),
    ],
)
def test_fits(path: str, pattern: str, expected: bool) -> None:
    assert fits(path, pattern) is expected
