"""Cross-language sentence embeddings, one file each; the first in `PREFERRED` that reads a language is used for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotecheck.align.embedders.cached import CachedEmbedder

if TYPE_CHECKING:
    from quotecheck.align.embedders.protocol import Embedder
    from quotecheck.cache import Cache

PREFERRED = ("use", "e5")
"""Module names in this folder, the cheapest first."""


def installed() -> list[Embedder]:
    """The embedders that are installed here, in order of preference. None is loaded."""
    from importlib import import_module

    found: list[Embedder] = [import_module(f"{__name__}.{name}").EMBEDDER for name in PREFERRED]
    return [embedder for embedder in found if embedder.available()]


class Embedders:
    """The embedders of one run, each loaded only when it is first used."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._installed = installed()
        self._open: dict[str, CachedEmbedder] = {}

    def reading(self, lang: str) -> CachedEmbedder | None:
        """The embedder for a language (ISO 639-1), or None where none here reads it."""
        for embedder in self._installed:
            if embedder.languages is None or lang in embedder.languages:
                if embedder.name not in self._open:
                    self._open[embedder.name] = CachedEmbedder(embedder, self._cache)
                return self._open[embedder.name]
        return None


__all__ = ["CachedEmbedder", "Embedders", "installed"]
