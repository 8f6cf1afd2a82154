"""Put a validated package in place: all of it or nothing."""

from __future__ import annotations

import errno
import json
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from quotecheck.errors import ModelError, TranslatorError
from quotecheck.progress import Progress
from quotecheck.translate.engines.argos import library_installed
from quotecheck.translate.engines.argos.packages import Installed, packages_folder, read
from quotecheck.translate.models.installed import workplace
from quotecheck.translate.models.validate import Candidate, validate

ORIGIN_FILE = "quotecheck-origin.json"
"""Written into the package: where it came from and the hash of the file, for whoever asks later."""

_CHUNK = 1 << 20


def install_file(path: Path, progress: Progress, origin: Mapping[str, object] | None = None) -> Installed:
    """Validate and install a package file; one of the same language pair in its place is replaced.

    Args:
        path: an .argosmodel file.
        progress: told how far it is.
        origin: what is known of where the file came from.

    Raises:
        ModelError: the file is no good, or cannot be installed.
    """
    candidate = validate(path)
    folder = packages_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
        if free < candidate.size:
            raise ModelError(
                f"the disk is full: {candidate.size >> 20:,} MB are needed, {free >> 20:,} MB free", where=str(folder)
            )
        staging = workplace(folder)
    except OSError as error:
        raise _refused(error, folder) from error
    try:
        fresh = _unpack(candidate, staging, progress)
        _try_out(fresh)
        if origin is not None:
            (fresh / ORIGIN_FILE).write_text(json.dumps(origin, indent=1) + "\n", "utf-8")
        return _put_in_place(candidate, fresh, folder / candidate.root, staging)
    except OSError as error:
        raise _refused(error, folder) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _refused(error: OSError, folder: Path) -> ModelError:
    if error.errno == errno.ENOSPC:
        return ModelError("the disk is full", where=str(folder))
    return ModelError(f"cannot be written: {error.strerror or error}", where=str(folder), hint="set ARGOS_PACKAGES_DIR")


def _unpack(candidate: Candidate, staging: Path, progress: Progress) -> Path:
    """Write the files; the sizes that the archive declares are not trusted."""
    done = 0
    task = f"unpacking {candidate.root}"
    try:
        with zipfile.ZipFile(candidate.path) as archive:
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                to = staging / entry.filename
                to.parent.mkdir(parents=True, exist_ok=True)
                written = 0
                with archive.open(entry) as source, to.open("xb") as sink:
                    while chunk := source.read(_CHUNK):
                        written += len(chunk)
                        if written > entry.file_size:
                            raise zipfile.BadZipFile(f"{entry.filename} is longer than the archive says")
                        sink.write(chunk)
                        progress.update(task, done + written, candidate.size)
                done += written
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ModelError(
            f"not a valid Argos package: {error}", where=str(candidate.path), hint="download it again"
        ) from error
    return staging / candidate.root


def _try_out(folder: Path) -> None:
    """Load the model and translate a word with it, where the library is there to do so."""
    try:
        package = read(folder)
    except ValueError as error:
        raise ModelError(f"not a valid Argos package: {error}", where=folder.name) from error
    if package is None or not library_installed():
        return
    from quotecheck.translate.engines.argos.runner import Runner

    try:
        answer = Runner(package).translate(["a"], package.source)[0]
    except TranslatorError as error:
        raise ModelError(f"the model does not load: {error.message}", where=folder.name) from error
    if isinstance(answer, TranslatorError):
        raise ModelError(f"the model does not translate: {answer.message}", where=folder.name)


def _put_in_place(candidate: Candidate, fresh: Path, target: Path, staging: Path) -> Installed:
    if target.exists() or target.is_symlink():
        try:
            old = read(target)
        except (OSError, ValueError):
            old = None
        if old is None or (old.source, old.target) != candidate.pair:
            raise ModelError(
                f"its folder {candidate.root} is already there and is something else",
                where=str(candidate.path),
                hint=f"remove {target} first",
            )
        target.rename(staging / "replaced")
        try:
            fresh.rename(target)
        except OSError:
            (staging / "replaced").rename(target)
            raise
    else:
        fresh.rename(target)
    placed = read(target)
    if placed is None:
        raise ModelError("it was installed, and is gone", where=str(target))
    return placed
