"""From what the user names to the sources it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quotecheck.config import Config
from quotecheck.errors import SourceError
from quotecheck.sources.file import FileSource, unreadable
from quotecheck.sources.folder import articles_in_folder
from quotecheck.sources.glob import articles_by_pattern
from quotecheck.sources.patterns import is_pattern
from quotecheck.sources.selection import fits_any
from quotecheck.sources.source import Source
from quotecheck.sources.stdin import StdinSource

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


def expand(source: str, config: Config) -> Iterator[Source]:
    """The sources that one argument stands for.

    Args:
        source: a file, a folder, a pattern with wildcards, an http or https address, or "-" for standard input.
        config: whether the network may be used, and whether private addresses may.

    Returns:
        Sources in a fixed order; a folder's are found as they are asked for.

    Raises:
        SourceError: an address, where the network is off.
        SourceError: nothing is there, or nothing that could be an article; for a folder or a pattern, while iterating.
    """
    if source == "-":
        return iter([StdinSource()])
    if not source.strip():
        raise SourceError("an empty name is no source", hint='name a file, a folder, a URL, or "-"')
    scheme = _SCHEME.match(source)
    if scheme is not None:
        return iter([_web(source, scheme.group(1).lower(), config)])
    try:
        exists, folder = Path(source).exists(), Path(source).is_dir()
    except (OSError, ValueError) as error:
        raise unreadable(source, error) from error
    if folder:
        return articles_in_folder(source, config)
    if not exists and is_pattern(source):
        return articles_by_pattern(source, config)
    if not exists and not Path(source).is_symlink():
        raise unreadable(source, FileNotFoundError())
    if config.force_exclude and fits_any(source, config.exclude, config.root):
        return iter(())
    return iter([FileSource(source)])


def _web(source: str, scheme: str, config: Config) -> Source:
    if scheme not in ("http", "https"):
        hint = "name the file itself" if scheme == "file" else None
        raise SourceError(f"{scheme} addresses are not read, only http and https", where=source, hint=hint)
    if config.offline:
        raise SourceError("--offline forbids fetching it", where=source, hint="save the page, and name the file")
    from quotecheck.sources.url import UrlSource

    return UrlSource(source, allow_private=config.allow_private)
