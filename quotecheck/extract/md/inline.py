"""The markup inside a Markdown paragraph taken away, every code point that stays knowing where it stood.

After CommonMark 0.31 (spec.commonmark.org), sections 2.4, 2.5 and 6. Every step moves forward only, so that hostile
input takes linear time; where CommonMark weighs which of two overlapping constructs wins, the one that ends first does.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Container, Sequence

from msgspec import Struct

_MARKUP = re.compile(r"[\\`<&\[\]!*_~\n{]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{1,2000}|[^\s<>@]{1,64}@[^\s<>]{1,255})>")
_TAG = re.compile(
    r"<(?:/?(?P<tag>[A-Za-z][A-Za-z0-9-]{0,30})(?:\s[^<>]{0,2000})?/?|!--(?:(?!-->).){0,2000}--|\?[^<>]{0,500}\?)>",
    re.S,
)
_TARGET = re.compile(
    r"\(\s*(?:<(?P<angled>[^<>\n]{0,2000})>|(?P<bare>[^\s()<]{0,2000}(?:\([^\s()]{0,300}\)[^\s()]{0,300}){0,8}))"
    r"(?:\s+(?P<title>\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s*\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,300})\]")
_SHORTCODES = {"{{": "}}", "{%": "%}"}
"""Hugo's and Jekyll's (Liquid's) calls of templates."""
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "figcaption"))


class Inline(Struct, frozen=True):
    """A paragraph without its markup.

    Attributes:
        text: what a reader sees; line breaks that are meant as "\\n".
        offsets: for every code point of `text`, where it (or the entity it stands for) begins.
        links: (offset, URL), in order.
        images: (alternative text, offsets), in order; they are no part of `text`.
    """

    text: str
    offsets: Sequence[int]
    links: tuple[tuple[int, str], ...] = ()
    images: tuple[tuple[str, Sequence[int]], ...] = ()


class _Run(Struct):
    """A run of * or _ or ~ that may open or close emphasis; `left` to `right` are not yet used up."""

    left: int
    right: int


def read_inline(source: str, offsets: Sequence[int], references: Container[str] = ()) -> Inline:
    """Take the markup out of one paragraph.

    Args:
        source: the paragraph as written, without the prefixes of quotes and lists.
        offsets: for every code point of `source`, its offset in the whole text.
        references: labels of link definitions, folded as `fold_label` folds them.
    """
    return _Inline(source, offsets, references).read()


def fold_label(label: str) -> str:
    """A link label as labels are compared: white space folded, case ignored."""
    return " ".join(label.split()).casefold()


class _Inline:
    def __init__(self, source: str, offsets: Sequence[int], references: Container[str]) -> None:
        self._source = source
        self._offsets = offsets
        self._references = references
        self._shown: list[str] = list(source)
        self._brackets: list[tuple[int, bool]] = []
        self._emphasis: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
        self._links: list[tuple[int, str]] = []
        self._images: list[tuple[int, int]] = []
        self._code = _code_spans(source)

    def read(self) -> Inline:
        source = self._source
        place = 0
        while (found := _MARKUP.search(source, place)) is not None:
            start = found.start()
            place = max(self._one(start), start + 1)
        images = tuple(self._image(start, end) for start, end in self._images)
        for start, end in self._images:
            self._hide(start, end)
        text, offsets = self._folded(0, len(source))
        return Inline(text, offsets, tuple(self._links), tuple(image for image in images if image[0]))

    def _hide(self, start: int, end: int) -> None:
        for place in range(start, end):
            self._shown[place] = ""

    def _one(self, start: int) -> int:
        """Deal with the sign at `start`; where to go on."""
        source, shown = self._source, self._shown
        char = source[start]
        following = source[start + 1 : start + 2]
        if char == "\\":
            if following == "\n":
                shown[start] = ""
                shown[start + 1] = "\v"
            elif following and following in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~":
                shown[start] = ""
            return start + 2
        if char == "\n":
            shown[start] = "\v" if source[max(0, start - 2) : start] == "  " else " "
        elif char == "`":
            return self._code_span(start)
        elif char == "<":
            return self._angle(start)
        elif char == "&" and (entity := _ENTITY.match(source, start)):
            self._hide(start, entity.end())
            shown[start] = html.unescape(entity.group())
            return entity.end()
        elif char == "{" and (closing := _SHORTCODES.get(char + following)):
            end = source.find(closing, start, start + 500)
            if end >= 0:
                self._hide(start, end + 2)
                return end + 2
        elif char == "!" and following == "[":
            self._brackets.append((start + 1, True))
            return start + 2
        elif char == "[":
            self._brackets.append((start, False))
        elif char == "]":
            return self._bracket(start)
        elif char in "*_~":
            return self._delimiter(start)
        return start + 1

    def _code_span(self, start: int) -> int:
        source = self._source
        end = start
        while end < len(source) and source[end] == "`":
            end += 1
        closing = self._code.get(start)
        if closing is None:
            return end
        self._hide(start, end)
        self._hide(closing, closing + end - start)
        for place in range(end, closing):
            if source[place] == "\n":
                self._shown[place] = " "
        return closing + end - start

    def _angle(self, start: int) -> int:
        if link := _AUTOLINK.match(self._source, start):
            self._shown[start] = self._shown[link.end() - 1] = ""
            self._links.append((self._offsets[start + 1], link.group(1)))
            return link.end()
        if tag := _TAG.match(self._source, start):
            self._hide(start, tag.end())
            if tag["tag"] and tag["tag"].lower() in _BREAKS:
                self._shown[start] = "\v"
            return tag.end()
        return start + 1

    def _bracket(self, end: int) -> int:
        if not self._brackets:
            return end + 1
        start, image = self._brackets.pop()
        target = _TARGET.match(self._source, end + 1) if self._source[end + 1 : end + 2] == "(" else None
        label = _LABEL.match(self._source, end + 1) if target is None else None
        inside = self._source[start + 1 : end] if end - start <= 300 else ""
        if target is not None:
            stop = target.end()
            url = target["angled"] if target["angled"] is not None else target["bare"]
            if url and not image:
                self._links.append((self._offsets[start], html.unescape(url)))
        elif label is not None and fold_label(label.group(1) or inside) in self._references:
            stop = label.end()
        elif inside.startswith("^") or (inside and fold_label(inside) in self._references):
            stop = end + 1
            if inside.startswith("^"):  # a footnote's number
                self._hide(start, stop)
        else:
            return end + 1
        self._shown[start] = ""
        self._hide(end, stop)
        if image:
            self._shown[start - 1] = ""
            self._images.append((start, stop))
        elif target is not None or label is not None:
            self._brackets = [entry for entry in self._brackets if entry[1]][-8:]
        return stop

    def _delimiter(self, start: int) -> int:
        source = self._source
        char = source[start]
        end = start
        while end < len(source) and source[end] == char:
            end += 1
        before, after = source[start - 1 : start] if start else "", source[end : end + 1]
        left = (
            bool(after)
            and not after.isspace()
            and (not _punctuation(after) or not before or before.isspace() or _punctuation(before))
        )
        right = (
            bool(before)
            and not before.isspace()
            and (not _punctuation(before) or not after or after.isspace() or _punctuation(after))
        )
        opens, closes = left, right
        if char == "_":
            opens = left and (not right or _punctuation(before))
            closes = right and (not left or _punctuation(after))
        if char == "~" and end - start > 2:
            return end
        run = _Run(start, end)
        stack = self._emphasis[char]
        while closes and stack and run.left < run.right:
            opening = stack[-1]
            size = min(opening.right - opening.left, run.right - run.left)
            self._hide(opening.right - size, opening.right)
            self._hide(run.left, run.left + size)
            opening.right -= size
            run.left += size
            if opening.left == opening.right:
                stack.pop()
        if opens and run.left < run.right:
            stack.append(run)
        return end

    def _image(self, start: int, end: int) -> tuple[str, Sequence[int]]:
        return self._folded(start, end)

    def _folded(self, start: int, end: int) -> tuple[str, Sequence[int]]:
        pieces: list[str] = []
        offsets = array("q")
        gap = -1
        broken = False
        for place in range(start, end):
            for char in self._shown[place]:
                if char in " \t\n\r\f\v":
                    gap = place if gap < 0 else gap
                    broken = broken or char == "\v"
                    continue
                if gap >= 0 and pieces:
                    pieces.append("\n" if broken else " ")
                    offsets.append(self._offsets[gap])
                gap, broken = -1, False
                pieces.append(char)
                offsets.append(self._offsets[place])
        return "".join(pieces), offsets


def _punctuation(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "PS"


def _code_spans(source: str) -> dict[int, int]:
    """For each run of backticks that opens a code span, where the closing run begins."""
    runs = [(found.start(), len(found.group())) for found in re.finditer(r"`+", source)]
    nearest: dict[int, int] = {}
    closing: dict[int, int] = {}
    for start, size in reversed(runs):
        if size in nearest:
            closing[start] = nearest[size]
        nearest[size] = start
    return closing
