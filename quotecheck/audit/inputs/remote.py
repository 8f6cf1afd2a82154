"""Fetching a sitemap or a feed: as pages are fetched, with the same guards, but XML is what is wanted."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from quotecheck.errors import SourceError
from quotecheck.sources.limits import MAX_BYTES
from quotecheck.sources.url import UrlSource

if TYPE_CHECKING:
    import httpx

    from quotecheck.audit.inputs import Reading
    from quotecheck.sources.source import RawSource


class XmlAddress(UrlSource, frozen=True):
    """An address whose answer is taken whatever type it claims."""

    def _page(self, answer: httpx.Response) -> RawSource:
        answer.headers.pop("Content-Type", None)
        return super()._page(answer)


def fetch(url: str, reading: Reading) -> bytes:
    """The bytes of a sitemap or a feed, unpacked.

    Raises:
        SourceError: it cannot be fetched, or the network is off.
    """
    if reading.config.offline:
        raise SourceError("--offline forbids fetching it", where=url, hint="save it, and name the file")
    data = XmlAddress(url, allow_private=reading.config.allow_private).read().data
    if data[:2] != b"\x1f\x8b":
        return data
    try:
        opened = zlib.decompressobj(zlib.MAX_WBITS | 16)
        unpacked = opened.decompress(data, MAX_BYTES + 1)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise SourceError("is badly packed", where=url) from error
    if len(unpacked) > MAX_BYTES:
        raise SourceError("unpacks to more than a sitemap may hold", where=url)
    return unpacked
