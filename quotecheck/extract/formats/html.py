"""Web pages."""

from __future__ import annotations

import re

from quotecheck.extract.page import read_page
from quotecheck.extract.tree import Tree
from quotecheck.model import Document
from quotecheck.sources.source import RawSource

_BEFORE = re.compile(r"\s+|<!--.*?-->|<\?xml[^>]*>", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_START = re.compile(
    r"<(?:article|main|div|section|p|h[1-6]|blockquote|figure|ul|ol|table|header|amp-[a-z-]+)\b[^<]*>", re.IGNORECASE
)
_BLOCK = re.compile(r"<(?:p|div|article|section|blockquote|h[1-6]|li|td|figure)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
_HEAD = 20_000


class Html:
    """HTML, XHTML and AMP, whole pages and fragments."""

    name = "html"

    def matches(self, text: str, raw: RawSource) -> float:
        """Certain where a page's first tags stand; less so for fragments, the more the fewer tags they have."""
        head = text[:_HEAD]
        start = 0
        while match := _BEFORE.match(head, start):
            start = match.end()
        if _PAGE.match(head, start):
            return 1.0
        claimed = raw.media_type in ("text/html", "application/xhtml+xml")
        tags = len(_BLOCK.findall(head))
        if _START.match(head, start):
            return 0.95 if claimed or tags >= 3 else 0.7
        if tags >= 3 and "</" in head:
            return 0.9 if claimed else min(0.8, tags * 400 / max(len(head), 400))
        return 0.3 if claimed and _TAG.search(head) else 0.0

    def parse(self, text: str, raw: RawSource) -> Document:
        """Read what the page shows; where that is no article, what its linked data tells, or its scripts' data."""
        return read_page(text, otherwise=_told)


def _told(tree: Tree) -> Document | None:
    from quotecheck.extract import linked_data, page_data  # few pages need them

    return linked_data.article_in(tree) or page_data.article_in(tree)


FORMAT = Html()
