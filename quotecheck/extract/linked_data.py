"""An article told by linked data: an object of schema.org's type Article whose `articleBody` holds the words.

After https://schema.org/Article. Publishers fill `articleBody` with plain text, a line to a paragraph, or with markup.
"""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec import structs

from quotecheck.extract.header import LD_ARTICLE, linked_authors
from quotecheck.extract.json_page import JsonPage
from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.tree import Tree
from quotecheck.model import Document

_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|blockquote|ul|ol|figure|a|em|strong|i|b)\b[^<>]*>", re.IGNORECASE)


def article_in(tree: Tree) -> Document | None:
    """The article that the linked data of a page tells; None where there is none."""
    for script in tree.by_tag("script"):
        if "ld+json" not in script.raw_attributes:
            continue
        start, end = tree.raw_place(script)
        if '"articleBody"' in tree.source[start:end]:
            found = read(tree.source, start, end)
            if found is not None:
                return found
    return None


def read(source: str, start: int = 0, end: int | None = None) -> Document | None:
    """The article that a JSON-LD document tells; None where it tells none.

    Args:
        source: the whole source.
        start, end: where the document stands in it.
    """
    try:
        told = _article(json.loads(source[start:end], strict=False))
    except (ValueError, RecursionError):
        return None
    if told is None:
        return None
    headline, body = str(told.get("headline") or ""), told["articleBody"]
    page = JsonPage(source, start, end)
    page.put("<article><h1>")
    page.add(headline, escape=True)
    page.put("</h1><p>")
    markup = _MARKUP.search(body) is not None
    page.add(body, escape=not markup, paragraphs=not markup)
    page.put("</p></article>")
    document = page.read()
    language = told.get("inLanguage")
    article = structs.replace(
        document.article,
        title=headline or None,
        dek=str(told.get("alternativeHeadline") or told.get("description") or "") or None,
        byline=linked_authors(told.get("author")) or None,
        published=iso_date(str(told.get("datePublished") or "")),
        declared_language=language.split("-")[0].lower() if isinstance(language, str) and language else None,
    )
    return structs.replace(document, article=article)


def _article(top: object) -> dict[str, Any] | None:
    """The first object that is an article and has a body."""
    pending = [top]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(reversed(value))
        elif isinstance(value, dict):
            body = value.get("articleBody")
            if isinstance(body, str) and body.strip() and LD_ARTICLE.search(str(value.get("@type", ""))):
                return value
            pending.extend(reversed([inner for inner in value.values() if isinstance(inner, list | dict)]))
    return None
