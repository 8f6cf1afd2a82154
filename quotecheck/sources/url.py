"""An article on the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from quotecheck.errors import SourceError
from quotecheck.sources.body import ENCODINGS, USER_AGENT, BodyTrouble, read_body
from quotecheck.sources.limits import MAX_BYTES, megabytes
from quotecheck.sources.source import RawSource

if TYPE_CHECKING:
    import httpx

PAGES = frozenset({"text/html", "text/plain", "application/xhtml+xml", "text/markdown", "text/x-markdown"})
ACCEPT = "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8"
_USERINFO = re.compile(r"(?<=://)[^/?#\s]*@")
SAVE_IT = "open the page in a browser, save it, and name the file"


class UrlSource(Struct, frozen=True):
    """A page that is fetched when it is read. The environment's proxies are not used.

    Attributes:
        address: where it is, with the name and password that the user may have put there.
        allow_private: fetch from loopback, private and link-local addresses too.
        seconds: the whole fetch, redirects included, takes no longer.
        step_seconds: nor does connecting, or waiting for the next bytes.
        limit: most bytes of a page, after decompression.
        redirects: most redirects that are followed.
    """

    address: str
    allow_private: bool = False
    seconds: float = 60.0
    step_seconds: float = 15.0
    limit: int = MAX_BYTES
    redirects: int = 8

    @property
    def name(self) -> str:
        """The address as reports and logs may show it."""
        return shown_address(self.address)

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
                headers={"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": ENCODINGS},
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
        request = client.build_request("GET", self.address)
        for _ in range(self.redirects + 1):
            if request.url.scheme not in ("http", "https") or not request.url.host:
                raise SourceError(
                    f"leads to {shown_address(str(request.url))}, and only http and https are read", where=self.name
                )
            answer = client.send(request, stream=True, follow_redirects=False)
            try:
                if answer.next_request is None:
                    return self._page(answer)
                request = answer.next_request
            finally:
                answer.close()
        raise SourceError(
            f"more than {self.redirects} redirects, the last to {shown_address(str(request.url))}", where=self.name
        )

    def _page(self, answer: httpx.Response) -> RawSource:
        if answer.status_code != 200:
            hint = SAVE_IT if answer.status_code in (401, 402, 403, 451) else None
            if answer.status_code in (429, 503) and answer.headers.get("Retry-After", "").isdigit():
                hint = f"it asks to try again in {answer.headers['Retry-After']} seconds"
            said = f"{answer.status_code} {answer.reason_phrase}".strip()
            raise SourceError(f"the server answered {said}", where=self.name, hint=hint)
        media_type = answer.headers.get("Content-Type", "").split(";", 1)[0].strip().lower()
        if media_type and media_type not in PAGES:
            raise SourceError(f"holds {media_type[:80]}, not a page of text", where=self.name)
        try:
            data = read_body(answer, self.limit)
        except BodyTrouble as trouble:
            raise self._unread(trouble) from trouble
        if not data:
            raise SourceError("the page is empty", where=self.name)
        return RawSource(
            name=self.name,
            data=data,
            media_type=media_type or None,
            charset=answer.charset_encoding,
            url=shown_address(str(answer.url)),
        )

    def _unread(self, trouble: BodyTrouble) -> SourceError:
        if trouble.too_large:
            most = megabytes(self.limit)
            return SourceError(f"the page is larger than an article can be: at most {most} are read", where=self.name)
        return SourceError(str(trouble), where=self.name, hint="try again later" if trouble.breaks_off else None)


def shown_address(address: str) -> str:
    """An address without the name and password that may stand in it."""
    return _USERINFO.sub("", address, count=1)
