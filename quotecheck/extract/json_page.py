"""A JSON document read as a page: an article's strings put between tags, each code point knowing where it came from."""

from __future__ import annotations

import html
import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from quotecheck.extract.page import read_page
from quotecheck.extract.positions import line_starts, place
from quotecheck.model import Block, Document, Suppression

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"')
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)


class JsonPage:
    """A page made of a JSON document's strings.

    Args:
        source: the whole source, of which the JSON document may be a part.
        start, end: where the document stands in it.
    """

    def __init__(self, source: str, start: int = 0, end: int | None = None) -> None:
        self.pieces: list[str] = []
        self.offsets = array("q")
        self._source = source
        self._places: dict[str, list[int]] = {}
        for match in _STRING.finditer(source, start, len(source) if end is None else end):
            if match.end() - match.start() > 4:
                self._places.setdefault(_decoded(match[0]), []).append(match.start())
        self._last = start

    def read(self) -> Document:
        """Read the page as a web page, and give all it holds the places that it has in the source."""
        shown = "".join(self.pieces)
        found = read_page(shown)
        starts = line_starts(self._source)
        article = structs.replace(
            found.article,
            blocks=tuple(self._moved(block, starts) for block in found.article.blocks),
            line_starts=starts,
        )
        posts = []
        for post in found.posts:
            offset = self.offsets[post.offset]
            line, column = place(starts, offset)
            posts.append(structs.replace(post, line=line, column=column, offset=offset))
        if not found.suppressions:
            return Document(article=article, posts=tuple(posts))
        lines = line_starts(shown)
        asked = tuple(self._moved_suppression(one, lines, starts) for one in found.suppressions)
        return Document(article=article, posts=tuple(posts), suppressions=asked)

    def put(self, markup: str) -> None:
        """Markup that stands nowhere in the source."""
        self.pieces.append(markup)
        self.offsets.extend([self._last] * len(markup))

    def add(self, value: str, *, escape: bool, paragraphs: bool = False) -> None:
        """A string of the document: where it stands more than once, the first place behind the one before.

        Args:
            value: the string.
            escape: it is text, and no markup.
            paragraphs: a line break in it begins a paragraph.
        """
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
            if paragraphs and shown in ("\n", "\r"):
                shown = "</p><p>"
            self.pieces.append(shown)
            self.offsets.extend([position + character.start()] * len(shown))

    def _moved(self, block: Block, starts: Sequence[int]) -> Block:
        """A block of the page with the places that it has in the source."""
        offsets = array("q", (self.offsets[offset] for offset in block.offsets))
        if not offsets:
            return block
        line, column = place(starts, offsets[0])
        return structs.replace(block, offsets=offsets, line=line, column=column)

    def _moved_suppression(self, found: Suppression, lines: Sequence[int], starts: Sequence[int]) -> Suppression:
        """A comment of the page, and what it covers there, with the places that they have in the source.

        Args:
            lines: where the page's lines begin.
            starts: where the source's lines begin.
        """
        line, column = place(starts, self.offsets[lines[found.line - 1] + found.column - 1])
        if found.start is None or found.end is None or found.start >= len(self.offsets):
            return structs.replace(found, line=line, column=column)
        start, end = self.offsets[found.start], self.offsets[max(found.end - 1, 0)] + 1
        return structs.replace(found, line=line, column=column, start=start, end=end)


def _decoded(token: str) -> str:
    try:
        value = json.loads(token, strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""
