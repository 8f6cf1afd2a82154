"""WARC: the pages of a crawl (ISO 28500), read record by record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from quotecheck.audit.inputs.opening import needs, opened
from quotecheck.audit.item import Skipped
from quotecheck.errors import SourceError
from quotecheck.pipeline import Unreadable
from quotecheck.sources.limits import MAX_BYTES, megabytes
from quotecheck.sources.source import RawSource

if TYPE_CHECKING:
    from quotecheck.audit.inputs import Piece, Reading

PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
_KINDS = frozenset({"response", "resource"})


def read(name: str, reading: Reading) -> Iterator[Piece]:
    """The pages of a file, packed or not.

    Raises:
        SourceError: warcio is missing, or the file cannot be read any further.
    """
    # warcio unpacks by itself, one record at a time.
    with opened(name, packed=False) as stream:
        yield from records(stream, name)


def records(stream: BinaryIO, name: str) -> Iterator[Piece]:
    """The pages of a stream; what is no page is skipped, what is a broken one is unreadable by itself.

    Raises:
        SourceError: warcio is missing, or the stream cannot be read any further.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise needs("warcio", "warc") from None
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            yield f"{name}:{number}", _page(record, f"{name}:{number}")
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        raise SourceError(f"cannot be read beyond record {number}: {error}", where=name) from error


def _page(record: Any, place: str) -> RawSource | Unreadable | Skipped:
    if record.rec_type not in _KINDS:
        return Skipped(f"warc record of type {str(record.rec_type)[:20]}")
    headers = record.http_headers
    status = headers.get_statuscode() if headers is not None else "200"
    if status != "200":
        return Skipped(f"http status {str(status)[:3]}")
    declared = headers.get_header("Content-Type") if headers is not None else None
    declared = declared or record.rec_headers.get_header("Content-Type") or ""
    media_type, _, parameters = declared.partition(";")
    media_type = media_type.strip().lower()
    if media_type not in PAGES:
        return Skipped("not a page of text")
    url = record.rec_headers.get_header("WARC-Target-URI") or place
    url = url.strip("<>")  # WARC 1.0 writers put it between angle brackets
    try:
        data = record.content_stream().read(MAX_BYTES + 1)
    except Exception as error:  # whatever a decoder thinks of broken bytes costs this page alone
        return Unreadable(name=url, error=SourceError(f"is badly packed: {error}", where=url))
    if len(data) > MAX_BYTES:
        why = f"larger than an article can be: at most {megabytes(MAX_BYTES)} are read"
        return Unreadable(name=url, error=SourceError(why, where=url))
    if not data:
        return Unreadable(name=url, error=SourceError("the page is empty", where=url))
    return RawSource(name=url, data=data, media_type=media_type, charset=_charset(parameters), url=url)


def _charset(parameters: str) -> str | None:
    for part in parameters.split(";"):
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset" and value.strip(" \"'"):
            return value.strip(" \"'")
    return None
