"""WACZ: a crawl in one zip file, whose folder `archive/` holds WARC files (specs.webrecorder.net/wacz)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from quotecheck.audit.inputs.opening import opened
from quotecheck.audit.inputs.warc import records
from quotecheck.errors import SourceError

if TYPE_CHECKING:
    from quotecheck.audit.inputs import Piece, Reading


def read(name: str, reading: Reading) -> Iterator[Piece]:
    """The pages of all WARC files in it, in the order of their names.

    Raises:
        SourceError: it cannot be read, is no zip, or holds no WARC file.
    """
    try:
        with opened(name, packed=False) as file, zipfile.ZipFile(file) as archive:
            found = sorted(
                entry.filename
                for entry in archive.infolist()
                if entry.filename.startswith("archive/") and entry.filename.endswith((".warc", ".warc.gz"))
            )
            if not found:
                raise SourceError("holds no WARC file in archive/", where=name)
            for member in found:
                with archive.open(member) as stream:
                    yield from records(cast(BinaryIO, stream), f"{name}:{member}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise SourceError(f"is no WACZ file that can be read: {error}", where=name) from error
