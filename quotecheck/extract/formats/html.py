"""Web pages."""

from __future__ import annotations

import re

from quotecheck.extract.body import read_article
from quotecheck.extract.positions import line_starts
from quotecheck.extract.posts import find_posts
from quotecheck.extract.tree import Tree
from quotecheck.model import Document
from quotecheck.sources.source import RawSource

_PAGE = re.compile(r"(?:<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>|\s){0,20}<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S)
_START = re.compile(r"\s*<(?:article|main|div|section|p|h[1-6]|blockquote|figure|ul|ol|table|header|amp-[a-z-]+)\b[^<]*>", re.I)
_BLOCK = re.compile(r"<(?:p|div|article|section|blockquote|h[1-6]|li|td|figure)\b[^<>]*>", re.IGNORECASE)
_HEAD = 20_000


class Html:
    """HTML, XHTML and AMP, whole pages and fragments."""

    name = "html"

    def matches(self, text: str, raw: RawSource) -> float:
        """Certain where a page's first tags stand; less so for fragments, the more the fewer tags they have."""
        head = text[:_HEAD]
        if _PAGE.match(head):
            return 1.0
        claimed = raw.media_type in ("text/html", "application/xhtml+xml")
        tags = len(_BLOCK.findall(head))
        if _START.match(head):
            return 0.95 if claimed or tags >= 3 else 0.7
        if tags >= 3 and "</" in head:
            return 0.9 if claimed else min(0.8, tags * 400 / max(len(head), 400))
        return 0.3 if claimed and "<" in head else 0.0

    def parse(self, text: str, raw: RawSource) -> Document:
        """Take out the embedded posts first, then read the article from the rest."""
        tree = Tree(text)
        starts = line_starts(text)
        posts = find_posts(tree, starts)
        return Document(article=read_article(tree, starts), posts=posts)


FORMAT = Html()
