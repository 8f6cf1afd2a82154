"""Where models stand laid out as they are in memory, so that they are mapped in a moment rather than unpacked anew, and
shared by all processes: a folder beside the cache."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FOLDER = "models"
"""Inside the cache's folder."""


class Shelf:
    """Keeps models in the form in which they load at once. What it cannot keep is made anew each time.

    Args:
        folder: None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def __eq__(self, other: object) -> bool:
        """Shelves of one folder hold the same, so that a model taken from one need not be taken from the other."""
        return isinstance(other, Shelf) and self._folder == other._folder

    def __hash__(self) -> int:
        return hash(self._folder)

    @property
    def size(self) -> int:
        """Bytes on disk."""
        if self._folder is None:
            return 0
        return sum(path.lstat().st_size for path in self._folder.rglob("*") if not path.is_dir())

    def clear(self) -> None:
        """Remove all of it.

        Raises:
            OSError: it cannot be removed.
        """
        if self._folder is not None and self._folder.exists():
            import shutil

            shutil.rmtree(self._folder)

    def fetch(
        self, name: str, *, make: Callable[[], T], lay_out: Callable[[T, Path], None], read: Callable[[Path], T]
    ) -> T:
        """A model: from the shelf, or made and put there.

        Args:
            name: the model and its version; a change of form needs another name.
            make: loads it the slow way.
            lay_out: writes it into an empty folder. A ValueError says that it cannot be laid out.
            read: loads it from such a folder. A ValueError or KeyError says that it is broken.
        """
        if self._folder is None:
            return make()
        place = self._folder / name
        try:
            return read(place)
        except (OSError, ValueError, KeyError):
            made = make()
        try:
            self._put(place, lambda folder: lay_out(made, folder))
            return read(place)
        except (OSError, ValueError, KeyError):
            return made  # no room, or a form that is not known: the work goes on without

    @staticmethod
    def _put(place: Path, write: Callable[[Path], None]) -> None:
        import shutil  # what is laid out already needs neither
        from tempfile import mkdtemp

        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=f".{place.name}.", dir=place.parent))
        try:
            write(beside)
            shutil.rmtree(place, ignore_errors=True)  # a broken one
            try:
                beside.rename(place)
            except OSError:
                if not place.is_dir():  # otherwise another process was first
                    raise
        finally:
            shutil.rmtree(beside, ignore_errors=True)
