"""A row that stands for an article: its columns, and what of them makes the article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quotecheck.errors import SourceError, UsageError
from quotecheck.pipeline import Found, Unreadable
from quotecheck.sources.limits import MAX_BYTES, megabytes
from quotecheck.sources.source import RawSource

if TYPE_CHECKING:
    from quotecheck.audit.inputs import Reading

COLUMNS = ("html", "text", "url", "id")
"""What is read of a row. `html` or `text` is the article; where neither is there, `url` is fetched."""


def mapping(given: str | None) -> dict[str, str]:
    """What `--map html=body,url=link` says.

    Raises:
        UsageError: it is not of that form, or names a column that means nothing here.
    """
    columns: dict[str, str] = {}
    for part in (given or "").split(","):
        if not part.strip():
            continue
        ours, equals, theirs = (piece.strip() for piece in part.partition("="))
        if not equals or not theirs or ours not in COLUMNS:
            raise UsageError(f"--map {part.strip()!r} is not understood", hint=f"NAME=COLUMN, of {', '.join(COLUMNS)}")
        columns[ours] = theirs
    return columns


def column(ours: str, reading: Reading) -> str:
    """What the column is called in the data."""
    return reading.columns.get(ours, ours)


def article(row: Mapping[str, object], place: str, reading: Reading) -> Found:
    """The article that a row stands for.

    Args:
        place: where the row is, which names it where it has neither an id nor an address.
    """
    values: dict[str, str] = {}
    for ours in COLUMNS:
        value = row.get(column(ours, reading))
        if isinstance(value, bool) or value is None or value == "":
            continue
        if ours == "id" and isinstance(value, int | float):
            value = str(value)
        if isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        if not isinstance(value, str):
            return _wrong(place, f"column {column(ours, reading)!r} holds no text")
        values[ours] = value
    url = values.get("url")
    name = values.get("id") or url or place
    for ours, media_type in (("html", "text/html"), ("text", "text/plain")):
        if ours in values:
            data = values[ours].encode("utf-8", "replace")
            if len(data) > MAX_BYTES:
                return _wrong(name, f"larger than an article can be: at most {megabytes(MAX_BYTES)} are read")
            return RawSource(name=name, data=data, media_type=media_type, charset="utf-8", url=url)
    if url is None:
        wanted = ", ".join(column(ours, reading) for ours in COLUMNS[:3])
        return _wrong(name, f"the row has none of the columns {wanted}", "--map html=NAME says what they are called")
    return address(url, reading)


def address(url: str, reading: Reading) -> Found:
    """A page that is to be fetched, or why it cannot be."""
    from quotecheck.sources import expand

    if "://" not in url:
        return _wrong(url, "is no address")
    try:
        return next(iter(expand(url, reading.config)))
    except SourceError as error:
        return Unreadable(name=url, error=error)


def _wrong(name: str, message: str, hint: str | None = None) -> Unreadable:
    return Unreadable(name=name, error=SourceError(message, where=name, hint=hint))
