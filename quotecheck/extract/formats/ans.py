"""Arc XP's ANS: a story as JSON, its paragraphs and embeds as a list of content elements.

After https://github.com/washingtonpost/ans-schema (story, content elements, oembed_response).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from msgspec import structs

from quotecheck.extract.json_page import JsonPage
from quotecheck.model import Document
from quotecheck.sources.source import RawSource

_TEXTS = {"text": "p", "header": "h2", "raw_html": "", "quote": "blockquote", "list": "ul", "image": "figcaption"}
_DEEPEST = 50


class ANS:
    """Reads one story of Arc XP, as its content interface delivers it."""

    name = "ans"

    def matches(self, text: str, raw: RawSource) -> float:
        """Certain of a JSON object that has content elements and headlines."""
        if not text.lstrip("\ufeff \t\r\n").startswith("{") or '"content_elements"' not in text:
            return 0.0
        return 0.99 if re.search(r'"(?:headlines|version)"\s{0,9}:', text) else 0.0

    def parse(self, text: str, raw: RawSource) -> Document:
        """Make a page of the story, read it, and put its places back where they stand in the JSON."""
        try:
            story = json.loads(text)
        except (ValueError, RecursionError):
            story = {}
        page = JsonPage(text)
        headlines, by = story.get("headlines"), story.get("credits")
        page.put("<article><h1>")
        page.add(_string(headlines, "basic"), escape=True)
        page.put("</h1>")
        for tag, value in _pieces(story.get("content_elements"), 0):
            page.put(f"<{tag}>" if tag else "")
            page.add(value, escape=False)
            page.put(f"</{tag}>" if tag else "")
        page.put("</article>")
        found = page.read()
        names = by.get("by") if isinstance(by, dict) else None
        named = [_string(name, "name") for name in (names if isinstance(names, list) else ())]
        article = structs.replace(
            found.article,
            title=_string(headlines, "basic") or None,
            dek=_string(story.get("subheadlines"), "basic") or _string(story.get("description"), "basic") or None,
            byline=", ".join(filter(None, named)) or None,
            published=_string(story, "display_date") or _string(story, "first_publish_date") or None,
            declared_language=_string(story, "language") or None,
        )
        return structs.replace(found, article=article)


def _string(holder: object, key: str) -> str:
    value = holder.get(key) if isinstance(holder, dict) else None
    return value if isinstance(value, str) else ""


def _pieces(elements: object, depth: int) -> Iterator[tuple[str, str]]:
    """The tag and the string of each part of a story that readers see, in their order."""
    if not isinstance(elements, list) or depth > _DEEPEST:
        return
    for element in elements:
        kind = _string(element, "type")
        if not isinstance(element, dict):
            continue
        if kind == "oembed_response":
            embed = element.get("raw_oembed")
            markup = _string(embed, "html")
            yield ("", markup) if markup else ("p", _string(embed, "url") or _string(element, "referent_url"))
        elif kind in _TEXTS:
            tag = _TEXTS[kind]
            yield tag, _string(element, "caption" if kind == "image" else "content")
            yield from _pieces(element.get("content_elements"), depth + 1)
            yield from _pieces(element.get("items"), depth + 1)


FORMAT = ANS()
