"""What is alike whenever something is fetched: who we say we are, and how an answer's body is read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotecheck import __version__

if TYPE_CHECKING:
    import httpx

AGENT = "quotecheck"
"""What robots.txt calls us."""

USER_AGENT = f"{AGENT}/{__version__} (+https://pypi.org/project/quotecheck-multilingual/)"
ENCODINGS = "gzip, deflate"
"""The compressions that `read_body` undoes, for the header Accept-Encoding."""

_CHUNK = 1024 * 1024


class BodyTrouble(Exception):
    """The body cannot be had whole; the message says why.

    Attributes:
        too_large: it is longer than was allowed.
        breaks_off: it ended too early, and may be whole another time.
    """

    def __init__(self, message: str, *, too_large: bool = False, breaks_off: bool = False) -> None:
        self.too_large, self.breaks_off = too_large, breaks_off
        super().__init__(message)


def read_body(answer: httpx.Response, limit: int) -> bytes:
    """The body of an answer that was asked for as a stream.

    Args:
        limit: most bytes of it, after decompression.

    Raises:
        BodyTrouble: it is larger, badly compressed, or breaks off.
        ConnectionTrouble: the network failed.
    """
    declared = answer.headers.get("Content-Length", "")
    if declared.isdigit() and len(declared) < 20 and int(declared) > limit:
        raise BodyTrouble("too large", too_large=True)
    data = bytearray()
    encoding = answer.headers.get("Content-Encoding", "").strip().lower()
    for piece in _decompressed(answer.iter_raw(), encoding):
        data += piece
        if len(data) > limit:
            raise BodyTrouble("too large", too_large=True)
    return bytes(data)


def _decompressed(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Undo the compression a megabyte at a time, so that a small answer cannot become a huge one unseen."""
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise BodyTrouble(f"is compressed in a way that was not asked for: {encoding[:40]}")
    inflater = None
    try:
        for piece in pieces:
            if inflater is None:
                # "deflate" comes with or without the zlib header, depending on the server.
                bare = encoding == "deflate" and piece[:1] and (piece[0] & 0x0F) != 8
                inflater = zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS | 32)
            rest = piece
            while rest:
                yield inflater.decompress(rest, _CHUNK)
                rest = inflater.unconsumed_tail
        if inflater is not None and not inflater.eof:
            yield inflater.flush(_CHUNK)
            if not inflater.eof:
                raise BodyTrouble("the answer breaks off", breaks_off=True)
    except zlib.error as error:
        raise BodyTrouble("is badly compressed") from error
