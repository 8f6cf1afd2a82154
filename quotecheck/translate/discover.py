"""Finding the translation engines: whatever is declared under the entry point group, this package's own included."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotecheck.progress import Progress
from quotecheck.translate.protocol import ENTRY_POINTS, Translator

PREFERENCE = ("argos", "apertium")
"""Best first; engines that are not named here come after these, by name."""


def engines(progress: Progress) -> dict[str, Translator]:
    """Every engine that can be loaded, best first. One that cannot is a warning, not the end."""
    found: dict[str, Translator] = {}
    for name, load in sorted(_declared().items(), key=lambda item: _rank(item[0])):
        try:
            engine = load()()
        except Exception as error:  # Somebody else's code: anything may come out of it.
            progress.warn(f"translator {name} cannot be loaded: {type(error).__name__}: {error}")
            continue
        if not isinstance(engine, Translator):
            progress.warn(f"translator {name} is not one: it lacks what quotecheck.translate.protocol.Translator asks for")
            continue
        found[name] = engine
    return found


def _rank(name: str) -> tuple[int, str]:
    return (PREFERENCE.index(name) if name in PREFERENCE else len(PREFERENCE), name)


def _declared() -> dict[str, Callable[[], Any]]:
    """Name -> what loads it. The package's own are there even where its metadata is not (a zipped or vendored copy)."""
    from importlib.metadata import entry_points

    def apertium() -> Any:
        from quotecheck.translate.engines.apertium import Apertium

        return Apertium

    def argos() -> Any:
        from quotecheck.translate.engines.argos import Argos

        return Argos

    found: dict[str, Callable[[], Any]] = {"apertium": apertium, "argos": argos}
    for point in entry_points(group=ENTRY_POINTS):
        if point.name not in found:
            found[point.name] = point.load
    return found
