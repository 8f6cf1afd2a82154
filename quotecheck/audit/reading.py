"""Reading an audit's tables back, whatever their format."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from quotecheck.audit.inputs.opening import needs
from quotecheck.audit.outputs import beside, endings
from quotecheck.audit.tables import Cell, Table
from quotecheck.errors import SourceError, UsageError

Record = dict[str, Cell]


def read(output: Path, table: Table) -> Iterator[Record]:
    """The rows of one table of an audit.

    Args:
        output: as the audit was given it.
        table: which.

    Raises:
        UsageError: it is not there, or is no table of an audit.
    """
    ending = output.suffix.lower()
    if ending not in endings():
        raise UsageError("is no audit", where=str(output), hint=f"an audit's table ends in {' '.join(endings())}")
    path = output if ending == ".sqlite" else beside(output, table)
    if not path.is_file():
        raise UsageError("no such file", where=str(path), hint="name the file that --output named")
    try:
        yield from _READERS[ending](path, table)
    except SourceError as error:
        raise UsageError(error.message, where=str(path), hint=error.hint) from None
    except (OSError, ValueError, KeyError, sqlite3.Error, msgspec.MsgspecError) as error:
        raise UsageError(f"is no table of an audit: {str(error).splitlines()[0]}", where=str(path)) from None


def _jsonl(path: Path, table: Table) -> Iterator[Record]:
    with path.open("rb") as file:
        for line in file:
            row: Record = msgspec.json.decode(line, type=dict[str, Any])
            yield {name: row[name] for name, _ in table.columns}


def _csv(path: Path, table: Table) -> Iterator[Record]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: _value(row[name], kind) for name, kind in table.columns}


def _value(text: str, kind: str) -> Cell:
    if text == "":
        return None
    if kind == "integer":
        return int(text)
    if kind == "real":
        return float(text)
    return text == "True" if kind == "truth" else text


def _sqlite(path: Path, table: Table) -> Iterator[Record]:
    names = [name for name, _ in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        for row in database.execute(f'SELECT {columns} FROM "{table.name}"'):
            yield dict(zip(names, row, strict=True))


def _parquet(path: Path, table: Table) -> Iterator[Record]:
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise needs("pyarrow", "parquet") from None
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=[name for name, _ in table.columns]):
            yield from batch.to_pylist()


_READERS = {".jsonl": _jsonl, ".csv": _csv, ".sqlite": _sqlite, ".parquet": _parquet}
