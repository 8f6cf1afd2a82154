"""An article on standard input."""

from __future__ import annotations

import sys

from msgspec import Struct

from quotecheck.errors import SourceError
from quotecheck.sources.limits import MAX_BYTES, megabytes
from quotecheck.sources.source import RawSource


class StdinSource(Struct, frozen=True):
    """Standard input, named "-". It can be read once."""

    name: str = "-"
    limit: int = MAX_BYTES

    def read(self) -> RawSource:
        """Read it to its end.

        Raises:
            SourceError: it is closed, empty, or too large.
        """
        if sys.stdin is None:
            raise SourceError("there is no standard input", where="standard input")
        try:
            data = sys.stdin.buffer.read(self.limit + 1)
        except (OSError, ValueError) as error:
            raise SourceError(f"cannot be read: {error}", where="standard input") from error
        if len(data) > self.limit:
            raise SourceError(
                f"larger than an article can be: at most {megabytes(self.limit)} are read", where="standard input"
            )
        if not data:
            raise SourceError("nothing came in", where="standard input", hint="pipe an article in, or name a file")
        return RawSource(name=self.name, data=data)
