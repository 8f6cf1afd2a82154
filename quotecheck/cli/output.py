"""Where results go: stdout, or a file that appears only when it is complete."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from quotecheck.errors import UsageError
from quotecheck.report import Format


class ReaderGone(Exception):
    """Whoever read stdout has gone away, as `head` does: there is nothing left to do."""


def emit(pieces: Iterable[str], output: Path | None, form: Format) -> None:
    """Write the pieces of a result as they come.

    Args:
        output: a file; None or "-" means stdout. It is replaced in one step once all is written, so that nobody ever
            reads half a report; what is no regular file (a pipe, a device) is written to directly.

    Raises:
        UsageError: the file cannot be written.
        ReaderGone: stdout is a pipe that nobody reads any more.
    """
    pieces = _guarded(pieces)
    if output is None or str(output) == "-":
        write_out(pieces, unicode=form.unicode)
    elif _replaceable(output):
        _to_file(pieces, output)
    else:
        with _writing(output):
            out = output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        with out:
            _write_all(pieces, out.write, output)


def write_out(pieces: Iterable[str], *, unicode: bool = False) -> None:
    """Write to stdout. What its encoding cannot hold is escaped; `unicode` makes the encoding UTF-8.

    Raises:
        ReaderGone: stdout is a pipe that nobody reads any more.
    """
    out = sys.stdout
    if isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8" if unicode else None, errors="backslashreplace", newline="\n")
    for piece in pieces:
        try:
            out.write(piece)
            out.flush()
        except BrokenPipeError:
            raise ReaderGone from None
        except OSError as error:
            raise _cannot_write("stdout", error) from None


def _to_file(pieces: Iterable[str], output: Path) -> None:
    target = output.resolve()
    partial = target.with_name(f".{target.name[:100]}.{os.getpid()}.partial")
    with _writing(output):
        # Opened before the first piece is asked for: a wrong folder should not cost an hour of work.
        out = partial.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        try:
            _write_all(pieces, out.write, output)
        finally:
            with _writing(output):
                out.close()
        with _writing(output):
            if target.exists():
                partial.chmod(stat.S_IMODE(target.stat().st_mode))
            partial.replace(target)
    finally:
        with suppress(OSError):
            partial.unlink()


def _write_all(pieces: Iterable[str], write: Callable[[str], object], output: Path) -> None:
    for piece in pieces:
        with _writing(output):
            write(piece)


def _guarded(pieces: Iterable[str]) -> Iterator[str]:
    """A broken pipe while a result is being made is a program of ours that died, not a reader who left."""
    try:
        yield from pieces
    except BrokenPipeError as error:
        raise RuntimeError("a helper program ended unexpectedly") from error


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as error:
        raise _cannot_write(str(output), error) from None


def _replaceable(output: Path) -> bool:
    with _writing(output):
        try:
            return stat.S_ISREG(output.stat().st_mode)
        except FileNotFoundError:
            return True


def _cannot_write(where: str, error: OSError) -> UsageError:
    return UsageError(f"cannot be written: {error.strerror or error}", where=where)
