"""Lines of a source with their white space folded, and for every code point the offset it was read from."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from msgspec import Struct

from quotecheck.model import Block, BlockKind

# No-break spaces stand inside numbers and before punctuation, where they mean something: they are kept.
_FOLDED = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029\u3000]+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_EDGES = " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029\u3000\u00a0\ufeff\u200b"


class Line(Struct, frozen=True):
    """A line that is not blank.

    Attributes:
        text: white space folded to single spaces, none at the ends.
        offsets: for every code point of `text`, its offset in the source.
        number: 1-based.
    """

    text: str
    offsets: Sequence[int]
    number: int


def folded(source: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """`source[start:end]` with white space folded and cut off at the ends, and the offset of each code point."""
    while start < end and source[start] in _EDGES:
        start += 1
    while end > start and source[end - 1] in _EDGES:
        end -= 1
    runs = [run for run in _FOLDED.finditer(source, start, end) if run.group() != " "]
    if not runs:
        return source[start:end], range(start, end)
    pieces: list[str] = []
    offsets = array("q")
    for run in runs:
        pieces.append(source[start : run.start()])
        pieces.append(" ")
        offsets.extend(range(start, run.start() + 1))
        start = run.end()
    pieces.append(source[start:end])
    offsets.extend(range(start, end))
    return "".join(pieces), offsets


def lines(source: str, start: int = 0) -> list[Line]:
    """The lines of `source` from offset `start` (the beginning of a line) that are not blank."""
    found: list[Line] = []
    number = 1 + sum(1 for _ in _LINE_END.finditer(source, 0, start))
    while start < len(source):
        ending = _LINE_END.search(source, start)
        stop = ending.start() if ending else len(source)
        text, offsets = folded(source, start, stop)
        if text:
            found.append(Line(text, offsets, number))
        start = ending.end() if ending else len(source)
        number += 1
    return found


def joined(parts: Sequence[tuple[str, Sequence[int]]], separator: str) -> tuple[str, Sequence[int]]:
    """Texts with their offsets made one; the separator stands at the place just after the part before it.

    Args:
        parts: (text, offsets), in reading order.
        separator: one character: " " for a wrapped line, "\\n" for a line break that is meant.
    """
    if len(parts) == 1:
        return parts[0]
    offsets = array("q")
    for number, (text, places) in enumerate(parts):
        if number:
            offsets.append(offsets[-1] + 1 if offsets else places[0])
        if text:
            offsets.extend(places)
    return separator.join(text for text, _ in parts), offsets


def block(kind: BlockKind, text: str, offsets: Sequence[int], starts: Sequence[int]) -> Block:
    """A block whose line and column are those of its first code point.

    Args:
        starts: where the source's lines begin.
    """
    from quotecheck.extract.positions import place

    line, column = place(starts, offsets[0])
    return Block(kind=kind, text=text, line=line, column=column, offsets=offsets)


def part(found: Block, start: int, end: int, starts: Sequence[int], kind: BlockKind | None = None) -> Block | None:
    """`found.text[start:end]`, without white space at its ends, as a block of its own; None where nothing is left."""
    while start < end and found.text[start].isspace():
        start += 1
    while end > start and found.text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    if not found.offsets:
        return Block(kind=kind or found.kind, text=found.text[start:end], line=found.line, column=found.column)
    return block(kind or found.kind, found.text[start:end], found.offsets[start:end], starts)
