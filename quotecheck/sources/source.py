"""What a source is: something with a name that bytes can be read from."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class RawSource(Struct, frozen=True, kw_only=True):
    """Bytes as they were read, and what is known about them.

    Attributes:
        name: what the user called it (a path, a URL, "-"); reports name it so.
        data: the bytes.
        media_type: what a server or a file name claims, e.g. "text/html"; None where nothing does. Content decides.
        charset: the encoding that a server claims, if any.
        url: where it came from, after redirects, if from the web.
    """

    name: str
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None


class Source(Protocol):
    """One article to be read. Reading is put off until it is wanted, and may be done in another process."""

    @property
    def name(self) -> str: ...

    def read(self) -> RawSource:
        """Read it.

        Raises:
            SourceError: it cannot be read.
        """
        ...
