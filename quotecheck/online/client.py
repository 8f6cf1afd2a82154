"""Asking other people's servers, politely: one request at a time to a host, robots.txt and Retry-After obeyed, answers
kept and confirmed with their ETag, and never an address of one's own network."""

from __future__ import annotations

import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec
from msgspec import Struct

from quotecheck.cache import Cache
from quotecheck.model import ResolutionStatus
from quotecheck.sources.body import AGENT, ENCODINGS, USER_AGENT, BodyTrouble, read_body

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    import httpx

_GAP_S = 0.5
"""Seconds between two requests to one host."""
_ATTEMPTS = 3
_BACKOFF_S = 1.0
"""Before the second attempt; twice that before the third."""
_PATIENCE_S = 30.0
"""A server that asks to wait longer is left alone; one whose robots.txt asks for a longer gap is given this one."""
_SECONDS = 30.0
_ROBOTS_BYTES = 2 * 1024 * 1024
_KEPT_BYTES = 1024 * 1024
"""Larger answers, packed, are not kept."""
_HOSTS = 2000
"""Hosts whose robots.txt is remembered at once."""
_REDIRECTS = 5
_GONE = (404, 410)
_CLOSED = (401, 402, 403, 451)


class Wanted(Struct, frozen=True, kw_only=True):
    """What an answer must be to be taken.

    Attributes:
        space: where such answers are kept in the cache.
        accept: the header Accept.
        what: in a word, for messages.
        fits: whether a media type (lower case) is one; an answer that names none is taken.
        whole: whether a body is one, and complete.
        limit: most bytes of it.
    """

    space: str
    accept: str
    what: str
    fits: Callable[[str], bool]
    whole: Callable[[bytes], bool]
    limit: int


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


JSON = Wanted(
    space="web",
    accept="application/json",
    what="JSON",
    fits=lambda kind: kind.endswith("json") or kind == "text/javascript",
    whole=_is_json,
    limit=2 * 1024 * 1024,
)


class Answer(Struct, frozen=True, kw_only=True):
    """What came of a request.

    Attributes:
        status: "found", or why there is nothing.
        at: when it was asked, ISO 8601, UTC.
        data: the body, where it was found.
        detail: in words, where it was not.
        hint: what to do about it, where something can be done.
        url: where it was found, after redirects.
        media_type: what the server says that it is.
        charset: the encoding that the server says.
    """

    status: ResolutionStatus
    at: str
    data: bytes = b""
    detail: str | None = None
    hint: str | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


class _Kept(Struct):
    data: bytes
    etag: str = ""
    modified: str = ""
    url: str = ""
    media_type: str = ""
    charset: str | None = None


class _Got(Struct):
    """One answer of a server, whatever it is."""

    code: int
    headers: httpx.Headers
    data: bytes
    url: str
    charset: str | None


class _Again(Exception):
    """The same request may succeed later."""

    def __init__(self, detail: str, wait: float | None = None) -> None:
        self.detail, self.wait = detail, wait
        super().__init__(detail)


class _Ended(Exception):
    """There is nothing more to try."""

    def __init__(self, status: ResolutionStatus, detail: str, hint: str | None = None) -> None:
        self.status, self.detail, self.hint = status, detail, hint
        super().__init__(detail)


class Client:
    """One run's requests; may be shared by threads.

    Args:
        cache: where answers are kept.
        allow_private: ask loopback, private and link-local addresses too.
        gateway: an address that all requests go to instead: https://HOST/PATH is asked for as GATEWAY/HOST/PATH.
        pace: seconds of every wait are multiplied by this.
    """

    def __init__(
        self, cache: Cache, *, allow_private: bool = False, gateway: str | None = None, pace: float = 1.0
    ) -> None:
        self._cache = cache
        self._allow_private = allow_private
        self._gateway = gateway.rstrip("/") if gateway else None
        self._pace = pace
        self._hosts: dict[str, Lock] = defaultdict(Lock)
        self._next: dict[str, float] = {}
        self._gaps: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}
        self._guard = Lock()

    def get(self, url: str, headers: Mapping[str, str] | None = None, wanted: Wanted = JSON) -> Answer:
        """Ask for an address. Never raises: what goes wrong is the answer's status.

        No two requests to one host are under way together, and there is a gap between them. A redirect to another
        host keeps the gap there, but does not wait for a request to that host that is under way.

        Args:
            url: http or https.
            headers: further ones; what they hold is kept nowhere.
            wanted: what it has to be.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            with self._guard:
                lock = self._hosts[urlsplit(url).netloc]
            with lock:
                self._ask_robots(url)
                kept = self._persistently(url, dict(headers or {}), wanted)
        except _Ended as end:
            return Answer(status=end.status, at=now, detail=end.detail, hint=end.hint)
        except ValueError as error:
            return Answer(status="unreadable", at=now, detail=f"it is no address: {error}")
        return Answer(
            status="found",
            at=now,
            data=kept.data,
            url=kept.url or None,
            media_type=kept.media_type or None,
            charset=kept.charset,
        )

    def _persistently(self, url: str, headers: dict[str, str], wanted: Wanted) -> _Kept:
        for attempt in range(_ATTEMPTS):
            try:
                return self._conditionally(url, headers, wanted)
            except _Again as again:
                wait = _BACKOFF_S * 2**attempt if again.wait is None else again.wait
                if attempt + 1 == _ATTEMPTS or wait > _PATIENCE_S:
                    raise _Ended("unreachable", again.detail) from None
                time.sleep(wait * self._pace)
        raise AssertionError  # the last attempt returns or raises

    def _conditionally(self, url: str, headers: dict[str, str], wanted: Wanted) -> _Kept:
        """The answer; confirmed rather than fetched where it is known. What was asked with secrets is not kept."""
        secret = bool(headers) or "@" in urlsplit(url).netloc
        kept = None if secret else self._kept(url, wanted)
        conditions = {}
        if kept is not None:
            named = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
            conditions = {name: value for name, value in named.items() if value}
        got = self._send(url, {"Accept": wanted.accept, **headers, **conditions}, wanted.limit)
        if got.code == 304 and kept is not None:
            return kept
        self._judge(got.code, got.headers)
        kind = got.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind and not wanted.fits(kind):
            raise _Ended("unreadable", f"the answer is {kind[:60]}, not {wanted.what}")
        if not wanted.whole(got.data):
            raise _Again(f"the answer breaks off, or is no {wanted.what}")
        fresh = _Kept(
            data=got.data,
            etag=got.headers.get("etag", ""),
            modified=got.headers.get("last-modified", ""),
            url=got.url,
            media_type=kind,
            charset=got.charset,
        )
        if not secret and (fresh.etag or fresh.modified):
            packed = zlib.compress(msgspec.msgpack.encode(fresh), 1)
            if len(packed) <= _KEPT_BYTES:
                self._cache.put_many(wanted.space, {url: packed})
        return fresh

    def _kept(self, url: str, wanted: Wanted) -> _Kept | None:
        found = self._cache.get_many(wanted.space, [url]).get(url)
        try:
            return msgspec.msgpack.decode(zlib.decompress(found), type=_Kept) if found else None
        except (zlib.error, msgspec.MsgspecError):
            return None

    def _judge(self, code: int, headers: httpx.Headers) -> None:
        if code == 200:
            return
        if code in _GONE:
            raise _Ended("gone", f"the server answers {code}")
        if code in _CLOSED:
            raise _Ended("protected", f"the server answers {code}")
        if code == 429 or code >= 500:
            wait = _retry_after(headers.get("retry-after", ""))
            asks = f" and asks to wait {wait:.0f} s" if wait is not None else ""
            raise _Again(f"the server answers {code}{asks}", wait)
        raise _Ended("unreadable", f"the server answers {code}")

    def _ask_robots(self, url: str) -> None:
        """RFC 9309: where there is no robots.txt, all is allowed; where its server fails, nothing is."""
        from urllib.robotparser import RobotFileParser

        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        rules = self._robots.get(host)
        if rules is None:
            rules = RobotFileParser()
            try:
                got = self._send(f"{host}/robots.txt", {"Accept": "text/plain"}, _ROBOTS_BYTES, obeying=False)
            except _Again as again:
                raise _Ended("unreachable", again.detail) from None
            if got.code >= 500 or got.code == 429:
                raise _Ended("unreachable", f"robots.txt cannot be had: the server answers {got.code}")
            rules.parse(got.data[: 500 * 1024].decode("utf-8", "replace").splitlines() if got.code == 200 else [])
            if len(self._robots) >= _HOSTS:
                self._robots.clear()
            self._robots[host] = rules
            asked = rules.crawl_delay(AGENT)
            self._gaps[parts.netloc] = min(_PATIENCE_S, max(_GAP_S, float(asked or 0)))
        if not rules.can_fetch(AGENT, url):
            raise _Ended("refused", f"{parts.netloc} asks programs not to fetch it (robots.txt)")

    def _send(self, url: str, headers: Mapping[str, str], limit: int, *, obeying: bool = True) -> _Got:
        """One request, with its redirects.

        Args:
            limit: most bytes of the answer.
            obeying: ask robots.txt about every address that a redirect leads to.

        Raises:
            _Again: the network failed.
            _Ended: an address that may not be asked, or an answer that is too large.
        """
        import httpx

        from quotecheck.sources.connection import ConnectionTrouble, ForbiddenAddress, GuardedTransport
        from quotecheck.sources.limits import megabytes
        from quotecheck.sources.url import shown_address

        transport = GuardedTransport(allow_private=self._allow_private, seconds=_SECONDS)
        try:
            with httpx.Client(transport=transport, timeout=_SECONDS / 2, trust_env=False) as client:
                for _ in range(_REDIRECTS + 1):
                    self._wait(url)
                    request = client.build_request("GET", self._through(url), headers=self._headers(headers))
                    answer = client.send(request, stream=True, follow_redirects=False)
                    try:
                        if not answer.has_redirect_location:
                            code, charset = answer.status_code, answer.charset_encoding
                            # What a server says beside an error is not needed.
                            data = read_body(answer, limit) if code == 200 else b""
                            return _Got(code, answer.headers, data, shown_address(url), charset)
                        before, url = url, urljoin(url, answer.headers.get("location", ""))
                    finally:
                        answer.close()
                    if urlsplit(url).scheme not in ("http", "https"):
                        raise _Ended("refused", "it leads to what is no web address")
                    if urlsplit(url)[:2] != urlsplit(before)[:2]:
                        # Secrets are for the host that they were meant for, and not for open lines.
                        headers = {name: value for name, value in headers.items() if name != "Authorization"}
                    if obeying:
                        self._ask_robots(url)
                raise _Ended("unreadable", f"more than {_REDIRECTS} redirects")
        except BodyTrouble as trouble:
            if trouble.breaks_off:
                raise _Again(str(trouble)) from None
            most = megabytes(limit)
            detail = f"the answer is larger than {most}" if trouble.too_large else f"the answer {trouble}"
            raise _Ended("unreadable", detail) from None
        except ForbiddenAddress as error:
            detail = f"{error.host} is no address of the open internet"
            raise _Ended("refused", detail, "--allow-private fetches it all the same") from None
        except ConnectionTrouble as error:
            raise _Again("the server is too slow" if error.timeout else f"the connection failed: {error}") from None
        except (httpx.TransportError, httpx.StreamError) as error:
            raise _Again(f"the connection failed: {error}") from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise _Ended("unreadable", f"it cannot be fetched: {error}") from None

    def _headers(self, given: Mapping[str, str]) -> dict[str, str]:
        return {"User-Agent": USER_AGENT, "Accept-Encoding": ENCODINGS, **given}

    def _through(self, url: str) -> str:
        if self._gateway is None:
            return url
        parts = urlsplit(url)
        return f"{self._gateway}/{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")

    def _wait(self, url: str) -> None:
        host = urlsplit(url).netloc
        left = self._next.get(host, 0.0) - time.monotonic()
        if left > 0:
            time.sleep(left)
        self._next[host] = time.monotonic() + self._gaps.get(host, _GAP_S) * self._pace


def _retry_after(value: str) -> float | None:
    """Seconds that a server asks to wait (RFC 9110, 10.2.3): a number, or a date."""
    value = value.strip()
    if value.isascii() and value.isdigit() and len(value) < 8:
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - datetime.now(UTC)).total_seconds())
