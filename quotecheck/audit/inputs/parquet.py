"""Parquet: one article a row, read a few rows at a time, and no columns but those that are needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotecheck.audit.inputs.opening import needs, opened
from quotecheck.audit.inputs.rows import COLUMNS, article, column
from quotecheck.errors import SourceError

if TYPE_CHECKING:
    from quotecheck.audit.inputs import Piece, Reading

ROWS = 32
"""Rows in memory at once."""


def read(name: str, reading: Reading) -> Iterator[Piece]:
    """The articles of a file.

    Raises:
        SourceError: pyarrow is missing, or the file is no Parquet or has none of the columns.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise needs("pyarrow", "parquet") from None
    try:
        with opened(name, packed=False) as stream, pq.ParquetFile(stream) as file:
            there = set(file.schema_arrow.names)
            wanted = [column(ours, reading) for ours in COLUMNS if column(ours, reading) in there]
            if not wanted:
                asked = ", ".join(column(ours, reading) for ours in COLUMNS)
                raise SourceError(f"has none of the columns {asked}", where=name, hint="--map html=NAME says which")
            number = 0
            for batch in file.iter_batches(batch_size=ROWS, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    place = f"{name}:{number}"
                    yield place, article(row, place, reading)
    except pa.ArrowException as error:
        raise SourceError(f"is no Parquet file that can be read: {str(error).splitlines()[0]}", where=name) from error
