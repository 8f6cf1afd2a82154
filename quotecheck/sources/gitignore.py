"""What git ignores (gitignore(5)): `.gitignore` in every folder up to the repository's root, and `.git/info/exclude`.

The user's own list of files to ignore everywhere (`core.excludesFile`) is not read: a run should not depend on whose it
is.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from quotecheck.paths import repository

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_LARGEST = 1 << 20
"""Bytes beyond which a file is no list of patterns."""


class GitIgnore:
    """Tells what git ignores below a folder. Files are read when their folder is first asked about.

    Args:
        folder: where the search begins. Where git ignores this very folder, nothing below it is ignored: whoever names
            it means it.
    """

    def __init__(self, folder: str) -> None:
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        start = Path(folder).absolute()
        self._top = repository(start) or start
        self._off = start != self._top and self._ignored(start, is_folder=True)

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Whether git ignores a file or a folder; the folders above it are taken not to be ignored."""
        return not self._off and self._ignored(Path(path).absolute(), is_folder=is_folder)

    def _ignored(self, path: Path, *, is_folder: bool) -> bool:
        for folder in path.parents:
            spec = self._spec(folder)
            if spec is not None:
                inside = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
                said = spec.check_file(inside).include
                if said is not None:
                    return said
            if folder == self._top:
                break
        return False

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            lines = _lines(folder / ".gitignore")
            if folder == self._top:
                lines = _lines(folder / ".git" / "info" / "exclude") + lines
            self._specs[folder] = _compiled(lines)
        return self._specs[folder]


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _LARGEST:
            return []
        return os.fsdecode(path.read_bytes()).splitlines()
    except OSError:
        return []


def _compiled(lines: list[str]) -> GitIgnoreSpec | None:
    if not lines:
        return None
    from pathspec import GitIgnoreSpec

    kept = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:  # git passes over what it does not understand, and so do we
            continue
        kept.append(line)
    return GitIgnoreSpec.from_lines(kept)
