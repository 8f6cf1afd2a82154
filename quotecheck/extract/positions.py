"""Places in a source: lines and columns, 1-based, counted in code points of the decoded text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

_LINE_END = re.compile(r"\r\n|\n|\r")


def line_starts(text: str) -> Sequence[int]:
    """The offset at which each line of `text` begins; the first is 0.

    A line ends with LF, CRLF or CR, as editors count them; U+2028, form feeds and the like end none.
    """
    starts = array("q", [0])
    if "\r" in text:
        starts.extend(match.end() for match in _LINE_END.finditer(text))
        return starts
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts


def place(starts: Sequence[int], offset: int) -> tuple[int, int]:
    """Line and column of the code point at `offset`."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
