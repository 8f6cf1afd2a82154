"""Sitemaps (sitemaps.org), RSS 2.0 and Atom (RFC 4287): addresses, or whole articles where a feed holds them.

Read by expat as a stream. A document type with entities is refused: an XML file needs none to be a feed, and entities
that unfold into one another fill any memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.parsers import expat

from quotecheck.audit.inputs.opening import opened
from quotecheck.audit.inputs.rows import address
from quotecheck.audit.store import is_stored
from quotecheck.errors import SourceError
from quotecheck.pipeline import Unreadable
from quotecheck.sources.limits import MAX_BYTES
from quotecheck.sources.source import RawSource

if TYPE_CHECKING:
    from quotecheck.audit.inputs import Piece, Reading

DEEPEST = 3
"""Sitemaps that name sitemaps: the protocol has one level, some sites two."""

_CHUNK = 64 * 1024
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_FULL = 400
"""Characters of an entry's own text from which on it is the article, and no teaser."""


class Entry:
    """What a feed says of one page."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.link: str | None = None
        self.content: str | None = None


class Feed:
    """A parser that gathers entries; `entries` is emptied by whoever reads them."""

    def __init__(self, name: str) -> None:
        self.entries: list[Entry] = []
        self._name = name
        self._open: Entry | None = None
        self._path: list[str] = []
        self._text: list[str] = []
        self._size = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._refuse
        self._parser.ExternalEntityRefHandler = self._refuse

    def feed(self, data: bytes, *, final: bool = False) -> None:
        """Take in more of the file.

        Raises:
            SourceError: it is no XML, or has a document type with entities.
        """
        try:
            self._parser.Parse(data, final)
        except expat.ExpatError as error:
            raise SourceError(f"is no XML that can be read: {error}", where=self._name) from error

    def _refuse(self, *_: object) -> int:
        raise SourceError("has a document type with entities, which is refused", where=self._name)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(" ", 1)[-1]
        self._path.append(local)
        if len(self._path) > 100:
            raise SourceError("is nested too deeply", where=self._name)
        self._text, self._size = [], 0
        if local in ("url", "sitemap", "item", "entry") and self._open is None:
            self._open = Entry(local)
        elif local == "link" and self._open is not None and attributes.get("rel", "alternate") == "alternate":
            self._open.link = self._open.link or attributes.get("href")

    def _characters(self, data: str) -> None:
        if self._open is not None and self._size < MAX_BYTES:
            self._text.append(data)
            self._size += len(data)

    def _end(self, name: str) -> None:
        space, _, local = name.rpartition(" ")
        self._path.pop()
        entry = self._open
        if entry is None:
            return
        text = "".join(self._text).strip()
        if local == entry.kind:
            self.entries.append(entry)
            self._open = None
        elif local == "loc" or (local == "link" and text):
            entry.link = entry.link or text
        elif (local == "encoded" and space == _CONTENT) or (local == "content" and entry.kind == "entry"):
            entry.content = text or entry.content
        self._text, self._size = [], 0


def read(name: str, reading: Reading) -> Iterator[Piece]:
    """The pages that a sitemap or feed names, those of the sitemaps it names included.

    Raises:
        SourceError: it cannot be read, or is neither.
    """
    yield from _read(name, reading, DEEPEST)


def _read(name: str, reading: Reading, deeper: int) -> Iterator[Piece]:
    feed = Feed(name)
    number = 0
    for data in _data(name, reading):
        feed.feed(data, final=not data)
        for entry in feed.entries:
            number += 1
            yield from _pieces(entry, f"{name}:{number}", name, reading, deeper)
        feed.entries.clear()
    if not number:
        raise SourceError("is neither a sitemap nor a feed, or names no page", where=name)


def _data(name: str, reading: Reading) -> Iterator[bytes]:
    """The bytes of a file or an address, and an empty piece at the end."""
    if "://" in name and not is_stored(name):
        from quotecheck.audit.inputs.remote import fetch

        yield fetch(name, reading)
    else:
        with opened(name) as stream:
            while data := stream.read(_CHUNK):
                yield data
    yield b""


def _pieces(entry: Entry, place: str, name: str, reading: Reading, deeper: int) -> Iterator[Piece]:
    link = entry.link
    if link is not None and "://" in name:
        link = urljoin(name, link)
    if entry.kind == "sitemap":
        yield from _nested(link, place, name, reading, deeper)
    elif entry.content is not None and len(entry.content) >= _FULL:
        page = f"<article>{entry.content}</article>".encode("utf-8", "replace")
        found = RawSource(name=link or place, data=page, media_type="text/html", charset="utf-8", url=link)
        yield place, found
    elif link is None:
        yield place, Unreadable(name=place, error=SourceError("the entry has no address", where=place))
    else:
        yield place, address(link, reading)


def _nested(link: str | None, place: str, name: str, reading: Reading, deeper: int) -> Iterator[Piece]:
    if link is None or deeper == 0:
        why = "names no address" if link is None else "is nested too deeply"
        yield place, Unreadable(name=link or place, error=SourceError(f"the sitemap {why}", where=place))
        return
    # A sitemap that lies beside the index, saved under its own name, is read there.
    beside = Path(name).parent / link.rsplit("/", 1)[-1] if "://" not in name else None
    target = str(beside) if beside is not None and beside.is_file() else link
    try:
        yield from _read(target, reading, deeper - 1)
    except SourceError as error:
        yield place, Unreadable(name=target, error=error)
