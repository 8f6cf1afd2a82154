"""What an audit has done so far: one file that only grows, a frame for each article, in the order of the inputs.

A frame is its length and its checksum (CRC-32), four bytes each, and the article's result, packed. Whatever stands
behind the last whole frame, because the writer was killed or the disk was full, is cut off before the audit goes on.
"""

from __future__ import annotations

import os
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from quotecheck.errors import UsageError
from quotecheck.model import FailedReport, Report

MAGIC = b"quotecheck journal 1\n"
_FRAME = struct.Struct("<II")
_SYNC_S = 2.0
"""Seconds of work that a power cut may cost; a process that is killed costs none."""


class Entry(Struct, frozen=True, kw_only=True):
    """What came of one article.

    Attributes:
        number: its place among all inputs.
        name: of the source.
        origin: the container it came out of, and where in it.
        report: None where it failed.
        failed: None where it was checked.
    """

    number: int
    name: str
    origin: str | None = None
    report: Report | None = None
    failed: FailedReport | None = None


class Journal:
    """The file at work; one process at a time.

    Args:
        path: the file; made where it is not there.
        fingerprint: of the audit it belongs to.

    Attributes:
        done: how many articles it has.
        last: the source of the last of them; "" where it has none.

    Raises:
        UsageError: it belongs to another audit, is in use, or cannot be written.
    """

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path = path
        self.done = 0
        self.last = ""
        self._synced = time.monotonic()
        head = MAGIC + fingerprint.encode() + b"\n"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Not buffered: what could not be written must not be tried again when the file is closed.
            self._file = path.open("a+b", buffering=0)
        except OSError as error:
            raise UsageError(f"cannot be written: {error.strerror or error}", where=str(path)) from None
        self._lock()
        with path.open("rb") as file:
            found = file.read(len(head))
        if found and not head.startswith(found) and found != head:
            self._file.close()
            raise UsageError(
                "the audit to go on with had other inputs, settings or another version",
                where=str(path),
                hint="name the same, or start anew with --restart",
            )
        if found != head:
            self._file.truncate(0)
            self._write(head)
            return
        start = end = len(head)
        with path.open("rb") as file:
            file.seek(end)
            for whole in _ends(file, end):
                self.done += 1
                start, end = end, whole
            if self.done:
                file.seek(start)
                self.last = _decoded(file).name
        self._file.truncate(end)

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # not on Windows: there the second writer fails to open it
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise UsageError("another audit is writing it", where=str(self.path)) from None

    def add(self, entry: Entry) -> None:
        """Keep what came of an article.

        Raises:
            UsageError: there is no room for it; what is there stays whole.
        """
        packed = zlib.compress(_encoded(entry), 1)
        self._write(_FRAME.pack(len(packed), zlib.crc32(packed)) + packed)
        self.done += 1

    def _write(self, data: bytes) -> None:
        try:
            left = memoryview(data)
            while left:
                left = left[self._file.write(left) :]
            if time.monotonic() - self._synced > _SYNC_S:
                os.fsync(self._file.fileno())
                self._synced = time.monotonic()
        except OSError as error:
            raise UsageError(
                f"cannot be written: {error.strerror or error}",
                where=str(self.path),
                hint="make room, and go on with --resume",
            ) from None

    def entries(self) -> Iterator[Entry]:
        """Everything it has, in order."""
        with self.path.open("rb") as file:
            file.readline()
            file.readline()
            for _ in range(self.done):
                yield _decoded(file)

    def close(self) -> None:
        """Let go of it."""
        self._file.close()

    def remove(self) -> None:
        """Throw it away."""
        self.path.unlink(missing_ok=True)
        self.close()


def _encoded(entry: Entry) -> bytes:
    try:
        return msgspec.json.encode(entry)
    except UnicodeEncodeError:
        # Half a surrogate pair, which no JSON text can hold, is kept as U+FFFD.
        from quotecheck.report.json import encode

        return encode(entry)


def _decoded(file: BinaryIO) -> Entry:
    size, _ = _FRAME.unpack(file.read(_FRAME.size))
    return msgspec.json.decode(zlib.decompress(file.read(size)), type=Entry)


def _ends(file: BinaryIO, at: int) -> Iterator[int]:
    """Where each whole frame ends."""
    while len(head := file.read(_FRAME.size)) == _FRAME.size:
        size, checksum = _FRAME.unpack(head)
        data = file.read(size)
        if len(data) != size or zlib.crc32(data) != checksum:
            return
        at += _FRAME.size + size
        yield at
