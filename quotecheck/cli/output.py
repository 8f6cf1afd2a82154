"""Where results go: stdout, or a file that appears only when it is complete."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from io import TextIOWrapper
from itertools import tee
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from quotecheck.errors import UsageError
from quotecheck.report import Format

T = TypeVar("T")


class ReaderGone(Exception):
    """Whoever read stdout has gone away, as `head` does: there is nothing left to do."""


class Target(Struct, frozen=True, kw_only=True):
    """A format, and the file that it is written to; None or "-" means stdout."""

    form: Format
    output: Path | None = None

    @property
    def to_file(self) -> bool:
        return self.output is not None and str(self.output) != "-"


def emit(pieces: Iterable[str], output: Path | None, form: Format) -> None:
    """Write the pieces of a result as they come.

    Args:
        output: a file; None or "-" means stdout. It is replaced in one step once all is written, so that nobody ever
            reads half a report; what is no regular file (a pipe, a device) is written to directly.

    Raises:
        UsageError: the file cannot be written.
        ReaderGone: stdout is a pipe that nobody reads any more.
    """
    with _sink(Target(form=form, output=output)) as write:
        for piece in _guarded(pieces):
            write(piece)


def emit_all(
    results: Iterable[T], targets: Sequence[Target], render: Callable[[Target, Iterable[T]], Iterable[str]]
) -> None:
    """Write results in several formats at once, side by side: none runs ahead of another by more than a result or two,
    so that no more than these are kept in memory.

    Args:
        results: taken once.
        render: the pieces of one format, given the results.

    Raises:
        UsageError: a format has no form for these results, or a file cannot be written. Nothing has been read then,
            unless it is the disk that is full.
        ReaderGone: stdout is a pipe that nobody reads any more.
    """
    taps = [_Tap(copy) for copy in tee(results, len(targets))]
    running = [(tap, iter(_guarded(render(target, tap))), target) for tap, target in zip(taps, targets, strict=True)]
    with ExitStack() as sinks:
        writers = [(tap, pieces, sinks.enter_context(_sink(target))) for tap, pieces, target in running]
        while writers:
            behind = min(writers, key=lambda writer: writer[0].taken)
            _, pieces, write = behind
            piece = next(pieces, None)
            if piece is None:
                writers.remove(behind)
            else:
                write(piece)


class _Tap(Generic[T]):
    """An iterator that counts what was taken from it."""

    def __init__(self, items: Iterator[T]) -> None:
        self._items = items
        self.taken = 0

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        item = next(self._items)
        self.taken += 1
        return item


@contextmanager
def _sink(target: Target) -> Iterator[Callable[[str], None]]:
    """What writes to a target; a file is there once the body has ended well."""
    output = target.output
    if output is None or not target.to_file:
        yield _stdout(unicode=target.form.unicode)
    elif _replaceable(output):
        with _file(output) as write:
            yield write
    else:
        with _writing(output):
            out = output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        with out:
            yield _writer(out.write, output)


def write_out(pieces: Iterable[str], *, unicode: bool = False) -> None:
    """Write to stdout. What its encoding cannot hold is escaped; `unicode` makes the encoding UTF-8.

    Raises:
        ReaderGone: stdout is a pipe that nobody reads any more.
    """
    write = _stdout(unicode=unicode)
    for piece in pieces:
        write(piece)


def _stdout(*, unicode: bool) -> Callable[[str], None]:
    out = sys.stdout
    if isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8" if unicode else None, errors="backslashreplace", newline="\n")

    def write(piece: str) -> None:
        try:
            out.write(piece)
            out.flush()
        except BrokenPipeError:
            raise ReaderGone from None
        except OSError as error:
            raise _cannot_write("stdout", error) from None

    return write


@contextmanager
def _file(output: Path) -> Iterator[Callable[[str], None]]:
    target = output.resolve()
    partial = target.with_name(f".{target.name[:100]}.{os.getpid()}.partial")
    with _writing(output):
        # Opened before the first piece is asked for: a wrong folder should not cost an hour of work.
        out = partial.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        try:
            yield _writer(out.write, output)
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


def _writer(write: Callable[[str], object], output: Path) -> Callable[[str], None]:
    def guarded(piece: str) -> None:
        with _writing(output):
            write(piece)

    return guarded


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
