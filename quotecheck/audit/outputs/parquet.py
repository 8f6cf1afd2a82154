"""Parquet, a file a table, a few thousand rows to a row group."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotecheck.audit.inputs.opening import needs
from quotecheck.audit.outputs import beside, partial
from quotecheck.audit.tables import Row, Table

ROWS = 5_000


class Parquet:
    """Writes each table into its file."""

    def __init__(self, output: Path, tables: Sequence[Table]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        types = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64(), "truth": pa.bool_()}
        self.files = {table.name: partial(beside(output, table)) for table in tables}
        self._schemas = {t.name: pa.schema([(name, types[kind]) for name, kind in t.columns]) for t in tables}
        self._waiting: dict[str, list[Row]] = {table.name: [] for table in tables}
        self._open: dict[str, Any] = {
            name: pq.ParquetWriter(path, self._schemas[name], compression="zstd") for name, path in self.files.items()
        }

    def write(self, table: Table, rows: Sequence[Row]) -> None:
        waiting = self._waiting[table.name]
        waiting.extend(rows)
        if len(waiting) >= ROWS:
            self._flush(table.name)

    def _flush(self, name: str) -> None:
        import pyarrow as pa

        schema, rows = self._schemas[name], self._waiting[name]
        columns = list(zip(*rows, strict=True)) or [()] * len(schema)
        arrays = [
            pa.array([_cell(value) for value in column], field.type)
            for column, field in zip(columns, schema, strict=True)
        ]
        self._open[name].write_table(pa.Table.from_arrays(arrays, schema=schema))
        rows.clear()

    def close(self) -> None:
        for name, file in self._open.items():
            if self._waiting[name]:
                self._flush(name)
            file.close()


def _cell(value: object) -> object:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def open_tables(output: Path, tables: Sequence[Table]) -> Parquet:
    """A writer of these tables.

    Raises:
        SourceError: pyarrow is missing.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise needs("pyarrow", "parquet") from None
    return Parquet(output, tables)
