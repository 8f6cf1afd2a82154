"""Which files of a folder are articles: the settings `include`, `exclude` and `respect-gitignore`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from quotecheck.config import Config
from quotecheck.paths import relative
from quotecheck.sources.gitignore import GitIgnore
from quotecheck.sources.limits import MEDIA_TYPES
from quotecheck.sources.patterns import fits


class Selection:
    """Decides over what is found below one folder.

    Args:
        folder: where the search begins.
        config: the settings.

    Attributes:
        left_out: how many files and folders were left out by `exclude` or by git.
    """

    def __init__(self, folder: str, config: Config) -> None:
        self._config = config
        self._git = GitIgnore(folder) if config.respect_gitignore else None
        self.left_out = 0

    def enters(self, folder: str) -> bool:
        """Whether to look into a folder."""
        return not self._leaves_out(folder, is_folder=True)

    def keeps(self, file: str) -> bool:
        """Whether a file is not left out."""
        return not self._leaves_out(file, is_folder=False)

    def is_article(self, file: str) -> bool:
        """Whether a file that nobody named is to be read as an article, by its name."""
        if self._config.include:
            return self._fits(file, self._config.include)
        ending = Path(file).suffix.lower()
        # Whoever installs what reads Word documents wants them read.
        return ending in MEDIA_TYPES or (ending == ".docx" and find_spec("docx") is not None)

    def _leaves_out(self, path: str, *, is_folder: bool) -> bool:
        out = self._fits(path, self._config.exclude) or (
            self._git is not None and self._git.ignores(path, is_folder=is_folder)
        )
        self.left_out += out
        return out

    def _fits(self, path: str, patterns: Sequence[str]) -> bool:
        return fits_any(path, patterns, self._config.root)


def fits_any(path: str, patterns: Sequence[str], root: Path | None) -> bool:
    """Whether a path is one that any of the patterns names, seen from a folder."""
    if not patterns:
        return False
    name = relative(path, root)
    return any(fits(name, pattern) for pattern in patterns)
