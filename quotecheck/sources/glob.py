"""All files that a pattern names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quotecheck.errors import SourceError
from quotecheck.sources.file import BrokenSource, FileSource
from quotecheck.sources.folder import walk
from quotecheck.sources.limits import MEDIA_TYPES
from quotecheck.sources.source import Source

_MAGIC = re.compile(r"[*?\[]")


def is_pattern(source: str) -> bool:
    """Whether a source has wildcards in it."""
    return _MAGIC.search(source) is not None


def articles_by_pattern(pattern: str) -> Iterator[Source]:
    """Every file that a pattern names, in a fixed order.

    Args:
        pattern: `*` and `?` stand for anything but a slash, `[ab]` for one of these, `**` for any folders. Hidden
            folders and node_modules are left out. Where the pattern leaves the ending open, only files that are
            named like an article are taken.

    Raises:
        SourceError: it names no file.
    """
    base, rest = _split(pattern)
    wanted = re.compile(_regex(rest))
    last = rest.rsplit("/", 1)[-1]
    any_ending = Path(last).suffix in ("", ".*") or is_pattern(Path(last).suffix)
    found = False
    if Path(base).is_dir():
        for item in walk(base):
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


def fits(path: str, pattern: str) -> bool:
    """Whether a path (with slashes) is one that a pattern names.

    Args:
        path: relative to the folder that the pattern starts from, or an address.
        pattern: as in `articles_by_pattern`. Without a slash it is about the last part of the path; one that names a
            folder is about everything in it.
    """
    pattern = pattern.removeprefix("./").rstrip("/")
    wanted = re.compile(_regex(pattern))
    if "/" not in pattern and wanted.fullmatch(path.rsplit("/", 1)[-1]):
        return True
    if wanted.fullmatch(path):
        return True
    return not is_pattern(pattern.rsplit("/", 1)[-1]) and re.match(_regex(f"{pattern}/"), path) is not None


def _split(pattern: str) -> tuple[str, str]:
    """The folder before the first wildcard, and the rest."""
    parts = Path(pattern).as_posix().split("/")
    first = next(i for i, part in enumerate(parts) if is_pattern(part))
    base = "/".join(parts[:first])
    return base or ("/" if pattern.startswith("/") else "."), "/".join(parts[first:])


def _regex(pattern: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(pattern):
        if pattern.startswith("**/", at):
            if not out or out[-1] != "(?:[^/]+/)*":
                out.append("(?:[^/]+/)*")
            at += 3
        elif pattern.startswith("**", at):
            out.append(".*")
            at += 2
        elif pattern[at] == "*":
            out.append("[^/]*")
            at += 1
        elif pattern[at] == "?":
            out.append("[^/]")
            at += 1
        elif pattern[at] == "[" and (close := pattern.find("]", at + 2)) > 0:
            inside = pattern[at + 1 : close].replace("\\", "\\\\").replace("[", "\\[").replace("^", "\\^")
            out.append(f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside}]")
            at = close + 1
        else:
            out.append(re.escape(pattern[at]))
            at += 1
    return "".join(out)
