"""All files that a pattern names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quotecheck.config import Config
from quotecheck.errors import SourceError
from quotecheck.sources.file import BrokenSource, FileSource
from quotecheck.sources.folder import walk
from quotecheck.sources.limits import MEDIA_TYPES
from quotecheck.sources.patterns import is_pattern, regex
from quotecheck.sources.selection import Selection
from quotecheck.sources.source import Source


def articles_by_pattern(pattern: str, config: Config) -> Iterator[Source]:
    """Every file that a pattern names, in a fixed order.

    Args:
        pattern: `*` and `?` stand for anything but a slash, `[ab]` for one of these, `**` for any folders. Hidden
            folders and node_modules are left out. Where the pattern leaves the ending open, only files that are
            named like an article are taken.
        config: what is left out.

    Raises:
        SourceError: it names no file.
    """
    base, rest = _split(pattern)
    wanted = re.compile(regex(rest))
    last = rest.rsplit("/", 1)[-1]
    any_ending = Path(last).suffix in ("", ".*") or is_pattern(Path(last).suffix)
    found = False
    if Path(base).is_dir():
        for item in walk(base, Selection(base, config)):
            if isinstance(item, BrokenSource):
                continue
            relative = Path(item).relative_to(base).as_posix()
            if wanted.fullmatch(relative) and not (any_ending and Path(item).suffix.lower() not in MEDIA_TYPES):
                found = True
                yield FileSource(item)
    if not found:
        raise SourceError(
            f"no article matches {pattern}", hint="put the pattern in quotation marks; ** stands for any folders"
        )


def _split(pattern: str) -> tuple[str, str]:
    """The folder before the first wildcard, and the rest."""
    parts = Path(pattern).as_posix().split("/")
    first = next(i for i, part in enumerate(parts) if is_pattern(part))
    base = "/".join(parts[:first])
    return base or ("/" if pattern.startswith("/") else "."), "/".join(parts[first:])
