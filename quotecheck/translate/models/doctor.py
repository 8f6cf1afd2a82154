"""What can be translated here, what is missing, and the exact command to get it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.progress import Progress
from quotecheck.translate import Translators
from quotecheck.translate.protocol import EngineHealth


class Embeds(Protocol):
    """As much of an embedder as is looked at here."""

    @property
    def name(self) -> str: ...

    @property
    def languages(self) -> frozenset[str] | None: ...

    def available(self) -> bool: ...


class EmbedderHealth(Struct, frozen=True, kw_only=True):
    """A cross-language embedding.

    Attributes:
        languages: what it reads; None for all.
    """

    name: str
    installed: bool
    languages: tuple[str, ...] | None


class Missing(Struct, frozen=True, kw_only=True):
    """A language that no engine reads here, and what to type."""

    language: str
    command: str


class Diagnosis(Struct, frozen=True, kw_only=True):
    """All that `models doctor` says.

    Attributes:
        engines: each engine's health, best first.
        languages: language -> the engine that the configuration takes for it.
        missing: languages that an engine could read, but none does here.
        embedders: the embeddings, as given.
        cache_folder: where translations are remembered; None where the configuration turns that off.
        cache_size: bytes.
        cache_problem: why it cannot be used; None where it can.
    """

    engines: tuple[EngineHealth, ...]
    languages: Mapping[str, str]
    missing: tuple[Missing, ...]
    embedders: tuple[EmbedderHealth, ...] = ()
    cache_folder: Path | None = None
    cache_size: int = 0
    cache_problem: str | None = None

    @property
    def healthy(self) -> bool:
        """Something can be translated, and nothing that is installed is broken."""
        return bool(self.languages) and not any(engine.installed and engine.problems for engine in self.engines)


COMMON = ("es", "fr", "it", "pt", "de", "pl", "cs", "ru", "uk", "ar", "hi", "zh", "ja")
"""Languages whose absence is told even though nobody asked."""


def diagnose(config: Config, progress: Progress, embedders: Iterable[Embeds] = ()) -> Diagnosis:
    """Look at everything that translation needs here; starts and downloads nothing.

    Args:
        config: which engine is wanted, where the cache is.
        progress: told of engines that cannot be loaded.
        embedders: those that the comparison would use.
    """
    cache = Cache.open(config, progress)
    with Translators(config, cache, progress) as translators:
        engines = tuple(translators.doctor())
        known = {lang for engine in engines for lang in engine.languages}
        languages = {lang: name for lang in sorted(known) if (name := translators.available(lang)) is not None}
        missing = tuple(
            Missing(language=lang, command=translators.hint(lang)) for lang in COMMON if lang not in languages
        )
    return Diagnosis(
        engines=engines,
        languages=languages,
        missing=missing,
        embedders=tuple(
            EmbedderHealth(
                name=embedder.name,
                installed=embedder.available(),
                languages=None if embedder.languages is None else tuple(sorted(embedder.languages)),
            )
            for embedder in embedders
        ),
        cache_folder=cache.path.parent if cache.path else None,
        cache_size=cache.size,
        cache_problem=_problem(cache.path.parent) if cache.path else None,
    )


def _problem(folder: Path) -> str | None:
    """Why a folder cannot be written; the nearest that exists decides, and none is made."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    if not place.is_dir():
        return f"{place} is not a folder"
    return None if os.access(place, os.W_OK | os.X_OK) else f"{place} cannot be written"
