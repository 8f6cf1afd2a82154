"""Asking other people's servers, politely: one request at a time to a host, robots.txt and Retry-After obeyed, answers
kept and confirmed with their ETag, and never an address of one's own network."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec
from msgspec import Struct

from quotecheck import __version__
from quotecheck.cache import Cache
from quotecheck.model import ResolutionStatus

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    import httpx

AGENT = "quotecheck"
USER_AGENT = f"{AGENT}/{__version__} (+https://pypi.org/project/quotecheck-multilingual/)"
SPACE = "web"

_GAP_S = 0.5
"""Seconds between two requests to one host."""
_ATTEMPTS = 3
_BACKOFF_S = 1.0
"""Before the second attempt; twice that before the third."""
_PATIENCE_S = 30.0
"""A server that asks to wait longer is left alone."""
_SECONDS = 30.0
_LIMIT = 2 * 1024 * 1024
_REDIRECTS = 5
_GONE = (404, 410)
_CLOSED = (401, 402, 403, 451)


class Answer(Struct, frozen=True, kw_only=True):
    """What came of a request.

    Attributes:
        status: "found", or why there is nothing.
        at: when it was asked, ISO 8601, UTC.
        data: the body, where it was found.
        detail: in words, where it was not.
    """

    status: ResolutionStatus
    at: str
    data: bytes = b""
    detail: str | None = None


class _Kept(Struct):
    data: bytes
    etag: str = ""
    modified: str = ""


class _Again(Exception):
    """The same request may succeed later."""

    def __init__(self, detail: str, wait: float | None = None) -> None:
        self.detail, self.wait = detail, wait
        super().__init__(detail)


class _Ended(Exception):
    """There is nothing more to try."""

    def __init__(self, status: ResolutionStatus, detail: str) -> None:
        self.status, self.detail = status, detail
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
        self._robots: dict[str, RobotFileParser] = {}
        self._guard = Lock()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for an address. Never raises: what goes wrong is the answer's status.

        Args:
            url: http or https.
            headers: further ones; what they hold is kept nowhere.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._guard:
            lock = self._hosts[urlsplit(url).netloc]
        with lock:
            try:
                self._ask_robots(url)
                return Answer(status="found", at=now, data=self._persistently(url, dict(headers or {})))
            except _Ended as end:
                return Answer(status=end.status, at=now, detail=end.detail)

    def _persistently(self, url: str, headers: dict[str, str]) -> bytes:
        for attempt in range(_ATTEMPTS):
            try:
                return self._conditionally(url, headers)
            except _Again as again:
                wait = _BACKOFF_S * 2**attempt if again.wait is None else again.wait
                if attempt + 1 == _ATTEMPTS or wait > _PATIENCE_S:
                    raise _Ended("unreachable", again.detail) from None
                time.sleep(wait * self._pace)
        raise AssertionError  # the last attempt returns or raises

    def _conditionally(self, url: str, headers: dict[str, str]) -> bytes:
        """The body; confirmed rather than fetched where it is known. Answers to requests with secrets are not kept."""
        kept = None if headers else self._kept(url)
        conditions = {}
        if kept is not None:
            named = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
            conditions = {name: value for name, value in named.items() if value}
        code, answered, data = self._send(url, {"Accept": "application/json", **headers, **conditions})
        if code == 304 and kept is not None:
            return kept.data
        self._judge(code, answered)
        kind = answered.get("content-type", "").split(";")[0].strip().lower()
        if kind and not (kind.endswith("json") or kind == "text/javascript"):
            raise _Ended("unreadable", f"the answer is {kind[:60]}, not JSON")
        try:
            msgspec.json.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise _Again("the answer breaks off, or is no JSON") from None
        if not headers and (answered.get("etag") or answered.get("last-modified")):
            keep = _Kept(data=data, etag=answered.get("etag", ""), modified=answered.get("last-modified", ""))
            self._cache.put_many(SPACE, {url: msgspec.msgpack.encode(keep)})
        return data

    def _kept(self, url: str) -> _Kept | None:
        found = self._cache.get_many(SPACE, [url]).get(url)
        try:
            return msgspec.msgpack.decode(found, type=_Kept) if found else None
        except msgspec.MsgspecError:
            return None

    def _judge(self, code: int, headers: httpx.Headers) -> None:
        if code == 200:
            return
        if code in _GONE:
            raise _Ended("gone", f"the platform answers {code}")
        if code in _CLOSED:
            raise _Ended("protected", f"the platform answers {code}")
        if code == 429 or code >= 500:
            wait = _retry_after(headers.get("retry-after", ""))
            asks = f" and asks to wait {wait:.0f} s" if wait is not None else ""
            raise _Again(f"the platform answers {code}{asks}", wait)
        raise _Ended("unreadable", f"the platform answers {code}")

    def _ask_robots(self, url: str) -> None:
        """RFC 9309: where there is no robots.txt, all is allowed; where its server fails, nothing is."""
        from urllib.robotparser import RobotFileParser

        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        rules = self._robots.get(host)
        if rules is None:
            rules = RobotFileParser()
            try:
                code, _, data = self._send(f"{host}/robots.txt", {"Accept": "text/plain"}, obeying=False)
            except _Again as again:
                raise _Ended("unreachable", again.detail) from None
            if code >= 500 or code == 429:
                raise _Ended("unreachable", f"robots.txt cannot be had: the server answers {code}")
            rules.parse(data[: 500 * 1024].decode("utf-8", "replace").splitlines() if code == 200 else [])
            self._robots[host] = rules
        if not rules.can_fetch(AGENT, url):
            raise _Ended("refused", f"{parts.netloc} asks programs not to fetch it (robots.txt)")

    def _send(self, url: str, headers: Mapping[str, str], *, obeying: bool = True) -> tuple[int, httpx.Headers, bytes]:
        """One request, with its redirects: status, headers, body.

        Args:
            obeying: ask robots.txt about every address that a redirect leads to.

        Raises:
            _Again: the network failed.
            _Ended: an address that may not be asked, or an answer that is too large.
        """
        import httpx

        from quotecheck.sources.connection import ConnectionTrouble, ForbiddenAddress, GuardedTransport

        transport = GuardedTransport(allow_private=self._allow_private, seconds=_SECONDS)
        try:
            with httpx.Client(transport=transport, timeout=_SECONDS / 2, trust_env=False) as client:
                for _ in range(_REDIRECTS + 1):
                    self._wait(url)
                    request = client.build_request("GET", self._through(url), headers=self._headers(headers))
                    answer = client.send(request, stream=True, follow_redirects=False)
                    try:
                        if not answer.has_redirect_location:
                            return answer.status_code, answer.headers, _body(answer)
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
        except ForbiddenAddress as error:
            raise _Ended("refused", f"{error.host} is no address of the open internet") from None
        except ConnectionTrouble as error:
            raise _Again("the server is too slow" if error.timeout else f"the connection failed: {error}") from None
        except (httpx.TransportError, httpx.StreamError) as error:
            raise _Again(f"the connection failed: {error}") from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise _Ended("unreadable", f"it cannot be fetched: {error}") from None

    def _headers(self, given: Mapping[str, str]) -> dict[str, str]:
        return {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", **given}

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
        self._next[host] = time.monotonic() + _GAP_S * self._pace


def _body(answer: httpx.Response) -> bytes:
    data = bytearray()
    for piece in answer.iter_raw():
        data += piece
        if len(data) > _LIMIT:
            raise _Ended("unreadable", "the answer is larger than a post can be")
    return bytes(data)


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
