"""An article on the web."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from quotecheck import __version__
from quotecheck.errors import SourceError
from quotecheck.sources.limits import MAX_BYTES, megabytes
from quotecheck.sources.source import RawSource

if TYPE_CHECKING:
    import httpx

_USER_AGENT = f"quotecheck/{__version__} (+https://pypi.org/project/quotecheck-multilingual/)"
_READABLE = frozenset({"text/html", "text/plain", "application/xhtml+xml", "text/markdown", "text/x-markdown"})
_ACCEPT = "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8"
_SAVE_IT = "open the page in a browser, save it, and name the file"
_CHUNK = 1024 * 1024


class UrlSource(Struct, frozen=True):
    """A page that is fetched when it is read. The environment's proxies are not used.

    Attributes:
        name: the address as the user gave it.
        allow_private: fetch from loopback, private and link-local addresses too.
        seconds: the whole fetch, redirects included, takes no longer.
        step_seconds: nor does connecting, or waiting for the next bytes.
        limit: most bytes of a page, after decompression.
        redirects: most redirects that are followed.
    """

    name: str
    allow_private: bool = False
    seconds: float = 60.0
    step_seconds: float = 15.0
    limit: int = MAX_BYTES
    redirects: int = 8

    def read(self) -> RawSource:
        """Fetch it.

        Raises:
            SourceError: an address that may not be connected to, no connection, too slow, too large, an answer that
                is no page, or one that breaks off.
        """
        import httpx

        from quotecheck.sources.connection import ConnectionTrouble, ForbiddenAddress, GuardedTransport

        transport = GuardedTransport(allow_private=self.allow_private, seconds=self.seconds)
        try:
            with httpx.Client(
                transport=transport,
                timeout=self.step_seconds,
                trust_env=False,
                headers={"User-Agent": _USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
            ) as client:
                return self._fetch(client)
        except ForbiddenAddress as error:
            raise SourceError(
                f"{error.host} is at {error.address}, which is not an address of the open internet",
                where=self.name,
                hint="--allow-private fetches it all the same",
            ) from error
        except ConnectionTrouble as error:
            what = "the server is too slow" if error.timeout else f"the connection failed: {error}"
            raise SourceError(what, where=self.name, hint="try again later") from error
        except httpx.InvalidURL as error:
            raise SourceError(f"not an address: {error}", where=self.name) from error
        except httpx.HTTPError as error:
            raise SourceError(f"the page could not be fetched: {error}", where=self.name) from error

    def _fetch(self, client: httpx.Client) -> RawSource:
        request = client.build_request("GET", self.name)
        for _ in range(self.redirects + 1):
            if request.url.scheme not in ("http", "https") or not request.url.host:
                raise SourceError(f"leads to {_shown(request.url)}, and only http and https are read", where=self.name)
            answer = client.send(request, stream=True, follow_redirects=False)
            try:
                if answer.next_request is None:
                    return self._page(answer)
                request = answer.next_request
            finally:
                answer.close()
        raise SourceError(f"more than {self.redirects} redirects, the last to {_shown(request.url)}", where=self.name)

    def _page(self, answer: httpx.Response) -> RawSource:
        if answer.status_code != 200:
            hint = _SAVE_IT if answer.status_code in (401, 402, 403, 451) else None
            if answer.status_code in (429, 503) and answer.headers.get("Retry-After", "").isdigit():
                hint = f"it asks to try again in {answer.headers['Retry-After']} seconds"
            said = f"{answer.status_code} {answer.reason_phrase}".strip()
            raise SourceError(f"the server answered {said}", where=self.name, hint=hint)
        media_type = answer.headers.get("Content-Type", "").split(";", 1)[0].strip().lower()
        if media_type and media_type not in _READABLE:
            raise SourceError(f"holds {media_type[:80]}, not a page of text", where=self.name)
        declared = answer.headers.get("Content-Length", "")
        if declared.isdigit() and len(declared) < 20 and int(declared) > self.limit:
            raise self._too_large()
        data = bytearray()
        encoding = answer.headers.get("Content-Encoding", "").strip().lower()
        for piece in self._decompressed(answer.iter_raw(), encoding):
            data += piece
            if len(data) > self.limit:
                raise self._too_large()
        if not data:
            raise SourceError("the page is empty", where=self.name)
        return RawSource(
            name=self.name,
            data=bytes(data),
            media_type=media_type or None,
            charset=answer.charset_encoding,
            url=_shown(answer.url),
        )

    def _decompressed(self, pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
        """Undo the compression a megabyte at a time, so that a small answer cannot become a huge one unseen."""
        if encoding in ("", "identity"):
            yield from pieces
            return
        if encoding not in ("gzip", "x-gzip", "deflate"):
            raise SourceError(f"is compressed in a way that was not asked for: {encoding[:40]}", where=self.name)
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
                    raise SourceError("the answer breaks off", where=self.name, hint="try again later")
        except zlib.error as error:
            raise SourceError("is badly compressed", where=self.name) from error

    def _too_large(self) -> SourceError:
        return SourceError(
            f"the page is larger than an article can be: at most {megabytes(self.limit)} are read", where=self.name
        )


def _shown(url: httpx.URL) -> str:
    """An address without the password that may stand in it."""
    return str(url.copy_with(username=None, password=None, fragment=None)) if url.userinfo else str(url)
