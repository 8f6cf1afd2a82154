"""Paths as settings and baselines write them, relative to the file that names them, and repositories."""

from __future__ import annotations

import os
from pathlib import Path


def relative(name: str, folder: Path | None) -> str:
    """A source's name as it reads from a folder.

    Args:
        name: a path, from the current folder; an address and "-" stay as they are.
        folder: where the path is to start; None means the current folder.

    Returns:
        The path with slashes, through `..` where the source lies outside the folder; an absolute one where there is no
        way (another drive).
    """
    if name == "-" or "://" in name:
        return name
    path = Path(name).absolute()
    try:
        return Path(os.path.relpath(path, folder.absolute() if folder else Path.cwd())).as_posix()
    except ValueError:
        return path.as_posix()


def repository(folder: Path) -> Path | None:
    """The nearest folder upwards that git knows; None where there is none. `.git` is a file in a worktree."""
    start = folder.absolute()
    for place in (start, *start.parents):
        try:
            if (place / ".git").exists():
                return place
        except (OSError, ValueError):
            continue
    return None
