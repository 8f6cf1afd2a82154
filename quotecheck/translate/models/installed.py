"""The models that are installed, and their removal."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from msgspec import Struct

from quotecheck.config import Config
from quotecheck.errors import ModelError
from quotecheck.progress import Progress
from quotecheck.translate.engines.apertium import Apertium
from quotecheck.translate.engines.argos import packages


class Model(Struct, frozen=True, kw_only=True):
    """One installed way from a language to another.

    Attributes:
        engine: "apertium" or "argos", or a stranger's.
        language: ISO 639-1 code of what it reads.
        target: of what it writes; where that is not "en", it serves only as the first half of a way to English.
        model: name and version.
        path: its folder, where `remove` would remove it; None where the system's packages manage it.
        size: bytes on disk, where `path` is known.
    """

    engine: str
    language: str
    target: str
    model: str
    path: Path | None = None
    size: int | None = None


def installed(config: Config, progress: Progress | None = None) -> list[Model]:
    """Every model here, by language, whatever engine the configuration chooses. Broken packages are left out
    (`diagnose` names them)."""
    from quotecheck.progress import Silent
    from quotecheck.translate.discover import engines

    found: list[Model] = []
    for package in packages.scan()[0]:
        found.append(
            Model(
                engine="argos",
                language=packages.language(package.source),
                target=packages.language(package.target),
                model=package.model,
                path=package.folder,
                size=size_of(package.folder),
            )
        )
    for name, engine in engines(progress or Silent()).items():
        if name != "argos":
            found += [
                Model(engine=name, language=lang, target="en", model=model)
                for lang, model in engine.languages().items()
            ]
    return sorted(found, key=lambda model: (model.language, model.engine != "argos", model.engine, model.model))


def remove(lang: str) -> list[Model]:
    """Remove every Argos package that reads `lang`.

    Args:
        lang: ISO 639-1 code, or Argos's own.

    Returns:
        What was removed.

    Raises:
        ModelError: there is none, or it cannot be removed.
    """
    wanted = lang.strip().lower()
    gone: list[Model] = []
    for package in packages.scan()[0]:
        if wanted not in (package.source, packages.language(package.source)):
            continue
        model = Model(
            engine="argos",
            language=packages.language(package.source),
            target=packages.language(package.target),
            model=package.model,
            path=package.folder,
            size=size_of(package.folder),
        )
        try:
            discard(package.folder)
        except OSError as error:
            raise ModelError(
                f"cannot be removed: {error.strerror or error}", where=str(package.folder), hint="remove the folder"
            ) from error
        gone.append(model)
    if gone:
        return gone
    apertium = Apertium()
    if wanted in apertium.languages():
        raise ModelError(
            f"no Argos package for {wanted} is installed; Apertium's is managed by the system",
            hint=apertium.remove_hint(wanted),
        )
    raise ModelError(f"no Argos package for {wanted} is installed", hint="quotecheck models list shows what is")


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder."""
    total = 0
    for root, _, files in os.walk(folder):
        for name in files:
            try:
                total += (Path(root) / name).lstat().st_size
            except OSError:
                continue
    return total


def workplace(folder: Path) -> Path:
    """A new, empty folder on the same file system as `folder`, outside it where possible: the Argos library fails on
    a folder among its packages that is not finished.

    Raises:
        OSError: it cannot be made.
    """
    for place in (folder.parent, folder):
        try:
            made = Path(tempfile.mkdtemp(prefix=".quotecheck-", dir=place))
        except OSError:
            continue
        if made.stat().st_dev == folder.stat().st_dev:
            return made
        made.rmdir()
    return Path(tempfile.mkdtemp(prefix=".quotecheck-", dir=folder))


def discard(folder: Path) -> None:
    """Remove a package's folder in one step: renamed away first, so that nobody meets half of it.

    Raises:
        OSError: it cannot be removed.
    """
    if folder.is_symlink():
        folder.unlink()
        return
    away = workplace(folder.parent)
    try:
        folder.rename(away / folder.name)
    finally:
        shutil.rmtree(away, ignore_errors=True)
