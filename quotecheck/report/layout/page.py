"""Rows of a report: a narrow column of labels, and the text beside it with what differs marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecheck.report.layout.glyphs import Glyph, cells, has_rtl, plain_glyphs
from quotecheck.report.layout.style import NARROWEST, WIDEST, Style
from quotecheck.report.layout.visible import visible
from quotecheck.report.layout.wrap import wrap

INDENT = 2
SIDE = 14
"""Where the text begins, beside the column of labels."""

_UNDER = {"error": "^", "warning": "^", "note": "~"}
_OPEN, _CLOSE = "⟦", "⟧"


class Page:
    """Lays out rows for one style."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.width = max(NARROWEST, min(style.width, WIDEST))

    def row(self, label: str, glyphs: Sequence[Glyph], kind: str = "faint", *, indent: int = INDENT) -> Iterator[str]:
        """A label and the text beside it. Marked glyphs are coloured; without colours they are underlined by carets
        (tildes for notes), or put in brackets where the line runs from right to left, since what stands under what is
        then up to the terminal."""
        shown = visible(label)
        head = " " * indent + self.style.paint(shown, kind)
        gap = SIDE - indent - cells(shown)
        if gap > 0:
            head += " " * gap
        else:
            yield head
            head = " " * SIDE
        bracketed = not self.style.colour and has_rtl(glyphs)
        for line in wrap(_bracketed(glyphs) if bracketed else glyphs, self.width - SIDE):
            yield (head + self._drawn(line)).rstrip()
            if not self.style.colour and not bracketed and any(glyph.mark for glyph in line):
                yield " " * SIDE + _underline(line)
            head = " " * SIDE

    def words(self, label: str, text: str, kind: str = "faint", *, indent: int = INDENT) -> Iterator[str]:
        """A row of words of our own."""
        return self.row(label, plain_glyphs(text), kind, indent=indent)

    def line(self, text: str, kind: str = "", *, indent: int = 0) -> Iterator[str]:
        """A line of words across the page, wrapped."""
        for line in wrap(plain_glyphs(text), self.width - indent):
            yield " " * indent + self.style.paint("".join(glyph.text for glyph in line), kind)

    def _drawn(self, line: Sequence[Glyph]) -> str:
        if not self.style.colour:
            return "".join(glyph.text for glyph in line)
        out = []
        run: list[str] = []
        mark = ""
        for glyph in line:
            if glyph.mark != mark:
                out.append(self.style.paint("".join(run), mark))
                run, mark = [], glyph.mark
            run.append(glyph.text)
        out.append(self.style.paint("".join(run), mark))
        return "".join(out)


def _underline(line: Sequence[Glyph]) -> str:
    return "".join(_UNDER.get(glyph.mark, " ") * glyph.width for glyph in line).rstrip()


def _bracketed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    out: list[Glyph] = []
    mark = ""
    for glyph in glyphs:
        if glyph.mark != mark:
            if mark:
                out.append(Glyph(_CLOSE, 1, glyph.start, glyph.start))
            if glyph.mark:
                out.append(Glyph(_OPEN, 1, glyph.start, glyph.start))
            mark = glyph.mark
        out.append(glyph)
    if mark:
        out.append(Glyph(_CLOSE, 1, glyphs[-1].end, glyphs[-1].end))
    return out
