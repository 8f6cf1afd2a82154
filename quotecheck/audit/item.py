"""One article of an audit, before it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from quotecheck.pipeline import Found, Unreadable
from quotecheck.sources.source import RawSource

BATCH = 16
"""Articles that are worked on together, so that their posts are translated together. Where batches begin depends on the
inputs alone: neither the number of processes nor an interruption changes what is worked on with what."""

BATCH_BYTES = 4 * 1024 * 1024
"""Bytes of articles that came out of a container in one batch: they travel between processes."""


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


Batch = tuple[Item, ...]


def batches(items: Iterable[Item]) -> Iterator[Batch]:
    """Consecutive articles, a few at a time."""
    gathered: list[Item] = []
    size = 0
    for item in items:
        gathered.append(item)
        size += len(item.found.data) if isinstance(item.found, RawSource) else 0
        if len(gathered) == BATCH or size >= BATCH_BYTES:
            yield tuple(gathered)
            gathered, size = [], 0
    if gathered:
        yield tuple(gathered)


__all__ = ["BATCH", "Batch", "Found", "Item", "Skipped", "Unreadable", "batches"]
