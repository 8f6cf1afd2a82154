"""Web pages."""

from __future__ import annotations

import re

from msgspec import structs

from quotecheck.extract.body import read_article
from quotecheck.extract.positions import line_starts
from quotecheck.extract.posts import find_posts, merged
from quotecheck.extract.posts.pasted import find_pasted
from quotecheck.extract.suppressions import in_comments, suppressions
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
        """Take out the embedded posts first, then read the article from the rest."""
        return parse_page(text, linked=True)


def parse_page(text: str, *, linked: bool = False) -> Document:
    """Read a page, or a fragment of one.

    Args:
        text: its markup.
        linked: where the page shows no article, its linked data may give one.
    """
    tree = Tree(text)
    starts = line_starts(text)
    posts = find_posts(tree, starts)
    article = read_article(tree, starts)
    if linked and not any(block.kind in ("paragraph", "list_item", "blockquote") for block in article.blocks):
        from quotecheck.extract.linked_data import article_in

        told = article_in(tree)
        if told is not None:
            article = structs.replace(told.article, declared_language=article.declared_language)
            posts = merged(posts, told.posts)
    pasted, article = find_pasted(article, _links(tree))
    document = Document(article=article, posts=merged(posts, pasted))
    if not (found := in_comments(text, tree.comments)):
        return document
    return structs.replace(document, suppressions=suppressions(text, found, document, starts, html=True))


def _links(tree: Tree) -> list[tuple[int, str]]:
    """Where each link's text begins, and what it links to."""
    return [(link.start, link.get("href")) for link in tree.by_tag("a") if "/" in link.raw_attributes]


FORMAT = Html()
