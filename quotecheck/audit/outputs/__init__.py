"""Writing tables: one module for each ending, found by being here. A file is there whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol

from quotecheck.audit.tables import POSTS, Row, Table
from quotecheck.errors import SourceError, UsageError


class Writer(Protocol):
    """Writes rows of several tables. Its files have names that end in `.partial` until they are whole."""

    @property
    def files(self) -> dict[str, Path]:
        """The partial file of each table; a file that holds several stands there several times."""
        ...

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows."""
        ...

    def close(self) -> None:
        """Finish the files."""
        ...


def endings() -> list[str]:
    """The endings that can be written."""
    return [f".{module.name}" for module in iter_modules(__path__)]


def writer(output: Path, tables: Iterable[Table]) -> Writer:
    """A writer of the format that the ending of a name asks for.

    Raises:
        UsageError: there is none, or it needs a package that is not installed.
    """
    ending = output.suffix.lower()
    if ending not in endings():
        raise UsageError(
            f"--output {output}: tables cannot be written as {ending or 'a file without an ending'}",
            hint=f"name it with one of {' '.join(endings())}",
        )
    made: Writer
    try:
        made = import_module(f"{__name__}.{ending[1:]}").open_tables(output, list(tables))
    except SourceError as error:
        raise UsageError(error.message, where=str(output), hint=error.hint) from None
    except OSError as error:
        raise cannot_write(output, error) from None
    return made


def beside(output: Path, table: Table) -> Path:
    """Where a table of its own file stands: the posts under the name that was asked for, the others beside it."""
    return output if table is POSTS else output.with_name(f"{output.stem}.{table.name}{output.suffix}")


def partial(path: Path) -> Path:
    """The name of a file that is not whole yet."""
    return path.with_name(f".{path.name}.partial")


def publish(made: Writer, output: Path, tables: Sequence[Table]) -> list[Path]:
    """Put the finished files in their places, each at one stroke; the posts last, so that whoever waits for them finds
    the others there. Returns the files.
    """
    places: dict[Path, Path] = {}
    for table in reversed(tables):
        file = made.files[table.name]
        places[file] = output if len(set(made.files.values())) == 1 else beside(output, table)
    for file, place in places.items():
        with file.open("rb+") as opened:
            os.fsync(opened.fileno())
        file.replace(place)
    return list(places.values())


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file at one stroke: whoever reads it meanwhile has the old one or the new one.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    beside = partial(path)
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def cannot_write(output: Path, error: OSError) -> UsageError:
    """What to say where a table cannot be written."""
    return UsageError(
        f"cannot be written: {error.strerror or error}", where=str(output), hint="make room, and go on with --resume"
    )
