"""Opening a container: a file, packed or not; errors told as this package tells them."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from quotecheck.audit.store import is_stored, opened_object
from quotecheck.errors import SourceError
from quotecheck.sources.file import open_regular, unreadable


@contextmanager
def opened(name: str, *, packed: bool | None = None) -> Iterator[BinaryIO]:
    """A file or an object in a store to read bytes from.

    Args:
        packed: unpack it; None goes by its name, which then ends in .gz.

    Raises:
        SourceError: it cannot be opened, is empty, or breaks off while it is read inside the `with`.
    """
    if packed is None:
        packed = name.lower().endswith(".gz")
    try:
        with opened_object(name) if is_stored(name) else open_regular(name) as stream:
            if not is_stored(name) and not os.fstat(stream.fileno()).st_size:
                raise SourceError("the file is empty", where=name)
            if packed:
                with gzip.open(stream) as unpacked:
                    yield cast(BinaryIO, unpacked)
            else:
                yield stream
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(f"is badly packed, or breaks off: {error}", where=name) from error
    except OSError as error:
        raise unreadable(name, error) from error


def needs(package: str, extra: str) -> SourceError:
    """What to say where an optional package is missing."""
    return SourceError(
        f"reading this needs {package}, which is not installed",
        hint=f"pip install 'quotecheck-multilingual[{extra}]'",
    )
