"""SQLite: all tables in one database, with indexes on what they are joined by."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from quotecheck.audit.outputs import partial
from quotecheck.audit.tables import Cell, Row, Table

_TYPES = {"text": "TEXT", "integer": "INTEGER", "real": "REAL", "truth": "INTEGER"}


class Database:
    """Writes all tables into one file."""

    def __init__(self, output: Path, tables: Sequence[Table]) -> None:
        path = partial(output)
        path.unlink(missing_ok=True)
        self.files = {table.name: path for table in tables}
        self._tables = tables
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        for table in tables:
            columns = ", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in table.columns)
            self._connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        self._connection.execute("BEGIN")

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        marks = ", ".join("?" for _ in table.columns)
        try:
            self._connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', [_cells(row) for row in rows])
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from error

    def close(self) -> None:
        try:
            for table in self._tables:
                names = {name for name, _ in table.columns}
                for column in ("article", "rule"):
                    if column in names:
                        self._connection.execute(f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")')
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from error
        finally:
            self._connection.close()


def _cells(row: Row) -> list[Cell]:
    # Half a surrogate pair is no text to a database.
    return [cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell for cell in row]


def open_tables(output: Path, tables: Sequence[Table]) -> Database:
    """A writer of these tables."""
    return Database(output, tables)
