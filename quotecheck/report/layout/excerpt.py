"""What of a long text is shown: its beginning, and what surrounds every mark."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.report.layout.glyphs import Glyph, Mark, plain_glyphs, to_glyphs

AROUND = 160
"""Code points shown on each side of a mark in a text that is too long to be shown whole."""


def excerpt(text: str, marks: Sequence[Mark] = (), *, limit: int | None = None) -> list[Glyph]:
    """The glyphs of `text`; of one longer than `limit` code points, those of its beginning and of what surrounds the
    marks, with how much was left out in between."""
    if limit is None or len(text) <= limit:
        return to_glyphs(text, marks)
    out: list[Glyph] = []
    shown = 0
    for low, high in _windows(text, marks, limit):
        out.extend(_gap(low - shown))
        out.extend(to_glyphs(text, marks, low, high))
        shown = high
    out.extend(_gap(len(text) - shown))
    return out


def _windows(text: str, marks: Sequence[Mark], limit: int) -> list[tuple[int, int]]:
    wanted = [(0, limit // 2)]
    wanted += sorted((max(0, start - AROUND), min(len(text), end + AROUND)) for start, end, _ in marks)
    merged: list[tuple[int, int]] = []
    for low, high in wanted:
        low, high = _word_start(text, low), _word_end(text, high)
        # A gap that is shorter than the words that would announce it is not worth leaving out.
        if merged and low <= merged[-1][1] + 40:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    if merged[-1][1] >= len(text) - 40:
        merged[-1] = (merged[-1][0], len(text))
    return merged


def _word_start(text: str, at: int) -> int:
    for index in range(at, max(0, at - 30), -1):
        if text[index - 1].isspace():
            return index
    return at


def _word_end(text: str, at: int) -> int:
    for index in range(at, min(len(text), at + 30)):
        if text[index].isspace():
            return index
    return min(at, len(text))


def _gap(size: int) -> list[Glyph]:
    return plain_glyphs(f" […{size:,} characters left out…] ") if size > 0 else []
