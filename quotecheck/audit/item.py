"""One article of an audit, before it is read."""

from __future__ import annotations

from msgspec import Struct

from quotecheck.pipeline import Found


class Item(Struct, frozen=True, kw_only=True):
    """An article to be audited.

    Attributes:
        number: its place among all inputs, from 0.
        found: what it can be read from; what came out of a container has been read.
        origin: the container and the place in it, "pages.jsonl:17"; None for what was named by itself.
    """

    number: int
    found: Found
    origin: str | None = None

    @property
    def name(self) -> str:
        return self.found.name


class Skipped(Struct, frozen=True):
    """A record of a container that is no article (a picture in a crawl): counted, by reason, and no error."""

    reason: str
