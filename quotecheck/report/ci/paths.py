"""Sources as a repository names them, whatever folder the command was run in."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from quotecheck.paths import repository

ROOT_ID = "%SRCROOT%"
"""The name that GitHub and others know for the root of the repository (SARIF 2.1.0, 3.14.14)."""

_URI_SAFE = ":/?#[]@!$&'()*+,;=-._~%"
"""What a URI may hold as it is (RFC 3986, 2.2 and 2.3), and the sign of what is encoded already."""


class Whereabouts(Struct, frozen=True, kw_only=True):
    """Where a source is.

    Attributes:
        uri: a URI reference; relative to the root of the repository where `relative`.
        relative: it lies in a repository, or below the current folder.
        path: the same for people and for annotations; a URL as it is, "stdin" for what was piped in.
        file: it is a file here, which can be looked at.
    """

    uri: str
    relative: bool
    path: str
    file: bool


class Paths:
    """Finds sources in their repositories; it looks for the root of each folder once."""

    def __init__(self) -> None:
        self._roots: dict[str, str | None] = {}

    def find(self, source: str) -> Whereabouts:
        """Where `source` is, as a report names it: a path, a URL, or "-"."""
        if source == "-":
            return Whereabouts(uri="stdin", relative=False, path="stdin", file=False)
        if "://" in source:
            uri = quote(source.encode("utf-8", "replace"), safe=_URI_SAFE)
            return Whereabouts(uri=uri, relative=False, path=source, file=False)
        try:
            path = os.path.abspath(source)  # noqa: PTH100 - a link keeps its name, which is what the repository knows
        except (OSError, ValueError):
            return Whereabouts(uri=_encoded(source), relative=False, path=source, file=False)
        root = self._root(os.path.dirname(path))  # noqa: PTH120
        if root is None:
            anchor = Path(path).anchor.replace("\\", "/").lstrip("/")  # "C:/" on Windows
            uri = f"file:///{anchor}{_encoded(Path(path).as_posix()[len(anchor) + (not anchor) :])}"
            return Whereabouts(uri=uri, relative=False, path=path, file=True)
        inside = Path(os.path.relpath(path, root)).as_posix()
        return Whereabouts(uri=_encoded(inside), relative=True, path=inside, file=True)

    def _root(self, folder: str) -> str | None:
        if folder not in self._roots:
            found = repository(Path(folder))
            self._roots[folder] = str(found) if found else _current(folder)
        return self._roots[folder]


def _current(folder: str) -> str | None:
    here = Path.cwd()
    return str(here) if Path(folder).is_relative_to(here) else None


def _encoded(path: str) -> str:
    """A path as a relative URI. A colon is encoded too: before the first slash it would end a scheme."""
    try:
        data = os.fsencode(path)
    except UnicodeEncodeError:  # no file can be called that
        data = path.encode("utf-8", "replace")
    return quote(data, safe="/")
