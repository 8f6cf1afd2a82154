"""JSON Lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from quotecheck.audit.inputs.opening import opened
from quotecheck.audit.inputs.rows import article
from quotecheck.errors import SourceError
from quotecheck.pipeline import Unreadable
from quotecheck.sources.limits import MAX_BYTES, megabytes

if TYPE_CHECKING:
    from quotecheck.audit.inputs import Piece, Reading

LONGEST = 2 * MAX_BYTES
"""Bytes of a line; an article, written in escapes, and what stands beside it."""


def read(name: str, reading: Reading) -> Iterator[Piece]:
    """The articles of a file.

    Raises:
        SourceError: it cannot be read.
    """
    with opened(name) as stream:
        yield from lines(stream, name, reading)


def lines(stream: BinaryIO, name: str, reading: Reading) -> Iterator[Piece]:
    """The articles of a stream; a line that is wrong is unreadable by itself."""
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > LONGEST and not line.endswith(b"\n"):
            while rest := stream.readline(LONGEST):
                if rest.endswith(b"\n"):
                    break
            yield place, _wrong(place, f"longer than {megabytes(LONGEST)}")
            continue
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield place, _wrong(place, f"not JSON: {error}")
            continue
        if not isinstance(row, dict):
            yield place, _wrong(place, "not an object")
            continue
        yield place, article(row, place, reading)


def _wrong(place: str, message: str) -> Unreadable:
    return Unreadable(name=place, error=SourceError(message, where=place))
