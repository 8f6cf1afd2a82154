"""Finding the translation engines: this package's own, and whatever others declare under the entry point group."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
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
            progress.warn(f"translator {name} lacks what quotecheck.translate.protocol.Translator asks for")
            continue
        found[name] = engine
    return found


def _rank(name: str) -> tuple[int, str]:
    return (PREFERENCE.index(name) if name in PREFERENCE else len(PREFERENCE), name)


def _apertium() -> Any:
    from quotecheck.translate.engines.apertium import Apertium

    return Apertium


def _argos() -> Any:
    from quotecheck.translate.engines.argos import Argos

    return Argos


def _declared() -> dict[str, Callable[[], Any]]:
    """Name -> what loads it.

    Importing `importlib.metadata` takes longer than translating an article, so it is done only where some other
    distribution's entry points name the group. The package's own engines are declared there as well, for others to
    see, and known here without looking.
    """
    found: dict[str, Callable[[], Any]] = {"apertium": _apertium, "argos": _argos}
    if others_declare(sys.path):
        from importlib.metadata import entry_points

        for point in entry_points(group=ENTRY_POINTS):
            if point.name not in found:
                found[point.name] = point.load
    return found


def others_declare(folders: list[str]) -> bool:
    """Whether a distribution other than this one, in any of these folders, declares a translator."""
    header = f"[{ENTRY_POINTS}]".encode()
    for folder in dict.fromkeys(folders):
        for pattern in ("*.dist-info/entry_points.txt", "*.egg-info/entry_points.txt"):
            for path in Path(folder or ".").glob(pattern):
                if path.parent.name.startswith("quotecheck_multilingual-"):
                    continue
                try:
                    if header in path.read_bytes():
                        return True
                except OSError:
                    continue
    return False
