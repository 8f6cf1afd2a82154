"""JSON Lines: an object a row, a file a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quotecheck.audit.outputs import beside, partial
from quotecheck.audit.tables import Row, Table
from quotecheck.report.json import encode


class JsonLines:
    """Writes each table into its file."""

    def __init__(self, output: Path, tables: Sequence[Table]) -> None:
        self.files = {table.name: partial(beside(output, table)) for table in tables}
        self._open = {name: path.open("wb") for name, path in self.files.items()}

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        names = [name for name, _ in table.columns]
        self._open[table.name].writelines(encode(dict(zip(names, row, strict=True))) + b"\n" for row in rows)

    def close(self) -> None:
        for file in self._open.values():
            file.close()


def open_tables(output: Path, tables: Sequence[Table]) -> JsonLines:
    """A writer of these tables."""
    return JsonLines(output, tables)
