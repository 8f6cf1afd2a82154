"""A text as a terminal shows it: pieces that are never split, each with its width in cells.

Widths come from `rich.cells` (Unicode's East Asian Width, emoji presentation and joiner sequences). Typer needs rich
anyway, so it costs nothing more to install; only that one module of it is imported.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from msgspec import Struct

from quotecheck.report.layout.visible import is_line_break, shown, visible

Mark = tuple[int, int, str]
"""(start, end, severity): a stretch of a text, in code points, that a finding is about."""


class Glyph(Struct, frozen=True):
    """What is drawn as one piece.

    Attributes:
        text: what is printed.
        width: terminal cells it takes.
        start, end: the code points of the original that it stands for.
        mark: severity of the finding that stands on it; "" where there is none.
        rtl: it runs from right to left.
    """

    text: str
    width: int
    start: int
    end: int
    mark: str = ""
    rtl: bool = False

    @property
    def space(self) -> bool:
        return self.text == " "

    @property
    def line_break(self) -> bool:
        return self.text == "\n"


def cells(text: str) -> int:
    """Width of `text` in terminal cells. It must be printable (see `visible`)."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text, "latest")


def to_glyphs(text: str, marks: Iterable[Mark] = (), start: int = 0, end: int | None = None) -> list[Glyph]:
    """The glyphs of `text[start:end]`, marked where `marks` say; of two marks on one place the graver is shown."""
    end = len(text) if end is None else min(end, len(text))
    severity = _severities(marks, start, end)
    out: list[Glyph] = []
    run = start
    for index in range(start, end):
        char = text[index]
        if is_line_break(char):
            _graphemes(text, run, index, severity, start, out)
            crlf = char == "\n" and index > start and text[index - 1] == "\r"
            if not crlf:
                out.append(Glyph("\n", 0, index, index + 1))
            run = index + 1
            continue
        printed = shown(char, text[index - 1] if index else "", text[index + 1 : index + 2])
        if printed != char:
            _graphemes(text, run, index, severity, start, out)
            out.append(Glyph(printed, len(printed), index, index + 1, severity[index - start]))
            run = index + 1
    _graphemes(text, run, end, severity, start, out)
    return out


def plain_glyphs(text: str) -> list[Glyph]:
    """The glyphs of words of our own (labels, messages) that may hold pieces of a stranger's text."""
    return to_glyphs(visible(text))


def has_rtl(glyphs: Iterable[Glyph]) -> bool:
    """Whether any of them runs from right to left."""
    return any(glyph.rtl for glyph in glyphs)


_GRAVITY = {"": 0, "note": 1, "warning": 2, "error": 3}


def _severities(marks: Iterable[Mark], start: int, end: int) -> Sequence[str]:
    found = [""] * (end - start)
    for low, high, severity in sorted(marks, key=lambda mark: _GRAVITY.get(mark[2], 1)):
        for index in range(max(low, start), min(high, end)):
            found[index - start] = severity
    return found


def _graphemes(text: str, low: int, high: int, severity: Sequence[str], base: int, out: list[Glyph]) -> None:
    """Append the glyphs of a printable stretch."""
    if low >= high:
        return
    piece = text[low:high]
    if piece.isascii():
        out.extend(Glyph(char, 1, low + i, low + i + 1, severity[low + i - base]) for i, char in enumerate(piece))
        return
    from rich.cells import split_graphemes

    for first, last, width in split_graphemes(piece, "latest")[0]:
        drawn = piece[first:last]
        mark = max(severity[low + first - base : low + last - base], key=lambda found: _GRAVITY.get(found, 1))
        rtl = unicodedata.bidirectional(drawn[0]) in ("R", "AL")
        out.append(Glyph(drawn, width, low + first, low + last, mark, rtl))
