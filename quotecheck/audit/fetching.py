"""Fetching the pages that lists, sitemaps and feeds name: many hosts at once, one request at a time to each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import structs

from quotecheck.audit.item import Item
from quotecheck.errors import SourceError
from quotecheck.pipeline import Unreadable
from quotecheck.sources.source import RawSource
from quotecheck.sources.url import ACCEPT, PAGES, SAVE_IT, UrlSource

if TYPE_CHECKING:
    from quotecheck.online.client import Client
    from quotecheck.pipeline.workbench import Workbench

HOSTS = 16
"""Requests under way together, each to a host of its own."""

AHEAD = 256
"""Articles that may have been asked for, or wait, before the one that is wanted next."""

AHEAD_BYTES = 64 * 1024 * 1024
"""No more are asked for while so many bytes wait."""

Fetched = RawSource | Unreadable


def fetched(items: Iterable[Item], bench: Workbench) -> Iterator[Item]:
    """The same articles in the same order; what has an address has been fetched, or says why it cannot be.

    robots.txt, Retry-After and the guards against addresses of one's own network are the client's
    (quotecheck/online/client.py). Answers are kept in the cache and confirmed by the next audit.
    """
    waiting: deque[tuple[Item, Future[Fetched] | None]] = deque()
    pool: Pool | None = None
    try:
        for item in items:
            if isinstance(item.found, UrlSource):
                pool = pool or Pool(_client(bench))
                waiting.append((item, pool.ask(item.found)))
            else:
                waiting.append((item, None))
            while waiting and (_is_there(waiting[0][1]) or len(waiting) >= AHEAD or (pool and pool.held > AHEAD_BYTES)):
                yield _taken(*waiting.popleft(), pool)
        while waiting:
            yield _taken(*waiting.popleft(), pool)
    finally:
        if pool is not None:
            pool.close()


def _client(bench: Workbench) -> Client:
    from quotecheck.online.client import Client

    return Client(bench.cache, allow_private=bench.config.allow_private)


def _is_there(future: Future[Fetched] | None) -> bool:
    return future is None or future.done()


def _taken(item: Item, future: Future[Fetched] | None, pool: Pool | None) -> Item:
    if future is None or pool is None:
        return item
    return structs.replace(item, found=pool.take(future))


class Pool:
    """Threads that fetch. They are given hosts, not addresses: whoever has a host fetches one page of it and puts it
    back, so that a slow host keeps one thread and no more.

    Args:
        client: who is polite for all of them.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._hosts: dict[str, deque[tuple[UrlSource, Future[Fetched]]]] = {}
        self._ready: SimpleQueue[str | None] = SimpleQueue()
        self._threads: list[Thread] = []
        self._lock = Lock()
        self.held = 0

    def ask(self, source: UrlSource) -> Future[Fetched]:
        """Have a page fetched."""
        future: Future[Fetched] = Future()
        try:
            host = urlsplit(source.address).netloc
        except ValueError:
            host = ""
        with self._lock:
            if host in self._hosts:
                self._hosts[host].append((source, future))
                return future
            self._hosts[host] = deque([(source, future)])
            if len(self._threads) < min(HOSTS, len(self._hosts)):
                # A program that is stopped does not wait for them, as it would for those of an executor.
                self._threads.append(Thread(target=self._work, daemon=True, name=f"fetching-{len(self._threads)}"))
                self._threads[-1].start()
        self._ready.put(host)
        return future

    def take(self, future: Future[Fetched]) -> Fetched:
        """What came of it; waits where it is under way."""
        found = future.result()
        with self._lock:
            self.held -= _size(found)
        return found

    def close(self) -> None:
        """Fetch nothing more."""
        with self._lock:
            self._hosts.clear()
        for _ in self._threads:
            self._ready.put(None)

    def _work(self) -> None:
        while (host := self._ready.get()) is not None:
            with self._lock:
                queue = self._hosts.get(host)
                if queue is None:
                    continue
                source, future = queue.popleft()
            found = _fetch(source, self._client)
            with self._lock:
                self.held += _size(found)
                if queue:
                    self._ready.put(host)
                elif self._hosts.get(host) is queue:
                    del self._hosts[host]
            future.set_result(found)


def _size(found: Fetched) -> int:
    return len(found.data) if isinstance(found, RawSource) else 0


def _fetch(source: UrlSource, client: Client) -> Fetched:
    from quotecheck.online.client import Wanted

    wanted = Wanted(
        space="page",
        accept=ACCEPT,
        what="a page of text",
        fits=PAGES.__contains__,
        whole=lambda data: True,
        limit=source.limit,
    )
    try:
        answer = client.get(source.address, wanted=wanted)
    except Exception as error:  # whatever a server makes of this program costs its page alone
        return _not_there(source, f"this is a bug in quotecheck ({type(error).__name__}: {error})")
    if answer.status != "found":
        hint = SAVE_IT if answer.status == "protected" else answer.hint
        return _not_there(source, answer.detail or answer.status, hint)
    if not answer.data:
        return _not_there(source, "the page is empty")
    return RawSource(
        name=source.name,
        data=answer.data,
        media_type=answer.media_type,
        charset=answer.charset,
        url=answer.url or source.name,
    )


def _not_there(source: UrlSource, why: str, hint: str | None = None) -> Unreadable:
    return Unreadable(name=source.name, error=SourceError(why, where=source.name, hint=hint))
