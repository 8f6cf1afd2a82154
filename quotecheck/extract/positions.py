"""Places in a source: lines and columns, 1-based, counted in code points of the decoded text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_LINE_END = re.compile(r"\r\n|\n|\r")


def line_starts(text: str) -> Sequence[int]:
    """The offset at which each line of `text` begins; the first is 0.

    A line ends with LF, CRLF or CR, as editors count them; U+2028, form feeds and the like end none.
    """
    starts = array("q", [0])
    if text.count("\r") != text.count("\r\n"):
        starts.extend(match.end() for match in _LINE_END.finditer(text))
        return starts
    lengths = map(len, text.split("\n"))
    starts.extend(accumulate(map((1).__add__, lengths)))
    starts.pop()  # behind the last line
    return starts


def place(starts: Sequence[int], offset: int) -> tuple[int, int]:
    """Line and column of the code point at `offset`."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
