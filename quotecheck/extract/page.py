"""A web page, or a fragment of one: its posts, then its article from the rest."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from quotecheck.extract.body import read_article
from quotecheck.extract.positions import line_starts
from quotecheck.extract.posts import find_posts, merged
from quotecheck.extract.posts.pasted import find_pasted
from quotecheck.extract.suppressions import in_comments, suppressions
from quotecheck.extract.tree import Tree
from quotecheck.model import Document


def read_page(text: str, otherwise: Callable[[Tree], Document | None] = lambda tree: None) -> Document:
    """Take out the embedded posts first, then read the article.

    Args:
        text: the markup.
        otherwise: where the page shows no article, this may find one in it.
    """
    tree = Tree(text)
    starts = line_starts(text)
    posts = find_posts(tree, starts)
    article = read_article(tree, starts)
    if not article.has_text:
        told = otherwise(tree)
        if told is not None:
            article = structs.replace(
                told.article,
                title=told.article.title or article.title,
                dek=told.article.dek or article.dek,
                byline=told.article.byline or article.byline,
                published=told.article.published or article.published,
                declared_language=article.declared_language,
            )
            posts = merged(posts, told.posts)
    pasted, article = find_pasted(article, _links(tree))
    document = Document(article=article, posts=merged(posts, pasted))
    if not (found := in_comments(text, tree.comments)):
        return document
    return structs.replace(document, suppressions=suppressions(text, found, document, starts, html=True))


def _links(tree: Tree) -> list[tuple[int, str]]:
    """Where each link's text begins, and what it links to."""
    return [(link.start, link.get("href")) for link in tree.by_tag("a") if "/" in link.raw_attributes]
