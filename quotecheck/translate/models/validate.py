"""Is this file an Argos package that may be unpacked here? Everything is checked before a byte is written."""

from __future__ import annotations

import re
import stat
import zipfile
from pathlib import Path
from typing import Any

from msgspec import Struct

from quotecheck.errors import ModelError
from quotecheck.translate.engines.argos.packages import check_metadata

MAX_FILES = 5000
MAX_BYTES = 4 << 30
"""Unpacked. The largest packages on Argos's index are under 400 MB."""

MAX_RATIO = 50
"""Unpacked to packed. Weights hardly compress at all; vocabularies and texts about 4 to 1."""

_MAX_METADATA = 1 << 20
_ROOT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z", re.IGNORECASE)


class Candidate(Struct, frozen=True):
    """A package file that passed.

    Attributes:
        path: the file.
        root: the one folder that all its files are in.
        metadata: the contents of its metadata.json.
        size: bytes unpacked.
    """

    path: Path
    root: str
    metadata: dict[str, Any]
    size: int

    @property
    def pair(self) -> tuple[str, str]:
        return self.metadata["from_code"], self.metadata["to_code"]


def validate(path: Path) -> Candidate:
    """Read a package file's directory and metadata.

    Raises:
        ModelError: it is no Argos translation package, or a harmful one.
    """

    def refuse(why: str, hint: str | None = None) -> ModelError:
        return ModelError(why, where=str(path), hint=hint)

    if not path.is_file():
        raise refuse("no such file", "give a language code or the path of an .argosmodel file")
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_FILES:
                raise refuse(f"holds {len(entries)} files; a package has a few dozen")
            names = _names(entries, refuse)
            root = _root(names, refuse)
            size = _size(entries, path, refuse)
            for needed in ("metadata.json", "model/model.bin"):
                if f"{root}/{needed}" not in names:
                    raise refuse(f"{needed} is missing", "is it an Argos translation package?")
            if not {f"{root}/sentencepiece.model", f"{root}/bpe.model"} & names:
                raise refuse("it has no tokenizer (sentencepiece.model or bpe.model)")
            entry = archive.getinfo(f"{root}/metadata.json")
            if entry.file_size > _MAX_METADATA:
                raise refuse("metadata.json is too large")
            metadata = check_metadata(archive.read(entry))
    except ModelError:
        raise
    except OSError as error:
        raise refuse(error.strerror or str(error)) from error
    except Exception as error:  # zipfile, zlib and struct each have their own for hostile headers.
        raise refuse(f"not a valid Argos package: {error}", "download it again") from error
    if metadata is None:
        raise refuse("it is an Argos package, but not one that translates")
    return Candidate(path, root, metadata, size)


def _names(entries: list[zipfile.ZipInfo], refuse: Any) -> set[str]:
    """Names of the files, folders left out."""
    seen: set[str] = set()
    names: set[str] = set()
    for entry in entries:
        name = entry.filename
        parts = name.rstrip("/").split("/")
        if (
            name.startswith("/")
            or "\\" in name
            or ":" in name
            or not name.isprintable()
            or any(part in ("", ".", "..") or _RESERVED.match(part) for part in parts)
        ):
            raise refuse(f"unsafe file name in the archive: {name[:80]!r}")
        if entry.flag_bits & 1:
            raise refuse("the archive is encrypted")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise refuse(f"the archive holds a link or a device: {name[:80]!r}")
        folded = name.rstrip("/").casefold()
        if folded in seen:
            raise refuse(f"two entries of one name in the archive: {name[:80]!r}")
        seen.add(folded)
        if not entry.is_dir():
            names.add(name)
    return names


def _root(names: set[str], refuse: Any) -> str:
    roots = {name.split("/", 1)[0] for name in names}
    if len(roots) != 1 or any("/" not in name for name in names):
        raise refuse("not a valid Argos package: its files are not in one folder")
    root = roots.pop()
    if not _ROOT.match(root):
        raise refuse(f"unsafe folder name in the archive: {root[:80]!r}")
    return root


def _size(entries: list[zipfile.ZipInfo], path: Path, refuse: Any) -> int:
    size = sum(entry.file_size for entry in entries)
    if size > MAX_BYTES:
        raise refuse(f"unpacks to {size >> 20:,} MB; no package is that large")
    if size > (16 << 20) and size > MAX_RATIO * path.stat().st_size:
        raise refuse(f"unpacks to {size / path.stat().st_size:.0f} times its size; no package does")
    return size
