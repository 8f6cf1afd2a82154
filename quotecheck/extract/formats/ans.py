"""Arc XP's ANS: a story as JSON, its paragraphs and embeds as a list of content elements.

After https://github.com/washingtonpost/ans-schema (story, content elements, oembed_response).
"""

from __future__ import annotations

import html
import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from quotecheck.extract.formats.html import FORMAT as HTML
from quotecheck.extract.positions import line_starts, place
from quotecheck.model import Article, Block, Document, Suppression
from quotecheck.sources.source import RawSource

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"')
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)
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
        page = _Page(text)
        headlines, by = story.get("headlines"), story.get("credits")
        page.put("<article><h1>")
        page.add(_string(headlines, "basic"), escape=True)
        page.put("</h1>")
        for tag, value in _pieces(story.get("content_elements"), 0):
            page.put(f"<{tag}>" if tag else "")
            page.add(value, escape=False)
            page.put(f"</{tag}>" if tag else "")
        page.put("</article>")
        shown = "".join(page.pieces)
        found = HTML.parse(shown, raw)
        starts = line_starts(text)
        names = by.get("by") if isinstance(by, dict) else None
        article = Article(
            title=_string(headlines, "basic") or None,
            dek=_string(story.get("subheadlines"), "basic") or _string(story.get("description"), "basic") or None,
            byline=", ".join(
                filter(None, (_string(name, "name") for name in (names if isinstance(names, list) else ())))
            )
            or None,
            published=_string(story, "display_date") or _string(story, "first_publish_date") or None,
            declared_language=_string(story, "language") or None,
            blocks=tuple(page.moved(block, starts) for block in found.article.blocks),
            line_starts=starts,
        )
        from msgspec.structs import replace

        posts = []
        for post in found.posts:
            offset = page.offsets[post.offset]
            line, column = place(starts, offset)
            posts.append(replace(post, line=line, column=column, offset=offset))
        if not found.suppressions:
            return Document(article=article, posts=tuple(posts))
        lines = line_starts(shown)
        moved = (page.moved_suppression(one, lines, starts) for one in found.suppressions)
        return Document(article=article, posts=tuple(posts), suppressions=tuple(moved))


class _Page:
    """A page made of a JSON document's strings, each of whose code points knows where it stands there."""

    def __init__(self, source: str) -> None:
        self.pieces: list[str] = []
        self.offsets = array("q")
        self._source = source
        self._places: dict[str, list[int]] = {}
        for match in _STRING.finditer(source):
            if match.end() - match.start() > 4:
                self._places.setdefault(_decoded(match[0]), []).append(match.start())
        self._last = 0

    def put(self, markup: str) -> None:
        """Markup that stands nowhere in the source."""
        self.pieces.append(markup)
        self.offsets.extend([self._last] * len(markup))

    def add(self, value: str, *, escape: bool) -> None:
        """A string of the document: where it stands more than once, the first place behind the one before."""
        places = self._places.get(value)
        if not value or not places:
            return
        at = bisect_right(places, self._last)
        position = places[at if at < len(places) else 0]
        self._last = position
        position += 1
        token = _STRING.match(self._source, position - 1)
        inner = token[0][1:-1] if token else ""
        for character in _CHARACTER.finditer(inner):
            raw = character[0]
            shown = _decoded(f'"{raw}"') if raw[0] == "\\" else raw
            shown = html.escape(shown, quote=False) if escape else shown
            self.pieces.append(shown)
            self.offsets.extend([position + character.start()] * len(shown))

    def moved(self, block: Block, starts: Sequence[int]) -> Block:
        """A block of the page with the places that it has in the source."""
        from msgspec.structs import replace

        offsets = array("q", (self.offsets[offset] for offset in block.offsets))
        if not offsets:
            return block
        line, column = place(starts, offsets[0])
        return replace(block, offsets=offsets, line=line, column=column)

    def moved_suppression(self, found: Suppression, lines: Sequence[int], starts: Sequence[int]) -> Suppression:
        """A comment of the page, and what it covers there, with the places that they have in the source.

        Args:
            lines: where the page's lines begin.
            starts: where the source's lines begin.
        """
        from msgspec.structs import replace

        line, column = place(starts, self.offsets[lines[found.line - 1] + found.column - 1])
        if found.start is None or found.end is None or found.start >= len(self.offsets):
            return replace(found, line=line, column=column)
        start, end = self.offsets[found.start], self.offsets[max(found.end - 1, 0)] + 1
        return replace(found, line=line, column=column, start=start, end=end)


def _decoded(token: str) -> str:
    try:
        value = json.loads(token, strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""


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
