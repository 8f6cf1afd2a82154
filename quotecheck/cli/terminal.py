"""What the user is told while work goes on: progress and warnings, on stderr."""

from __future__ import annotations

import os
import shutil
import sys
import time
from contextlib import suppress
from types import TracebackType

from quotecheck.report.layout.log import is_read_for_commands, shown
from quotecheck.report.layout.style import PIPE_WIDTH, Style, wants_colour
from quotecheck.report.layout.visible import visible

PATIENCE = 1.0
"""Seconds after which a user wants to know that something is going on."""

_REDRAW = 0.1
_BAR = 20


class TerminalProgress:
    """A line that is drawn over itself, on a terminal only, once the work has taken more than a second."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._draws = not quiet and _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
        self._started = time.monotonic()
        self._drawn_at = 0.0
        self._shown = False
        self._said: set[str] = set()

    def __enter__(self) -> TerminalProgress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def update(self, task: str, done: int, total: int | None) -> None:
        """`done` of `total` (None where that is not known) of `task` are finished."""
        now = time.monotonic()
        if not self._draws or now - self._started < PATIENCE or now - self._drawn_at < _REDRAW:
            return
        line = _progress_line(task, done, total)[: shutil.get_terminal_size().columns - 1]
        self._write(f"\r\x1b[2K{visible(line)}")
        self._drawn_at, self._shown = now, True

    def warn(self, message: str) -> None:
        """Say once that something went wrong that does not stop the work."""
        if self._quiet or message in self._said:
            return
        self._said.add(message)
        self.clear()
        self._write(f"quotecheck: warning: {shown(message)}\n")

    def tell(self, message: str) -> None:
        """Say something that is no trouble."""
        if not self._quiet:
            self.clear()
            self._write(f"quotecheck: {shown(message)}\n")

    def clear(self) -> None:
        """Take the line away, so that something else can be printed in its place."""
        if self._shown:
            self._write("\r\x1b[2K")
            self._shown = False

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):
            self._draws = False


def _progress_line(task: str, done: int, total: int | None) -> str:
    if not total:
        return f"{task}: {done:,}"
    filled = min(done, total) * _BAR // total
    return f"{task} [{'#' * filled}{'.' * (_BAR - filled)}] {done:,} of {total:,}"


def complain(message: str) -> None:
    """One line on stderr about something that could not be done; `--quiet` does not silence it."""
    with suppress(OSError, ValueError):
        print(f"quotecheck: {shown(message)}", file=sys.stderr)


def style_for(*, to_file: bool, verbose: bool = False) -> Style:
    """How to draw on stdout, or into a file."""
    terminal = not to_file and _is_terminal(sys.stdout)
    width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if terminal or "COLUMNS" in os.environ else PIPE_WIDTH
    return Style(
        colour=wants_colour(os.environ, terminal=terminal),
        width=width or PIPE_WIDTH,
        verbose=verbose,
        job_log=is_read_for_commands(os.environ),
    )


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError, OSError):
        return False
