"""What a page says of its article: title, byline, date of publication, language."""

from __future__ import annotations

import json
import re

from quotecheck.extract.flow import Flow
from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.posts.words import declared_language
from quotecheck.extract.tree import Element, Text, Tree, walk

_TITLE_META = ("og:title", "twitter:title", "parsely-title", "dc.title", "title")
_AUTHOR_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_DATE_META = tuple(
    "article:published_time og:published_time datepublished parsely-pub-date publish-date publishdate pubdate "
    "sailthru.date dc.date.issued dc.date date og:article:published_time cxenseparse:recs:publishtime".split()
)
_SITE_SUFFIX = re.compile(r"\s+(?:[|»·•]|[-–—](?=\s))\s+[^|»·•]{2,40}$")
_BYLINE = re.compile(r"^(?:by|von|par|por|di|de|door|texte?|autor(?:in)?)\s*:?\s+", re.IGNORECASE)
_NOT_NAME = re.compile(
    r"\s*(?:[|·•]|(?<=\w)@|\s@|\[?email|\b(?:published|updated|posted|aktualisiert|veröffentlicht|publicado|publié"
    r"|pubblicato)\b"
    r"|\b\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d)",
    re.IGNORECASE,
)
LD_ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlogPosting|NewsArticle")
"""Types of linked data that are articles (https://schema.org/Article and its subtypes)."""


def plain(tree: Tree, element: Element, limit: int = 2000) -> str:
    """All the text under `element`, folded to one line."""
    flow = Flow(tree.source)
    for node in walk(element):
        limit -= 1
        if limit < 0:
            break
        if isinstance(node, Text):
            if node.parent.tag not in ("script", "style"):
                flow.add(node.start, node.end)
        elif node.tag in ("br", "p", "div", "li"):
            flow.gap(" ", node.start)
    return flow.result()[0]


def metadata(tree: Tree) -> dict[str, str]:
    """The page's `<meta>` values by name, in lower case; the first of each."""
    found: dict[str, str] = {}
    for meta in tree.by_tag("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop")).lower()
        value = meta.get("content")
        if name and value:
            found.setdefault(name, value)
    return found


def declared_titles(tree: Tree, meta: dict[str, str]) -> str:
    """All that the page's head calls it, one a line."""
    found = [meta[name] for name in _TITLE_META if meta.get(name)]
    found.extend(plain(tree, element) for element in tree.by_tag("title")[:1])
    return "\n".join(found)


def title(tree: Tree, meta: dict[str, str], headline: str | None) -> str | None:
    """The headline as shown, else what the page calls itself, without the site's name."""
    if headline:
        return headline
    for name in _TITLE_META:
        if meta.get(name):
            return _one_line(meta[name])
    for element in tree.by_tag("title"):
        if text := plain(tree, element):
            return _SITE_SUFFIX.sub("", text)
    return None


def byline(tree: Tree, meta: dict[str, str], shown: list[Element]) -> str | None:
    """Who wrote it. `shown` are the elements that look like bylines, in reading order."""
    for element in tree.by_tag("a", "span", "p", "div"):
        if element.raw_attributes and element.get("rel") == "author" and (name := _name(plain(tree, element, 200))):
            return name
    for name in _AUTHOR_META:
        if (value := meta.get(name)) and "://" not in value and (found := _name(value)):
            return found
    if author := _linked_data(tree).get("author"):
        return _name(author) or None
    for element in shown:
        text = plain(tree, element, 200)
        if 3 <= len(text) <= 120 and (name := _name(text)):
            return name
    return None


def published(tree: Tree, meta: dict[str, str]) -> str | None:
    """When it was published, ISO 8601."""
    for name in _DATE_META:
        if (value := meta.get(name)) and (date := iso_date(value)):
            return date
    if (value := _linked_data(tree).get("datePublished")) and (date := iso_date(value)):
        return date
    for element in tree.by_tag("time"):
        if date := iso_date(element.get("datetime")) or iso_date(plain(tree, element, 20)):
            return date
    return None


def language(tree: Tree, meta: dict[str, str]) -> str | None:
    """The language that the page declares, ISO 639-1."""
    for element in tree.by_tag("html", "body", "article"):
        if code := declared_language(element):
            return code
    for name in ("og:locale", "content-language", "language", "dc.language", "inlanguage"):
        value = meta.get(name, "").strip().lower()
        if match := re.match(r"([a-z]{2,3})(?:[-_,;]|$)", value):
            return match[1]
    return None


def _name(text: str) -> str:
    """A name out of a byline: without "by" before it, and without a date, a time, an address after it."""
    text = _BYLINE.sub("", _one_line(text))
    return _NOT_NAME.split(text, maxsplit=1)[0].strip(" ,|·•–—-/:@\xa0")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _linked_data(tree: Tree) -> dict[str, str]:
    """Author and date of the first article in the page's JSON-LD."""
    for script in tree.by_tag("script"):
        if "ld+json" not in script.raw_attributes:
            continue
        try:
            top = json.loads(tree.raw_content(script))
        except (ValueError, RecursionError):
            continue
        pending: list[object] = [top]
        while pending:
            value = pending.pop()
            if isinstance(value, list):
                pending.extend(reversed(value))
            elif isinstance(value, dict):
                if LD_ARTICLE.search(str(value.get("@type", ""))) and value.get("datePublished"):
                    return {"datePublished": str(value["datePublished"]), "author": linked_authors(value.get("author"))}
                pending.extend(reversed([v for v in value.values() if isinstance(v, list | dict)]))
    return {}


def linked_authors(value: object) -> str:
    """The authors' names, from what linked data says of them: a name, an object with one, or a list of these."""
    people = value if isinstance(value, list) else [value]
    names = [str(p.get("name", "")) if isinstance(p, dict) else str(p or "") for p in people]
    return ", ".join(name for name in names if name and "://" not in name)
