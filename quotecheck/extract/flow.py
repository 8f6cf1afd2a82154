"""Running text out of a tree: entities resolved, white space folded, every code point's place in the source known."""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Sequence

_PIECE = re.compile(
    r"[^ \t\n\r\f&\0]+(?: [^ \t\n\r\f&\0]+)*+|[ \t\n\r\f]+"
    r"|&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)|[&\0]"
)
_SPACE = " \t\n\r\f"
_EDGES = " \n\xa0\u200b\ufeff"


class Flow:
    """Collects text piece by piece, folding as a browser does: runs of white space to one space, `<br>` to "\\n".

    Attributes:
        pieces: what was collected; empty as long as there was white space only.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self._places: list[Sequence[int]] = []  # the offsets of each piece's code points
        self._gap = ""
        self._gap_offset = 0

    def add(self, start: int, end: int) -> None:
        """Append `source[start:end]`, a run of text as it stands in the source."""
        source = self.source
        text = source[start:end]
        if text.isspace() and not text.strip(_SPACE):  # as between most blocks
            self.gap(" ", start)
            return
        if text.isprintable() and "&" not in text and "  " not in text:  # no white space but single spaces
            if text.startswith(" "):
                self.gap(" ", start)
                start += 1
            last = end - text.endswith(" ")
            if start < last:
                self._flush()
                self.pieces.append(source[start:last])
                self._places.append(range(start, last))
            if last < end:
                self.gap(" ", last)
            return
        for match in _PIECE.finditer(source, start, end):
            piece = match[0]
            first = piece[0]
            if first in " \t\n\r\f":
                self.gap(" ", match.start())
            elif first == "\0":
                continue
            elif first == "&" and len(piece) > 1:
                self._entity(piece, match.start())
            else:
                self._flush()
                self.pieces.append(piece)
                self._places.append(range(match.start(), match.end()))

    def string(self, text: str, offset: int) -> None:
        """Append `text`, which stands for whatever is at `offset` (an emoji's picture, say)."""
        if text:
            self._flush()
            self.pieces.append(text)
            self._places.append([offset] * len(text))

    def gap(self, gap: str, offset: int) -> None:
        """White space: " " or line breaks; it counts only between words, and line breaks absorb spaces."""
        if not self.pieces:
            return
        if gap == " ":
            if not self._gap:
                self._gap, self._gap_offset = gap, offset
        elif self._gap in ("", " "):
            self._gap, self._gap_offset = gap, offset
        elif len(self._gap) + len(gap) <= 2:
            self._gap += gap

    def result(self) -> tuple[str, Sequence[int]]:
        """The text without outer white space, and each code point's offset."""
        text = "".join(self.pieces)
        start = len(text) - len(text.lstrip(_EDGES))
        end = len(text.rstrip(_EDGES))
        if start >= end:
            return "", array("q")
        if len(self._places) == 1:
            return text[start:end], self._places[0][start:end]
        offsets = array("q")
        for places in self._places:
            offsets.extend(places)
        return text[start:end], offsets[start:end]

    def _flush(self) -> None:
        if self._gap:
            self.pieces.append(self._gap)
            self._places.append([self._gap_offset] * len(self._gap))
            self._gap = ""

    def _entity(self, piece: str, offset: int) -> None:
        resolved = html.unescape(piece).replace("\0", "")
        if resolved in ("\n", " ", "\t", "\r"):
            self.gap(" ", offset)
            return
        self._flush()
        self.pieces.append(resolved)
        kept = 0  # "&notin" resolves to "¬in": the last letters stand for themselves
        while kept < len(resolved) and kept < len(piece) and resolved[-1 - kept] == piece[-1 - kept]:
            kept += 1
        end = offset + len(piece)
        self._places.append(
            [offset if len(resolved) - i > kept else end - (len(resolved) - i) for i in range(len(resolved))]
        )
