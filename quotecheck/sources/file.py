"""An article in a file."""

from __future__ import annotations

import difflib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from quotecheck.errors import SourceError
from quotecheck.sources.limits import MAX_BYTES, MEDIA_TYPES, megabytes
from quotecheck.sources.source import RawSource


class FileSource(Struct, frozen=True):
    """A regular file.

    Attributes:
        name: its path, as the user or the folder gave it.
        limit: the most bytes that are read.
    """

    name: str
    limit: int = MAX_BYTES

    def read(self) -> RawSource:
        """Read the whole file.

        Raises:
            SourceError: there is none, it may not be read, it is a folder, a pipe or a device, empty, or too large.
        """
        with open_regular(self.name) as opened:
            try:
                size = os.fstat(opened.fileno()).st_size
                if size > self.limit:
                    raise self._too_large(size)
                data = opened.read(self.limit + 1)
            except OSError as error:
                raise unreadable(self.name, error) from error
        if len(data) > self.limit:
            raise self._too_large(len(data))
        if not data:
            raise SourceError("the file is empty", where=self.name)
        return RawSource(name=self.name, data=data, media_type=MEDIA_TYPES.get(Path(self.name).suffix.lower()))

    def _too_large(self, size: int) -> SourceError:
        return SourceError(
            f"larger than an article can be: {megabytes(size)}, and at most {megabytes(self.limit)} are read",
            where=self.name,
        )


class BrokenSource(Struct, frozen=True):
    """Something met on the way that cannot be read; reading it says why, so that nothing is lost in silence."""

    name: str
    why: str

    def read(self) -> RawSource:
        """Never returns.

        Raises:
            SourceError: always.
        """
        raise SourceError(self.why, where=self.name)


def open_regular(name: str) -> BinaryIO:
    """Open a regular file to read bytes from.

    Raises:
        SourceError: there is none, it may not be read, or it is a folder, a pipe or a device.
    """
    try:
        # Opening a pipe would wait for a writer for ever; without blocking it can be looked at first.
        number = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error
    mode = os.fstat(number).st_mode
    if stat.S_ISREG(mode):
        return os.fdopen(number, "rb")
    os.close(number)
    if stat.S_ISDIR(mode):
        raise SourceError("is a folder, not a file", where=name)
    raise SourceError("is a pipe or a device, not a file", where=name, hint="pipe it in, and name it -")


def unreadable(name: str, error: Exception) -> SourceError:
    """What to tell of a file or a folder that could not be opened."""
    if isinstance(error, FileNotFoundError) and Path(name).is_symlink():
        return SourceError(f"is a link to {Path(name).readlink()}, which does not exist", where=name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceError("no such file or folder", where=name, hint=_suggestion(name))
    if isinstance(error, PermissionError):
        return SourceError("may not be read", where=name, hint="check the file's permissions")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SourceError(f"cannot be read: {reason}", where=name)


def _suggestion(name: str) -> str | None:
    head = name.split("/", 1)[0]
    if "/" in name and "." in head.strip(".") and " " not in name and not Path(head).exists():
        return f"for a page on the web, write https://{name}"
    path = Path(name)
    try:
        near = [entry.name for entry in os.scandir(path.parent)]
    except (OSError, ValueError):
        return "check the spelling of the path"
    close = difflib.get_close_matches(path.name, near[:5000], n=1, cutoff=0.6)
    return f"did you mean {path.parent / close[0]}?" if close else "check the spelling of the path"
