"""How long work tells whoever started it how far it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Handed in by the caller; nothing in the package prints progress by itself."""

    def update(self, task: str, done: int, total: int | None) -> None:
        """`done` of `total` (None where that is not known) of `task` are finished."""
        ...

    def warn(self, message: str) -> None:
        """Something went wrong that does not stop the work (an unwritable cache, a translator restarted)."""
        ...


class Silent:
    """Says nothing."""

    def update(self, task: str, done: int, total: int | None) -> None:
        pass

    def warn(self, message: str) -> None:
        pass
