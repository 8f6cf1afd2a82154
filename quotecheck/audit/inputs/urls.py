"""A list of sources, one a line: addresses, or paths from the folder that the list is in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quotecheck.audit.inputs.opening import opened
from quotecheck.errors import SourceError
from quotecheck.pipeline import Unreadable

if TYPE_CHECKING:
    from quotecheck.audit.inputs import Piece, Reading

LONGEST = 8192
"""Characters of a line; no address that a browser opens is longer."""

_SAMPLE = 64 * 1024
_ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z")


def is_list(name: str) -> bool:
    """Whether a text file holds nothing but addresses in its beginning; comments (#) and blank lines aside."""
    try:
        with opened(name, packed=False) as stream:
            data = stream.read(_SAMPLE)
    except (SourceError, ValueError):
        return False
    return looks_like_list(data)


def looks_like_list(data: bytes) -> bool:
    """Whether every line of these bytes is an address; the last, which may be cut, does not count if others do."""
    lines = data.decode("utf-8-sig", "replace").splitlines()
    if len(data) >= _SAMPLE:
        lines = lines[:-1]
    told = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return bool(told) and all(_ADDRESS.match(line) for line in told)


def read(name: str, reading: Reading) -> Iterator[Piece]:
    """The sources that a list names, in order.

    Raises:
        SourceError: the list cannot be read.
    """
    with opened(name) as stream:
        yield from listed(stream, name, reading, Path(name).parent)


def listed(lines: Iterable[bytes], name: str, reading: Reading, folder: Path) -> Iterator[Piece]:
    """The sources on these lines; a wrong line is unreadable by itself."""
    from quotecheck.sources import expand

    for number, line in enumerate(lines, 1):
        origin = f"{name}:{number}"
        text = line[: LONGEST + 1].decode("utf-8-sig", "replace").strip()
        if not text or text.startswith("#"):
            continue
        if len(text) > LONGEST:
            yield origin, Unreadable(name=origin, error=SourceError("is no address: the line is too long"))
            continue
        try:
            for source in expand(text if "://" in text else str(folder / text), reading.config):
                yield origin, source
        except SourceError as error:
            yield origin, Unreadable(name=text, error=error)
