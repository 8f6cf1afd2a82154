"""CSV (RFC 4180), a file a table; nothing in it is a formula to a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quotecheck.audit.outputs import beside, partial
from quotecheck.audit.tables import Row, Table
from quotecheck.report.csv import row as line


class Csv:
    """Writes each table into its file, below a row of names."""

    def __init__(self, output: Path, tables: Sequence[Table]) -> None:
        self.files = {table.name: partial(beside(output, table)) for table in tables}
        self._open = {name: path.open("wb") for name, path in self.files.items()}
        for table in tables:
            self._open[table.name].write(_bytes(line(name for name, _ in table.columns)))

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        self._open[table.name].writelines(_bytes(line(row)) for row in rows)

    def close(self) -> None:
        for file in self._open.values():
            file.close()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def open_tables(output: Path, tables: Sequence[Table]) -> Csv:
    """A writer of these tables."""
    return Csv(output, tables)
