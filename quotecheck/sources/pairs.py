"""Pairs of a post and a quote, one JSON object a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO

import msgspec

from quotecheck.model import FailedComparison, Pair

MAX_LINE = 4 * 1024 * 1024
"""Bytes of a line; a post of a hundred thousand characters, all written as \\u escapes, fits twice."""
MAX_TEXT = 100_000
"""Code points of a post or a quote."""

_OPTIONAL = ("lang", "author", "speaker", "posted_at", "published")
_DATES = ("posted_at", "published")
_ID = re.compile(rb'"id"\s{0,8}:\s{0,8}("(?:[^"\\]|\\.){0,256}"|-?\d{1,18}(?![\d.eE]))')


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, those longer than `MAX_LINE` cut just above it, so that none fills the memory."""
    while line := stream.readline(MAX_LINE + 1):
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE + 1)


def read_pairs(lines: Iterable[bytes]) -> Iterator[Pair | FailedComparison]:
    """Read pairs, in order; what is wrong with one line does not stop the rest.

    Args:
        lines: UTF-8; blank ones are skipped, keys that mean nothing here are ignored.

    Returns:
        For each line a pair, or what is wrong with it: its `id`, where that can be told, and the number of the line.
    """
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if text.strip():
            yield _read(text, number)


def _read(line: bytes, number: int) -> Pair | FailedComparison:
    if len(line) > MAX_LINE:
        return _failed(_told_id(line), number, f"longer than {MAX_LINE} bytes")
    try:
        row = msgspec.json.decode(line)
    except UnicodeDecodeError:
        return _failed(_told_id(line), number, "not UTF-8")
    except (msgspec.DecodeError, RecursionError) as error:
        return _failed(_told_id(line), number, f"not JSON: {error}")
    if not isinstance(row, dict):
        return _failed(None, number, "not an object with post and quote")
    known = row.get("id")
    if known is not None and (isinstance(known, bool) or not isinstance(known, str | int)):
        return _failed(None, number, "id is neither a string nor a whole number")
    for key in ("post", "quote"):
        if (wrong := _wrong_text(row, key)) is not None:
            return _failed(known, number, wrong)
    for key in _OPTIONAL:
        if row.get(key) is not None and not isinstance(row[key], str):
            return _failed(known, number, f"{key} is not a string")
    fields = {key: row[key] for key in _OPTIONAL if row.get(key)}
    for key in _DATES:
        if key in fields and not _is_moment(fields[key]):
            return _failed(known, number, f"{key} is not an ISO 8601 date or time: {fields[key][:40]!r}")
    return Pair(id=known, post=row["post"], quote=row["quote"], **fields)


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value.strip())
    except ValueError:
        return False
    return True


def _wrong_text(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return f"{key} is missing"
    if not isinstance(value, str):
        return f"{key} is not a string"
    if not value.strip():
        return f"{key} is empty"
    if len(value) > MAX_TEXT:
        return f"{key} is longer than {MAX_TEXT} characters"
    return None


def _told_id(line: bytes) -> str | int | None:
    """The id of a line that is no JSON, where it can be made out."""
    found = _ID.search(line[:65536])
    if found is None:
        return None
    try:
        value = msgspec.json.decode(found.group(1))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return value if isinstance(value, str | int) else None


def _failed(known: str | int | None, number: int, message: str) -> FailedComparison:
    return FailedComparison(id=known, error=f"line {number}: {message}")
