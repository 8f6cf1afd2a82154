"""Object stores (s3://bucket/key), through fsspec: what an audit reads there, and where its tables go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

from msgspec import Struct

from quotecheck.errors import SourceError, UsageError
from quotecheck.sources.limits import MAX_BYTES, MEDIA_TYPES, megabytes
from quotecheck.sources.source import RawSource

STORES = {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "az": "adlfs", "abfs": "adlfs", "abfss": "adlfs"}
"""Schemes that are read and written, and the package that fsspec needs for each. fsspec knows more: those that reach
this machine or any host are left to what guards them."""

_THEIRS = frozenset({"aiobotocore", "aiohttp", "azure", "botocore", "fsspec", "gcsfs", "s3fs"})
"""Packages whose exceptions tell of the network."""


def is_stored(name: str) -> bool:
    """Whether a name is that of an object, or of many."""
    return name.partition("://")[0] in STORES and "://" in name


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever a store's package raises, as this one tells it."""
    try:
        yield
    except SourceError:
        raise
    except ImportError:
        scheme = name.partition("://")[0]
        extra = "s3" if STORES[scheme] == "s3fs" else "fsspec"
        hint = f"pip install 'quotecheck-multilingual[{extra}]' {STORES[scheme]}"
        raise SourceError(
            f"needs fsspec and {STORES[scheme]}, which are not installed", where=name, hint=hint
        ) from None
    except FileNotFoundError as error:
        raise SourceError("there is no such object", where=name) from error
    except Exception as error:  # every store has exceptions of its own
        why = str(error).strip().splitlines() or [type(error).__name__]
        raise SourceError(f"the store answers: {why[0]}", where=name) from error


def _system(name: str) -> tuple[Any, str]:
    import fsspec

    system, path = fsspec.core.url_to_fs(name)
    return system, path


@contextmanager
def opened_object(name: str) -> Iterator[BinaryIO]:
    """An object to read bytes from, at any place in it.

    Raises:
        SourceError: it cannot be opened, or the store fails while it is read inside the `with`.
    """
    with _told(name):
        system, path = _system(name)
        stream = system.open(path, "rb")
    with stream:
        try:
            yield cast(BinaryIO, stream)
        except Exception as error:
            if type(error).__module__.partition(".")[0] not in _THEIRS:
                raise
            raise SourceError(f"the store fails: {error}", where=name, hint="try again later") from error


def objects(name: str, endings: Sequence[str]) -> list[str]:
    """The objects that a name stands for: itself, those that a pattern fits, or those below it that end so.

    Raises:
        SourceError: there are none, or the store cannot be asked.
    """
    with _told(name):
        system, path = _system(name)
        system.invalidate_cache()
        if any(mark in path for mark in "*?["):
            found = sorted(system.glob(path))
        elif system.isfile(path):
            found = [path]
        else:
            found = sorted(one for one in system.find(path) if one.lower().endswith(tuple(endings)))
    if not found:
        raise SourceError("no articles there", where=name, hint=f"looked for objects ending in {' '.join(endings)}")
    return [f"{name.partition('://')[0]}://{one}" for one in found]


class StoredSource(Struct, frozen=True):
    """An article in an object store, read by whoever checks it.

    Attributes:
        name: its address.
        limit: the most bytes that are read.
    """

    name: str
    limit: int = MAX_BYTES

    def read(self) -> RawSource:
        """Read the whole object.

        Raises:
            SourceError: there is none, it may not be read, is empty, or too large.
        """
        with opened_object(self.name) as stream, _told(self.name):
            data = stream.read(self.limit + 1)
        if len(data) > self.limit:
            most = megabytes(self.limit)
            raise SourceError(f"larger than an article can be: at most {most} are read", where=self.name)
        if not data:
            raise SourceError("the object is empty", where=self.name)
        return RawSource(name=self.name, data=data, media_type=MEDIA_TYPES.get(PurePosixPath(self.name).suffix.lower()))


def workplace(output: str) -> Path:
    """Where the tables for a store are worked on: a file in a folder of its own, in the current folder.

    Raises:
        UsageError: it cannot be made, or the store's package is not installed.
    """
    try:
        with _told(output):
            _system(output)
    except SourceError as error:
        raise UsageError(error.message, where=output, hint=error.hint) from None
    folder = Path(f".quotecheck-{sha256(output.encode()).hexdigest()[:12]}")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", where=str(folder)) from None
    return folder / PurePosixPath(output).name


def upload(files: Sequence[Path], output: str) -> None:
    """Put finished files beside each other into the store; each appears there whole.

    Args:
        files: in this order.
        output: the address of the table of posts; the others stand beside it.

    Raises:
        UsageError: the store does not take them.
    """
    parent = output.rpartition("/")[0]
    try:
        for file in files:
            with _told(f"{parent}/{file.name}"):
                system, path = _system(f"{parent}/{file.name}")
                system.put_file(str(file), path)
    except SourceError as error:
        raise UsageError(error.message, where=error.where, hint="once it does, go on with --resume") from None
