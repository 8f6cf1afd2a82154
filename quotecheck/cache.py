"""What was worked out before: one SQLite file in the user's cache folder, shared by all processes.

The cache never stands in the way of the work: where it cannot be read or written, one warning says so and the work
goes on without it.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quotecheck.config import Config
from quotecheck.progress import Progress, Silent
from quotecheck.shelf import FOLDER, Shelf

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")

FILE_NAME = "cache-1.sqlite3"
"""The number is the layout's; a new layout starts a new file."""

SIZE_LIMIT = 1 << 30
"""Bytes beyond which the older half of the entries is dropped when the cache is closed."""

_WAIT_MS = 5000
_AT_ONCE = 500  # SQLite's limit of variables in one statement is 999 in old builds.
_LAYOUT = """
CREATE TABLE IF NOT EXISTS entry (
  number INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE,
  value BLOB NOT NULL
)
"""


def folder(config: Config) -> Path:
    """Where the cache of this configuration is kept."""
    if config.cache_dir is not None:
        return Path(config.cache_dir)
    from platformdirs import user_cache_path

    return user_cache_path("quotecheck", appauthor=False)


class Cache:
    """A store of bytes under (space, key). Keys are any strings; spaces keep kinds of entry apart.

    Make one with `Cache.open`. It may be shared by threads, and survives a fork. The file is opened when it is
    first used.
    """

    def __init__(self, path: Path | None, progress: Progress) -> None:
        self._path = path
        self._progress = progress
        self._connection: sqlite3.Connection | None = None
        self._owner = 0
        self._lock = threading.RLock()

    @classmethod
    def open(cls, config: Config, progress: Progress | None = None) -> Cache:
        """The cache that `config` asks for; with `config.cache` off, one that holds nothing."""
        return cls(folder(config) / FILE_NAME if config.cache else None, progress or Silent())

    @property
    def path(self) -> Path | None:
        """The file; None where there is no cache, or it failed and was given up."""
        return self._path

    @property
    def models(self) -> Shelf:
        """Where models stand laid out, beside the cache; one that keeps nothing where there is no cache."""
        return Shelf(self._path.parent / FOLDER if self._path is not None else None)

    def get_many(self, space: str, keys: Sequence[str]) -> dict[str, bytes]:
        """The values of those `keys` that are there."""
        if not keys:
            return {}
        hashes = {_hash(space, key): key for key in keys}

        def read(connection: sqlite3.Connection) -> dict[str, bytes]:
            found: dict[str, bytes] = {}
            wanted = list(hashes)
            for at in range(0, len(wanted), _AT_ONCE):
                some = wanted[at : at + _AT_ONCE]
                marks = ",".join("?" * len(some))
                for key, value in connection.execute(f"SELECT key, value FROM entry WHERE key IN ({marks})", some):
                    found[hashes[key]] = bytes(value)
            return found

        return self._with(read, {})

    def put_many(self, space: str, items: Mapping[str, bytes]) -> None:
        """Keep these values; what was there under the same keys is replaced."""
        if not items:
            return
        rows = [(_hash(space, key), value) for key, value in items.items()]

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany("INSERT OR REPLACE INTO entry (key, value) VALUES (?, ?)", rows)

        self._with(write, None)

    def clear(self) -> int:
        """Remove everything, a broken file included. Returns the bytes that were freed.

        Raises:
            OSError: the files cannot be removed.
        """
        with self._lock:
            self.close()
            freed = self.size + self.models.size
            self.models.clear()
            if self._path is not None:
                for path in self._files():
                    path.unlink(missing_ok=True)
            return freed

    @property
    def size(self) -> int:
        """Bytes on disk."""
        total = 0
        for path in self._files():
            try:
                total += path.stat().st_size
            except OSError:
                continue
        return total

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is None or self._owner != os.getpid():
                return  # A connection that came through a fork belongs to the parent.
            import sqlite3

            try:
                if self.size > SIZE_LIMIT:
                    with connection:
                        connection.execute(
                            "DELETE FROM entry WHERE number <= (SELECT (MIN(number) + MAX(number)) / 2 FROM entry)"
                        )
                    connection.execute("VACUUM")
            except sqlite3.Error:
                pass  # Another process is at it, or will be.
            finally:
                connection.close()

    def _files(self) -> list[Path]:
        if self._path is None:
            return []
        return [self._path, *(self._path.with_name(self._path.name + end) for end in ("-wal", "-shm", "-journal"))]

    def _with(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do `work` on the file. Trouble is told once and ends the use of the cache; a lock held too long is not
        trouble enough for that."""
        with self._lock:
            if self._path is None:
                return otherwise
            import sqlite3

            try:
                return work(self._connect())
            except (OSError, sqlite3.Error) as error:
                if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
                    return otherwise
                self._give_up(error)
                return otherwise

    def _connect(self) -> sqlite3.Connection:
        assert self._path is not None
        if self._connection is not None and self._owner == os.getpid():
            return self._connection
        import sqlite3

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=_WAIT_MS / 1000, check_same_thread=False)
        try:
            # A log beside the file lets readers go on while one process writes; where the file system cannot do it,
            # SQLite keeps its ordinary journal. Losing the last entries in a power cut does no harm.
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                # Of processes that start together one makes the change; the others need not.
                with contextlib.suppress(sqlite3.OperationalError):
                    connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_LAYOUT)
        except sqlite3.Error:
            connection.close()
            raise
        self._connection, self._owner = connection, os.getpid()
        return connection

    def _give_up(self, error: Exception) -> None:
        path, self._path = self._path, None
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        self._progress.warn(
            f"{path}: the cache cannot be used: {why}; going on without it "
            "(quotecheck cache clear, the setting cache-dir, or --no-cache)"
        )


def join_key(*parts: str) -> str:
    """One key of several parts, such that no two lists of parts give the same key."""
    return "".join(f"{len(part)}:{part}" for part in parts)


def _hash(space: str, key: str) -> bytes:
    return blake2b(join_key(space, key).encode("utf-8", "surrogatepass"), digest_size=16).digest()
