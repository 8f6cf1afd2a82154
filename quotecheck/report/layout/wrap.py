"""Where lines break."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.report.layout.glyphs import Glyph

# What must not open a line in Chinese and Japanese (the heart of JIS X 4051's list).
_NOT_FIRST = frozenset("、。，．・：；？！”’）」』】〉》〕］｝…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")


def wrap(glyphs: Sequence[Glyph], width: int) -> list[list[Glyph]]:
    """Lines of at most `width` cells: broken at the text's own line breaks, at spaces, between wide characters, and
    inside a word only where the word alone is longer than a line.

    A single glyph wider than `width` has a line of its own. Empty lines at the ends are dropped.
    """
    lines: list[list[Glyph]] = []
    line: list[Glyph] = []
    used = 0
    breakable = 0  # how many glyphs of `line` may stay when the next one does not fit; 0 where there is no such place
    for glyph in glyphs:
        if glyph.line_break:
            lines.append(_stripped(line))
            line, used, breakable = [], 0, 0
            continue
        if not glyph.space and line and _wide_boundary(line[-1], glyph):
            breakable = len(line)
        while line and used + glyph.width > width:
            cut = len(line) if glyph.space else breakable or len(line)
            lines.append(_stripped(line[:cut]))
            line = _without_leading_spaces(line[cut:])
            used, breakable = sum(kept.width for kept in line), 0
        if glyph.space and not line and lines:
            continue
        line.append(glyph)
        used += glyph.width
        if glyph.space:
            breakable = len(line)
    lines.append(_stripped(line))
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
    while len(lines) > 1 and not lines[0]:
        lines.pop(0)
    return lines


def _wide_boundary(before: Glyph, glyph: Glyph) -> bool:
    return (before.width == 2 or glyph.width == 2) and glyph.text[0] not in _NOT_FIRST


def _stripped(line: list[Glyph]) -> list[Glyph]:
    end = len(line)
    while end and line[end - 1].space:
        end -= 1
    return line[:end]


def _without_leading_spaces(line: list[Glyph]) -> list[Glyph]:
    start = 0
    while start < len(line) and line[start].space:
        start += 1
    return line[start:]
