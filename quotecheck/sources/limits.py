"""How much is read from one source, and what counts as an article by its name."""

from __future__ import annotations

MAX_BYTES = 50 * 1024 * 1024
"""The largest page seen among 1,371 real ones is under 2 MB; what is larger than this is no article."""

MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdx": "text/markdown",
    ".txt": "text/plain",
}
"""File name endings of articles, and the media type each claims."""


def megabytes(size: int) -> str:
    """A size for people: "0.2 MB", "200 MB"."""
    value = size / (1024 * 1024)
    return f"{value:.1f} MB" if value < 10 else f"{value:.0f} MB"
