"""All articles in a folder and the folders in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from quotecheck.config import Config
from quotecheck.errors import SourceError
from quotecheck.sources.file import BrokenSource, FileSource, unreadable
from quotecheck.sources.limits import MEDIA_TYPES
from quotecheck.sources.selection import Selection
from quotecheck.sources.source import Source

_SKIPPED = frozenset({"node_modules", "__pycache__"})


def articles_in_folder(name: str, config: Config) -> Iterator[Source]:
    """Every file that is named like an article, in a fixed order.

    Args:
        name: path of the folder.
        config: what counts as an article, and what is left out.

    Raises:
        SourceError: the folder cannot be read, or holds no article.
    """
    found = False
    selection = Selection(name, config)
    for item in walk(name, selection):
        if isinstance(item, BrokenSource):
            found = True
            yield item
        elif selection.is_article(item):
            found = True
            yield FileSource(item)
    if not found:
        wanted = f"fitting {' '.join(config.include)}" if config.include else f"ending in {' '.join(MEDIA_TYPES)}"
        left = f"; {selection.left_out} left out by `exclude` or .gitignore" if selection.left_out else ""
        raise SourceError(f"no articles in folder {name}", hint=f"looked for files {wanted}{left}")


def walk(name: str, selection: Selection) -> Iterator[str | BrokenSource]:
    """Paths of all files below a folder; hidden folders and files, node_modules and what the selection leaves out are
    not among them.

    Links to folders are followed, none twice, so that a link to a folder above ends nothing in a loop.

    Raises:
        SourceError: the folder itself cannot be read.
    """
    failed: list[OSError] = []
    seen: set[tuple[int, int]] = set()
    _new(Path(name), seen)
    for folder, folders, files in os.walk(name, onerror=failed.append, followlinks=True):
        folders[:] = sorted(
            entry
            for entry in folders
            if not entry.startswith(".")
            and entry not in _SKIPPED
            and selection.enters(str(Path(folder, entry)))
            and _new(Path(folder, entry), seen)
        )
        paths = (str(Path(folder, entry)) for entry in sorted(files) if not entry.startswith("."))
        yield from (path for path in paths if selection.keeps(path))
        yield from (_broken(error) for error in failed)
        failed.clear()
    for error in failed:
        if error.filename in (None, name):
            raise unreadable(name, error)
        yield _broken(error)


def _new(folder: Path, seen: set[tuple[int, int]]) -> bool:
    try:
        found = folder.stat()
    except OSError:
        return True
    key = (found.st_dev, found.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True


def _broken(error: OSError) -> BrokenSource:
    name = str(error.filename)
    return BrokenSource(name, unreadable(name, error).message)
