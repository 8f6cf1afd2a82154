"""Standard input: rows, a list of addresses, or one article, told by how it begins."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from quotecheck.errors import SourceError
from quotecheck.pipeline import Unreadable
from quotecheck.sources.limits import MAX_BYTES, megabytes
from quotecheck.sources.source import RawSource

if TYPE_CHECKING:
    from quotecheck.audit.inputs import Piece, Reading

NAME = "-"
_PEEK = 64 * 1024


def read(reading: Reading) -> Iterator[Piece]:
    """The articles on standard input."""
    if sys.stdin is None:
        yield None, Unreadable(name=NAME, error=SourceError("there is no standard input", where="standard input"))
        return
    yield from read_stream(sys.stdin.buffer, reading)


def read_stream(stream: BinaryIO, reading: Reading) -> Iterator[Piece]:
    """The articles of a stream that can be read once."""
    from quotecheck.audit.inputs.jsonl import lines
    from quotecheck.audit.inputs.urls import listed, looks_like_list

    buffered: Any = io.BufferedReader(cast(io.RawIOBase, stream), _PEEK) if not hasattr(stream, "peek") else stream
    head = buffered.peek(_PEEK)
    kind = reading.kind
    if kind == "auto":
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        kind = "jsonl" if start.startswith(b"{") else "urls" if looks_like_list(head) else "article"
    if kind == "jsonl":
        yield from lines(buffered, NAME, reading)
    elif kind == "urls":
        yield from listed(buffered, NAME, reading, Path())
    elif kind == "warc":
        from quotecheck.audit.inputs.warc import records

        yield from records(buffered, NAME)
    elif kind == "article":
        data = buffered.read(MAX_BYTES + 1)
        why = None
        if not data:
            why = "nothing came in"
        elif len(data) > MAX_BYTES:
            why = f"larger than an article can be: at most {megabytes(MAX_BYTES)} are read"
        if why is not None:
            yield None, Unreadable(name=NAME, error=SourceError(why, where="standard input"))
        else:
            yield None, RawSource(name=NAME, data=data)
    else:
        error = SourceError(f"{kind} cannot be read from standard input", hint="name the file")
        yield None, Unreadable(name=NAME, error=error)
